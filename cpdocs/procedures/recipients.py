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
from cpdocs.procedures.beginnings import invited_when_it_began
from cpdocs.procedures.stages import Among, Audience, Audiences, Life, Sent
from cpdocs.values import Stage

# Who is sent something for what they are, whether or not they were invited or came.
_BY_OFFICE = {
    Among.INVITED: frozenset({Audience.CHAIR, Audience.MINUTE_TAKER}),
    Among.INVITED_OR_ATTENDED: frozenset(
        {
            Audience.CHAIR,
            Audience.MINUTE_TAKER,
            Audience.LEAD_WORKER,
            Audience.ROUTINE,
            Audience.CORE_GROUP_PROFESSIONALS,
            Audience.EARLIER,
        }
    ),
    Among.INVITED_OR_OLD_ENOUGH: frozenset[Audience](),
    Among.ATTENDED_OR_APOLOGIES: frozenset({Audience.CHAIR, Audience.MINUTE_TAKER}),
    Among.ANYONE: frozenset(Audience),
}

READS_FROM = 5  # years: the youngest for whom there is a wording (`Wording.CHILD_5_8`)


@dataclass(frozen=True, kw_only=True)
class Sending:
    """One document to one reader at one stage."""

    stage: Stage
    document: str  # catalogue id
    reader: str  # id
    life: Life | None  # the life of a paper in which this reader has it; None: in any
    source: str


def recipients(case: Case, authority: Authority, conference: Conference) -> tuple[Sending, ...]:
    """Who is sent what for one conference: by stage, by document, then in the case's order.

    A stage whose time has not come (nobody is invited yet, nothing is decided) has no sendings. For
    a document that is worked on as a draft, there are sendings of the draft and of what is
    approved: which of them a copy goes by is for whoever knows the paper.
    """
    everyone = tuple(_everyone(case, conference))
    return tuple(
        Sending(stage=stage, document=document, reader=reader, life=life, source=in_force.source)
        for stage in Stage
        if _has_come(stage, conference)
        for document, sent in authority.stages.get(stage, {}).items()
        if conference.type in sent.types
        for life, in_force in _lives(sent)
        for reader, audiences in everyone
        if _is_sent(reader, audiences & set(in_force.to), sent.among, case, conference)
    )


def _has_come(stage: Stage, conference: Conference) -> bool:
    match stage:
        case Stage.INVITATION | Stage.CONFERENCE:
            return bool(conference.invitations)
        case Stage.DECISION:
            return conference.minutes is not None and bool(conference.minutes.decisions)
        case Stage.MINUTES:
            return conference.minutes is not None
        case _:
            return True


def _lives(sent: Sent) -> Iterator[tuple[Life | None, Audiences]]:
    if sent.draft is None:
        yield None, sent
    else:
        yield from ((Life.DRAFT, sent.draft), (Life.APPROVED, sent))


def _is_sent(
    reader: str,
    wanted_as: frozenset[Audience],
    among: Among,
    case: Case,
    conference: Conference,
) -> bool:
    if not wanted_as or _is_kept_unaware(reader, conference):
        return False
    if wanted_as & _BY_OFFICE[among]:
        return True
    if _is_shut_out(reader, conference):
        # What the chair decided that they may have, they have whether or not they were asked.
        return among is not Among.INVITED and _may_have_something(reader, conference)
    match among:
        case Among.INVITED:
            return _is_invited(reader, conference)
        case Among.ATTENDED_OR_APOLOGIES:
            return _came(reader, conference) or _sent_apologies(reader, conference)
        case Among.INVITED_OR_OLD_ENOUGH:
            return _is_invited(reader, conference) or _is_old_enough(reader, case, conference)
        case _:
            return _is_invited(reader, conference) or _came(reader, conference)


def _is_kept_unaware(reader: str, conference: Conference) -> bool:
    """May not know that there is a conference (C23): one such row is enough."""
    return any(row.who == reader and not row.told for row in conference.invitations)


def _is_invited(reader: str, conference: Conference) -> bool:
    rows = [row.invited for row in conference.invitations if row.who == reader]
    return bool(rows) and all(rows)


def _came(reader: str, conference: Conference) -> bool:
    """Was in some part, even if they left it by choice."""
    return any(row.who == reader and (row.attended or row.left) for row in conference.attendance)


