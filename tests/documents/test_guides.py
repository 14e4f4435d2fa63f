"""The guides and the criteria: real help in plain words, and nothing of any case."""

from __future__ import annotations

from datetime import datetime
from functools import cache

import pytest
from lxml import etree

from cpdocs.documents.catalogue import About, document
from cpdocs.documents.compose import compose
from cpdocs.errors import CopyError
from cpdocs.languages import load_language
from cpdocs.model.authority import HouseStyle, Topic
from cpdocs.model.view import ReaderKind, Records, Section, View
from cpdocs.procedures import authority_slugs, load_authority
from tests.documents.contract import breaches
from tests.documents.examples_guides import EXAMPLES
from tests.documents.goldens import view_of
from tests.documents.reading import abbreviations, reading_age, sentence_length, syllables
from tests.documents.views import CONFERENCE, STYLE
from tests.meets import meets, meets_in_cases

GUIDES = tuple(example.document for example in EXAMPLES)
FOR_FAMILY = tuple(guide for guide in GUIDES if guide != "guide-professionals")


def body(guide: str, view: View) -> str:
    return compose(document(guide), view, load_language("en")).body


@cache
def words(guide: str) -> str:
    return body(guide, view_of(guide))


def of_another_case(view: View) -> View:
    """The same reader kind and authority, in a case with nothing in common."""
    return view.model_copy(
        update={
            "reader": view.reader.model_copy(update={"id": "x", "name": "X", "greeting": "X"}),
            "records": Records(case="CP-0"),
            "conference": CONFERENCE.model_copy(
                update={"id": "other", "children": (), "starts": datetime(2030, 1, 2, 9)}
            ),
            "ruled": (),
        }
    )


def in_style(style: HouseStyle, guide: str) -> str:
    return body(guide, view_of(guide).model_copy(update={"style": style}))


def topic_of(guide: str) -> tuple[Topic, ...]:
    return {
        "guide-professionals": (Topic.DISAGREEMENT,),
        "guide-complaints": (Topic.COMPLAINTS,),
        "criteria": (Topic.CRITERIA, Topic.ENDING_CRITERIA),
    }.get(guide, ())


@pytest.mark.parametrize("guide", GUIDES)
def test_a_guide_is_about_nobody_and_is_told_no_more_than_that_there_is_a_conference(
    guide: str,
) -> None:
    assert document(guide).about is About.NONE
    assert document(guide).covers == (Section.CONFERENCE,)


@pytest.mark.parametrize("guide", GUIDES)
def test_a_guide_says_the_same_in_every_case(guide: str) -> None:
    assert body(guide, of_another_case(view_of(guide))) == words(guide)


def test_a_copy_that_holds_something_of_its_case_would_not() -> None:
    with pytest.raises(CopyError):
        body("agenda", of_another_case(view_of("agenda")))


@pytest.mark.parametrize("guide", GUIDES)
def test_a_guide_says_the_same_to_every_reader_it_is_for(guide: str) -> None:
    view = view_of(guide)
    for kind in document(guide).audience:
        reader = view.reader.model_copy(update={"kind": kind})
        assert body(guide, view.model_copy(update={"reader": reader})) == words(guide)


@meets("D22")
@pytest.mark.parametrize(
    ("guide", "readers"),
    [
        ("guide-parents", {ReaderKind.PARENT, ReaderKind.FAMILY}),
        ("guide-young-people", {ReaderKind.CHILD}),
        ("guide-supporters", {ReaderKind.HELPER, ReaderKind.PARENT, ReaderKind.FAMILY}),
        ("guide-professionals", {ReaderKind.PROFESSIONAL, ReaderKind.OUTSIDE_AUTHORITY}),
        ("guide-complaints", {ReaderKind.PARENT, ReaderKind.FAMILY, ReaderKind.HELPER}),
        (
            "criteria",
            {
                ReaderKind.PARENT,
                ReaderKind.FAMILY,
                ReaderKind.HELPER,
                ReaderKind.PROFESSIONAL,
                ReaderKind.OUTSIDE_AUTHORITY,
                ReaderKind.CHAIR,
                ReaderKind.MINUTE_TAKER,
            },
        ),
    ],
)
def test_each_guide_is_written_for_its_own_readers(guide: str, readers: set[ReaderKind]) -> None:
    assert set(document(guide).audience) == readers


