"""What each cell of the policy asks, one small function each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from types import MappingProxyType

from cpdocs.model.base import Record
from cpdocs.model.conference import Action
from cpdocs.model.places import AgencyKind, Household
from cpdocs.model.sharing import Passage, Sharing
from cpdocs.sharing.facts import Facts, Sort
from cpdocs.sharing.policy import POLICY, Cell, Matter
from cpdocs.sharing.standing import columns


@dataclass(frozen=True, kw_only=True)
class Asked:
    """One question about one place: what a cell may look at to answer it."""

    facts: Facts
    reader: str
    subject: str | None  # whom the matter is about
    part: str | None = None  # the part that the record is in
    blocks: tuple[Sharing | None, ...] = ()  # each must name the reader, for the chair to widen
    households: tuple[str, ...] = ()  # for an address: whose
    dwellers: tuple[str, ...] = ()  # for an address: who lives there, or uses the place
    gives_away: tuple[Household, ...] = ()  # protected households that the place gives away
    passage: Passage | None = None
    by: str | None = None  # who gave a passage
    action: Action | None = None
    asked_by: str | None = None  # who asked for a restriction


Question = tuple[Matter, Asked]


@dataclass(frozen=True, kw_only=True)
class Scope:
    """Where in the case the walk is: what the holders say about the place in hand."""

    facts: Facts
    reader: str
    subjects: tuple[str, ...] = ()
    part: str | None = None
    owner: Record | None = None  # the nearest person, household, place or decision
    paper: Record | None = None  # the paper that it is in
    covered: frozenset[str] = frozenset()  # children whose private matters come with the paper
    by: str | None = None  # who wrote the paper

    def ask(self, subject: str | None, **more: object) -> Asked:
        """A question about `subject` here."""
        return Asked(
            facts=self.facts,
            reader=self.reader,
            subject=subject,
            part=self.part,
            **more,  # type: ignore[arg-type]
        )


def widened(block: Sharing | None, reader: str) -> bool:
    """Whether the chair's recorded decision gives the reader what its record holds."""
    return block is not None and reader in block.share_with and block.agreed_by_chair is not None


def _chair(asked: Asked) -> bool:
    return bool(asked.blocks) and all(widened(block, asked.reader) for block in asked.blocks)


def _chair_in_writing(asked: Asked) -> bool:
    return _chair(asked) and all(block is not None and block.in_writing for block in asked.blocks)


def _if_invited(asked: Asked) -> bool:
    facts, reader = asked.facts, asked.reader
    return facts.is_invited(reader) and not facts.is_excluded_from_all(reader)


def _if_invited_or_decided(asked: Asked) -> bool:
    facts, reader = asked.facts, asked.reader
    knows = facts.is_invited(reader) or facts.is_decided_about(reader)
    return knows and not facts.is_excluded_from_all(reader)


def _direct_contact(asked: Asked) -> tuple[str, ...]:
    worker = asked.facts.professionals.get(asked.reader)
    return worker.direct_contact_with if worker else ()


def _theirs(asked: Asked) -> bool:
    return asked.subject in _direct_contact(asked)


def _theirs_and_household(asked: Asked) -> bool:
    facts, child = asked.facts, asked.subject
    if child is None:
        return False
    home = facts.home(child)
    at_home = home is not None and home == facts.home(asked.reader)
    return at_home or asked.reader in facts.parent_ids.get(child, ())


def _own_patient(asked: Asked) -> bool:
    contacts = _direct_contact(asked)
    return asked.subject in contacts or any(person in contacts for person in asked.dwellers)


def _own_household(asked: Asked) -> bool:
    mine = asked.facts.home(asked.reader)
    return asked.subject == asked.reader or (mine is not None and mine in asked.households)


def _own(asked: Asked) -> bool:
    return asked.subject == asked.reader


def sees_address(facts: Facts, reader: str, household: Household) -> bool:
    """Whether a reader may know a protected address: at home, or as the policy's row says."""
    if facts.home(reader) == household.id:
        return True
    about = facts.residents[household.id]
    for person in about:
        asked = Asked(
            facts=facts,
            reader=reader,
            subject=person,
            blocks=(household.sharing,),
            households=(household.id,),
            dwellers=facts.dwellers[household.id],
        )
        stands = columns(facts, reader, person, None)
        row = POLICY[Matter.PROTECTED_ADDRESS]
        if not stands or not all(GRANTS[row[column]](asked) for column in stands):
            return False
    return bool(about)  # an address of nobody on record is told to nobody


def _unless_it_reveals(asked: Asked) -> bool:
    return all(sees_address(asked.facts, asked.reader, home) for home in asked.gives_away)


def _invited_unless_it_reveals(asked: Asked) -> bool:
    return _if_invited(asked) and _unless_it_reveals(asked)


