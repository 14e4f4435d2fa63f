"""Where everybody in a family stands, and the way of every line: boxes in rows, lines in channels.

`dot` orders each row of a whole family, and `rows` those of a part of one; channels and lines are
laid here. Lines run level and upright only. A channel lies above each row, and each line's level
stretch has a height of its own in it, so that no two lines run on top of each other.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise

from cpdocs.documents.charts import graphviz, rows
from cpdocs.documents.charts.channels import PORT, Bar, Port, settle
from cpdocs.documents.charts.family import COUPLES, Family, Line, Tie
from cpdocs.documents.charts.words import EM

_BETWEEN = 1.0 * EM  # from box to box
_COUPLE = 0.4 * EM  # more between partners: their line and its strokes stand there
_TRACK = 0.8 * EM  # from level line to level line
_RING = 0.6 * EM  # from a box to the ring round its household
_PARTNERS = 1.6 * EM  # from partner to partner in a part
_CORRIDOR = 0.8 * EM  # the room in a row for a line that passes it
_TOUCH = 0.1  # units: a rounding's worth
_DOT_INCH = 72.0


class Way(StrEnum):
    """Where the next generation stands."""

    BELOW = "below"
    BESIDE = "beside"  # on the side that reading goes to


class Homes(StrEnum):
    """How a drawing tells who lives together."""

    RINGED = "ringed"
    UNTOLD = "untold"  # in the words beside it alone


@dataclass(frozen=True, kw_only=True)
class Box:
    """A rectangle, from its top left corner."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.left + self.width

    @property
    def bottom(self) -> float:
        return self.top + self.height

    @property
    def middle(self) -> tuple[float, float]:
        return self.left + self.width / 2, self.top + self.height / 2

    def meets(self, other: Box) -> bool:
        """Whether the two share any room."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


Point = tuple[float, float]
_Corridor = tuple[int, str, int]  # number of a tie, an end of it, and a row that its line passes


@dataclass(frozen=True, kw_only=True)
class Stroke:
    """One straight piece of a line."""

    tie: int  # the number of what it belongs to
    line: Line
    start: Point
    end: Point


@dataclass(frozen=True, kw_only=True)
class Layout:
    """A drawing's places, in units of `EM` to the body's size."""

    width: float
    height: float
    boxes: Mapping[str, Box]
    strokes: tuple[Stroke, ...]
    parted: tuple[Point, ...]  # where the line of former partners is struck through
    way: Way
    rings: tuple[Box, ...]  # one for each household; none where they cannot be told apart

    @property
    def has_crossing(self) -> bool:
        """Whether two lines cross, so that an eye may take the wrong way."""
        level = [s for s in self.strokes if s.start[1] == s.end[1]]
        upright = [s for s in self.strokes if s.start[1] != s.end[1]]
        return any(
            one.tie != other.tie
            and _within(one, other.start[0], 0)
            and _within(other, one.start[1], 1)
            for one in level
            for other in upright
        )

    def moved(self, right: float = 0.0, down: float = 0.0) -> Layout:
        """The same, away from its corner."""
        return _changed(
            self,
            lambda box: replace(box, left=box.left + right, top=box.top + down),
            lambda point: (point[0] + right, point[1] + down),
        )


@dataclass(frozen=True, kw_only=True)
class _Spacing:
    """The room that a drawing leaves."""

    clear: float  # from a box to the nearest level line
    edge: float  # round the whole drawing, where rings stand inside it


_WHOLE = _Spacing(clear=1.3 * EM, edge=0.9 * EM)
_PART = _Spacing(clear=0.7 * EM, edge=0.5 * EM)  # no ring, and a page that holds few words


def _within(stroke: Stroke, at: float, axis: int) -> bool:
    """Whether a line runs on both sides of a place; one that ends there only meets it."""
    ends = stroke.start[axis], stroke.end[axis]
    return min(ends) + _TOUCH < at < max(ends) - _TOUCH


def laid_out(
    family: Family, sizes: Mapping[str, Point], way: Way, direction: str, homes: Homes
) -> Layout:
    """The family's drawing, with boxes of the sizes that its labels need (width, height)."""
    return _read(_Drawing(family, _lying(sizes, way), homes).layout(), way, direction)


