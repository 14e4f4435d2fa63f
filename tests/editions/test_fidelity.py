"""What is heard is what is printed: a file gives back its words letter for letter in each language.

Read by PDFium, by poppler and by our own search; Arabic script by way of the structure tree.
"""

from __future__ import annotations

import io
from itertools import cycle

import pikepdf
import pytest

from cpdocs.documents.composed import Composed
from cpdocs.editions.render import render
from cpdocs.languages import load_language
from cpdocs.values import LARGE_PRINT_SIZES, STANDARD_SIZE, Edition, Form, Format
from tests.editions.fidelity import by_pdfium, by_tree, lines_of, missed, normal, readers, share
from tests.editions.spoken import LANGUAGES, page_in
from tests.editions.told import COMPLETE, FOR_FAMILIES, told_in

_SIZES = (STANDARD_SIZE, *LARGE_PRINT_SIZES)
_OTHERS = [code for code in COMPLETE if code != "en"]
# A size for each document and a language for each, so that every one of them is met.
SOME = list(zip(FOR_FAMILIES, cycle(_OTHERS), cycle(_SIZES), strict=False)) if _OTHERS else []
EVERY = [(each, code, size) for each in FOR_FAMILIES for code in _OTHERS for size in (12, 20)]


def form_of(size: int, kind: Format) -> Form:
    edition = Edition.STANDARD if size == STANDARD_SIZE else Edition.LARGE_PRINT
    return Form(edition=edition, size=size, format=kind)


def lost(composed: Composed, size: int) -> dict[str, list[str]]:
    """What each reader of each format misses of a copy."""
    found = {}
    for kind in Format:
        content = render(composed, form_of(size, kind)).content
        for name, read in readers(kind, composed.direction).items():
            if lines := missed(lines_of(composed), read(content)):
                found[f"{kind} by {name}"] = lines
    return found


@pytest.mark.parametrize("size", [12, 16, 24])
@pytest.mark.parametrize("code", LANGUAGES)
def test_a_page_in_each_language_is_read_back_letter_for_letter(code: str, size: int) -> None:
    assert lost(page_in(code), size) == {}


@pytest.mark.parametrize(("document_id", "code", "size"), SOME)
def test_a_document_for_families_is_read_back_letter_for_letter(
    document_id: str, code: str, size: int
) -> None:
    assert lost(told_in(document_id, code), size) == {}


@pytest.mark.prove
@pytest.mark.parametrize(("document_id", "code", "size"), EVERY)
def test_every_document_for_families_in_every_language_is_read_back_letter_for_letter(
    document_id: str, code: str, size: int
) -> None:
    assert lost(told_in(document_id, code), size) == {}


def without_written_words(content: bytes) -> bytes:
    """The PDF with no words beside its drawings."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(content)) as pdf:
        for page in pdf.pages:
            drawing = page.Contents.read_bytes()
            page.Contents = pdf.make_stream(drawing.replace(b"/ActualText", b"/NoText"))
        for item in pdf.objects:
            if isinstance(item, pikepdf.Dictionary) and "/ActualText" in item:
                del item["/ActualText"]
        pdf.save(out)
    return out.getvalue()


def test_a_script_whose_glyphs_are_not_its_letters_would_be_told() -> None:
    for code, read in (("bn", by_pdfium), ("ur", by_tree)):
        composed = page_in(code)
        content = render(composed, Form()).content
        assert share(lines_of(composed), read(content)) == 1
        assert share(lines_of(composed), read(without_written_words(content))) < 0.9


def test_a_lost_letter_sign_or_space_would_be_told() -> None:
    line = "কী ভালো চলছে, ZZ99 3WZ"
    assert missed([line], f"x {line} y") == []
    for other in ("কি ভালো চলছে, ZZ99 3WZ", "কী ভালো চলছে , ZZ99 3WZ", "কী ভালো চলছে, ZZ993WZ"):
        assert missed([line], f"x {other} y") == [line]
    assert normal("e-\r\nmail") == "e-mail"


@pytest.mark.parametrize("size", [12, 20])
def test_a_screen_reader_finds_the_structure_of_every_page(size: int) -> None:
    composed = told_in("detailed-plan", "en")
    content = render(composed, form_of(size, Format.PDF)).content
    assert missed(lines_of(composed), by_tree(content)) == []


def test_the_languages_measured_are_those_that_there_are() -> None:
    assert {load_language(code).code for code in LANGUAGES} == set(LANGUAGES)
    assert len(LANGUAGES) == 9
