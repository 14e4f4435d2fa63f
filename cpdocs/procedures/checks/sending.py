"""Checks of what is sent and shared: was it there in time for those who need it (H1)."""

from __future__ import annotations

from typing import Final

from cpdocs.findings import Severity
from cpdocs.model.conference import ConferenceType
from cpdocs.model.plans import BirthArrangements
from cpdocs.model.reports import ReportKind
from cpdocs.model.ruling import RuledName
from cpdocs.procedures.checks.base import Check, Facts, Found, Undecided, by, later_than
from cpdocs.values import Wording

E, W = Severity.ERROR, Severity.WARNING


def _report_shared_late(facts: Facts, name: RuledName, readers: bool) -> Found:
    due = facts.due(name)
    if due is None or not readers:
        return
    for place, report in facts.reports():
        shared = f"{place}.shared_with_family"
        if later_than(report.shared_with_family, due):
            yield shared
        elif report.shared_with_family is None and facts.on > due:
            yield Undecided(place=shared, missing="when the report was shared with the family")


def _shared_late(facts: Facts) -> Found:
    yield from _report_shared_late(facts, RuledName.REPORT_TO_FAMILY_DUE, readers=True)


def _reads_no_english(facts: Facts) -> bool:
    return any(
        person.needs is not None
        and any(
            code is not None and code.split("-")[0] != "en"
            for code in (person.needs.preferred_language, person.needs.first_language)
        )
        for person in facts.carers()
    )


def _shared_late_in_translation(facts: Facts) -> Found:
    yield from _report_shared_late(
        facts, RuledName.ADAPTED_REPORT_DUE, readers=_reads_no_english(facts)
    )


def _shared_late_to_explain(facts: Facts) -> Found:
    needed = any(p.needs and p.needs.wording is Wording.EASY_READ for p in facts.carers())
    yield from _report_shared_late(facts, RuledName.ADAPTED_REPORT_DUE, readers=needed)


def _invited_late(facts: Facts) -> Found:
    due = facts.due(RuledName.FAMILY_INVITATION_DUE)
    if later_than(facts.conference.letters_dated, due):
        yield f"{facts.at}.letters_dated"


def _decision_sent_late(facts: Facts) -> Found:
    minutes = facts.conference.minutes
    due = facts.due(RuledName.DECISION_DUE) or facts.due(RuledName.OUTLINE_PLAN_DUE)
    if minutes is None or not minutes.decisions or due is None:
        return
    if later_than(minutes.outcome_dated, due):
        yield f"{facts.at}.minutes.outcome_dated"
    elif minutes.outcome_dated is None and facts.on > due:
        yield Undecided(
            place=f"{facts.at}.minutes.outcome_dated", missing="when the decision was sent"
        )


def _minutes_late(facts: Facts) -> Found:
    due = facts.due(RuledName.MINUTES_DUE)
    minutes = facts.conference.minutes
    if due is None or not facts.took_place:
        return
    approved = minutes.approved if minutes else None
    late = later_than(approved.dated, due) if approved else facts.on > due
    if late:
        yield f"{facts.at}.minutes.approved"


def _to_chair_late(facts: Facts) -> Found:
    due = facts.due(RuledName.REPORT_TO_CHAIR_DUE)
    if facts.conference.type is not ConferenceType.REVIEW:
        return
    leads = {
        worker.id
        for worker in facts.case.professionals
        if set(worker.lead_worker_for) & set(facts.conference.children)
    }
    for place, row in facts.attendance:
        if row.who in leads and later_than(row.report_received, due):
            yield f"{place}.report_received"
    for place, report in facts.reports(ReportKind.REVIEW, ReportKind.SOCIAL_WORK):
        if later_than(report.dated, due):
            yield f"{place}.dated"


def _birth_plan_late(facts: Facts) -> Found:
    due = facts.due(RuledName.BIRTH_ARRANGEMENTS_DUE)
    if due is None:
        return
    for place, paper in facts.of(BirthArrangements):
        agreed = paper.agreed.dated if paper.agreed else None
        if later_than(agreed, due) or (agreed is None and facts.on > due):
            yield f"{place}.agreed"


CHECKS: Final = (
    Check(
        code="H019",
        what="A report was shared with the family later than its timescale",
        says="The report was shared with the family later than it had to be. Ask the chair whether "
        "they have had time to read it.",
        sources=by(E, R="7.1.8 e, 7.1.10.2", N="l.136", S="2.12, 2.19, 4.20"),
        find=_shared_late,
    ),
    Check(
        code="H020",
        what="A parent reads another language, and the report came later than it then has to",
        says="A parent reads another language, so the report is due earlier, and it was shared "
        "after that. Ask the chair whether the conference can go ahead.",
        sources=by(E, S="2.20"),
        find=_shared_late_in_translation,
    ),
    Check(
        code="H021",
        what="A parent needs easy read, and the report came later than it then has to",
        says="A parent needs easy wording, so the report is due earlier, and it was shared after "
        "that. Ask the chair whether the conference can go ahead.",
        sources=by(E, S="2.21"),
        find=_shared_late_to_explain,
    ),
    Check(
        code="H023",
        what="The family’s invitation is dated later than its timescale",
        says="The letter to the parents is dated later than it has to reach them. Ring them as "
        "well, and record it.",
        sources=by(E, N="l.307"),
        find=_invited_late,
    ),
    Check(
        code="H024",
        what="The decision was sent later than its timescale",
        says="The decision was sent later than it had to be.",
        sources=by(E, R="7.6", N="l.243", S="4.9, 4.13"),
        find=_decision_sent_late,
    ),
    Check(
        code="H025",
        what="The minutes are later than their timescale",
        says="The minutes are due and were not approved in time. Have the chair approve them.",
        sources=by(E, S="4.14"),
        find=_minutes_late,
    ),
    Check(
        code="H031",
        what="The social worker’s report reached the chair late before a review",
        says="The report reached the chair later than it had to.",
        sources=by(E, S="5.12"),
        find=_to_chair_late,
    ),
    Check(
        code="H032",
        what="The birth arrangements were not agreed by the day on which they go round",
        says="The birth arrangements are due and were not agreed in time. Have them agreed.",
        sources=by(W, S="4.16, 5.7"),
        find=_birth_plan_late,
    ),
)
