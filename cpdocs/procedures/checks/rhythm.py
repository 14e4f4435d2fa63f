"""Checks of what is done again and again: core groups, visits and reviews of help (H1)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from cpdocs.findings import Severity
from cpdocs.model.conference import ConferenceType
from cpdocs.model.plans import CoreGroupMeeting, Every, PlanKind
from cpdocs.model.reports import Seen, Visit
from cpdocs.model.ruling import RuledName
from cpdocs.procedures.checks.base import (
    Check,
    Facts,
    Found,
    Undecided,
    after,
    by,
    day,
    later_than,
    placed,
    shortest,
)

E, W = Severity.ERROR, Severity.WARNING


def _first_group_late(facts: Facts) -> Found:
    if facts.conference.type is not ConferenceType.REVIEW:
        yield from _group_late(facts)


def _group_after_review_late(facts: Facts) -> Found:
    if facts.conference.type is ConferenceType.REVIEW:
        yield from _group_late(facts)


def _group_late(facts: Facts) -> Iterator[str]:
    """For some child with a plan no meeting was held or is set in time, and the time is known."""
    due = facts.due(RuledName.CORE_GROUP_DUE)
    minutes = facts.conference.minutes
    if due is None or minutes is None:
        return
    for child in facts.planned:
        held = [it.starts.date() for _, it in facts.meetings if child in it.children]
        planned = [
            group.first_meeting.date()
            for group in minutes.core_groups
            if child in group.children and group.first_meeting is not None
        ]
        first = min(held or planned, default=None)
        if later_than(first, due) or (first is None and facts.on > due):
            yield f"{facts.at}.minutes.core_groups"
            return


def _late_meetings(facts: Facts) -> Iterator[tuple[str, CoreGroupMeeting]]:
    """Each meeting after which the next was, or is set, later than it had to be."""
    for place, meeting in facts.meetings:
        due = facts.due(RuledName.NEXT_CORE_GROUP_DUE, about=meeting.id)
        later = [
            other.starts.date()
            for _, other in facts.meetings
            if other.starts.date() > meeting.starts.date()
            and set(other.children) & set(meeting.children)
        ]
        following = min(later, default=day(meeting.next_meeting))
        if later_than(following, due):
            yield place, meeting


def _group_gap(facts: Facts) -> Found:
    yield from (f"{place}.next_meeting" for place, _ in _late_meetings(facts))


def _gap_unexplained(facts: Facts) -> Found:
    for place, meeting in _late_meetings(facts):
        if meeting.later_because is None or meeting.countersigned is None:
            yield f"{place}.later_because"


def _notes_late(facts: Facts) -> Found:
    for place, meeting in facts.meetings:
        due = facts.due(RuledName.CORE_GROUP_NOTES_DUE, about=meeting.id)
        if due is None:
            continue
        if later_than(meeting.circulated, due) or (meeting.circulated is None and facts.on > due):
            yield f"{place}.circulated"


def _signatures_late(facts: Facts) -> Found:
    for _, meeting in facts.meetings:
        due = facts.due(RuledName.SIGNED_AGREEMENT_DUE, about=meeting.id)
        if due is None:
            continue
        for place, plan in facts.plans(PlanKind.DETAILED):
            unsigned = any(signature.how is None for signature in plan.signatures)
            if plan.child in meeting.children and unsigned and facts.on > due:
                yield f"{place}.signatures"


def _visits(facts: Facts, child: str) -> list[tuple[str, Visit]]:
    found = [(place, it) for place, it in facts.of(Visit) if it.child == child]
    return sorted(found, key=lambda it: (it[1].made.date(), it[0]))


def _often(facts: Facts, child: str) -> list[Every | None]:
    """How often this child is to be visited: by the procedures, and by the child's plans."""
    plans = [plan.visit_every for _, plan in facts.plans() if plan.child == child]
    return [facts.every(RuledName.VISITS_EVERY), *plans]


