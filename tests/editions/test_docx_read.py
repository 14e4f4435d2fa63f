"""What is read back from a Word file: every place where a name could hide."""

from __future__ import annotations

import io
import zipfile

import pytest

from cpdocs.editions import docx_zip
from cpdocs.editions.docx import read_back, write
from cpdocs.editions.docx_zip import packed
from cpdocs.errors import CopyError
from tests.editions import samples
from tests.editions.docx_files import DOCUMENT, STANDARD, added, with_body, with_running
from tests.editions.planted_docx import LOOSE, hidden, in_body, in_part

CANARY = "Zillah Quarmby"
COPY = write(with_body("<p>Words.</p>"), STANDARD)


HIDDEN = hidden(COPY, CANARY)


@pytest.mark.parametrize("place", sorted(HIDDEN))
def test_a_name_is_found_wherever_word_can_hide_it(place: str) -> None:
    assert CANARY not in " ".join(found.text for found in read_back(COPY))
    assert [found for found in read_back(HIDDEN[place]) if CANARY in found.text]


@pytest.mark.parametrize("place", sorted(LOOSE))
def test_a_name_is_found_in_bytes_that_belong_to_no_member(place: str) -> None:
    found = [found.place for found in read_back(LOOSE[place](COPY, CANARY)) if CANARY in found.text]
    assert set(found) == {"between members"}


@pytest.mark.parametrize(
    "markup",
    [
        '<w:p xmlns:z="http://www.w3.org/Quarmby"/>',
        '<w:p xmlns:Quarmby="urn:z"/>',
        '<z:Quarmby xmlns:z="urn:z"/>',
        '<w:p xmlns:z="urn:z" z:Quarmby="1"/>',
        "<w:p><Quarmby/></w:p>",
    ],
)
def test_a_name_is_found_in_the_names_of_the_markup_itself(markup: str) -> None:
    found = {each.place for each in read_back(in_body(COPY, markup)) if "Quarmby" in each.text}
    assert found == {"word/document.xml names in the markup"}


@pytest.mark.parametrize(
    "place, named",
    [
        ("hidden text", "word/document.xml hidden text"),
        ("deleted text", "word/document.xml deleted text"),
        ("half deleted", "word/document.xml text as it stands"),
        ("alt text", "word/document.xml docPr@descr"),
        ("link target", "word/_rels/footer1.xml.rels Relationship@Target"),
        ("comment", "word/comments.xml text"),
    ],
)
def test_a_find_names_its_member_and_kind(place: str, named: str) -> None:
    assert named in {found.place for found in read_back(HIDDEN[place]) if CANARY in found.text}


@pytest.mark.parametrize("place", sorted(HIDDEN))
def test_a_place_never_holds_the_words_that_were_found(place: str) -> None:
    assert not [found for found in read_back(HIDDEN[place]) if "Quarmby" in found.place]


def test_a_member_dropped_from_the_directory_is_still_found() -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("old.xml", f"<x>{CANARY}</x>")
        archive.writestr("new.xml", "<x/>")
        del archive.filelist[0]
    assert [found for found in read_back(target.getvalue()) if CANARY in found.text]


def test_everything_that_a_reader_sees_is_read_back() -> None:
    composed = samples.urdu_letter()
    texts = [found.text for found in read_back(write(composed, STANDARD))]
    for words in (
        composed.title,
        composed.running.marking,
        "01632 960145",
        "23 November 2026",
        "ZZ99 3WZ",
    ):
        assert any(words in text for text in texts)


@pytest.mark.parametrize("word", ["Page", "Strong", "Normal", "Hyperlink", "CP Note", "notBeside"])
def test_the_markup_of_the_house_is_not_taken_for_words(word: str) -> None:
    for composed in (with_body("<p>Text.</p>"), samples.letter_with()):
        texts = {found.text for found in read_back(write(composed, STANDARD))}
        assert word not in texts and word.upper() not in texts


def test_somebody_who_is_called_like_the_markup_is_still_found() -> None:
    assert "Page" in {found.text for found in read_back(in_body(COPY, '<w:ins w:author="Page"/>'))}
    named = write(with_running(title="Strong"), STANDARD)
    assert read_back(named) == read_back(COPY)  # a report's shell prints no title
    assert "Strong" in {
        found.text for found in read_back(in_part(COPY, DOCUMENT, "Words.", "Strong"))
    }


@pytest.mark.parametrize(
    "content, says",
    [
        (b"not a zip at all", "damaged"),
        (COPY[: len(COPY) // 2], "damaged"),
        (added(COPY, "word/embeddings/a.bin", b"\xd0\xcf\x11\xe0\xff\xfe"), "cannot be searched"),
        (added(COPY, "word/media/a.png", b"\x89PNG nothing"), "cannot be read"),
        (added(COPY, "customXml/item1.xml", b"<open>"), "not well-formed"),
        (
            added(COPY, "customXml/item1.xml", b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'),
            "document type",
        ),
    ],
)
def test_what_cannot_be_searched_is_refused(content: bytes, says: str) -> None:
    with pytest.raises(CopyError, match=says):
        read_back(content)


def test_a_zip_that_unpacks_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cpdocs.editions.docx_read.MAX_BYTES", 500_000)
    with pytest.raises(CopyError, match=r"customXml/item1\.xml: the Word file unpacks to more"):
        read_back(added(COPY, "customXml/item1.xml", b"<a>" + b" " * 600_000 + b"</a>"))
    shared = packed({f"{n}.xml": b"<a>" + b" " * 90_000 + b"</a>" for n in range(3)})
    with pytest.raises(
        CopyError, match="unpacks to more"
    ):  # the budget is one, zips within zips too
        read_back(packed({"a.zip": shared, "b.zip": shared}))


def test_a_zip_with_too_many_members_or_layers_is_refused() -> None:
    many = packed({f"{number}.xml": b"<a/>" for number in range(docx_zip.MAX_MEMBERS + 1)})
    with pytest.raises(CopyError, match="more than 2000 members"):
        read_back(many)
    deep = COPY
    for _ in range(5):
        deep = packed({"a.zip": deep})
    with pytest.raises(CopyError, match="too deep"):
        read_back(deep)


def test_a_locked_member_is_refused() -> None:
    locked = bytearray(packed({"a.xml": b"<a/>"}))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        locked[locked.find(signature) + offset] |= 1
    with pytest.raises(CopyError, match="locked"):
        read_back(bytes(locked))


def test_a_zip_depends_on_nothing_but_its_members() -> None:
    first = packed({"b": b"2", "[Content_Types].xml": b"1", "a": b"3"})
    assert first == packed({"a": b"3", "b": b"2", "[Content_Types].xml": b"1"})
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert archive.namelist() == ["[Content_Types].xml", "a", "b"]
        assert {info.date_time for info in archive.infolist()} == {docx_zip.EPOCH}
