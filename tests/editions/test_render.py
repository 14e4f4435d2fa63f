"""One call makes a copy, and every copy has what each format needs."""

from __future__ import annotations

import importlib
from dataclasses import replace
from pathlib import Path

import pytest

from cpdocs.documents.composed import Composed
from cpdocs.editions.render import FORMATS, file_name, module_for, render
from cpdocs.errors import CopyError
from cpdocs.values import Edition, Form, Format
from tests.editions.samples import letter_with, minutes_with, urdu_letter


def test_every_format_has_a_module_that_writes_and_reads_back() -> None:
    assert set(FORMATS) == set(Format)
    for kind in Format:
        module = module_for(kind)
        assert callable(module.write)
        assert callable(module.read_back)


@pytest.mark.parametrize(
    ("composed", "form", "name"),
    [
        (letter_with(), Form(), "invitation-family-en-standard.pdf"),
        (minutes_with(3), Form(format=Format.HTML), "minutes-initial-1-en-standard.html"),
        (
            urdu_letter(),
            Form(edition=Edition.LARGE_PRINT, size=20, format=Format.DOCX),
            "invitation-family-ur-large-print-20.docx",
        ),
    ],
)
def test_a_file_name_comes_from_neutral_ids(composed: Composed, form: Form, name: str) -> None:
    assert file_name(composed, form) == name


@pytest.mark.parametrize(
    ("broken", "code"),
    [
        (replace(letter_with(), language=" "), "missing-language"),
        (replace(letter_with(), title=""), "missing-title"),
        (replace(letter_with(), author=""), "missing-author"),
        (
            replace(letter_with(), body="<article><p>Dear Ms Yusuf</article>"),
            "body-not-well-formed",
        ),
        (replace(letter_with(), body="<div>Dear Ms Yusuf</div>"), "body-not-well-formed"),
        (
            replace(letter_with(), running=replace(letter_with().running, page_of="Page {page}")),
            "page-words",
        ),
        (
            replace(letter_with(), running=replace(letter_with().running, marking=" ")),
            "missing-marking",
        ),
    ],
)
def test_what_every_copy_needs_is_asked_for_by_code_and_without_case_text(
    broken: Composed, code: str
) -> None:
    with pytest.raises(CopyError, match=code) as caught:
        render(broken, Form())
    assert "Yusuf" not in str(caught.value)


def test_importing_the_editions_loads_no_renderer() -> None:
    import subprocess
    import sys

    told = subprocess.run(
        [
            sys.executable,
            "-c",
            "import sys, cpdocs.editions.render; print({'weasyprint', 'docx'} & set(sys.modules))",
        ],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(importlib.import_module("cpdocs").__file__ or "").parent.parent,
    )
    assert told.stdout.strip() == "set()"
