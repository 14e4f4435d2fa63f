"""Places in the rows of a small drawing: each thing as near as may be to what it is joined to."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from itertools import pairwise

Block = tuple[Hashable, ...]  # what stands side by side, come what may
Pulls = Mapping[Hashable, Sequence[tuple[Hashable, ...]]]  # to the middle of each of these groups

_ROUNDS = 3  # of looking down the rows and up again: small drawings settle in two
_ALIKE = 1  # decimal places: nearer than a tenth of a unit is the same place


def places(
    rows: Sequence[Sequence[Block]],
    widths: Mapping[Hashable, float],
    pulls: Pulls,
    between: float,
    inside: float,
) -> dict[Hashable, float]:
    """The middle of everything, `between` units from block to block and `inside` within one.

    Where nothing pulls two blocks of a row apart they keep their order.
    """
    x: dict[Hashable, float] = {}
    for row in rows:
        _set_row(x, row, [0.0] * len(row), widths, between, inside)
    for number in range(2 * _ROUNDS):
        for row in rows if number % 2 else tuple(reversed(rows)):
            wished = [_wished(x, block, pulls) for block in row]
            order = sorted(range(len(row)), key=lambda at: round(wished[at], _ALIKE))
            blocks, wishes = [row[at] for at in order], [wished[at] for at in order]
            _set_row(x, blocks, wishes, widths, between, inside)
    return x


def _wished(x: Mapping[Hashable, float], block: Block, pulls: Pulls) -> float:
    """Where the middle of a block would stand, had it the row to itself."""
    middle = (x[block[0]] + x[block[-1]]) / 2
    wishes = [
        sum(x[end] for end in group) / len(group) - (x[each] - middle)
        for each in block
        for group in pulls.get(each, ())
    ]
    return sum(wishes) / len(wishes) if wishes else middle


def _set_row(
    x: dict[Hashable, float],
    blocks: Sequence[Block],
    wished: Sequence[float],
    widths: Mapping[Hashable, float],
    between: float,
    inside: float,
) -> None:
    """Place a row's blocks about their wishes, none over another."""
    spans = [sum(widths[each] for each in block) + inside * (len(block) - 1) for block in blocks]
    steps = [(one + other) / 2 + between for one, other in pairwise(spans)]
    right, left = list(wished), list(wished)
    for at, step in enumerate(steps):
        right[at + 1] = max(right[at + 1], right[at] + step)
    for at in reversed(range(len(steps))):
        left[at] = min(left[at], left[at + 1] - steps[at])
    for block, span, *ways in zip(blocks, spans, right, left, strict=True):
        edge = sum(ways) / 2 - span / 2
        for each in block:
            x[each] = edge + widths[each] / 2
            edge += widths[each] + inside
