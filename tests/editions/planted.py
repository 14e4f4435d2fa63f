"""Leaks to plant in finished files, each named for what is wrong with it."""

from __future__ import annotations

import io
from collections.abc import Callable

import pikepdf
from pikepdf import Array, Dictionary, Name, String

Plant = Callable[[pikepdf.Pdf, str], None]


def _info(pdf: pikepdf.Pdf, words: str) -> None:
    pdf.docinfo["/Keywords"] = String(words)


def _custom_info(pdf: pikepdf.Pdf, words: str) -> None:
    pdf.docinfo["/CaseWorker"] = String(words)


def _xmp(pdf: pikepdf.Pdf, words: str) -> None:
    with pdf.open_metadata(set_pikepdf_as_editor=False) as metadata:
        metadata["dc:description"] = words


def _outline(pdf: pikepdf.Pdf, words: str) -> None:
    with pdf.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem(words, 0))


def _structure(key: str) -> Plant:
    def plant(pdf: pikepdf.Pdf, words: str) -> None:
        pdf.Root.StructTreeRoot.K[0][key] = String(words)

    return plant


def _annotation(key: str) -> Plant:
    def plant(pdf: pikepdf.Pdf, words: str) -> None:
        note = Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=Array([0, 0, 9, 9]), F=2)
        note[key] = String(words)
        pdf.pages[0].Annots = pdf.make_indirect(Array([pdf.make_indirect(note)]))

    return plant


def _link(pdf: pikepdf.Pdf, words: str) -> None:
    pdf.pages[0].Annots[0].A.URI = String(f"https://example.org/{words}")


def _attachment(pdf: pikepdf.Pdf, words: str) -> None:
    pdf.attachments["notes.txt"] = words.encode()


def _attachment_name(pdf: pikepdf.Pdf, words: str) -> None:
    pdf.attachments[f"{words}.txt"] = b"nothing"


def _script(pdf: pikepdf.Pdf, words: str) -> None:
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String(f"app.alert('{words}')"))


def _field(pdf: pikepdf.Pdf, words: str) -> None:
    field = Dictionary(FT=Name.Tx, T=String("a"), V=String(words))
    pdf.Root.AcroForm = Dictionary(Fields=Array([pdf.make_indirect(field)]))


def _destination(pdf: pikepdf.Pdf, words: str) -> None:
    pdf.Root.Names = Dictionary(Dests=Dictionary(Names=Array([String(words), Array([0])])))


def _page_label(pdf: pikepdf.Pdf, words: str) -> None:
    pdf.Root.PageLabels = Dictionary(Nums=Array([0, Dictionary(P=String(words))]))


def _text(before: str, after: str = "") -> Plant:
    def plant(pdf: pikepdf.Pdf, words: str) -> None:
        page = pdf.pages[0]
        page.Resources.Font["/Plain"] = Dictionary(
            Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica
        )
        drawn = f"q BT /Plain 12 Tf {before} ({words}) Tj ET {after} Q"
        page.contents_add(drawn.encode(), prepend=False)

    return plant


def _layer(pdf: pikepdf.Pdf, words: str) -> None:
    group = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String(words)))
    pdf.Root.OCProperties = Dictionary(OCGs=Array([group]), D=Dictionary(OFF=Array([group])))


def _layer_text(pdf: pikepdf.Pdf, words: str) -> None:
    group = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("hidden")))
    pdf.Root.OCProperties = Dictionary(OCGs=Array([group]), D=Dictionary(OFF=Array([group])))
    pdf.pages[0].Resources.Properties = Dictionary(Off=group)
    _text("/OC /Off BDC 50 50 Td", "EMC")(pdf, words)


def _read_aloud(pdf: pikepdf.Pdf, words: str) -> None:
    digits = words.encode("utf-16-be").hex()
    pdf.pages[0].contents_add(
        f"/Span <</ActualText <FEFF{digits}>>> BDC EMC".encode(), prepend=False
    )


PDF: dict[str, tuple[Plant, str]] = {
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
    "white text": (_text("1 1 1 rg 50 50 Td"), "page 1 text"),
    "invisible text": (_text("3 Tr 50 50 Td"), "page 1 text"),
    "off-page text": (_text("-900 -900 Td"), "drawing"),
    "covered text": (_text("50 50 Td", "1 1 1 rg 0 0 600 800 re f"), "page 1 text"),
    "layer": (_layer, "Name"),
    "text in a hidden layer": (_layer_text, "page 1 text"),
    "words read aloud": (_read_aloud, "drawing"),
}


