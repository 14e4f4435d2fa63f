"""The root of every record type, and what the stages may ask about a record's fields.

A record's field is written `name: Annotated[type, Sensitivity.X]`, with `Ref.Y` beside it where its
value is an id (or several) of another record. `PUBLIC`: no more private than the record it is in.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from pydantic import BaseModel, ConfigDict

from cpdocs.values import Sensitivity


class Ref(StrEnum):
    """What kind of record a field's id names."""

    PERSON = "person"  # a child, family member or professional
    CHILD = "child"
    HOUSEHOLD = "household"
    PLACE = "place"
    AGENCY = "agency"
    PART = "part"  # of the same conference
    CONFERENCE = "conference"


class Value(BaseModel):
    """A frozen value that holds nothing of a case (an authority's terms, for instance)."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)


class Record(Value):
    """A frozen record of a case. Every field declares its sensitivity."""

    @property
    def subjects(self) -> tuple[str, ...] | None:
        """Ids of the people whom this record is about; None: those whom its holder is about."""
        return None


@dataclass(frozen=True, kw_only=True)
class FieldSpec:
    """What sharing and the reader of case files need to know about one field of a record type."""

    name: str
    sensitivity: Sensitivity | None  # None: undeclared, so withheld (law 1)
    ref: Ref | None
    required: bool  # a record whose required field is withheld goes whole


@cache
def specs(record: type[Record]) -> tuple[FieldSpec, ...]:
    """The fields of a record type, in the order they are written."""
    return tuple(
        FieldSpec(
            name=name,
            sensitivity=next((m for m in info.metadata if isinstance(m, Sensitivity)), None),
            ref=next((m for m in info.metadata if isinstance(m, Ref)), None),
            required=info.is_required(),
        )
        for name, info in record.model_fields.items()
    )
