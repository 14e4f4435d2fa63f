"""How timely conferences were (S 1.4): dates and reasons, and nobody's name but who authorised a
delay. For the chair, or for whoever manages the chairs, so its values are no records."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

from cpdocs.model.base import Value
from cpdocs.model.conference import ConferenceType
from cpdocs.model.office import StandDownReason


class StepKind(StrEnum):
    """What is timed."""

    HELD = "held"
    DECISION = "decision"
    MINUTES = "minutes"


class Standing(StrEnum):
    """How one thing that has a date was kept to."""

    IN_TIME = "in-time"
    LATE = "late"
    NOT_RECORDED = "not-recorded"  # due, and not recorded as done
    NO_DUE_DATE = "no-due-date"  # no number is set, or none can be worked out


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

    @property
    def standing(self) -> Standing:
        """How it was kept to."""
        if self.due is None:
            return Standing.NO_DUE_DATE
        if self.done is None:
            return Standing.NOT_RECORDED
        return Standing.LATE if self.days_late else Standing.IN_TIME


class Timeliness(Value):
    """One conference."""

    case: str  # reference
    conference: str  # id
    type: ConferenceType
    held: Step
    decision: Step
    minutes: Step
    reason: str | None = None  # why it was later than its timescale
    stood_down: tuple[StandDownReason, ...] = ()  # why it was not held on its day
    authorised_by: tuple[str, ...] = ()  # names
    authorised: date | None = None

    def step(self, kind: StepKind) -> Step:
        """One of the three things that are timed."""
        match kind:
            case StepKind.HELD:
                return self.held
            case StepKind.DECISION:
                return self.decision
            case StepKind.MINUTES:
                return self.minutes


class Late(Value):
    """One thing that was late."""

    kind: StepKind
    days: int
    of: Timeliness


class TimelinessReport(Value):
    """The conferences that one report tells of, in its order, and what they come to."""

    lines: tuple[Timeliness, ...]
    first_day: date | None = None  # where it tells of the conferences of some days alone
    last_day: date | None = None

    @property
    def cases(self) -> int:
        """How many cases it tells of."""
        return len({line.case for line in self.lines})

    @property
    def totals(self) -> dict[StepKind, dict[Standing, int]]:
        """How many conferences stand how, for each thing that is timed."""
        return {
            kind: {
                standing: sum(line.step(kind).standing is standing for line in self.lines)
                for standing in Standing
            }
            for kind in StepKind
        }

    @property
    def late(self) -> tuple[Late, ...]:
        """Everything that was late, conference by conference."""
        return tuple(
            Late(kind=kind, days=days, of=line)
            for line in self.lines
            for kind in StepKind
            if (days := line.step(kind).days_late)
        )


def _day(value: date | datetime) -> date:
    return value.date() if isinstance(value, datetime) else value
