"""The documents stay true: links lead somewhere, commands exist, pictures speak."""

from __future__ import annotations

import ast
import io
import re
from collections import Counter
from importlib import import_module
from pathlib import Path

import pikepdf
import pytest
import typer.main
from babel import Locale
from PIL import Image

import cpdocs
from cpdocs import cli
from cpdocs.case.load import load
from cpdocs.documents.catalogue import catalogue
from cpdocs.languages import known_languages
from cpdocs.procedures import authority_slugs
from cpdocs.sharing.share import everybody
from cpdocs.values import LARGE_PRINT_SIZES, STANDARD_SIZE
from tools import make_pictures

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
DOCS = ROOT / "docs"
WRITTEN = (README, ROOT / "CHANGELOG.md", *sorted(DOCS.glob("*.md")))
PICTURES = sorted((DOCS / "pictures").glob("*.png"))

COMMANDS = set(typer.main.get_command(cli.app).commands)  # type: ignore[attr-defined]
LINK = re.compile(r"(?P<bang>!?)\[(?P<words>[^\]]*)\]\((?P<to>[^)\s]+)\)")
HEADING = re.compile(r"^#+ +(.+)$", re.MULTILINE)
COMMAND = re.compile(r"(?:^ *\$ |`)cpdocs ([a-z][a-z-]*)", re.MULTILINE)
# Where somebody's checkout or home lies; `/tmp` and drive letters too.
MACHINE = re.compile(r"(?<![\w.])/(?:home|root|work|tmp|Users|mnt|srv|opt)/|\b[A-Z]:\\")


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def links(path: Path) -> list[tuple[str, str, str]]:
    """Each link as its mark (`!` for a picture), its words and where it leads."""
    return LINK.findall(path.read_text(encoding="utf-8"))


def anchors(path: Path) -> set[str]:
    """The places in a document that a link can lead to, named as GitHub names them."""
    headings = HEADING.findall(path.read_text(encoding="utf-8"))
    return {re.sub(r"[^\w\- ]", "", each.lower()).replace(" ", "-") for each in headings}


def astray(path: Path) -> list[str]:
    """The links of a document that lead to no file, or to no heading of it."""
    lost = []
    for _, _, to in links(path):
        if re.match(r"[a-z]+:", to):
            continue
        file, _, anchor = to.partition("#")
        target = (path.parent / file) if file else path
        if not target.exists() or (anchor and anchor not in anchors(target)):
            lost.append(to)
    return lost


def test_there_are_links_and_commands_to_look_at() -> None:
    assert len(links(README)) > 10
    assert len(COMMAND.findall(README.read_text(encoding="utf-8"))) > 5


@pytest.mark.parametrize("path", WRITTEN, ids=named)
def test_every_link_leads_somewhere(path: Path) -> None:
    assert astray(path) == []


@pytest.mark.parametrize("to", ["no-such-file.md", "here.md#no-such-heading", "#nor-this"])
def test_a_link_that_leads_nowhere_is_seen(tmp_path: Path, to: str) -> None:
    page = tmp_path / "here.md"
    page.write_text(f"# A heading, here\n\n[good](#a-heading-here) [bad]({to})\n", encoding="utf-8")
    assert astray(page) == [to]


@pytest.mark.parametrize("path", WRITTEN, ids=named)
def test_every_command_that_is_named_exists(path: Path) -> None:
    assert set(COMMAND.findall(path.read_text(encoding="utf-8"))) <= COMMANDS


@pytest.mark.parametrize("path", WRITTEN, ids=named)
def test_every_picture_says_what_it_shows(path: Path) -> None:
    short = [to for mark, words, to in links(path) if mark and len(words.split()) < 8]
    assert short == []


@pytest.mark.parametrize("path", WRITTEN, ids=named)
def test_no_document_names_a_place_on_a_machine(path: Path) -> None:
    assert MACHINE.findall(path.read_text(encoding="utf-8")) == []


def test_every_guide_is_in_the_index() -> None:
    listed = {to for _, _, to in links(DOCS / "README.md")}
    assert {path.name for path in DOCS.glob("*.md")} - {"README.md"} <= listed


def test_every_picture_is_shown_and_is_one_that_the_tool_makes() -> None:
    shown = {Path(to).name for mark, _, to in links(README) if mark}
    made = {f"{each.name}.png" for each in make_pictures.PICTURES_TO_MAKE}
    assert shown == made == {path.name for path in PICTURES}


@pytest.mark.parametrize("path", PICTURES, ids=named)
def test_a_picture_is_wide_enough_to_read_and_small_enough_to_load(path: Path) -> None:
    with Image.open(path) as picture:
        assert make_pictures.WIDTH <= picture.width <= make_pictures.WIDTH + 4
    assert path.stat().st_size < 150_000


def test_the_pictures_show_readers_of_the_sample_case() -> None:
    readers = {each.reader for each in make_pictures.PICTURES_TO_MAKE}
    assert readers <= set(everybody(load(make_pictures.CASE)))


def test_a_page_that_is_not_there_is_not_replaced_by_another() -> None:
    empty = io.BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(empty)
    with pytest.raises(SystemExit, match="No page holds"):
        make_pictures.page_that_holds("on bail until", empty.getvalue())


def test_the_readme_says_what_there_is() -> None:
    rows = re.findall(r"^\| (\w+) \| ([^|]+) \|", README.read_text(encoding="utf-8"), re.MULTILINE)
    today = dict(rows)
    authorities = {slug.capitalize() for slug in authority_slugs()}
    assert set(today["authorities"].split(", ")) == authorities
    # British readers say Bengali, where CLDR says Bangla.
    languages = {
        str(Locale(code).english_name).replace("Bangla", "Bengali") for code in known_languages()
    }
    assert set(today["languages"].split(", ")) == languages
    sizes = {int(each) for each in re.findall(r"\d+", today["forms"])}
    assert sizes == {STANDARD_SIZE, *LARGE_PRINT_SIZES}
    folders = Counter(each.template.partition("/")[0] for each in catalogue())
    counted = [int(each) for each in re.findall(r"\d+", today["documents"])]
    assert counted == [folders.total(), folders["letters"], folders["reports"], folders["plans"]]


def test_the_python_of_the_readme_uses_public_names_alone() -> None:
    found = re.search(r"```python\n(.+?)```", README.read_text(encoding="utf-8"), re.DOTALL)
    assert found is not None
    tree = ast.parse(found[1])
    imports = [each for each in ast.walk(tree) if isinstance(each, ast.ImportFrom)]
    names = {name.name for each in imports if each.module == "cpdocs" for name in each.names}
    assert names
    assert names <= set(cpdocs.__all__)


def test_the_stages_of_the_architecture_can_be_called_by_their_names() -> None:
    text = (DOCS / "architecture.md").read_text(encoding="utf-8")
    calls = re.findall(r"^\| \w+ \| `(cpdocs\.[\w.]+)\(", text, re.MULTILINE)
    assert len(calls) == 7
    for call in calls:
        module, _, name = call.rpartition(".")
        assert callable(getattr(import_module(module), name)), call
