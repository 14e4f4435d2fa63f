"""The main sample case, its copies made once a session, and trees of it to change."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from cpdocs.case.case import Case
from cpdocs.case.load import load
from cpdocs.documents import catalogue
from cpdocs.documents.compose import compose
from cpdocs.editions.render import read_back, render
from cpdocs.editions.rendition import Rendition
from cpdocs.languages import load_language
from cpdocs.matching import words
from cpdocs.model.view import Section
from cpdocs.procedures import load_authority, rule
from cpdocs.sharing import Shared, share
from cpdocs.values import Form
from tests.oracle import sample_tables as tables

FILE = Path(__file__).parents[2] / "data" / "cases" / tables.CASE / "case.yaml"
Tree = dict[str, Any]


@cache
def case() -> Case:
    """The sample as it stands."""
    return load(FILE)


def tree() -> Tree:
    """The sample as a plain tree, to change and hand to `from_tree`."""
    return case().model_dump(mode="json")


def from_tree(changed: Tree) -> Case:
    """A case from a changed tree."""
    return Case.model_validate(changed)


def shared(
    of: Case,
    reader: str,
    sections: frozenset[Section] = frozenset(Section),
    conference: str = tables.CONFERENCE,
) -> Shared:
    """What a reader gets of the sample's conference, or of another case's."""
    authority = load_authority(of.authority)
    return share(
        case=of,
        ruling=rule(of, authority),
        style=authority.style,
        reader=reader,
        conference=conference,
        sections=sections,
    )


def copy(of: Case, reader: str, document: str, form: Form) -> Rendition:
    """One copy, straight through the stages."""
    known = catalogue.document(document)
    view = shared(of, reader, frozenset(known.covers)).view
    return render(compose(known, view, load_language("en")), form)


@cache
def text_of(reader: str, document: str, form: Form) -> str:
    """The words of a reader's copy, read back from the finished file, every string of it."""
    made = copy(case(), reader, document, form)
    return " ".join(
        " ".join(words(found.text)) for found in read_back(made.content, made.form.format)
    )