def _visit_gap(facts: Facts) -> Found:
    for child in facts.conference.children:
        seen = [(at, it) for at, it in _visits(facts, child) if it.seen is not Seen.NOT_SEEN]
        often = _often(facts, child)
        for (_, earlier), (place, later) in pairwise(seen):
            if later_than(later.made, shortest(earlier.made.date(), *often)):
                yield f"{place}.made"


def _bedroom_never_seen(facts: Facts) -> Found:
    if facts.conference.type is not ConferenceType.REVIEW:
        return
    for child in facts.conference.children:
        visits = _visits(facts, child)
        if visits and not any(visit.bedroom_seen for _, visit in visits):
            yield f"{visits[-1][0]}.bedroom_seen"


def _failed_twice(facts: Facts) -> Found:
    for child in facts.conference.children:
        for (_, first), (place, second) in pairwise(_visits(facts, child)):
            if first.seen is not Seen.NOT_SEEN or second.seen is not Seen.NOT_SEEN:
                continue
            agreed = any(
                meeting.actions
                and child in meeting.children
                and meeting.starts.date() >= second.made.date()
                for _, meeting in facts.meetings
            )
            if not second.notes and not agreed:
                yield f"{place}.notes"


def _help_unreviewed(facts: Facts) -> Found:
    every = facts.every(RuledName.CHILD_IN_NEED_REVIEW_EVERY)
    if every is None:
        return
    for place, plan in facts.plans(PlanKind.CHILD_IN_NEED):
        if plan.review is None:
            yield Undecided(place=f"{place}.review", missing="when the plan is reviewed")
        elif later_than(plan.review, after(plan.dated, every)):
            yield f"{place}.review"


def _frequency_over(facts: Facts) -> Found:
    """A plan lets more time pass between visits than the procedures do."""
    every = facts.every(RuledName.VISITS_EVERY)
    for place, plan in facts.plans():
        if every is None or plan.visit_every is None:
            continue
        # Both counted from the same day, so that weeks and working days can be compared.
        if after(facts.held, plan.visit_every) > after(facts.held, every):
            yield f"{place}.visit_every"


def _frequency_changed(facts: Facts) -> Found:
    """Two plans of a child give different visits, and no meeting's notes between are signed for."""
    plans = sorted(facts.plans(), key=lambda it: (it[1].dated, it[0]))
    with_visits = [(place, plan) for place, plan in plans if plan.visit_every is not None]
    for child in facts.conference.children:
        own = [(place, plan) for place, plan in with_visits if plan.child == child]
        for (_, earlier), (place, later) in pairwise(own):
            signed = any(
                meeting.countersigned is not None and child in meeting.children
                for _, meeting in facts.meetings
                if earlier.dated <= meeting.starts.date() <= later.dated
            )
            if earlier.visit_every != later.visit_every and not signed:
                yield f"{place}.visit_every"


def _never_alone(facts: Facts) -> Found:
    for child in facts.conference.children:
        visits = [(at, it) for at, it in _visits(facts, child) if it.seen is not Seen.NOT_SEEN]
        explained = any(visit.because for _, visit in visits)
        if visits and not explained and all(it.seen is Seen.SEEN for _, it in visits):
            yield f"{visits[-1][0]}.seen"


def _same_note(facts: Facts) -> Found:
    """Two children's visits at one time, word for word the same, and a child's own is among them.

    A note that is copied keeps `seen` for a child who was not there (N l.291).
    """
    read: dict[tuple[str, ...], str] = {}
    for place, visit in placed("visits", facts.case.visits):
        if not visit.notes or visit.seen is Seen.NOT_SEEN:
            continue
        told = (
            visit.made.isoformat(),
            visit.by,
            visit.seen.value,
            *(note.text for note in visit.notes),
        )
        if read.setdefault(told, visit.child) != visit.child:
            yield f"{place}.notes"


