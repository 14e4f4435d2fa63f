"""Papers before a conference: whole where they must be, and silent on what a view lacks."""

from __future__ import annotations

from datetime import datetime, time

import pytest

from cpdocs.documents.catalogue import Shelf, document
from cpdocs.errors import CopyError
from cpdocs.model.conference import (
    ConferenceType,
    ExclusionGround,
    Invitation,
    MeetingForm,
    Venue,
    WhyAsked,
)
from cpdocs.model.people import DeliveryWay, Needs, RelationKind
from cpdocs.model.places import AgencyKind
from cpdocs.model.ruling import RuledName
from cpdocs.model.view import Reader, ReaderKind
from cpdocs.procedures import load_authority, rule
from cpdocs.values import Medium, Wording
from tests.documents.copies import body as told
from tests.documents.copies import copy as example
from tests.documents.copies import words as bare
from tests.documents.papers_records import (
    BEFORE,
    BEFORE_IT,
    BOOKING,
    CHAIR_READER,
    DUE,
    EXCLUSION,
    INVITED,
    MINUTE_TAKER,
    NOT_INVITED,
    REPORTS,
)
from tests.documents.tables import row, rows_of
from tests.documents.views import RECORDS, view_for
from tests.meets import meets, meets_in_cases
from tests.procedures.cases import case, meeting


def before(document_id: str, reader: Reader = CHAIR_READER, **changes: object) -> str:
    return told(document_id, view_for(reader, **{**BEFORE_IT, "ruled": DUE, **changes}))


# The request

A13 = (
    "agency that matters cannot come",
    "kept from the conference",
    "young person is coming",
    "parent of some of the children only",
    "needs an interpreter, an advocate",
    "in front of the parents or the children",
    "conviction",
    "hard to stay calm",
)


@pytest.mark.parametrize("words", A13)
def test_the_request_asks_for_all_that_the_chair_must_know_beforehand(words: str) -> None:
    assert words in example("booking-form")


@pytest.mark.parametrize(
    "words",
    [
        "Amina Yusuf",
        "blocked the door",
        "she comes and leaves first",
        "Not on Fridays",
        "Face to face",
        "only day on which an interpreter",
        "Ruth Amadi</bdi> (team manager)",
        "g.okafor@health.example",
        "(secure)",
        "4 Example Close",
        "Safe to ring: after 5pm",
        "through",
    ],
)
def test_the_request_says_who_and_how_they_are_reached_and_what_to_watch_for(words: str) -> None:
    assert words in example("booking-form")


def test_a_request_without_its_writer_holds_the_copy() -> None:
    with pytest.raises(CopyError, match=r"initial-1\.booking"):
        before("booking-form", booking=None)


@meets("A103")
def test_a_late_day_says_why_and_who_authorised_it_or_that_nobody_is_recorded() -> None:
    assert "Authorised on" in before("booking-form")
    unauthorised = before("booking-form", booking=BOOKING.model_copy(update={"late": None}))
    assert "nobody’s authority is recorded" in unauthorised
    early = BOOKING.model_copy(update={"late": None})
    assert "Later than" not in before(
        "booking-form", booking=early, starts=datetime(2026, 11, 20, 10, 0)
    )
    assert "Later than" not in before("booking-form", booking=early, ruled=())


def test_what_is_not_recorded_in_a_request_is_asked_for() -> None:
    empty = BOOKING.model_copy(
        update={
            "availability": (),
            "risks": (),
            "for_the_chair": (),
            "agreed": None,
            "agreed_by": None,
        }
    )
    words = before("booking-form", booking=empty, invitations=(Invitation(who="hv"),))
    assert row(words, "Agreed by the team manager") == "Not recorded"
    for asked in ("Ask the parents", "Say if somebody may be violent", "Ask everybody who comes"):
        assert asked in words
        assert asked not in before("booking-form")


@pytest.mark.parametrize("form", MeetingForm)
def test_every_way_of_meeting_has_words(form: MeetingForm) -> None:
    place = Venue(form=form, venue="Riverside House", joining="By the link in the message.")
    assert row(before("booking-form", place=place), "How people meet")


# The checklist


@meets("B44")
def test_in_sunderland_the_office_has_the_list_with_addresses_the_next_working_day() -> None:
    set_up = case(meeting(), authority="sunderland")
    sunderland = load_authority("sunderland")
    values = rule(set_up, sunderland).values
    due = tuple(it for it in values if it.name is RuledName.INVITATION_LIST_DUE)
    words = before("invitation-checklist", ruled=due, style=sunderland.style)
    assert row(words, "List of names due") == "The next working day after the date is set"
    assert "4 Example Close Exampleton ZZ99 3WZ" in row(words, "Nadia Yusuf")
    assert "g.okafor@health.example" in row(words, "Grace Okafor")


def test_everybody_on_the_list_stands_in_a_row_of_the_checklist() -> None:
    words = before("invitation-checklist")
    rows = rows_of(words[words.index("Whom to think of") : words.index("The list</h2>")])
    for asked in INVITED:
        who = BEFORE.professional(asked.who) or BEFORE.person(asked.who)
        assert who is not None
        name = who.name if isinstance(who.name, str) else who.name.full
        assert any(name in rest for _, rest in rows), name


