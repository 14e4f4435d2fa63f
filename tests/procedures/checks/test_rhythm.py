"""Core groups and visits: in time, child by child."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from cpdocs.case.case import Case
from cpdocs.model.plans import Every
from cpdocs.procedures.checks.base import after
from tests.procedures.cases import CHILD, meeting
from tests.procedures.checks.rows import (
    CHILD_B,
    Row,
    case,
    decided,
    decision,
    group,
    named,
    plan,
    review,
    said,
    visit,
)

FIRST = "2026-12-04T10:00"  # the tenth working day is 4 December
CIN = {"kind": "child-in-need", "dated": "2026-12-01"}
WEEKS = {"count": 4, "unit": "weeks"}


def _core(first: str, authority: str = "rotherham") -> Case:
    told = [{"children": ["child-a"], "members": ["sw"], "first_meeting": first}]
    return case(decided(minutes={"core_groups": told}), authority=authority)


def _met(second: str, **first: Any) -> Case:
    return case(decided(), core_group_meetings=[group("g-1", FIRST, **first), group("g-2", second)])


def _visits(*made: str, authority: str = "nottinghamshire", **more: Any) -> Case:
    found = [visit(f"v-{n}", day) for n, day in enumerate(made)]
    return case(authority=authority, visits=found, **more)


def _seen(**last: Any) -> Case:
    return case(visits=[visit("v-1", "2026-11-10T15:00", **last)])


def _failed(**second: Any) -> Case:
    missed = {"seen": "not-seen", "because": "Nobody was in."}
    return case(
        authority="london-style",
        visits=[
            visit("v-1", "2026-11-10T15:00", **missed),
            visit("v-2", "2026-11-12T15:00", **{**missed, **second}),
        ],
    )


def _signed(how: str | None) -> Case:
    signature = {"who": "sw"} | ({"how": how, "dated": "2026-12-10"} if how else {})
    return case(
        decided(),
        authority="london-style",
        core_group_meetings=[group("g-1", FIRST, circulated="2026-12-07")],
        plans=[plan(signatures=[signature])],
    )


def _changed(**between: Any) -> Case:
    return case(
        decided(),
        authority="nottinghamshire",
        plans=[
            plan(id="p-1", visit_every={"count": 1, "unit": "weeks"}),
            plan(id="p-2", dated="2027-01-10", visit_every={"count": 2, "unit": "weeks"}),
        ],
        core_group_meetings=[group("g-1", "2026-12-10T10:00", **between)],
    )


def _notes(one: str, other: str) -> Case:
    children = [CHILD, CHILD_B]
    return case(
        meeting(children=["child-a", "child-b"]),
        authority="nottinghamshire",
        children=children,
        visits=[
            visit("v-1", "2026-11-10T15:00", notes=[said(one)]),
            visit("v-2", "2026-11-10T15:00", child="child-b", notes=[said(other)]),
        ],
    )


ROWS = (
    Row(
        code="H014",
        place="conferences.c-1.minutes.core_groups",
        bad=_core("2026-12-07T10:00"),
        good=_core(FIRST),
    ),
    Row(
        code="H014",
        place="conferences.c-1.minutes.core_groups",
        bad=case(decided()),
        good=case(decided()),
        on=date(2026, 12, 5),
        good_on=date(2026, 12, 4),
    ),
    Row(
        code="H014",
        place="conferences.c-1.minutes.core_groups",
        bad=case(decided()),
        good=case(decided(decision(plan="not-made"))),
        on=date(2026, 12, 5),
    ),
    Row(
        code="H015",
        place="conferences.c-2.minutes.core_groups",
        bad=case(
            meeting(),
            review(minutes={"decisions": [decision(plan="continued")]}),
            authority="nottinghamshire",
        ),
        good=case(
            meeting(),
            review(minutes={"decisions": [decision(plan="ended")]}),
            authority="nottinghamshire",
        ),
        on=date(2027, 3, 31),
    ),
    Row(
        code="H016",
        place="core_group_meetings.g-1.next_meeting",
        bad=_met("2027-01-05T10:00"),
        good=_met("2027-01-04T10:00"),
    ),
    Row(
        code="H017",
        place="core_group_meetings.g-1.later_because",
        bad=_met("2027-01-05T10:00", later_because="The school is closed."),
        good=_met(
            "2027-01-05T10:00",
            later_because="The school is closed.",
            countersigned={"by": "tm", "dated": "2026-12-07"},
        ),
    ),
    Row(
        code="H026",
        place="core_group_meetings.g-1.circulated",
        bad=case(
            authority="sunderland",
            core_group_meetings=[group("g-1", FIRST, circulated="2026-12-10")],
        ),
        good=case(
            authority="sunderland",
            core_group_meetings=[group("g-1", FIRST, circulated="2026-12-08")],
        ),
    ),
    Row(
        code="H026",
        place="core_group_meetings.g-1.circulated",
        bad=case(authority="london-style", core_group_meetings=[group("g-1", FIRST)]),
        good=case(authority="london-style", core_group_meetings=[group("g-1", FIRST)]),
        on=date(2027, 1, 1),
        good_on=date(2026, 12, 8),
    ),
    Row(
        code="H027",
        place="plans.p-1.signatures",
        bad=_signed(None),
        good=_signed("declined"),
        on=date(2027, 1, 15),
    ),
    Row(
        code="H028",
        place="visits.v-1.made",
        bad=_visits("2026-11-02T15:00", "2026-12-01T15:00"),
        good=_visits("2026-11-02T15:00", "2026-11-30T15:00"),
    ),
    # The plan asks for more than the procedures do.
    Row(
        code="H028",
        place="visits.v-1.made",
        bad=_visits(
            "2026-11-02T15:00",
            "2026-11-10T15:00",
            plans=[plan(visit_every={"count": 1, "unit": "weeks"})],
        ),
        good=_visits(
            "2026-11-02T15:00",
            "2026-11-09T15:00",
            plans=[plan(visit_every={"count": 1, "unit": "weeks"})],
        ),
    ),
    Row(
        code="H029",
        place="visits.v-1.bedroom_seen",
        bad=case(
            meeting(),
            review(),
            authority="london-style",
            visits=[visit("v-1", "2027-01-10T15:00", conference="c-2")],
        ),
        good=case(
            meeting(),
            review(),
            authority="london-style",
            visits=[visit("v-1", "2027-01-10T15:00", conference="c-2", bedroom_seen=True)],
        ),
    ),
    Row(
        code="H030",
        place="visits.v-2.notes",
        bad=_failed(),
        good=_failed(notes=[said("Ms Hartley and her manager will go together tomorrow.")]),
    ),
    Row(code="H030", place="visits.v-2.notes", bad=_failed(), good=_failed(seen="seen")),
    Row(
        code="H033",
        place="plans.p-1.review",
        bad=case(plans=[plan(**CIN, review="2027-06-02T10:00")]),
        good=case(plans=[plan(**CIN, review="2027-06-01T10:00")]),
    ),
    Row(
        code="H125",
        place="visits.v-2.notes",
        bad=_notes("She sat on the stairs.", "She sat on the stairs."),
        good=_notes("She sat on the stairs.", "He was asleep."),
    ),
    Row(code="H127", place="visits.v-1.seen", bad=_seen(seen="seen"), good=_seen()),
    Row(
        code="H127",
        place="visits.v-1.seen",
        bad=_seen(seen="seen"),
        good=_seen(seen="seen", because="She wanted her mother there."),
    ),
    Row(
        code="H175",
        place="plans.p-1.visit_every",
        bad=case(authority="nottinghamshire", plans=[plan(visit_every={**WEEKS, "count": 5})]),
        good=case(authority="nottinghamshire", plans=[plan(visit_every=WEEKS)]),
    ),
    Row(
        code="H192",
        place="plans.p-2.visit_every",
        bad=_changed(),
        good=_changed(countersigned={"by": "tm", "dated": "2026-12-11"}),
    ),
)


@pytest.mark.parametrize("row", ROWS, ids=named)
def test_a_check_finds_the_bad_case_and_not_the_nearest_good_one(row: Row) -> None:
    assert row.found
    assert not row.found_in_good


@pytest.mark.parametrize(
    ("count", "unit", "end"),
    [
        (14, "days", "2026-12-16"),
        (10, "working-days", "2026-12-16"),
        (6, "weeks", "2027-01-13"),
        (1, "months", "2027-01-02"),
        (20, "working-days", "2027-01-04"),  # without Christmas, its day in lieu and New Year
    ],
)
def test_an_interval_ends_by_the_one_calendar(count: int, unit: str, end: str) -> None:
    every = Every.model_validate({"count": count, "unit": unit})
    assert after(date(2026, 12, 2), every) == date.fromisoformat(end)
