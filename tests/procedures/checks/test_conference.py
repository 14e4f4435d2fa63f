"""A conference and what it decided."""

from __future__ import annotations

from typing import Any

import pytest

from cpdocs.case.case import Case
from cpdocs.findings import Severity
from cpdocs.procedures.checks import check
from tests.procedures.cases import BABY, CHILD, meeting, worker
from tests.procedures.checks.rows import (
    AFTER,
    CHAIR,
    CHILD_B,
    HV,
    SW,
    TM,
    Row,
    Tree,
    asked,
    came,
    case,
    decided,
    decision,
    group,
    named,
    plan,
    report,
    review,
    said,
)

N = "nottinghamshire"
DIRECT = {"direct_contact_with": ["child-a"]}
KEEN = ({**HV, **DIRECT}, worker("head", "primary", **DIRECT), worker("pc", "force", **DIRECT))
DECISION = "conferences.c-1.minutes.decisions.0"
ENDED = decision(plan="ended")
STOOD_DOWN = {"dated": "2026-11-20", "reasons": ["no-report"]}


def _quorum(*people: str, **more: Any) -> Case:
    return case(meeting(attendance=came(*people), **more), professionals=(SW, CHAIR, *KEEN))


def _involved(*came_too: str, **row: Any) -> Case:
    rows = [*asked("sw"), {"who": "hv", "because": "involved-now"}]
    told = [*came("sw", *came_too), *([{"who": "hv", **row}] if row else [])]
    return case(meeting(invitations=rows, attendance=told))


def _put_off(*plans: Tree, **more: Any) -> Case:
    return case(meeting(stood_down={**STOOD_DOWN, **more}), plans=plans)


def _ended(ground: str, *decisions: Tree, authority: str = "rotherham", **more: Any) -> Case:
    ending = {"id": "e-1", "conference": "c-2", "child": "child-a", "dated": "2027-03-01"}
    conference = review(minutes={"decisions": decisions}) if decisions else review()
    return case(
        meeting(), conference, authority=authority, endings=[{**ending, "ground": ground, **more}]
    )


def _minutes(**more: Any) -> Case:
    return case(decided(minutes=more))


def _complete(**more: Any) -> dict[str, Any]:
    words = {"part": "open", "by": "sw", "kind": "fact", "text": "She is left alone."}
    action = {
        "what": "Visit her",
        "children": ["child-a"],
        "owners": ["sw"],
        "by_when": "each week",
    }
    return {"contributions": [words], "actions": [action], **more}


def _birth(**arranged: Any) -> Case:
    told = {"id": "b-1", "conference": "c-1", "child": "baby", "begun": "2026-11-20"}
    return case(
        meeting(type="pre-birth", children=["baby"]),
        authority="sunderland",
        children=[BABY],
        birth_arrangements=[{**told, "sections": [], **arranged}],
    )


def _spoke(*about: str, authority: str = "warwickshire") -> Case:
    words = {"part": "open", "by": "hv", "kind": "fact", "text": "Well.", "about": about}
    conference = decided(
        decision(),
        decision("child-b"),
        children=["child-a", "child-b"],
        attendance=came("hv"),
        minutes={"contributions": [words]},
    )
    return case(
        conference,
        authority=authority,
        children=[CHILD, CHILD_B],
        professionals=(SW, TM, {**HV, **DIRECT}),
    )


def _groups(authority: str, *chairs: str) -> Case:
    met = [
        group(f"g-{n}", f"2026-12-{4 + n:02}T10:00", chaired_by=who) for n, who in enumerate(chairs)
    ]
    return case(decided(), authority=authority, core_group_meetings=met)


def _held(*people: str, **more: Any) -> Case:
    return case(meeting(attendance=came(*people)), authority="sunderland", **more)


CORE = {"core_groups": [{"children": ["child-a"], "members": ["sw", "hv"]}]}

