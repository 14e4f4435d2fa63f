"""The copies whose whole words are kept: `python -m tests.documents.goldens` writes them anew."""

from __future__ import annotations

from pathlib import Path

from cpdocs.documents.catalogue import document
from cpdocs.documents.compose import compose
from cpdocs.languages import load_language
from cpdocs.model.view import Reader
from tests.documents.views import GRANDMOTHER, HEALTH_VISITOR, MOTHER, view_for

FOLDER = Path(__file__).parent / "golden"
COPIES: dict[str, tuple[str, Reader]] = {
    "invitation-family-parent": ("invitation-family", MOTHER),
    "invitation-family-grandmother": ("invitation-family", GRANDMOTHER),
    "invitation-agency": ("invitation-agency", HEALTH_VISITOR),
    "agenda": ("agenda", MOTHER),
    "minutes": ("minutes", HEALTH_VISITOR),
}


def words_of(name: str) -> str:
    """The copy of that name, as it is composed now."""
    document_id, reader = COPIES[name]
    return compose(document(document_id), view_for(reader), load_language("en")).body + "\n"


if __name__ == "__main__":
    for copy in COPIES:
        (FOLDER / f"{copy}.html").write_text(words_of(copy), encoding="utf-8")
