"""The sharing block that any record may carry, and passages with their agreed variants."""

from __future__ import annotations

from datetime import date
from typing import Annotated, ClassVar

from cpdocs.model.base import Record, Ref
from cpdocs.values import Sensitivity, StatementKind

_PROCESS = Sensitivity.PROCESS
_AS_HOLDER = Sensitivity.PUBLIC


class Sharing(Record):
    """Who may see less, or by the chair's decision more, than the policy says (C05, C06, C12)."""

    withhold_from: Annotated[tuple[str, ...], _PROCESS, Ref.PERSON] = ()
    share_with: Annotated[tuple[str, ...], _PROCESS, Ref.PERSON] = ()
    # Readers for whom the record's words may stand though they name what is withheld from them.
    may_stand: Annotated[tuple[str, ...], _PROCESS, Ref.PERSON] = ()
    reason: Annotated[str | None, _PROCESS] = None
    asked_by: Annotated[str | None, _PROCESS, Ref.PERSON] = None
    agreed_by_chair: Annotated[date | None, _PROCESS] = None
    in_writing: Annotated[bool, _PROCESS] = False
    show_gap: Annotated[bool, _PROCESS] = False


class Variant(Record):
    """Agreed words for readers who may know less, with their own plain wording and translations."""

    readers: Annotated[tuple[str, ...], _PROCESS, Ref.PERSON]
    text: Annotated[str, _AS_HOLDER]
    plain: Annotated[str | None, _AS_HOLDER] = None
    translations: Annotated[dict[str, str], _AS_HOLDER] = {}
    agreed_by_chair: Annotated[date | None, _PROCESS] = None


class Passage(Record):
    """Words of the case: what is said, how it is known, whom it is about, and agreed variants."""

    # Fields beside the words that may tell again what agreed or plain words leave out: with those
    # they take their defaults.
    tells_again: ClassVar[tuple[str, ...]] = ()

    id: Annotated[str | None, _PROCESS] = None
    text: Annotated[str, _AS_HOLDER]
    kind: Annotated[StatementKind | None, _AS_HOLDER] = None
    about: Annotated[tuple[str, ...], _AS_HOLDER, Ref.PERSON] = ()
    sensitivity: Annotated[Sensitivity | None, _PROCESS] = None
    plain: Annotated[str | None, _AS_HOLDER] = None
    translations: Annotated[dict[str, str], _AS_HOLDER] = {}
    wording_for: Annotated[tuple[Variant, ...], _PROCESS] = ()
    sharing: Annotated[Sharing | None, _PROCESS] = None

    @property
    def subjects(self) -> tuple[str, ...] | None:
        return self.about or None


class Said(Passage):
    """A passage that somebody gave: their own agency always sees it."""

    by: Annotated[str | None, _AS_HOLDER, Ref.PERSON] = None


class Gap(Record):
    """One constant mark where the chair agreed that a reader may see that something is withheld.

    Made by the cut; a case file has none.
    """

    part: Annotated[str, _AS_HOLDER, Ref.PART]


class Challenge(Record):
    """A challenge to the accuracy of a passage, noted beside it (R 7.6, N l.211)."""

    by: Annotated[str | None, _AS_HOLDER, Ref.PERSON] = None
    dated: Annotated[date, _AS_HOLDER]
    says: Annotated[str, _AS_HOLDER]
