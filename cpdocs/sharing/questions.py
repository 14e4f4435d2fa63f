"""Which matters a place of the case belongs to: what is asked before a reader may have it."""

from __future__ import annotations

from types import MappingProxyType

from cpdocs.model.base import Record, Ref
from cpdocs.model.conference import (
    Action,
    Conference,
    Decision,
    Invitation,
    Minutes,
    Part,
)
from cpdocs.model.paths import Node
from cpdocs.model.people import Child, Person, Professional
from cpdocs.model.places import Agency, Household, Place
from cpdocs.model.plans import Plan, PlanKind
from cpdocs.model.reports import ChronologyEntry
from cpdocs.model.sharing import Passage, Sharing
from cpdocs.sharing.cells import Question, Scope
from cpdocs.sharing.facts import Sort
from cpdocs.sharing.papers import chronology_questions, paper_questions
from cpdocs.sharing.policy import Matter
from cpdocs.values import Sensitivity

S = Sensitivity

_BY_SORT: MappingProxyType[S, dict[Sort, Matter]] = MappingProxyType(
    {
        S.IDENTITY: {
            Sort.CHILD: Matter.SUBJECT_CHILDREN,
            Sort.FAMILY: Matter.FAMILY_NAMES,
            Sort.PROFESSIONAL: Matter.PROFESSIONAL_NAMES,
        },
        S.RELATIONSHIP: {
            Sort.CHILD: Matter.FAMILY_NAMES,
            Sort.FAMILY: Matter.FAMILY_NAMES,
            Sort.PROFESSIONAL: Matter.PROFESSIONAL_NAMES,
        },
        S.CONTACT: {
            Sort.CHILD: Matter.FAMILY_CONTACT,
            Sort.FAMILY: Matter.FAMILY_CONTACT,
            Sort.PROFESSIONAL: Matter.PROFESSIONAL_CONTACT,
        },
        S.HEALTH: {
            Sort.CHILD: Matter.CHILD_PRIVATE,
            Sort.FAMILY: Matter.ADULT_PRIVATE,
            Sort.PROFESSIONAL: Matter.ADULT_PRIVATE,
        },
    }
)
_ALWAYS: MappingProxyType[S, Matter] = MappingProxyType(
    {
        S.CHILD_PRIVATE: Matter.CHILD_PRIVATE,
        S.CHILD_CONFIDED: Matter.CHILD_CONFIDED,
        S.ADULT_PRIVATE: Matter.ADULT_PRIVATE,
        S.KEPT_FROM_CHILD: Matter.KEPT_FROM_CHILD,
        S.POLICE: Matter.POLICE,
        S.CRIMINAL: Matter.CRIMINAL,
        S.THIRD_PARTY: Matter.THIRD_PARTY,
        S.LEGAL_ADVICE: Matter.LEGAL_ADVICE,
        S.CONFIDENTIAL_SECTION: Matter.CONFIDENTIAL_SECTION,
        S.CASE_NOTE: Matter.VISIT_NOTES,
        S.OFFICE: Matter.OFFICE,
    }
)
_NAMES = frozenset({S.IDENTITY, S.RELATIONSHIP})


def field_questions(node: Node, scope: Scope) -> tuple[Question, ...]:
    """What to ask about one field, beside what was asked about the record that holds it."""
    sensitivity = node.spec.sensitivity
    if sensitivity is None or sensitivity is S.PUBLIC:
        return ()
    if sensitivity is S.PROCESS:
        block = node.value if isinstance(node.value, Sharing) else node.holder
        return ((Matter.PROCESS, scope.ask(None, asked_by=getattr(block, "asked_by", None))),)
    if sensitivity is S.ADDRESS:
        return _address(node, scope)
    subjects: tuple[str | None, ...] = scope.subjects or (None,)
    found: list[Question] = []
    for subject in subjects:
        sort = scope.facts.sort(subject) if subject else None
        matter = _ALWAYS.get(sensitivity) or (
            _BY_SORT[sensitivity][sort] if sort else Matter.PROCESS
        )
        blocks: tuple[Sharing | None, ...] = ()
        if sensitivity in _NAMES:
            blocks = (_block(scope.owner),)
        elif sensitivity is S.CASE_NOTE:
            blocks = (_block(node.holder),)
        found.append((matter, scope.ask(subject, blocks=blocks, gives_away=_reveals(scope))))
    return tuple(found)


def _block(record: Record | None) -> Sharing | None:
    return getattr(record, "sharing", None)


def _reveals(scope: Scope) -> tuple[Household, ...]:
    owner = scope.owner
    if isinstance(owner, Professional):
        return scope.facts.professional_gives_away(owner.id)
    return ()


