"""What reports and plans tell: everything that the view holds, once, and no word beyond it."""

from __future__ import annotations

import re
from typing import Any

import pytest
from lxml import etree

from cpdocs.documents.catalogue import Shelf, document
from cpdocs.documents.compose import compose
from cpdocs.errors import CopyError, UsageError
from cpdocs.languages import load_language
from cpdocs.model.conference import Action
from cpdocs.model.plans import (
    BirthSection,
    BirthTopic,
    Every,
    Plan,
    PlannedOutcome,
    PlanSection,
    PlanTopic,
    Signature,
    Unit,
)
from cpdocs.model.reports import Report, ReportSection, ReportTopic, Seen, Visit
from cpdocs.model.sharing import Passage
from cpdocs.model.view import Reader, ReaderKind, View
from cpdocs.values import Sensitivity, StatementKind
from tests.documents.example import Example
from tests.documents.examples_papers import (
    CHAIR_READS,
    DAUGHTER,
    EXAMPLES,
    OF_AMINA,
    addendum,
    bridging,
    holding,
    outline,
    review,
    social_work,
)
from tests.documents.papers_papers import (
    AGENCY_REPORT,
    BIRTH,
    BRIDGING,
    CHILDS_OWN,
    CHRONOLOGY,
    DETAILED,
    GUARDED_REPORT,
    IN_NEED,
    OUTLINE,
    REVIEW_REPORT,
    SOCIAL_WORK_REPORT,
    VISITS,
)
from tests.documents.reading import abbreviations, reading_age, sentence_length
from tests.documents.views import AMINA, HEALTH_VISITOR, MOTHER, RECORDS, STYLE, passage
from tests.meets import meets

_BLOCKS = ("h1", "h2", "h3", "p", "li", "caption", "th", "td")
REPORTS = {
    "social-work-report": SOCIAL_WORK_REPORT,
    "review-report": REVIEW_REPORT,
    "agency-report": AGENCY_REPORT,
}
PLANS = {
    "outline-plan": OUTLINE,
    "detailed-plan": DETAILED,
    "child-plan": CHILDS_OWN,
    "bridging-plan": BRIDGING,
    "child-in-need-plan": IN_NEED,
}


def body(document_id: str, view: View) -> str:
    return compose(document(document_id), view, load_language("en")).body


def plain(document_id: str, view: View) -> str:
    """The words of a copy, without its elements."""
    root = etree.fromstring(body(document_id, view).replace("<br/>", " "))
    return " ".join(_said_in(each) for each in root.iter(*_BLOCKS))


def of_report(
    document_id: str, report: Report, reader: Reader = HEALTH_VISITOR, **more: Any
) -> str:
    return body(document_id, holding(reader, report.id, reports=(report,), **more))


def of_plan(document_id: str, plan: Plan, reader: Reader = HEALTH_VISITOR, **more: Any) -> str:
    return body(document_id, holding(reader, plan.id, plans=(plan,), **more))


def cells(words: str, caption: str) -> list[list[str]]:
    """The rows of the table of that caption, cell by cell."""
    for table in etree.fromstring(words.replace("<br/>", " ")).iter("table"):
        if _said_in(table[0]) == caption:
            return [[_said_in(cell) for cell in row] for row in table[-1]]
    raise AssertionError(f"no table {caption}")


def _said_in(element: etree._Element) -> str:
    return " ".join("".join(map(str, element.itertext())).split())


# Nothing that a paper holds is left out, and nothing stands twice.


@pytest.mark.parametrize("document_id", REPORTS)
@pytest.mark.parametrize("topic", list(ReportTopic))
def test_a_report_prints_a_section_on_every_topic_once(
    document_id: str, topic: ReportTopic
) -> None:
    sections = (ReportSection(topic=topic, passages=(passage("Told in this section."),)),)
    report = REPORTS[document_id].model_copy(update={"sections": sections, "answers": ()})
    assert of_report(document_id, report).count("Told in this section.") == 1


