"""Records of a conference and after it: told in full, and silent on what a view lacks."""

from __future__ import annotations

import re
from datetime import date

import pytest

from cpdocs.errors import CopyError
from cpdocs.model.people import DeliveryWay
from cpdocs.model.plans import Every, Unit
from cpdocs.model.reports import Seen
from cpdocs.model.ruling import RuledName
from cpdocs.model.view import Reader, ReaderKind
from tests.documents.copies import body as told
from tests.documents.copies import copy as example
from tests.documents.goldens import COPIES
from tests.documents.papers_records import (
    GIVEN,
    GROUP,
    LEAD_WORKER,
    MEETING,
    PARTS,
    PLAN,
    POLICE_MATTERS,
    SEEN,
    SEEN_BY_FAMILY,
    VISITS,
    given,
    of_the_meeting,
)
from tests.documents.tables import row, rows_of
from tests.documents.views import HEALTH_VISITOR, MOTHER, minutes_with, view_for
from tests.meets import meets

# The short record


def record(reader: Reader = HEALTH_VISITOR, **changes: object) -> str:
    return told("conference-record", view_for(reader, **changes))


def test_the_record_tells_decision_reasons_the_childs_words_actions_and_dates_in_order() -> None:
    words = example("conference-record-parent")
    told_in = (
        "There is now a",
        "left alone &amp; cold",
        "I like it when Nani is there.",
        "We need more help",
        "Mina joined in",
        "Take Mina to the group",
        "Next conference, at the latest",
    )
    order = [words.index(found) for found in told_in]
    assert order == sorted(order)


def test_the_record_leaves_out_professionals_opinions_and_nothing_else_that_was_said() -> None:
    words = record(**POLICE_MATTERS)
    assert "A plan would help." not in words
    minutes = POLICE_MATTERS["minutes"]
    for line in minutes.contributions:
        text = getattr(line, "text", "").partition("\n")[0]
        assert text in words or text == "A plan would help."


def test_confidential_words_stand_in_a_section_of_their_own_with_its_warning() -> None:
    words = record(**POLICE_MATTERS)
    section = words[words.index("Confidential section: Police matters") :]
    assert "must never be shown" in section
    assert words.count("A man was seen in the flat.") == 1
    assert "A man was seen in the flat." in section
    assert "onfidential section" not in record(parts=PARTS)


def test_a_challenge_stands_beside_the_passage_in_the_record_too() -> None:
    assert "It was a playgroup." in record()


def test_passages_of_the_record_are_numbered_without_a_break() -> None:
    numbers = re.findall(r'class="number"><bdi dir="ltr">(\d+)</bdi>', record(**POLICE_MATTERS))
    assert numbers == [str(n + 1) for n in range(len(numbers))]


def test_a_draft_of_the_record_says_that_it_is_one() -> None:
    assert 'class="draft"' in record(minutes=minutes_with(approved=None))
    assert 'class="draft"' not in record()


def test_visits_are_promised_only_where_there_is_a_plan() -> None:
    planned = view_for(MOTHER, ruled=COPIES["conference-record"].view.ruled)
    assert "Visits to each child" in told("conference-record", planned)
    without = minutes_with(decisions=planned.conference.minutes.decisions[1:])  # type: ignore[union-attr]
    unplanned = view_for(MOTHER, ruled=planned.ruled, minutes=without)
    for promise in ("Visits to each child", "What comes next", "Next conference"):
        assert promise not in told("conference-record", unplanned)


# Notes of the core group


def notes(reader: Reader = LEAD_WORKER, **changes: object) -> str:
    of_view = {name: changes.pop(name) for name in ("ruled",) if name in changes}
    meeting = MEETING.model_copy(update=changes)
    records = GROUP.model_copy(update={"core_group_meetings": (meeting,)})
    return told("core-group-notes", view_for(reader, records=records, about="core-1", **of_view))


