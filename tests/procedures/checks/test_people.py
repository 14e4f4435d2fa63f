"""People: who is asked, who comes, and what each needs."""

from __future__ import annotations

from typing import Any

import pytest

from cpdocs.case.case import Case
from cpdocs.procedures.checks import check
from tests.procedures.cases import BABY, CHILD, family, meeting, worker
from tests.procedures.checks.rows import (
    AFTER,
    CHAIR,
    CHILD_B,
    HV,
    STAFF,
    SW,
    TM,
    Row,
    Tree,
    asked,
    came,
    case,
    named,
    parent,
    plan,
    report,
    responsible,
    section,
)

N = "nottinghamshire"
REASON = {"invited": False, "reason": "Not safe.", "agreed_by_chair": "2026-11-12"}
UNSAFE = {"who": "mum", "reason_told": "By letter.", "ground": "violence"}
LEGAL_AGENCIES = [
    {"id": "csc", "name": "Children's Social Care", "kind": "childrens-social-care"},
    {"id": "law", "name": "Legal Services", "kind": "legal"},
]


def _invited(*people: str, authority: str = "rotherham", **more: Any) -> Case:
    conference = more.pop("conference", {})
    return case(meeting(invitations=asked(*people), **conference), authority=authority, **more)


def _gp(**gp: Any) -> Case:
    doctor = worker("gp", "clinic", designation="GP", **gp)
    return _invited(
        "gp", authority=N, professionals=(*STAFF, doctor), people=[parent()], children=[CHILD]
    )


def _midwife(designation: str) -> Case:
    staff = (*STAFF, worker("mw", "hospital", designation=designation))
    return _invited("mw", conference={"children": ["baby"]}, children=[BABY], professionals=staff)


def _ten(born: str, *rows: Tree) -> Case:
    return case(
        meeting(invitations=[*asked("sw"), *rows]),
        authority="sunderland",
        children=[{**CHILD, "born": born}],
    )


def _needs(**needs: Any) -> Case:
    return _invited("mum", people=[parent(needs=needs)])


def _interpreted(person: str) -> Case:
    helper = worker("in", "club-1", role="interpreter", interprets_for=[person])
    needs = {"preferred_language": "ur", "interpreter": "ur"}
    people = [parent(needs=needs), parent("dad", "father")]
    return _invited("mum", "in", people=people, professionals=(*STAFF, helper))


def _observed(authority: str, *agreed: str) -> Case:
    student = worker("ob", "primary", role="observer")
    row = {"who": "ob", "observer_agreed_by": agreed}
    return case(
        meeting(invitations=[row]),
        authority=authority,
        people=[parent()],
        professionals=(*STAFF, student),
    )


def _absent(**row: Any) -> Case:
    told = {"who": "hv", "apologies": True, **row}
    return case(meeting(invitations=asked("hv", "sw"), attendance=[*came("sw"), told]))


def _half(*relations: tuple[str, str], **booking: Any) -> Case:
    more = {"booking": {"asked_by": "sw", "asked": "2026-11-03", **booking}}
    return case(
        meeting(invitations=asked("dad"), children=["child-a", "child-b"], **more),
        authority=N,
        children=[CHILD, CHILD_B],
        people=[family("dad", *relations)],
    )


def _email(secure: bool, **conference: Any) -> Case:
    contact = {"email": "hv@clinic.example", "secure": secure}
    return _invited(
        "hv", authority=N, conference=conference, professionals=(SW, {**HV, "contact": contact})
    )


