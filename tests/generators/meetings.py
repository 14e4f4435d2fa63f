"""Invented conferences: parts, who was asked, who came, and what was said."""

from __future__ import annotations

from datetime import datetime, time

from cpdocs.model.conference import (
    Approval,
    Attendance,
    Conference,
    ConferenceType,
    Exclusion,
    ExclusionGround,
    Invitation,
    MayHave,
    MeetingForm,
    Part,
    Venue,
)
from cpdocs.model.office import StandDown, StandDownReason
from cpdocs.model.people import HELPERS, Child, Person, Professional, Role
from tests.generators.chance import Chance
from tests.generators.minutes import minutes, passages
from tests.generators.people import with_block
from tests.generators.words import Words


def conference(
    chance: Chance,
    words: Words,
    kids: tuple[Child, ...],
    family: tuple[Person, ...],
    staff: tuple[Professional, ...],
) -> Conference:
    """A conference about some of the subject children."""
    about = tuple(kid.id for kid in kids if kid.subject)
    about = about if chance.one_in(2) else (chance.some(about) or about[:1])
    chair, taker = staff[0].id, staff[1].id
    everyone = [k.id for k in kids] + [p.id for p in family] + [p.id for p in staff]
    blockable = [one for one in everyone if one not in (chair, taker)]
    parts = _parts(chance, words, staff, blockable)
    shut = {p.id for p in parts if p.confidential or p.legal_advice}
    opened = [p.id for p in parts if p.id not in shut]
    invitations: list[Invitation] = []
    exclusions: list[Exclusion] = []
    attendance: list[Attendance] = []
    invitable: list[Child | Person] = [*kids, *family]
    for person in invitable:
        unborn = isinstance(person, Child) and (person.born is None or chance.one_in(2))
        if unborn or chance.one_in(6):
            continue
        invitation = _invitation(chance, words, person.id, opened)
        invitations.append(invitation)
        out = _exclusion(chance, words, person, opened) if invitation.invited else None
        if out:
            exclusions.append(out)
        if invitation.invited:
            attendance += _family_row(chance, invitation, out, opened, family)
    for one in staff:
        if one.routine and chance.one_in(2):
            continue
        if chance.one_in(4) and one.id not in (chair, taker):
            row = _not_asked(chance, words, one)
            invitations += row
            if chance.one_in(6) and all(it.told for it in row):
                attendance += _professional_row(chance, one, [p.id for p in parts])
            continue
        to = chance.some([p.id for p in parts]) if chance.one_in(3) else ()
        arrive = chance.maybe(time(9, chance.count(0, 59)))
        invitations.append(Invitation(who=one.id, to=to, arrive=arrive))
        attendance += _professional_row(chance, one, [p.id for p in parts])
    said = None
    if not chance.one_in(6):
        said = minutes(chance, words, about, kids, family, staff, parts, blockable)
        said = said.model_copy(
            update={"approved": chance.maybe(Approval(by=chair, dated=chance.day()))}
        )
    return Conference(
        id=words.id("conference"),
        type=chance.pick(tuple(ConferenceType)),
        children=about,
        starts=datetime(2026, 11, 23, 10),
        expected_to_end=time(12, 30),
        place=Venue(form=MeetingForm.HYBRID, venue=words.text(), joining=words.text()),
        chair=chair,
        minute_taker=chance.maybe(taker),
        letters_dated=chance.maybe(chance.day()),
        reminders_dated=chance.maybe(chance.day()),
        purpose=passages(chance, words, kids, family, blockable, chance.count(0, 2)),
        parts=parts,
        invitations=tuple(invitations),
        attendance=tuple(attendance),
        exclusions=tuple(exclusions),
        minutes=said,
    )


def where_it_began(chance: Chance, meeting: Conference) -> Conference:
    """A conference held some months before, most often one that a plan can begin with.

    Nothing is left of it but who was asked to it, about whom, and now and then that it was put off.
    """
    began = (ConferenceType.INITIAL, ConferenceType.PRE_BIRTH, ConferenceType.TRANSFER_IN)
    kind = meeting.type if chance.one_in(6) else chance.pick(began)
    put_off = StandDown(dated=chance.day(), reasons=(chance.pick(tuple(StandDownReason)),))
    return meeting.model_copy(
        update={
            "type": kind,
            "starts": datetime(2026, 8, 3, 10),
            "minutes": None,
            "attendance": (),
            "stood_down": put_off if chance.one_in(5) else None,
        }
    )


