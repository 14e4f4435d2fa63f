"""In which columns of the policy a reader stands, for the person whom a matter is about."""

from __future__ import annotations

from cpdocs.model.people import Role
from cpdocs.sharing.facts import Facts, Sort
from cpdocs.sharing.policy import Column

Columns = frozenset[Column]

_MINUTING = (Role.CHAIR, Role.MINUTE_TAKER)


def columns(facts: Facts, reader: str, subject: str | None, part: str | None) -> Columns:
    """The columns in which `reader` stands for a matter about `subject`, said in `part`.

    Every one of them must grant. None at all means that the reader sees nothing of it.
    """
    match facts.sort(reader):
        case Sort.PROFESSIONAL:
            return _professional(facts, reader, part)
        case Sort.FAMILY:
            return frozenset({_family(facts, reader, subject)})
        case Sort.CHILD:
            return frozenset({_child(facts, reader, subject)})
        case None:
            return frozenset()


def _professional(facts: Facts, reader: str, part: str | None) -> Columns:
    worker = facts.professionals[reader]
    conference = facts.conference
    if reader in (conference.chair, conference.minute_taker) or worker.role in _MINUTING:
        return frozenset({Column.CHAIR})
    if worker.role is Role.OUTSIDE_AUTHORITY:
        return frozenset({Column.OUTSIDE})
    if worker.role is not Role.PROFESSIONAL:
        return frozenset()
    if is_lead(facts, reader):
        return frozenset({Column.LEAD})
    came_to = facts.was_in(reader)
    if came_to and (part is None or part in came_to):
        return frozenset({Column.PRESENT})
    stands: set[Column] = set()
    if facts.is_invited(reader) or came_to:
        stands.add(Column.INVITED)
    elif facts.is_in_core_group(reader):
        stands.add(Column.CORE_GROUP)
    if worker.routine and not came_to:
        stands.add(Column.ROUTINE)
    if not stands and any(reader in asked for asked in facts.asked_when_it_began.values()):
        stands.add(Column.EARLIER)
    return frozenset(stands)


def is_lead(facts: Facts, reader: str) -> bool:
    """Whether the reader is lead worker for a child of the conference, or manages one who is."""
    worker = facts.professionals[reader]
    mine = set(facts.subject_children)
    if mine & set(worker.lead_worker_for):
        return True
    managed = (facts.professionals.get(person) for person in worker.manages)
    return any(mine & set(lead.lead_worker_for) for lead in managed if lead)


def _family(facts: Facts, reader: str, subject: str | None) -> Column:
    is_parent_here = reader in facts.subject_parents
    match facts.sort(subject) if subject else None:
        case Sort.CHILD:
            if reader in facts.parent_ids[str(subject)]:
                return Column.OWN
            return Column.HALF if is_parent_here else Column.FAMILY
        case Sort.FAMILY:
            if subject == reader:
                return Column.OWN
            if any({reader, subject} <= parents for parents in facts.parent_ids.values()):
                return Column.OTHER_PARENT
            return Column.HALF if is_parent_here else Column.FAMILY
        case _:
            return Column.OWN if is_parent_here else Column.FAMILY


def _child(facts: Facts, reader: str, subject: str | None) -> Column:
    if subject is not None and facts.sort(subject) is Sort.CHILD:
        return Column.CHILD if subject == reader else Column.SIBLING
    return Column.CHILD if reader in facts.subject_children else Column.SIBLING
