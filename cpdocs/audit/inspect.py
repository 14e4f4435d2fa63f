"""Search one finished file, made by cpdocs or by anybody, for what its reader may not have."""

from __future__ import annotations

from collections.abc import Iterable

from cpdocs.audit.encoded import decoded
from cpdocs.audit.reading import read
from cpdocs.audit.search import search
from cpdocs.editions.render import read_back
from cpdocs.editions.rendition import Found, Rendition
from cpdocs.findings import Effect, Finding, Severity
from cpdocs.sharing.ledger import Ledger


def inspect(rendition: Rendition, ledger: Ledger) -> tuple[Finding, ...]:
    """What the finished file tells that its reader may not have, its name included."""
    found = read_back(rendition.content, rendition.form.format)
    return _searched(found, rendition.name, ledger)


def inspect_any(content: bytes, name: str, ledger: Ledger) -> tuple[Finding, ...]:
    """The same of any file, and where it holds what cannot be searched, such as a picture.

    Raises `UsageError`, `CopyError` and `MissingProgram` as `reading.read` does.
    """
    strings = read(content)
    unread = (_not_read(place) for place in sorted(strings.unread))
    return (*_searched(strings.found, name, ledger), *unread)


def _searched(found: Iterable[Found], name: str, ledger: Ledger) -> tuple[Finding, ...]:
    strings = (*found, Found(place="file name", text=name))
    return search((*strings, *decoded(strings)), ledger.needles)


def _not_read(place: str) -> Finding:
    return Finding(
        code="not-read",
        effect=Effect.TELLS,
        severity=Severity.WARNING,
        place=place,
        says=(
            "There is something here that no search of words can read, such as a picture, a sound "
            "or a font. Look at it yourself before the file goes to anybody."
        ),
        source="R 7.6",
    )
