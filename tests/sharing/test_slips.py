"""What a passage tells that its reader may not have, found before anything is composed."""

from __future__ import annotations

from typing import Any

import pytest

from cpdocs.audit.search import search
from cpdocs.editions.rendition import Found
from cpdocs.findings import Effect
from cpdocs.sharing import Shared
from cpdocs.sharing.slips import slips
from tests.sharing.small import Spec, name, said, shared, spec

SLIP = "Mina said that Zayn hid behind the big blue door at home."
AGREED = {"reason": "He was there.", "agreed_by_chair": "2026-11-24"}
STANDS: dict[str, Any] = {"may_stand": ["tariq"], **AGREED}


def told(text: str = SLIP, reader: str = "tariq", **more: Any) -> Shared:
    """A reader's share of the case with one more passage that Amina's father gets."""
    tree = spec()
    _minutes(tree).append(said("his", text, "amina", **more))
    return shared(reader, tree)


def _minutes(tree: Spec) -> list[Spec]:
    passages: list[Spec] = tree["conferences"][0]["minutes"]["contributions"]
    return passages


def in_file(found: Shared, text: str) -> int:
    return len(search((Found(place="page 1 text", text=text),), found.ledger.needles))


def test_a_slip_holds_the_copy_and_names_the_place_in_the_case() -> None:
    (found,) = slips(told())
    assert found.effect is Effect.HOLDS
    assert found.place == "conferences.c1.minutes.contributions.8.text"
    assert "`children.zayn.name`" in found.says


def test_a_slip_is_told_with_each_way_out_and_none_of_its_words() -> None:
    (found,) = slips(told())
    assert all(way in found.says for way in ("withhold_from", "wording_for", "may_stand"))
    assert "hid behind" not in found.says
    assert "Zayn" not in found.says


def test_a_case_without_a_slip_has_no_finding() -> None:
    assert slips(shared("tariq")) == ()


def test_the_place_is_counted_as_in_the_case_though_earlier_passages_are_withheld() -> None:
    tree = spec()
    _minutes(tree).insert(0, said("news", "Zayn was weighed and measured.", "zayn"))
    _minutes(tree).append(said("his", SLIP, "amina"))
    (found,) = slips(shared("tariq", tree))
    assert found.place == "conferences.c1.minutes.contributions.9.text"


def test_who_may_know_of_it_has_no_finding() -> None:
    assert slips(told(reader="sw")) == ()


def test_a_slip_in_a_translation_or_in_plain_words_is_found() -> None:
    found = slips(told("All is well.", plain="Zayn hid.", translations={"pl": "Zayn się ukrył."}))
    assert [each.place.rsplit(".", 1)[1] for each in found] == ["plain", "translations"]


OUT: dict[str, dict[str, Any]] = {
    "withheld": {"sharing": {"withhold_from": ["tariq"], "reason": "It names Zayn."}},
    "reworded": {
        "wording_for": [
            {"readers": ["tariq"], "text": "Mina hid.", "agreed_by_chair": "2026-11-24"}
        ]
    },
    "may stand": {"sharing": STANDS},
}


@pytest.mark.parametrize("way", OUT)
def test_each_way_out_lets_the_copy_go(way: str) -> None:
    assert slips(told(**OUT[way])) == ()


# What the chair lets stand


def test_what_may_stand_is_not_found_in_the_finished_file_either() -> None:
    found = told(sharing=STANDS)
    assert in_file(found, f"2.7 Health visitor: {SLIP} 2.8 The chair") == 0
    assert in_file(found, SLIP.upper()) == 0


def test_what_may_stand_is_known_again_at_the_end_of_a_page() -> None:
    assert in_file(told(sharing=STANDS), "Mina said that Zayn") == 0


@pytest.mark.parametrize(
    "text", ["Zayn was there.", "She said that Zayn ran.", "Zayn", "Zayn hid behind a tree."]
)
def test_what_may_stand_in_one_passage_may_not_stand_elsewhere(text: str) -> None:
    found = told(sharing=STANDS)
    assert in_file(found, text) == 1
    tree = spec()
    _minutes(tree).extend([said("his", SLIP, "amina", sharing=STANDS), said("his", text, "amina")])
    (other,) = slips(shared("tariq", tree))
    assert other.place.endswith("contributions.9.text")


def test_what_may_stand_for_one_reader_is_found_for_another() -> None:
    tree = spec()
    conference = tree["conferences"][0]
    conference["exclusions"] = []
    conference["attendance"].append({"who": "dean", "attended": ["his"]})
    conference["invitations"][4] = {"who": "dean", "to": ["his"]}
    tree["people"][4]["relations"].append({"kind": "father", "of": "amina"})
    _minutes(tree).append(said("his", SLIP, "amina", sharing=STANDS))
    assert slips(shared("tariq", tree)) == ()
    assert len(slips(shared("dean", tree))) == 1


def test_a_number_that_may_stand_stands_in_its_passage_alone() -> None:
    text = "Please ring the house on 07700 900142 after five."
    found = told(text, sharing=STANDS)
    assert slips(found) == ()
    assert in_file(found, text) == 0
    assert in_file(found, "Telephone 07700 900142") == 1


def test_without_the_chair_s_date_nothing_stands() -> None:
    undated = {"may_stand": ["tariq"], "reason": "He was there."}
    assert len(slips(told(sharing=undated))) == 1


def test_words_round_a_name_that_are_too_few_let_nothing_stand() -> None:
    assert len(slips(told("Zayn hid.", sharing=STANDS))) == 1


# Everyday words


def everyday(text: str) -> int:
    """Findings for a father from whom a boy called Hope May is kept."""
    tree = spec()
    tree["children"][1]["name"] = name("Hope", "May")
    _minutes(tree).append(said("his", text, "amina"))
    return len(slips(shared("tariq", tree)))


NAMED = [
    "Mina told Hope that it was late.",
    "When Hope came in she was tired.",
    "Mina and Hope’s friend walked home.",
    "I saw Hope there.",
    "They asked, and Hope, who was tired, left.",
    "hope may",
    "HOPE MAY",
    "Mina knows May, Hope.",
    "They saw Master H. May there.",
]
NOT_NAMED = [
    "We hope that he may come in May.",
    "Hope is a good thing.",  # a sentence begins with it
    "They met in Hope Street.",
    "She works at New Hope.",
    "Mina may come. Hope grows.",
    "It is all they hope. May she stay?",
]


@pytest.mark.parametrize("text", NAMED)
def test_an_everyday_word_is_found_where_it_stands_as_a_name(text: str) -> None:
    assert everyday(text) == 1


@pytest.mark.parametrize("text", NOT_NAMED)
def test_an_everyday_word_is_not_found_where_it_is_one(text: str) -> None:
    assert everyday(text) == 0
