"""Whether a Word copy can be read by ear and by keyboard: structure, language, names for things."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from cpdocs.editions.docx_zip import opened
from cpdocs.errors import CopyError
from cpdocs.findings import Effect, Finding, Severity

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_NAMES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "v": "urn:schemas-microsoft-com:vml",
    "dc": "http://purl.org/dc/elements/1.1/",
}
_DOCUMENT = "word/document.xml"
_STYLES = "word/styles.xml"
_CORE = "docProps/core.xml"
_SPACING = re.compile(r"[ \u00a0]{3,}|\t{2,}")

# code: what is wrong and how to mend it, and the criterion of WCAG 2.2 behind it
_SAYS = {
    "docx-no-language": ("The document has no language. Set it in the styles' defaults.", "3.1.1"),
    "docx-no-title": ("The document has no title. Set it in its properties.", "2.4.2"),
    "docx-no-heading": ("The document has no heading of level 1. Give it one.", "1.3.1"),
    "docx-heading-order": ("A heading skips a level. Use the next level down.", "1.3.1"),
    "docx-empty-heading": ("A heading is empty. Take it out or give it words.", "2.4.6"),
    "docx-empty-paragraph": ("An empty paragraph makes space. Use the style's spacing.", "1.3.1"),
    "docx-spaces": ("Spaces or tabs in a row make a layout. Use indents or a table.", "1.3.2"),
    "docx-table-no-header": (
        "A table has neither a header row that repeats nor a column of row headers alone. "
        "Mark its first row as one.",
        "1.3.1",
    ),
    "docx-table-no-caption": ("A table has no name for screen readers. Give it one.", "1.3.1"),
    "docx-no-alt-text": ("A picture has no words that stand for it. Describe it.", "1.1.1"),
    "docx-text-box": ("Words stand in a text box. Put them in the text.", "1.3.2"),
}


def check(content: bytes) -> tuple[Finding, ...]:
    """What would keep somebody from reading this Word file with a screen reader.

    Raises `CopyError` where the file is no Word document.
    """
    parts = {member.place: member.content for member in opened(content).members}
    try:
        document = etree.fromstring(parts[_DOCUMENT], _parser())
        styles = etree.fromstring(parts[_STYLES], _parser())
        core = etree.fromstring(parts[_CORE], _parser())
    except (KeyError, etree.XMLSyntaxError):
        raise CopyError(
            "The file is not a whole Word document: it lacks its text, styles or properties. "
            "Save it again in Word."
        ) from None
    faults = (
        *_properties(styles, core),
        *_headings(document, _levels(styles)),
        *_paragraphs(document),
        *_tables(document),
        *_drawings(document),
    )
    return tuple(sorted(_finding(code, place) for code, place in faults))


def _parser() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)


def _finding(code: str, place: str) -> Finding:
    says, criterion = _SAYS[code]
    return Finding(
        code=code,
        effect=Effect.TELLS,
        severity=Severity.ERROR,
        place=place,
        says=says,
        source=f"WCAG 2.2, {criterion}",
    )


def _properties(styles: etree._Element, core: etree._Element) -> Iterator[tuple[str, str]]:
    language = styles.find(f"{_W}docDefaults/{_W}rPrDefault/{_W}rPr/{_W}lang")
    if language is None or not language.get(f"{_W}val"):
        yield "docx-no-language", _STYLES
    title = core.find("dc:title", _NAMES)
    if title is None or not (title.text or "").strip():
        yield "docx-no-title", _CORE


def _levels(styles: etree._Element) -> dict[str, int]:
    """Heading styles and their levels, from 1."""
    return {
        style.get(f"{_W}styleId", ""): int(level.get(f"{_W}val", "0")) + 1
        for style in styles.iterfind(f"{_W}style")
        for level in style.iterfind(f"{_W}pPr/{_W}outlineLvl")
    }


def _headings(document: etree._Element, levels: dict[str, int]) -> Iterator[tuple[str, str]]:
    last = 0
    for number, paragraph in enumerate(document.iter(f"{_W}p"), start=1):
        style = paragraph.find(f"{_W}pPr/{_W}pStyle")
        level = levels.get(style.get(f"{_W}val", "")) if style is not None else None
        if level is None:
            continue
        if not _text(paragraph).strip():
            yield "docx-empty-heading", f"paragraph {number}"
        if level > last + 1:
            yield "docx-heading-order", f"paragraph {number}"
        last = level
    if last == 0:
        yield "docx-no-heading", _DOCUMENT


def _paragraphs(document: etree._Element) -> Iterator[tuple[str, str]]:
    for number, paragraph in enumerate(document.iter(f"{_W}p"), start=1):
        text, parent = _text(paragraph), paragraph.getparent()
        in_cell = parent is not None and parent.tag == f"{_W}tc"  # an empty cell says "nothing"
        held = paragraph.find(f".//{_W}drawing") is not None
        if not text.strip() and not in_cell and not held:
            yield "docx-empty-paragraph", f"paragraph {number}"
        if _SPACING.search(text):
            yield "docx-spaces", f"paragraph {number}"


def _tables(document: etree._Element) -> Iterator[tuple[str, str]]:
    for number, table in enumerate(document.iter(f"{_W}tbl"), start=1):
        first = table.find(f"{_W}tr")
        headed = first is not None and first.find(f"{_W}trPr/{_W}tblHeader") is not None
        if not headed and not _is_facts(table):
            yield "docx-table-no-header", f"table {number}"
        caption = table.find(f"{_W}tblPr/{_W}tblCaption")
        if caption is None or not caption.get(f"{_W}val", "").strip():
            yield "docx-table-no-caption", f"table {number}"


def _is_facts(table: etree._Element) -> bool:
    """Whether a table is key facts: two columns, the first said to hold the headers."""
    look = table.find(f"{_W}tblPr/{_W}tblLook")
    columns = len(table.findall(f"{_W}tblGrid/{_W}gridCol"))
    said = look is not None and (look.get(f"{_W}firstRow"), look.get(f"{_W}firstColumn"))
    return columns == 2 and said == ("0", "1")


def _drawings(document: etree._Element) -> Iterator[tuple[str, str]]:
    for number, drawing in enumerate(document.iterfind(".//wp:docPr", _NAMES), start=1):
        if not drawing.get("descr", "").strip():
            yield "docx-no-alt-text", f"picture {number}"
    boxes = (*document.iterfind(".//wps:txbx", _NAMES), *document.iterfind(".//v:textbox", _NAMES))
    for number, _ in enumerate(boxes, start=1):
        yield "docx-text-box", f"text box {number}"


def _text(paragraph: etree._Element) -> str:
    """A paragraph's words. Tabs count; the fields of a run do not."""
    parts = (node.text or "" if node.tag == f"{_W}t" else "\t" for node in _words(paragraph))
    return "".join(parts)


def _words(paragraph: etree._Element) -> Iterator[etree._Element]:
    for run in paragraph.iter(f"{_W}r"):
        yield from run.iterchildren(f"{_W}t", f"{_W}tab")