@pytest.mark.parametrize("kind", AgencyKind)
def test_every_kind_of_agency_has_its_row(kind: AgencyKind) -> None:
    agencies = tuple(a.model_copy(update={"kind": kind}) for a in BEFORE.agencies)
    records = BEFORE.model_copy(update={"agencies": agencies})
    words = before("invitation-checklist", records=records, invitations=(Invitation(who="hv"),))
    assert words.count("Grace Okafor") == 2  # in the checklist and in the list


@pytest.mark.parametrize("kind", RelationKind)
def test_every_relation_to_a_child_has_its_row(kind: RelationKind) -> None:
    tariq = BEFORE.people[2]
    relation = tariq.relations[0].model_copy(update={"kind": kind})
    records = BEFORE.model_copy(
        update={"people": (tariq.model_copy(update={"relations": (relation,)}),)}
    )
    words = before("invitation-checklist", records=records, invitations=(Invitation(who="tariq"),))
    checked = words[words.index("Whom to think of") : words.index("The list</h2>")]
    assert "Tariq Aziz" in checked


def test_midwives_are_asked_for_where_a_baby_is_not_born_yet() -> None:
    assert "midwifery manager" in before("invitation-checklist")
    born = BEFORE.model_copy(update={"children": BEFORE.children[:1]})
    assert "midwifery" not in before("invitation-checklist", records=born, children=("amina",))


def test_a_person_not_invited_is_told_with_the_reason_where_the_view_holds_it() -> None:
    words = before("invitation-checklist")
    assert "She is eight and does not want to come." in words
    assert "Agreed on" in row(words, "Amina Yusuf")
    untold = NOT_INVITED.model_copy(update={"who": "tariq", "told": False, "reason": None})
    words = before("invitation-checklist", invitations=(*INVITED[:2], untold))
    assert "May not know that there is a conference" in words
    assert "not invited" not in before("invitation-checklist", invitations=INVITED)


@pytest.mark.parametrize("because", WhyAsked)
def test_every_reason_for_asking_somebody_has_words(because: WhyAsked) -> None:
    alone = before("invitation-checklist", invitations=(Invitation(who="hv"),))
    words = before("invitation-checklist", invitations=(Invitation(who="hv", because=because),))
    assert len(bare(words)) > len(bare(alone))


@pytest.mark.parametrize("way", DeliveryWay)
def test_every_safe_way_to_send_papers_has_words(way: DeliveryWay) -> None:
    tariq = BEFORE.people[2]
    assert tariq.delivery is not None
    person = tariq.model_copy(update={"delivery": tariq.delivery.model_copy(update={"by": way})})
    records = BEFORE.model_copy(update={"people": (person,)})
    assert "Papers" in before(
        "invitation-checklist", records=records, invitations=(Invitation(who="tariq"),)
    )


def test_somebody_whose_address_the_view_lacks_is_reached_through_the_lead_worker() -> None:
    words = before("invitation-checklist", records=RECORDS, invitations=(Invitation(who="hv"),))
    assert row(words, "Grace Okafor").endswith("Through the lead social worker")


# The attendance sheet


def test_the_sheet_has_a_line_to_sign_for_each_person_invited() -> None:
    words = before("attendance-sheet", MINUTE_TAKER)
    listed = words[words.index("People invited") : words.index("Anybody else")]
    assert listed.count("Signed:") == len(INVITED)
    assert "Amina Yusuf</bdi></th>" not in listed


def test_each_person_is_marked_for_the_parts_that_they_are_asked_for_alone() -> None:
    words = before("attendance-sheet", MINUTE_TAKER)
    assert "A / L / X: Police matters" in row(words, "Lee Brandt")
    assert words.count("Police matters") == 1
    assert "Information and views" not in row(words, "Tariq Aziz")
    assert "Information and views" in row(words, "Grace Okafor")


def test_a_report_is_asked_after_for_those_who_write_one() -> None:
    words = before("attendance-sheet", MINUTE_TAKER)
    assert "Report:" in row(words, "Grace Okafor")
    for nobody in ("Nadia Yusuf", "Helen Marsh", "Sadia Rahman"):
        assert "Report:" not in row(words, nobody)


def test_the_sheet_warns_that_it_must_not_go_round() -> None:
    assert "Never hand it round" in before("attendance-sheet", MINUTE_TAKER)


def test_a_sheet_for_nobody_is_held() -> None:
    with pytest.raises(CopyError, match="invitations"):
        before("attendance-sheet", MINUTE_TAKER, invitations=())


# The chair's brief


def test_the_brief_lies_with_the_operator_for_the_chair_alone() -> None:
    brief = document("chair-brief")
    assert brief.shelf is Shelf.OPERATOR
    assert brief.audience == (ReaderKind.CHAIR,)


R_7_2_2 = (
    "Go through the agenda",
    "ask somebody to leave",
    "why they are here",
    "which reports they have read",
    "what they want to know",
    "the professionals decide",
    "pen and paper",
    "stays in the room",
)


