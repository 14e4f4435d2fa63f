"""Checks of what passes between offices: moves, changes, endings (H7)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cpdocs.findings import Effect, Severity
from cpdocs.model.conference import ConferenceType
from cpdocs.model.office import (
    Change,
    ChangeKind,
    Ending,
    EndingGround,
    Transfer,
    TransferKind,
)
from cpdocs.model.people import Role
from cpdocs.procedures.beginnings import BEGINS_PLANS, asked_to, beginnings
from cpdocs.procedures.checks.base import Check, Facts, Found, Undecided, by, placed
from cpdocs.procedures.recipients import recipients

E, W = Severity.ERROR, Severity.WARNING


def _moves(facts: Facts, kind: TransferKind) -> Iterator[tuple[str, Transfer]]:
    yield from ((place, it) for place, it in facts.transfers if it.kind is kind)


def _changes(facts: Facts) -> Iterator[tuple[str, Change]]:
    for place, change in placed("changes", facts.case.changes):
        if change.conference == facts.conference.id:
            yield place, change


def _led(facts: Facts, child: str) -> bool:
    """Has a lead worker: by decision, by plan, or as the professional's record says."""
    decided = any(it.child == child and it.lead_worker for _, it in facts.decisions)
    planned = any(plan.child == child and plan.lead_worker for _, plan in facts.plans())
    named = any(child in worker.lead_worker_for for worker in facts.case.professionals)
    return decided or planned or named


def _out_without_reasons(facts: Facts) -> Found:
    for place, transfer in _moves(facts, TransferKind.OUT):
        if not transfer.reasons:
            yield f"{place}.reasons"


def _out_without_status(facts: Facts) -> Found:
    for place, transfer in _moves(facts, TransferKind.OUT):
        if not (transfer.legal_status or "").strip():
            yield f"{place}.legal_status"


def _nobody_leads(facts: Facts) -> Found:
    for place, transfer in facts.transfers:
        if not all(_led(facts, child) for child in transfer.children):
            yield f"{place}.children"


def _not_listed(facts: Facts) -> Found:
    for place, transfer in _moves(facts, TransferKind.IN):
        if transfer.listed is None:
            yield f"{place}.listed"


def _not_accepted(facts: Facts) -> Found:
    """The plan ended for a move that the other authority has not accepted in writing."""
    ended = {it.child for it in facts.case.endings if it.ground is EndingGround.MOVED}
    for place, transfer in _moves(facts, TransferKind.OUT):
        if transfer.accepted is None and ended & set(transfer.children):
            yield f"{place}.accepted"


def _previous_area_unasked(facts: Facts) -> Found:
    if facts.conference.type is not ConferenceType.TRANSFER_IN or not facts.invited:
        return
    workers = (facts.case.professional(row.who) for _, row in facts.invited)
    if not any(worker and worker.role is Role.OUTSIDE_AUTHORITY for worker in workers):
        yield f"{facts.at}.invitations"


def _caregiver_unknown(facts: Facts) -> Found:
    for place, change in _changes(facts):
        if change.kind is not ChangeKind.CAREGIVER:
            continue
        person = facts.case.person(change.caregiver) if change.caregiver else None
        home = facts.case.household(person.lives_at) if person and person.lives_at else None
        if home is None or home.address is None:
            yield f"{place}.caregiver"


def _first_asked(facts: Facts, ending: Ending) -> frozenset[str] | None:
    """Whom the conferences that began the plan had invited; None where the case has none."""
    first = [*beginnings(facts.case, facts.conference, ending.child)]
    if facts.conference.type in BEGINS_PLANS:
        first.append(facts.conference)
    if not first:
        return None
    return frozenset(person for conference in first for person in asked_to(conference))


def _kept_from(facts: Facts, ending: Ending) -> frozenset[str]:
    """Who is withheld the notice by name: itself, or the child whom it is about."""
    child = facts.case.child(ending.child)
    blocks = (ending.sharing, child.sharing if child else None)
    return frozenset(person for block in blocks if block for person in block.withhold_from)


def _ending_not_sent(facts: Facts) -> Found:
    sendings = recipients(facts.case, facts.authority, facts.conference)
    sent = {it.reader for it in sendings if it.document == "plan-ended"}
    for place, ending in facts.of(Ending):
        asked = _first_asked(facts, ending)
        if asked is None:
            missing = "who was invited to the conference at which the plan began"
            yield Undecided(place=place, missing=missing)
            continue
        told = sent - _kept_from(facts, ending)
        for worker in facts.professionals(asked - told):
            yield f"professionals.{worker.id}"


CHECKS: Final = (
    Check(
        code="H207",
        what="A letter of transfer without the reasons for the plan",
        says="The letter tells the other authority why the child has a plan. Add `reasons`.",
        sources=by(E, R="7.17"),
        find=_out_without_reasons,
        effect=Effect.HOLDS,
    ),
    Check(
        code="H207",
        what="A letter of transfer without the child’s legal status",
        says="The letter tells the other authority the child’s legal status. Add `legal_status`; "
        "write `none` where there is no order.",
        sources=by(E, R="7.17"),
        find=_out_without_status,
        effect=Effect.HOLDS,
    ),
    Check(
        code="H208",
        what="The end of a plan is not told to a professional who was invited when it began",
        says="This professional was invited when the plan began and is not sent the notice that it "
        "has ended. Have the chair look again at why, or tell them in another way.",
        sources=by(E, R="7.11") + by(W, N="l.360"),
        find=_ending_not_sent,
    ),
    Check(
        code="H209",
        what="A new caregiver without a name or address",
        says="The notice gives the new caregiver’s name and address. Name the person, with a "
        "household that has an address.",
        sources=by(E, R="7.16"),
        find=_caregiver_unknown,
        effect=Effect.HOLDS,
    ),
    Check(
        code="H210",
        what="A child with a plan has moved in and is not listed for the time being",
        says="The child is listed for the time being from the day on which the move is known. List "
        "the child, and record it under `listed`.",
        sources=by(E, R="7.18"),
        find=_not_listed,
    ),
    Check(
        code="H211",
        what="A child who moves has no lead worker",
        says="A child is never without a lead worker during a move. Name one.",
        sources=by(E, R="7.18"),
        find=_nobody_leads,
    ),
    Check(
        code="H211",
        what="A plan ended for a move that the other authority has not accepted in writing",
        says="The other authority has not accepted responsibility in writing. Record under "
        "`accepted` when it did.",
        sources=by(E, R="7.18"),
        find=_not_accepted,
    ),
    Check(
        code="H212",
        what="Nobody of the previous authority is invited to the conference after a move",
        says="The previous lead worker, and whoever of the previous core group matters, are asked "
        "to come. Invite them.",
        sources=by(W, R="7.17, 7.18"),
        find=_previous_area_unasked,
    ),
)
