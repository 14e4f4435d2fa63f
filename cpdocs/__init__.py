"""cpdocs: every document of a child protection conference, for every reader, from one case file.

`load` a case file and `check` it, then `pack` it for everybody, or make one copy with
`render_copy`. Names are imported when they are first used, so that `import cpdocs` costs next to
nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cpdocs.case.case import Case
    from cpdocs.case.load import load
    from cpdocs.errors import (
        CopyError,
        CpdocsError,
        DataError,
        InputFaults,
        MissingProgram,
        UsageError,
    )
    from cpdocs.findings import Effect, Fault, Finding, Severity
    from cpdocs.packs.copies import Copy, Outcome
    from cpdocs.packs.one import Wanted, render_copy
    from cpdocs.packs.run import PackReport, pack
    from cpdocs.packs.verify import verify
    from cpdocs.procedures.checks import check
    from cpdocs.values import Edition, Format

__version__ = "0.1.0"

_HOMES = {
    "Case": "cpdocs.case.case",
    "Copy": "cpdocs.packs.copies",
    "CopyError": "cpdocs.errors",
    "CpdocsError": "cpdocs.errors",
    "DataError": "cpdocs.errors",
    "Edition": "cpdocs.values",
    "Effect": "cpdocs.findings",
    "Fault": "cpdocs.findings",
    "Finding": "cpdocs.findings",
    "Format": "cpdocs.values",
    "InputFaults": "cpdocs.errors",
    "MissingProgram": "cpdocs.errors",
    "Outcome": "cpdocs.packs.copies",
    "PackReport": "cpdocs.packs.run",
    "Severity": "cpdocs.findings",
    "UsageError": "cpdocs.errors",
    "Wanted": "cpdocs.packs.one",
    "check": "cpdocs.procedures.checks",
    "load": "cpdocs.case.load",
    "pack": "cpdocs.packs.run",
    "render_copy": "cpdocs.packs.one",
    "verify": "cpdocs.packs.verify",
}

__all__ = [
    "Case",
    "Copy",
    "CopyError",
    "CpdocsError",
    "DataError",
    "Edition",
    "Effect",
    "Fault",
    "Finding",
    "Format",
    "InputFaults",
    "MissingProgram",
    "Outcome",
    "PackReport",
    "Severity",
    "UsageError",
    "Wanted",
    "__version__",
    "check",
    "load",
    "pack",
    "render_copy",
    "verify",
]


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"cpdocs has no {name}. It has: {', '.join(__all__)}.")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return __all__
