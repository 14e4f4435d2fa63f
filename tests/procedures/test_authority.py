"""Authorities' files: every value with its source, and faults told all at once."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from cpdocs import resources
from cpdocs.errors import InputFaults, UsageError
from cpdocs.model.authority import Terms, Topic
from cpdocs.model.conference import Category, ConferenceType, MeetingForm
from cpdocs.model.ruling import RuledName
from cpdocs.procedures import authority_slugs, load_authority, rule, sources
from cpdocs.procedures.schema import TermsSpec
from cpdocs.procedures.timescales import Before, Timescale, Unit
from cpdocs.values import Stage
from tests.meets import meets
from tests.procedures.cases import case, strategy

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
    assert set(told.stages) <= set(Stage)


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
        ("sunderland", "lead social worker", "minutes", 0),
        ("london-style", "lead social worker", "minutes", 0),
        ("warwickshire", "keyworker", "minutes", 0),
    ],
)
def test_an_authority_speaks_its_own_terms(
    slug: str, lead_worker: str, minutes: str, titles: int
) -> None:
    style = load_authority(slug).style
    assert style.terms.lead_worker == lead_worker
    assert style.terms.minutes == minutes
    assert len(style.family_leaflets) == titles


@pytest.mark.parametrize("slug", authority_slugs())
def test_every_word_of_a_style_is_said_by_the_file_and_none_by_default(slug: str) -> None:
    told = load_authority(slug).style
    assert set(TermsSpec.model_fields) == set(Terms.model_fields) == told.terms.model_fields_set
    for topic in Topic:
        assert bool(getattr(told, topic)) is not (topic in told.said_instead)
    assert set(told.categories) == set(Category)
    assert all(point.title for point in told.categories.values())


def _said(slug: str) -> list[str]:
    """Every sentence of a style that a reader is shown."""
    style = load_authority(slug).style
    agenda = [item.says for items in style.agenda.values() for item in items]
    points = [p.says for topic in Topic for p in getattr(style, topic)]
    kinds = [point.says for point in style.categories.values()]
    return [*agenda, *points, *kinds, *style.said_instead.values()]


@pytest.mark.parametrize("slug", authority_slugs())
def test_what_a_style_says_are_whole_sentences_of_a_length_to_read(slug: str) -> None:
    for said in _said(slug):
        assert said[0].isupper()
        assert said.endswith(".")
        sentences = re.split(r"(?<=\.) ", said)
        assert max(len(sentence.split()) for sentence in sentences) <= 32, said


def _readings(slug: str) -> list[tuple[RuledName, ConferenceType, Timescale]]:
    """Every timescale of an authority where its text says it in more ways than one."""
    return [
        (name, kind, statement)
        for name, by_type in load_authority(slug).timescales.items()
        for kind, statements in by_type.items()
        for statement in statements
        if statement.conflict
    ]


@meets("B41", "B57", "BD09", "BD10", "BD16")
def test_where_a_text_contradicts_itself_both_readings_are_on_record() -> None:
    held = {slug: {(name, kind) for name, kind, _ in _readings(slug)} for slug in authority_slugs()}
    first = set(ConferenceType) - {ConferenceType.REVIEW}
    reports = (RuledName.REPORTS_DUE, RuledName.REPORT_TO_FAMILY_DUE)
    assert held["sunderland"] == {
        *((name, kind) for name in reports for kind in ConferenceType),
        *((RuledName.REPORT_TO_CHAIR_DUE, kind) for kind in first),
        (RuledName.BIRTH_ARRANGEMENTS_DUE, ConferenceType.PRE_BIRTH),
    }
    assert {kind for _, kind in held["warwickshire"]} == first - {ConferenceType.RECONVENED} | {
        ConferenceType.REVIEW
    }
    assert held["rotherham"] == held["nottinghamshire"] == held["london-style"] == set()


def _later_ones(slug: str) -> list[Before]:
    """What is used although another reading falls due earlier."""
    return [
        statement
        for _, _, statement in _readings(slug)
        for other in (statement.conflict.also if statement.conflict else ())
        if isinstance(statement, Before)
        and isinstance(other, Before)
        and _hours(statement) < _hours(other)
    ]


@pytest.mark.parametrize("slug", authority_slugs())
def test_of_two_readings_the_one_used_is_never_the_later(slug: str) -> None:
    assert _later_ones(slug) == []
    for _, _, statement in _readings(slug):
        assert statement.conflict is not None
        assert all(other.source != statement.source for other in statement.conflict.also)


def test_a_later_reading_would_be_noticed(shelf: Shelf) -> None:
    shelf(
        "newtown",
        "extends: sunderland\n"
        "timescales:\n"
        "  reports-due:\n"
        "    initial: {before: 24 hours, source: NT 1,"
        " conflict: {also: {before: 2 days, source: NT 2}, because: it suits}}\n",
    )
    (found,) = _later_ones("newtown")
    assert found.source == "NT 1"


def test_the_guide_tells_every_place_where_a_text_contradicts_itself() -> None:
    guide = " ".join((DOCS / "authorities.md").read_text(encoding="utf-8").split())
    found = [(slug, name, it) for slug in authority_slugs() for name, _, it in _readings(slug)]
    assert found
    for slug, name, statement in found:
        assert statement.conflict is not None
        rows = [row for row in guide.split(" | ") if row == f"`{name}`"]
        assert rows, f"{slug}: {name}"
        assert statement.source in guide
        for other in statement.conflict.also:
            assert re.findall(r"[SW] [l.\d]+", other.source)[0] in guide


def _hours(statement: Before) -> int:
    period = statement.before
    return period.count * {Unit.HOURS: 1, Unit.DAYS: 24}[period.unit]


INVENTED = Path(__file__).with_name("invented.yaml")
DOCS = Path(__file__).parents[2] / "docs"


def test_a_council_in_one_file_on_the_shared_ground_rules_a_case(shelf: Shelf) -> None:
    shelf("invented", INVENTED.read_text(encoding="utf-8"))
    assert "invented" in authority_slugs()
    council = load_authority("invented")
    assert council.style.name == "Invented Council"
    assert council.style.categories == load_authority("rotherham").style.categories
    told = case(events=[strategy("2026-11-03", decided=True)])
    values = {v.name: v for v in rule(told, council).values}
    # Ten working days after the discussion of Tue 3 November: Wed 4 = 1, Tue 17 = 10.
    assert values[RuledName.CONFERENCE_DUE].value == date(2026, 11, 17)
    # A week before the conference of Mon 23.
    assert values[RuledName.REPORTS_DUE].value == date(2026, 11, 16)
    assert values[RuledName.MINUTES_DUE].not_set == "when the chair has read them"
    # What its text does not speak of is said to be so, and is no other council's number.
    assert values[RuledName.VISITS_EVERY].not_set == "as often as is agreed"
    assert {v.source for v in values.values()} <= {"IC 1", "IC 2", "IC 3", "not said in the text"}


def test_what_every_text_must_be_read_for_cannot_be_left_out(shelf: Shelf) -> None:
    text = INVENTED.read_text(encoding="utf-8")
    shelf("invented", re.sub(r"  minutes-due:.*\n", "", text))
    assert [code for *_, code in _faults("invented")] == ["value-error"]
    shelf("invented", re.sub(r"  manager:.*\n", "", text))
    assert [field for _, _, field, _ in _faults("invented")] == ["terms.manager"]


def test_an_unknown_authority_is_told_with_the_known_ones() -> None:
    with pytest.raises(UsageError, match="london-style, nottinghamshire, rotherham"):
        load_authority("atlantis")


def test_a_shared_file_is_no_authority() -> None:
    assert "_common" in sources.names()
    assert authority_slugs() == (
        "london-style",
        "nottinghamshire",
        "rotherham",
        "sunderland",
        "warwickshire",
    )
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
        (  # An interval is no due date, and a due date no interval.
            "timescales:\n  minutes-due:\n    all: {every: 2 weeks, source: X}\n",
            2,
            "timescales",
            "value-error",
        ),
        (
            "timescales:\n  visits-every:\n    all: {before: 2 days, source: X}\n",
            2,
            "timescales",
            "value-error",
        ),
        (  # Of one meeting of the core group only what is due after that meeting is counted.
            "timescales:\n  minutes-due:\n    all: {within: 2 days, of: core-group, source: X}\n",
            2,
            "timescales",
            "value-error",
        ),
        (
            "timescales:\n  minutes-due:\n    all: {within: 2 days, of: conference, source: X,"
            " conflict: {also: {not_set: soon, source: Y}}}\n",
            4,
            "timescales.minutes-due.all.conflict.because",
            "missing",
        ),
        (
            "complaints: {points: [], source: X}\n",
            2,
            "complaints.points",
            "too-short",
        ),
        ("criteria: {source: X}\n", 2, "criteria", "which-statement"),
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
