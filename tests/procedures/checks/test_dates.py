"""Dates: conferences, reviews, and what is sent in time or late."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from cpdocs.case.case import Case
from cpdocs.procedures.checks import check
from tests.procedures.cases import BABY, CHILD, meeting, strategy
from tests.procedures.checks.rows import (
    AFTER,
    CHILD_B,
    Row,
    case,
    decided,
    decision,
    named,
    parent,
    plan,
    report,
    review,
)

IN_TIME = [strategy("2026-11-03")]  # the fifteenth working day is the day of the conference
TOO_LATE = [strategy("2026-11-02")]
LATE = {"asked_by": "sw", "asked": "2026-11-03"}
ONE = {"reason": "Half-term", "authorised_by": ["tm"], "dated": "2026-11-05"}
TWO = {**ONE, "authorised_by": ["tm", "chair"]}


def _late(authority: str, **late: Any) -> Case:
    booking = {**LATE, "late": late} if late else LATE
    return case(meeting(booking=booking), authority=authority, events=TOO_LATE)


def _reviewed(starts: str, authority: str = "rotherham", before: int = 0) -> Case:
    """A review on a day, after the first conference and so many reviews."""
    more = [review(id="c-9", starts="2027-02-01T10:00")] * before
    return case(meeting(), *more, review(starts=starts), authority=authority)


def _shared(day: str, authority: str = "rotherham", **more: Any) -> Case:
    return case(meeting(), authority=authority, reports=[report(shared_with_family=day)], **more)


def _two(first: bool, second: bool = False) -> Case:
    events = [strategy("2026-11-03", decided=first), strategy("2026-11-05", decided=second)]
    return case(authority="nottinghamshire", events=events)


DATES = (
    Row(
        code="H001",
        place="conferences.c-1.starts",
        bad=case(events=TOO_LATE),
        good=case(events=IN_TIME),
    ),
    Row(
        code="H001",
        place="conferences.c-1.starts",
        bad=case(events=TOO_LATE),
        good=_late("rotherham", **ONE),
    ),
    # Sunderland names no exception: an authorised delay is late all the same.
    Row(
        code="H001",
        place="conferences.c-1.starts",
        bad=_late("sunderland", **TWO),
        good=case(authority="sunderland", events=IN_TIME),
    ),
    Row(
        code="H002",
        place="conferences.c-1.booking.late",
        bad=_late("nottinghamshire", **ONE),
        good=_late("nottinghamshire", **TWO),
    ),
    Row(code="H003", place="events", bad=_two(False), good=_two(True)),
    Row(
        code="H004",
        place="events.0.dated",
        bad=case(events=[strategy("2026-11-24")]),
        good=case(events=IN_TIME),
    ),
    Row(
        code="H005",
        place="events.0.dated",
        bad=case(authority="nottinghamshire", events=[strategy("2026-11-07", decided=True)]),
        good=case(authority="nottinghamshire", events=[strategy("2026-11-06", decided=True)]),
    ),
    Row(
        code="H006",
        place="conferences.c-1.starts",
        bad=case(meeting(starts="2200-11-24T10:00")),
        good=case(),
    ),
    # The baby is due on 20 February 2027: 31+6 is 25 December 2026.
    Row(
        code="H007",
        place="conferences.c-1.starts",
        bad=case(meeting(children=["baby"], starts="2026-12-26T10:00"), children=[BABY]),
        good=case(meeting(children=["baby"], starts="2026-12-25T10:00"), children=[BABY]),
    ),
    Row(
        code="H008",
        place="children.child-a.due",
        bad=case(children=[{**CHILD, "due": "2018-03-20"}]),
        good=case(children=[CHILD]),
    ),
    Row(
        code="H008",
        place="children.baby.due",
        bad=case(meeting(children=["baby"]), children=[{**BABY, "born": "2026-11-20"}]),
        good=case(meeting(children=["baby"]), children=[{**BABY, "born": "2027-02-18"}]),
    ),
    Row(
        code="H009",
        place="conferences.c-1.starts",
        bad=case(
            meeting(type="transfer-in"),
            events=[{"what": "move-notified", "dated": "2026-11-02", "about": ["child-a"]}],
        ),
        good=case(
            meeting(type="transfer-in"),
            events=[{"what": "move-notified", "dated": "2026-11-03", "about": ["child-a"]}],
        ),
    ),
    Row(
        code="H010",
        place="conferences.c-2.starts",
        bad=_reviewed("2027-02-24T10:00"),
        good=_reviewed("2027-02-23T10:00"),
    ),
    # Set too late, though it has not been held.
    Row(
        code="H010",
        place="conferences.c-1.minutes.review",
        bad=case(decided(minutes={"review": "2027-02-24T10:00"})),
        good=case(decided(minutes={"review": "2027-02-23T10:00"})),
    ),
    # Set in time, and then not held.
    Row(
        code="H010",
        place="conferences.c-1.minutes.review",
        bad=case(decided(minutes={"review": "2027-02-22T10:00"})),
        good=case(decided(minutes={"review": "2027-02-22T10:00"})),
        on=date(2027, 2, 24),
        good_on=date(2027, 2, 23),
    ),
    Row(
        code="H010",
        place="conferences.c-1.minutes.review",
        bad=case(decided(minutes={"review": "2027-02-22T10:00"})),
        good=case(decided(minutes={"review": "2027-02-22T10:00"}), review()),
        on=date(2027, 3, 1),
    ),
    Row(
        code="H011",
        place="conferences.c-2.starts",
        bad=_reviewed("2027-08-02T10:00", before=1),
        good=_reviewed("2027-08-01T10:00", before=1),
    ),
    Row(
        code="H012",
        place="conferences.c-1.minutes.review",
        bad=case(decided()),
        good=case(decided(minutes={"review": "2027-02-22T10:00"})),
    ),
    Row(
        code="H012",
        place="conferences.c-1.minutes.review",
        bad=case(decided()),
        good=case(decided(decision(plan="not-made"))),
    ),
    Row(
        code="H012",
        place="conferences.c-1.minutes.review",
        bad=case(decided(minutes={"review": "2027-02-22T00:00"}), authority="nottinghamshire"),
        good=case(decided(minutes={"review": "2027-02-22T10:00"}), authority="nottinghamshire"),
    ),
    Row(
        code="H034",
        place="children.child-a.born",
        bad=case(
            decided(minutes={"review": "2027-02-22T10:00"}),
            authority="nottinghamshire",
            children=[{**CHILD, "born": "2009-02-21"}],
        ),
        good=case(
            decided(minutes={"review": "2027-02-22T10:00"}),
            authority="nottinghamshire",
            children=[{**CHILD, "born": "2009-02-22"}],
        ),
    ),
    *(
        Row(
            code="H035",
            place="conferences.c-1",
            says=says,
            bad=case(authority=bad),
            good=case(authority=good),
        )
        for says, bad, good in (
            ("when the conference is held", "london-style", "rotherham"),
            ("the assessment", "nottinghamshire", "rotherham"),
            ("the minutes", "rotherham", "sunderland"),
            ("first meets", "sunderland", "rotherham"),
            ("how often", "sunderland", "rotherham"),
            ("the next review", "nottinghamshire", "rotherham"),
        )
    ),
    Row(
        code="H036",
        place="conferences.c-1.booking.asked",
        bad=case(
            meeting(booking={**LATE, "asked": "2026-11-06", "agreed": "2026-11-04"}),
            authority="nottinghamshire",
        ),
        good=case(
            meeting(booking={**LATE, "asked": "2026-11-04", "agreed": "2026-11-04"}),
            authority="nottinghamshire",
        ),
    ),
    *(
        Row(
            code="H037",
            place=f"conferences.c-1.{field}",
            bad=case(meeting(**{field: "2026-11-24"})),
            good=case(meeting(**{field: "2026-11-23"})),
        )
        for field in ("letters_dated", "reminders_dated")
    ),
    *(
        Row(
            code="H037",
            place=f"conferences.c-1.minutes.{field}",
            bad=case(decided(minutes={field: "2026-11-22"})),
            good=case(decided(minutes={field: "2026-11-23"})),
        )
        for field in ("outcome_dated", "review")
    ),
    Row(
        code="H037",
        place="events.1.dated",
        bad=case(
            events=[*IN_TIME, {"what": "referral", "dated": "2026-11-04", "about": ["child-a"]}]
        ),
        good=case(
            events=[*IN_TIME, {"what": "referral", "dated": "2026-11-03", "about": ["child-a"]}]
        ),
    ),
    Row(
        code="H038",
        place="conferences.c-1.booking.asked",
        bad=case(
            meeting(booking={**LATE, "asked": "2026-11-23"}), authority="sunderland", events=IN_TIME
        ),
        good=case(
            meeting(booking={**LATE, "asked": "2026-11-20"}), authority="sunderland", events=IN_TIME
        ),
    ),
)

SENDING = (
    Row(
        code="H019",
        place="reports.p-1.shared_with_family",
        bad=_shared("2026-11-22"),
        good=_shared("2026-11-21"),
    ),
    Row(
        code="H020",
        place="reports.p-1.shared_with_family",
        bad=_shared("2026-11-17", "sunderland", people=[parent(needs={"first_language": "ur"})]),
        good=_shared("2026-11-17", "sunderland", people=[parent(needs={"first_language": "en"})]),
    ),
    Row(
        code="H021",
        place="reports.p-1.shared_with_family",
        bad=_shared("2026-11-17", "sunderland", people=[parent(needs={"wording": "easy-read"})]),
        good=_shared("2026-11-16", "sunderland", people=[parent(needs={"wording": "easy-read"})]),
    ),
    Row(
        code="H023",
        place="conferences.c-2.letters_dated",
        bad=case(meeting(), review(letters_dated="2027-02-09"), authority="nottinghamshire"),
        good=case(meeting(), review(letters_dated="2027-02-08"), authority="nottinghamshire"),
    ),
    Row(
        code="H024",
        place="conferences.c-1.minutes.outcome_dated",
        bad=case(decided(minutes={"outcome_dated": "2026-11-25"})),
        good=case(decided(minutes={"outcome_dated": "2026-11-24"})),
    ),
    Row(
        code="H025",
        place="conferences.c-1.minutes.approved",
        bad=case(decided(), authority="sunderland"),
        good=case(decided(), authority="sunderland"),
        on=date(2026, 12, 11),
        good_on=date(2026, 12, 10),
    ),
    Row(
        code="H025",
        place="conferences.c-1.minutes.approved",
        bad=case(
            decided(minutes={"approved": {"by": "chair", "dated": "2026-12-11"}}),
            authority="sunderland",
        ),
        good=case(
            decided(minutes={"approved": {"by": "chair", "dated": "2026-12-10"}}),
            authority="sunderland",
        ),
        on=date(2027, 1, 1),
    ),
    Row(
        code="H031",
        place="reports.p-1.dated",
        bad=case(
            meeting(),
            review(),
            authority="sunderland",
            reports=[report(conference="c-2", kind="review", dated="2027-02-16")],
        ),
        good=case(
            meeting(),
            review(),
            authority="sunderland",
            reports=[report(conference="c-2", kind="review", dated="2027-02-15")],
        ),
    ),
    Row(
        code="H032",
        place="birth_arrangements.b-1.agreed",
        bad=case(
            meeting(type="pre-birth", children=["baby"]),
            authority="sunderland",
            children=[BABY],
            birth_arrangements=[
                {
                    "id": "b-1",
                    "conference": "c-1",
                    "child": "baby",
                    "begun": "2026-11-20",
                    "sections": [],
                }
            ],
        ),
        good=case(
            meeting(type="pre-birth", children=["baby"]),
            authority="sunderland",
            children=[BABY],
            birth_arrangements=[
                {
                    "id": "b-1",
                    "conference": "c-1",
                    "child": "baby",
                    "begun": "2026-11-20",
                    "agreed": {"by": "chair", "dated": "2026-11-23"},
                    "sections": [],
                }
            ],
        ),
        on=date(2027, 1, 1),
    ),
)

ROWS = DATES + SENDING


@pytest.mark.parametrize("row", ROWS, ids=named)
def test_a_check_finds_the_bad_case_and_not_the_nearest_good_one(row: Row) -> None:
    assert row.found
    assert not row.found_in_good


UNDECIDED = (
    ("H001", case()),
    ("H009", case(meeting(type="transfer-in"))),
    ("H019", case(reports=[report()])),
    ("H024", case(decided())),
    ("H033", case(plans=[plan(kind="child-in-need")])),
)


@pytest.mark.parametrize(("code", "asked"), UNDECIDED, ids=lambda it: str(it)[:4])
def test_what_the_case_does_not_say_is_told_as_a_note_and_never_as_an_error(
    code: str, asked: Case
) -> None:
    found = [it for it in check(asked, on=AFTER) if it.code == code]
    assert found
    assert {it.severity for it in found} == {"note"}
    assert all("cannot be decided from the case file" in it.says for it in found)


def test_a_second_child_without_a_discussion_does_not_hide_the_first() -> None:
    two = case(meeting(children=["child-a", "child-b"]), children=[CHILD, CHILD_B], events=TOO_LATE)
    assert "H001" in {it.code for it in check(two, on=AFTER)}
