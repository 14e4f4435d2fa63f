"""Delivery: a copy that would reach somebody from whom any of it is withheld is held.

A letter in the post lands on a doormat. So a copy sent by post is weighed against what everybody
else of the case in that household may have of the same document.
"""

from __future__ import annotations

from cpdocs.findings import Effect, Finding, Severity
from cpdocs.model.people import Delivery, DeliveryWay
from cpdocs.model.view import View, papers
from cpdocs.sharing.facts import Facts, Sort
from cpdocs.sharing.narrow import NothingToShare
from cpdocs.sharing.needles import strings_in
from cpdocs.sharing.share import Shared, Wholes

READS_LETTERS_FROM = 10  # years: the age from which children are asked to conferences (S 3.2)


def held_by_delivery(shared: Shared, wholes: Wholes) -> tuple[Finding, ...]:
    """A finding that holds the copy, where the post brings it to somebody who may not have it."""
    facts, reader = shared.whole.facts, shared.view.reader.id
    home = facts.home(reader)
    if home is None or _way(facts, reader) is not DeliveryWay.POST:
        return ()
    mine = _told(shared.view)
    exposed = any(mine - _told_to(other, shared, wholes) for other in _others(facts, reader, home))
    if not exposed:
        return ()
    return (
        Finding(
            code="delivery-exposes",
            effect=Effect.HOLDS,
            severity=Severity.ERROR,
            place=f"{_group(facts, reader)}.{reader}.delivery",
            says=(
                "Somebody who lives in this household may not have all that is in this copy. "
                "Record another way, such as `delivery: {by: hand, through: <a professional>}`."
            ),
            source="R 7.6",
        ),
    )


def _way(facts: Facts, reader: str) -> DeliveryWay | None:
    """How a family reader's copy reaches them; by post where nothing else is recorded."""
    if facts.sort(reader) is Sort.PROFESSIONAL:
        return None
    someone = facts.children.get(reader) or facts.people[reader]
    return (someone.delivery or Delivery(by=DeliveryWay.POST)).by


def _others(facts: Facts, reader: str, home: str) -> tuple[str, ...]:
    """Everybody else there who would read a letter: adults, and children old enough."""
    day = facts.conference.starts.date()
    children = (
        child.id
        for child in facts.case.children
        if child.lives_at == home and (child.age_on(day) or 0) >= READS_LETTERS_FROM
    )
    adults = (person.id for person in facts.case.people if person.lives_at == home)
    return tuple(person for person in (*adults, *children) if person != reader)


def _told_to(person: str, shared: Shared, wholes: Wholes) -> frozenset[str]:
    """What somebody else's view of the same document holds."""
    try:
        return _told(wholes(person).told(shared.sections, shared.view.about).view)
    except NothingToShare:
        return frozenset()


def _told(view: View) -> frozenset[str]:
    """What a copy tells of the case: the conference, its papers, and which children it is about."""
    names = (child.name for child in view.records.children if child.name)
    told = (string for _, paper in papers(view.records) for string in strings_in(paper))
    return frozenset((*strings_in(view.conference), *told, *(name.full for name in names)))


def _group(facts: Facts, reader: str) -> str:
    return "children" if facts.sort(reader) is Sort.CHILD else "people"
