"""What a finished file is searched for: names, places, numbers, dates and runs of words withheld.

Whatever the reader's own view holds elsewhere is not searched for. A name, address or number counts
as held only where a record, or wording agreed for this reader, holds it: standing in a passage that
is not about its owner is the very slip that the search is for. A name that is an everyday word is
searched for only with its neighbours.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from enum import StrEnum

from pydantic import BaseModel

from cpdocs.matching import everyday_words, house_words, numbers, runs, words
from cpdocs.model.base import Record
from cpdocs.model.conference import Action, Dissent, Part
from cpdocs.model.office import Availability, Lateness
from cpdocs.model.paths import Path, fields_of, records_in, spell
from cpdocs.model.people import Child, Contact, PersonName, Professional
from cpdocs.model.places import Address, Agency, Household, Place
from cpdocs.model.plans import CoreGroupMeeting
from cpdocs.model.reports import Visit
from cpdocs.model.sharing import Challenge, Passage
from cpdocs.model.view import View
from cpdocs.sharing.facts import Facts
from cpdocs.sharing.ledger import Needle, NeedleKind
from cpdocs.sharing.verdict import Labels

RUN = 6  # words: shorter runs of a withheld passage stand in innocent text too often

Leaf = tuple[Path, Record, str, object]
Run = tuple[str, ...]


class Held(StrEnum):
    """Which strings of a view count as held."""

    ALL = "all"
    RECORDS = "records"


class _Held:
    """The runs of words and the numbers that some strings hold."""

    def __init__(self, strings: Iterable[str]) -> None:
        texts = tuple(strings)
        self._words = tuple(words(text) for text in texts)
        self._runs: dict[int, frozenset[Run]] = {}
        self.numbers = frozenset(n for text in texts for n in numbers(text))

    def __contains__(self, run: Run) -> bool:
        length = len(run)
        if length not in self._runs:
            self._runs[length] = frozenset(r for found in self._words for r in runs(found, length))
        return run in self._runs[length]


def needles(facts: Facts, labels: Labels, view: View) -> tuple[Needle, ...]:
    """Everything to search a file of this reader for."""
    everything = _Held((*strings_in(view), *house_words()))
    records = _Held((*strings_in(view, Held.RECORDS), *_agreed_words(facts.scoped, (), labels)))
    found: dict[tuple[NeedleKind, str], str] = {}
    for path, holder, name, value in _leaves(facts.scoped, (), False, labels):
        place = spell(path)
        for digits in _phone(holder, value):
            if digits not in records.numbers:
                found.setdefault((NeedleKind.DIGITS, digits), place)
        for run in _telling(holder, name, value):
            if run and run not in records:
                found.setdefault((NeedleKind.WORDS, " ".join(run)), place)
        for run in _said(name, value):
            if run and run not in everything:
                found.setdefault((NeedleKind.WORDS, " ".join(run)), place)
    return tuple(
        sorted(Needle(kind=kind, text=text, path=path) for (kind, text), path in found.items())
    )


_TELLING_AGAIN = frozenset({"outcome", "conflicts", "measure", "why_not"})
_FREE_TEXT: tuple[tuple[type[Record], frozenset[str]], ...] = (
    (Passage, frozenset({"text", "plain", "translations", "point", *_TELLING_AGAIN})),
    (Action, frozenset({"what", "by_when", "measure"})),
    (Dissent, frozenset({"reason"})),
    (Challenge, frozenset({"says"})),
    (Visit, frozenset({"place", "because"})),
    (CoreGroupMeeting, frozenset({"place", "later_because"})),
    (Availability, frozenset({"says"})),
    (Lateness, frozenset({"reason"})),
)


def strings_in(value: object, held: Held = Held.ALL) -> Iterator[str]:
    """Every string that a value holds, and every date as documents write it.

    `Held.RECORDS` leaves out the words of passages, actions, dissents and challenges.
    """
    match value:
        case str():
            yield str(value)
        case date():
            yield from _date_forms(value)
        case BaseModel():
            left_out = _left_out(value) if held is Held.RECORDS else frozenset[str]()
            for name in type(value).model_fields:
                if name not in left_out:
                    yield from strings_in(getattr(value, name), held)
            if isinstance(value, PersonName):
                yield from (value.full, value.formal, f"{value.known_as} {value.family}")
        case dict():
            for inner in value.values():
                yield from strings_in(inner, held)
        case tuple() | list():
            for inner in value:
                yield from strings_in(inner, held)
        case _:
            return


def _left_out(value: object) -> frozenset[str]:
    return next((names for kind, names in _FREE_TEXT if isinstance(value, kind)), frozenset())


def _agreed_words(record: Record, path: Path, labels: Labels) -> Iterator[str]:
    """The wording that was agreed for this reader, passage by passage."""
    if isinstance(record, Passage) and path in labels.variants:
        yield from strings_in(record.wording_for[labels.variants[path]])
    for node in fields_of(record, path):
        for inner_path, inner in records_in(node):
            if inner_path not in labels.withheld:
                yield from _agreed_words(inner, inner_path, labels)


def _leaves(record: Record, path: Path, gone: bool, labels: Labels) -> Iterator[Leaf]:
    reworded = path in labels.variants or path in labels.plain
    for node in fields_of(record, path):
        inner_gone = gone or node.path in labels.withheld or reworded
        if inner_gone:
            yield from ((node.path, record, node.spec.name, item) for item in _scalars(node.value))
        for inner_path, inner in records_in(node):
            withheld = inner_gone or inner_path in labels.withheld
            if withheld and isinstance(inner, PersonName):
                yield (inner_path, record, "name", inner)
            yield from _leaves(inner, inner_path, withheld, labels)


def _scalars(value: object) -> Iterable[object]:
    if isinstance(value, tuple):
        return tuple(item for item in value if not isinstance(item, Record))
    if isinstance(value, dict):
        return tuple(value.values())
    return () if isinstance(value, Record) else (value,)


def _phone(holder: Record, value: object) -> tuple[str, ...]:
    if isinstance(value, str) and isinstance(holder, Contact | Household):
        return numbers(value)
    return ()


def _telling(holder: Record, name: str, value: object) -> Iterator[Run]:
    """What names somebody, or says where they are, because of one withheld value."""
    match value:
        case PersonName():
            yield from _names(value)
        case date() if isinstance(holder, Child):
            yield from (words(form) for form in _date_forms(value))
        case str() if not isinstance(holder, PersonName):  # its parts are searched for together
            yield from _label(holder, name, value)
        case _:
            return


def _said(name: str, value: object) -> Iterator[Run]:
    """What else was said or recorded: dates, runs of words, ids."""
    match value:
        case date():
            yield from (words(form) for form in _date_forms(value))
        case str():
            run = words(value)
            yield from runs(run, RUN)
            if name == "id" and len(run) > 1 and not _is_a_heading(run):
                yield run
        case _:
            return


def _names(name: PersonName) -> Iterator[Run]:
    yield words(name.full)
    yield words(name.formal)
    if name.known_as:
        yield words(f"{name.known_as} {name.family}")
    for single in (name.given, name.family, name.known_as or ""):
        yield from _alone(single)


def _is_a_heading(run: Run) -> bool:
    """Whether an id reads as documents number their own headings: `plan 1`, `outcome 2`."""
    return len(run) == 2 and _is_everyday(run[:1]) and run[1].isdigit()


def _is_everyday(run: Run) -> bool:
    """Whether it is made of everyday words alone."""
    return all(word in everyday_words() for word in run)


def _alone(name: str) -> Iterator[Run]:
    """A name by itself, unless it is an everyday word or too short to mean anything."""
    run = words(name)
    if len(name) >= 3 and not _is_everyday(run):
        yield run


_DISTINCTIVE = {
    (Place, "name"),
    (Agency, "name"),
    (Address, "postcode"),
    (Contact, "email"),
}


def _label(holder: Record, name: str, value: str) -> Iterator[Run]:
    run = words(value)
    place = (type(holder), name)
    if place in _DISTINCTIVE and not (len(run) == 1 and _is_everyday(run)):  # as `Police` is
        yield run
    if place == (Address, "postcode"):
        yield words(value.replace(" ", ""))
    if place == (Address, "lines"):
        yield from (run,) if len(run) > 1 else _alone(value)
    if place == (Professional, "name"):
        yield run
        yield from _alone(value.rsplit(maxsplit=1)[-1])
    if place in {(Professional, "designation"), (Part, "title")} and len(run) > 2:
        yield run


def _date_forms(day: date) -> tuple[str, ...]:
    """A date as documents, forms and files write it."""
    plain = day.date() if isinstance(day, datetime) else day
    month = plain.strftime("%B"), plain.strftime("%b")
    return (
        plain.isoformat(),
        f"{plain.day} {month[0]} {plain.year}",
        f"{plain.day} {month[1]} {plain.year}",
        f"{plain.day:02} {plain.month:02} {plain.year}",
        f"{plain.day} {plain.month} {plain.year}",
    )
