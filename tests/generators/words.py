"""Words that can be found again: each text of a generated case holds one of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random

from cpdocs.case.case import Case

# Words, postcodes and telephone numbers in the shapes that `Words` makes.
_CANARY = re.compile(r"qzx\d+|ZX\d\d? \d[A-Z]{2}|0770\d{7}")


class Words:
    """A source of texts, names, postcodes and numbers, each given once."""

    def __init__(self, rng: Random) -> None:
        self.rng = rng
        self.given = 0

    def word(self) -> str:
        """A word that occurs nowhere else in the case."""
        self.given += 1
        return f"qzx{self.given}"

    def text(self) -> str:
        """A few words, of varied length, with one that occurs nowhere else."""
        filler = self.rng.choice(("said", "was seen on Monday", "asked for help with the rent and"))
        return f"{self.word()} {filler} {self.word()}."

    def name(self) -> str:
        """A name that occurs nowhere else."""
        return self.word().capitalize().replace("Qzx", "qzx")

    def id(self, kind: str) -> str:
        """An id that occurs nowhere else."""
        return f"{kind}-{self.word()}"

    def postcode(self) -> str:
        """A postcode of no real place."""
        self.given += 1
        number, letter = divmod(self.given, 26)
        return f"ZX{1 + number % 99} {number // 99 % 10}{chr(65 + letter)}X"

    def number(self) -> str:
        """A telephone number in the range that is kept for drama."""
        self.given += 1
        return f"0770{self.given:07d}"


def canaries(case: Case) -> dict[str, tuple[str, ...]]:
    """Every place of a case that holds such words, and the words."""
    return {path: tuple(_CANARY.findall(text)) for path, text in _strings(case.model_dump(), ())}


def canaries_in(text: str) -> set[str]:
    """All such words in a text, a file or a dump."""
    return set(_CANARY.findall(text))


def _strings(value: object, path: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        if _CANARY.search(value):
            yield ".".join(path), value
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield from _strings(inner, (*path, str(name)))
    elif isinstance(value, tuple | list):
        for position, inner in enumerate(value):
            own = inner.get("id") if isinstance(inner, dict) else None
            yield from _strings(inner, (*path, own or str(position)))
