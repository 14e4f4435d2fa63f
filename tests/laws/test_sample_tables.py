"""Laws 3 and 4 on the main sample: each reader gets all and only what the hand-made tables say."""

from __future__ import annotations

import re
from contextlib import suppress
from functools import cache

import pytest

from cpdocs.case.case import Case
from cpdocs.case.load import load
from cpdocs.documents.catalogue import About, document
from cpdocs.matching import words
from cpdocs.model.sharing import Passage
from cpdocs.model.view import papers
from cpdocs.packs.copies import Job
from cpdocs.packs.planning import plan, prepare
from cpdocs.packs.run import in_words
from cpdocs.sharing import NothingToShare, Shared
from cpdocs.values import Form, Format
from tests.laws.sample import FILE, case, shared, text_of
from tests.meets import meets
from tests.oracle.sample_papers import BEGAN_AND_ENDED, NOT_ASKED, PAPERS_OF, Has
from tests.oracle.sample_tables import CONFERENCE, READINGS, Gets, Reading

READERS = [(reader, found) for reader, found in READINGS.items() if reader != "father-d"]
WITH_MINUTES = [(reader, reading) for reader, reading in READERS if reading.must]


def passages() -> dict[str, Passage]:
    """Every passage of the sample by its id."""
    (meeting,) = [c for c in case().conferences if c.id == CONFERENCE]
    assert meeting.minutes is not None
    found = [*meeting.purpose, *meeting.minutes.contributions]
    found += [reason for decision in meeting.minutes.decisions for reason in decision.reasons]
    return {p.id: p for p in found if isinstance(p, Passage) and p.id}


def held(of: Shared) -> list[str]:
    """The words of every passage in a view."""
    meeting = of.view.conference
    assert meeting.minutes is not None
    found = [*meeting.purpose, *meeting.minutes.contributions]
    found += [reason for decision in meeting.minutes.decisions for reason in decision.reasons]
    return [p.text for p in found if isinstance(p, Passage)]


def expected(reader: str, reading: Reading) -> list[str]:
    """The words that the table says a reader gets."""
    said = []
    for name, passage in passages().items():
        match reading.passages[name]:
            case Gets.FULL:
                said.append(passage.text)
            case Gets.PLAIN:
                assert passage.plain is not None
                said.append(passage.plain)
            case Gets.VARIANT:
                (mine,) = [v.text for v in passage.wording_for if reader in v.readers]
                said.append(mine)
    return said


@pytest.mark.parametrize(("reader", "reading"), READERS, ids=lambda value: str(value)[:12])
def test_every_passage_stands_in_each_table(reader: str, reading: Reading) -> None:
    assert set(reading.passages) == set(passages())


@meets("C01", "C02", "C04", "C09", "C10", "C11", "C13", "H090", "H092")
@pytest.mark.parametrize(("reader", "reading"), READERS, ids=[r for r, _ in READERS])
def test_a_reader_gets_the_passages_of_their_table_and_no_other(
    reader: str, reading: Reading
) -> None:
    assert sorted(held(shared(case(), reader))) == sorted(expected(reader, reading))


@meets("C13", "C15", "H092")
@pytest.mark.parametrize(("reader", "reading"), READERS, ids=[r for r, _ in READERS])
def test_a_reader_gets_the_children_and_decisions_of_their_table(
    reader: str, reading: Reading
) -> None:
    view = shared(case(), reader).view
    assert view.conference.minutes is not None
    assert {child.id for child in view.records.children} == reading.children
    assert {d.child for d in view.conference.minutes.decisions} == reading.decisions
    groups = {child for g in view.conference.minutes.core_groups for child in g.children}
    assert groups == reading.core_groups
    kept = {a.what for a in view.conference.minutes.actions}
    (meeting,) = case().conferences
    assert meeting.minutes is not None
    assert kept == {a.what for a in meeting.minutes.actions if a.id in reading.actions}


def test_the_father_who_is_not_told_has_no_view() -> None:
    with pytest.raises(NothingToShare):
        shared(case(), "father-d")


@meets("A75", "C01", "C02", "C16", "H204")
@pytest.mark.parametrize(("reader", "reading"), WITH_MINUTES, ids=[r for r, _ in WITH_MINUTES])
@pytest.mark.parametrize("format_", Format)
def test_the_finished_minutes_hold_all_that_they_must_and_nothing_that_they_must_not(
    reader: str, reading: Reading, format_: Format
) -> None:
    said = text_of(reader, "minutes", Form(format=format_))
    padded = f" {said} "
    lost = [m for m in reading.must if f" {' '.join(words(m))} " not in padded]
    leaked = [n for n in reading.never if f" {' '.join(words(n))} " in padded]
    assert (lost, leaked) == ([], [])


@pytest.mark.parametrize("reader", PAPERS_OF)
def test_each_reader_has_the_papers_that_the_table_says_and_no_other(reader: str) -> None:
    told = {getattr(paper, "id", None) for _, paper in papers(shared(case(), reader).view.records)}
    assert told - {None} == PAPERS_OF[reader]


def test_the_table_of_papers_names_each_of_them() -> None:
    every = {getattr(paper, "id", None) for _, paper in papers(case())} - {None}
    assert every == frozenset().union(*PAPERS_OF.values())


@pytest.mark.parametrize(
    ("place", "has"), NOT_ASKED.items(), ids=[" ".join(place) for place in NOT_ASKED]
)
def test_who_was_not_asked_has_what_the_table_says_and_no_more(
    place: tuple[str, str], has: Has
) -> None:
    conference, reader = place
    of = began_and_ended()
    if not has.view:
        with pytest.raises(NothingToShare):
            shared(of, reader, conference=conference)
        return
    view = shared(of, reader, conference=conference).view
    minutes = view.conference.minutes
    assert minutes is not None
    told = {getattr(paper, "id", None) for _, paper in papers(view.records)}
    assert told - {None} == has.papers
    assert {child.id for child in view.records.children} == has.children
    assert {decision.child for decision in minutes.decisions} == has.children
    assert {person.id for person in view.records.people} == has.people
    assert minutes.contributions == ()


def test_the_table_of_those_who_were_not_asked_names_nobody_who_was() -> None:
    asked = {
        (meeting.id, row.who)
        for meeting in began_and_ended().conferences
        for row in meeting.invitations
        if row.invited
    }
    assert asked & set(NOT_ASKED) == set()


@meets("C13", "C16", "H092")
@pytest.mark.parametrize(("reader", "reading"), WITH_MINUTES, ids=[r for r, _ in WITH_MINUTES])
def test_no_document_tells_what_its_reader_must_never_have(reader: str, reading: Reading) -> None:
    told = 0
    for job in jobs():
        if job.errand.reader != reader:
            continue
        with suppress(NothingToShare):
            _, copy = in_words(job)
            told += 1
            said = f" {' '.join(words(re.sub('<[^>]+>', ' ', copy.body)))} "
            leaked = [n for n in reading.never if f" {' '.join(words(n))} " in said]
            assert leaked == [], (job.errand.document, job.errand.about)
    assert told > 5


@cache
def began_and_ended() -> Case:
    """The sample with a conference where plans began, and a later one where one of them ended."""
    return load(FILE.parents[1] / BEGAN_AND_ENDED / "case.yaml")


@cache
def jobs() -> tuple[Job, ...]:
    """Every copy of the sample that is about the case: guides hold nothing of it."""
    (prepared,) = prepare([case()])
    every = plan(prepared, None)
    return tuple(j for j in every if document(j.errand.document).about is not About.NONE)
