"""Every string in an e-book: each member of its zip, as the page, list or text that it is.

cpdocs writes no e-books of its own, so this reads what others made. Every member is read, whether
the book's list of contents names it or not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from cpdocs.audit.strings import Strings
from cpdocs.editions import html
from cpdocs.editions.docx_zip import Member, opened
from cpdocs.editions.loose import printed
from cpdocs.editions.rendition import Found
from cpdocs.errors import CopyError

_FONT_LOCKS = (  # ways to scramble a font so that it is of no use outside its book: no words
    b"http://www.idpf.org/2008/embedding",
    b"http://ns.adobe.com/pdf/enc#RC",
)
_LOCK = re.compile(rb"EncryptionMethod[^>]*Algorithm\s*=\s*[\"']([^\"']*)")
_ENTITY = re.compile(rb"<!ENTITY\s+([^>]*)>")
_MARKUP = (".xhtml", ".html", ".htm", ".xml", ".opf", ".ncx", ".svg", ".smil")
_TEXT = (".css", ".js", ".txt", ".json", "mimetype")


def read(content: bytes) -> Strings:
    """Every string in an e-book, and the members that are no text (pictures, sound, fonts).

    Raises `CopyError` where it is locked or cannot be unpacked.
    """
    try:
        archive = opened(content)
    except CopyError:
        raise CopyError(
            "The e-book is damaged, locked or too large to search. Make it again, without a lock "
            "and without large pictures."
        ) from None
    found: set[Found] = set()
    unread: set[str] = set()
    for stray in archive.stray:
        found.update(printed(stray, "between members"))
    for number, member in enumerate(archive.members, start=1):
        place = f"member {number}"
        found.add(Found(place=f"{place} name", text=member.name))
        for remark in member.remarks:
            found.update(printed(remark, f"{place} remark"))
        inside = _member(member, place)
        found.update(inside.found)
        unread.update(inside.unread)
    return Strings(found=frozenset(found), unread=frozenset(unread))


def _member(member: Member, place: str) -> Strings:
    content, name = member.content, member.name.lower()
    if name == "meta-inf/encryption.xml" and set(_LOCK.findall(content)) - set(_FONT_LOCKS):
        raise CopyError("The e-book is locked and cannot be searched. Take the lock off first.")
    if not content.strip():
        return Strings()
    if name.endswith(_MARKUP) or content.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<"):
        found = {
            Found(place=f"{place} {each.place}", text=each.text)
            for each in (*html.read_back(content), html.page_words(content), *_xml(content))
        }
        unread = {f"{place} {shown}" for shown in html.unread(content)}
        return Strings(found=frozenset(found), unread=frozenset(unread))
    if name.endswith(_TEXT):
        text = content.decode("utf-8", "replace")
        return Strings(found=frozenset({Found(place=f"{place} text", text=text)}))
    return Strings(found=frozenset(printed(content, place)), unread=frozenset({place}))


def _xml(content: bytes) -> Iterator[Found]:
    """The member as XML reads it: what HTML's rules take for a comment or for a page's name can be
    words there (`CDATA`, an element that is closed at once, entities of the book's own)."""
    parser = etree.XMLParser(
        recover=True, resolve_entities=False, no_network=True, load_dtd=False, strip_cdata=False
    )
    root = etree.fromstring(content, parser)
    if root is None:
        return
    for entity in _ENTITY.findall(content):
        yield Found(place="entity", text=entity.decode("utf-8", "replace"))
    for node in root.iter():
        for text in (node.text, node.tail):
            if text and text.strip():
                yield Found(place="text", text=text.strip())
        if not isinstance(node.tag, str):
            continue  # a comment, an instruction or an entity
        said = [text for text in node.itertext() if isinstance(text, str)]
        for whole in {"".join(said), " ".join(said)}:
            if whole.strip():
                yield Found(place="text of an element", text=" ".join(whole.split()))
        for value in node.attrib.values():
            yield Found(place="attribute", text=str(value))
