"""What a reader's view and files are searched for: names, places, numbers, dates, runs of words.

Whatever the reader's own view holds elsewhere is not searched for. A name, address or number counts
as held only where a record, or wording agreed for this reader, holds it: standing in a passage that
is not about its owner is the very slip that the search is for. A name that is an everyday word is
searched for only with its neighbours.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from enum import StrEnum
from functools import cache, cached_property

from pydantic import BaseModel

from cpdocs.matching import house_words, near, numbers, runs, words
from cpdocs.model.base import Record
from cpdocs.model.conference import Action, Dissent, Part
from cpdocs.model.office import Availability, Lateness
from cpdocs.model.paths import Path, fields_of, records_in, spell
from cpdocs.model.people import Child, Contact, PersonName, Professional
from cpdocs.model.places import Address, Agency, Household, Place
from cpdocs.model.plans import CoreGroupMeeting
from cpdocs.model.reports import Visit
from cpdocs.model.sharing import Challenge, Passage, Sharing
from cpdocs.model.view import View
from cpdocs.sharing.cut import cut
from cpdocs.sharing.facts import Facts
from cpdocs.sharing.forms import (
    Form,
    Run,
    is_everyday,
    of_a_date,
    of_a_person,
    of_a_place,
    of_a_professional,
    of_a_street,
)
from cpdocs.sharing.hits import Searcher, standing
from cpdocs.sharing.ledger import Needle, NeedleKind
from cpdocs.sharing.verdict import Labels

RUN = 6  # words: shorter runs of a withheld passage stand in innocent text too often

Leaf = tuple[Path, Record, str, object]


class Held(StrEnum):
    """Which strings of a view count as held."""

    ALL = "all"
    RECORDS = "records"


class _Held:
    """The runs of words and the numbers that some strings hold."""

    def __init__(self, strings: Iterable[str]) -> None:
        texts = tuple(strings)
        self._words = tuple(words(text) for text in texts)
        self._single = frozenset(word for found in self._words for word in found)
        self._runs: dict[int, frozenset[Run]] = {}
        self._texts = texts

    @cached_property
    def numbers(self) -> frozenset[str]:
        return frozenset(number for text in self._texts for number in numbers(text))

    def __contains__(self, run: Run) -> bool:
        length = len(run)
        if length not in self._runs:
            self._runs[length] = frozenset(r for found in self._words for r in runs(found, length))
        return run in self._runs[length]

    def holds(self, form: Form) -> bool:
        """Whether a form, or what it is a form of, is the reader's: a name like it too, where one
        letter does not matter."""
        if form.run in self or (form.base and form.base in self):
            return True
        return form.kind is NeedleKind.NEAR and any(
            near(word, form.run[0]) for word in self._single
        )


@cache
def _house() -> _Held:
    return _Held(house_words())


def needles(facts: Facts, labels: Labels, view: View) -> tuple[Needle, ...]:
    """Everything to search a file of this reader for."""
    everything = _Held(strings_in(view))
    records = _Held((*strings_in(view, Held.RECORDS), *_agreed_words(facts.scoped, (), labels)))
    found: dict[tuple[NeedleKind, str], str] = {}
    for path, holder, name, value in _leaves(facts.scoped, (), False, labels):
        place = spell(path)
        for digits in _phone(holder, value):
            if digits not in records.numbers:
                found.setdefault((NeedleKind.DIGITS, digits), place)
        for form in _telling(holder, name, value):
            if form.run and not records.holds(form):
                found.setdefault((form.kind, " ".join(form.run)), place)
        for run in _said(name, value):
            if run and run not in everything and run not in _house():
                found.setdefault((NeedleKind.WORDS, " ".join(run)), place)
    sought = tuple(
        Needle(kind=kind, text=text, path=path) for (kind, text), path in sorted(found.items())
    )
    let = standing(Searcher(sought), _may_stand(facts.scoped, (), labels, view.reader.id))
    if not let:
        return sought
    return tuple(replace(each, stands=let[each]) if each in let else each for each in sought)


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
            yield from of_a_date(value)
        case BaseModel():
            left_out = _left_out(value) if held is Held.RECORDS else frozenset[str]()
            for name in type(value).model_fields:
                if name not in left_out:
                    yield from strings_in(getattr(value, name), held)
            if isinstance(value, PersonName):
                yield value.formal
                yield from _held_as(of_a_person(value))
            if isinstance(value, Professional):
                yield from _held_as(of_a_professional(value.name))
        case dict():
            for inner in value.values():
                yield from strings_in(inner, held)
        case tuple() | list():
            for inner in value:
                yield from strings_in(inner, held)
        case _:
            return


def _held_as(forms: Iterable[Form]) -> Iterator[str]:
    """The forms of a name that whoever holds it holds too."""
    return (" ".join(form.run) for form in forms if not form.base)


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


def _may_stand(record: Record, path: Path, labels: Labels, reader: str) -> Iterator[str]:
    """What this reader gets of words in which the chair decided that a name or the like may stand.

    Each record's own words alone: a decision on a visit is none on its notes.
    """
    block = getattr(record, "sharing", None)
    if isinstance(block, Sharing) and block.agreed_by_chair and reader in block.may_stand:
        told = cut(record, path, labels)
        for name in _left_out(record):
            yield from strings_in(getattr(told, name, None))
    for node in fields_of(record, path):
        if node.path not in labels.withheld:
            for inner_path, inner in records_in(node):
                if inner_path not in labels.withheld:
                    yield from _may_stand(inner, inner_path, labels, reader)


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


def _telling(holder: Record, name: str, value: object) -> Iterator[Form]:
    """What names somebody, or says where they are, because of one withheld value."""
    match value:
        case PersonName():
            yield from of_a_person(value)
        case date() if isinstance(holder, Child):
            yield from (Form(words(form)) for form in of_a_date(value))
        case str() if not isinstance(holder, PersonName):  # its parts are searched for together
            yield from _label(holder, name, value)
        case _:
            return


def _said(name: str, value: object) -> Iterator[Run]:
    """What else was said or recorded: dates, runs of words, ids."""
    match value:
        case date():
            yield from (words(form) for form in of_a_date(value))
        case str():
            run = words(value)
            yield from runs(run, RUN)
            if name == "id" and len(run) > 1 and not _is_a_heading(run):
                yield run
        case _:
            return


def _is_a_heading(run: Run) -> bool:
    """Whether an id reads as documents number their own headings: `plan 1`, `outcome 2`."""
    return len(run) == 2 and is_everyday(run[:1]) and run[1].isdigit()


def _label(holder: Record, name: str, value: str) -> Iterator[Form]:
    run = words(value)
    match (holder, name):
        case (Place(), "name"):
            yield from of_a_place(value)
        case (Agency(), "name") if len(run) > 1 or not is_everyday(run):  # not as `Police` is
            yield Form(run)
        case (Contact(), "email"):
            yield Form(run)
        case (Address(), "postcode"):
            yield Form(run)
            yield Form(words(value.replace(" ", "")))
        case (Address(), "lines"):
            yield from of_a_street(value)
        case (Professional(), "name"):
            yield from of_a_professional(value)
        case (Professional(), "designation") | (Part(), "title") if len(run) > 2:
            yield Form(run)
        case _:
            return
