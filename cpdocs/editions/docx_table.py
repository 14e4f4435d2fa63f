"""Tables as Word knows them: a repeated header row, a name for screen readers, rows kept whole."""

from __future__ import annotations

from collections.abc import Callable

from cpdocs.editions.docx_runs import Voice
from cpdocs.editions.docx_xml import Element, make
from cpdocs.editions.markup import has_class, text_of

Cell = Callable[[Element, str, Voice], Element]
_FACTS = (35, 65)  # hundredths: what, value
_LEAST = 4  # characters: no column is set narrower than a number and its heading


def table(element: Element, voice: Voice, width: int, cell: Cell) -> Element:
    """A `w:tbl` of the composed table, `width` twentieths of a point wide."""
    made = make("w:tbl")
    heads = element.findall("thead/tr")
    rows = [*heads, *element.findall("tbody/tr")]
    widths = _widths(element, rows, width)
    made.append(_properties(element, voice, width, headed=bool(heads)))
    grid = make("w:tblGrid")
    grid.extend(make("w:gridCol", w=column) for column in widths)
    made.append(grid)
    for number, row in enumerate(rows):
        made.append(_row(row, widths, voice, cell, is_head=number < len(heads)))
    return made


def pair(cells: list[list[Element]], direction: str, width: int) -> Element:
    """Two cells of a row without rules, each holding blocks; the first where readers begin."""
    made = make("w:tbl")
    properties = make("w:tblPr")
    if direction == "rtl":
        properties.append(make("w:bidiVisual"))
    properties.append(make("w:tblW", w=width, type="dxa"))
    properties.append(make("w:tblLayout", type="fixed"))
    look = dict.fromkeys(("firstRow", "lastRow", "firstColumn", "lastColumn"), 0)
    properties.append(make("w:tblLook", **look, noHBand=1, noVBand=1))
    made.append(properties)
    grid = make("w:tblGrid")
    grid.extend(make("w:gridCol", w=width // 2) for _ in cells)
    made.append(grid)
    row = make("w:tr")
    for blocks in cells:
        box = make("w:tc")
        measures = make("w:tcPr")
        measures.append(make("w:tcW", w=width // 2, type="dxa"))
        box.append(measures)
        box.extend(blocks)
        row.append(box)
    made.append(row)
    return made


def _properties(element: Element, voice: Voice, width: int, *, headed: bool) -> Element:
    """In the order of the schema."""
    properties = make("w:tblPr")
    properties.append(make("w:tblStyle", val="CPTable"))
    if voice.direction == "rtl":
        properties.append(make("w:bidiVisual"))
    properties.append(make("w:tblW", w=width, type="dxa"))
    properties.append(make("w:tblLayout", type="fixed"))
    look = {"firstRow": int(headed), "lastRow": 0, "firstColumn": 1, "lastColumn": 0}
    properties.append(make("w:tblLook", **look, noHBand=1, noVBand=1))
    caption = element.find("caption")
    if caption is not None:
        properties.append(make("w:tblCaption", val=text_of(caption)))
    columns = "; ".join(text_of(head) for head in element.iterfind("thead/tr/th"))
    if columns:
        properties.append(make("w:tblDescription", val=columns))
    return properties


def _row(row: Element, widths: list[int], voice: Voice, cell: Cell, *, is_head: bool) -> Element:
    made = make("w:tr")
    properties = make("w:trPr")
    properties.append(make("w:cantSplit"))
    if is_head:
        properties.append(make("w:tblHeader"))
    made.append(properties)
    inner = voice.inside(row)
    for node, column in zip(row, widths, strict=True):
        style = "CPTabletext"
        if node.tag == "th":
            style = "CPColumnheader" if is_head else "CPRowheader"
        box = make("w:tc")
        measures = make("w:tcPr")
        measures.append(make("w:tcW", w=column, type="dxa"))
        box.append(measures)
        box.append(cell(node, style, inner.inside(node)))
        made.append(box)
    return made


def _widths(element: Element, rows: list[Element], width: int) -> list[int]:
    """Columns by what they hold: room for the longest word, then in proportion to the words."""
    if has_class(element, "facts") and all(len(row) == len(_FACTS) for row in rows):
        shares = [float(share) for share in _FACTS]
    else:
        columns = list(zip(*([text_of(cell) for cell in row] for row in rows), strict=True))
        shares = [
            max((_LEAST, *(len(word) for text in column for word in text.split())))
            + max(len(text) for text in column) ** 0.5 * 3
            for column in columns
        ]
    total = sum(shares)
    widths = [int(width * share / total) for share in shares]
    widths[-1] += width - sum(widths)
    return widths
