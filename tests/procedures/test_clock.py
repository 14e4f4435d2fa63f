"""Days and hours are counted as by hand, over every kind of awkward calendar."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpdocs.procedures.clock import (
    DayOne,
    bank_holidays,
    day_after,
    day_of_pregnancy,
    is_working_day,
    months_after,
    time_after,
    time_before,
    working_day,
    working_day_before,
)
from tests.meets import meets

ITSELF, AFTER = DayOne.DAY_ITSELF, DayOne.DAY_AFTER


@meets("BD02", "BD03")
@pytest.mark.parametrize(
    ("start", "count", "itself", "after"),
    [
        # A plain fortnight and a day: Tuesday 3 November 2026.
        ("2026-11-03", 15, "2026-11-23", "2026-11-24"),
        ("2026-11-03", 1, "2026-11-03", "2026-11-04"),
        # From a Saturday or Sunday both readings begin on Monday.
        ("2026-11-07", 1, "2026-11-09", "2026-11-09"),
        ("2026-11-08", 15, "2026-11-27", "2026-11-27"),
        # Over Christmas 2026: Fri 25, Mon 28 (for Boxing Day, a Saturday) and Fri 1 January.
        # 15, 16, 17, 18, 21, 22, 23, 24, 29, 30, 31, 4, 5, 6, 7 | 8
        ("2026-12-15", 15, "2027-01-07", "2027-01-08"),
        # Over Christmas 2027, a Saturday: Mon 27 and Tue 28; Sat 1 January goes to Mon 3.
        # 24 | 29, 30, 31 January 4
        ("2027-12-24", 5, "2028-01-04", "2028-01-05"),
        # Over Easter 2026: Good Friday 3 April and Easter Monday 6 April.
        ("2026-04-01", 3, "2026-04-07", "2026-04-08"),
        ("2026-03-26", 10, "2026-04-10", "2026-04-13"),
        # On a bank holiday itself.
        ("2026-04-06", 1, "2026-04-07", "2026-04-07"),
        # One-off and moved holidays: the coronation, the funeral, the jubilee, VE Day on a Friday.
        ("2023-05-05", 2, "2023-05-09", "2023-05-10"),
        ("2022-09-16", 2, "2022-09-20", "2022-09-21"),
        ("2022-06-01", 2, "2022-06-06", "2022-06-07"),
        ("2020-05-04", 5, "2020-05-11", "2020-05-12"),
        # May 2026 has two bank holidays: Mon 4 and Mon 25.
        ("2026-05-01", 16, "2026-05-26", "2026-05-27"),
        # Over a leap day, a Thursday in 2024, and the end of a February without one.
        ("2024-02-28", 3, "2024-03-01", "2024-03-04"),
        ("2026-02-27", 2, "2026-03-02", "2026-03-03"),
    ],
)
def test_working_days_are_counted_as_by_hand(
    start: str, count: int, itself: str, after: str
) -> None:
    day = date.fromisoformat(start)
    assert working_day(day, count, ITSELF) == date.fromisoformat(itself)
    assert working_day(day, count, AFTER) == date.fromisoformat(after)


@given(start=st.dates(date(2015, 1, 1), date(2035, 12, 31)), count=st.integers(1, 40))
def test_a_deadline_is_a_working_day_and_counting_from_the_day_itself_is_never_later(
    start: date, count: int
) -> None:
    itself, after = working_day(start, count, ITSELF), working_day(start, count, AFTER)
    assert is_working_day(itself)
    assert is_working_day(after)
    assert itself <= after
    inside = (start + timedelta(days=n) for n in range((itself - start).days + 1))
    assert sum(is_working_day(day) for day in inside) == count


def test_england_has_easter_monday_whatever_the_language_of_the_machine(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("LANGUAGE", "fr_FR")
    bank_holidays.cache_clear()
    assert date(2026, 4, 6) in bank_holidays(2026)
    assert date(2026, 3, 17) not in bank_holidays(2026)  # St Patrick's Day is not England's


@pytest.mark.parametrize(
    ("start", "months", "due"),
    [
        ("2026-11-23", 3, "2027-02-23"),
        ("2026-11-30", 3, "2027-02-28"),
        ("2027-11-30", 3, "2028-02-29"),  # a leap year
        ("2024-02-29", 6, "2024-08-29"),
        ("2024-02-29", 12, "2025-02-28"),
        ("2026-08-31", 6, "2027-02-28"),
        ("2026-10-31", 6, "2027-04-30"),
        ("2026-12-31", 3, "2027-03-31"),
        ("2026-06-15", 6, "2026-12-15"),
        ("2026-01-31", 1, "2026-02-28"),
    ],
)
def test_months_end_on_the_same_day_or_the_last_of_a_shorter_month(
    start: str, months: int, due: str
) -> None:
    assert months_after(date.fromisoformat(start), months) == date.fromisoformat(due)


@pytest.mark.parametrize(
    ("starts", "hours", "by"),
    [
        ("2026-11-23T10:00", 24, "2026-11-22T10:00"),
        ("2026-03-01T09:30", 24, "2026-02-28T09:30"),
        # The clocks go forward on Sunday 29 March 2026: that day is 23 hours long.
        ("2026-03-29T10:00", 24, "2026-03-28T09:00"),
        ("2026-03-30T10:00", 24, "2026-03-29T10:00"),
        # They go back on Sunday 25 October 2026: that day is 25 hours long.
        ("2026-10-25T10:00", 24, "2026-10-24T11:00"),
    ],
)
def test_hours_before_are_real_hours_in_london(starts: str, hours: int, by: str) -> None:
    found = time_before(datetime.fromisoformat(starts), timedelta(hours=hours))
    assert found == datetime.fromisoformat(by)


@pytest.mark.parametrize(
    ("weeks", "days", "day"),
    [
        (40, 0, "2027-02-20"),
        (39, 6, "2027-02-19"),
        (32, 0, "2026-12-26"),
        (31, 6, "2026-12-25"),
        (31, 0, "2026-12-19"),
    ],
)
def test_a_due_date_is_forty_weeks(weeks: int, days: int, day: str) -> None:
    found = day_of_pregnancy(date(2027, 2, 20), weeks=weeks, days=days)
    assert found == date.fromisoformat(day)


@meets("BD02", "BD03")
@pytest.mark.parametrize(
    ("start", "count", "itself", "after"),
    [
        # Weekends and holidays count: Fri 18 December 2026 = 1, Sun 27 = 10.
        ("2026-12-18", 10, "2026-12-27", "2026-12-28"),
        ("2028-02-28", 1, "2028-02-28", "2028-02-29"),
        ("2028-02-28", 3, "2028-03-01", "2028-03-02"),
    ],
)
def test_days_of_any_kind_are_counted_by_the_same_two_readings(
    start: str, count: int, itself: str, after: str
) -> None:
    day = date.fromisoformat(start)
    assert day_after(day, count, ITSELF) == date.fromisoformat(itself)
    assert day_after(day, count, AFTER) == date.fromisoformat(after)


@pytest.mark.parametrize(
    ("day", "count", "by"),
    [
        # A week without a holiday: Fri 20 November 2026 = 1, Mon 16 = 5.
        ("2026-11-23", 5, "2026-11-16"),
        ("2026-11-23", 1, "2026-11-20"),
        # Over Easter 2027: Wed 31 March = 1, Tue 30 = 2, Thu 25 = 3, Wed 24 = 4, Tue 23 = 5.
        ("2027-04-01", 5, "2027-03-23"),
        # Over the coronation: Fri 5 May 2023 = 1, Tue 2 = 4, Fri 28 April = 5.
        ("2023-05-09", 5, "2023-04-28"),
        # A Sunday: Fri 20 = 1.
        ("2026-11-22", 1, "2026-11-20"),
    ],
)
def test_working_days_before_never_count_the_day_itself(day: str, count: int, by: str) -> None:
    assert working_day_before(date.fromisoformat(day), count) == date.fromisoformat(by)


@given(st.dates(date(2020, 1, 1), date(2035, 12, 31)), st.integers(1, 40))
def test_working_days_before_and_after_meet(day: date, count: int) -> None:
    back = working_day_before(day, count)
    assert is_working_day(back)
    between = [back + timedelta(days=n) for n in range((day - back).days)]
    assert sum(map(is_working_day, between)) == count


@pytest.mark.parametrize(
    ("starts", "hours", "at"),
    [
        ("2026-12-18T10:00", 24, "2026-12-19T10:00"),
        # Clocks go forward on Sunday 28 March 2027, back on Sunday 31 October 2027.
        ("2027-03-27T10:00", 24, "2027-03-28T11:00"),
        ("2027-10-30T10:00", 24, "2027-10-31T09:00"),
    ],
)
def test_hours_after_are_real_hours_in_london(starts: str, hours: int, at: str) -> None:
    found = time_after(datetime.fromisoformat(starts), timedelta(hours=hours))
    assert found == datetime.fromisoformat(at)
