"""The body of a Word copy: composed XHTML to named paragraphs, real lists, tables and frames."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from docx.opc.part import Part

from cpdocs.documents.bilingual import PAIR
from cpdocs.editions import docx_table
from cpdocs.editions.docx_frames import Frame, letterhead_frame, window_frame
from cpdocs.editions.docx_lists import Lists
from cpdocs.editions.docx_picture import drawing
from cpdocs.editions.docx_runs import Anchors, Piece, Voice, pieces, runs
from cpdocs.editions.docx_xml import Element, make
from cpdocs.editions.figures import SVG
from cpdocs.editions.markup import under_heading
from cpdocs.errors import CopyError
from cpdocs.values import STANDARD_SIZE

HEADINGS = {"h1": "Heading1", "h2": "Heading2", "h3": "Heading3"}
PARAGRAPHS = {
    **{f"as-{tag}": style for tag, style in HEADINGS.items()},
    "by": "CPPassageby",
    "says": "CPPassage",
    "draft": "CPDraft",
    "gap": "CPGap",
    "note": "CPNote",
    "caption": "Caption",
}
HOLDERS = {
    "letterhead": "CPLetterhead",
    "window": "CPAddress",
    "meta": "CPMeta",
    "callout": "CPCallout",
    "decision": "CPDecision",
    "signature": "CPSignature",
    "record": "CPRecord",
}
RULED = frozenset({"callout", "decision"})  # a rule above the first paragraph and below the last
ANCHOR = "anchor"  # the paragraph that a letter's frames hang on; never in composed words
_ORDER = {"letterhead": 0, "window": 1}  # frames come before what they stand beside


@dataclass(frozen=True, kw_only=True)
class Setting:
    """What a block is set in: its voice, the style of plain paragraphs, and its frame."""

    voice: Voice
    style: str = "Normal"
    frame: Frame | None = None


@dataclass(kw_only=True)
class Builder:
    """Builds one copy's blocks. It gathers relations, lists and bookmarks, and so is used once."""

    part: Part
    home: Voice
    size: int  # points
    width: int  # of the text, in twentieths of a point
    document: str
    kind: Literal["letter", "report"]
    lists: Lists
    anchors: Anchors
    after_table: bool = False
    charts: int = 0  # drawn so far

    def build(self, article: Element) -> list[Element]:
        """Every block of the article, in reading order."""
        self.refuse_loose_words(article)
        children = list(article)
        if self.kind == "letter":
            children.sort(key=_place_in_letter)
            _anchor_frames(children)
        setting = Setting(voice=self.home.inside(article))
        return [block for child in children for block in self.blocks(child, setting)]

    def blocks(self, element: Element, setting: Setting) -> Iterator[Element]:
        """The Word paragraphs and tables of one element."""
        inner = replace(setting, voice=setting.voice.inside(element))
        classes = _classes(element)
        if element.tag in HEADINGS:
            yield self.paragraph(element, HEADINGS[element.tag], inner)
        elif element.tag == "p":
            style = next((PARAGRAPHS[name] for name in classes if name in PARAGRAPHS), inner.style)
            yield self.paragraph(element, style, inner)
        elif element.tag in {"ul", "ol"}:
            yield from self.items(element, inner, depth=0)
        elif element.tag == "table":
            yield from self.table(element, inner)
        elif element.tag == f"{SVG}svg":
            yield self.chart(element, inner)
        elif element.tag in {"section", "header", "div", "figure"}:
            yield from self.held(element, classes, inner)
        else:
            raise CopyError(
                f"{self.document}: unknown-element: the words hold an element that "
                "Word copies have no construct for. Use only those listed in docs/architecture.md."
            )

    def held(
        self, element: Element, classes: tuple[str, ...], setting: Setting
    ) -> Iterator[Element]:
        """What a section, header or div holds."""
        name = next((name for name in classes if name in HOLDERS), None)
        inner = replace(setting, style=HOLDERS[name]) if name else setting
        if self.kind == "letter" and name == "window":
            latin = replace(inner.voice, direction="ltr")  # the post reads an address from the left
            inner = replace(
                inner, voice=latin, frame=window_frame(element, self.size, self.document)
            )
        if self.kind == "letter" and name == "letterhead":
            inner = replace(inner, frame=letterhead_frame(element, self.size))
        self.refuse_loose_words(element)
        if PAIR in classes and self.size == STANDARD_SIZE:
            yield self.pair(element, inner)
            return
        made = [block for child in element for block in self.blocks(child, inner)]
        if name == "record" and made:
            _restyle(made[0], "CPRecordfirst")
            for block in made[:-1]:  # a record stays on one page where it can
                _property(block, make("w:keepNext"))
        if name == "signature" and made:
            _sign(made, self.size)
        if name in RULED and made:
            _rule(made)
        if made and element.get("id"):
            _mark(made[0], self.anchors.around(element.get("id")))
        yield from made

    def refuse_loose_words(self, element: Element) -> None:
        """Words that stand in no paragraph would be lost: refuse them."""
        loose = (element.text, *(child.tail for child in element))
        if any((text or "").strip() for text in loose):
            raise CopyError(
                f"{self.document}: loose-words: some words stand outside a paragraph, heading, "
                "list or table. Put them in a <p> in the document's template."
            )

    def items(self, element: Element, setting: Setting, depth: int) -> Iterator[Element]:
        """A list, and the lists inside its items. Each numbered list starts at 1."""
        kind: Literal["ul", "ol"] = "ol" if element.tag == "ol" else "ul"
        number = self.lists.number(kind)
        style = "ListNumber" if kind == "ol" else "ListBullet"
        for item in element:
            inner = replace(setting, voice=setting.voice.inside(item))
            paragraph = self.paragraph(item, style, inner)
            place = make("w:numPr")
            place.extend((make("w:ilvl", val=depth), make("w:numId", val=number)))
            _property(paragraph, place)
            if depth == 0 and item.getnext() is None:
                _property(paragraph, make("w:spacing", after=self.size * 16))
            yield paragraph
            for nested in item:
                if nested.tag in {"ul", "ol"}:
                    within = replace(inner, voice=inner.voice.inside(nested))
                    yield from self.items(nested, within, depth + 1)

    def table(self, element: Element, setting: Setting) -> Iterator[Element]:
        """A caption as a paragraph that stays with its table, then the table.

        Under a heading it is the table's name alone, which Word tells to screen readers.
        """
        caption = element.find("caption")
        if caption is not None and not under_heading(element):
            voice = setting.voice.inside(caption)
            yield self.paragraph(caption, "Caption", replace(setting, voice=voice))
        yield docx_table.table(element, setting.voice, self.width, self.cell)
        self.after_table = True

    def pair(self, element: Element, setting: Setting) -> Element:
        """The same passage in two languages, side by side."""
        cells = [list(self.blocks(child, setting)) for child in element]
        self.after_table = False
        return docx_table.pair(cells, self.home.direction, self.width)

    def chart(self, element: Element, setting: Setting) -> Element:
        """A drawing in a paragraph of its own; the last of a figure on the page of its words."""
        self.charts += 1
        made = make("w:p")
        made.append(make("w:pPr"))
        _property(made, make("w:pStyle", val="Normal"))
        following = element.getnext()
        if following is None or following.tag != element.tag:
            _property(made, make("w:keepNext"))
        # Lines stand apart in proportion to their height: not one that a drawing fills.
        _property(made, make("w:spacing", line=240, lineRule="auto"))
        if setting.voice.direction == "rtl":
            _property(made, make("w:bidi"))
        self.after_table = False
        run = make("w:r")
        language = setting.voice.language
        run.append(drawing(element, self.part, self.charts, self.size, language, self.document))
        made.append(run)
        return made

    def cell(self, element: Element, style: str, voice: Voice) -> Element:
        """The paragraph of a table's cell."""
        self.after_table = False
        return self.paragraph(element, style, Setting(voice=voice))

    def paragraph(self, element: Element, style: str, setting: Setting) -> Element:
        """One paragraph with its style, direction, place and words."""
        made = make("w:p")
        made.append(make("w:pPr"))
        _property(made, make("w:pStyle", val=style))
        if setting.frame is not None:
            for part in setting.frame.properties():
                _property(made, part)
        if ANCHOR in _classes(element) and self.home.direction == "rtl":
            _property(made, make("w:jc", val="right"))
        elif setting.voice.direction == "rtl":
            _property(made, make("w:bidi"))
        if self.after_table and style not in {*HEADINGS.values(), "Caption"}:
            # a table has no space of its own behind it; an empty paragraph would be read out
            _property(made, make("w:spacing", before=self.size * 20))
        self.after_table = False
        words: tuple[Piece, ...] = pieces(element, setting.voice)
        made.extend(runs(words, self.home, self.part))
        if setting.frame is not None:
            for run in made.iter(_RUN):
                setting.frame.size_run(run)
        marks = [mark for inner in element.iter() for mark in self.anchors.around(inner.get("id"))]
        _mark(made, tuple(marks))
        return made


