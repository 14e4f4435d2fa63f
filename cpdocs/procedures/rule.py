"""What the procedures require of a case: dates due and quorum, with what each rests on."""

from __future__ import annotations

from collections.abc import Iterator

from cpdocs.case.case import Case
from cpdocs.model.conference import Conference
from cpdocs.model.plans import CoreGroupMeeting, Every
from cpdocs.model.ruling import OF_A_MEETING, Ruled, RuledName, Ruling
from cpdocs.procedures.authority import Authority
from cpdocs.procedures.due import Bound, bounds
from cpdocs.procedures.quorum import quorate
from cpdocs.procedures.timescales import AsLastReviewDue


def rule(case: Case, authority: Authority) -> Ruling:
    """Everything that the authority's procedures say of the case, conference by conference.

    A value whose clock has not started (no strategy discussion is on record, say) is left out. The
    dates for the decision, the core group and the review rest on the day of the conference or of a
    birth, whatever was decided, so that they tell nobody of a decision: they count where a plan was
    made.
    """
    return Ruling(
        values=tuple(
            ruled
            for conference in case.conferences
            for name in RuledName
            for ruled in _ruled(name, case, authority, conference)
        )
    )


def _ruled(
    name: RuledName, case: Case, authority: Authority, conference: Conference
) -> Iterator[Ruled]:
    match name:
        case RuledName.QUORATE:
            yield from quorate(case, authority.quorum[conference.type], conference)
        case RuledName.ARRIVE_BY:
            arrival = authority.arrival[conference.place.form]
            found = bounds(arrival, case, conference, authority.day_1.value)
            yield from _earliest(name, conference, "place.form", tuple(found))
        case _ if name in OF_A_MEETING:
            for meeting in case.core_group_meetings:
                if meeting.conference == conference.id:
                    yield from _due(name, case, authority, conference, meeting)
        case _:
            yield from _due(name, case, authority, conference)


def _due(
    name: RuledName,
    case: Case,
    authority: Authority,
    conference: Conference,
    meeting: CoreGroupMeeting | None = None,
) -> Iterator[Ruled]:
    found: list[Bound] = []
    for statement in authority.timescales[name][conference.type]:
        if isinstance(statement, AsLastReviewDue):
            found.extend(_as_set_before(statement, case, authority, conference))
        else:
            found.extend(bounds(statement, case, conference, authority.day_1.value, meeting))
    yield from _earliest(name, conference, "type", tuple(found), meeting)


def _earliest(
    name: RuledName,
    conference: Conference,
    told_by: str,
    found: tuple[Bound, ...],
    meeting: CoreGroupMeeting | None = None,
) -> Iterator[Ruled]:
    """The earliest of the bounds, resting on all. `told_by`: the field that chose the rule."""
    if not found:
        return
    first = min(found, key=lambda bound: bound.day)
    # A value of a meeting rests on that meeting alone, so that whoever may not know of one meeting
    # learns nothing of it from the dates of another.
    of_meeting = (f"core_group_meetings.{meeting.id}.starts",) if meeting else ()
    rests_on = (
        f"conferences.{conference.id}.{told_by}",
        *of_meeting,
        *(place for bound in found for place in bound.rests_on),
    )
    yield Ruled(
        name=name,
        conference=conference.id,
        about=meeting.id if meeting else None,
        value=first.value,
        not_set=first.not_set,
        rests_on=tuple(dict.fromkeys(rests_on)),
        source=first.source,
    )


def _as_set_before(
    statement: AsLastReviewDue, case: Case, authority: Authority, conference: Conference
) -> Iterator[Bound]:
    """When the conference before made this one due, for each child."""
    for child in conference.children:
        before = [
            other
            for other in case.conferences
            if child in other.children and other.starts < conference.starts
        ]
        if not before:
            continue
        last = max(before, key=lambda other: other.starts)
        for ruled in _due(RuledName.REVIEW_DUE, case, authority, last):
            if not isinstance(ruled.value, bool | Every):  # a date, or what is said instead
                yield Bound(
                    value=ruled.value,
                    not_set=ruled.not_set,
                    rests_on=(f"conferences.{last.id}.starts", *ruled.rests_on),
                    source=statement.source,
                )
