"""How hard a text is to read: words in a sentence, reading age, and letters that need explaining.

The reading age is Flesch and Kincaid's school grade plus five, as is usual in the United Kingdom.
It is counted here, in a few lines whose rule can be read, because the packages that do it depend on
pronouncing dictionaries under the GPL.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_ENDS = re.compile(r"(?<=[.?!])[”’]?\s+")
_WORD = re.compile(r"[A-Za-z]+(?:[’'-][A-Za-z]+)*")
_VOWELS = re.compile(r"[aeiouy]+")
_SILENT = re.compile(
    r"(?:(?<![aeiouylt])e|(?<=[aeiouy][lt])e|(?<=[^aeioutdy])ed|(?<=[^szxhcg])es)$"
)
_ABBREVIATION = re.compile(r"\b(?:[A-Z]\.?){2,}(?=s?\b)")
_TOLD_AFTER = re.compile(r"s?\s*\([^)]*[a-z]")  # CPP (child protection plan)

# Letters that most people meet every day, and say more easily than what they stand for.
EVERYDAY = frozenset(
    {"AM", "BBC", "CV", "DIY", "DNA", "DVD", "EU", "GP", "ID", "IT", "MOT", "MP", "NHS", "OK"}
    | {"PC", "PDF", "PE", "PIN", "PM", "SMS", "TV", "UK", "US", "USA"}
)
_SHORTEST, _LONGEST = 2, 6  # letters; a longer word in capitals is one that is shouted


def sentences(text: str) -> list[str]:
    """The sentences of a text."""
    return [said for said in _ENDS.split(text) if _WORD.search(said)]


def words(sentence: str) -> list[str]:
    """The words of a sentence."""
    return _WORD.findall(sentence)


def syllables(word: str) -> int:
    """How many syllables an English word has, near enough for a mean over hundreds."""
    small = "".join(letter for letter in word.lower() if letter.isalpha())
    small = re.sub(r"^some(?=.)", "som", small)  # somebody, something
    small = re.sub(r"(?<=[aeiouy])ing", "-ing", small)  # going, being
    groups = len(_VOWELS.findall(small)) - bool(_SILENT.search(small))
    return max(1, groups)


def sentence_length(said: Iterable[str]) -> float:
    """Words in a sentence, on average over these sentences; there is at least one."""
    counts = [len(words(each)) for each in said]
    return sum(counts) / len(counts)


def reading_age(said: Iterable[str]) -> float:
    """The age, in years, at which these sentences can be read; there is at least one word."""
    every = list(said)
    all_words = [word for each in every for word in words(each)]
    sounds = sum(map(syllables, all_words)) / len(all_words)
    return 0.39 * sentence_length(every) + 11.8 * sounds - 15.59 + 5


def abbreviations(text: str) -> list[str]:
    """Capitals in a row, which stand for something."""
    return _ABBREVIATION.findall(text)


def unexplained(texts: Iterable[str]) -> list[int]:
    """The positions of those of a paper's texts, in order, that use letters not yet explained.

    Letters are explained where they first stand: `child protection plan (CPP)` or `CPP (child
    protection plan)`. Everyday ones need no explaining.
    """
    known = set(EVERYDAY)
    found: list[int] = []
    for position, text in enumerate(texts):
        for match in _ABBREVIATION.finditer(text):
            letters = match.group().replace(".", "")
            if not _SHORTEST <= len(letters) <= _LONGEST or letters in known:
                continue
            in_brackets = text[: match.start()].endswith("(") and text[match.end() :][:1] in ")s"
            if in_brackets or _TOLD_AFTER.match(text, match.end()):
                known.add(letters)
            elif position not in found:
                found.append(position)
    return found
