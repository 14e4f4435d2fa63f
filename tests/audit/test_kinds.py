"""A file is what it holds, whatever it is called."""

from __future__ import annotations

import pytest

from cpdocs.audit.kinds import Kind, kind_of
from cpdocs.editions.docx_zip import packed
from tests.audit.foreign import brf, epub, pef

CELLS = [["\u2813\u2811\u2807\u2807\u2815"]]


@pytest.mark.parametrize(
    "content, kind",
    [
        (b"%PDF-1.7\n%%EOF", Kind.PDF),
        (b"\n\nrubbish before it\n%PDF-1.4\n", Kind.PDF),
        (packed({"word/document.xml": b"<a/>"}), Kind.DOCX),
        (epub(), Kind.EPUB),
        (b"<!DOCTYPE html><p>a", Kind.HTML),
        (b"\xef\xbb\xbf  <html>", Kind.HTML),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", Kind.HTML),
        (b"<!-- saved --><p>a</p>", Kind.HTML),
        ("\ufeff<html><p>a".encode("utf-16-le"), Kind.HTML),
        (brf(CELLS), Kind.BRF),
        (brf(CELLS).upper(), Kind.BRF),
        ("\u2813\u2811\n".encode(), Kind.BRF),
        (pef(CELLS), Kind.PEF),
    ],
)
def test_a_file_is_known_by_what_it_holds(content: bytes, kind: Kind) -> None:
    assert kind_of(content) is kind


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"   \n",
        b"\x89PNG\r\n\x1a\n",
        packed({"content.xml": b"<office/>"}),
        b"<?xml version='1.0'?><case/>",
        b"A line of print, longer than any paper of an embosser, and so no braille.",
        "Une ligne d\u2019\u00e9crits".encode(),
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        b"PK\x03\x04 and no more",
    ],
)
def test_what_cannot_be_read_back_has_no_kind(content: bytes) -> None:
    assert kind_of(content) is None
