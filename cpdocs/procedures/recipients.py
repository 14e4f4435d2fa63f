"""Who is sent which document of a conference, by the authority's stages.

This says who is sent something at all. What of it they see is for sharing, which can also veto.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cpdocs.case.case import Case
from cpdocs.model.conference import Conference
from cpdocs.model.people import CARERS, HELPERS, Person, Professional, Role
from cpdocs.procedures.authority import Authority
from cpdocs.procedures.stages import Among, Audience, Audiences, Sent, Stage

# Who is sent something for what they are, whether or not they were invited or came.
_BY_OFFICE = {
    Among.INVITED: frozenset({Audience.CHAIR, Audience.MINUTE_TAKER}),
    Among.INVITED_OR_ATTENDED: frozenset(
        {Audience.CHAIR, Audience.MINUTE_TAKER, Audience.LEAD_WORKER, Audience.ROUTINE}
    ),
}


@dataclass(frozen=True, kw_only=True)
class Sending:
    """One document to one reader at one stage."""

    stage: Stage
    document: str  # catalogue id
    reader: str  # id
    source: str


def recipients(case: Case, authority: Authority, conference: Conference) -> tuple[Sending, ...]:
    """Who is sent what for one conference: by stage, by document, then in the case's order.

    A stage that the case has no data for (no invitations, no minutes) has no sendings. Minutes that
    nobody has approved go to those named for drafts alone.
    """
    everyone = tuple(_everyone(case, conference))
    return tuple(
        Sending(stage=stage, document=document, reader=reader, source=in_force.source)
        for stage in _stages(conference)
        for document, sent in authority.stages[stage].items()
        for in_force in (_in_force(stage, sent, conference),)
        for reader, audiences in everyone
        if _is_sent(reader, audiences & set(in_force.to), sent.among, conference)
    )


def _stages(conference: Conference) -> Iterator[Stage]:
    if conference.invitations:
        yield Stage.INVITATION
    if conference.minutes is not None:
        yield Stage.MINUTES


def _in_force(stage: Stage, sent: Sent, conference: Conference) -> Audiences:
    minutes = conference.minutes
    is_draft = stage is Stage.MINUTES and minutes is not None and minutes.approved is None
    return sent.draft if is_draft and sent.draft is not None else sent


def _is_sent(
    reader: str, wanted_as: frozenset[Audience], among: Among, conference: Conference
) -> bool:
    if not wanted_as or _is_kept_unaware(reader, conference):
        return False
    if wanted_as & _BY_OFFICE[among]:
        return True
    match among:
        case Among.INVITED:
            return _is_invited(reader, conference) and not _is_shut_out(reader, conference)
        case Among.INVITED_OR_ATTENDED:
            took_part = _is_invited(reader, conference) or _came(reader, conference)
            return took_part and (
                not _is_shut_out(reader, conference) or _may_have_something(reader, conference)
            )


def _is_kept_unaware(reader: str, conference: Conference) -> bool:
    """May not know that there is a conference (C23): one such row is enough."""
    return any(row.who == reader and not row.told for row in conference.invitations)


def _is_invited(reader: str, conference: Conference) -> bool:
    rows = [row.invited for row in conference.invitations if row.who == reader]
    return bool(rows) and all(rows)


def _came(reader: str, conference: Conference) -> bool:
    """Was in some part, even if they left it by choice."""
    return any(row.who == reader and (row.attended or row.left) for row in conference.attendance)


def _is_shut_out(reader: str, conference: Conference) -> bool:
    """Excluded from the whole conference, or from every part that they could have come to."""
    exclusions = [row for row in conference.exclusions if row.who == reader]
    if any(not row.parts for row in exclusions):
        return True
    excluded = {part for row in exclusions for part in row.parts}
    named = {part for row in conference.invitations if row.who == reader for part in row.to}
    open_parts = {p.id for p in conference.parts if not (p.confidential or p.legal_advice)}
    return bool(excluded) and not (named or open_parts) - excluded


def _may_have_something(reader: str, conference: Conference) -> bool:
    """The chair decided that an excluded person is sent parts or decisions (R 7.1.9)."""
    return any(
        row.who == reader and (row.may_have_parts or row.may_have) for row in conference.exclusions
    )


def _everyone(case: Case, conference: Conference) -> Iterator[tuple[str, frozenset[Audience]]]:
    """Every person of the case, with what they are to this conference."""
    for child in case.children:
        if child.id in conference.children and not child.is_unborn:  # the unborn read nothing
            yield child.id, frozenset({Audience.CHILDREN})
    for person in case.people:
        yield person.id, _of_family(person, conference)
    for professional in case.professionals:
        yield professional.id, _of_professional(professional, conference)


def _of_family(person: Person, conference: Conference) -> frozenset[Audience]:
    # A supporter or advocate and nothing else is sent a guide, never these papers.
    if all(relation.kind in HELPERS for relation in person.relations):
        return frozenset()
    if set(person.related(CARERS)) & set(conference.children):
        return frozenset({Audience.PARENTS})
    return frozenset({Audience.FAMILY})


def _of_professional(professional: Professional, conference: Conference) -> frozenset[Audience]:
    """Chair and minute-taker are nothing else; observers and interpreters are sent no papers."""
    # Whoever chaired another conference of the case holds no office at this one.
    if professional.id == conference.chair:
        return frozenset({Audience.CHAIR})
    stands_in = conference.minute_taker is None and professional.role is Role.MINUTE_TAKER
    if professional.id == conference.minute_taker or stands_in:
        return frozenset({Audience.MINUTE_TAKER})
    if professional.role in (Role.OBSERVER, Role.INTERPRETER):
        return frozenset()
    is_lead = bool(set(professional.lead_worker_for) & set(conference.children))
    routine = {Audience.ROUTINE} if professional.routine else set[Audience]()
    return frozenset({Audience.LEAD_WORKER if is_lead else Audience.PROFESSIONALS} | routine)
