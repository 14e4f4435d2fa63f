"""A conference: when and where, its parts, who was invited, who came, and its minutes."""

from __future__ import annotations

from datetime import date, datetime, time
from enum import StrEnum
from typing import Annotated, ClassVar

from cpdocs.model.base import Record, Ref
from cpdocs.model.office import Booking, StandDown
from cpdocs.model.places import Address
from cpdocs.model.sharing import Challenge, Gap, Passage, Said, Sharing
from cpdocs.values import Sensitivity

S = Sensitivity


class ConferenceType(StrEnum):
    """Why the conference is called."""

    INITIAL = "initial"
    REVIEW = "review"
    PRE_BIRTH = "pre-birth"
    TRANSFER_IN = "transfer-in"
    RECONVENED = "reconvened"


class MeetingForm(StrEnum):
    """How people meet."""

    FACE_TO_FACE = "face-to-face"
    VIDEO = "video"
    HYBRID = "hybrid"


class Venue(Record):
    """Where a conference is held, or how it is joined."""

    form: Annotated[MeetingForm, S.PUBLIC]
    venue: Annotated[str | None, S.PUBLIC] = None
    room: Annotated[str | None, S.PUBLIC] = None
    address: Annotated[Address | None, S.PUBLIC] = None
    joining: Annotated[str | None, S.PUBLIC] = None  # how to join by video
    access: Annotated[str | None, S.PUBLIC] = None  # getting there and getting in


class Part(Record):
    """A part of the conference: the native unit of who may see what (R 7.2.2 g, 7.2.4)."""

    id: Annotated[str, S.PUBLIC]
    title: Annotated[str, S.PUBLIC]
    confidential: Annotated[bool, S.PUBLIC] = False
    legal_advice: Annotated[bool, S.PUBLIC] = False
    asked_by: Annotated[str | None, S.PROCESS, Ref.PERSON] = None
    agreed_by_chair: Annotated[date | None, S.PROCESS] = None
    reason: Annotated[str | None, S.PROCESS] = None
    sharing: Annotated[Sharing | None, S.PROCESS] = None


class WhyAsked(StrEnum):
    """Why a professional is asked to come (N l.59-63; S 2.10)."""

    INVOLVED = "involved-now"
    TO_HELP = "likely-to-help"
    KNOWLEDGE = "specialist-knowledge"


class Invitation(Record):
    """One person asked to come, or recorded as not asked. No part in `to`: every open part."""

    who: Annotated[str, S.PUBLIC, Ref.PERSON]
    invited: Annotated[bool, S.PUBLIC] = True
    told: Annotated[bool, S.PROCESS] = True  # false: may not know that there is a conference (C23)
    to: Annotated[tuple[str, ...], S.PUBLIC, Ref.PART] = ()
    arrive: Annotated[time | None, S.PUBLIC] = (
        None  # where this person comes at a time of their own
    )
    because: Annotated[WhyAsked | None, S.OFFICE] = None
    observer_agreed_by: Annotated[tuple[str, ...], S.OFFICE, Ref.PERSON] = ()  # C42
    reason: Annotated[str | None, S.PROCESS] = None
    agreed_by_chair: Annotated[date | None, S.PROCESS] = None

    @property
    def subjects(self) -> tuple[str, ...]:
        return (self.who,)


class Attendance(Record):
    """What one person did, part by part; leaving by choice and being told to leave apart (C24)."""

    who: Annotated[str, S.PUBLIC, Ref.PERSON]
    attended: Annotated[tuple[str, ...], S.PUBLIC, Ref.PART] = ()
    free_to_attend: Annotated[tuple[str, ...], S.PUBLIC, Ref.PART] = ()
    left: Annotated[tuple[str, ...], S.PUBLIC, Ref.PART] = ()  # came, and left by choice
    asked_to_leave: Annotated[tuple[str, ...], S.PROCESS, Ref.PART] = ()
    apologies: Annotated[bool, S.PUBLIC] = False
    report_received: Annotated[date | None, S.PUBLIC] = None
    supported_by: Annotated[tuple[str, ...], S.PUBLIC, Ref.PERSON] = ()

    @property
    def subjects(self) -> tuple[str, ...]:
        return (self.who,)


