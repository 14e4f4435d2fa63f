"""Every error raised on purpose: the docstring says what is wrong, the message how to mend it."""

from __future__ import annotations

from cpdocs.findings import Fault


class CpdocsError(Exception):
    """Something that the user can mend. `exit_code` is what the command line ends with."""

    exit_code = 2


class UsageError(CpdocsError):
    """A name, option or path on the command line (or in a call) does not fit."""


class InputFaults(CpdocsError):
    """An input file has faults. All of them are listed, and nothing has been written."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        self.faults = tuple(sorted(faults))
        lines = (f"{f.file}:{f.line}: {f.field}: {f.code}: {f.wrong} {f.mend}" for f in self.faults)
        super().__init__("\n".join(lines))

    def __reduce__(self) -> tuple[type[InputFaults], tuple[tuple[Fault, ...]]]:
        return type(self), (self.faults,)


class DataError(CpdocsError):
    """A file that cpdocs ships (a template, an authority, a language) is not right."""


class CopyError(CpdocsError):
    """One copy cannot be made as it should (a missing fact, glyph or picture, a warning)."""

    exit_code = 1


class MissingProgram(CpdocsError):
    """A program, library or font that cpdocs needs is not on this machine."""

    exit_code = 3
