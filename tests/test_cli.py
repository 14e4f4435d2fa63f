"""The command line: exit codes to rely on, no case text, and commands that are documented."""

from __future__ import annotations

import io
import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import typer.main

from cpdocs import cli
from cpdocs.errors import MissingProgram
from cpdocs.packs import run
from cpdocs.packs.copies import Copy, Job
from tests.packs.cases import CANARY, TINY, case_file, fake, held_for_mum, tree

DOCS = Path(__file__).parents[1] / "docs" / "command-line.md"
COMMANDS = sorted(typer.main.get_command(cli.app).commands)  # type: ignore[attr-defined]


def _missing(job: Job) -> Copy:
    raise MissingProgram("The font Noto Sans is missing: apt-get install fonts-noto-core")


def _interrupted(job: Job) -> Copy:
    raise KeyboardInterrupt


def _broken(job: Job) -> Copy:
    raise RuntimeError(CANARY)


@pytest.fixture
def tiny(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The tiny case's file, with stages that take no time."""
    monkeypatch.setattr(run, "made", fake)
    monkeypatch.chdir(tmp_path)
    return case_file(tmp_path / "tiny")


def pack(path: Path, *more: str) -> list[str]:
    """The words of a command that packs in this process."""
    return ["pack", str(path), "-o", str(path.parent.parent / "out"), "--jobs", "1", *more]


@pytest.mark.parametrize(
    ("made", "code", "says"),
    [
        (fake, 0, " copies for 3 readers"),
        (held_for_mum, 1, "leak-found"),
        (_broken, 1, "RuntimeError"),
        (_missing, 3, "fonts-noto-core"),
        (_interrupted, 130, ""),
    ],
)
def test_a_pack_ends_with_the_code_that_says_how_it_went(
    tiny: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    made: Callable[[Job], Copy],
    code: int,
    says: str,
) -> None:
    monkeypatch.setattr(run, "made", made)
    assert cli.main(pack(tiny)) == code
    said = capsys.readouterr()
    assert says in said.out + said.err
    assert "Traceback" not in said.err
    assert CANARY not in said.out + said.err
    wrote = tree(tiny.parent.parent / "out")
    assert bool(wrote) == (code in (0, 1))
    assert not any(CANARY.encode() in content for content in wrote.values())


@pytest.mark.parametrize(
    "words",
    [
        ["pack", "no-such-file.yaml"],
        ["pack", "CASE", "--stage", "minuets"],
        ["pack", "CASE", "--jobs", "0"],
        ["pack", "CASE", "CASE"],
        ["pack"],
        ["render", "CASE", "minuets", "--for", "mum"],
        ["render", "CASE", "agenda", "--for", "nobody"],
        ["render", "CASE", "agenda", "--for", "mum", "--about", "review-9"],
        ["render", "CASE", "agenda", "--for", "mum", "--language", "tlh"],
        ["render", "CASE", "agenda", "--for", "mum", "--size", "17"],
        ["render", "CASE", "agenda", "--for", "mum", "--edition", "standard", "--size", "20"],
        ["render", "CASE", "agenda", "--for", "mum", "-o", "case.yaml"],
        ["render", "CASE", "minutes", "--for", "mum"],
        ["render", "CASE", "agenda"],
        ["sharing"],
        ["sharing", "CASE", "--for", "nobody"],
        ["sharing", "CASE", "--why", "home"],
        ["sharing", "CASE", "--for", "mum", "--why", "nowhere"],
        ["audit", "no-such-file.pdf", "--case", "CASE", "--for", "mum"],
        ["verify", "."],
        ["no-such-command"],
    ],
)
def test_a_name_that_does_not_fit_is_told_in_a_line_and_ends_with_2(
    tiny: Path, capsys: pytest.CaptureFixture[str], words: list[str]
) -> None:
    before = tree(tiny.parent.parent)
    assert cli.main([str(tiny) if word == "CASE" else word for word in words]) == 2
    said = capsys.readouterr()
    assert said.err.strip()
    assert "Traceback" not in said.err
    assert CANARY not in said.out + said.err
    assert tree(tiny.parent.parent) == before


def test_every_fault_of_a_case_is_told_on_a_line_of_its_own(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = TINY.replace("who: mum", "who: nobody").replace("agency: care\n", "agency: none\n")
    path = case_file(tmp_path / "tiny", text)
    assert cli.main(["pack", str(path), "-o", str(tmp_path / "out"), "--json"]) == 2
    said = capsys.readouterr()
    lines = said.err.strip().splitlines()
    assert len(lines) == 2
    assert all(re.match(r".*case\.yaml:\d+: [\w.]+: unknown-id: .+", line) for line in lines)
    assert [fault["code"] for fault in json.loads(said.out)["faults"]] == ["unknown-id"] * 2
    assert not (tmp_path / "out").exists()


def test_a_fault_of_cpdocs_itself_is_told_without_a_traceback_or_a_value(
    tiny: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def failing(_path: Path) -> None:
        raise RuntimeError(CANARY)

    monkeypatch.setattr("cpdocs.packs.planning.load", failing)
    assert cli.main(pack(tiny)) == 70
    said = capsys.readouterr()
    assert "RuntimeError at " in said.err
    assert "cpdocs/packs/planning.py:" in said.err
    assert CANARY not in said.out + said.err
    assert "Traceback" not in said.err


@pytest.mark.parametrize("words", [["documents"], ["languages"], ["authorities"], ["editions"]])
def test_every_list_is_for_people_and_as_json(
    capsys: pytest.CaptureFixture[str], words: list[str]
) -> None:
    assert cli.main([*words, "--json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert cli.main(words) == 0
    shown = capsys.readouterr().out
    assert rows
    assert all(next(iter(row.values())) in shown for row in rows)


def test_the_schema_is_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["schema"]) == 0
    assert "properties" in json.loads(capsys.readouterr().out)


def test_the_report_of_a_pack_and_its_check_are_json_too(
    tiny: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(pack(tiny, "--json")) == 0
    (told,) = json.loads(capsys.readouterr().out)["cases"]
    assert {copy["outcome"] for copy in told["manifest"]["copies"]} == {"made"}
    assert cli.main(["verify", told["folder"], "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == []
    next(Path(told["folder"]).rglob("*.pdf")).write_bytes(b"edited")
    assert cli.main(["verify", told["folder"], "--json"]) == 1
    (found,) = json.loads(capsys.readouterr().out)
    assert found["code"] == "file-changed"


def test_the_summary_says_what_is_held_why_and_which_needs_are_not_met(
    tiny: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(run, "made", held_for_mum)
    cli.main(pack(tiny))
    said = capsys.readouterr().out
    assert " copies for 2 readers" in said
    assert " copies are held" in said
    assert "mum: invitation-family (large-print-18 pdf)" in said
    assert "page 1 text: leak-found: Something is there." in said
    assert str(tiny.parent.parent / "out" / "tiny") in said


def test_a_case_can_come_from_standard_input(
    tiny: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TINY.encode()), "utf-8"))
    assert cli.main(["pack", "-", "-o", "out", "--jobs", "1"]) == 0
    assert (Path("out") / "cp-2026-0077" / "operator" / "manifest.json").is_file()


def test_a_new_case_file_is_written_once_and_is_a_case(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from cpdocs.case.load import load

    assert cli.main(["new", str(tmp_path / "family")]) == 0
    assert load(tmp_path / "family" / "case.yaml").conferences
    before = tree(tmp_path)
    assert cli.main(["new", str(tmp_path / "family")]) == 2
    assert "there already" in capsys.readouterr().err
    assert tree(tmp_path) == before


def test_one_copy_is_made_in_the_form_that_its_reader_needs_or_the_one_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = case_file(tmp_path / "tiny")
    monkeypatch.chdir(tmp_path)
    made = ["render", str(path), "agenda", "--for", "mum"]
    assert cli.main(made) == 0
    assert cli.main([*made, "--edition", "standard", "-o", "copy.docx"]) == 0
    assert "people.mum.needs.size: need-not-met" in capsys.readouterr().err
    written = set(tree(tmp_path))
    assert written == {
        "tiny/case.yaml",
        "agenda-initial-1-en-large-print-18.pdf",
        "copy.docx",
    }
    assert (tmp_path / "copy.docx").stat().st_mode & 0o777 == 0o600
    assert cli.main(["audit", "copy.docx", "--case", str(path), "--for", "mum"]) == 0


def test_a_copy_can_go_to_standard_output(
    tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    path = case_file(tmp_path / "tiny")
    assert cli.main(["render", str(path), "agenda", "--for", "mum", "-o", "-"]) == 0
    assert capfdbinary.readouterr().out.startswith(b"%PDF-")


def test_sharing_shows_who_gets_what_and_why_without_words_of_the_case(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = str(case_file(tmp_path / "tiny"))
    for words in (
        ["sharing", path],
        ["sharing", path, "--for", "worker"],
        ["sharing", path, "--for", "worker", "--why", "home"],
        ["sharing", "--policy"],
    ):
        assert cli.main(words) == 0
        said = capsys.readouterr().out
        assert len(said.splitlines()) > 2
        assert CANARY not in said
    for words, expected in (
        (["sharing", path], {"kid", "mum", "worker", "head"}),
        (["sharing", path, "--for", "worker"], None),
        (["sharing", path, "--for", "worker", "--why", "home"], None),
    ):
        assert cli.main([*words, "--json"]) == 0
        rows = json.loads(capsys.readouterr().out)
        assert rows
        assert expected is None or {row["reader"] for row in rows} == expected


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_and_is_documented(
    command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main([command, "--help"]) == 0
    said = capsys.readouterr().out
    assert re.search(r"^  [A-Z].+\.", said, re.M), "a sentence on what it does"
    section = DOCS.read_text(encoding="utf-8").partition(f"\n## `cpdocs {command}")[2]
    assert section, f"docs/command-line.md has no section for {command}"
    options = set(re.findall(r"(?<![\w-])--?[a-z][a-z-]*", said)) - {"--help"}
    missing = {option for option in options if option not in section.partition("\n## ")[0]}
    assert not missing


def test_no_command_is_documented_that_is_not_there() -> None:
    documented = re.findall(r"^## `cpdocs ([a-z]+)", DOCS.read_text(encoding="utf-8"), re.M)
    assert sorted(documented) == COMMANDS


def test_the_exit_codes_are_documented() -> None:
    documented = re.findall(r"^\| (\d+) \|", DOCS.read_text(encoding="utf-8"), re.M)
    assert documented == ["0", "1", "2", "3", "70", "130"]


def test_the_program_runs_as_a_module_and_tells_its_version() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "cpdocs", "--version"], capture_output=True, text=True, check=True
    )
    assert re.fullmatch(r"cpdocs \d+\.\d+\.\d+\n", done.stdout)
