"""Law 1: deny by default."""

from __future__ import annotations

from pathlib import Path

import pytest

from cpdocs.case.case import Case
from cpdocs.model.base import Record, specs
from cpdocs.sharing.cells import GRANTS
from cpdocs.sharing.policy import POLICY, SOURCES, Cell, Column, Matter, table

DOCS = Path(__file__).parents[2] / "docs"


def record_types(start: type[Record] = Record) -> set[type[Record]]:
    found = {start}
    for kind in start.__subclasses__():
        found |= record_types(kind)
    return found


@pytest.mark.parametrize("record", sorted(record_types(), key=repr))
def test_every_field_of_the_model_declares_its_sensitivity(record: type[Record]) -> None:
    assert issubclass(Case, Record)  # so that every type is imported
    undeclared = [spec.name for spec in specs(record) if spec.sensitivity is None]
    assert not undeclared


@pytest.mark.parametrize("matter", Matter)
@pytest.mark.parametrize("column", Column)
def test_every_matter_has_a_cell_for_every_column(matter: Matter, column: Column) -> None:
    assert POLICY[matter][column] in GRANTS
    assert SOURCES[matter]


def test_every_cell_can_be_answered() -> None:
    assert set(GRANTS) == set(Cell)


def test_the_printed_policy_is_the_policy() -> None:
    page = (DOCS / "sharing.md").read_text(encoding="utf-8")
    printed = page.split("--policy` -->\n")[1].split("<!-- policy: end")[0]
    assert printed == table()
