"""Every rule over a whole case: what breaks it, and the line that is told."""

from __future__ import annotations

import re

import pytest

from cpdocs.case.checks import RULES
from cpdocs.case.load import load_text
from cpdocs.case.rules.base import every
from cpdocs.case.words import WORDS
from cpdocs.model.base import Record, specs
from cpdocs.model.view import papers
from tests.case import breaks_conference, breaks_minutes, breaks_papers, breaks_people
from tests.case.breaks_conference import PARENT_2_ROW
from tests.case.samples import WHOLE, changed, faults_of, line_of
from tests.meets import meets_in_cases

BREAKS = (
    *breaks_people.BREAKS,
    *breaks_conference.BREAKS,
    *breaks_minutes.BREAKS,
    *breaks_papers.BREAKS,
)


@meets_in_cases(
    C03=("confidential-without-chair",),
    C05=("withheld-without-reason",),
    C06=("withheld-without-reason",),
    C22=("not-invited-without-reason",),
    C50=("supported-by-interpreter",),
    H065=("supported-by-interpreter",),
    H080=("family-in-confidential-part",),
    H081=("attendance-not-said",),
    H082=("withheld-without-reason",),
    H083=("confidential-without-chair",),
    H097=("not-invited-without-reason",),
    H143=("plan-without-category",),
    H145=("decision-without-reasons",),
)
@pytest.mark.parametrize(("code", "field", "old", "new", "at"), BREAKS)
def test_what_breaks_a_rule_is_told_with_its_line(
    code: str, field: str, old: str, new: str, at: str
) -> None:
    text = changed(old, new)
    found = [(fault.code, fault.field, fault.line) for fault in faults_of(text)]
    assert (code, field, line_of(text, at)) in found


# what may be written, though a rule looks at it
FINE: tuple[tuple[str, str], ...] = (
    # one helper of another, in a line
    ("is: [{father_of: baby}]", "is: [{father_of: baby}, {advocate_of: helper}]"),
    # came, and was told to leave; came, and left
    ("{who: parent-1, attended: [opening]", "{who: parent-1, asked_to_leave: [opening]"),
    (
        "{who: parent-1, attended: [opening]",
        "{who: parent-1, attended: [opening], asked_to_leave: [opening]",
    ),
    # could have come and did not: known, so said
    (PARENT_2_ROW, "{who: parent-2, free_to_attend: [second], apologies: yes}"),
    # kept out of the whole: nothing more to say of any part
    (
        f"{PARENT_2_ROW}\n      - {{who: hv, attended: [opening, second, closed]",
        "{who: hv, attended: [opening, second, closed]",
    ),
    # a due date gives way to a date of birth
    ("born: 2012-01-30", "born: 2012-01-30, due: 2012-02-01"),
    # no fixed abode, and a safe way all the same
    ("lives_at: home-2\n    delivery: {by: post}", "delivery: {by: collect}"),
    # somebody who is not invited needs no way to be reached
    ("is: [{father_of: baby}]", "is: [{father_of: baby}]\n    lives_at: home-2"),
    ("postcode: ZZ99 3VZ}", "postcode: SW1A 1AA}"),
    ("mobile: 07700 900142", "mobile: +44 7700 900142"),
    *breaks_papers.FINE,
)


@pytest.mark.parametrize(("old", "new"), FINE)
def test_what_breaks_no_rule_is_a_case(old: str, new: str) -> None:
    text = changed(old, new)
    if "left: [second]" not in text and "free_to_attend: [second]" not in text:
        text = text.replace("parent-2, parts: [opening], ground", "parent-2, ground")
    assert faults_of(text) == ()


@pytest.mark.parametrize(("field", "old", "other"), breaks_papers.STRAY)
def test_a_paper_that_names_nobody_is_told_so(field: str, old: str, other: str) -> None:
    text = changed(old, re.sub(r"[a-z0-9-]+$", other, old))
    assert (field, "unknown-id") in [(fault.field, fault.code) for fault in faults_of(text)]