class ExclusionGround(StrEnum):
    """Grounds of exclusion (R 7.1.9; W l.32). A possible prosecution alone is not one."""

    VIOLENCE = "violence"
    IMPEDES = "impedes-consideration"
    ALLEGATION = "detailed-consideration-of-allegation"
    INVESTIGATION = "ongoing-investigation"
    LEGAL_ADVICE = "legal-advice"


class MayHave(StrEnum):
    """What the chair may decide that an excluded person is sent, beside parts (R 7.1.9)."""

    DECISIONS = "decisions"


class Exclusion(Record):
    """Somebody kept from parts, or from all, of a conference by the chair."""

    who: Annotated[str, S.PUBLIC, Ref.PERSON]
    parts: Annotated[tuple[str, ...], S.PROCESS, Ref.PART] = ()  # none named: the whole conference
    ground: Annotated[ExclusionGround | None, S.PROCESS] = None
    reason_told: Annotated[str, S.PUBLIC]  # the chair's wording to the person, never the ground
    views_by: Annotated[str | None, S.PUBLIC] = None  # how their views are heard all the same
    told_in_writing: Annotated[date | None, S.PUBLIC] = None  # the letter's date
    may_have_parts: Annotated[tuple[str, ...], S.PUBLIC, Ref.PART] = ()
    may_have: Annotated[tuple[MayHave, ...], S.PUBLIC] = ()
    agreed_by_chair: Annotated[date | None, S.PROCESS] = None

    @property
    def subjects(self) -> tuple[str, ...]:
        return (self.who,)


class Contribution(Said):
    """A passage of the minutes: said in a part, by somebody."""

    tells_again: ClassVar = ("noted",)

    part: Annotated[str, S.PUBLIC, Ref.PART]
    noted: Annotated[tuple[Challenge, ...], S.PUBLIC] = ()


class PlanOutcome(StrEnum):
    """What a conference decides for one child."""

    MADE = "made"
    NOT_MADE = "not-made"
    CONTINUED = "continued"
    ENDED = "ended"


class Category(StrEnum):
    """Category of harm (E3)."""

    PHYSICAL = "physical-abuse"
    EMOTIONAL = "emotional-abuse"
    SEXUAL = "sexual-abuse"
    NEGLECT = "neglect"


class Dissent(Record):
    """A professional's recorded disagreement with the decision (R 7.2.5; N l.207)."""

    by: Annotated[str, S.PUBLIC, Ref.PERSON]
    reason: Annotated[str, S.PUBLIC]


class Decision(Record):
    """The decision for one child, with its reasons (R 7.3, 7.6)."""

    child: Annotated[str, S.PUBLIC, Ref.CHILD]
    plan: Annotated[PlanOutcome, S.PUBLIC]
    categories: Annotated[tuple[Category, ...], S.PUBLIC] = ()
    reasons: Annotated[tuple[Passage, ...], S.PUBLIC]
    basis_without_consensus: Annotated[str | None, S.PUBLIC] = None  # R 7.2.5(a)
    dissent: Annotated[tuple[Dissent, ...], S.PUBLIC] = ()
    lead_worker: Annotated[str | None, S.PUBLIC, Ref.PERSON] = None
    sharing: Annotated[Sharing | None, S.PROCESS] = None

    @property
    def subjects(self) -> tuple[str, ...]:
        return (self.child,)


