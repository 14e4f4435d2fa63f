"""What an authority's file holds: every value beside its source, and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import Annotated, Any, Generic, TypeVar

from pydantic import AfterValidator, BeforeValidator, Field, Tag

from cpdocs.model import ruling
from cpdocs.model.authority import AgendaItem, Leaflet, Point
from cpdocs.model.base import Value
from cpdocs.model.conference import Category, ConferenceType, MeetingForm
from cpdocs.model.ruling import RuledName
from cpdocs.procedures.stages import Sent
from cpdocs.procedures.timescales import (
    OF_A_MEETING,
    Arrival,
    DayOneStated,
    NotSet,
    Repeats,
    Text,
    Timescale,
    Timescales,
    Within,
    told_apart_by,
)
from cpdocs.values import Stage

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


_REPEATED = frozenset(
    {
        RuledName.CORE_GROUP_EVERY,
        RuledName.VISITS_EVERY,
        RuledName.SEEN_ALONE_EVERY,
        RuledName.CHILD_IN_NEED_REVIEW_EVERY,
    }
)


def _timetable(
    table: dict[RuledName, dict[ConferenceType, Timescales]],
) -> dict[RuledName, dict[ConferenceType, Timescales]]:
    known = frozenset(RuledName) - {RuledName.ARRIVE_BY, RuledName.QUORATE}
    if set(table) != known:
        raise ValueError(f"The timescales are exactly these: {', '.join(sorted(known))}.")
    for name, by_type in table.items():
        for statement in (it for statements in by_type.values() for it in statements):
            _fits(name, statement)
    return table


def _fits(name: RuledName, statement: Timescale) -> None:
    """Raise where a statement is of a shape that this timescale cannot have."""
    repeats = isinstance(statement, Repeats)
    if repeats is not (name in _REPEATED) and not isinstance(statement, NotSet):
        shape = "`every`" if name in _REPEATED else "a day or a time, never `every`"
        raise ValueError(f"What {name} says is {shape}, or `not_set`.")
    of_a_meeting = isinstance(statement, Within) and statement.of in OF_A_MEETING
    if of_a_meeting and name not in ruling.OF_A_MEETING:
        raise ValueError(f"Of a meeting of the core group {name} is not counted.")


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
    manager: Stated[Text]
    board: Stated[Text]
    assessment: Stated[Text]
    outline_plan: Stated[Text]
    detailed_plan: Stated[Text]
    bridging_plan: Stated[Text]
    child_in_need_plan: Stated[Text]
    record: Stated[Text]
    ending: Stated[Text]
    dispute_route: Stated[Text]
    office: Stated[Text]


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


class PointsStated(Value):
    """What the text says on one matter, point by point."""

    points: Annotated[tuple[Point, ...], Field(min_length=1)]
    source: Text


Points = Annotated[
    Annotated[PointsStated, Tag("<points>")] | Annotated[NotSet, Tag("<not_set>")],
    told_apart_by("points", "not_set"),
]


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
    criteria: Points
    ending_criteria: Points
    categories: Annotated[dict[Category, Point], AfterValidator(_covers(Category))]
    complaints: Points
    disagreement: Points
    timescales: Annotated[
        dict[RuledName, Annotated[dict[ConferenceType, Timescales], *_BY_TYPE]],
        AfterValidator(_timetable),
    ]
    arrival: Annotated[dict[MeetingForm, Arrival], *_BY_FORM]
    quorum: Annotated[dict[ConferenceType, Quorum], *_BY_TYPE]
    stages: dict[Stage, dict[str, Sent]] = {}  # nothing is sent at a stage that is not named
