"""What the letters of endings, changes, cover and moves say, and never say."""

from __future__ import annotations

from datetime import date

import pytest

from cpdocs.model.office import ChangeKind, EndingGround
from tests.documents.copies import body, copy, words
from tests.documents.goldens import COPIES
from tests.documents.papers_letters import (
    CHAIR_READER,
    COVER,
    TOM,
    with_change,
    with_cover,
    with_ending,
)
from tests.documents.views import HEALTH_VISITOR, MOTHER, view_for
from tests.meets import meets

# Endings


@pytest.mark.parametrize("document_id", ["plan-ended", "plan-ended-family"])
def test_every_ground_for_an_ending_has_words_of_its_own(document_id: str) -> None:
    reader = HEALTH_VISITOR if document_id == "plan-ended" else MOTHER
    told = {
        body(document_id, view_for(reader, records=with_ending(ground), about="ending-1"))
        for ground in EndingGround
    }
    assert len(told) == len(EndingGround)


def test_the_end_of_a_plan_never_says_that_help_stops() -> None:
    assert "never takes help away" in copy("plan-ended")
    assert "Help does not have to stop" in copy("plan-ended-family")
    assert "family support worker goes on visiting" in copy("plan-ended-family")


def test_who_agreed_and_what_the_other_area_answered_is_told_where_it_is_held() -> None:
    assert "Alan Pike (head teacher)" in words(copy("plan-ended"))
    records = with_ending(EndingGround.MOVED, outcome_received=date(2027, 8, 9))
    told = words(body("plan-ended", view_for(HEALTH_VISITOR, records=records, about="ending-1")))
    assert "Received in writing on 9 August 2027" in told
    assert "Agreed with" not in told


def test_parents_whose_child_has_died_are_asked_for_nothing() -> None:
    told = words(copy("plan-ended-family-died"))
    assert "We are very sorry" in told
    for hollow in ("complain", "no longer on the list", "Help does not have to stop"):
        assert hollow not in told


# Changes, cover and moves


@meets("A95")
def test_a_childs_new_area_is_told_who_does_what_and_which_papers_come_and_who_else_knows() -> None:
    told = words(copy("transfer-out"))
    assert "Who does what meanwhile" in told  # the roles of both
    for said in (
        "sends your social worker the core assessment, the child protection plan and the reports",
        "Agree a written plan with our lead social worker for each child’s safety until then",
        "tells every member of our core group, so that each can tell their counterpart",
    ):
        assert said in told


@pytest.mark.parametrize("kind", ChangeKind)
def test_every_kind_of_change_is_named(kind: ChangeKind) -> None:
    def told(given: ChangeKind) -> str:
        records = with_change(given, caregiver="shazia")
        return body(
            "change-of-circumstances", view_for(CHAIR_READER, records=records, about="change-1")
        )

    others = {told(other) for other in ChangeKind if other is not kind}
    assert told(kind) not in others
    assert "18 January 2027" in told(kind)


def test_a_new_caregiver_is_named_with_the_address_where_this_copy_holds_it() -> None:
    told = words(copy("change-of-circumstances"))
    assert "Shazia Mahmood" in told
    assert "7 Orchard Way" in told
    records = with_change(ChangeKind.CAREGIVER, caregiver="shazia")
    without = records.model_copy(update={"households": ()})
    view = view_for(CHAIR_READER, records=without, about="change-1")
    assert "Address" not in words(body("change-of-circumstances", view))


def test_cover_whose_number_is_not_held_is_reached_through_the_office() -> None:
    silent = TOM.model_copy(update={"contact": None})
    view = view_for(MOTHER, records=with_cover(worker=silent), about="cover-1")
    assert "Through the office below" in body("lead-worker-cover", view)
    assert "07700 900 155" in copy("lead-worker-cover-parent")


def test_cover_without_an_end_is_not_given_one() -> None:
    records = with_cover(COVER.model_copy(update={"ends": None}))
    told = words(body("lead-worker-cover", view_for(MOTHER, records=records, about="cover-1")))
    assert "Not known yet. You will be told." in told


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("transfer-out", "12 New Row"),
        ("transfer-out", "Mina was often left alone"),
        ("transfer-out", "No order."),
        ("transfer-out", "Mother of Amina Yusuf"),
        ("transfer-out", "07700 900 142"),
        ("transfer-out", "Our plan goes on until that has reached us."),  # R 7.17
        ("transfer-in-request", "Since 3 March 2027"),  # the temporary list, R 7.18
        ("transfer-in-request", "Make sure that your social care team has referred each child"),
        ("transfer-in-request", "You are, until our conference"),
        ("transfer-in-outcome", "There is now a child protection plan"),
        ("transfer-in-outcome", "not before"),  # their plan ends on receipt alone, R 7.17
        ("temporary-stay", "11 April 2027"),
        ("temporary-stay", "we remain answerable"),
    ],
)
def test_another_authority_is_told_what_r_7_17_and_7_18_ask(name: str, said: str) -> None:
    assert said in words(copy(name))


def test_the_outcome_of_a_move_tells_of_the_children_who_moved_alone() -> None:
    told = words(copy("transfer-in-outcome"))
    assert "unborn baby" not in told
    assert "There will be no child protection plan" not in told


@pytest.mark.parametrize(
    "name", ["transfer-out", "transfer-in-request", "transfer-in-outcome", "temporary-stay"]
)
def test_the_chairs_copy_of_a_letter_to_another_authority_says_to_whom_it_goes(name: str) -> None:
    view = COPIES[name].view.model_copy(update={"reader": CHAIR_READER})
    note = "Copy for the conference chair. The letter goes to Priya Nair"
    assert note in words(body(COPIES[name].document, view))
    assert note not in words(copy(name))
