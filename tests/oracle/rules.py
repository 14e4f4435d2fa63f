"""What one reader sees of a conference, told record by record, by hand.

`sees` is the tests' own answer to "who may see what": plain, slow to write and quick to check. It
shares no code with `cpdocs.sharing`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from cpdocs.case.case import Case
from cpdocs.model.conference import Attendance, Conference, Contribution, Invitation, Minutes, Part
from cpdocs.model.paths import item_key
from cpdocs.model.people import Child, Person, Professional
from cpdocs.model.sharing import Challenge, Passage, Sharing
from tests.oracle import sight
from tests.oracle.eyes import Eyes, all_eyes
from tests.oracle.sight import FULL, PLAIN, WITHHELD, Outcome

Plain = dict[str, Any]  # a record as plain values, field by field


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


class _Telling:
    """One telling of the whole case to one reader."""

    def __init__(self, case: Case, conference: Conference, eyes: list[Eyes], reader: str) -> None:
        self.case = case
        self.conference = conference
        self.eyes = eyes
        self.reader = reader
        self.path = f"conferences.{conference.id}"
        self.passages: dict[str, str] = {}
        self.texts: dict[str, str] = {}
        self.is_chair = all(one.is_chair for one in eyes)
        self.agencies = {a.id for a in case.agencies if all(sight.agency(one, a) for one in eyes)}
        self.children = {c.id for c in case.children if all(sight.child(o, c) for o in eyes)}
        self.people = {p.id for p in case.people if all(sight.person(o, p) for o in eyes)}
        self.professionals = {
            p.id
            for p in case.professionals
            if p.agency in self.agencies and all(sight.professional(o, p.id) for o in eyes)
        }
        self.persons = self.children | self.people | self.professionals
        self.parts = {p.id for p in conference.parts if all(o.may_know_part(p) for o in eyes)}
        self.homes = {
            h.id for h in case.households if not any(o.named_out(h.sharing) for o in eyes)
        }
        self.places = {p.id for p in case.places if all(sight.place(o, p) for o in eyes)}

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
        agencies = {it["agency"] for it in professionals}
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
                    "address": _dump(a.address),
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
                    "address": _dump(p.address),
                    "reveals": list(p.reveals) if self.is_chair else [],
                }
                for p in self.case.places
                if p.id in places and p.id in self.places
            ],
            "conferences": [self._conference(self.conference)],
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
            "name": _dump(it.name),
            "born": it.born if private else None,
            "due": it.due if private else None,
            "lives_at": self._lives_at(it),
            "school": self._goes_to(it, it.school),
            "nursery": self._goes_to(it, it.nursery),
            "surgery": self._goes_to(it, it.surgery),
            "contact": _dump(it.contact) if call else None,
            "delivery": self._delivery(it.delivery) if call else None,
            "needs": _dump(it.needs) if private else None,
            "sharing": self._block(it.sharing),
        }

    def _person(self, it: Person) -> Plain:
        call = all(sight.contact(one, it.id) for one in self.eyes)
        private = all(sight.adult_private(one, it.id) for one in self.eyes)
        return {
            "id": it.id,
            "name": _dump(it.name),
            "relations": [_dump(r) for r in it.relations if r.of in self.persons],
            "lives_at": self._lives_at(it),
            "surgery": self._goes_to(it, it.surgery),
            "contact": _dump(it.contact) if call else None,
            "delivery": self._delivery(it.delivery) if call else None,
            "needs": _dump(it.needs) if private else None,
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
            "contact": _dump(it.contact) if call else None,
            "delivery": self._delivery(it.delivery) if call else None,
            "needs": _dump(it.needs) if private else None,
            "lead_worker_for": self._left(it.lead_worker_for, self.children),
            "manages": self._left(it.manages, self.persons),
            "direct_contact_with": self._left(it.direct_contact_with, self.persons),
            "interprets_for": self._left(it.interprets_for, self.persons),
            "routine": it.routine if self.is_chair else False,
            "reveals": list(it.reveals) if self.is_chair else [],
            "sharing": self._block(it.sharing),
        }

    def _left(self, ids: tuple[str, ...], known: set[str]) -> list[str]:
        return [one for one in ids if one in known]

    def _known(self, one: str | None) -> str | None:
        return one if one in self.persons else None

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
            "address": _dump(it.address) if seen else None,
            "landline": it.landline if seen else None,
            "protected": it.protected if self.is_chair else False,
            "sharing": self._block(it.sharing),
        }

    # Process: for the chair, and for a professional what they asked for themselves

    def _asked(self, asked_by: str | None, part: str | None = None) -> bool:
        if self.is_chair:
            return True
        return asked_by == self.reader and all(
            one.columns(None, part) in ({"lead"}, {"present"}) for one in self.eyes
        )

    def _block(self, it: Sharing | None, part: str | None = None) -> Plain | None:
        if it is None or not self._asked(it.asked_by, part):
            return None
        return {
            **it.model_dump(),
            "withhold_from": self._left(it.withhold_from, self.persons),
            "share_with": self._left(it.share_with, self.persons),
        }

    # The conference

    def _conference(self, it: Conference) -> Plain:
        return {
            "id": it.id,
            "type": it.type,
            "children": self._left(it.children, self.children),
            "starts": it.starts,
            "expected_to_end": it.expected_to_end,
            "place": _dump(it.place),
            "chair": it.chair,
            "minute_taker": self._known(it.minute_taker),
            "letters_dated": it.letters_dated,
            "purpose": self._all_passages(it.purpose, f"{self.path}.purpose", None),
            "parts": [self._part(part) for part in it.parts if part.id in self.parts],
            "invitations": [self._invitation(r) for r in it.invitations if self._invited(r)],
            "attendance": [self._attendance(r) for r in it.attendance if self._attended(r)],
            "exclusions": [_dump(e) for e in it.exclusions] if self.is_chair else [],
            "minutes": self._minutes(it.minutes) if it.minutes else None,
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

    def _row(self, who: str) -> bool:
        """A row may be told of somebody whose name is known, unless they were not invited."""
        if who not in self.persons:
            return False
        down = next((r for r in self.conference.invitations if r.who == who), None)
        return self.is_chair or down is None or down.invited

    def _invited(self, it: Invitation) -> bool:
        if it.to and not self._left(it.to, self.parts):
            return False  # an empty list would read as: every open part
        return self._row(it.who) and all(
            one.professional or it.who == one.who or one.parts_of(it.who) & one.knows_of
            for one in self.eyes
        )

    def _attended(self, it: Attendance) -> bool:
        return self._row(it.who) and all(
            one.professional or it.who == one.who or self._in_common(one, it) for one in self.eyes
        )

    def _in_common(self, eyes: Eyes, it: Attendance) -> bool:
        if {*it.attended, *it.free_to_attend, *it.left} & eyes.knows_of:
            return True
        return it.apologies and bool(eyes.asked_to(it.who) & eyes.knows_of)

    def _invitation(self, it: Invitation) -> Plain:
        return {
            "who": it.who,
            "invited": it.invited,
            "told": it.told if self.is_chair else True,
            "to": self._left(it.to, self.parts),
            "arrive": it.arrive,
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
        approved = it.approved if it.approved and it.approved.by in self.persons else None
        return {
            "approved": _dump(approved),
            "contributions": self._contributions(it.contributions, f"{path}.contributions"),
            "decisions": self._decisions(it, f"{path}.decisions"),
            "core_groups": self._core_groups(it),
            "actions": self._actions(it, f"{path}.actions"),
            "review": it.review,
        }

    def _contributions(self, items: Any, path: str) -> list[Plain]:
        parts = {part.id: part for part in self.conference.parts}
        told: list[Plain] = []
        for position, it in enumerate(items):
            assert isinstance(it, Contribution)
            place = f"{path}.{item_key(it, position)}"
            part = parts[it.part]
            outcome = _narrowest([sight.passage(one, it, part=part, by=it.by) for one in self.eyes])
            if outcome.how != "withheld":
                words = self._passage(it, outcome, place, it.part)
                words["part"] = it.part
                words["by"] = self._known(it.by)
                whole = outcome.variant is None and outcome.how != "plain"
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

    def _all_passages(
        self, items: tuple[Passage, ...], path: str, decides: str | None
    ) -> list[Plain]:
        told = []
        for position, it in enumerate(items):
            place = f"{path}.{item_key(it, position)}"
            outcome = _narrowest([sight.passage(one, it, decides=decides) for one in self.eyes])
            if outcome.how == "withheld":
                self.passages[place] = "withheld"
            else:
                told.append(self._passage(it, outcome, place, None))
        return told

    def _passage(self, it: Passage, outcome: Outcome, place: str, part: str | None) -> Plain:
        if outcome.variant is not None:
            words = it.wording_for[outcome.variant]
            text, plain, translations = words.text, words.plain, dict(words.translations)
            self.passages[place] = f"variant {outcome.variant}"
        elif outcome.how == "plain":
            text, plain, translations = it.plain or "", it.plain, {}
            self.passages[place] = "plain"
        else:
            text, plain, translations = it.text, it.plain, dict(it.translations)
            self.passages[place] = "full"
        self.texts[place] = text
        return {
            "id": it.id if self.is_chair else None,
            "text": text,
            "kind": it.kind,
            "about": self._left(it.about, self.persons),
            "sensitivity": it.sensitivity if self.is_chair else None,
            "plain": plain,
            "translations": translations,
            "wording_for": [_dump(words) for words in it.wording_for] if self.is_chair else [],
            "sharing": self._block(it.sharing, part),
        }

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
                    "reasons": self._all_passages(
                        one.reasons, f"{path}.{position}.reasons", one.child
                    ),
                    "basis_without_consensus": one.basis_without_consensus,
                    "dissent": [_dump(d) for d in one.dissent if d.by in self.persons],
                    "lead_worker": self._known(one.lead_worker),
                    "sharing": self._block(one.sharing),
                }
            )
        return told

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

    def _actions(self, it: Minutes, path: str) -> list[Plain]:
        told = []
        for position, one in enumerate(it.actions):
            if not all(sight.action(eyes, one) for eyes in self.eyes):
                continue
            self.texts[f"{path}.{item_key(one, position)}"] = one.what
            told.append(
                {
                    "id": one.id if self.is_chair else None,
                    "what": one.what,
                    "children": self._left(one.children, self.children),
                    "owners": self._left(one.owners, self.persons),
                    "due": one.due,
                    "by_when": one.by_when,
                    "measure": one.measure,
                    "checker": self._known(one.checker),
                    "about": self._left(one.about, self.persons),
                    "immediate": one.immediate,
                    "sharing": self._block(one.sharing),
                }
            )
        return told


def _narrowest(outcomes: list[Outcome]) -> Outcome:
    """What is left when several pairs of eyes must agree."""
    if WITHHELD in outcomes:
        return WITHHELD
    variants = {outcome for outcome in outcomes if outcome.how == "variant"}
    if len(variants) > 1:
        return WITHHELD
    if variants:
        return variants.pop()
    return PLAIN if PLAIN in outcomes else FULL


def _dump(record: Any) -> Plain | None:
    return record.model_dump() if record is not None else None
