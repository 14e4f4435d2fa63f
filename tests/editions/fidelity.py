"""How much of a copy's words its file gives back, letter for letter, to programs that read it.

`python -m tests.editions.fidelity` prints the table of `docs/languages.md`.
"""

from __future__ import annotations

import ctypes
import re
import subprocess
import tempfile
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pypdfium2
from lxml import etree
from pypdfium2 import raw

from cpdocs.documents.composed import Composed
from cpdocs.editions.render import read_back
from cpdocs.values import Format

Reader = Callable[[bytes], str]
_LEAVES = ("h1", "h2", "h3", "p", "li", "th", "td")
_BLOCKS = frozenset({"P", "H1", "H2", "H3", "LBody", "Lbl", "TD", "TH", "Caption"})
_JOINERS = "\u200c\u200d"  # they change how a word is written
_TURNED_ADDRESS = re.compile(r"(?<=\S)\s*\n(?=@)")  # an e-mail address over two lines
_PDFIUMS_HYPHEN = re.compile(r"[\ufffe\x02]\s*")  # its own signs for one at a line's end
_AT_LINE_END = re.compile(r"(?<=\S)([-–])\s*\n")


def normal(text: str) -> str:
    """Composed letters, single spaces, no invisible marks; letters, signs and case as they are."""
    text = _TURNED_ADDRESS.sub("", text.replace("\r\n", "\n"))
    text = _AT_LINE_END.sub(r"\1", _PDFIUMS_HYPHEN.sub("-", text))
    seen = "".join(
        sign
        for sign in unicodedata.normalize("NFC", text)
        if sign in _JOINERS or unicodedata.category(sign) != "Cf"
    )
    return " ".join(seen.replace("\u2011", "-").split())


def lines_of(composed: Composed) -> list[str]:
    """Every line of the words as it stands in one element; a drawing's are said below it."""
    root = etree.fromstring(composed.body)
    found = []
    for leaf in root.iter(*_LEAVES):
        if leaf.get("class") == "key":  # it goes with its drawing, where that does not fit
            continue
        found += [normal(piece) for piece in "".join(_pieces(leaf)).split("\n")]
    return [line for line in found if line]


def _pieces(element: etree._Element) -> Iterable[str]:
    yield (element.text or "").replace("\n", " ")
    for child in element:
        yield from ["\n"] if child.tag == "br" else _pieces(child)
        yield (child.tail or "").replace("\n", " ")


def missed(lines: list[str], read: str) -> list[str]:
    """The lines that do not stand in what was read, in one piece or turned over to a new page."""
    text = f" {normal(read)} "
    return [line for line in lines if not _stands_in(line, text)]


def _stands_in(line: str, text: str) -> bool:
    if f" {line} " in text or f" {line}: " in text:  # the head of a table's column, in large print
        return True
    run = line.split(" ")
    halves = ((" ".join(run[:at]), " ".join(run[at:])) for at in range(1, len(run)))
    return any(f" {one} " in text and f" {two} " in text for one, two in halves)


def share(lines: list[str], read: str) -> float:
    """The share of the letters that stand in lines which were read back whole."""
    every = sum(map(len, lines))
    return 1 - sum(map(len, missed(lines, read))) / every


def by_pdfium(content: bytes) -> str:
    """The text of each page as PDFium tells it (the reader in Chrome)."""
    document = pypdfium2.PdfDocument(content)
    try:
        return "\n".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


