"""The rules for papers: reports, plans, visits, meetings, and what passes between offices.

A paper belongs to one conference. What is asked of it, and what comes with it, is read from
`docs/sharing.md`, Papers.
"""

from __future__ import annotations

from types import MappingProxyType

from cpdocs.model.base import Record
from cpdocs.model.conference import CoreGroup, Exclusion
from cpdocs.model.office import Change, Cover, Distribution, Ending, Transfer
from cpdocs.model.plans import BirthArrangements, CoreGroupMeeting, Plan, PlanKind
from cpdocs.model.reports import ChronologyEntry, Report, Visit
from cpdocs.sharing.cells import Question, Scope
from cpdocs.sharing.facts import Sort
from cpdocs.sharing.policy import Matter

OWNED = (
    Report,
    Visit,
    Plan,
    CoreGroupMeeting,
    BirthArrangements,
    Ending,
    Transfer,
    Change,
    Cover,
    Distribution,
)

_OF_ITS_CHILD: MappingProxyType[type[Record], Matter] = MappingProxyType(
    {
        Report: Matter.REPORT,
        Visit: Matter.VISIT,
        Plan: Matter.PLAN,
        BirthArrangements: Matter.PLAN,
        Ending: Matter.DECISION,
        Transfer: Matter.OFFICE,
        Change: Matter.OFFICE,
        Distribution: Matter.OFFICE,
    }
)

# Seen by whoever is granted the matter for any of its children; only those children are told.
Shared = CoreGroup | CoreGroupMeeting | Cover
_OF_ANY_CHILD: MappingProxyType[type[Record], Matter] = MappingProxyType(
    {
        CoreGroup: Matter.DECISION,  # R 7.4, 7.6: being in one tells of a plan
        CoreGroupMeeting: Matter.PLAN,
        Cover: Matter.DECISION,
    }
)


def paper_questions(record: Record, scope: Scope) -> tuple[Question, ...]:
    """What to ask about a paper as a whole: its matter, for each of its children."""
    if isinstance(record, Exclusion):
        return ((Matter.NOTICE, scope.ask(record.who)),)
    matter = _OF_ITS_CHILD.get(type(record))
    if matter is None:
        return ()
    if isinstance(record, Plan) and record.kind is PlanKind.CHILD:
        matter = Matter.CHILD_PLAN
    blocks = (getattr(record, "sharing", None),)
    return tuple((matter, scope.ask(child, blocks=blocks)) for child in record.subjects or ())


def question_of(record: Shared, child: str, scope: Scope) -> Question:
    """What to ask about one child of a record that is shared for any of its children."""
    return (
        _OF_ANY_CHILD[type(record)],
        scope.ask(child, blocks=(getattr(record, "sharing", None),)),
    )


def chronology_questions(entry: ChronologyEntry, scope: Scope) -> tuple[Question, ...]:
    """An entry is part of the reports on each child that it is about, or on nobody."""
    children: list[str | None] = [one for one in entry.about if scope.facts.sort(one) is Sort.CHILD]
    return tuple(
        (Matter.REPORT, scope.ask(child, blocks=(entry.sharing,), passage=entry, by=entry.by))
        for child in children or [None]
    )


def comes_with(record: Record, told: tuple[str, ...]) -> frozenset[str]:
    """The children whose private matters come with a paper.

    `told`: those children of a shared meeting whom the reader is told of there.
    """
    match record:
        case Plan() | BirthArrangements():
            return frozenset({record.child})
        case CoreGroupMeeting():
            return frozenset(told)
        case _:
            return frozenset()
