"""What the oracle says of those who were not asked to come, by tables decided by hand."""

from __future__ import annotations

from typing import Any

import pytest

from cpdocs.case.case import Case
from cpdocs.model.conference import Conference
from tests.oracle.little import AGREED, little_case
from tests.oracle.rules import Expectation, sees
from tests.oracle.telling import Plain
from tests.oracle.test_papers import DAY, agreed_with, group, paper

WHY = {"reason": "Agreed.", "agreed_by_chair": AGREED}


def decided(*children: str) -> Plain:
    """Minutes with a decision for these children, of which each has a reason in plain words."""
    reasons = [{"text": "full", "plain": "plain"}]
    return {"decisions": [{"child": it, "plan": "not-made", "reasons": reasons} for it in children]}


def ids(found: Expectation, kind: str) -> list[str]:
    return [record["id"] for record in found.records[kind]]


# A child who was not asked: Omar, in the little case


OWN = {"kind": "child"}
APPROVED = {"approved": {"by": "lead", "dated": DAY}}


@pytest.mark.parametrize(
    ("papers", "minutes", "view"),
    [
        ({}, {}, False),
        ({}, decided("mina"), False),
        ({}, decided("omar"), True),
        (paper("plans", "omar", **OWN), {}, False),  # a draft
        (paper("plans", "omar", **OWN, **APPROVED), {}, True),
        (paper("plans", "mina", **OWN, **APPROVED), {}, False),
        (paper("plans", "omar", **APPROVED), {}, False),  # an outline plan
        (paper("plans", "omar", **OWN, **APPROVED, conference="c0"), {}, False),
    ],
)
def test_a_child_who_was_not_asked_has_a_view_once_something_is_decided_about_them(
    papers: dict[str, list[Plain]], minutes: Plain, view: bool
) -> None:
    assert sees(little_case([], papers, minutes=minutes), "omar", "c1").view == view


def test_a_child_who_is_not_told_has_no_view_whatever_is_decided() -> None:
    row = {"who": "omar", "invited": False, "told": False, **WHY}
    case = little_case([], minutes=decided("omar"), invitations=[row])
    assert not sees(case, "omar", "c1").view


def test_a_child_who_is_no_subject_of_the_conference_is_told_of_no_decision() -> None:
    case = little_case([], minutes=decided("omar"), children=["mina"])
    assert not sees(case, "omar", "c1").view


def test_a_child_who_was_not_asked_has_their_decision_and_plan_and_nothing_that_was_said() -> None:
    minutes = {
        **decided("mina", "omar"),
        "contributions": [
            {"kind": "fact", "text": "said", "part": "open", "about": about, "plain": "said"}
            | {"sharing": agreed_with("omar")}
            for about in ([], ["omar"])
        ],
    }
    papers = paper("plans", "omar", **OWN, **APPROVED)
    found = sees(
        little_case(
            [], papers, minutes=minutes, attendance=[{"who": "omar", "attended": ["open"]}]
        ),
        "omar",
        "c1",
    )
    (meeting,) = found.records["conferences"]
    assert ids(found, "children") == ["omar"]
    assert ids(found, "people") == []
    assert ids(found, "professionals") == ["chair"]  # nobody leads for Omar
    assert ids(found, "plans") == ["paper"]
    assert (meeting["parts"], meeting["invitations"]) == ([], [])
    assert [row["who"] for row in meeting["attendance"]] == ["omar"]
    assert meeting["minutes"]["contributions"] == []
    (decision,) = meeting["minutes"]["decisions"]
    assert (decision["child"], [it["text"] for it in decision["reasons"]]) == ("omar", ["plain"])


# A professional of Mina's core group who was not asked: the colleague


def of_core_group(papers: dict[str, list[Plain]], **meeting: Any) -> Expectation:
    meeting = {"minutes": {**group("colleague"), **decided("mina", "omar")}, **meeting}
    return sees(little_case([], papers, **meeting), "colleague", "c1")


@pytest.mark.parametrize(
    ("papers", "had"),
    [
        (paper("reports", "mina"), False),
        (paper("reports", "mina", by="colleague"), True),
        (paper("reports", "mina", sharing=agreed_with("colleague")), True),
        (paper("chronology", "mina"), False),
        (paper("visits", "mina"), True),
        (paper("visits", "omar"), False),
        (paper("plans", "mina"), True),
        (paper("plans", "omar"), False),
        (paper("plans", "mina", kind="child"), True),
        (paper("core_group_meetings", "mina"), True),
        (paper("core_group_meetings", "omar"), False),
        (paper("birth_arrangements", "mina"), True),
        (paper("endings", "mina"), True),
        (paper("endings", "omar"), False),
        (paper("covers", "mina"), True),
        (paper("transfers", "mina"), False),
        (paper("changes", "mina"), False),
        (paper("distributions", "mina"), False),
    ],
)
def test_a_colleague_of_the_core_group_has_the_papers_of_its_child_alone(
    papers: dict[str, list[Plain]], had: bool
) -> None:
    (kind,) = papers
    assert bool(of_core_group(papers).records[kind]) == had


def test_a_colleague_of_the_core_group_has_its_childs_decision_and_nothing_that_was_said() -> None:
    found = of_core_group({})
    (meeting,) = found.records["conferences"]
    assert [it["child"] for it in meeting["minutes"]["decisions"]] == ["mina"]
    assert meeting["parts"] == []
    assert ids(found, "children") == ["mina"]
    assert {"mum", "dad"} <= set(ids(found, "people"))
    assert ids(found, "households") == []  # works with nobody who lives there


