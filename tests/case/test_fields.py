"""A field that does not fit is named by code, line and place, and all of them at once."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from cpdocs.case.case import Case
from cpdocs.case.load import load_text
from cpdocs.case.words import WORDS
from tests.case.samples import WHOLE, changed, faults_of, line_of
from tests.case.test_grammar import BROKEN

# code, field, what stands in the whole case, what is written instead, a text on the line meant
FAULTY: tuple[tuple[str, str, str, str, str], ...] = (
    ("newer-format", "cpdocs", "cpdocs: 1", "cpdocs: 2", "cpdocs: 2"),
    ("newer-format", "cpdocs", "cpdocs: 1", "cpdocs: 0", "cpdocs: 0"),
    ("missing-field", "", "cpdocs: 1\n", "", "case: CP"),
    ("bad-case-reference", "case", "case: CP-2026-0412", "case: ../../etc", "case:"),
    ("bad-authority", "authority", "authority: rotherham", "authority: ../x", "../x"),
    ("unknown-field", "", "events:", "evnets:", "evnets:"),
    ("unknown-field", "children.0.name", "known_as:", "Known as:", "Known as:"),
    ("unknown-field", "people.2.is.0", "{father_of: baby}", "{fathr_of: baby}", "fathr_of"),
    ("relation-without-kind", "people.2.is.0", "[{father_of: baby}]", "[{}]", "is: [{}]"),
    (
        "relation-without-kind",
        "people.2.is.0",
        "{father_of: baby}",
        "{father_of: baby, carer_of: baby}",
        "carer_of",
    ),
    ("field-twice", "cpdocs", "case: CP-2026-0412", "case: C\ncpdocs: 1", "cpdocs: 1\nauth"),
    ("field-name-not-text", "children.2", "id: child-c", "? [id]\n : x, id: child-c", "? [id]"),
    ("missing-field", "people.2", "name: {given: Dean, family: Holroyd}", "", "id: parent-3"),
    ("missing-field", "people.2", "name: {given: Dean, family: Holroyd}", "name: ", "id: parent-3"),
    ("not-a-block", "people.2.name", "{given: Dean, family: Holroyd}", "Dean", "name: Dean"),
    ("not-a-list", "people.2.is", "is: [{father_of: baby}]", "is: father", "is: father"),
    ("not-text", "people.2.id", "id: parent-3", "id: [parent-3]", "[parent-3]"),
    ("empty-item", "households.1.address.lines.1", "Road, Exampleton]", "Road, ~]", "Road"),
    ("not-yes-or-no", "children.2.subject", "subject: false", "subject: perhaps", "perhaps"),
    ("not-a-number", "people.0.needs.size", "size: 20", "size: twenty", "twenty"),
    ("not-a-number", "people.0.needs.size", "size: 20", "size: -1", "size: -1"),
    ("not-a-date", "children.2.born", "born: 2012-01-30", "born: 2012-02-30", "2012-02-30"),
    ("not-a-date", "children.2.born", "born: 2012-01-30", "born: 1327881600", "1327881600"),
    ("not-a-date", "children.2.born", "born: 2012-01-30", "born: 0012-01-30", "0012-01"),
    ("not-a-date", "events.1.dated", "2026-11-02 09:15", "2 November", "2 November"),
    ("not-a-time", "conferences.0.expected_to_end", "12:30", "12.30", "12.30"),
    ("not-a-time", "conferences.0.expected_to_end", "12:30", "24:30", "24:30"),
    (
        "not-a-date-and-time",
        "conferences.0.starts",
        "2026-11-23 10:00",
        "2026-11-23",
        "starts: 2026-11-23",
    ),
    (
        "not-a-date-and-time",
        "conferences.0.starts",
        "2026-11-23 10:00",
        "2026-11-23T10:00Z",
        "T10:00Z",
    ),
    ("not-a-choice", "conferences.0.type", "type: initial", "type: inital", "inital"),
    ("bad-language", "people.0.needs.interpreter", "interpreter: ur", "interpreter: Urdu", "Urdu"),
    (
        "bad-language",
        "conferences.0.minutes.contributions.1.translations",
        "{ur: ",
        "{urdu: ",
        "{urdu",
    ),
    ("bad-id", "people.2.id", "id: parent-3", "id: Dean Holroyd", "id: Dean"),
    ("id-twice", "households.1.id", "  - id: home-2", "  - id: child-c", "  - id: child-c"),
    (
        "id-twice",
        "conferences.0.parts.1.id",
        "{id: second, title",
        "{id: opening, title",
        "Mr Mahmood's views",
    ),
    (
        "id-twice",
        "conferences.0.parts.1.id",
        "{id: second, title",
        "{id: home-2, title",
        "Mr Mahmood's views",
    ),
    ("unknown-id", "people.2.is.0.father_of", "{father_of: baby}", "{father_of: bab}", "bab}"),
    ("unknown-id", "children.0.school", "school: school-1", "school: home-1", "school: home-1"),
    ("unknown-id", "children.0.surgery", "surgery: surgery-1", "surgery: s-1", "surgery: s-1"),
    ("unknown-id", "professionals.2.agency", "agency: force", "agency: pc", "agency: pc"),
    (
        "unknown-id",
        "events.1.about.0",
        "referral, about: [child-a]",
        "referral, about: [sw]",
        "[sw]}",
    ),
    (
        "unknown-id",
        "conferences.0.minutes.contributions.1.part",
        "part: second\n          by",
        "part: third\n          by",
        "part: third",
    ),
    (
        "hidden-character",
        "conferences.0.minutes.contributions.0.text",
        "at the group.",
        "at the \u202egroup.",
        "joined",
    ),
    ("hidden-character", "children.2.name.given", "given: Bilal", 'given: "Bi\\u200blal"', "Bi\\"),
    ("control-character", "children.2.name.given", "given: Bilal", 'given: "Bi\\0lal"', "Bi\\"),
)


@pytest.mark.parametrize(("code", "field", "old", "new", "at"), FAULTY)
def test_a_field_that_does_not_fit_is_named(
    code: str, field: str, old: str, new: str, at: str
) -> None:
    text = changed(old, new)
    found = [(fault.code, fault.field, fault.line) for fault in faults_of(text)]
    assert (code, field, line_of(text, at)) in found
    # what hangs on the fault may be told as well: ids that point at it, the field that is missing
    assert {c for c, _, _ in found} <= {code, "unknown-id", "missing-field"}


def test_every_sentence_about_a_file_is_shown_by_a_test() -> None:
    tested = {row[0] for row in FAULTY} | {row[0] for row in BROKEN}
    elsewhere = {"alias-refused", "tag-refused", "not-accepted"}
    assert tested | elsewhere == set(WORDS)


def test_five_faults_are_told_as_five() -> None:
    text = WHOLE
    for old, new in (
        ("subject: false", "subject: perhaps"),
        ("type: initial", "type: inital"),
        ("{father_of: baby}", "{father_of: nobody}"),
        ("born: 2012-01-30", "born: 30.1.2012"),
        ("events:", "evnets:"),
    ):
        assert text.count(old) == 1
        text = text.replace(old, new)
    assert sorted(fault.code for fault in faults_of(text)) == [
        "not-a-choice",
        "not-a-date",
        "not-yes-or-no",
        "unknown-field",
        "unknown-id",
    ]


@pytest.mark.parametrize(
    ("old", "new", "suggestion"),
    [
        ("known_as:", "Known As:", "`known_as`"),
        ("{father_of: baby}", "{fathr_of: baby}", "`father_of`"),
        ("{father_of: baby}", "{foster_carers_of: baby}", "`foster_carer_of`"),
        ("type: initial", "type: Pre birth", "`pre-birth`"),
        ("plan: not-made", "plan: refused", "`made`, `not-made`, `continued`, `ended`"),
        ("{father_of: baby}", "{zzz: baby}", "`mother_of`, `father_of`"),
    ],
)
def test_a_suggestion_is_one_of_our_own_words(old: str, new: str, suggestion: str) -> None:
    assert any(suggestion in fault.mend for fault in faults_of(changed(old, new)))


def test_two_conferences_may_each_have_a_part_of_the_same_id() -> None:
    second = """
  - id: review-1
    type: review
    children: [child-a]
    starts: 2027-02-15 10:00
    place: {form: video}
    chair: lead
    parts: [{id: opening, title: Information and views}]
    invitations: [{who: parent-1, to: [opening]}]
"""
    assert faults_of(WHOLE + second) == ()
    wrong = faults_of(WHOLE + second.replace("to: [opening]", "to: [second]"))
    assert [fault.code for fault in wrong] == ["unknown-id"]


def test_relations_are_read_with_their_kind() -> None:
    case = load_text(changed("{father_of: baby}", "{foster_carer_of: baby}").encode(), "x")
    assert case.people[2].relations[0].kind == "foster-carer"
    assert case.people[2].relations[0].of == "baby"
    assert case.people[0].relations[0].parental_responsibility


def test_a_value_that_only_the_model_refuses_is_still_a_fault_with_its_line(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    try:
        Case.model_validate({"cpdocs": 9, "case": "x", "authority": "y"})
    except ValidationError as error:
        refusal = error

    def refuse(_: object) -> Case:
        raise refusal

    monkeypatch.setattr(Case, "model_validate", refuse)
    assert [(f.code, f.field, f.line) for f in faults_of(WHOLE)] == [("not-accepted", "cpdocs", 2)]
