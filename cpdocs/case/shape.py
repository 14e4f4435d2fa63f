"""The shape of the case file, read off the record types: what may stand in each field."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import Enum, StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Final, Union, get_args, get_origin

from cpdocs.model.base import Record, Ref, specs
from cpdocs.model.people import Person, Relation, RelationKind
from cpdocs.model.sharing import Gap

ID: Final = re.compile(r"[a-z0-9][a-z0-9-]{0,40}")
REFERENCE: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]{0,40}")
LANGUAGE: Final = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?")
DAY: Final = re.compile(r"(19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}")
CLOCK: Final = re.compile(r"[0-9]{2}:[0-9]{2}(:[0-9]{2})?")
NUMBER: Final = re.compile(r"[0-9]{1,9}")
FLAGS: Final = {"true": True, "yes": True, "false": False, "no": False}


class Scalar(StrEnum):
    """What one text of the file stands for."""

    TEXT = "text"
    FLAG = "yes or no"
    NUMBER = "number"
    DAY = "date"
    MOMENT = "date and time"
    DAY_OR_MOMENT = "date, or date and time"
    CLOCK = "time"


@dataclass(frozen=True)
class Choice:
    """One of our own words."""

    of: type[Enum]

    @property
    def words(self) -> tuple[str, ...]:
        """The words, in the order of the model."""
        return tuple(str(member.value) for member in self.of)


@dataclass(frozen=True)
class Many:
    """A list."""

    item: Shape


@dataclass(frozen=True)
class ByLanguage:
    """Texts by language code."""


@dataclass(frozen=True)
class One:
    """A group of fields: one record."""

    record: type[Record]


Shape = Scalar | Choice | Many | ByLanguage | One


@dataclass(frozen=True, kw_only=True)
class Key:
    """One field as it is written in the file."""

    name: str  # in the file
    field: str  # in the model
    shape: Shape
    required: bool
    ref: Ref | None


# What the file calls differently from the model, because it reads better there.
_FILE_NAMES: Final[dict[tuple[type[Record], str], str]] = {(Person, "relations"): "is"}

_SCALARS: Final[dict[frozenset[object], Scalar]] = {
    frozenset({str}): Scalar.TEXT,
    frozenset({bool}): Scalar.FLAG,
    frozenset({int}): Scalar.NUMBER,
    frozenset({date}): Scalar.DAY,
    frozenset({datetime}): Scalar.MOMENT,
    frozenset({date, datetime}): Scalar.DAY_OR_MOMENT,
    frozenset({time}): Scalar.CLOCK,
}

# `{mother_of: amina}` in the file is a relation of kind mother, of amina.
RELATION_KEYS: Final[dict[str, RelationKind]] = {
    f"{kind.value.replace('-', '_')}_of": kind for kind in RelationKind
}


@cache
def keys(record: type[Record]) -> tuple[Key, ...]:
    """The fields of a record type as a case file writes them; a relation's: `RELATION_KEYS`."""
    return tuple(
        Key(
            name=_FILE_NAMES.get((record, spec.name), spec.name),
            field=spec.name,
            shape=_shape(record.model_fields[spec.name].annotation),
            required=spec.required,
            ref=spec.ref,
        )
        for spec in specs(record)
        if not (record is Relation and spec.name in {"kind", "of"})
    )


def _shape(annotation: object) -> Shape:
    union = get_origin(annotation) in (Union, UnionType)
    options = get_args(annotation) if union else (annotation,)
    # None means absent; a gap is made by sharing and never written in a case
    options = tuple(option for option in options if option not in (NoneType, Gap))
    scalar = _SCALARS.get(frozenset(options))
    if scalar is not None:
        return scalar
    (only,) = options
    if get_origin(only) is tuple:
        return Many(_shape(get_args(only)[0]))
    if get_origin(only) is dict:
        return ByLanguage()
    if isinstance(only, type) and issubclass(only, Record):
        return One(only)
    if isinstance(only, type) and issubclass(only, Enum):
        return Choice(only)
    raise TypeError(f"a case file cannot hold a {only}")


def records_in(shape: Shape) -> tuple[type[Record], ...]:
    """The record type that a field holds, one or many; none where it holds texts."""
    if isinstance(shape, Many):
        return records_in(shape.item)
    return (shape.record,) if isinstance(shape, One) else ()
