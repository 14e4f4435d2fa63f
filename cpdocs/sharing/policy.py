"""The policy: what each kind of reader may see by default, as one table.

A cell that names the chair can be widened by a record's sharing block; no other can. What no row
covers is withheld. How each word is read is in `docs/sharing.md`.
"""

from __future__ import annotations

from enum import StrEnum
from types import MappingProxyType


class Column(StrEnum):
    """What a reader is, for the matter in hand."""

    CHAIR = "Chair"
    LEAD = "Lead"
    PRESENT = "Present"
    INVITED = "Invited"
    ROUTINE = "Routine"
    CORE_GROUP = "Core group"
    EARLIER = "Earlier"
    OWN = "Own"
    OTHER_PARENT = "Other parent"
    HALF = "Half"
    FAMILY = "Family"
    CHILD = "Child"
    SIBLING = "Sibling"
    OUTSIDE = "Outside"


class Cell(StrEnum):
    """What a column is granted of a matter, and on what condition."""

    YES = "yes"
    NO = "no"
    CHAIR = "chair"
    CHAIR_IN_WRITING = "chair in writing"
    IF_INVITED = "if invited"
    IF_INVITED_OR_DECIDED = "if invited, or once decided"
    THEIRS = "theirs"
    THEIRS_AND_HOUSEHOLD = "theirs and household"
    OWN_PATIENT = "own patient"
    OWN_HOUSEHOLD = "own household"
    OWN = "own"
    UNLESS_IT_REVEALS = "unless it reveals"
    INVITED_UNLESS_IT_REVEALS = "if invited, unless it reveals"
    LEAD_AND_CHAIR = "lead worker and chair"
    OF_THEIR_PARTS = "of the parts they get"
    PARTS = "parts"
    BOTH_IN_PART = "both in the part, else chair"
    AS_AGREED = "as agreed"
    IN_THE_PART = "present in the part"
    POLICE_ELSE_CHAIR = "police, else chair"
    PROVIDER_ELSE_CHAIR = "provider, else chair"
    OWN_REQUESTS = "own requests"
    CORE_GROUP = "core group"
    CORE_GROUP_ELSE_CHAIR = "core group, else chair"
    CORE_GROUP_ELSE_OWN_ACTIONS = "core group, else own actions"
    OWN_ACTIONS = "own actions"
    IN_THEIR_WORDING = "in their wording"
    PLAN_ENDED = "plan ended"


class Matter(StrEnum):
    """A row of the policy: a kind of thing that a place of the case tells."""

    CONFERENCE_FACTS = "conference facts"
    SUBJECT_CHILDREN = "which children are subjects"
    PROFESSIONAL_NAMES = "names of professionals"
    PROFESSIONAL_CONTACT = "contact of professionals"
    FAMILY_NAMES = "names of family"
    ADDRESS = "address"
    PROTECTED_ADDRESS = "protected address"
    FAMILY_CONTACT = "contact of family"
    CHILD_PRIVATE = "child's private"
    CHILD_CONFIDED = "what a child confided"
    ADULT_PRIVATE = "adult's private"
    KEPT_FROM_CHILD = "kept from the child"
    POLICE = "police, in agreed words"
    CRIMINAL = "criminal convictions"
    THIRD_PARTY = "third party"
    LEGAL_ADVICE = "legal advice"
    CONFIDENTIAL_SECTION = "confidential section"
    OPEN_PART = "open part of the minutes"
    DECISION = "decision for a child"
    QUORATE = "quorate or not"
    PLAN = "plan and actions for a child"
    REPORT = "reports to the conference"
    VISIT = "visit records"
    VISIT_NOTES = "visit notes"
    CHILD_PLAN = "the child's own plan"
    OFFICE = "between offices"
    NOTICE = "what somebody is told in writing"
    PROCESS = "process"


_Y, _N, _C = Cell.YES, Cell.NO, Cell.CHAIR
_K = Cell  # short, so that the table fits the eye

