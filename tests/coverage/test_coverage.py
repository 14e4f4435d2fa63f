"""The coverage page says what the tests carry, and every row of the requirements stands in it."""

from __future__ import annotations

import re
from types import ModuleType

import pytest

from cpdocs.documents.catalogue import catalogue
from tests.coverage.page import PAGE, TABLES, Standing, carried_by, met, page, standing
from tests.coverage.sources import rows_of
from tests.meets import Row, meets, meets_in_cases, rows


def test_the_page_is_what_would_be_written() -> None:
    assert PAGE.read_text(encoding="utf-8") == page()


def test_every_row_stands_in_the_page_once() -> None:
    told = re.findall(r"^\| ([A-Z]+\d+) \|", page(), re.MULTILINE)
    assert told == list(rows())
    assert {row[0] for row in told} == set(TABLES)


def test_every_row_is_met_or_has_a_reason_or_is_said_to_be_missing() -> None:
    for row in rows().values():
        stands = standing(row)
        assert (stands is Standing.MET) is bool(met()[row.id])
        assert (row.because is not None) is (row.reason is not None)
        assert row.title
        assert row.authorities == "all" or set(row.authorities) <= set("RNSLW")
        assert row.same is None or row.same in rows()


@pytest.mark.parametrize("table", TABLES)
def test_the_counts_at_the_head_are_those_of_the_table_below(table: str) -> None:
    (counted,) = re.findall(rf"^\| {table}\. .* \| (\d+) \|$", page(), re.MULTILINE)
    assert int(counted) == len(re.findall(rf"^\| {table}D?\d+ \|", page(), re.MULTILINE))


def test_a_row_that_there_is_not_is_refused() -> None:
    with pytest.raises(ValueError, match="B999"):
        meets("B01", "B999")
    with pytest.raises(ValueError, match="B999"):
        meets_in_cases(B01=("r",), B999=("n",))
    with pytest.raises(ValueError, match="none named"):
        meets()


def _module(test: object) -> ModuleType:
    """A module with that one test in it."""
    module = ModuleType("tests.some.test_some")
    vars(module)["test_it"] = test
    return module


def test_a_row_is_carried_by_a_whole_test_by_one_case_or_by_the_cases_that_hold_its_values() -> (
    None
):
    @meets("A01")
    @meets_in_cases(B02=("n", 2))
    @pytest.mark.parametrize(
        ("slug", "number"),
        [("r", 1), ("n", 2), pytest.param("s", 3, id="last", marks=meets("B03"))],
    )
    def test_it(slug: str, number: int) -> None: ...

    test_it.__module__ = "tests.some.test_some"
    assert sorted(carried_by(_module(test_it))) == [
        ("A01", "some/test_some.py::test_it"),
        ("B02", "some/test_some.py::test_it"),
        ("B03", "some/test_some.py::test_it[last]"),
    ]


def test_a_row_whose_case_is_gone_is_noticed() -> None:
    @meets_in_cases(B01=("r", 2))
    @pytest.mark.parametrize(("slug", "number"), [("r", 1), ("n", 2)])
    def test_it(slug: str, number: int) -> None: ...

    test_it.__module__ = "tests.some.test_some"
    with pytest.raises(ValueError, match="B01"):
        list(carried_by(_module(test_it)))


def test_a_row_that_no_test_can_meet_is_met_by_none() -> None:
    never = next(row for row in rows().values() if row.reason)
    assert met()[never.id] == ()
    claimed = next(row for row in rows().values() if met()[row.id])
    with pytest.raises(ValueError, match=claimed.id):
        standing(
            Row(
                id=claimed.id,
                title="t",
                authorities="R",
                reason=never.reason,
                because="said so",
            )
        )


def test_every_document_is_written_to_rows_that_there_are() -> None:
    for each in catalogue():
        assert set(rows_of(each.id)) <= set(rows())
    assert rows_of("social-work-report") == ("A30", "A31", "A32", "A33")
