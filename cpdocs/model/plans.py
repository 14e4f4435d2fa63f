"""Plans for one child, birth arrangements, and the core group's meetings that carry a plan."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, ClassVar

from cpdocs.model.base import Record, Ref
from cpdocs.model.conference import Action, Approval, Dissent
from cpdocs.model.sharing import Passage, Said, Sharing
from cpdocs.values import Sensitivity

S = Sensitivity


class PlanKind(StrEnum):
    """Which plan it is (G1, G2, G4; A57, A78, A81)."""

    OUTLINE = "outline"
    DETAILED = "detailed"
    BRIDGING = "bridging"  # until a conference that was put off is held (S 4.4)
    CHILD_IN_NEED = "child-in-need"
    CHILD = "child"  # the child's own, written for the child


class PlanTopic(StrEnum):
    """What a section of a plan is about (G1, G2)."""

    AIM = "aim"
    RISKS = "risks"  # that led to the plan
    STRENGTHS = "strengths"
    NEEDS = "needs"  # of this child
    HISTORY = "history"  # of the family, where it bears on the plan (L 9.3.7)
    OPTIONS = "options"  # what was weighed, and why in this order (L 9.3.8)
    FAMILY_GROUP = "family-group-conference"  # whether one was considered (L 9.3.13)
    CONSIDERATIONS = "considerations"  # culture, language, faith, disability, food, travel (S 5.5)
    INVOLVEMENT = "involvement"  # of child, parents and wider family; support and advocacy
    CONTACT = "contact"  # who sees child and family, how often, and for what
    SEEING_THE_CHILD = "seeing-the-child"  # when and where the child is seen alone (L 9.3.6)
    CHILD_WISHES = "child-wishes"
    PARENT_VIEWS = "parent-views"
    SUPPORT = "support"  # what helps the family to make the changes (S GP3)
    MONITORING = "monitoring"  # how the plan is watched and judged
    CONTINGENCY = "contingency"  # for this child (N l.229)
    CONSEQUENCES = "consequences"  # if things do not change (S GP3)
    REVIEW_TRIGGERS = "review-triggers"  # what brings the review forward (R 7.4 k)
    # In a child's own plan:
    WORRIES = "worries"
    GOING_WELL = "going-well"
    WHAT_HAPPENS = "what-happens"
    WHO_HELPS = "who-helps"
    YOUR_SAY = "your-say"


class PlanSection(Record):
    """The passages of a plan on one topic."""

    topic: Annotated[PlanTopic, S.PUBLIC]
    passages: Annotated[tuple[Passage, ...], S.PUBLIC]


class Term(StrEnum):
    """How soon an outcome is wanted (R 7.4 f)."""

    SHORT = "short"
    LONG = "long"


class PlannedOutcome(Passage):
    """What must be different for the child, how that is judged, and who does what towards it."""

    tells_again: ClassVar = ("measure",)

    term: Annotated[Term | None, S.PUBLIC] = None
    measure: Annotated[str | None, S.PUBLIC] = None  # how much, by when, how judged (N l.217)
    actions: Annotated[tuple[Action, ...], S.PUBLIC] = ()


class Refusal(Passage):
    """What a child or parent would have preferred (the passage), and why it was not taken up
    (R 7.9; L 9.3.23)."""

    tells_again: ClassVar = ("why_not",)

    why_not: Annotated[str | None, S.PUBLIC] = None


class Unit(StrEnum):
    """What an interval is counted in."""

    DAYS = "days"
    WORKING_DAYS = "working-days"
    WEEKS = "weeks"
    MONTHS = "months"


class Every(Record):
    """How often at least."""

    count: Annotated[int, S.PUBLIC]
    unit: Annotated[Unit, S.PUBLIC]


class Accepted(StrEnum):
    """How somebody accepted the plan (L 9.3.26-27)."""

    SIGNED = "signed"
    BY_EMAIL = "by-email"
    DECLINED = "declined"


class Signature(Record):
    """One member of the core group and the plan as written agreement. No `how`: not yet signed."""

    who: Annotated[str, S.PUBLIC, Ref.PERSON]
    how: Annotated[Accepted | None, S.PUBLIC] = None
    dated: Annotated[date | None, S.PUBLIC] = None


class Plan(Record):
    """A plan for one child (N l.217; L 9.3.6: one for each)."""

    id: Annotated[str, S.PUBLIC]
    conference: Annotated[str, S.PUBLIC, Ref.CONFERENCE]
    kind: Annotated[PlanKind, S.PUBLIC]
    child: Annotated[str, S.PUBLIC, Ref.CHILD]
    dated: Annotated[date, S.PUBLIC]
    approved: Annotated[Approval | None, S.PUBLIC] = None
    lead_worker: Annotated[str | None, S.PUBLIC, Ref.PERSON] = None
    lead_worker_qualified: Annotated[bool, S.PUBLIC] = False  # a qualified social worker (R 7.4 a)
    sections: Annotated[tuple[PlanSection, ...], S.PUBLIC]
    outcomes: Annotated[tuple[PlannedOutcome, ...], S.PUBLIC] = ()
    assessments: Annotated[tuple[Action, ...], S.PUBLIC] = ()  # still to be made (R 7.4 e)
    refused: Annotated[tuple[Refusal, ...], S.PUBLIC] = ()
    disagreements: Annotated[tuple[Dissent, ...], S.PUBLIC] = ()
    visit_every: Annotated[Every | None, S.PUBLIC] = None  # at least (N l.225)
    core_group_every: Annotated[Every | None, S.PUBLIC] = None
    detailed_by: Annotated[date | None, S.PUBLIC] = None  # when the detailed plan is due (R 7.4 d)
    review: Annotated[datetime | None, S.PUBLIC] = None
    signatures: Annotated[tuple[Signature, ...], S.PUBLIC] = ()
    sharing: Annotated[Sharing | None, S.PROCESS] = None

    @property
    def subjects(self) -> tuple[str, ...]:
        return (self.child,)


class CoreGroupMeeting(Record):
    """One meeting of the core group, and its notes (R 7.8, 7.9; L 9.2.6; A83)."""

    id: Annotated[str, S.PUBLIC]
    conference: Annotated[str, S.PUBLIC, Ref.CONFERENCE]
    children: Annotated[tuple[str, ...], S.PUBLIC, Ref.CHILD]
    starts: Annotated[datetime, S.PUBLIC]
    place: Annotated[str | None, S.PUBLIC] = None
    chaired_by: Annotated[str | None, S.PUBLIC, Ref.PERSON] = None
    present: Annotated[tuple[str, ...], S.PUBLIC, Ref.PERSON] = ()
    apologies: Annotated[tuple[str, ...], S.PUBLIC, Ref.PERSON] = ()
    moved_from: Annotated[datetime | None, S.PUBLIC] = None  # A84
    notes: Annotated[tuple[Said, ...], S.PUBLIC] = ()
    actions: Annotated[tuple[Action, ...], S.PUBLIC] = ()
    disagreements: Annotated[tuple[Dissent, ...], S.PUBLIC] = ()
    next_meeting: Annotated[datetime | None, S.PUBLIC] = None
    later_because: Annotated[str | None, S.PUBLIC] = None  # the next one is late: why (R 7.8)
    countersigned: Annotated[Approval | None, S.PUBLIC] = None  # by the lead worker's manager
    circulated: Annotated[date | None, S.PUBLIC] = None
    sharing: Annotated[Sharing | None, S.PROCESS] = None

    @property
    def subjects(self) -> tuple[str, ...]:
        return self.children


class BirthTopic(StrEnum):
    """What a section of birth arrangements is about (S 4.8, 4.24; R 7.1.4; A55)."""

    BEFORE_BIRTH = "before-birth"
    PLACE_OF_BIRTH = "place-of-birth"
    LABOUR = "labour"  # what to do, and who is rung
    WHO_MAY_BE_THERE = "who-may-be-there"
    KEEPING_SAFE = "keeping-safe"
    ON_THE_WARD = "on-the-ward"
    FEEDING_AND_CARE = "feeding-and-care"
    CONTACT = "contact"  # with other family
    IF_WORRIED = "if-worried"  # what changes the arrangements, and what is done then
    GOING_HOME = "going-home"
    OUT_OF_HOURS = "out-of-hours"


class BirthSection(Record):
    """The passages of birth arrangements on one topic."""

    topic: Annotated[BirthTopic, S.PUBLIC]
    passages: Annotated[tuple[Passage, ...], S.PUBLIC]


class PlanningMeeting(Record):
    """A meeting before the birth: when, and who comes (R 7.1.4; A56)."""

    starts: Annotated[datetime, S.PUBLIC]
    members: Annotated[tuple[str, ...], S.PUBLIC, Ref.PERSON]


class BirthArrangements(Record):
    """What is arranged round a birth: begun by the lead worker, agreed at the conference (A55)."""

    id: Annotated[str, S.PUBLIC]
    conference: Annotated[str, S.PUBLIC, Ref.CONFERENCE]
    child: Annotated[str, S.PUBLIC, Ref.CHILD]
    begun: Annotated[date, S.PUBLIC]
    agreed: Annotated[Approval | None, S.PUBLIC] = None  # by everybody, confirmed by the chair
    sections: Annotated[tuple[BirthSection, ...], S.PUBLIC]
    meetings: Annotated[tuple[PlanningMeeting, ...], S.PUBLIC] = ()
    forwards_to_gp: Annotated[str | None, S.PUBLIC, Ref.PERSON] = None  # S 4.25
    forwarded_by: Annotated[date | None, S.PUBLIC] = None  # the day by which
    sharing: Annotated[Sharing | None, S.PROCESS] = None

    @property
    def subjects(self) -> tuple[str, ...]:
        return (self.child,)
