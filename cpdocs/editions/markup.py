"""Composed words as a tree, and the running words: what all formats made from HTML share."""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from typing import Literal

from lxml import etree

from cpdocs.documents.composed import Composed
from cpdocs.errors import CopyError

HEADINGS = frozenset({"h1", "h2", "h3"})
_PAGE_WORDS = re.compile(r"\{(page|pages)\}")


def parse_body(composed: Composed) -> etree._Element:
    """The composed `<article>` as a tree of its own, free to be changed.

    Raises `CopyError` where it is not well-formed XML with an `article` at its root.
    """
    # The parser's own message can quote the line that it stumbled over, so it is not passed on.
    fault = CopyError(
        f"{composed.document}: body-not-well-formed: the words are not one well-formed <article>. "
        "Mend the document's template."
    )
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    try:
        body = etree.fromstring(composed.body.encode(), parser)
    except etree.XMLSyntaxError:
        raise fault from None
    if body.tag != "article":
        raise fault
    return body


def element(
    tag: str, words: str | None = None, attributes: dict[str, str] | None = None
) -> etree._Element:
    """A new element holding words."""
    made = etree.Element(tag, attributes or {})
    made.text = words
    return made


def text_of(node: etree._Element) -> str:
    """The words inside an element in reading order, spaces made single; `br` counts as a space."""
    return " ".join("".join(_texts(node)).split())


def _texts(node: etree._Element) -> Iterator[str]:
    if node.tag == "br":
        yield " "
    elif isinstance(node.tag, str):  # a comment's words are not the element's
        yield node.text or ""
    for child in node:
        yield from _texts(child)
        yield child.tail or ""


def under_heading(table: etree._Element) -> bool:
    """Whether a heading stands straight before a table: it names the table on the page already."""
    before = table.getprevious()
    return before is not None and before.tag in HEADINGS


def has_class(node: etree._Element, name: str) -> bool:
    """Whether an element carries a class."""
    return name in (node.get("class") or "").split()


def move_content(source: etree._Element, target: etree._Element) -> None:
    """Put a copy of all that is in `source` at the end of `target`."""
    if len(target):
        target[-1].tail = (target[-1].tail or "") + (source.text or "")
    else:
        target.text = (target.text or "") + (source.text or "")
    for child in source:
        target.append(deepcopy(child))


def foot_words(composed: Composed, *, numbers: Literal["counted", "widest"]) -> etree._Element:
    """Marking, reference and page number, as they stand at the foot of each page.

    `counted` leaves the numbers to the page's counters; `widest` writes the widest numbers that a
    copy can have, to measure the room that the foot needs.
    """
    running = composed.running
    foot = element("div", None, {"class": "foot-words", "lang": composed.language})
    foot.set("dir", composed.direction)
    foot.append(element("p", running.marking, {"class": "marking"}))
    place = etree.SubElement(foot, "p", {"class": "place"})
    place.append(element("bdi", running.reference, {"dir": "ltr", "class": "reference"}))
    place[-1].tail = " "
    of = etree.SubElement(place, "span", {"class": "page-of"})
    before, *rest = _PAGE_WORDS.split(running.page_of)
    if sorted(rest[::2]) != ["page", "pages"]:
        raise CopyError(
            f"{composed.document}: page-words: the page number's words need {{page}} and {{pages}} "
            "once each. Mend them in the language's file."
        )
    of.text = before
    for name, after in zip(rest[::2], rest[1::2], strict=True):
        number = element(
            "span", None, {"class": f"{'page-number' if name == 'page' else 'page-count'}"}
        )
        if numbers == "widest":
            number = element("span", "188")
        number.tail = after
        of.append(number)
    return foot


def page_html(composed: Composed, classes: str, *parts: etree._Element) -> str:
    """A whole HTML document, with the language, direction, title and author that a reader's
    software needs."""
    html = element(
        "html", None, {"lang": composed.language, "dir": composed.direction, "class": classes}
    )
    head = etree.SubElement(html, "head")
    etree.SubElement(head, "meta", {"charset": "utf-8"})
    head.append(element("title", composed.title))
    etree.SubElement(head, "meta", {"name": "author", "content": composed.author})
    body = etree.SubElement(html, "body")
    for part in parts:
        body.append(part)
    return "<!DOCTYPE html>\n" + etree.tostring(html, method="html", encoding="unicode")
