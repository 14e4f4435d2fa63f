"""In whose shoes a reader stands, and what somebody in those shoes is to the conference.

Read from `docs/sharing.md`, Columns and Parts, plainly and a second time.
"""

from __future__ import annotations

from cpdocs.case.case import Case
from cpdocs.model.conference import Conference, ConferenceType, MayHave, Part
from cpdocs.model.people import Child, Person, Professional, RelationKind, Role
from cpdocs.model.plans import PlanKind
from cpdocs.model.sharing import Sharing

_PARENTS = {
    RelationKind.MOTHER,
    RelationKind.FATHER,
    RelationKind.STEPMOTHER,
    RelationKind.STEPFATHER,
    RelationKind.CARER,
}
_HELPERS = {RelationKind.SUPPORTER, RelationKind.ADVOCATE}
_NOT_KIN = _HELPERS | {RelationKind.FRIEND}
_WHERE_PLANS_BEGIN = {
    ConferenceType.INITIAL,
    ConferenceType.PRE_BIRTH,
    ConferenceType.TRANSFER_IN,
}


class Eyes:
    """One person's own standing in one conference, as read by `reader` (themselves or a helper)."""

    def __init__(self, case: Case, conference: Conference, who: str, reader: str) -> None:
        self.case = case
        self.conference = conference
        self.who = who
        self.reader = reader
        self.names = {who, reader}
        self.children = {c.id: c for c in case.children}
        self.people = {p.id: p for p in case.people}
        self.professionals = {p.id: p for p in case.professionals}
        self.households = {h.id: h for h in case.households}
        self.places = {p.id: p for p in case.places}
        self.agencies = {a.id: a for a in case.agencies}
        self.child: Child | None = self.children.get(who)
        self.person: Person | None = self.people.get(who)
        self.professional: Professional | None = self.professionals.get(who)
        self.invitations = {row.who: row for row in conference.invitations}
        self.attendance = {row.who: row for row in conference.attendance}
        self.every_part = {part.id: part for part in conference.parts}
        self.open_parts = {
            part.id for part in conference.parts if not part.confidential and not part.legal_advice
        }
        self.lives_at = self.child.lives_at if self.child else None
        if self.person:
            self.lives_at = self.person.lives_at
        self.invited = who in self.invitations and self.invitations[who].invited
        self.told = who not in self.invitations or self.invitations[who].told
        self.told_the_outcome = self._decided_for()
        self.exclusions = [e for e in conference.exclusions if e.who == who]
        self.out_of_all = any(not e.parts for e in self.exclusions)
        agreed = [e for e in self.exclusions if e.agreed_by_chair]
        self.may_have_parts = {p for e in agreed for p in e.may_have_parts}
        self.may_have_decisions = any(MayHave.DECISIONS in e.may_have for e in agreed)
        self.attended_something = bool(self.was_in(who))
        self.is_chair = self.professional is not None and (
            who in (conference.chair, conference.minute_taker)
            or self.professional.role in (Role.CHAIR, Role.MINUTE_TAKER)
        )
        self.gets = self._gets()
        self.knows_of = self._knows_of()

    # Parts

    def was_in(self, who: str) -> set[str]:
        """Parts that a person sat in, to the end or until they left by choice."""
        row = self.attendance.get(who)
        return {*row.attended, *row.left} if row else set()

    def asked_to(self, who: str) -> set[str]:
        """Parts that a person was invited to."""
        row = self.invitations.get(who)
        if row is None or not row.invited:
            return set()
        return set(row.to) if row.to else set(self.open_parts)

    def parts_of(self, who: str) -> set[str]:
        """Parts that a person was invited to, in, or free to be in."""
        row = self.attendance.get(who)
        free = set(row.free_to_attend) if row else set()
        return self.asked_to(who) | self.was_in(who) | free

    def excluded_from(self) -> set[str]:
        """Parts that this person is excluded from."""
        if self.out_of_all:
            return set(self.every_part)
        return {part for exclusion in self.exclusions for part in exclusion.parts}

    def _gets(self) -> set[str]:
        """Parts whose passages go to family (and to a child, where the chair shares them)."""
        if self.professional or self._child_who_stayed_away():
            return set()
        row = self.attendance.get(self.who)
        mine: set[str] = set()
        if row:
            mine = {*row.attended, *row.free_to_attend, *row.left} - set(row.asked_to_leave)
        return ((mine - self.excluded_from()) | self.may_have_parts) & self.open_parts

    def _knows_of(self) -> set[str]:
        """Parts whose title a family reader may know."""
        if self.professional or self._child_who_stayed_away():
            return set()
        mine = self.parts_of(self.who) - self.excluded_from()
        return (mine | self.may_have_parts) & self.open_parts

    def _child_who_stayed_away(self) -> bool:
        return self.child is not None and not self.invited

    def _decided_for(self) -> bool:
        """A subject child of the conference about whom something was decided."""
        if self.who not in self.conference.children:
            return False
        minutes = self.conference.minutes
        decided = {one.child for one in minutes.decisions} if minutes else set()
        own_plans = {
            plan.child
            for plan in self.case.plans
            if plan.conference == self.conference.id
            and plan.kind is PlanKind.CHILD
            and plan.approved is not None
        }
        return self.who in decided | own_plans

    def may_know_part(self, part: Part) -> bool:
        """A part as such: its title, and whether anything in it can be this person's."""
        if self.named_out(part.sharing):
            return False
        if not self.professional:
            return part.id in self.knows_of
        if self.is_chair or self.is_lead:
            return True
        asked_in = self.invitations.get(self.who)
        asked_to_it = asked_in is not None and asked_in.invited and part.id in asked_in.to
        if asked_to_it and self.who not in self.attendance:
            return True  # the most specific word on it, for a routine recipient too
        columns = self.columns(None, part.id)
        return bool(columns) and all(self._column_knows(part, column) for column in columns)

    def _column_knows(self, part: Part, column: str) -> bool:
        shut = part.confidential or part.legal_advice
        shared = self.agreed(part.sharing)
        if column == "outside":
            return shared or not part.legal_advice
        if column == "earlier":
            return False
        if column == "core":
            return shared and not part.legal_advice
        if not shut:
            return True
        if column in ("present", "invited"):
            if part.id in self.was_in(self.who):
                return True
            if self.who not in self.attendance and part.id in self.invitations[self.who].to:
                return True
        return shared and part.confidential and not part.legal_advice

    def in_reach(self, part: Part) -> bool:
        """A passage of this part may come to this person, as far as the part goes."""
        if not self.may_know_part(part):
            return False
        if self.professional is None:
            return part.id in self.gets
        shut = part.confidential or part.legal_advice
        if not shut or self.is_chair or self.is_lead:
            return True
        if "outside" in self.columns(None, part.id):
            return self._column_knows(part, "outside")  # asked to it or not
        opened = self.agreed(part.sharing) and not part.legal_advice
        return part.id in self.was_in(self.who) or opened

    # Columns

    @property
    def is_lead(self) -> bool:
        """Lead worker for a child of the conference, or the manager of one."""
        if self.professional is None or self.is_chair:
            return False
        ours = set(self.conference.children)
        leads = {p.id for p in self.case.professionals if set(p.lead_worker_for) & ours}
        return self.who in leads or bool(set(self.professional.manages) & leads)

    def columns(self, about: str | None, part: str | None = None) -> set[str]:
        """The columns of the policy in which this person stands, for a matter about somebody."""
        if not self.told:
            return set()
        if self.professional:
            return self._professional_columns(part)
        if self.child:
            if not (self.invited or self.told_the_outcome) or self.child.born is None:
                return set()
            if about in self.children:
                return {"child" if about == self.who else "sibling"}
            return {"child" if self.who in self.conference.children else "sibling"}
        if self.person:
            return {self._family_column(about)}
        return set()

    def _professional_columns(self, part: str | None) -> set[str]:
        assert self.professional
        if self.professional.role is Role.OBSERVER:
            return set()
        if self.is_chair:
            return {"chair"}
        if self.is_lead:
            return {"lead"}
        if self.professional.role is Role.OUTSIDE_AUTHORITY:
            return {"outside"}  # asked to come or not, it takes the case over
        columns = set()
        was_to_be_there = self.invited or self.attended_something
        if was_to_be_there:
            there = part in self.was_in(self.who) if part else self.attended_something
            columns.add("present" if there else "invited")
        if self.professional.routine and not self.attended_something:
            columns.add("routine")
        a_colleague = self.professional.role is Role.PROFESSIONAL
        if a_colleague and not was_to_be_there and self.in_some_core_group():
            columns.add("core")
        if a_colleague and not columns and self.plans_ended():
            columns.add("earlier")
        return columns

    def parent_of(self, who: str) -> set[str]:
        """Children to whom a person is parent, step-parent or carer."""
        person = self.people.get(who)
        if person is None:
            return set()
        return {r.of for r in person.relations if r.kind in _PARENTS and r.of in self.children}

    def _family_column(self, about: str | None) -> str:
        mine = self.parent_of(self.who)
        of_subject = bool(mine & set(self.conference.children))
        if about in self.children:
            if about in mine:
                return "own"
            return "half" if of_subject else "family"
        if about in self.people:
            if about == self.who:
                return "own"
            if mine & self.parent_of(about):
                return "other-parent"
            return "half" if of_subject else "family"
        return "own" if of_subject else "family"

    # Sharing blocks

    def named_out(self, block: Sharing | None) -> bool:
        """The block withholds from this person, or from who reads in their place."""
        return block is not None and bool(self.names & set(block.withhold_from))

    def agreed(self, block: Sharing | None) -> bool:
        """The chair has decided, with a date, to share with this person."""
        return block is not None and self.who in block.share_with and bool(block.agreed_by_chair)

    def agreed_in_writing(self, block: Sharing | None) -> bool:
        """The same, and in writing."""
        return self.agreed(block) and block is not None and block.in_writing

    # Core group, and the conferences where plans began

    def in_some_core_group(self) -> bool:
        """A member of a core group of this conference, whichever child it is for."""
        return any(self.in_core_group_of(child.id) for child in self.case.children)

    def plans_ended(self) -> set[str]:
        """Children whose plan ends here, to whose conference where it began they were asked."""
        ended = {it.child for it in self.case.endings if it.conference == self.conference.id}
        asked_about: set[str] = set()
        for other in self.case.conferences:
            before = other.starts < self.conference.starts and other.stood_down is None
            if before and other.type in _WHERE_PLANS_BEGIN:
                mine = [row for row in other.invitations if row.who == self.who]
                if any(row.invited and row.told for row in mine):
                    asked_about |= set(other.children)
        return ended & asked_about

    def in_core_group_of(self, child: str) -> bool:
        """A member of a core group for the child, as this conference's minutes have it."""
        minutes = self.conference.minutes
        groups = minutes.core_groups if minutes else ()
        return any(child in group.children and self.who in group.members for group in groups)


def helped_by(case: Case, who: str) -> set[str]:
    """Those whom a supporter or advocate stands by."""
    return {
        relation.of
        for person in case.people
        if person.id == who
        for relation in person.relations
        if relation.kind in _HELPERS
    }


def all_eyes(
    case: Case, conference: Conference, who: str, reader: str | None = None, depth: int = 0
) -> list[Eyes]:
    """Everybody in whose shoes a reader stands: they must all see a thing."""
    reader = reader or who
    me = Eyes(case, conference, who, reader)
    if not me.told or depth > 3:
        return []
    if me.person:
        helped = helped_by(case, who)
        is_family = any(r.kind not in _NOT_KIN for r in me.person.relations)
        found = [me] if is_family or not helped else []
    elif me.professional and me.professional.role is Role.INTERPRETER:
        helped = set(me.professional.interprets_for)
        found = []
    else:
        return [me]
    for other in sorted(helped):
        theirs = all_eyes(case, conference, other, reader, depth + 1)
        if not theirs:
            return []  # at most what this one sees, who sees nothing
        found += theirs
    return found
