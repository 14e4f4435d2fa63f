"""Checks of plans: what each has to say, who does what, and who has it (H6)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from cpdocs.findings import Severity
from cpdocs.model.conference import Action
from cpdocs.model.places import AgencyKind
from cpdocs.model.plans import Plan, PlanKind, PlanTopic
from cpdocs.procedures.checks.base import (
    WORKING_PLANS,
    Check,
    Facts,
    Found,
    by,
    day,
    for_all,
    placed,
)

E, W = Severity.ERROR, Severity.WARNING


def _lacks(topic: PlanTopic, *kinds: PlanKind) -> Callable[[Facts], Found]:
    """Plans of these kinds that say nothing on a topic."""

    def lacking(facts: Facts) -> Found:
        for place, plan in facts.plans(*kinds):
            if not any(it.topic is topic and it.passages for it in plan.sections):
                yield f"{place}.sections"

    return lacking


def _plan_actions(facts: Facts) -> Iterator[tuple[str, Action, Plan]]:
    for at, plan in facts.plans():
        for place, outcome in placed(f"{at}.outcomes", plan.outcomes):
            for inner, action in placed(f"{place}.actions", outcome.actions):
                yield inner, action, plan
        for place, action in placed(f"{at}.assessments", plan.assessments):
            yield place, action, plan


def _minuted_actions(facts: Facts) -> Iterator[tuple[str, Action]]:
    minutes = facts.conference.minutes
    yield from placed(f"{facts.at}.minutes.actions", minutes.actions if minutes else ())


def _outcome_without_action(facts: Facts) -> Found:
    for at, plan in facts.plans(*WORKING_PLANS):
        for place, outcome in placed(f"{at}.outcomes", plan.outcomes):
            if not outcome.actions:
                yield f"{place}.actions"


def _plan_without_outcomes(facts: Facts) -> Found:
    for place, plan in facts.plans(*WORKING_PLANS):
        if not plan.outcomes:
            yield f"{place}.outcomes"


def _due_out_of_time(facts: Facts) -> Found:
    minutes = facts.conference.minutes
    review = day(minutes.review) if minutes else None
    rows = [
        *((place, action, review) for place, action in _minuted_actions(facts)),
        *(
            (place, action, day(plan.review) or review)
            for place, action, plan in _plan_actions(facts)
        ),
    ]
    for place, action, last in rows:
        if action.due is None:
            continue
        if action.due < facts.held or (last is not None and action.due > last):
            yield f"{place}.due"


def _copied(topic: PlanTopic) -> Callable[[Facts], Found]:
    """A section that is word for word another child's."""

    def copied(facts: Facts) -> Found:
        read: dict[tuple[str, ...], str] = {}
        for place, plan in facts.plans(*WORKING_PLANS):
            for number, section in enumerate(plan.sections):
                if section.topic is not topic or not section.passages:
                    continue
                told = (plan.kind.value, *(passage.text for passage in section.passages))
                if read.setdefault(told, plan.child) != plan.child:
                    yield f"{place}.sections.{number}"

    return copied


def _no_frequency(facts: Facts) -> Found:
    for place, plan in facts.plans(*WORKING_PLANS):
        if plan.visit_every is None:
            yield f"{place}.visit_every"


def _no_lead_worker(facts: Facts) -> Found:
    for place, plan in facts.plans(*WORKING_PLANS):
        if plan.lead_worker is None:
            yield f"{place}.lead_worker"
    for place, decision in facts.decisions:
        if decision.child in facts.planned and decision.lead_worker is None:
            yield f"{place}.lead_worker"


def _not_qualified(facts: Facts) -> Found:
    for place, plan in facts.plans(*WORKING_PLANS):
        if plan.lead_worker is not None and not plan.lead_worker_qualified:
            yield f"{place}.lead_worker_qualified"


def _group_incomplete(facts: Facts) -> Found:
    minutes = facts.conference.minutes
    family = {person.id for person in facts.case.people} | {it.id for it in facts.case.children}
    for place, group in placed(
        f"{facts.at}.minutes.core_groups", minutes.core_groups if minutes else ()
    ):
        workers = facts.professionals(group.members)
        care = [it for it in workers if facts.kind_of(it) is AgencyKind.SOCIAL_CARE]
        if not care or len(workers) == len(care) or not family & set(group.members):
            yield f"{place}.members"


def _no_checker(facts: Facts) -> Found:
    rows = [*_minuted_actions(facts), *((at, action) for at, action, _ in _plan_actions(facts))]
    for place, action in rows:
        if action.checker is None:
            yield f"{place}.checker"


def _no_measure(facts: Facts) -> Found:
    for at, plan in facts.plans(*WORKING_PLANS):
        for place, outcome in placed(f"{at}.outcomes", plan.outcomes):
            measured = bool(outcome.actions) and all(it.measure for it in outcome.actions)
            if outcome.measure is None and not measured:
                yield f"{place}.measure"


def _refused_without_reason(facts: Facts) -> Found:
    for at, plan in facts.plans(PlanKind.DETAILED):
        for place, refusal in placed(f"{at}.refused", plan.refused):
            if not (refusal.why_not or "").strip():
                yield f"{place}.why_not"


