"""The words of an element in reading order, and which tables a heading names."""

from __future__ import annotations

import pytest
from lxml import etree

from cpdocs.editions.markup import text_of, under_heading


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        ("<p>One <b>two <i>three</i> four</b> five</p>", "One two three four five"),
        ("<p>One<br/>two</p>", "One two"),
        ("<p>  One\n two </p>", "One two"),
        ("<p>One<!-- not said --> two</p>", "One two"),
        ("<p><a><b>Tel</b></a>: 1</p>", "Tel: 1"),
    ],
)
def test_words_come_in_the_order_they_are_read(markup: str, words: str) -> None:
    assert text_of(etree.fromstring(markup)) == words


def test_what_follows_an_element_is_not_its_words() -> None:
    assert text_of(etree.fromstring("<p><b>One</b> two</p>")[0]) == "One"


@pytest.mark.parametrize(
    ("before", "named"), [("<h2>Facts</h2>", True), ("<h1>Facts</h1>", True), ("<p>So:</p>", False)]
)
def test_a_heading_straight_before_a_table_names_it(before: str, named: bool) -> None:
    article = etree.fromstring(f"<article>{before}<table/></article>")
    assert under_heading(article[1]) is named
