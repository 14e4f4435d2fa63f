"""Whose text an authority follows: which checks hold for it.

Table H names for each check the procedures that support it. An authority that is laid over another
(`extends`) follows that one's text. One that follows none of the five is held to the checks that
hold for everybody.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from functools import cache

import yaml

from cpdocs.resources import data_text


class Text(StrEnum):
    """The procedures that a check can come from, by the letter that sources begin with."""

    R = "R"  # Rotherham
    N = "N"  # Nottinghamshire
    S = "S"  # Sunderland
    L = "L"  # the London-style board
    W = "W"  # Warwickshire


_OF: dict[str, Text] = {
    "rotherham": Text.R,
    "nottinghamshire": Text.N,
    "sunderland": Text.S,
    "london-style": Text.L,
    "warwickshire": Text.W,
}


@cache
def text_of(slug: str) -> Text | None:
    """The text that an authority follows, its own or that of the nearest one that it extends."""
    return next((_OF[name] for name in _line(slug) if name in _OF), None)


def _line(slug: str) -> Iterator[str]:
    """The authority, then what it extends, then what that extends. The files are known to load."""
    name: str | None = slug
    seen: set[str] = set()
    while name is not None and name not in seen:
        yield name
        seen.add(name)
        read = yaml.safe_load(data_text(f"authorities/{name}.yaml"))
        extends = read.get("extends") if isinstance(read, dict) else None
        name = extends if isinstance(extends, str) else None