def by_poppler(content: bytes) -> str:
    """The same by `pdftotext` (the reader in Evince and Okular), in the order of the drawing."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "copy.pdf"
        path.write_bytes(content)
        said = subprocess.run(
            ["pdftotext", "-raw", str(path), "-"],  # noqa: S607 (where Debian puts it)
            capture_output=True,
            check=True,
            timeout=60,
        )
    return said.stdout.decode()


def by_search(kind: Format) -> Reader:
    """The strings that our own search for leaks reads."""
    return lambda content: "\n¶\n".join(found.text for found in read_back(content, kind))


def by_tree(content: bytes) -> str:
    """The structure tree as PDFium hands it to a screen reader in Chrome: the words written there,
    else those drawn, a block to a line."""
    document = pypdfium2.PdfDocument(content)
    try:
        return "\n".join(_tree_of(page) for page in document)
    finally:
        document.close()


def _tree_of(page: pypdfium2.PdfPage) -> str:
    drawn: dict[int, str] = {}
    text = page.get_textpage()
    mark = -1
    for index in range(text.count_chars()):
        if raw.FPDFText_IsGenerated(text, index) != 1:  # else the end of a line, after its words
            holder = raw.FPDFText_GetTextObject(text, index)
            mark = raw.FPDFPageObj_GetMarkedContentID(holder) if holder else -1
        drawn[mark] = drawn.get(mark, "") + chr(raw.FPDFText_GetUnicode(text, index))
    tree = raw.FPDF_StructTree_GetForPage(page)
    try:
        tops = range(raw.FPDF_StructTree_CountChildren(tree))
        return "".join(
            piece
            for top in tops
            for piece in _element(raw.FPDF_StructTree_GetChildAtIndex(tree, top), drawn)
        )
    finally:
        raw.FPDF_StructTree_Close(tree)


def _element(element: Any, drawn: dict[int, str]) -> Iterator[str]:
    written = _string(raw.FPDF_StructElement_GetActualText, element)
    if written:
        yield written
        return
    is_block = _string(raw.FPDF_StructElement_GetType, element) in _BLOCKS
    if is_block:
        yield "\n"
    for index in range(raw.FPDF_StructElement_CountChildren(element)):
        child = raw.FPDF_StructElement_GetChildAtIndex(element, index)
        if child:
            yield from _element(child, drawn)
        else:
            mark = raw.FPDF_StructElement_GetChildMarkedContentID(element, index)
            yield drawn.get(mark, "") if mark >= 0 else ""  # else it stands on another page
    if is_block:
        yield "\n"


def _string(ask: Callable[[Any, Any, int], int], element: Any) -> str:
    size = ask(element, None, 0)
    buffer = ctypes.create_string_buffer(size)
    ask(element, buffer, size)
    return buffer.raw.decode("utf-16-le").rstrip("\0")


def readers(kind: Format, direction: str) -> dict[str, Reader]:
    """Who reads a copy of this format, by what each can: no reader of a PDF's pages gives Arabic
    script back as it was written, for which there is the structure tree."""
    own = by_search(kind)
    match kind:
        case Format.PDF if direction == "rtl":
            return {"our search": own, "PDFium's tree": by_tree}
        case Format.PDF:
            return {"our search": own, "PDFium": by_pdfium, "poppler": by_poppler}
        case _:
            return {"our search": own}


def _table() -> None:
    from cpdocs.editions.render import render
    from cpdocs.values import Form
    from tests.editions.spoken import LANGUAGES, page_in
    from tests.editions.told import COMPLETE, FOR_FAMILIES, told_in

    asked: dict[str, tuple[Format, Reader]] = {
        "PDFium": (Format.PDF, by_pdfium),
        "poppler": (Format.PDF, by_poppler),
        "tree": (Format.PDF, by_tree),
        "search": (Format.PDF, by_search(Format.PDF)),
        "DOCX": (Format.DOCX, by_search(Format.DOCX)),
        "HTML": (Format.HTML, by_search(Format.HTML)),
    }
    print("| language | copies | lines |", " | ".join(asked), "|")
    for code in LANGUAGES:
        copies = [page_in(code)]
        if code in COMPLETE:
            copies += [told_in(each, code) for each in FOR_FAMILIES]
        every, whole = 0, dict.fromkeys(asked, 0)
        for composed in copies:
            lines = lines_of(composed)
            every += len(lines)
            made = {kind: render(composed, Form(format=kind)).content for kind in Format}
            for name, (kind, read) in asked.items():
                whole[name] += len(lines) - len(missed(lines, read(made[kind])))
        shares = " | ".join(f"{count / every:.4f}" for count in whole.values())
        print(f"| {code} | {len(copies)} | {every} | {shares} |", flush=True)


if __name__ == "__main__":
    _table()
