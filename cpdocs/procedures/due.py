"""From a stated timescale to a date: when its clock started in this case, and when it runs out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from cpdocs.case.case import Case
from cpdocs.model.conference import Conference
from cpdocs.model.people import Child
from cpdocs.model.places import Event, EventKind
from cpdocs.model.plans import CoreGroupMeeting, Every
from cpdocs.model.plans import Unit as EveryUnit
from cpdocs.procedures import clock
from cpdocs.procedures.clock import DayOne
from cpdocs.procedures.timescales import (
    Before,
    NoLaterThan,
    NotSet,
    PeriodAfter,
    PeriodBefore,
    Repeats,
    Trigger,
    Unit,
    Within,
)


@dataclass(frozen=True, kw_only=True)
class Bound:
    """One bound on when something is due, or what is said instead of a date."""

    value: date | datetime | Every | None
    not_set: str | None = None
    rests_on: tuple[str, ...]  # case paths
    source: str

    @property
    def day(self) -> date:
        """The day of the bound; the last day of all where no date is set."""
        if isinstance(self.value, datetime):
            return self.value.date()
        return self.value if isinstance(self.value, date) else date.max


@dataclass(frozen=True, kw_only=True)
class _Start:
    """When a clock started, and the case paths that say so."""

    at: date | datetime
    rests_on: tuple[str, ...]

    @property
    def day(self) -> date:
        return self.at.date() if isinstance(self.at, datetime) else self.at

    @property
    def moment(self) -> datetime:
        """The time; the first of the day where none is known."""
        return self.at if isinstance(self.at, datetime) else datetime.combine(self.at, time.min)


def bounds(
    statement: Within | Before | NoLaterThan | Repeats | NotSet,
    case: Case,
    conference: Conference,
    day_one: DayOne,
    meeting: CoreGroupMeeting | None = None,
) -> Iterator[Bound]:
    """The bounds that one statement sets for a conference; none where its clock has not started.

    `meeting`: the meeting of the core group, where it is of one that something is due.
    """
    match statement:
        case NotSet():
            yield Bound(value=None, not_set=statement.not_set, rests_on=(), source=statement.source)
        case Repeats():
            every = statement.every
            unit = EveryUnit(every.unit.replace(" ", "-"))
            yield Bound(
                value=Every(count=every.count, unit=unit), rests_on=(), source=statement.source
            )
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
            yield from _within(statement, case, conference, day_one, meeting)


def _within(
    statement: Within,
    case: Case,
    conference: Conference,
    day_one: DayOne,
    meeting: CoreGroupMeeting | None,
) -> Iterator[Bound]:
    counted = statement.day_1.value if statement.day_1 else day_one
    started = tuple(_starts(statement.of, case, conference, meeting))
    for start in started:
        yield Bound(
            value=_after(start, statement.within, counted),
            rests_on=start.rests_on,
            source=statement.source,
        )
    if not started and statement.until_known is not None:
        yield Bound(
            value=None,
            not_set=statement.until_known,
            rests_on=tuple(_awaited(statement.of, case, conference, meeting)),
            source=statement.source,
        )


def _awaited(
    trigger: Trigger, case: Case, conference: Conference, meeting: CoreGroupMeeting | None
) -> Iterator[str]:
    """The places that will say when the clock starts."""
    if meeting is not None:
        yield f"core_group_meetings.{meeting.id}.circulated"
    elif trigger is Trigger.CONFERENCE_AGREED:
        yield _at(conference, "booking")
    else:
        yield from (f"children.{child.id}.born" for child in _children(case, conference))


def _after(start: _Start, period: PeriodAfter, counted: DayOne) -> date | datetime:
    match period.unit:
        case Unit.HOURS:
            return clock.time_after(start.moment, timedelta(hours=period.count))
        case Unit.DAYS:
            return clock.day_after(start.day, period.count, counted)
        case Unit.WORKING_DAYS:
            return clock.working_day(start.day, period.count, counted)
        case Unit.WEEKS:
            return start.day + timedelta(weeks=period.count)
        case Unit.MONTHS:
            return clock.months_after(start.day, period.count)


def _before(starts: datetime, period: PeriodBefore) -> date | datetime:
    match period.unit:
        case Unit.WEEKS:
            return starts.date() - timedelta(weeks=period.count)
        case Unit.DAYS:
            return starts.date() - timedelta(days=period.count)
        case Unit.WORKING_DAYS:
            return clock.working_day_before(starts.date(), period.count)
        case Unit.HOURS:
            return clock.time_before(starts, timedelta(hours=period.count))
        case Unit.MINUTES:
            return clock.time_before(starts, timedelta(minutes=period.count))


def _starts(
    trigger: Trigger, case: Case, conference: Conference, meeting: CoreGroupMeeting | None
) -> Iterator[_Start]:
    """When the clock started, for each child that it runs for: the earliest deadline will count."""
    match trigger:
        case Trigger.CONFERENCE:
            yield _Start(at=conference.starts, rests_on=(_at(conference, "starts"),))
        case Trigger.CONFERENCE_AGREED:
            if conference.booking is not None and conference.booking.agreed is not None:
                yield _Start(
                    at=conference.booking.agreed, rests_on=(_at(conference, "booking.agreed"),)
                )
        case Trigger.CONFERENCE_FOR_A_BORN_CHILD | Trigger.BIRTH:
            yield from _births(trigger, case, conference)
        case Trigger.MOVE_NOTIFIED:
            yield from _of_events(case, conference, EventKind.MOVE_NOTIFIED, max)
        case Trigger.FIRST_STRATEGY_DISCUSSION:
            yield from _of_events(case, conference, EventKind.STRATEGY_DISCUSSION, min)
        case Trigger.LAST_STRATEGY_DISCUSSION:
            yield from _of_events(case, conference, EventKind.STRATEGY_DISCUSSION, max)
        case Trigger.SECTION_47_DECISION:
            yield from _decisions(case, conference)
        case Trigger.CORE_GROUP | Trigger.NOTES_CIRCULATED:
            yield from _of_meeting(trigger, meeting)


def _births(trigger: Trigger, case: Case, conference: Conference) -> Iterator[_Start]:
    """The births after a conference, or the conference itself for each child already born."""
    held = conference.starts.date()
    for child in _children(case, conference):
        if child.born is None:
            continue
        born = f"children.{child.id}.born"
        if trigger is Trigger.BIRTH and child.born > held:
            yield _Start(at=child.born, rests_on=(born,))
        elif trigger is not Trigger.BIRTH and child.born <= held:
            yield _Start(at=held, rests_on=(_at(conference, "starts"), born))


def _of_meeting(trigger: Trigger, meeting: CoreGroupMeeting | None) -> Iterator[_Start]:
    if meeting is None:
        return
    place = f"core_group_meetings.{meeting.id}"
    if trigger is Trigger.CORE_GROUP:
        yield _Start(at=meeting.starts, rests_on=(f"{place}.starts",))
    elif meeting.circulated is not None:
        yield _Start(at=meeting.circulated, rests_on=(f"{place}.circulated",))


def _of_events(
    case: Case,
    conference: Conference,
    kind: EventKind,
    which: Callable[[Iterable[date]], date],
) -> Iterator[_Start]:
    """For each child the first or last (`which`) event of a kind up to the conference."""
    for child in conference.children:
        if found := _events(case, conference, kind, child):
            yield _Start(
                at=which(_day(event) for _, event in found),
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
                at=max(decided),
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
