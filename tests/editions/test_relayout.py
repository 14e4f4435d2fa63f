"""Tables become records in large type and lose no word; an address is made to fit its window."""

from __future__ import annotations

import pytest
from lxml import etree

from cpdocs.editions.markup import text_of
from cpdocs.editions.relayout import WINDOW_LINES, lay_out, place_sender, records_from
from cpdocs.errors import CopyError
from cpdocs.values import Edition, Form
from tests.editions.samples import ADDRESS, LONG_ADDRESS, letter_with, minutes_with

_TWENTY = Form(edition=Edition.LARGE_PRINT, size=20)
_SIXTEEN = Form(edition=Edition.LARGE_PRINT, size=16)


def _tree(text: str) -> etree._Element:
    return etree.fromstring(text)


def test_each_row_becomes_a_record_that_names_every_value() -> None:
    table = _tree(
        "<table class='people'><caption>People</caption>"
        "<thead><tr><th scope='col'>Name</th><th scope='col'>From</th></tr></thead>"
        "<tbody><tr><th scope='row'><bdi>Jo</bdi></th>"
        "<td>Health, <strong>West</strong> team</td></tr>"
        "<tr><th scope='row'>Ann</th><td lang='cy'>Ysgol</td></tr></tbody></table>"
    )
    records = records_from(table)
    assert [text_of(p) for p in records.iter("p")] == [
        "People",
        "Name: Jo",
        "From: Health, West team",
        "Name: Ann",
        "From: Ysgol",
    ]
    assert [p.get("lang") for p in records.iter("p")][-1] == "cy"
    assert [record.get("class") for record in records.iterfind("div")] == ["record", "record"]


def test_key_facts_become_one_record_that_each_fact_introduces() -> None:
    table = _tree(
        "<table class='facts'>"
        "<tbody><tr><th>Date</th><td>23 November</td></tr>"
        "<tr><th>Place</th><td>Room 3</td></tr></tbody></table>"
    )
    assert [text_of(p) for p in records_from(table).iter("p")] == [
        "Date: 23 November",
        "Place: Room 3",
    ]


def test_no_word_of_a_table_is_lost_in_records() -> None:
    body = _tree(minutes_with(9).body)
    laid = text_of(lay_out(body, _TWENTY, "minutes"))
    for cell in (*body.iterfind(".//tbody//th"), *body.iterfind(".//td")):
        assert text_of(cell) in laid


@pytest.mark.parametrize(("form", "tables"), [(Form(), 3), (_SIXTEEN, 2), (_TWENTY, 0)])
def test_tables_stay_while_their_columns_hold_words(form: Form, tables: int) -> None:
    assert len(list(lay_out(_tree(minutes_with(9).body), form, "minutes").iter("table"))) == tables


def test_laying_out_leaves_the_composed_body_as_it_was() -> None:
    body = _tree(minutes_with(9).body)
    before = etree.tostring(body)
    lay_out(body, _TWENTY, "minutes")
    assert etree.tostring(body) == before


def _window(address: tuple[str, ...]) -> tuple[str, list[str]]:
    laid = lay_out(_tree(letter_with(address).body), Form(), "letter")
    window = next(div for div in laid.iter("div") if (div.get("class") or "").startswith("window"))
    lines = etree.tostring(window[0], encoding="unicode").split("<br/>")
    return window.get("class") or "", [text_of(_tree(f"<p>{_inner(line)}</p>")) for line in lines]


def _inner(line: str) -> str:
    return line.removeprefix("<p>").split("</p>")[0]


def test_a_short_address_keeps_its_lines() -> None:
    assert _window(ADDRESS) == ("window lines-4", ["Ms Nadia Yusuf", *ADDRESS])


def test_a_seven_line_address_joins_neighbours_and_keeps_name_and_postcode_alone() -> None:
    name, lines = _window(
        ("Flat 2", "Riverside Court", "12 Mill Lane", "Littleton", "EXAMPLETON", "ZZ99 3WZ")
    )
    assert name == f"window lines-{WINDOW_LINES}"
    assert lines[0] == "Ms Nadia Yusuf"
    assert lines[-1] == "ZZ99 3WZ"
    assert (
        ", ".join(lines)
        == "Ms Nadia Yusuf, Flat 2, Riverside Court, 12 Mill Lane, Littleton, EXAMPLETON, ZZ99 3WZ"
    )


def test_the_longest_addresses_fit_and_lose_no_word() -> None:
    _, lines = _window(LONG_ADDRESS)
    assert ", ".join(lines) == ", ".join(("Ms Nadia Yusuf", *LONG_ADDRESS))


def test_an_address_that_cannot_fit_is_an_error_without_the_address() -> None:
    with pytest.raises(CopyError, match="address-too-long") as caught:
        _window(tuple("Wrenfield Lodge, by the Old Mill on the Hill, Long Lane" for _ in range(7)))
    assert "Wrenfield" not in str(caught.value)


def test_in_large_print_the_sender_can_be_reached_at_the_end_of_the_letter() -> None:
    article = _tree(letter_with().body)
    words = text_of(article)
    place_sender(article, _TWENTY)
    header = article.find("header")
    assert header is not None
    assert text_of(header) == "Exampleton Borough Council"
    assert article[-1].get("class") == "sender"
    for word in words.split():
        assert word in text_of(article) or "@" in word
    assert "01632 960123" in text_of(article[-1])
