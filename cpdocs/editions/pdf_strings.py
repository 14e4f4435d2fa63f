"""Reads back every string in a finished PDF: seen, hidden, and meant to be gone."""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Iterator
from hashlib import sha256

import pikepdf

from cpdocs.editions.pdf_drawn import Fonts, letters_of
from cpdocs.editions.pdf_paragraphs import paragraphs
from cpdocs.editions.rendition import Found
from cpdocs.editions.standard_names import PDF_KEYS, PDF_VALUES, without_xmp_tags
from cpdocs.errors import CopyError

_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\n?endstream", re.DOTALL)
_END = b"%%EOF"
_LITERAL = re.compile(rb"\(((?:[^()\\]|\\.)*)\)|<([0-9A-Fa-f\s]{2,})>", re.DOTALL)

_CONTAINERS = (pikepdf.Name.ObjStm, pikepdf.Name.XRef)

# What a key of a dictionary holds, in words. Any other key of the standard is named as it stands;
# one that somebody made up could be a name of theirs.
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

    Raises `pikepdf.PdfError` where the file is not a PDF, and `CopyError` where it is locked.
    """
    found = _strings_of(content)
    ends = [match.end() for match in re.finditer(re.escape(_END), content)]
    for number, end in enumerate(ends[:-1], start=1):
        place = f"earlier revision {number}"
        found.add(Found(place=place, text="an earlier revision is in the file"))
        try:
            earlier = _strings_of(content[:end] + b"\n")
        except (pikepdf.PdfError, CopyError):
            continue  # the first end of a file written for fast web view is not a revision
        found.update(Found(place=f"{place}, {each.place}", text=each.text) for each in earlier)
    return tuple(sorted(found))


def attachments(content: bytes) -> tuple[bytes, ...]:
    """The files that are attached to a PDF, in the order of their objects."""
    with _opened(content) as pdf:
        return tuple(
            item.read_bytes()
            for item in pdf.objects
            if isinstance(item, pikepdf.Stream) and _is_attachment(item)
        )


def unread(content: bytes) -> tuple[str, ...]:
    """Where a PDF holds what no search of words can read: pictures, by their pages or in the file
    at large, and fonts whose glyphs have numbers and no letters."""
    with _opened(content) as pdf:
        places: set[str] = set()
        shown: set[tuple[int, int]] = set()
        for number, page in enumerate(pdf.pages, start=1):
            here = _images(page.get("/Resources"), depth=4)
            if "/Thumb" in page:
                here |= {page.Thumb.objgen}
            if here or _INLINE.search(_drawing_of(page)):
                places.add(f"page {number}")
            shown |= here
        every = {item.objgen for item in pdf.objects if _is_image(item)}
        if every - shown:
            places.add("file")
        if any(_is_without_letters(item) for item in pdf.objects):
            places.add("fonts")
        return tuple(sorted(places))


def _is_without_letters(item: object) -> bool:
    """Whether something is a font that does not say which letters its codes stand for."""
    return (
        isinstance(item, pikepdf.Dictionary)
        and item.get("/Type") == "/Font"
        and item.get("/Subtype") in {"/Type0", "/Type3"}
        and "/ToUnicode" not in item
    )


_INLINE = re.compile(rb"\bBI\b.*?\bID\b", re.DOTALL)


def _drawing_of(page: pikepdf.Page) -> bytes:
    contents = page.get("/Contents")
    parts = contents if isinstance(contents, pikepdf.Array) else [contents]
    return b"\n".join(part.read_bytes() for part in parts if isinstance(part, pikepdf.Stream))


def _is_image(item: object) -> bool:
    return isinstance(item, pikepdf.Stream) and item.get("/Subtype") == "/Image"


def _images(resources: object, depth: int) -> set[tuple[int, int]]:
    """Numbers of the pictures that resources name, those of drawings within drawings too."""
    if not isinstance(resources, pikepdf.Dictionary) or depth == 0:
        return set()
    found: set[tuple[int, int]] = set()
    for item in dict(resources.get("/XObject", {})).values():
        if _is_image(item):
            found.add(item.objgen)
        elif isinstance(item, pikepdf.Stream):
            found |= _images(item.get("/Resources"), depth - 1)
    return found


def _is_attachment(item: pikepdf.Stream) -> bool:
    return str(item.get("/Type", "")) == "/EmbeddedFile"


def _opened(content: bytes) -> pikepdf.Pdf:
    try:
        return pikepdf.open(io.BytesIO(content))
    except pikepdf.PasswordError:
        raise CopyError(
            "The PDF is locked with a password and cannot be searched. Take the lock off first."
        ) from None


def _strings_of(content: bytes) -> set[Found]:
    """Every string of one revision, which is the last in `content`."""
    with _opened(content) as pdf:
        found: set[Found] = set(_pages(content))
        found.update(paragraphs(pdf, content))
        used = _reachable(pdf)
        on_pages = _drawings_of_pages(pdf)
        fonts = Fonts(pdf)
        known: set[bytes] = set()
        for item in pdf.objects:
            if not isinstance(item, pikepdf.Object):
                continue  # a free number, or a plain value
            if isinstance(item, pikepdf.Stream) and item.get("/Type") in _CONTAINERS:
                known.add(_digest(item.read_raw_bytes()))
                if item.Type == "/ObjStm":  # objects in their own right, and any that nobody lists
                    found.update(_drawn(_unpacked(item), "objects kept together"))
                continue
            prefix = "" if item.objgen in used else "unreferenced object, "
            found.update(_strings(item, prefix))
            if isinstance(item, pikepdf.Stream):
                raw = item.read_raw_bytes()
                known.add(_digest(raw))
                found.update(_stream(item, prefix, None if item.objgen in on_pages else fonts))
        found.update(_strings(pdf.trailer, "trailer, "))
        found.update(_scattered(content, known, fonts))
    return found


def _drawings_of_pages(pdf: pikepdf.Pdf) -> set[tuple[int, int]]:
    """Numbers of what pages draw, whose words are in the text layer already."""
    numbers: set[tuple[int, int]] = set()
    for page in pdf.pages:
        contents = page.get("/Contents")
        parts = contents if isinstance(contents, pikepdf.Array) else [contents]
        numbers |= {part.objgen for part in parts if isinstance(part, pikepdf.Stream)}
    return numbers


def _unpacked(item: pikepdf.Stream) -> bytes:
    try:
        return item.read_bytes()
    except pikepdf.PdfError:
        return item.read_raw_bytes()


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
    standard = key.removeprefix("/") if key in PDF_KEYS else "property of its own" if key else ""
    return _PLACES.get(key, standard)


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


def _stream(item: pikepdf.Stream, prefix: str, fonts: Fonts | None) -> Iterator[Found]:
    """What a stream holds: metadata and attachments as text, fonts by their letters, drawing by
    its strings and, with the `fonts`, by the letters of its glyphs."""
    kind = str(item.get("/Type", ""))
    if _is_image(item) or "/Length1" in item:
        return  # pixels, or the outlines of letters, whose letters are in the map beside them
    data = _unpacked(item)
    if kind == "/Metadata":
        text = without_xmp_tags(data.decode("utf-8", "replace"))
        yield from _found(f"{prefix}XMP properties", text)
    elif _is_attachment(item):
        yield from _found(f"{prefix}attachment", data.decode("utf-8", "replace"))
    elif b"begincmap" in data[:400]:
        yield from _found(f"{prefix}letters of a font", "".join(letters_of(data).values()))
    else:
        yield from _drawn(data, f"{prefix}drawing")
        if fonts is not None:
            yield from fonts.words(data, f"{prefix}drawing")
            if not _DRAWN_KEYS.intersection(item.keys()):
                yield from _plain(data, f"{prefix}stream")


_DRAWN_KEYS = frozenset({"/BBox", "/FunctionType", "/N"})  # of a drawing, a formula, or colours


def _plain(data: bytes, place: str) -> Iterator[Found]:
    """A stream that is text (a form in XML, a script, an editor's own notes), whole."""
    encoding = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return  # bytes, whose strings are read one by one
    yield from _found(place, text)


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


def _scattered(content: bytes, known: set[bytes], fonts: Fonts) -> Iterator[Found]:
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
        yield from fonts.words(data, "bytes outside any object")
    outside = _STREAM.sub(b"", content)
    yield from _drawn(outside, "bytes of the file")
