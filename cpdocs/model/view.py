"""The view: all that one reader's document is told. Made by `cpdocs.sharing` and nowhere else."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated

from cpdocs.model.authority import HouseStyle
from cpdocs.model.base import Record, Value
from cpdocs.model.conference import Conference
from cpdocs.model.marks import Marks
from cpdocs.model.office import Change, Cover, Distribution, Ending, Transfer
from cpdocs.model.people import Child, Delivery, Person, Professional
from cpdocs.model.places import Address, Agency, Household, Place
from cpdocs.model.plans import BirthArrangements, CoreGroupMeeting, Plan
from cpdocs.model.reports import ChronologyEntry, Report, Visit
from cpdocs.model.ruling import Ruled, RuledName
from cpdocs.model.schedule import Schedule
from cpdocs.model.timeliness import TimelinessReport
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

    CONFERENCE = "conference"  # no more than its facts
    INVITATION = "invitation"
    AGENDA = "agenda"
    ATTENDANCE = "attendance"
    EXCLUSION = "exclusion"
    BOOKING = "booking"
    STAND_DOWN = "stand-down"
    DECISION = "decision"
    MINUTES = "minutes"
    REPORTS = "reports"
    CHRONOLOGY = "chronology"
    VISITS = "visits"
    PLANS = "plans"
    CORE_GROUPS = "core-groups"
    CORE_GROUP_DATES = "core-group-dates"  # its meetings without what was said
    BIRTH = "birth"
    ENDINGS = "endings"
    TRANSFERS = "transfers"
    CHANGES = "changes"
    COVERS = "covers"
    DISTRIBUTION = "distribution"
    SCHEDULE = "schedule"  # for the chair alone
    TIMELINESS = "timeliness"  # for the chair alone


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
    reports: Annotated[tuple[Report, ...], S.PUBLIC] = ()
    chronology: Annotated[tuple[ChronologyEntry, ...], S.PUBLIC] = ()
    visits: Annotated[tuple[Visit, ...], S.PUBLIC] = ()
    plans: Annotated[tuple[Plan, ...], S.PUBLIC] = ()
    core_group_meetings: Annotated[tuple[CoreGroupMeeting, ...], S.PUBLIC] = ()
    birth_arrangements: Annotated[tuple[BirthArrangements, ...], S.PUBLIC] = ()
    endings: Annotated[tuple[Ending, ...], S.PUBLIC] = ()
    transfers: Annotated[tuple[Transfer, ...], S.PUBLIC] = ()
    changes: Annotated[tuple[Change, ...], S.PUBLIC] = ()
    covers: Annotated[tuple[Cover, ...], S.PUBLIC] = ()
    distributions: Annotated[tuple[Distribution, ...], S.PUBLIC] = ()

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

    def paper(self, paper_id: str) -> Paper | None:
        """The paper of that id. Entries of the chronology and lines of distribution have none."""
        return next((it for _, it in papers(self) if getattr(it, "id", None) == paper_id), None)


Paper = (
    Report
    | ChronologyEntry
    | Visit
    | Plan
    | CoreGroupMeeting
    | BirthArrangements
    | Ending
    | Transfer
    | Change
    | Cover
    | Distribution
)
# The lists of a case that belong to one conference each: what is written, planned or told for it.
PAPERS = (
    "reports",
    "chronology",
    "visits",
    "plans",
    "core_group_meetings",
    "birth_arrangements",
    "endings",
    "transfers",
    "changes",
    "covers",
    "distributions",
)


def papers(records: Records) -> Iterator[tuple[str, Paper]]:
    """Every paper, with the name of its list."""
    for name in PAPERS:
        yield from ((name, paper) for paper in getattr(records, name))


class View(Value):
    """What one reader's document is told: the records left, and nothing that says what is not."""

    reader: Reader
    style: HouseStyle
    records: Records
    conference: Conference  # the one that the document is about
    about: str | None = None  # the child or the paper that it is about, where it is about one
    ruled: tuple[Ruled, ...] = ()
    schedule: Schedule | None = None
    timeliness: TimelinessReport | None = None
    marks: Marks | None = None

    @property
    def paper(self) -> Paper | None:
        """The report, plan or the like that the document is about."""
        return self.records.paper(self.about) if self.about else None

    def ruling(self, name: RuledName) -> Ruled | None:
        """The computed value of that name, where this reader may have it."""
        of_it = (value for value in self.ruled if value.about in (None, self.about))
        return next((value for value in of_it if value.name is name), None)
