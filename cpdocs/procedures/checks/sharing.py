"""Checks of who is told what, as far as the case itself can be wrong about it (H3).

What a copy may hold is decided by `cpdocs.sharing`, whatever is found here. These checks find what
is recorded so that sharing, or people, would go by something that nobody decided.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from cpdocs.findings import Effect, Severity
from cpdocs.model.base import Record
from cpdocs.model.conference import Contribution
from cpdocs.model.office import Distribution
from cpdocs.model.people import HELPERS, Professional
from cpdocs.model.places import AgencyKind
from cpdocs.model.reports import ChronologyEntry, Report
from cpdocs.model.sharing import Passage
from cpdocs.procedures.checks.base import (
    Check,
    Facts,
    Found,
    by,
    designated,
    for_all,
    passages,
    placed,
)
from cpdocs.values import Sensitivity

E, W = Severity.ERROR, Severity.WARNING

_CONVICTION = re.compile(
    r"\b(?:convict(?:ed|ions?)|sentenced|imprison(?:ed|ment)|suspended sentence|"
    r"police caution|community order|cautioned (?:for|by))\b",
    re.IGNORECASE,
)
_NONE_KNOWN = re.compile(
    r"\b(?:no|any|without|never been|not been)\s+(?:\w+\s+){0,3}convict(?:ed|ions?)\b",
    re.IGNORECASE,
)
_IN_ADDENDUM = frozenset({Sensitivity.CRIMINAL, Sensitivity.CONFIDENTIAL_SECTION})
_GP = ("gp", "general practitioner")


def _papers(facts: Facts) -> Iterator[tuple[str, Passage]]:
    """The passages of this conference's reports and chronology."""
    papers: list[tuple[str, Record]] = [*facts.of(Report), *facts.of(ChronologyEntry)]
    for at, paper in papers:
        yield from passages(paper, at)


def contributions(facts: Facts) -> Iterator[tuple[str, Contribution]]:
    minutes = facts.conference.minutes
    for place, it in placed(
        f"{facts.at}.minutes.contributions", minutes.contributions if minutes else ()
    ):
        if isinstance(it, Contribution):
            yield place, it


def _excluded_untold(facts: Facts) -> Found:
    for place, exclusion in placed(f"{facts.at}.exclusions", facts.conference.exclusions):
        if not exclusion.parts and exclusion.told_in_writing is None:
            yield f"{place}.told_in_writing"


def _distributions(facts: Facts) -> Iterator[tuple[str, Distribution]]:
    for place, row in placed("distributions", facts.case.distributions):
        if row.conference == facts.conference.id:
            yield place, row


def _is_of_minutes(row: Distribution) -> bool:
    return any(word in row.what.casefold() for word in ("minutes", "record", "summary"))


def _given_to_excluded(facts: Facts) -> Found:
    nothing = {
        row.who
        for row in facts.conference.exclusions
        if not row.parts and not row.may_have and not row.may_have_parts
    }
    for place, row in _distributions(facts):
        if row.who in nothing:
            yield place


def _given_to_others(facts: Facts) -> Found:
    conference = facts.conference
    minutes = conference.minutes
    entitled = {row.who for row in conference.invitations if row.invited}
    entitled |= {row.who for row in conference.attendance if facts.came(row.who)}
    entitled |= {who for group in (minutes.core_groups if minutes else ()) for who in group.members}
    entitled |= {
        it.id for it in facts.case.professionals if it.routine or it.lead_worker_for or it.manages
    }
    entitled |= {conference.chair, *([conference.minute_taker] if conference.minute_taker else [])}
    for place, row in _distributions(facts):
        if _is_of_minutes(row) and row.who not in entitled:
            yield f"{place}.who"


def _homes_of(facts: Facts) -> Iterator[tuple[str, str]]:
    """The places that people of a protected home go to: place, household."""
    guarded = {home.id for home in facts.case.households if home.protected}
    for child in facts.case.children:
        if child.lives_at in guarded:
            yield from ((place, str(child.lives_at)) for place in child.places)
    for person in facts.case.people:
        if person.lives_at in guarded and person.surgery:
            yield person.surgery, str(person.lives_at)


