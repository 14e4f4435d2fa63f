"""Invented cases of every shape that the rules for a case file allow, from a source of chance.

`random_case(seed)` is quick and gives the same case for the same seed; `cases()` is the same
builder driven by hypothesis, which makes a failing case small.
"""

from __future__ import annotations

from random import Random

from hypothesis import strategies as st

from cpdocs.case.case import Case
from cpdocs.model.people import Child, Person, Professional
from cpdocs.model.places import Agency, Event, EventKind, Household, Place
from cpdocs.model.view import PAPERS
from tests.generators.chance import Chance
from tests.generators.meetings import conference, where_it_began
from tests.generators.papers import Desk, booked, papers
from tests.generators.people import agencies, children, homes, people, places, professionals
from tests.generators.words import Words


def build(rng: Random) -> Case:
    """A whole, valid case."""
    chance = Chance(rng)
    words = Words(rng)
    households: tuple[Household, ...] = homes(chance, words)
    offices: tuple[Agency, ...] = agencies(chance, words, households)
    kids: tuple[Child, ...] = children(chance, words, households)
    family: tuple[Person, ...] = people(chance, words, households, kids)
    spots: tuple[Place, ...] = places(chance, words, households)
    kids = tuple(_sent_to(chance, child, spots) for child in kids)
    family = tuple(_registered(chance, person, spots) for person in family)
    staff: tuple[Professional, ...] = professionals(
        chance, words, offices, kids, family, households
    )
    meetings = [conference(chance, words, kids, family, staff)]
    if chance.one_in(5):
        meetings.append(conference(chance, words, kids, family, staff))
    used = {p.lives_at for p in kids} | {p.lives_at for p in family}
    offices = tuple(a for a in offices if any(p.agency == a.id for p in staff))
    spots = tuple(p for p in spots if _used(p, kids, family))
    used |= {home for it in staff for home in it.reveals}
    used |= {home for it in offices for home in it.reveals}
    used |= {home for it in spots for home in it.reveals}
    kids = tuple(_described(chance, words, kid) for kid in kids)
    desks = [Desk(chance, words, meeting, kids, family, staff) for meeting in meetings]
    written = [papers(desk) for desk in desks]
    held = [booked(desk) for desk in desks]
    if chance.one_in(2):
        held.append(where_it_began(chance, conference(chance, words, kids, family, staff)))
    return Case(
        cpdocs=1,
        case=words.id("CASE"),
        authority="exampleton",
        children=kids,
        people=family,
        professionals=staff,
        agencies=offices,
        households=tuple(h for h in households if h.id in used),
        places=spots,
        events=(Event(what=EventKind.REFERRAL, dated=chance.day(), about=(kids[0].id,)),),
        conferences=tuple(held),
        **{name: tuple(it for each in written for it in each[name]) for name in PAPERS},
    )


def _described(chance: Chance, words: Words, child: Child) -> Child:
    return child.model_copy(
        update={
            "legal_status": words.text() if chance.one_in(4) else None,
            "background": words.text() if chance.one_in(4) else None,
        }
    )


def _sent_to(chance: Chance, child: Child, spots: tuple[Place, ...]) -> Child:
    if child.born is None:
        return child
    return child.model_copy(
        update={
            "school": chance.maybe(chance.pick([p.id for p in spots if p.kind == "school"])),
            "nursery": chance.maybe(chance.pick([p.id for p in spots if p.kind == "nursery"])),
            "surgery": chance.maybe(chance.pick([p.id for p in spots if p.kind == "surgery"])),
        }
    )


def _registered(chance: Chance, person: Person, spots: tuple[Place, ...]) -> Person:
    surgery = chance.maybe(chance.pick([p.id for p in spots if p.kind == "surgery"]))
    return person.model_copy(update={"surgery": surgery})


def _used(place: Place, kids: tuple[Child, ...], family: tuple[Person, ...]) -> bool:
    return any(place.id in kid.places for kid in kids) or any(
        place.id == person.surgery for person in family
    )


def random_case(seed: int) -> Case:
    """The case of that number: always the same."""
    return build(Random(seed))  # noqa: S311 not for secrets


def cases() -> st.SearchStrategy[Case]:
    """Cases for hypothesis."""
    return st.builds(build, st.randoms(use_true_random=False))
