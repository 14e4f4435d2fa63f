"""Contact sheets of every finished PDF, and what is wrong with its pages: `python -m tests.pages`.

Looks at the copies in `build/packs`, and at the sample documents at every size and in Urdu.
Exits 1 on any finding.
"""

from __future__ import annotations

import argparse
import io
import sys
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
from PIL import Image

from cpdocs.editions.pagecheck import check_pages
from cpdocs.editions.render import render
from cpdocs.errors import CpdocsError
from cpdocs.findings import Finding
from cpdocs.values import LARGE_PRINT_SIZES, STANDARD_SIZE, Edition, Form
from tests.editions import samples

_ROOT = Path(__file__).parent.parent
_DPI = 72  # a page is 595 by 842 pixels: its words can be read
_COLUMNS, _ROWS, _GAP = 4, 2, 8


def copies(packs: Path) -> Iterator[tuple[str, bytes]]:
    """Every PDF that the packs hold, for readers and for the operator, by its place under
    `packs`."""
    for path in sorted(packs.rglob("*.pdf")):
        yield path.relative_to(packs).as_posix(), path.read_bytes()


def sample_copies() -> Iterator[tuple[str, bytes]]:
    """The sample documents at every size."""
    documents = {
        "letter": samples.letter_with(),
        "letter-long-address": samples.letter_with(samples.LONG_ADDRESS),
        "minutes": samples.minutes_with(),
        "letter-urdu": samples.urdu_letter(),
    }
    for name, composed in documents.items():
        for size in (STANDARD_SIZE, *LARGE_PRINT_SIZES):
            edition = Edition.STANDARD if size == STANDARD_SIZE else Edition.LARGE_PRINT
            rendition = render(composed, Form(edition=edition, size=size))
            yield f"samples/{name}/{rendition.name}", rendition.content


def sheets(content: bytes) -> Iterator[Image.Image]:
    """The pages of a PDF, eight to a picture."""
    document = pypdfium2.PdfDocument(io.BytesIO(content))
    pages = [document[number].render(scale=_DPI / 72).to_pil() for number in range(len(document))]
    document.close()
    width, height = pages[0].size
    for start in range(0, len(pages), _COLUMNS * _ROWS):
        here = pages[start : start + _COLUMNS * _ROWS]
        columns = min(_COLUMNS, len(here))
        rows = -(-len(here) // _COLUMNS)
        sheet = Image.new(
            "RGB",
            (columns * (width + _GAP) + _GAP, rows * (height + _GAP) + _GAP),
            "#8a8f92",
        )
        for number, page in enumerate(here):
            column, row = number % _COLUMNS, number // _COLUMNS
            sheet.paste(page, (_GAP + column * (width + _GAP), _GAP + row * (height + _GAP)))
        yield sheet


def write_sheets(name: str, content: bytes, folder: Path) -> None:
    """The contact sheets of one copy, named after it."""
    for number, sheet in enumerate(sheets(content), start=1):
        path = folder / f"{name.removesuffix('.pdf')}-{number}.png"
        path.parent.mkdir(parents=True, exist_ok=True)
        sheet.save(path)


def main(arguments: list[str]) -> int:
    """Write the sheets, print the findings, and say with the exit code whether there were any."""
    parser = argparse.ArgumentParser(prog="python -m tests.pages", description=__doc__)
    parser.add_argument("-o", type=Path, default=_ROOT / "build" / "pages", dest="folder")
    parser.add_argument("--packs", type=Path, default=_ROOT / "build" / "packs")
    given = parser.parse_args(arguments)
    found: list[tuple[str, Finding]] = []
    seen = 0
    try:
        for source in (copies(given.packs), sample_copies()):
            for name, content in source:
                write_sheets(name, content, given.folder)
                seen += 1
                # An address is set for its window, whatever the form's size: 12 pt at least.
                found.extend((name, finding) for finding in check_pages(content, STANDARD_SIZE))
    except CpdocsError as error:
        print(error, file=sys.stderr)
        return error.exit_code
    for name, finding in found:
        print(f"{name:60}  {finding.place:8}  {finding.code:15}  {finding.says}")
    if not given.packs.is_dir():
        print("No packs were looked at. Run `python3 build.py` first to build them.")
    print(f"{seen} copies looked at, {len(found)} findings. The sheets are in {given.folder}.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