@pytest.mark.parametrize("document_id", PLANS)
@pytest.mark.parametrize("topic", list(PlanTopic))
def test_a_plan_prints_a_section_on_every_topic_once(document_id: str, topic: PlanTopic) -> None:
    sections = (PlanSection(topic=topic, passages=(passage("Told in this section."),)),)
    plan = PLANS[document_id].model_copy(update={"sections": sections})
    assert of_plan(document_id, plan).count("Told in this section.") == 1


@pytest.mark.parametrize("topic", list(BirthTopic))
def test_birth_arrangements_print_a_section_on_every_topic_once(topic: BirthTopic) -> None:
    sections = (BirthSection(topic=topic, passages=(passage("Told in this section."),)),)
    birth = BIRTH.model_copy(update={"sections": sections})
    words = body("birth-arrangements", holding(MOTHER, birth.id, birth_arrangements=(birth,)))
    assert words.count("Told in this section.") == 1


@pytest.mark.parametrize("document_id", PLANS)
def test_a_plan_prints_its_outcomes_and_who_does_what(document_id: str) -> None:
    outcome = PlannedOutcome(
        text="She sleeps well.",
        actions=(Action(what="Mend the lock.", children=("amina",), owners=("hv",)),),
    )
    plan = PLANS[document_id].model_copy(update={"outcomes": (outcome,)})
    words = of_plan(document_id, plan)
    for told in ("She sleeps well.", "Mend the lock."):
        assert words.count(told) == 1
    assert "Grace Okafor" in words[words.index("She sleeps well.") :]


def test_sections_on_one_topic_stand_under_one_heading() -> None:
    one = ReportSection(topic=ReportTopic.HEALTH, passages=(passage("First."),))
    other = ReportSection(topic=ReportTopic.HEALTH, passages=(passage("Second."),))
    report = SOCIAL_WORK_REPORT.model_copy(update={"sections": (one, other)})
    words = of_report("social-work-report", report)
    assert words.count("<h2>Health</h2>") == 1
    assert words.index("First.") < words.index("Second.")


def test_a_heading_whose_passages_a_reader_may_not_have_is_not_there() -> None:
    empty = (ReportSection(topic=ReportTopic.CHECKS, passages=()),)
    report = SOCIAL_WORK_REPORT.model_copy(update={"sections": empty})
    assert "Checks" not in of_report("social-work-report", report)


# Reports.


@meets("D13")
def test_each_passage_of_a_report_says_how_it_is_known_and_has_a_number_of_the_copy() -> None:
    words = body("social-work-report", social_work(HEALTH_VISITOR))
    numbers = re.findall(r'<span class="number"><bdi dir="ltr">(\d+)</bdi></span>', words)
    assert numbers == [str(number) for number in range(1, len(numbers) + 1)]
    assert words.count('<span class="kind kind-') == words.count('<p class="says">') - 1
    # One passage has two paragraphs.


def test_only_the_labels_that_a_copy_uses_are_explained() -> None:
    facts = (
        ReportSection(
            topic=ReportTopic.HEALTH, passages=(passage("So it is.", kind=StatementKind.FACT),)
        ),
    )
    report = SOCIAL_WORK_REPORT.model_copy(update={"sections": facts})
    assert [
        row[0] for row in cells(of_report("social-work-report", report), "What the labels mean")
    ]
    assert "Hearsay" not in of_report("social-work-report", report)
    unlabelled = report.model_copy(
        update={"sections": (ReportSection(topic=ReportTopic.HEALTH, passages=(passage("So."),)),)}
    )
    assert "How things are known" not in of_report("social-work-report", unlabelled)


