"""Two languages side by side, passage by passage, for a meeting with an interpreter."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace

import pytest
from docx import Document
from lxml import etree

from cpdocs.documents.bilingual import side_by_side
from cpdocs.documents.catalogue import document
from cpdocs.documents.compose import compose_bilingual
from cpdocs.documents.composed import Composed
from cpdocs.editions.docx_xml import make
from cpdocs.editions.pagecheck import check_pages
from cpdocs.editions.render import render
from cpdocs.errors import CopyError, UsageError
from cpdocs.languages import load_language
from cpdocs.values import LARGE_PRINT_SIZES, STANDARD_SIZE, Edition, Form, Format
from tests.documents.goldens import view_of
from tests.editions.fidelity import lines_of, missed, readers
from tests.editions.told import COMPLETE, FOR_FAMILIES, told_in

_OTHERS = [code for code in ("ur", "pl", "bn") if code in COMPLETE]
_SOME = ["invitation-family", "detailed-plan", "guide-young-people", "social-work-report"]


def both(document_id: str, code: str) -> Composed:
    return side_by_side(told_in(document_id, code), told_in(document_id, "en"), last_alone=1)


def words_of(body: str) -> set[str]:
    """The words of a body, less the sender's and a drawing's, which stand once."""
    root = etree.fromstring(body)
    for once in tuple(root.iter("header", "{http://www.w3.org/2000/svg}svg")):
        once.clear()
    for once in tuple(root.iterfind(".//figure/*[@class]")):
        if once.get("class") in {"key", "parts"}:
            once.clear()
    return {word for text in root.itertext() for word in str(text).split()}


def form_of(size: int, kind: Format) -> Form:
    return Form(edition=Edition.BILINGUAL, size=size, format=kind)


def pairs(body: str) -> Iterator[tuple[etree._Element, etree._Element]]:
    for pair in etree.fromstring(body).iter("div"):
        if pair.get("class") == "pair":
            own, english = pair
            yield own, english


@pytest.mark.parametrize("code", _OTHERS)
@pytest.mark.parametrize("document_id", FOR_FAMILIES)
def test_every_document_for_families_has_its_two_languages_paired(
    document_id: str, code: str
) -> None:
    made = both(document_id, code)
    found = list(pairs(made.body))
    assert len(found) > 3
    for own, english in found:
        assert english.get("lang") == "en-GB"
        assert own.get("lang") is None or own.get("lang") == made.language
        assert {own.tag, english.tag} != {"ul", "p"}


@pytest.mark.parametrize("code", _OTHERS)
@pytest.mark.parametrize("document_id", _SOME)
def test_no_word_of_either_language_is_lost(document_id: str, code: str) -> None:
    composed = both(document_id, code)
    own, english = told_in(document_id, code), told_in(document_id, "en")
    for kind in Format:
        content = render(composed, form_of(STANDARD_SIZE, kind)).content
        for read in readers(kind, composed.direction).values():
            assert missed(lines_of(composed), read(content)) == []
    said = words_of(composed.body)
    assert words_of(own.body) <= said
    assert words_of(english.body) - {english.reference} <= said


@pytest.mark.parametrize("size", LARGE_PRINT_SIZES)
def test_in_large_print_one_language_stands_under_the_other(size: int) -> None:
    composed = both("guide-young-people", "pl")
    content = render(composed, form_of(size, Format.DOCX)).content
    assert not [t for t in Document(io.BytesIO(content)).tables if t._tbl.tblPr.style is None]
    if size in {16, 24}:
        assert check_pages(render(composed, form_of(size, Format.PDF)).content, STANDARD_SIZE) == ()


def test_a_right_to_left_language_stands_in_the_right_column() -> None:
    content = render(both("invitation-family", "ur"), form_of(STANDARD_SIZE, Format.DOCX)).content
    tables = [table._tbl for table in Document(io.BytesIO(content)).tables]
    assert [table for table in tables if table.tblPr.style is None]
    for table in tables:
        assert table.tblPr.find(make("w:bidiVisual").tag) is not None


def test_its_name_tells_its_edition_and_its_size() -> None:
    composed = both("guide-parents", "pl")
    assert render(composed, form_of(12, Format.HTML)).name == "guide-parents-pl-bilingual.html"
    assert render(composed, form_of(20, Format.HTML)).name == "guide-parents-pl-bilingual-20.html"


def test_two_documents_that_differ_are_refused_with_the_place() -> None:
    own, english = told_in("guide-parents", "pl"), told_in("guide-parents", "en")
    root = etree.fromstring(english.body)
    section = next(each for each in root.iter("section"))
    section.remove(section[0])
    other = replace(english, body=etree.tostring(root, encoding="unicode"))
    with pytest.raises(CopyError, match=r"bilingual-differs: article/section\[\d+\]"):
        side_by_side(own, other, last_alone=1)


def test_english_beside_english_is_refused() -> None:
    with pytest.raises(UsageError, match="beside English"):
        compose_bilingual(document("guide-parents"), view_of("guide-parents"), load_language("en"))
