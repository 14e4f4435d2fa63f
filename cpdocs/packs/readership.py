"""The readership of a document: everybody whom the authority's procedures send it, as a draft or
once it is approved. It is what a chair weighs who sees what of it by."""

from __future__ import annotations

from dataclasses import dataclass

from cpdocs.case.case import Case
from cpdocs.documents import catalogue
from cpdocs.errors import UsageError
from cpdocs.model.conference import Conference
from cpdocs.packs.desk import Desk
from cpdocs.packs.occasions import copies_in_time, names_of
from cpdocs.sharing import NothingToShare, Shared
from cpdocs.sharing.narrow import holds


@dataclass(frozen=True, kw_only=True)
class Readership:
    """One document about one thing, and whom it is sent to, each reader once."""

    document: str
    conference: Conference
    about: str | None  # the child or paper that it is about; None: the conference
    stage: str
    readers: tuple[str, ...]  # ids


def readerships(case: Case, conference: Conference) -> tuple[Readership, ...]:
    """Every document of a conference that somebody is sent, in the order in which they go out."""
    sent: dict[tuple[str, str | None], list[str]] = {}
    stages: dict[tuple[str, str | None], str] = {}
    for due in copies_in_time(case, conference):
        key = (due.sending.document, due.about)
        stages.setdefault(key, str(due.sending.stage))
        sent.setdefault(key, []).append(due.sending.reader)
    return tuple(
        Readership(
            document=document,
            conference=conference,
            about=about,
            stage=stages[document, about],
            readers=tuple(dict.fromkeys(readers)),
        )
        for (document, about), readers in sent.items()
    )


def readership(case: Case, document: str, about: str | None) -> Readership:
    """The one that is meant. Raises UsageError where there is none, or more than one."""
    known = catalogue.document(document).id
    there = [
        each
        for conference in case.conferences
        for each in readerships(case, conference)
        if each.document == known
    ]
    if not there:
        raise UsageError(f"The authority's procedures send {known} to nobody as the case stands.")
    meant = [each for each in there if about is None or about in names_of(case, each)]
    if len(meant) == 1:
        return meant[0]
    names = ", ".join(dict.fromkeys(each.about or each.conference.id for each in meant or there))
    if not meant:
        raise UsageError(f"There is no copy of {known} about that. Name one with --about: {names}.")
    raise UsageError(f"There is more than one {known}. Name one with --about: {names}.")


def told_of(desk: Desk, meant: Readership, reader: str) -> Shared | None:
    """What a reader's copy of the document is told, or None where that is nothing."""
    covers = catalogue.document(meant.document).covers
    try:
        whole = desk.whole(reader, meant.conference.id)
        shared = whole.told(frozenset(covers), meant.about)
    except NothingToShare:
        return None
    return shared if holds(covers[0], shared.view.conference, shared.view.records) else None
