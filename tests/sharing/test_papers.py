"""Papers, claim by claim: what each reader gets of reports, plans, visits and meetings."""

from __future__ import annotations

from typing import Any

import pytest

from cpdocs.model.view import View
from tests.meets import meets
from tests.sharing.small import Spec, shared, spec

AGREED = {"reason": "Agreed.", "agreed_by_chair": "2026-11-02"}


def _with(name: str, *papers: Spec) -> Spec:
    return {**spec(), name: [{"conference": "c1", **paper} for paper in papers]}


def _words(view: View, name: str) -> list[str]:
    (paper,) = getattr(view.records, name)
    return [note.text for note in paper.notes]


def _gp_is_routine(tree: Spec) -> Spec:
    gp = next(worker for worker in tree["professionals"] if worker["id"] == "gp")
    gp["routine"] = True
    gp["direct_contact_with"] = ["amina"]
    return tree


@meets("C13", "C53")
def test_a_meeting_about_two_children_tells_a_surgery_of_its_own_patient_alone() -> None:
    meeting = {
        "id": "met-1",
        "children": ["amina", "zayn"],
        "starts": "2026-12-01 10:00",
        "notes": [
            {"text": "Of Mina.", "about": ["amina"]},
            {"text": "Of Zayn.", "about": ["zayn"]},
            {"text": "Of both."},
        ],
        "sharing": {"share_with": ["gp"], **AGREED},
    }
    view = shared("gp", _gp_is_routine(_with("core_group_meetings", meeting))).view
    assert view.records.core_group_meetings[0].children == ("amina",)
    assert _words(view, "core_group_meetings") == ["Of Mina."]


def test_a_childs_own_plan_tells_the_child_who_does_what() -> None:
    def do(what: str, **more: Any) -> Spec:
        return {"what": what, "children": ["amina"], "owners": ["hv"], "by_when": "soon", **more}

    outcome = {
        "text": "You feel safe.",
        "actions": [do("Grace comes."), do("Of mum.", about=["nadia"])],
    }
    plans: list[Spec] = [
        {"id": kind, "kind": kind, "child": "amina", "dated": "2026-12-01", "sections": []}
        | {"outcomes": [outcome]}
        for kind in ("child", "outline")
    ]
    tree = _with("plans", *plans)
    tree["conferences"][0]["invitations"].append({"who": "amina"})
    (plan,) = shared("amina", tree).view.records.plans
    assert plan.id == "child"
    assert [action.what for action in plan.outcomes[0].actions] == ["Grace comes."]


@pytest.mark.parametrize("withheld", [False, True])
def test_no_mark_stands_for_a_helper_in_a_part_that_is_kept_from_them(withheld: bool) -> None:
    tree = spec()
    meeting = tree["conferences"][0]
    passage = meeting["minutes"]["contributions"][0]
    passage["sharing"] = {"withhold_from": ["nadia"], "show_gap": True, "reason": "Safety."}
    if withheld:
        part = next(part for part in meeting["parts"] if part["id"] == passage["part"])
        part["sharing"] = {"withhold_from": ["joan"], "reason": "Safety."}
    view = shared("joan", tree).view
    assert view.conference.minutes is not None
    marks = [it for it in view.conference.minutes.contributions if not hasattr(it, "text")]
    assert bool(marks) is not withheld
    parts = {part.id for part in view.conference.parts}
    assert all(mark.part in parts for mark in marks)


def test_no_mark_stands_for_a_helper_whose_person_has_agreed_words_and_not_the_part() -> None:
    tree = spec()
    tree["people"] += [
        {"id": who, "name": {"given": who.title(), "family": "Bibi"}, "relations": [relation]}
        for who, relation in (
            ("saima", {"kind": "aunt", "of": "zayn"}),
            ("friend", {"kind": "supporter", "of": "saima"}),
        )
    ]
    meeting = tree["conferences"][0]
    passage = meeting["minutes"]["contributions"][0]
    meeting["invitations"].append({"who": "saima"})
    meeting["attendance"].append({"who": "saima", "attended": [passage["part"]]})
    passage["wording_for"] = [
        {"readers": ["saima"], "text": "Agreed.", "agreed_by_chair": "2026-11-02"}
    ]
    passage["sharing"] = {"withhold_from": ["friend"], "show_gap": True, "reason": "Safety."}
    seen = shared("saima", tree).view.conference.minutes
    assert seen is not None
    assert [getattr(it, "text", None) for it in seen.contributions] == ["Agreed."]
    helped = shared("friend", tree).view.conference.minutes
    assert helped is not None
    assert helped.contributions == ()
