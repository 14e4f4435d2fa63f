"""What passes between offices: moves and changes."""

from __future__ import annotations

from typing import Any

import pytest

from cpdocs.case.case import Case
from cpdocs.findings import Severity
from cpdocs.procedures.checks import check
from tests.procedures.cases import family, meeting, worker
from tests.procedures.checks.rows import AFTER, HV, STAFF, Row, asked, case, named, review, said

THERE = worker("there", "csc", role="outside-authority")
HOME = {"id": "home", "address": {"lines": ["4 Example Close"], "postcode": "ZZ99 3WZ"}}


def _transfer(kind: str, **more: Any) -> Case:
    told = {"id": "t-1", "conference": "c-1", "kind": kind, "children": ["child-a"]}
    days = {"dated": "2027-02-03", "known": "2027-02-02"}
    rest = {key: more.pop(key) for key in ("professionals", "endings") if key in more}
    letter = {**told, **days, "other_authority": "csc", "to": "there", **more}
    return case(transfers=[letter], **{"professionals": (*STAFF, THERE), **rest})


def _change(**home: Any) -> Case:
    told = {"id": "x-1", "conference": "c-1", "kind": "caregiver", "children": ["child-a"]}
    days = {"happened": "2027-01-05", "dated": "2027-01-06", "told_by": "sw"}
    aunt = {**family("aunt", ("aunt", "child-a")), **home}
    return case(
        people=[aunt],
        households=[HOME, {"id": "unknown"}],
        changes=[{**told, **days, "says": [said("She stays there.")], "caregiver": "aunt"}],
    )


MOVED = {
    "id": "e-1",
    "conference": "c-1",
    "child": "child-a",
    "dated": "2027-03-01",
    "ground": "moved",
}

ENDED = {
    "id": "e-1",
    "conference": "c-2",
    "child": "child-a",
    "dated": "2027-02-22",
    "ground": "no-longer-at-risk",
}


def _ended(
    withhold: tuple[str, ...] = (),
    authority: str = "rotherham",
    first: dict[str, Any] | None = None,
    invitations: list[dict[str, Any]] | None = None,
) -> Case:
    """A review at which the plan ends; the health visitor was at the first conference alone."""
    began = meeting(invitations=asked("sw", "hv"), **(first or {}))
    block = {"withhold_from": withhold, "reason": "x", "agreed_by_chair": "2027-02-22"}
    return case(
        began,
        review(invitations=invitations or asked("sw")),
        endings=[{**ENDED, "sharing": block}],
        authority=authority,
    )


NOT_TOLD = [*asked("sw"), {"who": "hv", "invited": False, "told": False, "reason": "x"}]

ROWS = (
    Row(
        code="H207",
        place="transfers.t-1.reasons",
        bad=_transfer("out"),
        good=_transfer("out", reasons=[said("She was left alone.")]),
    ),
    Row(
        code="H207",
        place="transfers.t-1.legal_status",
        bad=_transfer("out"),
        good=_transfer("out", legal_status="none"),
    ),
    Row(
        code="H208",
        place="professionals.hv",
        bad=_ended(withhold=("hv",)),
        good=_ended(),
    ),
    Row(
        code="H208",
        place="professionals.hv",
        bad=_ended(withhold=("hv",), authority="nottinghamshire"),
        good=_ended(withhold=("hv",), first={"children": ["child-b"]}),
    ),
    Row(
        code="H208",
        place="professionals.hv",
        bad=_ended(invitations=NOT_TOLD),
        good=_ended(invitations=[*asked("sw"), {"who": "hv", "invited": False, "reason": "x"}]),
    ),
    Row(
        code="H209",
        place="changes.x-1.caregiver",
        bad=_change(lives_at="unknown"),
        good=_change(lives_at="home"),
    ),
    Row(
        code="H210",
        place="transfers.t-1.listed",
        bad=_transfer("in"),
        good=_transfer("in", listed="2027-02-02"),
    ),
    Row(
        code="H211",
        place="transfers.t-1.children",
        bad=_transfer("out", professionals=(HV, THERE)),
        good=_transfer("out"),
    ),
    Row(
        code="H211",
        place="transfers.t-1.accepted",
        bad=_transfer("out", endings=[MOVED]),
        good=_transfer("out", endings=[MOVED], accepted="2027-02-26"),
    ),
    Row(
        code="H212",
        place="conferences.c-1.invitations",
        bad=case(meeting(type="transfer-in", invitations=asked("sw"))),
        good=case(
            meeting(type="transfer-in", invitations=asked("sw", "there")),
            professionals=(*STAFF, THERE),
        ),
    ),
)


@pytest.mark.parametrize("row", ROWS, ids=named)
def test_a_check_finds_the_bad_case_and_not_the_nearest_good_one(row: Row) -> None:
    assert row.found
    assert not row.found_in_good


@pytest.mark.parametrize(
    ("told", "severity"),
    [
        (_ended(withhold=("hv",)), Severity.ERROR),
        (_ended(withhold=("hv",), authority="nottinghamshire"), Severity.WARNING),
        (_ended(withhold=("hv",), authority="warwickshire"), None),
    ],
    ids=lambda it: getattr(it, "authority", it),
)
def test_a_notice_of_ending_is_a_duty_in_rotherham_and_to_be_considered_in_nottinghamshire(
    told: Case, severity: Severity | None
) -> None:
    found = [it.severity for it in check(told, on=AFTER) if it.code == "H208"]
    assert found == ([severity] if severity else [])


def test_where_the_first_conference_is_not_in_the_case_nobody_can_tell_who_was_invited() -> None:
    alone = case(review(invitations=asked("sw")), endings=[ENDED])
    (note,) = (it for it in check(alone, on=AFTER) if it.code == "H208")
    assert (note.severity, note.place) == (Severity.NOTE, "endings.e-1")
