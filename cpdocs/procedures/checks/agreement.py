"""Checks of who has a plan, in which language, and who has agreed to it (H6)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cpdocs.findings import Severity
from cpdocs.model.people import Needs
from cpdocs.model.plans import Plan, PlanKind
from cpdocs.procedures.checks.base import (
    WORKING_PLANS,
    Check,
    Facts,
    Found,
    Undecided,
    by,
    passages,
)

E, W = Severity.ERROR, Severity.WARNING


def _members(facts: Facts, child: str) -> tuple[str, ...]:
    minutes = facts.conference.minutes
    groups = minutes.core_groups if minutes else ()
    members = (who for group in groups if child in group.children for who in group.members)
    return tuple(dict.fromkeys(members))


def _not_signed(facts: Facts) -> Found:
    for place, plan in facts.plans(PlanKind.DETAILED):
        signed = {it.who for it in plan.signatures if it.how is not None}
        if not set(_members(facts, plan.child)) <= signed:
            yield f"{place}.signatures"


def _no_childs_plan(facts: Facts) -> Found:
    own = {plan.child for _, plan in facts.plans(PlanKind.CHILD)}
    for place, plan in facts.plans(PlanKind.DETAILED):
        child = facts.case.child(plan.child)
        if child is not None and not child.is_unborn and plan.child not in own:
            yield place


def _foreign(needs: Needs | None) -> str | None:
    code = needs.preferred_language if needs else None
    return None if code is None or code.split("-")[0].casefold() == "en" else code


def _untranslated(plan: Plan, place: str, codes: set[str]) -> Iterator[str]:
    told = passages(plan, place)
    if any(not codes <= set(passage.translations) for _, passage in told):
        yield place


def _child_reads_another_language(facts: Facts) -> Found:
    for place, plan in facts.plans(PlanKind.CHILD):
        child = facts.case.child(plan.child)
        code = _foreign(child.needs) if child else None
        if code is not None:
            yield from _untranslated(plan, place, {code})


def _family_reads_another_language(facts: Facts) -> Found:
    codes = {code for it in facts.carers() if (code := _foreign(it.needs)) is not None}
    for place, plan in facts.plans(*WORKING_PLANS):
        yield from _untranslated(plan, place, codes)


def _child_without_plan(facts: Facts) -> Found:
    """Some children of the conference have a plan on file, and one with a decision has none."""
    planned = {plan.child for _, plan in facts.plans(*WORKING_PLANS)}
    for place, decision in facts.decisions:
        if planned and decision.child in facts.planned and decision.child not in planned:
            yield place


def _not_sent(facts: Facts) -> Found:
    rows = [it for it in facts.case.distributions if it.conference == facts.conference.id]
    for place, plan in facts.plans(PlanKind.DETAILED):
        members = set(_members(facts, plan.child)) - {plan.lead_worker}  # whose plan it is
        given = {it.who for it in rows if it.child == plan.child and "plan" in it.what.casefold()}
        if not rows:
            yield Undecided(place=place, missing="to whom the plan was given")
        elif not members <= given:
            yield place


CHECKS: Final = (
    Check(
        code="H184",
        what="Somebody of the core group has not signed or answered the written agreement",
        says="Not everybody of the core group has signed or answered. Ask them, and record how.",
        sources=by(W, L="9.3.26, 9.3.27"),
        find=_not_signed,
    ),
    Check(
        code="H189",
        what="A detailed plan, and no plan in the child’s own words",
        says="This child has a detailed plan and none of their own. Add a plan of kind `child`.",
        sources=by(E, L="9.3.20"),
        find=_no_childs_plan,
    ),
    Check(
        code="H189",
        what="A child’s own plan is not translated into the language that the child prefers",
        says="This child prefers another language and part of the plan is not translated into it.",
        sources=by(E, L="9.3.20"),
        find=_child_reads_another_language,
    ),
    Check(
        code="H190",
        what="A plan is not translated into the language that a parent or carer prefers",
        says="A parent or carer prefers another language and part of the plan is not translated.",
        sources=by(W, R="7.9"),
        find=_family_reads_another_language,
    ),
    Check(
        code="H191",
        what="A child whose plan was decided has none, while another child of the conference has",
        says="A plan was decided for this child and there is none. Write one for each child.",
        sources=by(E, N="l.217", L="9.3.6"),
        find=_child_without_plan,
    ),
    Check(
        code="H194",
        what="A detailed plan was not given to everybody of the core group but its lead worker",
        says="The record of distribution does not show that everybody of the core group has the "
        "plan. Give it to them, and record it.",
        sources=by(E, R="7.9", L="9.3.22, 9.3.26"),
        find=_not_sent,
    ),
)
