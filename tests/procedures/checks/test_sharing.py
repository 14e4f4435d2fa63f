"""Sharing: what is recorded so that somebody could be told what nobody decided."""

from __future__ import annotations

from typing import Any

import pytest

from cpdocs.case.case import Case
from cpdocs.findings import Effect
from cpdocs.procedures.checks import CHECKS, check
from tests.procedures.cases import CHILD, family, meeting, worker
from tests.procedures.checks.rows import (
    AFTER,
    STAFF,
    Row,
    asked,
    case,
    decided,
    entry,
    given,
    named,
    parent,
    report,
    said,
    section,
)

N = "nottinghamshire"
SHUT_OUT = {"who": "dad", "reason_told": "By letter.", "ground": "violence"}
TOLD = {"told_in_writing": "2026-11-16"}
HOME = {"id": "home", "protected": True}
AGREED = {"agreed_by_chair": "2026-11-20"}


def _excluded(**more: Any) -> Case:
    return case(meeting(exclusions=[{**SHUT_OUT, **more}]), people=[parent("dad", "father")])


def _given_to_dad(**more: Any) -> Case:
    return case(
        meeting(exclusions=[{**SHUT_OUT, **TOLD, **more}]),
        people=[parent("dad", "father")],
        distributions=[given("dad")],
    )


def _school(**place: Any) -> Case:
    child = {**CHILD, "lives_at": "home", "school": "s-1"}
    school = {"id": "s-1", "kind": "school", "name": "Example Primary", **place}
    return case(children=[child], households=[HOME], places=[school])


def _refuge(**told: Any) -> Case:
    child = {**CHILD, "lives_at": "home"}
    helper = worker(
        "rw", "club-1", designation="Refuge worker", direct_contact_with=["child-a"], **told
    )
    return case(children=[child], households=[HOME], professionals=(*STAFF, helper))


def _reported(text: str, authority: str = N, **more: Any) -> Case:
    told = said(text, kind="fact", **more)
    return case(authority=authority, reports=[report(section("history", told))])


def _minuted(by: str, part: str = "open", **more: Any) -> Case:
    words = {"part": part, "by": by, "kind": "fact", "text": "There is an enquiry.", **more}
    staff = (*STAFF, worker("pc", "force"))
    held = {"contributions": [words]}
    return case(decided(minutes=held), authority="sunderland", professionals=staff)


def _stayed(parts: list[str]) -> Case:
    people = [parent(), family("friend", ("supporter", "mum"))]
    told = [{"who": "mum", "asked_to_leave": ["open"]}, {"who": "friend", "attended": parts}]
    return case(meeting(attendance=told), people=people)


def _routine(authority: str, *told: Any) -> Case:
    return case(decided(), authority=authority, professionals=(*STAFF, *told), people=[parent()])


def _doctor(*people: str) -> Any:
    return worker("gp", "clinic", designation="GP", routine=True, direct_contact_with=people)


def _at_school(*people: str) -> Case:
    officer = worker(
        "head", "primary", designation="Headteacher", routine=True, direct_contact_with=people
    )
    return case(
        decided(),
        children=[{**CHILD, "school": "s-1"}],
        places=[{"id": "s-1", "kind": "school", "name": "Example Primary"}],
        professionals=(*STAFF, officer),
    )


ROWS = (
    Row(
        code="H084",
        place="conferences.c-1.exclusions.0.told_in_writing",
        bad=_excluded(),
        good=_excluded(**TOLD),
    ),
    Row(
        code="H085",
        place="distributions.0",
        bad=_given_to_dad(),
        good=_given_to_dad(may_have=["decisions"]),
    ),
    Row(
        code="H088",
        place="places.s-1.reveals",
        bad=_school(),
        good=_school(reveals=["home"]),
    ),
    Row(
        code="H088",
        place="professionals.rw.reveals",
        bad=_refuge(),
        good=_refuge(reveals=["home"]),
    ),
    Row(
        code="H089",
        place="reports.p-1.sections.0.passages.0.sensitivity",
        bad=_reported("He was convicted of assault in 2019."),
        good=_reported("He was convicted of assault in 2019.", sensitivity="criminal"),
    ),
    Row(
        code="H089",
        place="reports.p-1.sections.0.passages.0.sensitivity",
        bad=_reported("He has two convictions."),
        good=_reported("He has no known convictions."),
    ),
    Row(
        code="H091",
        place="conferences.c-1.minutes.contributions.0.wording_for",
        bad=_minuted("pc"),
        good=_minuted("pc", wording_for=[{"readers": ["mum"], "text": "There is one."}]),
    ),
    Row(
        code="H091",
        place="conferences.c-1.minutes.contributions.0.wording_for",
        bad=_minuted("pc"),
        good=_minuted("pc", part="closed"),
    ),
    Row(
        code="H093",
        place="conferences.c-1.attendance.1.attended",
        bad=_stayed(["open"]),
        good=_stayed([]),
    ),
    Row(
        code="H094",
        place="reports.p-1.sections.0.passages.0.sharing",
        bad=_reported("A neighbour rang.", "rotherham", sensitivity="third-party"),
        good=_reported("A neighbour rang.", "rotherham", sensitivity="third-party", sharing=AGREED),
    ),
    Row(
        code="H095",
        place="distributions.0.who",
        bad=case(people=[parent("gran", "grandmother")], distributions=[given("gran")]),
        good=case(
            meeting(invitations=asked("gran")),
            people=[parent("gran", "grandmother")],
            distributions=[given("gran")],
        ),
    ),
    Row(
        code="H103",
        place="children.child-a",
        bad=_routine("rotherham", _doctor("mum")),
        good=_routine("rotherham", _doctor("child-a")),
    ),
    Row(
        code="H103",
        place="people.mum",
        bad=_routine(N, _doctor("child-a")),
        good=_routine(N, _doctor("child-a", "mum")),
    ),
    Row(
        code="H103",
        place="children.child-a.school",
        bad=_at_school(),
        good=_at_school("child-a"),
    ),
    Row(
        code="H103",
        place="conferences.c-1.minutes",
        bad=_routine("rotherham"),
        good=_routine(
            "rotherham",
            worker("dn", "clinic", designation="Designated nurse (children)", routine=True),
        ),
    ),
)


@pytest.mark.parametrize("row", ROWS, ids=named)
def test_a_check_finds_the_bad_case_and_not_the_nearest_good_one(row: Row) -> None:
    assert row.found
    assert not row.found_in_good


def test_the_sharing_checks_hold_copies_and_the_lists_of_recipients_do_not() -> None:
    """H080 to H105 hold; who else ought to have had a copy holds nothing back."""
    effects = {it.code: it.effect for it in CHECKS if "H080" <= it.code <= "H105"}
    assert {code for code, effect in effects.items() if effect is Effect.TELLS} == {"H103"}


def test_the_chronology_is_read_for_convictions_too() -> None:
    found = case(authority=N, chronology=[entry("2019-05-01", text="He was sentenced.")])
    assert "H089" in {it.code for it in check(found, on=AFTER)}