def test_the_front_sheet_tells_who_lives_with_the_child_only_where_the_view_holds_the_home() -> (
    None
):
    assert "In the same home" in body("social-work-report", social_work(MOTHER))
    homeless = holding(
        MOTHER,
        SOCIAL_WORK_REPORT.id,
        reports=(SOCIAL_WORK_REPORT,),
        children=RECORDS.children,
        households=(),
        places=(),
    )
    words = body("social-work-report", homeless)
    for hint in ("In the same home", "Lives at", "School", "Legal status"):
        assert hint not in words


def test_a_report_without_its_author_says_nothing_in_the_authors_place() -> None:
    nameless = SOCIAL_WORK_REPORT.model_copy(update={"by": None})
    assert "Written by" not in of_report("social-work-report", nameless)
    assert "Written by" in of_report("social-work-report", SOCIAL_WORK_REPORT)


def test_the_chronology_stands_in_order_of_date_with_outcome_and_contradiction() -> None:
    words = plain("chronology", holding(HEALTH_VISITOR, None, chronology=CHRONOLOGY))
    order = ["8 September 2026 to 2 October 2026", "21 September", "14 October", "20 October"]
    assert [words.index(day) for day in order] == sorted(words.index(day) for day in order)
    assert "What came of it: A first visit was made the same evening." in words
    assert "Another source says otherwise: Her mother says that she had eaten" in words


def test_an_entry_without_a_source_names_none() -> None:
    entry = next(entry for entry in CHRONOLOGY if entry.by is None)
    words = plain("chronology", holding(HEALTH_VISITOR, None, chronology=(entry,)))
    assert "A professional" not in words
    assert ", from" not in words


def test_a_chronology_of_which_no_child_is_told_names_none() -> None:
    view = holding(HEALTH_VISITOR, None, chronology=CHRONOLOGY[:1], children=())
    assert "Child</th>" not in body("chronology", view)


def test_an_agencys_report_holds_its_own_entries_of_the_chronology_alone() -> None:
    words = of_report("agency-report", AGENCY_REPORT, chronology=OF_AMINA)
    assert "without a coat" in words  # by the head teacher
    assert "found alone" not in words  # by the social worker
    assert "neighbour" not in words  # by nobody who is named


def test_a_review_answers_each_point_of_the_plan_and_says_how_far_it_was_done() -> None:
    words = plain("review-report", review(MOTHER))
    for answer in REVIEW_REPORT.answers:
        assert answer.point in words
        assert answer.text in words
    for done in ("Partly done", "Not done"):
        assert done in words


@meets("C49")
@pytest.mark.parametrize("document_id", ["review-report", "social-work-report"])
def test_visits_stand_in_order_with_whether_the_child_was_seen(document_id: str) -> None:
    view = review(MOTHER) if document_id == "review-report" else social_work(MOTHER)
    rows = cells(body(document_id, view), "Visits to Amina Yusuf")
    assert [row[0] for row in rows] == ["14 October 2026", "3 November 2026", "6 November 2026"]
    assert rows[0][1].startswith("Seen")
    assert rows[1][1].startswith("Not seen")
    assert rows[2][1] == "Seen alone"


def test_a_visit_says_why_and_who_was_there_only_where_the_view_holds_it() -> None:
    def seen(visit: Visit) -> str:
        view = holding(MOTHER, REVIEW_REPORT.id, reports=(REVIEW_REPORT,), visits=(visit,))
        return cells(body("review-report", view), "Visits to Amina Yusuf")[0][1]

    unseen = next(visit for visit in VISITS if visit.seen is Seen.NOT_SEEN)
    assert seen(unseen) == "Not seen Why: Nobody came to the door."
    assert seen(unseen.model_copy(update={"because": None})) == "Not seen"
    with_mother = next(visit for visit in VISITS if visit.present)
    assert "Nadia Yusuf" in seen(with_mother)
    alone = {"present": (), "bedroom_seen": False}
    assert seen(with_mother.model_copy(update=alone)) == "Seen"


