"""A web copy stands alone: it asks for nothing, runs nothing and says its language."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from lxml import html

from cpdocs.editions.render import render
from cpdocs.values import Edition, Form, Format
from tests.editions.samples import urdu_letter

Made = Callable[[str, int, Format], bytes]


@pytest.mark.parametrize("sample", ["letter", "minutes", "urdu"])
@pytest.mark.parametrize("size", [12, 20])
def test_a_page_asks_for_nothing_and_runs_nothing(made: Made, sample: str, size: int) -> None:
    page = made(sample, size, Format.HTML).decode()
    tree = html.document_fromstring(page.encode())
    assert not tree.xpath("//script | //link | //img | //iframe | //object | //comment()")
    assert not [
        name
        for node in tree.iter()
        for name in node.attrib
        if str(name).startswith(("on", "data-"))
    ]
    assert "<!--" not in page
    assert "/*" not in page
    assert not re.search(r"url\(|@import|https?:", page)
    for link in tree.iter("a"):
        assert link.get("href", "").startswith(("tel:", "mailto:", "#"))


@pytest.mark.parametrize(
    ("sample", "language", "direction"), [("letter", "en-GB", "ltr"), ("urdu", "ur", "rtl")]
)
def test_a_page_says_its_language_direction_title_and_author(
    made: Made, sample: str, language: str, direction: str
) -> None:
    page = made(sample, 12, Format.HTML)
    assert page.startswith(b"<!DOCTYPE html>\n")
    tree = html.document_fromstring(page, parser=html.HTMLParser(encoding="utf-8"))
    assert (tree.get("lang"), tree.get("dir")) == (language, direction)
    assert tree.findtext(".//title")
    assert tree.xpath("//meta[@name='viewport']/@content") == [
        "width=device-width, initial-scale=1"
    ]
    assert tree.xpath("//meta[@name='author']/@content") == ["Exampleton Borough Council"]
    assert len(list(tree.iter("main"))) == 1
    assert page.count(b'class="marking"') == 2  # at the top and at the foot


def test_the_size_of_a_form_is_the_size_of_a_page(made: Made) -> None:
    assert "font-size: 1.125rem" in made("letter", 12, Format.HTML).decode()  # 18 pixels
    assert "font-size: 1.875rem" in made("letter", 20, Format.HTML).decode()  # 30 pixels


def test_a_table_scrolls_by_keyboard_until_it_becomes_records(made: Made) -> None:
    tree = html.document_fromstring(made("minutes", 12, Format.HTML))
    for table in tree.iter("table"):
        box = table.getparent()
        assert box is not None
        assert (box.get("class"), box.get("tabindex"), box.get("role")) == ("scroll", "0", "region")
        assert box.get("aria-label") == table.findtext("caption")
    assert not html.document_fromstring(made("minutes", 20, Format.HTML)).xpath("//table")


def test_the_same_words_give_the_same_page() -> None:
    form = Form(edition=Edition.LARGE_PRINT, size=24, format=Format.HTML)
    assert render(urdu_letter(), form).content == render(urdu_letter(), form).content
