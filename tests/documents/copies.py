"""A copy in English as markup and as bare words: what tests of single documents read."""

from __future__ import annotations

from cpdocs.documents.catalogue import document
from cpdocs.documents.compose import compose
from cpdocs.languages import load_language
from cpdocs.model.view import View
from tests.documents.goldens import COPIES


def body(document_id: str, view: View) -> str:
    """The words that a view makes."""
    return compose(document(document_id), view, load_language("en")).body


def copy(name: str) -> str:
    """The example of that name."""
    return body(COPIES[name].document, COPIES[name].view)


def words(text: str) -> str:
    """A copy without its elements."""
    pieces = text.replace("<", "\x00<").replace(">", ">\x00").split("\x00")
    return " ".join(" ".join(p for p in pieces if not p.startswith("<")).split())
