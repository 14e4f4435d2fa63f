"""Leaks to plant in finished files, each named for what is wrong with it."""

from __future__ import annotations

import base64
import io
from collections.abc import Callable
from urllib.parse import quote

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


def _glyphs(pdf: pikepdf.Pdf, words: str) -> bytes:
    """A drawing that says words as numbers of glyphs, by a font whose map alone has the letters."""
    codes = "\n".join(f"<{n:04X}> <{ord(c):04X}>" for n, c in enumerate(words, start=1))
    letters = (
        "begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
        f"{len(words)} beginbfchar\n{codes}\nendbfchar endcmap"
    )
    pdf.Root.Numbered = Dictionary(
        Resources=Dictionary(
            Font=Dictionary(
                Numbered=Dictionary(
                    Type=Name.Font,
                    Subtype=Name.Type0,
                    ToUnicode=pdf.make_indirect(pdf.make_stream(letters.encode())),
                )
            )
        )
    )
    pdf.Root.Numbered = pdf.make_indirect(pdf.Root.Numbered)
    half = len(words) // 2  # a line in two pieces, as a typesetter moves its letters
    first, last = (
        "".join(f"{n:04X}" for n in numbers)
        for numbers in (range(1, half + 1), range(half + 1, len(words) + 1))
    )
    return f"BT /Numbered 12 Tf [<{first}> -20 <{last}>] TJ ET".encode()


def _form(pdf: pikepdf.Pdf, drawn: bytes) -> pikepdf.Object:
    made = pdf.make_stream(drawn)
    made.Type, made.Subtype, made.BBox = Name.XObject, Name.Form, Array([0, 0, 99, 99])
    return pdf.make_indirect(made)


def _appearance(pdf: pikepdf.Pdf, words: str) -> None:
    note = Dictionary(Type=Name.Annot, Subtype=Name.FreeText, Rect=Array([0, 0, 9, 9]), F=2)
    note.AP = Dictionary(N=_form(pdf, _glyphs(pdf, words)))
    pdf.pages[0].Annots = Array([pdf.make_indirect(note)])


def _unused_drawing(pdf: pikepdf.Pdf, words: str) -> None:
    pdf.pages[0].Resources.XObject = Dictionary(Unused=_form(pdf, _glyphs(pdf, words)))


def _second_field_value(pdf: pikepdf.Pdf, words: str) -> None:
    field = Dictionary(FT=Name.Ch, T=String("a"), Opt=Array([String("x"), String(words)]))
    pdf.Root.AcroForm = Dictionary(Fields=Array([pdf.make_indirect(field)]))


def _xfa(pdf: pikepdf.Pdf, words: str) -> None:
    form = pdf.make_stream(f"<xdp><field>{words}</field></xdp>".encode())
    pdf.Root.AcroForm = Dictionary(Fields=Array([]), XFA=pdf.make_indirect(form))


def _private(pdf: pikepdf.Pdf, words: str) -> None:
    pdf.pages[0].PieceInfo = Dictionary(Editor=Dictionary(Private=String(words)))


def _key(pdf: pikepdf.Pdf, words: str) -> None:
    pdf.Root.Mine = Dictionary({f"/{words}": 1})


def _layer_name(pdf: pikepdf.Pdf, words: str) -> None:
    pdf.Root.Order = Array([String(words)])


