"""What a check is, what it is told, and how checks find their way round a case."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TypeVar

from cpdocs.case.case import Case
from cpdocs.findings import Effect, Severity
from cpdocs.model.base import Record
from cpdocs.model.conference import (
    Attendance,
    Conference,
    ConferenceType,
    Decision,
    Invitation,
    PlanOutcome,
)
from cpdocs.model.office import Ending, Transfer
from cpdocs.model.paths import item_key, spell, walk
from cpdocs.model.people import CARERS, HELPERS, PARENTS, Child, Person, Professional, Role
from cpdocs.model.places import AgencyKind
from cpdocs.model.plans import BirthArrangements, CoreGroupMeeting, Every, Plan, PlanKind, Unit
from cpdocs.model.reports import ChronologyEntry, Report, ReportKind, Visit
from cpdocs.model.ruling import Ruled, RuledName, Ruling
from cpdocs.model.sharing import Passage
from cpdocs.procedures import clock
from cpdocs.procedures.authority import Authority
from cpdocs.procedures.checks.texts import Text
from cpdocs.procedures.clock import DayOne

R = TypeVar("R", bound=Record)
P = TypeVar("P", Report, ChronologyEntry, Visit, Plan, CoreGroupMeeting, BirthArrangements, Ending)

WITH_PLAN = frozenset({PlanOutcome.MADE, PlanOutcome.CONTINUED})
FIRST = frozenset({ConferenceType.INITIAL, ConferenceType.PRE_BIRTH})
# The plans that carry the work; a child's own and the one for a child in need are other papers.
WORKING_PLANS = (PlanKind.OUTLINE, PlanKind.DETAILED)
OWN = "cpdocs"  # the source of what follows from the case itself, not from a text


@dataclass(frozen=True, kw_only=True)
class Undecided:
    """A check that cannot be decided, because the case leaves something out."""

    place: str
    missing: str  # what the case does not say, as the end of a sentence


@dataclass(frozen=True, kw_only=True)
class Source:
    """Where a check comes from. No text: it holds for every authority."""

    text: Text | None
    where: str
    severity: Severity


@dataclass(frozen=True, kw_only=True)
class Facts:
    """All that a check is told: one conference of a case, and the day on which it is asked."""

    case: Case
    authority: Authority
    text: Text | None
    ruling: Ruling
    conference: Conference
    on: date

    @property
    def at(self) -> str:
        """The conference's place."""
        return f"conferences.{self.conference.id}"

    @property
    def held(self) -> date:
        """The day of the conference."""
        return self.conference.starts.date()

    @property
    def took_place(self) -> bool:
        """The conference met: its day is past or its minutes are there, and it was not put off."""
        met = self.conference.minutes is not None or self.on > self.held
        return met and self.conference.stood_down is None

    @property
    def children(self) -> tuple[Child, ...]:
        """The children whom the conference is about."""
        return tuple(child for child in self.case.children if child.id in self.conference.children)

    def is_unborn(self, child: str) -> bool:
        """Was not born on the day of the conference, as far as the case says."""
        found = self.case.child(child)
        return found is not None and (found.born is None or found.born > self.held)

    @property
    def decisions(self) -> tuple[tuple[str, Decision], ...]:
        """Each decision with its place."""
        minutes = self.conference.minutes
        return tuple(placed(f"{self.at}.minutes.decisions", minutes.decisions if minutes else ()))

    @property
    def planned(self) -> tuple[str, ...]:
        """Ids of the children who have a plan after this conference."""
        return tuple(each.child for _, each in self.decisions if each.plan in WITH_PLAN)

    @property
    def invited(self) -> tuple[tuple[str, Invitation], ...]:
        """Each invitation of somebody who was asked to come, with its place."""
        rows = placed(f"{self.at}.invitations", self.conference.invitations)
        return tuple((place, row) for place, row in rows if row.invited)

    @property
    def attendance(self) -> tuple[tuple[str, Attendance], ...]:
        """Each row of attendance with its place."""
        return tuple(placed(f"{self.at}.attendance", self.conference.attendance))

    def due(self, name: RuledName, about: str | None = None) -> date | None:
        """The day on which something is due; None where no day is set or its clock stands still."""
        ruled = self.ruled(name, about)
        return None if ruled is None else day(ruled.value)

    def every(self, name: RuledName) -> Every | None:
        """How often at least."""
        ruled = self.ruled(name)
        value = None if ruled is None else ruled.value
        return value if isinstance(value, Every) else None

    def ruled(self, name: RuledName, about: str | None = None) -> Ruled | None:
        """What the authority's procedures say of this conference, or of one of its meetings."""
        return next(
            (
                ruled
                for ruled in self.ruling.values
                if ruled.name is name
                and ruled.conference == self.conference.id
                and ruled.about == about
            ),
            None,
        )

    def of(self, kind: type[P]) -> tuple[tuple[str, P], ...]:
        """This conference's papers of one kind, with their places."""
        name = _LISTS[kind]
        papers: tuple[P, ...] = getattr(self.case, name)
        return tuple(
            (place, paper)
            for place, paper in placed(name, papers)
            if paper.conference == self.conference.id
        )

    def reports(self, *kinds: ReportKind) -> tuple[tuple[str, Report], ...]:
        """This conference's reports of these kinds; of every kind where none is named."""
        return tuple((at, it) for at, it in self.of(Report) if not kinds or it.kind in kinds)

    def plans(self, *kinds: PlanKind) -> tuple[tuple[str, Plan], ...]:
        """This conference's plans of these kinds; of every kind where none is named."""
        return tuple((at, it) for at, it in self.of(Plan) if not kinds or it.kind in kinds)

    @property
    def meetings(self) -> tuple[tuple[str, CoreGroupMeeting], ...]:
        """The core group's meetings after this conference, in the order of their times."""
        return tuple(sorted(self.of(CoreGroupMeeting), key=lambda it: (it[1].starts.date(), it[0])))

    @property
    def transfers(self) -> tuple[tuple[str, Transfer], ...]:
        """This conference's transfers, with their places."""
        rows = placed("transfers", self.case.transfers)
        return tuple((at, it) for at, it in rows if it.conference == self.conference.id)

    def parents(self) -> tuple[Person, ...]:
        """Mothers and fathers of the children of the conference."""
        wanted = set(self.conference.children)
        return tuple(p for p in self.case.people if wanted & set(p.related(PARENTS)))

    def carers(self) -> tuple[Person, ...]:
        """Parents, and others who bring up a child of the conference."""
        wanted = set(self.conference.children)
        return tuple(p for p in self.case.people if wanted & set(p.related(CARERS)))

    def family(self) -> tuple[Person, ...]:
        """Everybody who is related to a child of the conference, and no mere helper."""
        wanted = set(self.conference.children)
        return tuple(
            person
            for person in self.case.people
            if any(each.of in wanted and each.kind not in HELPERS for each in person.relations)
        )

    def has_row(self, person: str) -> bool:
        """Is invited, recorded as not invited, excluded or in attendance."""
        rows = (
            self.conference.invitations,
            self.conference.exclusions,
            self.conference.attendance,
        )
        return any(row.who == person for each in rows for row in each)

    def came(self, person: str) -> bool:
        """Was in some part, even if they left it by choice."""
        rows = self.conference.attendance
        return any(row.who == person and (row.attended or row.left) for row in rows)

    def kind_of(self, professional: Professional) -> AgencyKind | None:
        """The professional group of somebody's agency."""
        agency = self.case.agency(professional.agency)
        return agency.kind if agency else None

    def professionals(self, people: Iterable[str]) -> tuple[Professional, ...]:
        """Those of these people who take part by profession, in that role."""
        found = (self.case.professional(person) for person in people)
        return tuple(
            each
            for each in found
            if each is not None
            and each.role is Role.PROFESSIONAL
            and each.id not in (self.conference.chair, self.conference.minute_taker)
        )

    def earlier(self, child: str) -> tuple[Conference, ...]:
        """The conferences about a child before this one, the earliest first."""
        before = (
            other
            for other in self.case.conferences
            if child in other.children and other.starts.date() < self.held
        )
        return tuple(sorted(before, key=lambda other: other.starts.date()))

    def later(self, child: str) -> tuple[Conference, ...]:
        """The conferences about a child after this one, the earliest first."""
        after = (
            other
            for other in self.case.conferences
            if child in other.children and other.starts.date() > self.held
        )
        return tuple(sorted(after, key=lambda other: other.starts.date()))

    def has_ended(self, child: str) -> bool:
        """The child's plan has ended, by a record of it or by a decision, here or later."""
        decided = any(
            decision.child == child and decision.plan not in WITH_PLAN
            for other in self.later(child)
            if other.minutes is not None
            for decision in other.minutes.decisions
        )
        return decided or any(ending.child == child for ending in self.case.endings)