def test_each_childs_visits_stand_under_the_childs_own_name() -> None:
    copied = VISITS[0].model_copy(update={"id": "v9", "child": "baby", "seen": Seen.NOT_SEEN})
    view = holding(
        HEALTH_VISITOR, REVIEW_REPORT.id, reports=(REVIEW_REPORT,), visits=(*VISITS, copied)
    )
    words = body("review-report", view)
    assert len(cells(words, "Visits to Amina Yusuf")) == len(VISITS)
    assert len(cells(words, "Visits to the unborn baby of Nadia Yusuf")) == 1


# The confidential addendum.


def test_the_addendum_is_for_the_operators_shelf_and_for_nobody_but_the_chair() -> None:
    assert document("confidential-addendum").shelf is Shelf.OPERATOR
    for reader in (MOTHER, HEALTH_VISITOR, DAUGHTER):
        with pytest.raises(UsageError):
            body("confidential-addendum", holding(reader, None, reports=(GUARDED_REPORT,)))


@meets("C05", "C10")
def test_the_addendum_holds_what_is_marked_with_its_reason_and_nothing_else() -> None:
    words = plain("confidential-addendum", addendum())
    for told in ("A caution for common assault", "written down what she heard", "took a statement"):
        assert words.count(told) == 1
    assert words.count("The conference chair decided how it is shared on 20 November 2026.") == 2
    assert words.count("How it is shared has not been decided.") == 1
    assert words.count("No reason for keeping it apart is recorded.") == 1
    for other in ("a warm, careful child", "without a coat"):
        assert other not in words


@meets("C10")
@pytest.mark.parametrize(
    ("mark", "kept"),
    [
        (Sensitivity.POLICE, True),
        (Sensitivity.CRIMINAL, True),
        (Sensitivity.THIRD_PARTY, True),
        (Sensitivity.LEGAL_ADVICE, True),
        (Sensitivity.CONFIDENTIAL_SECTION, True),
        (Sensitivity.ADULT_PRIVATE, False),
        (Sensitivity.CHILD_CONFIDED, False),
        (None, False),
    ],
)
def test_what_a_passage_is_marked_as_decides_whether_it_is_in_the_addendum(
    mark: Sensitivity | None, kept: bool
) -> None:
    told: Passage = passage("These words.", sensitivity=mark)
    sections = (ReportSection(topic=ReportTopic.CHECKS, passages=(told,)),)
    report = SOCIAL_WORK_REPORT.model_copy(update={"sections": sections})
    words = body("confidential-addendum", holding(CHAIR_READS, None, reports=(report,)))
    assert ("These words." in words) is kept
    assert ("Nothing is marked" in words) is not kept


# Plans.


@pytest.mark.parametrize("document_id", PLANS)
def test_a_plan_that_is_not_approved_says_so_in_its_draft_line(document_id: str) -> None:
    plan = PLANS[document_id]
    drafted = plan.model_copy(update={"approved": None})
    assert '<p class="draft">' in of_plan(document_id, drafted)
    approved = plan.model_copy(update={"approved": OUTLINE.approved})
    assert '<p class="draft">' not in of_plan(document_id, approved)


def test_birth_arrangements_that_are_not_agreed_say_so() -> None:
    begun = BIRTH.model_copy(update={"agreed": None})
    words = body("birth-arrangements", holding(MOTHER, begun.id, birth_arrangements=(begun,)))
    assert '<p class="draft">' in words
    assert "Agreed by everybody" not in words


@pytest.mark.parametrize("document_id", [*REPORTS, *PLANS, "birth-arrangements"])
def test_a_copy_about_a_child_whom_the_view_does_not_name_is_held(document_id: str) -> None:
    papers: dict[str, Any] = {
        **{name: ("reports", report) for name, report in REPORTS.items()},
        **{name: ("plans", plan) for name, plan in PLANS.items()},
        "birth-arrangements": ("birth_arrangements", BIRTH),
    }
    field, paper = papers[document_id]
    held: dict[str, Any] = {"children": (), field: (paper,)}
    view = holding(MOTHER, paper.id, **held)
    with pytest.raises(CopyError, match=re.escape(f".{paper.id}.child")):
        body(document_id, view)