def _address(node: Node, scope: Scope) -> tuple[Question, ...]:
    """An address, or a place from which one can be worked out (R 7.6; H088)."""
    facts, owner = scope.facts, scope.owner
    about: tuple[str, ...]
    dwellers: tuple[str, ...]
    homes: tuple[str, ...]
    if isinstance(owner, Household):
        about = facts.residents.get(owner.id, ())
        dwellers = facts.dwellers.get(owner.id, ())
        homes, guarded = (owner.id,), facts.guarded((owner.id,))
    elif isinstance(owner, Place):
        dwellers = facts.place_users.get(owner.id, ())
        adults = tuple(p for p in dwellers if facts.sort(p) is Sort.FAMILY)
        about = adults or dwellers
        homes = tuple(h for p in dwellers if (h := facts.home(p)))
        guarded = facts.place_gives_away(owner.id)
    else:
        about = dwellers = scope.subjects
        homes = tuple(h for p in about if (h := facts.home(p)))
        guarded = facts.guarded(homes)
        if node.spec.ref is Ref.PLACE and isinstance(node.value, str):
            guarded = tuple(dict.fromkeys((*guarded, *facts.place_gives_away(node.value))))
    if scope.reader in dwellers or facts.home(scope.reader) in homes:
        about = (scope.reader,)  # their own home, or a place that their household uses
    matter = Matter.PROTECTED_ADDRESS if guarded else Matter.ADDRESS
    blocks = tuple(home.sharing for home in guarded)
    subjects: tuple[str | None, ...] = about or (None,)
    return tuple(
        (matter, scope.ask(subject, blocks=blocks, households=homes, dwellers=dwellers))
        for subject in subjects
    )


def record_questions(record: Record, scope: Scope) -> tuple[Question, ...]:
    """What to ask about a whole record. Passages have an order of their own (`decide.passage`)."""
    match record:
        case Child():
            return ((Matter.SUBJECT_CHILDREN, scope.ask(record.id, blocks=(record.sharing,))),)
        case Person():
            return ((Matter.FAMILY_NAMES, scope.ask(record.id, blocks=(record.sharing,))),)
        case Professional():
            away = scope.facts.professional_gives_away(record.id)
            asked = scope.ask(record.id, blocks=(record.sharing,), gives_away=away)
            return ((Matter.PROFESSIONAL_NAMES, asked),)
        case Agency():
            away = scope.facts.guarded(scope.facts.agency_reveals[record.id])
            return (
                () if not away else ((Matter.PROFESSIONAL_NAMES, scope.ask(None, gives_away=away)),)
            )
        case Invitation(invited=False):
            return ((Matter.PROCESS, scope.ask(None)),)
        case Conference() | Minutes():
            return ((Matter.CONFERENCE_FACTS, scope.ask(None)),)
        case Decision():
            return ((Matter.DECISION, scope.ask(record.child, blocks=(record.sharing,))),)
        case Action():
            return _action(record, scope)
        case _:
            return paper_questions(record, scope)


def _action(record: Action, scope: Scope) -> tuple[Question, ...]:
    more = {"blocks": (record.sharing,), "action": record}
    adults = (person for person in record.about if scope.facts.sort(person) is Sort.FAMILY)
    paper = scope.paper
    own = paper.child if isinstance(paper, Plan) and paper.kind is PlanKind.CHILD else None
    return (
        *(
            (Matter.CHILD_PLAN if child == own else Matter.PLAN, scope.ask(child, **more))
            for child in record.children
        ),
        *((Matter.ADULT_PRIVATE, scope.ask(person, **more)) for person in adults),
    )


def part_question(part: Part, scope: Scope) -> Question:
    """What to ask about the passages of a part (R 7.2.2 g, 7.2.4, 7.1.9)."""
    asked = scope.ask(None, blocks=(part.sharing,))
    if part.legal_advice:
        return (Matter.LEGAL_ADVICE, asked)
    return (Matter.CONFIDENTIAL_SECTION if part.confidential else Matter.OPEN_PART, asked)


def passage_questions(passage: Passage, by: str | None, scope: Scope) -> tuple[Question, ...]:
    """What to ask about a passage once its part is granted: whom it is about, and its own kind."""
    facts = scope.facts
    found: list[Question] = []
    about: tuple[str | None, ...] = scope.subjects or (None,)

    def ask(matter: Matter, subject: str | None) -> None:
        more = {"blocks": (passage.sharing,), "passage": passage, "by": by}
        found.append((matter, scope.ask(subject, **more)))

    if isinstance(passage, ChronologyEntry):
        found += chronology_questions(passage, scope)
    if isinstance(scope.owner, Decision):
        ask(Matter.DECISION, scope.owner.child)  # its reasons, in a child's wording for the child
    for subject in about:
        sort = facts.sort(subject) if subject else None
        if sort is Sort.CHILD and subject not in scope.covered:
            ask(Matter.CHILD_PRIVATE, subject)
        elif sort is Sort.FAMILY:
            ask(Matter.ADULT_PRIVATE, subject)
    for subject in about:
        if (own := _own_matter(passage, subject)) is not None:
            ask(own, subject)
    return tuple(found)


def _own_matter(passage: Passage, subject: str | None) -> Matter | None:
    """The matter of a passage's own sensitivity; where passages have no row for it, the chair's."""
    match passage.sensitivity:
        case None | S.PUBLIC:
            return None
        case S.HEALTH if subject is not None:
            return None  # asked already, for the person it is about
        case kind:
            return _ALWAYS.get(kind, Matter.PROCESS)
