"""The JSON Schema of the case file, for editors and for those who fill it from a case system."""

from __future__ import annotations

import re
from typing import Final

from cpdocs.case.case import Case
from cpdocs.case.read import FORMAT_VERSION
from cpdocs.case.shape import (
    CLOCK,
    DAY,
    FLAGS,
    ID,
    LANGUAGE,
    NUMBER,
    REFERENCE,
    RELATION_KEYS,
    ByLanguage,
    Choice,
    Key,
    Many,
    One,
    Scalar,
    Shape,
    keys,
)
from cpdocs.model.base import Record
from cpdocs.model.people import Relation

Schema = dict[str, object]

# A text may be written without quotation marks, and an editor then takes `3` for a number.
_TEXT: Final[Schema] = {"type": ["string", "number"]}


def schema() -> Schema:
    """A JSON Schema (2020-12) of the file as it is written. The loader checks more than that."""
    definitions: dict[str, Schema] = {}
    root = _record(Case, definitions)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "cpdocs case file",
        **root,
        "$defs": dict(sorted(definitions.items())),
    }


def _record(record: type[Record], definitions: dict[str, Schema]) -> Schema:
    properties = {key.name: _field(record, key, definitions) for key in keys(record)}
    described: Schema = {
        "type": "object",
        "description": (record.__doc__ or "").strip(),
        "properties": properties,
        "required": [key.name for key in keys(record) if key.required],
        "additionalProperties": False,
    }
    if record is Relation:
        described["properties"] = {name: _exactly(ID) for name in RELATION_KEYS} | properties
        described["oneOf"] = [{"required": [name]} for name in RELATION_KEYS]
    return described


def _field(record: type[Record], key: Key, definitions: dict[str, Schema]) -> Schema:
    if record is Case and key.name == "cpdocs":
        return {"enum": [FORMAT_VERSION, str(FORMAT_VERSION)]}
    if record is Case and key.name == "case":
        return _exactly(REFERENCE)
    of_ids = key.ref is not None or key.name == "id"
    written = _shape(key.shape, definitions, _exactly(ID) if of_ids else _TEXT)
    # an optional field may be left empty
    return written if key.required else {"anyOf": [written, {"type": "null"}]}


def _exactly(pattern: re.Pattern[str]) -> Schema:
    return {"type": "string", "pattern": f"^(?:{pattern.pattern})$"}


def _shape(shape: Shape, definitions: dict[str, Schema], text: Schema) -> Schema:
    match shape:
        case One(record):
            if record.__name__ not in definitions:
                definitions[record.__name__] = {}  # named first: a record may hold its own kind
                definitions[record.__name__] = _record(record, definitions)
            return {"$ref": f"#/$defs/{record.__name__}"}
        case Many(item):
            return {"type": "array", "items": _shape(item, definitions, text)}
        case ByLanguage():
            return {
                "type": "object",
                "propertyNames": {"pattern": f"^(?:{LANGUAGE.pattern})$"},
                "additionalProperties": _TEXT,
            }
        case Choice():
            return {"enum": list(shape.words)}
        case Scalar():
            return _scalar(shape, text)


def _scalar(shape: Scalar, text: Schema) -> Schema:
    day, clock = DAY.pattern, CLOCK.pattern
    match shape:
        case Scalar.TEXT:
            return text
        case Scalar.FLAG:
            return {"enum": [True, False, *FLAGS]}
        case Scalar.NUMBER:
            return {"anyOf": [{"type": "integer", "minimum": 0}, _exactly(NUMBER)]}
        case Scalar.DAY:
            return _exactly(DAY)
        case Scalar.CLOCK:
            return _exactly(CLOCK)
        case Scalar.MOMENT:
            return {"type": "string", "pattern": f"^(?:{day})[ T](?:{clock})$"}
        case Scalar.DAY_OR_MOMENT:
            return {"type": "string", "pattern": f"^(?:{day})([ T](?:{clock}))?$"}
