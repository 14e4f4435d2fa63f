"""What the command line prints: lists, findings and JSON. Places and codes, no case text."""

from __future__ import annotations

import json
import sys
import textwrap
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer
from pydantic import TypeAdapter
from rich.console import Console
from rich.table import Table

from cpdocs.case.case import Case
from cpdocs.findings import Finding

AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]

_PIPED_WIDTH = 120  # columns where nobody's window says how wide


def console() -> Console:
    """Standard output as people read it. Nothing in what is printed is taken for markup."""
    return _console(stderr=False)


def errors() -> Console:
    """Standard error."""
    return _console(stderr=True)


def say_json(value: object) -> None:
    """A value as JSON, with its keys in the order of its fields."""
    told = TypeAdapter(object).dump_python(value, mode="json")
    sys.stdout.write(json.dumps(told, indent=2, ensure_ascii=False) + "\n")


def say_table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """A table without borders, which wraps words and loses none."""
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    for head in heads:
        table.add_column(head, overflow="fold")
    for row in rows:
        table.add_row(*row)
    console().print(table)


def say_under(text: str, by: int = 2) -> None:
    """Text set in by some columns, line by line, the lines that wrap too."""
    out, indent = console(), " " * by
    for line in text.splitlines():
        told = textwrap.fill(
            line,
            width=out.width,
            initial_indent=indent,
            subsequent_indent=indent,
            break_long_words=False,
            break_on_hyphens=False,
        )
        out.print(told, soft_wrap=True)


def say_findings(findings: Sequence[Finding]) -> None:
    """One finding to a paragraph: where, its code, and what to do."""
    for finding in findings:
        console().print(f"{finding.place}: {finding.code}: {finding.says} ({finding.source})")


def read_case(name: str) -> Case:
    """The case in the file of that name; `-` is standard input. Raises InputFaults, UsageError."""
    from cpdocs.case.load import load, load_text

    if name == "-":
        return load_text(sys.stdin.buffer.read(), "-")
    return load(Path(name))


def _console(*, stderr: bool) -> Console:
    stream = sys.stderr if stderr else sys.stdout
    return Console(
        file=stream,
        width=None if stream.isatty() else _PIPED_WIDTH,
        markup=False,
        emoji=False,
        highlight=False,
        soft_wrap=False,
    )
