"""The chair's marked copies: made of what the other copies say, for the chair alone, apart."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from lxml import etree

from cpdocs.case.load import load
from cpdocs.documents.composed import Composed
from cpdocs.errors import UsageError
from cpdocs.packs import manifest, run
from cpdocs.packs.copies import Copy, Job, Outcome, Prepared
from cpdocs.packs.marked import NothingToMark
from cpdocs.packs.one import Wanted, render_copy
from cpdocs.packs.planning import plan, prepare
from cpdocs.packs.run import in_words
from cpdocs.values import Showing
from tests.packs.cases import case, fake

SAMPLE = Path(__file__).parents[2] / "data" / "cases" / "london-review" / "case.yaml"
CHAIR = "chair-4"
MARKED = Wanted(showing=Showing.MARKED)


@cache
def sample() -> Prepared:
    (prepared,) = prepare([SAMPLE])
    return prepared


def jobs(document: str, showing: Showing, reader: str = CHAIR) -> list[Job]:
    return [
        job
        for job in plan(sample(), None)
        if (job.errand.document, job.errand.showing, job.errand.reader)
        == (document, showing, reader)
    ]


@cache
def copy_of(reader: str, showing: Showing = Showing.OWN) -> Composed:
    """A reader's copy of the minutes of the review, in English, to be compared with the chair's."""
    wanted = (
        job for job in jobs("minutes", showing, reader) if job.errand.conference == "review-1"
    )
    job = next(wanted)
    return in_words(replace(job, errand=replace(job.errand, language="en")))[1]


def passages(copy: Composed) -> dict[int, tuple[str, str]]:
    """The numbered passages of a copy: their words, and the labels before them."""
    found: dict[int, tuple[str, str]] = {}
    for held in etree.fromstring(copy.body).iter("div"):
        number = held.find(".//span[@class='number']")
        if number is not None:
            said = [_text(it) for it in held if it.get("class") == "says"]
            labels = [_text(it) for it in held if it.get("class") == "note"]
            found[int(_text(number))] = (" ".join(said), " ".join(labels))
    return found


def _text(element: etree._Element) -> str:
    return " ".join("".join(map(str, element.itertext())).split())


def concordance(copy: Composed, name: str) -> dict[int, int]:
    """The numbers of somebody's copy with those of the chair's, as the chair's copy tells them."""
    title = next(it for it in etree.fromstring(copy.body).iter("h3") if name in _text(it))
    following = title.getnext()
    assert following is not None
    if following.tag != "table":
        assert "the same as in this copy" in _text(following)
        return {number: number for number in passages(copy)}
    found: dict[int, int] = {}
    for row in following.iterfind("tbody/tr"):
        theirs, ours = (re.findall(r"\d+", _text(cell)) for cell in row)
        there = range(int(theirs[0]), int(theirs[-1]) + 1)
        found |= dict(zip(there, range(int(ours[0]), int(ours[-1]) + 1), strict=True))
    return found


READERS = ("mother-b", "father-h", "gp-4", "sw-4")


def _named(reader: str) -> str:
    whole = sample().case
    person = whole.person(reader)
    worker = whole.professional(reader)
    return person.name.full if person else worker.name if worker else ""


@pytest.mark.parametrize("reader", READERS)
def test_the_concordance_leads_from_every_number_of_a_copy_to_the_same_passage(reader: str) -> None:
    theirs, own = passages(copy_of(reader)), passages(copy_of(CHAIR, Showing.MARKED))
    found = concordance(copy_of(CHAIR, Showing.MARKED), _named(reader))
    assert sorted(found) == sorted(theirs)
    for there, here in found.items():
        words, (full, labels) = theirs[there][0], own[here]
        assert words == full or words in labels


@pytest.mark.parametrize("reader", READERS)
def test_every_passage_that_a_copy_lacks_names_its_reader(reader: str) -> None:
    theirs = {words for words, _ in passages(copy_of(reader)).values()}
    own = passages(copy_of(CHAIR, Showing.MARKED))
    unlabelled = [
        number
        for number, (words, labels) in own.items()
        if words not in theirs and _named(reader) not in labels
    ]
    assert unlabelled == []
    if reader != "sw-4":
        assert len(theirs) < len(own)


def test_the_chairs_own_copy_has_no_marks_and_says_the_same() -> None:
    plain, marked = passages(copy_of(CHAIR)), passages(copy_of(CHAIR, Showing.MARKED))
    assert {n: words for n, (words, _) in plain.items()} == {
        n: words for n, (words, _) in marked.items()
    }
    assert {labels for _, labels in plain.values()} == {""}


def test_only_the_chair_has_marked_copies_and_of_papers_alone() -> None:
    marked = [job.errand for job in plan(sample(), None) if job.errand.showing is Showing.MARKED]
    assert {errand.reader for errand in marked} == {CHAIR}
    documents = {errand.document for errand in marked}
    assert {"minutes", "review-report"} <= documents
    assert not documents & {"outcome-family", "guide-parents", "sharing-schedule"}


def test_no_readers_own_copy_is_planned_otherwise_for_it() -> None:
    jobs = plan(sample(), "minutes")
    first = next(n for n, job in enumerate(jobs) if job.errand.showing is Showing.MARKED)
    assert {job.errand.showing for job in jobs[first:]} == {Showing.MARKED}


def test_a_marked_copy_lies_with_the_operator(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "made", fake)
    (job,) = jobs("minutes", Showing.MARKED)[-1:]
    told = manifest.entry(run.make(job))
    assert str(told.path).startswith(f"operator/{CHAIR}/")


@pytest.mark.parametrize("reader", ["mother-b", "sw-4", "minutes-4"])
def test_anybody_else_is_refused(reader: str) -> None:
    with pytest.raises(UsageError, match=f"Only the chair .* The chair is {CHAIR}"):
        render_copy(sample().case, "minutes", reader=reader, about="review-1", wanted=MARKED)


def test_where_everybody_gets_it_alike_there_is_nothing_to_mark(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    alike = load(SAMPLE)
    with pytest.raises(NothingToMark, match="nothing to mark"):
        render_copy(alike, "agenda", reader=CHAIR, about="review-1", wanted=MARKED)

    def nothing(_: Job) -> Copy:
        raise NothingToMark("Everybody gets it alike.")

    monkeypatch.setattr(run, "made", nothing)
    assert run.make(jobs("minutes", Showing.MARKED)[0]).outcome is Outcome.NOT_NEEDED


def test_a_document_that_nobody_is_sent_yet_cannot_be_marked() -> None:
    with pytest.raises(UsageError, match="to nobody as the case stands"):
        render_copy(case(), "minutes", reader="head", wanted=MARKED)
