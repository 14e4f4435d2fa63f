"""What the procedures require of a case: computed values, each with the paths it rests on."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

from cpdocs.model.base import Value


class RuledName(StrEnum):
    """Every value that the procedures compute and a document may tell."""

    ARRIVE_BY = "arrive-by"  # when family come, to meet the chair
    REPORTS_DUE = "reports-due"  # professionals' reports
    REPORT_TO_FAMILY_DUE = "report-to-family-due"
    DECISION_DUE = "decision-due"  # when the decision is sent
    MINUTES_DUE = "minutes-due"
    CORE_GROUP_DUE = "core-group-due"
    REVIEW_DUE = "review-due"
    CONFERENCE_DUE = "conference-due"  # latest day for the conference
    QUORATE = "quorate"  # yes or no, never the count


class Ruled(Value):
    """One computed value. `value` None with `not_set`: the authority's source gives no number."""

    name: RuledName
    conference: str
    value: datetime | date | bool | None
    not_set: str | None = None  # what the source says instead, such as `as soon as possible`
    rests_on: tuple[str, ...]  # case paths, as `cpdocs.sharing` names them
    source: str


class Ruling(Value):
    """Everything that the procedures say of one case."""

    values: tuple[Ruled, ...] = ()
