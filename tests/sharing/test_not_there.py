"""Who was not in the room: a child, a member of the core group, an agency of the beginning."""

from __future__ import annotations

from typing import Any

import pytest

from cpdocs.model.view import View
from cpdocs.sharing import NothingToShare
from tests.meets import meets
from tests.sharing.small import Spec, conference, shared, spec, texts, worker

AGREED = {"reason": "Agreed.", "agreed_by_chair": "2026-11-20"}
PLAIN = "You were frightened at home."


def _decided_in_plain_words() -> Spec:
    """The family, with the children's decisions in words for them."""
    tree = spec()
    for decision in tree["conferences"][0]["minutes"]["decisions"]:
        decision["reasons"][0]["plain"] = PLAIN
    return tree


def _own_plan(child: str = "amina", **more: Any) -> Spec:
    approved = {"by": "chair", "dated": "2026-12-04"}
    told = {"id": "own", "conference": "c1", "kind": "child", "child": child, "sections": []}
    return {**told, "dated": "2026-12-04", "approved": approved, **more}


# --- a child who is not invited ------------------------------------------------------------------


def test_a_child_who_was_not_invited_is_told_what_was_decided_and_nothing_that_was_said() -> None:
    tree = _decided_in_plain_words()
    tree["plans"] = [_own_plan()]
    found = shared("amina", tree)
    view = found.view
    (decision,) = view.conference.minutes.decisions if view.conference.minutes else ()
    assert (decision.child, decision.reasons[0].text) == ("amina", PLAIN)
    assert [plan.id for plan in view.records.plans] == ["own"]
    assert texts(found) == ()
    assert (view.conference.parts, view.conference.invitations) == ((), ())
    assert view.conference.attendance == ()
    assert {child.id for child in view.records.children} == {"amina"}


def test_what_is_not_in_a_childs_wording_does_not_reach_a_child_who_was_not_invited() -> None:
    (decision,) = _decisions(shared("amina").view)
    assert decision.reasons == ()


def _decisions(view: View) -> Any:
    assert view.conference.minutes is not None
    return view.conference.minutes.decisions


def _undecided(*children: str) -> Spec:
    """The family, where nothing is decided about these children."""
    tree = spec()
    minutes = tree["conferences"][0]["minutes"]
    minutes["decisions"] = [it for it in minutes["decisions"] if it["child"] not in children]
    return tree


def _of_amina(tree: Spec, **more: Any) -> Spec:
    tree["children"][0].update(more)
    return tree


def _row(tree: Spec, **more: Any) -> Spec:
    tree["conferences"][0]["invitations"].append({"who": "amina", **AGREED, **more})
    return tree


def _with(tree: Spec, **more: Any) -> Spec:
    return {**tree, **more}


def _draft_minutes(tree: Spec) -> Spec:
    tree["conferences"][0]["minutes"].pop("approved")
    return tree


def _only_about_zayn() -> Spec:
    tree = spec()
    tree["conferences"][0]["children"] = ["zayn"]
    return tree


_ALL = {"who": "amina", "ground": "impedes-consideration", "reason_told": "x"}


def _excluded(tree: Spec) -> Spec:
    tree["conferences"][0]["exclusions"].append(_ALL)
    return tree


@pytest.mark.parametrize(
    ("tree", "told"),
    [
        (spec(), True),
        (_draft_minutes(spec()), True),
        (_row(spec(), invited=False), True),
        (_with(_undecided("amina"), plans=[_own_plan()]), True),
        (_undecided("amina"), False),
        (_with(_undecided("amina"), plans=[_own_plan(approved=None)]), False),
        (_with(_undecided("amina"), plans=[_own_plan("zayn")]), False),
        (_with(_undecided("amina"), plans=[_own_plan(kind="outline")]), False),
        (_with(_undecided("amina"), plans=[_own_plan(conference="another")]), False),
        (_row(spec(), invited=False, told=False), False),
        (_excluded(spec()), False),
        (_of_amina(spec(), born=None, due="2027-02-20"), False),
        (_only_about_zayn(), False),
    ],
    ids=[
        "decided",
        "decided-minutes-not-approved",
        "decided-row-says-not-invited",
        "own-plan-approved",
        "nothing-decided",
        "own-plan-a-draft",
        "anothers-own-plan",
        "no-own-plan",
        "own-plan-of-another-conference",
        "not-told",
        "excluded-from-the-whole",
        "unborn",
        "no-subject-of-it",
    ],
)
def test_a_child_who_was_not_invited_has_a_view_once_something_about_them_is_decided(
    tree: Spec, told: bool
) -> None:
    assert _has_a_view("amina", tree) is told


