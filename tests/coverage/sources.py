"""The rows that a document's golden meets: those of table A that its front matter is written to."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

import pytest

from cpdocs.documents.catalogue import document
from tests.documents.example import Example
from tests.meets import meets, rows

# Rows that a golden does not meet: a letter asks for a report, a guide tells a child how to be
# heard, and the agenda that is kept is that of an initial conference.
NOT_SHOWN: Final = {
    "invitation-agency": {"A34"},
    "agenda": {"A51"},
}
# What a document's words are written to as well: rows of other tables, and parts of another row's.
ALSO: Final = {
    "guide-parents": ("D29", "D36"),
    "guide-professionals": ("C41",),
    "outline-plan": ("A72", "A80"),
    "detailed-plan": ("A79", "A80"),
    "transfer-out": ("C51",),
}


def rows_of(document_id: str) -> tuple[str, ...]:
    """The rows of table A in the brackets at the end of a document's source, and the others."""
    bracket = re.search(r"\(([^)]*)\)$", document(document_id).source)
    found = []
    for first, last in re.findall(r"\b(A\d+)(?:-(A\d+))?", bracket[1] if bracket else ""):
        order = list(rows())
        found += order[order.index(first) : order.index(last or first) + 1]
    own = [row for row in found if row not in NOT_SHOWN.get(document_id, ())]
    return tuple(dict.fromkeys((*own, *ALSO.get(document_id, ()))))


def by_source(copies: Mapping[str, Example]) -> list[Any]:
    """Each copy's name, marked with the rows that its document is written to."""
    told = {name: rows_of(copy.document) for name, copy in copies.items()}
    return [
        pytest.param(name, id=name, marks=[meets(*of)] if of else []) for name, of in told.items()
    ]
