"""Which computed values reach which reader, and never what they rest on."""

from __future__ import annotations

from datetime import date
from unittest.mock import patch

import pytest

from cpdocs.model.ruling import Ruled, RuledName, Ruling
from cpdocs.model.view import Section
from cpdocs.sharing import released, share
from tests.sharing.small import STYLE, case, spec

R = RuledName
EVERYTHING = frozenset(R)
# Whoever sees all of what it rests on: strategy discussions, the booking, a move, or one meeting of
# the core group.
NOT_RELEASED = {
    R.CONFERENCE_DUE,
    R.ASSESSMENT_DUE,
    R.BOOKING_DUE,
    R.INVITATION_LIST_DUE,
    R.CHANGE_NOTICE_DUE,
    R.TRANSFER_NOTICE_DUE,
    R.TRANSFER_OUTCOME_DUE,
    R.NEXT_CORE_GROUP_DUE,
    R.CORE_GROUP_NOTES_DUE,
    R.SIGNED_AGREEMENT_DUE,
}
TO_FAMILY = EVERYTHING - NOT_RELEASED

# What each reader is told of a conference, where every value rests on something they may not see.
TOLD = {
    "chair": EVERYTHING,  # sees all that anything rests on
    "sw": EVERYTHING,
    "hv": EVERYTHING,
    "nadia": TO_FAMILY,
    "tariq": TO_FAMILY,
    "gran": {
        R.ARRIVE_BY,
        R.REPORTS_DUE,
        R.REPORT_TO_FAMILY_DUE,
        R.MINUTES_DUE,
        R.FAMILY_INVITATION_DUE,
        R.INTERPRETER_REQUEST_DUE,
        R.ADAPTED_REPORT_DUE,
        R.REPORT_TO_CHAIR_DUE,
        R.PROFESSIONALS_ARRIVE_BY,
        R.RECONVENE_DUE,
    },
}
RESTS_ON = {
    "chair": "exclusions",
    "sw": "conferences.c1.starts",
    "hv": "conferences.c1.starts",
}


def told(reader: str, rests_on: str) -> set[RuledName]:
    tree = spec()
    tree["people"].append(
        {
            "id": "gran",
            "name": {"given": "Rukhsana", "family": "Bibi"},
            "relations": [{"kind": "grandmother", "of": "amina"}],
        }
    )
    tree["conferences"][0]["invitations"].append({"who": "gran", "to": ["news"]})
    values = tuple(
        Ruled(
            name=name,
            conference="c1",
            value=date(2027, 1, 5),
            rests_on=(rests_on,),
            source="R 7.1.3",
        )
        for name in RuledName
    )
    view = share(
        case=case(tree),
        ruling=Ruling(values=values),
        style=STYLE,
        reader=reader,
        conference="c1",
        sections=frozenset(Section),
    ).view
    assert all(value.rests_on == () for value in view.ruled)
    return {value.name for value in view.ruled}


@pytest.mark.parametrize(("reader", "expected"), TOLD.items())
def test_each_reader_is_told_the_released_values_and_no_other(
    reader: str, expected: set[RuledName]
) -> None:
    rests_on = RESTS_ON.get(reader, "conferences.c1.exclusions")
    assert told(reader, rests_on) == expected


@pytest.mark.parametrize("reader", ["nadia", "tariq"])
def test_a_value_that_is_not_released_needs_sight_of_all_that_it_rests_on(reader: str) -> None:
    assert R.CONFERENCE_DUE in told(reader, "conferences.c1.starts")
    assert R.CONFERENCE_DUE not in told(reader, "conferences.c1.exclusions")
    assert R.CONFERENCE_DUE not in told(reader, "households.new-home") or reader == "nadia"


def test_a_value_from_which_a_birth_can_be_counted_back_needs_sight_of_the_birth() -> None:
    assert R.REVIEW_DUE in told("nadia", "children.zayn.born")
    assert R.REVIEW_DUE not in told("tariq", "children.zayn.born")


@pytest.mark.parametrize("name", released.RELEASED)
def test_taking_a_value_off_the_released_list_is_noticed(name: RuledName) -> None:
    rest = {other: row for other, row in released.RELEASED.items() if other is not name}
    with patch.object(released, "RELEASED", rest):
        assert told("nadia", "conferences.c1.exclusions") != TOLD["nadia"]


@pytest.mark.parametrize("name", sorted(NOT_RELEASED))
def test_putting_a_value_on_the_released_list_is_noticed(name: RuledName) -> None:
    more = dict(released.RELEASED) | {name: released.RELEASED[R.ARRIVE_BY]}
    with patch.object(released, "RELEASED", more):
        assert told("nadia", "conferences.c1.exclusions") != TOLD["nadia"]


@pytest.mark.parametrize("name", sorted(TO_FAMILY - TOLD["gran"]))
def test_releasing_a_value_to_wider_family_is_noticed(name: RuledName) -> None:
    more = dict(released.RELEASED) | {name: released.RELEASED[R.ARRIVE_BY]}
    with patch.object(released, "RELEASED", more):
        assert told("gran", "conferences.c1.exclusions") != TOLD["gran"]
