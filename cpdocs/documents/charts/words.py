"""Words in a drawing: plain, in lines short enough for a box, and how wide they are.

A composed chart does not know its font file. Widths are estimates on the wide side of Noto
Sans and its companions; `tests/editions/test_figures.py` holds them to what is drawn.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from markupsafe import Markup, escape

from cpdocs.languages import Language

EM = 12.0  # units of a drawing: one is a point where the body is 12 pt
LINE = 1.3  # ems from line to line
BASELINE = 0.35  # ems from the middle of a line down to the foot of its letters

_NARROW = frozenset("fijlrt ,.'’()-I")
_WIDE = frozenset("mwMW@")
_HYPHEN = re.compile(r"(?<=\w-)(?=\w)")  # Achebe-|Fitzwilliam
_NASTALIQ = "Noto Nastaliq Urdu"


@dataclass(frozen=True, kw_only=True)
class Words:
    """One line of a drawing."""

    text: str
    bold: bool = False

    @property
    def direction(self) -> str:
        """The way the line reads: as its first letter does."""
        kinds = (unicodedata.bidirectional(sign) for sign in self.text)
        first = next((kind for kind in kinds if kind in {"L", "R", "AL"}), "L")
        return "ltr" if first == "L" else "rtl"

    @cached_property
    def width(self) -> float:
        """How wide the line is, in ems, on the wide side."""
        return sum(map(_ems, self.text)) * (1.08 if self.bold else 1.0)


def pitch(language: Language) -> float:
    """From line to line, in ems. Nastaliq hangs its words on a slope, long ones far."""
    return 2.6 if _NASTALIQ in language.fonts else LINE


def plain(words: str | Markup) -> str:
    """The text of markup; of a piece of text, itself."""
    return " ".join(Markup(escape(words)).striptags().split())  # noqa: S704 (escaped, then stripped)


def wrapped(words: Iterable[str | Markup], widest: float) -> tuple[Words, ...]:
    """Each thing on lines of its own, none wider than `widest` ems unless one word is.

    The first thing is bold: it names what the others are told of.
    """
    lines: list[Words] = []
    for number, thing in enumerate(words):
        current = Words(text="", bold=number == 0)
        for word, joint in _breakable(plain(thing)):
            longer = Words(text=f"{current.text}{joint}{word}", bold=current.bold)
            if current.text and longer.width > widest:
                lines.append(current)
                longer = Words(text=word, bold=current.bold)
            current = longer
        if current.text:
            lines.append(current)
    return tuple(lines)


def _breakable(text: str) -> Iterator[tuple[str, str]]:
    """Pieces that a line may end after, each with what joins it to the piece before."""
    for number, word in enumerate(text.split(" ")):
        first, *rest = _HYPHEN.split(word)
        yield first, " " if number else ""
        yield from ((piece, "") for piece in rest)


def _ems(sign: str) -> float:
    if unicodedata.category(sign) in {"Mn", "Me", "Cf"}:
        return 0.0
    if sign in _NARROW:
        return 0.36
    if sign in _WIDE:
        return 0.95
    if ord(sign) >= 0x0900 and unicodedata.bidirectional(sign) not in {"R", "AL"}:
        return 0.95  # Indic, Ethiopic and other wide letters
    return 0.62 if sign.islower() or unicodedata.category(sign) == "Nd" else 0.72
