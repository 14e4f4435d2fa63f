"""What each reader needs decides the form of their copies, and no need goes untold."""

from __future__ import annotations

import pytest

from cpdocs.case.case import Case
from cpdocs.languages import known_languages, load_language
from cpdocs.model.people import Needs
from cpdocs.packs.copies import NeedKind
from cpdocs.packs.needs import Fitting, fit, not_met
from cpdocs.values import Edition, Form, Format, Medium, Wording
from tests.meets import meets
from tests.packs.cases import case

LANGUAGES = tuple(load_language(code) for code in known_languages())


def fitted(needs: Needs | None) -> Fitting:
    """How the mother's copies are made with these needs."""
    whole = case()
    people = tuple(person.model_copy(update={"needs": needs}) for person in whole.people)
    changed = whole.model_copy(update={"people": people})
    return fit(changed, changed.conferences[0], "mum", LANGUAGES)


@pytest.mark.parametrize(
    ("asked", "edition", "size", "met"),
    [
        (None, Edition.STANDARD, 12, None),
        (10, Edition.STANDARD, 12, True),
        (12, Edition.STANDARD, 12, True),
        (13, Edition.LARGE_PRINT, 16, True),
        (16, Edition.LARGE_PRINT, 16, True),
        (19, Edition.LARGE_PRINT, 20, True),
        (28, Edition.LARGE_PRINT, 28, True),
        (36, Edition.LARGE_PRINT, 28, False),
    ],
)
def test_a_size_is_met_by_the_nearest_that_is_not_smaller(
    asked: int | None, edition: Edition, size: int, met: bool | None
) -> None:
    made = fitted(Needs(size=asked))
    assert made.forms == (Form(edition=edition, size=size, format=Format.PDF),)
    assert [need.met for need in made.needs] == ([] if met is None else [met])


@meets("H202")
@pytest.mark.parametrize(
    ("needs", "kind", "field"),
    [
        (Needs(preferred_language="so"), NeedKind.LANGUAGE, "needs.preferred_language"),
        (Needs(wording=Wording.EASY_READ), NeedKind.WORDING, "needs.wording"),
        (Needs(medium=Medium.BRAILLE), NeedKind.MEDIUM, "needs.medium"),
        (Needs(medium=Medium.AUDIO), NeedKind.MEDIUM, "needs.medium"),
        (Needs(size=36), NeedKind.SIZE, "needs.size"),
    ],
)
def test_a_need_that_no_form_meets_is_told_by_its_kind_and_place(
    needs: Needs, kind: NeedKind, field: str
) -> None:
    made = fitted(needs)
    assert [(need.kind, need.met) for need in made.needs] == [(kind, False)]
    (told,) = not_met(made.needs)
    assert (told.code, told.place) == ("need-not-met", f"people.mum.{field}")
    assert made.language == "en"


@pytest.mark.parametrize("code", ["en", "en-GB"])
def test_english_by_either_of_its_names_is_a_need_met(code: str) -> None:
    made = fitted(Needs(preferred_language=code))
    assert [(need.kind, need.met) for need in made.needs] == [(NeedKind.LANGUAGE, True)]


@meets("D37")
def test_a_first_language_alone_asks_for_nothing_in_writing() -> None:
    assert fitted(Needs(first_language="ur", interpreter="ur")).needs == ()


def test_who_reads_on_a_screen_gets_html_in_the_same_size_beside_the_pdf() -> None:
    made = fitted(Needs(size=20, medium=Medium.SCREEN))
    assert [(form.size, form.format) for form in made.forms] == [
        (20, Format.PDF),
        (20, Format.HTML),
    ]
    assert not_met(made.needs) == ()


@pytest.mark.parametrize(
    ("reader", "formats"),
    [
        ("mum", [Format.PDF]),
        ("worker", [Format.PDF, Format.DOCX]),
        ("head", [Format.PDF, Format.DOCX]),
        ("other", [Format.PDF]),
    ],
)
def test_those_who_work_on_the_text_get_word_files_too(reader: str, formats: list[Format]) -> None:
    whole = case()
    other = whole.professionals[0].model_copy(update={"id": "other", "lead_worker_for": ()})
    changed = whole.model_copy(update={"professionals": (*whole.professionals, other)})
    made = fit(changed, changed.conferences[0], reader, LANGUAGES)
    assert [form.format for form in made.forms] == formats


def test_a_minute_taker_by_the_conference_alone_gets_word_files() -> None:
    whole = case()
    other = whole.professionals[0].model_copy(update={"id": "other", "lead_worker_for": ()})
    conference = whole.conferences[0].model_copy(update={"minute_taker": "other"})
    changed = whole.model_copy(update={"professionals": (*whole.professionals, other)})
    made = fit(changed, conference, "other", LANGUAGES)
    assert Format.DOCX in [form.format for form in made.forms]


@pytest.mark.parametrize(
    ("born", "place"),
    [("2023-11-24", "born"), ("2015-01-01", "born"), ("2010-01-01", "born")],
)
def test_a_child_without_a_recorded_wording_needs_that_of_their_age(born: str, place: str) -> None:
    made = fit_child(case_born(born))
    assert [(need.kind, need.met) for need in made.needs] == [(NeedKind.WORDING, False)]
    assert made.needs[0].place == f"children.kid.{place}"


def case_born(day: str) -> Case:
    """The tiny case with a child born that day."""
    from tests.packs.cases import TINY

    return case(TINY.replace("2019-04-12", day))


def fit_child(whole: Case) -> Fitting:
    """How the child's copies are made."""
    return fit(whole, whole.conferences[0], "kid", LANGUAGES)
