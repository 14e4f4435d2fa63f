"""Whatever hides in a finished file is read back, with the place where it stands."""

from __future__ import annotations

import io
from collections.abc import Callable
from importlib import import_module
from typing import Any

import pikepdf
import pytest

from cpdocs.editions.pdf_drawn import letters_of
from cpdocs.editions.render import read_back
from cpdocs.matching import words
from cpdocs.values import Format
from tests.editions import planted

Made = Callable[[str, int, Format], bytes]
_CANARY = "Wrenfield Lodge"


@pytest.mark.parametrize("name", planted.PDF)
def test_a_canary_in_a_pdf_is_found(made: Made, name: str) -> None:
    place = planted.PDF[name][1]
    clean = made("letter", 12, Format.PDF)
    assert not [found for found in read_back(clean, Format.PDF) if _CANARY in found.text]
    content = planted.in_pdf(clean, name, _CANARY)
    places = {found.place for found in read_back(content, Format.PDF) if _CANARY in found.text}
    assert any(place in found for found in places), places


@pytest.mark.parametrize("kind", [Format.PDF, Format.HTML])
def test_a_place_never_holds_the_words_that_were_found(made: Made, kind: Format) -> None:
    clean = made("letter", 12, kind)
    names = planted.PDF if kind is Format.PDF else planted.HTML
    plant = planted.in_pdf if kind is Format.PDF else planted.in_page
    for name in names:
        for canary in (_CANARY, "Wrenfield"):
            found = read_back(plant(clean, name, canary), kind)
            assert not [each for each in found if "renfield" in each.place.casefold()], name


@pytest.mark.parametrize("markup", ["<wrenfield>x</wrenfield>", "<p data-wrenfield='1'>x</p>"])
def test_a_name_made_up_in_a_page_is_found_and_not_printed(made: Made, markup: str) -> None:
    page = made("letter", 12, Format.HTML).replace(b"</body>", markup.encode() + b"</body>")
    found = read_back(page, Format.HTML)
    assert "wrenfield" in " ".join(each.text for each in found)
    assert "wrenfield" not in " ".join(each.place for each in found)


@pytest.mark.parametrize("name", planted.LOOSE)
def test_a_canary_left_lying_in_a_pdf_is_told_by_how_it_lies_there(made: Made, name: str) -> None:
    content = planted.LOOSE[name](made("letter", 12, Format.PDF), _CANARY)
    found = read_back(content, Format.PDF)
    kind = name.removesuffix(" drawing").removesuffix(" object")
    assert any(item.place.startswith(kind) and _CANARY in item.text for item in found)


def test_a_copy_of_ours_has_one_revision_and_nothing_loose(made: Made) -> None:
    for sample, size in (("letter", 12), ("minutes", 20), ("urdu", 28)):
        places = {found.place for found in read_back(made(sample, size, Format.PDF), Format.PDF)}
        assert not {
            place for place in places if place.startswith(("earlier", "unreferenced", "bytes out"))
        }


def left_over(content: bytes) -> set[str]:
    """Letters that a font of a PDF has and no word of it uses: a removed name leaves such."""
    found = read_back(content, Format.PDF)
    in_fonts = {sign for f in found if f.place.endswith("letters of a font") for sign in f.text}
    said = (f.text for f in found if f.place.startswith("page ") or "read aloud" in f.place)
    seen = {sign for text in said for sign in text}
    return {sign for sign in in_fonts - seen if not sign.isspace()}


@pytest.mark.parametrize(("sample", "size"), [("letter", 12), ("minutes", 20), ("urdu", 12)])
def test_no_font_of_a_copy_has_a_letter_that_its_words_do_not_use(
    made: Made, sample: str, size: int
) -> None:
    assert left_over(made(sample, size, Format.PDF)) == set()


def unnamed_glyphs(content: bytes) -> set[int]:
    """Glyphs drawn in the fonts of a PDF that no font's map gives a letter, so that no search of
    words could tell of them."""
    fonts_in: Any = import_module("fontTools.ttLib")
    left: set[int] = set()
    with pikepdf.open(io.BytesIO(content)) as pdf:
        fonts = [o for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and "/ToUnicode" in o]
        for font in fonts:
            described = font.DescendantFonts[0].FontDescriptor
            file = fonts_in.TTFont(io.BytesIO(described.FontFile2.read_bytes()))
            order, glyphs = file.getGlyphOrder(), file["glyf"]
            drawn = {n for n, name in enumerate(order) if glyphs[name].numberOfContours}
            parts = {
                file.getGlyphID(part.glyphName)
                for n in drawn
                if glyphs[order[n]].isComposite()
                for part in glyphs[order[n]].components
            }
            left |= drawn - parts - letters_of(font.ToUnicode.read_bytes()).keys()
    return left - {0}  # the box that stands for a letter that a font lacks


