"""Names that the formats themselves use: told of no case, where they stand as keys and names.

A family called Pattern, Page or Link must not hold every copy. Only what our renderer writes is
listed, and each name only where the standard has it: the same word as text, or as any other key's
value, is read back.
"""

from __future__ import annotations

import re

# Keys of dictionaries (ISO 32000-1: 7.3.8, 7.5, 7.7, 8.4, 8.6, 9.6-9.10, 12.3-12.6, 14.3-14.9).
_KEYS = """
A Alt Annots Ascent Author BBox BS BaseFont BleedBox CA CIDSystemInfo CIDToGIDMap CapHeight ColSpan
ColorSpace Contents Count CreationDate D DW DecodeParms DescendantFonts Descent Dest
DisplayDocTitle Encoding ExtGState F Filter First Flags Font FontBBox FontDescriptor FontFamily
FontFile2 FontFile3 FontName FontStretch FontWeight H Headers ID Index Info ItalicAngle K Kids
Lang Last Length Length1 Limits ListNumbering MarkInfo Marked MediaBox Metadata ModDate Names
Next Nums O Obj Ordering Outlines P PageLabels Pages Parent ParentTree ParentTreeNextKey
Pattern Pg Prev ProcSet Producer Properties Range Rect Registry Resources Root RowSpan S Scope
Shading Size StemH StemV StructParent StructParents StructTreeRoot Subtype Supplement Tabs
Title ToUnicode TrimBox Type URI ViewerPreferences W WhitePoint XObject ca
"""
PDF_KEYS = frozenset(f"/{name}" for name in _KEYS.split())

# Names that are values, by the key that they may stand under.
_VALUES = {
    "Type": "Action Annot Catalog Font FontDescriptor Metadata OBJR ObjStm Outlines Page Pages "
    "StructElem StructTreeRoot XObject XRef",
    "Subtype": "CIDFontType0 CIDFontType2 Form Link Type0 XML",
    "S": "Art Caption Code Div Document Figure GoTo H1 H2 H3 H4 H5 H6 L LBody LI Lab Lbl Link "
    "NonStruct Note P Part Quote Sect Span Strong TBody TD TFoot TH THead TR Table URI",
    "O": "Layout List Table",
    "Scope": "Both Column Row",
    "ListNumbering": "Circle Decimal Disc LowerAlpha LowerRoman None Ordered Square Unordered "
    "UpperAlpha UpperRoman",
    "Filter": "FlateDecode",
    "Encoding": "Identity-H",
    "CIDToGIDMap": "Identity",
    "Tabs": "S",
    "Dest": "XYZ",
    "D": "XYZ",
}
PDF_VALUES = frozenset((f"/{key}", f"/{name}") for key in _VALUES for name in _VALUES[key].split())

# Start tags of XMP's own vocabulary, and its namespaces (ISO 16684-1).
_XMP_TAG = re.compile(
    r"</?(?:x:xmpmeta|rdf:(?:RDF|Description|Alt|Seq|Bag|li)|dc:(?:title|creator|description|"
    r"subject|language)|pdf:(?:Producer|Keywords)|pdfuaid:part)(?=[\s/>])"
)
_XMP_NAMESPACE = re.compile(
    r' xmlns:(?:x="adobe:ns:meta/"|rdf="http://www\.w3\.org/1999/02/22-rdf-syntax-ns#"'
    r'|dc="http://purl\.org/dc/elements/1\.1/"|pdf="http://ns\.adobe\.com/pdf/1\.3/"'
    r'|pdfuaid="http://www\.aiim\.org/pdfua/ns/id/")'
)

_ELEMENTS = """
a article bdi body br caption circle div figure footer g h1 h2 h3 head header html li line main
meta ol p polygon rect section span strong style svg table tbody td text th thead title tr ul
"""
HTML_ELEMENTS = frozenset(_ELEMENTS.split())

_ATTRIBUTES = """
aria-label charset class content dir href id lang name role scope tabindex
"""
HTML_ATTRIBUTES = frozenset(_ATTRIBUTES.split())

_HTML_VALUES = {
    "class": "actions by callout chart decision draft facts gap keep key kind kind-allegation "
    "kind-fact kind-hearsay kind-observation kind-opinion large large-print letter letterhead "
    "list-people lines-3 lines-4 lines-5 lines-6 lines-7 marking meta note "
    "number passage people record records report running running-foot says "
    "scroll signature standard unseen window",
    "dir": "ltr rtl",
    "role": "region",
    "scope": "col row",
    "charset": "utf-8",
    "name": "author referrer robots viewport",
    "tabindex": "0",
}
HTML_VALUES = {key: frozenset(values.split()) for key, values in _HTML_VALUES.items()}


def without_xmp_tags(text: str) -> str:
    """XMP without the names of its own vocabulary: values, comments and foreign names stay."""
    return _XMP_NAMESPACE.sub("", _XMP_TAG.sub("<", text))
