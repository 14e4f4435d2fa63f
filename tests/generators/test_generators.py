"""What the invented cases hold, and where the changes to them reach."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest

from cpdocs.case.case import Case
from cpdocs.case.rules.base import every
from cpdocs.model.base import Record, specs
from cpdocs.model.sharing import Passage, Sharing, Variant
from cpdocs.model.view import PAPERS, papers
from cpdocs.values import Sensitivity
from tests.generators.cases import random_case
from tests.generators.mutations import CHANGES

SEEDS = range(60)
# Changes of a conference or of somebody's record, which are in no paper.
ELSEWHERE = {
    *("_move", "_rename", "_ring", "_add_person", "_add_part", "_retitle", "_reattend"),
    *("_unexclude", "_redecide", "_undecide", "_rebook", "_reask", "_redescribe"),
    "_reinvite",
}


def _papers(case: Case) -> dict[str, Any]:
    return {name: getattr(case, name) for name in PAPERS}


def _changed(change: Any, seed: int) -> tuple[Case, Case]:
    case = random_case(seed)
    tree = case.model_dump()
    change(Random(seed), tree, tree["conferences"][0])  # noqa: S311 not for secrets
    return case, Case.model_validate(tree)


def test_papers_of_every_kind_are_invented() -> None:
    found = {name for seed in SEEDS for name, _ in papers(random_case(seed))}
    assert found == set(PAPERS)


def test_every_field_of_every_paper_is_filled_now_and_then() -> None:
    filled: set[tuple[str, str]] = set()
    known: set[tuple[str, str]] = set()
    for seed in range(200):
        case = random_case(seed)
        roots = [paper for _, paper in papers(case)]
        booked = [it for c in case.conferences for it in (c.booking, c.stood_down) if it]
        for root in (*roots, *booked):
            for _, record in every(root, Record):
                kind = type(record)
                known |= {(kind.__name__, spec.name) for spec in specs(kind)}
                filled |= {
                    (kind.__name__, spec.name) for spec in specs(kind) if getattr(record, spec.name)
                }
    assert known - filled == set()


def test_what_bears_on_sharing_is_in_papers_too() -> None:
    blocks: list[Sharing] = []
    marks: set[Sensitivity | None] = set()
    worded = 0
    for seed in SEEDS:
        for _, paper in papers(random_case(seed)):
            blocks += [block for _, block in every(paper, Sharing)]
            marks |= {passage.sensitivity for _, passage in every(paper, Passage)}
            worded += sum(1 for _ in every(paper, Variant))
    assert any(block.withhold_from for block in blocks)
    assert any(block.share_with and block.in_writing for block in blocks)
    assert any(block.show_gap for block in blocks)
    assert len(marks) > 8
    assert worded > 20


def test_some_papers_are_of_a_second_conference() -> None:
    second = [
        paper
        for seed in SEEDS
        for case in [random_case(seed)]
        for _, paper in papers(case)
        if paper.conference != case.conferences[0].id
    ]
    assert second


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_every_change_to_what_is_withheld_reaches_what_it_is_about(change: Any) -> None:
    pairs = [_changed(change, seed) for seed in SEEDS]
    reached = [_papers(case) != _papers(other) for case, other in pairs]
    assert any(case != other for case, other in pairs)
    assert any(reached) == (change.__name__ not in ELSEWHERE)


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_a_change_of_passages_or_blocks_reaches_conferences_still(change: Any) -> None:
    only_papers = {"_retell", "_redate", "_rewho", "_take_out_paper", "_put_in_paper", "_reapprove"}
    people = {"_move", "_rename", "_ring", "_redescribe", "_reorder_papers"}
    moved = [
        case.conferences != other.conferences
        for case, other in (_changed(change, seed) for seed in SEEDS)
    ]
    assert any(moved) == (change.__name__ not in only_papers | people)
