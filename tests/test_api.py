"""The public names: what they are, that they are there, and that they cost nothing until used."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import cpdocs
from tests.packs.cases import case, case_file

ROOT = Path(__file__).parents[1]


def test_the_public_names_are_these() -> None:
    assert cpdocs.__all__ == sorted(cpdocs.__all__)
    assert set(dir(cpdocs)) == set(cpdocs.__all__)
    assert set(cpdocs._HOMES) | {"__version__"} == set(cpdocs.__all__)


@pytest.mark.parametrize("name", cpdocs.__all__)
def test_every_public_name_is_there_and_explains_itself(name: str) -> None:
    found = getattr(cpdocs, name)
    assert name == "__version__" or found.__doc__


def test_a_name_that_there_is_not_lists_those_there_are() -> None:
    with pytest.raises(AttributeError, match="render_copy"):
        _ = cpdocs.render_all


def test_the_version_is_that_of_the_package() -> None:
    told = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert cpdocs.__version__ == told["project"]["version"]


@pytest.mark.parametrize("module", ["cpdocs", "cpdocs.cli"])
def test_importing_loads_no_renderer(module: str) -> None:
    heavy = "{'weasyprint', 'docx', 'docxtpl', 'pikepdf', 'pypdfium2', 'jinja2', 'babel'}"
    done = subprocess.run(
        [sys.executable, "-c", f"import sys, {module}; print(sorted({heavy} & set(sys.modules)))"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "[]"


def test_a_case_becomes_one_copy_by_the_public_names_alone(tmp_path: Path) -> None:
    loaded = cpdocs.load(case_file(tmp_path / "tiny"))
    copy = cpdocs.render_copy(
        loaded, "agenda", reader="mum", wanted=cpdocs.Wanted(format=cpdocs.Format.HTML)
    )
    assert copy.rendition is not None
    assert copy.rendition.name == "agenda-initial-1-en-large-print-18.html"
    assert copy.outcome is cpdocs.Outcome.MADE


def test_a_document_that_the_procedures_do_not_send_is_refused_and_says_who_is_sent_it() -> None:
    with pytest.raises(cpdocs.UsageError, match="worker"):
        cpdocs.render_copy(case(), "invitation-agency", reader="mum")
