"""The oracle itself, against small tables decided by hand."""

from __future__ import annotations

from typing import Any

import pytest

from cpdocs.model.sharing import Sharing
from tests.oracle.little import AGREED, little_case
from tests.oracle.rules import Expectation, sees
from tests.oracle.table import CELLS, FAMILY_COLUMNS, POLICY, PROFESSIONAL_COLUMNS


def passage_for(reader: str, **passage: Any) -> str:
    """What a reader gets of one passage in the open part (or the part that it names)."""
    case = little_case([{"text": "words", "part": "open", **passage}])
    expected = sees(case, reader, "c1")
    return expected.passages["conferences.c1.minutes.contributions.0"] if expected.view else "-"


READERS = ("chair", "lead", "nurse", "pc", "gp", "mum", "dad", "half", "gran", "mina")

# One row a passage; F full, W withheld, in the order of READERS.
TABLE: tuple[tuple[dict[str, Any], str], ...] = (
    ({}, "F F F F F F W F W W"),
    ({"about": ["mina"]}, "F F F F F F W W W W"),
    ({"about": ["omar"]}, "F F F F W F W F W W"),
    ({"about": ["mina", "omar"]}, "F F F F W F W W W W"),
    ({"about": ["mum"]}, "F F F F W F W F W W"),
    ({"about": ["gran"]}, "F F F F W F W F W W"),
    ({"part": "dads"}, "F F F F F W F W W W"),
    ({"part": "dads", "about": ["dad"]}, "F F F F W W F W W W"),
    ({"part": "shut"}, "F F F W W W W W W W"),
    ({"sensitivity": "third-party"}, "F W W W W W W W W W"),
    ({"sensitivity": "third-party", "by": "nurse"}, "F W F W W W W W W W"),
    ({"sensitivity": "criminal"}, "F F W F W W W W W W"),
    ({"sensitivity": "police"}, "F F F F W W W W W W"),
    ({"sensitivity": "legal-advice"}, "F F F F W W W W W W"),
    ({"sensitivity": "child-confided", "about": ["mina"]}, "F F F F W W W W W W"),
    ({"sensitivity": "kept-from-child", "about": ["mina"]}, "F F F F W F W W W W"),
)


@pytest.mark.parametrize(("passage", "row"), TABLE)
def test_each_reader_gets_what_the_hand_written_table_says(
    passage: dict[str, Any], row: str
) -> None:
    letters = {"full": "F", "withheld": "W"}
    assert " ".join(letters[passage_for(reader, **passage)] for reader in READERS) == row


def test_agreed_words_stand_for_the_text_even_where_the_text_would_be_given() -> None:
    words = [{"readers": ["mum"], "text": "kinder words", "agreed_by_chair": AGREED}]
    assert passage_for("mum", wording_for=words) == "variant 0"
    assert passage_for("half", wording_for=words) == "full"


def test_words_that_the_chair_did_not_agree_are_not_used() -> None:
    words = [{"readers": ["gran"], "text": "kinder words"}]
    assert passage_for("gran", wording_for=words) == "withheld"


def test_a_child_gets_plain_words_and_no_translation_of_the_full_ones() -> None:
    block = {"share_with": ["mina"], "agreed_by_chair": AGREED}
    words = {"about": ["mina"], "plain": "plain", "translations": {"ur": "full"}}
    case = little_case([{"text": "words", "part": "open", "sharing": block, **words}])
    expected = sees(case, "mina", "c1")
    told = expected.records["conferences"][0]["minutes"]["contributions"]
    assert [(one["text"], one["translations"]) for one in told] == [("plain", {})]
    assert passage_for("mina", about=["mina"], sharing=block) == "withheld"


def test_a_mark_stands_once_for_neighbours_and_only_where_the_part_is_had() -> None:
    hidden = {"kind": "fact", "text": "w", "part": "open"} | {
        "sharing": {"withhold_from": ["mum", "dad"], "show_gap": True}
    }
    case = little_case([hidden, hidden, {"text": "seen", "part": "open"}, hidden])
    assert [_mark(one) for one in _said(sees(case, "mum", "c1"))] == ["gap", "seen", "gap"]
    assert _said(sees(case, "dad", "c1")) == []


