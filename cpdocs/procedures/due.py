"""From a stated timescale to a date: when its clock started in this case, and when it runs out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from cpdocs.case.case import Case
from cpdocs.model.conference import Conference
from cpdocs.model.people import Child
from cpdocs.model.places import Event, EventKind
from cpdocs.procedures import clock
from cpdocs.procedures.clock import DayOne
from cpdocs.procedures.timescales import (
    Before,
    NoLaterThan,
    NotSet,
    PeriodBefore,
    Trigger,
    Unit,
    Within,
)


@dataclass(frozen=True, kw_only=True)
class Bound:
    """One bound on when something is due, or what is said instead of a date."""

    value: date | datetime | None
    not_set: str | None = None
    rests_on: tuple[str, ...]  # case paths
    source: str

    @property
    def day(self) -> date:
        """The day of the bound; the last day of all where no date is set."""
        if self.value is None:
            return date.max
        return self.value.date() if isinstance(self.value, datetime) else self.value


@dataclass(frozen=True, kw_only=True)
class _Start:
    """A day on which a clock started, and the case paths that say so."""

    day: date
    rests_on: tuple[str, ...]


def bounds(
    statement: Within | Before | NoLaterThan | NotSet,
    case: Case,
    conference: Conference,
    day_one: DayOne,
) -> Iterator[Bound]:
    """The bounds that one statement sets for a conference; none where its clock has not started."""
    match statement:
        case NotSet():
            yield Bound(value=None, not_set=statement.not_set, rests_on=(), source=statement.source)
        case Before():
            yield Bound(
                value=_before(conference.starts, statement.before),
                rests_on=(_at(conference, "starts"),),
                source=statement.source,
            )
        case NoLaterThan():
            weeks, days = statement.no_later_than.weeks, statement.no_later_than.days
            for child in _unborn(case, conference):
                if child.due is not None:
                    yield Bound(
                        value=clock.day_of_pregnancy(child.due, weeks=weeks, days=days),
                        rests_on=(f"children.{child.id}.due", f"children.{child.id}.born"),
                        source=statement.source,
                    )
        case Within():
            yield from _within(statement, case, conference, day_one)


def _within(
    statement: Within, case: Case, conference: Conference, day_one: DayOne
) -> Iterator[Bound]:
    period = statement.within
    counted = statement.day_1.value if statement.day_1 else day_one
    started = tuple(_starts(statement.of, case, conference))
    for start in started:
        yield Bound(
            value=clock.months_after(start.day, period.count)
            if period.unit is Unit.MONTHS
            else clock.working_day(start.day, period.count, counted),
            rests_on=start.rests_on,
            source=statement.source,
        )
    if not started and statement.until_known is not None:
        yield Bound(
            value=None,
            not_set=statement.until_known,
            rests_on=tuple(f"children.{child.id}.born" for child in _children(case, conference)),
            source=statement.source,
        )


def _before(starts: datetime, period: PeriodBefore) -> date | datetime:
    match period.unit:
        case Unit.DAYS:
            return starts.date() - timedelta(days=period.count)
        case Unit.HOURS:
            return clock.time_before(starts, timedelta(hours=period.count))
        case Unit.MINUTES:
            return clock.time_before(starts, timedelta(minutes=period.count))


def _starts(trigger: Trigger, case: Case, conference: Conference) -> Iterator[_Start]:
    """When the clock started, for each child that it runs for: the earliest deadline will count."""
    held, starts = conference.starts.date(), _at(conference, "starts")
    match trigger:
        case Trigger.CONFERENCE:
            yield _Start(day=held, rests_on=(starts,))
        case Trigger.CONFERENCE_FOR_A_BORN_CHILD:
            for child in _children(case, conference):
                if child.born is not None and child.born <= held:
                    yield _Start(day=held, rests_on=(starts, f"children.{child.id}.born"))
        case Trigger.BIRTH:
            for child in _unborn(case, conference):
                if child.born is not None:
                    yield _Start(day=child.born, rests_on=(f"children.{child.id}.born",))
        case Trigger.MOVE_NOTIFIED:
            yield from _last_events(case, conference, EventKind.MOVE_NOTIFIED)
        case Trigger.LAST_STRATEGY_DISCUSSION:
            yield from _last_events(case, conference, EventKind.STRATEGY_DISCUSSION)
        case Trigger.SECTION_47_DECISION:
            yield from _decisions(case, conference)


def _last_events(case: Case, conference: Conference, kind: EventKind) -> Iterator[_Start]:
    """For each child the last event of a kind up to the conference."""
    for child in conference.children:
        if found := _events(case, conference, kind, child):
            yield _Start(
                day=max(_day(event) for _, event in found),
                rests_on=_paths(found, "what", "dated", "about"),
            )


def _decisions(case: Case, conference: Conference) -> Iterator[_Start]:
    """For each child the strategy discussion that decided on section 47 enquiries (N l.25).

    Where none is marked and there was only one discussion, that one counts. Where there were
    several and none is marked, nobody can say which: no clock has started.
    """
    for child in conference.children:
        found = _events(case, conference, EventKind.STRATEGY_DISCUSSION, child)
        decided = [_day(event) for _, event in found if event.decided_section_47]
        if not decided and len(found) == 1:
            decided = [_day(found[0][1])]
        if decided:
            yield _Start(
                day=max(decided),
                rests_on=_paths(found, "what", "dated", "about", "decided_section_47"),
            )


def _events(
    case: Case, conference: Conference, kind: EventKind, child: str
) -> tuple[tuple[int, Event], ...]:
    held = conference.starts.date()
    return tuple(
        (position, event)
        for position, event in enumerate(case.events)
        if event.what is kind and child in event.about and _day(event) <= held
    )


def _day(event: Event) -> date:
    return event.dated.date() if isinstance(event.dated, datetime) else event.dated


def _paths(events: tuple[tuple[int, Event], ...], *fields: str) -> tuple[str, ...]:
    return tuple(f"events.{position}.{field}" for position, _ in events for field in fields)


def _children(case: Case, conference: Conference) -> tuple[Child, ...]:
    return tuple(child for child in case.children if child.id in conference.children)


def _unborn(case: Case, conference: Conference) -> tuple[Child, ...]:
    """Children of the conference who had not been born on its day."""
    held = conference.starts.date()
    return tuple(
        child for child in _children(case, conference) if child.born is None or child.born > held
    )


def _at(conference: Conference, field: str) -> str:
    return f"conferences.{conference.id}.{field}"
