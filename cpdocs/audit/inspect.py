"""Inspect: read one finished copy back, in full, and search it."""

from __future__ import annotations

from cpdocs.audit.search import search
from cpdocs.editions.render import read_back
from cpdocs.editions.rendition import Found, Rendition
from cpdocs.findings import Finding
from cpdocs.sharing.ledger import Ledger


def inspect(rendition: Rendition, ledger: Ledger) -> tuple[Finding, ...]:
    """What the finished file tells that its reader may not have, its name included."""
    found = read_back(rendition.content, rendition.form.format)
    return search((*found, Found(place="file name", text=rendition.name)), ledger.needles)
