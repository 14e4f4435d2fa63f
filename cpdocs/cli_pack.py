"""How the command line shows a batch: its progress, and a summary that a person can act on."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import groupby

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from cpdocs.cli_show import console, errors, say_table, say_under
from cpdocs.findings import Effect, Finding
from cpdocs.packs.copies import Outcome
from cpdocs.packs.manifest import Entry, Manifest
from cpdocs.packs.run import CaseReport, PackReport
from cpdocs.packs.run import Progress as Told

_LINES = 10  # about how many lines of progress, where there is no bar


@contextmanager
def progress() -> Iterator[Told]:
    """Tells how far a batch is: a bar for a person, plain lines for a log. On standard error."""
    if not sys.stderr.isatty():
        yield _say_lines
        return
    columns = (TextColumn("Copies"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=errors(), transient=True) as bar:
        task = bar.add_task("copies", total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)


def say_pack(report: PackReport) -> None:
    """Case by case: what was made and where, what was held and why, which needs are not met."""
    for case in report.cases:
        _say_case(case)
    for made in report.over_cases:
        _say_report(made)


def _say_lines(done: int, total: int) -> None:
    if done == total or done % max(1, total // _LINES) == 0:
        sys.stderr.write(f"{done} of {total} copies\n")


def _say_case(case: CaseReport) -> None:
    manifest = case.manifest
    made = manifest.with_outcome(Outcome.MADE)
    readers = len({entry.errand.reader for entry in made})
    out = console()
    for_whom = _count(readers, "reader", "readers")
    out.print(f"{manifest.case}: {_count(len(made), 'copy', 'copies')} for {for_whom}")
    out.print(f"Where: {case.folder}", soft_wrap=True)
    say_table(("document", "copies", "readers", "held"), _by_document(manifest))
    _say_held(manifest.with_outcome(Outcome.HELD))
    _say_once(
        "Needs not met yet",
        [f for entry in manifest.copies for f in entry.findings if f.code == "need-not-met"],
    )
    _say_nothing(manifest)
    out.print()


def _say_report(report: CaseReport) -> None:
    """Where the report on the timeliness of an authority's conferences lies, or what holds it."""
    console().print(f"{report.manifest.authority}: how timely the conferences of these cases were")
    for path in report.manifest.paths:
        console().print(f"Where: {report.folder / path}", soft_wrap=True)
    _say_held(report.manifest.with_outcome(Outcome.HELD))
    console().print()


def _by_document(manifest: Manifest) -> Sequence[tuple[str, ...]]:
    rows = []
    for document in sorted({entry.errand.document for entry in manifest.copies}):
        of_it = [entry for entry in manifest.copies if entry.errand.document == document]
        made = [entry for entry in of_it if entry.outcome is Outcome.MADE]
        held = [entry for entry in of_it if entry.outcome is Outcome.HELD]
        readers = {entry.errand.reader for entry in made}
        rows.append((document, str(len(made)), str(len(readers)), str(len(held))))
    return rows


def _say_nothing(manifest: Manifest) -> None:
    """Who gets no copy of a document that the authority sends them, document by document."""
    got = {_whose(entry) for entry in manifest.copies if entry.name is not None}
    nothing = {_whose(e) for e in manifest.with_outcome(Outcome.NOTHING_TO_SHARE)} - got
    if not nothing:
        return
    console().print("Sent nothing, because they may see nothing of it:")
    for document in sorted({document for _, document in nothing}):
        readers = ", ".join(sorted(reader for reader, of in nothing if of == document))
        say_under(f"{document}: {readers}")


def _say_held(held: Sequence[Entry]) -> None:
    """Each held copy with its findings; the same finding in several forms is told once."""
    if not held:
        return
    what = _count(len(held), "copy is", "copies are")
    console().print(f"{what} held. Nothing of them lies in any reader's folder:")
    ordered = sorted(held, key=_whose)
    for (reader, document), entries in groupby(ordered, key=_whose):
        together = list(entries)
        forms = ", ".join(f"{e.errand.form.name} {e.errand.form.format}" for e in together)
        say_under(f"{reader}: {document} ({forms})")
        holding = {f for e in together for f in e.findings if f.effect is Effect.HOLDS}
        for finding in sorted(holding):
            say_under(f"{finding.place}: {finding.code}: {finding.says}", 4)


def _whose(entry: Entry) -> tuple[str, str]:
    return entry.errand.reader, entry.errand.document


def _say_once(title: str, findings: Sequence[Finding]) -> None:
    if not findings:
        return
    console().print(f"{title}:")
    for finding in sorted(set(findings)):
        say_under(f"{finding.place}: {finding.says}")


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"
