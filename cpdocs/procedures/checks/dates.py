"""Checks of dates: when a conference and its review are held, and dates out of order (H1)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time
from typing import Final

from cpdocs.findings import Severity
from cpdocs.model.conference import ConferenceType
from cpdocs.model.office import TransferKind
from cpdocs.model.ruling import RuledName
from cpdocs.procedures import clock
from cpdocs.procedures.checks.base import (
    FIRST,
    Check,
    Facts,
    Found,
    Undecided,
    by,
    day,
    for_all,
    later_than,
)
from cpdocs.procedures.due import bounds
from cpdocs.procedures.timescales import NoLaterThan, Within

E, W = Severity.ERROR, Severity.WARNING

_NO_EXCEPTION = frozenset({"S", "W"})  # their texts name none (H001)
_ADULT = 18  # N l.357


def _bound(facts: Facts, kind: type[Within | NoLaterThan]) -> date | None:
    """The earliest day that statements of one kind set for the conference."""
    stated = facts.authority.timescales[RuledName.CONFERENCE_DUE][facts.conference.type]
    found = (
        bound.day
        for each in stated
        if isinstance(each, kind)
        for bound in bounds(each, facts.case, facts.conference, facts.authority.day_1.value)
        if bound.value is not None
    )
    return min(found, default=None)


def _authorised(facts: Facts) -> bool:
    booking = facts.conference.booking
    return booking is not None and booking.late is not None


def _late(facts: Facts) -> Found:
    if facts.conference.type not in FIRST:
        return
    due = _bound(facts, Within)
    excused = _authorised(facts) and facts.text not in _NO_EXCEPTION
    if due is None and facts.due(RuledName.CONFERENCE_DUE) is None:
        yield Undecided(
            place=f"{facts.at}.starts",
            missing="the strategy discussion from which the time is counted",
        )
    elif due is not None and facts.held > due and not excused:
        yield f"{facts.at}.starts"


def _half_authorised(facts: Facts) -> Found:
    booking = facts.conference.booking
    if booking is None or booking.late is None:
        return
    needed = 2 if facts.text == "N" else 1  # N l.37: both Service Managers
    if len(set(booking.late.authorised_by)) < needed:
        yield f"{facts.at}.booking.late"


def _late_in_pregnancy(facts: Facts) -> Found:
    due = _bound(facts, NoLaterThan)
    if due is not None and facts.held > due:
        yield f"{facts.at}.starts"


def _born_and_due(facts: Facts) -> Found:
    for child in facts.children:
        if child.born is not None and child.due is not None:
            about = (it for it in facts.case.conferences if child.id in it.children)
            if all(it.starts.date() >= child.born for it in about):
                yield f"children.{child.id}.due"


def _late_after_a_move(facts: Facts) -> Found:
    if facts.conference.type is not ConferenceType.TRANSFER_IN:
        return
    due = facts.due(RuledName.CONFERENCE_DUE)
    if due is None:
        yield Undecided(
            place=f"{facts.at}.starts", missing="the day on which the authority was told of it"
        )
    elif facts.held > due and not _authorised(facts):
        yield f"{facts.at}.starts"


def _move_unsaid(facts: Facts) -> Found:
    if facts.conference.type is ConferenceType.TRANSFER_IN and not any(
        it.kind is not TransferKind.OUT for _, it in facts.transfers
    ):
        yield Undecided(place=facts.at, missing="the transfer, and whether the move is for good")


def _is_first_review(facts: Facts) -> bool:
    return not any(
        other.type is ConferenceType.REVIEW
        for child in facts.conference.children
        for other in facts.earlier(child)
    )


def _review_late(facts: Facts) -> Iterator[str]:
    if facts.conference.type is ConferenceType.REVIEW:
        due = facts.due(RuledName.CONFERENCE_DUE)
        if due is not None and facts.held > due:
            yield f"{facts.at}.starts"


def _next_review_late(facts: Facts) -> Iterator[str]:
    """The review that this conference set is too late, or is overdue."""
    due = facts.due(RuledName.REVIEW_DUE)
    minutes = facts.conference.minutes
    if due is None or minutes is None or not facts.planned:
        return
    overdue = facts.on > due and any(
        not facts.later(child) and not facts.has_ended(child) for child in facts.planned
    )
    if later_than(minutes.review, due) or overdue:
        yield f"{facts.at}.minutes.review"


def _first_review_late(facts: Facts) -> Found:
    if facts.conference.type is ConferenceType.REVIEW:
        if _is_first_review(facts):
            yield from _review_late(facts)
    else:
        yield from _next_review_late(facts)


def _later_review_late(facts: Facts) -> Found:
    if facts.conference.type is ConferenceType.REVIEW:
        if not _is_first_review(facts):
            yield from _review_late(facts)
        yield from _next_review_late(facts)


def _review_not_set(facts: Facts) -> Found:
    minutes = facts.conference.minutes
    if minutes is None or not facts.planned:
        return
    if minutes.review is None and not any(plan.review for _, plan in facts.plans()):
        yield f"{facts.at}.minutes.review"


def _review_without_time(facts: Facts) -> Found:
    minutes = facts.conference.minutes
    if minutes is not None and minutes.review is not None and minutes.review.time() == time.min:
        yield f"{facts.at}.minutes.review"


def _eighteen(facts: Facts) -> Found:
    minutes = facts.conference.minutes
    review = day(minutes.review) if minutes else None
    for child in facts.children:
        if child.id not in facts.planned or child.born is None:
            continue
        birthday = clock.months_after(child.born, 12 * _ADULT)
        if facts.held < birthday and review is not None and birthday < review:
            yield f"children.{child.id}.born"


CHECKS: Final = (
    Check(
        code="H001",
        what="The first conference is later than its timescale, and the delay is not authorised",
        says="The conference is later than its timescale allows. Bring it forward, or record under "
        "`booking.late` why it is late and who authorised that.",
        sources=by(E, R="7.1.3", N="l.25, l.37", S="1.1, 1.4", W="l.28"),
        find=_late,
    ),
    Check(
        code="H002",
        what="A delay without everybody who has to authorise it (N: two service managers)",
        says="Not everybody who has to authorise the delay is named. Complete `booking.late`.",
        sources=by(E, R="7.1.3", N="l.37"),
        find=_half_authorised,
    ),
    Check(
        code="H007",
        what="A conference before a birth is later in the pregnancy than it may be",
        says="The conference is later in the pregnancy than it may be. Bring it forward.",
        sources=by(E, R="7.1.3"),
        find=_late_in_pregnancy,
    ),
    Check(
        code="H008",
        what="A due date beside a date of birth, when no conference was before the birth",
        says="This child was born before any conference, so there is nothing due. Take it out.",
        sources=for_all(E),
        find=_born_and_due,
    ),
    Check(
        code="H009",
        what="The conference after a move into the area is later than its timescale",
        says="The conference after the move is later than its timescale allows. Bring it forward, "
        "or record under `booking.late` why it is late and who authorised that.",
        sources=by(E, R="7.1.3, 7.17, 7.18", N="l.356"),
        find=_late_after_a_move,
    ),
    Check(
        code="H009",
        what="Whether a move into the area is for good is not said",
        says="Record the transfer, and whether the child has moved for good.",
        sources=by(E, R="7.17, 7.18", N="l.356"),
        find=_move_unsaid,
    ),
    Check(
        code="H010",
        what="The first review is, or is planned, later than its timescale, or is overdue",
        says="The first review conference is later than its timescale allows. Set an earlier day.",
        sources=by(E, R="7.10.1", S="1.3", L="9.4.11", W="l.34"),
        find=_first_review_late,
    ),
    Check(
        code="H011",
        what="A later review is, or is planned, later than its timescale, or is overdue",
        says="The review conference is later than its timescale allows. Set an earlier day.",
        sources=by(E, R="7.10.1", S="1.3", L="9.4.11") + by(W, W="l.77"),
        find=_later_review_late,
    ),
    Check(
        code="H012",
        what="A plan is made, and no review is set",
        says="A child has a plan and no day is set for its review. Set one.",
        sources=by(E, R="7.4 k", N="l.227", S="1.3", L="9.4.11", W="l.34"),
        find=_review_not_set,
    ),
    Check(
        code="H012",
        what="The review has a day and no time",
        says="The review has a day and no time. Set the time too.",
        sources=by(E, N="l.227"),
        find=_review_without_time,
    ),
    Check(
        code="H034",
        what="A child turns eighteen before the next review",
        says="This child turns eighteen before the next review. Hold a review round that day.",
        sources=by(W, N="l.357"),
        find=_eighteen,
    ),
)