ROWS = (
    Row(
        code="H140",
        place="conferences.c-1.attendance",
        bad=_quorum("sw", "hv"),
        good=_quorum("sw", "hv", "head"),
    ),
    Row(
        code="H140",
        place="conferences.c-1.attendance",
        bad=_quorum("sw", "hv"),
        good=_quorum("sw", "hv", stood_down={**STOOD_DOWN, "reasons": ["not-quorate"]}),
    ),
    Row(
        code="H141",
        place="conferences.c-1.invitations.1",
        bad=_involved(),
        good=_involved(report_received="2026-11-20"),
    ),
    Row(
        code="H141",
        place="conferences.c-1.invitations.1",
        bad=_involved(),
        good=_involved("hv"),
    ),
    Row(
        code="H142",
        place="conferences.c-1.stood_down",
        bad=_put_off(),
        good=_put_off(plan(kind="bridging", dated="2026-11-20")),
    ),
    Row(
        code="H142",
        place="conferences.c-1.stood_down.reconvened",
        bad=_put_off(),
        good=_put_off(reconvened="2026-12-01T10:00"),
    ),
    Row(
        code="H144",
        place=f"{DECISION}.categories",
        bad=case(decided(decision(categories=["neglect", "emotional-abuse"])), authority=N),
        good=case(decided(), authority=N),
    ),
    Row(
        code="H146",
        place=f"{DECISION}.basis_without_consensus",
        bad=case(decided(decision(dissent=[{"by": "hv", "reason": "Help is enough."}]))),
        good=case(
            decided(
                decision(
                    dissent=[{"by": "hv", "reason": "Help is enough."}],
                    basis_without_consensus="Most agreed, and the chair found the criteria met.",
                )
            )
        ),
    ),
    Row(
        code="H148",
        place=DECISION,
        bad=case(decided(decision(plan="not-made"))),
        good=case(decided(decision(plan="not-made")), plans=[plan(kind="child-in-need")]),
    ),
    Row(
        code="H150",
        place="conferences.c-2.minutes.decisions.0.reasons",
        bad=case(meeting(), review(minutes={"decisions": [ENDED]})),
        good=case(
            meeting(),
            review(id="c-9", starts="2027-02-01T10:00"),
            review(minutes={"decisions": [ENDED]}),
        ),
    ),
    Row(
        code="H151",
        place="endings.e-1.outcome_received",
        bad=_ended("moved", outcome_received="2027-03-02"),
        good=_ended("moved", outcome_received="2027-03-01"),
    ),
    Row(
        code="H152",
        place="endings.e-1.ground",
        bad=_ended("no-longer-at-risk"),
        good=_ended("no-longer-at-risk", ENDED),
    ),
    Row(
        code="H152",
        place="endings.e-1.ground",
        bad=_ended("eighteen", authority=N),
        good=_ended("eighteen", authority="rotherham"),
    ),
    Row(
        code="H152",
        place="endings.e-1.ground",
        bad=_ended("looked-after", authority="rotherham"),
        good=_ended("looked-after", authority=N),
    ),
    Row(
        code="H153",
        place="endings.e-1.agreed_with",
        bad=_ended("looked-after", authority=N, agreed_with="tm", reasons=[said("Safe.")]),
        good=_ended("looked-after", authority=N, agreed_with="hv", reasons=[said("Safe.")]),
    ),
    *(
        Row(
            code="H154",
            place=f"conferences.c-1.minutes.{field}",
            bad=_minutes(**_complete(**{field: []})),
            good=_minutes(**_complete()),
        )
        for field in ("contributions", "actions", "decisions")
    ),
    Row(
        code="H154",
        place="conferences.c-1.minutes.decisions",
        bad=case(
            decided(children=["child-a", "child-b"], minutes=_complete()),
            children=[CHILD, CHILD_B],
        ),
        good=case(decided(minutes=_complete()), children=[CHILD, CHILD_B]),
    ),
    Row(
        code="H155",
        place="core_group_meetings.g-1.present",
        bad=case(
            authority="sunderland",
            core_group_meetings=[group("g-1", "2026-12-04T10:00", present=["hv"])],
        ),
        good=case(authority="sunderland", core_group_meetings=[group("g-1", "2026-12-04T10:00")]),
    ),
    Row(
        code="H156",
        place="core_group_meetings.g-0.chaired_by",
        bad=_groups("london-style", "sw", "tm"),
        good=_groups("london-style", "tm", "sw"),
    ),
    Row(
        code="H156",
        place="core_group_meetings.g-0.chaired_by",
        bad=_groups(N, "sw", "sw"),
        good=_groups(N, "sw", "tm"),
    ),
    Row(
        code="H157",
        place="children.baby",
        bad=_birth(agreed={"by": "chair", "dated": "2026-11-23"}),
        good=_birth(agreed={"by": "chair", "dated": "2026-11-23"}, forwards_to_gp="hv"),
    ),
    Row(
        code="H158",
        place="conferences.c-1.attendance.0",
        bad=_spoke("child-a"),
        good=_spoke("child-a", "child-b"),
    ),
    # Rotherham asks for a view: on the child whom this professional has to do with.
    Row(
        code="H158",
        place="conferences.c-1.attendance.0",
        bad=_spoke("child-b", authority="rotherham"),
        good=_spoke("child-a", authority="rotherham"),
    ),
    Row(
        code="H162",
        place="conferences.c-1.attendance",
        bad=_held("hv"),
        good=_held("hv", "sw"),
    ),
    Row(
        code="H162",
        place="children.child-a",
        bad=_held("sw"),
        good=_held("sw", reports=[report()]),
    ),
    Row(
        code="H163",
        place=DECISION,
        bad=case(decided(minutes={})),
        good=case(decided(minutes=CORE)),
    ),
    Row(
        code="H163",
        place=DECISION,
        bad=case(decided(decision(lead_worker=None), minutes=CORE)),
        good=case(decided(minutes=CORE)),
    ),
)


@pytest.mark.parametrize("row", ROWS, ids=named)
def test_a_check_finds_the_bad_case_and_not_the_nearest_good_one(row: Row) -> None:
    assert row.found
    assert not row.found_in_good


def test_in_warwickshire_no_ground_ends_a_plan_without_a_review() -> None:
    for ground in ("moved", "died", "left-uk", "looked-after", "eighteen"):
        found = check(_ended(ground, authority="warwickshire"), on=AFTER)
        assert "H152" in {it.code for it in found}, ground


def test_no_plan_at_all_is_graver_in_sunderland() -> None:
    conference = decided(decision(plan="not-made"))
    told = {
        slug: {
            it.severity
            for it in check(case(conference, authority=slug), on=AFTER)
            if it.code == "H148"
        }
        for slug in ("sunderland", "warwickshire", "london-style")
    }
    assert told == {
        "sunderland": {Severity.ERROR},
        "warwickshire": {Severity.WARNING},
        "london-style": set(),
    }
