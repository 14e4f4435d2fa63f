"""The manifest of a pack: each copy's name, digest, findings and needs. It holds no case text."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Literal

from pydantic import TypeAdapter

from cpdocs.documents.catalogue import Shelf, document
from cpdocs.findings import Finding
from cpdocs.packs.copies import Copy, Errand, Need, Outcome
from cpdocs.values import Showing

READERS = str(Shelf.READERS)
OPERATOR = str(Shelf.OPERATOR)
MANIFEST = f"{OPERATOR}/manifest.json"


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One copy as the manifest tells it. Only a copy that was made has a name, digest and size."""

    errand: Errand
    outcome: Outcome
    shelf: Shelf
    name: str | None = None
    sha256: str | None = None
    size: int | None = None  # bytes
    findings: tuple[Finding, ...] = ()
    needs: tuple[Need, ...] = ()

    @property
    def path(self) -> str | None:
        """Where the file lies under the pack's folder, or None where there is none."""
        if self.name is None:
            return None
        return str(PurePosixPath(self.shelf, self.errand.reader, self.name))


@dataclass(frozen=True, kw_only=True)
class Manifest:
    """Everything that one run made, or held, for one case, or of a report over several."""

    made_by: Literal["cpdocs"] = "cpdocs"
    format: Literal[1] = 1
    case: str  # the name of the pack's folder: the case's, or of a report over cases
    authority: str
    stage: str | None  # None: every stage that the case has something for
    copies: tuple[Entry, ...]

    @property
    def paths(self) -> dict[str, Entry]:
        """The copies that were made, by where they lie under the pack's folder."""
        return {entry.path: entry for entry in self.copies if entry.path is not None}

    def with_outcome(self, outcome: Outcome) -> tuple[Entry, ...]:
        """The copies of that outcome."""
        return tuple(entry for entry in self.copies if entry.outcome is outcome)


_MANIFESTS = TypeAdapter(Manifest)


def entry(copy: Copy) -> Entry:
    """What the manifest says of a copy."""
    content = None if copy.rendition is None else copy.rendition.content
    return Entry(
        errand=copy.errand,
        outcome=copy.outcome,
        shelf=_shelf(copy.errand),
        name=None if copy.rendition is None else copy.rendition.name,
        sha256=None if content is None else digest(content),
        size=None if content is None else len(content),
        findings=copy.findings,
        needs=copy.needs,
    )


def _shelf(errand: Errand) -> Shelf:
    """The chair's own papers lie with the operator, and so do copies marked for the chair."""
    return Shelf.OPERATOR if errand.showing is Showing.MARKED else document(errand.document).shelf


def digest(content: bytes) -> str:
    """SHA-256, in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def written(manifest: Manifest) -> bytes:
    """The manifest as a JSON file: the same bytes for the same copies."""
    return _MANIFESTS.dump_json(manifest, indent=2) + b"\n"


def read(content: bytes) -> Manifest:
    """The manifest in a JSON file. `ValueError` where it is not one of ours."""
    return _MANIFESTS.validate_json(content)
