"""Search strings read back from a finished file for what its reader may not see."""

from __future__ import annotations

from collections.abc import Iterable

from cpdocs.editions.rendition import Found
from cpdocs.findings import Effect, Finding, Severity
from cpdocs.sharing.hits import Searcher
from cpdocs.sharing.ledger import Needle


def search(found: Iterable[Found], needles: Iterable[Needle]) -> tuple[Finding, ...]:
    """One finding for each withheld place of the case and each place of the file that tells it.

    Findings name both places and never the words. What the chair lets stand in a passage is no
    finding among that passage's words, and is one anywhere else.
    """
    searcher = Searcher(needles)
    hits = {
        (string.place, hit.needle.path)
        for string in found
        for hit in searcher.hits(string.text)
        if not hit.may_stand()
    }
    return tuple(_finding(place, path) for place, path in sorted(hits))


def _finding(place: str, path: str) -> Finding:
    return Finding(
        code="leak-found",
        effect=Effect.HOLDS,
        severity=Severity.ERROR,
        place=place,
        says=(
            f"The file holds something of `{path}`, which this reader may not have. Complete the "
            "passage's `about`, withhold it, give agreed wording (`wording_for`), or record that "
            "the chair lets it stand (`may_stand`)."
        ),
        source="R 7.6",
    )
