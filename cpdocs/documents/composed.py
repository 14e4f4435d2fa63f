"""A document in words: semantic HTML in one language, before it has a form.

The HTML is well-formed XML, uses only the elements and classes in `docs/architecture.md`, and says
nothing about how it looks. Every format is made from it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from cpdocs.values import Showing


@dataclass(frozen=True, kw_only=True)
class Running:
    """The words that stand on every page, already in the copy's language."""

    marking: str  # protective marking and the line that the copy is not to be passed on
    title: str
    reference: str
    page_of: str  # with `{page}` and `{pages}`, such as `Page {page} of {pages}`


@dataclass(frozen=True, kw_only=True)
class Composed:
    """One reader's document in words."""

    document: str  # catalogue id, such as `minutes`
    about: str | None  # neutral id of what it is about, for the file name
    language: str  # BCP 47, such as `en-GB` or `ur`
    direction: Literal["ltr", "rtl"]
    title: str
    author: str  # the authority's name: for document properties
    reference: str  # from the copy's own content
    body: str  # one <article>; XHTML
    running: Running
    showing: Showing = Showing.OWN
