"""Checks of whether dates can be counted, and are in an order that can be (H1)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from cpdocs.findings import Severity
from cpdocs.model.places import Event, EventKind
from cpdocs.model.ruling import RuledName
from cpdocs.procedures import clock
from cpdocs.procedures.checks.base import (
    FIRST,
    Check,
    Facts,
    Found,
    by,
    day,
    for_all,
    later_than,
)
from cpdocs.procedures.clock import DayOne
from cpdocs.procedures.timescales import NotSet, Trigger, Within

E, W, N = Severity.ERROR, Severity.WARNING, Severity.NOTE

# What a family is told most often, and what a user would look for in vain (H035).
_ASKED_FOR: Final = {
    RuledName.CONFERENCE_DUE: "when the conference is held",
    RuledName.ASSESSMENT_DUE: "when the assessment is finished",
    RuledName.MINUTES_DUE: "when the minutes are sent",
    RuledName.CORE_GROUP_DUE: "when the core group first meets",
    RuledName.CORE_GROUP_EVERY: "how often the core group meets",
    RuledName.REVIEW_DUE: "when the next review is held",
}


def _undecided_strategy(facts: Facts) -> Found:
    stated = facts.authority.timescales[RuledName.CONFERENCE_DUE][facts.conference.type]
    if not any(isinstance(s, Within) and s.of is Trigger.SECTION_47_DECISION for s in stated):
        return
    for child in facts.conference.children:
        found = [it for _, it in _strategies(facts) if child in it.about]
        if len(found) > 1 and not any(each.decided_section_47 for each in found):
            yield "events"
            return


def _strategies(facts: Facts) -> Iterator[tuple[int, Event]]:
    for position, event in enumerate(facts.case.events):
        if event.what is EventKind.STRATEGY_DISCUSSION:
            yield position, event


def _strategy_after(facts: Facts) -> Found:
    if facts.conference.type not in FIRST:
        return
    about = set(facts.conference.children)
    found = [(n, it) for n, it in _strategies(facts) if about & set(it.about)]
    if found and all(later_than(it.dated, facts.held) for _, it in found):
        yield from (f"events.{position}.dated" for position, _ in found)


def _decided_on_a_day_off(facts: Facts) -> Found:
    about = set(facts.conference.children)
    for position, event in _strategies(facts):
        when = day(event.dated)
        decided = event.decided_section_47 and about & set(event.about)
        if decided and when is not None and not clock.is_working_day(when):
            yield f"events.{position}.dated"


def _no_calendar(facts: Facts) -> Found:
    if not clock.bank_holidays(facts.held.year):
        yield f"{facts.at}.starts"


def _not_set(name: RuledName) -> Callable[[Facts], Found]:
    """The text gives no number, whatever the case says."""

    def not_set(facts: Facts) -> Found:
        stated = facts.authority.timescales[name][facts.conference.type]
        if all(isinstance(statement, NotSet) for statement in stated):
            yield facts.at

    return not_set


def _booked_late(facts: Facts) -> Found:
    booking = facts.conference.booking
    if booking is not None and later_than(booking.asked, facts.due(RuledName.BOOKING_DUE)):
        yield f"{facts.at}.booking.asked"


def _out_of_order(facts: Facts) -> Found:
    conference = facts.conference
    before: list[tuple[str, object]] = [
        ("letters_dated", conference.letters_dated),
        ("reminders_dated", conference.reminders_dated),
        ("booking.asked", conference.booking.asked if conference.booking else None),
    ]
    for field, value in before:
        if later_than(value, facts.held):
            yield f"{facts.at}.{field}"
    minutes = conference.minutes
    if minutes is None:
        return
    told: list[tuple[str, object]] = [
        ("outcome_dated", minutes.outcome_dated),
        ("review", minutes.review),
        ("approved.dated", minutes.approved.dated if minutes.approved else None),
        *(
            (f"core_groups.{position}.first_meeting", group.first_meeting)
            for position, group in enumerate(minutes.core_groups)
        ),
    ]
    for field, value in told:
        when = day(value)
        if when is not None and when < facts.held:
            yield f"{facts.at}.minutes.{field}"


def _referred_after(facts: Facts) -> Found:
    """Every referral of a child comes after the first strategy discussion about that child."""
    for child in facts.conference.children:
        days = {
            kind: [
                (when, position)
                for position, event in enumerate(facts.case.events)
                if event.what is kind and child in event.about
                if (when := day(event.dated)) is not None
            ]
            for kind in (EventKind.REFERRAL, EventKind.STRATEGY_DISCUSSION)
        }
        referrals, discussions = days.values()
        if referrals and discussions and min(referrals)[0] > min(discussions)[0]:
            yield f"events.{min(referrals)[1]}.dated"


def _no_day_left(facts: Facts) -> Found:
    booking = facts.conference.booking
    due = facts.due(RuledName.CONFERENCE_DUE)
    if facts.conference.type not in FIRST or booking is None or due is None:
        return
    # The next working day is the first on which a conference could be held at all.
    if clock.working_day(booking.asked, 1, DayOne.DAY_AFTER) > due:
        yield f"{facts.at}.booking.asked"


CHECKS: Final = (
    Check(
        code="H003",
        what="Several strategy discussions, and none is marked as the one that counts",
        says="A child has several strategy discussions and none says that it decided on section 47 "
        "enquiries, so no date can be worked out. Mark the one that did.",
        sources=by(E, R="7.1.3", N="l.25", S="1.1", W="l.28"),
        find=_undecided_strategy,
    ),
    Check(
        code="H004",
        what="Every strategy discussion comes after the conference that it led to",
        says="This strategy discussion is after the first conference. Check both dates.",
        sources=for_all(E),
        find=_strategy_after,
    ),
    Check(
        code="H005",
        what="The decision on section 47 enquiries fell on a day that is no working day",
        says="This decision was made on a day that is no working day, and the text does not say "
        "which day is then day 1. Agree the last day for the conference with the chair.",
        sources=by(W, N="l.25"),
        find=_decided_on_a_day_off,
    ),
    Check(
        code="H006",
        what="The calendar of public holidays does not reach the conference",
        says="No public holidays are known for this year, so working days cannot be counted. "
        "Check the year.",
        sources=for_all(E),
        find=_no_calendar,
    ),
    Check(
        code="H036",
        what="The conference was asked for later than its timescale",
        says="The office was asked for the conference later than it had to be.",
        sources=by(W, N="l.29", S="2.11"),
        find=_booked_late,
    ),
    Check(
        code="H037",
        what="Dates before and after the conference stand on the wrong side of it",
        says="This date is on the wrong side of the conference. Check both.",
        sources=for_all(E),
        find=_out_of_order,
    ),
    Check(
        code="H037",
        what="The first referral of a child is after the first strategy discussion",
        says="The first referral is after the first strategy discussion. Check both dates.",
        sources=for_all(E),
        find=_referred_after,
    ),
    Check(
        code="H038",
        what="The conference was asked for when no day in its timescale was left",
        says="When the conference was asked for, no day within its timescale was left. Record "
        "under `booking.late` why, and who authorised it.",
        sources=by(W, N="l.29, l.35", S="1.1"),
        find=_no_day_left,
    ),
    *(
        Check(
            code="H035",
            what=f"The authority’s text sets no number for {what}",
            says=f"The authority’s text sets no number for {what}. Agree a day and record it; none "
            "is made up here.",
            sources=for_all(N),
            find=_not_set(name),
        )
        for name, what in _ASKED_FOR.items()
    ),
)
