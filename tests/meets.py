"""Marks a test with the rows of the requirements that it meets: `@meets("B01")`.

A test meets a row only if it would fail when what the row asks for is broken. A table of cases
meets a row in some of its cases: `@meets_in_cases(B18=("rotherham", Name.CORE_GROUP_DUE))`, above
the `parametrize` that holds them. `tests.coverage.page` reads the marks; pytest does nothing with
them.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

ROWS = Path(__file__).parent / "coverage" / "rows.yaml"
WHOLE, IN_CASES = "meets", "meets_in_cases"


class Not(StrEnum):
    """Why no test can meet a row."""

    A_DOCUMENT = "a-document"
    BY_PEOPLE = "by-people"
    NO_DATA = "no-data"


@dataclass(frozen=True, kw_only=True)
class Row:
    """One row of a table of the requirements."""

    id: str
    title: str
    authorities: str  # letters of the texts that it stands in, or `all`
    reason: Not | None = None
    because: str | None = None  # where there is a reason
    same: str | None = None  # another row: what shows that one shows this one


@cache
def rows() -> dict[str, Row]:
    """Every row by its id, in the order of the tables."""
    told = yaml.safe_load(ROWS.read_text(encoding="utf-8"))
    return {row: _row(row, **fields) for row, fields in told.items()}


def _row(row: str, /, **told: str) -> Row:
    reason = Not(told["not"]) if "not" in told else None
    if (reason is None) is ("because" in told):
        raise ValueError(f"{row}: `not` and `because` stand together or not at all.")
    return Row(
        id=row,
        title=told["title"],
        authorities=told["authorities"],
        reason=reason,
        because=told.get("because"),
        same=told.get("same"),
    )


def known(*ids: str) -> tuple[str, ...]:
    """The ids. Raises `ValueError` for one that is the id of no row."""
    unknown = [row for row in ids if row not in rows()]
    if unknown or not ids:
        raise ValueError(f"No such row of the requirements: {', '.join(unknown) or 'none named'}.")
    return ids


def meets(*ids: str) -> pytest.MarkDecorator:
    """The whole test meets the rows, or the one case that has it among its `marks`."""
    mark: pytest.MarkDecorator = getattr(pytest.mark, WHOLE)(*known(*ids))
    return mark


def meets_in_cases(**cases: tuple[Any, ...]) -> pytest.MarkDecorator:
    """Each row is met by the cases of the test that hold all the values given for it."""
    known(*cases)
    mark: pytest.MarkDecorator = getattr(pytest.mark, IN_CASES)(**cases)
    return mark
