"""Quorate: social care and two other groups in direct contact with each child (R 7.1.6)."""

from __future__ import annotations

from typing import Any

import pytest

from cpdocs.model.ruling import Ruled, RuledName
from cpdocs.procedures import load_authority, rule
from tests.procedures.cases import BABY, CHILD, case, meeting, worker

SW = worker("sw", "csc")


def _near(person_id: str, agency: str, *children: str, **more: Any) -> dict[str, Any]:
    return worker(person_id, agency, direct_contact_with=children or ("child-a",), **more)


def _quorate(
    *people: dict[str, Any],
    slug: str = "rotherham",
    children: tuple[str, ...] = ("child-a",),
    kind: str = "initial",
    row: dict[str, Any] | None = None,
) -> list[Ruled]:
    came = [{"who": p["id"], **(row or {"attended": ["open"]})} for p in people]
    told = case(
        meeting(type=kind, children=children, attendance=came),
        children=[CHILD, BABY],
        professionals=people,
    )
    values = rule(told, load_authority(slug)).values
    return [v for v in values if v.name is RuledName.QUORATE]


@pytest.mark.parametrize(
    ("people", "expected"),
    [
        ((SW, _near("hv", "clinic"), _near("head", "primary")), True),
        ((SW, _near("hv", "clinic"), _near("pc", "force"), _near("head", "primary")), True),
        ((SW, _near("hv", "clinic")), False),
        ((_near("hv", "clinic"), _near("head", "primary"), _near("pc", "force")), False),
        # Two people, or two branches, of one group are one group.
        ((SW, _near("hv", "clinic"), _near("gp", "clinic")), False),
        ((SW, _near("hv", "clinic"), _near("mw", "hospital")), False),
        # Agencies of no group stand each for itself.
        ((SW, _near("box", "club-1"), _near("chess", "club-2")), True),
        # Without direct contact a group does not count.
        ((SW, _near("hv", "clinic"), worker("pc", "force")), False),
        # No other social worker, chair's unit, minute-taker, observer or interpreter counts.
        ((SW, _near("hv", "clinic"), _near("sw-2", "csc")), False),
        ((SW, _near("hv", "clinic"), _near("chair", "unit", role="chair")), False),
        ((SW, _near("hv", "clinic"), _near("minutes", "primary")), False),
        ((SW, _near("hv", "clinic"), _near("ob", "primary", role="observer")), False),
        ((SW, _near("hv", "clinic"), _near("in", "primary", role="interpreter")), False),
        (
            (
                worker("away", "csc", role="outside-authority"),
                _near("hv", "clinic"),
                _near("head", "primary"),
            ),
            False,
        ),
    ],
)
def test_quorum_counts_groups_in_direct_contact(
    people: tuple[dict[str, Any], ...], expected: bool
) -> None:
    (found,) = _quorate(*people)
    assert found.value is expected
    assert found.source == "R 7.1.6"


def test_a_review_has_the_same_quorum_from_its_own_section() -> None:
    (found,) = _quorate(SW, _near("hv", "clinic"), _near("head", "primary"), kind="review")
    assert (found.value, found.source) == (True, "R 7.10.3")


def test_the_number_has_to_be_met_for_every_child() -> None:
    people = (SW, _near("hv", "clinic", "child-a", "baby"), _near("head", "primary", "child-a"))
    both, one = _quorate(*people, children=("child-a", "baby")), _quorate(*people)
    assert [found.value for found in both] == [False]
    assert [found.value for found in one] == [True]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ({"left": ["open"]}, True),
        ({"apologies": True}, False),
        ({"free_to_attend": ["open"]}, False),
    ],
)
def test_who_left_early_was_there_and_who_sent_apologies_was_not(
    row: dict[str, Any], expected: bool
) -> None:
    (found,) = _quorate(SW, _near("hv", "clinic"), _near("head", "primary"), row=row)
    assert found.value is expected


def test_quorum_rests_on_every_row_of_attendance() -> None:
    (found,) = _quorate(SW, _near("hv", "clinic"), worker("ob", "primary", role="observer"))
    for position in range(3):
        assert f"conferences.c-1.attendance.{position}.attended" in found.rests_on


def test_nothing_is_said_before_it_is_known_who_came() -> None:
    assert _quorate() == []


def test_nottinghamshire_lays_down_no_number_so_none_is_applied() -> None:
    (found,) = _quorate(SW, slug="nottinghamshire")
    assert found.value is None
    assert found.not_set == "no number is laid down"
