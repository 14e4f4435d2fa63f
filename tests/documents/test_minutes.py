"""The minutes: decisions first, passages numbered over the copy, only what the view holds."""

from __future__ import annotations

import re
from datetime import date

import pytest

from cpdocs.documents.catalogue import document
from cpdocs.documents.compose import compose
from cpdocs.errors import CopyError
from cpdocs.languages import load_language
from cpdocs.model.conference import (
    Category,
    Exclusion,
    ExclusionGround,
    Part,
    PlanOutcome,
)
from cpdocs.model.people import Relation, RelationKind
from cpdocs.model.ruling import RuledName
from cpdocs.model.view import Reader
from cpdocs.values import StatementKind
from tests.documents.views import (
    CONFERENCE,
    HEALTH_VISITOR,
    MINUTES,
    MOTHER,
    NADIA,
    RECORDS,
    minutes_with,
    ruled,
    said,
    view_for,
)
from tests.meets import meets, meets_in_cases


def minutes(reader: Reader = HEALTH_VISITOR, **changes: object) -> str:
    return compose(document("minutes"), view_for(reader, **changes), load_language("en")).body


def test_the_decision_stands_before_the_discussion() -> None:
    words = minutes()
    order = [words.index(found) for found in ("There is now a", "Who took part", "Mina joined in")]
    assert order == sorted(order)


def test_passages_are_numbered_without_a_break_over_the_readers_own_copy() -> None:
    numbers = re.findall(r'<span class="number"><bdi dir="ltr">(\d+)</bdi>', minutes())
    assert numbers == ["1", "2", "3", "4", "5"]
    fewer = minutes_with(contributions=MINUTES.contributions[2:])
    numbers = re.findall(r'class="number"><bdi dir="ltr">(\d+)</bdi>', minutes(minutes=fewer))
    assert numbers == ["1", "2", "3", "4"]


def test_a_part_without_passages_is_not_named_as_a_heading() -> None:
    parts = (*CONFERENCE.parts, Part(id="police", title="Police matters", confidential=True))
    words = minutes(parts=parts)
    assert "Police matters" not in words
    assert "onfidential section" not in words


def test_words_of_a_part_that_the_view_lacks_are_an_error_and_not_lost() -> None:
    with pytest.raises(CopyError, match=r"initial-1\.parts"):
        minutes(parts=CONFERENCE.parts[:1])


@pytest.mark.parametrize("kind", ["core_groups", "actions"])
def test_what_is_for_no_child_that_the_view_holds_holds_the_copy(kind: str) -> None:
    childless = getattr(MINUTES, kind)[0].model_copy(update={"children": ()})
    with pytest.raises(CopyError, match=f"{kind}, number 1 of this copy"):
        minutes(minutes=minutes_with(**{kind: (childless,)}))


def test_a_confidential_section_carries_its_own_warning() -> None:
    parts = (Part(id="police", title="Police matters", confidential=True),)
    passage = said("police", "sw", StatementKind.FACT, "Enquiries go on.")
    words = minutes(parts=parts, minutes=minutes_with(contributions=(passage,)))
    assert "<h2>Confidential section: Police matters</h2>" in words
    assert "must never be shown" in words


def test_a_passage_by_somebody_not_named_is_by_a_professional() -> None:
    assert '</span> A professional <span class="kind kind-fact">Fact</span>' in minutes()


@meets("D13")
@pytest.mark.parametrize("kind", StatementKind)
def test_how_a_thing_is_known_stands_beside_it_in_words(kind: StatementKind) -> None:
    passage = said("shared", "sw", kind, "So it was said.")
    words = minutes(minutes=minutes_with(contributions=(passage,)))
    assert f'<span class="kind kind-{kind}">{kind.capitalize()}</span>' in words


@pytest.mark.parametrize("outcome", PlanOutcome)
@pytest.mark.parametrize("category", Category)
def test_every_outcome_and_category_has_words(outcome: PlanOutcome, category: Category) -> None:
    decision = MINUTES.decisions[0].model_copy(update={"plan": outcome, "categories": (category,)})
    words = minutes(minutes=minutes_with(decisions=(decision,)))
    assert "child protection plan" in words
    assert category.replace("-", " ").capitalize() in words


@pytest.mark.parametrize("kind", RelationKind)
def test_every_relation_has_words(kind: RelationKind) -> None:
    person = NADIA.model_copy(update={"relations": (Relation(kind=kind, of="amina"),)})
    records = RECORDS.model_copy(update={"people": (person,)})
    assert f"{kind.replace('-', ' ').capitalize()} of <bdi" in minutes(records=records)