@meets_in_cases(D29=("pen and paper",), D33=("which reports they have read",))
@pytest.mark.parametrize("words", R_7_2_2)
def test_the_brief_has_every_point_of_the_talk_with_the_family(words: str) -> None:
    assert words in example("chair-brief")


@meets_in_cases(C40=("Everything is on the record",))
@pytest.mark.parametrize(
    "words",
    [
        "do not manage anybody",
        "Everything is on the record",
        "confidential",
        "Welcome",
        "harmed &amp; is likely to be again",
        "Ask who dissents",
        "dissent process",
        "Comes at",
        "agreed by",
        "Violence or threats",
        "So that everybody can speak calmly.",
        "rings him on 20 November",
        "Interpreter: Urdu",
        "A room without stairs",
        "Print of",
        "An enquiry is going on",
        "bridging child protection plan",
        "Has sent apologies",
    ],
)
def test_the_brief_tells_the_chair_what_to_say_and_what_to_watch(words: str) -> None:
    assert words in example("chair-brief")


@pytest.mark.parametrize("ground", [*ExclusionGround, None])
def test_an_exclusion_is_told_with_its_ground_or_that_there_is_none(
    ground: ExclusionGround | None,
) -> None:
    exclusion = EXCLUSION.model_copy(
        update={"ground": ground, "parts": (), "views_by": None, "told_in_writing": None}
    )
    words = before("chair-brief", exclusions=(exclusion,))
    assert (row(words, "Ground") == "None is recorded. Record one, or let them come.") == (
        ground is None
    )
    assert row(words, "From") == "The whole conference"
    assert row(words, "Told in writing") == "Not recorded"
    assert "kept out" not in before("chair-brief")


def test_the_brief_names_who_has_sent_a_report_and_who_has_not() -> None:
    words = example("chair-brief")
    assert row(words, "Lee Brandt").endswith("Police matters")
    missing = words[words.index("no report among the papers") :]
    missing = missing[: missing.index("</table>")]
    assert row(missing, "Lee Brandt") == "No report"
    assert row(missing, "Alan Pike") == "Recorded as received on 20 November 2026"
    for written in ("Jo Hartley", "Ruth Amadi", "Grace Okafor", "Helen Marsh", "Sadia Rahman"):
        assert written not in missing


def test_a_report_is_told_with_the_manager_who_checked_it_where_one_must() -> None:
    unchecked = tuple(report.model_copy(update={"validated": None}) for report in REPORTS)
    records = BEFORE.model_copy(update={"reports": unchecked})
    words = before("chair-brief", records=records)
    assert words.count("Not recorded as checked by the team manager") == 1


def test_the_brief_lists_agencies_in_direct_contact_child_by_child() -> None:
    words = before("chair-brief")
    quorum = words[words.index("Is it quorate") : words.index("Before it starts")]
    assert row(quorum, "Amina Yusuf") == "Children’s Social Care Exampleton Health Example Primary"
    assert row(quorum, "The unborn baby of Nadia Yusuf") == (
        "Children’s Social Care Exampleton Health"
    )
    alone = before("chair-brief", invitations=(Invitation(who="nadia"),))
    quorum = alone[alone.index("Is it quorate") : alone.index("Before it starts")]
    assert row(quorum, "Amina Yusuf") == "Nobody"


def test_the_brief_gives_each_date_that_is_ruled_and_no_other() -> None:
    words = example("chair-brief")
    dates = words[words.index("Dates to set") :]
    assert row(dates, "First core group") == "Monday 7 December 2026"
    assert row(dates, "Core group after that") == "At least every month"
    assert row(dates, "Detailed child protection plan") == "As soon as possible"
    assert row(dates, "Each child seen alone") == "At least every 14 working days"
    assert "Meetings before the birth" not in dates


@meets("D07")
@pytest.mark.parametrize(
    ("needs", "words"),
    [
        (Needs(signer=True), "Sign language interpreter"),
        (Needs(medium=Medium.BRAILLE), "Papers in braille"),
        (Needs(medium=Medium.AUDIO), "Papers to listen to"),
        (Needs(medium=Medium.SCREEN), "Papers to read on a screen"),
        (Needs(wording=Wording.EASY_READ), "Papers in easy read"),
        (Needs(wording=Wording.CHILD_9_12), "Papers in words for a child"),
        (Needs(preferred_language="ur"), "Papers in Urdu"),
    ],
)
def test_every_need_is_told_to_the_chair(needs: Needs, words: str) -> None:
    person = BEFORE.people[0].model_copy(update={"needs": needs})
    records = BEFORE.model_copy(update={"people": (person,)})
    assert words in before(
        "chair-brief", records=records, invitations=(Invitation(who="nadia", arrive=time(9, 30)),)
    )


def test_a_review_is_opened_as_one_and_tells_when_a_plan_may_end() -> None:
    review = before("chair-brief", type=ConferenceType.REVIEW)
    assert "whether it goes on" in review
    assert "A plan ends when the child is no longer at risk." in review
    first = before("chair-brief")
    assert "whether a plan is needed" in first
    assert "A plan ends" not in first
