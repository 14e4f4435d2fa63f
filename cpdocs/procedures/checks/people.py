"""Checks of people: who is asked to a conference, who comes, and what each needs (H2)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cpdocs.findings import Effect, Severity
from cpdocs.model.conference import ConferenceType, Invitation
from cpdocs.model.people import PARENTS, Child, Needs, Person, Professional, RelationKind, Role
from cpdocs.model.places import AgencyKind
from cpdocs.model.plans import PlanKind, PlanTopic
from cpdocs.model.reports import Report, ReportKind, ReportTopic
from cpdocs.procedures.checks.base import Check, Facts, Found, by, designated, for_all

E, W = Severity.ERROR, Severity.WARNING

_OLD_ENOUGH = 10  # years (S 3.2)
_GP = ("gp", "general practitioner")
_MIDWIFE = ("midwife", "midwives", "midwifery")
_BSL = frozenset({"bfi", "bsl"})


def _responsible_and_unasked(facts: Facts) -> Found:
    if not facts.conference.invitations:
        return
    wanted = set(facts.conference.children)
    for person in facts.case.people:
        responsible = any(r.parental_responsibility and r.of in wanted for r in person.relations)
        if responsible and not facts.has_row(person.id):
            yield f"people.{person.id}"


def _father_unasked(facts: Facts) -> Found:
    if not facts.conference.invitations:
        return
    wanted = set(facts.conference.children)
    for person in facts.case.people:
        fathers = [r for r in person.relations if r.kind is RelationKind.FATHER and r.of in wanted]
        without = fathers and not any(r.parental_responsibility for r in fathers)
        if without and not facts.has_row(person.id):
            yield f"people.{person.id}"


def _invited_workers(facts: Facts) -> Iterator[tuple[str, Invitation, Professional]]:
    for place, row in facts.invited:
        professional = facts.case.professional(row.who)
        if professional is not None:
            yield place, row, professional


def _insecure(facts: Facts) -> Iterator[str]:
    for _, _, professional in _invited_workers(facts):
        contact = professional.contact
        if contact is not None and contact.email is not None and not contact.secure:
            yield f"professionals.{professional.id}.contact.email"


def _insecure_first(facts: Facts) -> Found:
    if facts.conference.type is not ConferenceType.REVIEW:
        yield from _insecure(facts)


def _insecure_review(facts: Facts) -> Found:
    if facts.conference.type is ConferenceType.REVIEW:
        yield from _insecure(facts)


def _cared_for(facts: Facts, *words: str) -> frozenset[str]:
    """Whom invited professionals of a designation have to do with."""
    return frozenset(
        person
        for _, _, professional in _invited_workers(facts)
        if designated(professional, *words)
        for person in professional.direct_contact_with
    )


def _without_gp(facts: Facts) -> Found:
    if not facts.conference.invitations:
        return
    known = _cared_for(facts, *_GP)
    for child in facts.children:
        if not child.is_unborn and child.id not in known:
            yield f"children.{child.id}"
    for person in facts.carers():
        if person.id not in known:
            yield f"people.{person.id}"


def _without_midwife(facts: Facts) -> Found:
    unborn = any(facts.is_unborn(child.id) for child in facts.children)
    invited = [worker for _, _, worker in _invited_workers(facts)]
    if unborn and invited and not any(designated(it, *_MIDWIFE) for it in invited):
        yield f"{facts.at}.invitations"


def _older_child_unasked(facts: Facts) -> Found:
    if not facts.conference.invitations:
        return
    for child in facts.children:
        age = child.age_on(facts.held)
        if age is not None and age >= _OLD_ENOUGH and not facts.has_row(child.id):
            yield f"children.{child.id}"


def _views_missing(facts: Facts) -> Found:
    for place, report in facts.reports(ReportKind.SOCIAL_WORK, ReportKind.REVIEW):
        if facts.is_unborn(report.child):
            continue
        if ReportTopic.CHILD_VIEWS not in {section.topic for section in report.sections}:
            yield f"{place}.sections"


def _wishes_missing(facts: Facts) -> Found:
    for place, plan in facts.plans(PlanKind.DETAILED):
        if facts.is_unborn(plan.child):
            continue
        if PlanTopic.CHILD_WISHES not in {section.topic for section in plan.sections}:
            yield f"{place}.sections"


def _manager_absent(facts: Facts) -> Found:
    if facts.conference.type is not ConferenceType.INITIAL or not facts.took_place:
        return
    if not facts.conference.attendance:
        return
    wanted = set(facts.conference.children)
    leads = {it.id for it in facts.case.professionals if wanted & set(it.lead_worker_for)}
    managers = [it.id for it in facts.case.professionals if leads & set(it.manages)]
    if leads and not any(facts.came(manager) for manager in managers):
        yield f"{facts.at}.attendance"


def _chair_unreachable(facts: Facts) -> Found:
    chair = facts.case.professional(facts.conference.chair)
    contact = chair.contact if chair else None
    if contact is None or not (contact.email or contact.landline or contact.mobile):
        yield f"professionals.{facts.conference.chair}.contact"


def _readers(facts: Facts) -> Iterator[tuple[str, Needs]]:
    """The needs of family who are asked to come, with the person's place."""
    for _, row in facts.invited:
        found: tuple[tuple[str, Child | Person | None], ...] = (
            ("children", facts.case.child(row.who)),
            ("people", facts.case.person(row.who)),
        )
        for name, person in found:
            if person is not None and person.needs is not None:
                yield f"{name}.{person.id}.needs", person.needs