def _sent_apologies(reader: str, conference: Conference) -> bool:
    return any(row.who == reader and row.apologies for row in conference.attendance)


def _is_old_enough(reader: str, case: Case, conference: Conference) -> bool:
    """A child who can read a letter: a wording is recorded for them, or their age allows it."""
    child = case.child(reader)
    if child is None:
        return False
    if child.needs is not None and child.needs.wording is not None:
        return True
    return (child.age_on(conference.starts.date()) or 0) >= READS_FROM


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
    members = _core_group(case, conference)
    for child in case.children:
        if child.id in conference.children and not child.is_unborn:  # the unborn read nothing
            yield child.id, frozenset({Audience.CHILDREN}) | _excluded(child.id, conference)
    for person in case.people:
        yield (
            person.id,
            _of_family(person, conference, members) | _excluded(person.id, conference),
        )
    for professional in case.professionals:
        yield professional.id, _of_professional(professional, case, conference, members)


def _excluded(reader: str, conference: Conference) -> frozenset[Audience]:
    is_excluded = any(row.who == reader for row in conference.exclusions)
    return frozenset({Audience.EXCLUDED} if is_excluded else ())


def _core_group(case: Case, conference: Conference) -> frozenset[str]:
    """Whoever is named for a core group of this conference, or was asked to a meeting of one."""
    named = conference.minutes.core_groups if conference.minutes else ()
    met = [it for it in case.core_group_meetings if it.conference == conference.id]
    return frozenset(
        person
        for members in (*(g.members for g in named), *(m.present + m.apologies for m in met))
        for person in members
    )


def _of_family(
    person: Person, conference: Conference, members: frozenset[str]
) -> frozenset[Audience]:
    # A supporter or advocate and nothing else is sent a guide, never these papers.
    if all(relation.kind in HELPERS for relation in person.relations):
        return frozenset({Audience.HELPERS})
    is_carer = set(person.related(CARERS)) & set(conference.children)
    core_group = {Audience.CORE_GROUP} if person.id in members else set[Audience]()
    return frozenset({Audience.PARENTS if is_carer else Audience.FAMILY} | core_group)


def _of_professional(
    professional: Professional, case: Case, conference: Conference, members: frozenset[str]
) -> frozenset[Audience]:
    """Chair and minute-taker are nothing else; observers are sent nothing."""
    # Whoever chaired another conference of the case holds no office at this one.
    if professional.id == conference.chair:
        return frozenset({Audience.CHAIR})
    stands_in = conference.minute_taker is None and professional.role is Role.MINUTE_TAKER
    if professional.id == conference.minute_taker or stands_in:
        return frozenset({Audience.MINUTE_TAKER})
    if professional.role is Role.OBSERVER:
        return frozenset()
    if professional.role is Role.INTERPRETER:
        return frozenset({Audience.INTERPRETERS})
    is_lead = bool(set(professional.lead_worker_for) & set(conference.children))
    began = invited_when_it_began(case, conference)
    also = {
        Audience.ROUTINE: professional.routine,
        Audience.OUTSIDE: professional.role is Role.OUTSIDE_AUTHORITY,
        Audience.CORE_GROUP: professional.id in members,
        Audience.CORE_GROUP_PROFESSIONALS: professional.id in members,
        Audience.EARLIER: professional.role is Role.PROFESSIONAL
        and any(professional.id in asked for asked in began.values()),
        Audience.COVER: any(
            it.cover == professional.id and it.conference == conference.id for it in case.covers
        ),
        Audience.REPORT_MISSING: _owes_a_report(professional, case, conference),
    }
    held = {audience for audience, holds in also.items() if holds}
    return frozenset({Audience.LEAD_WORKER if is_lead else Audience.PROFESSIONALS} | held)


def _owes_a_report(professional: Professional, case: Case, conference: Conference) -> bool:
    """Invited, and nothing of theirs has come; once the conference has met, nobody is reminded."""
    if conference.minutes is not None or not _is_invited(professional.id, conference):
        return False
    recorded = any(
        row.who == professional.id and row.report_received for row in conference.attendance
    )
    written = any(
        report.by == professional.id and report.conference == conference.id
        for report in case.reports
    )
    return not (recorded or written)
