"""The values of a batch: a case ready for packing, one copy to make, and one copy made or held."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from cpdocs.case.case import Case
from cpdocs.editions.rendition import Rendition
from cpdocs.findings import Finding
from cpdocs.model.ruling import Ruling
from cpdocs.values import Form, Showing

SEVERAL = "_"  # in place of a conference's id, where a copy is of several cases: no id begins so


class NeedKind(StrEnum):
    """What a reader may need of a copy. Interpreters and signers are booked, not printed."""

    LANGUAGE = "language"
    WORDING = "wording"
    SIZE = "size"
    MEDIUM = "medium"


@dataclass(frozen=True, kw_only=True, order=True)
class Need:
    """One need of a reader: where the case records it, and whether their copies meet it."""

    kind: NeedKind
    place: str  # such as `people.nadia.needs.size`
    met: bool


@dataclass(frozen=True, kw_only=True)
class Prepared:
    """A case, the folder that its pack goes to, and what the procedures say of it."""

    slug: str
    case: Case
    ruling: Ruling
    holding: tuple[Finding, ...] = ()  # what the procedures' checks hold copies for


@dataclass(frozen=True, kw_only=True)
class Errand:
    """Which copy: of what, from which meeting, for whom, and in which form."""

    conference: str  # or SEVERAL
    about: str | None  # the child or paper that it is about; None: the conference
    stage: str
    document: str
    reader: str
    language: str
    form: Form
    showing: Showing = Showing.OWN


@dataclass(frozen=True, kw_only=True)
class Job:
    """One copy to make: a plain value that travels to another process."""

    prepared: Prepared
    errand: Errand
    needs: tuple[Need, ...] = ()


class Outcome(StrEnum):
    """What became of a copy."""

    MADE = "made"
    HELD = "held"
    NOT_NEEDED = "not-needed"  # nothing would be marked: everybody gets it alike
    NOTHING_TO_SHARE = "nothing-to-share"  # sharing leaves this reader nothing of the document


@dataclass(frozen=True, kw_only=True)
class Copy:
    """One copy made, or why it was not. Only a copy that is `MADE` has a rendition."""

    errand: Errand
    outcome: Outcome
    rendition: Rendition | None = None
    findings: tuple[Finding, ...] = ()
    needs: tuple[Need, ...] = ()
