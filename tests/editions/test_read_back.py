"""Whatever hides in a finished file is read back, with the place where it stands."""

from __future__ import annotations

import io
from collections.abc import Callable

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from cpdocs.editions.render import read_back
from cpdocs.values import Format

Made = Callable[[str, int, Format], bytes]
_CANARY = "Wrenfield Lodge"


def _info(pdf: pikepdf.Pdf) -> None:
    pdf.docinfo["/Keywords"] = String(_CANARY)


def _custom_info(pdf: pikepdf.Pdf) -> None:
    pdf.docinfo["/CaseWorker"] = String(_CANARY)


def _xmp(pdf: pikepdf.Pdf) -> None:
    with pdf.open_metadata(set_pikepdf_as_editor=False) as metadata:
        metadata["dc:description"] = _CANARY


def _outline(pdf: pikepdf.Pdf) -> None:
    with pdf.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem(_CANARY, 0))


def _structure(key: str) -> Callable[[pikepdf.Pdf], None]:
    def plant(pdf: pikepdf.Pdf) -> None:
        pdf.Root.StructTreeRoot.K[0][key] = String(_CANARY)

    return plant


def _annotation(key: str) -> Callable[[pikepdf.Pdf], None]:
    def plant(pdf: pikepdf.Pdf) -> None:
        note = Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=Array([0, 0, 9, 9]), F=2)
        note[key] = String(_CANARY)
        pdf.pages[0].Annots = pdf.make_indirect(Array([pdf.make_indirect(note)]))

    return plant


def _link(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].Annots[0].A.URI = String(f"https://example.org/{_CANARY}")


def _attachment(pdf: pikepdf.Pdf) -> None:
    pdf.attachments["notes.txt"] = _CANARY.encode()


def _attachment_name(pdf: pikepdf.Pdf) -> None:
    pdf.attachments[f"{_CANARY}.txt"] = b"nothing"


def _script(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String(f"app.alert('{_CANARY}')"))


def _field(pdf: pikepdf.Pdf) -> None:
    field = Dictionary(FT=Name.Tx, T=String("a"), V=String(_CANARY))
    pdf.Root.AcroForm = Dictionary(Fields=Array([pdf.make_indirect(field)]))


def _destination(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Names = Dictionary(Dests=Dictionary(Names=Array([String(_CANARY), Array([0])])))


def _page_label(pdf: pikepdf.Pdf) -> None:
    pdf.Root.PageLabels = Dictionary(Nums=Array([0, Dictionary(P=String(_CANARY))]))


def _unreferenced(pdf: pikepdf.Pdf) -> None:
    pdf.make_indirect(Dictionary(Left=String(_CANARY)))


def _unreferenced_drawing(pdf: pikepdf.Pdf) -> None:
    pdf.make_stream(f"BT /F1 12 Tf ({_CANARY}) Tj ET".encode())


def _text(before: str, after: str = "") -> Callable[[pikepdf.Pdf], None]:
    def plant(pdf: pikepdf.Pdf) -> None:
        page = pdf.pages[0]
        page.Resources.Font["/Plain"] = Dictionary(
            Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica
        )
        drawn = f"q BT /Plain 12 Tf {before} ({_CANARY}) Tj ET {after} Q"
        page.contents_add(drawn.encode(), prepend=False)

    return plant


def _layer(pdf: pikepdf.Pdf) -> None:
    group = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String(_CANARY)))
    pdf.Root.OCProperties = Dictionary(OCGs=Array([group]), D=Dictionary(OFF=Array([group])))


def _layer_text(pdf: pikepdf.Pdf) -> None:
    group = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("hidden")))
    pdf.Root.OCProperties = Dictionary(OCGs=Array([group]), D=Dictionary(OFF=Array([group])))
    pdf.pages[0].Resources.Properties = Dictionary(Off=group)
    _text("/OC /Off BDC 50 50 Td", "EMC")(pdf)


def _read_aloud(pdf: pikepdf.Pdf) -> None:
    digits = _CANARY.encode("utf-16-be").hex()
    pdf.pages[0].contents_add(
        f"/Span <</ActualText <FEFF{digits}>>> BDC EMC".encode(), prepend=False
    )


_PLANTS: dict[str, tuple[Callable[[pikepdf.Pdf], None], str]] = {
    "info": (_info, "keywords"),
    "own property": (_custom_info, "CaseWorker"),
    "xmp": (_xmp, "XMP properties"),
    "bookmark": (_outline, "title"),
    "alt": (_structure("/Alt"), "alternative text"),
    "actual text": (_structure("/ActualText"), "text read aloud"),
    "abbreviation": (_structure("/E"), "words for an abbreviation"),
    "tag title": (_structure("/T"), "title of a comment, field or passage"),
    "comment": (_annotation("/Contents"), "words of a link or comment"),
    "comment's author": (_annotation("/T"), "title of a comment, field or passage"),
    "link": (_link, "link target"),
    "attachment": (_attachment, "attachment"),
    "attachment's name": (_attachment_name, "file name"),
    "script": (_script, "script"),
    "field": (_field, "value of a field"),
    "destination": (_destination, "Names"),
    "page label": (_page_label, "page label"),
    "unreferenced object": (_unreferenced, "unreferenced object, Left"),
    "unreferenced drawing": (_unreferenced_drawing, "unreferenced object, drawing"),
    "white text": (_text("1 1 1 rg 50 50 Td"), "page 1 text"),
    "invisible text": (_text("3 Tr 50 50 Td"), "page 1 text"),
    "off-page text": (_text("-900 -900 Td"), "drawing"),
    "covered text": (_text("50 50 Td", "1 1 1 rg 0 0 600 800 re f"), "page 1 text"),
    "layer": (_layer, "Name"),
    "text in a hidden layer": (_layer_text, "page 1 text"),
    "words read aloud": (_read_aloud, "drawing"),
}


