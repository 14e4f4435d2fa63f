"""A PDF says that it is PDF/UA-1, is the same everywhere, and is made without one warning."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pikepdf
import pytest

from cpdocs.documents.composed import Composed
from cpdocs.editions.render import render
from cpdocs.errors import CopyError
from cpdocs.values import Form, Format
from tests.editions.samples import letter_with

Made = Callable[[str, int, Format], bytes]
_ROOT = Path(__file__).parent.parent.parent


def with_body(extra: str) -> Composed:
    """The sample letter with something more at its end."""
    letter = letter_with()
    return replace(letter, body=letter.body.replace("</article>", f"{extra}</article>"))


@pytest.mark.parametrize(("sample", "language"), [("letter", "en-GB"), ("urdu", "ur")])
def test_properties_say_what_the_copy_is_and_when_nothing(
    made: Made, sample: str, language: str
) -> None:
    with pikepdf.open(io.BytesIO(made(sample, 12, Format.PDF))) as pdf:
        xmp = pdf.Root.Metadata.read_bytes().decode()
        assert str(pdf.Root.Lang) == language
        assert str(pdf.docinfo["/Author"]) == "Exampleton Borough Council"
        assert str(pdf.docinfo["/Title"])
        assert str(pdf.docinfo["/Title"]) in xmp
        assert {"/CreationDate", "/ModDate"}.isdisjoint(pdf.docinfo.keys())
        assert "/ID" not in pdf.trailer
        assert 'pdfuaid:part="1"' in xmp
        assert bool(pdf.Root.MarkInfo.Marked)
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)


def test_two_processes_make_the_same_bytes_whatever_their_surroundings(made: Made) -> None:
    script = (
        "from hashlib import sha256\n"
        "from cpdocs.editions.render import render\n"
        "from cpdocs.values import Form\n"
        "from tests.editions.samples import letter_with, minutes_with, urdu_letter\n"
        "for composed in (urdu_letter(), minutes_with(9), letter_with()):\n"
        "    print(sha256(render(composed, Form()).content).hexdigest())\n"
    )
    told = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        check=True,
        cwd=_ROOT,
        env={**os.environ, "PYTHONHASHSEED": "7", "TZ": "Asia/Karachi", "LC_ALL": "C"},
    )
    here = [
        sha256(made(name, 12, Format.PDF)).hexdigest()
        for name in ("urdu", "short minutes", "letter")
    ]
    assert told.stdout.split() == here


@pytest.mark.parametrize(
    ("extra", "code"),
    [
        ("<p>Secret \u0378</p>", r"missing-glyph U\+0378"),  # assigned to no letter
        ("<p>Secret \ue123</p>", "missing-glyph"),  # some machines have a font of their own for it
        ('<p><img src="https://secret.example/a.png" alt="Secret"/></p>', "missing-picture"),
        ('<p><img src="file:///etc/passwd" alt="Secret"/></p>', "missing-picture"),
        ('<p><img src="packaged:../pyproject.toml" alt="Secret"/></p>', "missing-picture"),
        ('<p><a href="#secret">There</a></p>', "bad-link"),
        ('<p style="colour: Secret">There</p>', "bad-style"),
    ],
)
def test_whatever_the_renderer_complains_of_stops_the_copy_and_is_told_without_its_words(
    extra: str, code: str, caplog: pytest.LogCaptureFixture
) -> None:
    with pytest.raises(CopyError, match=code) as caught:
        render(with_body(extra), Form())
    assert "ecret" not in str(caught.value)
    assert caught.value.__cause__ is None
    assert not caplog.records  # nothing of it reaches a log either


def test_a_copy_after_a_failed_one_is_whole(made: Made) -> None:
    with pytest.raises(CopyError):
        render(with_body("<p>\u0378</p>"), Form())
    assert render(letter_with(), Form()).content == made("letter", 12, Format.PDF)
