"""Every decision explains itself, to the operator."""

from __future__ import annotations

import pytest

from cpdocs.errors import UsageError
from cpdocs.sharing.explain import Explanation, explain
from tests.sharing.small import case

SAID = "conferences.c1.minutes.contributions"


def why(reader: str, place: str) -> Explanation:
    (found,) = explain(case(), "c1", reader, place)
    return found


@pytest.mark.parametrize(
    ("reader", "place", "gets", "rule"),
    [
        ("tariq", f"{SAID}.0", "no", "part-not-theirs"),
        ("tariq", f"{SAID}.3", "yes", "every matter is granted in every column of this reader"),
        ("tariq", f"{SAID}.7", "agreed words", "agreed words for this reader"),
        ("tariq", "children.zayn.born", "no", "which children are subjects: Half"),
        ("callum", f"{SAID}.2", "no", "adult's private: Other parent"),
        ("gp", "people.nadia.needs", "no", "adult's private: Routine"),
        (
            "nadia",
            "conferences.c1.exclusions.0",
            "no",
            "what somebody is told in writing: Other parent: no",
        ),
    ],
)
def test_a_place_is_explained_by_the_rule_that_settled_it(
    reader: str, place: str, gets: str, rule: str
) -> None:
    found = why(reader, place)
    assert found.gets == gets
    assert found.rule.startswith(rule)
    assert found.source


def test_a_place_inside_a_withheld_record_is_explained_by_the_record() -> None:
    assert why("tariq", "children.zayn.born").decided_at == "children.zayn"


def test_agreed_words_tell_when_the_chair_agreed() -> None:
    assert why("tariq", f"{SAID}.7").agreed_by_chair == "2026-11-23"


def test_an_id_finds_its_place() -> None:
    assert why("tariq", "new-home").decided_at == "households.new-home"


def test_an_unknown_place_is_an_error_that_says_what_to_write() -> None:
    with pytest.raises(UsageError, match="no place of that name"):
        explain(case(), "c1", "tariq", "nowhere")
