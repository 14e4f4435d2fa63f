"""What the letters tell, and what they do not hint at."""

from __future__ import annotations

from datetime import time

import pytest

from cpdocs.documents.catalogue import document
from cpdocs.documents.compose import compose
from cpdocs.languages import load_language
from cpdocs.model.conference import Invitation, MeetingForm, Venue
from cpdocs.model.people import Contact
from cpdocs.model.ruling import RuledName
from cpdocs.model.view import Reader
from tests.documents.views import (
    CHAIR,
    CONFERENCE,
    GRANDMOTHER,
    HEALTH_VISITOR,
    MOTHER,
    RECORDS,
    RULED,
    STYLE,
    WORKER,
    ruled,
    view_for,
)
from tests.meets import meets, meets_in_cases


def body(document_id: str, reader: Reader, **changes: object) -> str:
    return compose(document(document_id), view_for(reader, **changes), load_language("en")).body


@meets("A09", "C26")
@pytest.mark.parametrize("document_id", ["invitation-family", "agenda"])
def test_somebody_with_a_time_of_their_own_is_told_no_other(document_id: str) -> None:
    rows = (Invitation(who="nadia", to=("later",), arrive=time(11, 15)),)
    parts = tuple(part for part in CONFERENCE.parts if part.id == "later")
    words = body(document_id, MOTHER, invitations=rows, parts=parts)
    assert "11:15am" in words
    assert "Help to come" in words
    for hint in ("10am", "9:40am", "12:30pm", "Information and views"):
        assert hint not in words


@meets("A06", "A08")
def test_everybody_invited_is_listed_at_the_end_with_who_they_are() -> None:
    for document_id, reader in (
        ("invitation-family", MOTHER),
        ("invitation-agency", HEALTH_VISITOR),
    ):
        words = body(document_id, reader)
        listed = words[words.index('<section class="list-people">') :]
        assert listed.rstrip().endswith("</section>\n</article>")
        for said in ("Nadia Yusuf", "Grandmother of", "Health visitor", "Helen Marsh"):
            assert said in listed


@meets("C17")
def test_somebody_recorded_as_not_invited_is_not_listed() -> None:
    rows = (Invitation(who="nadia"), Invitation(who="rukhsana", invited=False))
    assert "Rukhsana" not in body("invitation-family", MOTHER, invitations=rows)


@meets_in_cases(
    A11=("told of every conference as a matter of routine",),
    B43=("Please arrive at",),
    C44=("told of every conference as a matter of routine",),
    D02=("an interpreter who speaks Urdu",),
    D28=("childcare",),
    H064=("A guide for parents &amp; carers",),
)
@pytest.mark.parametrize(
    "words",
    [
        "Please arrive at",  # N l.57
        "does not manage anybody",  # N l.190
        "Nobody may cross-examine you",  # R 7.2.1 b
        "The decision itself is made by the professionals",  # R 7.2.2 f
        "somebody to support you",  # R 7.1.8 g
        "an interpreter who speaks Urdu",  # R 7.1.8 h
        "a room without stairs",
        "childcare",  # R 7.1.8 j
        "the cost",  # R 7.1.8 k
        "leave for a time",  # R 7.2.2 b
        "told of every conference as a matter of routine",  # N l.55
        "how to complain",  # R 7.5.1 d
        ": as soon as possible",  # the authority's own words where there is no number
        "A guide for parents &amp; carers",
        "07700 900 142",
    ],
)
def test_a_parents_letter_says_what_the_procedures_ask(words: str) -> None:
    assert words in body("invitation-family", MOTHER)


@pytest.mark.parametrize("words", ["your child needs", "The decision in writing", "Urdu"])
def test_wider_family_are_not_written_to_as_parents(words: str) -> None:
    kept = tuple(v for v in RULED if v.name is RuledName.ARRIVE_BY)
    assert words in body("invitation-family", MOTHER)
    assert words not in body("invitation-family", GRANDMOTHER, ruled=kept)


@meets_in_cases(BD11=("The lead social worker",), C31=("secure email address only",))
@pytest.mark.parametrize(
    "words",
    [
        "9 March 2018",
        "01632 960 222",  # the chair's own contact, N l.109
        "Thursday 19 November 2026",  # R 7.1.10.1
        "The lead social worker",  # to whom reports go
        "chronology",
        "fact, observation, hearsay, allegation or opinion",  # R 7.1.10.2
        "agree it with the conference chair before",  # R 7.2.4
        "who will come in your place",  # W l.62
        "secure email address only",  # N l.87
        "with the criteria for a child protection plan",  # N l.170
    ],
)
def test_an_agencys_letter_says_what_the_procedures_ask(words: str) -> None:
    assert words in body("invitation-agency", HEALTH_VISITOR)


def test_where_a_contact_is_not_held_the_office_stands_for_it() -> None:
    silent = tuple(
        p.model_copy(update={"contact": None}) if p in (CHAIR, WORKER) else p
        for p in RECORDS.professionals
    )
    records = RECORDS.model_copy(update={"professionals": silent})
    letter = body("invitation-agency", HEALTH_VISITOR, records=records)
    assert "Through the safeguarding children unit" in letter
    assert "lead social worker, through the office below" in letter
    assert "01632 960 111" in letter


@meets("BD11")
def test_without_words_of_its_own_an_authority_has_reports_sent_to_its_office() -> None:
    style = STYLE.model_copy(update={"reports_to": None})
    letter = body("invitation-agency", HEALTH_VISITOR, style=style)
    row = letter[letter.index("Send it to") :]
    assert "unit@exampleton.example" in row[: row.index("</tr>")]


@meets("D30")
def test_a_conference_by_video_says_how_to_join_and_asks_nobody_to_arrive() -> None:
    place = Venue(form=MeetingForm.VIDEO, joining="Press the link in the message.")
    letter = body("invitation-family", MOTHER, place=place)
    assert "Press the link in the message." in letter
    assert "will get in touch with you" in letter
    assert "Please arrive at" not in letter


def test_a_due_day_without_a_number_or_words_is_told_as_soon_as_we_can() -> None:
    letter = body("invitation-family", MOTHER, ruled=(ruled(RuledName.DECISION_DUE, None),))
    assert letter.count(": as soon as we can") == 2  # the decision, and the minutes


def test_all_ways_of_reaching_somebody_are_given() -> None:
    worker = WORKER.model_copy(
        update={"contact": Contact(mobile="07700 900 142", landline="01632 960 333")}
    )
    records = RECORDS.model_copy(update={"professionals": (worker, CHAIR)})
    letter = body("invitation-family", MOTHER, records=records)
    assert "tel:07700900142" in letter
    assert "tel:01632960333" in letter
