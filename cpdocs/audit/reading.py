"""Read any file that can be read back: one that cpdocs made, one edited since, or a stranger's.

Formats that cpdocs writes are read by their own modules in `editions`. E-books and braille are
read here, and become formats in the day that cpdocs writes them.
"""

from __future__ import annotations

import io
import zipfile

from cpdocs.audit import braille, epub
from cpdocs.audit.kinds import Kind, kind_of
from cpdocs.audit.strings import Strings
from cpdocs.editions.loose import printed
from cpdocs.errors import CopyError, CpdocsError, UsageError

_DEPTH = 3  # of files within files


def read(content: bytes) -> Strings:
    """Every string of a file, whatever its name says that it is.

    Raises `UsageError` where it is of no kind that can be read, `CopyError` where it is of one and
    locked, damaged or too large, and `MissingProgram` where braille needs liblouis.
    """
    kind = kind_of(content)
    if kind is None:
        known = ", ".join(Kind)
        raise UsageError(
            f"This is no file that can be read back. Kinds that can: {known}, by what they hold "
            "and not by their names."
        )
    return _read(content, kind, _DEPTH)


def _read(content: bytes, kind: Kind, depth: int) -> Strings:
    try:
        match kind:
            case Kind.PDF:
                return _pdf(content, depth)
            case Kind.DOCX:
                return _docx(content)
            case Kind.HTML:
                return _html(content)
            case Kind.EPUB:
                return epub.read(content)
            case Kind.BRF | Kind.PEF:
                return braille.read(content, kind)
    except CpdocsError:
        raise
    except Exception:  # a broken file can fail anywhere in the libraries that read it
        raise CopyError(f"The {kind} file is damaged and cannot be searched.") from None


def _pdf(content: bytes, depth: int) -> Strings:
    from cpdocs.editions import pdf_strings

    strings = Strings(
        found=frozenset(pdf_strings.read_back(content)),
        unread=frozenset(pdf_strings.unread(content)),
    )
    if zipfile.is_zipfile(io.BytesIO(content)):  # one file that two programs open each in its way
        strings |= Strings(unread=frozenset({"zip behind the PDF"}))
    for number, attached in enumerate(pdf_strings.attachments(content), start=1):
        strings |= _attached(attached, f"attachment {number}", depth)
    return strings


def _attached(content: bytes, place: str, depth: int) -> Strings:
    """A file within a file: as its kind is read, or by the words among its bytes."""
    kind = kind_of(content)
    if kind is not None and depth:
        return _read(content, kind, depth - 1).within(place)
    found = frozenset(printed(content, place))
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return Strings(found=found, unread=frozenset({place}))
    return Strings(found=found)


def _docx(content: bytes) -> Strings:
    from cpdocs.editions import docx_read

    return Strings(
        found=frozenset(docx_read.read_back(content)),
        unread=frozenset(docx_read.unread(content)),
    )


def _html(content: bytes) -> Strings:
    from cpdocs.editions import html

    return Strings(
        found=frozenset({*html.read_back(content), html.page_words(content)}),
        unread=frozenset(html.unread(content)),
    )
