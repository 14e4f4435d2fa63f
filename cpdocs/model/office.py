"""What passes between worker, office and other authorities, and how a plan ends or moves."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated

from cpdocs.model.base import Record, Ref
from cpdocs.model.people import DeliveryWay
from cpdocs.model.sharing import Passage, Sharing
from cpdocs.values import Sensitivity

S = Sensitivity


class Availability(Record):
    """When somebody whose coming matters can come (N l.29, 41)."""

    who: Annotated[str, S.PUBLIC, Ref.PERSON]
    says: Annotated[str, S.PUBLIC]


class Lateness(Record):
    """A conference later than its timescale: why, and who authorised it (N l.37; R 7.1.3)."""

    reason: Annotated[str, S.PUBLIC]
    authorised_by: Annotated[tuple[str, ...], S.PUBLIC, Ref.PERSON]
    dated: Annotated[date, S.PUBLIC]


class Booking(Record):
    """The request for a conference to the office (N l.29-41, 45, 119-128; S 1.1, 2.11)."""

    asked_by: Annotated[str, S.PUBLIC, Ref.PERSON]
    asked: Annotated[date, S.PUBLIC]
    agreed_by: Annotated[str | None, S.PUBLIC, Ref.PERSON] = None  # the manager
    agreed: Annotated[date | None, S.PUBLIC] = None
    availability: Annotated[tuple[Availability, ...], S.PUBLIC] = ()
    risks: Annotated[tuple[Passage, ...], S.PUBLIC] = ()  # that anybody coming may pose
    for_the_chair: Annotated[tuple[Passage, ...], S.PUBLIC] = ()  # special arrangements (A13)
    late: Annotated[Lateness | None, S.PUBLIC] = None


class StandDownReason(StrEnum):
    """Why a conference was stood down or put off (S 4.2-4.4; R 7.1.6, 7.2.5)."""

    NO_SOCIAL_WORKER = "no-social-worker"
    NO_REPORT = "no-report"
    NO_ASSESSMENT = "no-assessment"
    REPORTS_LATE = "reports-late"
    NOT_QUORATE = "not-quorate"
    AGENCY_MISSING = "relevant-agency-missing"
    OTHER = "other"


class StandDown(Record):
    """A conference that did not go ahead: why, and what happens until it does."""

    dated: Annotated[date, S.PUBLIC]
    reasons: Annotated[tuple[StandDownReason, ...], S.PUBLIC]
    explained: Annotated[tuple[Passage, ...], S.PUBLIC] = ()
    to_do: Annotated[tuple[Passage, ...], S.PUBLIC] = ()  # before it is held again
    reconvened: Annotated[datetime | None, S.PUBLIC] = None


class EndingGround(StrEnum):
    """Why a plan ends (R 7.11; N l.353-358, 383). Not working with the plan is never one (E17)."""

    NO_LONGER_AT_RISK = "no-longer-at-risk"
    MOVED = "moved"
    EIGHTEEN = "eighteen"
    DIED = "died"
    LEFT_UK = "left-uk"
    LOOKED_AFTER = "looked-after"


class Ending(Record):
    """The end of one child's plan (A91, A92)."""

    id: Annotated[str, S.PUBLIC]
    conference: Annotated[str, S.PUBLIC, Ref.CONFERENCE]
    child: Annotated[str, S.PUBLIC, Ref.CHILD]
    dated: Annotated[date, S.PUBLIC]
    ground: Annotated[EndingGround, S.PUBLIC]
    reasons: Annotated[tuple[Passage, ...], S.PUBLIC] = ()
    support: Annotated[tuple[Passage, ...], S.PUBLIC] = ()  # what help goes on
    agreed_with: Annotated[str | None, S.PUBLIC, Ref.PERSON] = None  # of another agency (N l.383)
    outcome_received: Annotated[date | None, S.PUBLIC] = None  # the new authority's (R 7.17)
    sharing: Annotated[Sharing | None, S.PROCESS] = None

    @property
    def subjects(self) -> tuple[str, ...]:
        return (self.child,)


class TransferKind(StrEnum):
    """Which way a child with a plan moves (R 7.16-7.18)."""

    OUT = "out"
    IN = "in"
    TEMPORARY = "temporary"


