"""Copies that nobody gets: held by a finding or an error, told without one word of the case."""

from __future__ import annotations

import traceback
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import cpdocs
from cpdocs.editions.rendition import Rendition
from cpdocs.errors import CpdocsError
from cpdocs.findings import Effect, Finding, Severity
from cpdocs.packs.copies import Copy, Job, Outcome
from cpdocs.packs.needs import not_met

_HOME = Path(cpdocs.__file__).parent.parent


def weighed(job: Job, rendition: Rendition, findings: tuple[Finding, ...]) -> Copy:
    """The copy that was made, or where any finding holds it, the findings alone."""
    holds = any(finding.effect is Effect.HOLDS for finding in findings)
    return Copy(
        errand=job.errand,
        outcome=Outcome.HELD if holds else Outcome.MADE,
        rendition=None if holds else rendition,
        findings=tuple(sorted(findings)),
        needs=job.needs,
    )


def nothing_to_share(job: Job) -> Copy:
    """The authority sends this document, and sharing leaves its reader nothing of it."""
    finding = Finding(
        code="nothing-to-share",
        effect=Effect.TELLS,
        severity=Severity.NOTE,
        place=job.errand.document,
        says="The authority sends this document to the reader, but they may see nothing of it, "
        "so no copy is made. `cpdocs sharing` shows why.",
        source="the sharing policy",
    )
    return Copy(errand=job.errand, outcome=Outcome.NOTHING_TO_SHARE, findings=(finding,))


def not_needed(job: Job) -> Copy:
    """A copy to be marked for the chair, of what everybody who is sent it gets alike."""
    return Copy(errand=job.errand, outcome=Outcome.NOT_NEEDED)


def stopped(job: Job, error: Exception) -> Copy:
    """Held by an error. Only cpdocs' own words are repeated: other messages may quote the case."""
    if isinstance(error, CpdocsError):
        return _held(job, "copy-not-made", job.errand.document, str(error))
    says = (
        f"A fault in cpdocs stopped this copy: {type(error).__name__}. "
        "Report it to whoever looks after cpdocs, with the place."
    )
    return _held(job, "unexpected-error", where(error), says)


def crashed(job: Job) -> Copy:
    """Held because the process that made it died, as one does that runs out of memory."""
    says = (
        "The program that was making this copy stopped without a word, as it does when memory runs "
        "out. Close other programs and run this again with --jobs 1."
    )
    return _held(job, "process-died", job.errand.document, says)


def one_copy_a_name(copies: Sequence[Copy]) -> tuple[Copy, ...]:
    """The copies, with those held that would overwrite each other in one reader's folder."""
    names = Counter(
        (copy.errand.reader, copy.rendition.name) for copy in copies if copy.rendition is not None
    )
    return tuple(
        _overwriting(copy)
        if copy.rendition and names[copy.errand.reader, copy.rendition.name] > 1
        else copy
        for copy in copies
    )


def where(error: BaseException) -> str:
    """The lines of code that an error came through, innermost last, as `cpdocs/packs/run.py:80`."""
    frames = traceback.extract_tb(error.__traceback__)
    return " > ".join(f"{_short(frame.filename)}:{frame.lineno}" for frame in frames[-6:])


def _short(filename: str) -> str:
    """A path that begins at a package, for the path before it may tell a user's name."""
    path = Path(filename)
    if path.is_relative_to(_HOME):
        return path.relative_to(_HOME).as_posix()
    return "/".join(path.parts[-2:])


def _overwriting(copy: Copy) -> Copy:
    finding = _finding(
        "same-name",
        copy.errand.document,
        "Two copies for this reader would have the same file name, so neither is made. "
        "Report it to whoever looks after cpdocs.",
    )
    findings = tuple(sorted((*copy.findings, finding)))
    return replace(copy, outcome=Outcome.HELD, rendition=None, findings=findings)


def _held(job: Job, code: str, place: str, says: str) -> Copy:
    findings = tuple(sorted((_finding(code, place, says), *not_met(job.needs))))
    return Copy(errand=job.errand, outcome=Outcome.HELD, findings=findings, needs=job.needs)


def _finding(code: str, place: str, says: str) -> Finding:
    return Finding(
        code=code,
        effect=Effect.HOLDS,
        severity=Severity.ERROR,
        place=place,
        says=says,
        source="cpdocs",
    )
