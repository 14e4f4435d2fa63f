"""Words inside a paragraph: inline HTML to Word runs, links, breaks and bookmarks.

Direction is said twice: `w:rtl` for Word, and an invisible mark (LRM, RLM) at each end of words
that run the other way, for every other program. Without it the halves of a telephone number change
places.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Literal

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part
from docx.oxml.ns import qn

from cpdocs.editions.docx_xml import Element, complex_font, culture, make

Direction = Literal["ltr", "rtl"]
_MARKS: dict[Direction, str] = {"ltr": "\u200e", "rtl": "\u200f"}
BREAK = "\n"  # stands for `br` until runs are made; source line ends are made spaces before
_SPACE = re.compile(r"[ \t\r\n]+")  # not NBSP: that is a choice of whoever wrote the words
_STYLES = {"kind": "CPStatementkind", "number": "CPParagraphnumber"}


@dataclass(frozen=True, kw_only=True)
class Voice:
    """How a stretch of words is said: language, direction, weight, and where it leads."""

    language: str
    direction: Direction
    style: str | None = None
    bold: bool = False
    keep: bool = False  # never broken over two lines
    link: str | None = None

    def inside(self, element: Element) -> Voice:
        """The voice of what an element holds."""
        classes = (element.get("class") or "").split()
        style = next((_STYLES[name] for name in classes if name in _STYLES), self.style)
        direction = element.get("dir", self.direction)
        return replace(
            self,
            language=element.get("lang", self.language),
            direction="rtl" if direction == "rtl" else "ltr",
            style="Hyperlink" if element.tag == "a" else style,
            bold=self.bold or element.tag == "strong",
            keep=self.keep or "keep" in classes,
            link=element.get("href") if element.tag == "a" else self.link,
        )


@dataclass(frozen=True, kw_only=True)
class Piece:
    """Words in one voice."""

    text: str
    voice: Voice


@dataclass(kw_only=True)
class Anchors:
    """Places that links in the copy lead to: a bookmark each, numbered from 1."""

    wanted: frozenset[str]
    made: list[str] = field(default_factory=list)

    def around(self, identifier: str | None) -> tuple[Element, ...]:
        """The start and end of a bookmark, where a link leads to this id."""
        if identifier is None or identifier not in self.wanted or identifier in self.made:
            return ()
        self.made.append(identifier)
        number = len(self.made)
        return make("w:bookmarkStart", id=number, name=identifier), make("w:bookmarkEnd", id=number)


def pieces(element: Element, voice: Voice) -> tuple[Piece, ...]:
    """The words of an element, white space made single; lists inside are left out."""
    found: list[Piece] = []
    for piece in _raw(element, voice):
        after_space = not found or found[-1].text[-1] in f" {BREAK}"
        text = piece.text
        if text == BREAK:
            _trim(found)
        elif after_space:
            text = text.lstrip(" ")
        if text:
            found.append(replace(piece, text=text))
    while found and found[-1].text == BREAK:
        found.pop()
    _trim(found)
    return tuple(found)


def runs(words: tuple[Piece, ...], home: Voice, part: Part) -> list[Element]:
    """Word runs and hyperlinks for `words`, in a document whose own voice is `home`."""
    made: list[Element] = []
    link: str | None = None
    for piece in words:
        run = _run(piece, home)
        if piece.voice.link is None:
            made.append(run)
        elif piece.voice.link == link:
            made[-1].append(run)
        else:
            made.append(_hyperlink(piece.voice.link, part))
            made[-1].append(run)
        link = piece.voice.link
    return made


def _raw(element: Element, voice: Voice) -> Iterator[Piece]:
    if element.text:
        yield Piece(text=_SPACE.sub(" ", element.text), voice=voice)
    for child in element:
        if child.tag == "br":
            yield Piece(text=BREAK, voice=voice)
        elif child.tag not in {"ul", "ol"}:
            inner = voice.inside(child)
            turned = inner.direction != voice.direction
            own, around = _MARKS[inner.direction], _MARKS[voice.direction]
            # a mark is part of a link around it, but is neither underlined nor bold
            plain = replace(inner, link=voice.link, style=None, bold=False)
            if turned:
                yield Piece(text=own, voice=plain)
            yield from _raw(child, inner)
            if turned:
                yield Piece(text=own + around, voice=plain)
        if child.tail:
            yield Piece(text=_SPACE.sub(" ", child.tail), voice=voice)


def _trim(found: list[Piece]) -> None:
    while found and found[-1].text != BREAK:
        text = found[-1].text.rstrip(" ")
        if text == found[-1].text:
            return
        if text:
            found[-1] = replace(found[-1], text=text)
            return
        found.pop()


def _run(piece: Piece, home: Voice) -> Element:
    run = make("w:r")
    properties = _run_properties(piece.voice, home)
    if len(properties):
        run.append(properties)
    if piece.text == BREAK:
        run.append(make("w:br"))
        return run
    text = piece.text
    if piece.voice.keep:
        text = text.replace(" ", "\u00a0")
    parts = text.split("-") if piece.voice.keep else [text]
    for number, words in enumerate(parts):
        if number:
            run.append(make("w:noBreakHyphen"))
        if words:
            node = make("w:t")
            node.text = words
            node.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            run.append(node)
    return run


def _run_properties(voice: Voice, home: Voice) -> Element:
    """In the order of the schema: rStyle, rFonts, b, bCs, rtl, lang."""
    properties = make("w:rPr")
    if voice.style:
        properties.append(make("w:rStyle", val=voice.style))
    font = complex_font(voice.language)[0]
    if font != complex_font(home.language)[0]:
        properties.append(make("w:rFonts", cs=font))
    if voice.bold:
        properties.extend((make("w:b"), make("w:bCs")))
    if voice.direction == "rtl":
        properties.append(make("w:rtl"))
    if voice.language != home.language:
        tag = culture(voice.language)
        properties.append(make("w:lang", val=tag, eastAsia=tag, bidi=tag))
    return properties


def _hyperlink(target: str, part: Part) -> Element:
    if target.startswith("#"):
        return make("w:hyperlink", anchor=target[1:], history=1)
    link = make("w:hyperlink", history=1)
    link.set(qn("r:id"), part.relate_to(target, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    return link
