"""What a copy says: its passages, with their numbers in that copy, and its actions.

Read off the finished words, so that a number is the one that stands there, whatever template made
it. Passages are planted as tokens; neither their words nor a missing translation matter.
"""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree
from markupsafe import Markup

from cpdocs.documents.canonical import canonical
from cpdocs.documents.catalogue import Document
from cpdocs.documents.compose import environment, tools
from cpdocs.documents.missing import Missing
from cpdocs.languages import load_language
from cpdocs.languages.language import SOURCE
from cpdocs.model.base import Record
from cpdocs.model.sharing import Passage
from cpdocs.model.view import View

_PLANTED = "\ue001"  # private use, so in no case's text


@dataclass(frozen=True, kw_only=True)
class SaidRecord:
    """One passage or action as a copy has it."""

    record: Record  # the very one of the view
    words: str | None  # that a passage is said in
    number: int | None  # None: the document does not number it


def said_in(document: Document, view: View) -> tuple[SaidRecord, ...]:
    """Every passage that the document says, in the order of the page, and then every action.

    A fact that is missing elsewhere holds nothing up.
    """
    planted: list[tuple[Passage, str]] = []
    actions: list[Record] = []

    def plant(
        passage: Passage, _place: str, _css_class: str | None = None, words: str | None = None
    ) -> Markup:
        planted.append((passage, words or passage.text))
        return Markup("<p>{}{}</p>").format(_PLANTED, len(planted) - 1)

    def note(action: Record) -> list[Markup]:
        actions.append(action)
        return []

    told = tools(document, view, load_language(SOURCE), Missing())
    told |= {"said": plant, "marks_of": note}
    inner = environment().get_template(document.template).render(told)
    root = canonical(f"<article>{inner}</article>", document.id)
    paragraphs = (it for it in root.iter("p") if (it.text or "").startswith(_PLANTED))
    passages = (
        SaidRecord(record=passage, words=words, number=_number(paragraph))
        for paragraph in paragraphs
        for passage, words in (planted[int(str(paragraph.text).removeprefix(_PLANTED))],)
    )
    return (*passages, *(SaidRecord(record=it, words=None, number=None) for it in actions))


def _number(said: etree._Element) -> int | None:
    """The number of the passage that a paragraph belongs to."""
    holder = said.getparent()
    if holder is None or holder.get("class", "").split()[:1] != ["passage"]:
        return None
    number = next(iter(holder.iterfind(".//span[@class='number']")), None)
    return None if number is None else int("".join(map(str, number.itertext())))