CHECKS: Final = (
    Check(
        code="H014",
        what="The first core group is, or is set, later than its timescale, or is overdue",
        says="A child has a plan and the first core group is later than its timescale allows, or "
        "is not set. Set an earlier day.",
        sources=by(E, R="7.8", N="l.253", L="9.2.4", W="l.34"),
        find=_first_group_late,
    ),
    Check(
        code="H015",
        what="No core group in time after a review that continued a plan",
        says="The plan goes on and the core group after the review is late, or is not set. Set an "
        "earlier day.",
        sources=by(E, N="l.253"),
        find=_group_after_review_late,
    ),
    Check(
        code="H016",
        what="Too long between two core groups",
        says="The core group after this one is later than it has to be. Bring it forward.",
        sources=by(W, R="7.8", N="l.253", L="9.2.4", W="l.73"),
        find=_group_gap,
    ),
    Check(
        code="H017",
        what="Too long between two core groups, without a reason or the manager’s signature",
        says="The next core group is late. Record why in these notes (`later_because`), and have "
        "the manager countersign them.",
        sources=by(E, R="7.8"),
        find=_gap_unexplained,
    ),
    Check(
        code="H026",
        what="The core group’s notes went round later than their timescale",
        says="The notes of this meeting are due and did not go round in time. Send them.",
        sources=by(E, L="9.3.26", S="6.11"),
        find=_notes_late,
    ),
    Check(
        code="H027",
        what="The written agreement is not signed in time",
        says="Somebody’s signature is overdue. Ask for it, or record that they declined.",
        sources=by(W, L="9.3.26"),
        find=_signatures_late,
    ),
    Check(
        code="H028",
        what="Too long between two visits at which a child was seen, child by child",
        says="More time passed since this child was last seen than the procedures or the plan "
        "allow. Record why in the visit.",
        sources=by(E, R="7.7", N="l.273", L="9.3.30, 9.4.6"),
        find=_visit_gap,
    ),
    Check(
        code="H029",
        what="Where the child sleeps was not seen between two conferences",
        says="No visit since the last conference says that the child’s bedroom was seen. See it, "
        "or record that it was.",
        sources=by(W, L="9.4.6"),
        find=_bedroom_never_seen,
    ),
    Check(
        code="H030",
        what="Two visits in a row at which a child was not seen, and nothing was agreed",
        says="The child was not seen twice in a row. Record in the visit’s notes what was agreed.",
        sources=by(E, L="9.5.3"),
        find=_failed_twice,
    ),
    Check(
        code="H033",
        what="A child in need plan is reviewed less often than it has to be",
        says="The review of this plan is later than it has to be. Set an earlier day.",
        sources=by(E, R="7.3, 7.11"),
        find=_help_unreviewed,
    ),
    Check(
        code="H175",
        what="A plan lets more time pass between visits than the procedures do",
        says="The plan’s visits are further apart than the procedures allow. Bring them closer, or "
        "have the conference’s authority for it in the minutes.",
        sources=by(E, N="l.225, l.273", L="9.3.30, 9.4.7"),
        find=_frequency_over,
    ),
    Check(
        code="H192",
        what="The frequency of visits changed without a manager’s signature",
        says="Visits changed since the plan before. Record why in the notes of a core group, and "
        "have the manager countersign them.",
        sources=by(E, N="l.273"),
        find=_frequency_changed,
    ),
    Check(
        code="H127",
        what="A child was seen at visits and never alone, and nothing says why",
        says="No visit says that the child was seen alone. See the child alone, or record why not.",
        sources=by(W, S="5.13", L="9.4.6, 9.4.10", R="7.7"),
        find=_never_alone,
    ),
    Check(
        code="H125",
        what="Two children’s visits have the same time and the same words",
        says="This note is word for word another child’s. Write what was seen of this child.",
        sources=by(W, N="l.291"),
        find=_same_note,
    ),
)
