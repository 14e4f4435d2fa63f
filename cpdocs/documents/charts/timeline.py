"""A line of days from the top down, with what is due on each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from math import log2

from markupsafe import Markup

from cpdocs.documents.charts import drawing
from cpdocs.documents.charts.words import EM, pitch, wrapped
from cpdocs.languages import Language, formats

_WIDTH = 17.5 * EM  # fits beside the margins of A4 at 28 pt, the largest print
_GUTTER = 1.8 * EM  # from the edge to the words; the line stands in it
_AT = 0.7 * EM  # of the line, from the edge
_GAP = 0.5 * EM  # between two days at least; longer waits are told apart by more


def drawn(entries: Sequence[tuple[date, Sequence[str]]], alt: str, language: Language) -> Markup:
    """The line as SVG. Each entry is a day and what is due on it."""
    step = pitch(language) * EM
    rtl = language.direction == "rtl"
    places, y = [], step * 0.2
    for number, (day, things) in enumerate(entries):
        lines = wrapped((formats.in_date(language, day), *things), (_WIDTH - _GUTTER) / EM)
        places.append((y, lines))
        y += len(lines) * step
        if number + 1 < len(entries):
            y += _GAP * (1 + log2(1 + (entries[number + 1][0] - day).days / 7))
    at, words_at = (_WIDTH - _AT, _WIDTH - _GUTTER) if rtl else (_AT, _GUTTER)

    def parts() -> Iterator[Markup]:
        ends = places[0][0] + step / 2, places[-1][0] + step / 2
        yield drawing.stroke("kin", (at, ends[0]), (at, ends[1]))
        for top, lines in places:
            words = drawing.lines(lines, words_at, top, step, "right" if rtl else "left")
            yield drawing.group((drawing.dot(at, top + step / 2), words))

    return drawing.svg(_WIDTH, y + step * 0.2, alt, parts())
