"""The one module that opens `templates/` and `data/`, in a checkout or in an installed wheel."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_PACKAGED = _PACKAGE / "_packaged"
_ROOT = _PACKAGED if _PACKAGED.is_dir() else _PACKAGE.parent

TEMPLATES = _ROOT / "templates"
DATA = _ROOT / "data"


def template_text(name: str) -> str:
    """The text of the file `name` (such as `letters/invitation-family.html`) under `templates/`."""
    return (TEMPLATES / name).read_text(encoding="utf-8")


def data_bytes(name: str) -> bytes:
    """The bytes of the file `name` (a picture, for instance) under `data/`, never of one outside
    it."""
    path = (DATA / name).resolve()
    if not path.is_relative_to(DATA.resolve()):
        raise FileNotFoundError("not a packaged file")
    return path.read_bytes()


def data_text(name: str) -> str:
    """The text of the file `name` (such as `authorities/rotherham.yaml`) under `data/`."""
    return (DATA / name).read_text(encoding="utf-8")


def data_names(folder: str, suffix: str = "") -> tuple[str, ...]:
    """The sorted names of what lies in `data/<folder>` and ends in `suffix`."""
    names = (entry.name for entry in (DATA / folder).iterdir() if not entry.name.startswith("."))
    return tuple(sorted(name for name in names if name.endswith(suffix)))


def template_names(folder: str) -> tuple[str, ...]:
    """The sorted names, such as `letters/exclusion.html`, of what is in `templates/<folder>`."""
    found = (TEMPLATES / folder).glob("*.html")
    return tuple(sorted(f"{folder}/{path.name}" for path in found))
