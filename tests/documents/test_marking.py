"""A chair's copy in words: labels where they belong, in every document and language."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import etree

from cpdocs.documents.catalogue import Document, catalogue, document
from cpdocs.documents.compose import compose
from cpdocs.documents.said import said_in
from cpdocs.editions.render import file_name, read_back, render
from cpdocs.editions.rendition import Found
from cpdocs.languages import load_language
from cpdocs.model.conference import Action
from cpdocs.model.marks import Mark, Marks
from cpdocs.model.view import ReaderKind, View
from cpdocs.values import Form, Format
from tests.documents.contract import breaches
from tests.documents.examples_marked import CHAIR_READS, MARKS
from tests.documents.goldens import view_of
from tests.documents.views import MINUTES, STYLE, view_for
from tests.languages.pseudo import make_language, words_of

MINUTES_OF_IT = document("minutes")
VIEW = view_for(CHAIR_READS, marks=MARKS)
LABEL = "Not in the copies of:"
FOR_THE_CHAIR = [it for it in catalogue() if ReaderKind.CHAIR in it.audience]


def body(view: View, told: Document = MINUTES_OF_IT) -> str:
    return compose(told, view, load_language("en")).body


def all_marked(told: Document) -> View:
    """The document's example, with everything that it says marked."""
    view = view_of(told.id)
    said = [each.record for each in said_in(told, view)]
    marks = tuple(Mark(record=it, place=str(n), not_for=("Bo Li",)) for n, it in enumerate(said))
    return view.model_copy(update={"marks": Marks(readers=("Bo Li",), marks=marks)})


def test_a_label_stands_between_the_number_and_the_words() -> None:
    told = etree.fromstring(body(VIEW))
    first = next(it for it in told.iter("div") if "passage" in it.get("class", ""))
    assert [p.get("class") for p in first][:3] == ["by", "note", "says"]
    assert "".join(map(str, first[1].itertext())) == f"{LABEL} Tariq Aziz and Ms Nadia Yusuf"


def test_other_words_stand_with_whom_they_are_for() -> None:
    assert "whose copies say: “There is help.”" in re.sub("<[^>]+>", "", body(VIEW))


def test_an_action_is_labelled_in_its_cell() -> None:
    cell = next(
        it for it in etree.fromstring(body(VIEW)).iter("td") if LABEL in etree.tostring(it).decode()
    )
    assert "Visit Mina at home" in "".join(map(str, cell.itertext()))


def test_what_is_not_marked_has_no_label() -> None:
    assert body(VIEW).count(LABEL) == 2


def test_a_copy_without_marks_says_nothing_of_any() -> None:
    words = body(view_for(CHAIR_READS))
    assert LABEL not in words
    assert "own copy" not in words


def test_the_title_and_every_page_say_whose_copy_it_is() -> None:
    composed = compose(MINUTES_OF_IT, VIEW, load_language("en"))
    assert composed.title.endswith("(the chair’s own copy)")
    assert "it shows what is withheld" in composed.running.marking
    assert file_name(composed, Form()) == "minutes-initial-1-en-chair-standard.pdf"


@pytest.mark.parametrize("told", FOR_THE_CHAIR, ids=lambda it: it.id)
def test_in_every_document_each_thing_said_is_labelled_when_marked(told: Document) -> None:
    view = all_marked(told)
    assert view.marks is not None
    composed = compose(told, view, load_language("en"))
    assert breaches(composed) == []
    assert composed.body.count(LABEL) == len(view.marks.marks)


@pytest.mark.parametrize("told", FOR_THE_CHAIR, ids=lambda it: it.id)
def test_no_document_says_an_action_that_could_not_be_marked(told: Document) -> None:
    """Every action of the view whose words stand in the copy is among what it says."""
    view = view_of(told.id)
    words = " ".join(re.sub(r"<[^>]+>", " ", body(view, told)).split())
    said = {id(it.record) for it in said_in(told, view)}
    loose = [
        it.what for it in _actions(view) if f" {it.what} " in f" {words} " and id(it) not in said
    ]
    assert loose == []


def _actions(view: View) -> list[Action]:
    minutes = view.conference.minutes
    papers = (*view.records.plans, *view.records.core_group_meetings)
    held = [*minutes.actions] if minutes else []
    for paper in papers:
        held += getattr(paper, "actions", ())
        held += [it for outcome in getattr(paper, "outcomes", ()) for it in outcome.actions]
    return held


def test_numbers_are_read_off_the_words_of_the_copy() -> None:
    found = [(it.number, getattr(it.record, "text", "")) for it in said_in(MINUTES_OF_IT, VIEW)]
    assert [number for number, _ in found if number] == [1, 2, 3, 4, 5]
    assert (2, "We need more help at home.") in found
    assert found[-1] == (None, "")  # an action


def test_a_fact_that_is_missing_holds_no_comparison_up() -> None:
    view = view_for(CHAIR_READS, minutes=MINUTES.model_copy(update={"core_groups": ()}), chair="x")
    assert len(said_in(MINUTES_OF_IT, view)) > 4


@pytest.mark.parametrize("kind", Format)
def test_labels_are_read_back_from_every_format(kind: Format) -> None:
    finished = render(compose(MINUTES_OF_IT, VIEW, load_language("en")), Form(format=kind))
    found: tuple[Found, ...] = read_back(finished.content, kind)
    words = " ".join(" ".join(each.text for each in found).split())
    assert "Not in the copies of:" in words
    assert "Paragraph numbers in the other copies" in words


def test_it_can_be_read_from_right_to_left(tmp_path: Path) -> None:
    language = load_language(
        "xr", make_language(tmp_path, (*words_of(STYLE), "as soon as possible"))
    )
    translated = view_of("minutes").model_copy(update={"reader": CHAIR_READS})
    said = said_in(MINUTES_OF_IT, translated)
    marks = tuple(Mark(record=it.record, place="", not_for=("Bo Li",)) for it in said)
    view = translated.model_copy(update={"marks": MARKS.model_copy(update={"marks": marks})})
    composed = compose(MINUTES_OF_IT, view, language)
    assert composed.direction == "rtl"
    assert breaches(composed) == []
    names = re.findall(r'<strong>[^<]*</strong> <bdi dir="ltr">Bo Li</bdi>', composed.body)
    assert len(names) == len(marks)
