"""However people write a name, an address, a school, a number or a date, it is found."""

from __future__ import annotations

from datetime import date

import pytest

from cpdocs.matching import capital_words, everyday_words, near, numbers, spellings, words
from cpdocs.model.people import PersonName
from cpdocs.sharing.forms import of_a_date, of_a_person
from cpdocs.sharing.hits import Searcher, Where
from cpdocs.sharing.ledger import NeedleKind
from tests.sharing.small import Spec, name, shared, spec

FOUND = {
    # written: what of the case it tells
    "Zoë Smith-Ødegård": "in full",
    "ZOE SMITH-ØDEGÅRD": "capitals",
    "zoe smith odegard": "no accents, no hyphen",
    "Ｚｏｅ": "full-width letters",
    "Zo\u00adë": "soft hyphen",
    "Z\u200bo\u2060ë": "letters that cannot be seen",
    "Zoë\u00a0Smith-Ødegård": "no-break space",
    "Zoë’s": "possessive",
    "Zoe`s": "possessive, another mark",
    "Zoes toys": "possessive without its apostrophe",
    "Z. Ødegård": "half of a double name, with an initial",
    "the Ødegårds": "plural",
    "Odegard, Zoe": "family name first",
    "Øde-\ngård": "broken over lines",
    "Zoey": "another spelling",
    "Chloe": "known as another name, another spelling",
    "Katherine": "a grandmother, spelt otherwise",
    "Mr Muhammad": "another spelling of a family name",
    "Mohammmed": "one letter too many",
    "Mohamemd": "two letters swapped",
    "K. Mohammed": "initial and family name",
    "Mohammed, Kathryn": "family name first",
    "4 Larkspur Close": "an address",
    "Larkspur Cl.": "a street, abbreviated",
    "somewhere in Larkspur Close": "a street without its number",
    "ZZ993WZ": "a postcode without its space",
    "zz99-3wz": "a postcode with a hyphen",
    "Hilltop Primary": "a school without its last word",
    "at Hilltop, and": "a school by the word that is its own",
    "+44 7700 900142": "a number from abroad",
    "+44 (0)7700 900142": "a number from abroad, as many write it",
    "0044 7700 900142": "a number from abroad, without the plus",
    "07700-900-142": "a number with hyphens",
    "07700.900142": "a number with dots",
    "0 7 7 0 0 9 0 0 1 4 2": "a number, digit by digit",
    "０７７００ ９００１４２": "full-width digits",
    "٠٧٧٠٠ ٩٠٠١٤٢": "digits of another script",
    "4 May 2022": "a birth date",
    "4th May 2022": "a birth date, ordinal",
    "4th of May 2022": "a birth date with of",
    "May 4th, 2022": "a birth date, month first",
    "04/05/2022": "a birth date in figures",
    "4.5.22": "a birth date in short figures",
    "4 May 22": "a birth date, short year",
    "2022-05-04": "a birth date as computers write it",
    "04‑05‑2022": "a birth date with no-break hyphens",
}
NOT_FOUND = {
    "Amina Mahmood": "whom he knows",
    "Tariq’s": "himself",
    "a hilltop walk": "a word of the school's name, in small letters",
    "5 May 2022": "another day",
    "4 May": "a day without its year: too many stand in any minutes",
    "07700 900143": "another number",
    "4 Larkspur Road": "another street",
    "Mohican": "a word that is far from any name",
}


def case() -> Spec:
    """Zoë, a child of another father, her grandmother, and their home, kept from Amina's father."""
    tree = spec()
    amina, zayn = tree["children"]
    amina["name"] = name("Amina", "Mahmood", known_as="Mina")
    zayn["name"] = name("Zoë", "Smith-Ødegård", known_as="Khloe")
    zayn["born"] = "2022-05-04"
    tree["people"].append(
        {
            "id": "gran",
            "name": name("Kathryn", "Mohammed"),
            "relations": [{"kind": "grandmother", "of": "zayn"}],
        }
    )
    return tree


def found(text: str) -> bool:
    searcher = Searcher(shared("tariq", case()).ledger.needles)
    return any(searcher.hits(f"They spoke of {text} again.", Where.CASE))


@pytest.mark.parametrize("text", FOUND, ids=FOUND.values())
def test_every_form_is_found(text: str) -> None:
    assert found(text)


@pytest.mark.parametrize("text", NOT_FOUND, ids=NOT_FOUND.values())
def test_what_only_looks_alike_is_not_found(text: str) -> None:
    assert not found(text)


@pytest.mark.parametrize(
    ("word", "other", "is_near"),
    [
        ("catherine", "katherine", True),
        ("mohamed", "mohammed", True),
        ("mohammed", "mohamed", True),
        ("mohamemd", "mohammed", True),
        ("amina", "amina", False),
        ("ameena", "amina", False),
        ("muhammad", "mohammed", False),
    ],
)
def test_a_word_is_near_a_name_by_one_letter_and_no_more(
    word: str, other: str, is_near: bool
) -> None:
    assert near(word, other) is is_near


def test_a_name_near_one_that_the_reader_holds_is_no_name_to_look_near() -> None:
    tree = case()
    tree["people"][-1]["name"] = name("Kathryn", "Mahmoud")  # his own is Mahmood
    sought = shared("tariq", tree).ledger.needles
    assert "mahmoud" in {needle.text for needle in sought if needle.kind is NeedleKind.WORDS}
    assert "mahmoud" not in {needle.text for needle in sought if needle.kind is NeedleKind.NEAR}


def test_another_spelling_that_the_reader_s_own_records_hold_is_not_searched_for() -> None:
    tree = case()
    tree["people"][1]["name"] = name("Tariq", "Muhammad")
    sought = {needle.text for needle in shared("tariq", tree).ledger.needles}
    assert "mohamed" in sought
    assert "muhammad" not in sought


def test_every_form_of_a_name_is_found_by_a_search_for_it() -> None:
    for form in of_a_person(PersonName(given="Hope", family="Page", known_as="Rose", title="Ms")):
        assert form.run == words(" ".join(form.run))


def test_an_initial_that_is_a_word_makes_no_form_with_an_everyday_name() -> None:
    runs = {form.run for form in of_a_person(PersonName(given="Amina", family="Park"))}
    assert ("a", "park") not in runs
    assert ("amina", "park") in runs


def test_the_forms_of_a_date_are_of_that_day_alone() -> None:
    assert set(of_a_date(date(2022, 5, 4))).isdisjoint(of_a_date(date(2022, 4, 5)))


def test_words_of_every_day_are_small_and_stand_once_in_a_line_of_the_lists() -> None:
    assert all(word == word.casefold() and word.isalpha() for word in everyday_words())
    assert capital_words() < everyday_words()


def test_no_spelling_is_an_everyday_word_or_in_two_lines() -> None:
    known = spellings()
    assert not everyday_words() & set(known)
    assert all(known[other].count(one) == 1 for one, others in known.items() for other in others)


def test_a_number_in_another_form_is_the_same_number() -> None:
    assert {n for text in ("+44 (0)1632 960000", "01632/960000") for n in numbers(text)} == {
        "01632960000"
    }
