"""Cut: one walker over the model's types makes a reader's records from the case and the labels.

A withheld field takes its type's default, a withheld record leaves its list, and nothing is put in
its place but, where the chair agreed, one constant mark.
"""

from __future__ import annotations

from typing import Any, TypeVar, cast

from cpdocs.model.base import Record
from cpdocs.model.conference import Contribution
from cpdocs.model.paths import Path, fields_of, item_key
from cpdocs.model.sharing import Gap, Passage
from cpdocs.sharing.verdict import Labels

R = TypeVar("R", bound=Record)


def cut(record: R, path: Path, labels: Labels) -> R:
    """The record as its reader may have it."""
    values: dict[str, Any] = {}
    for node in fields_of(record, path):
        if node.path in labels.withheld:
            continue
        if node.path in labels.kept:
            values[node.spec.name] = labels.kept[node.path]
        else:
            values[node.spec.name] = _value(node.value, node.path, labels)
    words = _words(record, path, labels) if isinstance(record, Passage) else {}
    return cast(R, type(record).model_construct(**(values | words)))


def _value(value: object, path: Path, labels: Labels) -> object:
    if isinstance(value, Record):
        return cut(value, path, labels)
    if isinstance(value, tuple):
        return _without_repeated_gaps(
            tuple(
                left
                for position, item in enumerate(value)
                for left in _item(item, (*path, item_key(item, position)), labels)
            )
        )
    return value


def _item(item: object, path: Path, labels: Labels) -> tuple[object, ...]:
    """One item of a list, as none, itself, or a mark."""
    if path not in labels.withheld:
        return (cut(item, path, labels),) if isinstance(item, Record) else (item,)
    if path in labels.gaps and isinstance(item, Contribution):
        return (Gap(part=item.part),)
    return ()


def _without_repeated_gaps(items: tuple[object, ...]) -> tuple[object, ...]:
    """Marks that follow each other in one part merge, so that they cannot be counted."""
    kept: list[object] = []
    last_of_part: dict[str, object] = {}
    for item in items:
        if isinstance(item, Contribution | Gap):
            repeated = isinstance(item, Gap) and last_of_part.get(item.part) == item
            last_of_part[item.part] = item
            if repeated:
                continue
        kept.append(item)
    return tuple(kept)


def _words(passage: Passage, path: Path, labels: Labels) -> dict[str, Any]:
    """The words that the reader gets: agreed ones with their own plain wording and translations."""
    number = labels.variants.get(path)
    words: dict[str, Any]
    if number is not None:
        variant = passage.wording_for[number]
        words = {
            "text": variant.text,
            "plain": variant.plain,
            "translations": variant.translations,
        }
    elif path in labels.plain and passage.plain is not None:
        words = {"text": passage.plain, "translations": {}}
    else:
        return {}
    fields = type(passage).model_fields
    return words | {name: fields[name].default for name in type(passage).tells_again}
