"""A document's example told in a language, by an authority whose words are in its catalogue.

The words of the case are sample sentences in that language, as a translator would give them.
"""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel

from cpdocs.documents.catalogue import catalogue, document
from cpdocs.documents.compose import compose
from cpdocs.documents.composed import Composed
from cpdocs.languages import load_language
from cpdocs.languages.catalogue import standing
from cpdocs.languages.language import home_of
from cpdocs.model.sharing import Passage
from cpdocs.model.view import ReaderKind
from cpdocs.procedures import load_authority
from tests.documents.goldens import EXAMPLES
from tests.editions.spoken import LANGUAGES, sentences_in

_FAMILY = {ReaderKind.PARENT, ReaderKind.FAMILY, ReaderKind.CHILD, ReaderKind.HELPER}
_SHOWN = {e.document for e in EXAMPLES if e.view.reader.kind in _FAMILY}
FOR_FAMILIES = tuple(d.id for d in catalogue() if _FAMILY & set(d.audience) and d.id in _SHOWN)
COMPLETE = tuple(c for c in LANGUAGES if c == "en" or standing(home_of(c)).is_whole)


def told_in(document_id: str, code: str, authority: str = "rotherham") -> Composed:
    """The document's first example that a family member reads, in the language `code`."""
    example = next(
        e for e in EXAMPLES if e.document == document_id and e.view.reader.kind in _FAMILY
    )
    view = example.view.model_copy(update={"style": load_authority(authority).style})
    said = {code: " ".join(sentences_in(code))}
    return compose(document(document_id), _translated(view, said), load_language(code))


def _translated(value: Any, said: dict[str, str]) -> Any:
    """The same with a translation beside every passage."""
    if isinstance(value, tuple):
        return tuple(_translated(item, said) for item in value)
    if isinstance(value, dict):
        return {key: _translated(item, said) for key, item in value.items()}
    if not isinstance(value, BaseModel):
        return value
    update = {name: _translated(getattr(value, name), said) for name in type(value).model_fields}
    if isinstance(value, Passage):
        update["translations"] = said
    return value.model_copy(update=update)
