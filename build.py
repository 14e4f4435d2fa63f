#!/usr/bin/env python3
"""Sets cpdocs up on a fresh machine, then makes every pack or runs the checks.

Standard library alone: this runs before anything is installed.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from subprocess import PIPE, STDOUT
from typing import NamedTuple

USAGE = """\
usage: python3 build.py                   set up, then make the packs of every case in data/cases/
       python3 build.py test [OPTION...]  set up, then run every check; options go to pytest
       python3 build.py prove [OPTION...] set up, then run the long proofs; options go to pytest
       python3 build.py pages             set up, then draw every page of every document"""

ROOT = Path(__file__).resolve().parent
OLDEST_PYTHON = (3, 11)

DONE, MISUSED, NOT_SET_UP, STOPPED = 0, 2, 3, 130
SECONDS_TO_STOP = 10  # what a stopped program has to tidy up in


class SetUpError(Exception):
    """Something that only the person at the keyboard can mend; the message says how."""


class Check(NamedTuple):
    """One check of `test`: what it is called, and the command in the virtual environment."""

    title: str
    command: tuple[str, ...]


CHECKS = (
    Check("Lint", ("ruff", "check")),
    Check("Format", ("ruff", "format", "--check")),
    Check("Types", ("mypy",)),
    Check("Imports", ("lint-imports",)),
    # Last, so that its summary closes the output.
    Check("Tests", ("pytest", "-n", "2", "-m", "not prove")),
)


def say(line: str) -> None:
    """One line of progress, at once."""
    print(line, flush=True)


def run(command: Sequence[str | Path]) -> int:
    """Run a command in the project's folder, its output passing through; its exit code."""
    sys.stdout.flush()
    with subprocess.Popen(command, cwd=ROOT, env=environment()) as process:
        try:
            return process.wait()
        except KeyboardInterrupt:  # the program has been told too: it ends by itself
            try:
                process.wait(SECONDS_TO_STOP)
            except subprocess.TimeoutExpired:
                process.kill()
            raise


def must(command: Sequence[str | Path], otherwise: str) -> None:
    """Run a command quietly. Where it fails, its output is shown and `otherwise` is raised."""
    done = subprocess.run(
        command, cwd=ROOT, env=environment(), stdout=PIPE, stderr=STDOUT, check=False
    )
    if done.returncode != 0:
        say(done.stdout.decode(errors="replace").rstrip())
        raise SetUpError(otherwise)


def environment() -> dict[str, str]:
    """The caller's environment, without what would mix another Python's packages into ours."""
    foreign = ("PYTHONPATH", "PYTHONHOME", "PIP_TARGET", "PIP_PREFIX", "PIP_USER", "VIRTUAL_ENV")
    kept = {name: value for name, value in os.environ.items() if name not in foreign}
    return {**kept, "DEBIAN_FRONTEND": "noninteractive"}


def in_venv(program: str) -> Path:
    """A program of the virtual environment."""
    return ROOT / ".venv" / "bin" / program


def listed_packages(text: str) -> tuple[str, ...]:
    """The names in `debian-packages.txt`, without comments."""
    lines = (line.split("#", 1)[0].strip() for line in text.splitlines())
    return tuple(line for line in lines if line)


def is_installed(package: str) -> bool:
    """Whether Debian has the package installed."""
    asked = ["dpkg-query", "--show", "--showformat", "${db:Status-Status}\n", package]
    answer = subprocess.run(asked, capture_output=True, text=True, check=False)
    # A package of more than one architecture answers once for each.
    return answer.returncode == 0 and "installed" in answer.stdout.splitlines()


def as_root() -> tuple[str, ...] | None:
    """What to put before a command that only root may run; None where there is no way."""
    if os.geteuid() == 0:
        return ()
    sudo = shutil.which("sudo")
    if sudo is None:
        return None
    asked = subprocess.run([sudo, "-n", "true"], capture_output=True, check=False)
    return (sudo, "-n") if asked.returncode == 0 else None


def set_up_packages() -> None:
    """Install what is missing of the Debian packages, or name it with the command to type."""
    wanted = listed_packages((ROOT / "debian-packages.txt").read_text("utf-8"))
    if not shutil.which("dpkg-query"):
        say(f"This is not Debian. Please see to it that it has: {', '.join(wanted)}.")
        return
    missing = [package for package in wanted if not is_installed(package)]
    if not missing:
        return
    install = ("apt-get", "install", "--yes", "--no-install-recommends", *missing)
    by_hand = f"Please type this and run build.py again:\n\n    sudo {' '.join(install)}\n"
    root = as_root()
    if root is None:
        raise SetUpError(f"These Debian packages are missing: {', '.join(missing)}. {by_hand}")
    say(f"Installing Debian packages: {', '.join(missing)}")
    must((*root, "apt-get", "update"), f"The list of Debian packages could not be read. {by_hand}")
    must((*root, *install), f"The Debian packages could not be installed. {by_hand}")


