"""What an authority's file holds: every value beside its source, and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import Annotated, Any, Generic, TypeVar

from pydantic import AfterValidator, BeforeValidator, Field, Tag

from cpdocs.model.authority import AgendaItem, Leaflet
from cpdocs.model.base import Value
from cpdocs.model.conference import ConferenceType, MeetingForm
from cpdocs.model.ruling import RuledName
from cpdocs.procedures.stages import Sent, Stage
from cpdocs.procedures.timescales import (
    Arrival,
    DayOneStated,
    NotSet,
    Text,
    Timescales,
    told_apart_by,
)

T = TypeVar("T")
K = TypeVar("K", bound=StrEnum)

EVERY = "all"  # stands for every kind that has no entry of its own


class Stated(Value, Generic[T]):
    """One value, and where it is said."""

    value: T
    source: Text


def _spread(kinds: Iterable[StrEnum]) -> BeforeValidator:
    """Let `all` stand for every kind that has no entry of its own."""

    def spread(written: Any) -> Any:
        if not isinstance(written, dict) or EVERY not in written:
            return written
        own = {kind: said for kind, said in written.items() if kind != EVERY}
        return {**{str(kind): written[EVERY] for kind in kinds}, **own}

    return BeforeValidator(spread)


def _covers(kinds: Iterable[K]) -> Callable[[dict[K, Any]], dict[K, Any]]:
    """A check that a table leaves no kind out: what a text does not say is written as `not_set`."""

    def covers(table: dict[K, Any]) -> dict[K, Any]:
        missing = [kind for kind in kinds if kind not in table]
        if missing:
            raise ValueError(f"There is no entry for {', '.join(missing)}.")
        return table

    return covers


def _timetable(table: dict[RuledName, Any]) -> dict[RuledName, Any]:
    known = frozenset(RuledName) - {RuledName.ARRIVE_BY, RuledName.QUORATE}
    if set(table) != known:
        raise ValueError(f"The timescales are exactly these: {', '.join(sorted(known))}.")
    return table


def _likenesses(table: dict[ConferenceType, AgendaSpec]) -> dict[ConferenceType, AgendaSpec]:
    for kind, spec in table.items():
        if spec.like is not None and table[spec.like].like is not None:
            raise ValueError(f"The agenda for {kind} is like one that has no items of its own.")
        if spec.like is None and not spec.items:
            raise ValueError(f"The agenda for {kind} has no items.")
    return table


_BY_TYPE = (_spread(ConferenceType), AfterValidator(_covers(ConferenceType)))
_BY_FORM = (_spread(MeetingForm), AfterValidator(_covers(MeetingForm)))


class Enough(Value):
    """Children's social care, and so many other groups in direct contact with the child."""

    social_care_and_others: Annotated[int, Field(ge=1)]
    source: Text


Quorum = Annotated[
    Annotated[Enough, Tag("<social_care_and_others>")] | Annotated[NotSet, Tag("<not_set>")],
    told_apart_by("social_care_and_others", "not_set"),
]


class AgendaSpec(Value):
    """The items of an agenda in order: first those of another type, then its own."""

    like: ConferenceType | None = None
    items: tuple[AgendaItem, ...] = ()
    source: Text


class TermsSpec(Value):
    """The authority's words (table F)."""

    lead_worker: Stated[Text]
    chair: Stated[Text]
    conference: Annotated[dict[ConferenceType, Stated[Text]], *_BY_TYPE]
    plan: Stated[Text]
    core_group: Stated[Text]
    service: Stated[Text]
    unit: Stated[Text]
    carers: Stated[Text]
    supporter: Stated[Text]
    minutes: Stated[Text]


class AddressStated(Value):
    """An office's address."""

    lines: Annotated[tuple[Text, ...], Field(min_length=1, max_length=6)]
    postcode: Text
    source: Text


class LetterheadSpec(Value):
    """The sender's block."""

    name: Stated[Text]
    service: Stated[Text]
    address: AddressStated
    telephone: Stated[Text]
    email: Stated[Text]
    hours: Stated[Text]


class Enclosures(Value):
    """Leaflets for one addressee, none where the text names none."""

    value: tuple[Leaflet, ...]
    source: Text


class LeafletsSpec(Value):
    """Enclosures by addressee (A18)."""

    family: Enclosures
    agency: Enclosures


class AuthorityFile(Value):
    """One authority's file, with all that it extends."""

    name: Stated[Text]
    day_1: DayOneStated
    terms: TermsSpec
    letterhead: LetterheadSpec
    marking: Stated[Text]
    agenda: Annotated[dict[ConferenceType, AgendaSpec], *_BY_TYPE, AfterValidator(_likenesses)]
    leaflets: LeafletsSpec
    reports_to: Stated[Text]  # BD11
    timescales: Annotated[
        dict[RuledName, Annotated[dict[ConferenceType, Timescales], *_BY_TYPE]],
        AfterValidator(_timetable),
    ]
    arrival: Annotated[dict[MeetingForm, Arrival], *_BY_FORM]
    quorum: Annotated[dict[ConferenceType, Quorum], *_BY_TYPE]
    stages: Annotated[dict[Stage, dict[str, Sent]], AfterValidator(_covers(Stage))]
