"""Tables of every check, and of every row that has none, for `docs/checks.md`."""

from __future__ import annotations

from collections.abc import Iterator

from cpdocs.procedures.checks.base import Check, Source
from cpdocs.procedures.checks.elsewhere import ELSEWHERE, How
from cpdocs.procedures.checks.table import CHECKS

_HOW = {
    How.LOADING: ("A case that breaks it does not load", "fault"),
    How.FORMAT: ("A case cannot be written so", "why"),
    How.COPIES: ("Decided where copies are made", "where"),
    How.NO_FIELD: ("Cannot be decided: the case file has no place for it", "what is missing"),
}


def describe_checks() -> str:
    """Markdown: every check by its code, and for whom it holds."""
    lines = [
        "| code | what is looked for | effect | holds for: severity, source |",
        "|---|---|---|---|",
    ]
    lines += [_row(check) for check in CHECKS]
    return "\n".join((*lines, ""))


def describe_elsewhere() -> str:
    """Markdown: the rows of table H without a check, by what becomes of them."""
    return "\n".join(line for how in How for line in _table(how))


def _row(check: Check) -> str:
    holds = "; ".join(_source(each) for each in check.sources)
    return f"| {check.code} | {check.what} | {check.effect} | {holds} |"


def _source(source: Source) -> str:
    whose = "all" if source.text is None else source.where
    return f"{whose}: {source.severity}"


def _table(how: How) -> Iterator[str]:
    title, head = _HOW[how]
    rows = [it for it in ELSEWHERE if it.how is how]
    yield from (f"### {title} ({len(rows)})", "", f"| code | what | {head} |", "|---|---|---|")
    yield from (f"| {it.code} | {it.what} | {it.because} |" for it in rows)
    yield ""
