"""Law 3a for every document, form, format and language that there is: the same bytes elsewhere.

Run as a program, it makes files in an order of its own and prints their digests: the other half of
each pair.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterable
from hashlib import sha256
from itertools import cycle, product
from pathlib import Path
from random import Random

import pytest

from cpdocs.documents.catalogue import catalogue, document
from cpdocs.documents.compose import compose
from cpdocs.editions.render import render
from cpdocs.languages import known_languages, load_language
from cpdocs.values import LARGE_PRINT_SIZES, STANDARD_SIZE, Edition, Form, Format
from tests.documents.goldens import view_of

ROOT = Path(__file__).parents[2]
SIZES = (STANDARD_SIZE, *LARGE_PRINT_SIZES)
IDS = tuple(each.id for each in catalogue())
ENGLISH = tuple(product(IDS, Format, SIZES, ("en",)))
QUICK = tuple(zip(IDS[::4], cycle(Format), cycle((*SIZES, SIZES[0])), cycle(("en",)), strict=False))
_ELSEWHERE = {"PYTHONHASHSEED": "7", "TZ": "Pacific/Auckland", "LC_ALL": "C"}

Wanted = tuple[str, Format, int, str]  # document, format, size, language


def for_families_elsewhere() -> tuple[Wanted, ...]:
    """Each document for families in each other language, a format and a size for each."""
    forms = cycle(product(Format, SIZES))
    read = [each.id for each in catalogue() if "family" in each.audience]
    others = [code for code in known_languages() if code != "en"]
    return tuple(
        (one, *next(forms), code) for code, one in product(others, read) if _is_whole(one, code)
    )


def _is_whole(one: str, code: str) -> bool:
    """Whether the example's own words, which are no family's, are all in the catalogue."""
    try:
        compose(document(one), view_of(one), load_language(code))
    except Exception:
        return False
    return True


def made(wanted: Iterable[Wanted]) -> dict[str, tuple[str, int]]:
    """The digest and length of each file, by what it is."""
    found = {}
    for one, format_, size, code in wanted:
        edition = Edition.STANDARD if size == STANDARD_SIZE else Edition.LARGE_PRINT
        composed = compose(document(one), view_of(one), load_language(code))
        content = render(composed, Form(edition=edition, size=size, format=format_)).content
        name = f"{one} {format_} {size} {code}"
        found[name] = (sha256(content).hexdigest(), len(content))
    return found


def made_elsewhere(wanted: Iterable[Wanted]) -> dict[str, tuple[str, int]]:
    """The same files from another process, in another order, on another clock and locale."""
    order = list(wanted)
    Random(11).shuffle(order)  # noqa: S311 (an order, not a secret)
    done = subprocess.run(
        [sys.executable, "-m", "tests.laws.test_factoring_every_file"],
        input=json.dumps(order),
        env={**os.environ, **_ELSEWHERE},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return {name: tuple(told) for name, told in json.loads(done.stdout).items()}


def test_a_file_of_each_format_and_size_is_the_same_from_another_process() -> None:
    assert made(QUICK) == made_elsewhere(QUICK)


@pytest.mark.prove
def test_every_file_is_the_same_from_another_process(capsys: pytest.CaptureFixture[str]) -> None:
    wanted = (*ENGLISH, *for_families_elsewhere())
    started = time.monotonic()
    here, there = made(wanted), made_elsewhere(wanted)
    seconds = time.monotonic() - started
    size = sum(length for _, length in here.values())
    with capsys.disabled():
        print(f"\nfactoring: {len(here)} pairs of files, {size} bytes compared, {seconds:.0f} s")
    assert here == there


if __name__ == "__main__":
    asked = [
        (one, Format(format_), size, code) for one, format_, size, code in json.load(sys.stdin)
    ]
    json.dump(made(asked), sys.stdout)
