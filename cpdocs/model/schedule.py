"""The sharing schedule: who does not see what of a conference, and by whose decision.

It is for the chair alone, so its values are no records: nothing cuts them, and no other view
has one.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from cpdocs.model.base import Value


class RestrictionKind(StrEnum):
    """What was decided about somebody and a place of the case."""

    WITHHELD = "withheld"
    SHARED = "shared"  # with somebody who would not see it otherwise
    STANDS = "stands"  # words that name what is withheld from somebody may stand in their copies
    REWORDED = "reworded"  # other words were agreed for them
    PART = "part"  # of the conference, kept for some
    EXCLUDED = "excluded"  # from the conference, or from parts of it
    NOT_INVITED = "not-invited"
    NOT_TOLD = "not-told"  # of the conference at all


class Restriction(Value):
    """One decision by somebody, beside what the policy says by itself."""

    kind: RestrictionKind
    place: str  # path in the case
    what: str  # the head of the passage, or the name or title of the record
    readers: tuple[str, ...]  # names of those whom it is about
    reason: str | None = None
    requested: str | None = None  # name of who asked
    agreed: date | None = None  # by the chair
    in_writing: bool = False


class Kept(Value):
    """How many places of the case one reader does not get by one rule."""

    rule: str
    places: int


class SoughtKind(StrEnum):
    """What finished copies are searched for, by where the case has it."""

    PEOPLE = "people"  # names, dates and numbers of people and of those who work with them
    PLACES = "places"  # homes, and places that people go to
    WORDS = "words"  # of the conference and its papers


class Sought(Value):
    """How many names, numbers, dates and runs of words of one kind are searched for."""

    kind: SoughtKind
    count: int


class ReaderLine(Value):
    """One reader: what the rules keep from them, and how widely their copies are searched."""

    reader: str  # name
    gets_nothing: bool = False  # may have nothing of this conference
    kept: tuple[Kept, ...] = ()
    sought: tuple[Sought, ...] = ()


class Schedule(Value):
    """The whole of it, for one conference."""

    restrictions: tuple[Restriction, ...] = ()
    readers: tuple[ReaderLine, ...] = ()
