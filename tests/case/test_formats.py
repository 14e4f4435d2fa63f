"""What the file holds is told alike by the loader, the dump, the schema and the guide."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cpdocs.case import describe as describing
from cpdocs.case.dump import dump
from cpdocs.case.load import load_text
from cpdocs.case.schema import schema
from cpdocs.case.shape import RELATION_KEYS
from cpdocs.model.people import RelationKind
from tests.case.samples import STARTER, WHOLE, faults_of

GUIDE = Path(__file__).parents[2] / "docs" / "case-file.md"


def _fits(value: object, rule: Any, root: Any) -> bool:
    """A naive reading of the JSON Schema keywords that ours uses."""
    if "$ref" in rule:
        return _fits(value, root["$defs"][rule["$ref"].rsplit("/", 1)[1]], root)
    if "enum" in rule and not any(value == w and type(value) is type(w) for w in rule["enum"]):
        return False
    if "anyOf" in rule and not any(_fits(value, each, root) for each in rule["anyOf"]):
        return False
    if "oneOf" in rule and sum(_fits(value, each, root) for each in rule["oneOf"]) != 1:
        return False
    if "pattern" in rule and not (isinstance(value, str) and re.search(rule["pattern"], value)):
        return False
    if "type" in rule and _type_of(value) not in rule["type"]:
        return False
    if "minimum" in rule and not (isinstance(value, int) and value >= rule["minimum"]):
        return False
    if isinstance(value, list):
        return all(_fits(item, rule.get("items", {}), root) for item in value)
    if isinstance(value, dict):
        return _group_fits(value, rule, root)
    return True


def _type_of(value: object) -> str:
    names = {str: "string", int: "integer", bool: "boolean", list: "array", dict: "object"}
    return "null" if value is None else names[type(value)]


def _group_fits(value: dict[str, object], rule: Any, root: Any) -> bool:
    known = rule.get("properties", {})
    others = rule.get("additionalProperties", {})
    return all(name in value for name in rule.get("required", ())) and all(
        _fits(inner, known[name], root)
        if name in known
        else (others is not False and _fits(inner, others, root))
        for name, inner in value.items()
    )


@pytest.mark.parametrize("text", [STARTER, WHOLE])
def test_a_case_written_out_is_read_back_the_same(text: str) -> None:
    case = load_text(text.encode(), "case.yaml")
    assert load_text(dump(case).encode(), "case.json") == case


@settings(max_examples=60, deadline=None, derandomize=True)
@given(
    st.text(
        alphabet=st.characters(codec="utf-8", exclude_categories=("C", "Z"))
        | st.sampled_from(" \n"),
        min_size=1,
    )
    .map(str.strip)
    .filter(bool)
)
def test_any_words_survive_being_written_out_and_read_back(words: str) -> None:
    case = load_text(WHOLE.encode(), "case.yaml")
    place = case.places[0].model_copy(update={"name": words})
    changed = case.model_copy(update={"places": (place, *case.places[1:])})
    assert load_text(dump(changed).encode(), "case.json") == changed


@pytest.mark.parametrize("text", [STARTER, WHOLE])
def test_the_schema_accepts_what_the_loader_accepts(text: str) -> None:
    written = json.loads(dump(load_text(text.encode(), "case.yaml")))
    assert _fits(written, schema(), schema())


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"cpdocs": 1', '"cpdocs": 2'),
        ('"type": "initial"', '"type": "inital"'),
        ('"subject": false', '"subject": "perhaps"'),
        ('"born": "2012-01-30"', '"born": "30.1.2012"'),
        ('"id": "parent-3"', '"id": "Dean Holroyd"'),
        ('"father_of": "baby"', '"fathr_of": "baby"'),
        ('"father_of": "baby"', '"father_of": "baby", "carer_of": "baby"'),
        ('"expected_to_end": "12:30:00"', '"expected_to_end": "12.30"'),
        ('"starts": "2026-11-23T10:00:00"', '"starts": "2026-11-23"'),
        ('"plan": "not-made",', ""),
        ('"size": 20', '"size": -1'),
        ('"ur": ', '"Urdu": '),
    ],
)
def test_the_schema_refuses_what_the_loader_refuses(old: str, new: str) -> None:
    written = dump(load_text(WHOLE.encode(), "case.yaml"))
    assert written.count(old) == 1
    spoilt = written.replace(old, new)
    assert faults_of(spoilt)
    if old != '"ur": ':  # names of translations are checked by `propertyNames`, below
        assert not _fits(json.loads(spoilt), schema(), schema())


def test_the_schema_limits_the_names_of_translations_to_language_codes() -> None:
    defined: Any = schema()["$defs"]
    pattern = defined["Contribution"]["properties"]["translations"]["anyOf"][0]["propertyNames"]
    assert re.search(pattern["pattern"], "ur")
    assert re.search(pattern["pattern"], "pa-Arab")
    assert not re.search(pattern["pattern"], "Urdu")


def test_the_schema_can_be_written_as_json() -> None:
    assert json.loads(json.dumps(schema())) == schema()


def test_every_kind_of_relation_can_be_written() -> None:
    assert set(RELATION_KEYS.values()) == set(RelationKind)
    for name, kind in RELATION_KEYS.items():
        text = WHOLE.replace("[{father_of: baby}]", f"[{{{name}: baby}}]")
        assert load_text(text.encode(), "x").people[2].relations[0].kind is kind


def test_the_guide_has_every_field() -> None:
    told = GUIDE.read_text(encoding="utf-8")
    assert describing.describe() in told, "paste what `cpdocs.case.describe.describe()` gives"


def test_the_guide_has_every_code() -> None:
    told = GUIDE.read_text(encoding="utf-8")
    assert describing.describe_codes() in told, "paste what `describe_codes()` gives"