_RUN = make("w:r").tag
# the schema's order of a paragraph's properties; a file out of order is refused by strict readers
_PROPERTIES = (
    "pStyle",
    "keepNext",
    "keepLines",
    "framePr",
    "numPr",
    "pBdr",
    "bidi",
    "spacing",
    "ind",
    "jc",
)
_RANK = {make(f"w:{name}").tag: rank for rank, name in enumerate(_PROPERTIES)}


def _classes(element: Element) -> tuple[str, ...]:
    return tuple((element.get("class") or "").split())


def _place_in_letter(child: Element) -> int:
    return min((_ORDER.get(name, len(_ORDER)) for name in _classes(child)), default=len(_ORDER))


def _anchor_frames(children: list[Element]) -> None:
    """Let the date, which reads from the left in every language, carry the frames of a letter.

    A frame hangs on the paragraph after it. Where that runs right to left, some programs measure
    the frame from the right edge of the page, and the address is out of its window.
    """
    for child in children:
        if "meta" in _classes(child) and len(child):
            words = [child[0].text, *(inner.tail for inner in child[0])]
            if not any((text or "").strip() for text in words):
                child[0].set("class", ANCHOR)
            return


def _property(paragraph: Element, made: Element) -> None:
    """Give a paragraph a property, in the schema's order and once only. Tables have none."""
    if paragraph.tag != _PARAGRAPH:
        return
    properties = paragraph[0]
    for old in properties.findall(made.tag):
        properties.remove(old)
    at = sum(1 for other in properties if _RANK[other.tag] < _RANK[made.tag])
    properties.insert(at, made)


_PARAGRAPH = make("w:p").tag


def _restyle(block: Element, style: str) -> None:
    _property(block, make("w:pStyle", val=style))


def _mark(block: Element, marks: tuple[Element, ...]) -> None:
    if block.tag == _PARAGRAPH:
        for offset, mark in enumerate(marks):
            block.insert(1 + offset, mark)


def _sign(blocks: list[Element], size: int) -> None:
    """Room to sign by hand under the closing words, on the same page as the name."""
    if len(blocks) > 1:
        _property(blocks[0], make("w:spacing", before=size * 20, after=size * 50))
    for block in blocks[:-1]:
        _property(block, make("w:keepNext"))


def _rule(blocks: list[Element]) -> None:
    """A rule above the first block and below the last, kept on one page where they can be."""
    sides = {id(blocks[0]): ["top"]}
    sides.setdefault(id(blocks[-1]), []).append("bottom")
    for block in (blocks[0], blocks[-1]):
        borders = make("w:pBdr")
        for side in sides[id(block)]:
            borders.append(make(f"w:{side}", val="single", sz=18, space=6, color="1F2A44"))
        _property(block, borders)
    for block in blocks[:-1]:
        _property(block, make("w:keepNext"))
