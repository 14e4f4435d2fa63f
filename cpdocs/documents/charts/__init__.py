"""Drawn charts: the family structure and the line of due dates, from a view alone.

The words of a chart, and its whole text equivalent, are in `templates/_parts/charts.html`. Here are
its shapes: who stands where, and which line joins whom.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from cpdocs.documents.charts import due, family, genogram, several, timeline
from cpdocs.languages import Language
from cpdocs.model.view import View


def tools(view: View, language: Language) -> dict[str, Callable[..., Any]]:
    """What templates call to draw: see `templates/_parts/charts.html`."""
    return {
        "family": lambda: family.family_of(view),
        "draw_family": lambda labels, alt, see, heading, part_alt: genogram.drawn(
            family.family_of(view),
            labels,
            alt,
            several.PartWords(see=see, heading=heading, alt=part_alt),
            language,
        ),
        "due_days": lambda: due.due_days(view),
        "draw_timeline": lambda entries, alt: timeline.drawn(entries, alt, language),
    }
