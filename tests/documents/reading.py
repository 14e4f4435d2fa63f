"""How hard a copy is to read: the package's measures, over the sentences of a composed page.

Names, numbers and addresses (`bdi`) are left out, and headings too, which are no sentences.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from cpdocs.procedures.checks import reading
from cpdocs.procedures.checks.reading import syllables

__all__ = ["abbreviations", "reading_age", "sentence_length", "sentences", "syllables"]


def sentences(body: str) -> Iterator[str]:
    """Each sentence of the paragraphs, lists and cells."""
    for element in etree.fromstring(body).iter("p", "li", "td"):
        yield from reading.sentences(_words_of(element))


def sentence_length(body: str) -> float:
    """Words in a sentence, on average."""
    return reading.sentence_length(sentences(body))


def reading_age(body: str) -> float:
    """The age, in years, at which the copy can be read."""
    return reading.reading_age(sentences(body))


def abbreviations(body: str) -> list[str]:
    """Capitals in a row that stand for something which is not said."""
    return reading.abbreviations(" ".join(sentences(body)))


def _words_of(element: etree._Element) -> str:
    pieces = [element.text or ""]
    for child in element:
        if child.tag == "br":
            pieces.append(". ")
        elif child.tag != "bdi":
            pieces.append(_words_of(child))
        pieces.append(child.tail or "")
    return " ".join("".join(pieces).split())
