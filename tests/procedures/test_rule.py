"""What is due when, by the text of each authority, and what each date rests on."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from cpdocs.case.case import Case
from cpdocs.model.paths import spell, walk
from cpdocs.model.ruling import OF_A_MEETING, Ruled, RuledName
from cpdocs.procedures import authority_slugs, load_authority, rule
from tests.meets import meets, meets_in_cases
from tests.procedures.cases import BABY, CHILD, STARTS, case, meeting, strategy

R, N, L = "rotherham", "nottinghamshire", "london-style"
Name = RuledName


def ruled(told: Case, slug: str, name: RuledName, conference: str = "c-1") -> Ruled | None:
    values = rule(told, load_authority(slug)).values
    found = [v for v in values if v.name is name and v.conference == conference]
    assert len(found) <= 1
    return found[0] if found else None


def value(told: Case, slug: str, name: RuledName, conference: str = "c-1") -> Any:
    found = ruled(told, slug, name, conference)
    return (found.value if found.value is not None else found.not_set) if found else None


@meets_in_cases(
    B33=(N, Name.REPORT_TO_FAMILY_DUE),
    B52=(R, Name.MINUTES_DUE),
    B53=(N, Name.MINUTES_DUE),
)
@pytest.mark.parametrize(
    ("slug", "name", "expected", "source"),
    [
        # Conference on Monday 23 November 2026 at 10:00.
        (R, Name.ARRIVE_BY, "in good time", "R 7.2.2"),
        (N, Name.ARRIVE_BY, datetime(2026, 11, 23, 9, 40), "N l.57, l.140"),
        (R, Name.REPORTS_DUE, date(2026, 11, 21), "R 7.1.10.1"),
        (N, Name.REPORTS_DUE, datetime(2026, 11, 22, 10, 0), "N l.109"),
        (R, Name.REPORT_TO_FAMILY_DUE, date(2026, 11, 21), "R 7.1.8 e, 7.1.10.2"),
        (N, Name.REPORT_TO_FAMILY_DUE, datetime(2026, 11, 22, 10, 0), "N l.136"),
        (R, Name.DECISION_DUE, date(2026, 11, 24), "R 7.6"),
        (N, Name.DECISION_DUE, date(2026, 11, 24), "N l.243"),
        (R, Name.MINUTES_DUE, "as soon as possible", "R 7.6"),
        (N, Name.MINUTES_DUE, "within the approved timescale", "N l.243"),
        # Ten working days with Monday 23 as day 1: Friday 4 December.
        (R, Name.CORE_GROUP_DUE, date(2026, 12, 4), "R 7.8"),
        (N, Name.CORE_GROUP_DUE, date(2026, 12, 4), "N l.253"),
        (R, Name.REVIEW_DUE, date(2027, 2, 23), "R 7.10.1"),
        (N, Name.REVIEW_DUE, "on the date and time set at this conference", "N l.227, l.299"),
        # Fifteen working days with Tuesday 3 November as day 1.
        (R, Name.CONFERENCE_DUE, date(2026, 11, 23), "R 7.1.3"),
        (N, Name.CONFERENCE_DUE, date(2026, 11, 23), "N l.25"),
    ],
)
def test_an_initial_conference_has_its_dates_from_its_authoritys_text(
    slug: str, name: RuledName, expected: object, source: str
) -> None:
    told = case(events=[strategy("2026-11-03", decided=True)])
    found = ruled(told, slug, name)
    assert found is not None
    assert value(told, slug, name) == expected
    assert found.source == source
    assert type(value(told, slug, name)) is type(expected)


@pytest.mark.parametrize(
    ("kind", "slug", "name", "expected"),
    [
        ("review", R, Name.REVIEW_DUE, date(2027, 5, 23)),
        ("transfer-in", R, Name.REVIEW_DUE, date(2027, 2, 23)),
        ("reconvened", R, Name.REVIEW_DUE, "on the date agreed at the conference"),
        ("review", R, Name.CORE_GROUP_DUE, "within a month of the last one"),
        ("pre-birth", R, Name.CORE_GROUP_DUE, date(2026, 12, 4)),
        ("review", N, Name.CORE_GROUP_DUE, date(2026, 12, 4)),
        ("reconvened", R, Name.CONFERENCE_DUE, "on the date that the chair agreed"),
        ("review", N, Name.CONFERENCE_DUE, "on the date set at the conference before"),
        ("review", R, Name.REPORTS_DUE, date(2026, 11, 21)),
    ],
)
def test_a_type_of_conference_has_its_own_dates(
    kind: str, slug: str, name: RuledName, expected: object
) -> None:
    assert value(case(meeting(type=kind)), slug, name) == expected


@meets("B43")
@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("face-to-face", datetime(2026, 11, 23, 9, 40)),
        ("hybrid", datetime(2026, 11, 23, 9, 40)),
        ("video", "the chair will get in touch with you beforehand"),
    ],
)
def test_in_nottinghamshire_the_form_of_meeting_says_when_to_arrive(
    form: str, expected: object
) -> None:
    told = case(meeting(place={"form": form}))
    assert value(told, N, Name.ARRIVE_BY) == expected
    found = ruled(told, N, Name.ARRIVE_BY)
    assert found is not None
    assert "conferences.c-1.place.form" in found.rests_on


@meets("B01", "B02", "BD01")
@pytest.mark.parametrize(
    ("slug", "events", "expected"),
    [
        # Rotherham: the last discussion, decided or not. Fri 6 November is day 1, Thu 26 is day 15.
        (R, [strategy("2026-11-03", decided=True), strategy("2026-11-06")], date(2026, 11, 26)),
        (R, [strategy("2026-11-06"), strategy("2026-11-03")], date(2026, 11, 26)),
        # Nottinghamshire: the one that decided on section 47 enquiries.
        (N, [strategy("2026-11-03", decided=True), strategy("2026-11-06")], date(2026, 11, 23)),
        (N, [strategy("2026-11-03"), strategy("2026-11-06", decided=True)], date(2026, 11, 26)),
        # One discussion, unmarked, is the one; of two, nobody can say which.
        (N, [strategy("2026-11-03")], date(2026, 11, 23)),
        (N, [strategy("2026-11-03"), strategy("2026-11-06")], None),
        # A discussion with a time of day; one after the conference; one about somebody else; none.
        (R, [strategy("2026-11-03 16:30")], date(2026, 11, 23)),
        (R, [strategy("2026-11-03"), strategy("2026-11-30")], date(2026, 11, 23)),
        (R, [strategy("2026-11-03", "child-x")], None),
        (N, [strategy("2026-11-03", "child-x", decided=True)], None),
        (R, [], None),
        (N, [], None),
    ],
)
def test_the_conference_is_due_from_the_discussion_that_the_authority_counts(
    slug: str, events: list[dict[str, Any]], expected: date | None
) -> None:
    assert value(case(events=events), slug, Name.CONFERENCE_DUE) == expected


def test_of_several_children_the_one_with_the_earliest_deadline_counts() -> None:
    told = case(
        meeting(children=["child-a", "child-z"]),
        children=[CHILD, {**CHILD, "id": "child-z"}],
        events=[strategy("2026-11-06", "child-a"), strategy("2026-11-03", "child-z")],
    )
    assert value(told, R, Name.CONFERENCE_DUE) == date(2026, 11, 23)


@meets("B06", "B07")
@pytest.mark.parametrize("slug", [R, N])
def test_a_transfer_in_conference_is_due_from_the_day_the_move_was_notified(slug: str) -> None:
    moved = {"what": "move-notified", "dated": "2026-11-10", "about": ["child-a"]}
    told = case(meeting(type="transfer-in"), events=[strategy("2026-11-03"), moved])
    assert value(told, slug, Name.CONFERENCE_DUE) == date(2026, 11, 30)


@meets("B05")
@pytest.mark.parametrize("kind", ["pre-birth", "initial"])
@pytest.mark.parametrize(
    ("due", "discussed", "expected"),
    [
        # 31 weeks and 6 days is 57 days before the due date.
        ("2027-01-15", "2026-11-10", date(2026, 11, 19)),
        ("2027-02-20", "2026-11-03", date(2026, 11, 23)),  # fifteen working days come first
        ("2027-02-20", None, date(2026, 12, 25)),
    ],
)
def test_for_an_unborn_child_the_32nd_week_and_the_fifteen_days_both_hold_in_rotherham(
    kind: str, due: str, discussed: str | None, expected: date
) -> None:
    told = case(
        meeting(type=kind, children=["baby"]),
        children=[{**BABY, "due": due}],
        events=[strategy(discussed, "baby")] if discussed else [],
    )
    assert value(told, R, Name.CONFERENCE_DUE) == expected


@meets("BD25")
def test_in_nottinghamshire_pregnancy_sets_no_date() -> None:
    told = case(meeting(type="pre-birth", children=["baby"]), children=[BABY])
    assert value(told, N, Name.CONFERENCE_DUE) is None


@meets("B10", "BD04")
@pytest.mark.parametrize(
    ("children", "expected"),
    [
        ([BABY], "within 3 months of the birth"),
        ([{**BABY, "born": "2027-02-11"}], date(2027, 5, 11)),
        ([{**BABY, "born": "2027-11-30"}], date(2028, 2, 29)),
        # Twins: the elder counts. A brother who is born already is reviewed from the conference.
        (
            [{**BABY, "born": "2027-02-11"}, {**BABY, "id": "twin", "born": "2027-02-12"}],
            date(2027, 5, 11),
        ),
        ([BABY, CHILD], date(2027, 2, 23)),
    ],
)
def test_after_a_pre_birth_conference_the_review_is_counted_from_the_birth(
    children: list[dict[str, Any]], expected: object
) -> None:
    ids = [child["id"] for child in children]
    told = case(meeting(type="pre-birth", children=ids), children=children)
    assert value(told, R, Name.REVIEW_DUE) == expected


def test_a_review_is_due_when_the_conference_before_said() -> None:
    first = meeting(id="c-1", starts=datetime(2026, 2, 2, 10))
    second = meeting(id="c-2", type="review", starts=datetime(2026, 4, 28, 10))
    third = meeting(id="c-3", type="review", starts=datetime(2026, 11, 2, 10))
    told = case(third, first, second)
    assert value(told, R, Name.CONFERENCE_DUE, "c-2") == date(2026, 5, 2)
    assert value(told, R, Name.CONFERENCE_DUE, "c-3") == date(2026, 10, 28)
    alone = case(third)
    assert value(alone, R, Name.CONFERENCE_DUE, "c-3") is None


def test_dates_for_the_core_group_and_review_tell_nothing_of_the_decision() -> None:
    decided = {"child": "child-a", "plan": "not-made", "reasons": [{"text": "Safe enough."}]}
    before = case()
    after = case(meeting(minutes={"decisions": [decided]}))
    for name in (Name.CORE_GROUP_DUE, Name.REVIEW_DUE, Name.DECISION_DUE):
        assert ruled(before, R, name) == ruled(after, R, name)


def _met(meeting_id: str, starts: datetime, **more: Any) -> dict[str, Any]:
    told = {"id": meeting_id, "conference": "c-1", "children": ["child-a"], "starts": starts}
    return {**told, **more}


@pytest.mark.parametrize("slug", authority_slugs())
@pytest.mark.parametrize("kind", ["initial", "review", "pre-birth", "transfer-in", "reconvened"])
def test_what_a_value_rests_on_are_places_of_the_case(slug: str, kind: str) -> None:
    row = {"who": "hv", "attended": ["open"]}
    told = case(
        meeting(id="c-0", starts=datetime(2026, 9, 1, 10)),
        meeting(
            type=kind,
            children=["child-a", "baby"],
            attendance=[row],
            booking={"asked_by": "hv", "asked": "2026-11-04", "agreed": "2026-11-04"},
        ),
        children=[CHILD, {**BABY, "born": "2027-02-01"}],
        professionals=[
            {"id": "hv", "name": "G", "designation": "Health visitor", "agency": "clinic"}
        ],
        events=[
            strategy("2026-11-03", "child-a", "baby", decided=True),
            {"what": "move-notified", "dated": "2026-11-10", "about": ["child-a"]},
        ],
        core_group_meetings=[
            _met("m-1", datetime(2026, 12, 1, 14), circulated="2026-12-04"),
            _met("m-2", datetime(2027, 1, 5, 14)),
        ],
    )
    places = {spell(node.path) for node in walk(told)}
    values = rule(told, load_authority(slug)).values
    assert values
    for found in values:
        assert set(found.rests_on) <= places
        assert (found.value is None) is (found.not_set is not None)
        assert found.source


def test_a_date_changes_only_with_a_place_that_it_says_it_rests_on() -> None:
    told = case(events=[strategy("2026-11-03", decided=True)])
    later = case(meeting(starts=STARTS.replace(day=26)), events=told.events)
    for slug in (R, N):
        for found in rule(told, load_authority(slug)).values:
            other = ruled(later, slug, found.name)
            if other is not None and other.value != found.value:
                assert "conferences.c-1.starts" in found.rests_on


def test_rules_are_given_conference_by_conference_in_one_order() -> None:
    told = case(meeting(id="c-1"), meeting(id="c-2", starts=datetime(2027, 2, 1, 10)))
    values = rule(told, load_authority(R)).values
    order = [(["c-1", "c-2"].index(v.conference), list(RuledName).index(v.name)) for v in values]
    assert order == sorted(order)


@pytest.mark.parametrize("slug", authority_slugs())
def test_what_is_due_after_one_meeting_of_the_core_group_tells_nothing_of_another(
    slug: str,
) -> None:
    first = _met("m-1", datetime(2026, 12, 1, 14), circulated="2026-12-04")
    second = _met("m-2", datetime(2027, 1, 5, 14))
    elsewhere = {**second, "id": "m-3", "conference": "c-2"}
    alone = rule(case(core_group_meetings=[first]), load_authority(slug)).values
    both = rule(case(core_group_meetings=[second, first, elsewhere]), load_authority(slug)).values
    of_first = [v for v in both if v.about == "m-1"]
    assert of_first == [v for v in alone if v.about == "m-1"]
    assert {v.name for v in of_first} == OF_A_MEETING
    assert {v.about for v in both} == {None, "m-1", "m-2"}
    assert [v for v in both if v.about is None] == [v for v in alone if v.about is None]


def test_each_meeting_of_the_core_group_has_its_own_dates() -> None:
    told = case(
        core_group_meetings=[
            _met("m-1", datetime(2026, 12, 1, 14), circulated="2026-12-04"),
            _met("m-2", datetime(2027, 1, 5, 14)),
        ]
    )
    values = rule(told, load_authority(L)).values
    notes = {v.about: v.value for v in values if v.name is Name.CORE_GROUP_NOTES_DUE}
    # Tue 1 December = 1, Mon 7 = 5; Tue 5 January = 1, Mon 11 = 5.
    assert notes == {"m-1": date(2026, 12, 7), "m-2": date(2027, 1, 11)}
