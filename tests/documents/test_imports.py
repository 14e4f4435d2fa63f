"""Each template imports the macros that it calls: a name that is missing would stop a rare copy."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from jinja2 import meta

from cpdocs import resources
from cpdocs.documents.compose import environment

TEMPLATES = sorted(resources.TEMPLATES.rglob("*.html"))
GIVEN = {"view", "it", "direction", "reference", "parts_spoken", "last_number", "dated", "own_date"}
GIVEN |= {"marks_of"}
TOOL = re.compile(r'^            "(\w+)": ', re.MULTILINE)
SET = re.compile(r"\{%-? *set (\w+)")
ALWAYS = {"gettext", "ngettext", "_", "need", "range", "dict", "lipsum", "cycler", "joiner"}
CHARTS = {"family", "draw_family", "due_days", "draw_timeline"}


def unknown(text: str) -> set[str]:
    """Names that a template uses and nobody gives it."""
    source = (resources.TEMPLATES.parent / "cpdocs/documents/telling.py").read_text("utf-8")
    known = GIVEN | ALWAYS | CHARTS | set(TOOL.findall(source)) | {"namespace"}
    known |= set(SET.findall(text))  # Jinja counts what is set in one branch alone as undeclared
    return meta.find_undeclared_variables(environment().parse(text)) - known


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_a_template_uses_no_name_that_it_is_not_given(path: Path) -> None:
    assert unknown(path.read_text(encoding="utf-8")) == set()


def test_a_macro_that_is_not_imported_would_be_told() -> None:
    assert unknown("{{ who(1) }}") == {"who"}
