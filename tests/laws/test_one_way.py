"""Law 2: one way to a view, and no sharing decision after it."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCES = sorted((ROOT / "cpdocs").rglob("*.py"))
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
DECIDING_WORDS = re.compile(
    r"\b(sensitivity|sharing|withhold_from|share_with|wording_for|agreed_by_chair|in_writing|"
    r"protected|reveals|asked_by)\b"
)


def calls(path: Path, name: str) -> list[int]:
    """Lines on which `name(...)`, `name.model_construct(...)` or the like is called."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            target = node.func
            if isinstance(target, ast.Attribute):
                target = target.value
            if isinstance(target, ast.Name) and target.id == name:
                found.append(node.lineno)
    return found


def test_a_view_is_made_by_sharing_and_nowhere_else() -> None:
    makers = {path.relative_to(ROOT).as_posix() for path in SOURCES if calls(path, "View")}
    assert makers == {"cpdocs/sharing/share.py"}


def test_the_search_for_makers_finds_a_planted_one(tmp_path: Path) -> None:
    planted = tmp_path / "planted.py"
    planted.write_text("x = View.model_construct(reader=1)\n", encoding="utf-8")
    assert calls(planted, "View") == [1]


# What the chair's and the office's own papers print because it is what they are about.
PRINTED = {
    "_parts/records.html": {"asked_by", "agreed_by_chair"},  # of a part that is kept apart
    "reports/booking-form.html": {"asked_by"},  # who asks for the conference
    "reports/chair-brief.html": {"agreed_by_chair"},  # to an exclusion
    "reports/confidential-addendum.html": {"sensitivity", "sharing", "asked_by", "agreed_by_chair"},
    "reports/invitation-checklist.html": {"agreed_by_chair"},  # to not asking somebody (N l.51)
    "reports/sharing-schedule.html": {"in_writing"},
}


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_a_template_holds_no_sharing_decision(template: Path) -> None:
    code = " ".join(re.findall(r"\{[%{].*?[%}]\}", template.read_text(encoding="utf-8"), re.DOTALL))
    without_strings = re.sub(r"'[^']*'|\"[^\"]*\"", "", code)
    without_words = re.sub(r"\{%-?\s*trans.*?endtrans", "", without_strings, flags=re.DOTALL)
    place = template.relative_to(ROOT / "templates").as_posix()
    assert set(DECIDING_WORDS.findall(without_words)) == PRINTED.get(place, set())