def part_laid_out(part: Family, sizes: Mapping[str, Point], way: Way, direction: str) -> Layout:
    """The drawing of a part of a family: closer, without rings, and without `dot`, which would be
    asked of each part that is tried."""
    return _read(_Part(part, _lying(sizes, way), Homes.UNTOLD).layout(), way, direction)


def _lying(sizes: Mapping[str, Point], way: Way) -> Mapping[str, Point]:
    if way is Way.BELOW:
        return sizes
    return {member: (height, width) for member, (width, height) in sizes.items()}


def _read(layout: Layout, way: Way, direction: str) -> Layout:
    """A drawing of rows from the left, turned to the way that it is to be read."""
    if way is Way.BESIDE:
        layout = _turned(layout)
    return _mirrored(layout) if direction == "rtl" else layout


class _Drawing:
    spacing = _WHOLE

    def __init__(self, family: Family, sizes: Mapping[str, Point], homes: Homes) -> None:
        self.family = family
        self.homes = family.households if homes is Homes.RINGED else ()
        self.rows = {member.id: member.row for member in family.members}
        self.count = max(self.rows.values()) + 1
        self.widths = {member: size[0] for member, size in sizes.items()}
        self.heights = [
            max((sizes[m][1] for m, row in self.rows.items() if row == r), default=0.0)
            for r in range(self.count)
        ]
        self.corridors = tuple(self._corridors())
        self.beside = _side_by_side(family, self.rows)
        self.x, self.corridor_x = self._places()
        if self._youngest_first():
            self.x = {member: -x for member, x in self.x.items()}
            self.corridor_x = {key: -x for key, x in self.corridor_x.items()}
        self.level = frozenset(self._level_couples())
        self.bars: list[Bar] = []

    # -- dot's part -------------------------------------------------------------------------------

    def _places(self) -> tuple[dict[str, float], dict[_Corridor, float]]:
        """The middle of each box, and of each place where a line passes a row."""
        found = graphviz.places(self._graph())
        boxes = {m.id: found[f"n{i}"] for i, m in enumerate(self.family.members)}
        return boxes, {key: found[f"c{i}"] for i, key in enumerate(self.corridors)}

    def _corridors(self) -> Iterator[_Corridor]:
        """Tie, end and row of each place where a line passes a row that it does not stop in."""
        for number, tie in enumerate(self.family.ties):
            channel = self._channel(tie)
            for end in (*tie.of, *tie.to):
                row = self.rows[end]
                passed = range(row + 1, channel) if row < channel else range(channel, row)
                yield from ((number, end, between) for between in passed)

    def _channel(self, tie: Tie) -> int:
        """The channel of a tie's level line: above the eldest of those it leads to.

        Partners who do not stand side by side are joined below their row.
        """
        lowest = min(self.rows[end] for end in tie.to)
        if tie.line in COUPLES:
            return min(lowest, *(self.rows[end] for end in tie.of)) + 1
        return lowest

    def _graph(self) -> str:
        """The rows and ties in `dot`'s language, everybody under a number."""
        names = {member.id: f"n{i}" for i, member in enumerate(self.family.members)}
        passing = {key: f"c{i}" for i, key in enumerate(self.corridors)}
        lines = [
            f"graph [newrank=true nodesep={_BETWEEN / _DOT_INCH:.4f} ranksep=0.3]",
            'node [shape=box fixedsize=true label="" width=0.02 height=0.02]',
            "edge [dir=none]",
            "->".join(f"r{row}" for row in range(2 * self.count + 1)) + " [style=invis]",
        ]
        lines += [
            f"{name} [width={self.widths[member] / _DOT_INCH:.4f} height=0.5]"
            for member, name in names.items()
        ]
        lines += [f"{name} [width={_CORRIDOR / _DOT_INCH:.4f}]" for name in passing.values()]
        for row in range(self.count):
            here = [names[m] for m, r in self.rows.items() if r == row]
            here += [name for (_, _, between), name in passing.items() if between == row]
            lines.append(f"{{rank=same r{2 * row + 1} {' '.join(here)}}}")
        for number, tie in enumerate(self.family.ties):
            lines += self._edges(number, tie, names, passing)
        for number, household in enumerate(self.homes):
            inside = " ".join((*(names[m] for m in household), *self._between(household)))
            lines.append(f"subgraph cluster_{number} {{margin=10 {inside}}}")
        return "digraph {\n" + "\n".join(lines) + "\n}\n"

    def _between(self, household: tuple[str, ...]) -> Iterator[str]:
        """What holds the partners of one household apart."""
        for number, pair in self.beside.items():
            if {*pair} <= {*household}:
                yield f"k{number}"

    def _edges(
        self,
        number: int,
        tie: Tie,
        names: dict[str, str],
        passing: dict[_Corridor, str],
    ) -> Iterator[str]:
        channel = self._channel(tie)
        if number in self.beside:
            one, other = self.beside[number]
            yield f"k{number} [width={_COUPLE / _DOT_INCH:.4f}]"
            yield f"{{rank=same r{2 * self.rows[one] + 1} k{number}}}"
            yield f"{names[one]}->k{number}->{names[other]} [weight=40]"
            return
        yield f"{{rank=same r{2 * channel} u{number}}}"
        weight = 8 if tie.line is Line.PARENTS else 1
        for end in (*tie.of, *tie.to):
            row = self.rows[end]
            rows = range(row + 1, channel) if row < channel else range(row - 1, channel - 1, -1)
            way = [names[end], *(passing[number, end, r] for r in rows), f"u{number}"]
            if row >= channel:
                way.reverse()
            yield f"{'->'.join(way)} [weight={weight}]"

    def _youngest_first(self) -> bool:
        """Whether more brothers and sisters stand from the youngest on: `dot` knows no ages."""
        steps = [
            self.x[younger] - self.x[elder]
            for tie in self.family.ties
            if tie.line is Line.PARENTS
            for elder, younger in pairwise(tie.to)
        ]
        return sum(step < 0 for step in steps) > len(steps) / 2

    # -- our part ---------------------------------------------------------------------------------

    def _level_couples(self) -> Iterator[frozenset[str]]:
        """Couples who stand side by side, and are joined by one level line."""
        for row in range(self.count):
            here: list[tuple[float, str | None]] = [
                (self.x[member], member) for member, r in self.rows.items() if r == row
            ]
            here += [(x, None) for (_, _, r), x in self.corridor_x.items() if r == row]
            for (_, one), (_, other) in pairwise(sorted(here, key=lambda place: place[0])):
                if one is not None and other is not None:
                    yield frozenset((one, other))

    def layout(self) -> Layout:
        straight: dict[int, Tie] = {}
        for number, tie in enumerate(self.family.ties):
            pair = frozenset((*tie.of, *tie.to))
            couple = tie.line in COUPLES
            if couple and pair in self.level:
                straight[number] = tie
            else:
                self._lay_bars(number, tie)
        for channel in range(self.count + 1):
            settle((bar for bar in self.bars if bar.channel == channel), self._room)
        return self._drawn(straight)

    def _lay_bars(self, number: int, tie: Tie) -> None:
        channel = self._channel(tie)
        bar = Bar(tie=number, line=tie.line, channel=channel)
        self.bars.append(bar)
        ends = [*tie.of, *tie.to]
        if frozenset(tie.of) in self._joined() and self.rows[tie.of[0]] == channel - 1:
            sides = ((self.x[each], self.widths[each] / 2) for each in tie.of)
            (left, left_half), (right, right_half) = sorted(sides)
            between = (left + left_half + right - right_half) / 2
            bar.ups.append(Port(x=between, from_middle=True))
            ends = list(tie.to)
        for end in ends:
            row = self.rows[end]
            port = Port(x=self.x[end], box=end)
            if row < channel:
                for between_row in range(row + 1, channel):
                    x = self.corridor_x[number, end, between_row]
                    jog = Bar(
                        tie=number,
                        line=tie.line,
                        channel=between_row,
                        ups=[port],
                        downs=[Port(x=x)],
                    )
                    self.bars.append(jog)
                    port = Port(x=x)
                bar.ups.append(port)
            else:
                for between_row in range(row - 1, channel - 1, -1):
                    x = self.corridor_x[number, end, between_row]
                    jog = Bar(tie=number, line=tie.line, channel=between_row + 1)
                    jog.ups, jog.downs = [Port(x=x)], [port]
                    self.bars.append(jog)
                    port = Port(x=x)
                bar.downs.append(port)

    def _joined(self) -> frozenset[frozenset[str]]:
        pairs = (frozenset((*t.of, *t.to)) for t in self.family.ties if t.line in COUPLES)
        return frozenset(pair for pair in pairs if pair in self.level)

    def _room(self, box: str) -> Point:
        half = self.widths[box] / 2 - PORT
        return self.x[box] - half, self.x[box] + half

    def _drawn(self, straight: Mapping[int, Tie]) -> Layout:
        tops, channels, y = [], [], self.spacing.edge
        for row in range(self.count + 1):
            tracks = [bar.track for bar in self.bars if bar.channel == row]
            room = 2 * self.spacing.clear + max(tracks) * _TRACK if tracks else 0.0
            inner = 2 * self.spacing.clear if 0 < row < self.count else 0.0
            channels.append(y + self.spacing.clear)
            y += max(room, inner)
            if row < self.count:
                tops.append(y)
                y += self.heights[row]
        boxes = {
            member: Box(
                left=self.x[member] - self.widths[member] / 2,
                top=tops[row],
                width=self.widths[member],
                height=self.heights[row],
            )
            for member, row in self.rows.items()
        }
        strokes = list(self._strokes(tops, channels))
        parted = []
        for number, tie in straight.items():
            left, right = sorted((boxes[tie.of[0]], boxes[tie.to[0]]), key=lambda box: box.left)
            level = left.middle[1]
            strokes.append(
                Stroke(
                    tie=number, line=tie.line, start=(left.right, level), end=(right.left, level)
                )
            )
            if tie.line is Line.FORMER_PARTNERS:
                third = (right.left - left.right) / 3  # a line to children leaves at the half
                parted.append((left.right + third, level))
        for bar in self.bars:
            if bar.line is Line.FORMER_PARTNERS:
                level = channels[bar.channel] + bar.track * _TRACK
                parted.append((sum(bar.span) / 2, level))
        rings = self._rings(boxes)
        return _moved(boxes, strokes, parted, rings, self.spacing.edge, y + self.spacing.edge)

    def _strokes(self, tops: list[float], channels: list[float]) -> Iterator[Stroke]:
        for bar in self.bars:
            level = channels[bar.channel] + bar.track * _TRACK
            left, right = bar.span
            if right > left:
                yield Stroke(tie=bar.tie, line=bar.line, start=(left, level), end=(right, level))
            for port in bar.ups:
                above = bar.channel - 1
                start = tops[above] + self.heights[above] * (0.5 if port.from_middle else 1.0)
                yield Stroke(tie=bar.tie, line=bar.line, start=(port.x, start), end=(port.x, level))
            for port in bar.downs:
                foot = tops[bar.channel]
                if port.box is None:  # it passes this row, to the channel below
                    foot += self.heights[bar.channel]
                yield Stroke(tie=bar.tie, line=bar.line, start=(port.x, level), end=(port.x, foot))

    def _rings(self, boxes: dict[str, Box]) -> tuple[Box, ...]:
        """A ring round each household; none at all where one would take in somebody else.

        Were only some drawn, those without would seem to live alone.
        """
        rings: list[Box] = []
        for household in self.homes:
            inside = [boxes[member] for member in household]
            left = min(box.left for box in inside) - _RING
            top = min(box.top for box in inside) - _RING
            ring = Box(
                left=left,
                top=top,
                width=max(box.right for box in inside) + _RING - left,
                height=max(box.bottom for box in inside) + _RING - top,
            )
            outside = [box for member, box in boxes.items() if member not in household]
            if any(ring.meets(box) for box in (*outside, *rings)):
                return ()
            rings.append(ring)
        return tuple(rings)


