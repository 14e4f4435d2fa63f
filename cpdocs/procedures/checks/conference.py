"""Checks of a conference and what it decided: quorum, decisions, endings (H5)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cpdocs.findings import Effect, Severity
from cpdocs.model.conference import ConferenceType, Decision, PlanOutcome, WhyAsked
from cpdocs.model.office import Ending, EndingGround
from cpdocs.model.places import AgencyKind
from cpdocs.model.plans import BirthArrangements, PlanKind
from cpdocs.model.reports import ReportKind
from cpdocs.model.ruling import RuledName
from cpdocs.procedures.checks.base import WITH_PLAN, Check, Facts, Found, by
from cpdocs.procedures.checks.sharing import contributions
from cpdocs.procedures.checks.texts import Text

E, W = Severity.ERROR, Severity.WARNING

# On what grounds a plan may end without a review (R 7.11; N l.353-358, 383). W knows none (W l.81).
_WITHOUT_REVIEW = {
    Text.R: frozenset(
        {EndingGround.MOVED, EndingGround.EIGHTEEN, EndingGround.DIED, EndingGround.LEFT_UK}
    ),
    Text.N: frozenset(
        {EndingGround.MOVED, EndingGround.DIED, EndingGround.LEFT_UK, EndingGround.LOOKED_AFTER}
    ),
}


def _inquorate(facts: Facts) -> Found:
    ruled = facts.ruled(RuledName.QUORATE)
    if ruled is not None and ruled.value is False and facts.conference.stood_down is None:
        yield f"{facts.at}.attendance"


def _involved_agency_absent(facts: Facts) -> Found:
    """Nobody came from an agency that is involved now, and it sent no report either."""
    if not facts.took_place or not facts.conference.attendance:
        return
    there = {worker.agency for worker in facts.case.professionals if facts.came(worker.id)}
    reported = {row.who for _, row in facts.attendance if row.report_received}
    reported |= {report.by for _, report in facts.reports() if report.by}
    for place, row in facts.invited:
        worker = facts.case.professional(row.who)
        if worker is None or row.because is not WhyAsked.INVOLVED:
            continue
        if worker.agency not in there and worker.id not in reported:
            yield place


def _put_off_without_plan(facts: Facts) -> Found:
    if facts.conference.stood_down is None:
        return
    bridged = {plan.child for _, plan in facts.plans(PlanKind.BRIDGING)}
    if not set(facts.conference.children) <= bridged:
        yield f"{facts.at}.stood_down"


def _put_off_without_day(facts: Facts) -> Found:
    stood_down = facts.conference.stood_down
    if stood_down is not None and stood_down.reconvened is None:
        yield f"{facts.at}.stood_down.reconvened"


def _several_categories(facts: Facts) -> Found:
    for place, decision in facts.decisions:
        if len(set(decision.categories)) > 1:
            yield f"{place}.categories"


def _no_basis(facts: Facts) -> Found:
    for place, decision in facts.decisions:
        if decision.dissent and not (decision.basis_without_consensus or "").strip():
            yield f"{place}.basis_without_consensus"


def _no_help_considered(facts: Facts) -> Found:
    helped = {plan.child for _, plan in facts.plans(PlanKind.CHILD_IN_NEED)}
    for place, decision in facts.decisions:
        if decision.plan is PlanOutcome.NOT_MADE and decision.child not in helped:
            yield place


def _ended_at_first_review(facts: Facts) -> Found:
    if facts.conference.type is not ConferenceType.REVIEW:
        return
    for place, decision in facts.decisions:
        reviewed = any(
            other.type is ConferenceType.REVIEW for other in facts.earlier(decision.child)
        )
        if decision.plan is PlanOutcome.ENDED and not reviewed:
            yield f"{place}.reasons"


def _endings(facts: Facts) -> tuple[tuple[str, Ending], ...]:
    return facts.of(Ending)


def _moved_too_soon(facts: Facts) -> Found:
    for place, ending in _endings(facts):
        if ending.ground is EndingGround.MOVED:
            received = ending.outcome_received
            if received is None or received > ending.dated:
                yield f"{place}.outcome_received"


def _ended_without_review(facts: Facts) -> Found:
    """A review decided it, or the ground is one of those that need none."""
    allowed = _WITHOUT_REVIEW.get(facts.text, frozenset()) if facts.text else frozenset()
    reviewed = facts.conference.type is ConferenceType.REVIEW
    decided = {it.child for _, it in facts.decisions if it.plan is PlanOutcome.ENDED}
    for place, ending in _endings(facts):
        if ending.ground not in allowed and not (reviewed and ending.child in decided):
            yield f"{place}.ground"


def _looked_after_alone(facts: Facts) -> Found:
    for place, ending in _endings(facts):
        if ending.ground is not EndingGround.LOOKED_AFTER:
            continue
        worker = facts.case.professional(ending.agreed_with) if ending.agreed_with else None
        other = worker is not None and facts.kind_of(worker) is not AgencyKind.SOCIAL_CARE
        if not other or not ending.reasons:
            yield f"{place}.agreed_with"


def _minutes_incomplete(facts: Facts) -> Found:
    minutes = facts.conference.minutes
    if minutes is None:
        return
    planned = {plan.child for _, plan in facts.plans(PlanKind.OUTLINE, PlanKind.DETAILED)}
    acted = {child for action in minutes.actions for child in action.children}
    if not minutes.contributions:
        yield f"{facts.at}.minutes.contributions"
    if not minutes.decisions:
        yield f"{facts.at}.minutes.decisions"
    if not set(facts.planned) <= planned | acted:
        yield f"{facts.at}.minutes.actions"


def _undecided_child(facts: Facts) -> Found:
    decided = {decision.child for _, decision in facts.decisions}
    if decided and not set(facts.conference.children) <= decided:
        yield f"{facts.at}.minutes.decisions"


def _birth_unarranged(facts: Facts) -> Found:
    if facts.conference.type is not ConferenceType.PRE_BIRTH or not facts.took_place:
        return
    complete = {
        paper.child
        for _, paper in facts.of(BirthArrangements)
        if paper.agreed is not None and paper.forwards_to_gp is not None
    }
    for child in facts.children:
        if facts.is_unborn(child.id) and child.id not in complete:
            yield f"children.{child.id}"


def _without_views_of(facts: Facts) -> Iterator[str]:
    """Professionals who came and of whom the minutes hold nothing on some child with a decision."""
    spoke = [(said.by, said.about) for _, said in contributions(facts)]
    decided = {decision.child for _, decision in facts.decisions}
    if not spoke or not decided:
        return
    for place, row in facts.attendance:
        if not facts.professionals((row.who,)) or not (row.attended or row.left):
            continue
        told = {child for who, about in spoke if who == row.who for child in about or decided}
        if not _asked_about(facts, row.who, decided) <= told:
            yield place


def _asked_about(facts: Facts, who: str, decided: set[str]) -> set[str]:
    """W: each child. R asks for a view alone: here on the children whom they have to do with."""
    worker = facts.case.professional(who)
    known = set(worker.direct_contact_with) if worker else set()
    return decided if facts.text is Text.W else decided & known


def _silent(facts: Facts) -> Found:
    yield from _without_views_of(facts)


def _without_social_worker(facts: Facts) -> Found:
    if not facts.took_place or not facts.conference.attendance:
        return
    there = facts.professionals(row.who for _, row in facts.attendance if facts.came(row.who))
    if not any(facts.kind_of(worker) is AgencyKind.SOCIAL_CARE for worker in there):
        yield f"{facts.at}.attendance"


def _without_report(facts: Facts) -> Found:
    if not facts.took_place:
        return
    kinds = (ReportKind.SOCIAL_WORK, ReportKind.REVIEW)
    reported = {report.child for _, report in facts.reports(*kinds)}
    received = any(
        row.report_received
        and any(facts.kind_of(w) is AgencyKind.SOCIAL_CARE for w in facts.professionals((row.who,)))
        for _, row in facts.attendance
    )
    if not received:
        yield from (f"children.{it.id}" for it in facts.children if it.id not in reported)


def _notice_lacks(facts: Facts, decision: Decision) -> bool:
    minutes = facts.conference.minutes
    groups = minutes.core_groups if minutes else ()
    grouped = any(decision.child in group.children and group.members for group in groups)
    return decision.lead_worker is None or not grouped


def _notice_incomplete(facts: Facts) -> Found:
    for place, decision in facts.decisions:
        if decision.plan in WITH_PLAN and _notice_lacks(facts, decision):
            yield place


def _group_without_worker(facts: Facts) -> Found:
    for place, meeting in facts.meetings:
        workers = facts.professionals(meeting.present)
        care = any(facts.kind_of(worker) is AgencyKind.SOCIAL_CARE for worker in workers)
        if meeting.present and not care:
            yield f"{place}.present"


def _not_chaired_by_manager(facts: Facts) -> Found:
    """L: the first meeting. N: the first or the second."""
    met = [(at, it) for at, it in facts.meetings if it.chaired_by is not None]
    counted = 1 if facts.text is Text.L else 2
    if len(met) < counted or facts.conference.type is ConferenceType.REVIEW:
        return
    chairs = [facts.case.professional(it.chaired_by or "") for _, it in met[:counted]]
    if not any(chair is not None and chair.manages for chair in chairs):
        yield f"{met[0][0]}.chaired_by"


CHECKS: Final = (
    Check(
        code="H140",
        what="The conference was not quorate and was not stood down",
        says="Too few of the right agencies came. See that the minutes say why the chair went on, "
        "or stand the conference down.",
        # The case has no field for the chair's decision to go on, so this tells and is no error.
        sources=by(W, R="7.1.6, 7.10.3"),
        find=_inquorate,
    ),
    Check(
        code="H141",
        what="An agency that is involved now neither came nor sent a report, and it went ahead",
        says="Nobody came from an agency that is involved now, and no report of theirs is "
        "recorded. Ask the chair whether the conference has to be held again.",
        sources=by(E, R="7.1.6"),
        find=_involved_agency_absent,
    ),
    Check(
        code="H142",
        what="A conference was put off, and some child has no plan until it is held",
        says="The conference was put off and a child has no plan until it is held. Add a "
        "`bridging` plan for each child.",
        sources=by(E, S="4.4", R="7.2.5"),
        find=_put_off_without_plan,
    ),
    Check(
        code="H142",
        what="A conference was put off, and no new day is set",
        says="The conference was put off and no new day is set. Record it under `reconvened`.",
        sources=by(E, S="4.4", R="7.2.5"),
        find=_put_off_without_day,
        effect=Effect.HOLDS,
    ),
    Check(
        code="H144",
        what="More than one category of harm",
        says="The text asks for the one category that is of most concern. Keep one.",
        sources=by(W, N="l.206"),
        find=_several_categories,
    ),
    Check(
        code="H146",
        what="Somebody dissented, and the minutes do not say on what basis the chair decided",
        says="Not everybody agreed with this decision. Record under `basis_without_consensus` on "
        "what basis it was made.",
        sources=by(E, R="7.2.5 a"),
        find=_no_basis,
    ),
    Check(
        code="H148",
        what="No child protection plan was made, and no child in need plan is there either",
        says="No plan was made for this child. Add the `child-in-need` plan, or see that the "
        "minutes say why none is needed.",
        sources=by(E, S="5.3") + by(W, R="7.3", N="l.209", W="l.30"),
        find=_no_help_considered,
    ),
    Check(
        code="H150",
        what="A plan was ended at the first review",
        says="A plan ends at the first review by exception alone. See that the reasons say what is "
        "exceptional.",
        sources=by(W, R="7.10.2"),
        find=_ended_at_first_review,
    ),
    Check(
        code="H151",
        what="A plan was ended for a move before the other authority’s outcome was received",
        says="The plan ends for a move when the other authority has sent its outcome. Record under "
        "`outcome_received` when it came, and end the plan no sooner.",
        sources=by(E, R="7.11 b, 7.17", N="l.356"),
        find=_moved_too_soon,
    ),
    Check(
        code="H152",
        what="A plan was ended without a review, on a ground that needs one",
        says="On this ground a plan ends at a review conference alone, and none decided so.",
        sources=by(E, R="7.11", N="l.353 to l.358, l.383", W="l.81"),
        find=_ended_without_review,
    ),
    Check(
        code="H153",
        what="The plan of a looked-after child was ended without reasons or another agency’s "
        "agreement",
        says="Another agency has to agree to this ending, and the reasons are recorded. Complete "
        "`agreed_with` and `reasons`.",
        sources=by(E, N="l.383"),
        find=_looked_after_alone,
    ),
    Check(
        code="H154",
        what="Minutes without contributions, decisions, or a plan for a child who has one",
        says="The minutes are not complete: they tell what was said, what was decided, and the "
        "plan for each child.",
        sources=by(E, R="7.6"),
        find=_minutes_incomplete,
    ),
    Check(
        code="H154",
        what="A conference decided for some of its children and not for others",
        says="There is no decision for one of the children of the conference. Add it.",
        sources=by(E, R="7.6"),
        find=_undecided_child,
    ),
    Check(
        code="H155",
        what="A core group met without a social worker",
        says="Nobody from children’s social care was at this meeting, so it was no core group.",
        sources=by(E, S="6.20"),
        find=_group_without_worker,
    ),
    Check(
        code="H156",
        what="The first core group (N: neither of the first two) was chaired by a manager",
        says="A manager of the lead worker chairs the first core groups. Ask one for the next.",
        sources=by(W, L="9.4.5, 9.4.18", N="l.259"),
        find=_not_chaired_by_manager,
    ),
    Check(
        code="H157",
        what="A conference before a birth without agreed arrangements and who sends them to the GP",
        says="The birth arrangements are not agreed, or nobody is named who sends them to the GP. "
        "Complete `agreed` and `forwards_to_gp`.",
        sources=by(E, S="4.8, 4.25"),
        find=_birth_unarranged,
    ),
    Check(
        code="H158",
        what="A professional came, and the minutes hold no view of theirs on some child",
        says="The minutes hold nothing that this professional said of one of the children.",
        sources=by(W, W="l.52", R="7.3"),
        find=_silent,
    ),
    Check(
        code="H162",
        what="A conference was held without a social worker",
        says="Nobody from children’s social care was there. See that the minutes say why the chair "
        "went on.",
        sources=by(W, S="4.3"),
        find=_without_social_worker,
    ),
    Check(
        code="H162",
        what="A conference was held without the social worker’s report on a child",
        says="There was no social worker’s report on this child. See that the minutes say why the "
        "chair went on.",
        sources=by(W, S="4.3"),
        find=_without_report,
    ),
    Check(
        code="H163",
        what="A decision that makes a plan without a lead worker or the members of a core group",
        says="The notice of the decision names the lead worker and the core group. Complete "
        "`lead_worker` and `core_groups`.",
        sources=by(E, R="7.6"),
        find=_notice_incomplete,
        effect=Effect.HOLDS,
    ),
)
