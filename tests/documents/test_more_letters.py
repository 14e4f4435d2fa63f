"""What the letters round a conference say, and never say."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from cpdocs.errors import CopyError
from cpdocs.model.conference import (
    Attendance,
    ConferenceType,
    ExclusionGround,
    Invitation,
    MayHave,
    PlanOutcome,
)
from cpdocs.model.office import ChangeKind, StandDownReason, TransferKind
from cpdocs.model.people import Needs
from cpdocs.model.plans import Every, Unit
from cpdocs.model.ruling import Ruled, RuledName
from cpdocs.model.view import ReaderKind, View
from tests.documents.copies import body, copy, words
from tests.documents.goldens import COPIES
from tests.documents.papers_letters import (
    BOOKED,
    CHAIR_READER,
    EXCLUSION,
    HER_CONFERENCE,
    HERS,
    INTERPRETER,
    MEETINGS,
    OTHER_UNIT,
    OUTCOME,
    STOOD_DOWN,
    WITH_MEETINGS,
    YOUNG_PERSON,
    decided_for_zara,
    with_change,
    with_transfer,
)
from tests.documents.reading import reading_age, sentence_length
from tests.documents.views import (
    GRANDMOTHER,
    HEALTH_VISITOR,
    NADIA,
    view_for,
)
from tests.meets import meets, meets_in_cases

FOR_FAMILY = (
    "outcome-family-parent",
    "outcome-family-grandmother",
    "exclusion",
    "stand-down-parent",
    "core-group-dates-parent",
    "plan-ended-family",
    "plan-ended-family-died",
    "lead-worker-cover-parent",
)
FOR_A_CHILD = (
    "invitation-young-person",
    "exclusion-from-a-part",
    *(f"outcome-young-person-{outcome}" for outcome in PlanOutcome),
)


# Dates


@pytest.mark.parametrize(
    ("name", "dated"),
    [
        ("decision-notice", "24 November 2026"),
        ("outcome-family-parent", "24 November 2026"),
        ("outcome-young-person-made", "24 November 2026"),
        ("core-group-dates-parent", "24 November 2026"),
        ("exclusion", "16 November 2026"),
        ("stand-down-parent", "23 November 2026"),
        ("invitation-young-person", "12 November 2026"),
        ("report-reminder", "20 November 2026"),
        ("interpreter-booking", "12 November 2026"),
        ("plan-ended", "16 August 2027"),
        ("plan-ended-family", "16 August 2027"),
        ("change-of-circumstances", "20 January 2027"),
        ("lead-worker-cover-parent", "18 December 2026"),
        ("transfer-out", "4 March 2027"),
        ("transfer-in-request", "4 March 2027"),
        ("transfer-in-outcome", "24 November 2026"),
        ("temporary-stay", "4 March 2027"),
    ],
)
def test_each_letter_bears_the_date_of_its_own_matter(name: str, dated: str) -> None:
    assert f'<p>Date: <bdi dir="ltr">{dated}</bdi>' in copy(name)


@pytest.mark.parametrize(
    ("document_id", "view", "place"),
    [
        ("decision-notice", view_for(HEALTH_VISITOR), "minutes.outcome_dated"),
        ("outcome-family", view_for(), "minutes.outcome_dated"),
        (
            "outcome-family",
            view_for(minutes=OUTCOME.model_copy(update={"decisions": ()})),
            "minutes.decisions",
        ),
        ("outcome-young-person", view_for(YOUNG_PERSON, minutes=None), "initial-1.minutes"),
        ("exclusion", view_for(), "initial-1.exclusions"),
        (
            "exclusion",
            view_for(exclusions=(EXCLUSION.model_copy(update={"told_in_writing": None}),)),
            "told_in_writing",
        ),
        ("stand-down", view_for(), "stood_down"),
        (
            "core-group-dates",
            view_for(minutes=OUTCOME.model_copy(update={"core_groups": ()})),
            "minutes.core_groups",
        ),
        ("report-reminder", view_for(HEALTH_VISITOR), "reminders_dated"),
        (
            "change-of-circumstances",
            view_for(CHAIR_READER, records=with_change(ChangeKind.CAREGIVER), about="change-1"),
            "change-1.caregiver",  # R 7.16: the new caregiver's name must be given
        ),
        (
            "transfer-in-outcome",
            view_for(
                OTHER_UNIT,
                records=with_transfer(TransferKind.IN, children=("baby",)),
                minutes=OUTCOME.model_copy(update={"decisions": OUTCOME.decisions[:1]}),
                about="transfer-1",
            ),
            "minutes.decisions",
        ),
    ],
)
def test_a_letter_without_what_it_is_for_is_held(document_id: str, view: View, place: str) -> None:
    with pytest.raises(CopyError, match=place):
        body(document_id, view)


# Decisions


@meets("A70")
@pytest.mark.parametrize(
    "said",
    [
        "There is now a child protection plan",
        "There will be no child protection plan",
        "Emotional abuse and neglect",
        "Jo Hartley (social worker)",
        "Grace Okafor (health visitor)",  # a member of the core group
        "Tuesday 1 December 2026 at 1:30pm",
        "Monday 15 February 2027 at midday",
        "born 9 March 2018",
    ],
)
def test_a_notice_of_the_decision_has_all_that_r_7_6_asks(said: str) -> None:
    assert said in words(copy("decision-notice"))


@meets_in_cases(D32=("not held against you",), D34=("you should be told why",))
@pytest.mark.parametrize(
    "said",
    [
        "There is now a child protection plan",
        "Mina has often been left alone",  # the reasons
        "A child goes without.",  # what the kind of harm means, in the authority's words
        "list of the children here who have a plan",  # R 7.5.1 b
        "you should be told why",  # R 7.5.1 c, 7.9
        "How to begin . Ring, write or email us.",  # R 7.5.1 d
        "not held against you",
    ],
)
def test_a_parent_is_told_what_the_decision_means_for_them(said: str) -> None:
    assert said in words(copy("outcome-family-parent"))


def test_only_parents_are_told_that_they_will_have_minutes() -> None:
    view = view_for(GRANDMOTHER, minutes=OUTCOME)
    assert "you will be sent the minutes" in words(copy("outcome-family-parent"))
    assert "minutes" not in words(body("outcome-family", view))


def test_the_familys_letter_does_not_say_where_the_core_group_meets() -> None:
    assert "Example Primary" in copy("core-group-dates-parent")  # goes to its members
    assert "Example Primary" not in copy("outcome-family-parent")


@pytest.mark.parametrize(
    ("outcome", "said", "unsaid"),
    [
        (PlanOutcome.MADE, "There is now a plan", "Your plan goes on"),
        (PlanOutcome.CONTINUED, "Your plan goes on", "There is now a plan"),
        (PlanOutcome.NOT_MADE, "You do not need a plan", "in charge of your plan"),
        (PlanOutcome.ENDED, "Your plan has ended", "in charge of your plan"),
    ],
)
def test_a_young_person_is_told_their_own_decision_alone(
    outcome: PlanOutcome, said: str, unsaid: str
) -> None:
    told = words(copy(f"outcome-young-person-{outcome}"))
    assert said in told
    assert unsaid not in told
    assert "You have had to look after Mina too often." in told
    assert "it is not your fault" in told


def test_a_young_persons_plan_has_somebody_in_charge_even_where_no_name_is_held() -> None:
    minutes = decided_for_zara(PlanOutcome.MADE)
    nameless = minutes.decisions[0].model_copy(update={"lead_worker": None})
    unnamed = minutes.model_copy(update={"decisions": (nameless,)})
    told = body("outcome-young-person", view_for(YOUNG_PERSON, records=HERS, minutes=unnamed))
    assert "A social worker is in charge of your plan." in told


# Exclusion


@meets("C18")
@pytest.mark.parametrize("ground", ExclusionGround)
@pytest.mark.parametrize("kind", [ReaderKind.PARENT, ReaderKind.FAMILY, ReaderKind.CHILD])
def test_an_exclusion_letter_says_the_chairs_words_and_never_the_ground(
    ground: ExclusionGround, kind: ReaderKind
) -> None:
    view = COPIES["exclusion"].view
    reader = view.reader.model_copy(update={"kind": kind})
    named = view_for(
        reader,
        records=view.records,
        parts=(),
        exclusions=(EXCLUSION.model_copy(update={"ground": ground}),),
    )
    unnamed = view_for(reader, records=view.records, parts=(), exclusions=(EXCLUSION,))
    assert body("exclusion", named) == body("exclusion", unnamed)
    assert "Everybody must be able to talk calmly." in body("exclusion", named)


def test_an_excluded_person_is_told_neither_hour_nor_place_nor_who_is_there() -> None:
    told = words(copy("exclusion"))
    for hint in ("10am", "Riverside", "Quay Lane", "Jo Hartley", "Amina", "Yusuf and"):
        assert hint not in told


def test_somebody_kept_from_a_part_is_told_where_they_may_be() -> None:
    told = words(copy("exclusion-from-a-part"))
    assert "You may be there for “Information and views” and “Help to come”." in told
    assert "Please do not come" not in told


@meets("C19")
@pytest.mark.parametrize(
    ("changes", "said", "unsaid"),
    [
        ({}, "You will not be sent the minutes", "agreed that you will be sent"),
        (
            {"may_have_parts": ("later",)},
            "agreed that you will be sent the minutes of Help to come",
            "You will not be sent",
        ),
        (
            {"may_have": (MayHave.DECISIONS,)},
            "told in writing what was decided",
            "You will not be sent",
        ),
    ],
)
def test_an_excluded_person_is_told_what_they_will_have(
    changes: dict[str, Any], said: str, unsaid: str
) -> None:
    view = COPIES["exclusion"].view
    row = EXCLUSION.model_copy(update=changes)
    parts = tuple(p for p in view_for().conference.parts if p.id in row.may_have_parts)
    told = words(body("exclusion", view_for(records=view.records, exclusions=(row,), parts=parts)))
    assert said in told
    assert unsaid not in told
    assert "You cannot be at the conference" in told


@meets("C19")
def test_where_nothing_is_arranged_an_excluded_person_is_still_told_how_to_be_heard() -> None:
    silent = EXCLUSION.model_copy(update={"views_by": None})
    view = COPIES["exclusion"].view
    told = body("exclusion", view_for(records=view.records, exclusions=(silent,), parts=()))
    assert "Your views will be taken down and told to the conference." in told


# Stand-down


@pytest.mark.parametrize("reason", StandDownReason)
def test_every_reason_for_standing_down_has_words_of_its_own(reason: StandDownReason) -> None:
    def told(given: StandDownReason) -> str:
        stood = STOOD_DOWN.model_copy(update={"reasons": (given,), "explained": ()})
        return body("stand-down", view_for(stood_down=stood))

    others = {told(other) for other in StandDownReason if other is not reason}
    assert told(reason) not in others


def test_a_conference_called_off_beforehand_is_not_said_to_have_failed() -> None:
    early = STOOD_DOWN.model_copy(update={"dated": date(2026, 11, 20), "reconvened": None})
    told = words(body("stand-down", view_for(stood_down=early)))
    assert "will not be held that day" in told
    assert "did not go ahead" not in told
    assert "Not set yet." in told


def test_a_review_that_is_put_off_leaves_the_plan_in_force() -> None:
    view = view_for(stood_down=STOOD_DOWN, type=ConferenceType.REVIEW)
    told = words(body("stand-down", view))
    assert "The child protection plan that there is goes on as it is." in told
    assert "bridging" not in told


# The core group


@meets("A84")
def test_a_meeting_that_was_moved_is_told_with_both_its_dates() -> None:
    told = words(copy("core-group-dates-parent"))
    assert "Tuesday 12 January 2027 at 1:30pm" in told
    assert "Moved from Tuesday 5 January 2027 at 1:30pm" in told
    assert "Tuesday 9 February 2027 at 1:30pm" in told


def test_no_meeting_of_the_core_group_is_listed_twice() -> None:
    recorded = MEETINGS[1].model_copy(
        update={"id": "core-3", "starts": datetime(2027, 2, 9, 13, 30), "next_meeting": None}
    )
    records = WITH_MEETINGS.model_copy(update={"core_group_meetings": (recorded, *MEETINGS)})
    told = words(body("core-group-dates", view_for(records=records, minutes=OUTCOME)))
    for day in ("1 December 2026", "12 January 2027", "9 February 2027"):
        assert told.count(day) == 1
    assert told.index("12 January 2027") < told.index("9 February 2027")


@pytest.mark.parametrize(
    ("every", "said"),
    [
        (Every(count=1, unit=Unit.MONTHS), "meets at least every month"),
        (Every(count=6, unit=Unit.WEEKS), "meets at least every 6 weeks"),
    ],
)
def test_how_often_the_core_group_meets_is_told_in_words(every: Every, said: str) -> None:
    often = Ruled(
        name=RuledName.CORE_GROUP_EVERY,
        conference="initial-1",
        value=every,
        rests_on=(),
        source="R 7.8",
    )
    view = view_for(HEALTH_VISITOR, minutes=OUTCOME, ruled=(often,))
    assert said in words(body("core-group-dates", view))


# The young person's invitation


@meets_in_cases(D19=("a seat by the door",), D21=("advocate",))
@pytest.mark.parametrize(
    "said",
    [
        "You do not have to come",
        "Monday 23 November 2026",
        "9:40am",
        "Helen Marsh",
        "Meet the conference chair by yourself.",  # S 3.3
        "advocate",
        "a seat by the door",
        "0800 1111",
        "Nadia Yusuf",  # who else is invited, N l.53
        "a guide for young people",
        "Mina was alone with you at night",
    ],
)
def test_a_young_persons_letter_says_what_the_procedures_ask(said: str) -> None:
    assert said in words(copy("invitation-young-person"))


def test_a_young_person_asked_to_a_part_is_told_no_other_time() -> None:
    rows = (Invitation(who="zara", to=("later",), arrive=datetime(2026, 1, 1, 11, 15).time()),)
    parts = tuple(part for part in view_for().conference.parts if part.id == "later")
    view = view_for(
        YOUNG_PERSON, records=HERS, **{**HER_CONFERENCE, "invitations": rows, "parts": parts}
    )
    told = words(body("invitation-young-person", view))
    assert "11:15am" in told
    for hint in ("10am", "9:40am", "12:30pm", "Information and views"):
        assert hint not in told


# Reminder and booking


def test_nobody_whose_report_has_come_is_told_that_it_is_missing() -> None:
    assert "has not reached us" in copy("report-reminder")
    assert "has not reached us" not in copy("report-reminder-received")
    elsewhere = view_for(
        HEALTH_VISITOR,
        reminders_dated=date(2026, 11, 20),
        attendance=(Attendance(who="ht", report_received=date(2026, 11, 19)),),
    )
    assert "has not reached us" in body("report-reminder", elsewhere)


@meets("D02")
def test_an_interpreter_is_told_for_whom_and_in_which_language_and_no_more_of_the_case() -> None:
    told = words(copy("interpreter-booking"))
    assert "Urdu" in told
    assert "Nadia Yusuf" in told
    for hint in ("Amina", "Mina", "found alone", "Rukhsana"):
        assert hint not in told


@meets("D03")
def test_a_signer_is_booked_as_one_and_an_unknown_need_is_not_guessed() -> None:
    def booked(needs: Needs | None) -> str:
        people = (NADIA.model_copy(update={"needs": needs}),)
        records = BOOKED.model_copy(update={"people": people})
        return words(body("interpreter-booking", view_for(INTERPRETER, records=records)))

    assert "British Sign Language" in booked(Needs(signer=True))
    assert "The language for which we book you." in booked(None)


# Plain words


@meets("D11")
@pytest.mark.parametrize(
    ("name", "age", "sentence"),
    [*((name, 9.5, 12) for name in FOR_FAMILY), *((name, 9, 10) for name in FOR_A_CHILD)],
)
def test_letters_to_family_and_children_are_easy_to_read(
    name: str, age: float, sentence: float
) -> None:
    assert reading_age(copy(name)) <= age
    assert sentence_length(copy(name)) <= sentence


@pytest.mark.parametrize("name", FOR_FAMILY + FOR_A_CHILD)
def test_letters_to_family_and_children_say_whom_to_ring(name: str) -> None:
    assert "01632 960 111" in words(copy(name)).split("Dear", 1)[1]
