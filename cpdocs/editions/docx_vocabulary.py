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

_SHELLS = ("letters/_shell.docx", "plans/_shell.docx", "reports/_shell.docx")
_CODE = re.compile(r"rId\d{1,4}|[0-9A-F]{6}|-?\d{1,5}|\d{1,3}%|auto|true|false|on|off")
# Attributes that can hold a name or a sentence, or point outside: a number there is still read.
_FREE = frozenset({"descr", "title", "alt", "author", "initials", "Target", "tooltip", "instr"})
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
}


def is_house_word(element: str, attribute: str, value: str) -> bool:
    """Whether a value is Word's own there, or a bare number, colour or relation id."""
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
        "http://schemas.openxmlformats.org/drawingml/2006/main",
        "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
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
