"""Every string in a braille file, translated back by liblouis.

A BRF file does not say its language or its grade, so it is translated back by the table of each
language that copies are made in: the wrong ones give words that mean nothing and match nothing.
`lou_translate` is run as a program (it is GPL; nothing of it is imported).
"""

from __future__ import annotations

import re
import shutil
import subprocess

from lxml import etree

from cpdocs.audit.kinds import Kind
from cpdocs.audit.strings import Strings
from cpdocs.editions import html
from cpdocs.editions.rendition import Found
from cpdocs.errors import CopyError, MissingProgram

# North American braille ASCII, in the order of the cells of Unicode from U+2800.
_ASCII = " A1B'K2L@CIF/MSP\"E3H9O6R^DJG>NTQ,*5<-U8V.%[$+X!&;:4\\0Z7(_?W]#Y)="
_CELLS = {ord(sign): 0x2800 + cell for cell, sign in enumerate(_ASCII)} | {
    ord(sign.lower()): 0x2800 + cell for cell, sign in enumerate(_ASCII) if sign.isalpha()
}
_CELLS |= {ord(low): _CELLS[ord(high)] for low, high in zip("`{|}~", "@[\\]^", strict=True)}

# Contracted and uncontracted, for each language that has a table (field notes: print standards).
TABLES = (
    "en-ueb-g2.ctb",
    "en-ueb-g1.ctb",
    "cy-cy-g2.ctb",
    "cy-cy-g1.utb",
    "Pl-Pl-g1.utb",
    "ro.ctb",
    "sk-g1.ctb",
    "ur-pk-g2.ctb",
    "ur-pk-g1.utb",
    "ar-ar-g2.ctb",
    "ar-ar-g1.utb",
    "pa.tbl",
    "bn.tbl",
)
_PROGRAM = "lou_translate"
_LONGEST = 600  # cells in one piece, of three bytes each: the program's lines end at 2,000 bytes
_SHARED = 150  # cells that a piece has of the one before: more than six words
_SECONDS = 60


def read(content: bytes, kind: Kind) -> Strings:
    """Every string of a BRF or PEF file: its cells in print, and a PEF's own properties.

    Raises `MissingProgram` where liblouis is not installed, and `CopyError` where the file or the
    translation fails.
    """
    found: set[Found] = set()
    if kind is Kind.PEF:
        pages = _pages_of_pef(content)
        found.update(html.read_back(content))
    else:
        text = content.decode("utf-8-sig").rstrip("\x1a\0")
        pages = [page.splitlines() for page in text.translate(_CELLS).split("\f")]
        found.update(
            Found(place=f"braille page {number} as it stands", text=" ".join(page.split()))
            for number, page in enumerate(text.split("\f"), start=1)
            if page.strip()
        )
    pieces = _pieces(pages)
    for table in TABLES:
        said = _translated([cells for _, cells in pieces], table)
        found.update(
            Found(place=place, text=words)
            for (place, _), words in zip(pieces, said, strict=True)
            if words.strip()
        )
    return Strings(found=frozenset(found))


def _pages_of_pef(content: bytes) -> list[list[str]]:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError:
        raise CopyError("The braille file (PEF) is not well-formed XML. Make it again.") from None
    return [
        ["".join(map(str, row.itertext())) for row in page.iter("{*}row")]
        for page in root.iter("{*}page")
    ]


def _pieces(pages: list[list[str]]) -> list[tuple[str, str]]:
    """Cells to translate and where they stand: each page, and the whole without the ends of pages,
    where numbers and running words part a sentence from its rest."""
    pieces = [
        (f"braille page {number}", piece)
        for number, lines in enumerate(pages, start=1)
        for piece in _cut(_joined(lines))
    ]
    inner = [line for lines in pages for line in _without_ends(lines)]
    if len(pages) > 1:
        pieces += [("braille over pages", piece) for piece in _cut(_joined(inner))]
    return pieces


def _without_ends(lines: list[str]) -> list[str]:
    kept = [line for line in lines if line.strip(" \u2800")]
    return kept[1:-1] if len(kept) > 2 else kept


def _joined(lines: list[str]) -> str:
    """Lines as one, a word that a hyphen parts at the end of a line whole again."""
    text = " ".join(line.replace("\u2800", " ").strip() for line in lines)
    return re.sub("(?<=[\u2801-\u28ff])\u2824 +(?=[\u2801-\u28ff])", "", " ".join(text.split()))


def _cut(cells: str) -> list[str]:
    """Cells in pieces that the program takes, each with the end of the one before."""
    words = [
        word[at : at + _LONGEST] for word in cells.split() for at in range(0, len(word), _LONGEST)
    ]
    pieces, start = [], 0
    while start < len(words):
        end = _end_of(words, start, _LONGEST)
        pieces.append(" ".join(words[start:end]))
        if end == len(words):
            break
        shared = 0
        while end - shared > start + 1 and len(" ".join(words[end - shared : end])) < _SHARED:
            shared += 1
        start = end - shared
    return pieces


def _end_of(words: list[str], start: int, most: int) -> int:
    """Where a piece ends that begins at a word: it has one word at least."""
    length, end = len(words[start]), start + 1
    while end < len(words) and length + 1 + len(words[end]) <= most:
        length += 1 + len(words[end])
        end += 1
    return end


def _translated(pieces: list[str], table: str) -> list[str]:
    program = shutil.which(_PROGRAM)
    if program is None:
        raise MissingProgram(
            "liblouis is not installed, and without it braille cannot be read. Install it: "
            "apt install liblouis-bin"
        )
    given = "".join(f"{piece.replace(' ', chr(0x2800))}\n" for piece in pieces)
    done = subprocess.run(
        [program, "--backward", f"unicode.dis,{table}"],
        input=given,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        timeout=_SECONDS,
        check=False,
    )
    said = done.stdout.split("\n")
    if done.returncode or len(said) - 1 != len(pieces):
        raise CopyError(f"liblouis could not translate this file by its table {table}.")
    return said[:-1]
