"""What `cpdocs check` prints, and the one place that asks what day it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime
from itertools import groupby
from zoneinfo import ZoneInfo

import typer

from cpdocs import cli_show as show
from cpdocs.findings import Finding, Severity

_LONDON = ZoneInfo("Europe/London")


def day_in_london() -> date:
    """The day in London: what is overdue depends on it, and no copy does."""
    return datetime.now(_LONDON).date()


def exit_code(findings: Sequence[Finding]) -> int:
    """1 where any finding is an error, else 0."""
    return int(any(finding.severity is Severity.ERROR for finding in findings))


def say(findings: Sequence[Finding], on: date) -> None:
    """Each trouble once, with every place that has it, then how many there are."""
    out = show.console()
    for (severity, code, says, source), alike in groupby(findings, _trouble):
        out.print(f"{severity} {code}: {says} ({source})")
        for finding in alike:
            show.say_under(finding.place)
    counts = Counter(finding.severity for finding in findings)
    told = [_counted(counts[severity], severity) for severity in Severity if counts[severity]]
    typer.echo(f"On {on.isoformat()}: {', '.join(told) or 'nothing was found'}.")


def _trouble(finding: Finding) -> tuple[str, str, str, str]:
    return finding.severity.value, finding.code, finding.says, finding.source


def _counted(count: int, severity: Severity) -> str:
    return f"{count} {severity}" if count == 1 else f"{count} {severity}s"
