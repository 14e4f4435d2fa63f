"""Counting days and hours: pure functions over dates, with England's bank holidays.

Nothing here knows an authority. What a period counts from, and whether the starting day is itself
day 1, is said by the authority's file (table B: only Nottinghamshire defines a day 1).
"""

from __future__ import annotations

from calendar import monthrange
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from functools import cache
from zoneinfo import ZoneInfo

import holidays

_LONDON = ZoneInfo("Europe/London")
_SATURDAY = 5
_TERM = timedelta(weeks=40)  # a due date is 40 weeks and 0 days of pregnancy


class DayOne(StrEnum):
    """Which day is day 1 of a period of working days."""

    DAY_ITSELF = "the-day-itself"  # the earlier deadline of the two
    DAY_AFTER = "the-day-after"


@cache
def bank_holidays(year: int) -> frozenset[date]:
    """England's bank holidays in one year, one-off ones and days in lieu included."""
    # The nation and the language are given: without them Easter Monday is missing, and names
    # follow the environment.
    return frozenset(holidays.country_holidays("GB", subdiv="ENG", language="en_GB", years=year))


def is_working_day(day: date) -> bool:
    """Monday to Friday, and not a public holiday (N l.25, the only definition in the texts)."""
    return day.weekday() < _SATURDAY and day not in bank_holidays(day.year)


def working_day(start: date, count: int, day_one: DayOne) -> date:
    """The `count`th working day from `start`: the last day of a period of so many working days.

    A start that is no working day is never counted, so both readings then begin on the same day.
    """
    day = start if day_one is DayOne.DAY_ITSELF else start + timedelta(days=1)
    left = count
    while True:
        left -= is_working_day(day)
        if left <= 0:
            return day
        day += timedelta(days=1)


def working_day_before(day: date, count: int) -> date:
    """The `count`th working day before `day`, which is never counted: the earlier reading."""
    while count > 0:
        day -= timedelta(days=1)
        count -= is_working_day(day)
    return day


def day_after(start: date, count: int, day_one: DayOne) -> date:
    """The last day of a period of `count` days from `start`, weekends and holidays counted."""
    return start + timedelta(days=count - (day_one is DayOne.DAY_ITSELF))


def months_after(start: date, count: int) -> date:
    """The same day of the month `count` months on, or that month's last day where it is shorter."""
    years, month = divmod(start.month - 1 + count, 12)
    year, month = start.year + years, month + 1
    return date(year, month, min(start.day, monthrange(year, month)[1]))


def time_before(starts: datetime, elapsed: timedelta) -> datetime:
    """The time in London so much real time before `starts`, across a clock change too."""
    return time_after(starts, -elapsed)


def time_after(starts: datetime, elapsed: timedelta) -> datetime:
    """The time in London so much real time after `starts`, across a clock change too."""
    real = starts.replace(tzinfo=_LONDON).astimezone(UTC) + elapsed
    return real.astimezone(_LONDON).replace(tzinfo=None)


def day_of_pregnancy(due: date, *, weeks: int, days: int) -> date:
    """The day on which a pregnancy with that due date is `weeks` weeks and `days` days along."""
    return due - _TERM + timedelta(weeks=weeks, days=days)
