"""The files that the tests of the case reader change and break."""

from __future__ import annotations

from pathlib import Path

from cpdocs import resources
from cpdocs.case.load import load_text
from cpdocs.errors import InputFaults
from cpdocs.findings import Fault

WHOLE = (Path(__file__).parent / "whole.yaml").read_text(encoding="utf-8")
STARTER = resources.data_text("starter/case.yaml")


def changed(old: str, new: str) -> str:
    """The whole case with one text, which stands in it once, changed."""
    assert WHOLE.count(old) == 1, f"{old!r} stands {WHOLE.count(old)} times in the whole case"
    return WHOLE.replace(old, new)


def line_of(text: str, part: str) -> int:
    """The line, from 1, on which a text that stands once is found."""
    assert text.count(part) == 1, f"{part!r} stands {text.count(part)} times"
    return text[: text.index(part)].count("\n") + 1


def faults_of(text: str | bytes) -> tuple[Fault, ...]:
    """The faults of a file; none where it is a case."""
    data = text.encode() if isinstance(text, str) else text
    try:
        load_text(data, "case.yaml")
    except InputFaults as error:
        return error.faults
    return ()
