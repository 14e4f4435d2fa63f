"""The examples of the guides and of the criteria: they hold nothing of a case."""

from __future__ import annotations

from cpdocs.model.view import Reader, ReaderKind
from tests.documents.example import Example
from tests.documents.views import GRANDMOTHER, HEALTH_VISITOR, MOTHER, view_for

DAUGHTER = Reader(id="amina", kind=ReaderKind.CHILD, name="Amina Yusuf", greeting="Mina")
SUPPORTER = GRANDMOTHER.model_copy(update={"kind": ReaderKind.HELPER})

EXAMPLES = tuple(
    Example(name=document, document=document, view=view_for(reader))
    for document, reader in (
        ("guide-parents", MOTHER),
        ("guide-young-people", DAUGHTER),
        ("guide-supporters", SUPPORTER),
        ("guide-professionals", HEALTH_VISITOR),
        ("guide-complaints", MOTHER),
        ("criteria", MOTHER),
    )
)