def _not_asked(chance: Chance, words: Words, one: Professional) -> list[Invitation]:
    if not chance.one_in(3):
        return []
    return [
        Invitation(
            who=one.id,
            invited=False,
            told=not chance.one_in(3),
            reason=words.text(),
            agreed_by_chair=chance.day(),
        )
    ]


def _parts(
    chance: Chance, words: Words, staff: tuple[Professional, ...], blockable: list[str]
) -> tuple[Part, ...]:
    parts = [
        Part(
            id=words.id("part"),
            title=words.text(),
            sharing=with_block(chance, words, blockable) if chance.one_in(12) else None,
        )
        for _ in range(chance.count(1, 3))
    ]
    for confidential, legal, rarely in ((True, False, 2), (False, True, 4), (True, True, 12)):
        if chance.one_in(rarely):
            parts.append(
                Part(
                    id=words.id("part"),
                    title=words.text(),
                    confidential=confidential,
                    legal_advice=legal,
                    asked_by=chance.pick(staff).id,
                    agreed_by_chair=chance.day(),
                    reason=words.text(),
                    sharing=with_block(chance, words, blockable) if chance.one_in(3) else None,
                )
            )
    return tuple(parts)


def _invitation(chance: Chance, words: Words, who: str, opened: list[str]) -> Invitation:
    if chance.one_in(5):
        return Invitation(
            who=who,
            invited=False,
            told=not chance.one_in(2),
            reason=words.text(),
            agreed_by_chair=chance.day(),
        )
    return Invitation(
        who=who,
        to=chance.some(opened) if chance.one_in(3) else (),
        arrive=chance.maybe(time(9, chance.count(0, 59))),
    )


def _exclusion(
    chance: Chance, words: Words, person: Child | Person, opened: list[str]
) -> Exclusion | None:
    if isinstance(person, Child) or not chance.one_in(5):
        return None
    if all(r.kind in HELPERS for r in person.relations):
        return None
    whole = chance.one_in(2)
    return Exclusion(
        who=person.id,
        parts=() if whole else (chance.some(opened) or (opened[0],)),
        ground=chance.pick(tuple(ExclusionGround)),
        reason_told=words.text(),
        told_in_writing=chance.maybe(chance.day()),
        may_have_parts=chance.some(opened) if chance.one_in(2) else (),
        may_have=(MayHave.DECISIONS,) if chance.one_in(2) else (),
        agreed_by_chair=chance.day(),
    )


def _family_row(
    chance: Chance,
    invitation: Invitation,
    out: Exclusion | None,
    opened: list[str],
    family: tuple[Person, ...],
) -> list[Attendance]:
    excluded = set(out.parts) or set(opened) if out else set()
    rest = [part for part in invitation.to or opened if part not in excluded]
    if not rest and chance.one_in(2):
        return []
    lists: dict[str, list[str]] = {
        "attended": [],
        "free_to_attend": [],
        "left": [],
        "asked_to_leave": [],
    }
    for part in rest:
        did = chance.pick(("attended", "attended", *lists))
        lists[did].append(part)
        if did in ("left", "asked_to_leave") and chance.one_in(2):
            lists["attended"].append(part)  # came, and then went
    return [
        Attendance(
            who=invitation.who,
            attended=tuple(lists["attended"]),
            free_to_attend=tuple(lists["free_to_attend"]),
            left=tuple(lists["left"]),
            asked_to_leave=tuple(lists["asked_to_leave"]),
            apologies=not lists["attended"] and chance.one_in(2),
            supported_by=tuple(
                p.id
                for p in family
                if any(r.kind in HELPERS and r.of == invitation.who for r in p.relations)
            ),
        )
    ]


def _professional_row(chance: Chance, one: Professional, parts: list[str]) -> list[Attendance]:
    if chance.one_in(5):
        return []
    came = chance.some(parts) if not chance.one_in(2) else tuple(parts)
    left = tuple(came[-1:]) if one.role is not Role.CHAIR and chance.one_in(6) else ()
    return [
        Attendance(
            who=one.id,
            attended=tuple(part for part in came if part not in left),
            left=left,
            apologies=not came,
            report_received=chance.maybe(chance.day()),
        )
    ]
