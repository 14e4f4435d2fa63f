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
    ("items", "words"),
    [
        (["Amina"], "Amina"),
        (["Zayn", "Amina"], "Zayn ac Amina"),
        (["Amina", "Zayn"], "Amina a Zayn"),
        (["A", "B", "<bdi>Zayn</bdi>"], "A, B a <bdi>Zayn</bdi>"),
        (["Amina", "<bdi>Émile</bdi>"], "Amina ac <bdi>Émile</bdi>"),
        (["Amina", "Yusuf"], "Amina a Yusuf"),
        (["Amina", "ychydig o bobl"], "Amina ac ychydig o bobl"),
        (["Amina", "eich babi"], "Amina ac eich babi"),
    ],
)
def test_welsh_lists_say_ac_before_a_vowel(items: list[str], words: str) -> None:
    assert formats.in_list(load_language("cy"), items) == words


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


EIGHT = ("ar", "bn", "cy", "pa", "pl", "ro", "sk", "ur")


@pytest.mark.parametrize("code", EIGHT)
def test_every_age_and_time_is_told_in_words_and_western_digits(code: str) -> None:
    language = load_language(code)
    on = date(2026, 11, 23)
    ages = [formats.in_age(language, date(2026, month, 1), on) for month in range(1, 12)]
    ages += [formats.in_age(language, date(on.year - years, 1, 1), on) for years in range(18)]
    times = [formats.in_time(language, time(hour, m)) for hour in range(24) for m in (0, 30)]
    told = [*ages, *times, formats.in_day(language, on), formats.in_date(language, on)]
    assert [words for words in told if "duration" in words] == []
    assert [c for words in told for c in words if c.isdigit() and c not in "0123456789"] == []
    assert len(set(times)) == len(times)  # no time can be taken for another


@pytest.mark.parametrize(
    ("code", "born", "words"),
    [
        ("cy", date(2026, 9, 1), "2 fis"),
        ("cy", date(2019, 1, 1), "7 oed"),
        ("ar", date(2026, 9, 1), "شهران"),
        ("ar", date(2019, 1, 1), "7 سنوات"),
        ("ar", date(2012, 1, 1), "14 سنة"),
        ("ur", date(2025, 12, 1), "11 ماہ"),
        ("bn", date(2019, 1, 1), "7 বছর"),
        ("pl", date(2019, 1, 1), "7 lat"),
        ("ro", date(2025, 1, 1), "22 de luni"),
    ],
)
def test_an_age_has_the_plural_form_of_its_number(code: str, born: date, words: str) -> None:
    assert formats.in_age(load_language(code), born, date(2026, 11, 23)) == words
