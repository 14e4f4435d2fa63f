"""Reports to a conference: what each professional wrote, the chronology, and visits to a child."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, ClassVar

from cpdocs.model.base import Record, Ref
from cpdocs.model.sharing import Passage, Said, Sharing
from cpdocs.values import Sensitivity

S = Sensitivity


class ReportKind(StrEnum):
    """Which report it is (A30, A34, A39)."""

    SOCIAL_WORK = "social-work"
    REVIEW = "review"
    AGENCY = "agency"


class ReportTopic(StrEnum):
    """What a section of a report is about (R 7.1.10.1 a-d, 7.1.10.2; N l.146-166, 315-328; G7)."""

    INVOLVEMENT = "involvement"  # the agency's part in the family's life, and since when
    BASIS = "basis"  # what the report rests on: records read, people spoken to
    SUMMARY = "summary"  # the assessment in short, with its analysis
    HISTORY = "history"  # the background, and what came of each event
    DEVELOPMENT = "development"  # progress and needs now
    HEALTH = "health"
    EDUCATION = "education"
    LIVED_EXPERIENCE = "lived-experience"  # what the child sees, feels and says
    CAPACITY = "capacity"  # strengths of parents and family, and what gets in the way
    IMPLICATIONS = "implications"  # for the child's safety and needs to come
    CHECKS = "checks"  # what was asked of police and others
    LEGAL = "legal"  # with the agreement of a senior manager (N l.159)
    CHILD_VIEWS = "child-views"
    PARENT_VIEWS = "parent-views"
    FAMILY_VIEWS = "family-views"
    THRESHOLD = "threshold"  # an opinion on whether this child needs a plan
    PROPOSED_PLAN = "proposed-plan"
    DISPUTED = "disputed"  # what the family does not agree with (N l.138)
    PROGRESS = "progress"  # what has happened since the last conference
    UNDERSTANDING = "understanding"  # the child's, of the plan
    WORK_TOGETHER = "work-together"  # core groups, contact with parents, decisions acted on
    SIBLING_NEEDS = "sibling-needs"  # brothers and sisters without a plan (N l.317)
    REVISIONS = "revisions"  # what should change in the plan


class ReportSection(Record):
    """The passages of a report on one topic."""

    topic: Annotated[ReportTopic, S.PUBLIC]
    passages: Annotated[tuple[Passage, ...], S.PUBLIC]


class Done(StrEnum):
    """How far a point of the plan was carried out."""

    DONE = "done"
    PARTLY = "partly"
    NOT_DONE = "not-done"


class PlanAnswer(Passage):
    """What became of one point of the previous plan: the passage tells what changed for the child
    (N l.315; R 7.10.2)."""

    point: Annotated[str, S.PUBLIC]  # the point of the plan that it answers, in its words
    done: Annotated[Done, S.PUBLIC]


class Validation(Record):
    """The manager who validated a report before it was sent out (N l.162-165)."""

    by: Annotated[str, S.PUBLIC, Ref.PERSON]
    dated: Annotated[date, S.PUBLIC]


class Report(Record):
    """One professional's report about one child to one conference (R 7.1.10.2: one for each)."""

    id: Annotated[str, S.PUBLIC]
    conference: Annotated[str, S.PUBLIC, Ref.CONFERENCE]
    kind: Annotated[ReportKind, S.PUBLIC]
    child: Annotated[str, S.PUBLIC, Ref.CHILD]
    # The author; none in a view where the name would give a protected home away.
    by: Annotated[str | None, S.PUBLIC, Ref.PERSON] = None
    dated: Annotated[date, S.PUBLIC]
    validated: Annotated[Validation | None, S.PUBLIC] = None
    shared_with_family: Annotated[date | None, S.PUBLIC] = None
    sections: Annotated[tuple[ReportSection, ...], S.PUBLIC]
    answers: Annotated[tuple[PlanAnswer, ...], S.PUBLIC] = ()
    sharing: Annotated[Sharing | None, S.PROCESS] = None

    @property
    def subjects(self) -> tuple[str, ...]:
        return (self.child,)


class ChronologyEntry(Said):
    """One event of the chronology, from any agency (R 7.1.10.1 a; S 6.12; A33)."""

    tells_again: ClassVar = ("outcome", "conflicts")

    conference: Annotated[str, S.PUBLIC, Ref.CONFERENCE]  # to which it is reported
    dated: Annotated[date, S.PUBLIC]
    until: Annotated[date | None, S.PUBLIC] = None
    outcome: Annotated[str | None, S.PUBLIC] = None  # what came of it
    conflicts: Annotated[str | None, S.PUBLIC] = None  # what another source says otherwise


class Seen(StrEnum):
    """Whether this child was seen at a visit; never copied from a brother's or sister's record."""

    SEEN = "seen"
    ALONE = "seen-alone"
    NOT_SEEN = "not-seen"


class Visit(Record):
    """One visit to one child (N l.283-291; L 9.4.10). Family learn when, and seen or not."""

    id: Annotated[str, S.PUBLIC]
    conference: Annotated[str, S.PUBLIC, Ref.CONFERENCE]  # to which it is reported
    child: Annotated[str, S.PUBLIC, Ref.CHILD]
    made: Annotated[datetime, S.PUBLIC]
    by: Annotated[str, S.PUBLIC, Ref.PERSON]
    seen: Annotated[Seen, S.PUBLIC]
    place: Annotated[str | None, S.CASE_NOTE] = None
    present: Annotated[tuple[str, ...], S.CASE_NOTE, Ref.PERSON] = ()
    bedroom_seen: Annotated[bool, S.CASE_NOTE] = False
    because: Annotated[str | None, S.CASE_NOTE] = None  # why not seen, or not alone, or late
    notes: Annotated[tuple[Passage, ...], S.CASE_NOTE] = ()
    sharing: Annotated[Sharing | None, S.PROCESS] = None

    @property
    def subjects(self) -> tuple[str, ...]:
        return (self.child,)
