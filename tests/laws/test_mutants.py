"""The mutation run: each cell and each rule of sharing is flipped, and some view must tell."""

from __future__ import annotations

import pytest

from cpdocs.sharing.policy import POLICY, Cell, Column, Matter
from tests.laws.mutants import (
    ALIKE,
    ALIKE_RULES,
    RULES,
    UNREACHED,
    Place,
    asked_by,
    askers,
    dense_sights,
    kills_cell,
    kills_rule,
    other_cells,
)

CELLS = [
    ((matter, column), to)
    for matter in Matter
    for column in Column
    if (matter, column) not in UNREACHED
    for to in other_cells(POLICY[matter][column])
    if ((matter, column), to) not in ALIKE
]
SAID = (  # what the dense case alone tells, so that the quick run stays quick
    Matter.CHILD_PRIVATE,
    Matter.CHILD_CONFIDED,
    Matter.ADULT_PRIVATE,
    Matter.KEPT_FROM_CHILD,
    Matter.POLICE,
    Matter.CRIMINAL,
    Matter.THIRD_PARTY,
    Matter.LEGAL_ADVICE,
    Matter.CONFIDENTIAL_SECTION,
)
QUICK_CELLS = [(place, to) for place, to in CELLS if place[0] in SAID][::3]
TRIED_RULES = sorted(set(RULES) - set(ALIKE_RULES))
QUICK_RULES = TRIED_RULES[::6]


def named(value: object) -> str:
    return " ".join(value) if isinstance(value, tuple) else str(value)


@pytest.mark.parametrize(("place", "to"), QUICK_CELLS, ids=named)
def test_a_changed_cell_of_the_policy_is_noticed(place: Place, to: Cell) -> None:
    assert kills_cell(place, to)


@pytest.mark.parametrize("rule", QUICK_RULES)
def test_a_changed_rule_is_noticed(rule: str) -> None:
    assert kills_rule(RULES[rule])


@pytest.mark.prove
def test_every_cell_and_every_rule_is_noticed(capsys: pytest.CaptureFixture[str]) -> None:
    missed = [named(place) + f" to {to}" for place, to in CELLS if not kills_cell(place, to)]
    missed += [rule for rule in TRIED_RULES if not kills_rule(RULES[rule])]
    with capsys.disabled():
        print(
            f"\nmutants: {len(CELLS)} of cells and {len(TRIED_RULES)} of rules, "
            f"{len(missed)} missed; {len(ALIKE)} and {len(ALIKE_RULES)} alike by construction, "
            f"{len(UNREACHED)} cells out of reach"
        )
    assert missed == []


@pytest.mark.prove
def test_only_cells_out_of_reach_are_never_asked() -> None:
    every = {(matter, column) for matter in Matter for column in Column}
    of_dense = {place for sight in dense_sights() for place in asked_by(sight)}
    assert every - set(askers()) - of_dense == UNREACHED
