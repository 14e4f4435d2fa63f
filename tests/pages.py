"""Contact sheets of every finished PDF, and what is wrong with its pages: `python -m tests.pages`.

Looks at every copy of the packs in `build/packs` (made afresh where there are none), and at each
document of the sample cases and in an invented right-to-left language, at four sizes. Exits 1 on
any finding.
"""

from __future__ import annotations

import argparse
import io
import sys
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pypdfium2
from PIL import Image

from cpdocs.documents.catalogue import catalogue, document
from cpdocs.documents.compose import compose
from cpdocs.documents.composed import Composed
from cpdocs.editions.pagecheck import check_pages
from cpdocs.editions.render import render
from cpdocs.errors import CpdocsError
from cpdocs.languages import load_language
from cpdocs.packs.planning import plan, prepare
from cpdocs.packs.run import in_words, pack
from cpdocs.sharing import NothingToShare
from cpdocs.values import STANDARD_SIZE, Edition, Form
from tests.documents.goldens import view_of
from tests.documents.views import STYLE
from tests.languages.pseudo import make_language, words_of

_ROOT = Path(__file__).parent.parent
_CASES = _ROOT / "data" / "cases"
_SIZES = (12, 16, 24, 28)
_DPI = 60  # a page is 496 by 702 pixels: its words can be read
_COLUMNS, _ROWS, _GAP = 5, 2, 8


def copies(packs: Path) -> Iterator[tuple[str, bytes]]:
    """Every PDF that the packs hold, for readers and for the operator, by its place under
    `packs`."""
    for path in sorted(packs.rglob("*.pdf")):
        yield path.relative_to(packs).as_posix(), path.read_bytes()


def packed(packs: Path) -> Iterator[tuple[str, bytes]]:
    """The copies of the packs that were built, else of packs made for this look alone."""
    if packs.is_dir():
        yield from copies(packs)
        return
    with tempfile.TemporaryDirectory() as made:
        pack(cases=sorted(_CASES.glob("*/case.yaml")), out=Path(made))
        yield from copies(Path(made))


def sample_copies() -> Iterator[tuple[str, bytes]]:
    """Each document of the sample cases, for family where it is written for them, at four sizes."""
    for name, composed in sorted(_of_the_samples().items()):
        for form in _forms():
            yield f"sample/{name}-{form.size}", render(composed, form).content


def _of_the_samples() -> dict[str, Composed]:
    """One copy in words of each document."""
    found: dict[str, Composed] = {}
    family: set[str] = set()
    for prepared in prepare(sorted(_CASES.glob("*/case.yaml"))):
        case = prepared.case
        people = {it.id for it in case.people} | {it.id for it in case.children}
        for job in plan(prepared, None):
            name, is_family = job.errand.document, job.errand.reader in people
            if name in family or (name in found and not is_family):
                continue
            with suppress(NothingToShare):
                _, found[name] = in_words(job)
                family |= {name} if is_family else set()
    return found


def right_to_left_copies() -> Iterator[tuple[str, bytes]]:
    """Each document in an invented right-to-left language at four sizes."""
    with tempfile.TemporaryDirectory() as folder:
        own = (*words_of(STYLE), "as soon as possible")
        language = load_language("xr", make_language(Path(folder), own))
        for each in catalogue():
            composed = compose(document(each.id), view_of(each.id), language)
            for form in _forms():
                name = f"right-to-left/{each.id}-{form.size}"
                yield name, render(composed, form).content


def _forms() -> Iterator[Form]:
    for size in _SIZES:
        standard = size == STANDARD_SIZE
        yield Form(edition=Edition.STANDARD if standard else Edition.LARGE_PRINT, size=size)


def sheets(content: bytes) -> Iterator[Image.Image]:
    """The pages of a PDF, ten to a picture."""
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
    """The contact sheets of one copy, named after its place."""
    flat = name.removesuffix(".pdf").replace("/", "--")
    for number, sheet in enumerate(sheets(content), start=1):
        sheet.save(folder / f"{flat}-{number}.png", compress_level=1)


def page_count(content: bytes) -> int:
    """How many pages a PDF has."""
    document = pypdfium2.PdfDocument(content)
    try:
        return len(document)
    finally:
        document.close()


def look(folder: Path, packs: Path) -> tuple[int, int]:
    """Write the sheets, print a line for each copy and finding: how many of each."""
    seen = found = 0
    for source in (packed(packs), sample_copies(), right_to_left_copies()):
        for name, content in source:
            write_sheets(name, content, folder)
            # An address is set for its window, whatever the form's size: 12 pt at least.
            findings = check_pages(content, STANDARD_SIZE)
            print(f"{name:85} {page_count(content):4} pages {len(findings):4} findings")
            for finding in findings:
                print(f"    {finding.place:8}  {finding.code:15}  {finding.says}")
            seen += 1
            found += len(findings)
    return seen, found


def main(arguments: list[str]) -> int:
    """Look at everything, and say with the exit code whether anything is wrong."""
    parser = argparse.ArgumentParser(prog="python -m tests.pages", description=__doc__)
    parser.add_argument("-o", type=Path, default=_ROOT / "build" / "pages", dest="folder")
    parser.add_argument("--packs", type=Path, default=_ROOT / "build" / "packs")
    given = parser.parse_args(arguments)
    given.folder.mkdir(parents=True, exist_ok=True)
    for old in given.folder.glob("*.png"):
        old.unlink()
    try:
        seen, found = look(given.folder, given.packs)
    except CpdocsError as error:
        print(error, file=sys.stderr)
        return error.exit_code
    print(f"{seen} copies looked at, {found} findings. The sheets are in {given.folder}.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