def digest() -> str:
    """What the virtual environment was made from: the lock, the project, the Python, the place."""
    made_from = hashlib.sha256(f"{sys.version_info[:3]} {ROOT}\n".encode())
    for name in ("requirements.lock", "pyproject.toml"):
        made_from.update((ROOT / name).read_bytes())
    return made_from.hexdigest()


def is_ours() -> bool:
    """Whether `.venv` was made in this place by this Python: one that was moved does not work."""
    about = ROOT / ".venv" / "pyvenv.cfg"
    if not about.is_file() or not in_venv("pip").exists():
        return False
    lines = about.read_text(encoding="utf-8").splitlines()
    told = dict(line.split(" = ", 1) for line in lines if " = " in line)
    version = ".".join(str(part) for part in sys.version_info[:3])
    return told.get("version") == version and told.get("command", "").endswith(f" {ROOT / '.venv'}")


def set_up_venv() -> None:
    """Make `.venv` from the lock, with the project in it; nothing where it is there already."""
    stamp = ROOT / ".venv" / "made-from"
    if stamp.is_file() and stamp.read_text(encoding="utf-8") == digest() and is_ours():
        return
    stamp.unlink(missing_ok=True)
    if not is_ours():
        say("Making the virtual environment .venv")
        venv = (sys.executable, "-m", "venv", "--clear", ROOT / ".venv")
        must(venv, "The virtual environment could not be made. What went wrong stands above.")
    quietly = ("--quiet", "--no-input", "--no-color", "--disable-pip-version-check")
    pip = (in_venv("python"), "-m", "pip", "install", *quietly)
    say("Installing Python packages from requirements.lock (a minute or two)")
    must(
        (*pip, "--only-binary", ":all:", "--require-hashes", "--requirement", "requirements.lock"),
        "The Python packages could not be installed. Check the network connection and try again.",
    )
    say("Installing cpdocs")
    must(
        (*pip, "--no-deps", "--no-build-isolation", "--editable", "."),
        "cpdocs could not be installed. What went wrong stands above.",
    )
    stamp.write_text(digest(), encoding="utf-8")


def packs(_: Sequence[str]) -> int:
    """Make the packs of every case."""
    cases = sorted(ROOT.glob("data/cases/*/case.yaml"))
    if not cases:
        raise SetUpError("There is no case to make a pack of: data/cases/ holds no case.yaml.")
    names = [case.relative_to(ROOT) for case in cases]
    return run((in_venv("cpdocs"), "pack", *names, "-o", Path("build/packs")))


def test(options: Sequence[str]) -> int:
    """Run every check, even where one has failed; the tests come last."""
    failed: list[str] = []
    for check in CHECKS:
        if check is CHECKS[-1] and failed:
            say(f"Failed so far: {', '.join(failed)}")
        say(f"{check.title}: {' '.join(check.command)}")
        program, *arguments = check.command
        extra = options if check is CHECKS[-1] else ()
        if run((in_venv(program), *arguments, *extra)) != DONE:
            failed.append(check.title)
    return 1 if failed else DONE


def prove(options: Sequence[str]) -> int:
    """Run the long proofs."""
    return run((in_venv("pytest"), "-n", "2", "-m", "prove", *options))


def pages(options: Sequence[str]) -> int:
    """Draw every page of every document."""
    return misused() if options else run((in_venv("python"), "-m", "tests.pages"))


def misused() -> int:
    """Say how this is used."""
    print(USAGE, file=sys.stderr)
    return MISUSED


JOBS: dict[str, Callable[[Sequence[str]], int]] = {"test": test, "prove": prove, "pages": pages}


def main(arguments: Sequence[str]) -> int:
    """Set up and do what is asked for; the exit code."""
    if arguments and arguments[0] in ("-h", "--help"):
        say(USAGE)
        return DONE
    if arguments and arguments[0] not in JOBS:
        return misused()
    if sys.version_info < OLDEST_PYTHON:
        print("cpdocs needs Python 3.11 or later.", file=sys.stderr)
        return NOT_SET_UP
    job, options = (JOBS[arguments[0]], arguments[1:]) if arguments else (packs, ())
    try:
        set_up_packages()
        set_up_venv()
        return job(options)
    except SetUpError as error:
        print(error, file=sys.stderr)
        return NOT_SET_UP
    except KeyboardInterrupt:
        return STOPPED


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
