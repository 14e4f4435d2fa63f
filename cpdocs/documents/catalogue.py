"""The catalogue: every document there is, read from the front matter of its template."""

from __future__ import annotations

from enum import StrEnum
from functools import cache

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from cpdocs import resources
from cpdocs.errors import DataError, UsageError
from cpdocs.model.view import PAPERS, ReaderKind, Section
from cpdocs.values import Stage

_OPENS, _CLOSES = "{#---\n", "\n---#}"


class About(StrEnum):
    """What a document is about, which its file name tells by neutral id."""

    CASE = "case"
    CHILD = "child"
    MEETING = "meeting"
    AGENCY = "agency"
    CASES = "cases"
    NONE = "none"


class Shelf(StrEnum):
    """Where a copy lies: in its reader's folder, or with the operator for the chair alone."""

    READERS = "readers"
    OPERATOR = "operator"


class Shape(StrEnum):
    """How a document is laid out: the class of its article."""

    LETTER = "letter"
    REPORT = "report"


_FOLDERS = {"letters": Shape.LETTER, "reports": Shape.REPORT, "plans": Shape.REPORT}
CHILDREN = "children"  # as `each`: a copy for each child of the conference


class Document(BaseModel):
    """One document of the catalogue: its front matter, and where its words are."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    title: str  # for lists, in English; a copy's title is its own first heading
    about: About
    audience: tuple[ReaderKind, ...] = Field(min_length=1)  # for whom its wording is written
    stage: Stage
    source: str
    covers: tuple[Section, ...] = Field(min_length=1)  # the first: what it cannot do without
    each: str | None = None  # a copy for each record of a list, or of one kind: `reports.review`
    shelf: Shelf = Shelf.READERS
    shape: Shape  # of its article: as its folder says, save leaflets, which are no letters
    template: str  # such as `letters/invitation-family.html`

    @field_validator("each")
    @classmethod
    def _is_of_a_list(cls, told: str | None) -> str | None:
        if told is not None and told.partition(".")[0] not in (*PAPERS, CHILDREN):
            raise ValueError(f"`each` names a list: {', '.join((CHILDREN, *PAPERS))}.")
        return told


@cache
def catalogue() -> tuple[Document, ...]:
    """Every document, sorted by id. Raises `DataError` where front matter is not right."""
    names = (name for folder in _FOLDERS for name in resources.template_names(folder))
    documents = sorted((_read(name) for name in names), key=lambda document: document.id)
    return tuple(documents)


def document(document_id: str) -> Document:
    """The document of that id. Raises `UsageError`, which lists what there is."""
    found = next((d for d in catalogue() if d.id == document_id), None)
    if found is None:
        known = ", ".join(d.id for d in catalogue())
        raise UsageError(f"There is no such document. The documents are: {known}.")
    return found


def _read(name: str) -> Document:
    text = resources.template_text(name)
    if not text.startswith(_OPENS) or _CLOSES not in text:
        raise DataError(f"templates/{name}: begin with front matter between `{{#---` and `---#}}`.")
    told = text[len(_OPENS) : text.index(_CLOSES)]
    try:
        shape = _FOLDERS[name.partition("/")[0]]
        read = Document.model_validate({"shape": shape, **yaml.safe_load(told), "template": name})
    except (yaml.YAMLError, ValidationError, TypeError) as error:
        raise DataError(f"templates/{name}: its front matter is not right: {error}") from error
    if not name.endswith(f"/{read.id}.html"):
        raise DataError(f"templates/{name}: `id` must be the file's name without `.html`.")
    return read
