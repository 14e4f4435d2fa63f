"""What deciding looks up about one conference of a case: who is who, who lives where, who came."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from types import MappingProxyType

from cpdocs.case.case import Case
from cpdocs.matching import words
from cpdocs.model.conference import (
    Attendance,
    Conference,
    CoreGroup,
    Exclusion,
    Invitation,
    MayHave,
    Part,
)
from cpdocs.model.people import CARERS, HELPERS, Child, Person, Professional, RelationKind, Role
from cpdocs.model.places import AgencyKind, Household, Place
from cpdocs.model.plans import PlanKind
from cpdocs.model.view import PAPERS
from cpdocs.procedures.beginnings import invited_when_it_began


class Sort(StrEnum):
    """What sort of person an id names."""

    CHILD = "child"
    FAMILY = "family"
    PROFESSIONAL = "professional"


@dataclass(frozen=True, eq=False)
class Facts:
    """Look-ups over one conference of one case. Nothing here depends on the reader."""

    case: Case
    conference: Conference

    @cached_property
    def scoped(self) -> Case:
        """The case with this conference and its papers, and no other's."""
        mine = {
            name: tuple(
                paper
                for paper in getattr(self.case, name)
                if paper.conference == self.conference.id
            )
            for name in PAPERS
        }
        return self.case.model_copy(update={**mine, "conferences": (self.conference,)})

    @cached_property
    def children(self) -> dict[str, Child]:
        return {child.id: child for child in self.case.children}

    @cached_property
    def people(self) -> dict[str, Person]:
        return {person.id: person for person in self.case.people}

    @cached_property
    def professionals(self) -> dict[str, Professional]:
        return {person.id: person for person in self.case.professionals}

    @cached_property
    def households(self) -> dict[str, Household]:
        return {household.id: household for household in self.case.households}

    @cached_property
    def places(self) -> dict[str, Place]:
        return {place.id: place for place in self.case.places}

    @cached_property
    def invitations(self) -> dict[str, Invitation]:
        return {row.who: row for row in self.conference.invitations}

    @cached_property
    def attendance(self) -> dict[str, Attendance]:
        return {row.who: row for row in self.conference.attendance}

    @cached_property
    def exclusions(self) -> dict[str, tuple[Exclusion, ...]]:
        found: dict[str, tuple[Exclusion, ...]] = {}
        for row in self.conference.exclusions:
            found[row.who] = (*found.get(row.who, ()), row)
        return found

    @cached_property
    def core_groups(self) -> tuple[CoreGroup, ...]:
        return self.conference.minutes.core_groups if self.conference.minutes else ()

    @cached_property
    def asked_when_it_began(self) -> MappingProxyType[str, frozenset[str]]:
        """For each child whose plan ended here: whom the conferences that began it had invited."""
        return invited_when_it_began(self.case, self.conference)

    @cached_property
    def _decided_about(self) -> frozenset[str]:
        """Children of the conference with a decision, or with an approved plan of their own."""
        minutes = self.conference.minutes
        decided = {each.child for each in (minutes.decisions if minutes else ())}
        decided |= {
            plan.child
            for plan in self.scoped.plans
            if plan.kind is PlanKind.CHILD and plan.approved is not None
        }
        mine = (self.children.get(child) for child in self.subject_children)
        return frozenset(
            child.id for child in mine if child and child.id in decided and not child.is_unborn
        )

    @cached_property
    def agency_kinds(self) -> dict[str, AgencyKind]:
        return {agency.id: agency.kind for agency in self.case.agencies}

    @cached_property
    def agency_reveals(self) -> dict[str, tuple[str, ...]]:
        """Households that each agency gives away: as recorded, and as a place of the same name."""
        places = {words(place.name): place.id for place in self.case.places}
        homes = {
            agency.id: self.place_gives_away(places[words(agency.name)])
            for agency in self.case.agencies
            if words(agency.name) in places
        }
        return {
            agency.id: (*agency.reveals, *(home.id for home in homes.get(agency.id, ())))
            for agency in self.case.agencies
        }

    @cached_property
    def parts(self) -> dict[str, Part]:
        return {part.id: part for part in self.conference.parts}

    @cached_property
    def open_parts(self) -> frozenset[str]:
        """Parts that are neither confidential nor about legal advice."""
        return frozenset(
            part.id for part in self.parts.values() if not (part.confidential or part.legal_advice)
        )

    def sort(self, person: str) -> Sort | None:
        """What sort of person `person` is."""
        if person in self.children:
            return Sort.CHILD
        if person in self.people:
            return Sort.FAMILY
        return Sort.PROFESSIONAL if person in self.professionals else None

    def home(self, person: str) -> str | None:
        """The id of the household where a child or family member lives."""
        someone = self.children.get(person) or self.people.get(person)
        return someone.lives_at if someone else None

    @cached_property
    def residents(self) -> dict[str, tuple[str, ...]]:
        """Who lives in each household: the adults, or the children where there is no adult."""
        return {
            household: tuple(p.id for p in self.case.people if p.lives_at == household)
            or tuple(c.id for c in self.case.children if c.lives_at == household)
            for household in self.households
        }

    @cached_property
    def dwellers(self) -> dict[str, tuple[str, ...]]:
        """Everybody who lives in each household."""
        homes = [(person.id, person.lives_at) for person in self.case.people]
        homes += [(child.id, child.lives_at) for child in self.case.children]
        return {
            household: tuple(someone for someone, home in homes if home == household)
            for household in self.households
        }

    @cached_property
    def place_users(self) -> dict[str, tuple[str, ...]]:
        """Who uses each place, children and adults."""
        users: dict[str, tuple[str, ...]] = {}
        pairs = [(child.id, place) for child in self.case.children for place in child.places]
        pairs += [(person.id, person.surgery) for person in self.case.people if person.surgery]
        for someone, place in pairs:
            users[place] = (*users.get(place, ()), someone)
        return users

    def guarded(self, households: tuple[str, ...]) -> tuple[Household, ...]:
        """Those of the named households that are protected."""
        known = (self.households[h] for h in households if h in self.households)
        return tuple(household for household in known if household.protected)

    def place_gives_away(self, place: str) -> tuple[Household, ...]:
        """The protected households that a place gives away: as recorded, and its users' homes."""
        named = self.places[place].reveals if place in self.places else ()
        homes = tuple(h for user in self.place_users.get(place, ()) if (h := self.home(user)))
        return self.guarded(tuple(dict.fromkeys((*named, *homes))))

    def professional_gives_away(self, person: str) -> tuple[Household, ...]:
        """The protected households that a professional, or their agency, gives away."""
        worker = self.professionals[person]
        return self.guarded((*worker.reveals, *self.agency_reveals.get(worker.agency, ())))

    @cached_property
    def parent_ids(self) -> dict[str, frozenset[str]]:
        """For each child, their parents, step-parents and carers."""
        return {
            child: frozenset(p.id for p in self.case.people if child in p.related(CARERS))
            for child in self.children
        }

    @cached_property
    def subject_parents(self) -> frozenset[str]:
        """Parents and carers of the subject children of the conference."""
        return frozenset().union(
            *(self.parent_ids.get(child, frozenset()) for child in self.subject_children)
        )

    @cached_property
    def subject_children(self) -> tuple[str, ...]:
        """The conference's children."""
        return self.conference.children

    def helps(self, person: str) -> tuple[str, ...]:
        """Whom a supporter, advocate or interpreter is there for."""
        if person in self.people:
            return self.people[person].related(HELPERS)
        worker = self.professionals.get(person)
        return worker.interprets_for if worker and worker.role is Role.INTERPRETER else ()

    def is_only_helper(self, person: str) -> bool:
        """Whether nothing but helping somebody makes this person part of the case."""
        relative = self.people.get(person)
        if relative is None:
            return True
        return not any(r.kind not in HELPERS | {RelationKind.FRIEND} for r in relative.relations)

    def is_told(self, person: str) -> bool:
        """False for somebody who may not know that there is a conference (C23)."""
        row = self.invitations.get(person)
        return row is None or row.told

    def is_invited(self, person: str) -> bool:
        """Whether the person was asked to come."""
        row = self.invitations.get(person)
        return row is not None and row.invited

    def is_decided_about(self, person: str) -> bool:
        """Whether a child of the conference has something of their own from it to be told."""
        return person in self._decided_about

    def is_in_core_group(self, person: str) -> bool:
        """Whether the person is named for a core group of the conference."""
        return any(person in group.members for group in self.core_groups)

    def is_excluded_from_all(self, person: str) -> bool:
        """Whether the chair kept the person from the whole conference."""
        return any(not row.parts for row in self.exclusions.get(person, ()))

    def excluded_from(self, person: str) -> frozenset[str]:
        """Parts that the person was kept from."""
        if self.is_excluded_from_all(person):
            return frozenset(self.parts)
        return frozenset(part for row in self.exclusions.get(person, ()) for part in row.parts)

    def may_have_parts(self, person: str) -> frozenset[str]:
        """Parts that the chair decided an excluded person is sent."""
        named = (part for row in self.exclusions.get(person, ()) for part in row.may_have_parts)
        return frozenset(named) & self.open_parts

    def may_have_decisions(self, person: str) -> bool:
        """Whether the chair decided that a person excluded from the whole is sent the decisions."""
        return any(MayHave.DECISIONS in row.may_have for row in self.exclusions.get(person, ()))

    def invited_to(self, person: str) -> frozenset[str]:
        """Parts that the person was asked to; none named means every open part."""
        row = self.invitations.get(person)
        if row is None or not row.invited:
            return frozenset()
        return frozenset(row.to) if row.to else self.open_parts

    def was_in(self, person: str) -> frozenset[str]:
        """Parts that the person attended, those they left by choice included."""
        row = self.attendance.get(person)
        return frozenset((*row.attended, *row.left)) if row else frozenset()

    def has_to_do_with(self, person: str) -> frozenset[str]:
        """Parts that the person was asked to, came to, left, or was free to come to."""
        row = self.attendance.get(person)
        free = frozenset(row.free_to_attend) if row else frozenset()
        return self.invited_to(person) | self.was_in(person) | free

    def _is_in_no_part(self, person: str) -> bool:
        """Whether this is a child who was not asked: told what was decided, and nothing said."""
        return person in self.children and not self.is_invited(person)

    def gets(self, person: str) -> frozenset[str]:
        """Parts whose passages a family member is sent (R 7.2.2 g, 7.1.9; C24)."""
        if self._is_in_no_part(person):
            return frozenset()
        row = self.attendance.get(person)
        told_to_go = frozenset(row.asked_to_leave) if row else frozenset()
        free = frozenset(row.free_to_attend) if row else frozenset()
        came = (self.was_in(person) | free) - told_to_go - self.excluded_from(person)
        return (came | self.may_have_parts(person)) & self.open_parts

    def knows_of(self, person: str) -> frozenset[str]:
        """Parts that a family member may know of: their title, and who is listed in them."""
        if self._is_in_no_part(person):
            return frozenset()
        mine = self.has_to_do_with(person) - self.excluded_from(person)
        return (mine | self.may_have_parts(person)) & self.open_parts
