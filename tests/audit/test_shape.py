"""A copy's shape tells nothing of what is out of its reader's sight: how many, how long, how big.

The copies are compared byte for byte, and so in every shape at once; each change is named for the
shape that would tell it.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from cpdocs.values import Form, Format
from tests.laws.sample import Tree, case, copy, from_tree, tree
from tests.meets import meets
from tests.oracle.sample_tables import CONFERENCE

HIDDEN = "part-police"  # the confidential section
READERS = ("mother-n", "father-t")
PAGE = Form(format=Format.HTML)


def _meeting(of: Tree) -> Tree:
    (found,) = [c for c in of["conferences"] if c["id"] == CONFERENCE]
    return found  # type: ignore[no-any-return]


def _passages(of: Tree) -> list[Tree]:
    rows: list[Tree] = _meeting(of)["minutes"]["contributions"]
    return [row for row in rows if row["part"] == HIDDEN]


def length_of_a_bar(of: Tree) -> None:
    for row in _passages(of):
        row["text"] = f"{row['text']} " * 9


def number_of_marks(of: Tree) -> None:
    rows = _meeting(of)["minutes"]["contributions"]
    row = _passages(of)[0]
    rows[:0] = [{**row, "id": f"x{n}"} for n in range(5)]


def gaps_in_numbering(of: Tree) -> None:
    rows = _meeting(of)["minutes"]["contributions"]
    rows.remove(_passages(of)[0])


def order_of_the_rows(of: Tree) -> None:
    rows = _meeting(of)["minutes"]["contributions"]
    hidden = _passages(of)
    rows[:] = [*(row for row in rows if row["part"] != HIDDEN), *reversed(hidden)]


def total_of_those_who_came(of: Tree) -> None:
    """Two more officers come to the section that family are not in, and to nothing else."""
    model = next(p for p in of["professionals"] if p["id"] == "pc-1")
    for number in (1, 2):
        of["professionals"].append({**model, "id": f"pc-x{number}", "name": f"Pat Quarmby{number}"})
        row = {"who": f"pc-x{number}", "attended": [HIDDEN]}
        _meeting(of)["attendance"].append(row)


SHAPES: list[Callable[[Tree], None]] = [
    length_of_a_bar,
    number_of_marks,
    gaps_in_numbering,
    order_of_the_rows,
    total_of_those_who_came,
]


@meets("H099")
@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.__name__)
def test_the_shape_of_a_copy_does_not_tell(shape: Callable[[Tree], None], reader: str) -> None:
    of = tree()
    shape(of)
    assert of != tree()
    made, honest = (copy(each, reader, "minutes", PAGE) for each in (from_tree(of), case()))
    assert made == honest  # bytes, and so length and size; and the file's name


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.__name__)
def test_the_chair_s_copy_does_tell(shape: Callable[[Tree], None]) -> None:
    of = tree()
    shape(of)
    assert copy(from_tree(of), "chair-1", "minutes", PAGE) != copy(
        case(), "chair-1", "minutes", PAGE
    )
