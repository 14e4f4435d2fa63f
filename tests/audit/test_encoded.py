"""Words behind an encoding that ordinary software undoes are read as well."""

from __future__ import annotations

import base64

import pytest

from cpdocs.audit.encoded import decoded
from cpdocs.editions.rendition import Found

WORDS = "Zillah Quarmby"


@pytest.mark.parametrize(
    "text",
    [
        "mailto:a@example.org?subject=Zillah%20Quarmby",
        "?who=Zillah+Quarmby%21",
        "?who=Zillah%2520Quarmby",
        "&#90;illah&nbsp;Quarmby".replace("&nbsp;", "&#32;"),
        "&amp;#x5A;illah Quarmby",
        "<p>Zil<b>lah</b> Quarmby</p>",
        "<td>Zillah</td><td>Quarmby</td>",
        r"Zillah\u0020Quarmby",
        r"\x5aillah Quarmby",
        "=5Aillah=20Quarmby",
        base64.b64encode(b"seen by Zillah Quarmby").decode(),
        base64.urlsafe_b64encode("seen by Zillah Quarmby \u2014 today".encode()).decode(),
        base64.b64encode("Zillah Quarmby".encode("utf-16-le")).decode(),
        base64.b64encode(base64.b64encode(b"Zillah Quarmby")).decode(),
        b"Zillah Quarmby".hex(),
    ],
)
def test_words_are_read_behind_their_encoding(text: str) -> None:
    assert WORDS not in text
    read = tuple(decoded([Found(place="a place", text=text)]))
    assert any(WORDS in " ".join(each.text.split()) for each in read)
    assert {each.place for each in read} == {"a place, decoded"}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The meeting is at 10.30 am; 100% of those asked came.",
        "Smith & Jones; a < b and b > c",
        "Kommunikationsschwierigkeiten",
        "minutes-initial-1-en-standard.pdf",
        "0123456789abcdef0123",
    ],
)
def test_words_that_are_not_encoded_are_read_once(text: str) -> None:
    assert list(decoded([Found(place="a place", text=text)])) == []
