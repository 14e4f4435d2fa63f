"""The house shell: which one a document stands in, filled, in the copy's size and language."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from lxml import etree

from cpdocs import resources
from cpdocs.documents.composed import Composed
from cpdocs.editions.docx_xml import LATIN_FONT, Element, complex_font, culture, make
from cpdocs.errors import CopyError
from cpdocs.values import STANDARD_SIZE, Form

if TYPE_CHECKING:
    from docx.document import Document

_PAGE_WORDS = re.compile(r"\{(page|pages)\}")
_FIELDS = {"page": "PAGE", "pages": "NUMPAGES"}
_HOUSE_LANGUAGE = "en-GB"  # of the names and numbers in a copy that is otherwise right to left
_SPACES = ("before", "after")


def shell_name(composed: Composed, kind: str) -> str:
    """The shell of a document: a letter's, a plan's where its wording is one, else a report's."""
    if kind == "letter":
        return "letters/_shell.docx"
    is_plan = any((resources.TEMPLATES / "plans").glob(f"{composed.document}.*"))
    return "plans/_shell.docx" if is_plan else "reports/_shell.docx"


def filled(composed: Composed, shell: str) -> Document:
    """The shell with the copy's running words in it.

    Raises `CopyError` where the shell asks for a word that it is not given.
    """
    from docxtpl import DocxTemplate
    from jinja2 import StrictUndefined, TemplateError
    from jinja2.sandbox import SandboxedEnvironment

    running = composed.running
    words = {
        "author": composed.author,
        "language": composed.language,
        "marking": running.marking,
        "reference": running.reference,
        "title": running.title,
    }
    template = DocxTemplate(resources.TEMPLATES / shell)
    environment = SandboxedEnvironment(undefined=StrictUndefined, autoescape=True)
    try:
        template.render(words, jinja_env=environment, autoescape=True)
    except TemplateError:  # its message can quote the words
        raise CopyError(
            f"{composed.document}: bad-shell: {shell} asks for a word that copies do not have. Use "
            f"only {', '.join(sorted(words))}, or make the shells again with tools/make_shells.py."
        ) from None
    document: Document = template.docx
    return document


def set_size(styles: Element, form: Form) -> None:
    """Set every style in the form's size.

    A heading stays as many points larger than the body as it is at 12 pt: in proportion, one at
    28 pt would fill the page. Space between paragraphs grows in proportion.
    """
    extra = 2 * (form.size - STANDARD_SIZE)
    for tag in ("w:sz", "w:szCs"):
        for size in styles.iter(qn(tag)):
            size.set(qn("w:val"), str(int(size.get(qn("w:val"), "0")) + extra))
    for spacing in styles.iter(qn("w:spacing")):
        for side in _SPACES:
            if spacing.get(qn(f"w:{side}")) is not None:
                space = int(spacing.get(qn(f"w:{side}"), "0")) * form.size // STANDARD_SIZE
                spacing.set(qn(f"w:{side}"), str(space))
    if form.is_large:  # UKAAF G003: no underline; the house has no italics
        for underline in tuple(styles.iter(qn("w:u"))):
            parent = underline.getparent()
            if parent is not None:
                parent.remove(underline)
                parent.insert(0, make("w:b"))  # a link is told by its weight as well as its colour


def set_language(styles: Element, settings: Element, composed: Composed) -> None:
    """Say the document's language, and the type of its script, in the defaults of every run."""
    whole = culture(composed.language)
    latin = _HOUSE_LANGUAGE if composed.direction == "rtl" else whole
    for language in (*styles.iter(qn("w:lang")), *settings.iter(qn("w:themeFontLang"))):
        language.set(qn("w:val"), latin)
        language.set(qn("w:bidi"), whole)
        if language.tag == qn("w:lang"):
            language.set(qn("w:eastAsia"), latin)
    for fonts in styles.iter(qn("w:rFonts")):
        fonts.set(qn("w:cs"), complex_font(composed.language)[0])


def set_direction(document: Document) -> None:
    """Turn the header and the footer to right to left.

    The page itself is not turned (`w:bidi` of a section): there is one column and no gutter, and
    some programs would mirror the address out of its window.
    """
    for root in _running_parts(document):
        for paragraph in root.iter(qn("w:p")):
            properties = paragraph.find(qn("w:pPr"))
            if properties is not None:
                at = 1 if properties.find(qn("w:pStyle")) is not None else 0
                properties.insert(at, make("w:bidi"))
        for run in root.iter(qn("w:r")):
            turned = make("w:rPr")
            turned.append(make("w:rtl"))
            run.insert(0, turned)


def add_page_numbers(document: Document, composed: Composed) -> None:
    """Put `Page 1 of 3` at the foot of every page, in the copy's words, counted by Word itself."""
    before, *rest = _PAGE_WORDS.split(composed.running.page_of)
    if sorted(rest[::2]) != ["page", "pages"]:
        raise CopyError(
            f"{composed.document}: page-words: the words for the page number need {{page}} and "
            "{pages} once each. Mend them in the language's file."
        )
    paragraph = make("w:p")
    paragraph.append(make("w:pPr"))
    paragraph[0].append(make("w:pStyle", val="Footer"))
    paragraph.append(_run(before))
    for name, after in zip(rest[::2], rest[1::2], strict=True):
        number = make("w:fldSimple", instr=_FIELDS[name])
        number.append(_run("1"))  # Word counts when it opens the file
        paragraph.append(number)
        if after:
            paragraph.append(_run(after))
    for root in _running_parts(document):
        if root.tag == qn("w:ftr"):
            root.append(paragraph)


def font_table(composed: Composed) -> bytes:
    """The fonts of a copy, each with what a machine uses that does not have it."""
    fonts = make("w:fonts")
    for name, instead in sorted({LATIN_FONT, complex_font(composed.language)}):
        font = make("w:font", name=name)
        font.append(make("w:altName", val=instead))
        font.append(make("w:family", val="swiss"))
        fonts.append(font)
    return etree.tostring(fonts, xml_declaration=True, encoding="UTF-8", standalone=True)


def _run(text: str) -> Element:
    run = make("w:r")
    run.append(make("w:t"))
    run[0].text = text
    run[0].set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return run


def _running_parts(document: Document) -> list[Element]:
    """Headers and footers by their relations: docxtpl swaps parts behind python-docx's back."""
    kinds = (RELATIONSHIP_TYPE.HEADER, RELATIONSHIP_TYPE.FOOTER)
    relations = document.part.rels.values()
    return [each.target_part.element for each in relations if each.reltype in kinds]
