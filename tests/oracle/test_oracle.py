"""The oracle itself, against small tables decided by hand."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from cpdocs.case.case import Case
from tests.oracle.rules import Expectation, sees
from tests.oracle.table import CELLS, FAMILY_COLUMNS, POLICY, PROFESSIONAL_COLUMNS

AGREED = date(2026, 11, 20)


def little_case(contributions: list[dict[str, Any]], **meeting: Any) -> Case:
    """Mina and Omar live with their mother in a protected home, and each father apart."""
    professional = {"designation": "Worker", "role": "professional"}
    return Case.model_validate(
        {
            "cpdocs": 1,
            "case": "CP-1",
            "authority": "exampleton",
            "children": [
                _child("mina", "safe", school="school"),
                _child("omar", "safe"),
            ],
            "people": [
                _adult("mum", "safe", ("mother", "mina"), ("mother", "omar")),
                _adult("dad", "other", ("father", "mina")),
                _adult("half", None, ("father", "omar")),
                _adult("gran", "gran-home", ("grandmother", "mina")),
                _adult("helper", None, ("supporter", "dad")),
                _adult("unseen", None, ("father", "omar")),
            ],
            "professionals": [
                {"id": "chair", "name": "C", "agency": "unit", **professional, "role": "chair"},
                {"id": "lead", "name": "L", "agency": "care", **professional}
                | {"lead_worker_for": ["mina"]},
                {"id": "nurse", "name": "N", "agency": "health", **professional},
                {"id": "pc", "name": "P", "agency": "police", **professional},
                {"id": "gp", "name": "G", "agency": "surgery", "routine": True, **professional}
                | {"direct_contact_with": ["mina"]},
                {"id": "refuge", "name": "R", "agency": "care", "reveals": ["safe"]} | professional,
                {"id": "watcher", "name": "W", "agency": "care", **professional}
                | {"role": "observer"},
            ],
            "agencies": [
                {"id": name, "name": name, "kind": kind}
                for name, kind in (
                    ("unit", "safeguarding-unit"),
                    ("care", "childrens-social-care"),
                    ("health", "health"),
                    ("surgery", "health"),
                    ("police", "police"),
                )
            ],
            "households": [
                {"id": "safe", "protected": True, "address": {"lines": ["1 Safe Street"]}},
                {"id": "other", "address": {"lines": ["2 Other Street"]}},
                {"id": "gran-home", "address": {"lines": ["3 Gran Street"]}},
            ],
            "places": [{"id": "school", "kind": "school", "name": "School"}],
            "conferences": [_meeting(contributions) | meeting],
        }
    )


def _child(name: str, home: str, **more: Any) -> dict[str, Any]:
    names = {"given": name, "family": "Example"}
    return {
        "id": name,
        "subject": True,
        "name": names,
        "born": "2014-01-01",
        "lives_at": home,
    } | more


def _adult(name: str, home: str | None, *ties: tuple[str, str]) -> dict[str, Any]:
    return {
        "id": name,
        "name": {"given": name, "family": "Example"},
        "relations": [{"kind": kind, "of": of} for kind, of in ties],
        "lives_at": home,
    }


def _meeting(contributions: list[dict[str, Any]]) -> dict[str, Any]:
    came = {"mum": ["open"], "dad": ["dads"], "half": ["open"], "gran": ["open"], "mina": ["open"]}
    staff = {"nurse": ["open", "shut"], "pc": ["open"], "lead": ["open"]}
    rows = [{"who": who, "attended": parts} for who, parts in (came | staff).items()]
    return {
        "id": "c1",
        "type": "initial",
        "children": ["mina", "omar"],
        "starts": datetime(2026, 11, 23, 10),
        "place": {"form": "video"},
        "chair": "chair",
        "parts": [
            {"id": "open", "title": "Views"},
            {"id": "dads", "title": "Father's views"},
            {"id": "shut", "title": "Section", "confidential": True, "asked_by": "pc"}
            | {"reason": "open", "agreed_by_chair": AGREED},
        ],
        "invitations": [
            *({"who": who} for who in ("chair", "nurse", "pc", "lead", "refuge", "watcher")),
            *({"who": who} for who in ("mum", "half", "gran", "mina", "helper")),
            {"who": "dad", "to": ["dads"]},
            {"who": "unseen", "invited": False, "told": False, "reason": "safety"}
            | {"agreed_by_chair": AGREED},
        ],
        "attendance": rows,
        "minutes": {"contributions": [{"kind": "fact", **one} for one in contributions]},
    }


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
    assert len(matters) == 21
    assert set(POLICY) == {
        (matter, column)
        for matter in matters
        for column in (*PROFESSIONAL_COLUMNS, *FAMILY_COLUMNS)
    }
    assert set(POLICY.values()) == set(CELLS)
