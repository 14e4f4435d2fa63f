"""A chair's copy: what others do not get is labelled, and paragraph numbers compared.

Which passages these are, and of whom, stands in the view. No template decides it, and those of
documents do not know of it: the one way in which they all say a passage puts the label there.
"""

from __future__ import annotations

from typing import Protocol

from markupsafe import Markup

from cpdocs.model.base import Record
from cpdocs.model.marks import Mark, Marks
from cpdocs.model.sharing import Passage

CHAIRS = "_parts/chair.html"  # the template of what only the chair's own copies say


class Say(Protocol):
    """How templates say a passage."""

    def __call__(
        self,
        passage: Passage,
        place: str,
        css_class: str | None = None,
        words: str | None = None,
    ) -> Markup: ...


class Words(Protocol):
    """The macros of that template."""

    def label(self, mark: Mark) -> Markup: ...
    def line(self, mark: Mark) -> Markup: ...
    def ended(self) -> Markup: ...
    def title(self) -> Markup: ...
    def notice(self) -> Markup: ...
    def concordance(self) -> Markup: ...


def unmarked(_record: Record) -> list[Markup]:
    """What stands before an action in any copy but the chair's marked one."""
    return []


def marking(say: Say, marks: Marks, chairs: Words) -> dict[str, object]:
    """The ways to say a passage, and what stands before an action, that label those marked.

    A passage that stands by itself under its number ends where the next begins; the end of any
    other is told.
    """
    by_record = {id(mark.record): mark for mark in marks.marks}

    def told(
        passage: Passage, place: str, css_class: str | None = None, words: str | None = None
    ) -> Markup:
        mark = by_record.get(id(passage))
        said = say(passage, place, css_class, words)
        if mark is None:
            return said
        end = Markup("") if css_class else chairs.ended()
        return Markup("").join((chairs.label(mark), said, end))

    def before(action: Record) -> list[Markup]:
        mark = by_record.get(id(action))
        return [] if mark is None else [chairs.line(mark)]

    return {"said": told, "marks_of": before}


def with_notice(inner: str, words: Words) -> str:
    """The document's words, with what the copy is in its title and under it, and at its end whose
    copies it is compared with, and their numbers."""
    told = inner.replace("</h1>", f" {words.title()}</h1>{words.notice()}", 1)
    return f"{told}{words.concordance()}"
