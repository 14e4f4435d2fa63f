"""Placed: where in the case each record of a view comes from, and what a view tells by place."""

from __future__ import annotations

from collections.abc import Iterator

from cpdocs.model.base import Record, specs
from cpdocs.model.paths import Node, Path, item_key, records_in, walk
from cpdocs.model.ruling import Ruled
from cpdocs.model.sharing import Gap, Passage, Sharing, Variant
from cpdocs.model.view import Records, View
from cpdocs.sharing.close import holders, left
from cpdocs.sharing.share import Whole
from cpdocs.sharing.verdict import Labels

Tells = dict[Path, object]  # what a copy is told, by place
Placed = dict[int, Path]  # by the identity of a record, which lives as long as its view

_NAMES = frozenset({"id"})  # of a record, in its place already
_WORDS = frozenset({"text", "plain", "translations", "sensitivity"})  # told as the passage itself
A_RECORD = object()  # what stands for a record itself, beside what its fields hold
RULED = "ruled"  # the first word of the place of a value that the procedures compute


def placed(whole: Whole) -> Placed:
    """The place in the case of every record of a reader's view, by the record's identity.

    The cut leaves what it keeps in the case's order, so that both can be walked side by side.
    """
    nodes = tuple(left(whole.facts.scoped, (), whole.labels))
    unsaid = {node.path for node in nodes if _is_unsaid(node, whole.labels)}
    kept = (
        path
        for node in nodes
        for path, _ in holders(node, whole.labels)
        if path[0] in Records.model_fields  # and not what only the case knows
        and not any(path[:length] in unsaid for length in range(1, len(path)))
    )
    cut = (
        record
        for node in walk(whole.view.records)
        for _, record in records_in(node)
        if not isinstance(record, Gap)
    )
    return {id(record): path for path, record in zip(kept, cut, strict=True)}


def _is_unsaid(node: Node, labels: Labels) -> bool:
    """Whether a field of a passage goes because other words than its own stand for it."""
    passage, path = node.holder, node.path[:-1]
    return (
        isinstance(passage, Passage)
        and node.spec.name in type(passage).tells_again
        and (path in labels.variants or (path in labels.plain and passage.plain is not None))
    )


def ruled_place(value: Ruled) -> Path:
    """What stands for the place of a value that the procedures compute."""
    return (RULED, value.conference, str(value.name), *((value.about,) if value.about else ()))


def told(view: View, homes: Placed) -> Tells:
    """All that a view tells, by place in the case: that there is a record, the words of a passage,
    and each field that holds anything. How it is shared is not among it."""
    values = {ruled_place(value): value.value for value in view.ruled}
    return {**dict(_told(view.records, (), homes)), **values}


def _told(record: Record, path: Path, homes: Placed) -> Iterator[tuple[Path, object]]:
    fields = type(record).model_fields
    apart = _NAMES | _WORDS if isinstance(record, Passage) else _NAMES
    for spec in specs(type(record)):
        value = getattr(record, spec.name)
        if spec.name in apart or value == fields[spec.name].get_default():
            continue
        here = (*path, spec.name)
        items = value if isinstance(value, tuple) else (value,)
        if not any(isinstance(item, Record) for item in items):
            yield here, value
            continue
        for position, item in enumerate(items):
            if not isinstance(item, Gap | Sharing | Variant):
                own = here if item is value else (*here, item_key(item, position))
                yield from _record(item, homes.get(id(item), own), homes)


def _record(record: Record, path: Path, homes: Placed) -> Iterator[tuple[Path, object]]:
    yield path, record.text if isinstance(record, Passage) else A_RECORD
    yield from _told(record, path, homes)
