"""Word copies: real styles, headings, lists and tables in the house shell."""

from __future__ import annotations

import io
from datetime import datetime
from typing import TYPE_CHECKING, Literal

from cpdocs.documents.composed import Composed
from cpdocs.editions import figures, relayout
from cpdocs.editions.docx_read import read_back
from cpdocs.editions.docx_zip import opened, packed
from cpdocs.editions.markup import has_class, parse_body
from cpdocs.errors import CopyError
from cpdocs.values import Form

if TYPE_CHECKING:
    from docx.document import Document

    from cpdocs.editions.docx_xml import Element

__all__ = ["read_back", "write"]

# No living person was born on it, so a search for a withheld date of birth never meets it.
NO_DATE = datetime(1900, 1, 1)
_FONT_TABLE = "word/fontTable.xml"


def write(composed: Composed, form: Form) -> bytes:
    """The finished Word document.

    Raises `CopyError` where the words hold what Word has no construct for, or a link leads nowhere.
    """
    from cpdocs.editions import docx_shell

    article = parse_body(composed)
    if form.size >= relayout.RECORDS_FROM:
        _lay_out_records(article)
    kind: Literal["letter", "report"] = "letter" if has_class(article, "letter") else "report"
    document = docx_shell.filled(composed, docx_shell.shell_name(composed, kind))
    docx_shell.set_size(document.styles.element, form)
    docx_shell.set_language(document.styles.element, document.settings.element, composed)
    docx_shell.add_page_numbers(document, composed)
    if composed.direction == "rtl":
        docx_shell.set_direction(document)
    _fill_body(document, composed, article, form, kind)
    _set_properties(document, composed)
    return _finished(document, docx_shell.font_table(composed))


def _lay_out_records(article: Element) -> None:
    for table in tuple(article.iter("table")):
        records, parent = relayout.records_from(table), table.getparent()
        records.tail = table.tail
        if parent is not None:
            parent.replace(table, records)


def _fill_body(
    document: Document,
    composed: Composed,
    article: Element,
    form: Form,
    kind: Literal["letter", "report"],
) -> None:
    from cpdocs.editions.docx_body import Builder
    from cpdocs.editions.docx_lists import Lists
    from cpdocs.editions.docx_runs import Anchors, Voice

    section = document.sections[0]
    sides = (section.page_width, section.left_margin, section.right_margin)
    page, left, right = (side.twips if side is not None else 0 for side in sides)
    links = (link.get("href", "") for link in article.iter("a"))
    anchors = Anchors(wanted=frozenset(link[1:] for link in links if link.startswith("#")))
    _fit_charts(article, form, page - left - right, document)
    builder = Builder(
        part=document.part,
        home=Voice(language=composed.language, direction=composed.direction),
        size=form.size,
        width=page - left - right,
        document=composed.document,
        kind=kind,
        lists=Lists(numbering=document.part.numbering_part.element),
        anchors=anchors,
    )
    body = document.element.body
    at = list(body).index(section._sectPr)
    for offset, block in enumerate(builder.build(article)):
        body.insert(at + offset, block)
    if anchors.wanted.difference(anchors.made):
        raise CopyError(
            f"{composed.document}: bad-link: a link leads to a place that is not in the copy. "
            "Point it at an id that the document's template has."
        )


def _fit_charts(article: Element, form: Form, width: int, document: Document) -> None:
    """Draw each chart as an upright page holds it, if that can be: its words are there."""
    section = document.sections[0]
    sides = (section.page_height, section.top_margin, section.bottom_margin)
    page, top, bottom = (side.pt if side is not None else 0 for side in sides)
    room = figures.Room(width=width / 20, height=page - top - bottom)
    for figure in tuple(article.iter("figure")):
        if not figures.fit(figure, form.size, room):
            figures.leave_out(figure)


def _set_properties(document: Document, composed: Composed) -> None:
    """Title, author and language. A copy does not say when it was made: its dates are fixed."""
    properties = document.core_properties
    properties.title = composed.title
    properties.author = composed.author
    properties.language = composed.language
    properties.last_modified_by = composed.author
    properties.revision = 1
    properties.created = properties.modified = NO_DATE


def _finished(document: Document, font_table: bytes) -> bytes:
    saved = io.BytesIO()
    document.save(saved)
    members = {member.name: member.content for member in opened(saved.getvalue()).members}
    members[_FONT_TABLE] = font_table
    return packed(members)