def _has_a_view(reader: str, tree: Spec) -> bool:
    try:
        shared(reader, tree)
    except NothingToShare:
        return False
    return True


def test_a_child_who_came_without_being_invited_still_gets_no_part() -> None:
    tree = spec()
    held = tree["conferences"][0]
    held["attendance"].append({"who": "amina", "attended": ["news"]})
    passage = held["minutes"]["contributions"][0]
    passage["wording_for"] = [
        {"readers": ["amina"], "text": "You liked the paints.", "agreed_by_chair": "2026-11-23"}
    ]
    found = shared("amina", tree)
    assert (texts(found), found.view.conference.parts) == ((), ())
    assert [row.who for row in found.view.conference.attendance] == ["amina"]
    held["invitations"].append({"who": "amina", "to": ["news"]})
    assert texts(shared("amina", tree)) == ("You liked the paints.",)


# --- a professional of a core group who is not invited -------------------------------------------


def _in_a_core_group(*children: str, **more: Any) -> Spec:
    """The family, with a school nurse in a core group, who was not invited."""
    tree = _decided_in_plain_words()
    tree["professionals"].append(
        worker("nurse", "Ada Lowe", "School nurse", "school-health", **more)
    )
    tree["agencies"].append({"id": "school-health", "name": "School Health", "kind": "health"})
    group = {"children": children, "members": ["sw", "nurse", "nadia"]}
    tree["conferences"][0]["minutes"]["core_groups"] = [group]
    kinds = ("outline", "detailed")
    tree["plans"] = [
        {**_own_plan(child), "id": f"{kind}-{child}", "kind": kind}
        for kind in kinds
        for child in ("amina", "zayn")
    ]
    return tree


@meets("C53")
def test_who_is_in_the_core_group_of_one_child_works_to_that_childs_plan_alone() -> None:
    found = shared("nurse", _in_a_core_group("amina"))
    assert [it.child for it in _decisions(found.view)] == ["amina"]
    assert [plan.id for plan in found.view.records.plans] == ["outline-amina", "detailed-amina"]
    assert {child.id for child in found.view.records.children} == {"amina"}
    assert texts(found) == ()
    assert found.view.conference.parts == ()


def test_who_is_in_no_core_group_and_not_invited_sees_nothing() -> None:
    tree = _in_a_core_group("amina")
    tree["conferences"][0]["minutes"]["core_groups"][0]["members"] = ["sw", "nadia"]
    assert not _has_a_view("nurse", tree)


def test_a_core_group_member_who_is_sent_the_minutes_by_rule_has_the_narrower_of_both() -> None:
    tree = _in_a_core_group("amina", routine=True)
    found = shared("nurse", tree)
    assert texts(found) == ()
    assert {child.id for child in found.view.records.children} == set()
    tree["professionals"][-1]["direct_contact_with"] = ["amina"]
    assert {child.id for child in shared("nurse", tree).view.records.children} == {"amina"}


def test_a_core_group_member_has_no_address_but_of_whom_they_work_with() -> None:
    tree = _in_a_core_group("amina")
    tree["children"][0]["lives_at"] = "old-home"
    assert "Station Road" not in shared("nurse", tree).view.model_dump_json()
    tree["professionals"][-1]["direct_contact_with"] = ["amina", "tariq"]
    assert "Station Road" in shared("nurse", tree).view.model_dump_json()


