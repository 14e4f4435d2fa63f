"""What the procedures require of a case: computed values, each with the paths it rests on."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

from cpdocs.model.base import Value
from cpdocs.model.plans import Every


class RuledName(StrEnum):
    """Every value that the procedures compute and a document may tell."""

    ARRIVE_BY = "arrive-by"  # when family come, to meet the chair
    REPORTS_DUE = "reports-due"  # professionals' reports
    REPORT_TO_FAMILY_DUE = "report-to-family-due"
    DECISION_DUE = "decision-due"  # when the decision is sent
    MINUTES_DUE = "minutes-due"
    CORE_GROUP_DUE = "core-group-due"  # its first meeting
    REVIEW_DUE = "review-due"
    CONFERENCE_DUE = "conference-due"  # latest day for the conference
    QUORATE = "quorate"  # yes or no, never the count
    # Before the conference:
    BOOKING_DUE = "booking-due"  # when the lead worker asks the office for a conference (B45)
    INVITATION_LIST_DUE = "invitation-list-due"  # when the office has the names (B44)
    FAMILY_INVITATION_DUE = "family-invitation-due"  # when parents have theirs (B46)
    INTERPRETER_REQUEST_DUE = "interpreter-request-due"  # when the chair knows of the need (A13)
    ADAPTED_REPORT_DUE = "adapted-report-due"  # one to be translated, or explained (B38, B39)
    REPORT_TO_CHAIR_DUE = "report-to-chair-due"  # the lead worker's (B34, B40)
    PROFESSIONALS_ARRIVE_BY = "professionals-arrive-by"  # to read (B42)
    ASSESSMENT_DUE = "assessment-due"  # when the assessment is finished (B28, B29)
    RECONVENE_DUE = "reconvene-due"  # where the conference is put off (B68)
    # After it:
    OUTLINE_PLAN_DUE = "outline-plan-due"  # when the plan is sent (B48, B50)
    OUTCOME_EXPLAINED_DUE = "outcome-explained-due"  # to parents and child, in person (B77)
    DETAILED_PLAN_DUE = "detailed-plan-due"
    CORE_GROUP_EVERY = "core-group-every"  # at least (B23-B27)
    VISITS_EVERY = "visits-every"  # at least (B59-B61)
    SEEN_ALONE_EVERY = "seen-alone-every"  # by the lead worker, at least (B59, B62)
    BIRTH_PLANNING_DUE = "birth-planning-due"  # meetings before the birth (A56)
    BIRTH_ARRANGEMENTS_DUE = "birth-arrangements-due"  # when they are sent round (B57, B58)
    CHILD_IN_NEED_REVIEW_EVERY = "child-in-need-review-every"  # at least (B65)
    CHANGE_NOTICE_DUE = "change-notice-due"  # when the office is told of a change (B75)
    TRANSFER_NOTICE_DUE = "transfer-notice-due"  # when it is told of a move (B78)
    TRANSFER_OUTCOME_DUE = "transfer-outcome-due"  # when the other area is told the outcome (A98)
    # Of one meeting of the core group:
    NEXT_CORE_GROUP_DUE = "next-core-group-due"  # the meeting after it
    CORE_GROUP_NOTES_DUE = "core-group-notes-due"  # when its notes or plan go round (B54, B56)
    SIGNED_AGREEMENT_DUE = "signed-agreement-due"  # when the signed agreement is back (B55)


OF_A_MEETING = frozenset(
    {
        RuledName.NEXT_CORE_GROUP_DUE,
        RuledName.CORE_GROUP_NOTES_DUE,
        RuledName.SIGNED_AGREEMENT_DUE,
    }
)


class Ruled(Value):
    """One computed value. `value` None with `not_set`: the authority's source gives no number."""

    name: RuledName
    conference: str
    about: str | None = None  # the meeting of the core group that it is a value of
    value: datetime | date | bool | Every | None
    not_set: str | None = None  # what the source says instead, such as `as soon as possible`
    rests_on: tuple[str, ...]  # case paths, as `cpdocs.sharing` names them
    source: str


class Ruling(Value):
    """Everything that the procedures say of one case."""

    values: tuple[Ruled, ...] = ()
