"""The view: all that one reader's document is told. Made by `cpdocs.sharing` and nowhere else."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from cpdocs.model.authority import HouseStyle
from cpdocs.model.base import Record, Value
from cpdocs.model.conference import Conference
from cpdocs.model.people import Child, Delivery, Person, Professional
from cpdocs.model.places import Address, Agency, Household, Place
from cpdocs.model.ruling import Ruled, RuledName
from cpdocs.values import Sensitivity

S = Sensitivity


class ReaderKind(StrEnum):
    """What a reader is in the case, as far as wording goes."""

    CHILD = "child"
    PARENT = "parent"
    FAMILY = "family"
    HELPER = "helper"
    PROFESSIONAL = "professional"
    CHAIR = "chair"
    MINUTE_TAKER = "minute-taker"
    OBSERVER = "observer"
    INTERPRETER = "interpreter"
    OUTSIDE_AUTHORITY = "outside-authority"


class Section(StrEnum):
    """What a document covers. A view holds only the sections that its front matter names."""

    INVITATION = "invitation"
    AGENDA = "agenda"
    MINUTES = "minutes"


class Reader(Value):
    """The person for whom a copy is made: their own facts only."""

    id: str
    kind: ReaderKind
    name: str  # in full, as on an envelope
    greeting: str  # as a letter greets: `Ms Yusuf`
    designation: str | None = None
    agency: str | None = None
    address: Address | None = None  # where a letter for them is sent
    delivery: Delivery | None = None
    email: str | None = None


class Records(Record):
    """The records that a case and a view share."""

    case: Annotated[str, S.PUBLIC]  # the case's reference, which is on every reader's papers
    children: Annotated[tuple[Child, ...], S.PUBLIC] = ()
    people: Annotated[tuple[Person, ...], S.PUBLIC] = ()
    professionals: Annotated[tuple[Professional, ...], S.PUBLIC] = ()
    agencies: Annotated[tuple[Agency, ...], S.PUBLIC] = ()
    households: Annotated[tuple[Household, ...], S.PUBLIC] = ()
    places: Annotated[tuple[Place, ...], S.PUBLIC] = ()
    conferences: Annotated[tuple[Conference, ...], S.PUBLIC] = ()

    def child(self, child_id: str) -> Child | None:
        """The child of that id."""
        return next((c for c in self.children if c.id == child_id), None)

    def person(self, person_id: str) -> Person | None:
        """The family member or helper of that id."""
        return next((p for p in self.people if p.id == person_id), None)

    def professional(self, person_id: str) -> Professional | None:
        """The professional of that id."""
        return next((p for p in self.professionals if p.id == person_id), None)

    def agency(self, agency_id: str) -> Agency | None:
        """The agency of that id."""
        return next((a for a in self.agencies if a.id == agency_id), None)

    def household(self, household_id: str) -> Household | None:
        """The household of that id."""
        return next((h for h in self.households if h.id == household_id), None)

    def place(self, place_id: str) -> Place | None:
        """The place of that id."""
        return next((p for p in self.places if p.id == place_id), None)


class View(Value):
    """What one reader's document is told: the records left, and nothing that says what is not."""

    reader: Reader
    style: HouseStyle
    records: Records
    conference: Conference  # the one that the document is about
    ruled: tuple[Ruled, ...] = ()

    def ruling(self, name: RuledName) -> Ruled | None:
        """The computed value of that name, where this reader may have it."""
        return next((value for value in self.ruled if value.name is name), None)