@meets("C46")
def test_notes_tell_who_came_what_was_agreed_and_who_did_not_agree() -> None:
    words = notes()
    assert row(words, "Alan Pike").endswith("Sent apologies")
    assert row(words, "Nadia Yusuf").endswith("Present")
    for said_there in ("at school every day", "housing office", "Weekly visits would be better"):
        assert said_there in words
    assert "has to be done as it stands" in words


def test_a_late_next_meeting_says_why_and_who_countersigned() -> None:
    assert "The delay was authorised by" in notes()
    assert "Name, signature and date:" in notes(countersigned=None)
    assert "Name, signature" not in notes(MOTHER, countersigned=None)
    in_time = notes(later_because=None)
    assert row(in_time, "Countersigned") == "Ruth Amadi (team manager) 2 December 2026"
    for kept in ("authorised", "later than"):
        assert kept not in in_time


@pytest.mark.parametrize(
    ("present", "is_core_group"),
    [
        (("sw", "hv"), True),
        (("tm", "hv"), True),  # of children's social care
        (("ht", "hv", "nadia"), False),
        ((), True),  # nobody is told of: nothing can be said
    ],
)
def test_a_meeting_without_a_social_worker_is_not_called_a_core_group(
    present: tuple[str, ...], is_core_group: bool
) -> None:
    words = notes(present=present)
    assert ("Notes of the core group</h1>" in words) == is_core_group
    assert ("information-sharing meeting" in words) != is_core_group


def test_notes_are_told_the_due_dates_of_their_own_meeting() -> None:
    of_another = of_the_meeting(RuledName.NEXT_CORE_GROUP_DUE, date(2027, 5, 3))
    another = of_another.model_copy(update={"about": "core-9"})
    mine = of_the_meeting(RuledName.NEXT_CORE_GROUP_DUE, date(2027, 1, 1))
    words = notes(ruled=(another, mine))
    assert row(words, "Next meeting due") == "Friday 1 January 2027"
    assert "May 2027" not in words


def test_notes_for_no_child_that_the_view_holds_hold_the_copy() -> None:
    with pytest.raises(CopyError, match=r"core-1\.children"):
        notes(children=())
    childless = MEETING.actions[0].model_copy(update={"children": ()})
    with pytest.raises(CopyError, match="actions, number 1 of this copy"):
        notes(actions=(childless,))


@meets("A109")
def test_notes_ask_for_each_child_who_was_not_there_to_be_told_what_was_decided() -> None:
    words = notes(children=("amina", "baby"))
    _, _, after = words.partition("Children who were not there</h2>")
    asked, _, _ = after.partition("The next meeting</h2>")
    assert rows_of(asked) == [
        ("Amina Yusuf", "Told on: By: What the child said:")
    ]  # no unborn baby
    assert "what was talked about and decided" in asked


@pytest.mark.parametrize(
    ("reader", "changes"),
    [
        (LEAD_WORKER, {"present": (*MEETING.present, "amina")}),  # nobody stayed away
        (LEAD_WORKER, {"present": ()}),  # it is not told who came
        (LEAD_WORKER, {"children": ("baby",)}),
        (MOTHER, {}),  # it is for those who do the telling
    ],
)
def test_notes_ask_it_of_workers_alone_and_only_where_a_child_stayed_away(
    reader: Reader, changes: dict[str, object]
) -> None:
    assert "Children who were not there" not in notes(reader, **changes)


def test_notes_without_actions_or_a_day_say_so() -> None:
    words = notes(actions=(), next_meeting=None, later_because=None, disagreements=())
    assert "No new action" in words
    assert "No day is set yet" in words
    assert "did not agree" not in words


def test_no_family_word_for_office_dates_stands_in_a_parents_notes() -> None:
    due = (of_the_meeting(RuledName.CORE_GROUP_NOTES_DUE, date(2026, 12, 8)),)
    assert "Notes due" in notes(ruled=due)
    assert "Notes due" not in notes(MOTHER, ruled=due)


# Visits


def visits(reader: Reader = LEAD_WORKER, **changes: object) -> str:
    records = SEEN.model_copy(update=changes)
    ruled = COPIES["visit-schedule"].view.ruled
    return told("visit-schedule", view_for(reader, records=records, about="amina", ruled=ruled))


