"""Plans: what each says, who does what, and who has it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from cpdocs.case.case import Case
from tests.procedures.cases import BABY, CHILD, meeting
from tests.procedures.checks.rows import (
    CHILD_B,
    Row,
    Tree,
    case,
    decided,
    decision,
    given,
    named,
    parent,
    plan,
    said,
    section,
)

N = "nottinghamshire"
LONDON = "london-style"
ACTION = {"what": "Visit her", "children": ["child-a"], "owners": ["sw"], "by_when": "each week"}
GROUP = {"core_groups": [{"children": ["child-a"], "members": ["sw", "mum"]}]}


def _plans(*plans: Tree, authority: str = "rotherham", **more: Any) -> Case:
    return case(authority=authority, plans=plans, **more)


def _outcome(*actions: Tree, **more: Any) -> Tree:
    return plan(outcomes=[{"text": "She sleeps through.", "actions": actions, **more}])


def _due(day: str) -> Case:
    action = {**ACTION, "due": day}
    return case(decided(minutes={"actions": [action], "review": "2027-02-22T10:00"}))


def _two(one: str, other: str) -> Case:
    plans = [
        plan(section("contingency", said(one))),
        plan(section("contingency", said(other)), id="p-2", child="child-b"),
    ]
    return case(
        meeting(children=["child-a", "child-b"]),
        authority=N,
        children=[CHILD, CHILD_B],
        plans=plans,
    )


def _group(*members: str) -> Case:
    told = [{"children": ["child-a"], "members": members}]
    return case(decided(minutes={"core_groups": told}), people=[parent()])


def _signed(*who: str) -> Case:
    signatures = [{"who": it, "how": "signed", "dated": "2026-12-05"} for it in who]
    return case(
        decided(minutes=GROUP),
        authority=LONDON,
        people=[parent()],
        plans=[plan(signatures=signatures)],
    )


def _sent(*who: str) -> Case:
    return case(
        decided(minutes=GROUP),
        people=[parent()],
        plans=[plan(lead_worker="sw")],
        distributions=[given("hv"), *(given(it, "Detailed plan") for it in who)],
    )


def _own(**translations: str) -> Case:
    words = section("your-say", said("What you want.", plain="Yours.", translations=translations))
    child = {**CHILD, "needs": {"preferred_language": "ur"}}
    return _plans(plan(words, kind="child"), authority=LONDON, children=[child])


def _family(**translations: str) -> Case:
    words = section("aim", said("She is safe.", translations=translations))
    return _plans(plan(words), people=[parent(needs={"preferred_language": "pl"})])


ROWS = (
    Row(
        code="G113",
        place="plans.p-1.detailed_by",
        bad=_plans(plan(kind="outline", dated="2026-11-23")),
        good=_plans(plan(kind="outline", dated="2026-11-23", detailed_by="2026-12-14")),
    ),
    Row(
        code="G113",
        place="plans.p-1.detailed_by",
        bad=_plans(plan(kind="outline", dated="2026-11-23", detailed_by="2026-12-14")),
        good=_plans(plan(kind="outline", dated="2026-11-23", detailed_by="2026-12-14")),
        on=date(2026, 12, 15),
        good_on=date(2026, 12, 14),
    ),
    Row(
        code="H170",
        place="plans.p-1.outcomes",
        bad=_plans(plan()),
        good=_plans(_outcome()),
    ),
    Row(
        code="H170",
        place="plans.p-1.outcomes.0.actions",
        bad=_plans(_outcome()),
        good=_plans(_outcome(ACTION)),
    ),
    Row(
        code="H171",
        place="conferences.c-1.minutes.actions.0.due",
        bad=_due("2027-02-23"),
        good=_due("2027-02-22"),
    ),
    Row(
        code="H171",
        place="conferences.c-1.minutes.actions.0.due",
        bad=_due("2026-11-22"),
        good=_due("2026-11-23"),
    ),
    *(
        Row(
            code=code,
            place="plans.p-1.sections",
            says=topic,
            bad=_plans(plan(), authority=authority),
            good=_plans(plan(section(topic)), authority=authority),
        )
        for code, topic, authority in (
            ("H173", "contingency", "rotherham"),
            ("H174", "aim", N),
            ("H178", "strengths", "rotherham"),
            ("H181", "considerations", "sunderland"),
        )
    ),
    Row(
        code="H173",
        place="plans.p-2.sections.0",
        bad=_two("The child goes to an aunt.", "The child goes to an aunt."),
        good=_two("She goes to her aunt.", "He goes to his father."),
    ),
    Row(
        code="H175",
        place="plans.p-1.visit_every",
        bad=_plans(plan(), authority=N),
        good=_plans(plan(visit_every={"count": 2, "unit": "weeks"}), authority=N),
    ),
    Row(
        code="H176",
        place="plans.p-1.lead_worker",
        bad=_plans(plan()),
        good=_plans(plan(lead_worker="sw")),
    ),
    Row(
        code="H176",
        place="conferences.c-1.minutes.decisions.0.lead_worker",
        bad=case(decided(decision(lead_worker=None))),
        good=case(decided()),
    ),
    Row(
        code="H176",
        place="plans.p-1.lead_worker_qualified",
        bad=_plans(plan(lead_worker="sw")),
        good=_plans(plan(lead_worker="sw", lead_worker_qualified=True)),
    ),
    *(
        Row(
            code="H177",
            place="conferences.c-1.minutes.core_groups.0.members",
            bad=_group(*members),
            good=_group("sw", "hv", "mum"),
        )
        for members in (("hv", "mum"), ("sw", "mum"), ("sw", "hv"))
    ),
    Row(
        code="H179",
        place="plans.p-1.outcomes.0.actions.0.checker",
        bad=_plans(_outcome(ACTION)),
        good=_plans(_outcome({**ACTION, "checker": "tm"})),
    ),
    Row(
        code="H180",
        place="plans.p-1.outcomes.0.measure",
        bad=_plans(_outcome(ACTION)),
        good=_plans(_outcome(ACTION, measure="Six nights of seven")),
    ),
    Row(
        code="H180",
        place="plans.p-1.outcomes.0.measure",
        bad=_plans(_outcome(ACTION)),
        good=_plans(_outcome({**ACTION, "measure": "A diary"})),
    ),
    Row(
        code="H184",
        place="plans.p-1.signatures",
        bad=_signed("sw"),
        good=_signed("sw", "mum"),
    ),
    Row(
        code="H188",
        place="plans.p-1.refused.0.why_not",
        bad=_plans(plan(refused=[said("Visits by telephone.")])),
        good=_plans(plan(refused=[said("Visits by telephone.", why_not="She has to be seen.")])),
    ),
    Row(
        code="H189",
        place="plans.p-1",
        bad=_plans(plan(), authority=LONDON),
        good=_plans(plan(), plan(id="p-2", kind="child"), authority=LONDON),
    ),
    # An unborn child reads nothing.
    Row(
        code="H189",
        place="plans.p-1",
        bad=_plans(plan(), authority=LONDON),
        good=case(
            meeting(children=["baby"]),
            authority=LONDON,
            children=[BABY],
            plans=[plan(child="baby")],
        ),
    ),
    Row(code="H189", place="plans.p-1", bad=_own(), good=_own(ur="آپ کیا چاہتے ہیں۔")),
    Row(code="H190", place="plans.p-1", bad=_family(), good=_family(pl="Jest bezpieczna.")),
    Row(
        code="H191",
        place="conferences.c-1.minutes.decisions.1",
        bad=case(
            decided(decision(), decision("child-b"), children=["child-a", "child-b"]),
            authority=N,
            children=[CHILD, CHILD_B],
            plans=[plan()],
        ),
        good=case(
            decided(decision(), decision("child-b"), children=["child-a", "child-b"]),
            authority=N,
            children=[CHILD, CHILD_B],
            plans=[plan(), plan(id="p-2", child="child-b")],
        ),
    ),
    Row(code="H194", place="plans.p-1", bad=_sent("sw"), good=_sent("sw", "mum")),
    # Its lead worker has the plan already.
    Row(code="H194", place="plans.p-1", bad=_sent("sw"), good=_sent("mum")),
)


@pytest.mark.parametrize("row", ROWS, ids=named)
def test_a_check_finds_the_bad_case_and_not_the_nearest_good_one(row: Row) -> None:
    assert row.found
    assert not row.found_in_good