@pytest.mark.parametrize("name", _PLANTS)
def test_a_canary_in_a_pdf_is_found(made: Made, name: str) -> None:
    plant, place = _PLANTS[name]
    clean = made("letter", 12, Format.PDF)
    assert not [found for found in read_back(clean, Format.PDF) if _CANARY in found.text]
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(clean)) as pdf:
        plant(pdf)
        pdf.save(out, preserve_pdfa=False)
    content = out.getvalue()
    if name.startswith(
        "unreferenced"
    ):  # a tidy writer drops what nothing points at: write it by hand
        content = _appended(clean, plant)
    places = {found.place for found in read_back(content, Format.PDF) if _CANARY in found.text}
    assert any(place in found for found in places) or place == "Name", places
    assert places


def _appended(content: bytes, plant: Callable[[pikepdf.Pdf], None]) -> bytes:
    """A file with an object that nothing points at, as a careless tool would leave it."""
    body = (
        f"<</Left ({_CANARY})>>"
        if plant is _unreferenced
        else "<</Length 44>>\nstream\n"
        + f"BT /F1 12 Tf ({_CANARY}) Tj ET".ljust(44)
        + "\nendstream"
    )
    with pikepdf.open(io.BytesIO(content)) as pdf:
        root, size = pdf.Root.objgen[0], int(pdf.trailer.Size)
    start = content.rindex(b"startxref")
    previous = int(content[start:].split()[1])
    added = content + f"\n{size} 0 obj\n{body}\nendobj\n".encode()
    place = len(content) + 1
    table = len(added)
    added += (
        f"xref\n{size} 1\n{place:010d} 00000 n \ntrailer\n<</Size {size + 1} /Root {root} 0 R "
        f"/Prev {previous}>>\nstartxref\n{table}\n%%EOF\n"
    ).encode()
    return added


def test_an_earlier_revision_is_told_and_read(made: Made) -> None:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(made("letter", 12, Format.PDF))) as pdf:
        pdf.docinfo["/Keywords"] = String(_CANARY)
        number = pdf.docinfo.objgen[0]
        pdf.save(out, static_id=True, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    first = out.getvalue()
    with pikepdf.open(io.BytesIO(first)) as pdf:
        number, size, root = pdf.docinfo.objgen[0], int(pdf.trailer.Size), pdf.Root.objgen[0]
    previous = int(first[first.rindex(b"startxref") :].split()[1])
    place = len(first)
    second = first + f"{number} 0 obj\n<</Title (A letter)>>\nendobj\n".encode()
    second += (
        f"xref\n{number} 1\n{place:010d} 00000 n \ntrailer\n<</Size {size} /Root {root} 0 R "
        f"/Info {number} 0 R /Prev {previous}>>\nstartxref\n{len(second)}\n%%EOF\n"
    ).encode()
    with pikepdf.open(io.BytesIO(second)) as pdf:
        assert "/Keywords" not in pdf.docinfo  # gone, as any viewer shows it
    found = read_back(second, Format.PDF)
    assert any(item.place.startswith("earlier revision") and _CANARY in item.text for item in found)


def test_a_copy_of_ours_has_one_revision_and_nothing_loose(made: Made) -> None:
    for sample, size in (("letter", 12), ("minutes", 20), ("urdu", 28)):
        places = {found.place for found in read_back(made(sample, size, Format.PDF), Format.PDF)}
        assert not {
            place for place in places if place.startswith(("earlier", "unreferenced", "bytes out"))
        }


def test_the_words_of_a_copy_are_read_back(made: Made) -> None:
    texts = "\n".join(found.text for found in read_back(made("letter", 12, Format.PDF), Format.PDF))
    for words in ("Why we are meeting", "Jo Hartley", "01632 960145", "gwahoddiad i gynhadledd"):
        assert words in " ".join(texts.split())


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


@pytest.mark.parametrize(
    ("planted", "place"),
    [
        (f"<!-- {_CANARY} -->", "comment"),
        (f'<p data-note="{_CANARY}">x</p>', "attribute data-note of p"),
        (f'<p title="{_CANARY}">x</p>', "attribute title of p"),
        (f'<img alt="{_CANARY}" src="a.png">', "attribute alt of img"),
        (f"<p hidden>{_CANARY}</p>", "p text"),
        (f'<p style="display:none">{_CANARY}</p>', "p text"),
        (f"<script>var a = '{_CANARY}'</script>", "script text"),
        (f"<style>p::after {{ content: '{_CANARY}' }}</style>", "words in a style"),
        (f"<style>/* {_CANARY} */</style>", "words in a style"),
        (f'<a href="https://example.org/{_CANARY}">x</a>', "attribute href of a"),
        (f"<template><p>{_CANARY}</p></template>", "p text"),
        ("<p>Wren<b>field</b> Lodge</p>", "p text"),
        (f"<br>{_CANARY}", "text after an element"),
    ],
)
def test_a_canary_in_a_page_is_found(made: Made, planted: str, place: str) -> None:
    page = made("letter", 12, Format.HTML).decode()
    assert not [found for found in read_back(page.encode(), Format.HTML) if _CANARY in found.text]
    for end in ("</body>", "</html>"):
        content = page.replace(end, planted + end).encode()
        places = {found.place for found in read_back(content, Format.HTML) if _CANARY in found.text}
        assert place in places
