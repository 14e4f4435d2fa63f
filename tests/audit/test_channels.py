"""Nothing of a case leaves by the way: not by logs, temporary files, caches or a program's name.

What a copy, an error or the manifest tells is shown elsewhere (see `docs/threats.md`).
"""

from __future__ import annotations

import logging
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from cpdocs import cli
from cpdocs.packs import run
from cpdocs.packs.copies import Copy, Job
from tests.packs.cases import CANARY, TINY, case_file, fake

STAGE = ("--stage", "invitation")
OF_THE_CASE = (CANARY, CANARY.casefold(), "Example Close", "ZZ99 3WZ", "01632 960101", "safe.")


@dataclass
class Watched:
    """What a run did on its way: files it opened to write, and words it gave to programs."""

    written: list[str] = field(default_factory=list)
    given: list[str] = field(default_factory=list)


_watching: list[Watched] = []
_MAKES = frozenset({"os.rename", "os.mkdir", "os.link", "os.symlink"})


def _hook(event: str, args: tuple[Any, ...]) -> None:
    if not _watching:
        return
    if event in _MAKES or (event == "open" and int(args[2] or 0) & (os.O_WRONLY | os.O_RDWR)):
        _watching[-1].written.append(str(args[0]))
    elif event == "subprocess.Popen":
        _watching[-1].given.append(f"{args[0]} {args[1]} {args[3]}")


@pytest.fixture(scope="module", autouse=True)
def hook() -> None:
    """Python keeps such a hook for good: it watches only while a test asks it to.

    Loading a library's C parts writes files of its own, before there is a case to tell of.
    """
    import_module("weasyprint")
    sys.addaudithook(_hook)


@pytest.fixture
def watched() -> Iterator[Watched]:
    """Everything that is done while the test runs."""
    _watching.append(Watched())
    yield _watching[-1]
    _watching.pop()


def pack(folder: Path) -> None:
    """A run of one stage of the tiny case, in this process."""
    case = folder / "tiny" / "case.yaml"
    if not case.exists():
        case_file(case.parent)
    cli.main(["pack", str(case), "-o", str(folder / "out"), *STAGE, "--jobs", "1"])
    assert readers(folder)


def readers(folder: Path) -> list[Path]:
    """The folders of readers that a run made: one that makes no copy shows nothing."""
    return list((folder / "out" / "tiny" / "readers").iterdir())


def outside(written: list[str], folder: Path) -> list[str]:
    """What was written anywhere else than in the folder of packs, save to nobody."""
    homes = (str(folder / "out"), os.devnull)
    return [path for path in written if not path.startswith(homes) and not path.isdigit()]


def telling(texts: list[str]) -> list[str]:
    """The texts that hold something of the case."""
    return [text for text in texts if any(words in text for words in OF_THE_CASE)]


def test_a_run_writes_nowhere_but_in_the_folder_of_packs(tmp_path: Path, watched: Watched) -> None:
    case_file(tmp_path / "tiny")
    before = len(watched.written)
    pack(tmp_path)
    assert watched.written[before:]
    assert outside(watched.written[before:], tmp_path) == []
    assert telling(watched.given) == []


def _keeps_a_draft(job: Job) -> Copy:
    with tempfile.NamedTemporaryFile(suffix=".html") as draft:
        draft.write(b"a draft")
    return fake(job)


def _asks_a_program(job: Job) -> Copy:
    subprocess.run([sys.executable, "-c", "", CANARY], check=True)
    return fake(job)


def _logs(job: Job) -> Copy:
    logging.getLogger("cpdocs.packs").debug("made for %s", CANARY)
    return fake(job)


def test_a_run_that_kept_a_temporary_file_would_be_noticed(
    tmp_path: Path, watched: Watched, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run, "made", _keeps_a_draft)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    pack(tmp_path)
    assert any(path.endswith(".html") for path in outside(watched.written, tmp_path))


def test_a_run_that_gave_a_name_to_a_program_would_be_noticed(
    tmp_path: Path, watched: Watched, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run, "made", _asks_a_program)
    pack(tmp_path)
    assert telling(watched.given)


@pytest.mark.parametrize("made", [run.made, _logs])
def test_no_log_of_any_library_holds_a_word_of_the_case(
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
    made: Callable[[Job], Copy],
) -> None:
    monkeypatch.setattr(run, "made", made)
    for name in ("", "weasyprint", "weasyprint.progress", "fontTools", "cpdocs", "pikepdf", "PIL"):
        caplog.set_level(logging.DEBUG, logger=name)
    pack(tmp_path)
    assert bool(telling([record.getMessage() for record in caplog.records])) == (made is _logs)


@pytest.fixture
def spare() -> Iterator[Path]:
    """A folder for temporary files whose path leaves room for a socket's name (108 letters)."""
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder)


def test_a_run_leaves_no_cache_and_says_no_word_of_the_case(tmp_path: Path, spare: Path) -> None:
    case = case_file(tmp_path / "tiny")
    home = tmp_path / "home"
    home.mkdir()
    kept = {key: value for key, value in os.environ.items() if not key.startswith("XDG_")}
    done = subprocess.run(
        [sys.executable, "-m", "cpdocs", "pack", str(case), "-o", str(tmp_path / "out"), *STAGE],
        env={**kept, "HOME": str(home), "TMPDIR": str(spare), "PYTHONDONTWRITEBYTECODE": "1"},
        cwd=spare,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert readers(tmp_path)
    assert list(spare.iterdir()) == []
    left = [path for path in home.rglob("*") if path.is_file()]
    assert [path for path in left if "fontconfig" not in path.parts] == []
    assert telling([path.read_bytes().decode("utf-8", "replace") for path in left]) == []
    assert telling([done.stdout, done.stderr]) == []


def test_what_these_tests_look_for_is_in_the_case() -> None:
    assert telling([TINY])
    assert all(words in TINY or words in TINY.casefold() for words in OF_THE_CASE)
