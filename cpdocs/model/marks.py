"""The marks of a chair's copy: which of its passages and actions other readers' copies lack, or
word otherwise.

They are for the chair alone, so these values are no records: nothing cuts them, and no other view
has any.
"""

from __future__ import annotations

from cpdocs.model.base import Record, Value


class OtherWords(Value):
    """What some readers' copies say in place of a passage."""

    readers: tuple[str, ...]  # names
    words: str


class Mark(Value):
    """One passage or action of the copy, and whose copies do not have it as it stands."""

    record: Record  # the very one of the view
    place: str  # path in the case
    not_for: tuple[str, ...] = ()  # names of those whose copies lack it
    other_words: tuple[OtherWords, ...] = ()


class Run(Value):
    """Paragraphs that follow one another in this copy and in another."""

    first: int
    last: int
    theirs: int  # the first one's number in the other copy


class Numbering(Value):
    """How this copy's paragraph numbers go with those of some readers, whose copies are alike."""

    readers: tuple[str, ...]  # names
    same: bool  # every paragraph of this copy has its number in theirs
    runs: tuple[Run, ...]  # what a copy lacks is in none


class Marks(Value):
    """What one copy of the chair's is marked with."""

    readers: tuple[str, ...]  # names of those whose copies it is compared with
    without_copy: tuple[str, ...] = ()  # names of those who are sent it and may have nothing of it
    marks: tuple[Mark, ...] = ()  # in the order of the copy
    numberings: tuple[Numbering, ...] = ()  # none where the document numbers no paragraphs