class _Part(_Drawing):
    spacing = _PART

    def _places(self) -> tuple[dict[str, float], dict[_Corridor, float]]:
        chains: dict[str, tuple[str, ...]] = {each: (each,) for each in self.rows}
        for one, other in self.beside.values():
            joined = (*chains[one], *chains[other])
            chains |= dict.fromkeys(joined, joined)
        blocks: list[list[rows.Block]] = []
        for row in range(self.count):
            here = (chains[each] for each, at in self.rows.items() if at == row)
            blocks.append([*dict.fromkeys(here), *((c,) for c in self.corridors if c[2] == row)])
        widths: dict[Hashable, float] = dict.fromkeys(self.corridors, _CORRIDOR)
        widths.update(self.widths)
        found = rows.places(blocks, widths, self._pulls(), _BETWEEN, _PARTNERS)
        boxes = {each: found[each] for each in self.rows}
        return boxes, {corridor: found[corridor] for corridor in self.corridors}

    def _pulls(self) -> dict[Hashable, list[tuple[str, ...]]]:
        """What a line draws each of its ends to, and each place where it passes a row."""
        pulls: dict[Hashable, list[tuple[str, ...]]] = {}
        for number, tie in enumerate(self.family.ties):
            if number not in self.beside:
                for end in (*tie.of, *tie.to):
                    pulls.setdefault(end, []).append(tie.to if end in tie.of else tie.of)
        for corridor in self.corridors:
            number, end, _ = corridor
            tie = self.family.ties[number]
            pulls[corridor] = [(end,), tie.to if end in tie.of else tie.of]
        return pulls


