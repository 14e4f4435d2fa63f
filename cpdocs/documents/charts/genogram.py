"""The family structure chart: a genogram with one shape for everybody.

A person's sex is not recorded, so no square or circle guesses it. Generations stand in rows; a
heavy box is a child whom the conference is about, a triangle a child not born yet.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from cpdocs.documents.charts import drawing
from cpdocs.documents.charts.family import HEAVY, UNBORN, Family, Line
from cpdocs.documents.charts.layout import Homes, Layout, Way, laid_out
from cpdocs.documents.charts.words import EM, LINE, Words, pitch, wrapped
from cpdocs.languages import Language

_WIDEST = 8.5  # ems of a line, where no word is longer: most names stand on two lines
_LEAST = 4.5  # ems: the narrowest box
_PAD = 0.55 * EM  # inside a box, at each side
# Ems of an A4 page at 12 pt, less a heading: upright, and on its side (`cpdocs/editions/sheet.py`).
_PAGES = ((Way.BELOW, 40.0, 53.0), (Way.BESIDE, 40.0, 53.0), (Way.BELOW, 60.0, 33.0))
_TRIANGLE = 1.1 * EM
_SLASH = 0.5 * EM  # half the height of the two strokes on a line of former partners


@dataclass(frozen=True, kw_only=True)
class Chart:
    """A chart, and whether rings tell who lives together."""

    svg: Markup
    ringed: bool


def drawn(
    family: Family, labels: Mapping[str, Sequence[str]], alt: str, language: Language
) -> Chart:
    """The chart as SVG. `labels` holds what each member's box says, the name first.

    Raises `MissingProgram` where Graphviz is not installed.
    """
    step = pitch(language) * EM
    words = {m.id: wrapped(labels[m.id], _WIDEST) for m in family.members}
    unborn = {m.id for m in family.members if m.standing in UNBORN}
    sizes = {
        member: (
            max(_LEAST, *(line.width for line in lines)) * EM + 2 * _PAD,
            len(lines) * step + 2 * _PAD + (_triangle(step) if member in unborn else 0),
        )
        for member, lines in words.items()
    }
    layout = _fitting(family, sizes, language.direction)
    svg = drawing.svg(layout.width, layout.height, alt, _parts(family, layout, words, step))
    return Chart(svg=svg, ringed=bool(layout.rings))


def _triangle(step: float) -> float:
    """The room above the words of a child not born yet: tall words rise over their line."""
    return _TRIANGLE + (step - LINE * EM) / 2


def _fitting(family: Family, sizes: Mapping[str, tuple[float, float]], direction: str) -> Layout:
    """The first of the ways to draw it that fits an A4 page at 12 pt, else the smallest.

    Rows that fit an upright page are read most easily; then columns, then rows on a page that lies
    on its side. Rings are given up last: without them, more room is found.
    """
    tried = []
    for homes in Homes:
        for way, width, height in _PAGES:
            layout = laid_out(family, sizes, way, direction, homes)
            if layout.width <= width * EM and layout.height <= height * EM:
                return layout
            tried.append(layout)
    return min(tried, key=lambda layout: layout.width * layout.height)


def _parts(
    family: Family, layout: Layout, words: Mapping[str, tuple[Words, ...]], step: float
) -> Iterator[Markup]:
    for ring in layout.rings:
        yield drawing.box("ring", ring.left, ring.top, ring.width, ring.height)
    for stroke in layout.strokes:
        kind = "tie" if stroke.line is Line.OTHER else "kin"
        yield drawing.stroke(kind, stroke.start, stroke.end)
    for x, y in layout.parted:
        for aside in (-0.35 * _SLASH, 0.35 * _SLASH):
            lean = 0.35 * _SLASH
            if layout.way is Way.BELOW:
                ends = (x + aside - lean, y + _SLASH), (x + aside + lean, y - _SLASH)
            else:
                ends = (x - _SLASH, y + aside + lean), (x + _SLASH, y + aside - lean)
            yield drawing.stroke("kin", *ends)
    for member in family.members:
        box, lines = layout.boxes[member.id], words[member.id]
        kind = "subject" if member.standing in HEAVY else "member"
        x, middle = box.middle
        unborn = member.standing in UNBORN
        top = middle - (len(lines) * step + (_triangle(step) if unborn else 0)) / 2
        parts = [drawing.box(kind, box.left, box.top, box.width, box.height)]
        if unborn:
            parts.append(drawing.triangle(x, top, _TRIANGLE))
            top += _triangle(step)
        parts.append(drawing.lines(lines, x, top, step, "middle"))
        yield drawing.group(parts)