class Transfer(Record):
    """A child's move to or from another authority's area (A94-A99)."""

    id: Annotated[str, S.PUBLIC]
    conference: Annotated[str, S.PUBLIC, Ref.CONFERENCE]
    kind: Annotated[TransferKind, S.PUBLIC]
    children: Annotated[tuple[str, ...], S.PUBLIC, Ref.CHILD]
    other_authority: Annotated[str, S.PUBLIC, Ref.AGENCY]
    to: Annotated[str, S.PUBLIC, Ref.PERSON]  # the worker or office there who is written to
    dated: Annotated[date, S.PUBLIC]  # of the letter
    known: Annotated[date, S.PUBLIC]  # when the move became known
    moved: Annotated[date | None, S.PUBLIC] = None
    until: Annotated[date | None, S.PUBLIC] = None  # of a stay
    legal_status: Annotated[str | None, S.PUBLIC] = None
    reasons: Annotated[tuple[Passage, ...], S.PUBLIC] = ()  # for the plan
    arrangements: Annotated[tuple[Passage, ...], S.PUBLIC] = ()  # who does what meanwhile
    listed: Annotated[date | None, S.PUBLIC] = None  # temporarily, where the child moved in (7.18)
    accepted: Annotated[date | None, S.PUBLIC] = None  # responsibility, in writing (7.18)
    sharing: Annotated[Sharing | None, S.PROCESS] = None

    @property
    def subjects(self) -> tuple[str, ...]:
        return self.children


class ChangeKind(StrEnum):
    """What changed for a child with a plan (R 7.16)."""

    LEAD_WORKER = "lead-worker"
    ADDRESS = "address"
    HOUSEHOLD = "household"
    AWAY = "away"  # out of the area, a holiday included
    CAREGIVER = "caregiver"
    BIRTH = "birth"
    LEGAL_STATUS = "legal-status"
    PLACEMENT = "placement"


class Change(Record):
    """A change of circumstances, told to the office (R 7.16; A93)."""

    id: Annotated[str, S.PUBLIC]
    conference: Annotated[str, S.PUBLIC, Ref.CONFERENCE]
    kind: Annotated[ChangeKind, S.PUBLIC]
    children: Annotated[tuple[str, ...], S.PUBLIC, Ref.CHILD]
    happened: Annotated[date, S.PUBLIC]
    told_by: Annotated[str, S.PUBLIC, Ref.PERSON]
    dated: Annotated[date, S.PUBLIC]  # of the written confirmation
    says: Annotated[tuple[Passage, ...], S.PUBLIC]
    caregiver: Annotated[str | None, S.PUBLIC, Ref.PERSON] = None
    sharing: Annotated[Sharing | None, S.PROCESS] = None

    @property
    def subjects(self) -> tuple[str, ...]:
        return self.children


class Cover(Record):
    """Who stands in for an absent lead worker (L 9.4.15-16; N l.277; A104)."""

    id: Annotated[str, S.PUBLIC]
    conference: Annotated[str, S.PUBLIC, Ref.CONFERENCE]
    children: Annotated[tuple[str, ...], S.PUBLIC, Ref.CHILD]
    worker: Annotated[str, S.PUBLIC, Ref.PERSON]
    cover: Annotated[str, S.PUBLIC, Ref.PERSON]
    starts: Annotated[date, S.PUBLIC]
    ends: Annotated[date | None, S.PUBLIC] = None
    dated: Annotated[date, S.PUBLIC]
    says: Annotated[tuple[Passage, ...], S.PUBLIC] = ()  # which visits and calls will be made
    sharing: Annotated[Sharing | None, S.PROCESS] = None

    @property
    def subjects(self) -> tuple[str, ...]:
        return self.children


class Distribution(Record):
    """One document given to one person: what, how and when (N l.263; A82)."""

    conference: Annotated[str, S.PUBLIC, Ref.CONFERENCE]
    child: Annotated[str, S.PUBLIC, Ref.CHILD]
    what: Annotated[str, S.PUBLIC]
    who: Annotated[str, S.PUBLIC, Ref.PERSON]
    how: Annotated[DeliveryWay, S.PUBLIC]
    dated: Annotated[date, S.PUBLIC]

    @property
    def subjects(self) -> tuple[str, ...]:
        return (self.child,)
