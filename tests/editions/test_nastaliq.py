"""Nastaliq hangs its words on a slope: no line of it touches the next, and none is cut off."""

from __future__ import annotations

import ctypes
from itertools import combinations

import pypdfium2
import pytest
from pypdfium2 import raw

from cpdocs.editions.render import render
from cpdocs.values import STANDARD_SIZE, Edition, Form
from tests.editions.spoken import page_in

Box = tuple[float, float, float, float]  # left, bottom, right, top, in points


def glyphs(page: pypdfium2.PdfPage) -> list[tuple[float, Box]]:
    """The ink of each glyph of a page, with the height of the line that it stands on.

    Glyphs of a word hang one above the other; the lowest of a piece of text is near the line.
    """
    text = page.get_textpage()
    pieces: dict[int, list[tuple[float, Box]]] = {}
    for index in range(text.count_chars()):
        drawn = raw.FPDFText_GetTextObject(text, index)
        if not drawn or raw.FPDFText_IsGenerated(text, index) == 1:
            continue
        matrix = raw.FS_MATRIX()
        raw.FPDFPageObj_GetMatrix(drawn, ctypes.byref(matrix))
        left, bottom, right, top = text.get_charbox(index)
        if right > left and top > bottom:
            piece = pieces.setdefault(raw.FPDFPageObj_GetMarkedContentID(drawn), [])
            piece.append((matrix.f, (left, bottom, right, top)))
    return [
        (round(min(height for height, _ in piece)), box)
        for mark, piece in pieces.items()
        if mark >= 0  # else the foot of the page
        for _, box in piece
    ]


def touching(page: pypdfium2.PdfPage, size: int) -> list[tuple[float, float]]:
    """Pairs of lines, by their heights, of which two glyphs' boxes overlap."""
    return sorted(
        {
            (one, other)
            for (one, a), (other, b) in combinations(glyphs(page), 2)
            if abs(one - other) > size and _overlap(a, b)
        }
    )


def _overlap(a: Box, b: Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def urdu(size: int) -> pypdfium2.PdfDocument:
    edition = Edition.STANDARD if size == STANDARD_SIZE else Edition.LARGE_PRINT
    return pypdfium2.PdfDocument(render(page_in("ur"), Form(edition=edition, size=size)).content)


@pytest.mark.parametrize("size", [12, 16, 24])
def test_no_line_of_nastaliq_touches_the_next(size: int) -> None:
    for page in urdu(size):
        assert len({line for line, _ in glyphs(page)}) > 3
        assert touching(page, size) == []


@pytest.mark.parametrize("size", [12, 16, 24])
def test_no_glyph_of_nastaliq_leaves_the_page(size: int) -> None:
    for page in urdu(size):
        width, height = page.get_size()
        for _, (left, bottom, right, top) in glyphs(page):
            assert 0 < left < right < width
            assert 0 < bottom < top < height


def test_lines_too_close_would_be_told(monkeypatch: pytest.MonkeyPatch) -> None:
    from cpdocs.editions import sheet

    close = sheet.parsed(":lang(ur) { line-height: 1.2 !important }")
    plain = sheet.stylesheets
    monkeypatch.setattr(sheet, "stylesheets", lambda form: (*plain(form), close))
    assert touching(urdu(16)[0], 16)
