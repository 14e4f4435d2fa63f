"""The family structure chart: a genogram with one shape for everybody.

A person's sex is not recorded, so no square or circle guesses it. Generations stand in rows; a
heavy box is a child whom the conference is about, a triangle a child not born yet.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from cpdocs.documents.charts import drawing
from cpdocs.documents.charts.boxes import WIDEST, as_labels, boxes_for, setting, shapes
from cpdocs.documents.charts.family import Family
from cpdocs.documents.charts.layout import Homes, Layout, Way, laid_out
from cpdocs.documents.charts.several import PartWords, drawn_in_parts
from cpdocs.documents.charts.words import EM
from cpdocs.languages import Language

_PAD = 0.55 * EM  # inside a box, at each side
# Ems of an A4 page at 12 pt, less a heading: upright, and on its side (`cpdocs/editions/sheet.py`).
_PAGES = ((Way.BELOW, 40.0, 53.0), (Way.BESIDE, 40.0, 53.0), (Way.BELOW, 60.0, 33.0))
# Ems of an upright page from 12 pt to 28: the least of PDF and Word, above a foot of four lines,
# and at last above one of six.
_SHEETS = (
    (40.0, 58.0),
    (30.0, 42.5),
    (26.7, 37.3),
    (24.0, 31.8),
    (20.0, 25.6),
    (17.1, 21.2),
    (17.1, 18.0),
)
_OVER = 5.0  # ems over a whole chart: the heading that stands with it


@dataclass(frozen=True, kw_only=True)
class Chart:
    """A chart, and whether rings tell who lives together.

    `parts` holds the same family in several charts, once for each size of page that the whole is
    too large for: the larger pages first.
    """

    svg: Markup
    ringed: bool
    parts: tuple[tuple[Markup, ...], ...]


def drawn(
    family: Family,
    labels: Mapping[str, Sequence[str]],
    alt: str,
    words: PartWords,
    language: Language,
) -> Chart:
    """The chart as SVG. `labels` holds what each member's box says, the name first.

    Raises `MissingProgram` where Graphviz is not installed.
    """
    said, how = as_labels(labels), setting(language)
    boxes = boxes_for(family, said, dict.fromkeys(said, WIDEST), _PAD, how)
    layout = _fitting(family, boxes.sizes, language.direction)
    parts = (
        drawn_in_parts(family, said, alt, words, how, (width, height))
        for width, height in _SHEETS
        if layout.width > width * EM or layout.height > (height - _OVER) * EM
    )
    return Chart(
        svg=drawing.svg(layout.width, layout.height, alt, shapes(family, layout, boxes)),
        ringed=bool(layout.rings),
        parts=tuple(dict.fromkeys(drawings for drawings in parts if drawings)),
    )


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
