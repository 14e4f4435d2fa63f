"""Level lines in the channels between rows: where upright lines meet them, and at what height."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from cpdocs.documents.charts.family import Line
from cpdocs.documents.charts.words import EM

PORT = 0.6 * EM  # from one upright line to the next
_APART = 2.0 * EM  # between level lines of one height: nearer, they would seem to be one

Room = Callable[[str], tuple[float, float]]  # how far left and right a line may stand at a box


@dataclass(kw_only=True, eq=False)
class Port:
    """Where a line leaves or reaches a row: at a box, in a corridor, or between two partners."""

    x: float
    box: str | None = None  # without one it cannot be moved
    from_middle: bool = False  # it starts at the line of partners, not at the foot of the row


@dataclass(kw_only=True, eq=False)
class Bar:
    """A level line in a channel, with the upright lines that reach it from above and below."""

    tie: int  # the number of what it belongs to
    line: Line
    channel: int
    ups: list[Port] = field(default_factory=list)
    downs: list[Port] = field(default_factory=list)
    track: int = 0

    @property
    def ports(self) -> tuple[Port, ...]:
        return (*self.ups, *self.downs)

    @property
    def span(self) -> tuple[float, float]:
        xs = [port.x for port in self.ports]
        return min(xs), max(xs)


def settle(bars: Iterable[Bar], room: Room) -> None:
    """Place the lines of one channel: ports apart, short jogs made straight, a height for each."""
    here = tuple(bars)
    for side in ("ups", "downs"):
        _spread(here, side, room)
    for bar in here:
        _straighten(bar, room)
    _part(here, room)
    _set_tracks(here)


def _spread(bars: tuple[Bar, ...], side: str, room: Room) -> None:
    """Give the lines at one side of a box a place each, in the order of where they lead."""
    at: dict[str, list[tuple[float, int, Port]]] = {}
    for number, bar in enumerate(bars):
        towards = sum(port.x for port in bar.ports) / len(bar.ports)
        for port in getattr(bar, side):
            if port.box is not None:
                at.setdefault(port.box, []).append((towards, number, port))
    for box, ports in at.items():
        left, right = room(box)
        step = min(2 * PORT, (right - left) / len(ports))
        for place, (_, _, port) in enumerate(sorted(ports, key=lambda each: each[:2])):
            port.x = (left + right) / 2 + (place - (len(ports) - 1) / 2) * step


def _straighten(bar: Bar, room: Room) -> None:
    """One line from above to one below, nearly upright, becomes upright."""
    if len(bar.ups) != 1 or len(bar.downs) != 1:
        return
    for moved, fixed in ((bar.downs[0], bar.ups[0]), (bar.ups[0], bar.downs[0])):
        if moved.box is not None and room(moved.box)[0] <= fixed.x <= room(moved.box)[1]:
            moved.x = fixed.x
            return


def _part(bars: tuple[Bar, ...], room: Room) -> None:
    """Move upright lines of different bars apart, so that none runs on top of another."""
    ports = [(bar, port) for bar in bars for port in bar.ports]
    ports.sort(key=lambda pair: pair[1].box is not None)
    placed: list[tuple[Bar, float]] = []
    for bar, port in ports:
        if port.box is not None:
            taken = [x for other, x in placed if other is not bar]
            port.x = _nearest_free(port.x, room(port.box), taken)
        placed.append((bar, port.x))


def _nearest_free(x: float, room: tuple[float, float], taken: list[float]) -> float:
    """The place nearest to `x` that is clear of what is taken; where a box is crowded, half as
    clear."""
    step = PORT / 2
    steps = range(int((room[1] - room[0]) / step) + 2)
    ways = [x + sign * number * step for number in steps for sign in (1, -1)]
    inside = [way for way in ways if room[0] <= way <= room[1]]
    for clear in (PORT, step):
        free = (way for way in inside if all(abs(way - each) > clear - 0.1 for each in taken))
        found = next(free, None)
        if found is not None:
            return found
    return x


def _set_tracks(bars: tuple[Bar, ...]) -> None:
    """The first height at which a bar meets no other; those that lead down from parents highest."""
    taken: list[list[tuple[float, float]]] = []
    for bar in sorted(bars, key=lambda each: (each.line is not Line.PARENTS, each.span)):
        left, right = bar.span
        clear = (
            number
            for number, spans in enumerate(taken)
            if all(right + _APART <= a or b + _APART <= left for a, b in spans)
        )
        bar.track = next(clear, len(taken))
        if bar.track == len(taken):
            taken.append([])
        taken[bar.track].append((left, right))
