"""Every document in every format: whole when it is read back, and without one word lost."""

from __future__ import annotations

from itertools import cycle, product

import pytest
from lxml import etree

from cpdocs.documents.catalogue import catalogue, document
from cpdocs.documents.compose import compose
from cpdocs.documents.composed import Composed
from cpdocs.editions.pagecheck import check_pages
from cpdocs.editions.render import read_back, render
from cpdocs.languages import load_language
from cpdocs.matching import words
from cpdocs.values import LARGE_PRINT_SIZES, STANDARD_SIZE, Edition, Form, Format
from tests.documents.goldens import view_of

IDS = [each.id for each in catalogue()]
SIZES = (STANDARD_SIZE, *LARGE_PRINT_SIZES)
# A format and a size for each document, so that every format meets every size; `prove` does all.
SOME = list(zip(IDS, cycle(Format), cycle((*SIZES, SIZES[0])), strict=False))
ALL = list(product(IDS, Format, SIZES))


def form_of(format_: Format, size: int) -> Form:
    edition = Edition.STANDARD if size == STANDARD_SIZE else Edition.LARGE_PRINT
    return Form(edition=edition, size=size, format=format_)


def said(composed: Composed) -> list[str]:
    """Every line of the words, as it stands in one element; a drawing's are said below it."""
    root = etree.fromstring(composed.body)
    found = []
    for leaf in root.iter("h1", "h2", "h3", "p", "li", "th", "td"):
        if leaf.get("class") == "key":  # it goes with its drawing, where that does not fit
            continue
        pieces = "".join("\n" if part is None else part for part in _pieces(leaf)).split("\n")
        found += [" ".join(words(piece)) for piece in pieces]
    return [line for line in found if line]


def _pieces(element: etree._Element) -> list[str | None]:
    """The text in an element; None for the end of a line."""
    found: list[str | None] = [element.text or ""]
    for child in element:
        found += [None] if child.tag == "br" else _pieces(child)
        found.append(child.tail or "")
    return found


def assert_whole(document_id: str, form: Form) -> None:
    composed = compose(document(document_id), view_of(document_id), load_language("en"))
    made = render(composed, form)
    joined = " ".join(" ".join(words(f.text)) for f in read_back(made.content, form.format))
    assert [line for line in said(composed) if not _stands_in(line, f" {joined} ")] == []
    if form.format is Format.PDF:
        assert check_pages(made.content, STANDARD_SIZE) == ()


def _stands_in(line: str, text: str) -> bool:
    """Whether a line is there, in one piece or turned over to the next page."""
    run = line.split()
    halves = ((run[:at], run[at:]) for at in range(len(run)))
    return any(all(f" {' '.join(half)} " in text for half in pair if half) for pair in halves)


@pytest.mark.parametrize(("document_id", "format_", "size"), SOME)
def test_no_word_of_a_document_is_lost_in_its_file(
    document_id: str, format_: Format, size: int
) -> None:
    assert_whole(document_id, form_of(format_, size))


@pytest.mark.prove
@pytest.mark.parametrize(("document_id", "format_", "size"), ALL)
def test_no_word_of_any_document_is_lost_in_any_format_and_size(
    document_id: str, format_: Format, size: int
) -> None:
    assert_whole(document_id, form_of(format_, size))


def test_a_lost_word_would_be_told() -> None:
    assert _stands_in("one two three", " zero one two three four ")
    assert _stands_in("one two three", " one two page 3 three ")
    assert not _stands_in("one two three", " one three ")
