"""What one reader's document is told and another's is not: no more, no less, and why."""

from __future__ import annotations

from random import Random

import pytest

from cpdocs.case.case import Case
from cpdocs.model.paths import Path, records_in, spell, walk
from cpdocs.model.ruling import Ruling
from cpdocs.model.sharing import Passage
from cpdocs.model.view import Section, View
from cpdocs.sharing import NothingToShare, Shared, share
from cpdocs.sharing.compare import Difference, Who, differences
from cpdocs.sharing.share import everybody
from tests.documents.views import STYLE
from tests.generators.cases import random_case
from tests.sharing.small import shared, spec

SAID = "conferences.c1.minutes.contributions"
EVERY_SECTION = frozenset(Section)


def between(first: str, second: str) -> dict[str, Difference]:
    found = differences(shared(first), shared(second), Ruling())
    return {each.place: each for each in found}


@pytest.mark.parametrize(
    ("place", "told_to", "rule"),
    [
        (f"{SAID}.0", Who.FIRST, "part-not-theirs"),
        (f"{SAID}.3", Who.SECOND, "part-not-theirs"),
        ("children.zayn", Who.FIRST, "which children are subjects: Half"),
        ("households.new-home", Who.FIRST, ""),
        ("conferences.c1.parts.his", Who.SECOND, ""),
    ],
)
def test_a_place_is_told_with_the_rule_that_withheld_it(
    place: str, told_to: Who, rule: str
) -> None:
    found = between("nadia", "tariq")[place]
    lacking = found.second if told_to is Who.FIRST else found.first
    assert found.told_to is told_to
    assert lacking.decision.gets == "no"
    assert lacking.decision.rule.startswith(rule)
    assert lacking.words is None


def test_agreed_words_are_told_to_both_and_not_alike() -> None:
    found = between("tariq", "sw")[f"{SAID}.7"]
    assert found.told_to is Who.BOTH
    assert (found.first.decision.gets, found.second.decision.gets) == ("agreed words", "yes")
    assert found.first.words == "Ms Yusuf and Mina have moved."


def test_what_lies_in_a_place_that_is_listed_is_not_listed_again() -> None:
    places = between("nadia", "tariq")
    assert "children.zayn" in places
    assert not [place for place in places if place.startswith("children.zayn.")]


def test_a_list_that_names_fewer_is_told_to_both() -> None:
    found = between("tariq", "sw")["conferences.c1.children"]
    assert found.told_to is Who.BOTH
    assert found.first.decision.gets == "some of it"
    assert (found.first.words, found.second.words) == ("amina", "amina, zayn")


def test_there_is_nothing_between_readers_who_are_told_the_same() -> None:
    assert between("sw", "sw") == {}


def test_the_words_can_be_left_out() -> None:
    every = [each.without_words for each in between("nadia", "tariq").values()]
    assert every
    assert all(each.first.words is None is each.second.words for each in every)
    assert "paints" not in str(every)


def test_a_document_that_does_not_cover_a_place_does_not_tell_it() -> None:
    sections = frozenset({Section.DECISION})
    narrowed = [shared(who).whole.told(sections) for who in ("nadia", "tariq")]
    places = {each.place for each in differences(narrowed[0], narrowed[1], Ruling())}
    assert "children.zayn" in places
    assert not [place for place in places if "contributions" in place]


# In cases of every shape, against the views themselves:


def told_of(case: Case, reader: str) -> Shared | None:
    try:
        return share(
            case=case,
            ruling=Ruling(),
            style=STYLE,
            reader=reader,
            conference=case.conferences[0].id,
            sections=EVERY_SECTION,
        )
    except NothingToShare:
        return None


def words_of(view: View) -> set[str]:
    """The words of every passage of a view."""
    records = (record for node in walk(view.records) for _, record in records_in(node))
    return {record.text for record in records if isinstance(record, Passage)}


def expected(case: Case, first: Shared, second: Shared) -> dict[str, Who]:
    """By the views' words alone, which no two passages of an invented case share."""
    sides = words_of(first.view), words_of(second.view)
    found: dict[str, Who] = {}
    for node in walk(case):
        for path, record in records_in(node):
            if not isinstance(record, Passage):
                continue
            plain = (record.plain, *(variant.plain for variant in record.wording_for))
            words = {record.text, *plain, *(variant.text for variant in record.wording_for)}
            has = [words & side for side in sides]
            if has[0] != has[1]:
                alone = Who.FIRST if has[0] else Who.SECOND
                found[spell(path)] = Who.BOTH if all(has) else alone
    return found


def told(case: Case, first: Shared, second: Shared) -> dict[str, Who]:
    """The passages at or in each place of the difference."""
    listed = {each.place: each.told_to for each in differences(first, second, Ruling())}
    sides = words_of(first.view), words_of(second.view)
    found: dict[str, Who] = {}
    for node in walk(case):
        for path, record in records_in(node):
            if isinstance(record, Passage) and (who := _listed(path, listed)) is not None:
                plain = (record.plain, *(variant.plain for variant in record.wording_for))
                words = {record.text, *plain, *(variant.text for variant in record.wording_for)}
                if any(words & side for side in sides):
                    found[spell(path)] = who
    return found


def _listed(path: Path, listed: dict[str, Who]) -> Who | None:
    """What is listed of a passage, or of what holds it."""
    own = listed.get(spell(path))
    above = (listed.get(spell(path[:n])) for n in range(1, len(path)))
    return own or next((who for who in above if who not in (None, Who.BOTH)), None)


@pytest.mark.parametrize("seed", range(8))
def test_the_difference_is_that_of_the_two_views_passages(seed: int) -> None:
    chance = Random(seed)  # noqa: S311 not for secrets
    case = random_case(seed)
    readers = everybody(case)
    views = [found for reader in readers if (found := told_of(case, reader)) is not None]
    for _ in range(4):
        first, second = chance.choice(views), chance.choice(views)
        wanted = expected(case, first, second)
        assert told(case, first, second) == wanted
        swapped = {Who.FIRST: Who.SECOND, Who.SECOND: Who.FIRST, Who.BOTH: Who.BOTH}
        assert told(case, second, first) == {p: swapped[who] for p, who in wanted.items()}


def test_the_small_family_differs_somewhere_for_the_words_to_be_compared() -> None:
    tree = spec()
    pair = shared("nadia", tree), shared("tariq", tree)
    assert len(expected(pair[0].whole.facts.case, *pair)) > 3