@meets("A72", "D23", "D26")
def test_the_outline_plan_tells_all_that_a_conference_settles() -> None:
    words = plain("outline-plan", outline(HEALTH_VISITOR))
    for told in (
        "Emotional abuse and neglect",  # R 7.3
        "A qualified social worker",  # R 7.4 a
        "Members of the core group",  # R 7.4 b
        "1:30pm on Tuesday 1 December 2026",  # R 7.4 d
        "At least once every 4 weeks",
        "Monday 7 December 2026",  # the detailed plan
        "At least once a week",  # N l.225
        "Monday 15 February 2027 at midday",  # R 7.4 k; N l.227
        "Not negotiable: this must be done.",  # N l.223
        "Begins straight away.",  # N l.224
        "Done when: She has her glasses.",  # R 7.4 j
        "Checked by Jo Hartley (social worker).",  # R 7.4 i
        "Finish the core assessment.",  # R 7.4 e
        "Outcome 1, short term",  # R 7.4 f
        "Outcome 2, long term",
        "Who does what from here",  # R 7.4 h
    ):
        assert told in words


def test_how_often_is_as_the_plan_says_and_else_as_the_procedures_do() -> None:
    caption = "The plan in short"
    settled = dict(cells(of_plan("detailed-plan", DETAILED), caption))
    assert settled["Visits to the child"] == "At least once a week"
    open_plan = DETAILED.model_copy(update={"visit_every": None, "core_group_every": None})
    ruled_by = dict(cells(of_plan("detailed-plan", open_plan), caption))
    assert ruled_by["Visits to the child"] == "At least once every 10 working days"
    assert ruled_by["The core group meets"] == "At least once every 6 weeks"


@pytest.mark.parametrize(
    ("count", "unit", "says"),
    [
        (1, Unit.DAYS, "once a day"),
        (2, Unit.DAYS, "once every 2 days"),
        (1, Unit.WORKING_DAYS, "once every working day"),
        (10, Unit.WORKING_DAYS, "once every 10 working days"),
        (1, Unit.WEEKS, "once a week"),
        (6, Unit.WEEKS, "once every 6 weeks"),
        (1, Unit.MONTHS, "once a month"),
        (6, Unit.MONTHS, "once every 6 months"),
    ],
)
def test_an_interval_is_said_in_words(count: int, unit: Unit, says: str) -> None:
    plan = DETAILED.model_copy(update={"visit_every": Every(count=count, unit=unit)})
    told = dict(cells(of_plan("detailed-plan", plan), "The plan in short"))
    assert told["Visits to the child"] == f"At least {says}"


@meets("A77", "A79", "C38", "D32", "D34", "H186", "H187")
def test_the_detailed_plan_is_an_agreement_with_what_parents_must_be_told() -> None:
    words = plain("detailed-plan", holding(MOTHER, DETAILED.id, plans=(DETAILED,)))
    for told in (
        "may be used as evidence in court",  # L 9.3.5
        "does not wait for signatures",  # L 9.3.26
        "What was asked for and is not in the plan",  # R 7.9; L 9.3.23
        "Why not: The home has to be seen warm and safe.",
        "The school asked for a later start.",  # L 9.3.27
        STYLE.complaints[0].says,  # R 7.9
    ):
        assert words.count(told) == 1


@meets("A77", "C47", "D23")
def test_a_signature_sheet_has_a_line_for_each_member_and_room_to_sign() -> None:
    words = of_plan("detailed-plan", DETAILED)
    rows = cells(words, "Signature sheet")
    assert [(row[0], row[2]) for row in rows] == [
        ("Nadia Yusuf", "Signed 1 December 2026"),
        ("Grace Okafor", "Accepted by email 3 December 2026"),
        ("Alan Pike", "Did not accept 2 December 2026"),
        ("Jo Hartley", "Not signed yet"),
    ]
    assert rows[1][1] == "Health visitor, Exampleton Health"  # N l.265
    assert "Not signed yet<br/><br/><br/>" in words