def _languages(needs: Needs) -> set[str]:
    told = (needs.preferred_language, needs.first_language, needs.interpreter)
    return {code.split("-")[0].casefold() for code in told if code}


def _no_interpreter(facts: Facts) -> Found:
    # Whose first language is another, and who prefers English, has decided.
    for place, needs in _readers(facts):
        used = needs.preferred_language or needs.first_language or "en"
        foreign = used.split("-")[0].casefold() not in {"en", *_BSL}
        if foreign and needs.interpreter is None:
            yield f"{place}.interpreter"


def _no_signer(facts: Facts) -> Found:
    for place, needs in _readers(facts):
        if _languages(needs) & _BSL and not needs.signer:
            yield f"{place}.signer"


def _nobody_interprets(facts: Facts) -> Found:
    """An interpreter is needed, and none who interprets for this person is asked to come."""
    helped = {
        person for _, _, worker in _invited_workers(facts) for person in worker.interprets_for
    }
    for place, needs in _readers(facts):
        if needs.interpreter is not None and place.split(".")[1] not in helped:
            yield f"{place}.interpreter"


def _observer(facts: Facts, agreed_by: tuple[frozenset[str], ...]) -> Iterator[str]:
    """Observers whom not somebody of each of these groups agreed to."""
    for place, row, professional in _invited_workers(facts):
        if professional.role is not Role.OBSERVER:
            continue
        if not all(group & set(row.observer_agreed_by) for group in agreed_by if group):
            yield f"{place}.observer_agreed_by"


def _observer_unagreed(facts: Facts) -> Found:
    chair = frozenset({facts.conference.chair})
    parents = frozenset(person.id for person in facts.parents())
    yield from _observer(facts, (chair,) if facts.text == "S" else (chair, parents))


def _absent_without_report(facts: Facts) -> Found:
    wrote = {report.by for _, report in facts.of(Report)}
    received = {row.who for _, row in facts.attendance if row.report_received}
    if not facts.conference.attendance or not facts.took_place:
        return
    for place, _, professional in _invited_workers(facts):
        mattered = facts.professionals((professional.id,))
        absent = mattered and not facts.came(professional.id)
        if absent and professional.id not in wrote | received:
            yield place


def _why_asked_unsaid(facts: Facts) -> Found:
    for place, row, professional in _invited_workers(facts):
        if row.because is None and facts.professionals((professional.id,)):
            yield f"{place}.because"


def _half_parents(facts: Facts) -> Found:
    booking = facts.conference.booking
    if booking is not None and booking.for_the_chair:
        return
    wanted = set(facts.conference.children)
    for place, row in facts.invited:
        person = facts.case.person(row.who)
        of = set(person.related(PARENTS)) & wanted if person else set()
        if of and of != wanted:
            yield place


def _invited_and_excluded(facts: Facts) -> Found:
    excluded = {row.who for row in facts.conference.exclusions if not row.parts}
    yield from (place for place, row in facts.invited if row.who in excluded)


def _legal_unagreed(facts: Facts) -> Found:
    """Legal services are asked to come, and no manager agreed to the booking."""
    booking = facts.conference.booking
    if booking is not None and booking.agreed_by is not None:
        return
    for place, _, professional in _invited_workers(facts):
        if facts.kind_of(professional) is AgencyKind.LEGAL:
            yield place


