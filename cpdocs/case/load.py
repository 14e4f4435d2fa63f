"""Read a case file: a whole, valid `Case`, or every fault with its file, line and field."""

from __future__ import annotations

from pathlib import Path

from pydantic import ValidationError

from cpdocs.case.case import Case
from cpdocs.case.checks import check
from cpdocs.case.ids import check_ids
from cpdocs.case.notes import Notes, Place
from cpdocs.case.read import read_record
from cpdocs.case.tree import MOST_BYTES, grow
from cpdocs.errors import InputFaults, UsageError


def load(path: Path) -> Case:
    """The case in a YAML or JSON file.

    Raises InputFaults with every fault of the file, and UsageError where there is no such file.
    """
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError:
        raise UsageError(
            "The case file cannot be opened. Check the path, and that you may read the file."
        ) from None
    return load_text(data, str(path))


def load_text(text: bytes, name: str) -> Case:
    """The case in these bytes; `name` stands for the file in faults. Raises InputFaults.

    Faults of the file's shape come all together, and after them, once the shape is right, every
    fault of what it says: a rule over a case with holes in it would find faults that are not there.
    """
    notes = Notes(file=name)
    grown = grow(text)
    for trouble in grown.troubles:
        notes.fault(trouble.code, trouble.line, Place(), limit=trouble.limit)
    if grown.tree is not None:
        values = read_record(Case, grown.tree, Place(), notes)
        check_ids(notes)
        if not notes.faults:
            return _checked(values, notes)
    raise InputFaults(tuple(notes.faults))


def _checked(values: dict[str, object], notes: Notes) -> Case:
    try:
        case = Case.model_validate(values)
    except ValidationError as error:
        for each in error.errors(include_input=False, include_url=False):
            path = tuple(str(step) for step in each["loc"])
            mark = notes.find(path)
            notes.fault("not-accepted", mark.line, Place(spelled=tuple(mark.field.split("."))))
        raise InputFaults(tuple(notes.faults)) from None
    faults = check(case, notes)
    if faults:
        raise InputFaults(faults)
    return case
