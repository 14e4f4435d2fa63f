"""How a name, an address, a school or a date may be written: what each is searched for by.

The forms follow how people write minutes: initials, a surname first, possessives without their
apostrophe, abbreviated streets, a school without its last word, dates in figures.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from cpdocs.matching import capital_words, everyday_words, spellings, words
from cpdocs.model.people import PersonName
from cpdocs.sharing.ledger import NeedleKind

Run = tuple[str, ...]

_TITLES = ("mr", "mrs", "ms", "miss", "dr")
_RANKS = ("pc", "dc", "sgt")
_MODALS = frozenset({"will", "may", "grant", "mark"})  # family names that follow a subject as verbs
_ARTICLES = frozenset("ai")  # initials that are words
_STREETS = (
    ("street", "st"),
    ("road", "rd"),
    ("avenue", "ave"),
    ("close", "cl"),
    ("lane", "ln"),
    ("drive", "dr"),
    ("court", "ct"),
    ("crescent", "cres"),
    ("gardens", "gdns"),
    ("place", "pl"),
    ("terrace", "terr"),
    ("square", "sq"),
)
_SHORTER = dict(_STREETS) | {short: long for long, short in _STREETS}
_HOUSE = re.compile(r"\d+[a-z]?")
_INSIDE = frozenset({"flat", "apartment", "room", "unit", "floor", "studio", "bedsit"})
_KINDS_OF_PLACE = frozenset(
    words(
        "academy centre clinic college community county high infant infants junior medical nursery "
        "practice preschool primary school secondary surgery"
    )
)
_LEAST = 4  # letters of half a double name
_LONG = 6  # letters of a name that is known again with one of them wrong


@dataclass(frozen=True)
class Form:
    """One way of writing something, not searched for where a reader holds it or its `base`."""

    run: Run
    kind: NeedleKind = NeedleKind.WORDS
    base: Run = ()


def is_everyday(run: Run) -> bool:
    """Whether it is made of everyday words alone."""
    return all(word in everyday_words() for word in run)


def _beside(run: Run, base: Run = ()) -> Form:
    kind = NeedleKind.BESIDE if is_everyday(run) else NeedleKind.WORDS
    return Form(run, kind, base)


def alone(name: str) -> Iterator[Form]:
    """A name by itself, unless it is an everyday word or too short to mean anything."""
    run = words(name)
    if len(name) < 3 or is_everyday(run):
        return
    yield Form(run)
    yield Form((*run[:-1], run[-1] + "s"), base=run)
    if len(run) == 1:
        yield from (Form((other,), base=run) for other in spellings().get(run[0], ()))
        if len(run[0]) >= _LONG:
            yield Form(run, NeedleKind.NEAR)
    if len(run) > 1:
        yield Form(("".join(run),), base=run)
        for half in run:
            if len(half) >= _LEAST and not is_everyday((half,)):
                yield Form((half,), base=run)
                yield Form((half + "s",), base=run)


def of_a_person(name: PersonName) -> Iterator[Form]:
    """A family member's name in full, with a title, with an initial, reversed, and its parts."""
    given, family = words(name.given), words(name.family)
    known = words(name.known_as or "")
    yield _beside(words(name.full))
    yield _beside(words(name.formal))
    for first in filter(None, (given, known)):
        yield _beside((*first, *family))
        yield from _with_initials(first, family)
        if not (is_everyday((*first, *family)) and set(family) & _MODALS):
            yield _beside((*family, *first))
    yield from _titled(family, _TITLES)
    for single in (name.given, name.family, name.known_as or ""):
        yield from alone(single)
    for first in (given, known):
        if len(first) == 1 and is_everyday(first) and first[0] not in capital_words():
            yield Form(first, NeedleKind.ALONE)
            yield Form((first[0] + "s",), NeedleKind.ALONE, base=first)
    if len(family) == 1 and is_everyday(family):  # `the Pages`
        yield Form((family[0] + "s",), NeedleKind.ALONE, base=family)


def of_a_professional(name: str) -> Iterator[Form]:
    """A professional's name, which the file gives as one string."""
    run = words(name)
    yield _beside(run)
    family = words(name.rsplit(maxsplit=1)[-1])
    if len(run) > len(family):
        yield from _with_initials(run[:1], family)
    yield from _titled(family, (*_TITLES, *_RANKS))
    yield from alone(name.rsplit(maxsplit=1)[-1])


def _with_initials(first: Run, family: Run) -> Iterator[Form]:
    initial, last = first[0][0], family[0][0]
    if not (is_everyday(family) and initial in _ARTICLES):
        yield _beside((initial, *family))
    if last not in _ARTICLES:
        yield _beside((*first, last))


def _titled(family: Run, titles: tuple[str, ...]) -> Iterator[Form]:
    """An everyday family name with any title, unless the reader holds the name at all."""
    if is_everyday(family):
        yield from (Form((title, *family), base=family) for title in titles)


def of_a_street(line: str) -> Iterator[Form]:
    """A line of an address, and the street without the number of the house."""
    run = words(line)
    if len(run) < 2:
        yield from alone(line)
        return
    if not (len(run) == 2 and run[0] in _INSIDE):
        yield Form(run)
        yield from (Form(short, base=run) for short in _shorter(run))
    street = run
    while street and _HOUSE.fullmatch(street[0]):
        street = street[1:]
    if len(run) > len(street) > 1 and not set(street) & _INSIDE:
        yield _beside(street)
        yield from (Form(s, _beside(street).kind, base=street) for s in _shorter(street))


def _shorter(run: Run) -> Iterator[Run]:
    if run[-1] in _SHORTER:
        yield (*run[:-1], _SHORTER[run[-1]])


def of_a_place(name: str) -> Iterator[Form]:
    """A school, nursery or surgery, also without the words that say what kind of place it is."""
    run = words(name)
    if len(run) > 1 or not is_everyday(run):
        yield Form(run)
    short = run
    while len(short) > 1 and short[-1] in _KINDS_OF_PLACE:
        short = short[:-1]
        if all(word in _KINDS_OF_PLACE or word in everyday_words() for word in short):
            return
        yield Form(short, NeedleKind.WORDS if len(short) > 1 else NeedleKind.ALONE, base=run)


def of_a_date(day: date) -> tuple[str, ...]:
    """A date as documents, forms and people write it."""
    plain = day.date() if isinstance(day, datetime) else day
    months = {plain.strftime("%B"), plain.strftime("%b")} | (
        {"Sept"} if plain.month == 9 else set()
    )
    number, year = plain.day, plain.year
    named = (
        form
        for month in sorted(months)
        for form in (
            f"{number} {month} {year}",
            f"{number} of {month} {year}",
            f"{month} {number} {year}",
            f"{number} {month} {year % 100:02}",
            f"{number:02} {month} {year}",
        )
    )
    figures = (
        f"{number:02} {plain.month:02} {year}",
        f"{number} {plain.month} {year}",
        f"{number:02} {plain.month:02} {year % 100:02}",
        f"{number} {plain.month} {year % 100:02}",
    )
    return tuple(dict.fromkeys((plain.isoformat(), *named, *figures)))