@meets("C18")
@pytest.mark.parametrize("ground", ExclusionGround)
def test_an_exclusion_is_minuted_where_the_view_holds_it(ground: ExclusionGround) -> None:
    exclusion = Exclusion(who="nadia", parts=("later",), ground=ground, reason_told="To be safe.")
    words = minutes(exclusions=(exclusion,))
    assert "was kept from Help to come" in words
    assert "To be safe." in words
    assert "was kept from" not in minutes()
    whole = exclusion.model_copy(update={"parts": ()})
    assert "was kept from the whole conference" in minutes(exclusions=(whole,))


@pytest.mark.parametrize(("value", "word"), [(True, "Yes."), (False, "No.")])
def test_quorate_is_told_as_yes_or_no_and_never_as_a_count(value: bool, word: str) -> None:
    words = minutes(ruled=(ruled(RuledName.QUORATE, value),))
    row = words[words.index("Quorate") :]
    cell = row[row.index("<td>") : row.index("</td>")]
    assert cell.startswith(f"<td>{word}")
    assert not re.search(r"\d", cell)
    assert "Quorate" not in minutes(ruled=())


def test_a_draft_says_that_it_is_one() -> None:
    assert 'class="draft"' in minutes(minutes=minutes_with(approved=None))
    assert 'class="draft"' not in minutes()


@pytest.mark.parametrize("reader", [MOTHER, HEALTH_VISITOR])
def test_every_copy_carries_the_same_sentence_on_what_a_copy_holds(reader: Reader) -> None:
    assert "A copy holds what its reader may have of the conference." in minutes(reader)


@meets_in_cases(A59=("Help without a plan would do.",))
@pytest.mark.parametrize(
    "words",
    [
        "It was a playgroup.",
        "Something is left out here.",
        "The chair weighed the risk.",
        "Help without a plan would do.",
        'Received <bdi dir="ltr">20 November 2026</bdi>',
        'supported by <bdi dir="ltr">Rukhsana Bibi</bdi>',
        "left alone &amp; cold",
        "Every week",
        "14 December 2026",
        "Checked by",
        "Monday 15 February 2027",
        "Approved by",
        "her unborn baby",
    ],
)
def test_everything_that_the_view_holds_is_in_the_copy(words: str) -> None:
    assert words in minutes()


def test_an_action_without_owner_day_or_measure_says_nothing_untrue() -> None:
    action = MINUTES.actions[1].model_copy(update={"owners": (), "due": None})
    words = minutes(minutes=minutes_with(actions=(action,)))
    assert '<th scope="row">Agreed at the conference</th>' in words
    assert "<td>No date was set</td>" in words
    soon = action.model_copy(update={"immediate": True})
    assert "Straight away" in minutes(minutes=minutes_with(actions=(soon,)))
    dated = soon.model_copy(update={"due": date(2026, 11, 24)})
    assert "24 November 2026" in minutes(minutes=minutes_with(actions=(dated,)))


def test_core_groups_that_meet_as_one_are_told_once() -> None:
    group = MINUTES.core_groups[0]
    child = next(c.id for c in RECORDS.children if c.id not in group.children)
    same = group.model_copy(update={"children": (child,)})
    words = minutes(minutes=minutes_with(core_groups=(group, same)))
    assert words.count("First meeting: ") == 1
    other = same.model_copy(update={"place": "Another room"})
    words = minutes(minutes=minutes_with(core_groups=(group, other)))
    assert words.count("First meeting: ") == 2


def test_who_took_part_in_less_than_this_copy_holds_is_told_the_parts() -> None:
    row = CONFERENCE.attendance[0].model_copy(update={"attended": ("shared",), "left": ()})
    assert "<td>Information and views</td>" in minutes(attendance=(row,))
    whole = row.model_copy(update={"attended": tuple(part.id for part in CONFERENCE.parts)})
    words = minutes(attendance=(whole,))
    assert "<td>All parts</td>" in words
    assert "<td>Information and views</td>" not in words
    assert "All parts" not in minutes(
        attendance=(whole,), parts=CONFERENCE.parts[:1], minutes=minutes_with(contributions=())
    )


@pytest.mark.parametrize(("of", "by"), [(("amina",), "mother of <bdi"), (None, "mother <span")])
def test_a_speaker_is_called_mother_of_a_child_or_mother_where_there_are_more(
    of: tuple[str, ...] | None, by: str
) -> None:
    children = of or tuple(child.id for child in RECORDS.children)
    relations = tuple(Relation(kind=RelationKind.MOTHER, of=child) for child in children)
    records = RECORDS.model_copy(
        update={"people": (NADIA.model_copy(update={"relations": relations}),)}
    )
    passage = said("shared", "nadia", StatementKind.OPINION, "So I think.")
    words = minutes(records=records, minutes=minutes_with(contributions=(passage,)))
    line = words[words.index('<p class="by">') :]
    assert by in line[: line.index("</p>")]