@pytest.mark.parametrize(
    ("passage", "had"),
    [
        ({}, True),
        ({"about": ["mina", "omar"]}, False),
        ({"about": ["mum"]}, False),
        ({"about": ["mum"], "sharing": agreed_with("colleague")}, True),
        ({"sensitivity": "child-confided"}, False),
        ({"sensitivity": "police", "sharing": agreed_with("colleague")}, True),
        ({"sensitivity": "criminal", "sharing": agreed_with("colleague")}, False),
        ({"sensitivity": "third-party", "sharing": agreed_with("colleague")}, False),
    ],
)
def test_a_colleague_of_the_core_group_has_of_a_plan_what_is_of_its_child(
    passage: Plain, had: bool
) -> None:
    sections = [{"topic": "needs", "passages": [{"text": "words", **passage}]}]
    (plan,) = of_core_group(paper("plans", "mina", sections=sections)).records["plans"]
    assert bool(plan["sections"][0]["passages"]) == had


def test_the_chair_may_share_a_part_and_what_was_said_there_with_a_colleague() -> None:
    part = {"id": "open", "title": "Views"}
    said = {"kind": "fact", "text": "words", "part": "open"}
    block = {"sharing": agreed_with("colleague")}
    for parts, had in (([part], []), ([part | block], ["words"])):
        minutes = {**group("colleague"), "contributions": [said]}
        (meeting,) = of_core_group({}, parts=parts, minutes=minutes).records["conferences"]
        assert [one["text"] for one in meeting["minutes"]["contributions"]] == had


def test_a_surgery_of_the_core_group_has_no_more_than_a_surgery() -> None:
    minutes = group("gp")
    found = sees(little_case([], paper("visits", "mina"), minutes=minutes), "gp", "c1")
    assert found.view
    assert found.records["visits"] == []


def test_whoever_came_unasked_is_as_those_who_were_asked_and_came() -> None:
    minutes = {"contributions": [{"kind": "fact", "text": "words", "part": "open"}]}
    rows = [{"who": "colleague", "attended": ["open"]}]
    (meeting,) = of_core_group({}, minutes=minutes, attendance=rows).records["conferences"]
    assert [one["text"] for one in meeting["minutes"]["contributions"]] == ["words"]


# A professional who was asked to where Mina's plan began: the former worker


def after(papers: dict[str, list[Plain]], row: Plain | None = None, **began: Any) -> Expectation:
    """What the former worker has of a conference, with another one in its case."""
    case = little_case([], papers, minutes=decided("mina", "omar"))
    return sees(with_another(case, row or {"who": "former"}, **began), "former", "c1")


def with_another(case: Case, row: Plain, **began: Any) -> Case:
    (meeting,) = case.conferences
    tree = {**meeting.model_dump(), "id": "c0", "type": "initial", "children": ["mina"]}
    tree |= {"starts": "2026-03-02T10:00:00", "invitations": [row], "minutes": None, **began}
    return case.model_copy(update={"conferences": (meeting, Conference.model_validate(tree))})


ENDED = paper("endings", "mina", reasons=[{"text": "words"}])


@pytest.mark.parametrize(
    ("row", "began", "view"),
    [
        ({}, {}, True),
        ({}, {"type": "pre-birth"}, True),
        ({}, {"type": "transfer-in"}, True),
        ({}, {"type": "review"}, False),
        ({}, {"type": "reconvened"}, False),
        ({}, {"stood_down": {"dated": DAY, "reasons": ["no-report"]}}, False),
        ({}, {"starts": "2027-03-02T10:00:00"}, False),
        ({}, {"children": ["omar"]}, False),
        ({"invited": False, **WHY}, {}, False),
        ({"invited": False, "told": False, **WHY}, {}, False),
        ({"who": "nurse"}, {}, False),
    ],
)
def test_who_was_asked_where_a_plan_began_has_a_view_where_it_ends(
    row: Plain, began: Plain, view: bool
) -> None:
    assert after(ENDED, {"who": "former", **row}, **began).view == view


def test_nobody_asked_before_has_a_view_where_no_plan_ends() -> None:
    assert not after({}).view
    assert not after(paper("endings", "omar")).view
    assert not after(paper("endings", "mina", conference="c0")).view


def test_who_was_asked_where_a_plan_began_has_that_it_ended_and_little_else() -> None:
    found = after(ENDED)
    (meeting,) = found.records["conferences"]
    (child,) = found.records["children"]
    assert (child["id"], child["born"], child["lives_at"]) == ("mina", None, None)
    assert [it["child"] for it in meeting["minutes"]["decisions"]] == ["mina"]
    assert meeting["minutes"]["decisions"][0]["reasons"] == []
    assert meeting["parts"] == []
    assert ids(found, "people") == []
    assert [it["reasons"] for it in found.records["endings"]] == [[]]


@pytest.mark.parametrize(
    ("name", "had"),
    [
        ("reports", False),
        ("chronology", False),
        ("visits", False),
        ("plans", False),
        ("core_group_meetings", False),
        ("birth_arrangements", False),
        ("covers", True),  # it goes with the decision
        ("transfers", False),
        ("changes", False),
        ("distributions", False),
    ],
)
def test_who_was_asked_where_a_plan_began_has_no_paper_but_those_of_the_decision(
    name: str, had: bool
) -> None:
    assert bool(after({**ENDED, **paper(name, "mina")}).records[name]) == had
