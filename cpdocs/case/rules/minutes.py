"""Rules about minutes: statements, decisions and actions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cpdocs.case.case import Case
from cpdocs.case.rules.base import Path, Rule, conferences, every, repeated
from cpdocs.model.conference import (
    Action,
    Contribution,
    CoreGroup,
    Decision,
    Minutes,
    PlanOutcome,
)

_WITH_PLAN = (PlanOutcome.MADE, PlanOutcome.CONTINUED)


def _without_kind(case: Case) -> Iterator[Path]:
    for path, contribution in every(case, Contribution):
        if contribution.kind is None:
            yield path


def _approved_by_another(case: Case) -> Iterator[Path]:
    for path, conference in conferences(case):
        approved = conference.minutes.approved if conference.minutes else None
        if approved is not None and approved.by != conference.chair:
            yield (*path, "minutes", "approved", "by")


def _plan_without_category(case: Case) -> Iterator[Path]:
    for path, decision in every(case, Decision):
        if decision.plan in _WITH_PLAN and not decision.categories:
            yield path


def _category_without_plan(case: Case) -> Iterator[Path]:
    for path, decision in every(case, Decision):
        if decision.plan not in _WITH_PLAN and decision.categories:
            yield (*path, "categories")


def _without_reasons(case: Case) -> Iterator[Path]:
    for path, decision in every(case, Decision):
        if not decision.reasons:
            yield (*path, "reasons")


def _decided_twice(case: Case) -> Iterator[Path]:
    for path, minutes in every(case, Minutes):
        for position in repeated(tuple(decision.child for decision in minutes.decisions)):
            yield (*path, "decisions", str(position))


def _another_child(case: Case) -> Iterator[Path]:
    for path, conference in conferences(case):
        for inner, decision in every(conference, Decision, path):
            if decision.child not in conference.children:
                yield (*inner, "child")


def _lead_worker(case: Case) -> Iterator[Path]:
    for path, decision in every(case, Decision):
        if decision.lead_worker and case.professional(decision.lead_worker) is None:
            yield (*path, "lead_worker")


def _without_date(case: Case) -> Iterator[Path]:
    for path, action in every(case, Action):
        if action.due is None and action.by_when is None:
            yield path


def _without_owner(case: Case) -> Iterator[Path]:
    for path, action in every(case, Action):
        if not action.owners:
            yield (*path, "owners")


def _for_no_child(case: Case) -> Iterator[Path]:
    # A record judged for each of its children is open to everyone where it has none.
    for kind in (Action, CoreGroup):
        for path, record in every(case, kind):
            if not record.subjects:
                yield (*path, "children")


RULES: Final = (
    Rule(
        code="statement-without-kind",  # R 7.1.10.2; H110
        wrong="This statement does not say how it is known.",
        mend="Write `kind`: `fact`, `observation`, `hearsay`, `allegation` or `opinion`.",
        find=_without_kind,
    ),
    Rule(
        code="approved-by-another",  # R 7.6
        wrong="Minutes are approved by the chair of their conference, and this is somebody else.",
        mend="Write the chair's id, or take `approved` out: the minutes are then a draft.",
        find=_approved_by_another,
    ),
    Rule(
        code="plan-without-category",  # R 7.3; N l.206; H143
        wrong="A plan is made or continued, and no category is given.",
        mend="Write `categories` with at least one.",
        find=_plan_without_category,
    ),
    Rule(
        code="category-without-plan",  # R 7.3
        wrong="A category is given, and there is no plan for this child.",
        mend="Take `categories` out, or correct `plan`.",
        find=_category_without_plan,
    ),
    Rule(
        code="decision-without-reasons",  # R 7.6; N l.215; H145
        wrong="This decision has no reasons.",
        mend="Write at least one passage under `reasons`.",
        find=_without_reasons,
    ),
    Rule(
        code="decided-twice",
        wrong="There is a decision for this child already in these minutes.",
        mend="Keep one decision for each child.",
        find=_decided_twice,
    ),
    Rule(
        code="decision-for-another-child",
        wrong="This decision is for a child whom the conference is not about.",
        mend="Write a child of the conference, or add this one to its `children`.",
        find=_another_child,
    ),
    Rule(
        code="lead-worker-not-professional",
        wrong="The lead worker is not one of the professionals.",
        mend="Write the id of one under professionals.",
        find=_lead_worker,
    ),
    Rule(
        code="action-without-date",  # S 5.2; N l.221; R 7.4(i); H170
        wrong="This action does not say by when.",
        mend="Write `due` with a date, or `by_when` in words.",
        find=_without_date,
    ),
    Rule(
        code="action-without-owner",  # S 5.2; N l.221; R 7.4(i); H170
        wrong="This action is nobody's to do.",
        mend="Write the ids of those who do it under `owners`.",
        find=_without_owner,
    ),
    Rule(
        code="for-no-child",
        wrong="This does not say which child it is for.",
        mend="Write the ids under `children`.",
        find=_for_no_child,
    ),
)
