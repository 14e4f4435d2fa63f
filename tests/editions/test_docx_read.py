"""What is read back from a Word file: every place where a name could hide."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from cpdocs.editions import docx_zip
from cpdocs.editions.docx import read_back, write
from cpdocs.editions.docx_zip import packed
from cpdocs.errors import CopyError
from tests.editions import samples
from tests.editions.docx_files import DOCUMENT, STANDARD, W, added, changed, with_body, with_running

CANARY = "Zillah Quarmby"
COPY = write(with_body("<p>Words.</p>"), STANDARD)
OPC = "http://schemas.openxmlformats.org/package/2006/relationships"


def in_body(markup: str) -> bytes:
    """The copy with markup put at the start of its body."""
    return changed(
        COPY, DOCUMENT, lambda xml: xml.replace(b"<w:body>", f"<w:body>{markup}".encode())
    )


def in_part(name: str, old: str, new: str) -> bytes:
    """The copy with words of one member replaced."""
    made = changed(COPY, name, lambda xml: xml.replace(old.encode(), new.encode()))
    assert made != COPY, "the change did not take"
    return made


def part(root: str, inner: str) -> bytes:
    """A member of WordprocessingML."""
    return f'<w:{root} xmlns:w="{W}">{inner}</w:{root}>'.encode()


def picture() -> bytes:
    """A picture that says the name in its own data, packed so that no plain search finds it."""
    target, info = io.BytesIO(), PngInfo()
    info.add_text("Comment", CANARY, zip=True)
    Image.new("RGB", (2, 2)).save(target, "PNG", pnginfo=info)
    assert CANARY.encode() not in target.getvalue()
    return target.getvalue()


def run(inner: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr>{inner}</w:r>"


DRAWING = (
    '<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/'
    'wordprocessingDrawing"><wp:docPr id="1" name="x" {attribute}="Zillah Quarmby"/></wp:inline>'
    "</w:drawing></w:r></w:p>"
)
ZIPPED = packed({"inner.xml": part("x", f"<w:p><w:r><w:t>{CANARY}</w:t></w:r></w:p>")})
BIG_NAME = "word/embeddings/Zillah Quarmby.docx"

HIDDEN: dict[str, bytes] = {
    "split over runs": in_body(
        f"<w:p>{run('<w:t>Zil</w:t>')}{run('<w:t>lah Quarmby</w:t>')}</w:p>"
    ),
    "with a kept space": in_body("<w:p>" + run("<w:t>Zillah\u00a0Quarmby</w:t>") + "</w:p>"),
    "with a joiner inside": in_body(
        "<w:p>" + run("<w:t>Zil\u200dlah Quar\u00admby</w:t>") + "</w:p>"
    ),
    "hidden text": in_body(f"<w:p>{run(f'<w:t>{CANARY}</w:t>', '<w:vanish/>')}</w:p>"),
    "deleted text": in_body(
        f'<w:p><w:del w:id="1" w:author="A">{run(f"<w:delText>{CANARY}</w:delText>")}</w:del></w:p>'
    ),
    "half deleted": in_body(
        "<w:p>"
        + run("<w:t>Zillah </w:t>")
        + f"<w:del>{run('<w:delText>Quarmby</w:delText>')}</w:del></w:p>"
    ),
    "author of a change": in_body(f'<w:p><w:ins w:id="1" w:author="{CANARY}"/></w:p>'),
    "field": in_body(f"<w:p>{run(f'<w:instrText>AUTHOR {CANARY}</w:instrText>')}</w:p>"),
    "simple field": in_body(f'<w:p><w:fldSimple w:instr="AUTHOR {CANARY}"/></w:p>'),
    "bookmark": in_body(f'<w:p><w:bookmarkStart w:id="9" w:name="{CANARY}"/></w:p>'),
    "content control": in_body(f'<w:sdt><w:sdtPr><w:alias w:val="{CANARY}"/></w:sdtPr></w:sdt>'),
    "alt text": in_body(DRAWING.format(attribute="descr")),
    "picture title": in_body(DRAWING.format(attribute="title")),
    "table caption": in_body(f'<w:tbl><w:tblPr><w:tblCaption w:val="{CANARY}"/></w:tblPr></w:tbl>'),
    "comment in the markup": in_body(f"<!-- {CANARY} -->"),
    "instruction in the markup": in_body(f"<?note {CANARY}?>"),
    "after the root": in_part(DOCUMENT, "</w:document>", f"</w:document><!--{CANARY}-->"),
    "loose words": in_body(CANARY),
    "own namespace": in_body(f'<z:p xmlns:z="urn:z" z:said="{CANARY}"/>'),
    "text box": in_body(
        f"<w:p><w:r><w:txbxContent><w:p>{run(f'<w:t>{CANARY}</w:t>')}</w:p></w:txbxContent></w:r></w:p>"
    ),
    "footer": in_part("word/footer1.xml", "CP-2026-0412", CANARY),
    "title property": in_part("docProps/core.xml", "Invitation", CANARY),
    "custom property": added(
        COPY, "docProps/custom.xml", part("Properties", f"<w:v>{CANARY}</w:v>")
    ),
    "application property": added(COPY, "docProps/app.xml", part("p", f"<w:m>{CANARY}</w:m>")),
    "custom xml": added(
        COPY, "customXml/item1.xml", f"<case><name>{CANARY}</name></case>".encode()
    ),
    "comment": added(
        COPY,
        "word/comments.xml",
        part("comments", f"<w:comment><w:p>{run(f'<w:t>{CANARY}</w:t>')}</w:p></w:comment>"),
    ),
    "author of a comment": added(
        COPY, "word/comments.xml", part("comments", f'<w:comment w:author="{CANARY}"/>')
    ),
    "footnote": added(
        COPY,
        "word/footnotes.xml",
        part("footnotes", f"<w:footnote><w:p>{run(f'<w:t>{CANARY}</w:t>')}</w:p></w:footnote>"),
    ),
    "endnote": added(
        COPY, "word/endnotes.xml", part("endnotes", f"<w:p><w:t>{CANARY}</w:t></w:p>")
    ),
    "setting": in_part(
        "word/settings.xml",
        "<w:zoom",
        f'<w:docVars><w:docVar w:val="{CANARY}"/></w:docVars><w:zoom',
    ),
    "style name": in_part("word/styles.xml", "CP Note", CANARY),
    "link target": added(
        COPY,
        "word/_rels/footer1.xml.rels",
        f'<Relationships xmlns="{OPC}"><Relationship Target="mailto:{CANARY}"/>'
        "</Relationships>".encode(),
    ),
    "name of a member": added(COPY, BIG_NAME, b"<x/>"),
    "embedded zip": added(COPY, "word/embeddings/item1.docx", ZIPPED),
    "zip within a zip": added(COPY, "word/embeddings/a.zip", packed({"b.zip": ZIPPED})),
    "embedded text": added(COPY, "word/embeddings/a.txt", f"said by {CANARY}".encode()),
    "picture's own words": added(COPY, "word/media/image1.png", picture()),
    "behind a picture": added(
        COPY, "word/media/image1.png", picture() + CANARY.encode("utf-16-le")
    ),
}


def with_zip_comment() -> bytes:
    target = io.BytesIO(COPY)
    with zipfile.ZipFile(target, "a") as archive:
        archive.comment = CANARY.encode()
    return target.getvalue()


LOOSE: dict[str, Callable[[], bytes]] = {
    "zip comment": with_zip_comment,
    "before the zip": lambda: CANARY.encode() + COPY,
    "behind the zip": lambda: COPY + CANARY.encode(),
}


@pytest.mark.parametrize("place", sorted(HIDDEN))
def test_a_name_is_found_wherever_word_can_hide_it(place: str) -> None:
    assert CANARY not in " ".join(found.text for found in read_back(COPY))
    assert [found for found in read_back(HIDDEN[place]) if CANARY in found.text]


@pytest.mark.parametrize("place", sorted(LOOSE))
def test_a_name_is_found_in_bytes_that_belong_to_no_member(place: str) -> None:
    found = [found.place for found in read_back(LOOSE[place]()) if CANARY in found.text]
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
    found = {each.place for each in read_back(in_body(markup)) if "Quarmby" in each.text}
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
    assert "Page" in {found.text for found in read_back(in_body('<w:ins w:author="Page"/>'))}
    named = write(with_running(title="Strong"), STANDARD)
    assert read_back(named) == read_back(COPY)  # a report's shell prints no title
    assert "Strong" in {found.text for found in read_back(in_part(DOCUMENT, "Words.", "Strong"))}


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
