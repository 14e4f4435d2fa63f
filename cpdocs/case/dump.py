"""Write a case as a case file: JSON that `load_text` reads back as the same case."""

from __future__ import annotations

import json
from datetime import date, time
from enum import Enum

from cpdocs.case.case import Case
from cpdocs.case.shape import RELATION_KEYS, keys
from cpdocs.model.base import Record
from cpdocs.model.people import Relation

_RELATION_NAMES = {kind: name for name, kind in RELATION_KEYS.items()}


def dump(case: Case) -> str:
    """The case as JSON in the format of the file; what is as it is by default is left out."""
    return json.dumps(_record(case), ensure_ascii=False, indent=2) + "\n"


def _record(record: Record) -> dict[str, object]:
    written: dict[str, object] = {}
    if isinstance(record, Relation):
        written[_RELATION_NAMES[record.kind]] = record.of
    fields = type(record).model_fields
    for key in keys(type(record)):
        value = getattr(record, key.field)
        if key.required or value != fields[key.field].default:
            written[key.name] = _value(value)
    return written


def _value(value: object) -> object:
    if isinstance(value, Record):
        return _record(value)
    if isinstance(value, tuple):
        return [_value(item) for item in value]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date | time):  # a datetime is a date too
        return value.isoformat()
    return value
