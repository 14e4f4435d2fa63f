"""How strings are compared in a search: words without case, accents or punctuation."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from cpdocs.resources import data_text, template_names, template_text

_POSSESSIVE = re.compile(r"['’]s\b|['’]", re.IGNORECASE)
_FOLDERS = ("_parts", "letters", "reports", "plans")  # of templates/
_MESSAGE = re.compile(r"""_\("((?:[^"\\]|\\.)*)\"""")
_FILLED = re.compile(r"%\(\w+\)s")
_NOT_WORD = re.compile(r"[^\w]+|_", re.UNICODE)
_NUMBER = re.compile(r"\+?\d[\d\s().-]{5,}\d")
_INVISIBLE = dict.fromkeys(
    [0x00AD, 0x034F, 0x061C, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x206A)]
)


def words(text: str) -> tuple[str, ...]:
    """The words of a text: compatibility forms, accents, case, possessives and punctuation gone."""
    folded = unicodedata.normalize("NFKD", text.translate(_INVISIBLE)).casefold()
    bare = "".join(c for c in folded if not 0x300 <= ord(c) <= 0x36F)
    return tuple(_NOT_WORD.sub(" ", _POSSESSIVE.sub("", bare)).split())


def runs(found: tuple[str, ...], length: int) -> Iterator[tuple[str, ...]]:
    """Every run of `length` words."""
    for start in range(len(found) - length + 1):
        yield found[start : start + length]


def numbers(text: str) -> tuple[str, ...]:
    """The long numbers of a text as digits alone, in national form (`+44 7700` becomes `07700`)."""
    plain = unicodedata.normalize("NFKC", text.translate(_INVISIBLE))
    found = ("".join(re.findall(r"\d", hit)) for hit in _NUMBER.findall(plain))
    return tuple("0" + n[2:] if n.startswith("44") else n for n in found)


@cache
def house_words() -> tuple[str, ...]:
    """What the templates say in every case, between the places that a case fills in."""
    texts = map(template_text, (name for folder in _FOLDERS for name in template_names(folder)))
    messages = (message for text in texts for message in _MESSAGE.findall(text))
    return tuple(sorted({part for message in messages for part in _FILLED.split(message)}))


@cache
def everyday_words() -> frozenset[str]:
    """Words that are names too (Hope, May, Dean): searched for only with their neighbours."""
    lines = data_text("everyday-words.txt").splitlines()
    return frozenset(
        word for line in lines if not line.startswith("#") for word in line.casefold().split()
    )
