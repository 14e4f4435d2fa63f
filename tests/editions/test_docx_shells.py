"""The house shells: made by a script, filled in a sandbox, and one for each kind of document."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from cpdocs import resources
from cpdocs.editions import docx_shell
from cpdocs.editions.docx_zip import packed
from cpdocs.errors import CopyError
from tests.editions import samples
from tests.editions.docx_files import members, with_body

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = ("letters", "reports", "plans")


@pytest.fixture(scope="module")
def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_shells", ROOT / "tools" / "make_shells.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["make_shells"] = module
    spec.loader.exec_module(module)
    return module


def test_the_committed_shells_are_what_the_script_makes(script: ModuleType) -> None:
    assert sorted(shell.folder for shell in script.SHELLS) == sorted(FOLDERS)
    for shell in script.SHELLS:
        committed = (resources.TEMPLATES / shell.folder / "_shell.docx").read_bytes()
        assert committed == script.shell_bytes(shell)


@pytest.mark.parametrize("folder", FOLDERS)
def test_no_shell_has_italics_or_says_who_made_it(folder: str) -> None:
    parts = members((resources.TEMPLATES / folder / "_shell.docx").read_bytes())
    for name, content in parts.items():
        for trace in (b"<w:i/>", b"<w:iCs/>", b"lastModifiedBy", b"rsid", b"en-US"):
            assert trace not in content, f"{trace!r} in {name}"


@pytest.mark.parametrize(
    "document, kind, shell",
    [
        ("invitation-family", "letter", "letters/_shell.docx"),
        ("minutes", "report", "reports/_shell.docx"),
        ("detailed-plan", "report", "plans/_shell.docx"),
    ],
)
def test_a_document_stands_in_the_shell_of_its_kind(
    document: str, kind: str, shell: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "plans").mkdir()
    (tmp_path / "plans" / "detailed-plan.html").touch()
    monkeypatch.setattr(resources, "TEMPLATES", tmp_path)
    from dataclasses import replace

    assert docx_shell.shell_name(replace(samples.letter_with(), document=document), kind) == shell


@pytest.mark.parametrize(
    "tag", ["{{ case }}", "{{ marking.missing }}", "{{ marking.__class__ }}", "{% if %}"]
)
def test_a_shell_that_asks_for_more_than_the_running_words_is_refused(
    tag: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    parts = members((resources.TEMPLATES / "letters" / "_shell.docx").read_bytes())
    footer = parts["word/footer1.xml"].replace(b"{{ reference }}", tag.encode())
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "_shell.docx").write_bytes(
        packed({**parts, "word/footer1.xml": footer})
    )
    monkeypatch.setattr(resources, "TEMPLATES", tmp_path)
    with pytest.raises(CopyError, match="bad-shell") as refused:
        docx_shell.filled(with_body("<p>a</p>"), "letters/_shell.docx")
    assert samples.MARKING not in str(refused.value)