def _place_reveals(facts: Facts) -> Found:
    """Somewhere that people of a protected home go, and it is not marked as giving it away."""
    for place_id, home in dict.fromkeys(_homes_of(facts)):
        place = facts.case.place(place_id)
        if place is not None and home not in place.reveals:
            yield f"places.{place_id}.reveals"


def _worker_reveals(facts: Facts) -> Found:
    """A refuge's worker, whose designation or agency says that the family is there."""
    guarded = {home.id for home in facts.case.households if home.protected}
    living = {
        person.id
        for people in (facts.case.children, facts.case.people)
        for person in people
        if person.lives_at in guarded
    }
    for worker in facts.case.professionals:
        if not living & set(worker.direct_contact_with) or not _of_refuge(facts, worker):
            continue
        agency = facts.case.agency(worker.agency)
        if not worker.reveals and not (agency and agency.reveals):
            yield f"professionals.{worker.id}.reveals"


def _of_refuge(facts: Facts, worker: Professional) -> bool:
    agency = facts.case.agency(worker.agency)
    named = agency is not None and "refuge" in agency.name.casefold()
    return named or designated(worker, "refuge")


def _conviction_in_report(facts: Facts) -> Found:
    for place, passage in _papers(facts):
        told = _NONE_KNOWN.sub("", passage.text)
        if passage.sensitivity not in _IN_ADDENDUM and _CONVICTION.search(told):
            yield f"{place}.sensitivity"


def _police_words_unagreed(facts: Facts) -> Found:
    closed = {it.id for it in facts.conference.parts if it.confidential or it.legal_advice}
    for place, said in contributions(facts):
        speaker = facts.case.professional(said.by) if said.by else None
        from_police = speaker is not None and facts.kind_of(speaker) is AgencyKind.POLICE
        if said.part in closed or not (from_police or said.sensitivity is Sensitivity.POLICE):
            continue
        if not said.wording_for and said.sharing is None:
            yield f"{place}.wording_for"


def _helper_stayed(facts: Facts) -> Found:
    told_to_leave = {row.who: set(row.asked_to_leave) for _, row in facts.attendance}
    for place, row in facts.attendance:
        person = facts.case.person(row.who)
        helped = person.related(HELPERS) if person else ()
        if any(set(row.attended) & told_to_leave.get(who, set()) for who in helped):
            yield f"{place}.attended"


def _third_party_undiscussed(facts: Facts) -> Found:
    for place, passage in (*_papers(facts), *contributions(facts)):
        agreed = passage.sharing is not None and passage.sharing.agreed_by_chair is not None
        if passage.sensitivity is Sensitivity.THIRD_PARTY and not (agreed or passage.wording_for):
            yield f"{place}.sharing"


def _routine(facts: Facts) -> tuple[Professional, ...]:
    """Who is sent the minutes: whoever is by rule, was asked to come, or came."""
    asked = {row.who for _, row in facts.invited}
    return tuple(
        it for it in facts.case.professionals if it.routine or it.id in asked or facts.came(it.id)
    )


def _routine_gp_missing(facts: Facts) -> Found:
    if facts.conference.minutes is None:
        return
    people = [child.id for child in facts.children if not child.is_unborn]
    names = dict.fromkeys(people, "children")
    if facts.text == "N":
        names |= dict.fromkeys((person.id for person in facts.carers()), "people")
    known = {
        person
        for worker in _routine(facts)
        if designated(worker, *_GP)
        for person in worker.direct_contact_with
    }
    yield from (f"{name}.{person}" for person, name in names.items() if person not in known)


def _routine_officer_missing(facts: Facts) -> Found:
    if facts.conference.minutes is None:
        return
    routine = _routine(facts)
    at_school = [child for child in facts.children if child.school]
    known = {
        child
        for worker in routine
        if facts.kind_of(worker) is AgencyKind.EDUCATION
        for child in worker.direct_contact_with
    }
    yield from (f"children.{it.id}.school" for it in at_school if it.id not in known)
    if not any(designated(worker, "designated nurse") for worker in routine):
        yield f"{facts.at}.minutes"