@meets("C49")
@pytest.mark.parametrize(
    ("seen", "words"),
    [
        (Seen.SEEN, "This child was seen"),
        (Seen.ALONE, "This child was seen alone"),
        (Seen.NOT_SEEN, "This child was not seen"),
    ],
)
def test_each_visit_says_whether_this_child_was_seen(seen: Seen, words: str) -> None:
    one = VISITS[0].model_copy(update={"seen": seen})
    assert f"<td>{words}</td>" in visits(visits=(one,))


def test_a_visit_without_the_child_says_why_only_where_the_view_holds_it() -> None:
    for held in ("Nobody came to the door", "Example Primary", "bedding", "Rukhsana Bibi"):
        assert held in visits()
        assert held not in told(
            "visit-schedule", view_for(MOTHER, records=SEEN_BY_FAMILY, about="amina")
        )


def test_nothing_is_said_of_a_bedroom_that_the_view_does_not_say_was_seen() -> None:
    assert "Bedroom" in visits()
    assert "Bedroom" not in visits(
        visits=tuple(v.model_copy(update={"bedroom_seen": False}) for v in VISITS)
    )


def test_visits_stand_in_the_order_made_and_the_last_ones_at_the_head() -> None:
    words = visits()
    made = words[words.index("Visits made") :]
    order = [made.index(found) for found in ("26 November", "3 December", "4 December")]
    assert order == sorted(order)
    assert row(words, "Last seen").startswith("Friday 4 December")
    assert row(words, "Last seen alone").startswith("Thursday 26 November")
    assert row(visits(visits=VISITS[:1]), "Last seen") == "Not seen yet"


@pytest.mark.parametrize(
    ("count", "unit", "words"),
    [
        (1, Unit.WEEKS, "Within 1 week of the last"),
        (10, Unit.WORKING_DAYS, "Within 10 working days of the last"),
        (5, Unit.DAYS, "Within 5 days of the last"),
        (2, Unit.MONTHS, "Within 2 months of the last"),
    ],
)
def test_the_next_visit_is_counted_from_the_last_as_the_plan_agreed(
    count: int, unit: Unit, words: str
) -> None:
    plan = PLAN.model_copy(update={"visit_every": Every(count=count, unit=unit)})
    assert row(visits(plans=(plan,)), "Next visit") == words


def test_without_an_agreed_frequency_the_procedures_hold() -> None:
    assert row(visits(plans=()), "Next visit") == "Within 10 working days of the last"
    assert "Agreed in the plan" not in visits(plans=())


def test_a_young_person_reads_of_visits_to_them() -> None:
    reader = Reader(id="amina", kind=ReaderKind.CHILD, name="Amina Yusuf", greeting="Amina")
    words = told("visit-schedule", view_for(reader, records=SEEN_BY_FAMILY, about="amina"))
    assert "Visits to you" in words
    assert "We saw you on your own" in words
    assert "This child" not in words


def test_a_child_without_visits_has_no_schedule() -> None:
    with pytest.raises(CopyError, match="visits to amina"):
        visits(visits=())


# The record of what was given


@meets("C37")
def test_every_paper_given_is_told_with_recipient_way_and_day() -> None:
    words = told("distribution-record", view_for(LEAD_WORKER, records=GIVEN))
    assert row(words, "Grace Okafor (health visitor)") == (
        "Detailed child protection plan By secure email 8 December 2026"
    )
    assert words.count('<th scope="row">') == len(GIVEN.distributions) + 3
    assert words.index("7 December") < words.index("8 December")


@pytest.mark.parametrize("way", DeliveryWay)
def test_every_way_of_giving_a_paper_has_words(way: DeliveryWay) -> None:
    records = GIVEN.model_copy(update={"distributions": (given("hv", way, date(2026, 12, 8)),)})
    words = told("distribution-record", view_for(LEAD_WORKER, records=records))
    assert "Okafor" in words


def test_a_record_of_nothing_given_is_held() -> None:
    with pytest.raises(CopyError, match="distributions"):
        told("distribution-record", view_for(LEAD_WORKER))
