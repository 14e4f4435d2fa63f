"""`build.py` needs nothing but Python, asks for what it cannot install, and runs every check."""

from __future__ import annotations

import ast
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

import build

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture
def ran(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, ...]]:
    """Set-up is there already, and commands are written down instead of run."""
    commands: list[tuple[str, ...]] = []

    def run(command: Sequence[str | Path]) -> int:
        program, *arguments = command
        commands.append((Path(program).name, *map(str, arguments)))
        return 0

    monkeypatch.setattr(build, "set_up_packages", lambda: None)
    monkeypatch.setattr(build, "set_up_venv", lambda: None)
    monkeypatch.setattr(build, "run", run)
    return commands


def test_it_imports_the_standard_library_alone() -> None:
    tree = ast.parse((ROOT / "build.py").read_text(encoding="utf-8"))
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found.add(str(node.module).split(".")[0])
    assert found
    assert found <= sys.stdlib_module_names


def test_without_a_word_it_makes_the_packs_of_every_case(ran: list[tuple[str, ...]]) -> None:
    cases = sorted(str(path.relative_to(ROOT)) for path in ROOT.glob("data/cases/*/case.yaml"))
    assert cases
    assert build.main([]) == 0
    assert ran == [("cpdocs", "pack", *cases, "-o", "build/packs")]


