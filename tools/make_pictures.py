"""Makes the pictures of pages in `docs/pictures/`: `.venv/bin/python tools/make_pictures.py`.

Each is a page of a real copy of the sample family's minutes, found by words that stand on it, so
that a picture never shows another page than its caption says.
"""

from __future__ import annotations

import io
import sys
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
from PIL import Image, ImageOps

import cpdocs

ROOT = Path(__file__).resolve().parents[1]
CASE = ROOT / "data" / "cases" / "rotherham-initial" / "case.yaml"
PICTURES = ROOT / "docs" / "pictures"
WIDTH = 700  # pixels: the words of a 12 point page can be read
COLOURS = 64  # black, two greens and the shades between: a fraction of the size of full colour


@dataclass(frozen=True, kw_only=True)
class Picture:
    """The first page of a reader's minutes that holds some words, and the name of its picture."""

    name: str
    reader: str
    holds: str


TITLE = "Minutes: initial child protection"
ON_BAIL = "on bail until"
PICTURES_TO_MAKE = (
    Picture(name="first-page-mother", reader="mother-n", holds=TITLE),
    Picture(name="first-page-father", reader="father-t", holds=TITLE),
    Picture(name="police-evidence-mother", reader="mother-n", holds=ON_BAIL),
    Picture(name="police-evidence-police", reader="pc-1", holds=ON_BAIL),
    Picture(name="own-part-father", reader="father-t", holds="will not be given"),
    Picture(name="large-print-grandmother", reader="gran-r", holds="nobody needs to tell"),
)


def minutes(case: cpdocs.Case, reader: str) -> bytes:
    """The reader's copy of the minutes as a PDF, in the form that their needs ask for."""
    copy = cpdocs.render_copy(case, "minutes", reader=reader)
    if copy.rendition is None:
        raise SystemExit(f"The minutes for {reader} are {copy.outcome}: mend the case first.")
    return copy.rendition.content


def page_that_holds(words: str, content: bytes) -> Image.Image:
    """The first page with those words, which may run over a line, `WIDTH` pixels wide."""
    pdf = pypdfium2.PdfDocument(content)
    for page in pdf:
        if words in " ".join(page.get_textpage().get_text_bounded().split()):
            drawn: Image.Image = page.render(scale=WIDTH / page.get_width()).to_pil()
            return drawn
    raise SystemExit(f"No page holds the words: {words}. Choose others in {Path(__file__).name}.")


def png(page: Image.Image) -> bytes:
    """The page as a small PNG, with a thin edge so that it shows on a white ground."""
    edged = ImageOps.expand(page, border=1, fill="#b1b4b6")
    written = io.BytesIO()
    edged.quantize(COLOURS, dither=Image.Dither.NONE).save(written, "PNG", optimize=True)
    return written.getvalue()


def main() -> int:
    """Make every picture anew."""
    case = cpdocs.load(CASE)
    readers = sorted({each.reader for each in PICTURES_TO_MAKE})
    copies = {reader: minutes(case, reader) for reader in readers}
    PICTURES.mkdir(exist_ok=True)
    for each in PICTURES_TO_MAKE:
        made = png(page_that_holds(each.holds, copies[each.reader]))
        (PICTURES / f"{each.name}.png").write_bytes(made)
        print(f"docs/pictures/{each.name}.png: {len(made)} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
