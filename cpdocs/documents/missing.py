"""Facts that a document must print and a view lacks: gathered, then told all at once."""

from __future__ import annotations

from typing import TypeVar

from jinja2 import ChainableUndefined

from cpdocs.errors import CopyError

T = TypeVar("T")


class Blank(ChainableUndefined):
    """Stands for a fact that is missing while the rest of the template is read for others."""


class Missing:
    """Gathers what one copy lacks."""

    def __init__(self) -> None:
        self._told: dict[str, str] = {}

    def need(self, value: T | None, place: str, mend: str) -> T | Blank:
        """`value`; where there is none, a blank and a note of the place and what to record."""
        if value or value is False or value == 0:
            return value
        self._told.setdefault(place, mend)
        return Blank(name=place)

    def check(self, document_id: str) -> None:
        """Raise `CopyError` that names the document and every place where a fact is missing."""
        if not self._told:
            return
        lines = (f"{place}: {mend}" for place, mend in self._told.items())
        raise CopyError(
            f"{document_id}: this copy must print what its reader's view does not hold. "
            "Record it in the case file, or see who may see it:\n" + "\n".join(lines)
        )
