"""A family chart in several drawings, each for a page of large print."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from markupsafe import Markup

from cpdocs.documents.charts import drawing
from cpdocs.documents.charts.boxes import WIDEST, Boxes, Labels, Setting, Sizes, boxes_for, shapes
from cpdocs.documents.charts.family import Family
from cpdocs.documents.charts.layout import Layout, Way, part_laid_out
from cpdocs.documents.charts.parts import Part, in_parts
from cpdocs.documents.charts.words import EM, plain

_NARROWEST, _FULLEST = 5.0, 14.0  # ems of a line, where a page shares its width among boxes
_PAD = 0.35 * EM  # inside a box, at each side
_GAP = 1.6 * EM  # beside each box, for lines
_BETWEEN = 1.0 * EM  # between two boxes at least
_HEADING = 40.0  # ems: wider than the number of any chart

_Page = tuple[float, float]  # width and height, in ems


@dataclass(frozen=True, kw_only=True)
class PartWords:
    """What is said of a family in several charts, in the words of the template."""

    see: Callable[[int], str]  # in the box of somebody who is in another chart too: its number
    heading: Callable[[int, int], str]  # over a chart: its number, and how many there are
    alt: Callable[[int, int], str]


def drawn_in_parts(
    family: Family, labels: Labels, alt: str, words: PartWords, setting: Setting, page: _Page
) -> tuple[Markup, ...]:
    """Drawings that each fit a page; none where there is no way.

    Where one is enough, drawn closer than the whole would be, it needs no number.
    """
    room = page[0], page[1] - setting.step / EM  # a line stands over each: its number
    # No more drawings than lines to one person from one; room is kept for as wide a number.
    most = sum(len(tie.of) * len(tie.to) for tie in family.ties) + len(family.members)
    widest = plain(words.see(10 ** len(str(most)) - 1))

    def placed(part: Family, elsewhere: frozenset[str]) -> tuple[Layout, Boxes] | None:
        said = {m.id: labels[m.id] + (widest,) * (m.id in elsewhere) for m in part.members}
        return _placed(part, said, setting, room)

    parts = in_parts(family, lambda part, elsewhere: placed(part, elsewhere) is not None)
    made = []
    for number, part in enumerate(parts, start=1):
        place = placed(part.family, frozenset(part.elsewhere))
        if place is None:
            return ()
        layout, boxes = place
        boxes = boxes.saying(_said(part, labels, words))
        if len(parts) == 1:
            inside = shapes(family, layout, boxes)
            made.append(drawing.svg(layout.width, layout.height, alt, inside))
        else:
            made.append(_numbered(part.family, layout, boxes, words, (number, len(parts))))
    return tuple(made)


def _said(part: Part, labels: Labels, words: PartWords) -> Labels:
    """What the boxes of a part say, and where to look next."""
    see = {member: (plain(words.see(number)),) for member, number in part.elsewhere.items()}
    return {m.id: labels[m.id] + see.get(m.id, ()) for m in part.family.members}


def _placed(
    part: Family, labels: Labels, setting: Setting, room: _Page
) -> tuple[Layout, Boxes] | None:
    """The first of the ways to draw a part that fits, with no line across another: in words of the
    usual width, else of what the page gives to each box."""
    for way in Way:
        usual = dict.fromkeys((member.id for member in part.members), WIDEST)
        for widest in (usual, _shares(part, way, room[0])):
            boxes = boxes_for(part, labels, widest, _PAD, setting)
            if _may_fit(part, boxes.sizes, way, room):
                layout = part_laid_out(part, boxes.sizes, way, setting.direction)
                fits = layout.width <= room[0] * EM and layout.height <= room[1] * EM
                if fits and not layout.has_crossing:
                    return layout, boxes
    return None


def _shares(part: Family, way: Way, width: float) -> dict[str, float]:
    """How long the lines of each box may be, in ems, where boxes side by side share a width."""
    rows = Counter(member.row for member in part.members)
    beside = {row: count if way is Way.BELOW else len(rows) for row, count in rows.items()}
    gap, pad = _GAP / EM, 2 * _PAD / EM
    shares = {row: (width - gap * count) / count - pad for row, count in beside.items()}
    return {m.id: min(max(shares[m.row], _NARROWEST), _FULLEST) for m in part.members}


def _may_fit(part: Family, sizes: Sizes, way: Way, room: _Page) -> bool:
    """Whether the boxes alone would fit, which is soon said: most ways that are tried do not."""
    rows: dict[int, list[tuple[float, float]]] = {}
    for member in part.members:
        rows.setdefault(member.row, []).append(sizes[member.id])
    along, across = (0, 1) if way is Way.BELOW else (1, 0)
    length = max(
        sum(size[along] for size in row) + _BETWEEN * (len(row) - 1) for row in rows.values()
    )
    depth = sum(max(size[across] for size in row) for row in rows.values())
    return length <= room[along] * EM and depth <= room[across] * EM


def _numbered(
    part: Family, layout: Layout, boxes: Boxes, words: PartWords, at: tuple[int, int]
) -> Markup:
    """One of several drawings, its number over it on the side that reading begins at."""
    step, rtl = boxes.setting.step, boxes.setting.direction == "rtl"
    heading = boxes.setting.lines((plain(words.heading(*at)),), _HEADING)
    width = max(layout.width, heading[0].width * EM)
    over = drawing.lines(heading, width * rtl, 0.0, step, "right" if rtl else "left")
    below = layout.moved(right=(width - layout.width) * rtl, down=step)
    inside = (drawing.group([over]), *shapes(part, below, boxes))
    return drawing.svg(width, layout.height + step, words.alt(*at), inside)