class Action(Record):
    """Something to be done: what, by whom, by when, how it will be judged (S 5.2, R 7.4 i)."""

    id: Annotated[str | None, S.PROCESS] = None
    what: Annotated[str, S.PUBLIC]
    children: Annotated[tuple[str, ...], S.PUBLIC, Ref.CHILD]
    owners: Annotated[tuple[str, ...], S.PUBLIC, Ref.PERSON]
    due: Annotated[date | None, S.PUBLIC] = None
    by_when: Annotated[str | None, S.PUBLIC] = None  # where no day fits: `at every visit`
    measure: Annotated[str | None, S.PUBLIC] = None
    checker: Annotated[str | None, S.PUBLIC, Ref.PERSON] = None
    about: Annotated[tuple[str, ...], S.PUBLIC, Ref.PERSON] = ()  # adults whose matters it tells
    immediate: Annotated[bool, S.PUBLIC] = False
    non_negotiable: Annotated[bool, S.PUBLIC] = False  # N l.223
    sharing: Annotated[Sharing | None, S.PROCESS] = None

    @property
    def subjects(self) -> tuple[str, ...]:
        return (*self.children, *self.about)


class CoreGroup(Record):
    """Who carries the plan forward for which children, and when they first meet (R 7.4, 7.8)."""

    children: Annotated[tuple[str, ...], S.PUBLIC, Ref.CHILD]
    members: Annotated[tuple[str, ...], S.PUBLIC, Ref.PERSON]
    first_meeting: Annotated[datetime | None, S.PUBLIC] = None
    place: Annotated[str | None, S.PUBLIC] = None

    @property
    def subjects(self) -> tuple[str, ...]:
        return self.children


class Approval(Record):
    """Who approved something, and when. Until then it is a draft."""

    # None in a view whose reader is not told of them: what is approved is no draft for that.
    by: Annotated[str | None, S.PUBLIC, Ref.PERSON] = None
    dated: Annotated[date, S.PUBLIC]


class Minutes(Record):
    """Minutes: passages in the order said, decisions with reasons, actions, next dates (R 7.6)."""

    approved: Annotated[Approval | None, S.PUBLIC] = None
    outcome_dated: Annotated[date | None, S.PUBLIC] = None  # the date on letters of the decision
    contributions: Annotated[tuple[Contribution | Gap, ...], S.PUBLIC] = ()
    decisions: Annotated[tuple[Decision, ...], S.PUBLIC] = ()
    core_groups: Annotated[tuple[CoreGroup, ...], S.PUBLIC] = ()
    actions: Annotated[tuple[Action, ...], S.PUBLIC] = ()
    review: Annotated[datetime | None, S.PUBLIC] = None  # the next review conference


class Conference(Record):
    """One conference about one or more children."""

    id: Annotated[str, S.PUBLIC]
    type: Annotated[ConferenceType, S.PUBLIC]
    children: Annotated[tuple[str, ...], S.PUBLIC, Ref.CHILD]
    starts: Annotated[datetime, S.PUBLIC]  # Europe/London
    expected_to_end: Annotated[time | None, S.PUBLIC] = None
    place: Annotated[Venue, S.PUBLIC]
    chair: Annotated[str, S.PUBLIC, Ref.PERSON]
    minute_taker: Annotated[str | None, S.PUBLIC, Ref.PERSON] = None
    letters_dated: Annotated[date | None, S.PUBLIC] = None  # the date on the invitations
    reminders_dated: Annotated[date | None, S.PUBLIC] = None  # on reminders of reports
    purpose: Annotated[
        tuple[Passage, ...], S.PUBLIC
    ] = ()  # why it is called, as told in invitations
    parts: Annotated[tuple[Part, ...], S.PUBLIC]
    invitations: Annotated[tuple[Invitation, ...], S.PUBLIC] = ()
    attendance: Annotated[tuple[Attendance, ...], S.PUBLIC] = ()
    exclusions: Annotated[tuple[Exclusion, ...], S.PUBLIC] = ()
    booking: Annotated[Booking | None, S.OFFICE] = None
    stood_down: Annotated[StandDown | None, S.PUBLIC] = None
    minutes: Annotated[Minutes | None, S.PUBLIC] = None

    def part(self, part_id: str) -> Part | None:
        """The part of that id, where this conference (or view of it) has it."""
        return next((part for part in self.parts if part.id == part_id), None)
