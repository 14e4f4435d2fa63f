"""Slips: passages and other words of a view that tell what its reader may not have.

The view is searched before anything is composed. The search of the finished file (`cpdocs.audit`)
knows places in the file; this one knows the place in the case that has to be mended.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from pydantic import BaseModel

from cpdocs.findings import Effect, Finding, Severity
from cpdocs.model.base import Record
from cpdocs.model.paths import Path, fields_of, item_key, records_in, spell
from cpdocs.model.sharing import Gap
from cpdocs.sharing.hits import Searcher, Where
from cpdocs.sharing.needles import strings_in
from cpdocs.sharing.share import Shared
from cpdocs.sharing.verdict import Labels


def slips(shared: Shared) -> tuple[Finding, ...]:
    """One finding for each place of the case whose words would tell the reader something withheld.

    Findings name both places and never the words.
    """
    whole = shared.whole
    searcher = Searcher(whole.ledger.needles)
    places = dict(_places(whole.facts.scoped, whole.view.records, (), whole.labels))
    hits = {
        (spell(path), hit.needle.path)
        for path, text in _strings(shared.view.records, (), places)
        for hit in searcher.hits(text, Where.CASE)
        if not hit.may_stand()
    }
    return tuple(_finding(place, path) for place, path in sorted(hits))


def _places(
    record: Record, seen: BaseModel, path: Path, labels: Labels
) -> Iterator[tuple[int, Path]]:
    """Where each record of a view is in the case: the cut keeps the order, and leaves some out."""
    yield id(seen), path
    for node in fields_of(record, path):
        held = getattr(seen, node.spec.name, None)
        left = held if isinstance(held, tuple) else (held,)
        mine = iter(it for it in left if isinstance(it, Record) and not isinstance(it, Gap))
        for inner_path, inner in records_in(node):
            gone = node.path in labels.withheld or inner_path in labels.withheld
            if not gone and (told := next(mine, None)) is not None:
                yield from _places(inner, told, inner_path, labels)


def _strings(record: BaseModel, path: Path, places: dict[int, Path]) -> Iterator[tuple[Path, str]]:
    """Every string of a view with its place in the case, as near as a record is known there."""
    path = places.get(id(record), path)
    for name in type(record).model_fields:
        value = getattr(record, name)
        items = value if isinstance(value, tuple) else (value,)
        for position, item in enumerate(items):
            if isinstance(item, BaseModel):
                inner = (*path, name) if item is value else (*path, name, item_key(item, position))
                yield from _strings(item, inner, places)
            elif isinstance(item, str | date | dict):
                yield from (((*path, name), text) for text in strings_in(item))


def _finding(place: str, path: str) -> Finding:
    return Finding(
        code="told-in-words",
        effect=Effect.HOLDS,
        severity=Severity.ERROR,
        place=place,
        says=(
            f"These words tell something of `{path}`, which this reader may not have. Withhold "
            "them (`about`, `sharing.withhold_from`), have other words agreed for this reader "
            "(`wording_for`), or record that the chair lets them stand (`sharing.may_stand`)."
        ),
        source="R 7.6",
    )
