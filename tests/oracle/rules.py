"""What one reader sees of a conference, told record by record, by hand.

`sees` is the tests' own answer to "who may see what": plain, slow to write and quick to check. It
shares no code with `cpdocs.sharing`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from cpdocs.case.case import Case
from cpdocs.model.conference import (
    Attendance,
    Conference,
    Contribution,
    Decision,
    Exclusion,
    Invitation,
    Minutes,
    Part,
)
from cpdocs.model.office import Booking, StandDown
from cpdocs.model.paths import item_key
from cpdocs.model.people import Child, Person, Professional
from cpdocs.model.sharing import Challenge, Passage
from tests.oracle import sight
from tests.oracle.eyes import Eyes, all_eyes
from tests.oracle.papers import PaperTelling
from tests.oracle.sight import Among, Where
from tests.oracle.telling import Plain, dump, narrowest


@dataclass(frozen=True, kw_only=True)
class Expectation:
    """What a reader is expected to have. `records`: every field that is left, as plain values."""

    view: bool
    records: Plain = field(default_factory=dict)
    passages: dict[str, str] = field(default_factory=dict)  # path: withheld, full, variant 0, gap
    texts: dict[str, str] = field(default_factory=dict)  # path: the words that stand there


NOTHING = Expectation(view=False)


def sees(case: Case, reader: str, conference: str) -> Expectation:
    """Everything that a reader may have of one conference."""
    meeting = next(c for c in case.conferences if c.id == conference)
    eyes = all_eyes(case, meeting, reader)
    if not eyes or not all(sight.facts(one) for one in eyes):
        return NOTHING
    if not all(sight.professional(one, meeting.chair) for one in eyes):
        return NOTHING
    return _Telling(case, meeting, eyes, reader).tell()


class _Telling(PaperTelling):
    """One telling of the whole case to one reader."""

    def tell(self) -> Expectation:
        """The whole, and the places that nothing points at any more left out."""
        children = [self._child(c) for c in self.case.children if c.id in self.children]
        people = [self._person(p) for p in self.case.people if p.id in self.people]
        professionals = [
            self._professional(p) for p in self.case.professionals if p.id in self.professionals
        ]
        homes = {it["lives_at"] for it in (*children, *people)}
        homes |= {one.lives_at for one in self.eyes if self._all_live_at(one.lives_at)}
        if self.is_chair:
            homes |= {home for it in self.case.professionals for home in it.reveals}
            homes |= {home for it in self.case.agencies for home in it.reveals}
            homes |= {home for it in self.case.places for home in it.reveals}
        places = {it[name] for it in children for name in ("school", "nursery", "surgery")}
        places |= {it["surgery"] for it in people}
        papers = self._papers()
        agencies = {it["agency"] for it in professionals}
        agencies |= {it["other_authority"] for it in papers["transfers"]}
        records: Plain = {
            "case": self.case.case,
            "children": children,
            "people": people,
            "professionals": professionals,
            "agencies": [
                {
                    "id": a.id,
                    "name": a.name,
                    "kind": a.kind,
                    "address": dump(a.address),
                    "reveals": list(a.reveals) if self.is_chair else [],
                }
                for a in self.case.agencies
                if a.id in agencies
            ],
            "households": [
                self._household(h)
                for h in self.case.households
                if h.id in homes and h.id in self.homes
            ],
            "places": [
                {
                    "id": p.id,
                    "kind": p.kind,
                    "name": p.name,
                    "address": dump(p.address),
                    "reveals": list(p.reveals) if self.is_chair else [],
                }
                for p in self.case.places
                if p.id in places and p.id in self.places
            ],
            "conferences": [self._conference(self.conference)],
            **papers,
        }
        return Expectation(view=True, records=records, passages=self.passages, texts=self.texts)

    def _all_live_at(self, home: str | None) -> bool:
        return home is not None and len(self.eyes) == 1

    # People

    def _child(self, it: Child) -> Plain:
        private = all(sight.child_private(one, it) for one in self.eyes)
        call = all(sight.contact(one, it.id) for one in self.eyes)
        return {
            "id": it.id,
            "subject": it.subject,
            "name": dump(it.name),
            "born": it.born if private else None,
            "due": it.due if private else None,
            "lives_at": self._lives_at(it),
            "school": self._goes_to(it, it.school),
            "nursery": self._goes_to(it, it.nursery),
            "surgery": self._goes_to(it, it.surgery),
            "legal_status": it.legal_status if private else None,
            "background": it.background if private else None,
            "contact": dump(it.contact) if call else None,
            "delivery": self._delivery(it.delivery) if call else None,
            "needs": dump(it.needs) if private else None,
            "sharing": self._block(it.sharing),
        }

    def _person(self, it: Person) -> Plain:
        call = all(sight.contact(one, it.id) for one in self.eyes)
        private = all(sight.adult_private(one, it.id) for one in self.eyes)
        return {
            "id": it.id,
            "name": dump(it.name),
            "relations": [dump(r) for r in it.relations if r.of in self.persons],
            "lives_at": self._lives_at(it),
            "surgery": self._goes_to(it, it.surgery),
            "contact": dump(it.contact) if call else None,
            "delivery": self._delivery(it.delivery) if call else None,
            "needs": dump(it.needs) if private else None,
            "sharing": self._block(it.sharing),
        }

    def _professional(self, it: Professional) -> Plain:
        call = all(sight.professional_contact(one, it.id) for one in self.eyes)
        private = all(sight.adult_private(one, it.id) for one in self.eyes)
        return {
            "id": it.id,
            "name": it.name,
            "designation": it.designation,
            "agency": it.agency,
            "role": it.role,
            "contact": dump(it.contact) if call else None,
            "delivery": self._delivery(it.delivery) if call else None,
            "needs": dump(it.needs) if private else None,
            "lead_worker_for": self._left(it.lead_worker_for, self.children),
            "manages": self._left(it.manages, self.persons),
            "direct_contact_with": self._left(it.direct_contact_with, self.persons),
            "interprets_for": self._left(it.interprets_for, self.persons),
            "routine": it.routine if self.is_chair else False,
            "reveals": list(it.reveals) if self.is_chair else [],
            "sharing": self._block(it.sharing),
        }

    def _delivery(self, it: Any) -> Plain | None:
        if it is None:
            return None
        return {"by": it.by, "through": self._known(it.through)}

    def _lives_at(self, it: Child | Person) -> str | None:
        seen = it.lives_at in self.homes and all(sight.lives_at(one, it) for one in self.eyes)
        return it.lives_at if seen else None

    def _goes_to(self, it: Child | Person, place: str | None) -> str | None:
        seen = place in self.places and all(
            sight.goes_to(one, it, place or "") for one in self.eyes
        )
        return place if seen else None

    def _household(self, it: Any) -> Plain:
        seen = all(sight.address(one, it) for one in self.eyes)
        return {
            "id": it.id,
            "address": dump(it.address) if seen else None,
            "landline": it.landline if seen else None,
            "protected": it.protected if self.is_chair else False,
            "sharing": self._block(it.sharing),
        }

    # The conference

    def _conference(self, it: Conference) -> Plain:
        return {
            "id": it.id,
            "type": it.type,
            "children": self._left(it.children, self.children),
            "starts": it.starts,
            "expected_to_end": it.expected_to_end,
            "place": dump(it.place),
            "chair": it.chair,
            "minute_taker": self._known(it.minute_taker),
            "letters_dated": it.letters_dated,
            "reminders_dated": it.reminders_dated,
            "purpose": self._purpose(it.purpose, f"{self.path}.purpose"),
            "parts": [self._part(part) for part in it.parts if part.id in self.parts],
            "invitations": [self._invitation(r) for r in it.invitations if self._invited(r)],
            "attendance": [self._attendance(r) for r in it.attendance if self._attended(r)],
            "exclusions": [self._exclusion(e) for e in it.exclusions if self._told_why(e)],
            "booking": self._booking(it.booking) if it.booking else None,
            "stood_down": self._stood_down(it.stood_down) if it.stood_down else None,
            "minutes": self._minutes(it.minutes) if it.minutes else None,
        }

    def _purpose(self, items: tuple[Passage, ...], path: str) -> list[Plain]:
        where = Where(among=Among.PURPOSE)
        return self._all_passages(items, path, lambda eyes, it: sight.passage(eyes, it, where))

    def _told_why(self, it: Exclusion) -> bool:
        return it.who in self.persons and all(
            sight.told_in_writing(one, it.who) for one in self.eyes
        )

    def _exclusion(self, it: Exclusion) -> Plain:
        return {
            "who": it.who,
            "parts": list(it.parts) if self.is_chair else [],
            "ground": it.ground if self.is_chair else None,
            "reason_told": it.reason_told,
            "views_by": it.views_by,
            "told_in_writing": it.told_in_writing,
            "may_have_parts": self._left(it.may_have_parts, self.parts),
            "may_have": list(it.may_have),
            "agreed_by_chair": it.agreed_by_chair if self.is_chair else None,
        }

    def _booking(self, it: Booking) -> Plain | None:
        if it.asked_by not in self.persons or not all(
            sight.between_offices(one) for one in self.eyes
        ):
            return None
        path = f"{self.path}.booking"
        late = it.late
        return {
            "asked_by": it.asked_by,
            "asked": it.asked,
            "agreed_by": self._known(it.agreed_by),
            "agreed": it.agreed,
            "availability": [
                {"who": row.who, "says": row.says}
                for row in it.availability
                if row.who in self.persons
            ],
            "risks": self._purpose(it.risks, f"{path}.risks"),
            "for_the_chair": self._purpose(it.for_the_chair, f"{path}.for_the_chair"),
            "late": late
            and {
                "reason": late.reason,
                "authorised_by": self._left(late.authorised_by, self.persons),
                "dated": late.dated,
            },
        }

    def _stood_down(self, it: StandDown) -> Plain:
        path = f"{self.path}.stood_down"
        return {
            "dated": it.dated,
            "reasons": list(it.reasons),
            "explained": self._purpose(it.explained, f"{path}.explained"),
            "to_do": self._purpose(it.to_do, f"{path}.to_do"),
            "reconvened": it.reconvened,
        }

    def _part(self, it: Part) -> Plain:
        asked = self._asked(it.asked_by)
        return {
            "id": it.id,
            "title": it.title,
            "confidential": it.confidential,
            "legal_advice": it.legal_advice,
            "asked_by": self._known(it.asked_by) if asked else None,
            "agreed_by_chair": it.agreed_by_chair if asked else None,
            "reason": it.reason if asked else None,
            "sharing": self._block(it.sharing),
        }

    def _invited(self, it: Invitation) -> bool:
        if it.to and not self._left(it.to, self.parts):
            return False  # an empty list would read as: every open part
        if it.who not in self.persons or not (it.invited or self.is_chair):
            return False  # that somebody is not invited is the chair's alone to know
        return all(
            one.professional or it.who == one.who or one.parts_of(it.who) & one.knows_of
            for one in self.eyes
        )

    def _attended(self, it: Attendance) -> bool:
        return it.who in self.persons and all(
            one.professional or it.who == one.who or self._in_common(one, it) for one in self.eyes
        )

    def _in_common(self, eyes: Eyes, it: Attendance) -> bool:
        if {*it.attended, *it.free_to_attend, *it.left} & eyes.knows_of:
            return True
        return it.apologies and bool(eyes.asked_to(it.who) & eyes.knows_of)

    def _invitation(self, it: Invitation) -> Plain:
        office = all(sight.between_offices(one) for one in self.eyes)
        return {
            "who": it.who,
            "invited": it.invited,
            "told": it.told if self.is_chair else True,
            "to": self._left(it.to, self.parts),
            "arrive": it.arrive,
            "because": it.because if office else None,
            "observer_agreed_by": self._left(it.observer_agreed_by, self.persons) if office else [],
            "reason": it.reason if self.is_chair else None,
            "agreed_by_chair": it.agreed_by_chair if self.is_chair else None,
        }

    def _attendance(self, it: Attendance) -> Plain:
        return {
            "who": it.who,
            "attended": self._left(it.attended, self.parts),
            "free_to_attend": self._left(it.free_to_attend, self.parts),
            "left": self._left(it.left, self.parts),
            "asked_to_leave": list(it.asked_to_leave) if self.is_chair else [],
            "apologies": it.apologies,
            "report_received": it.report_received,
            "supported_by": self._left(it.supported_by, self.persons),
        }

    # Minutes

    def _minutes(self, it: Minutes) -> Plain:
        path = f"{self.path}.minutes"
        return {
            "approved": self._approval(it.approved),
            "outcome_dated": it.outcome_dated,
            "contributions": self._contributions(it.contributions, f"{path}.contributions"),
            "decisions": self._decisions(it, f"{path}.decisions"),
            "core_groups": self._core_groups(it),
            "actions": self._actions(it.actions, f"{path}.actions"),
            "review": it.review,
        }

    def _contributions(self, items: Any, path: str) -> list[Plain]:
        parts = {part.id: part for part in self.conference.parts}
        told: list[Plain] = []
        for position, it in enumerate(items):
            assert isinstance(it, Contribution)
            place = f"{path}.{item_key(it, position)}"
            part = parts[it.part]
            where = Where(among=Among.MINUTES, part=part, by=it.by)
            outcome = narrowest([sight.passage(one, it, where) for one in self.eyes])
            if outcome.how != "withheld":
                words = self._passage(it, outcome, place, it.part)
                words["part"] = it.part
                words["by"] = self._known(it.by)
                whole = self._in_full(place)
                words["noted"] = [self._challenge(n) for n in it.noted] if whole else []
                told.append(words)
                continue
            marked = it.sharing is not None and it.sharing.show_gap
            self.passages[place] = "withheld"
            if marked and all(sight.gets_part(one, it, part) for one in self.eyes):
                self.passages[place] = "gap"
                mark = {"part": it.part}
                of_part = [one for one in told if one["part"] == it.part]
                if not of_part or of_part[-1] != mark:
                    told.append(mark)
        return told

    def _challenge(self, it: Challenge) -> Plain:
        return {"by": self._known(it.by), "dated": it.dated, "says": it.says}

    def _decisions(self, it: Minutes, path: str) -> list[Plain]:
        told = []
        for position, one in enumerate(it.decisions):
            if one.child not in self.children or not all(
                sight.sees_decision(eyes, one) for eyes in self.eyes
            ):
                continue
            told.append(
                {
                    "child": one.child,
                    "plan": one.plan,
                    "categories": list(one.categories),
                    "reasons": self._reasons(one, f"{path}.{position}.reasons"),
                    "basis_without_consensus": one.basis_without_consensus,
                    "dissent": self._dissent(one.dissent),
                    "lead_worker": self._known(one.lead_worker),
                    "sharing": self._block(one.sharing),
                }
            )
        return told

    def _reasons(self, of: Decision, path: str) -> list[Plain]:
        where = Where(among=Among.REASONS, decides=of.child)
        return self._all_passages(of.reasons, path, lambda eyes, it: sight.passage(eyes, it, where))

    def _core_groups(self, it: Minutes) -> list[Plain]:
        told = []
        for one in it.core_groups:
            # Being in a core group tells that the child has a plan: only with their decision.
            children = [
                child
                for child in one.children
                if child in self.children and all(sight.decision(o, child) for o in self.eyes)
            ]
            if children:
                told.append(
                    {
                        "children": children,
                        "members": self._left(one.members, self.persons),
                        "first_meeting": one.first_meeting,
                        "place": one.place,
                    }
                )
        return told