# --- who was invited when the plan began ---------------------------------------------------------


def _ended(*, child: str = "zayn", first: Spec | None = None) -> Spec:
    """A review at which a plan ended; the school nurse was asked to the first conference alone."""
    tree = _in_a_core_group()
    began = {**conference(), "id": "c0", "starts": "2026-08-03 10:00", "exclusions": []}
    began |= {"attendance": [], "invitations": [{"who": "nurse"}, {"who": "hv"}]}
    tree["conferences"] = [{**began, **(first or {})}, tree["conferences"][0]]
    tree["conferences"][1]["type"] = "review"
    del tree["conferences"][1]["minutes"]["core_groups"]
    tree["conferences"][1]["minutes"]["decisions"] = []
    tree["endings"] = [
        {
            "id": "end",
            "conference": "c1",
            "child": child,
            "dated": "2026-11-23",
            "ground": "no-longer-at-risk",
            "reasons": [said_in_paper("Nobody has been hurt since August.", child)],
            "support": [said_in_paper("The nursery place goes on.", child)],
        }
    ]
    return tree


def said_in_paper(text: str, *about: str) -> Spec:
    """A passage of a paper."""
    return {"text": text, "about": about, "kind": "fact"}


@meets("BD24")
def test_who_was_invited_when_the_plan_began_is_told_that_it_ended_and_not_why() -> None:
    found = shared("nurse", _ended())
    (ending,) = found.view.records.endings
    assert (ending.child, str(ending.ground.value)) == ("zayn", "no-longer-at-risk")
    assert (ending.reasons, ending.support) == ((), ())
    (child,) = found.view.records.children
    assert child.name is not None
    assert (child.name.full, child.born, child.lives_at) == ("Zayn Yusuf", None, None)
    assert texts(found) == ()
    assert found.view.records.people == ()
    assert found.view.records.plans == ()


def test_who_works_with_the_child_still_is_told_why_the_plan_ended() -> None:
    tree = _ended()
    tree["professionals"][-1]["direct_contact_with"] = ["zayn"]
    (ending,) = shared("nurse", tree).view.records.endings
    assert [passage.text for passage in ending.reasons] == ["Nobody has been hurt since August."]


@pytest.mark.parametrize(
    "first",
    [
        {"children": ["amina"]},
        {"type": "review"},
        {"starts": "2027-01-11 10:00"},
        {"stood_down": {"dated": "2026-08-01", "reasons": ["not-quorate"]}},
        {"invitations": [{"who": "nurse", "invited": False, **AGREED}]},
        {"invitations": [{"who": "nurse", "told": False, **AGREED}]},
    ],
    ids=["another-child", "no-first", "later", "stood-down", "not-invited", "not-told"],
)
def test_who_was_not_invited_when_that_plan_began_sees_nothing(first: Spec) -> None:
    assert _has_a_view("nurse", _ended())
    assert not _has_a_view("nurse", _ended(first=first))


def test_the_end_of_a_plan_says_nothing_of_a_child_whose_plan_goes_on() -> None:
    told = shared("nurse", _ended()).view.model_dump_json()
    assert "Amina" not in told


def test_who_stands_in_another_column_is_no_reader_of_the_past() -> None:
    """The health visitor was invited then and now, and has what an invited professional has."""
    tree = _ended()
    tree["conferences"][1]["attendance"] = []
    assert len(shared("hv", tree).view.records.endings[0].reasons) == 1
    tree["conferences"][1]["invitations"] = []
    assert shared("hv", tree).view.records.endings[0].reasons == ()


def test_who_may_not_know_of_the_review_is_not_told_of_the_end() -> None:
    tree = _ended()
    row = {"who": "nurse", "invited": False, **AGREED}
    tree["conferences"][1]["invitations"].append(row)
    assert _has_a_view("nurse", tree)
    row["told"] = False
    assert not _has_a_view("nurse", tree)
