"""What kind of file some bytes are, by what they hold: a file's name can say anything."""

from __future__ import annotations

import io
import re
import zipfile
from enum import StrEnum

_PDF_WITHIN = 1024  # bytes before which a PDF has to say that it is one (ISO 32000-1, annex H)
_PAGE = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|title|p|div|span|h[1-6]|table|ul|ol|main|article|meta|svg)"
    rb"[\s>/]",
    re.IGNORECASE,
)
_PEF = re.compile(rb"<(?:\w+:)?pef[\s>][^>]*daisy\.org/ns/2008/pef", re.DOTALL)
_CELLS = frozenset(range(0x20, 0x80))
_ENDS = frozenset(b"\r\n\f\x1a")
_WIDEST = 48  # cells in a line: an embosser's widest paper has 42 or so


class Kind(StrEnum):
    """A kind of file that can be read back, made by cpdocs or not."""

    PDF = "PDF"
    DOCX = "DOCX"
    HTML = "HTML"
    EPUB = "EPUB"
    BRF = "BRF"
    PEF = "PEF"


def kind_of(content: bytes) -> Kind | None:
    """The kind of a file, or nothing where it is none of those that can be read back."""
    if b"%PDF-" in content[:_PDF_WITHIN]:
        return Kind.PDF
    if zipfile.is_zipfile(io.BytesIO(content)):
        return _kind_of_zip(content)
    if _PEF.search(content[: 4 * _PDF_WITHIN]):
        return Kind.PEF
    plain = content.replace(b"\0", b"")  # UTF-16 is UTF-8 with noughts, for the names of elements
    if plain.lstrip(b"\xef\xbb\xbf\xff\xfe\t\r\n ").startswith(b"<") and _PAGE.search(plain):
        return Kind.HTML
    return Kind.BRF if _is_braille(content) else None


def _kind_of_zip(content: bytes) -> Kind | None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return None
    if "META-INF/container.xml" in names:
        return Kind.EPUB
    return Kind.DOCX if any(name.startswith("word/") for name in names) else None


def _is_braille(content: bytes) -> bool:
    """Whether bytes are lines of braille cells in North American ASCII, or cells of Unicode."""
    if not content.strip() or content.lstrip().startswith((b"<?", b"<!")):
        return False
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return False
    in_cells = all("\u2800" <= sign <= "\u28ff" or sign.isspace() for sign in text)
    in_ascii = {*content} <= _CELLS | _ENDS
    short = all(len(line) <= _WIDEST for line in re.split(r"[\r\n\f]", text))
    return short and (in_cells or in_ascii)
