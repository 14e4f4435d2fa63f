"""Shapes of a chart as SVG: geometry and words alone. Editions give them ink, type and size."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from markupsafe import Markup

from cpdocs.documents.charts.words import BASELINE, EM, Words

Side = Literal["left", "middle", "right"]

# SVG says where a line starts by the way that it reads.
_ANCHORS = {
    ("middle", "ltr"): "middle",
    ("middle", "rtl"): "middle",
    ("left", "ltr"): "start",
    ("left", "rtl"): "end",
    ("right", "ltr"): "end",
    ("right", "rtl"): "start",
}
_CURVE = 0.5 * EM
_SVG = Markup(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {} {}" role="img">'
    "<title>{}</title>{}</svg>"
)


def svg(width: float, height: float, alt: str, parts: Iterable[Markup]) -> Markup:
    """A whole drawing, `EM` units to the body's size. `alt` says in short what it shows."""
    return _SVG.format(_n(width), _n(height), alt, Markup("").join(parts))


def box(kind: str, left: float, top: float, width: float, height: float) -> Markup:
    """A rounded rectangle."""
    shape = Markup('<rect class="{}" x="{}" y="{}" width="{}" height="{}" rx="{}"/>')
    return shape.format(kind, _n(left), _n(top), _n(width), _n(height), _n(_CURVE))


def stroke(kind: str, start: tuple[float, float], end: tuple[float, float]) -> Markup:
    """A straight line."""
    shape = Markup('<line class="{}" x1="{}" y1="{}" x2="{}" y2="{}"/>')
    return shape.format(kind, *map(_n, (*start, *end)))


def triangle(x: float, top: float, side: float) -> Markup:
    """An upright triangle, for a child not born yet."""
    half, foot = side / 2, top + side * 0.87
    points = f"{_n(x - half)},{_n(foot)} {_n(x + half)},{_n(foot)} {_n(x)},{_n(top)}"
    return Markup('<polygon class="unborn" points="{}"/>').format(points)


def dot(x: float, y: float) -> Markup:
    """A point on a line of days."""
    return Markup('<circle class="day" cx="{}" cy="{}" r="{}"/>').format(*map(_n, (x, y, EM / 3)))


def lines(words: Iterable[Words], x: float, top: float, step: float, side: Side) -> Markup:
    """Lines of words one below the other, `step` units apart. `x` is their middle, or that side of
    them, whichever way each line reads."""
    shape = Markup('<text class="{}" x="{}" y="{}" text-anchor="{}" direction="{}">{}</text>')
    return Markup("").join(
        shape.format(
            "name" if line.bold else "words",
            _n(x),
            _n(top + step * (number + 0.5) + BASELINE * EM),
            _ANCHORS[side, line.direction],
            line.direction,
            line.text,
        )
        for number, line in enumerate(words)
    )


def group(parts: Iterable[Markup]) -> Markup:
    """What belongs together, and is read together."""
    return Markup("<g>{}</g>").format(Markup("").join(parts))


def _n(value: float) -> str:
    """A length to a tenth of a unit, always written the same."""
    return f"{round(value, 1) + 0.0:g}"