def test_the_packs_exit_code_passes_through(
    ran: list[tuple[str, ...]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(build, "run", lambda _: 1)
    assert build.main([]) == 1


def test_every_check_runs_and_the_tests_close_the_output(ran: list[tuple[str, ...]]) -> None:
    assert build.main(["test", "tests/procedures", "-x"]) == 0
    assert [command[0] for command in ran] == ["ruff", "ruff", "mypy", "lint-imports", "pytest"]
    assert ran[-1] == ("pytest", "-n", "2", "-m", "not prove", "tests/procedures", "-x")


@pytest.mark.parametrize("broken", ["ruff", "mypy", "lint-imports", "pytest"])
def test_one_failed_check_fails_the_run_and_stops_no_other(
    broken: str,
    ran: list[tuple[str, ...]],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def run(command: Sequence[str | Path]) -> int:
        ran.append((Path(command[0]).name,))
        return 1 if Path(command[0]).name == broken else 0

    monkeypatch.setattr(build, "run", run)
    assert build.main(["test"]) == 1
    assert len(ran) == len(build.CHECKS)
    assert ("Failed so far" in capsys.readouterr().out) is (broken != "pytest")


@pytest.mark.parametrize(
    ("words", "command"),
    [
        (["prove", "-x"], ("pytest", "-n", "2", "-m", "prove", "-x")),
        (["pages"], ("python", "-m", "tests.pages")),
    ],
)
def test_a_word_runs_its_command(
    words: list[str], command: tuple[str, ...], ran: list[tuple[str, ...]]
) -> None:
    assert build.main(words) == 0
    assert ran == [command]


@pytest.mark.parametrize("words", [["tset"], ["--fast"], ["pages", "3"]])
def test_an_unknown_word_is_told_how_it_is_used(
    words: list[str], ran: list[tuple[str, ...]], capsys: pytest.CaptureFixture[str]
) -> None:
    assert build.main(words) == 2
    assert "usage: python3 build.py" in capsys.readouterr().err
    assert ran == []


def test_being_stopped_is_quiet(
    ran: list[tuple[str, ...]],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def stopped(_: Sequence[str | Path]) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(build, "run", stopped)
    assert build.main([]) == 130
    assert capsys.readouterr().err == ""


def test_the_list_of_packages_is_read_without_its_comments() -> None:
    text = "# all\nlibpango-1.0-0   # text\n\nfonts-noto-core\n"
    assert build.listed_packages(text) == ("libpango-1.0-0", "fonts-noto-core")


def test_each_debian_package_is_listed_once_by_a_debian_name() -> None:
    listed = build.listed_packages((ROOT / "debian-packages.txt").read_text(encoding="utf-8"))
    assert listed
    assert len(set(listed)) == len(listed)
    assert all(set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789+-.") for name in listed)


@pytest.fixture
def debian(monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[tuple[str, ...]]]:
    """A Debian with these packages, where root can be had or not."""

    def with_(*installed: str, root: tuple[str, ...] | None) -> list[tuple[str, ...]]:
        commands: list[tuple[str, ...]] = []
        monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
        monkeypatch.setattr(build, "is_installed", lambda package: package in installed)
        monkeypatch.setattr(build, "as_root", lambda: root)
        monkeypatch.setattr(build, "must", lambda command, _: commands.append(tuple(command)))
        return commands

    return with_


def test_only_missing_packages_are_installed(
    debian: Callable[..., list[tuple[str, ...]]],
) -> None:
    commands = debian(
        "python3-venv", "libpango-1.0-0", "libharfbuzz-subset0", "graphviz", root=("sudo", "-n")
    )
    build.set_up_packages()
    assert commands[0] == ("sudo", "-n", "apt-get", "update")
    missing = ("libpangoft2-1.0-0", "fonts-noto-core", "liblouis-bin", "poppler-utils")
    assert commands[1][-4:] == missing


def test_where_nothing_is_missing_nothing_is_asked_of_debian(
    debian: Callable[..., list[tuple[str, ...]]],
) -> None:
    listed = build.listed_packages((ROOT / "debian-packages.txt").read_text(encoding="utf-8"))
    commands = debian(*listed, root=())
    build.set_up_packages()
    assert commands == []


def test_without_root_the_missing_packages_and_the_command_are_named(
    debian: Callable[..., list[tuple[str, ...]]], capsys: pytest.CaptureFixture[str]
) -> None:
    commands = debian("python3-venv", root=None)
    assert build.main([]) == 3
    told = capsys.readouterr().err
    assert "libpango-1.0-0, libpangoft2-1.0-0" in told
    assert "sudo apt-get install --yes --no-install-recommends libpango-1.0-0" in told
    assert commands == []


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, ...]]:
    """A checkout elsewhere, in which making a virtual environment is only pretended."""
    commands: list[tuple[str, ...]] = []
    monkeypatch.setattr(build, "ROOT", tmp_path)
    (tmp_path / "requirements.lock").write_text("a==1\n", encoding="utf-8")
    (tmp_path / "pyproject.toml").write_text("[project]\n", encoding="utf-8")

    def must(command: Sequence[str | Path], _: str) -> None:
        commands.append(tuple(map(str, command)))
        if "venv" in command:
            (tmp_path / ".venv" / "bin").mkdir(parents=True, exist_ok=True)
            (tmp_path / ".venv" / "bin" / "pip").touch()
            version = ".".join(str(part) for part in sys.version_info[:3])
            about = f"version = {version}\ncommand = python3 -m venv {tmp_path / '.venv'}\n"
            (tmp_path / ".venv" / "pyvenv.cfg").write_text(about, encoding="utf-8")

    monkeypatch.setattr(build, "must", must)
    return commands


def test_packages_are_installed_by_hash_and_once(checkout: list[tuple[str, ...]]) -> None:
    build.set_up_venv()
    assert [("venv" in c, "--require-hashes" in c, "--editable" in c) for c in checkout] == [
        (True, False, False),
        (False, True, False),
        (False, False, True),
    ]
    build.set_up_venv()
    assert len(checkout) == 3


@pytest.mark.parametrize("name", ["requirements.lock", "pyproject.toml"])
def test_a_changed_lock_or_project_is_installed_into_the_same_environment(
    name: str, checkout: list[tuple[str, ...]]
) -> None:
    build.set_up_venv()
    (build.ROOT / name).write_text("b==2\n", encoding="utf-8")
    build.set_up_venv()
    assert len(checkout) == 5
    assert not any("venv" in command for command in checkout[3:])


def test_an_environment_that_was_moved_here_is_made_again(
    checkout: list[tuple[str, ...]],
) -> None:
    build.set_up_venv()
    about = build.ROOT / ".venv" / "pyvenv.cfg"
    text = about.read_text(encoding="utf-8")
    about.write_text(text.replace(str(build.ROOT), "/elsewhere"), encoding="utf-8")
    build.set_up_venv()
    assert "venv" in checkout[3]


def test_a_set_up_that_broke_off_is_done_again(
    checkout: list[tuple[str, ...]], monkeypatch: pytest.MonkeyPatch
) -> None:
    working = build.must

    def must(command: Sequence[str | Path], otherwise: str) -> None:
        working(command, otherwise)
        if "--editable" in command:
            raise build.SetUpError(otherwise)

    monkeypatch.setattr(build, "must", must)
    with pytest.raises(build.SetUpError):
        build.set_up_venv()
    monkeypatch.setattr(build, "must", working)
    build.set_up_venv()
    assert len(checkout) == 5


def test_a_failed_step_shows_its_output_and_what_to_do(
    capsys: pytest.CaptureFixture[str],
) -> None:
    program = (sys.executable, "-c", "import sys; print('no such mirror'); sys.exit(1)")
    with pytest.raises(build.SetUpError, match="Check the network"):
        build.must(program, "Check the network.")
    assert "no such mirror" in capsys.readouterr().out


def test_a_command_runs_in_the_project_and_gives_its_exit_code(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", "/elsewhere")
    asked = "import os, sys; sys.exit(7 if 'PYTHONPATH' not in os.environ else 1)"
    assert build.run((sys.executable, "-c", asked)) == 7
    here = "import os, sys; sys.exit(0 if os.path.exists('build.py') else 1)"
    assert build.run((sys.executable, "-c", here)) == 0


def test_it_can_be_called_from_another_folder(tmp_path: Path) -> None:
    asked = (sys.executable, str(ROOT / "build.py"), "--help")
    done = subprocess.run(asked, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0
    assert "build.py prove" in done.stdout


def test_ci_runs_the_same_checks() -> None:
    lines = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    assert lines[0].endswith("bash")
    assert "set -eu" in lines
    assert lines[-1] == "python3 build.py test"
