"""Places in a Word file where words can hide, each named for what is wrong with it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

from PIL import Image
from PIL.PngImagePlugin import PngInfo

from cpdocs.editions.docx_zip import packed
from tests.editions.docx_files import DOCUMENT, W, added, changed

OPC = "http://schemas.openxmlformats.org/package/2006/relationships"


def in_body(copy: bytes, markup: str) -> bytes:
    """The copy with markup put at the start of its body."""
    return changed(
        copy, DOCUMENT, lambda xml: xml.replace(b"<w:body>", f"<w:body>{markup}".encode())
    )


def in_part(copy: bytes, name: str, old: str, new: str) -> bytes:
    """The copy with words of one member replaced."""
    made = changed(copy, name, lambda xml: xml.replace(old.encode(), new.encode()))
    assert made != copy, "the change did not take"
    return made


def part(root: str, inner: str) -> bytes:
    """A member of WordprocessingML."""
    return f'<w:{root} xmlns:w="{W}">{inner}</w:{root}>'.encode()


def picture(words: str) -> bytes:
    """A picture that says the name in its own data, packed so that no plain search finds it."""
    target, info = io.BytesIO(), PngInfo()
    info.add_text("Comment", words, zip=True)
    Image.new("RGB", (2, 2)).save(target, "PNG", pnginfo=info)
    assert words.encode() not in target.getvalue()
    return target.getvalue()


def run(inner: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr>{inner}</w:r>"


def drawing(attribute: str, words: str) -> str:
    """A picture that says words in one of its attributes."""
    return (
        '<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/'
        '2006/wordprocessingDrawing"><wp:docPr id="1" name="x" '
        f'{attribute}="{words}"/></wp:inline></w:drawing></w:r></w:p>'
    )


def hidden(copy: bytes, words: str) -> dict[str, bytes]:
    """The copy with words (two or more) hidden in it, by the place where they hide."""
    first, _, last = words.partition(" ")
    zipped = packed({"inner.xml": part("x", f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>")})
    return {
        "split over runs": in_body(
            copy, f"<w:p>{run(f'<w:t>{words[:3]}</w:t>')}{run(f'<w:t>{words[3:]}</w:t>')}</w:p>"
        ),
        "with a kept space": in_body(
            copy, "<w:p>" + run(f"<w:t>{first}\u00a0{last}</w:t>") + "</w:p>"
        ),
        "with a joiner inside": in_body(
            copy,
            "<w:p>"
            + run(f"<w:t>{first[:3]}\u200d{first[3:]} {last[:4]}\u00ad{last[4:]}</w:t>")
            + "</w:p>",
        ),
        "hidden text": in_body(copy, f"<w:p>{run(f'<w:t>{words}</w:t>', '<w:vanish/>')}</w:p>"),
        "deleted text": in_body(
            copy,
            f'<w:p><w:del w:id="1" w:author="A">{run(f"<w:delText>{words}</w:delText>")}'
            "</w:del></w:p>",
        ),
        "half deleted": in_body(
            copy,
            "<w:p>"
            + run(f"<w:t>{first} </w:t>")
            + f"<w:del>{run(f'<w:delText>{last}</w:delText>')}</w:del></w:p>",
        ),
        "author of a change": in_body(copy, f'<w:p><w:ins w:id="1" w:author="{words}"/></w:p>'),
        "field": in_body(copy, f"<w:p>{run(f'<w:instrText>AUTHOR {words}</w:instrText>')}</w:p>"),
        "simple field": in_body(copy, f'<w:p><w:fldSimple w:instr="AUTHOR {words}"/></w:p>'),
        "bookmark": in_body(copy, f'<w:p><w:bookmarkStart w:id="9" w:name="{words}"/></w:p>'),
        "content control": in_body(
            copy, f'<w:sdt><w:sdtPr><w:alias w:val="{words}"/></w:sdtPr></w:sdt>'
        ),
        "alt text": in_body(copy, drawing("descr", words)),
        "picture title": in_body(copy, drawing("title", words)),
        "table caption": in_body(
            copy, f'<w:tbl><w:tblPr><w:tblCaption w:val="{words}"/></w:tblPr></w:tbl>'
        ),
        "comment in the markup": in_body(copy, f"<!-- {words} -->"),
        "instruction in the markup": in_body(copy, f"<?note {words}?>"),
        "after the root": in_part(copy, DOCUMENT, "</w:document>", f"</w:document><!--{words}-->"),
        "loose words": in_body(copy, words),
        "own namespace": in_body(copy, f'<z:p xmlns:z="urn:z" z:said="{words}"/>'),
        "text box": in_body(
            copy,
            f"<w:p><w:r><w:txbxContent><w:p>{run(f'<w:t>{words}</w:t>')}</w:p></w:txbxContent></w:r></w:p>",
        ),
        "footer": in_part(
            copy, "word/footer1.xml", "</w:ftr>", f"<w:p>{run(f'<w:t>{words}</w:t>')}</w:p></w:ftr>"
        ),
        "title property": in_part(copy, "docProps/core.xml", "</dc:title>", f" {words}</dc:title>"),
        "custom property": added(
            copy, "docProps/custom.xml", part("Properties", f"<w:v>{words}</w:v>")
        ),
        "application property": added(copy, "docProps/app.xml", part("p", f"<w:m>{words}</w:m>")),
        "custom xml": added(
            copy, "customXml/item1.xml", f"<case><name>{words}</name></case>".encode()
        ),
        "comment": added(
            copy,
            "word/comments.xml",
            part("comments", f"<w:comment><w:p>{run(f'<w:t>{words}</w:t>')}</w:p></w:comment>"),
        ),
        "author of a comment": added(
            copy, "word/comments.xml", part("comments", f'<w:comment w:author="{words}"/>')
        ),
        "footnote": added(
            copy,
            "word/footnotes.xml",
            part("footnotes", f"<w:footnote><w:p>{run(f'<w:t>{words}</w:t>')}</w:p></w:footnote>"),
        ),
        "endnote": added(
            copy, "word/endnotes.xml", part("endnotes", f"<w:p><w:t>{words}</w:t></w:p>")
        ),
        "setting": in_part(
            copy,
            "word/settings.xml",
            "<w:zoom",
            f'<w:docVars><w:docVar w:val="{words}"/></w:docVars><w:zoom',
        ),
        "style name": in_part(copy, "word/styles.xml", "CP Note", words),
        "link target": added(
            copy,
            "word/_rels/footer1.xml.rels",
            f'<Relationships xmlns="{OPC}"><Relationship Target="mailto:{words}"/>'
            "</Relationships>".encode(),
        ),
        "name of a member": added(copy, f"word/embeddings/{words}.docx", b"<x/>"),
        "person of the comments": added(
            copy, "word/people.xml", part("people", f'<w:person w:author="{words}"/>')
        ),
        "building block": added(
            copy,
            "word/glossary/document.xml",
            part("glossaryDocument", f"<w:p>{run(f'<w:t>{words}</w:t>')}</w:p>"),
        ),
        "moved text": in_body(
            copy, f"<w:p><w:moveFrom>{run(f'<w:t>{words}</w:t>')}</w:moveFrom></w:p>"
        ),
        "field split over runs": in_body(
            copy,
            f"<w:p>{run(f'<w:instrText>{words[:3]}</w:instrText>')}"
            f"{run(f'<w:instrText>{words[3:]}</w:instrText>')}</w:p>",
        ),
        "white text": in_body(
            copy, "<w:p>" + run(f"<w:t>{words}</w:t>", '<w:color w:val="FFFFFF"/>') + "</w:p>"
        ),
        "choice of a list": in_body(
            copy,
            f'<w:sdt><w:sdtPr><w:dropDownList><w:listItem w:displayText="{words}"/>'
            "</w:dropDownList></w:sdtPr></w:sdt>",
        ),
        "words of a chart": added(
            copy,
            "word/charts/chart1.xml",
            f'<c xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:p><a:t>{words}'
            "</a:t></a:p></c>".encode(),
        ),
        "thumbnail's own words": added(copy, "docProps/thumbnail.png", picture(words)),
        "page within": added(copy, "word/afchunk.htm", f"<html><p>{words}</p></html>".encode()),
        "embedded zip": added(copy, "word/embeddings/item1.docx", zipped),
        "zip within a zip": added(copy, "word/embeddings/a.zip", packed({"b.zip": zipped})),
        "embedded text": added(copy, "word/embeddings/a.txt", f"said by {words}".encode()),
        "picture's own words": added(copy, "word/media/image1.png", picture(words)),
        "behind a picture": added(
            copy, "word/media/image1.png", picture(words) + words.encode("utf-16-le")
        ),
    }


def with_zip_comment(copy: bytes, words: str) -> bytes:
    """The copy with words as the zip's own comment."""
    target = io.BytesIO(copy)
    with zipfile.ZipFile(target, "a") as archive:
        archive.comment = words.encode()
    return target.getvalue()


LOOSE: dict[str, Callable[[bytes, str], bytes]] = {
    "zip comment": with_zip_comment,
    "before the zip": lambda copy, words: words.encode() + copy,
    "behind the zip": lambda copy, words: copy + words.encode(),
}