_LISTS: dict[type, str] = {
    Report: "reports",
    ChronologyEntry: "chronology",
    Visit: "visits",
    Plan: "plans",
    CoreGroupMeeting: "core_group_meetings",
    BirthArrangements: "birth_arrangements",
    Ending: "endings",
}

Found = Iterator[str | Undecided]  # places in the case, as `cpdocs.model.paths` spells them


@dataclass(frozen=True, kw_only=True)
class Check:
    """One check: what it is, what to tell where it finds something, and where it comes from."""

    code: str
    what: str  # for the table of checks: what is looked for
    says: str  # what is wrong and what to do, without a word of the case
    sources: tuple[Source, ...]
    find: Callable[[Facts], Found]
    effect: Effect = Effect.TELLS

    def source(self, text: Text | None) -> Source | None:
        """Where it comes from for an authority that follows a text; None: it does not hold."""
        return next((it for it in self.sources if it.text is None or it.text is text), None)


def by(severity: Severity, **where: str) -> tuple[Source, ...]:
    """Sources by the letters of their texts: `by(ERROR, R="7.6", N="l.215")`."""
    return tuple(
        Source(text=Text(letter), where=f"{letter} {place}", severity=severity)
        for letter, place in where.items()
    )


def for_all(severity: Severity, where: str = OWN) -> tuple[Source, ...]:
    """A check that holds for every authority."""
    return (Source(text=None, where=where, severity=severity),)


