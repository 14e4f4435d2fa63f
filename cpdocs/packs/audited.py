"""Any file, searched for what is withheld from the person whom it is for."""

from __future__ import annotations

from pathlib import Path

from cpdocs.audit import inspect_any
from cpdocs.case.case import Case
from cpdocs.errors import CopyError, UsageError
from cpdocs.findings import Finding
from cpdocs.packs.one import known_reader
from cpdocs.packs.verify import ledger_of


def audit(file: Path, case: Case, *, reader: str, conference: str) -> tuple[Finding, ...]:
    """What a file holds of what is withheld from `reader`: places in the file and in the case.

    Raises `UsageError` where there is no such reader, or the file cannot be opened, is of an
    unknown kind, locked or damaged; `MissingProgram` where braille needs liblouis.
    """
    known_reader(case, reader)
    try:
        content = file.read_bytes()
    except OSError:
        raise UsageError(f"{file} cannot be opened. Check the path.") from None
    try:
        return inspect_any(content, file.name, ledger_of(case, reader, conference))
    except (CopyError, UsageError) as error:
        raise UsageError(f"{file}: {error}") from None