def _side_by_side(family: Family, rows: Mapping[str, int]) -> dict[int, tuple[str, str]]:
    """Couples by the number of their tie, the left one first: nobody between more than two others.

    Who has had two partners stands between them. A third is joined below the row.
    """
    chains: list[list[str]] = []
    numbered = [(number, tie) for number, tie in enumerate(family.ties) if tie.line in COUPLES]
    numbered.sort(key=lambda each: (each[1].line is not Line.PARTNERS, each[0]))
    joined: dict[frozenset[str], int] = {}
    for number, tie in numbered:
        one, other = tie.of[0], tie.to[0]
        first = next((chain for chain in chains if one in chain), [one])
        second = next((chain for chain in chains if other in chain), [other])
        inner = one not in (first[0], first[-1]) or other not in (second[0], second[-1])
        if rows[one] != rows[other] or first is second or inner:
            continue
        chains = [chain for chain in chains if chain is not first and chain is not second]
        left = first if first[-1] == one else first[::-1]
        right = second if second[0] == other else second[::-1]
        chains.append(left + right)
        joined[frozenset((one, other))] = number
    return {joined[frozenset(pair)]: pair for chain in chains for pair in pairwise(chain)}


def _moved(
    boxes: dict[str, Box],
    strokes: list[Stroke],
    parted: list[Point],
    rings: tuple[Box, ...],
    edge: float,
    height: float,
) -> Layout:
    """The drawing moved to the corner that it starts in."""
    xs = [x for box in (*boxes.values(), *rings) for x in (box.left, box.right)]
    xs += [point[0] for stroke in strokes for point in (stroke.start, stroke.end)]
    least = min(xs) - edge / 2
    whole = Layout(
        width=max(xs) + edge / 2 - least,
        height=height,
        boxes=boxes,
        strokes=tuple(strokes),
        parted=tuple(parted),
        way=Way.BELOW,
        rings=rings,
    )
    return whole.moved(right=-least)


def _turned(layout: Layout) -> Layout:
    """Rows become columns, the eldest generation first."""
    turned = _changed(
        layout,
        lambda box: Box(left=box.top, top=box.left, width=box.height, height=box.width),
        lambda point: (point[1], point[0]),
    )
    return replace(turned, width=layout.height, height=layout.width, way=Way.BESIDE)


def _mirrored(layout: Layout) -> Layout:
    """Turned round for words that are read from the right."""
    return _changed(
        layout,
        lambda box: replace(box, left=layout.width - box.right),
        lambda point: (layout.width - point[0], point[1]),
    )


def _changed(layout: Layout, box: Callable[[Box], Box], point: Callable[[Point], Point]) -> Layout:
    return replace(
        layout,
        boxes={member: box(old) for member, old in layout.boxes.items()},
        strokes=tuple(
            replace(old, start=point(old.start), end=point(old.end)) for old in layout.strokes
        ),
        parted=tuple(point(old) for old in layout.parted),
        rings=tuple(box(old) for old in layout.rings),
    )
