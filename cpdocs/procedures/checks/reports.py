"""Checks of reports, the chronology and visits (H4)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import Final

from cpdocs.findings import Severity
from cpdocs.model.conference import ConferenceType
from cpdocs.model.people import Child
from cpdocs.model.reports import ChronologyEntry, Report, ReportKind, ReportTopic, Visit
from cpdocs.model.sharing import Passage
from cpdocs.procedures.checks import reading
from cpdocs.procedures.checks.base import Check, Facts, Found, by, passages
from cpdocs.procedures.checks.sharing import contributions
from cpdocs.values import StatementKind

E, W = Severity.ERROR, Severity.WARNING

# A side of a report in the standard edition: 12 points, with its headings.
WORDS_ON_A_SIDE = 400
_SIDES = 6  # without front sheet and chart (N l.154)

# Views, and what somebody proposes, are neither true nor false, so they need no kind.
_NO_STATEMENTS = frozenset(
    {
        ReportTopic.CHILD_VIEWS,
        ReportTopic.PARENT_VIEWS,
        ReportTopic.FAMILY_VIEWS,
        ReportTopic.DISPUTED,
        ReportTopic.PROPOSED_PLAN,
        ReportTopic.REVISIONS,
        ReportTopic.BASIS,
    }
)

# The first four are the text's own examples (L 9.4.10); the others are as empty: they judge a child
# or a home, and tell nothing that somebody saw or heard.
_LABELS = re.compile(
    r"\b(?:disturbed|acting out|unkempt|unhappy|inappropriate(?:ly)?|dirty|filthy|neglectful|"
    r"chaotic|poor (?:hygiene|parenting|home conditions)|hard to reach|dysfunctional|"
    r"manipulative|non-?compliant|failed to engage)\b",
    re.IGNORECASE,
)


def _statements(facts: Facts) -> Iterator[tuple[str, Passage]]:
    """The passages of reports and of the chronology that say something is so."""
    for at, report in facts.of(Report):
        for number, section in enumerate(report.sections):
            if section.topic not in _NO_STATEMENTS:
                yield from passages(section, f"{at}.sections.{number}")
    yield from facts.of(ChronologyEntry)


def _without_kind(facts: Facts) -> Found:
    for place, passage in _statements(facts):
        if passage.kind is None:
            yield f"{place}.kind"


def _hearsay(facts: Facts) -> Found:
    for place, passage in (*_statements(facts), *contributions(facts)):
        if passage.kind is StatementKind.HEARSAY:
            yield f"{place}.kind"


def _words(report: Report) -> int:
    return sum(len(reading.words(passage.text)) for _, passage in passages(report, ""))


def _too_long(facts: Facts) -> Found:
    for place, report in facts.reports(ReportKind.SOCIAL_WORK):
        if _words(report) > _SIDES * WORDS_ON_A_SIDE:
            yield f"{place}.sections"


def _no_household(facts: Facts) -> Found:
    for child in facts.children:
        if not child.is_unborn and child.lives_at is None:
            yield f"children.{child.id}.lives_at"
    for person in facts.family():
        if person.lives_at is None:
            yield f"people.{person.id}.lives_at"


def _lacks(topic: ReportTopic, *kinds: ReportKind) -> Callable[[Facts], Found]:
    """Reports of these kinds that have no section on a topic."""

    def lacking(facts: Facts) -> Found:
        for place, report in facts.reports(*kinds):
            if not any(it.topic is topic and it.passages for it in report.sections):
                yield f"{place}.sections"

    return lacking


def _no_chronology(facts: Facts) -> Found:
    if facts.reports(ReportKind.SOCIAL_WORK) and not facts.of(ChronologyEntry):
        yield "chronology"


def _out_of_order(facts: Facts) -> Found:
    latest = date.min
    for place, entry in facts.of(ChronologyEntry):
        if entry.dated < latest:
            yield f"{place}.dated"
        latest = max(latest, entry.dated)


def _to_come(facts: Facts) -> Found:
    for place, entry in facts.of(ChronologyEntry):
        if entry.dated > facts.held:
            yield f"{place}.dated"


def _not_validated(facts: Facts) -> Found:
    for place, report in facts.reports(ReportKind.SOCIAL_WORK, ReportKind.REVIEW):
        shared = report.shared_with_family
        if report.validated is None:
            yield f"{place}.validated"
        elif shared is not None and report.validated.dated > shared:
            yield f"{place}.validated.dated"


def _by_own_author(facts: Facts) -> Found:
    for place, report in facts.reports(ReportKind.SOCIAL_WORK, ReportKind.REVIEW):
        if report.validated is not None and report.validated.by == report.by:
            yield f"{place}.validated.by"


def _adult_unchecked(facts: Facts) -> Found:
    for place, report in facts.reports(ReportKind.SOCIAL_WORK):
        child = facts.case.child(report.child)
        checks = [it for it in report.sections if it.topic is ReportTopic.CHECKS]
        told = {who for it in checks for each in it.passages for who in each.about}
        adults = [
            person.id
            for person in facts.family()
            if child and child.lives_at and person.lives_at == child.lives_at
        ]
        if not checks or not set(adults) <= told:
            yield f"{place}.sections"


def _no_visits(facts: Facts) -> Found:
    for place, report in facts.reports(ReportKind.REVIEW):
        if not any(visit.child == report.child for _, visit in facts.of(Visit)):
            yield place


def _no_core_groups(facts: Facts) -> Found:
    for place, report in facts.reports(ReportKind.REVIEW):
        before = {other.id for other in facts.earlier(report.child)} | {facts.conference.id}
        if not any(
            meeting.conference in before and report.child in meeting.children
            for meeting in facts.case.core_group_meetings
        ):
            yield place


def _others_at_home(facts: Facts) -> list[Child]:
    homes = {child.lives_at for child in facts.children if child.lives_at}
    return [
        child
        for child in facts.case.children
        if child.lives_at in homes and child.id not in facts.conference.children
    ]


def _sibling_needs(facts: Facts) -> Found:
    if facts.conference.type is ConferenceType.REVIEW and _others_at_home(facts):
        yield from _lacks(ReportTopic.SIBLING_NEEDS, ReportKind.REVIEW)(facts)


def _labels(facts: Facts) -> Found:
    for at, visit in facts.of(Visit):
        for place, note in passages(visit, at):
            if _LABELS.search(note.text):
                yield place


CHECKS: Final = (
    Check(
        code="H110",
        what="A statement of a report or of the chronology that does not say how it is known",
        says="Say how this is known: fact, observation, hearsay, allegation or opinion.",
        sources=by(E, R="7.1.10.2", N="l.152", S="6.26"),
        find=_without_kind,
    ),
    Check(
        code="H111",
        what="Hearsay, for an authority whose text does not list it",
        says="The authority’s text does not know hearsay. Write who said it, as an allegation or "
        "an opinion of theirs, or leave it out.",
        sources=by(W, N="l.152", S="6.26"),
        find=_hearsay,
    ),
    Check(
        code="H113",
        what=f"A social worker’s report of more than {_SIDES} sides, at {WORDS_ON_A_SIDE} words "
        "a side",
        says=f"The report is longer than {_SIDES} sides. Shorten it.",
        sources=by(W, N="l.154"),
        find=_too_long,
    ),
    Check(
        code="H114",
        what="Somebody of the family whose household is not recorded, so the chart cannot show it",
        says="The family chart shows who lives where, and this person’s home is not recorded. Add "
        "`lives_at`; a household without an address will do.",
        sources=by(E, N="l.155"),
        find=_no_household,
    ),
    Check(
        code="H115",
        what="A social worker’s report without an opinion on whether the child needs a plan",
        says="The report does not say whether the child needs a plan. Add `threshold`.",
        sources=by(E, R="7.1.10.2"),
        find=_lacks(ReportTopic.THRESHOLD, ReportKind.SOCIAL_WORK),
    ),
    Check(
        code="H116",
        what="A social worker’s report without a proposed plan",
        says="The report proposes no plan for this child. Add `proposed-plan`.",
        sources=by(E, R="7.1.10.2"),
        find=_lacks(ReportTopic.PROPOSED_PLAN, ReportKind.SOCIAL_WORK),
    ),
    Check(
        code="H117",
        what="A social worker’s report and no chronology",
        says="There is a social worker’s report and no chronology. Add it.",
        sources=by(E, R="7.1.10.1", S="6.12"),
        find=_no_chronology,
    ),
    Check(
        code="H117",
        what="The chronology is not in the order of its days",
        says="This entry stands after a later one. Put the chronology in order.",
        sources=by(E, R="7.1.10.1", S="6.12"),
        find=_out_of_order,
    ),
    Check(
        code="H117",
        what="The chronology tells of a day after the conference",
        says="This entry is dated after the conference to which it is reported. Check the date.",
        sources=by(E, R="7.1.10.1", S="6.12"),
        find=_to_come,
    ),
    Check(
        code="H118",
        what="A report that no manager validated before it was shared",
        says="A manager validates the report before it goes to anybody. Record who did, and when.",
        sources=by(E, N="l.165", L="9.4.18"),
        find=_not_validated,
    ),
    Check(
        code="H118",
        what="A report that was validated by its own author",
        says="The report was validated by the person who wrote it. Ask the manager.",
        sources=by(E, N="l.162 to l.165", L="9.4.18"),
        find=_by_own_author,
    ),
    Check(
        code="H120",
        what="Checks are not reported, or not of every adult at home with the child",
        says="The report’s `checks` do not name every adult who lives with this child. Add what "
        "was asked, and whom each passage is about.",
        sources=by(W, N="l.158"),
        find=_adult_unchecked,
    ),
    Check(
        code="H121",
        what="A report without the parents’ views",
        says="The report says nothing of what the parents think. Add `parent-views`.",
        sources=by(W, N="l.160", S="4.20"),
        find=_lacks(ReportTopic.PARENT_VIEWS, ReportKind.SOCIAL_WORK, ReportKind.REVIEW),
    ),
    Check(
        code="H122",
        what="A report to a review without a visit to this child on record",
        says="The report to the review tells when this child was visited, and no visit is on "
        "record. Add the visits.",
        sources=by(E, N="l.315 to l.328"),
        find=_no_visits,
    ),
    Check(
        code="H122",
        what="A report to a review without a core group on record",
        says="The report to the review tells when the core group met, and no meeting is on record. "
        "Add the meetings.",
        sources=by(E, N="l.315 to l.328"),
        find=_no_core_groups,
    ),
    Check(
        code="H123",
        what="A report to a review says nothing of other children of the household",
        says="Another child lives in this home and the report says nothing of that child’s needs. "
        "Add `sibling-needs`.",
        sources=by(E, N="l.317"),
        find=_sibling_needs,
    ),
    Check(
        code="H126",
        what="A label in a visit’s notes, such as “inappropriate” or “dirty”, in place of what was "
        "seen",
        says="The note judges and does not tell. Write what was seen or heard.",
        sources=by(W, L="9.4.10"),
        find=_labels,
    ),
)
