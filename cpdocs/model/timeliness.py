"""How timely each conference of a case was (S 1.4): dates and reasons, and nobody's name but who
authorised a delay. For the chair alone, so its values are no records."""

from __future__ import annotations

from datetime import date, datetime

from cpdocs.model.base import Value
from cpdocs.model.conference import ConferenceType


class Step(Value):
    """One thing that has a date: when it was due, and when it was done."""

    due: date | datetime | None = None
    not_set: str | None = None  # what the authority says where it gives no number
    done: date | datetime | None = None

    @property
    def days_late(self) -> int | None:
        """How many days after it was due; 0 where in time; None where that can't be said."""
        if self.due is None or self.done is None:
            return None
        return max(0, (_day(self.done) - _day(self.due)).days)


class Timeliness(Value):
    """One conference."""

    case: str  # reference
    conference: str  # id
    type: ConferenceType
    held: Step
    decision: Step
    minutes: Step
    reason: str | None = None  # why it was later than its timescale
    authorised_by: tuple[str, ...] = ()  # names
    authorised: date | None = None


def _day(value: date | datetime) -> date:
    return value.date() if isinstance(value, datetime) else value