def _detailed_late(facts: Facts) -> Found:
    """The outline says by when the detailed plan is there, and it is not (R 7.4 d)."""
    detailed = {plan.child: plan.dated for _, plan in facts.plans(PlanKind.DETAILED)}
    for place, plan in facts.plans(PlanKind.OUTLINE):
        if plan.detailed_by is None:
            continue
        made = detailed.get(plan.child)
        if (made or facts.on) > plan.detailed_by:
            yield f"{place}.detailed_by"


def _no_detailed_day(facts: Facts) -> Found:
    for place, plan in facts.plans(PlanKind.OUTLINE):
        if plan.detailed_by is None:
            yield f"{place}.detailed_by"


CHECKS: Final = (
    Check(
        code="H170",
        what="A plan without outcomes, so that its actions lead to nothing",
        says="The plan says nothing of what must be different for the child. Add `outcomes`, with "
        "the actions towards each.",
        sources=by(E, R="7.9 e", N="l.221, l.222", S="5.2", L="9.3.6"),
        find=_plan_without_outcomes,
    ),
    Check(
        code="H170",
        what="An outcome towards which nobody does anything",
        says="Nobody does anything towards this outcome. Add who does what, and by when.",
        sources=by(E, R="7.9 e", N="l.221, l.222", S="5.2", L="9.3.6, 9.3.22"),
        find=_outcome_without_action,
    ),
    Check(
        code="H171",
        what="An action is due before the conference or after the next review",
        says="This action is due before the conference or after the next review. Set another day, "
        "or a first step that is due before the review.",
        sources=for_all(W),
        find=_due_out_of_time,
    ),
    Check(
        code="H173",
        what="A plan without a contingency plan",
        says="The plan does not say what happens if things do not change. Add `contingency`.",
        sources=by(E, R="7.4 g", N="l.229", L="9.3.6"),
        find=_lacks(PlanTopic.CONTINGENCY, *WORKING_PLANS),
    ),
    Check(
        code="H173",
        what="Two children’s contingency plans are word for word the same",
        says="This contingency plan is word for word another child’s. Write what happens for this "
        "child.",
        sources=by(E, N="l.229"),
        find=_copied(PlanTopic.CONTINGENCY),
    ),
    Check(
        code="H174",
        what="A plan without its aim",
        says="The plan does not state its aim. Add `aim`.",
        sources=by(E, N="l.215"),
        find=_lacks(PlanTopic.AIM, *WORKING_PLANS),
    ),
    Check(
        code="H175",
        what="A plan does not say how often the child is visited",
        says="The plan does not say how often the child is visited at least. Add `visit_every`.",
        sources=by(E, N="l.225, l.273") + by(W, L="9.3.30, 9.4.7"),
        find=_no_frequency,
    ),
    Check(
        code="H176",
        what="A plan, or a decision that makes one, without a lead worker",
        says="No lead worker is named. Name one.",
        sources=by(E, R="7.4 a", L="9.4.2", N="l.226", W="l.34"),
        find=_no_lead_worker,
    ),
    Check(
        code="H176",
        what="The lead worker is not recorded as a qualified social worker",
        says="The lead worker is a qualified social worker. Write `lead_worker_qualified: yes`, or "
        "name another.",
        sources=by(E, R="7.4 a", L="9.4.2"),
        find=_not_qualified,
    ),
    Check(
        code="H177",
        what="A core group without social worker, another professional or family",
        says="A core group has a social worker, family, and at least one more professional. Add "
        "whoever is missing, or see that the minutes say why not.",
        sources=by(W, R="7.8", L="9.2.2 b"),
        find=_group_incomplete,
    ),
    Check(
        code="H178",
        what="A detailed plan without strengths",
        says="The plan says nothing of what is strong in the family. Add `strengths`.",
        sources=by(W, R="7.9 b", L="9.3.6"),
        find=_lacks(PlanTopic.STRENGTHS, PlanKind.DETAILED),
    ),
    Check(
        code="H179",
        what="An action without somebody who checks that it was done",
        says="Nobody is named who checks that this was done. Add `checker`.",
        sources=by(W, R="7.4 i"),
        find=_no_checker,
    ),
    Check(
        code="H180",
        what="An outcome that does not say how it is judged",
        says="Nothing says how it will be judged whether this is reached. Add `measure`.",
        sources=by(W, R="7.4 j, 7.9 h", N="l.217", L="9.3.6"),
        find=_no_measure,
    ),
    Check(
        code="H181",
        what="A plan that says nothing of culture, language, faith or disability",
        says="The plan says nothing of the family’s culture, language, faith or disability. Add "
        "`considerations`.",
        sources=by(W, S="5.5", L="9.3.6"),
        find=_lacks(PlanTopic.CONSIDERATIONS, PlanKind.DETAILED),
    ),
    Check(
        code="H188",
        what="A preference was not taken up, and no reason is given",
        says="This preference was not taken up and nothing says why. Add `why_not`.",
        sources=by(E, R="7.9", L="9.3.23"),
        find=_refused_without_reason,
    ),
    Check(
        code="G113",
        what="An outline plan does not say by when the detailed plan is there",
        says="The outline plan says by when the detailed plan is there. Add `detailed_by`.",
        sources=by(W, R="7.4 d"),
        find=_no_detailed_day,
    ),
    Check(
        code="G113",
        what="The detailed plan is later than the outline plan says",
        says="The detailed plan is later than the outline plan says, or is not there.",
        sources=by(W, R="7.4 d"),
        find=_detailed_late,
    ),
)
