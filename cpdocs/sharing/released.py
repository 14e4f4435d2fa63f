"""Which computed values reach a reader who may not see everything that they rest on, and why.

Any other value enters a view only where the reader may see every place it rests on. No value brings
the names of those places with it.
"""

from __future__ import annotations

from types import MappingProxyType

from cpdocs.model.paths import spell
from cpdocs.model.ruling import Ruled, RuledName, Ruling
from cpdocs.sharing.facts import Facts
from cpdocs.sharing.policy import POLICY, Cell, Matter
from cpdocs.sharing.standing import columns
from cpdocs.sharing.verdict import Labels

# Each released value, the row of the policy that releases it, and the source.
RELEASED: MappingProxyType[RuledName, tuple[Matter, str]] = MappingProxyType(
    {
        RuledName.ARRIVE_BY: (Matter.CONFERENCE_FACTS, "N l.57, 140; R 7.2.2"),
        RuledName.REPORTS_DUE: (Matter.CONFERENCE_FACTS, "R 7.1.10.1; N l.109"),
        RuledName.REPORT_TO_FAMILY_DUE: (Matter.CONFERENCE_FACTS, "R 7.1.10.2; N l.136"),
        RuledName.DECISION_DUE: (Matter.DECISION, "R 7.6; N l.243"),
        RuledName.MINUTES_DUE: (Matter.CONFERENCE_FACTS, "R 7.6; N l.243"),
        RuledName.CORE_GROUP_DUE: (Matter.DECISION, "R 7.8; N l.253"),
        RuledName.REVIEW_DUE: (Matter.DECISION, "R 7.10.1; N l.227"),
        RuledName.QUORATE: (Matter.QUORATE, "R 7.1.6"),
        # What rests on the day and the type of the conference alone:
        RuledName.FAMILY_INVITATION_DUE: (Matter.CONFERENCE_FACTS, "N l.307"),
        RuledName.INTERPRETER_REQUEST_DUE: (Matter.CONFERENCE_FACTS, "N l.119, 125"),
        RuledName.ADAPTED_REPORT_DUE: (Matter.CONFERENCE_FACTS, "S 2.20, 2.21; R 7.1.10.2"),
        RuledName.REPORT_TO_CHAIR_DUE: (Matter.CONFERENCE_FACTS, "S 5.12; N l.166"),
        RuledName.PROFESSIONALS_ARRIVE_BY: (Matter.CONFERENCE_FACTS, "S 4.23"),
        RuledName.RECONVENE_DUE: (Matter.CONFERENCE_FACTS, "R 7.2.5 d; S 4.4"),
        RuledName.OUTLINE_PLAN_DUE: (Matter.DECISION, "N l.243; S 4.13"),
        RuledName.OUTCOME_EXPLAINED_DUE: (Matter.DECISION, "R 7.5.1; N l.237"),
        RuledName.DETAILED_PLAN_DUE: (Matter.DECISION, "R 7.4 d; N l.239; L 9.3.26"),
        RuledName.CORE_GROUP_EVERY: (Matter.DECISION, "R 7.8; N l.253; L 9.2.4"),
        RuledName.VISITS_EVERY: (Matter.DECISION, "R 7.7; N l.273; L 9.3.30"),
        RuledName.SEEN_ALONE_EVERY: (Matter.DECISION, "R 7.7; L 9.4.6"),
        RuledName.BIRTH_PLANNING_DUE: (Matter.DECISION, "R 7.1.4"),
        RuledName.BIRTH_ARRANGEMENTS_DUE: (Matter.DECISION, "S 5.7"),
        RuledName.CHILD_IN_NEED_REVIEW_EVERY: (Matter.DECISION, "R 7.3"),
    }
)


def release(facts: Facts, reader: str, ruling: Ruling, labels: Labels) -> tuple[Ruled, ...]:
    """The computed values of the conference that the reader may have, without what they rest on."""
    mine = (value for value in ruling.values if value.conference == facts.conference.id)
    return tuple(
        value.model_copy(update={"rests_on": ()})
        for value in mine
        if _released(facts, reader, value) or _sees_all(value, labels)
    )


def _released(facts: Facts, reader: str, value: Ruled) -> bool:
    if value.name not in RELEASED or _tells_a_birth(value):
        return False
    matter, _ = RELEASED[value.name]
    stands = columns(facts, reader, None, None)
    # Whoever has a view at all is past `if invited`.
    granting = (Cell.YES, Cell.IF_INVITED, Cell.IF_INVITED_OR_DECIDED)
    return bool(stands) and all(POLICY[matter][column] in granting for column in stands)


def _tells_a_birth(value: Ruled) -> bool:
    """Whether a birth date can be counted back from the value (a review after a birth)."""
    return any(place.endswith(".born") for place in value.rests_on)


def _sees_all(value: Ruled, labels: Labels) -> bool:
    withheld = {spell(path) for path in labels.withheld}
    return not any(_at_or_below(place, path) for place in value.rests_on for path in withheld)


def _at_or_below(place: str, path: str) -> bool:
    """Whether `path` is `place`, lies in it, or holds it."""
    return place == path or place.startswith(path + ".") or path.startswith(place + ".")
