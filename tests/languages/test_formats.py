"""Days, times, ages and lists as each language writes them."""

from __future__ import annotations

from datetime import date, datetime, time
from pathlib import Path

import pytest

from cpdocs.errors import DataError
from cpdocs.languages import formats, load_language
from tests.languages.pseudo import make_language

ENGLISH = load_language("en")


def test_days_are_written_as_the_govuk_style_writes_them() -> None:
    assert formats.in_day(ENGLISH, date(2026, 11, 23)) == "Monday 23 November 2026"
    assert formats.in_day(ENGLISH, datetime(2026, 11, 3, 23, 59)) == "Tuesday 3 November 2026"
    assert formats.in_date(ENGLISH, date(2026, 11, 3)) == "3 November 2026"


@pytest.mark.parametrize(
    ("clock", "words"),
    [
        (time(10), "10am"),
        (time(10, 30), "10:30am"),
        (time(12), "midday"),
        (time(12, 5), "12:05pm"),
        (time(0), "midnight"),
        (time(0, 30), "12:30am"),
        (time(23, 9), "11:09pm"),
        (datetime(2026, 11, 23, 14), "2pm"),
    ],
)
def test_times_are_written_as_the_govuk_style_writes_them(
    clock: time | datetime, words: str
) -> None:
    assert formats.in_time(ENGLISH, clock) == words


@pytest.mark.parametrize(
    ("items", "words"),
    [([], ""), (["A"], "A"), (["A", "B"], "A and B"), (["A", "B", "C"], "A, B and C")],
)
def test_lists_have_no_comma_before_and(items: list[str], words: str) -> None:
    assert formats.in_list(ENGLISH, items) == words


@pytest.mark.parametrize(
    ("born", "words"),
    [
        (date(2018, 11, 24), "7 years"),
        (date(2018, 11, 23), "8 years"),
        (date(2024, 11, 23), "2 years"),
        (date(2024, 11, 24), "23 months"),
        (date(2026, 10, 23), "1 month"),
        (date(2026, 11, 22), "0 months"),
    ],
)
def test_ages_are_whole_years_or_months_below_two(born: date, words: str) -> None:
    assert formats.in_age(ENGLISH, born, date(2026, 11, 23)) == words


def test_another_language_writes_in_its_own_words(tmp_path: Path) -> None:
    other = load_language("xr", make_language(tmp_path, ()))
    assert formats.in_day(other, date(2026, 11, 23)) == "الاثنين 23 نوفمبر 2026"
    assert formats.in_list(other, ["A", "B"]) == "A وB"


def test_languages_are_named_and_an_unknown_one_is_an_error() -> None:
    assert formats.in_language_name(ENGLISH, "ur") == "Urdu"
    with pytest.raises(DataError, match="ISO 639"):
        formats.in_language_name(ENGLISH, "nowhere")
