"""The chair's marks: whose copies lack a passage or word it otherwise, and how numbers agree."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest

from cpdocs.errors import UsageError
from cpdocs.model.marks import Mark, Marks
from cpdocs.model.paths import records_in, walk
from cpdocs.model.sharing import Passage
from cpdocs.model.view import View
from cpdocs.sharing import Shared
from cpdocs.sharing.marks import Said, with_marks
from cpdocs.sharing.share import everybody
from tests.generators.cases import random_case
from tests.sharing.small import shared, spec
from tests.sharing.test_compare import told_of, words_of


def saying(view: View) -> list[Said]:
    """A document that says every passage of its view, and numbers them."""
    records = (record for node in walk(view.records) for _, record in records_in(node))
    passages = [record for record in records if isinstance(record, Passage)]
    return [(passage, passage.text, number) for number, passage in enumerate(passages, start=1)]


def marked(
    *readers: str, without: tuple[str, ...] = (), tree: dict[str, Any] | None = None
) -> Marks:
    others: dict[str, Shared | None] = {reader: shared(reader, tree) for reader in readers}
    others |= dict.fromkeys(without)
    marks = with_marks(shared("chair", tree), others, saying).marks
    assert marks is not None
    return marks


def mark_of(marks: Marks, words: str) -> Mark:
    (found,) = (m for m in marks.marks if words in getattr(m.record, "text", ""))
    return found


def test_a_passage_is_marked_with_everybody_whose_copy_lacks_it() -> None:
    marks = marked("nadia", "tariq", "hv")
    assert mark_of(marks, "chose the paints").not_for == ("Mr Tariq Mahmood",)
    assert mark_of(marks, "Saturdays in the park").not_for == ("Ms Nadia Yusuf",)
    assert mark_of(marks, "interview a witness").not_for == ("Ms Nadia Yusuf", "Mr Tariq Mahmood")


def test_agreed_words_are_marked_with_whom_they_are_for_and_what_they_are() -> None:
    (other,) = mark_of(marked("tariq"), "use Ferncliffe Surgery").other_words
    assert other.readers == ("Mr Tariq Mahmood",)
    assert other.words == "Ms Yusuf and Mina have moved."


def test_what_everybody_has_alike_is_not_marked() -> None:
    assert marked("sw").marks == ()


def test_a_mark_names_the_place_and_holds_the_very_passage_of_the_view() -> None:
    view = with_marks(shared("chair"), {"tariq": shared("tariq")}, saying)
    assert view.marks is not None
    mark = mark_of(view.marks, "chose the paints")
    assert mark.place == "conferences.c1.minutes.contributions.0"
    assert any(mark.record is passage for passage, _, _ in saying(view))


def test_nobody_but_the_chair_may_have_marks() -> None:
    with pytest.raises(UsageError, match="chair of the conference alone"):
        with_marks(shared("sw"), {"tariq": shared("tariq")}, saying)


def test_somebody_who_may_have_nothing_of_it_is_named_apart() -> None:
    marks = marked("nadia", without=("dean",))
    assert marks.readers == ("Ms Nadia Yusuf",)
    assert marks.without_copy == ("Dean Holroyd",)


def test_copies_that_are_numbered_alike_go_together() -> None:
    numberings = marked("sw", "nadia", "hv").numberings
    same = [each.readers for each in numberings if each.same]
    assert same == [("Jo Hartley", "Grace Okafor")]


def numbers_of(marks: Marks) -> dict[int, int]:
    """Each number of the chair's copy with that of the one other copy."""
    (numbering,) = marks.numberings
    runs = numbering.runs
    return {run.first + n: run.theirs + n for run in runs for n in range(run.last - run.first + 1)}


@pytest.mark.parametrize("reader", ["nadia", "tariq", "callum", "sw", "gp"])
def test_the_numbers_of_two_copies_lead_to_the_same_passage(reader: str) -> None:
    theirs = {number: passage for passage, _, number in saying(shared(reader).view)}
    own = {number: passage for passage, _, number in saying(shared("chair").view)}
    found = numbers_of(marked(reader))
    assert sorted(found.values()) == sorted(n for n in theirs if n)
    for here, there in found.items():
        mine, other = own[here], theirs[there]
        assert isinstance(mine, Passage)
        assert isinstance(other, Passage)
        agreed = {variant.text for variant in mine.wording_for}
        assert other.text in {mine.text, mine.plain, *agreed}


# In cases of every shape:


def unmarked(view: View, others: dict[str, Shared]) -> list[str]:
    """Passages that somebody's copy lacks or words otherwise, and no mark says so."""
    marks = view.marks.marks if view.marks else ()
    by_record = {id(mark.record): mark for mark in marks}
    found = []
    for passage, _, _ in saying(view):
        assert isinstance(passage, Passage)
        mark = by_record.get(id(passage))
        named = set(mark.not_for) if mark else set()
        named |= {name for other in mark.other_words for name in other.readers} if mark else set()
        found += [
            passage.text
            for other in others.values()
            if passage.text not in words_of(other.view) and other.view.reader.name not in named
        ]
    return found


@pytest.mark.parametrize("seed", range(6))
def test_no_passage_that_a_copy_lacks_is_without_its_mark(seed: int) -> None:
    case = random_case(seed)
    chair = told_of(case, case.conferences[0].chair)
    assert chair is not None
    people = everybody(case)
    chance = Random(seed)  # noqa: S311 not for secrets
    others = {
        reader: found
        for reader in chance.sample(people, min(6, len(people)))
        if reader != case.conferences[0].chair and (found := told_of(case, reader)) is not None
    }
    view = with_marks(chair, dict(others), saying)
    assert unmarked(view, others) == []


def test_a_mark_that_is_left_out_is_found() -> None:
    others = {"tariq": shared("tariq", spec())}
    view = with_marks(shared("chair"), dict(others), saying)
    assert view.marks is not None
    fewer = view.marks.model_copy(update={"marks": view.marks.marks[1:]})
    assert unmarked(view, others) == []
    assert unmarked(view.model_copy(update={"marks": fewer}), others) != []
