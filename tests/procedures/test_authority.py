"""Authorities' files: every value with its source, and faults told all at once."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from cpdocs import resources
from cpdocs.errors import InputFaults, UsageError
from cpdocs.model.conference import ConferenceType, MeetingForm
from cpdocs.model.ruling import RuledName
from cpdocs.procedures import authority_slugs, load_authority, sources
from cpdocs.procedures.stages import Stage

Shelf = Callable[..., Path]


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Shelf:
    """A data folder with the shipped authorities, to which files can be added."""
    folder = tmp_path / "authorities"
    folder.mkdir()
    for name in resources.data_names("authorities"):
        (folder / name).write_text(resources.data_text(f"authorities/{name}"), encoding="utf-8")
    monkeypatch.setattr(resources, "DATA", tmp_path)

    def add(slug: str, text: str) -> Path:
        path = folder / f"{slug}.yaml"
        path.write_text(text, encoding="utf-8")
        return path

    load_authority.cache_clear()
    return add


def _faults(slug: str) -> list[tuple[str, int, str, str]]:
    with pytest.raises(InputFaults) as caught:
        sources.read(slug)
    return [(f.file, f.line, f.field, f.code) for f in caught.value.faults]


@pytest.mark.parametrize("slug", authority_slugs())
def test_every_shipped_authority_is_whole(slug: str) -> None:
    told = load_authority(slug)
    assert told.slug == told.style.slug == slug
    assert set(told.style.agenda) == set(told.style.terms.conference) == set(ConferenceType)
    assert all(told.style.agenda.values())
    assert set(told.timescales) == set(RuledName) - {RuledName.ARRIVE_BY, RuledName.QUORATE}
    assert all(set(by_type) == set(ConferenceType) for by_type in told.timescales.values())
    assert set(told.arrival) == set(MeetingForm)
    assert set(told.stages) == set(Stage)


@pytest.mark.parametrize("slug", authority_slugs())
def test_offices_are_invented_until_a_council_fills_them_in(slug: str) -> None:
    office = load_authority(slug).style.letterhead
    assert re.fullmatch(r"01632 960\d{3}", office.telephone)  # kept free for fiction
    assert office.email.endswith(".example")
    assert office.address.postcode is not None
    assert office.address.postcode.startswith("ZZ99")


def _written(name: str) -> Any:
    return yaml.safe_load(resources.data_text(f"authorities/{name}"))


def _values(tree: Any, place: str, source: str | None) -> list[tuple[str, str | None]]:
    """Every scalar of a file, with the source of the innermost statement that it is in."""
    if isinstance(tree, dict):
        own = tree.get("source", source)
        inner = ((key, value) for key, value in tree.items() if key not in ("source", "extends"))
        return [v for key, value in inner for v in _values(value, f"{place}.{key}", own)]
    if isinstance(tree, list):
        return [v for n, item in enumerate(tree) for v in _values(item, f"{place}.{n}", source)]
    return [(place, source)]


@pytest.mark.parametrize("name", resources.data_names("authorities"))
def test_every_value_in_a_file_stands_beside_its_source(name: str) -> None:
    tree = _written(name)
    found = _values(tree, name, None)
    assert found
    assert [place for place, source in found if not source] == []


@pytest.mark.parametrize("name", resources.data_names("authorities"))
def test_no_agenda_gives_a_confidential_section_away(name: str) -> None:
    # Comments aside, no word of it stands in what is printed.
    tree = _written(name)
    assert "section" not in yaml.dump(tree.get("agenda", {})).lower()


def test_rotherhams_pre_birth_agenda_is_its_initial_one_with_the_birth_added() -> None:
    agenda = load_authority("rotherham").style.agenda
    initial, birth = agenda[ConferenceType.INITIAL], agenda[ConferenceType.PRE_BIRTH]
    assert birth[:-1] == initial
    assert birth[-1].source == "R 7.1.4"


@pytest.mark.parametrize(
    ("slug", "lead_worker", "minutes", "titles"),
    [
        ("rotherham", "key worker", "minutes", 3),
        ("nottinghamshire", "lead social worker", "summary record", 1),
    ],
)
def test_an_authority_speaks_its_own_terms(
    slug: str, lead_worker: str, minutes: str, titles: int
) -> None:
    style = load_authority(slug).style
    assert style.terms.lead_worker == lead_worker
    assert style.terms.minutes == minutes
    assert len(style.family_leaflets) == titles


def test_an_unknown_authority_is_told_with_the_known_ones() -> None:
    with pytest.raises(UsageError, match="nottinghamshire, rotherham"):
        load_authority("atlantis")


def test_a_shared_file_is_no_authority() -> None:
    assert "_common" in sources.names()
    assert authority_slugs() == ("nottinghamshire", "rotherham")
    with pytest.raises(UsageError):
        load_authority("_common")


def test_a_new_council_says_only_what_differs(shelf: Shelf) -> None:
    shelf(
        "newtown",
        "extends: rotherham\n"
        "name: {value: Newtown Council, source: NT 1}\n"
        "timescales:\n"
        "  minutes-due:\n"
        "    all: {within: 14 working days, of: conference, source: NT 2}\n"
        "quorum:\n"
        "  review: {not_set: the chair decides, source: NT 3}\n",
    )
    told, parent = load_authority("newtown"), load_authority("rotherham")
    assert told.style.name == "Newtown Council"
    assert told.style.agenda == parent.style.agenda
    changed = {name for name in told.timescales if told.timescales[name] != parent.timescales[name]}
    assert changed == {RuledName.MINUTES_DUE}
    assert told.quorum[ConferenceType.REVIEW] != parent.quorum[ConferenceType.REVIEW]
    assert told.quorum[ConferenceType.INITIAL] == parent.quorum[ConferenceType.INITIAL]


def test_a_statement_is_replaced_whole_with_its_source(shelf: Shelf) -> None:
    shelf("newtown", "extends: rotherham\nmarking: {value: Private}\n")
    assert _faults("newtown") == [("data/authorities/newtown.yaml", 2, "marking.source", "missing")]


@pytest.mark.parametrize(
    ("text", "line", "field", "code"),
    [
        ("terms:\n  chiar: {value: chair, source: X}\n", 3, "terms.chiar", "extra-forbidden"),
        ("surprise: {value: 1, source: X}\n", 2, "surprise", "extra-forbidden"),
        (
            "timescales:\n  review-due:\n    initial: {within: 3 tea, of: conference, source: X}\n",
            4,
            "timescales.review-due.initial.within",
            "value-error",
        ),
        (  # A period that ends at the conference is not counted in months.
            "timescales:\n  reports-due:\n    all: {before: 2 months, source: X}\n",
            4,
            "timescales.reports-due.all.before.unit",
            "literal-error",
        ),
        (
            "timescales:\n  reports-due:\n    all: {source: X}\n",
            4,
            "timescales.reports-due.all",
            "which-statement",
        ),
        (
            "timescales:\n  reports-due:\n    all: {before: 2 days, not_set: soon, source: X}\n",
            4,
            "timescales.reports-due.all",
            "which-statement",
        ),
        (
            "timescales:\n  review-due:\n    initial: {within: 3 months, of: tea, source: X}\n",
            4,
            "timescales.review-due.initial.of",
            "enum",
        ),
        (
            "timescales:\n  tea-due:\n    all: {not_set: soon, source: X}\n",
            3,
            "timescales.tea-due",
            "enum",
        ),
        ("quorum:\n  wedding: {not_set: soon, source: X}\n", 3, "quorum.wedding", "enum"),
        (
            "quorum:\n  all: {social_care_and_others: 0, source: X}\n",
            3,
            "quorum.all.social_care_and_others",
            "greater-than-equal",
        ),
        ("agenda:\n  review: {like: reconvened, source: X}\n", 2, "agenda", "value-error"),
        ("agenda:\n  review: {source: X}\n", 2, "agenda", "value-error"),
        (
            "marking: {value: A, source: X}\nmarking: {value: B, source: X}\n",
            3,
            "marking",
            "duplicate",
        ),
        ("marking: {value: A\n", 3, "", "not-yaml"),
    ],
)
def test_a_fault_in_a_file_is_told_with_its_line_and_field(
    shelf: Shelf, text: str, line: int, field: str, code: str
) -> None:
    shelf("newtown", "extends: rotherham\n" + text)
    assert _faults("newtown") == [("data/authorities/newtown.yaml", line, field, code)]


def test_all_faults_are_told_at_once_and_each_says_how_to_mend_it(shelf: Shelf) -> None:
    shelf("newtown", "extends: rotherham\none: 1\ntwo: 2\nmarking: {value: A}\n")
    with pytest.raises(InputFaults) as caught:
        sources.read("newtown")
    assert [f.line for f in caught.value.faults] == [2, 3, 4]
    assert all(f.wrong and f.mend for f in caught.value.faults)


def test_a_fault_in_a_shared_file_is_told_there(shelf: Shelf) -> None:
    shelf("_shared", "extends: rotherham\nmarking: {value: A}\n")
    shelf("newtown", "extends: _shared\nname: {value: B, source: X}\n")
    assert _faults("newtown") == [("data/authorities/_shared.yaml", 2, "marking.source", "missing")]


@pytest.mark.parametrize("parent", ["atlantis", "newtown"])
def test_a_file_extends_one_that_exists_and_not_itself(shelf: Shelf, parent: str) -> None:
    shelf("newtown", f"extends: {parent}\n")
    faults = _faults("newtown")
    assert ("data/authorities/newtown.yaml", 1, "extends", "extends-unknown") in faults


@pytest.mark.parametrize("text", ["", "- a list\n", "just words\n"])
def test_a_file_that_is_no_table_is_a_fault(shelf: Shelf, text: str) -> None:
    shelf("newtown", text)
    assert "not-a-table" in [code for *_, code in _faults("newtown")]
