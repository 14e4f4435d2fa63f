"""Words as markup: escaped, isolated, and marked where they are in another language."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from markupsafe import Markup, escape

from cpdocs.languages import Language
from cpdocs.model.places import Address

_BLANK_LINE = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")
# Things that would be read in the wrong order inside right-to-left words: e-mail addresses,
# postcodes, and figures with whatever joins them (telephone numbers, dates, times, sums).
_TO_ISOLATE = re.compile(
    r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b"
    r"|[+£]?\d(?:[\d\s:./,–-]*\d)?(?:[ap]m\b|%)?"
)


def isolated(text: str) -> Markup:
    """A name, date or the like, kept apart from the direction of the words round it."""
    return Markup('<bdi dir="{}">{}</bdi>').format(_direction(text), text)


def unbroken(text: str) -> Markup:
    """The same, for what must not break over lines: a telephone number, postcode or reference."""
    return Markup('<bdi dir="{}" class="keep">{}</bdi>').format(_direction(text), text)


def _direction(text: str) -> str:
    """The way that a name or date reads: `12 نوفمبر 2026` starts at the right with its day."""
    kinds = map(unicodedata.bidirectional, text)
    return "rtl" if any(kind in {"R", "AL"} for kind in kinds) else "ltr"


def address_lines(address: Address) -> Markup:
    """The lines of an address, the postcode last."""
    return Markup("<br/>").join(_address(address))


def address_line(address: Address) -> Markup:
    """An address in one line, which runs from the left in every language."""
    return Markup('<bdi dir="ltr">{}</bdi>').format(Markup(", ").join(_address(address)))


def _address(address: Address) -> list[Markup]:
    lines = [isolated(line) for line in address.lines]
    return [*lines, unbroken(address.postcode)] if address.postcode else lines


def lines(items: Iterable[str]) -> Markup:
    """Things below one another, in a cell or an address."""
    return Markup("<br/>").join(escape(item).strip() for item in items)


def telephone(number: str) -> Markup:
    """A telephone number that can be rung from a screen."""
    dialled = "".join(c for c in number if c.isdigit() or c == "+")
    return Markup('<a href="tel:{}">{}</a>').format(dialled, unbroken(number))


def mail(address: str) -> Markup:
    """An e-mail address that can be written to from a screen."""
    return Markup('<a href="mailto:{}">{}</a>').format(address, unbroken(address))


def split_paragraphs(text: str) -> tuple[str, ...]:
    """Free text at its blank lines."""
    return tuple(part.strip() for part in _BLANK_LINE.split(text.strip()) if part.strip())


def spoken(text: str, language: Language) -> Markup:
    """Words already in `language`, with figures isolated where it is written right to left."""
    if language.direction == "ltr":
        return escape(text)
    pieces: list[Markup] = []
    end = 0
    for found in _TO_ISOLATE.finditer(text):
        pieces += [escape(text[end : found.start()]), isolated(found.group())]
        end = found.end()
    return Markup("").join([*pieces, escape(text[end:])])


def as_recorded(text: str, language: Language) -> Markup:
    """Words of the case file, which is in English, marked as English in any other language."""
    if language.is_source:
        return escape(text)
    return Markup('<bdi dir="ltr" lang="en-GB">{}</bdi>').format(text)


def paragraphs(parts: Iterable[Markup], css_class: str | None = None) -> Markup:
    """One `p` for each."""
    attribute = Markup(' class="{}"').format(css_class) if css_class else Markup("")
    return Markup("\n").join(Markup("<p{}>{}</p>").format(attribute, part) for part in parts)
