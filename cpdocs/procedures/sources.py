"""Reads authorities' files, laid over what they extend, and lists every fault at once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml
from pydantic import ValidationError

from cpdocs.errors import InputFaults
from cpdocs.findings import Fault
from cpdocs.procedures.schema import EVERY, AuthorityFile
from cpdocs.resources import data_names, data_text

FOLDER = "authorities"
_SUFFIX = ".yaml"
_EXTENDS = "extends"
_SOURCE = "source"
_LOOK = "See how the other files here say it; where the text gives no number, write `not_set`."

Place = tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class _Page:
    """One file as written: its tree of text, and the line of each place in it."""

    name: str  # as messages show it
    tree: dict[str, Any]
    lines: dict[Place, int]
    faults: list[Fault] = field(default_factory=list)


def names() -> tuple[str, ...]:
    """Every file that can be extended, shared ones such as `_common` too."""
    return tuple(name.removesuffix(_SUFFIX) for name in data_names(FOLDER, _SUFFIX))


def _fault(page: _Page, place: Place, code: str, wrong: str, mend: str) -> Fault:
    line = next((page.lines[p] for p in _outwards(place) if p in page.lines), 0)
    return Fault(
        file=page.name, line=line, field=".".join(place), code=code, wrong=wrong, mend=mend
    )


def _outwards(place: Place) -> Iterator[Place]:
    """The place itself, then what holds it, out to the whole file."""
    return (place[:end] for end in range(len(place), -1, -1))


def _plain(node: yaml.Node | None, page: _Page, place: Place) -> Any:
    """A YAML node as dicts, lists and text: no scalar is read as anything else than text."""
    if node is None:
        return None
    page.lines.setdefault(place, node.start_mark.line + 1)
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item, page, (*place, str(n))) for n, item in enumerate(node.value)]
    if isinstance(node, yaml.MappingNode):
        read: dict[str, Any] = {}
        for key, inner in node.value:
            name = str(key.value)
            page.lines[(*place, name)] = key.start_mark.line + 1
            if name in read:
                page.faults.append(
                    _fault(page, (*place, name), "duplicate", "Written twice.", "Keep one.")
                )
            read[name] = _plain(inner, page, (*place, name))
        return read
    return node.value


def _page(slug: str) -> _Page:
    page = _Page(name=f"data/{FOLDER}/{slug}{_SUFFIX}", tree={}, lines={})
    try:
        node = yaml.compose(data_text(f"{FOLDER}/{slug}{_SUFFIX}"), Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        page.lines[()] = error.problem_mark.line + 1 if error.problem_mark else 0
        mend = "Mend the indentation or the punctuation at or just above this line."
        fault = _fault(page, (), "not-yaml", "This is not YAML that can be read.", mend)
        raise InputFaults((fault,)) from error
    tree = _plain(node, page, ())
    if not isinstance(tree, dict):
        page.faults.append(
            _fault(page, (), "not-a-table", "The file is no table.", "Write `name: value` lines.")
        )
        return page
    page.tree.update(tree)
    return page


def _pages(slug: str) -> list[_Page]:
    """The file, then what it extends, then what that extends."""
    pages = [_page(slug)]
    seen = [slug]
    while (parent := pages[-1].tree.get(_EXTENDS)) is not None:
        if parent not in names() or parent in seen:
            known = ", ".join(name for name in names() if name not in seen)
            wrong = "There is no such file, or it extends this one."
            pages[-1].faults.append(
                _fault(pages[-1], (_EXTENDS,), "extends-unknown", wrong, f"Write one of: {known}.")
            )
            break
        seen.append(parent)
        pages.append(_page(parent))
    return pages


def _laid_over(under: Any, over: Any) -> Any:
    """`over` where it says something, else `under`. What has a source is one statement, whole."""
    if not (isinstance(under, dict) and isinstance(over, dict)):
        return over
    if _SOURCE in over or _SOURCE in under:
        return over
    return {
        **under,
        **{k: _laid_over(under[k], v) if k in under else v for k, v in over.items()},
    }


def _owner(place: Place, pages: list[_Page]) -> _Page:
    """The file that what stands at a place was taken from, or would be: see `_laid_over`."""
    held = [(page, page.tree) for page in pages]
    for step in place:
        trees = [tree for _, tree in held]
        if any(not isinstance(tree, dict) or _SOURCE in tree for tree in trees):
            break
        deeper = [(page, tree[step]) for page, tree in held if step in tree]
        if not deeper:
            break
        held = deeper
    return held[0][0]


def _place_of(location: tuple[int | str, ...], tree: Any) -> Place:
    """Where in the files a validation error lies: without what the schema's unions add to it."""
    place: list[str] = []
    at = tree
    for told in map(str, location):
        if told == "[key]":
            break  # the name itself is wrong, and is the last step of the place
        # One statement may stand where a list of them could, and `all` for a kind without its own.
        lone = isinstance(at, dict) and told == "0"
        if told.startswith("<") or lone:
            continue
        spread = isinstance(at, dict) and told not in at and EVERY in at
        step = EVERY if spread else told
        if isinstance(at, dict):
            at = at.get(step)
        elif isinstance(at, list) and step.isdigit():
            at = at[int(step)]
        place.append(step)
    return tuple(place)


def _reworded(error: Any) -> tuple[str, str]:
    """What is wrong, and what to write, without the value itself."""
    match error["type"]:
        case "missing":
            return "This is missing.", "Add it, beside its source."
        case "extra_forbidden":
            return "This is not a field.", "Check its spelling, or take it out."
        case "value_error":
            return str(error["ctx"]["error"]), _LOOK
        case _:
            return f"{error['msg'].rstrip('.')}.", _LOOK


def read(slug: str) -> AuthorityFile:
    """The authority's file laid over what it extends.

    Raises `InputFaults` with every fault, each with its file, line and field.
    """
    pages = _pages(slug)
    tree: Any = {}
    for page in reversed(pages):
        tree = _laid_over(tree, page.tree)
    faults = [fault for page in pages for fault in page.faults]
    tree.pop(_EXTENDS, None)
    try:
        told = AuthorityFile.model_validate(tree)
    except ValidationError as error:
        for one in error.errors(include_url=False, include_input=False):
            place = _place_of(one["loc"], tree)
            code = one["type"].replace("_", "-")
            faults.append(_fault(_owner(place, pages), place, code, *_reworded(one)))
        raise InputFaults(tuple(dict.fromkeys(faults))) from None
    if faults:
        raise InputFaults(tuple(faults))
    return told
