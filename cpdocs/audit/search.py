"""Search strings read back from a finished file for what its reader may not see."""

from __future__ import annotations

from collections.abc import Iterable

from cpdocs.editions.rendition import Found
from cpdocs.findings import Effect, Finding, Severity
from cpdocs.matching import numbers, runs, words
from cpdocs.sharing.ledger import Needle, NeedleKind


def search(found: Iterable[Found], needles: Iterable[Needle]) -> tuple[Finding, ...]:
    """One finding for each withheld place of the case and each place of the file that tells it.

    Findings name both places and never the words.
    """
    sought = tuple(needles)
    by_words = {tuple(n.text.split()): n for n in sought if n.kind is NeedleKind.WORDS}
    by_digits = tuple(n for n in sought if n.kind is NeedleKind.DIGITS)
    lengths = sorted({len(run) for run in by_words})
    hits: set[tuple[str, str]] = set()
    for string in found:
        said = words(string.text)
        for length in lengths:
            for run in runs(said, length):
                if run in by_words:
                    hits.add((string.place, by_words[run].path))
        for number in numbers(string.text):
            hits |= {(string.place, n.path) for n in by_digits if n.text in number}
    return tuple(_finding(place, path) for place, path in sorted(hits))


def _finding(place: str, path: str) -> Finding:
    return Finding(
        code="leak-found",
        effect=Effect.HOLDS,
        severity=Severity.ERROR,
        place=place,
        says=(
            f"The file holds something of `{path}`, which this reader may not have. Complete the "
            "passage's `about`, withhold it, or give agreed wording (`wording_for`)."
        ),
        source="R 7.6",
    )
