"""What a supporter, advocate or interpreter gets: no more than each of their people (R 7.2.4)."""

from __future__ import annotations

from collections.abc import Sequence

from cpdocs.model.conference import Contribution
from cpdocs.model.paths import Path, records_in, walk
from cpdocs.model.sharing import Passage, Sharing
from cpdocs.sharing.facts import Facts
from cpdocs.sharing.verdict import Labels, Verdict, withheld


def agreed_words(record: Passage, reader: str) -> int | None:
    """Which variant the chair agreed for this reader, if any."""
    for number, variant in enumerate(record.wording_for):
        if reader in variant.readers and variant.agreed_by_chair is not None:
            return number
    return None


def for_helper(facts: Facts, reader: str, labels: Sequence[Labels]) -> Labels:
    """What all of several readers get, and what names the helper themselves.

    Where the people get different agreed words of a passage the helper gets none, unless words were
    agreed for the helper: those stand wherever each of the people sees the passage at all.
    """
    gone: dict[Path, Verdict] = {}
    for one in labels:
        gone.update(one.withheld)
    own: dict[Path, int] = {}
    plain: set[Path] = set()
    part_of: dict[Path, Path] = {}
    for node in walk(facts.scoped):
        for path, record in records_in(node):
            if isinstance(record, Contribution):
                part_of[path] = ("conferences", facts.conference.id, "parts", record.part)
            block = getattr(record, "sharing", None)
            if isinstance(block, Sharing) and reader in block.withhold_from:
                gone.setdefault(path, withheld("withheld-by-name", "S 7.5", block))
            if isinstance(record, Passage) and (words := agreed_words(record, reader)) is not None:
                own[path] = words
    for path in {path for one in labels for path in (*one.variants, *one.plain)} - set(own):
        agreed = {one.variants[path] for one in labels if path in one.variants}
        if len(agreed) > 1:
            gone[path] = withheld("helper-of-several", "R 7.2.4")
        elif agreed:
            own[path] = agreed.pop()  # agreed words are less than the full ones
        else:
            plain.add(path)  # and so is plain wording
    markable = frozenset(
        path
        for path in frozenset.intersection(*(one.markable for one in labels))
        if part_of[path] not in gone
    )
    return Labels(
        withheld=gone,
        variants=own,
        gaps=markable & gone.keys(),
        markable=markable,
        plain=frozenset(plain),
        narrowed=_narrowed(labels),
    )


def _narrowed(labels: Sequence[Labels]) -> dict[Path, tuple[str, ...]]:
    """Lists of which only some items are told: those that each of the people is told."""
    return {
        path: tuple(
            item
            for item in labels[0].narrowed.get(path, ())
            if all(item in one.narrowed.get(path, ()) for one in labels)
        )
        for path in {path for one in labels for path in one.narrowed}
    }
