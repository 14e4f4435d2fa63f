"""A copy that would reach somebody from whom any of it is withheld is held."""

from __future__ import annotations

import pytest

from cpdocs.model.view import Section
from cpdocs.sharing.delivery import held_by_delivery
from tests.meets import meets
from tests.sharing.small import Spec, name, shared, spec


def held(reader: str, tree: Spec) -> bool:
    told = shared(reader, tree).whole.told(frozenset({Section.MINUTES}))
    return bool(held_by_delivery(told, lambda person: shared(person, tree).whole))


def lodger(**more: object) -> Spec:
    """Tariq's household with somebody else in it."""
    tree = spec()
    tree["people"].append(
        {"id": "aunt", "name": name("Farah", "Mahmood"), "lives_at": "old-home", **more}
    )
    return tree


@meets("C16")
def test_a_letter_in_the_post_is_held_where_a_relative_may_not_have_it() -> None:
    assert held("tariq", lodger())


def test_a_reader_who_lives_alone_gets_the_post() -> None:
    assert not held("tariq", spec())


@pytest.mark.parametrize("way", ["hand", "secure-email", "collect"])
def test_another_way_of_delivery_releases_it(way: str) -> None:
    tree = lodger()
    tree["people"][1]["delivery"] = {"by": way, "through": "sw"}
    assert not held("tariq", tree)


def test_a_couple_with_the_same_view_gets_the_post() -> None:
    tree = lodger(relations=[{"kind": "stepmother", "of": "amina"}])
    meeting = tree["conferences"][0]
    meeting["invitations"].append({"who": "aunt", "to": ["his"]})
    meeting["attendance"].append({"who": "aunt", "attended": ["his"]})
    row = meeting["minutes"]["contributions"][7]
    row["wording_for"][0]["readers"].append("aunt")
    assert not held("tariq", tree)


@pytest.mark.parametrize(("born", "is_held"), [("2012-01-01", True), ("2021-01-01", False)])
def test_a_child_of_ten_reads_the_post_and_a_small_one_does_not(born: str, is_held: bool) -> None:
    tree = spec()
    tree["children"].append(
        {
            "id": "omar",
            "subject": False,
            "name": name("Omar", "Mahmood"),
            "born": born,
            "lives_at": "old-home",
        }
    )
    assert held("tariq", tree) is is_held
