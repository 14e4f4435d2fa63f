"""Heads: what a chair knows a record of the case by, in a few words."""

from __future__ import annotations

from cpdocs.model.base import Record
from cpdocs.model.sharing import Passage

_HEAD = 12  # words of a passage


def known_by(record: Record) -> str:
    """The first words of a passage, the name or title of a record, or else what it is."""
    if isinstance(record, Passage):
        told = record.text.split()
        return " ".join(told[:_HEAD]) + (" …" if len(told) > _HEAD else "")
    for field in ("title", "name", "what", "id"):
        value = getattr(record, field, None)
        if value is not None:
            return str(getattr(value, "full", value))
    return type(record).__name__.lower()
