"""Any file is read: every place where words can hide, and what cannot be read is told."""

from __future__ import annotations

import io
import subprocess
from collections.abc import Callable

import pikepdf
import pytest

from cpdocs.audit import braille, reading
from cpdocs.audit.kinds import Kind
from cpdocs.editions import docx, pdf_drawn, pdf_strings
from cpdocs.editions.docx_zip import packed
from cpdocs.editions.rendition import Found
from cpdocs.errors import CopyError, MissingProgram, UsageError
from cpdocs.matching import words
from tests.audit import foreign
from tests.editions import planted
from tests.editions.docx_files import STANDARD, added, with_body
from tests.editions.planted_docx import in_body, picture

NAMES = ("Zillah Quarmby", "Farthing Lane")


def places(content: bytes, said: str) -> set[str]:
    """Where a file says something."""
    wanted = said.casefold()
    found = reading.read(content).found
    return {each.place for each in found if wanted in " ".join(words(each.text))}


@pytest.mark.parametrize("said", NAMES)
@pytest.mark.parametrize("name", foreign.EPUB)
def test_a_name_is_found_wherever_an_e_book_can_hide_it(name: str, said: str) -> None:
    told = places(foreign.EPUB[name](said), said)
    assert told
    assert not any(word in place for place in told for word in said.split())


@pytest.mark.parametrize("said", NAMES)
@pytest.mark.parametrize("name", foreign.BRAILLE)
def test_a_name_is_found_in_braille_of_any_grade(name: str, said: str) -> None:
    assert places(foreign.BRAILLE[name](said), said)


def test_without_translation_contracted_braille_says_nothing() -> None:
    content = foreign.BRAILLE["contracted"]("Farthing Lane")
    assert places(content, "Farthing Lane") == {"braille page 1"}  # and not "as it stands"


def test_every_word_of_a_long_braille_file_is_read_with_its_neighbours() -> None:
    said = [f"w{chr(97 + n // 26)}{chr(97 + n % 26)}x" for n in range(400)]
    cells = foreign.braille([" ".join(said)], "en-ueb-g1.ctb")
    (long,) = foreign.braille(["".join(said)], "en-ueb-g1.ctb")  # one word of many lines
    parted = [f"{line}\u2824" for line in foreign.cut(long[:-8])]
    content = foreign.brf([[*foreign.wrapped(" ".join(cells)), "", *parted, long[-8:]]])
    found = reading.read(content).found
    told = [" ".join(words(each.text)) for each in found if each.place == "braille page 1"]
    for start in range(len(said) - 6):
        run = " ".join(said[start : start + 6])
        assert any(run in text for text in told)
    assert any(text.endswith("".join(said)[-40:]) for text in told)


def test_braille_needs_liblouis_and_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda _: None)
    with pytest.raises(MissingProgram, match="apt install liblouis-bin"):
        reading.read(foreign.BRAILLE["contracted"]("a"))