def day(value: object) -> date | None:
    """The day of a date or a time; None for anything else."""
    if isinstance(value, datetime):
        return value.date()
    return value if isinstance(value, date) else None


def later_than(done: object, due: date | None) -> bool:
    """Was done, on a day after the one on which it was due."""
    when = day(done)
    return when is not None and due is not None and when > due


def after(start: date, every: Every) -> date:
    """The last day of one interval from `start`, which is not counted itself."""
    match every.unit:
        case Unit.DAYS:
            return start + timedelta(days=every.count)
        case Unit.WORKING_DAYS:
            return clock.working_day(start, every.count, DayOne.DAY_AFTER)
        case Unit.WEEKS:
            return start + timedelta(weeks=every.count)
        case Unit.MONTHS:
            return clock.months_after(start, every.count)


def shortest(start: date, *intervals: Every | None) -> date | None:
    """The earliest day on which one of the intervals from `start` runs out."""
    ends = [after(start, every) for every in intervals if every is not None]
    return min(ends, default=None)


def placed(at: str, items: Iterable[R]) -> Iterator[tuple[str, R]]:
    """The records of a list, each with its place."""
    for position, item in enumerate(items):
        yield f"{at}.{item_key(item, position)}", item


def passages(record: Record, at: str) -> Iterator[tuple[str, Passage]]:
    """Every passage in a record, with its place."""
    if isinstance(record, Passage):
        yield at, record
    for node in walk(record):
        items = node.value if isinstance(node.value, tuple) else (node.value,)
        for position, item in enumerate(items):
            if isinstance(item, Passage):
                own = (item_key(item, position),) if isinstance(node.value, tuple) else ()
                yield spell((at, *node.path, *own)), item


def designated(professional: Professional, *words: str) -> bool:
    """Has a designation with one of these words or phrases in it, in small letters."""
    told = "".join(it if it.isalnum() else " " for it in professional.designation.casefold())
    said = f" {' '.join(told.split())} "
    return any(f" {word} " in said for word in words)