def test_no_mark_stands_for_a_helper_whom_the_parts_own_block_names() -> None:
    hidden: dict[str, Any] = {"text": "w", "part": "dads"} | {
        "sharing": {"withhold_from": ["dad"], "show_gap": True}
    }
    case = little_case([hidden])
    assert [_mark(one) for one in _said(sees(case, "helper", "c1"))] == ["gap"]
    meeting = case.conferences[0]
    block = Sharing(withhold_from=("helper",), reason="safety")
    parts = [
        p.model_copy(update={"sharing": block}) if p.id == "dads" else p for p in meeting.parts
    ]
    changed = meeting.model_copy(update={"parts": tuple(parts)})
    case = case.model_copy(update={"conferences": (changed,)})
    assert _said(sees(case, "helper", "c1")) == []


def test_legal_advice_stays_from_the_outside_authority_that_gave_it_though_asked_to_the_part() -> (
    None
):
    part = {"id": "shut", "title": "Advice", "legal_advice": True}
    asked: dict[str, Any] = {"parts": [part], "invitations": [{"who": "away", "to": ["shut"]}]}
    case = little_case([{"text": "w", "part": "shut", "by": "away"}], **asked, attendance=[])
    assert _said(sees(case, "away", "c1")) == []


def _said(expected: Expectation) -> list[dict[str, Any]]:
    said: list[dict[str, Any]] = expected.records["conferences"][0]["minutes"]["contributions"]
    return said


def _mark(one: dict[str, Any]) -> str:
    return str(one.get("text", "gap"))


@pytest.mark.parametrize("reader", ["unseen", "watcher", "omar"])
def test_who_is_not_told_only_observes_or_is_not_invited_has_no_view(reader: str) -> None:
    assert not sees(little_case([]), reader, "c1").view


def _ids(expected: Expectation, kind: str) -> set[str]:
    return {record["id"] for record in expected.records[kind]}


def test_a_protected_home_takes_with_it_all_that_reveals_it() -> None:
    case = little_case([])
    dad, mum = sees(case, "dad", "c1"), sees(case, "mum", "c1")
    assert "refuge" in _ids(mum, "professionals")
    assert "refuge" not in _ids(dad, "professionals")
    assert "safe" not in _ids(dad, "households")
    assert _ids(dad, "places") == set()
    assert _ids(mum, "places") == {"school"}
    assert _ids(dad, "people") == {"dad", "mum", "half", "gran", "helper"}  # not `unseen`
    assert _ids(dad, "children") == {"mina"}


def test_a_supporter_sees_with_the_eyes_of_whom_they_support() -> None:
    case = little_case([{"text": "seen by dad", "part": "dads"}, {"text": "not", "part": "open"}])
    assert [one["text"] for one in _said(sees(case, "helper", "c1"))] == ["seen by dad"]


def test_a_core_group_tells_no_more_children_than_the_decisions_do() -> None:
    minutes = {
        "core_groups": [{"children": ["mina", "omar"], "members": ["mum", "half"]}],
        "decisions": [
            {"child": child, "plan": "not-made", "reasons": [{"text": child}]}
            for child in ("mina", "omar")
        ],
    }
    case = little_case([], minutes=minutes)
    told = sees(case, "dad", "c1").records["conferences"][0]["minutes"]
    assert [group["children"] for group in told["core_groups"]] == [["mina"]]
    assert [decision["child"] for decision in told["decisions"]] == ["mina"]


def test_who_is_excluded_from_all_keeps_the_facts_and_what_the_chair_decided() -> None:
    out = {"who": "dad", "ground": "violence", "reason_told": "told", "agreed_by_chair": AGREED}
    bare = sees(little_case([], exclusions=[out]), "dad", "c1")
    assert bare.view
    assert _ids(bare, "children") == set()
    assert _ids(bare, "people") == {"dad"}
    said = [{"text": "his part", "part": "dads"}]
    some = sees(little_case(said, exclusions=[out | {"may_have_parts": ["dads"]}]), "dad", "c1")
    assert [one["text"] for one in _said(some)] == ["his part"]
    assert _ids(some, "children") == {"mina"}


def test_the_table_has_a_known_word_for_every_matter_and_column() -> None:
    matters = {matter for matter, _ in POLICY}
    assert len(matters) == 27
    assert set(POLICY) == {
        (matter, column)
        for matter in matters
        for column in (*PROFESSIONAL_COLUMNS, *FAMILY_COLUMNS)
    }
    assert set(POLICY.values()) == set(CELLS)
