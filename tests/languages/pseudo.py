"""Makes a whole catalogue of an invented right-to-left language from the templates' messages."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.pofile import write_po

from cpdocs import resources
from cpdocs.model.authority import HouseStyle

ROOT = resources.TEMPLATES.parent
FIXTURE = Path(__file__).parents[1] / "fixtures" / "languages" / "xr"
_KEPT = re.compile(r"%\(\w+\)s|\{\w+\}")
_LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهو"


@cache
def messages() -> tuple[tuple[str, ...], ...]:
    """Every message that is extracted from the templates by the project's own `babel.cfg`, with its
    plural where it has one."""
    with (ROOT / "babel.cfg").open(encoding="utf-8") as file:
        method_map, options_map = parse_mapping_cfg(file)  # type: ignore[no-untyped-call]
    found = extract_from_dir(
        str(ROOT / "templates"),
        _below(method_map),
        _under(options_map),
        directory_filter=_is_shown,
    )
    told = (m if isinstance(m, tuple) else (m,) for _, _, m, _, _ in found)
    return tuple(sorted({tuple(map(str, forms)) for forms in told}))


def words_of(style: HouseStyle) -> tuple[str, ...]:
    """What an authority says in its own words, and documents say in the reader's language."""
    terms = style.terms.model_dump(exclude={"conference"}).values()
    items = (
        words for agenda in style.agenda.values() for i in agenda for words in (i.title, i.says)
    )
    reports = (style.reports_to,) if style.reports_to else ()
    topics = (
        style.criteria,
        style.ending_criteria,
        tuple(style.categories.values()),
        style.complaints,
        style.disagreement,
    )
    points = (
        words for topic in topics for point in topic for words in (point.title, point.says) if words
    )
    return (
        *terms,
        *style.terms.conference.values(),
        *items,
        style.letterhead.hours,
        *reports,
        *points,
        *style.said_instead.values(),
    )


def pseudo(message: str) -> str:
    """The message in the invented letters, its placeholders as they are."""
    end = 0
    pieces = []
    for found in _KEPT.finditer(message):
        pieces += [_letters(message[end : found.start()]), found.group()]
        end = found.end()
    return "".join([*pieces, _letters(message[end:])])


def make_language(folder: Path, extra: tuple[str, ...], without: str | None = None) -> Path:
    """Write the language `xr` under `folder`, with `extra` messages, and less one where asked."""
    home = folder / "xr"
    shutil.copytree(FIXTURE, home)
    catalogue = Catalog(locale="ar")
    for one, *many in {*messages(), *((words,) for words in extra)} - {(without,)}:
        if many:
            catalogue.add((one, *many), string=(pseudo(many[0]),) * catalogue.num_plurals)
        else:
            catalogue.add(one, string=pseudo(one))
    with (home / "messages.po").open("wb") as file:
        write_po(file, catalogue, sort_output=True)
    return folder


def _letters(text: str) -> str:
    changed = (_LETTERS[ord(c) % len(_LETTERS)] if c.isalpha() else c for c in text)
    return "".join(changed)


def _is_shown(folder: str | os.PathLike[str]) -> bool:
    return not Path(folder).name.startswith(".")  # Babel would leave `_parts` out too


def _below(method_map: list[tuple[str, str]]) -> list[tuple[str, str]]:
    return [(pattern.removeprefix("templates/"), method) for pattern, method in method_map]


def _under(options_map: dict[str, dict[str, str]]) -> dict[str, dict[str, str]]:
    return {pattern.removeprefix("templates/"): told for pattern, told in options_map.items()}


def called_in(text: str) -> Iterator[str]:
    """Literal messages of a template, found without Babel: what extraction must not miss."""
    for found in re.finditer(r'\b_\("([^"]*)"', text):
        yield found.group(1)
