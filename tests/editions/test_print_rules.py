"""Clear print, large print, the envelope's window and reading order, measured on finished pages."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pypdfium2
import pytest

from cpdocs.editions.pagecheck import Run, check_pages, runs_of
from cpdocs.values import LARGE_PRINT_SIZES, Format

Made = Callable[[str, int, Format], bytes]
_MM = 72 / 25.4
_A4 = (595.28, 841.89)
SIZES = (12, *LARGE_PRINT_SIZES)


def _in_window(run: Run) -> bool:
    """Whether any of a run shows in a DL window."""
    left, right = 24.6 * _MM, 120 * _MM
    top, bottom = _A4[1] - 39.5 * _MM, _A4[1] - 66.3 * _MM
    return (
        run.page == 1
        and run.left < right
        and run.right > left
        and run.bottom < top
        and run.top > bottom
    )


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("sample", ["letter", "long", "minutes", "urdu"])
def test_no_page_has_anything_wrong_with_it(made: Made, sample: str, size: int) -> None:
    assert check_pages(made(sample, size, Format.PDF)) == ()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("sample", ["letter", "minutes", "urdu"])
def test_all_words_are_at_least_the_size_asked_for(made: Made, sample: str, size: int) -> None:
    for run in runs_of(made(sample, size, Format.PDF)):
        # The window's height limits an address, and the corner's width the sender's name, which
        # stands at the letter's end once more.
        in_corner = run.page == 1 and run.top > _A4[1] - 95 * _MM
        if run.words.strip() and not _in_window(run) and not (in_corner and run.size >= 24):
            assert run.size >= size - 0.05, run.page
        assert run.size >= 12 or not run.words.strip()


@pytest.mark.parametrize("size", [12, 20, 28])
@pytest.mark.parametrize("sample", ["letter", "long", "urdu"])
def test_the_address_and_nothing_else_shows_in_the_window(
    made: Made, sample: str, size: int
) -> None:
    runs = runs_of(made(sample, size, Format.PDF))
    shown = [run for run in runs if _in_window(run)]
    words = " ".join(run.words.strip() for run in shown)
    assert words.startswith("Ms Nadia Yusuf")
    assert words.endswith("ZZ99 3WZ")
    assert "Exampleton Borough Council" not in words
    for run in shown:
        assert run.left >= 24.6 * _MM
        assert run.right <= 120 * _MM
        assert run.top <= _A4[1] - 39.5 * _MM
        assert run.bottom >= _A4[1] - 66.3 * _MM


@pytest.mark.parametrize("size", SIZES)
def test_a_long_address_keeps_all_its_words_in_the_window(made: Made, size: int) -> None:
    shown = " ".join(
        run.words for run in runs_of(made("long", size, Format.PDF)) if _in_window(run)
    )
    for line in (
        "Flat 14",
        "Lower Riverside Buildings",
        "127 Great Northern Terrace",
        "EXAMPLETON",
    ):
        assert line in shown


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("sample", ["letter", "urdu"])
def test_the_sender_stands_right_of_the_window_and_the_words_start_below_it(
    made: Made, sample: str, size: int
) -> None:
    above = [
        run
        for run in runs_of(made(sample, size, Format.PDF))
        if run.page == 1 and run.top > _A4[1] - 95 * _MM and not _in_window(run)
    ]
    assert "Exampleton" in " ".join(run.words for run in above)
    for run in above:
        assert run.left >= 125 * _MM
        assert run.right <= _A4[0] - 15 * _MM
        assert run.bottom >= _A4[1] - 95 * _MM


@pytest.mark.parametrize("size", LARGE_PRINT_SIZES)
def test_large_print_has_no_italics_and_no_underlines(made: Made, size: int) -> None:
    for sample in ("letter", "minutes"):
        document = pypdfium2.PdfDocument(made(sample, size, Format.PDF))
        for page in document:
            for item in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_TEXT]):
                name = item.get_font().get_base_name()
                assert "Italic" not in name
                assert "Oblique" not in name
        document.close()


@pytest.mark.parametrize("size", LARGE_PRINT_SIZES)
def test_large_print_parts_paragraphs_by_a_blank_line(made: Made, size: int) -> None:
    runs = [run for run in runs_of(made("letter", size, Format.PDF)) if "Dear" in run.words]
    after = [
        run for run in runs_of(made("letter", size, Format.PDF)) if "We are holding" in run.words
    ]
    if runs[0].page == after[0].page:
        assert runs[0].bottom - after[0].top >= size  # a line's height of white


@pytest.mark.parametrize("size", [16, 20, 28])
def test_words_are_left_aligned_and_unhyphenated(made: Made, size: int) -> None:
    content = made("minutes", size, Format.PDF)
    lines = [run for run in runs_of(content) if not run.artifact]
    assert not [run for run in lines if run.words.rstrip().endswith(("-", "\u00ad", "\u2010"))]
    starts = [
        run.left
        for run in lines
        if run.words.startswith(("Mina told", "A neighbour", "It is alleged"))
    ]
    assert max(starts) - min(starts) < 3  # one left edge


def test_every_page_carries_marking_reference_and_its_number(made: Made) -> None:
    for sample, number in (("minutes", "Page {} of {}"), ("urdu", "صفحہ")):
        content = made(sample, 12, Format.PDF)
        document = pypdfium2.PdfDocument(content)
        pages = len(document)
        for page in range(1, pages + 1):
            foot = " ".join(
                run.words for run in runs_of(content) if run.page == page and run.artifact
            )
            assert "CP-2026-0412 / 7F3A" in foot
            if sample == "minutes":
                assert "OFFICIAL-SENSITIVE. This copy is for you alone." in foot
                assert number.format(page, pages) in " ".join(foot.split())
        document.close()


@pytest.mark.parametrize("size", SIZES)
def test_who_says_a_passage_never_stands_alone_at_the_foot_of_a_page(made: Made, size: int) -> None:
    runs = [
        run for run in runs_of(made("minutes", size, Format.PDF)) if not run.artifact and run.words
    ]
    kinds = {"Fact", "Observation", "Hearsay", "Allegation", "Opinion"}
    assert kinds & {run.words.strip().capitalize() for run in runs}
    for page in {run.page for run in runs}:
        last = min((run for run in runs if run.page == page), key=lambda run: run.bottom)
        assert last.words.strip().capitalize() not in kinds, page


@pytest.mark.parametrize("size", [12, 20, 28])
@pytest.mark.parametrize(
    "words", ["01632 960145", "23 November 2026", "ZZ99 1AA", "10:00am", "CP-2026-0412"]
)
def test_numbers_dates_and_postcodes_read_the_right_way_round_in_urdu(
    made: Made, size: int, words: str
) -> None:
    document = pypdfium2.PdfDocument(made("urdu", size, Format.PDF))
    seen = 0
    for page in document:
        text = page.get_textpage()
        searcher = text.search(words)
        while (hit := searcher.get_next()) is not None:
            boxes = [text.get_charbox(hit[0] + step) for step in range(hit[1])]
            drawn = [box for box, letter in zip(boxes, words, strict=True) if letter != " "]
            assert all(left[0] < right[0] for left, right in pairwise(drawn))
            assert max(box[1] for box in drawn) - min(box[1] for box in drawn) < size  # one line
            seen += 1
    document.close()
    assert seen


def test_right_to_left_words_start_at_the_right(made: Made) -> None:
    runs = [run for run in runs_of(made("urdu", 12, Format.PDF)) if not run.artifact]
    date = next(run for run in runs if "16 November 2026" in run.words)
    assert date.right > _A4[0] - 26 * _MM
