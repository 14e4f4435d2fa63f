"""Rules about papers: reports, plans, visits, meetings, and what passes between offices."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import Final

from cpdocs.case.case import Case
from cpdocs.case.rules.base import Path, Rule, every, repeated
from cpdocs.model.base import Record
from cpdocs.model.conference import Approval, Conference, Exclusion, PlanOutcome
from cpdocs.model.office import Booking, Cover, EndingGround, Lateness, StandDown, Transfer
from cpdocs.model.plans import BirthArrangements, CoreGroupMeeting, Every, Plan, Signature
from cpdocs.model.reports import ChronologyEntry, Report, ReportKind, ReportTopic, Seen, Visit
from cpdocs.model.view import PAPERS, Paper

# The first never comes after the second. A move may become known after it (R 7.17), a change may be
# told before it (a holiday), and a report may be late: none of those is here.
_ORDERS: Final[tuple[tuple[type[Record], str, str], ...]] = (
    (ChronologyEntry, "dated", "until"),
    (Cover, "starts", "ends"),
    (Transfer, "known", "dated"),
    (Transfer, "moved", "until"),
    (CoreGroupMeeting, "starts", "next_meeting"),
    (CoreGroupMeeting, "starts", "circulated"),
    (Plan, "dated", "detailed_by"),
    (Plan, "dated", "review"),
    (BirthArrangements, "begun", "forwarded_by"),
)

# What is agreed, signed for or countersigned, and the day from which it can be.
_APPROVALS: Final[tuple[tuple[type[Record], str, str], ...]] = (
    (Plan, "dated", "approved"),
    (BirthArrangements, "begun", "agreed"),
    (CoreGroupMeeting, "starts", "countersigned"),
)

# Fields of papers that only somebody who takes part by profession can stand in.
_BY_PROFESSION: Final[tuple[tuple[type[Record], tuple[str, ...]], ...]] = (
    (Report, ("by",)),
    (Visit, ("by",)),
    (Plan, ("lead_worker",)),
    (Cover, ("worker", "cover")),
    (Booking, ("asked_by", "agreed_by")),
)


def _papers(case: Case) -> Iterator[tuple[Path, Paper]]:
    for name in PAPERS:
        for position, paper in enumerate(getattr(case, name)):
            yield (name, str(position)), paper


def _conference(case: Case, conference_id: str) -> Conference | None:
    return next((each for each in case.conferences if each.id == conference_id), None)


def _another_child(case: Case) -> Iterator[Path]:
    for path, paper in _papers(case):
        conference = _conference(case, paper.conference)
        if conference is None or isinstance(paper, ChronologyEntry):
            continue  # an entry is about whom it is about, adults too
        for position, child in enumerate(paper.subjects):
            where = ("children", str(position)) if hasattr(paper, "children") else ("child",)
            if child not in conference.children:
                yield (*path, *where)


def _for_no_child(case: Case) -> Iterator[Path]:
    # What is judged for each of its children is open to everyone where it has none.
    for path, paper in _papers(case):
        if not isinstance(paper, ChronologyEntry) and not paper.subjects:
            yield (*path, "children")


def _excluded_without_ground(case: Case) -> Iterator[Path]:
    for path, exclusion in every(case, Exclusion):
        if exclusion.ground is None:
            yield path


def _report_without_author(case: Case) -> Iterator[Path]:
    for path, report in every(case, Report):
        if report.by is None:
            yield path


def _not_by_profession(case: Case) -> Iterator[Path]:
    for kind, fields in _BY_PROFESSION:
        for path, record in every(case, kind):
            for field in fields:
                who = getattr(record, field)
                if who is not None and case.professional(who) is None:
                    yield (*path, field)


def _review_without_answers(case: Case) -> Iterator[Path]:
    for path, report in every(case, Report):
        told = {section.topic for section in report.sections}
        answered = report.answers or ReportTopic.PROGRESS in told
        if report.kind is ReportKind.REVIEW and not answered:
            yield path


def _not_seen_without_reason(case: Case) -> Iterator[Path]:
    for path, visit in every(case, Visit):
        if visit.seen is Seen.NOT_SEEN and visit.because is None:
            yield path


def _day(value: date | datetime) -> date:
    return value.date() if isinstance(value, datetime) else value


def _out_of_order(case: Case) -> Iterator[Path]:
    for kind, first, second in _ORDERS:
        for path, record in every(case, kind):
            early, late = getattr(record, first), getattr(record, second)
            if early is not None and late is not None and _day(late) < _day(early):
                yield (*path, second)


def _approved_early(case: Case) -> Iterator[Path]:
    for kind, first, field in _APPROVALS:
        for path, record in every(case, kind):
            approval = getattr(record, field)
            if approval is not None and approval.dated < _day(getattr(record, first)):
                yield (*path, field, "dated")


def _approved_by_nobody(case: Case) -> Iterator[Path]:
    for path, approval in every(case, Approval):
        if approval.by is None:
            yield path


def _signed_without_date(case: Case) -> Iterator[Path]:
    for path, signature in every(case, Signature):
        if signature.how is not None and signature.dated is None:
            yield path


def _dated_without_signing(case: Case) -> Iterator[Path]:
    for path, signature in every(case, Signature):
        if signature.how is None and signature.dated is not None:
            yield path


def _never(case: Case) -> Iterator[Path]:
    for path, interval in every(case, Every):
        if interval.count < 1:
            yield (*path, "count")


def _there_and_not_there(case: Case) -> Iterator[Path]:
    for path, meeting in every(case, CoreGroupMeeting):
        for position, who in enumerate(meeting.apologies):
            if who in meeting.present:
                yield (*path, "apologies", str(position))


def _ended_twice(case: Case) -> Iterator[Path]:
    ended = tuple(f"{ending.conference} {ending.child}" for ending in case.endings)
    for position in repeated(ended):
        yield ("endings", str(position), "child")


def _ended_against_decision(case: Case) -> Iterator[Path]:
    kept = {
        (conference.id, decision.child)
        for conference in case.conferences
        if conference.minutes is not None
        for decision in conference.minutes.decisions
        if decision.plan in (PlanOutcome.MADE, PlanOutcome.CONTINUED)
    }
    for position, ending in enumerate(case.endings):
        judged = ending.ground is EndingGround.NO_LONGER_AT_RISK
        if judged and (ending.conference, ending.child) in kept:
            yield ("endings", str(position), "ground")


def _of_another_agency(case: Case) -> Iterator[Path]:
    for path, transfer in every(case, Transfer):
        to = case.professional(transfer.to)
        if to is None or to.agency != transfer.other_authority:
            yield (*path, "to")


def _stood_down_without_reason(case: Case) -> Iterator[Path]:
    for path, stand_down in every(case, StandDown):
        if not stand_down.reasons:
            yield (*path, "reasons")


def _late_without_authority(case: Case) -> Iterator[Path]:
    for path, lateness in every(case, Lateness):
        if not lateness.authorised_by:
            yield (*path, "authorised_by")


RULES: Final = (
    Rule(
        code="paper-for-another-child",  # R 7.1.10.2; N l.217; L 9.3.6
        wrong="This is for a child whom its conference is not about.",
        mend="Write a child of the conference, or correct `conference`.",
        find=_another_child,
    ),
    Rule(
        code="paper-for-no-child",
        wrong="This does not say which child it is for.",
        mend="Write the ids under `children`.",
        find=_for_no_child,
    ),
    Rule(
        code="excluded-without-ground",  # R 7.1.9; W l.32
        wrong="Somebody is excluded, and the ground is not given.",
        mend="Write `ground`: it is for the chair and minute-taker alone.",
        find=_excluded_without_ground,
    ),
    Rule(
        code="report-without-author",  # R 7.1.10.2
        wrong="This report does not say who wrote it.",
        mend="Write `by` with the id of one under professionals.",
        find=_report_without_author,
    ),
    Rule(
        code="not-by-a-professional",
        wrong="Somebody of the case's professionals belongs here, and this is none of them.",
        mend="Write the id of one under professionals.",
        find=_not_by_profession,
    ),
    Rule(
        code="review-without-answers",  # N l.315; R 7.10.2; H122
        wrong="A report to a review says nothing of what became of the plan.",
        mend="Write `answers`, one for each point of the plan, or a section on `progress`.",
        find=_review_without_answers,
    ),
    Rule(
        code="not-seen-without-reason",  # N l.283-291; R 7.7
        wrong="The child was not seen at this visit, and nothing says why.",
        mend="Write `because`, or correct `seen`.",
        find=_not_seen_without_reason,
    ),
    Rule(
        code="dates-out-of-order",
        wrong="This date is before the one that it follows.",
        mend="Correct one of the two.",
        find=_out_of_order,
    ),
    Rule(
        code="approved-before-written",
        wrong="This was approved before it was written, or before the meeting that it is of.",
        mend="Correct one of the two dates.",
        find=_approved_early,
    ),
    Rule(
        code="approved-by-nobody",
        wrong="This says when it was approved, and not by whom.",
        mend="Add `by`, the id of whoever approved it.",
        find=_approved_by_nobody,
    ),
    Rule(
        code="signed-without-date",  # L 9.3.26-27
        wrong="This says how the plan was answered, and not when.",
        mend="Write `dated`.",
        find=_signed_without_date,
    ),
    Rule(
        code="dated-without-signing",  # L 9.3.26-27
        wrong="There is a date here, and not what was done on it.",
        mend="Write `how`: `signed`, `by-email` or `declined`; or take `dated` out.",
        find=_dated_without_signing,
    ),
    Rule(
        code="every-nought",  # N l.225
        wrong="Every nought days, weeks or months is no interval.",
        mend="Write a `count` of 1 or more.",
        find=_never,
    ),
    Rule(
        code="there-and-not-there",
        wrong="This person is down as present as well.",
        mend="Keep them under `present` or under `apologies`.",
        find=_there_and_not_there,
    ),
    Rule(
        code="ended-twice",
        wrong="The plan of this child is ended already, for the same conference.",
        mend="Keep one ending for each child.",
        find=_ended_twice,
    ),
    Rule(
        code="ended-against-decision",  # R 7.11
        wrong="The conference made or kept this child's plan, so it did not find that the child is "
        "no longer at risk.",
        mend="Correct `ground` or the decision, or name the conference that ended the plan.",
        find=_ended_against_decision,
    ),
    Rule(
        code="transfer-to-another-agency",  # R 7.17
        wrong="Whoever is written to is not of the other authority.",
        mend="Write the id of a professional whose `agency` is `other_authority`.",
        find=_of_another_agency,
    ),
    Rule(
        code="stood-down-without-reason",  # S 4.2-4.4; R 7.2.5
        wrong="The conference was stood down, and no reason is given.",
        mend="Write `reasons` with at least one.",
        find=_stood_down_without_reason,
    ),
    Rule(
        code="late-without-authority",  # N l.37; R 7.1.3
        wrong="The conference is later than its timescale, and nobody authorised it.",
        mend="Write the ids of those who did under `authorised_by`.",
        find=_late_without_authority,
    ),
)
