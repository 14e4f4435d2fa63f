"""The chair's schedule: who does not see what, why, who asked, when agreed, what is sought."""

from __future__ import annotations

from typing import Any

import pytest

from cpdocs.errors import UsageError
from cpdocs.model.schedule import RestrictionKind, Schedule
from cpdocs.sharing import NothingToShare, Whole
from cpdocs.sharing.schedule import with_schedule
from cpdocs.sharing.share import everybody
from tests.sharing.small import shared, spec


def schedule(tree: dict[str, Any] | None = None) -> Schedule:
    view = with_schedule(shared("chair", tree), lambda reader: shared(reader, tree).whole)
    assert view.schedule is not None
    return view.schedule


def test_everybody_has_a_line_from_what_was_decided_for_their_copies() -> None:
    asked: list[str] = []

    def wholes(reader: str) -> Whole:
        asked.append(reader)
        return shared(reader).whole

    chair = shared("chair")
    with_schedule(chair, wholes)
    assert tuple(asked) == everybody(chair.whole.facts.case)


def test_who_may_have_nothing_is_said_to_get_nothing() -> None:
    lines = {line.reader: line for line in schedule().readers}
    with pytest.raises(NothingToShare):
        shared("dean")
    assert lines["Dean Holroyd"].gets_nothing


def test_what_copies_are_searched_for_is_told_by_where_the_case_has_it() -> None:
    (line,) = (line for line in schedule().readers if line.reader == "Tariq Mahmood")
    needles = shared("tariq").ledger.needles
    assert sum(each.count for each in line.sought) == len(needles) > 0
    assert {str(each.kind) for each in line.sought} == {"people", "places", "words"}


@pytest.mark.parametrize("block", ["withhold_from", "share_with", "may_stand"])
def test_a_decision_names_who_asked_why_and_when_the_chair_agreed(block: str) -> None:
    tree = spec()
    said = tree["conferences"][0]["minutes"]["contributions"][1]
    said["sharing"] = {
        block: ["callum"],
        "reason": "It is his to hear first.",
        "asked_by": "hv",
        "agreed_by_chair": "2026-11-20",
    }
    kinds = {"withhold_from": "withheld", "share_with": "shared", "may_stand": "stands"}
    (row,) = (it for it in schedule(tree).restrictions if it.kind == kinds[block])
    assert row.readers == ("Callum Prescott",)
    assert (row.reason, row.requested) == ("It is his to hear first.", "Grace Okafor")
    assert str(row.agreed) == "2026-11-20"
    assert row.place == "conferences.c1.minutes.contributions.1"


def test_who_asked_for_other_words_is_named() -> None:
    tree = spec()
    said = tree["conferences"][0]["minutes"]["contributions"][7]
    said["sharing"] = {"reason": "He must not find them.", "asked_by": "sw"}
    rows = schedule(tree).restrictions
    (row,) = (row for row in rows if row.kind is RestrictionKind.REWORDED)
    assert (row.reason, row.requested) == ("He must not find them.", "Jo Hartley")


def test_nobody_but_the_chair_has_a_schedule() -> None:
    with pytest.raises(UsageError, match="chair of the conference alone"):
        with_schedule(shared("sw"), lambda reader: shared(reader).whole)
