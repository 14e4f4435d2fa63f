"""The page of threats names tests that exist, so that each promise is kept by one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "threats.md"
_TEST = re.compile(r"`(tests/[\w/]+\.py)?::(test_\w+)`")


def named(text: str) -> list[tuple[str, str]]:
    """Each test that the page names: its file, or that of the one before, and its name."""
    found, file = [], ""
    for given, name in _TEST.findall(text):
        file = given or file
        found.append((file, name))
    return found


@pytest.mark.parametrize(("file", "name"), named(PAGE.read_text(encoding="utf-8")))
def test_a_test_that_the_page_of_threats_names_exists(file: str, name: str) -> None:
    assert f"def {name}(" in (ROOT / file).read_text(encoding="utf-8")


def test_every_failure_of_the_list_has_a_test() -> None:
    text = PAGE.read_text(encoding="utf-8")
    rows = text.split("| failure | caught by |")[1].split("\n\n")[0].splitlines()[2:]
    assert len(rows) >= 14
    assert all(named(row.replace("`::", "`tests/x.py::")) for row in rows)