CHECKS: Final = (
    Check(
        code="H050",
        what="Somebody with parental responsibility is neither invited nor recorded as not invited",
        says="This person has parental responsibility and stands in no list of the conference. "
        "Invite them, or record why not and when the chair agreed.",
        sources=by(E, N="l.51", R="7.1.8"),
        find=_responsible_and_unasked,
    ),
    Check(
        code="H051",
        what="A father without parental responsibility stands in no list of the conference",
        says="This father stands in no list of the conference. If he is involved, invite him, or "
        "record why not and when the chair agreed.",
        sources=by(W, R="7.1.8"),
        find=_father_unasked,
    ),
    Check(
        code="H054",
        what="An invited professional’s e-mail address is not known to be secure (not a review)",
        says="This address is not marked as secure. Find out, mark it, or send by other means.",
        sources=by(E, N="l.87"),
        find=_insecure_first,
    ),
    Check(
        code="H054",
        what="An invited professional’s e-mail address is not known to be secure (review)",
        says="This address is not marked as secure. Where there is a secure one, use that.",
        sources=by(W, N="l.305"),
        find=_insecure_review,
    ),
    Check(
        code="H055",
        what="The GP of a child, or of a parent or carer, is not invited",
        says="Nobody who is invited is this person’s GP. Invite the GP, and name this person under "
        "`direct_contact_with`.",
        sources=by(E, N="l.65"),
        find=_without_gp,
    ),
    Check(
        code="H056",
        what="No midwife is invited for an unborn child",
        says="A child is not born yet and no midwife is invited. Invite one.",
        sources=by(W, N="l.67", R="7.1.4"),
        find=_without_midwife,
    ),
    Check(
        code="H058",
        what="A child of ten or over is neither invited nor recorded as not invited",
        says="A child of this age is asked to come. Invite the child, or record why not and when "
        "the chair agreed.",
        sources=by(E, S="3.2"),
        find=_older_child_unasked,
    ),
    Check(
        code="H059",
        what="A report to the conference has no section on the child’s views",
        says="The report says nothing of what the child thinks and wants. Add `child-views`.",
        sources=by(E, R="7.1.10.2", N="l.53, l.157, l.160", S="3.9, 3.13") + by(W, W="l.32"),
        find=_views_missing,
    ),
    Check(
        code="H059",
        what="A detailed plan has no section on the child’s wishes",
        says="The plan says nothing of what the child wants. Add `child-wishes`.",
        sources=by(E, R="7.9", L="9.3.18"),
        find=_wishes_missing,
    ),
    Check(
        code="H061",
        what="The lead worker’s manager was not at the initial conference",
        says="No manager of the lead worker came to the initial conference. Record who did.",
        sources=by(E, N="l.43"),
        find=_manager_absent,
    ),
    Check(
        code="H062",
        what="Legal services are invited and no manager’s agreement is recorded",
        says="Somebody from legal services is asked to come, and no manager’s agreement is on "
        "record. Record it under `booking.agreed_by`.",
        sources=by(W, N="l.83"),
        find=_legal_unagreed,
    ),
    Check(
        code="H063",
        what="The chair has no telephone number or e-mail address for the letters",
        says="Letters give the chair’s name and how to reach the chair, and nothing is recorded. "
        "Add it under `contact`.",
        sources=by(E, N="l.95, l.105, l.109"),
        find=_chair_unreachable,
        effect=Effect.HOLDS,
    ),
    Check(
        code="H066",
        what="Somebody of the family uses another language and no interpreter is planned",
        says="This person uses another language than English. Record under `interpreter` the "
        "language that is interpreted, or English as the language that the person prefers.",
        sources=by(E, R="7.1.8 h", S="2.6, 2.16") + by(W, N="l.125"),
        find=_no_interpreter,
    ),
    Check(
        code="H066",
        what="An interpreter is needed and none is invited for this person",
        says="This person needs an interpreter and none who interprets for them is invited.",
        sources=by(E, R="7.1.8 h", S="2.6, 2.16") + by(W, N="l.125"),
        find=_nobody_interprets,
    ),
    Check(
        code="H067",
        what="Somebody uses British Sign Language and no signer is planned",
        says="This person uses British Sign Language. Write `signer: yes` and book one.",
        sources=by(E, R="7.1.8 i"),
        find=_no_signer,
    ),
    Check(
        code="H068",
        what="An observer without the agreement of the chair and a parent (S: of the chair)",
        says="An observer may come where the chair and a parent agree. Record who agreed under "
        "`observer_agreed_by`, or do not invite the observer.",
        sources=by(E, R="7.1.5", N="l.186") + by(W, S="2.25, 4.17"),
        find=_observer_unagreed,
    ),
    Check(
        code="H070",
        what="A professional was absent and sent no report",
        says="This professional did not come and no report of theirs is recorded. Ask for one.",
        sources=by(W, S="2.24", W="l.68", R="7.1.10.2"),
        find=_absent_without_report,
    ),
    Check(
        code="H071",
        what="Why a professional is asked to come is not recorded",
        says="Record under `because` why this professional is asked to come.",
        sources=by(W, N="l.59 to l.63", R="7.1.5", S="2.10"),
        find=_why_asked_unsaid,
    ),
    Check(
        code="H072",
        what="A parent of some of the children only is invited, and no arrangement is recorded",
        says="This parent is not the parent of every child of the conference. Record under "
        "`booking.for_the_chair` how that is handled.",
        sources=by(W, N="l.124"),
        find=_half_parents,
    ),
    Check(
        code="H073",
        what="Somebody is invited and is excluded from the whole conference",
        says="This person is invited and is excluded from the whole conference. Keep one.",
        sources=for_all(E),
        find=_invited_and_excluded,
        effect=Effect.HOLDS,
    ),
)