@pytest.mark.parametrize(("field", "old", "other"), breaks_papers.TAKEN)
def test_a_paper_has_an_id_of_its_own(field: str, old: str, other: str) -> None:
    faults = faults_of(changed(old, f"id: {other}"))
    # of two records of the same id, the one further down the file is told
    assert "id-twice" in [fault.code for fault in faults]
    assert any(fault.field == field for fault in faults if fault.code == "id-twice")


def _declares(record: type[Record], name: str) -> str:
    """The record type that a field was written for: a report's passage is a passage."""
    kinds = [kind for kind in record.__mro__ if name in getattr(kind, "model_fields", {})]
    return kinds[-1].__name__


def test_the_whole_case_has_every_field_of_papers_and_what_they_hold() -> None:
    case = load_text(WHOLE.encode(), "case.yaml")
    roots: list[Record] = [paper for _, paper in papers(case)]
    roots += [it for c in case.conferences for it in (c.booking, c.stood_down) if it]
    known, filled = set(), set()
    for root in roots:
        for _, record in every(root, Record):
            for spec in specs(type(record)):
                field = (_declares(type(record), spec.name), spec.name)
                known.add(field)
                filled |= {field} if getattr(record, spec.name) else set()
    assert {kind for kind, _ in known} > {"Report", "PlannedOutcome", "Change", "Lateness"}
    assert known - filled == set()


def test_a_case_without_a_subject_is_told_so() -> None:
    text = WHOLE.replace("subject: true", "subject: false")
    assert ("no-subject-child", "children", line_of(text, "\nchildren:") + 1) in [
        (fault.code, fault.field, fault.line) for fault in faults_of(text)
    ]


def test_a_conference_needs_a_part_that_family_can_be_in() -> None:
    text = WHOLE[: WHOLE.index("    invitations:")]
    for part in ("opening, title", "second, title"):
        text = text.replace(part, part.replace(", ", ", legal_advice: true, "))
    assert [fault.code for fault in faults_of(text)] == ["conference-without-parts"]


def test_before_there_are_minutes_nobody_asks_who_came() -> None:
    text = WHOLE[: WHOLE.index("    attendance:")]
    assert faults_of(text) == ()
    with_minutes = text + "    minutes: {}\n"
    assert [(f.code, f.field) for f in faults_of(with_minutes)] == [
        ("attendance-not-said", "conferences.0.invitations.0"),
        ("attendance-not-said", "conferences.0.invitations.1"),
    ]


def test_every_rule_is_broken_by_a_test() -> None:
    elsewhere = {"no-subject-child", "conference-without-parts"}
    assert {row[0] for row in BREAKS} | elsewhere == {rule.code for rule in RULES}


def test_each_code_means_one_thing() -> None:
    codes = [*WORDS, *(rule.code for rule in RULES)]
    assert len(codes) == len(set(codes))


def test_every_sentence_is_whole_and_says_what_to_do() -> None:
    said = [(words.wrong, words.mend) for words in WORDS.values()]
    said += [(rule.wrong, rule.mend) for rule in RULES]
    for wrong, mend in said:
        assert wrong.endswith(".")
        assert mend.endswith((".", "}"))


def test_all_broken_rules_are_told_at_once() -> None:
    text = WHOLE
    for old, new in (
        ("size: 20", "size: 17"),
        ("ZZ99 3VZ", "ZZ99"),
        ("12:30", "09:30"),
        ("          kind: observation\n", ""),
        (", reason: Ms Yusuf asked", ""),
    ):
        assert text.count(old) == 1
        text = text.replace(old, new)
    assert sorted(fault.code for fault in faults_of(text)) == [
        "bad-postcode",
        "ends-before-it-starts",
        "size-not-made",
        "statement-without-kind",
        "withheld-without-reason",
    ]
