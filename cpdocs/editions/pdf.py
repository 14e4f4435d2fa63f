"""PDF/UA-1 by WeasyPrint: no warning is let pass, and the same words give the same bytes."""

from __future__ import annotations

from functools import lru_cache
from math import ceil

from lxml import etree

from cpdocs.documents.composed import Composed
from cpdocs.editions import figures, relayout, sheet
from cpdocs.editions.complaints import watched
from cpdocs.editions.markup import foot_words, page_html, parse_body
from cpdocs.editions.pdf_strings import read_back
from cpdocs.errors import CopyError, MissingProgram
from cpdocs.values import Form

__all__ = ["read_back", "write"]


def write(composed: Composed, form: Form) -> bytes:
    """The finished PDF.

    Raises `CopyError` for anything that the renderer so much as warns of, and `MissingProgram`
    where a font of the house is not installed.
    """
    from weasyprint import HTML
    from weasyprint.urls import FatalURLFetchingError

    from cpdocs.editions.tagging import Tagging

    body = relayout.lay_out(parse_body(composed), form, composed.document)
    relayout.place_sender(body, form)
    foot = foot_words(composed, numbers="counted")
    foot.set("class", "foot foot-words")
    try:
        with watched(composed.document), Tagging() as tagging:
            height = _foot_height(_foot_html(composed, form), form)
            figures.place_on_paper(body, form.size, *sheet.rooms(form, height))
            html = page_html(composed, f"{form.look} {body.get('class', '')}", foot, body)
            content: bytes = HTML(string=html, url_fetcher=sheet.packaged_only()).write_pdf(
                finisher=tagging.finish,
                font_config=sheet.fonts(),
                stylesheets=[*sheet.stylesheets(form), sheet.foot_room(height)],
                pdf_variant="pdf/ua-1",
                pdf_tags=True,
            )
    except FatalURLFetchingError:  # it derives from BaseException, and quotes the address
        raise CopyError(
            f"{composed.document}: missing-picture: the copy asks for a file that is not packaged. "
            "Add it to the packaged files, or take it out."
        ) from None
    _check_fonts(tagging.families, composed.document)
    return content


def _foot_html(composed: Composed, form: Form) -> str:
    end = etree.Element("p", {"id": "end"})
    return page_html(composed, form.look, foot_words(composed, numbers="widest"), end)


@lru_cache(maxsize=64)
def _foot_height(html: str, form: Form) -> float:
    """How tall the foot's words are in this form, in whole points: they wrap, and are never cut."""
    from weasyprint import HTML

    sheets = [*sheet.stylesheets(form), sheet.parsed("@page { margin-top: 0 }")]
    document = HTML(string=html, url_fetcher=sheet.packaged_only()).render(
        font_config=sheet.fonts(), stylesheets=sheets
    )
    bottom = document.pages[0].anchors["end"][1]
    return float(ceil(bottom * 0.75))  # CSS pixels to points


def _check_fonts(families: frozenset[str], document: str) -> None:
    """A family from outside the house would change the look, and the bytes, from machine to
    machine."""
    if "Noto Sans" not in families:
        raise MissingProgram(
            "The Noto fonts are not installed. Install them (Debian: fonts-noto-core)."
        )
    if any(not family.startswith("Noto ") for family in families):
        raise CopyError(
            f"{document}: missing-glyph: a letter is in none of the Noto fonts. Set the words in "
            "letters that they have, or install them all (Debian: fonts-noto-core)."
        )
