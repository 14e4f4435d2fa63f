"""Names for every place in a tree of records, such as `conferences.c1.minutes.contributions.3`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from cpdocs.model.base import FieldSpec, Record, specs

Path = tuple[str, ...]


class Node(NamedTuple):
    """One field of one record in a tree: where it is, what holds it, and what it holds."""

    path: Path  # of the field
    holder: Record
    spec: FieldSpec
    value: object


def spell(path: Path) -> str:
    """A path as people and ledgers write it."""
    return ".".join(path)


def item_key(item: object, position: int) -> str:
    """How an item of a list is named: by its id where it has one, else by its position from 0.

    An id of digits alone never stands for a position.
    """
    own = getattr(item, "id", None)
    return own if isinstance(own, str) and not own.isdigit() else str(position)


def fields_of(record: Record, path: Path = ()) -> Iterator[Node]:
    """The fields of one record."""
    for spec in specs(type(record)):
        yield Node((*path, spec.name), record, spec, getattr(record, spec.name))


def records_in(node: Node) -> Iterator[tuple[Path, Record]]:
    """The records that a field holds, one or many, with their paths."""
    if isinstance(node.value, Record):
        yield node.path, node.value
    elif isinstance(node.value, tuple):
        for position, item in enumerate(node.value):
            if isinstance(item, Record):
                yield (*node.path, item_key(item, position)), item


def walk(record: Record, path: Path = ()) -> Iterator[Node]:
    """Every field of a record and of all records inside it, holders before what they hold."""
    for node in fields_of(record, path):
        yield node
        for inner_path, inner in records_in(node):
            yield from walk(inner, inner_path)
