"""The papers of a conference, told to one reader: each record by hand, field by field."""

from __future__ import annotations

from functools import partial
from typing import Any

from cpdocs.model.office import Change, Cover, Distribution, Ending, Transfer
from cpdocs.model.paths import item_key
from cpdocs.model.plans import BirthArrangements, CoreGroupMeeting, Plan, PlanKind, PlannedOutcome
from cpdocs.model.reports import ChronologyEntry, Report, Visit
from cpdocs.model.sharing import Passage
from tests.oracle import paper_sight as sight
from tests.oracle.eyes import Eyes
from tests.oracle.sight import Outcome
from tests.oracle.telling import Plain, Telling, dump


class PaperTelling(Telling):
    """What a reader is told of reports, plans and the like."""

    def _papers(self) -> Plain:
        """Every list of papers, of this conference alone."""
        tell = {
            "reports": self._report,
            "visits": self._visit,
            "plans": self._plan,
            "core_group_meetings": self._meeting,
            "birth_arrangements": self._birth,
            "endings": self._ending,
            "transfers": self._transfer,
            "changes": self._change,
            "covers": self._cover,
            "distributions": self._distribution,
        }
        told = {name: self._list(name, one) for name, one in tell.items()}
        return {**told, "chronology": self._chronology()}

    def _of_conference(self, name: str) -> list[Any]:
        every = getattr(self.case, name)
        return [paper for paper in every if paper.conference == self.conference.id]

    def _list(self, name: str, tell: Any) -> list[Plain]:
        papers = enumerate(self._of_conference(name))
        told = [tell(paper, f"{name}.{item_key(paper, position)}") for position, paper in papers]
        return [paper for paper in told if paper is not None]

    def _by_all(self, sees: Any, *of: Any) -> bool:
        return all(sees(one, *of) for one in self.eyes)

    def _sections(self, it: Any, path: str, judge: Any) -> list[Plain]:
        return [
            {
                "topic": section.topic,
                "passages": self._all_passages(
                    section.passages, f"{path}.sections.{position}.passages", judge
                ),
            }
            for position, section in enumerate(it.sections)
        ]

    def _more(
        self, items: tuple[Passage, ...], path: str, judge: Any, fields: Any, retold: str = ""
    ) -> list[Plain]:
        """Passages with fields beside the words; `retold` may tell again what other words leave
        out."""
        told = []
        for position, it in enumerate(items):
            place = f"{path}.{item_key(it, position)}"
            words = self._judged(it, place, judge)
            if words is None:
                continue
            words |= fields(it, place)
            if retold and not self._in_full(place):
                words[retold] = None
            told.append(words)
        return told

    # Reports

    def _report(self, it: Report, path: str) -> Plain | None:
        if it.child not in self.children or not self._by_all(sight.report, it):
            return None
        judge = partial(_judge, sight.words_of_report, it)
        checked = it.validated
        return {
            "id": it.id,
            "conference": it.conference,
            "kind": it.kind,
            "child": it.child,
            "by": self._known(it.by),
            "dated": it.dated,
            "validated": dump(checked) if checked and checked.by in self.persons else None,
            "shared_with_family": it.shared_with_family,
            "sections": self._sections(it, path, judge),
            "answers": self._more(
                it.answers,
                f"{path}.answers",
                judge,
                lambda one, _: {"point": one.point, "done": one.done},
            ),
            "sharing": self._block(it.sharing),
        }

    def _chronology(self) -> list[Plain]:
        told = []
        for position, it in enumerate(self._of_conference("chronology")):
            place = f"chronology.{item_key(it, position)}"
            words = self._judged(it, place, sight.entry)
            if words is not None:
                told.append(words | self._entry(it, place))
        return told

    def _entry(self, it: ChronologyEntry, place: str) -> Plain:
        whole = self._in_full(place)
        return {
            "by": self._known(it.by),
            "conference": it.conference,
            "dated": it.dated,
            "until": it.until,
            "outcome": it.outcome if whole else None,
            "conflicts": it.conflicts if whole else None,
        }

    def _visit(self, it: Visit, path: str) -> Plain | None:
        known = it.child in self.children and it.by in self.persons
        if not known or not self._by_all(sight.visit, it):
            return None
        noted = self._by_all(sight.visit_notes, it)
        judge = partial(_judge, sight.words_of_visit, it)
        return {
            "id": it.id,
            "conference": it.conference,
            "child": it.child,
            "made": it.made,
            "by": it.by,
            "seen": it.seen,
            "place": it.place if noted else None,
            "present": self._left(it.present, self.persons) if noted else [],
            "bedroom_seen": it.bedroom_seen if noted else False,
            "because": it.because if noted else None,
            "notes": self._all_passages(it.notes, f"{path}.notes", judge),
            "sharing": self._block(it.sharing),
        }

    # Plans

    def _plan(self, it: Plan, path: str) -> Plain | None:
        if it.child not in self.children or not self._by_all(sight.plan, it):
            return None
        judge = partial(_judge, sight.words_of_plan, it)
        own = it.child if it.kind is PlanKind.CHILD else None
        return {
            "id": it.id,
            "conference": it.conference,
            "kind": it.kind,
            "child": it.child,
            "dated": it.dated,
            "approved": self._approval(it.approved),
            "lead_worker": self._known(it.lead_worker),
            "lead_worker_qualified": it.lead_worker_qualified,
            "sections": self._sections(it, path, judge),
            "outcomes": self._more(
                it.outcomes,
                f"{path}.outcomes",
                judge,
                partial(self._outcome, own),
                retold="measure",
            ),
            "assessments": self._actions(it.assessments, f"{path}.assessments", own),
            "refused": self._more(
                it.refused,
                f"{path}.refused",
                judge,
                lambda one, _: {"why_not": one.why_not},
                retold="why_not",
            ),
            "disagreements": self._dissent(it.disagreements),
            "visit_every": dump(it.visit_every),
            "core_group_every": dump(it.core_group_every),
            "detailed_by": it.detailed_by,
            "review": it.review,
            "signatures": [
                {"who": row.who, "how": row.how, "dated": row.dated}
                for row in it.signatures
                if row.who in self.persons
            ],
            "sharing": self._block(it.sharing),
        }

    def _outcome(self, own: str | None, it: PlannedOutcome, place: str) -> Plain:
        actions = self._actions(it.actions, f"{place}.actions", own)
        return {"term": it.term, "measure": it.measure, "actions": actions}

    def _meeting(self, it: CoreGroupMeeting, path: str) -> Plain | None:
        children = [one for one in it.children if self._by_all(sight.met_about, it, one)]
        if not children:
            return None
        return {
            "id": it.id,
            "conference": it.conference,
            "children": children,
            "starts": it.starts,
            "place": it.place,
            "chaired_by": self._known(it.chaired_by),
            "present": self._left(it.present, self.persons),
            "apologies": self._left(it.apologies, self.persons),
            "moved_from": it.moved_from,
            "notes": self._more(
                it.notes,
                f"{path}.notes",
                lambda eyes, one: sight.words_of_meeting(eyes, one, one.by, it),
                lambda one, _: {"by": self._known(one.by)},
            ),
            "actions": self._actions(it.actions, f"{path}.actions"),
            "disagreements": self._dissent(it.disagreements),
            "next_meeting": it.next_meeting,
            "later_because": it.later_because,
            "countersigned": self._approval(it.countersigned),
            "circulated": it.circulated,
            "sharing": self._block(it.sharing),
        }

    def _birth(self, it: BirthArrangements, path: str) -> Plain | None:
        if it.child not in self.children or not self._by_all(sight.birth, it):
            return None
        return {
            "id": it.id,
            "conference": it.conference,
            "child": it.child,
            "begun": it.begun,
            "agreed": self._approval(it.agreed),
            "sections": self._sections(it, path, partial(_judge, sight.words_of_plan, it)),
            "meetings": [
                {"starts": one.starts, "members": self._left(one.members, self.persons)}
                for one in it.meetings
            ],
            "forwards_to_gp": self._known(it.forwards_to_gp),
            "forwarded_by": it.forwarded_by,
            "sharing": self._block(it.sharing),
        }

    # Endings, and what passes between offices

    def _ending(self, it: Ending, path: str) -> Plain | None:
        if it.child not in self.children or not self._by_all(sight.ending, it):
            return None
        judge = partial(_judge, sight.words_of_ending, (it.child,))
        return {
            "id": it.id,
            "conference": it.conference,
            "child": it.child,
            "dated": it.dated,
            "ground": it.ground,
            "reasons": self._all_passages(it.reasons, f"{path}.reasons", judge),
            "support": self._all_passages(it.support, f"{path}.support", judge),
            "agreed_with": self._known(it.agreed_with),
            "outcome_received": it.outcome_received,
            "sharing": self._block(it.sharing),
        }

    def _cover(self, it: Cover, path: str) -> Plain | None:
        children = [
            one
            for one in it.children
            if one in self.children and self._by_all(sight.covered, it, one)
        ]
        if not children or not {it.worker, it.cover} <= self.persons:
            return None
        judge = partial(_judge, sight.words_of_ending, it.children)
        return {
            "id": it.id,
            "conference": it.conference,
            "children": children,
            "worker": it.worker,
            "cover": it.cover,
            "starts": it.starts,
            "ends": it.ends,
            "dated": it.dated,
            "says": self._all_passages(it.says, f"{path}.says", judge),
            "sharing": self._block(it.sharing),
        }

    def _transfer(self, it: Transfer, path: str) -> Plain | None:
        known = it.to in self.persons and it.other_authority in self.agencies
        if not known or not self._by_all(sight.moved, it):
            return None
        judge = partial(_judge, sight.words_of_move, it.children)
        return {
            "id": it.id,
            "conference": it.conference,
            "kind": it.kind,
            "children": self._left(it.children, self.children),
            "other_authority": it.other_authority,
            "to": it.to,
            "dated": it.dated,
            "known": it.known,
            "moved": it.moved,
            "until": it.until,
            "legal_status": it.legal_status,
            "reasons": self._all_passages(it.reasons, f"{path}.reasons", judge),
            "arrangements": self._all_passages(it.arrangements, f"{path}.arrangements", judge),
            "listed": it.listed,
            "accepted": it.accepted,
            "sharing": self._block(it.sharing),
        }

    def _change(self, it: Change, path: str) -> Plain | None:
        if it.told_by not in self.persons or not self._by_all(sight.moved, it):
            return None
        judge = partial(_judge, sight.words_of_move, it.children)
        return {
            "id": it.id,
            "conference": it.conference,
            "kind": it.kind,
            "children": self._left(it.children, self.children),
            "happened": it.happened,
            "told_by": it.told_by,
            "dated": it.dated,
            "says": self._all_passages(it.says, f"{path}.says", judge),
            "caregiver": self._known(it.caregiver),
            "sharing": self._block(it.sharing),
        }

    def _distribution(self, it: Distribution, _path: str) -> Plain | None:
        known = it.child in self.children and it.who in self.persons
        if not known or not self._by_all(sight.sent_out, it):
            return None
        return {
            "conference": it.conference,
            "child": it.child,
            "what": it.what,
            "who": it.who,
            "how": it.how,
            "dated": it.dated,
        }


def _judge(words: Any, of: Any, eyes: Eyes, it: Passage) -> Outcome:
    """What one pair of eyes gets of a passage of this paper."""
    outcome: Outcome = words(eyes, it, of)
    return outcome
