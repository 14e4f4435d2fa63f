"""Laws 6 and 10: no network, clock, chance, or environment has a part in any copy."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCES = sorted((ROOT / "cpdocs").rglob("*.py"))

_NETWORK = """
socket ssl urllib.request http ftplib smtplib asyncio requests urllib3 httpx aiohttp xmlrpc
telnetlib webbrowser
"""
_CHANCE = "random secrets uuid locale time numpy.random"
MODULES = frozenset((*_NETWORK.split(), *_CHANCE.split()))
CALLS = frozenset({"now", "today", "utcnow", "getenv", "getlocale", "setlocale", "urandom"})
NAMES = frozenset({"environ"})
MAKES_DOCUMENTS = ("model", "case", "procedures", "sharing", "documents", "languages", "editions")

# `store` and `workers` are no part of what makes a document: they write files and start processes.
ALLOWED = frozenset({("packs/store.py", "os"), ("packs/workers.py", "os")})


def outside(source: str) -> Iterator[str]:
    """What a module takes from the network, the clock, chance or the environment."""
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Import(names=names):
                yield from (name.name for name in names if _forbidden(name.name))
            case ast.ImportFrom(module=str(module), names=names, level=0):
                paths = (module, *(f"{module}.{name.name}" for name in names))
                yield from (path for path in paths if _forbidden(path))
            case ast.Attribute(attr=name) if name in CALLS | NAMES:
                yield name


def _forbidden(module: str) -> bool:
    parts = module.split(".")
    heads = {".".join(parts[: n + 1]) for n in range(len(parts))}
    return bool(heads & MODULES) or module in {"os.environ", "os.getenv", "os.urandom"}


def imports(source: str) -> frozenset[str]:
    """The first names of the modules that a module imports."""
    found = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found |= {name.name.split(".")[0] for name in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module.split(".")[0])
    return frozenset(found)


def test_there_are_modules_to_read() -> None:
    assert len(SOURCES) > 60


# Only `check` asks what day it is, where it is not told with --on: what is overdue depends on it.
CLOCK = {"cli_check.py": ["now"]}


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_module_asks_the_network_the_clock_chance_or_the_environment(path: Path) -> None:
    asked = list(outside(path.read_text(encoding="utf-8")))
    assert asked == CLOCK.get(path.relative_to(ROOT / "cpdocs").as_posix(), [])


def test_only_what_writes_files_and_starts_processes_imports_os() -> None:
    inside = {path.relative_to(ROOT / "cpdocs").as_posix(): path for path in SOURCES}
    found = {
        (name, "os") for name, path in inside.items() if "os" in imports(path.read_text("utf-8"))
    }
    assert found == ALLOWED
    assert not [name for name, _ in found if name.startswith(MAKES_DOCUMENTS)]


@pytest.mark.parametrize(
    "source",
    [
        "import socket",
        "import urllib.request",
        "from urllib import request",
        "from urllib.request import urlopen",
        "import http.client as c",
        "import asyncio",
        "import requests",
        "from datetime import datetime\nx = datetime.now()",
        "import datetime as d\nx = d.date.today()",
        "from datetime import datetime as t\nx = t.utcnow",
        "import time",
        "from time import time",
        "import random",
        "from uuid import uuid4",
        "import locale",
        "import os\nx = os.environ['LANG']",
        "from os import environ",
        "import os\nx = os.getenv('TZ')",
        "def f():\n    import socket",
    ],
)
def test_a_module_that_did_would_be_told(source: str) -> None:
    assert list(outside(source))


@pytest.mark.parametrize(
    "source", ["from datetime import time", "from urllib.parse import quote", "x = view.time(1)"]
)
def test_a_module_that_does_not_is_not_told(source: str) -> None:
    assert not list(outside(source))
