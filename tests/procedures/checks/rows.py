"""A row for each check: the smallest case in which it finds something, and the nearest good one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from cpdocs.case.case import Case
from cpdocs.findings import Finding
from cpdocs.procedures.checks import check
from tests.procedures import cases
from tests.procedures.cases import worker

Tree = dict[str, Any]

AFTER = date(2026, 12, 1)  # a week after the conference of the small cases

SW = worker("sw", "csc", designation="Social worker", lead_worker_for=["child-a", "child-b"])
TM = worker("tm", "csc", designation="Team manager", manages=["sw"])
HV = worker("hv", "clinic", designation="Health visitor")
CHAIR = worker("chair", "unit", role="chair", contact={"landline": "01632 960200"})
TAKER = worker("minutes", "unit", role="minute-taker")
STAFF = (SW, TM, HV, CHAIR, TAKER)

CHILD_B: Tree = {"id": "child-b", "subject": True, "born": "2016-05-02"}


@dataclass(frozen=True, kw_only=True)
class Row:
    """One claim: the check of that code finds the place in the one case and not in the other."""

    code: str
    place: str
    bad: Case
    good: Case
    on: date = AFTER
    good_on: date | None = None  # where the day alone is the difference
    says: str = ""  # some words of the finding, where a code has several at one place

    @property
    def found(self) -> tuple[Finding, ...]:
        """What the check finds at the place, in the bad case."""
        return tuple(it for it in check(self.bad, on=self.on) if self._is_mine(it))

    @property
    def found_in_good(self) -> tuple[Finding, ...]:
        """The same, in the good case."""
        found = check(self.good, on=self.good_on or self.on)
        same = {it.says for it in self.found}
        return tuple(it for it in found if self._is_mine(it) and it.says in same)

    def _is_mine(self, finding: Finding) -> bool:
        place = (finding.code, finding.place)
        return place == (self.code, self.place) and self.says in finding.says


def named(row: Row) -> str:
    """A row's name in the list of tests."""
    return f"{row.code} {row.bad.authority} {row.place}"


def case(*conferences: Tree, **more: Any) -> Case:
    """A small case with staff."""
    return cases.case(*conferences, **{"professionals": STAFF, **more})


def decision(child: str = "child-a", plan: str = "made", **more: Any) -> Tree:
    """A decision with what it needs."""
    categories = ["neglect"] if plan in ("made", "continued") else []
    reasons = [{"text": "She is left alone."}]
    told = {"child": child, "plan": plan, "categories": categories, "reasons": reasons}
    return {**told, "lead_worker": "sw", **more}


def minuted(*decisions: Tree, **more: Any) -> Tree:
    """Minutes with these decisions, one that makes a plan where none is given."""
    return {"decisions": decisions or (decision(),), **more}


def decided(*decisions: Tree, **more: Any) -> Tree:
    """A conference with minutes; `minutes` takes what else they hold."""
    held = more.pop("minutes", {})
    return cases.meeting(minutes=minuted(*decisions, **held), **more)


def review(**more: Any) -> Tree:
    """A review three months after the first conference."""
    return cases.meeting(**{"id": "c-2", "type": "review", "starts": "2027-02-22T10:00", **more})


def said(text: str, **more: Any) -> Tree:
    """A passage."""
    return {"text": text, **more}


def section(topic: str, *passages: Tree) -> Tree:
    """A section of a report or a plan; one passage where none is given."""
    return {"topic": topic, "passages": passages or (said("It is so.", kind="fact"),)}


def paper(*sections: Tree, **more: Any) -> Tree:
    """A paper about child-a with sections."""
    told = {"id": "p-1", "conference": "c-1", "child": "child-a", "dated": "2026-11-17"}
    return {**told, "sections": sections, **more}


def report(*sections: Tree, **more: Any) -> Tree:
    """A social worker's report."""
    return paper(*sections, **{"kind": "social-work", "by": "sw", **more})


def plan(*sections: Tree, **more: Any) -> Tree:
    """A detailed plan."""
    return paper(*sections, **{"kind": "detailed", "dated": "2026-12-03", **more})


def visit(visit_id: str, made: str, **more: Any) -> Tree:
    """A visit to child-a, who was seen alone."""
    told = {"id": visit_id, "conference": "c-1", "child": "child-a", "by": "sw"}
    return {**told, "made": made, "seen": "seen-alone", **more}


def group(group_id: str, starts: str, **more: Any) -> Tree:
    """A meeting of the core group."""
    told = {"id": group_id, "conference": "c-1", "children": ["child-a"], "starts": starts}
    return {**told, "present": ["sw", "hv"], **more}


def entry(dated: str, **more: Any) -> Tree:
    """An entry of the chronology."""
    return {"conference": "c-1", "dated": dated, "text": "She moved.", "kind": "fact", **more}


def given(who: str, what: str = "Minutes") -> Tree:
    """One document given to one person."""
    told = {"conference": "c-1", "child": "child-a", "what": what, "who": who}
    return {**told, "how": "hand", "dated": "2026-12-04"}


def parent(person_id: str = "mum", kind: str = "mother", **more: Any) -> Tree:
    """A parent of child-a."""
    return {**cases.family(person_id, (kind, "child-a")), **more}


def responsible(person_id: str, kind: str = "mother") -> Tree:
    """A parent with parental responsibility."""
    relation = {"kind": kind, "of": "child-a", "parental_responsibility": True}
    return {**cases.family(person_id), "relations": [relation]}


def asked(*people: str, **more: Any) -> list[Tree]:
    """Invitations of these people."""
    return [{"who": person, **more} for person in people]


def came(*people: str, **more: Any) -> list[Tree]:
    """Attendance of these people in the open part."""
    return [{"who": person, "attended": ["open"], **more} for person in people]
