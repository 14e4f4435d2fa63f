"""A language's glossary: one word for each of the field's concepts, and the forms that it takes.

Sentences hold an authority's terms: `the %(plan)s ends`. In a language whose nouns change, a
sentence asks for the form that it needs, `%(plan:gen)s`, and the glossary gives it. Only terms have
forms: a name stands as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from cpdocs.errors import DataError

FILE = "glossary.yaml"


class Term(BaseModel):
    """What a language says for one English term."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    use: str  # the form that stands alone; for an authority's own word, its translation
    forms: dict[str, str] = {}  # the forms that a sentence may ask for, by the language's names
    also: tuple[str, ...] = ()  # other words that keep to the term: plurals, a verb, short forms
    note: str | None = None  # for translators

    def is_in(self, text: str) -> bool:
        """Whether a translation keeps to the term in one of its forms."""
        folded = text.casefold()
        return any(w.casefold() in folded for w in (self.use, *self.forms.values(), *self.also))


class Glossary(BaseModel):
    """Every term, by its English."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    terms: dict[str, Term]

    def in_text(self, english: str) -> Iterator[tuple[str, Term]]:
        """The terms that an English message has, the longest first: none counts inside another."""
        left = english
        for name, pattern in self._patterns:
            left, found = pattern.subn("\0", left)
            if found:
                yield name, self.terms[name]

    @cached_property
    def _patterns(self) -> tuple[tuple[str, re.Pattern[str]], ...]:
        names = sorted(self.terms, key=len, reverse=True)
        return tuple(
            (name, re.compile(rf"(?<![\w(]){re.escape(name)}s?(?!\w)", re.IGNORECASE))
            for name in names
        )


def read_glossary(folder: Path) -> Glossary:
    """The glossary of the language in `folder`; empty where it has none."""
    path = folder / FILE
    if not path.exists():
        return Glossary(terms={})
    try:
        return Glossary(terms=yaml.safe_load(path.read_text(encoding="utf-8")) or {})
    except (yaml.YAMLError, ValidationError) as error:
        raise DataError(f"languages/{folder.name}/{FILE} cannot be read: {error}") from error
