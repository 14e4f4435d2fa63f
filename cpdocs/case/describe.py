"""Tables of every field and every code of the case file, for `docs/case-file.md`."""

from __future__ import annotations

from collections.abc import Iterator

from cpdocs.case.case import Case
from cpdocs.case.checks import RULES
from cpdocs.case.shape import (
    RELATION_KEYS,
    ByLanguage,
    Choice,
    Key,
    Many,
    One,
    Shape,
    keys,
    records_in,
)
from cpdocs.case.words import WORDS
from cpdocs.model.base import Record
from cpdocs.model.people import Relation


def describe() -> str:
    """Markdown: one table for each kind of record, in the order in which a case holds them."""
    return "\n".join(line for record in _records() for line in _table(record))


def describe_codes() -> str:
    """Markdown: every code that a fault of a case file can have, and what it says."""
    said = [(code, words.wrong.format_map(_Slots())) for code, words in WORDS.items()]
    said += [(rule.code, rule.wrong) for rule in RULES]
    rows = (f"| `{code}` | {wrong} |" for code, wrong in said)
    return "\n".join(("| code | what is wrong |", "|---|---|", *rows, ""))


class _Slots(dict[str, str]):
    """Stands for whatever fills a sentence's slots."""

    def __missing__(self, key: str) -> str:
        return "…"


def _records() -> tuple[type[Record], ...]:
    found: dict[type[Record], None] = {}
    waiting: list[type[Record]] = [Case]
    while waiting:
        record = waiting.pop(0)
        if record not in found:
            found[record] = None
            waiting.extend(inner for key in keys(record) for inner in records_in(key.shape))
    return tuple(found)


def _table(record: type[Record]) -> Iterator[str]:
    yield from (f"### {record.__name__}", "", (record.__doc__ or "").strip(), "")
    yield from ("| field | holds | needed |", "|---|---|---|")
    if record is Relation:
        names = ", ".join(f"`{name}`" for name in RELATION_KEYS)
        yield f"| one of {names} | id of a person | yes |"
    for key in keys(record):
        yield f"| `{key.name}` | {_holds(key, key.shape)} | {'yes' if key.required else ''} |"
    yield ""


def _holds(key: Key, shape: Shape) -> str:
    if key.ref is not None:
        ids = "list of ids" if isinstance(shape, Many) else "id"
        return f"{ids} ({key.ref.value})"
    if isinstance(shape, Many):
        return f"list: {_holds(key, shape.item)}"
    if isinstance(shape, One):
        return f"[{shape.record.__name__}](#{shape.record.__name__.lower()})"
    if isinstance(shape, Choice):
        return ", ".join(f"`{word}`" for word in shape.words)
    if isinstance(shape, ByLanguage):
        return "texts by language code"
    return shape.value
