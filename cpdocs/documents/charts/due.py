"""The days that matter of one conference, from what the procedures computed for this reader."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from cpdocs.model.ruling import RuledName
from cpdocs.model.view import View

_TIMES = frozenset({RuledName.ARRIVE_BY, RuledName.PROFESSIONALS_ARRIVE_BY})


@dataclass(frozen=True, kw_only=True)
class DueDay:
    """A day, and all that is due by then; None stands for the conference itself."""

    on: date
    what: tuple[RuledName | None, ...]


def due_days(view: View) -> tuple[DueDay, ...]:
    """Every dated value of the view, day by day in order, and the conference among them.

    What the source sets no number for has no day, and no place on the line; nor has what happens
    every so often. When to arrive is a time on the day of the conference, and no day of its own.
    """
    days: dict[date, list[RuledName | None]] = {_day(view.conference.starts): [None]}
    for ruled in view.ruled:
        if isinstance(ruled.value, date) and ruled.name not in _TIMES:
            days.setdefault(_day(ruled.value), []).append(ruled.name)
    return tuple(DueDay(on=day, what=tuple(dict.fromkeys(days[day]))) for day in sorted(days))


def _day(value: date) -> date:
    return value.date() if isinstance(value, datetime) else value
