"""A drawn chart in a Word copy: the drawing itself, and a picture of it for programs without SVG.

Its words are in the SVG, where they are read back; the picture's points are made from it here.
"""

from __future__ import annotations

import io
from functools import lru_cache

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.parser import parse_xml
from lxml import etree

from cpdocs.editions import figures, sheet
from cpdocs.editions.complaints import watched
from cpdocs.editions.docx_xml import Element
from cpdocs.values import Form

NAME = "chart"  # of every drawing, for those who look at Word's own list of them
_EMU = 12700  # to the point
_DPI = 200  # a picture that is printed, and no larger than it need be
_SVG_BLIP = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"  # Office's own id of the extension
_DRAWING = """
<w:drawing xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
 xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
 xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
 xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"
 xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"
 xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main"
><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{x}" cy="{y}"/><wp:docPr
 id="{number}" name="{name}" descr=""/><wp:cNvGraphicFramePr><a:graphicFrameLocks
 noChangeAspect="1"/></wp:cNvGraphicFramePr><a:graphic><a:graphicData
 uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr
 id="{number}" name="{name}" descr=""/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip
 r:embed="{png}"><a:extLst><a:ext uri="{blip}"><asvg:svgBlip
 r:embed="{svg}"/></a:ext></a:extLst></a:blip><a:stretch><a:fillRect/></a:stretch></pic:blipFill
><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{x}" cy="{y}"/></a:xfrm><a:prstGeom
 prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline
></w:drawing>"""


def drawing(
    chart: Element, part: Part, number: int, size: int, language: str, document: str
) -> Element:
    """The `w:drawing` of a chart, the `number`th of the copy, with its parts added to the file."""
    width, height = (ems * size for ems in figures.ems(chart))
    svg = Part(
        PackURI(f"/word/media/chart{number}.svg"),
        "image/svg+xml",
        figures.as_file(chart, size),
        part.package,
    )
    png = Part(
        PackURI(f"/word/media/chart{number}.png"),
        "image/png",
        picture(
            etree.tostring(chart, encoding="unicode", with_tail=False), size, language, document
        ),
        part.package,
    )
    made = parse_xml(
        _DRAWING.format(
            x=round(width * _EMU),
            y=round(height * _EMU),
            number=number,
            name=NAME,
            blip=_SVG_BLIP,
            png=part.relate_to(png, RELATIONSHIP_TYPE.IMAGE),
            svg=part.relate_to(svg, RELATIONSHIP_TYPE.IMAGE),
        )
    )
    for node in made.iter():
        if node.get("descr") is not None:
            node.set("descr", figures.alt(chart))
    return made


@lru_cache(maxsize=64)
def picture(chart: str, size: int, language: str, document: str) -> bytes:
    """A chart in points, as the PDF shows it: one renderer shapes its words in every script."""
    import pypdfium2
    from weasyprint import HTML

    root = etree.fromstring(chart)
    width, height = figures.ems(root)
    body = etree.tostring(figures.set_as_text(root), method="html", encoding="unicode")
    page = sheet.parsed(
        f"@page {{ size: {width * size:.1f}pt {height * size:.1f}pt; margin: 0; "
        "@bottom-left { content: none } } .drawing { margin: 0 }"
    )
    with watched(document):
        content = HTML(string=f'<html lang="{language}"><body>{body}</body></html>').write_pdf(
            stylesheets=[
                *sheet.stylesheets(Form()),
                page,
                sheet.parsed(f"html {{ font-size: {size}pt }}"),
            ],
            font_config=sheet.fonts(),
        )
    pdf = pypdfium2.PdfDocument(content)
    try:
        image = pdf[0].render(scale=_DPI / 72).to_pil().convert("RGB")
    finally:
        pdf.close()
    saved = io.BytesIO()
    image.save(saved, "PNG")
    return saved.getvalue()
