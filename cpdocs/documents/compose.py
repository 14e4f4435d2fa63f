"""Compose: a view becomes a document in words, in one language."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from cpdocs import resources
from cpdocs.documents.bilingual import side_by_side
from cpdocs.documents.canonical import canonical, first_heading, written
from cpdocs.documents.catalogue import About, Document
from cpdocs.documents.composed import Composed, Running
from cpdocs.documents.marking import CHAIRS, marking, unmarked, with_notice
from cpdocs.documents.missing import Missing
from cpdocs.documents.passages import by_part, last_number
from cpdocs.documents.reference import STAND_IN, reference_of
from cpdocs.documents.telling import Telling
from cpdocs.errors import UsageError
from cpdocs.languages import Language, load_language
from cpdocs.languages.language import SOURCE
from cpdocs.model.view import Section, View
from cpdocs.values import Showing

_RUNNING = "_parts/running.html"
_UNCHECKED = "_parts/unchecked.html"
_OPENED, _CLOSED = re.compile(r"<bdi\b[^>]*>"), re.compile(r"</bdi>")


@cache
def environment() -> Environment:
    """The one set of templates of a process: each is parsed once."""
    made = Environment(
        loader=FunctionLoader(_source),
        autoescape=True,
        undefined=StrictUndefined,
        extensions=["jinja2.ext.i18n"],
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,
    )
    made.policies["ext.i18n.trimmed"] = True
    made.newstyle_gettext = True  # type: ignore[attr-defined]  # set by the extension
    return made


def compose(document: Document, view: View, language: Language) -> Composed:
    """The document that `view` makes, in `language`.

    Raises `CopyError` with every fact that the document must print and the view lacks, `DataError`
    for a message without a translation, `UsageError` for a reader whom its wording is not for.
    """
    if view.reader.kind not in document.audience:
        audience = ", ".join(document.audience)
        raise UsageError(f"{document.id} is written for: {audience}. This reader is none of them.")
    missing = Missing()
    told = tools(document, view, language, missing)
    inner, foot = _in_words(document, view, told)
    missing.check(document.id)
    if language.is_unchecked:
        inner += environment().get_template(_UNCHECKED).render(told)
    opening = f'<article class="{document.shape}" lang="{language.tag}" dir="{language.direction}">'
    root = canonical(f"{opening}{inner}</article>", document.id)
    running: Any = environment().get_template(_RUNNING).make_module(told)
    foot_words = _plain(foot, language)
    body = written(root)
    reference = reference_of("\n".join((document.id, foot_words, body)))
    title = first_heading(root)
    return Composed(
        document=document.id,
        about=None if document.about is About.NONE else view.about or view.conference.id,
        language=language.tag,
        direction=language.direction,
        title=title,
        showing=Showing.OWN if view.marks is None else Showing.MARKED,
        author=view.style.name,
        reference=reference,
        body=body.replace(STAND_IN, reference),
        running=Running(
            marking=foot_words,
            title=title,
            reference=reference,
            page_of=_plain(running.page_of(), language),
        ),
    )


def compose_bilingual(document: Document, view: View, language: Language) -> Composed:
    """The document in `language` with the English of each passage beside it.

    Raises what `compose` raises, and `UsageError` where `language` is English.
    """
    if language.is_source:
        raise UsageError("A bilingual copy needs a language beside English. Name one.")
    own = compose(document, view, language)
    english = compose(document, view, load_language(SOURCE))
    return side_by_side(own, english, last_alone=int(language.is_unchecked))


def _in_words(document: Document, view: View, told: dict[str, Any]) -> tuple[str, Markup]:
    """What the template says, and the marking for the foot of its pages."""
    template = environment().get_template(document.template)
    if view.marks is not None:
        chairs: Any = environment().get_template(CHAIRS).make_module(told)
        told = {**told, **marking(told["said"], view.marks, chairs)}
        return with_notice(template.render(told), chairs), chairs.marking()
    running: Any = environment().get_template(_RUNNING).make_module(told)
    is_open = document.about is About.NONE
    return template.render(told), running.open_marking() if is_open else running.marking()


def tools(document: Document, view: View, language: Language, missing: Missing) -> dict[str, Any]:
    """All that a template is given, by the names that templates use."""
    spoken = by_part(view.conference) if Section.MINUTES in document.covers else ()
    return {
        **Telling(view, language, missing).tools(),
        "view": view,
        "it": view.paper,
        "direction": language.direction,
        "reference": Markup(f'<bdi dir="ltr" class="keep">{STAND_IN}</bdi>'),  # noqa: S704 (constant)
        "parts_spoken": spoken,
        "last_number": last_number(spoken),
        "marks_of": unmarked,
    }


def _source(name: str) -> str | None:
    try:
        return resources.template_text(name)
    except FileNotFoundError:
        return None


def _plain(words: Markup, language: Language) -> str:
    """Markup as bare text, what was isolated in it kept apart by Unicode's own isolates."""
    if language.direction == "rtl":
        words = Markup(_CLOSED.sub("\u2069", _OPENED.sub("\u2066", words)))  # noqa: S704 (composed)
    return " ".join(words.striptags().split())
