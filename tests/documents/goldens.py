"""The copies whose whole words are kept: `python -m tests.documents.goldens` writes them anew."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

from cpdocs.documents.catalogue import document
from cpdocs.documents.compose import compose
from cpdocs.languages import load_language
from cpdocs.model.view import View
from tests.documents.example import Example

FOLDER = Path(__file__).parent / "golden"


def _all() -> tuple[Example, ...]:
    """The examples of every `examples_*.py` beside this file."""
    modules = sorted(path.stem for path in Path(__file__).parent.glob("examples_*.py"))
    found = (import_module(f"tests.documents.{name}").EXAMPLES for name in modules)
    return tuple(example for examples in found for example in examples)


EXAMPLES = _all()
COPIES = {example.name: example for example in EXAMPLES}


def view_of(document_id: str) -> View:
    """The view by which a document is shown: its first example's."""
    return next(example.view for example in EXAMPLES if example.document == document_id)


def words_of(name: str) -> str:
    """The copy of that name, as it is composed now."""
    example = COPIES[name]
    return compose(document(example.document), example.view, load_language("en")).body + "\n"


if __name__ == "__main__":
    for copy in COPIES:
        (FOLDER / f"{copy}.html").write_text(words_of(copy), encoding="utf-8")
