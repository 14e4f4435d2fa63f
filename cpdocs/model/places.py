"""Where people live, and the places and agencies that can give a home away."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated

from cpdocs.model.base import Record, Ref
from cpdocs.model.sharing import Sharing
from cpdocs.values import Sensitivity

S = Sensitivity


class Address(Record):
    """A postal address: one to six lines, and the postcode."""

    lines: Annotated[tuple[str, ...], S.PUBLIC]
    postcode: Annotated[str | None, S.PUBLIC] = None

    @property
    def all_lines(self) -> tuple[str, ...]:
        """The lines as an envelope shows them, the postcode last."""
        return (*self.lines, self.postcode) if self.postcode else self.lines


class Household(Record):
    """People at one address. `protected`: nobody without a right learns it or what reveals it."""

    id: Annotated[str, S.PUBLIC]
    address: Annotated[Address | None, S.ADDRESS] = None  # none: no fixed abode
    landline: Annotated[str | None, S.ADDRESS] = None
    protected: Annotated[bool, S.PROCESS] = False
    sharing: Annotated[Sharing | None, S.PROCESS] = None


class PlaceKind(StrEnum):
    """What a place is."""

    SCHOOL = "school"
    NURSERY = "nursery"
    SURGERY = "surgery"
    REFUGE = "refuge"
    HOSPITAL = "hospital"
    CENTRE = "centre"


class Place(Record):
    """A school, nursery, surgery or the like. It gives away the homes in `reveals`."""

    id: Annotated[str, S.PUBLIC]
    kind: Annotated[PlaceKind, S.PUBLIC]
    name: Annotated[str, S.ADDRESS]
    address: Annotated[Address | None, S.ADDRESS] = None
    reveals: Annotated[tuple[str, ...], S.PROCESS, Ref.HOUSEHOLD] = ()


class AgencyKind(StrEnum):
    """The professional group that an agency stands for (quorum counts groups, R 7.1.6)."""

    SOCIAL_CARE = "childrens-social-care"
    SAFEGUARDING_UNIT = "safeguarding-unit"
    HEALTH = "health"
    EDUCATION = "education"
    POLICE = "police"
    PROBATION = "probation"
    HOUSING = "housing"
    ADULT_SERVICES = "adult-services"
    LEGAL = "legal"
    VOLUNTARY = "voluntary"
    OTHER = "other"


class Agency(Record):
    """An organisation, or a branch of one, that professionals belong to."""

    id: Annotated[str, S.PUBLIC]
    name: Annotated[str, S.PUBLIC]
    kind: Annotated[AgencyKind, S.PUBLIC]
    address: Annotated[Address | None, S.PUBLIC] = None
    reveals: Annotated[tuple[str, ...], S.PROCESS, Ref.HOUSEHOLD] = ()


class EventKind(StrEnum):
    """What starts a clock. Which event counts is the authority's rule (BD01)."""

    REFERRAL = "referral"
    STRATEGY_DISCUSSION = "strategy-discussion"
    MOVE_NOTIFIED = "move-notified"


class Event(Record):
    """Something that happened on a day and starts a clock."""

    what: Annotated[EventKind, S.CHILD_PRIVATE]
    dated: Annotated[date | datetime, S.CHILD_PRIVATE]
    about: Annotated[tuple[str, ...], S.CHILD_PRIVATE, Ref.CHILD]
    decided_section_47: Annotated[bool, S.CHILD_PRIVATE] = False

    @property
    def subjects(self) -> tuple[str, ...]:
        return self.about
