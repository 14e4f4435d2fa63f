"""A family in several charts, where one would be too large for its page.

Each line of the family stands in one chart; whoever has lines in several is drawn in each. The
children come first with their parents, then those whom lines join to them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain

from cpdocs.documents.charts.family import Family, Line, Tie

Fits = Callable[[Family, frozenset[str]], bool]


@dataclass(frozen=True, kw_only=True)
class Part:
    """One of the charts: its family, and for those who are in another too, the number of that."""

    family: Family
    elsewhere: dict[str, int]


@dataclass(frozen=True, kw_only=True)
class _Piece:
    """The least that is drawn: one line to one person, or somebody whom no line joins."""

    who: tuple[str, ...]
    tie: Tie | None = None


def in_parts(family: Family, fits: Fits) -> tuple[Part, ...]:
    """The fewest charts that this finds, each of which `fits`; none where one person does not.

    `fits` is asked of a part, and of those in it who are in another chart too.
    """
    left = list(_pieces(family))
    charts: list[list[_Piece]] = []
    while left:
        everything = [*chain.from_iterable(charts), *left]
        chart = [left.pop(0)]
        if not _fits(family, chart, everything, fits):
            halves = tuple(_by_parent(chart[0]))
            if len(halves) < 2:
                return ()
            left[:0] = halves
            continue
        while (found := _next(family, chart, left, everything, fits)) is not None:
            chart.append(found)
            left.remove(found)
        charts.append(chart)
    return tuple(_numbered(family, charts))


def _pieces(family: Family) -> Iterator[_Piece]:
    """Every line, person by person to whom it leads, and whoever has none."""
    for tie in family.ties:
        for end in tie.to:
            yield _Piece(who=(*tie.of, end), tie=replace(tie, to=(end,)))
    joined = {who for tie in family.ties for who in (*tie.of, *tie.to)}
    yield from (_Piece(who=(each.id,)) for each in family.members if each.id not in joined)


def _by_parent(piece: _Piece) -> Iterator[_Piece]:
    """Two parents' line to a child as a line from each."""
    for one in piece.tie.of if piece.tie else ():
        end = piece.who[-1]
        yield _Piece(who=(one, end), tie=Tie(line=Line.PARENTS, of=(one,), to=(end,)))


def _next(
    family: Family, chart: list[_Piece], left: list[_Piece], everything: list[_Piece], fits: Fits
) -> _Piece | None:
    """What else the chart has room for: first lines between those in it, then brothers and sisters
    of those in it, then whom it leads to."""
    here = {who for piece in chart for who in piece.who}
    lines = {(piece.tie.line, piece.tie.of) for piece in chart if piece.tie}

    def rank(piece: _Piece) -> tuple[bool, bool]:
        same = piece.tie is not None and (piece.tie.line, piece.tie.of) in lines
        return not here.issuperset(piece.who), not same

    near = (piece for piece in left if piece.tie is None or not here.isdisjoint(piece.who))
    ways = (piece for piece in sorted(near, key=rank))
    return next((p for p in ways if _fits(family, [*chart, p], everything, fits)), None)


def _fits(family: Family, chart: list[_Piece], everything: list[_Piece], fits: Fits) -> bool:
    others = [piece for piece in everything if piece not in chart]
    elsewhere = {who for piece in others for who in piece.who}
    part = _family(family, chart)
    return fits(part, frozenset(m.id for m in part.members if m.id in elsewhere))


def _family(family: Family, chart: Iterable[_Piece]) -> Family:
    """The part of a family that one chart draws, its generations without a gap."""
    pieces = tuple(chart)
    here = {who for piece in pieces for who in piece.who}
    lines: dict[tuple[Line, tuple[str, ...]], set[str]] = {}
    for piece in pieces:
        if piece.tie:
            lines.setdefault((piece.tie.line, piece.tie.of), set()).update(piece.tie.to)
    members = [member for member in family.members if member.id in here]
    rows = sorted({member.row for member in members})
    order = [member.id for member in family.members]
    return Family(
        members=tuple(replace(member, row=rows.index(member.row)) for member in members),
        ties=tuple(
            Tie(line=line, of=of, to=tuple(sorted(to, key=order.index)))
            for (line, of), to in lines.items()
        ),
    )


def _numbered(family: Family, charts: list[list[_Piece]]) -> Iterator[Part]:
    """The charts, each with where to look next for those who are in several: the last leads back
    to the first."""
    families = [_family(family, chart) for chart in charts]
    for number, part in enumerate(families, start=1):
        elsewhere = {}
        for member in part.members:
            others = [
                at
                for at, other in enumerate(families, start=1)
                if at != number and other.member(member.id) is not None
            ]
            if others:
                elsewhere[member.id] = next((at for at in others if at > number), others[0])
        yield Part(family=part, elsewhere=elsewhere)