@meets_in_cases(
    B69=("guide-professionals", "Allow two to three hours"),
    C24=("guide-supporters", "Then you leave with the person you support"),
    C25=("guide-supporters", "even if you are a solicitor"),
    C28=("guide-parents", "A court or the police may ask"),
    C36=("guide-young-people", "you should be told why"),
    D03=("guide-parents", "British Sign Language"),
    D17=("guide-young-people", "You can record what you want to say"),
    D21=("guide-young-people", "You can have an advocate"),
    D28=("guide-parents", "childcare"),
    D32=("guide-parents", "the right to complain"),
)
@pytest.mark.parametrize(
    ("guide", "said"),
    [
        ("guide-parents", "A conference is not a court"),
        ("guide-parents", "You can bring somebody to support you"),  # R 7.1.8 g
        ("guide-parents", "A trained interpreter, who works for everybody"),  # R 7.1.8 h
        ("guide-parents", "British Sign Language"),  # R 7.1.8 i
        ("guide-parents", "childcare"),  # R 7.1.8 j
        ("guide-parents", "what it costs"),  # R 7.1.8 k
        ("guide-parents", "your work or your faith"),  # R 7.1.8 a
        ("guide-parents", "afraid of anybody who may come"),  # R 7.1.8 b
        ("guide-parents", "You meet the chair first"),  # R 7.2.2; N l.57
        ("guide-parents", "do not take part in the decision"),  # R 7.2.2 f
        ("guide-parents", "the parts that you were there for"),  # R 7.2.2 g
        ("guide-parents", "you are told why in writing"),  # R 7.1.9
        ("guide-parents", "still give your views in another way"),  # S 2.14
        ("guide-parents", "told about every conference in the area"),  # N l.55
        ("guide-parents", "what will happen if they do not"),  # S, guiding principle 3
        ("guide-parents", "A court or the police may ask"),  # R 7.6; L 9.3.5
        ("guide-parents", "the right to complain"),  # R 7.5.1 d
        ("guide-young-people", "it is not your fault"),
        ("guide-young-people", "It is fine to say no"),  # R 7.1.7
        ("guide-young-people", "You can meet the chair by yourself"),  # R 7.1.7
        ("guide-young-people", "You can record what you want to say"),  # R 7.1.7
        ("guide-young-people", "You can have an advocate"),  # S 3.10
        ("guide-young-people", "you should be told why"),  # S 3.6
        ("guide-young-people", "your brothers and sisters"),  # R 7.1.7
        ("guide-young-people", "see you by yourself"),  # L 9.4
        ("guide-supporters", "to help them have their say"),  # N l.172
        ("guide-supporters", "even if you are a solicitor"),  # N l.172
        ("guide-supporters", "Then you leave with the person you support"),  # N l.172; R 7.2.4
        ("guide-supporters", "would be upset to see you"),  # N l.142
        ("guide-supporters", "an interpreter works for the whole conference"),  # R 7.1.8 h
        ("guide-supporters", "stays private"),  # R 7.2.2 h
        ("guide-professionals", "Give the conference priority"),  # W l.40
        ("guide-professionals", "your agency’s safeguarding lead"),  # W l.44
        ("guide-professionals", "Go through your report with the family"),  # S 2.19
        ("guide-professionals", "Allegation"),  # R 7.1.10.2
        ("guide-professionals", "agree with the chair before the conference"),  # R 7.2.4; W l.32
        ("guide-professionals", "for each child"),  # W l.54
        ("guide-professionals", "Allow two to three hours"),  # W l.52
        ("guide-professionals", "say so before the meeting ends"),  # S 4.27; R 7.2.5
        ("guide-professionals", "which of you gives its view"),  # S 2.8
        ("guide-professionals", "secure email only"),  # N l.87
        ("guide-professionals", "as an observer"),  # R 7.1.5
        ("guide-complaints", "will not be held against you"),
        ("guide-complaints", "does not stop the plan"),  # R 7.11
        ("criteria", "Each professional says whether a plan is needed"),  # R 7.3; N l.204
        ("criteria", "other help can be offered"),  # R 7.3; W l.30
    ],
)
def test_a_guide_says_what_the_procedures_ask(guide: str, said: str) -> None:
    assert said.lower() in words(guide).lower()


# What the pages on which a child's views are recorded ask, each with room to write.
MY_PAGES = (
    "What I like to be called",
    "What is going well",
    "What worries me",
    "What I want to change",
    "Who helps me",
    "Who I want at the conference",
    "How I want to have my say",  # S 3.12
    "The most important thing",
    "Draw here",
    "What I asked for",  # S 3.6: with the reasons where it was not done
)


def asked_in_the_pages() -> dict[str, etree._Element]:
    """What each row of the pages asks, with its cell."""
    pages = words("guide-young-people").partition("<h2>My pages: what I want to say</h2>")[2]
    rows = etree.fromstring(f"<article>{pages}").iter("tr")
    return {"".join(map(str, row[0].itertext())): row[1] for row in rows}


