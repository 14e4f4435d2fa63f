"""Letters in the post: the address in its window, the sender beside it."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pypdfium2
import pytest
from lxml import etree

from cpdocs.documents.composed import Composed
from cpdocs.editions.docx import write
from cpdocs.editions.docx_frames import letterhead_frame, window_frame
from cpdocs.errors import CopyError
from cpdocs.values import LARGE_PRINT_SIZES, Form
from tests.editions import samples
from tests.editions.docx_files import NAMES, STANDARD, W, document, large, said, with_body

FORMS = (STANDARD, *(large(size) for size in LARGE_PRINT_SIZES))
LETTERS = (
    samples.letter_with(),
    samples.letter_with(samples.LONG_ADDRESS),
    samples.urdu_letter(),
)
MM = 25.4 / 1440


def framed(root: etree._Element, words: str) -> tuple[float, float, float, float]:
    """Left, top, right and bottom in mm of the frame that holds `words`."""
    for paragraph in root.iter(f"{{{W}}}p"):
        frame = paragraph.find("w:pPr/w:framePr", NAMES)
        if words in said(paragraph) and frame is not None:
            x, y, w, h = (int(frame.get(f"{{{W}}}{side}", "0")) * MM for side in "xywh")
            return x, y, x + w, y + h
    raise AssertionError(f"{words} stands in no frame")


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
@pytest.mark.parametrize("letter", LETTERS, ids=("short", "long", "urdu"))
def test_the_address_is_framed_within_the_window_of_the_envelope(
    letter: Composed, form: Form
) -> None:
    left, top, right, bottom = framed(document(letter, form), "Ms Nadia Yusuf")
    assert 24.6 <= left < right <= 120
    assert 39.5 <= top < bottom <= 66.3


def test_the_sender_is_framed_right_of_the_window_and_above_the_letter() -> None:
    left, _, right, bottom = framed(document(samples.letter_with()), "Exampleton Borough Council")
    assert left >= 125 and right <= 195 and bottom <= 95


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_the_lines_of_an_address_fit_the_height_of_the_window(form: Form) -> None:
    lines = ("a", *samples.LONG_ADDRESS)
    window = etree.fromstring(f"<div><p>{'<br/>'.join(lines)}</p></div>")
    frame = window_frame(window, form.size, "sample")
    assert len(lines) * frame.size * 1.2 * 25.4 / 72 <= 26.8


@pytest.mark.parametrize("lines", [("a",) * 12, ("a" * 400,)])
def test_an_address_too_long_for_the_window_is_refused(lines: tuple[str, ...]) -> None:
    window = etree.fromstring(f"<div><p>{'<br/>'.join(lines)}</p></div>")
    with pytest.raises(CopyError, match="address-too-long"):
        window_frame(window, 12, "sample")


def test_the_sender_is_never_smaller_than_large_print() -> None:
    sender = etree.fromstring(
        "<header>" + "<p>A long line of the sender's block</p>" * 20 + "</header>"
    )
    assert letterhead_frame(sender, 24).size == 16
    assert letterhead_frame(sender, 12).size == 12


def test_a_letter_without_a_window_has_no_frames_for_one() -> None:
    root = document(with_body("<p>A guide.</p>", kind="letter"))
    assert root.find(".//w:framePr", NAMES) is None


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("letter", LETTERS[1:], ids=("long", "urdu"))
def test_libreoffice_prints_the_address_in_the_window(letter: Composed, tmp_path: Path) -> None:
    (tmp_path / "letter.docx").write_bytes(write(letter, STANDARD))
    home = f"-env:UserInstallation={(tmp_path / 'home').as_uri()}"
    program = shutil.which("soffice") or "soffice"
    subprocess.run(
        [
            program,
            home,
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            tmp_path,
            tmp_path / "letter.docx",
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    pdf = pypdfium2.PdfDocument(tmp_path / "letter.pdf")
    page = pdf[0]
    text = page.get_textpage()
    height, point = page.get_height(), 25.4 / 72
    boxes = {}
    for words in ("Ms Nadia Yusuf", "ZZ99 3WZ"):
        index, count = text.search(words).get_next()
        corners = [text.get_charbox(index + each) for each in range(count)]
        boxes[words] = (
            min(box[0] for box in corners) * point,
            (height - max(box[3] for box in corners)) * point,
            max(box[2] for box in corners) * point,
            (height - min(box[1] for box in corners)) * point,
        )
    pdf.close()
    for left, top, right, bottom in boxes.values():
        assert 24.6 <= left < right <= 120
        assert 39.5 <= top < bottom <= 66.3
