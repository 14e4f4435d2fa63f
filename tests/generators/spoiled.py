"""Good case files with something wrong or odd in them: as people type, paste and delete."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import yaml

ROOT = Path(__file__).parents[2]
CASES = (ROOT / "tests" / "case" / "whole.yaml", *sorted(ROOT.glob("data/cases/*/case.yaml")))

Tree = Any
Spot = tuple[Any, Any]  # a mapping or a list, and the key or position in it

ODD: tuple[Any, ...] = (
    None,
    "",
    " ",
    "x",
    "None",
    "{{ 7 * 7 }}",
    "<b>&amp;</b>",
    "\u202eabc",
    0,
    -1,
    3.5,
    True,
    "2026-02-30",
    "2020-02-29",
    "1899-12-31",
    "2026-11-23 25:00",
    "9999-12-31",
    "w" * 5_000,
    [],
    {},
    ["x"],
    {"x": "y"},
)


@cache
def _good(path: Path) -> Tree:
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)  # noqa: S506 (text)


def spoiled(seed: int) -> str:
    """One case file of that seed, as YAML: a good one with one to three changes."""
    chance = Random(seed)  # noqa: S311 not for secrets
    tree = deepcopy(_good(chance.choice(CASES)))
    for _ in range(chance.randint(1, 3)):
        spots = list(_spots(tree))
        chance.choice(_CHANGES)(chance, spots)
    return yaml.dump(tree, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False)


def _spots(tree: Tree) -> Iterator[Spot]:
    keys = tree if isinstance(tree, dict) else range(len(tree))
    for key in list(keys):
        yield tree, key
        if isinstance(tree[key], dict | list):
            yield from _spots(tree[key])


def _leave_out(chance: Random, spots: list[Spot]) -> None:
    holder, key = chance.choice(spots)
    del holder[key]


def _put_something_odd(chance: Random, spots: list[Spot]) -> None:
    holder, key = chance.choice(spots)
    holder[key] = deepcopy(chance.choice(ODD))


def _write_twice(chance: Random, spots: list[Spot]) -> None:
    holder, key = chance.choice(spots)
    if isinstance(holder, list):
        holder.insert(key, deepcopy(holder[key]))
    else:
        holder[f"{key}_2"] = deepcopy(holder[key])


def _write_what_belongs_elsewhere(chance: Random, spots: list[Spot]) -> None:
    holder, key = chance.choice(spots)
    same = [
        value for at, name in spots for value in (at[name],) if type(value) is type(holder[key])
    ]
    holder[key] = deepcopy(chance.choice(same))


def _write_what_another_of_its_name_says(chance: Random, spots: list[Spot]) -> None:
    holder, key = chance.choice(spots)
    holder[key] = deepcopy(chance.choice([at[name] for at, name in spots if name == key]))


def _change_the_order(chance: Random, spots: list[Spot]) -> None:
    lists = [at[name] for at, name in spots if isinstance(at[name], list) and at[name]]
    if lists:
        chance.shuffle(chance.choice(lists))


_CHANGES = (
    _leave_out,
    _leave_out,
    _put_something_odd,
    _put_something_odd,
    _write_twice,
    _write_what_belongs_elsewhere,
    _write_what_another_of_its_name_says,
    _write_what_another_of_its_name_says,
    _change_the_order,
)
