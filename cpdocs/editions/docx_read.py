"""Every string in a Word file, seen or unseen: what the search for leaks reads.

Words are read three ways, so that none can hide: each paragraph joined (a name split over runs is
one name again), each hidden kind on its own (deleted, vanished, fields), and every attribute,
comment and loose byte. Only what stands in every house shell, and so tells nothing about any case,
is left out.
"""

from __future__ import annotations

import io
import re
import unicodedata
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from cpdocs.editions.docx_vocabulary import is_house_namespace, is_house_word
from cpdocs.editions.docx_zip import MAX_BYTES, Member, opened
from cpdocs.editions.figures import ATTRIBUTES, joined_words
from cpdocs.editions.loose import printed
from cpdocs.editions.rendition import Found
from cpdocs.errors import CopyError

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_SIGNS = {  # elements that stand for a character
    f"{_W}tab": "\t",
    f"{_W}br": "\n",
    f"{_W}cr": "\n",
    f"{_W}noBreakHyphen": "-",
    f"{_A}br": "\n",
}
_WORDS = frozenset({f"{_W}t", f"{_W}delText", f"{_A}t"})
_KINDS = {f"{_W}delText": "deleted text", f"{_W}instrText": "field", f"{_W}delInstrText": "field"}
_DEPTH = 4  # of zips within zips
_ZIP = b"PK\x03\x04"
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\x00", b"MM\x00*", b"RIFF")


def read_back(content: bytes) -> tuple[Found, ...]:
    """Every string in a Word file, with the member that it stands in and what kind of string it is.

    Raises `CopyError` where a part cannot be read, is locked, or is too large to search: a file
    that cannot be searched is not sent.
    """
    return tuple(_zip(content, "", _Purse(left=MAX_BYTES), _DEPTH))


def unread(content: bytes) -> tuple[str, ...]:
    """The members of a Word file that are pictures, whose points nothing here reads."""
    return tuple(sorted(_pictures(content, "", _Purse(left=MAX_BYTES), _DEPTH)))


def _pictures(content: bytes, inside: str, purse: _Purse, depth: int) -> Iterator[str]:
    if depth == 0:
        return
    archive = opened(content, purse.left)
    purse.left -= sum(len(member.content) for member in archive.members)
    for member in archive.members:
        if member.content.startswith(_PICTURES):
            yield f"{inside}{member.place}"
        elif member.content.startswith(_ZIP):
            yield from _pictures(member.content, f"{inside}{member.place} > ", purse, depth - 1)


def plain(text: str) -> str:
    """Text as a reader sees it: composed letters, ordinary spaces, no invisible marks."""
    seen = "".join(
        " " if unicodedata.category(sign) == "Zs" else sign
        for sign in unicodedata.normalize("NFC", text)
        if unicodedata.category(sign) != "Cf"
    )
    return seen.replace("\u2011", "-")


@dataclass(kw_only=True)
class _Purse:
    """How many bytes may still be unpacked: one purse for a file and every zip inside it."""

    left: int


def _zip(content: bytes, inside: str, purse: _Purse, depth: int) -> Iterator[Found]:
    if depth == 0:
        raise CopyError(
            f"{inside}the file holds files within files, too deep to search. Take them out."
        )
    archive = opened(content, purse.left)
    purse.left -= sum(len(member.content) for member in archive.members)
    for stray in archive.stray:
        yield from _bytes(stray, f"{inside}between members")
    for member in archive.members:
        place = f"{inside}{member.place}"
        if member.place != member.name or inside:
            yield Found(place=f"{place} name", text=plain(member.name))
        for remark in member.remarks:
            yield from _bytes(remark, f"{place} remark")
        yield from _member(member, place, purse, depth)


def _member(member: Member, place: str, purse: _Purse, depth: int) -> Iterator[Found]:
    content = member.content
    if content.startswith(_ZIP):
        yield from _zip(content, f"{place} > ", purse, depth - 1)
    elif content.startswith(_PICTURES):
        yield from _picture(content, place)
    elif member.name.endswith((".xml", ".rels", ".vml")) or content.lstrip().startswith(b"<"):
        yield from _xml(content, place)
    elif content:
        try:
            yield Found(place=f"{place} bytes", text=plain(content.decode("utf-8-sig")))
        except UnicodeDecodeError:
            raise CopyError(
                f"{place}: the file holds an embedded file that cannot be searched. Take it out in "
                "Word, or send it on its own once it has been checked."
            ) from None


def _xml(content: bytes, place: str) -> Iterator[Found]:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError:
        raise CopyError(
            f"{place}: this part is not well-formed XML. Save it again in Word."
        ) from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise CopyError(
            f"{place}: this part has a document type, which Word never writes. Take it out."
        )
    for paragraph in root.iter(f"{_W}p", f"{_A}p"):
        yield from _paragraph(paragraph, place)
    for words in joined_words(root):
        yield Found(place=f"{place} words of a drawing", text=plain(words))
    for node in (*_around(root), *root.iter()):
        yield from _node(node, place)
    yield from _foreign_names(root, place)
    whole = "".join(text for text in root.itertext() if isinstance(text, str))
    if whole.strip():
        yield Found(place=f"{place} all text", text=plain(whole))


