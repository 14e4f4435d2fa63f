"""Words: letters that need explaining, long sentences, the authority's own terms."""

from __future__ import annotations

from typing import Any

import pytest

from cpdocs.case.case import Case
from cpdocs.findings import Severity
from cpdocs.procedures.checks import check, reading, wording
from tests.procedures.cases import meeting
from tests.procedures.checks.rows import AFTER, Row, case, named, report, said, section

EASY = "She can come. She can say what she thinks. "
HARD = (
    "Participation in multi-disciplinary safeguarding deliberations necessitates appropriate "
    "preparation by individuals exercising parental responsibility. "
)


def _purpose(*texts: str, authority: str = "rotherham", **more: Any) -> Case:
    told = [said(text, **more) for text in texts]
    return case(meeting(purpose=told), authority=authority)


def _plain(text: str) -> Case:
    return _purpose("To agree what will help.", plain=text)


def _part(title: str) -> Case:
    return case(meeting(parts=[{"id": "open", "title": title}]))


def _words(count: int) -> str:
    return "She " + "and she " * ((count - 1) // 2) + "slept" * (count % 2 == 0) + "."


PURPOSE = "conferences.c-1.purpose.0"

ROWS = (
    Row(
        code="H112",
        place=PURPOSE,
        bad=_purpose("She has a CPP."),
        good=_purpose("She has a child protection plan (CPP). The CPP helps."),
    ),
    Row(
        code="H112",
        place=PURPOSE,
        bad=_purpose("She has a CPP."),
        good=_purpose("She saw the GP in the UK on TV."),
    ),
    # What is explained first stands explained in the same paper.
    Row(
        code="H112",
        place="conferences.c-1.purpose.1",
        bad=_purpose("She has a plan.", "The CPP helps."),
        good=_purpose("She has a plan, the CPP (child protection plan).", "The CPP helps."),
    ),
    Row(
        code="H112",
        place=f"{PURPOSE}.plain",
        bad=_plain("You have a CPP."),
        good=_plain("You have a plan."),
    ),
    Row(
        code="H112",
        place="conferences.c-1.parts.open.title",
        bad=_part("Views on the CPP"),
        good=_part("Views on the plan"),
    ),
    Row(
        code="H201",
        place=PURPOSE,
        bad=_purpose("The key worker visits.", authority="nottinghamshire"),
        good=_purpose("The key worker visits.", authority="rotherham"),
    ),
    Row(
        code="H201",
        place=PURPOSE,
        bad=_purpose("She was on the At Risk Register.", authority="sunderland"),
        good=_purpose("She had a plan.", authority="sunderland"),
    ),
    Row(
        code="P001",
        place=PURPOSE,
        bad=_purpose(_words(wording.LONGEST + 1)),
        good=_purpose(_words(wording.LONGEST)),
    ),
    Row(
        code="P002",
        place=f"{PURPOSE}.plain",
        bad=_plain(_words(wording.LONGEST_PLAIN + 1)),
        good=_plain(_words(wording.LONGEST_PLAIN)),
    ),
    Row(
        code="P003",
        place="conferences.c-1",
        bad=_purpose(HARD * 9),
        good=_purpose(EASY * 15),
    ),
    # A reading age of a few words says nothing.
    Row(
        code="P003",
        place="reports.p-1",
        bad=case(reports=[report(section("history", said(HARD * 9)))]),
        good=case(reports=[report(section("history", said(HARD * 6)))]),
    ),
    Row(code="P004", place="conferences.c-1", bad=_plain(HARD * 9), good=_plain(EASY * 15)),
)


@pytest.mark.parametrize("row", ROWS, ids=named)
def test_a_check_finds_the_bad_case_and_not_the_nearest_good_one(row: Row) -> None:
    assert row.found
    assert not row.found_in_good


@pytest.mark.parametrize("count", [7, 8, 21, 35, 36])
def test_the_sentences_of_these_tests_have_as_many_words_as_they_say(count: int) -> None:
    assert len(reading.words(_words(count))) == count


def test_letters_are_graver_where_the_text_itself_forbids_them() -> None:
    slugs = ("nottinghamshire", "rotherham")
    found = {slug: check(_purpose("A CPP.", authority=slug), on=AFTER) for slug in slugs}
    told = {slug: {it.severity for it in found[slug] if it.code == "H112"} for slug in slugs}
    assert told == {"nottinghamshire": {Severity.WARNING}, "rotherham": {Severity.NOTE}}


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        (["A child protection plan (CPP) helps.", "Two CPPs."], []),
        (["The CPP (child protection plan) helps."], []),
        (["The CPP helps.", "A child protection plan (CPP)."], [0]),
        (["The C.P.P. helps."], [0]),
        (["Two CPPs."], [0]),
        (["GPs and the NHS."], []),
        (["I saw A and B."], []),
        (["Postcode ZZ99 3WZ."], []),
    ],
)
def test_letters_are_explained_where_they_first_stand(texts: list[str], found: list[int]) -> None:
    assert reading.unexplained(texts) == found