def test_braille_that_liblouis_cannot_translate_is_no_clean_file(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def short(*_: object, **__: object) -> subprocess.CompletedProcess[str]:
        return subprocess.CompletedProcess([], 0, stdout="", stderr="")

    content = foreign.BRAILLE["contracted"]("a")
    with monkeypatch.context() as patch, pytest.raises(CopyError, match="could not translate"):
        patch.setattr("subprocess.run", short)
        reading.read(content)
    monkeypatch.setattr(braille, "TABLES", ("no-such-table.ctb",))
    with pytest.raises(CopyError, match="could not translate"):
        reading.read(content)


# Attached to a PDF: what is in it, and how it lies there.
ATTACHED: dict[str, Callable[[str], bytes]] = {
    "text": str.encode,
    "text in UTF-16": lambda said: said.encode("utf-16"),
    "a Word file": lambda said: in_body(_word(), f"<w:p><w:r><w:t>{said}</w:t></w:r></w:p>"),
    "an e-book": foreign.EPUB["own metadata"],
    "a page": lambda said: f"<html><p title='{said}'>x".encode(),
    "a PDF within a PDF": lambda said: attached(_pdf(), said.encode()),
    "braille": foreign.BRAILLE["contracted"],
}


def _word() -> bytes:
    return docx.write(with_body("<p>Words.</p>"), STANDARD)


def _pdf() -> bytes:
    out = io.BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(out)
    return out.getvalue()


def attached(content: bytes, file: bytes) -> bytes:
    """A PDF with a file attached to it."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(content)) as pdf:
        pdf.attachments["a.bin"] = file
        pdf.save(out)
    return out.getvalue()


@pytest.mark.parametrize("name", ATTACHED)
def test_a_file_attached_to_a_pdf_is_read_as_what_it_is(name: str) -> None:
    said = "Farthing Lane"
    content = attached(_pdf(), ATTACHED[name](said))
    assert any("attachment" in place for place in places(content, said))


def _with_image(pdf: pikepdf.Pdf) -> None:
    image = pdf.make_stream(b"\0", Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image)
    pdf.pages[0].Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(I=image))


def _with_inline_image(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].contents_add(b"BI /W 1 /H 1 /BPC 8 /CS /G ID x EI")


def _with_thumbnail(pdf: pikepdf.Pdf) -> None:
    image = pdf.make_stream(b"\0", Subtype=pikepdf.Name.Image)
    pdf.pages[0].Thumb = pdf.make_indirect(image)


def _with_loose_image(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Seen = pdf.make_indirect(pdf.make_stream(b"\0", Subtype=pikepdf.Name.Image))


def _with_numbered_font(pdf: pikepdf.Pdf) -> None:
    font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type0)
    pdf.Root.Seen = pdf.make_indirect(font)


def _changed(change: Callable[[pikepdf.Pdf], None]) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(_pdf())) as pdf:
        change(pdf)
        pdf.save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    "content, told",
    [
        (_pdf(), set()),
        (_changed(_with_image), {"page 1"}),
        (_changed(_with_inline_image), {"page 1"}),
        (_changed(_with_thumbnail), {"page 1"}),
        (_changed(_with_loose_image), {"file"}),
        (_changed(_with_numbered_font), {"fonts"}),
        (attached(_pdf(), b"\xff\x00\x9f"), {"attachment 1"}),
        (_pdf() + packed({"a.txt": b"a"}), {"zip behind the PDF"}),
        (_word(), set()),
        (added(_word(), "word/media/chart1.png", picture("a name")), {"word/media/chart1.png"}),
        (b"<html><p>a</p>", set()),
        (b"<html><p><img src='a.png'><video src='b'></video>", {"img 1", "video 2"}),
        (b"<html><p style='background: url(data:image/png;base64,AAAA)'>", {"style"}),
        (foreign.epub(), set()),
        (foreign.epub(OEBPS__a_png=foreign.PNG, OEBPS__b_mp3=b"ID3\xff"), {"member 3", "member 5"}),
    ],
)
def test_what_no_search_of_words_can_read_is_told(content: bytes, told: set[str]) -> None:
    assert reading.read(content).unread == told


def _locked_pdf() -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(_pdf())) as pdf:
        pdf.save(out, encryption=pikepdf.Encryption(owner="a", user="b"))
    return out.getvalue()


_LOCK = '<encryption><EncryptionMethod Algorithm="http://www.w3.org/2001/04/xmlenc#aes128-cbc"/></encryption>'
_FONT_LOCK = _LOCK.replace(
    "http://www.w3.org/2001/04/xmlenc#aes128-cbc", "http://www.idpf.org/2008/embedding"
)


@pytest.mark.parametrize(
    "content, says",
    [
        (_locked_pdf(), "locked with a password"),
        (b"%PDF-1.7 and nothing more", "The PDF file is damaged"),
        (_word()[:-300] + packed({"word/a.xml": b"<open>"}), "not well-formed"),
        (foreign.epub(**{"META-INF__encryption_xml": _LOCK}), "e-book is locked"),
        (foreign.pef([["\u2813"]])[:-9], "not well-formed"),
    ],
)
def test_a_file_that_cannot_be_searched_is_refused_with_what_to_do(
    content: bytes, says: str
) -> None:
    with pytest.raises(CopyError, match=says):
        reading.read(content)


def test_a_book_whose_fonts_alone_are_scrambled_is_read() -> None:
    content = foreign.epub(
        **{"META-INF__encryption_xml": _FONT_LOCK, "OEBPS__a_xhtml": "<p>Farthing Lane</p>"}
    )
    assert places(content, "Farthing Lane")


def test_a_pdf_that_may_be_read_and_not_changed_is_searched() -> None:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(planted.in_pdf(_pdf(), "info", "Farthing Lane"))) as pdf:
        pdf.save(out, encryption=pikepdf.Encryption(owner="a", user=""))
    assert places(out.getvalue(), "Farthing Lane")


def test_an_unknown_kind_is_told_with_the_kinds_that_can_be_read() -> None:
    with pytest.raises(UsageError, match=", ".join(Kind)):
        reading.read(b"\xd0\xcf\x11\xe0 an old Word file")


@pytest.mark.parametrize("name", ["appearance of a comment", "drawing on no page"])
def test_glyphs_off_the_pages_are_read_by_the_letters_of_their_font_alone(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = planted.in_pdf(_with_resources(), name, "Farthing Lane")
    assert "drawing" in places(content, "Farthing Lane")
    monkeypatch.setattr(pdf_drawn.Fonts, "words", lambda *_: iter(()))
    assert "drawing" not in places(content, "Farthing Lane")


def _with_resources() -> bytes:
    def change(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].Resources = pikepdf.Dictionary()

    return _changed(change)


@pytest.mark.parametrize(
    "data, letters",
    [
        (b"beginbfchar <01> <0041> <0002> <00420043> endbfchar", {1: "A", 2: "BC"}),
        (b"beginbfrange <01> <03> <0041> endbfrange", {1: "A", 2: "B", 3: "C"}),
        (b"beginbfrange <01> <02> [<0041> <005A>] endbfrange", {1: "A", 2: "Z"}),
        (b"beginbfrange <00> <FFFFFFFF> <> endbfrange", {}),
    ],
)
def test_the_letters_of_a_font_are_those_of_its_map(data: bytes, letters: dict[int, str]) -> None:
    assert pdf_drawn.letters_of(data) == letters


def test_many_revisions_are_each_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    content = _pdf()
    for number in range(12):
        content = planted.unreferenced(content, f"Farthing Lane {number}")
    read: list[int] = []
    honest = pdf_strings._strings_of

    def counting(given: bytes) -> set[Found]:
        read.append(len(given))
        return honest(given)

    monkeypatch.setattr(pdf_strings, "_strings_of", counting)
    assert places(content, "Farthing Lane 3")
    assert len(read) == 13
