"""What a document is told, and what it is said to cover, are one thing."""

from __future__ import annotations

import pytest

from cpdocs.model.paths import Path
from cpdocs.model.view import Section
from cpdocs.sharing import NothingToShare
from cpdocs.sharing.narrow import covered
from cpdocs.sharing.placed import placed, told
from cpdocs.sharing.share import everybody
from tests.generators.cases import random_case
from tests.sharing.test_compare import told_of

EXCLUSIONS = "exclusions"  # told in minutes with their grounds, and else in a letter about them


def _told_and_covered(section: Section, seed: int) -> list[tuple[Path, bool, bool]]:
    """Every place of some whole views: whether the document is told it, and is said to be."""
    found: list[tuple[Path, bool, bool]] = []
    case = random_case(seed)
    for reader in everybody(case)[::4]:
        every = told_of(case, reader)
        if every is None:
            continue
        homes = placed(every.whole)
        try:
            narrowed = every.whole.told(frozenset({section}))
        except NothingToShare:
            continue
        held = told(narrowed.view, homes)
        found += [
            (path, path in held, covered(frozenset({section}), path))
            for path in told(every.view, homes)
            if EXCLUSIONS not in path and path[0] != "ruled"
        ]
    return found


@pytest.mark.parametrize("section", Section)
def test_a_document_is_told_a_place_exactly_where_it_covers_it(section: Section) -> None:
    places = [row for seed in (3, 4) for row in _told_and_covered(section, seed)]
    assert places
    assert [path for path, is_told, is_covered in places if is_told is not is_covered] == []
