"""Checks that a pack is as it was made and, with its case, that nothing in it leaks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from stat import S_IMODE

from cpdocs.audit import inspect
from cpdocs.case.case import Case
from cpdocs.editions.rendition import Rendition
from cpdocs.findings import Effect, Finding, Severity
from cpdocs.packs.copies import SEVERAL
from cpdocs.packs.manifest import MANIFEST, Entry
from cpdocs.packs.reports import ledger_of_report
from cpdocs.packs.store import FILE_MODE, FOLDER_MODE, read_manifest, strangers
from cpdocs.procedures import load_authority, rule
from cpdocs.sharing import Ledger, share_whole

_SAYS = {
    "file-missing": "This copy is in the manifest and not in the folder. If it was not moved on "
    "purpose, make the pack again.",
    "file-changed": "This file is not as it was made. Check it with `cpdocs audit` before it goes "
    "to anybody, or make the pack again elsewhere.",
    "file-extra": "Something lies here that is not in the manifest. Find out what it is, and move "
    "it out before the folder goes to anybody.",
    "file-unreadable": "This file cannot be read, so it cannot be searched. Make the pack again.",
    "file-mode": "Other people on this machine may read this file. Give it the mode 600.",
    "folder-mode": "Other people on this machine may look into this folder. Give it the mode 700.",
}


def verify(folder: Path, case: Case | None = None) -> tuple[Finding, ...]:
    """What is not right with one case's pack: files missing, changed or added, and wrong modes.

    With the `case`, every copy is also searched again for what is withheld from its reader. Raises
    UsageError where `folder` is not a pack.
    """
    manifest = read_manifest(folder)
    findings = list(_as_made(folder))
    if case is not None:
        for path, entry in sorted(manifest.paths.items()):
            if (folder / path).is_file():
                findings.extend(_leaks(case, path, entry, (folder / path).read_bytes()))
    return tuple(sorted(findings))


def _as_made(folder: Path) -> Iterator[Finding]:
    manifest = read_manifest(folder)
    for path in manifest.paths:
        if not (folder / path).exists():
            yield _finding("file-missing", path)
    for place in strangers(folder, manifest):
        yield _finding("file-changed" if place in manifest.paths else "file-extra", place)
    folders = {up for path in (*manifest.paths, MANIFEST) for up in Path(path).parents}
    for inner in sorted(folders):
        if (folder / inner).is_dir() and S_IMODE((folder / inner).stat().st_mode) != FOLDER_MODE:
            yield _finding("folder-mode", str(inner))
    for name in sorted((*manifest.paths, MANIFEST)):
        if (folder / name).is_file() and S_IMODE((folder / name).stat().st_mode) != FILE_MODE:
            yield _finding("file-mode", name)


def _leaks(case: Case, path: str, entry: Entry, content: bytes) -> Iterator[Finding]:
    if entry.errand.conference == SEVERAL:
        ledger = ledger_of_report(case)
    else:
        ledger = ledger_of(case, entry.errand.reader, entry.errand.conference)
    rendition = Rendition(
        name=Path(path).name,
        form=entry.errand.form,
        language=entry.errand.language,
        content=content,
    )
    try:
        for finding in inspect(rendition, ledger):
            yield replace(finding, place=f"{path}: {finding.place}")
    except Exception:  # a broken file can fail anywhere in the libraries that read it
        yield _finding("file-unreadable", path)


def ledger_of(case: Case, reader: str, conference: str) -> Ledger:
    """What is withheld from a reader, whatever the document."""
    authority = load_authority(case.authority)
    return share_whole(
        case=case,
        ruling=rule(case, authority),
        style=authority.style,
        reader=reader,
        conference=conference,
    ).ledger


def _finding(code: str, place: str) -> Finding:
    return Finding(
        code=code,
        effect=Effect.HOLDS,
        severity=Severity.ERROR,
        place=place,
        says=_SAYS[code],
        source="the manifest",
    )
