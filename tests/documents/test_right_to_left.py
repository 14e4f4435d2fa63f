"""Every document in an invented right-to-left language: whole, and with its figures in order."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import etree

from cpdocs.documents.catalogue import catalogue, document
from cpdocs.documents.compose import compose
from cpdocs.documents.composed import Composed
from cpdocs.errors import CopyError, DataError
from cpdocs.languages import Language, load_language
from tests.documents.contract import breaches
from tests.documents.goldens import view_of
from tests.documents.views import STYLE, TRANSLATED, passage, view_for
from tests.languages.pseudo import make_language, words_of
from tests.meets import meets

OWN = (*words_of(STYLE), "as soon as possible")
SVG = "http://www.w3.org/2000/svg"
_LATIN_WORD = re.compile(r"[A-Za-z]{2,}")


@pytest.fixture(scope="module")
def language(tmp_path_factory: pytest.TempPathFactory) -> Language:
    return load_language("xr", make_language(tmp_path_factory.mktemp("languages"), OWN))


def in_that_language(document_id: str, language: Language) -> Composed:
    return compose(document(document_id), view_of(document_id), language)


def loose_words(copy: Composed) -> list[str]:
    """Text that stands in the right-to-left flow itself, not in anything isolated.

    A drawing is no flow: each line of it is set by itself (`tests/editions/test_figures.py`).
    """
    found: list[str] = []

    def read(element: etree._Element, isolated: bool) -> None:
        inside = (
            isolated
            or element.tag == f"{{{SVG}}}svg"
            or (element.tag != "article" and element.get("dir") is not None)
        )
        if not inside and element.text:
            found.append(element.text)
        for child in element:
            read(child, inside)
            if not inside and child.tail:
                found.append(child.tail)

    read(etree.fromstring(copy.body), False)
    return found


@pytest.mark.parametrize("document_id", [d.id for d in catalogue()])
def test_no_figure_stands_loose_in_right_to_left_words(
    document_id: str, language: Language
) -> None:
    copy = in_that_language(document_id, language)
    assert breaches(copy) == []
    assert copy.direction == "rtl"
    assert [words for words in loose_words(copy) if re.search(r"\d", words)] == []


def test_a_date_stands_with_its_day_at_the_right_and_its_year_at_the_left(
    language: Language,
) -> None:
    copy = in_that_language("agenda", language)  # its month is a right-to-left word
    assert re.search(r'<bdi dir="rtl">[^<]*23[^<]*2026</bdi>', copy.body)


@pytest.mark.parametrize("document_id", [d.id for d in catalogue()])
def test_no_english_word_stands_loose_in_right_to_left_words(
    document_id: str, language: Language
) -> None:
    loose = loose_words(in_that_language(document_id, language))
    assert [words for words in loose if _LATIN_WORD.search(words)] == []


def test_english_words_of_the_case_are_marked_as_english(language: Language) -> None:
    copy = in_that_language("minutes", language)
    assert '<bdi dir="ltr" lang="en-GB">It was a playgroup.</bdi>' in copy.body


def test_a_translated_passage_stands_in_its_translation_with_figures_isolated(
    language: Language,
) -> None:
    copy = in_that_language("minutes", language)
    assert "Mina joined in" not in copy.body
    for figure in ("07700 900 143", "12", "ZZ99 3WZ"):
        assert figure in TRANSLATED
        assert f'<bdi dir="ltr">{figure}</bdi>' in copy.body


def test_a_passage_without_a_translation_holds_the_copy(language: Language) -> None:
    untranslated = (passage("One.").model_copy(update={"translations": {}}),)
    with pytest.raises(CopyError, match=r"purpose\.0\.translations\.xr"):
        compose(document("invitation-family"), view_for(purpose=untranslated), language)


@meets("H206")
def test_a_message_without_a_translation_is_an_error_and_never_english(tmp_path: Path) -> None:
    folder = make_language(tmp_path, OWN, without="Yours sincerely")
    with pytest.raises(DataError, match="Yours sincerely"):
        compose(document("invitation-family"), view_for(), load_language("xr", folder))


def test_running_words_are_bare_text_with_isolates(language: Language) -> None:
    running = in_that_language("minutes", language).running
    assert "\u2066OFFICIAL: SENSITIVE\u2069" in running.marking
    assert "<" not in running.marking + running.page_of
    assert "{page}" in running.page_of
    assert "{pages}" in running.page_of
