"""Who was invited when a child's plan began, and so is told that it has ended (R 7.11; N l.360)."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType

from cpdocs.case.case import Case
from cpdocs.model.conference import Conference, ConferenceType

BEGINS_PLANS = frozenset(
    {ConferenceType.INITIAL, ConferenceType.PRE_BIRTH, ConferenceType.TRANSFER_IN}
)


def invited_when_it_began(
    case: Case, conference: Conference
) -> MappingProxyType[str, frozenset[str]]:
    """For each child whose plan ended at `conference`: whom earlier first conferences asked.

    Nobody counts who may not know of such a conference, and no conference that was put off.
    """
    ended = {it.child for it in case.endings if it.conference == conference.id}
    return MappingProxyType(
        {
            child: frozenset(
                person
                for earlier in beginnings(case, conference, child)
                for person in asked_to(earlier)
            )
            for child in ended
        }
    )


def beginnings(case: Case, conference: Conference, child: str) -> Iterator[Conference]:
    """The conferences before this one at which a plan for the child may have begun."""
    return (
        other
        for other in case.conferences
        if other.type in BEGINS_PLANS
        and child in other.children
        and other.starts < conference.starts
        and other.stood_down is None
    )


def asked_to(conference: Conference) -> frozenset[str]:
    """Whoever was asked to come; one row that says no outweighs another."""
    asked = {row.who for row in conference.invitations}
    return frozenset(
        asked - {it.who for it in conference.invitations if not (it.invited and it.told)}
    )
