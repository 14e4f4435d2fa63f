"""What `cpdocs audit` prints: places in the file and in the case, and never the words."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import typer

from cpdocs import cli_show as show
from cpdocs.case.case import Case
from cpdocs.findings import Effect, Finding


def searched(file: Path, case: Case, reader: str, about: str | None) -> tuple[Finding, ...]:
    """The findings of a file that is for `reader`, at the conference that `about` names."""
    from cpdocs.packs.audited import audit
    from cpdocs.packs.one import conference_of

    return audit(file, case, reader=reader, conference=conference_of(case, about).id)


def exit_code(findings: Sequence[Finding]) -> int:
    """1 where the file may not go to its reader, else 0."""
    return int(any(finding.effect is Effect.HOLDS for finding in findings))


def say(findings: Sequence[Finding], as_json: bool) -> None:
    """Each finding, then how it ends: a picture that nobody could read is no leak, and told."""
    if as_json:
        show.say_json(findings)
        return
    show.say_findings(findings)
    if not findings:
        typer.echo("Nothing that is withheld from this reader was found.")
    elif not exit_code(findings):
        typer.echo("Nothing that is withheld from this reader was found in what could be read.")