CHECKS: Final = (
    Check(
        code="H084",
        what="Somebody is excluded from the whole conference, and no letter to them is recorded",
        says="This person is excluded from the whole conference and is told in writing. Send the "
        "letter and record its date under `told_in_writing`.",
        sources=by(E, R="7.1.9"),
        find=_excluded_untold,
        effect=Effect.HOLDS,
    ),
    Check(
        code="H085",
        what="An excluded person was given something, and no decision of the chair allows it",
        says="This person is excluded and was given something. Record under `may_have` or "
        "`may_have_parts` what the chair decided, or tell the chair at once.",
        sources=by(E, R="7.1.9"),
        find=_given_to_excluded,
        effect=Effect.HOLDS,
    ),
    Check(
        code="H088",
        what="A place that people of a protected home go to is not marked as revealing it",
        says="People of a protected home go here, so the place can give the home away. Name the "
        "household under `reveals`.",
        sources=by(W, R="7.6, 7.1.10.2") + for_all(W),
        find=_place_reveals,
        effect=Effect.HOLDS,
    ),
    Check(
        code="H088",
        what="A refuge’s worker is not marked as revealing a protected home",
        says="This worker’s designation or agency says where the family is. Name the household "
        "under `reveals`, here or at the agency.",
        sources=by(W, R="7.6, 7.1.10.2") + for_all(W),
        find=_worker_reveals,
        effect=Effect.HOLDS,
    ),
    Check(
        code="H089",
        what="Words of a conviction in a report or the chronology, not marked for the addendum",
        says="This seems to tell of a conviction, and is not marked so that it goes into the "
        "confidential addendum. Write `sensitivity: criminal`, or put it in other words.",
        sources=by(E, N="l.158"),
        find=_conviction_in_report,
        effect=Effect.HOLDS,
    ),
    Check(
        code="H091",
        what="What police said stands in the minutes without words that were agreed",
        says="Police information goes into the minutes in words agreed with police. Add them under "
        "`wording_for`, or withhold the passage.",
        sources=by(W, S="7.6"),
        find=_police_words_unagreed,
        effect=Effect.HOLDS,
    ),
    Check(
        code="H093",
        what="Somebody stayed in a part that the person whom they help was asked to leave",
        says="The person whom this helper stands by was asked to leave this part, so the helper "
        "leaves too. Correct the attendance, or tell the chair.",
        sources=by(E, N="l.172", R="7.2.4"),
        find=_helper_stayed,
        effect=Effect.HOLDS,
    ),
    Check(
        code="H094",
        what="Third-party information without the chair’s decision on it",
        says="Information about, or from, a third party is discussed with the chair first. Record "
        "the chair’s decision under `sharing`, or the words agreed under `wording_for`.",
        sources=by(W, R="7.1.10.2"),
        find=_third_party_undiscussed,
        effect=Effect.HOLDS,
    ),
    Check(
        code="H095",
        what="Minutes were given to somebody who was not asked to come, and not by rule",
        says="Minutes were given to somebody who is none of those they go to. Ask the chair or "
        "the lead worker whether they agree.",
        sources=by(E, R="7.6"),
        find=_given_to_others,
        effect=Effect.HOLDS,
    ),
    Check(
        code="H103",
        what="No GP of a child (N: or of a parent or carer) is sent the minutes",
        says="The minutes go to this person’s GP, and none is recorded. Add the GP with `routine: "
        "yes` and this person under `direct_contact_with`.",
        sources=by(E, R="7.6", N="l.65"),
        find=_routine_gp_missing,
    ),
    Check(
        code="H103",
        what="Nobody of a child’s school, or no designated nurse, is sent the minutes",
        says="The minutes go to the child protection officer of each child’s school and to the "
        "designated nurse. Add whoever is missing, with `routine: yes`.",
        sources=by(E, R="7.6"),
        find=_routine_officer_missing,
    ),
)
