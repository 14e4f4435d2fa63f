"""What a finished file is searched for, and what is not."""

from __future__ import annotations

import pytest

from cpdocs.audit.search import search
from cpdocs.editions.rendition import Found
from cpdocs.matching import house_words
from tests.sharing.small import said, shared, spec

FOUND_IN_TARIQS_COPY = [
    "Zayn",
    "ZAYN YUSUF",
    "Nadia",
    "Nádia’s sister",
    "4 Larkspur Close",
    "zz993wz",
    "ZZ99  3WZ",
    "Hilltop Primary School",
    "Ring 07700 900142",
    "+44 7700 900142",
    "077 0090 0142",
    "born on 17 May 2022",
    "17/05/2022",
    "2022-05-17",
    "Elmtree Haven",
    "a refuge support worker",
    "Whitlock",
    "Officers expect to interview a witness on Thursday",
    "sentence with is slow to speak and has in it",
    "Dean Holroyd",
    "Holroyd",
    "Fern\u00adcliffe Surgery",
    "new-home",
]
NOT_FOUND_IN_TARIQS_COPY = [
    "Amina Yusuf",  # his child
    "Mr Mahmood",
    "the dean of the college",  # an everyday word without its neighbour
    "Mina enjoys Saturdays in the park with her father.",
    "12 Station Road",
    "01632 960000",  # the council's own number
    "a witness on Thursday",  # four words
]


def hits(text: str, reader: str = "tariq") -> int:
    needles = shared(reader).ledger.needles
    return len(search((Found(place="page 1 text", text=text),), needles))


@pytest.mark.parametrize("text", FOUND_IN_TARIQS_COPY)
def test_what_is_withheld_is_found_however_it_is_written(text: str) -> None:
    assert hits(text) > 0


@pytest.mark.parametrize("text", NOT_FOUND_IN_TARIQS_COPY)
def test_what_the_reader_holds_or_everyday_words_are_not_found(text: str) -> None:
    assert hits(text) == 0


def test_a_passage_that_names_somebody_it_is_not_about_is_found() -> None:
    tree = spec()
    slip = said("his", "Mina said that Zayn hid behind the door.", "amina")
    tree["conferences"][0]["minutes"]["contributions"].append(slip)
    found = shared("tariq", tree)
    assert search((Found(place="p", text=slip["text"]),), found.ledger.needles)


def test_the_chair_has_nothing_withheld_to_search_for_but_what_is_not_of_the_view() -> None:
    assert hits("Zayn Yusuf of 4 Larkspur Close, ZZ99 3WZ", "chair") == 0


def test_a_finding_names_places_and_no_words() -> None:
    needles = shared("tariq").ledger.needles
    (finding,) = search(
        (Found(place="page 1 text", text="Larkspur Close 4 Larkspur Close"),), needles
    )
    assert "arkspur" not in finding.says + finding.place
    assert "households.new-home.address" in finding.says


@pytest.mark.parametrize(("name", "searched"), [("Police", False), ("Park Lane School", True)])
def test_one_everyday_word_is_no_name_to_search_for_and_several_are(
    name: str, searched: bool
) -> None:
    tree = spec()
    school = next(place for place in tree["places"] if place["name"] == "Hilltop Primary School")
    school["name"] = name
    found = {needle.text for needle in shared("tariq", tree).ledger.needles}
    assert (name.casefold() in found) is searched


def test_what_the_house_says_in_every_case_is_not_searched_for() -> None:
    told = next(words for words in house_words() if "A court may order them to be shown" in words)
    tree = spec()
    tree["conferences"][0]["minutes"]["contributions"].append(
        said("closed", f"{told} But his sister has seen two letters.", by="pc")
    )
    with_it = {needle.text for needle in shared("tariq", tree).ledger.needles}
    assert "but his sister has seen two" in with_it
    assert "a court may order them to" not in with_it