def in_pdf(content: bytes, name: str, words: str) -> bytes:
    """A PDF with words in the place of that name in `PDF`."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(content)) as pdf:
        PDF[name][0](pdf, words)
        pdf.save(out, preserve_pdfa=False)
    return out.getvalue()


def _updated(content: bytes, objects: dict[int, str], trailer: str = "") -> bytes:
    """A file with an update written behind it by hand, as a careless tool would leave it."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        root, size = pdf.Root.objgen[0], int(pdf.trailer.Size)
    previous = int(content[content.rindex(b"startxref") :].split()[1])
    made, table = content + b"\n", "xref\n"
    for number, body in objects.items():
        table += f"{number} 1\n{len(made):010d} 00000 n \n"
        made += f"{number} 0 obj\n{body}\nendobj\n".encode()
    size = max(size, *(number + 1 for number in objects))
    return (
        made
        + (
            f"{table}trailer\n<</Size {size} /Root {root} 0 R {trailer} /Prev {previous}>>\n"
            f"startxref\n{len(made)}\n%%EOF\n"
        ).encode()
    )


def _free(content: bytes) -> int:
    with pikepdf.open(io.BytesIO(content)) as pdf:
        return int(pdf.trailer.Size)


def unreferenced(content: bytes, words: str) -> bytes:
    """A PDF with an object that nothing points at."""
    return _updated(content, {_free(content): f"<</Left ({words})>>"})


def unreferenced_drawing(content: bytes, words: str) -> bytes:
    """A PDF with a drawing that nothing points at."""
    drawn = f"BT /F1 12 Tf ({words}) Tj ET"
    body = f"<</Length {len(drawn)}>>\nstream\n{drawn}\nendstream"
    return _updated(content, {_free(content): body})


def earlier_revision(content: bytes, words: str) -> bytes:
    """A PDF whose keywords were taken out by an update, and lie in the revision under it."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(content)) as pdf:
        pdf.docinfo["/Keywords"] = String(words)
        pdf.save(out, static_id=True, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    first = out.getvalue()
    with pikepdf.open(io.BytesIO(first)) as pdf:
        number = pdf.docinfo.objgen[0]
    second = _updated(first, {number: "<</Title (A letter)>>"}, f"/Info {number} 0 R")
    with pikepdf.open(io.BytesIO(second)) as pdf:
        assert "/Keywords" not in pdf.docinfo  # gone, as any viewer shows it
    return second


LOOSE: dict[str, Callable[[bytes, str], bytes]] = {
    "unreferenced object": unreferenced,
    "unreferenced drawing": unreferenced_drawing,
    "earlier revision": earlier_revision,
}

# What to put at the end of a page, and where it is then found.
HTML: dict[str, tuple[str, str]] = {
    "comment": ("<!-- {words} -->", "comment"),
    "data attribute": ('<p data-note="{words}">x</p>', "attribute data-note of p"),
    "title attribute": ('<p title="{words}">x</p>', "attribute title of p"),
    "alt text": ('<img alt="{words}" src="a.png">', "attribute alt of img"),
    "hidden": ("<p hidden>{words}</p>", "p text"),
    "not displayed": ('<p style="display:none">{words}</p>', "p text"),
    "script": ("<script>var a = '{words}'</script>", "script text"),
    "generated content": ("<style>p::after {{ content: '{words}' }}</style>", "words in a style"),
    "comment in a style": ("<style>/* {words} */</style>", "words in a style"),
    "link target": ('<a href="https://example.org/{words}">x</a>', "attribute href of a"),
    "anchor": ('<p id="{words}">x</p>', "attribute id of p"),
    "class": ('<p class="{words}">x</p>', "attribute class of p"),
    "template": ("<template><p>{words}</p></template>", "p text"),
    "split over elements": ("<p>{start}<b>{rest}</b></p>", "p text"),
    "loose words": ("<br>{words}", "text after an element"),
    "white text": ('<p style="color:#fff">{words}</p>', "p text"),
    "off-page text": ('<p style="position:absolute;left:-99em">{words}</p>', "p text"),
}


def in_page(content: bytes, name: str, words: str, end: str = "</body>") -> bytes:
    """A page with words in the place of that name in `HTML`."""
    planted = HTML[name][0].format(words=words, start=words[:4], rest=words[4:])
    return content.decode().replace(end, planted + end).encode()
