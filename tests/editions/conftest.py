"""Sample copies, rendered once for all tests of the editions."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest

from cpdocs.documents.composed import Composed
from cpdocs.editions.render import render
from cpdocs.values import Edition, Form, Format
from tests.editions import samples

_SAMPLES: dict[str, Callable[[], Composed]] = {
    "letter": samples.letter_with,
    "long": lambda: samples.letter_with(samples.LONG_ADDRESS),
    "minutes": samples.minutes_with,
    "short minutes": lambda: samples.minutes_with(9),
    "urdu": samples.urdu_letter,
}


def form_of(size: int, kind: Format = Format.PDF) -> Form:
    """The form of a size: standard at 12 pt, large print above."""
    edition = Edition.STANDARD if size == 12 else Edition.LARGE_PRINT
    return Form(edition=edition, size=size, format=kind)


@cache
def _made(sample: str, size: int, kind: Format) -> bytes:
    return render(_SAMPLES[sample](), form_of(size, kind)).content


@pytest.fixture(scope="session")
def made() -> Callable[[str, int, Format], bytes]:
    """The finished file of a sample at a size in a format."""
    return _made
