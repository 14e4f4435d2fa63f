"""What a rule is, and how rules find their way round a case by position."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import TypeVar

from cpdocs.case.case import Case
from cpdocs.case.shape import keys, records_in
from cpdocs.model.base import Record
from cpdocs.model.conference import Conference
from cpdocs.model.people import HELPERS

Path = tuple[str, ...]  # a place in a case, items by position
R = TypeVar("R", bound=Record)


@dataclass(frozen=True, kw_only=True)
class Rule:
    """One rule: its stable code, what to tell the user, and the places of a case that break it."""

    code: str
    wrong: str
    mend: str
    find: Callable[[Case], Iterator[Path]]


def every(root: Record, kind: type[R], path: Path = ()) -> Iterator[tuple[Path, R]]:
    """Every record of a kind in a tree of records, with its place."""
    if isinstance(root, kind):
        yield path, root
    for field in _ways(type(root), kind):
        value = getattr(root, field)
        if isinstance(value, Record):
            yield from every(value, kind, (*path, field))
        elif isinstance(value, tuple):
            for position, item in enumerate(value):
                yield from every(item, kind, (*path, field, str(position)))


@cache
def _ways(record: type[Record], kind: type[Record]) -> tuple[str, ...]:
    """The fields of a record type in which records of a kind can be, however deep."""
    return tuple(
        key.field
        for key in keys(record)
        if any(issubclass(inner, kind) or _ways(inner, kind) for inner in records_in(key.shape))
    )


def conferences(case: Case) -> Iterator[tuple[Path, Conference]]:
    """The conferences of a case, with their places."""
    for position, conference in enumerate(case.conferences):
        yield ("conferences", str(position)), conference


def is_family(case: Case, person_id: str) -> bool:
    """A child, a family member or a helper: anybody who is not there by profession."""
    return case.child(person_id) is not None or case.person(person_id) is not None


def is_helper_only(case: Case, person_id: str) -> bool:
    """Somebody who is there only to stand by another (supporter or advocate)."""
    person = case.person(person_id)
    return (
        person is not None
        and bool(person.relations)
        and all(relation.kind in HELPERS for relation in person.relations)
    )


def open_parts(conference: Conference) -> frozenset[str]:
    """Ids of the parts that family may be in."""
    return frozenset(
        part.id for part in conference.parts if not (part.confidential or part.legal_advice)
    )


def repeated(values: tuple[str, ...]) -> Iterator[int]:
    """The positions of values that stand earlier as well."""
    for position, value in enumerate(values):
        if value in values[:position]:
            yield position