PDF: dict[str, tuple[Plant, str]] = {
    "info": (_info, "keywords"),
    "own property": (_custom_info, "property of its own"),
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
    "choice of a field": (_second_field_value, "property of its own"),
    "form in XML": (_xfa, "stream"),
    "editor's own data": (_private, "property of its own"),
    "key": (_key, "key"),
    "name in the catalogue": (_layer_name, "property of its own"),
    "appearance of a comment": (_appearance, "drawing"),
    "drawing on no page": (_unused_drawing, "drawing"),
    "clipped text": (_text("7 Tr 50 50 Td"), "page 1 text"),
    "tiny text": (_text("0.01 0 0 0.01 50 50 Tm"), "page 1 text"),
    "white text": (_text("1 1 1 rg 50 50 Td"), "page 1 text"),
    "invisible text": (_text("3 Tr 50 50 Td"), "page 1 text"),
    "off-page text": (_text("-900 -900 Td"), "drawing"),
    "covered text": (_text("50 50 Td", "1 1 1 rg 0 0 600 800 re f"), "page 1 text"),
    "layer": (_layer, "name of a layer"),
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


def unlisted(content: bytes, words: str) -> bytes:
    """A PDF with an object in a stream of objects that its table does not list there."""
    inner = f"1 0 <</Left ({words})>>"
    body = f"<</Type /ObjStm /N 1 /First 4 /Length {len(inner)}>>\nstream\n{inner}\nendstream"
    return _updated(content, {_free(content): body})


LOOSE: dict[str, Callable[[bytes, str], bytes]] = {
    "unreferenced object": unreferenced,
    "unreferenced drawing": unreferenced_drawing,
    "earlier revision": earlier_revision,
    "objects kept together": unlisted,
}

# What to put at the end of a page, and where it is then found.
HTML: dict[str, tuple[str, str]] = {
    "comment": ("<!-- {words} -->", "comment"),
    "data attribute": ('<p data-note="{words}">x</p>', "attribute data- of p"),
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
    "tiny text": ('<p style="font-size:0">{words}</p>', "p text"),
    "meta": ('<meta name="x" content="{words}">', "attribute content of meta"),
    "for a page without scripts": ("<noscript>{words}</noscript>", "noscript text"),
    "title of a drawing": ("<svg><title>{words}</title></svg>", "title text"),
    "form field": ('<input type="hidden" value="{words}">', "attribute value of input"),
    "page within": ('<iframe srcdoc="{words}"></iframe>', "attribute srcdoc of iframe"),
    "folded away": ("<details><summary>x</summary><p>{words}</p></details>", "p text"),
    "unread section": ("<![CDATA[{words}]]>", "comment"),
    "attribute of its own": ('<p quarmby="{words}">x</p>', "unknown attribute of p"),
    "off-page text": ('<p style="position:absolute;left:-99em">{words}</p>', "p text"),
}


# Words behind an encoding that ordinary software undoes: found by the inspection, which reads both.
ENCODED: dict[str, str] = {
    "percent signs in a link": '<a href="https://example.org/?who={percent}">x</a>',
    "percent signs in an address": '<a href="mailto:a@example.org?subject={percent}">x</a>',
    "plus signs in a link": '<a href="https://example.org/?who={plus}">x</a>',
    "letters by number": "<p>{numbered}</p>",
    "letters by number twice over": '<p title="{twice}">x</p>',
    "text as data in a link": '<a href="data:text/plain;base64,{base64}">x</a>',
    "a page as data in a frame": '<iframe src="data:text/html,%3Cp%3E{percent}"></iframe>',
    "a script's own escapes": "<script>var a = '{escaped}'</script>",
    "tags in a page within": '<iframe srcdoc="&lt;p&gt;{tagged}"></iframe>',
    "a style's own escapes": "<style>p::after {{ content: '{styled}' }}</style>",
}


def in_page(content: bytes, name: str, words: str, end: str = "</body>") -> bytes:
    """A page with words in the place of that name in `HTML` or `ENCODED`."""
    template = ENCODED[name] if name in ENCODED else HTML[name][0]
    numbered = "".join(f"&#{ord(c)};" for c in words)
    planted = template.format(
        words=words,
        start=words[:4],
        rest=words[4:],
        percent=quote(words),
        plus=words.replace(" ", "+"),
        numbered=numbered,
        twice=numbered.replace("&", "&amp;"),
        base64=base64.b64encode(words.encode()).decode(),
        escaped="".join(f"\\u{ord(c):04x}" for c in words),
        tagged="&lt;b&gt;".join(words),
        styled="".join(f"\\{ord(c):x} " for c in words),
    )
    return content.decode().replace(end, planted + end).encode()
