"""The coverage page: `python -m tests.coverage.page` writes `docs/coverage.md` anew.

Every row of the requirements stands in it, with the tests that carry it or the reason why none can.
Tests are read from their marks, without running them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum
from functools import cache
from importlib import import_module
from inspect import isfunction
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tests.meets import IN_CASES, WHOLE, Not, Row, rows
from tests.procedures.checks.rows import Row as Tried

TESTS = Path(__file__).parents[1]
PAGE = TESTS.parent / "docs" / "coverage.md"
CHECKS = "tests.procedures.checks."  # where each case names the check that it tries by its code
_NAMED = 3  # tests named in a row of the page; more are counted

TABLES = {
    "A": "Documents",
    "B": "Timescales, and where the texts disagree (BD)",
    "C": "Sharing",
    "D": "Language and ways of reading",
    "H": "Checks",
}


class Standing(StrEnum):
    """Where a row stands."""

    MET = "met"
    A_DOCUMENT = "not a document"
    BY_PEOPLE = "done by people"
    NO_DATA = "no data"
    NOT_YET = "not yet"


_BECAUSE = {
    Not.A_DOCUMENT: Standing.A_DOCUMENT,
    Not.BY_PEOPLE: Standing.BY_PEOPLE,
    Not.NO_DATA: Standing.NO_DATA,
}


@cache
def met() -> dict[str, tuple[str, ...]]:
    """The tests that meet each row. Raises `ValueError` for a mark that no case answers to."""
    carried: dict[str, dict[str, None]] = {}
    for module in _modules():
        for row, test in carried_by(module):
            carried.setdefault(row, {})[test] = None
    also = {row.id: carried.get(row.same, {}) for row in rows().values() if row.same}
    return {row: tuple({**carried.get(row, {}), **also.get(row, {})}) for row in rows()}


def carried_by(module: ModuleType) -> Iterator[tuple[str, str]]:
    """Each row that a test of the module carries, with the test."""
    for name, test in vars(module).items():
        if name.startswith("test_") and isfunction(test) and test.__module__ == module.__name__:
            path = "/".join(module.__name__.split(".")[1:])
            for row, case in _carried(test, module.__name__.startswith(CHECKS)):
                yield row, f"{path}.py::{name}{case}"


def _modules() -> Iterator[ModuleType]:
    """The test modules that carry rows, in the order of their paths."""
    for path in sorted(TESTS.rglob("test_*.py")):
        name = ".".join((TESTS.name, *path.relative_to(TESTS).with_suffix("").parts))
        if name.startswith(CHECKS) or re.search(r"\bmeets\b", path.read_text(encoding="utf-8")):
            yield import_module(name)


def _carried(test: Any, is_of_checks: bool) -> Iterator[tuple[str, str]]:
    """Each row with the case that meets it: its name in brackets, or nothing for many or all."""
    marks: list[pytest.Mark] = getattr(test, "pytestmark", [])
    cases = [case for mark in marks if mark.name == "parametrize" for case in mark.args[1]]
    for mark in marks:
        if mark.name == WHOLE:
            yield from ((row, "") for row in mark.args)
        elif mark.name == IN_CASES:
            yield from (
                (row, "") for row, values in mark.kwargs.items() if _is_among(values, cases)
            )
            if stale := [row for row, it in mark.kwargs.items() if not _is_among(it, cases)]:
                raise ValueError(f"{test.__name__}: no case meets {', '.join(stale)} any more.")
    for case in cases:
        for mark in getattr(case, "marks", ()):
            if mark.name == WHOLE:
                yield from ((row, f"[{case.id}]" if case.id else "") for row in mark.args)
        if is_of_checks:
            tried = (value.code for value in _values(case) if isinstance(value, Tried))
            yield from ((code, "") for code in tried if code in rows())


def _values(case: Any) -> tuple[Any, ...]:
    """What is given to the test in one case."""
    values = getattr(case, "values", case)  # of `pytest.param`
    return tuple(values) if isinstance(values, tuple | list) else (values,)


def _is_among(values: tuple[Any, ...], cases: Iterable[Any]) -> bool:
    """Some case holds all the values."""
    return any(all(value in _values(case) for value in values) for case in cases)


def standing(row: Row) -> Standing:
    """Where the row stands. Raises `ValueError` where a test meets a row that none can meet."""
    if not row.reason:
        return Standing.MET if met()[row.id] else Standing.NOT_YET
    if met()[row.id]:
        raise ValueError(f"{row.id}: {row.reason}, and met by {met()[row.id][0]}.")
    return _BECAUSE[row.reason]


def page() -> str:
    """The page as it is to be."""
    return "\n".join((*_head(), *(line for table in TABLES for line in _table(table))))


def _of(table: str) -> list[Row]:
    return [row for row in rows().values() if row.id.startswith(table)]


def _head() -> Iterator[str]:
    yield "# What is covered"
    yield ""
    yield "This page is made from the tests: `python -m tests.coverage.page` writes it."
    yield "Each row of the requirements is met by tests that would fail if what it asks were"
    yield "broken, or has a reason why no test can meet it, or is not met yet."
    yield ""
    yield f"| table | {' | '.join(Standing)} | rows |"
    yield "|---|" + "---:|" * (len(Standing) + 1)
    for table, title in (*TABLES.items(), ("", "All")):
        stands = [standing(row) for row in _of(table)]
        counts = " | ".join(str(stands.count(each)) for each in Standing)
        yield f"| {f'{table}. ' if table else ''}{title} | {counts} | {len(stands)} |"
    yield ""
    yield "The letters are those of the texts that ask for it: R Rotherham, N Nottinghamshire,"
    yield "S Sunderland, L the London-style text, W Warwickshire. Tests are named from `tests/`."
    yield ""


def _table(table: str) -> Iterator[str]:
    yield f"## {table}. {TABLES[table]}"
    yield ""
    yield "| row | what is asked | texts | shown by |"
    yield "|---|---|---|---|"
    for row in _of(table):
        texts = row.authorities if row.authorities == "all" else ", ".join(row.authorities)
        yield f"| {row.id} | {row.title} | {texts} | {_shown(row)} |"
    yield ""


def _shown(row: Row) -> str:
    stands = standing(row)
    if stands is Standing.NOT_YET:
        return f"**{stands}**"
    if row.because:
        return f"{stands}: {row.because}"
    tests = met()[row.id]
    named = "<br>".join(f"`{test}`" for test in tests[:_NAMED])
    return f"{named}<br>and {len(tests) - _NAMED} more" if len(tests) > _NAMED else named


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