# Chair, Lead, Present, Invited, Routine, Core group, Earlier, Own, Other parent, Half, Family, Child, Sibling, Outside
# fmt: off
_ROWS: dict[Matter, tuple[str, tuple[Cell, ...]]] = {
    Matter.CONFERENCE_FACTS: ("R 7.1.8, 7.5.1, 7.6", (_Y, _Y, _Y, _Y, _Y, _Y, _Y, _Y, _Y, _Y, _K.IF_INVITED, _K.IF_INVITED_OR_DECIDED, _K.IF_INVITED, _Y)),
    Matter.SUBJECT_CHILDREN: ("R 7.1.7; N l.124", (_Y, _Y, _Y, _Y, _K.THEIRS, _K.CORE_GROUP_ELSE_CHAIR, _K.PLAN_ENDED, _K.THEIRS_AND_HOUSEHOLD, _K.THEIRS_AND_HOUSEHOLD, _K.THEIRS_AND_HOUSEHOLD, _C, _K.OWN, _K.OWN, _Y)),
    Matter.PROFESSIONAL_NAMES: ("N l.89; R 7.1.10.2", (_Y, _Y, _Y, _Y, _Y, _Y, _Y, _K.UNLESS_IT_REVEALS, _K.UNLESS_IT_REVEALS, _K.UNLESS_IT_REVEALS, _K.INVITED_UNLESS_IT_REVEALS, _K.LEAD_AND_CHAIR, _K.LEAD_AND_CHAIR, _Y)),
    Matter.PROFESSIONAL_CONTACT: ("N l.87, 95, 109", (_Y, _Y, _Y, _Y, _Y, _Y, _Y, _K.LEAD_AND_CHAIR, _K.LEAD_AND_CHAIR, _K.LEAD_AND_CHAIR, _K.LEAD_AND_CHAIR, _K.LEAD_AND_CHAIR, _K.LEAD_AND_CHAIR, _Y)),
    Matter.FAMILY_NAMES: ("N l.89; R 7.2.2 g", (_Y, _Y, _Y, _Y, _Y, _Y, _N, _K.OF_THEIR_PARTS, _K.OF_THEIR_PARTS, _K.OF_THEIR_PARTS, _K.OF_THEIR_PARTS, _K.OF_THEIR_PARTS, _K.OF_THEIR_PARTS, _Y)),
    Matter.ADDRESS: ("R 7.1.10.2, 7.6", (_Y, _Y, _Y, _Y, _K.OWN_PATIENT, _K.OWN_PATIENT, _N, _K.OWN_HOUSEHOLD, _N, _N, _K.OWN_HOUSEHOLD, _K.OWN_HOUSEHOLD, _K.OWN_HOUSEHOLD, _Y)),
    Matter.PROTECTED_ADDRESS: ("R 7.1.10.2, 7.6", (_Y, _Y, _K.POLICE_ELSE_CHAIR, _C, _C, _C, _N, _K.OWN_HOUSEHOLD, _K.CHAIR_IN_WRITING, _K.CHAIR_IN_WRITING, _C, _K.OWN_HOUSEHOLD, _C, _Y)),
    Matter.FAMILY_CONTACT: ("R 7.6", (_Y, _Y, _N, _N, _N, _N, _N, _K.OWN, _N, _N, _K.OWN, _K.OWN, _N, _Y)),
    Matter.CHILD_PRIVATE: ("R 7.1.7", (_Y, _Y, _Y, _Y, _K.OWN_PATIENT, _K.CORE_GROUP_ELSE_CHAIR, _K.OWN_PATIENT, _Y, _K.PARTS, _N, _C, _K.IN_THEIR_WORDING, _N, _Y)),
    Matter.CHILD_CONFIDED: ("R 7.1.7; S 3.5", (_Y, _Y, _Y, _C, _C, _C, _N, _C, _C, _N, _N, _Y, _N, _Y)),
    Matter.ADULT_PRIVATE: ("R 7.1.10.2; N l.124", (_Y, _Y, _Y, _Y, _C, _C, _N, _K.OWN, _K.BOTH_IN_PART, _K.BOTH_IN_PART, _N, _C, _N, _Y)),
    Matter.KEPT_FROM_CHILD: ("R 7.1.7; S 3.5", (_Y, _Y, _Y, _Y, _C, _C, _N, _Y, _K.PARTS, _N, _N, _C, _N, _Y)),
    Matter.POLICE: ("S 7.1, 7.6", (_Y, _Y, _Y, _Y, _C, _C, _N, _K.AS_AGREED, _K.AS_AGREED, _K.AS_AGREED, _N, _N, _N, _Y)),
    Matter.CRIMINAL: ("N l.127, 158", (_Y, _Y, _K.POLICE_ELSE_CHAIR, _C, _N, _N, _N, _K.OWN, _C, _C, _N, _N, _N, _C)),
    Matter.THIRD_PARTY: ("R 7.1.10.2; S 7.5", (_Y, _C, _K.PROVIDER_ELSE_CHAIR, _C, _N, _N, _N, _C, _C, _C, _N, _N, _N, _C)),
    Matter.LEGAL_ADVICE: ("R 7.1.9; W l.32", (_Y, _Y, _K.IN_THE_PART, _N, _N, _N, _N, _N, _N, _N, _N, _N, _N, _C)),
    Matter.CONFIDENTIAL_SECTION: ("R 7.2.4, 7.6", (_Y, _Y, _K.IN_THE_PART, _C, _C, _C, _N, _N, _N, _N, _N, _N, _N, _Y)),
    Matter.OPEN_PART: ("R 7.2.2 g, 7.6", (_Y, _Y, _Y, _Y, _Y, _C, _N, _K.PARTS, _K.PARTS, _K.PARTS, _N, _C, _N, _Y)),
    Matter.DECISION: ("R 7.6, 7.11; N l.243, 360", (_Y, _Y, _Y, _Y, _Y, _K.CORE_GROUP_ELSE_CHAIR, _K.PLAN_ENDED, _Y, _Y, _N, _K.CORE_GROUP, _K.IN_THEIR_WORDING, _N, _Y)),
    Matter.QUORATE: ("R 7.1.6", (_Y, _Y, _Y, _Y, _Y, _Y, _N, _Y, _Y, _Y, _N, _N, _N, _Y)),
    Matter.PLAN: ("R 7.4, 7.9; N l.263", (_Y, _Y, _Y, _K.CORE_GROUP_ELSE_CHAIR, _C, _K.CORE_GROUP_ELSE_CHAIR, _N, _Y, _Y, _K.OWN_ACTIONS, _K.CORE_GROUP_ELSE_OWN_ACTIONS, _N, _N, _Y)),
    Matter.REPORT: ("R 7.1.10.1, 7.1.10.2; S 4.20", (_Y, _Y, _Y, _Y, _N, _C, _N, _Y, _Y, _N, _N, _C, _N, _Y)),
    Matter.VISIT: ("R 7.7; N l.283-291", (_Y, _Y, _K.CORE_GROUP, _C, _N, _K.CORE_GROUP, _N, _Y, _Y, _N, _N, _K.OWN, _N, _Y)),
    Matter.VISIT_NOTES: ("L 9.3.30, 9.4.10; N l.291", (_Y, _Y, _K.CORE_GROUP, _C, _N, _K.CORE_GROUP, _N, _N, _N, _N, _N, _N, _N, _Y)),
    Matter.CHILD_PLAN: ("R 7.9; L 9.3.20; N l.241", (_Y, _Y, _Y, _K.CORE_GROUP_ELSE_CHAIR, _C, _K.CORE_GROUP_ELSE_CHAIR, _N, _Y, _Y, _N, _K.CORE_GROUP, _Y, _N, _Y)),
    Matter.OFFICE: ("R 7.16-7.18; N l.29-41, 263", (_Y, _Y, _N, _N, _N, _N, _N, _N, _N, _N, _N, _N, _N, _Y)),
    Matter.NOTICE: ("R 7.1.9", (_Y, _N, _N, _N, _N, _N, _N, _K.OWN, _N, _N, _N, _K.OWN, _N, _N)),
    Matter.PROCESS: ("R 7.1.8, 7.1.9; N l.51", (_Y, _K.OWN_REQUESTS, _K.OWN_REQUESTS, _N, _N, _N, _N, _N, _N, _N, _N, _N, _N, _N)),
}
# fmt: on

POLICY = MappingProxyType(
    {
        matter: MappingProxyType(dict(zip(Column, cells, strict=True)))
        for matter, (_, cells) in _ROWS.items()
    }
)
SOURCES = MappingProxyType({matter: source for matter, (source, _) in _ROWS.items()})


def table() -> str:
    """The policy as a Markdown table, for `docs/sharing.md` and `cpdocs sharing --policy`."""
    head = ("what", *Column, "source")
    lines = [head, tuple("---" for _ in head)]
    lines += [(matter, *POLICY[matter].values(), SOURCES[matter]) for matter in Matter]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines) + "\n"
