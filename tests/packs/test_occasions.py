"""Which copies there are to make: as many as the case has things to tell, and no draft to all."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from cpdocs.case.case import Case
from cpdocs.case.load import load
from cpdocs.documents.catalogue import Document
from cpdocs.packs.occasions import abouts, conferences_about, copies_due
from cpdocs.values import Stage
from tests.procedures.cases import BABY, CHILD, case, family, meeting, worker

PEOPLE = (family("mum", ("mother", "child-a")), family("friend", ("supporter", "mum")))
WORKERS = (
    worker("sw", "csc", lead_worker_for=["child-a"]),
    worker("hv", "clinic"),
    worker("chair", "unit", role="chair"),
)
PASSAGES = [{"text": "She eats at school.", "kind": "observation"}]
PLAN = {
    "id": "plan-1",
    "conference": "meeting-1",
    "kind": "outline",
    "child": "child-a",
    "dated": "2026-11-23",
    "sections": [{"topic": "aim", "passages": PASSAGES}],
}


def _told(**papers: Any) -> Case:
    told = case(meeting(), children=[CHILD, BABY], people=PEOPLE, professionals=WORKERS)
    plans = papers.pop("plans", ())
    named = [{**plan, "conference": told.conferences[0].id} for plan in plans]
    return Case.model_validate({**told.model_dump(), "plans": named, **papers})


def _document(**front: Any) -> Document:
    told = {
        "id": "some-plan",
        "title": "A plan",
        "about": "child",
        "audience": ["parent"],
        "stage": "decision",
        "source": "R 7.4",
        "shape": "report",
        "template": "plans/some-plan.html",
        **front,
    }
    return Document.model_validate(told)


@pytest.mark.parametrize(
    ("each", "covers", "expected"),
    [
        ("plans.outline", ["plans"], ("plan-1", "plan-2")),
        ("plans.detailed", ["plans"], ("plan-3",)),
        ("plans", ["plans"], ("plan-1", "plan-2", "plan-3")),
        ("children", ["plans"], (CHILD["id"],)),
        ("plans.bridging", ["plans"], ()),
        ("reports.review", ["reports"], ()),
        (None, ["plans"], (None,)),
        (None, ["stand-down"], ()),
        (None, ["decision"], ()),
        (None, ["conference"], (None,)),
    ],
)
def test_there_is_a_copy_for_each_thing_that_the_case_has(
    each: str | None, covers: list[str], expected: tuple[str | None, ...]
) -> None:
    plans = [
        {**PLAN, "id": "plan-1"},
        {**PLAN, "id": "plan-2"},
        {**PLAN, "id": "plan-3", "kind": "detailed"},
    ]
    told = _told(plans=plans)
    document = _document(each=each, covers=covers)
    assert abouts(told, told.conferences[0], document) == expected


def test_a_list_that_there_is_not_is_refused_in_front_matter() -> None:
    with pytest.raises(ValueError, match="`each` names a list"):
        _document(each="dreams", covers=["plans"])


@pytest.mark.parametrize("name", ["plan-1", "child-a", None])
def test_a_conference_is_found_by_what_belongs_to_it(name: str | None) -> None:
    told = _told(plans=[PLAN])
    wanted = str(CHILD["id"]) if name == "child-a" else name
    assert conferences_about(told, wanted) == told.conferences
    assert conferences_about(told, "nobody") == ()


def test_a_draft_goes_to_those_who_work_on_it_and_what_is_approved_to_all() -> None:
    approved = {"by": "chair", "dated": "2026-11-24"}
    draft = _readers_of(_told(plans=[PLAN]), "outline-plan")
    final = _readers_of(_told(plans=[{**PLAN, "approved": approved}]), "outline-plan")
    assert "mum" not in draft
    assert {"sw", "chair"} <= draft
    assert "mum" in final


def _readers_of(told: Case, document: str) -> set[str]:
    invited = [{"who": who} for who in ("mum", "sw", "hv", "chair")]
    minutes = {"decisions": [{"child": CHILD["id"], "plan": "made", "reasons": PASSAGES}]}
    tree = told.model_dump()
    tree["conferences"] = [
        {**tree["conferences"][0], "invitations": invited, "minutes": minutes},
    ]
    whole = Case.model_validate(tree)
    due = copies_due(whole, whole.conferences[0])
    assert {one.sending.stage for one in due} <= set(Stage)
    return {one.sending.reader for one in due if one.sending.document == document}


SAMPLES = Path(__file__).parents[2] / "data" / "cases"


@pytest.mark.parametrize(
    ("conference", "reader", "documents"),
    [
        # A boy of eight, who was asked to neither, and has a plan of his own after the review.
        ("transfer-1", "child-r", {"outcome-young-person"}),
        ("review-1", "child-r", {"outcome-young-person", "child-plan"}),
        # Police were asked to the first conference alone.
        ("review-1", "police-4", {"plan-ended"}),
        ("review-1", "father-x", set()),
        # A play therapist joined the core group after the first conference.
        (
            "transfer-1",
            "play-4",
            {
                "decision-notice",
                "outline-plan",
                "core-group-dates",
                "core-group-notes",
                "visit-schedule",
                "lead-worker-cover",
                "plan-ended",
            },
        ),
    ],
)
def test_who_was_not_in_the_room_is_sent_what_concerns_them_and_nothing_else(
    conference: str, reader: str, documents: set[str]
) -> None:
    told = load(SAMPLES / "nottinghamshire-transfer" / "case.yaml")
    held = next(it for it in told.conferences if it.id == conference)
    due = {it.sending.document for it in copies_due(told, held) if it.sending.reader == reader}
    assert due == documents
