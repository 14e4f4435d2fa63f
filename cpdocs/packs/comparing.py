"""Two readers of one document side by side: what one gets of it and the other does not."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from cpdocs.case.case import Case
from cpdocs.errors import UsageError
from cpdocs.packs.copies import Prepared
from cpdocs.packs.desk import Desk
from cpdocs.packs.one import known_reader
from cpdocs.packs.readership import Readership, readership, told_of
from cpdocs.procedures import load_authority, rule
from cpdocs.sharing import Shared
from cpdocs.sharing.compare import Difference, differences


class Standing(StrEnum):
    """Whether a reader has a copy."""

    SENT = "sent"
    NOT_SENT = "not-sent"  # the authority's procedures do not send it to them
    NOTHING_TO_SHARE = "nothing-to-share"  # sharing leaves them nothing of it


@dataclass(frozen=True, kw_only=True)
class Compared:
    """One reader, and how they stand to the document."""

    reader: str
    standing: Standing


@dataclass(frozen=True, kw_only=True)
class Comparison:
    """Two readers of one document. Where one of them has no copy there is nothing to list."""

    document: str
    conference: str
    about: str | None
    first: Compared
    second: Compared
    differences: tuple[Difference, ...]


def compare(case: Case, document: str, readers: tuple[str, str], about: str | None) -> Comparison:
    """What each of two readers gets of a document and the other does not.

    Raises UsageError for names that there are not, and where neither of them is sent the document.
    """
    for reader in readers:
        known_reader(case, reader)
    if readers[0] == readers[1]:
        raise UsageError("Name two different readers: one reader's copy is like itself.")
    meant = readership(case, document, about)
    if not set(readers) & set(meant.readers):
        sent = ", ".join(meant.readers)
        raise UsageError(f"Neither of them is sent {meant.document}. It is sent to: {sent}.")
    prepared = Prepared(
        slug=case.case, case=case, ruling=rule(case, load_authority(case.authority))
    )
    desk = Desk(prepared)
    first, second = (_shared(desk, meant, reader) for reader in readers)
    told: tuple[Difference, ...] = ()
    if isinstance(first, Shared) and isinstance(second, Shared):
        told = differences(first, second, prepared.ruling)
    return Comparison(
        document=meant.document,
        conference=meant.conference.id,
        about=meant.about,
        first=Compared(reader=readers[0], standing=_standing(first)),
        second=Compared(reader=readers[1], standing=_standing(second)),
        differences=told,
    )


def _shared(desk: Desk, meant: Readership, reader: str) -> Shared | Standing:
    if reader not in meant.readers:
        return Standing.NOT_SENT
    return told_of(desk, meant, reader) or Standing.NOTHING_TO_SHARE


def _standing(told: Shared | Standing) -> Standing:
    return Standing.SENT if isinstance(told, Shared) else told