def _lead_and_chair(asked: Asked) -> bool:
    facts = asked.facts
    worker = facts.professionals.get(asked.subject or "")
    if worker is None:
        return False
    leads = set(worker.lead_worker_for) & set(facts.subject_children)
    if facts.sort(asked.reader) is Sort.CHILD:
        leads &= {asked.reader}
    return (worker.id == facts.conference.chair or bool(leads)) and _unless_it_reveals(asked)


def _of_their_parts(asked: Asked) -> bool:
    facts, reader, person = asked.facts, asked.reader, asked.subject
    if person is None:
        return False
    if person == reader or person in facts.helps(reader) or reader in facts.helps(person):
        return True
    return bool(facts.has_to_do_with(person) & facts.knows_of(reader))


def _parts(asked: Asked) -> bool:
    return asked.part is None or asked.part in asked.facts.gets(asked.reader)


def _both_in_part(asked: Asked) -> bool:
    facts, subject = asked.facts, asked.subject
    if subject is None or asked.part is None:
        return _chair(asked)
    together = facts.was_in(asked.reader) & facts.was_in(subject)
    return asked.part in together or _chair(asked)


def _in_the_part(asked: Asked) -> bool:
    return asked.part is not None and asked.part in asked.facts.was_in(asked.reader)


def _police_else_chair(asked: Asked) -> bool:
    worker = asked.facts.professionals.get(asked.reader)
    kinds = asked.facts.agency_kinds
    return (worker is not None and kinds.get(worker.agency) is AgencyKind.POLICE) or _chair(asked)


def same_agency(facts: Facts, reader: str, other: str | None) -> bool:
    """Whether two professionals are of one agency."""
    mine, theirs = facts.professionals.get(reader), facts.professionals.get(other or "")
    return mine is not None and theirs is not None and mine.agency == theirs.agency


def _provider_else_chair(asked: Asked) -> bool:
    return same_agency(asked.facts, asked.reader, asked.by) or _chair(asked)


def _own_requests(asked: Asked) -> bool:
    return asked.asked_by == asked.reader


def _core_group(asked: Asked) -> bool:
    return any(
        asked.reader in group.members and asked.subject in group.children
        for group in asked.facts.core_groups
    )


def _plan_ended(asked: Asked) -> bool:
    return asked.reader in asked.facts.asked_when_it_began.get(asked.subject or "", ())


def _core_group_else_chair(asked: Asked) -> bool:
    return _core_group(asked) or _chair(asked)


def _own_actions(asked: Asked) -> bool:
    return asked.action is not None and asked.reader in asked.action.owners


def _core_group_else_own_actions(asked: Asked) -> bool:
    return _core_group(asked) or _own_actions(asked)


def _in_their_wording(asked: Asked) -> bool:
    return asked.passage is None or asked.passage.plain is not None


GRANTS: MappingProxyType[Cell, Callable[[Asked], bool]] = MappingProxyType(
    {
        Cell.YES: lambda _: True,
        Cell.NO: lambda _: False,
        Cell.CHAIR: _chair,
        Cell.CHAIR_IN_WRITING: _chair_in_writing,
        Cell.IF_INVITED: _if_invited,
        Cell.IF_INVITED_OR_DECIDED: _if_invited_or_decided,
        Cell.THEIRS: _theirs,
        Cell.THEIRS_AND_HOUSEHOLD: _theirs_and_household,
        Cell.OWN_PATIENT: _own_patient,
        Cell.OWN_HOUSEHOLD: _own_household,
        Cell.OWN: _own,
        Cell.UNLESS_IT_REVEALS: _unless_it_reveals,
        Cell.INVITED_UNLESS_IT_REVEALS: _invited_unless_it_reveals,
        Cell.LEAD_AND_CHAIR: _lead_and_chair,
        Cell.OF_THEIR_PARTS: _of_their_parts,
        Cell.PARTS: _parts,
        Cell.BOTH_IN_PART: _both_in_part,
        Cell.AS_AGREED: _chair,  # agreed words are taken before any cell is asked
        Cell.IN_THE_PART: _in_the_part,
        Cell.POLICE_ELSE_CHAIR: _police_else_chair,
        Cell.PROVIDER_ELSE_CHAIR: _provider_else_chair,
        Cell.OWN_REQUESTS: _own_requests,
        Cell.CORE_GROUP: _core_group,
        Cell.CORE_GROUP_ELSE_CHAIR: _core_group_else_chair,
        Cell.CORE_GROUP_ELSE_OWN_ACTIONS: _core_group_else_own_actions,
        Cell.OWN_ACTIONS: _own_actions,
        Cell.IN_THEIR_WORDING: _in_their_wording,
        Cell.PLAN_ENDED: _plan_ended,
    }
)
