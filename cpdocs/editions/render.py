"""One call from composed words to a finished file, and one back to every string in it."""

from __future__ import annotations

from importlib import import_module
from typing import Protocol, cast

from cpdocs.documents.composed import Composed
from cpdocs.editions.rendition import Found, Rendition
from cpdocs.errors import CopyError
from cpdocs.values import Form, Format, Showing

_CHAIRS = "chair"  # in the name of the copy that is marked for the chair


class FormatModule(Protocol):
    """What a module of a format offers."""

    def write(self, composed: Composed, form: Form) -> bytes:
        """The finished file. The same bytes in every process, on every day."""

    def read_back(self, content: bytes) -> tuple[Found, ...]:
        """Every string in a finished file, seen or unseen, and where it stands."""


FORMATS = {
    Format.PDF: "cpdocs.editions.pdf",
    Format.DOCX: "cpdocs.editions.docx",
    Format.HTML: "cpdocs.editions.html",
}


def module_for(kind: Format) -> FormatModule:
    """The module of a format, imported only when it is asked for (a renderer takes 0.6 s to
    import)."""
    return cast(FormatModule, import_module(FORMATS[kind]))


def render(composed: Composed, form: Form) -> Rendition:
    """Make one copy.

    Raises `CopyError` where the words lack what every format needs, or the format cannot set them
    as they should be. The message names the document and a code, never a word of the copy.
    """
    _check(composed)
    return Rendition(
        name=file_name(composed, form),
        form=form,
        language=composed.language,
        content=module_for(form.format).write(composed, form),
    )


def read_back(content: bytes, kind: Format) -> tuple[Found, ...]:
    """Every string in a finished file of that format, and where it stands."""
    return module_for(kind).read_back(content)


def file_name(composed: Composed, form: Form) -> str:
    """`<document>[-<about>]-<language>[-chair]-<form>.<ext>`, from neutral ids alone."""
    language = composed.language.split("-", maxsplit=1)[0].lower()
    whose = _CHAIRS if composed.showing is Showing.MARKED else None
    parts = (composed.document, composed.about, language, whose, form.name)
    return "-".join(part for part in parts if part) + f".{form.format}"


def _check(composed: Composed) -> None:
    needed = {
        "missing-language": composed.language,
        "missing-title": composed.title,
        "missing-author": composed.author,
        "missing-marking": composed.running.marking,
    }
    missing = sorted(code for code, value in needed.items() if not value.strip())
    if missing:
        raise CopyError(
            f"{composed.document}: {', '.join(missing)}: every copy needs a language, a title, an "
            "author and a protective marking. Give them in the template or the authority's file."
        )