def _around(root: etree._Element) -> Iterator[etree._Element]:
    """Comments and instructions before and after the root."""
    yield from root.itersiblings(preceding=True)
    yield from root.itersiblings()


def _paragraph(paragraph: etree._Element, place: str) -> Iterator[Found]:
    joined = {"text": "", "text as it stands": "", "hidden text": ""}
    for node in paragraph.iter(*_WORDS, *_SIGNS):
        words = _SIGNS.get(str(node.tag)) or node.text or ""
        joined["text"] += "" if node.tag == f"{_W}delText" else words
        joined["text as it stands"] += words
        if _is_hidden(node):
            joined["hidden text"] += words
    if joined["text as it stands"] == joined["text"]:
        del joined["text as it stands"]
    for kind, words in joined.items():
        if words.strip():
            yield Found(place=f"{place} {kind}", text=plain(words))


def _is_hidden(node: etree._Element) -> bool:
    run = node.getparent()
    if run is None or run.tag != f"{_W}r":
        return False
    return run.find(f"{_W}rPr/{_W}vanish") is not None


def _node(node: etree._Element, place: str) -> Iterator[Found]:
    """What one element says outside paragraphs: its attributes, its own words, or its comment."""
    if not isinstance(node.tag, str):
        kind = "comment in the markup" if isinstance(node, etree._Comment) else "instruction"
        yield Found(place=f"{place} {kind}", text=plain(node.text or ""))
        return
    name = etree.QName(node).localname
    if node.text and node.text.strip() and node.tag not in {f"{_W}t", f"{_A}t"}:
        kind = _KINDS.get(node.tag, f"words of {_shown(name)}")
        if not is_house_word(name, "", node.text):
            yield Found(place=f"{place} {kind}", text=plain(node.text))
    if node.tail and node.tail.strip():
        yield Found(place=f"{place} loose words", text=plain(node.tail))
    for key, value in node.attrib.items():
        attribute = etree.QName(key).localname
        if not is_house_word(name, attribute, str(value)):
            shown = f"{_shown(name)}@{_shown(attribute)}"
            yield Found(place=f"{place} {shown}", text=plain(str(value)))


# attributes of a package's own lists, and of pictures, which have no namespace
_PLAIN_NAMES = """
ContentType Extension Id PartName Target TargetMode Type
cx cy descr distB distL distR distT id name noChangeAspect prst uri x y
"""
_HOUSE_NAMES = ATTRIBUTES.union(_PLAIN_NAMES.split())


def _foreign_names(root: etree._Element, place: str) -> Iterator[Found]:
    """Namespaces, and the names of elements in them, that the house's files do not have."""
    names: set[str] = set()
    for node in root.iter("*"):
        foreign = {address for address in node.nsmap.values() if not is_house_namespace(address)}
        names.update(foreign)
        names.update(str(prefix) for prefix, address in node.nsmap.items() if address in foreign)
        for name in (str(node.tag), *map(str, node.attrib)):
            if not is_house_namespace(etree.QName(name).namespace or ""):
                names.add(etree.QName(name).localname)
    names -= _HOUSE_NAMES
    if names:
        yield Found(place=f"{place} names in the markup", text=plain(" ".join(sorted(names))))


_NAME = re.compile(r"[A-Za-z]{1,24}")


def _shown(name: str) -> str:
    """A name of markup that is safe to print in a place; anything odd could be somebody's."""
    return name if _NAME.fullmatch(name) else "element"


def _picture(content: bytes, place: str) -> Iterator[Found]:
    """What a picture says of itself. Its points are not read: pictures come from the house."""
    from PIL import Image, UnidentifiedImageError

    try:
        with Image.open(io.BytesIO(content)) as picture:
            said = [*picture.info.items(), *picture.getexif().items()]
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError) as error:
        raise CopyError(
            f"{place}: this picture cannot be read. Put it in again in Word."
        ) from error
    for key, value in said:
        words = value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)
        yield Found(place=f"{place} picture", text=plain(f"{key}: {words}"))
    yield from _bytes(_without_points(content), f"{place} bytes")


def _without_points(content: bytes) -> bytes:
    """A PNG without the points of its picture, in whose compressed bytes any short name may happen
    to stand; all else of it, and whatever follows its end. Other pictures whole."""
    if not content.startswith(_PICTURES[0]):
        return content
    kept, at = [], len(_PICTURES[0]) + 4
    points = zlib.decompressobj()
    while at + 8 <= len(content):
        length = int.from_bytes(content[at : at + 4], "big")
        kind, data = content[at + 4 : at + 8], content[at + 8 : at + 8 + length]
        if kind == b"IDAT":
            points.decompress(data)  # what stands behind their end is no part of the picture
            data = points.unused_data
        kept.append(kind + data)
        at += 12 + length
        if kind == b"IEND":
            break
    return b"\n".join([*kept, content[at:]])


def _bytes(content: bytes, place: str) -> Iterator[Found]:
    for found in printed(content, place):
        yield Found(place=place, text=plain(found.text))
