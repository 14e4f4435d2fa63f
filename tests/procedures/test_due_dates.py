"""Due dates of all five authorities, each worked by hand from a wall calendar.

A working is written above its rows. Days are struck off one by one: `Fri 18 = 1` is day 1, a day in
brackets is no working day. England's bank holidays in these months: Fri 25 and Mon 28 December 2026
(Boxing Day was a Saturday), Fri 1 January 2027; Good Friday 26 and Easter Monday 29 March 2027;
Mon 1 May 2023 and, for the coronation, Mon 8 May; Mon 19 September 2022, a royal funeral.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from cpdocs.model.plans import Every, Unit
from cpdocs.model.ruling import RuledName
from cpdocs.procedures import load_authority, rule
from tests.meets import meets, meets_in_cases
from tests.procedures.cases import BABY, CHILD, case, meeting, strategy

R, N, S, L, W = "rotherham", "nottinghamshire", "sunderland", "london-style", "warwickshire"
Name = RuledName


def value(
    slug: str, name: RuledName, *, events: Any = (), core_group: Any = None, **told: Any
) -> Any:
    """What is due for one conference: a date, or what is said instead; None where nothing is."""
    meetings = [{**core_group, "id": "m-1", "conference": "c-1"}] if core_group else []
    found = rule(
        case(
            meeting(**told),
            children=[CHILD, BABY],
            events=events,
            core_group_meetings=meetings,
        ),
        load_authority(slug),
    ).values
    values = [v for v in found if v.name is name]
    assert len(values) <= 1
    return next((v.value if v.value is not None else v.not_set for v in values), None)


# Fri 18 Dec = 1, Mon 21 = 2, Tue 22 = 3, Wed 23 = 4, Thu 24 = 5, (Fri 25, Sat 26, Sun 27, Mon 28),
# Tue 29 = 6, Wed 30 = 7, Thu 31 = 8, (Fri 1 Jan, Sat 2, Sun 3), Mon 4 = 9, Tue 5 = 10, Wed 6 = 11,
# Thu 7 = 12, Fri 8 = 13, (Sat 9, Sun 10), Mon 11 = 14, Tue 12 = 15.
CHRISTMAS = [strategy("2026-12-18", decided=True)]
# From Sat 19 Dec, which is no working day: Mon 21 = 1, so each of the days above is one less and
# Wed 13 Jan = 15.
FROM_SATURDAY = [strategy("2026-12-19", decided=True)]
# Tue 22 Dec = 1, Wed 23 = 2, Thu 24 = 3, Tue 29 = 4, Wed 30 = 5, Thu 31 = 6, Mon 4 Jan = 7,
# Tue 5 = 8, Wed 6 = 9, Thu 7 = 10, Fri 8 = 11, Mon 11 = 12, Tue 12 = 13, Wed 13 = 14, Thu 14 = 15.
TWO_AT_CHRISTMAS = [*CHRISTMAS, strategy("2026-12-22")]
# Thu 18 Mar = 1, Fri 19 = 2, Mon 22 = 3, Tue 23 = 4, Wed 24 = 5, Thu 25 = 6, (Fri 26 to Mon 29),
# Tue 30 = 7, Wed 31 = 8, Thu 1 Apr = 9, Fri 2 = 10, Mon 5 = 11, Tue 6 = 12, Wed 7 = 13,
# Thu 8 = 14, Fri 9 = 15.
EASTER = [strategy("2027-03-18", decided=True)]
# Fri 28 Apr = 1, (Sat 29 to Mon 1 May), Tue 2 = 2, Wed 3 = 3, Thu 4 = 4, Fri 5 = 5, (Sat 6 to
# Mon 8), Tue 9 = 6, Wed 10 = 7, Thu 11 = 8, Fri 12 = 9, Mon 15 = 10, Tue 16 = 11, Wed 17 = 12,
# Thu 18 = 13, Fri 19 = 14, Mon 22 = 15.
CORONATION = [strategy("2023-04-28", decided=True)]
# Mon 12 Sep = 1 to Fri 16 = 5, (Sat 17, Sun 18, Mon 19), Tue 20 = 6 to Fri 23 = 9, Mon 26 = 10 to
# Fri 30 = 14, Mon 3 Oct = 15.
FUNERAL = [strategy("2022-09-12", decided=True)]


@meets("BD01")
@meets_in_cases(
    B01=(R, TWO_AT_CHRISTMAS),
    B02=(N, TWO_AT_CHRISTMAS),
    B03=(S, TWO_AT_CHRISTMAS),
    B04=(W, TWO_AT_CHRISTMAS),
)
@pytest.mark.parametrize(
    ("slug", "events", "held", "expected"),
    [
        (R, CHRISTMAS, datetime(2027, 1, 11, 10), date(2027, 1, 12)),
        (N, CHRISTMAS, datetime(2027, 1, 11, 10), date(2027, 1, 12)),
        (S, CHRISTMAS, datetime(2027, 1, 11, 10), date(2027, 1, 12)),
        (W, CHRISTMAS, datetime(2027, 1, 11, 10), date(2027, 1, 12)),
        (L, CHRISTMAS, datetime(2027, 1, 11, 10), "no date is laid down"),
        (N, FROM_SATURDAY, datetime(2027, 1, 11, 10), date(2027, 1, 13)),
        # Two discussions, of which the first decided: Rotherham counts from the last, Sunderland
        # from the first, Nottinghamshire and Warwickshire from the one that decided.
        (R, TWO_AT_CHRISTMAS, datetime(2027, 1, 11, 10), date(2027, 1, 14)),
        (S, TWO_AT_CHRISTMAS, datetime(2027, 1, 11, 10), date(2027, 1, 12)),
        (N, TWO_AT_CHRISTMAS, datetime(2027, 1, 11, 10), date(2027, 1, 12)),
        (W, TWO_AT_CHRISTMAS, datetime(2027, 1, 11, 10), date(2027, 1, 12)),
        (R, EASTER, datetime(2027, 4, 7, 10), date(2027, 4, 9)),
        (N, EASTER, datetime(2027, 4, 7, 10), date(2027, 4, 9)),
        (S, EASTER, datetime(2027, 4, 7, 10), date(2027, 4, 9)),
        (W, EASTER, datetime(2027, 4, 7, 10), date(2027, 4, 9)),
        (R, CORONATION, datetime(2023, 5, 19, 10), date(2023, 5, 22)),
        (N, CORONATION, datetime(2023, 5, 19, 10), date(2023, 5, 22)),
        (S, CORONATION, datetime(2023, 5, 19, 10), date(2023, 5, 22)),
        (W, CORONATION, datetime(2023, 5, 19, 10), date(2023, 5, 22)),
        (R, FUNERAL, datetime(2022, 9, 30, 10), date(2022, 10, 3)),
        (S, FUNERAL, datetime(2022, 9, 30, 10), date(2022, 10, 3)),
    ],
)
def test_an_initial_conference_is_due_by(
    slug: str, events: list[dict[str, Any]], held: datetime, expected: object
) -> None:
    assert value(slug, Name.CONFERENCE_DUE, events=events, starts=held) == expected


@meets_in_cases(B06=(R, date(2023, 5, 22)), B07=(N, date(2023, 5, 22)))
@pytest.mark.parametrize(
    ("slug", "expected"),
    [
        # The coronation's working above, from the day on which the move was notified.
        (R, date(2023, 5, 22)),
        (N, date(2023, 5, 22)),
        (S, "no date is laid down"),
        (L, "no date is laid down"),
        (W, "no date is laid down"),
    ],
)
def test_a_conference_after_a_move_is_due_by(slug: str, expected: object) -> None:
    moved = {"what": "move-notified", "dated": "2023-04-28", "about": ["child-a"]}
    held = datetime(2023, 5, 18, 10)
    told = value(slug, Name.CONFERENCE_DUE, events=[moved], type="transfer-in", starts=held)
    assert told == expected


@meets("B05")
def test_a_pre_birth_conference_falls_on_the_eve_of_a_leap_day() -> None:
    # Due Tue 25 April 2028 = 40+0. 31+6 is 57 days before: 25 days back is 31 March, 31 more is
    # 29 February, and one more is Mon 28 February.
    told = case(
        meeting(type="pre-birth", children=["baby"], starts=datetime(2028, 2, 1, 10)),
        children=[{**BABY, "due": "2028-04-25"}],
    )
    found = rule(told, load_authority(R)).values
    (due,) = [v.value for v in found if v.name is Name.CONFERENCE_DUE]
    assert due == date(2028, 2, 28)


FRIDAY = datetime(2026, 12, 18, 10)  # the workings for Christmas above begin on it
CHRISTMAS_EVE = datetime(2026, 12, 24, 10)  # a Thursday
CORONATION_EVE = datetime(2023, 4, 28, 10)  # Fri 28 April
LEAP = datetime(2028, 2, 24, 10)  # a Thursday, five days before the leap day


@meets("BD06")
@meets_in_cases(
    B18=(R, Name.CORE_GROUP_DUE, "initial"),
    B19=(N, Name.CORE_GROUP_DUE, "review"),
    B20=(L, Name.CORE_GROUP_DUE, "initial"),
    B21=(W, Name.CORE_GROUP_DUE),
    B22=(S, Name.CORE_GROUP_DUE),
    B47=(R, Name.DECISION_DUE),
    B48=(N, Name.OUTLINE_PLAN_DUE),
    B49=(S, Name.DECISION_DUE),
    B50=(S, Name.OUTLINE_PLAN_DUE),
    B51=(S, Name.MINUTES_DUE),
    B58=(S, Name.BIRTH_ARRANGEMENTS_DUE),
    BD13=(S, Name.DECISION_DUE),
)
@pytest.mark.parametrize(
    ("slug", "name", "kind", "held", "expected"),
    [
        # Ten working days with the conference's day as day 1.
        (R, Name.CORE_GROUP_DUE, "initial", FRIDAY, date(2027, 1, 5)),
        (N, Name.CORE_GROUP_DUE, "review", FRIDAY, date(2027, 1, 5)),
        (L, Name.CORE_GROUP_DUE, "initial", FRIDAY, date(2027, 1, 5)),
        (R, Name.CORE_GROUP_DUE, "initial", CORONATION_EVE, date(2023, 5, 15)),
        # Ten days of any kind: Fri 18 = 1, Sat 19 = 2, ... Sun 27 = 10.
        (W, Name.CORE_GROUP_DUE, "initial", FRIDAY, date(2026, 12, 27)),
        # Thu 24 Feb = 1, Mon 28 = 5, Tue 29 = 6, Wed 1 Mar = 7, Sat 4 = 10.
        (W, Name.CORE_GROUP_DUE, "initial", LEAP, date(2028, 3, 4)),
        (S, Name.CORE_GROUP_DUE, "initial", FRIDAY, "within the required timescale"),
        (L, Name.CORE_GROUP_DUE, "review", FRIDAY, "on the date set at the conference"),
        # One working day after the day itself: (Fri 25, Sat 26, Sun 27, Mon 28), Tue 29.
        (R, Name.DECISION_DUE, "initial", CHRISTMAS_EVE, date(2026, 12, 29)),
        (N, Name.DECISION_DUE, "initial", CHRISTMAS_EVE, date(2026, 12, 29)),
        (N, Name.OUTLINE_PLAN_DUE, "initial", CHRISTMAS_EVE, date(2026, 12, 29)),
        (S, Name.OUTLINE_PLAN_DUE, "initial", CHRISTMAS_EVE, date(2026, 12, 29)),
        # Twenty-four hours are not a working day (BD13).
        (S, Name.DECISION_DUE, "initial", CHRISTMAS_EVE, datetime(2026, 12, 25, 10)),
        # Fourteen working days: Mon 11 = 14 at Christmas, Fri 19 = 14 at the coronation.
        (S, Name.MINUTES_DUE, "initial", FRIDAY, date(2027, 1, 11)),
        (S, Name.MINUTES_DUE, "review", CORONATION_EVE, date(2023, 5, 19)),
        (L, Name.MINUTES_DUE, "initial", FRIDAY, "when they are ready"),
        # The form goes out with the plan: ten working days.
        (S, Name.BIRTH_ARRANGEMENTS_DUE, "pre-birth", FRIDAY, date(2027, 1, 5)),
    ],
)
def test_after_a_conference_this_is_due_by(
    slug: str, name: RuledName, kind: str, held: datetime, expected: object
) -> None:
    found = value(slug, name, type=kind, starts=held)
    assert found == expected
    assert type(found) is type(expected)


@meets("BD04", "BD05")
@meets_in_cases(
    B08=(R, "initial"),
    B09=(R, "review"),
    B11=(S, "initial"),
    B12=(S, "review"),
    B13=(L, "initial"),
    B14=(L, "review"),
    B15=(W, "initial"),
    B16=(W, "review"),
    B17=(N, "review"),
)
@pytest.mark.parametrize(
    ("slug", "kind", "held", "expected"),
    [
        # Three months from Mon 30 November 2026: February 2027 has 28 days.
        (R, "initial", datetime(2026, 11, 30, 10), date(2027, 2, 28)),
        (S, "initial", datetime(2026, 11, 30, 10), date(2027, 2, 28)),
        # From Tue 30 November 2027: February 2028 has 29.
        (S, "initial", datetime(2027, 11, 30, 10), date(2028, 2, 29)),
        (L, "initial", datetime(2027, 11, 30, 10), date(2028, 2, 29)),
        (W, "initial", datetime(2027, 11, 30, 10), date(2028, 2, 29)),
        # From Mon 31 January: April has 30 days.
        (L, "initial", datetime(2028, 1, 31, 10), date(2028, 4, 30)),
        # Six months from Tue 31 August 2027, and from the leap day itself.
        (R, "review", datetime(2027, 8, 31, 10), date(2028, 2, 29)),
        (L, "review", datetime(2027, 8, 31, 10), date(2028, 2, 29)),
        (S, "review", datetime(2028, 2, 29, 10), date(2028, 8, 29)),
        (W, "review", datetime(2028, 2, 29, 10), date(2028, 8, 29)),
        (N, "review", datetime(2028, 2, 29, 10), "on the date and time set at this conference"),
        # Sunderland, London's and Warwickshire's texts do not wait for a birth; Rotherham's does.
        (S, "pre-birth", datetime(2026, 11, 30, 10), date(2027, 2, 28)),
        (L, "pre-birth", datetime(2026, 11, 30, 10), date(2027, 2, 28)),
        (W, "pre-birth", datetime(2026, 11, 30, 10), date(2027, 2, 28)),
    ],
)
def test_the_review_after_it_is_due_by(
    slug: str, kind: str, held: datetime, expected: object
) -> None:
    assert value(slug, Name.REVIEW_DUE, type=kind, starts=held) == expected


AFTER_CLOCKS = datetime(2027, 11, 1, 10)  # Mon; clocks went back on Sun 31 October at 2
AFTER_EASTER = datetime(2027, 4, 1, 10)  # Thu
BEFORE_LENT = datetime(2028, 3, 1, 10)  # Wed


@meets_in_cases(
    B30=(R, Name.REPORT_TO_FAMILY_DUE),
    B31=(R, Name.REPORTS_DUE),
    B32=(N, Name.REPORTS_DUE),
    B34=(N, Name.REPORT_TO_CHAIR_DUE),
    B35=(S, Name.REPORT_TO_FAMILY_DUE, "review"),
    B36=(S, Name.REPORTS_DUE, "review"),
    B37=(S, Name.REPORTS_DUE, "initial"),
    B38=(S, Name.ADAPTED_REPORT_DUE, "initial"),
    B39=(S, Name.ADAPTED_REPORT_DUE, "initial"),
    B40=(S, Name.REPORT_TO_CHAIR_DUE, "review"),
    B42=(S, Name.PROFESSIONALS_ARRIVE_BY),
    B46=(N, Name.FAMILY_INVITATION_DUE, "review"),
)
@pytest.mark.parametrize(
    ("slug", "name", "kind", "held", "expected"),
    [
        # Two days back from Wed 1 March 2028: Tue 29 February, Mon 28.
        (R, Name.REPORTS_DUE, "initial", BEFORE_LENT, date(2028, 2, 28)),
        (R, Name.REPORT_TO_FAMILY_DUE, "initial", BEFORE_LENT, date(2028, 2, 28)),
        (R, Name.REPORT_TO_CHAIR_DUE, "initial", BEFORE_LENT, date(2028, 2, 28)),
        (R, Name.ADAPTED_REPORT_DUE, "initial", BEFORE_LENT, date(2028, 2, 28)),
        # 48 real hours before Mon 10:00: the Sunday was an hour longer, so Sat at 11:00.
        (S, Name.REPORTS_DUE, "initial", AFTER_CLOCKS, datetime(2027, 10, 30, 11)),
        (S, Name.REPORT_TO_FAMILY_DUE, "initial", AFTER_CLOCKS, datetime(2027, 10, 30, 11)),
        # 24 hours before lies after the change.
        (N, Name.REPORTS_DUE, "initial", AFTER_CLOCKS, datetime(2027, 10, 31, 10)),
        (N, Name.REPORT_TO_CHAIR_DUE, "review", AFTER_CLOCKS, datetime(2027, 10, 31, 10)),
        # Five working days back from Thu 1 April 2027: Wed 31 March = 1, Tue 30 = 2, (Mon 29 to
        # Fri 26), Thu 25 = 3, Wed 24 = 4, Tue 23 = 5; seven days would be Thu 25.
        (S, Name.REPORTS_DUE, "review", AFTER_EASTER, date(2027, 3, 23)),
        (S, Name.REPORT_TO_FAMILY_DUE, "review", AFTER_EASTER, date(2027, 3, 23)),
        (S, Name.ADAPTED_REPORT_DUE, "review", AFTER_EASTER, date(2027, 3, 23)),
        (S, Name.REPORT_TO_CHAIR_DUE, "review", AFTER_EASTER, date(2027, 3, 25)),
        # Without a bank holiday both are Mon 25 October.
        (S, Name.REPORTS_DUE, "review", AFTER_CLOCKS, date(2027, 10, 25)),
        (S, Name.ADAPTED_REPORT_DUE, "initial", AFTER_CLOCKS, date(2027, 10, 25)),
        (S, Name.PROFESSIONALS_ARRIVE_BY, "initial", AFTER_CLOCKS, datetime(2027, 11, 1, 9, 45)),
        # Two weeks back from Thu 1 April 2027.
        (N, Name.FAMILY_INVITATION_DUE, "review", AFTER_EASTER, date(2027, 3, 18)),
        (N, Name.FAMILY_INVITATION_DUE, "initial", AFTER_EASTER, "as early as possible"),
        (L, Name.REPORTS_DUE, "initial", AFTER_EASTER, "before the conference"),
        (W, Name.REPORTS_DUE, "initial", AFTER_EASTER, "before the conference"),
    ],
)
def test_before_a_conference_this_is_due_by(
    slug: str, name: RuledName, kind: str, held: datetime, expected: object
) -> None:
    found = value(slug, name, type=kind, starts=held)
    assert found == expected
    assert type(found) is type(expected)


@meets("BD17")
@meets_in_cases(B28=(R,), B29=(L,))
@pytest.mark.parametrize(
    ("slug", "expected"),
    [
        # From the first discussion. Tue 3 Nov = 1, Fri 6 = 4, Fri 13 = 9, Fri 20 = 14, Fri 27 = 19,
        # Fri 4 Dec = 24, Fri 11 = 29, Fri 18 = 34, Mon 21 = 35.
        (R, date(2026, 12, 21)),
        (N, "no date is laid down"),
        (S, "within the agreed timescale"),
        (L, "within 35 working days"),
        (W, "no date is laid down"),
    ],
)
def test_the_assessment_is_due_by(slug: str, expected: object) -> None:
    events = [strategy("2026-11-03", decided=True), strategy("2026-11-06")]
    assert value(slug, Name.ASSESSMENT_DUE, events=events) == expected


@meets("B45")
def test_in_nottinghamshire_a_conference_is_asked_for_on_the_day_it_was_agreed() -> None:
    booked = {"asked_by": "sw", "asked": "2026-12-21", "agreed_by": "tm", "agreed": "2026-12-18"}
    assert value(N, Name.BOOKING_DUE, booking=booked) == date(2026, 12, 18)
    assert value(N, Name.BOOKING_DUE) is None  # nobody recorded when it was agreed
    assert value(S, Name.BOOKING_DUE, booking=booked) == "at an early stage"


def _met(day: datetime, circulated: str | None = None) -> dict[str, Any]:
    return {"children": ["child-a"], "starts": day, "circulated": circulated}


@meets("BD07", "BD15")
@meets_in_cases(
    B23=(R, Name.NEXT_CORE_GROUP_DUE),
    B24=(N, Name.NEXT_CORE_GROUP_DUE),
    B25=(L, Name.NEXT_CORE_GROUP_DUE, "initial"),
    B26=(L, Name.NEXT_CORE_GROUP_DUE, "review"),
    B27=(W, Name.NEXT_CORE_GROUP_DUE),
    B54=(L, Name.CORE_GROUP_NOTES_DUE),
    B55=(L, Name.SIGNED_AGREEMENT_DUE),
    B56=(S, Name.CORE_GROUP_NOTES_DUE),
)
@pytest.mark.parametrize(
    ("slug", "name", "kind", "met", "expected"),
    [
        # A month from Thu 31 December 2026, and from Mon 31 January 2028.
        (
            R,
            Name.NEXT_CORE_GROUP_DUE,
            "initial",
            _met(datetime(2026, 12, 31, 14)),
            date(2027, 1, 31),
        ),
        (
            W,
            Name.NEXT_CORE_GROUP_DUE,
            "initial",
            _met(datetime(2028, 1, 31, 14)),
            date(2028, 2, 29),
        ),
        # Two months: February 2027 has no 31st.
        (
            L,
            Name.NEXT_CORE_GROUP_DUE,
            "review",
            _met(datetime(2026, 12, 31, 14)),
            date(2027, 2, 28),
        ),
        # Six weeks from Thu 24 December: 31, 7, 14, 21, 28 January, 4 February.
        (N, Name.NEXT_CORE_GROUP_DUE, "initial", _met(CHRISTMAS_EVE), date(2027, 2, 4)),
        (
            L,
            Name.NEXT_CORE_GROUP_DUE,
            "initial",
            _met(CHRISTMAS_EVE),
            "within 6 weeks after the first meeting, then as the conference says",
        ),
        # Wed 23 Dec = 1, Thu 24 = 2, (Fri 25 to Mon 28), Tue 29 = 3, Wed 30 = 4, Thu 31 = 5.
        (
            L,
            Name.CORE_GROUP_NOTES_DUE,
            "initial",
            _met(datetime(2026, 12, 23, 14)),
            date(2026, 12, 31),
        ),
        # Five days of any kind: Wed 23 = 1, Sun 27 = 5.
        (
            S,
            Name.CORE_GROUP_NOTES_DUE,
            "initial",
            _met(datetime(2026, 12, 23, 14)),
            date(2026, 12, 27),
        ),
        # Another five working days from the day it went round: Thu 31 = 1, (Fri 1 Jan to Sun 3),
        # Mon 4 = 2, Tue 5 = 3, Wed 6 = 4, Thu 7 = 5.
        (
            L,
            Name.SIGNED_AGREEMENT_DUE,
            "initial",
            _met(datetime(2026, 12, 23, 14), "2026-12-31"),
            date(2027, 1, 7),
        ),
        (
            L,
            Name.SIGNED_AGREEMENT_DUE,
            "initial",
            _met(datetime(2026, 12, 23, 14)),
            "within 5 working days of when it was sent round",
        ),
    ],
)
def test_after_a_meeting_of_the_core_group_this_is_due_by(
    slug: str, name: RuledName, kind: str, met: dict[str, Any], expected: object
) -> None:
    assert value(slug, name, type=kind, core_group=met) == expected


NONE = "as often as is agreed"
_WEEKS, _MONTHS, _WORKING = Unit.WEEKS, Unit.MONTHS, Unit.WORKING_DAYS
# B23-B27, B59-B62, B65: core groups, visits, seen alone, and reviews of a child in need plan.
INTERVALS = {
    R: (
        Every(count=1, unit=_MONTHS),
        Every(count=14, unit=_WORKING),
        Every(count=14, unit=_WORKING),
        Every(count=6, unit=_MONTHS),
    ),
    N: (Every(count=6, unit=_WEEKS), Every(count=4, unit=_WEEKS), NONE, NONE),
    S: (
        "on the dates that the conference sets",
        "within the statutory timescale",
        NONE,
        NONE,
    ),
    L: (
        "the second within 6 weeks of the first, then as the conference says",
        Every(count=10, unit=_WORKING),
        Every(count=6, unit=_WEEKS),
        NONE,
    ),
    W: (Every(count=1, unit=_MONTHS), NONE, NONE, NONE),
}
REPEATED = (
    Name.CORE_GROUP_EVERY,
    Name.VISITS_EVERY,
    Name.SEEN_ALONE_EVERY,
    Name.CHILD_IN_NEED_REVIEW_EVERY,
)


@meets("BD08")
@meets_in_cases(B23=(R,), B24=(N,), B27=(W,), B59=(R,), B60=(N,), B61=(L,), B62=(L,), B65=(R,))
@pytest.mark.parametrize("slug", INTERVALS)
def test_what_comes_round_again_is_an_interval_and_no_date(slug: str) -> None:
    assert tuple(value(slug, name) for name in REPEATED) == INTERVALS[slug]


@meets("B26")
def test_after_the_first_review_a_core_group_meets_every_two_months_in_the_london_style() -> None:
    found = value(L, Name.CORE_GROUP_EVERY, type="review")
    assert found == Every(count=2, unit=Unit.MONTHS)
