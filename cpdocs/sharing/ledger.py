"""What was withheld from one reader and why: for the operator, never for the reader."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


@dataclass(frozen=True, kw_only=True, order=True)
class Withheld:
    """One place of the case that a reader does not get."""

    path: str
    rule: str  # stable name of the rule that decided, such as `part-not-attended`
    source: str  # the procedure behind the rule, such as `R 7.2.2 g`
    asked_by: str | None = None  # id of who asked
    agreed_by_chair: date | None = None


class NeedleKind(StrEnum):
    """How a needle is looked for."""

    WORDS = "words"  # a run of whole words, without case, accents or punctuation
    DIGITS = "digits"  # the digits of a number, however they are spaced
    BESIDE = "beside"  # a name of everyday words beside each other, all with capitals or none
    ALONE = "alone"  # an everyday word as a name: with a capital in a sentence of the case
    NEAR = "near"  # a long name with one letter wrong: with a capital in words of the case


@dataclass(frozen=True, kw_only=True, order=True)
class Standing:
    """The words round something that the chair decided may stand in a passage."""

    before: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, order=True)
class Needle:
    """A string that must not be in a reader's file, and the place of the case it comes from."""

    kind: NeedleKind
    text: str
    path: str
    stands: tuple[Standing, ...] = ()  # where the chair decided that this reader may have it


@dataclass(frozen=True, kw_only=True)
class Ledger:
    """Everything withheld from one reader, and what a finished file of theirs is searched for."""

    reader: str
    withheld: tuple[Withheld, ...]
    needles: tuple[Needle, ...]
