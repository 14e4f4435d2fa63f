"""Reports, the chronology and the notes of visits."""

from __future__ import annotations

from typing import Any

import pytest

from cpdocs.case.case import Case
from cpdocs.procedures.checks import check
from cpdocs.procedures.checks.reports import WORDS_ON_A_SIDE
from tests.procedures.cases import CHILD, meeting
from tests.procedures.checks.rows import (
    AFTER,
    CHILD_B,
    Row,
    Tree,
    case,
    entry,
    group,
    named,
    parent,
    report,
    review,
    said,
    section,
    visit,
)

N = "nottinghamshire"
LONDON = "london-style"
HOME = [{"id": "home"}]
AT_HOME = {**CHILD, "lives_at": "home"}
SIDES = 6 * WORDS_ON_A_SIDE


def _reports(*reports: Tree, authority: str = "rotherham", **more: Any) -> Case:
    return case(authority=authority, reports=reports, **more)


def _reviewed(*sections: Tree, **more: Any) -> Case:
    told = report(*sections, kind="review", conference="c-2")
    return case(meeting(), review(), authority=N, reports=[told], **more)


def _checked(about: str) -> Case:
    told = section("checks", said("Police know nothing of her.", kind="fact", about=[about]))
    return _reports(
        report(told),
        authority=N,
        children=[AT_HOME],
        people=[parent(lives_at="home"), parent("dad", "father")],
        households=HOME,
    )


def _with_brother(*sections: Tree) -> Case:
    return _reviewed(
        *sections, children=[AT_HOME, {**CHILD_B, "lives_at": "home"}], households=HOME
    )


ROWS = (
    Row(
        code="H110",
        place="reports.p-1.sections.0.passages.0.kind",
        bad=_reports(report(section("health", said("She is well.")))),
        good=_reports(report(section("health", said("She is well.", kind="observation")))),
    ),
    # What a child thinks is neither true nor false.
    Row(
        code="H110",
        place="reports.p-1.sections.0.passages.0.kind",
        bad=_reports(report(section("health", said("She wants a dog.")))),
        good=_reports(report(section("child-views", said("She wants a dog.")))),
    ),
    Row(
        code="H110",
        place="chronology.0.kind",
        bad=case(chronology=[entry("2026-05-01", kind=None)]),
        good=case(chronology=[entry("2026-05-01")]),
    ),
    Row(
        code="H111",
        place="chronology.0.kind",
        bad=case(authority=N, chronology=[entry("2026-05-01", kind="hearsay")]),
        good=case(authority="rotherham", chronology=[entry("2026-05-01", kind="hearsay")]),
    ),
    Row(
        code="H113",
        place="reports.p-1.sections",
        bad=_reports(report(section("history", said("word " * (SIDES + 1)))), authority=N),
        good=_reports(report(section("history", said("word " * SIDES))), authority=N),
    ),
    Row(
        code="H114",
        place="people.mum.lives_at",
        bad=case(authority=N, people=[parent()]),
        good=case(authority=N, people=[parent(lives_at="home")], households=HOME),
    ),
    Row(
        code="H114",
        place="children.child-a.lives_at",
        bad=case(authority=N),
        good=case(authority=N, children=[AT_HOME], households=HOME),
    ),
    *(
        Row(
            code=code,
            place="reports.p-1.sections",
            says=topic,
            bad=_reports(report(), authority=authority),
            good=_reports(report(section(topic)), authority=authority),
        )
        for code, topic, authority in (
            ("H115", "threshold", "rotherham"),
            ("H116", "proposed-plan", "rotherham"),
            ("H121", "parent-views", "sunderland"),
        )
    ),
    Row(
        code="H117",
        place="chronology",
        bad=_reports(report()),
        good=_reports(report(), chronology=[entry("2026-05-01")]),
    ),
    Row(
        code="H117",
        place="chronology.1.dated",
        bad=case(chronology=[entry("2026-05-02"), entry("2026-05-01")]),
        good=case(chronology=[entry("2026-05-01"), entry("2026-05-01")]),
    ),
    Row(
        code="H117",
        place="chronology.0.dated",
        bad=case(chronology=[entry("2026-11-24")]),
        good=case(chronology=[entry("2026-11-23")]),
    ),
    Row(
        code="H118",
        place="reports.p-1.validated",
        bad=_reports(report(), authority=LONDON),
        good=_reports(report(validated={"by": "tm", "dated": "2026-11-18"}), authority=LONDON),
    ),
    Row(
        code="H118",
        place="reports.p-1.validated.dated",
        bad=_reports(
            report(validated={"by": "tm", "dated": "2026-11-20"}, shared_with_family="2026-11-19"),
            authority=N,
        ),
        good=_reports(
            report(validated={"by": "tm", "dated": "2026-11-19"}, shared_with_family="2026-11-19"),
            authority=N,
        ),
    ),
    Row(
        code="H118",
        place="reports.p-1.validated.by",
        bad=_reports(report(validated={"by": "sw", "dated": "2026-11-18"}), authority=N),
        good=_reports(report(validated={"by": "tm", "dated": "2026-11-18"}), authority=N),
    ),
    Row(code="H120", place="reports.p-1.sections", bad=_checked("dad"), good=_checked("mum")),
    Row(
        code="H122",
        place="reports.p-1",
        says="visit",
        bad=_reviewed(visits=[visit("v-1", "2027-01-10T15:00", child="child-b", conference="c-2")]),
        good=_reviewed(visits=[visit("v-1", "2027-01-10T15:00", conference="c-2")]),
    ),
    Row(
        code="H122",
        place="reports.p-1",
        says="core group",
        bad=_reviewed(),
        good=_reviewed(core_group_meetings=[group("g-1", "2026-12-04T10:00")]),
    ),
    Row(
        code="H123",
        place="reports.p-1.sections",
        bad=_with_brother(),
        good=_with_brother(section("sibling-needs")),
    ),
    Row(
        code="H126",
        place="visits.v-1.notes.0",
        bad=case(
            authority=LONDON,
            visits=[visit("v-1", "2026-11-10T15:00", notes=[said("The kitchen was dirty.")])],
        ),
        good=case(
            authority=LONDON,
            visits=[
                visit(
                    "v-1",
                    "2026-11-10T15:00",
                    notes=[said("Plates with old food stood on the kitchen floor.")],
                )
            ],
        ),
    ),
)


@pytest.mark.parametrize("row", ROWS, ids=named)
def test_a_check_finds_the_bad_case_and_not_the_nearest_good_one(row: Row) -> None:
    assert row.found
    assert not row.found_in_good


@pytest.mark.parametrize(
    ("label", "is_one"),
    [("unkempt", True), ("Inappropriate", True), ("was unhappy", True), ("tidy", False)],
)
def test_a_label_is_known_whatever_its_capitals(label: str, is_one: bool) -> None:
    told = visit("v-1", "2026-11-10T15:00", notes=[said(f"{label}.")])
    found = check(case(authority=LONDON, visits=[told]), on=AFTER)
    assert ("H126" in {it.code for it in found}) is is_one
