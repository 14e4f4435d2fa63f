"""How strings are compared in a search: words without case, accents or punctuation."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache

from cpdocs.resources import data_text, template_names, template_text

_REMEMBERED = 16384  # texts: a case's own, which every reader of it is searched for again
_APOSTROPHES = "\u2018\u2019\u201b\u2032\u02b9\u02bc\u02bb\u00b4\uff07"
_POSSESSIVE = re.compile(r"'s\b|'", re.IGNORECASE)
_FOLDERS = ("_parts", "letters", "reports", "plans")  # of templates/
_MESSAGE = re.compile(r"""_\("((?:[^"\\]|\\.)*)\"""")
_CAPITALS = "# With capitals of their own"  # the heading of the last words in the file
_FILLED = re.compile(r"%\(\w+\)s")
_NOT_WORD = re.compile(r"[^\w]+|_", re.UNICODE)
_ORDINAL = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)\b", re.IGNORECASE)
_NUMBER = re.compile(r"\+?\d[\d\s()./\u2010-\u2015-]{5,}\d")
_BROKEN = re.compile(r"(?<=\w)[-\u2010]\s*\n\s*(?=\w)")
_UNSEEN = ((0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x2069))
_INVISIBLE = dict.fromkeys(
    (
        *(0x00AD, 0x034F, 0x061C, 0xFEFF),  # soft hyphen, joiners, marks that turn text round
        *(code for first, last in _UNSEEN for code in range(first, last + 1)),
    )
)
# Letters that no normal form takes apart.
_LETTERS = str.maketrans(
    {"ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "ħ": "h"}
    | {"Ħ": "H", "ı": "i", "þ": "th", "Þ": "Th", "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe"}
    | dict.fromkeys(_APOSTROPHES, "'")
)


def written(text: str) -> tuple[str, ...]:
    """The words of a text in their case: compatibility forms, accents, possessives gone.

    A day's ordinal is its number (`4th` is `4`), and the digits of every script are alike.
    """
    bare = text if text.isascii() else _plain(text)
    bare = bare.replace("`", "'")
    return tuple(_NOT_WORD.sub(" ", _ORDINAL.sub(r"\1", _POSSESSIVE.sub("", bare))).split())


def _plain(text: str) -> str:
    plain = text.translate(_INVISIBLE).translate(_LETTERS)
    folded = unicodedata.normalize("NFKD", plain).translate(_LETTERS)
    return "".join(_digit(c) for c in folded if not unicodedata.combining(c))


@lru_cache(maxsize=_REMEMBERED)
def words(text: str) -> tuple[str, ...]:
    """The words of a text: compatibility forms, accents, case, possessives and punctuation gone."""
    return tuple(word.casefold() for word in written(text))


def runs(found: tuple[str, ...], length: int) -> Iterator[tuple[str, ...]]:
    """Every run of `length` words."""
    for start in range(len(found) - length + 1):
        yield found[start : start + length]


def unbroken(text: str) -> str:
    """The text with words put together that a line broke at a hyphen."""
    return _BROKEN.sub("", text)


@lru_cache(maxsize=_REMEMBERED)
def numbers(text: str) -> tuple[str, ...]:
    """The long numbers of a text as digits alone, in national form (`+44 7700` becomes `07700`)."""
    plain = unicodedata.normalize("NFKC", text.translate(_INVISIBLE))
    found = ("".join(map(_digit, re.findall(r"\d", hit))) for hit in _NUMBER.findall(plain))
    return tuple(_national(number) for number in found)


def _national(number: str) -> str:
    """`00447700`, `447700` and `4407700` (from `+44 (0)7700`) are all `07700`."""
    return re.sub(r"^(?:00)?440?", "0", number)


def _digit(character: str) -> str:
    return str(unicodedata.decimal(character)) if character.isdecimal() else character


@cache
def house_words() -> tuple[str, ...]:
    """What the templates say in every case, between the places that a case fills in."""
    texts = map(template_text, (name for folder in _FOLDERS for name in template_names(folder)))
    messages = (message for text in texts for message in _MESSAGE.findall(text))
    return tuple(sorted({part for message in messages for part in _FILLED.split(message)}))


@cache
def everyday_words() -> frozenset[str]:
    """Words that are names too (Hope, May, Dean): no name to look for anywhere by themselves."""
    lines = data_text("everyday-words.txt").splitlines()
    return frozenset(
        word for line in lines if not line.startswith("#") for word in line.casefold().split()
    )


@cache
def capital_words() -> frozenset[str]:
    """Everyday words with a capital of their own (May, Mother): one by itself names nobody."""
    lines = ("#" + data_text("everyday-words.txt").split(_CAPITALS, 1)[1]).splitlines()
    return frozenset(
        word for line in lines if not line.startswith("#") for word in line.casefold().split()
    )


@cache
def spellings() -> dict[str, tuple[str, ...]]:
    """Other spellings of a name (Mohammed, Muhammad), by each of its spellings."""
    lines = data_text("same-names.txt").splitlines()
    groups = [line.split() for line in lines if not line.startswith("#")]
    return {name: tuple(it for it in group if it != name) for group in groups for name in group}


def near(word: str, name: str) -> bool:
    """Whether one letter was added, lost or changed, or two beside each other changed places."""
    start = next(
        (n for n, pair in enumerate(zip(word, name, strict=False)) if len({*pair}) > 1), -1
    )
    start = min(len(word), len(name)) if start < 0 else start
    mine, other = word[start:], name[start:]
    swapped = mine[1:2] + mine[:1] + mine[2:]
    return word != name and (
        mine[1:] == other[1:] or mine[1:] == other or mine == other[1:] or swapped == other
    )