def test_an_agreement_that_nobody_is_to_sign_has_no_sheet() -> None:
    assert "Signature" not in of_plan(
        "detailed-plan", DETAILED.model_copy(update={"signatures": ()})
    )
    one = DETAILED.model_copy(update={"signatures": (Signature(who="amina"),)})
    assert cells(of_plan("detailed-plan", one), "Signature sheet")[0][0] == "Amina Yusuf"


@meets("B68")
def test_a_bridging_plan_tells_when_the_conference_is_held_or_that_it_is_not_known() -> None:
    caption, what = "The plan in short", "The conference will be held"
    assert dict(cells(body("bridging-plan", bridging(MOTHER)), caption))[what] == (
        "Monday 30 November 2026 at 10am"
    )
    assert dict(cells(of_plan("bridging-plan", BRIDGING), caption))[what] == (
        "As soon as it can be. You will be told the date."
    )


def test_everybody_reads_in_the_childs_own_plan_what_the_child_reads() -> None:
    sections = tuple(
        section.model_copy(
            update={
                "passages": tuple(
                    each.model_copy(update={"text": each.plain}) for each in section.passages
                )
            }
        )
        for section in CHILDS_OWN.sections
    )
    as_the_child_has_it = CHILDS_OWN.model_copy(update={"sections": sections})
    for reader, plan in ((DAUGHTER, as_the_child_has_it), (MOTHER, CHILDS_OWN)):
        words = of_plan("child-plan", plan, reader)
        assert words.count("Your mum loves you. You read really well.") == 1
        assert "Mina is loved, and does well at school." not in words


@meets("D15")
def test_of_a_child_under_five_the_plan_says_who_explains_it() -> None:
    small = AMINA.model_copy(update={"born": AMINA.born.replace(year=2023) if AMINA.born else None})
    words = plain(
        "child-plan", holding(MOTHER, CHILDS_OWN.id, plans=(CHILDS_OWN,), children=(small,))
    )
    assert "too young to read it: Jo Hartley (social worker) explains it" in words
    assert "too young" not in plain(
        "child-plan", holding(MOTHER, CHILDS_OWN.id, plans=(CHILDS_OWN,))
    )


def test_a_child_in_need_plan_says_that_it_is_no_protection_plan_and_when_it_is_reviewed() -> None:
    words = plain("child-in-need-plan", holding(MOTHER, IN_NEED.id, plans=(IN_NEED,)))
    assert "It is not a child protection plan." in words
    assert "Reviews At least once every 6 months" in words  # R 7.3


def test_birth_arrangements_say_who_sends_them_to_the_gp_and_when_people_meet() -> None:
    words = body("birth-arrangements", holding(MOTHER, BIRTH.id, birth_arrangements=(BIRTH,)))
    told = dict(cells(words, "The arrangements in short"))
    assert (
        told["Who sends them to the GP"]
        == "Grace Okafor (health visitor) by Wednesday 25 November 2026"
    )
    assert len(cells(words, "Meetings before the birth")) == len(BIRTH.meetings)


# How hard they are to read: the words of the templates and of a well-written case together.

FOR_FAMILY = tuple(
    e for e in EXAMPLES if e.view.reader.kind in (ReaderKind.PARENT, ReaderKind.CHILD)
)


@meets("D11")
@pytest.mark.parametrize("example", FOR_FAMILY, ids=lambda example: example.name)
def test_a_familys_copy_can_be_read_at_ten(example: Example) -> None:
    words = body(example.document, example.view)
    assert reading_age(words) <= 10
    assert sentence_length(words) <= 10
    assert abbreviations(words) == []
