"""One copy by which a document is shown: what its golden, contract and right-to-left tests read."""

from __future__ import annotations

from dataclasses import dataclass

from cpdocs.model.view import View


@dataclass(frozen=True, kw_only=True)
class Example:
    """A document as one reader gets it."""

    name: str  # of its golden
    document: str  # catalogue id
    view: View
