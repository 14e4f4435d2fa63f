"""One document in two languages, passage by passage: for a meeting with an interpreter (D21-D26).

Both are composed from one view by one template, so their blocks answer to each other in order.
"""

from __future__ import annotations

from copy import deepcopy
from dataclasses import replace

from lxml import etree

from cpdocs.documents.canonical import written
from cpdocs.documents.composed import Composed
from cpdocs.errors import CopyError

PAIR = "pair"  # a `div` of two blocks that say the same, the reader's language first
_SVG = "{http://www.w3.org/2000/svg}svg"
_BESIDE = frozenset({"h1", "h2", "h3", "p", "ul", "ol"})
_BELOW = frozenset({"th", "td", "caption"})
_ALONE = frozenset({"letterhead", "window", "parts", "key"})  # the envelope's, and a drawing's
_CLOSE = frozenset({"meta", "signature"})  # short lines, which keep their place on the page


def side_by_side(own: Composed, english: Composed, last_alone: int = 0) -> Composed:
    """The reader's document with the English of each passage beside it.

    `last_alone` elements at the end of `own` have no English of their own. Raises `CopyError`,
    which says where, for two documents whose blocks do not answer to each other.
    """
    body, other = (
        etree.fromstring(own.body),
        etree.fromstring(english.body.replace(english.reference, own.reference)),
    )
    tail = list(body)[len(body) - last_alone :]
    for each in tail:
        body.remove(each)
    made = _Pairing(own.document, english.language).holder(body, other, "article")
    made.extend(tail)
    return replace(own, body=written(made))


class _Pairing:
    """Pairs the elements of two trees, by their place."""

    def __init__(self, document: str, language: str) -> None:
        self._document = document
        self._language = language

    def holder(
        self, own: etree._Element, english: etree._Element, place: str, *, close: bool = False
    ) -> etree._Element:
        """What holds blocks, with each of them paired."""
        if "passage" in (own.get("class") or "").split() and len(own) != len(english):
            own, english = _in_one(own), _in_one(english)
        if [_kind(child) for child in own] != [_kind(child) for child in english]:
            raise CopyError(
                f"{self._document}: bilingual-differs: {place} does not hold the same blocks in "
                "both languages. Let the template depend on the view alone, never on the language."
            )
        made = etree.Element(own.tag)
        made.attrib.update(own.attrib)
        if own.get("class"):
            made.set("class", own.get("class", "").removesuffix(" run-in"))
        for number, (mine, theirs) in enumerate(zip(own, english, strict=True), start=1):
            made.append(self._paired(mine, theirs, f"{place}/{mine.tag}[{number}]", close=close))
        return made

    def _paired(
        self, own: etree._Element, english: etree._Element, place: str, *, close: bool
    ) -> etree._Element:
        classes = set((own.get("class") or "").split())
        if own.tag == _SVG or classes & _ALONE or _words(own) == _words(english):
            return deepcopy(own)
        if own.tag in _BELOW or (own.tag == "p" and close):
            return self._below(own, english)
        if own.tag in _BESIDE:
            return self._beside(own, english)
        if own.tag == "figure":
            drawn = [child for child in own if _is_drawn(child)]
            made = self.holder(_said(own), _said(english), place)
            made[:0] = drawn
            return made
        return self.holder(own, english, place, close=close or bool(classes & _CLOSE))

    def _beside(self, own: etree._Element, english: etree._Element) -> etree._Element:
        pair = etree.Element("div", {"class": PAIR})
        pair.append(deepcopy(own))
        twin = deepcopy(english)
        if twin.tag.startswith("h"):  # one heading tells the place; its English is read beside it
            twin.tag = "p"
            twin.set("class", f"as-{english.tag}")
        twin.attrib.update({"lang": self._language, "dir": "ltr"})
        pair.append(twin)
        return pair

    def _below(self, own: etree._Element, english: etree._Element) -> etree._Element:
        made = deepcopy(own)
        etree.SubElement(made, "br")
        twin = etree.SubElement(made, "bdi", {"dir": "ltr", "lang": self._language})
        twin.text = english.text
        twin.extend(deepcopy(list(english)))
        return made


def _is_drawn(element: etree._Element) -> bool:
    return element.tag == _SVG or element.get("class") in _ALONE


def _said(figure: etree._Element) -> etree._Element:
    """A figure's words alone: how its drawing is split hangs on the length of its words."""
    words = deepcopy(figure)
    for child in tuple(words):
        if _is_drawn(child):
            words.remove(child)
    return words


def _in_one(passage: etree._Element) -> etree._Element:
    """A passage with all it says in one paragraph: a translator may have parted it elsewhere."""
    made = deepcopy(passage)
    first, *others = made.findall("p[@class='says']") or [etree.Element("p")]
    for other in others:
        etree.SubElement(first, "br").tail = other.text
        first.extend(list(other))
        made.remove(other)
    return made


def _kind(element: etree._Element) -> tuple[str, str | None]:
    return str(element.tag), element.get("class")


def _words(element: etree._Element) -> list[str]:
    return " ".join(str(text) for text in element.itertext()).split()
