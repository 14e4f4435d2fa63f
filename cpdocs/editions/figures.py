"""Drawn charts in every format: ink and type for their shapes, and a size at which they are read.

A composed chart is geometry and words (`cpdocs/documents/charts`). Its type is always as large as
the body's. Where it would not fit its page so, it stands on a page of its own on its side; where it
would not fit there either, the same is drawn in several smaller charts. Where no page holds those,
they are left out, and the words that say the same are what is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from math import ceil

from lxml import etree

from cpdocs.documents.charts.words import BASELINE, EM
from cpdocs.editions.markup import HEADINGS, element, has_class, text_of

SVG = "{http://www.w3.org/2000/svg}"
KEY = "key"  # a paragraph that tells what the shapes mean, and goes with them
PARTS = "parts"  # the same in several drawings, and their key, for a page that holds no more
SIDEWAYS = "sideways"  # on a page of its own, which lies on its side
LABELS = "labels"  # the words of a drawing on paper, which the renderer sets as text
HEADING_ROOM = 4.5  # ems above a drawing for the heading that stands with it
_LABEL = 40.0  # ems: wider than any line, so that none is broken
_LINE = 1.45  # ems from line to line of a key, on the wide side
_LETTER = 0.6  # ems of an average letter, on the wide side
_HAIR = 0.999  # of the room: a rounding's worth is left

_INK, _ACCENT, _WASH = "#16191b", "#0b4a52", "#eef4f4"  # as in data/styles/base.css
_FAMILIES = "Noto Sans, Noto Naskh Arabic, Arial, sans-serif"

# The look of each class of shape. Shapes differ by weight and dash, never by colour alone.
_LOOK = {
    "member": {"fill": "#ffffff", "stroke": _INK, "stroke-width": "1"},
    "subject": {"fill": _WASH, "stroke": _ACCENT, "stroke-width": "2.6"},
    "unborn": {"fill": "#ffffff", "stroke": _ACCENT, "stroke-width": "1.6"},
    "ring": {"fill": "none", "stroke": _ACCENT, "stroke-width": "1.2", "stroke-dasharray": "1.2 3"},
    "kin": {"stroke": _INK, "stroke-width": "1.2"},
    "tie": {"stroke": _INK, "stroke-width": "1.2", "stroke-dasharray": "6 3.5"},
    "day": {"fill": _ACCENT},
    "name": {"fill": _INK, "font-weight": "bold"},
    "words": {"fill": _INK},
}

ELEMENTS = frozenset({"svg", "title", "g", "rect", "line", "polygon", "circle", "text"})
_PLACES = "viewBox viewbox x y width height rx x1 y1 x2 y2 points cx cy r"
_GEOMETRY = frozenset(_PLACES.split())
# Short enough that no telephone number or date of birth passes for one.
_LENGTHS = re.compile(r"-?\d{1,4}(\.\d{1,3})?(em|pt)?([ ,]-?\d{1,4}(\.\d)?){0,5}")
_OWN_WORDS: dict[str, set[str]] = {
    "class": set(_LOOK),
    "direction": {"ltr", "rtl"},
    "font-family": {_FAMILIES},
    "font-size": {f"{EM:g}"},
    "role": {"img"},
    "text-anchor": {"start", "middle", "end"},
    "xmlns": {SVG.strip("{}")},
}
for _look in _LOOK.values():
    for _name, _value in _look.items():
        _OWN_WORDS.setdefault(_name, set()).add(_value)
ATTRIBUTES = _GEOMETRY | frozenset(_OWN_WORDS)


@dataclass(frozen=True, kw_only=True)
class Room:
    """What a page has for its words, in points."""

    width: float
    height: float

    def holds(self, drawing: etree._Element, size: int, above: float = 0.0) -> bool:
        """Whether a drawing fits at a size, `above` ems of other words with it."""
        width, height = ems(drawing)
        return width * size <= self.width * _HAIR and (height + above) * size <= self.height * _HAIR


def charts(body: etree._Element) -> tuple[tuple[etree._Element, etree._Element], ...]:
    """Every figure with a drawing, and each of its drawings; not those that it may have instead."""
    return tuple(
        (figure, drawing)
        for figure in body.iter("figure")
        for drawing in figure.findall(f"{SVG}svg")
    )


def ems(drawing: etree._Element) -> tuple[float, float]:
    """Width and height of a drawing, in ems of the body."""
    _, _, width, height = map(float, drawing.get("viewBox", "0 0 0 0").split())
    return width / EM, height / EM


def alt(drawing: etree._Element) -> str:
    """What a drawing is said to show, in short."""
    title = drawing.find(f"{SVG}title")
    return (title.text or "").strip() if title is not None else ""


def dress(drawing: etree._Element) -> None:
    """Give shapes their ink, and words their size. Their family is that of the words round them."""
    drawing.set("font-size", f"{EM:g}")
    for shape in drawing.iter():
        for name, value in _LOOK.get(shape.get("class", ""), {}).items():
            shape.set(name, value)


def keep_whole(figure: etree._Element) -> None:
    """Let a figure be drawn in one, whatever else it might be drawn in."""
    for parts in _in_parts(figure):
        figure.remove(parts)


def leave_out(figure: etree._Element) -> None:
    """Let the words alone be read, without a key to shapes that are not there."""
    keep_whole(figure)
    keys = [key for key in figure.findall("p") if has_class(key, KEY)]
    for drawn in (*figure.findall(f"{SVG}svg"), *keys):
        figure.remove(drawn)


def fit(figure: etree._Element, size: int, room: Room) -> bool:
    """Keep the first way to draw a figure that a page holds: in one, with its heading, or in parts,
    after their key. Where it holds none, the figure stays as it is, and the answer is False."""
    if all(room.holds(whole, size, HEADING_ROOM) for whole in figure.findall(f"{SVG}svg")):
        keep_whole(figure)
        return True
    for parts in _in_parts(figure):
        if all(room.holds(part, size) for part in parts.findall(f"{SVG}svg")):
            leave_out(figure)
            for place, drawn in enumerate(tuple(parts)):
                figure.insert(place, drawn)
            return True
    return False


def _in_parts(figure: etree._Element) -> list[etree._Element]:
    return [each for each in figure.findall("div") if has_class(each, PARTS)]


def place_on_paper(body: etree._Element, size: int, upright: Room, sideways: Room) -> None:
    """Set every chart on paper: upright, on its side, in parts, or in words alone."""
    for figure, drawing in charts(body):
        fits = upright.holds(drawing, size, HEADING_ROOM)
        if not fits and sideways.holds(drawing, size, HEADING_ROOM):
            keep_whole(figure)
            _lay_on_its_side(figure, drawing, size, sideways)
        elif not fit(figure, size, upright):
            leave_out(figure)
    for figure, drawing in charts(body):
        figure.replace(drawing, set_as_text(drawing))


def set_as_text(drawing: etree._Element) -> etree._Element:
    """A drawing whose words stand over its shapes as text.

    The renderer draws the text of SVG letter by letter, which takes Arabic script apart. Set as
    text, it is shaped, and found by a search.
    """
    width, height = ems(drawing)
    box = element("div", None, {"class": "drawing", "style": _size(width, height)})
    shapes = deepcopy(drawing)
    dress(shapes)
    shapes.set("style", _size(width, height))
    shapes.tail = None
    labels = element("div", None, {"class": LABELS})
    for text in tuple(shapes.iter(f"{SVG}text")):
        labels.append(_label(text))
        parent = text.getparent()
        if parent is not None:
            parent.remove(text)
    box.extend((shapes, labels))
    box.tail = drawing.tail
    return box


def _label(text: etree._Element) -> etree._Element:
    """One line, as wide as it likes about the place that it is anchored at."""
    middle = (float(text.get("y", "0")) / EM) - BASELINE
    at = float(text.get("x", "0")) / EM
    rtl = text.get("direction") == "rtl"
    side = {"middle": "middle", "start": "right" if rtl else "left"}.get(
        text.get("text-anchor", "start"), "left" if rtl else "right"
    )
    classes = f"at-{side} bold" if text.get("class") == "name" else f"at-{side}"
    label = element("p", text.text, {"class": classes, "dir": "rtl" if rtl else "ltr"})
    left = at - {"left": 0.0, "middle": 0.5, "right": 1.0}[side] * _LABEL
    label.set("style", f"left: {left:.3f}em; top: {middle:.3f}em; width: {_LABEL:g}em")
    return label


def _size(width: float, height: float) -> str:
    return f"width: {width:.3f}em; height: {height:.3f}em"


def _lay_on_its_side(
    figure: etree._Element, drawing: etree._Element, size: int, room: Room
) -> None:
    """Put a drawing on a page of its own, with the heading before it, and its key where it fits."""
    page = element("div", None, {"class": SIDEWAYS})
    before, parent = figure.getprevious(), figure.getparent()
    if parent is None:
        raise ValueError("a figure stands inside the article")
    parent.insert(parent.index(figure), page)
    if before is not None and before.tag in HEADINGS:
        page.append(before)
    page.append(set_as_text(drawing))
    figure.remove(drawing)
    keys = [key for key in figure.findall("p") if has_class(key, KEY)]
    lines = sum(ceil(len(text_of(key)) * _LETTER * size / room.width) for key in keys)
    if room.holds(drawing, size, HEADING_ROOM + (lines + 1) * _LINE):
        page.extend(keys)
    for child in page:
        child.tail = None


def as_file(drawing: etree._Element, size: int) -> bytes:
    """A drawing as an SVG file of its own, its type at `size` points."""
    alone = deepcopy(drawing)
    dress(alone)
    alone.set("font-family", _FAMILIES)
    width, height = ems(drawing)
    alone.set("width", f"{width * size:.1f}pt")
    alone.set("height", f"{height * size:.1f}pt")
    alone.tail = None
    return etree.tostring(alone, encoding="UTF-8", xml_declaration=True)


def is_own_word(attribute: str, value: str) -> bool:
    """Whether a value of a drawing's attribute is a length, or the house's own look and type: it
    tells nothing of any case."""
    if attribute in _GEOMETRY:
        return _LENGTHS.fullmatch(value) is not None
    return value in _OWN_WORDS.get(attribute, ())


def joined_words(drawing: etree._Element) -> Iterator[str]:
    """The words of each group of shapes, its lines joined as they are read."""
    for group in drawing.iter(f"{SVG}g", "g"):
        lines = (text.text or "" for text in group.iter(f"{SVG}text", "text"))
        joined = ""
        for line in lines:  # one that ends with a hyphen goes on in the next: a name stands on both
            joined += line if joined.endswith("-") or not joined else f" {line}"
        yield joined
