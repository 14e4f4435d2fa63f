"""How timely conferences were: told of a case to its chair, and of several with no family named."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from cpdocs.case.case import Case
from cpdocs.errors import UsageError
from cpdocs.model.timeliness import Standing, Step, StepKind, Timeliness, TimelinessReport
from cpdocs.model.view import Section, View
from cpdocs.procedures import load_authority, rule
from cpdocs.sharing import share_whole
from cpdocs.sharing.timeliness import RuledCase, ledger_over, over_cases, with_timeliness
from tests.packs.cases import CANARY, TINY, case

ROTHERHAM = load_authority("rotherham")
LATE = """\
    booking:
      asked_by: worker
      asked: 2026-11-02
      late: {reason: "No room could be had.", authorised_by: [head], dated: 2026-11-16}
"""


def ruled(text: str, name: str = "tiny") -> RuledCase:
    read = case(text)
    return RuledCase(name=name, case=read, ruling=rule(read, ROTHERHAM))


def other(reference: str) -> str:
    return TINY.replace("CP-2026-0077", reference)


def report_of(view: View) -> TimelinessReport:
    assert view.timeliness is not None
    return view.timeliness


D = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("step", "standing"),
    [
        (Step(due=D, done=D), Standing.IN_TIME),
        (Step(due=D, done=datetime(2026, 11, 20, 16, 0)), Standing.IN_TIME),
        (Step(due=D, done=date(2026, 11, 2)), Standing.IN_TIME),
        (Step(due=D, done=date(2026, 11, 21)), Standing.LATE),
        (Step(due=D), Standing.NOT_RECORDED),
        (Step(done=D), Standing.NO_DUE_DATE),
        (Step(not_set="as soon as possible", done=D), Standing.NO_DUE_DATE),
        (Step(), Standing.NO_DUE_DATE),
    ],
)
def test_a_step_stands_one_way(step: Step, standing: Standing) -> None:
    assert step.standing is standing


def test_the_totals_count_every_conference_once_for_each_step() -> None:
    lines = over_cases([ruled(TINY), ruled(other("CP-2026-0078"))], ROTHERHAM.style, None)
    report = report_of(lines)
    assert report.cases == len(report.lines) == 2
    for kind, standings in report.totals.items():
        assert sum(standings.values()) == 2
        for standing, number in standings.items():
            assert number == sum(it.step(kind).standing is standing for it in report.lines)


def test_what_was_late_is_told_with_its_days_and_nothing_else_is() -> None:
    late = Step(due=D, done=date(2026, 11, 23))
    line = Timeliness(
        case="CP-1",
        conference="initial-1",
        type="initial",
        held=late,
        decision=Step(due=D, done=D),
        minutes=late,
    )
    told = TimelinessReport(lines=(line,)).late
    assert [(each.kind, each.days) for each in told] == [
        (StepKind.HELD, 3),
        (StepKind.MINUTES, 3),
    ]


def test_the_same_view_is_made_whatever_order_the_cases_are_in() -> None:
    cases = [ruled(TINY, "b"), ruled(other("CP-2026-0012"), "c"), ruled(TINY, "a")]
    view = over_cases(cases, ROTHERHAM.style, None)
    assert over_cases(cases[::-1], ROTHERHAM.style, None) == view
    assert [it.case for it in report_of(view).lines] == [
        "CP-2026-0012",
        "CP-2026-0077",
        "CP-2026-0077",
    ]


@pytest.mark.parametrize(
    ("month", "held"), [(date(2026, 11, 5), 1), (date(2026, 11, 30), 1), (date(2026, 10, 31), 0)]
)
def test_a_month_is_of_the_conferences_that_fall_in_it(month: date, held: int) -> None:
    view = over_cases([ruled(TINY)], ROTHERHAM.style, month)
    report = report_of(view)
    assert len(report.lines) == held
    assert report.first_day == month.replace(day=1)
    assert report.last_day is not None
    assert report.last_day.month == month.month
    assert view.about == f"rotherham-{month:%Y-%m}"


def test_a_view_over_cases_holds_no_record_of_any_and_names_nobody_but_who_authorised() -> None:
    told = ruled(TINY.replace("    invitations:", f"{LATE}    invitations:"))
    view = over_cases([told], ROTHERHAM.style, None)
    records = view.records.model_dump(exclude={"case"})
    assert not any(records.values())
    assert [it.authorised_by for it in report_of(view).lines] == [("Chris Specimen",)]
    assert report_of(view).lines[0].reason == "No room could be had."
    said = view.model_dump_json(exclude={"style"}, warnings=False)
    for name in (CANARY, "Robin", "Alex", "Jo Sample", "Example Close", "ZZ99"):
        assert name not in said


def test_a_report_is_searched_for_every_family_and_never_for_who_authorised() -> None:
    second = other("CP-2026-0078").replace(CANARY, "Quillfeather")
    late = ruled(TINY.replace("    invitations:", f"{LATE}    invitations:"), "one")
    cases = [late, ruled(second, "two")]
    ledger = ledger_over(cases, over_cases(cases, ROTHERHAM.style, None))
    sought = {needle.text: needle.path for needle in ledger.needles}
    assert sought["quillfeather"].startswith("two: ")
    assert sought["zanzibarova"].startswith("one: ")
    assert not any("specimen" in text for text in sought)
    assert not any(path.endswith(".born") for path in sought.values())


def test_a_reason_that_names_the_family_is_still_searched_for_them() -> None:
    named = LATE.replace("No room could be had.", f"Ms {CANARY} was ill.")
    told = ruled(TINY.replace("    invitations:", f"{named}    invitations:"))
    ledger = ledger_over([told], over_cases([told], ROTHERHAM.style, None))
    assert "zanzibarova" in {needle.text for needle in ledger.needles}


@pytest.mark.parametrize("reader", ["worker", "mum"])
def test_the_report_on_one_case_is_refused_to_everybody_but_its_chair(reader: str) -> None:
    read: Case = case()
    whole = share_whole(
        case=read,
        ruling=rule(read, ROTHERHAM),
        style=ROTHERHAM.style,
        reader=reader,
        conference="initial-1",
    )
    with pytest.raises(UsageError, match="chair"):
        with_timeliness(whole.told(frozenset({Section.TIMELINESS})), rule(read, ROTHERHAM))


def test_the_name_of_a_case_changes_no_report() -> None:
    one = ruled(TINY)
    renamed = replace(one, name="elsewhere")
    assert over_cases([renamed], ROTHERHAM.style, None) == over_cases([one], ROTHERHAM.style, None)