@pytest.mark.parametrize(("sample", "size"), [("letter", 12), ("minutes", 20)])
def test_every_glyph_of_a_copy_s_fonts_has_its_letter_in_their_map(
    made: Made, sample: str, size: int
) -> None:
    assert unnamed_glyphs(made(sample, size, Format.PDF)) == set()


def test_a_glyph_without_its_letter_would_be_told(made: Made) -> None:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(made("letter", 12, Format.PDF))) as pdf:
        fonts = [o for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and "/ToUnicode" in o]
        fonts[0].ToUnicode.write(b"begincmap endcmap")
        pdf.save(out)
    assert len(unnamed_glyphs(out.getvalue())) > 10


def test_a_letter_left_over_in_a_font_would_be_told(made: Made) -> None:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(made("letter", 12, Format.PDF))) as pdf:
        fonts = [o for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and "/ToUnicode" in o]
        letters = fonts[0].ToUnicode
        more = b"\n1 beginbfchar <2329> <0416> endbfchar\nendcmap"
        letters.write(letters.read_bytes().replace(b"endcmap", more, 1))
        pdf.save(out)
    assert left_over(out.getvalue()) == {"\u0416"}


def test_the_words_of_a_copy_are_read_back(made: Made) -> None:
    texts = "\n".join(found.text for found in read_back(made("letter", 12, Format.PDF), Format.PDF))
    for said in ("Why we are meeting", "Jo Hartley", "01632 960145", "gwahoddiad i gynhadledd"):
        assert said in " ".join(texts.split())


def test_urdu_words_are_read_back_letter_for_letter(made: Made) -> None:
    texts = {found.text for found in read_back(made("urdu", 12, Format.PDF), Format.PDF)}
    assert any("کسی کو اپنے ساتھ لائیں۔" in text for text in texts)


@pytest.mark.parametrize("size", [12, 28])
def test_a_paragraph_of_right_to_left_words_is_read_back_whole(made: Made, size: int) -> None:
    found = read_back(made("urdu", size, Format.PDF), Format.PDF)
    whole = {" ".join(each.text.split()) for each in found if each.place == "paragraph read aloud"}
    said = "Mina کے بارے میں ایک میٹنگ کر رہے ہیں۔ ہم چاہتے ہیں کہ آپ آئیں۔ آپ کی رائے اہم ہے۔"
    assert any(said in text for text in whole)
    lines = {each.text for each in found} - whole
    assert not any(said in " ".join(text.split()) for text in lines)  # else this shows nothing


@pytest.mark.parametrize("name", planted.HTML)
def test_a_canary_in_a_page_is_found(made: Made, name: str) -> None:
    page = made("letter", 12, Format.HTML)
    assert not [found for found in read_back(page, Format.HTML) if _CANARY in found.text]
    for end in ("</body>", "</html>"):
        content = planted.in_page(page, name, _CANARY, end)
        places = {found.place for found in read_back(content, Format.HTML) if _CANARY in found.text}
        assert planted.HTML[name][1] in places


_STANDARD = ["Pattern", "Page", "Link", "Count", "Title", "Span", "Li", "Art", "Meta", "Window"]


@pytest.mark.parametrize("kind", [Format.PDF, Format.HTML])
@pytest.mark.parametrize("word", _STANDARD)
def test_names_of_the_format_itself_are_not_taken_for_words(
    made: Made, kind: Format, word: str
) -> None:
    found = read_back(made("letter", 12, kind), kind)
    told = [f.place for f in found if word.casefold() in words(f.text)]
    if word == "Page":  # the letter numbers its pages
        told = [place for place in told if place not in {"page 1 text", "page 2 text"}]
    assert not [place for place in told if "read aloud" not in place]


@pytest.mark.parametrize("word", _STANDARD)
def test_somebody_who_is_called_like_the_format_is_still_found(made: Made, word: str) -> None:
    for name, kind in (("bookmark", Format.PDF), ("xmp", Format.PDF), ("own property", Format.PDF)):
        content = planted.in_pdf(made("letter", 12, kind), name, word)
        assert word in " ".join(f.text for f in read_back(content, kind))
    for name in sorted({*planted.HTML} - {"class"}):
        content = planted.in_page(made("letter", 12, Format.HTML), name, word)
        told = " ".join(f.text for f in read_back(content, Format.HTML))
        assert word in told, name


def test_a_name_of_the_format_in_another_place_than_its_own_is_read_back(made: Made) -> None:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(made("letter", 12, Format.PDF))) as pdf:
        pdf.Root.Pattern = pikepdf.Dictionary(Quarmby=1, Type=pikepdf.Name.Link)
        pdf.save(out)
    found = {(f.place, f.text) for f in read_back(out.getvalue(), Format.PDF)}
    assert ("key", "Quarmby") in found and ("name Type", "Link") in found
