"""Word's own words: what the markup of every house shell says, which tells nothing about any case.

A style called `Strong` or a field called `PAGE` is in every copy. Were they searched, nobody called
Strong or Page could ever be withheld. Each is known by its element and attribute too, so that an
author called Page is still found.
"""

from __future__ import annotations

import re
from functools import cache

from lxml import etree

from cpdocs import resources
from cpdocs.editions.docx_zip import opened
from cpdocs.editions.figures import ELEMENTS, is_own_word

_SHELLS = ("letters/_shell.docx", "plans/_shell.docx", "reports/_shell.docx")
_CODE = re.compile(r"rId\d{1,4}|[0-9A-F]{6}|-?\d{1,5}|\d{1,3}%|auto|true|false|on|off")
# Attributes that can hold a name or a sentence, or point outside: a number there is still read.
_FREE = frozenset({"descr", "title", "alt", "author", "initials", "Target", "tooltip", "instr"})
_LENGTH = 8  # digits of a drawing's width: a page of A4 has eight at most
_PICTURE_TYPES = {"image/png", "image/svg+xml"}
_CHART = re.compile(r"/?(word/)?media/chart\d{1,2}\.(png|svg)")
# What copies are built of beside the shells, by the other `docx_*` modules.
_BUILT = {
    ("framePr", "hRule"): {"exact", "atLeast"},
    ("framePr", "wrap"): {"notBeside"},
    ("framePr", "vAnchor"): {"page"},
    ("framePr", "hAnchor"): {"page"},
    ("spacing", "lineRule"): {"exact"},
    ("fldSimple", "instr"): {"PAGE", "NUMPAGES"},
    ("tblLayout", "type"): {"fixed"},
    ("tblW", "type"): {"dxa"},
    ("tcW", "type"): {"dxa"},
    ("tblStyle", "val"): {"CPTable"},
    ("t", "space"): {"preserve"},
    ("Relationship", "TargetMode"): {"External"},
    ("docPr", "name"): {"chart"},
    ("cNvPr", "name"): {"chart"},
    ("ext", "uri"): {"{96DAC541-7B7A-43D3-8B79-37D633B846F1}"},
    ("graphicData", "uri"): {"http://schemas.openxmlformats.org/drawingml/2006/picture"},
    ("prstGeom", "prst"): {"rect"},
    ("Relationship", "Type"): {
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
    },
    **dict.fromkeys((("Default", "ContentType"), ("Override", "ContentType")), _PICTURE_TYPES),
    ("Default", "Extension"): {"png", "svg"},
}


def is_house_word(element: str, attribute: str, value: str) -> bool:
    """Whether a value is Word's own there, or a bare number, colour or relation id."""
    if element in ELEMENTS and attribute not in _FREE and is_own_word(attribute, value):
        return True  # of a drawing
    if attribute in {"Target", "PartName"} and _CHART.fullmatch(value):
        return True
    if attribute in {"cx", "cy"} and element in {"extent", "ext"} and value.isdecimal():
        return len(value) <= _LENGTH
    if (
        value in _BUILT.get((element, attribute), ())
        or (element, attribute, value) in _shell_words()
    ):
        return True
    if attribute in {"pStyle", "rStyle", "val"} and element in {"pStyle", "rStyle"}:
        return ("style", "styleId", value) in _shell_words()
    return bool(attribute) and attribute not in _FREE and _CODE.fullmatch(value) is not None


def is_house_namespace(address: str) -> bool:
    """Whether a namespace stands in the house's files, or is that of no prefix at all."""
    return address in _NAMESPACES


_NAMESPACES = frozenset(
    {
        "http://www.w3.org/XML/1998/namespace",
        "http://www.w3.org/2001/XMLSchema-instance",
        "http://purl.org/dc/dcmitype/",
        "http://purl.org/dc/elements/1.1/",
        "http://purl.org/dc/terms/",
        "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "http://schemas.openxmlformats.org/package/2006/content-types",
        "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
        "http://schemas.openxmlformats.org/package/2006/relationships",
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "http://schemas.microsoft.com/office/drawing/2016/SVG/main",
        "http://schemas.openxmlformats.org/drawingml/2006/main",
        "http://schemas.openxmlformats.org/drawingml/2006/picture",
        "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://www.w3.org/2000/svg",
    }
)


@cache
def _shell_words() -> frozenset[tuple[str, str, str]]:
    words: set[tuple[str, str, str]] = set()
    for name in _SHELLS:
        for member in opened((resources.TEMPLATES / name).read_bytes()).members:
            for node in etree.fromstring(member.content).iter():
                element = etree.QName(node).localname
                words.update(
                    (element, etree.QName(key).localname, str(value))
                    for key, value in node.attrib.items()
                )
    return frozenset(words)
