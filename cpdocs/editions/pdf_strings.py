"""Reads back every string in a finished PDF: seen, hidden, and meant to be gone."""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Iterator
from hashlib import sha256

import pikepdf

from cpdocs.editions.pdf_paragraphs import paragraphs
from cpdocs.editions.rendition import Found
from cpdocs.editions.standard_names import PDF_KEYS, PDF_VALUES, without_xmp_tags

_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\n?endstream", re.DOTALL)
_END = b"%%EOF"
_CODES = re.compile(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")
_LITERAL = re.compile(rb"\(((?:[^()\\]|\\.)*)\)|<([0-9A-Fa-f\s]{2,})>", re.DOTALL)

_CONTAINERS = (pikepdf.Name.ObjStm, pikepdf.Name.XRef)

# What a key of a dictionary holds, in words; any other key is named as it stands.
_PLACES = {
    "/Title": "title",
    "/Author": "author",
    "/Subject": "subject",
    "/Keywords": "keywords",
    "/Alt": "alternative text",
    "/ActualText": "text read aloud",
    "/E": "words for an abbreviation",
    "/Contents": "words of a link or comment",
    "/URI": "link target",
    "/T": "title of a comment, field or passage",
    "/TU": "words for a field",
    "/V": "value of a field",
    "/F": "file name",
    "/UF": "file name",
    "/JS": "script",
    "/Name": "name of a layer",
    "/P": "page label",
    "/Lang": "language",
}


def read_back(content: bytes) -> tuple[Found, ...]:
    """Every string in a PDF and where it stands: pages, properties, tags, bookmarks, links,
    comments,
    attachments, layers, scripts, fonts, objects that nothing points at, and earlier revisions.

    Raises `pikepdf.PdfError` where the file is not a PDF.
    """
    found: set[Found] = set(_pages(content))
    with pikepdf.open(io.BytesIO(content)) as pdf:
        found.update(paragraphs(pdf, content))
        used = _reachable(pdf)
        known: set[bytes] = set()
        for item in pdf.objects:
            if not isinstance(item, pikepdf.Object):
                continue  # a free number, or a plain value
            if isinstance(item, pikepdf.Stream) and item.get("/Type") in _CONTAINERS:
                known.add(_digest(item.read_raw_bytes()))
                continue  # its contents are objects in their own right
            prefix = "" if item.objgen in used else "unreferenced object, "
            found.update(_strings(item, prefix))
            if isinstance(item, pikepdf.Stream):
                raw = item.read_raw_bytes()
                known.add(_digest(raw))
                found.update(_stream(item, prefix))
        found.update(_strings(pdf.trailer, "trailer, "))
        found.update(_scattered(content, known))
    found.update(_revisions(content))
    return tuple(sorted(found))


def _digest(raw: bytes) -> bytes:
    return sha256(raw.rstrip(b"\r\n")).digest()


def _pages(content: bytes) -> Iterator[Found]:
    """The text layer of each page, hidden, white and off-page text too."""
    import pypdfium2

    document = pypdfium2.PdfDocument(content)
    try:
        for number in range(len(document)):
            text_page = document[number].get_textpage()
            yield from _found(f"page {number + 1} text", text_page.get_text_bounded())
            yield from _found(f"page {number + 1} text", text_page.get_text_range())
    finally:
        document.close()


def _found(place: str, text: str) -> Iterator[Found]:
    words = text.strip().removeprefix("\ufeff")
    if words:
        yield Found(place=place, text=words)


def _place(key: str) -> str:
    return _PLACES.get(key, key.removeprefix("/"))


def _strings(item: pikepdf.Object, prefix: str, key: str = "") -> Iterator[Found]:
    """Strings and names in an object, save in what it points at (which is an object of its own)."""
    if isinstance(item, pikepdf.String):
        yield from _found(f"{prefix}{_place(key) or 'string'}", _text(item))
    elif isinstance(item, pikepdf.Name):
        if (key, str(item)) in PDF_VALUES:
            return
        yield from _found(f"{prefix}name {_place(key)}".rstrip(), str(item).removeprefix("/"))
    elif isinstance(item, pikepdf.Array):
        for inner in item:
            yield from _inner(inner, prefix, key)
    elif isinstance(item, (pikepdf.Dictionary, pikepdf.Stream)):
        entries = item.stream_dict if isinstance(item, pikepdf.Stream) else item
        for name, inner in entries.items():
            if str(name) not in PDF_KEYS:
                yield from _found(f"{prefix}key", str(name).removeprefix("/"))
            yield from _inner(inner, prefix, str(name))


def _inner(inner: object, prefix: str, key: str) -> Iterator[Found]:
    if isinstance(inner, pikepdf.Object) and not inner.is_indirect:
        yield from _strings(inner, prefix, key)


def _text(item: pikepdf.Object) -> str:
    raw = bytes(item)
    if raw.startswith(b"\xff\xfe"):
        return raw[2:].decode("utf-16-le", "replace")
    return str(item)


def _reachable(pdf: pikepdf.Pdf) -> set[tuple[int, int]]:
    """Numbers of the objects that the file's trailer leads to."""
    seen: set[tuple[int, int]] = set()
    waiting: list[object] = [pdf.trailer]
    while waiting:
        item = waiting.pop()
        if not isinstance(item, pikepdf.Object):
            continue
        if item.is_indirect:
            if item.objgen in seen:
                continue
            seen.add(item.objgen)
        if isinstance(item, pikepdf.Array):
            waiting.extend(item)
        elif isinstance(item, (pikepdf.Dictionary, pikepdf.Stream)):
            entries = item.stream_dict if isinstance(item, pikepdf.Stream) else item
            waiting.extend(inner for _, inner in entries.items())
    return seen


def _stream(item: pikepdf.Stream, prefix: str) -> Iterator[Found]:
    """What a stream holds: metadata and attachments as text, fonts by their letters, drawing by
    its strings."""
    kind = str(item.get("/Type", ""))
    if str(item.get("/Subtype", "")) == "/Image" or "/Length1" in item:
        return  # pixels, or the outlines of letters, whose letters are in the map beside them
    try:
        data = item.read_bytes()
    except pikepdf.PdfError:
        data = item.read_raw_bytes()
    if kind == "/Metadata":
        text = without_xmp_tags(data.decode("utf-8", "replace"))
        yield from _found(f"{prefix}XMP properties", text)
    elif kind == "/EmbeddedFile":
        yield from _found(f"{prefix}attachment", data.decode("utf-8", "replace"))
    elif b"begincmap" in data[:400]:
        yield from _found(f"{prefix}letters of a font", _letters(data))
    else:
        yield from _drawn(data, f"{prefix}drawing")


def _letters(data: bytes) -> str:
    """The letters that a font's map names: a letter used only in removed words would show here."""
    text = data.decode("ascii", "replace")
    values = (bytes.fromhex(value + value[: len(value) % 2]) for _, value in _CODES.findall(text))
    return "".join(value.decode("utf-16-be", "replace") for value in values)


def _drawn(data: bytes, place: str) -> Iterator[Found]:
    """Strings written out in a drawing (words read aloud, simple-font text), whatever their
    encoding."""
    for literal, digits in _LITERAL.findall(data):
        if literal:
            raw = re.sub(rb"\\([()\\])", rb"\1", literal)
        else:
            compact = b"".join(digits.split())
            if len(compact) < 8 or compact[:4].upper() != b"FEFF":
                continue  # glyph numbers: their letters are in the page's text layer
            raw = bytes.fromhex(compact[: len(compact) // 2 * 2].decode())
        if raw.startswith(b"\xfe\xff"):
            yield from _found(place, raw[2:].decode("utf-16-be", "replace"))
        else:
            yield from _found(place, raw.decode("latin-1"))


def _scattered(content: bytes, known: set[bytes]) -> Iterator[Found]:
    """Streams and strings lying in the file's bytes that are no part of any object."""
    for match in _STREAM.finditer(content):
        raw = match[1]
        if _digest(raw) in known:
            continue
        try:
            data = zlib.decompressobj().decompress(raw)
        except zlib.error:
            data = raw
        yield from _drawn(data, "bytes outside any object")
    outside = _STREAM.sub(b"", content)
    yield from _drawn(outside, "bytes of the file")


def _revisions(content: bytes) -> Iterator[Found]:
    """Everything in the revisions that lie under the last one."""
    ends = [match.end() for match in re.finditer(re.escape(_END), content)]
    for number, end in enumerate(ends[:-1], start=1):
        place = f"earlier revision {number}"
        yield Found(place=place, text="an earlier revision is in the file")
        try:
            for inner in read_back(content[:end] + b"\n"):
                if not inner.place.startswith("earlier revision"):
                    yield Found(place=f"{place}, {inner.place}", text=inner.text)
        except pikepdf.PdfError:
            continue  # the first end of a file written for fast web view is not a revision