ROWS = (
    Row(
        code="H050",
        place="people.mum",
        bad=_invited("sw", people=[responsible("mum")]),
        good=_invited("sw", "mum", people=[responsible("mum")]),
    ),
    Row(
        code="H050",
        place="people.mum",
        bad=_invited("sw", people=[responsible("mum")]),
        good=case(
            meeting(invitations=[*asked("sw"), {"who": "mum", **REASON}]),
            people=[responsible("mum")],
        ),
    ),
    Row(
        code="H051",
        place="people.dad",
        bad=_invited("sw", people=[parent("dad", "father")]),
        good=_invited("sw", "dad", people=[parent("dad", "father")]),
    ),
    Row(
        code="H054",
        place="professionals.hv.contact.email",
        bad=_email(secure=False),
        good=_email(secure=True),
    ),
    Row(
        code="H054",
        place="professionals.hv.contact.email",
        bad=_email(secure=False, type="review"),
        good=_email(secure=True, type="review"),
    ),
    Row(
        code="H055",
        place="children.child-a",
        bad=_gp(direct_contact_with=["mum"]),
        good=_gp(direct_contact_with=["mum", "child-a"]),
    ),
    Row(
        code="H055",
        place="people.mum",
        bad=_gp(direct_contact_with=["child-a"]),
        good=_gp(direct_contact_with=["mum", "child-a"]),
    ),
    Row(
        code="H056",
        place="conferences.c-1.invitations",
        bad=_midwife("Health visitor"),
        good=_midwife("Community midwife"),
    ),
    Row(code="H058", place="children.child-a", bad=_ten("2016-11-23"), good=_ten("2016-11-24")),
    Row(
        code="H058",
        place="children.child-a",
        bad=_ten("2016-11-23"),
        good=_ten("2016-11-23", {"who": "child-a", **REASON}),
    ),
    Row(
        code="H059",
        place="reports.p-1.sections",
        bad=case(reports=[report()]),
        good=case(reports=[report(section("child-views"))]),
    ),
    Row(
        code="H059",
        place="plans.p-1.sections",
        bad=case(plans=[plan()]),
        good=case(plans=[plan(section("child-wishes"))]),
    ),
    Row(
        code="H061",
        place="conferences.c-1.attendance",
        bad=case(meeting(attendance=came("sw")), authority=N),
        good=case(meeting(attendance=came("sw", "tm")), authority=N),
    ),
    Row(
        code="H062",
        place="conferences.c-1.invitations.0",
        bad=_invited(
            "law",
            authority=N,
            agencies=LEGAL_AGENCIES,
            professionals=(SW, TM, worker("law", "law")),
        ),
        good=_invited(
            "law",
            authority=N,
            agencies=LEGAL_AGENCIES,
            professionals=(SW, TM, worker("law", "law")),
            conference={"booking": {"asked_by": "sw", "asked": "2026-11-03", "agreed_by": "tm"}},
        ),
    ),
    Row(
        code="H063",
        place="professionals.chair.contact",
        bad=case(authority=N, professionals=[worker("chair", "unit", role="chair")]),
        good=case(authority=N, professionals=[CHAIR]),
    ),
    Row(
        code="H066",
        place="people.mum.needs.interpreter",
        bad=_needs(preferred_language="ur"),
        good=_needs(preferred_language="en", first_language="ur"),
    ),
    Row(
        code="H066",
        place="people.mum.needs.interpreter",
        bad=_interpreted("dad"),
        good=_interpreted("mum"),
    ),
    Row(
        code="H067",
        place="people.mum.needs.signer",
        bad=_needs(preferred_language="bfi"),
        good=_needs(preferred_language="bfi", signer=True),
    ),
    Row(
        code="H068",
        place="conferences.c-1.invitations.0.observer_agreed_by",
        bad=_observed("rotherham", "chair"),
        good=_observed("rotherham", "chair", "mum"),
    ),
    Row(
        code="H068",
        place="conferences.c-1.invitations.0.observer_agreed_by",
        bad=_observed("sunderland", "mum"),
        good=_observed("sunderland", "chair"),
    ),
    Row(
        code="H070",
        place="conferences.c-1.invitations.0",
        bad=_absent(),
        good=_absent(report_received="2026-11-20"),
    ),
    Row(
        code="H071",
        place="conferences.c-1.invitations.0.because",
        bad=_invited("hv"),
        good=case(meeting(invitations=asked("hv", because="involved-now"))),
    ),
    Row(
        code="H072",
        place="conferences.c-1.invitations.0",
        bad=_half(("father", "child-a")),
        good=_half(("father", "child-a"), ("father", "child-b")),
    ),
    Row(
        code="H072",
        place="conferences.c-1.invitations.0",
        bad=_half(("father", "child-a")),
        good=_half(("father", "child-a"), for_the_chair=[{"text": "He comes first, alone."}]),
    ),
    Row(
        code="H073",
        place="conferences.c-1.invitations.0",
        bad=_invited("mum", people=[parent()], conference={"exclusions": [UNSAFE]}),
        good=_invited(
            "mum", people=[parent()], conference={"exclusions": [{**UNSAFE, "parts": ["open"]}]}
        ),
    ),
)


@pytest.mark.parametrize("row", ROWS, ids=named)
def test_a_check_finds_the_bad_case_and_not_the_nearest_good_one(row: Row) -> None:
    assert row.found
    assert not row.found_in_good


def test_nobody_is_missed_before_anybody_is_invited() -> None:
    found = {it.code for it in check(case(people=[responsible("mum")]), on=AFTER)}
    assert not found & {"H050", "H051", "H055", "H056", "H058"}


def test_a_review_is_held_to_less_about_e_mail_than_a_first_conference() -> None:
    first = check(_email(secure=False), on=AFTER)
    later = check(_email(secure=False, type="review"), on=AFTER)
    assert {it.severity for it in first if it.code == "H054"} == {"error"}
    assert {it.severity for it in later if it.code == "H054"} == {"warning"}


def test_an_unborn_child_is_not_asked_for_views() -> None:
    told = [report(child="baby")], [plan(child="baby")]
    found = case(meeting(children=["baby"]), children=[BABY], reports=told[0], plans=told[1])
    assert "H059" not in {it.code for it in check(found, on=AFTER)}


def test_nobody_is_missed_at_a_conference_that_was_put_off() -> None:
    put_off = {"dated": "2026-11-20", "reasons": ["no-report"]}
    found = case(meeting(attendance=came("sw"), stood_down=put_off), authority=N)
    assert "H061" not in {it.code for it in check(found, on=AFTER)}


def test_a_gp_is_known_by_designation_and_not_by_letters_inside_a_word() -> None:
    told = worker("gp", "clinic", designation="GPS tracking officer", direct_contact_with=["mum"])
    found = _invited("gp", authority=N, professionals=(*STAFF, told), people=[parent()])
    assert "people.mum" in {it.place for it in check(found, on=AFTER) if it.code == "H055"}
