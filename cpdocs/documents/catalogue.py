"""The catalogue: every document there is, read from the front matter of its template."""

from __future__ import annotations

from enum import StrEnum
from functools import cache

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from cpdocs import resources
from cpdocs.errors import DataError, UsageError
from cpdocs.model.view import ReaderKind, Section

_FOLDERS = {"letters": "letter", "reports": "report", "plans": "report"}  # to the article's class
_OPENS, _CLOSES = "{#---\n", "\n---#}"


class About(StrEnum):
    """What a document is about, which its file name tells by neutral id."""

    CASE = "case"
    CHILD = "child"
    MEETING = "meeting"
    AGENCY = "agency"
    CASES = "cases"
    NONE = "none"


class Stage(StrEnum):
    """When in a case's life a document is made."""

    BOOKING = "booking"
    INVITATION = "invitation"
    REPORTS = "reports"
    CONFERENCE = "conference"
    DECISION = "decision"
    MINUTES = "minutes"
    CORE_GROUP = "core-group"
    REVIEW = "review"
    ENDING = "ending"
    TRANSFER = "transfer"


class Document(BaseModel):
    """One document of the catalogue: its front matter, and where its words are."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    title: str  # for lists, in English; a copy's title is its own first heading
    about: About
    audience: tuple[ReaderKind, ...] = Field(min_length=1)  # for whom its wording is written
    stage: Stage
    source: str
    covers: tuple[Section, ...] = Field(min_length=1)
    template: str  # such as `letters/invitation-family.html`

    @property
    def shape(self) -> str:
        """The class of its article: `letter` or `report`."""
        return _FOLDERS[self.template.partition("/")[0]]


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
        read = Document.model_validate({**yaml.safe_load(told), "template": name})
    except (yaml.YAMLError, ValidationError, TypeError) as error:
        raise DataError(f"templates/{name}: its front matter is not right: {error}") from error
    if not name.endswith(f"/{read.id}.html"):
        raise DataError(f"templates/{name}: `id` must be the file's name without `.html`.")
    return read
