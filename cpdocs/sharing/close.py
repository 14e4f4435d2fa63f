"""Close: whatever would point at a withheld record goes too, until nothing dangles.

In a list of ids the withheld one goes; where a record cannot be without the field, the record goes.
Households, places and agencies that nothing left points at go as well.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from cpdocs.model.base import Record, Ref
from cpdocs.model.conference import Invitation
from cpdocs.model.paths import Node, Path, fields_of, item_key
from cpdocs.sharing.facts import Facts
from cpdocs.sharing.papers import Shared
from cpdocs.sharing.verdict import Labels, Verdict, withheld

_ROOT_LISTS = {
    "children": (Ref.CHILD, Ref.PERSON),
    "people": (Ref.PERSON,),
    "professionals": (Ref.PERSON,),
    "agencies": (Ref.AGENCY,),
    "households": (Ref.HOUSEHOLD,),
    "places": (Ref.PLACE,),
    "conferences": (Ref.CONFERENCE,),
}
_ONLY_IF_NAMED = {"agencies": Ref.AGENCY, "households": Ref.HOUSEHOLD, "places": Ref.PLACE}


def close(facts: Facts, labels: Labels) -> Labels:
    """Labels in which nothing that is left points at anything withheld."""
    while True:
        closed = _once(facts, labels)
        if len(closed.withheld) == len(labels.withheld) and closed.kept == labels.kept:
            return closed
        labels = closed


def _once(facts: Facts, labels: Labels) -> Labels:
    gone = dict(labels.withheld)
    kept: dict[Path, tuple[str, ...]] = {}
    nodes = tuple(left(facts.scoped, (), labels))
    known = _known(facts, labels)
    named: set[tuple[Ref, str]] = set()
    for node in nodes:
        for inner, record in holders(node, labels):
            _drop_incomplete(record, inner, gone, labels)
        ref, value = node.spec.ref, node.value
        if ref is None:
            continue
        if isinstance(value, str):
            if (ref, value) in known:
                named.add((ref, value))
            else:
                gone[node.path] = withheld("points-at-withheld", "policy")
        elif isinstance(value, tuple):
            granted = labels.narrowed.get(node.path, value)
            stay = tuple(item for item in granted if (ref, item) in known)
            named |= {(ref, item) for item in stay}
            if stay != value:
                kept[node.path] = stay
            if value and not stay and _means_nothing_when_empty(node):
                gone[node.path[:-1]] = withheld("nothing-left-that-it-is-for", "policy")
    for name, ref in _ONLY_IF_NAMED.items():
        for item in getattr(facts.scoped, name):
            path = (name, item.id)
            if path not in gone and (ref, item.id) not in named:
                gone[path] = withheld("nothing-points-at-it", "policy")
    return replace(labels, withheld=gone, kept=kept)


def _means_nothing_when_empty(node: Node) -> bool:
    """A core group for no child; an invitation to no part, which would read as one to all."""
    of_group = isinstance(node.holder, Shared) and node.spec.ref is Ref.CHILD
    return of_group or (isinstance(node.holder, Invitation) and node.spec.ref is Ref.PART)


def _drop_incomplete(record: Record, path: Path, gone: dict[Path, Verdict], labels: Labels) -> None:
    """A record without a field that it cannot be without goes whole."""
    for node in fields_of(record, path):
        if node.spec.required and node.path in labels.withheld:
            gone[path] = labels.withheld[node.path]
            return


def left(record: Record, path: Path, labels: Labels) -> Iterator[Node]:
    """The fields that are not withheld, down the tree."""
    for node in fields_of(record, path):
        if node.path in labels.withheld:
            continue
        yield node
        for inner, holder in holders(node, labels):
            yield from left(holder, inner, labels)


def holders(node: Node, labels: Labels) -> Iterator[tuple[Path, Record]]:
    """The records in a field that are not withheld."""
    value = node.value
    if isinstance(value, Record):
        yield node.path, value
    elif isinstance(value, tuple):
        for position, item in enumerate(value):
            inner = (*node.path, item_key(item, position))
            if isinstance(item, Record) and inner not in labels.withheld:
                yield inner, item


def _known(facts: Facts, labels: Labels) -> frozenset[tuple[Ref, str]]:
    """Every id that the reader can resolve."""
    found: set[tuple[Ref, str]] = set()
    for name, refs in _ROOT_LISTS.items():
        if (name,) in labels.withheld:
            continue
        for item in getattr(facts.scoped, name):
            if (name, item.id) not in labels.withheld:
                found |= {(ref, item.id) for ref in refs}
    conference = facts.conference.id
    found |= {
        (Ref.PART, part.id)
        for part in facts.conference.parts
        if ("conferences", conference, "parts", part.id) not in labels.withheld
    }
    return frozenset(found)