@meets("A17", "D18")
@pytest.mark.parametrize("asked", MY_PAGES)
def test_a_young_persons_guide_has_pages_on_which_their_views_are_written(asked: str) -> None:
    cell = asked_in_the_pages()[asked]
    assert (cell.text or "").endswith(":")  # no cell is empty to somebody who has it read out
    assert len(cell.findall("br")) >= 2


@meets("D18")
@pytest.mark.parametrize("where", ["At home", "At school", "About the conference"])
def test_a_young_person_can_ring_words_for_how_they_feel(where: str) -> None:
    said = " ".join(map(str, asked_in_the_pages()[where].itertext()))
    assert {"happy", "worried", "scared", "lonely", "safe"} <= set(said.split())
    assert said.endswith("My own word:")


@pytest.mark.parametrize("guide", [guide for guide in FOR_FAMILY if guide != "criteria"])
def test_every_family_guide_says_whom_to_ring(guide: str) -> None:
    for number in ("01632 960 111", "unit@exampleton.example", '"tel:999"'):
        assert number in words(guide)


# Measured on what is written; nothing may become harder to read than it was.
@meets("D11")
@pytest.mark.parametrize(
    ("guide", "age", "sentence", "oldest"),
    [
        ("guide-parents", 8.3, 10.2, 11),
        ("guide-young-people", 6.9, 9.0, 9),
        ("guide-supporters", 8.0, 10.5, 11),
        ("guide-complaints", 7.7, 9.6, 11),
        ("criteria", 8.2, 9.3, 11),
        ("guide-professionals", 9.6, 11.5, 14),
    ],
)
def test_a_guide_is_as_easy_to_read_as_when_it_was_measured(
    guide: str, age: float, sentence: float, oldest: int
) -> None:
    assert age <= oldest
    assert sentence <= 15
    assert reading_age(words(guide)) <= age + 0.05
    assert sentence_length(words(guide)) <= sentence + 0.05


def test_the_measure_tells_hard_words_from_easy() -> None:
    easy = "<article><p>You can come. You can say what you think.</p></article>"
    hard = (
        "<article><p>Participation in multi-disciplinary safeguarding deliberations necessitates "
        "appropriate preparation by individuals exercising parental responsibility.</p></article>"
    )
    assert reading_age(easy) < 7
    assert reading_age(hard) > 18
    assert sentence_length(easy) == 4.5


@pytest.mark.parametrize(
    ("word", "number"),
    [
        ("child", 1),
        ("safe", 1),
        ("asked", 1),
        ("decided", 3),
        ("needed", 2),
        ("people", 2),
        ("somebody", 3),
        ("going", 2),
        ("conference", 3),
        ("changes", 2),
        ("names", 1),
        ("protection", 3),
        ("the", 1),
    ],
)
def test_syllables_are_counted_as_they_are_said(word: str, number: int) -> None:
    assert syllables(word) == number


@meets("D11")
@pytest.mark.parametrize("guide", GUIDES)
def test_no_abbreviation_stands_unexplained(guide: str) -> None:
    assert abbreviations(words(guide)) == []
    assert abbreviations("<article><p>The ICPC is held by the C.S.C. team.</p></article>") == [
        "ICPC",
        "C.S.C",
    ]


@pytest.mark.parametrize("slug", authority_slugs())
@pytest.mark.parametrize("guide", GUIDES)
def test_every_authority_has_its_guides_in_its_own_terms(guide: str, slug: str) -> None:
    style = load_authority(slug).style
    copy = compose(
        document(guide),
        view_of(guide).model_copy(update={"style": style}),
        load_language("en"),
    )
    assert breaches(copy) == []
    assert style.terms.chair.lower() in copy.body.lower() or guide == "guide-complaints"
    assert abbreviations(copy.body) == []
    if guide in FOR_FAMILY:
        assert sentence_length(copy.body) <= 15
        assert reading_age(copy.body) <= (9 if guide == "guide-young-people" else 11)


@pytest.mark.parametrize(
    ("guide", "topic"), [(guide, topic) for guide in GUIDES for topic in topic_of(guide)]
)
def test_where_an_authority_has_no_points_its_own_sentence_stands(guide: str, topic: Topic) -> None:
    points = getattr(STYLE, topic)
    assert points[0].says.replace("&", "&amp;") in words(guide)
    bare = STYLE.model_copy(update={topic.value: ()})
    with pytest.raises(CopyError, match=rf"authorities/exampleton\.{topic}"):
        in_style(bare, guide)
    instead = bare.model_copy(update={"said_instead": {topic: "Ask us, and we will tell you."}})
    assert "<p>Ask us, and we will tell you.</p>" in in_style(instead, guide)


def test_a_sheet_of_criteria_without_the_kinds_of_harm_is_held() -> None:
    with pytest.raises(CopyError, match=r"authorities/exampleton\.categories"):
        in_style(STYLE.model_copy(update={"categories": {}}), "criteria")
