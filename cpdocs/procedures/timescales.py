"""How an authority's file states a timescale, or that its text gives no number."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Discriminator, Field, StringConstraints, Tag

from cpdocs.model.base import Value
from cpdocs.procedures.clock import DayOne

Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]


class Unit(StrEnum):
    """What a period is counted in."""

    MINUTES = "minutes"
    HOURS = "hours"
    DAYS = "days"
    WORKING_DAYS = "working days"
    WEEKS = "weeks"
    MONTHS = "months"


_PERIOD = re.compile(r"(?P<count>[1-9]\d*) (?P<unit>minute|hour|day|working day|week|month)s?")
_GESTATION = re.compile(r"(?P<weeks>[1-3]?\d|40)\+(?P<days>[0-6])")


def _period(written: Any) -> Any:
    found = _PERIOD.fullmatch(written) if isinstance(written, str) else None
    if found is None:
        raise ValueError("A period is a number and a unit, such as `15 working days`.")
    return {"count": found["count"], "unit": found["unit"] + "s"}


def _gestation(written: Any) -> Any:
    found = _GESTATION.fullmatch(written) if isinstance(written, str) else None
    if found is None:
        raise ValueError("A day of pregnancy is full weeks and days, such as `31+6`.")
    return found.groupdict()


class PeriodAfter(Value):
    """A period that runs from something that happened."""

    count: int
    unit: Literal[Unit.HOURS, Unit.DAYS, Unit.WORKING_DAYS, Unit.WEEKS, Unit.MONTHS]


class PeriodBefore(Value):
    """A period that ends when the conference starts."""

    count: int
    unit: Literal[Unit.MINUTES, Unit.HOURS, Unit.DAYS, Unit.WORKING_DAYS, Unit.WEEKS]


class Interval(Value):
    """How long at most from one time to the next."""

    count: int
    unit: Literal[Unit.DAYS, Unit.WORKING_DAYS, Unit.WEEKS, Unit.MONTHS]


class Gestation(Value):
    """A day of pregnancy, in full weeks and days: a due date is 40+0."""

    weeks: int
    days: int


class Trigger(StrEnum):
    """What starts a clock (BD01)."""

    FIRST_STRATEGY_DISCUSSION = "first-strategy-discussion"
    LAST_STRATEGY_DISCUSSION = "last-strategy-discussion"
    SECTION_47_DECISION = "section-47-decision"  # the strategy discussion that made it
    MOVE_NOTIFIED = "move-notified"
    CONFERENCE_AGREED = "conference-agreed"  # by the manager (N l.29)
    CONFERENCE = "conference"
    CONFERENCE_FOR_A_BORN_CHILD = "conference-for-a-born-child"
    BIRTH = "birth"  # of a child who was unborn at the conference
    CORE_GROUP = "core-group"  # the meeting in hand
    NOTES_CIRCULATED = "notes-circulated"  # of the meeting in hand


# Nothing is counted from one meeting of the core group but what is due after that meeting.
OF_A_MEETING = frozenset({Trigger.CORE_GROUP, Trigger.NOTES_CIRCULATED})


class Conflict(Value):
    """Where a text says it in more ways than one: the other readings, and why this one is used."""

    also: Timescales
    because: Text


class Statement(Value):
    """What a text says of one timescale, and where."""

    source: Text
    conflict: Conflict | None = None


class DayOneStated(Value):
    """Which day is day 1, and where that is said or why it is chosen."""

    value: DayOne
    source: Text


class Within(Statement):
    """At latest so long after a trigger."""

    within: Annotated[PeriodAfter, BeforeValidator(_period)]
    of: Trigger
    day_1: DayOneStated | None = None  # only where it differs from the authority's own
    until_known: Text | None = None  # what is said while the trigger has not happened yet


class Before(Statement):
    """At least so long before the conference starts."""

    before: Annotated[PeriodBefore, BeforeValidator(_period)]


class Repeats(Statement):
    """At least once in each interval."""

    every: Annotated[Interval, BeforeValidator(_period)]


class NoLaterThan(Statement):
    """At latest on a day of pregnancy, for children unborn at the conference."""

    no_later_than: Annotated[Gestation, BeforeValidator(_gestation)]


class AsLastReviewDue(Statement):
    """When the conference before made its review due."""

    as_set_by: Literal["the-conference-before"]


class NotSet(Statement):
    """The authority's text gives no number; what it says instead, fit to print."""

    not_set: Text


def told_apart_by(*words: str) -> Discriminator:
    """How statements of several shapes are told apart: each has a word of its own."""

    def shape(written: Any) -> str | None:
        names = written if isinstance(written, dict) else type(written).model_fields
        found = [word for word in words if word in names]
        return f"<{found[0]}>" if len(found) == 1 else None  # brackets: no field is called so

    return Discriminator(
        shape,
        custom_error_type="which-statement",
        custom_error_message="Say exactly one of " + ", ".join(f"`{w}`" for w in words) + ".",
    )


Timescale = Annotated[
    Annotated[Within, Tag("<within>")]
    | Annotated[Before, Tag("<before>")]
    | Annotated[NoLaterThan, Tag("<no_later_than>")]
    | Annotated[Repeats, Tag("<every>")]
    | Annotated[AsLastReviewDue, Tag("<as_set_by>")]
    | Annotated[NotSet, Tag("<not_set>")],
    told_apart_by("within", "before", "no_later_than", "every", "as_set_by", "not_set"),
]
Arrival = Annotated[
    Annotated[Before, Tag("<before>")] | Annotated[NotSet, Tag("<not_set>")],
    told_apart_by("before", "not_set"),
]


def _one_or_more(written: Any) -> Any:
    return written if isinstance(written, list | tuple) else [written]


# Where several timescales hold at once, the earliest counts.
Timescales = Annotated[tuple[Timescale, ...], BeforeValidator(_one_or_more), Field(min_length=1)]
Conflict.model_rebuild()  # its other readings are timescales too
