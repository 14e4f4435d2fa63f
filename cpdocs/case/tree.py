"""From bytes to a tree of texts, lists and groups that know their lines.

Nothing is guessed from how a scalar looks. JSON goes the same way: a JSON file is also a YAML
file, once its surrogate pairs are joined.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Final

import yaml

MOST_BYTES: Final = 5_000_000  # a long case is under 1 MB; more is a mistake or an attack
MOST_LEVELS: Final = 30  # the deepest field of the format is about half of this
MOST_VALUES: Final = 200_000
MOST_LINES: Final = 1000  # that are told of as holding what no text holds

# Controls but tab and line ends; and NEL, LS and PS: line ends to YAML and not to an editor.
CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_SURROGATE_PAIR = re.compile(
    r"(?<!\\)((?:\\\\)*)\\u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})"
)
_EMPTY: Final = frozenset({"", "~", "null", "Null", "NULL"})


@dataclass(frozen=True, slots=True)
class Text:
    """One scalar as it is written; None where nothing is."""

    line: int
    text: str | None


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    line: int
    items: tuple[Tree, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One `name: value`; name None where it is no text."""

    line: int
    name: str | None
    value: Tree


@dataclass(frozen=True, slots=True)
class Group:
    """A group of fields, in the order written, twice-written ones included."""

    line: int
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Refused:
    """What stood where an alias was: it has its fault already."""

    line: int


Tree = Text | Items | Group | Refused


@dataclass(frozen=True, kw_only=True, slots=True)
class Trouble:
    """A fault of the file's grammar, before it has fields. `limit` fills the sentence's slot."""

    code: str
    line: int
    limit: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class Grown:
    """What could be read: no tree where the file could not be read to its end."""

    tree: Tree | None
    troubles: tuple[Trouble, ...]


def grow(data: bytes) -> Grown:
    """Read the bytes of a YAML or JSON file. Never raises for what the bytes hold."""
    if len(data) > MOST_BYTES:
        return _stop(Trouble(code="file-too-large", line=0, limit=MOST_BYTES // 1_000_000))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return _stop(Trouble(code="not-utf-8", line=data.count(b"\n", 0, error.start) + 1))
    lines = enumerate(re.split("\r\n|\r|\n", text), start=1)
    faulty = (number for number, line in lines if CONTROLS.search(line))
    controls = tuple(
        Trouble(code="control-character", line=number) for number in islice(faulty, MOST_LINES)
    )
    if controls:
        return Grown(tree=None, troubles=controls)
    if text.lstrip().startswith(("{", "[")):
        text = _SURROGATE_PAIR.sub(_joined, text)
    return _build(text)


def _stop(trouble: Trouble) -> Grown:
    return Grown(tree=None, troubles=(trouble,))


def _joined(pair: re.Match[str]) -> str:
    high, low = int(pair[2], 16), int(pair[3], 16)
    return pair[1] + chr(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))


@dataclass(slots=True)
class _Open:
    """A list or group whose end has not been read yet."""

    line: int
    is_group: bool
    values: list[Tree]

    def close(self) -> Tree:
        if not self.is_group:
            return Items(self.line, tuple(self.values))
        names, values = self.values[::2], self.values[1::2]
        return Group(self.line, tuple(_entry(n, v) for n, v in zip(names, values, strict=True)))


def _entry(name: Tree, value: Tree) -> Entry:
    return Entry(name.line, name.text if isinstance(name, Text) else None, value)


def _build(text: str) -> Grown:
    roots: list[Tree] = []
    troubles: list[Trouble] = []
    stack: list[_Open] = []
    count = 0
    try:
        for event in _events(text):
            line = event.start_mark.line + 1 if event.start_mark else 0
            troubles.extend(_refusals(event, line))
            if isinstance(event, yaml.DocumentStartEvent) and roots:
                troubles.append(Trouble(code="several-documents", line=line))
                break
            if isinstance(event, yaml.CollectionStartEvent):
                stack.append(_Open(line, isinstance(event, yaml.MappingStartEvent), []))
            value = _value(event, line, stack)
            if value is not None:
                (stack[-1].values if stack else roots).append(value)
            count += isinstance(event, yaml.NodeEvent)
            if len(stack) > MOST_LEVELS:
                return _stopped(troubles, Trouble(code="too-deep", line=line, limit=MOST_LEVELS))
            if count > MOST_VALUES:
                limit = Trouble(code="too-many-values", line=line, limit=MOST_VALUES)
                return _stopped(troubles, limit)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        last = len(text.splitlines())  # what is missing at the end is told of on the last line
        line = min(mark.line + 1, last) if mark else 0
        return _stopped(troubles, Trouble(code="not-yaml", line=line))
    if not roots or (isinstance(roots[0], Text) and roots[0].text is None):
        return _stopped(troubles, Trouble(code="empty-file", line=0))
    return Grown(tree=roots[0], troubles=tuple(troubles))


def _stopped(troubles: list[Trouble], last: Trouble) -> Grown:
    return Grown(tree=None, troubles=(*troubles, last))


def _events(text: str) -> Iterator[yaml.Event]:
    # libyaml's reader: it allows the tabs of JSON, which PyYAML's own does not
    return iter(yaml.parse(text, Loader=yaml.CBaseLoader))


def _refusals(event: yaml.Event, line: int) -> Iterator[Trouble]:
    if isinstance(event, yaml.NodeEvent) and event.anchor is not None:  # an alias has one too
        yield Trouble(code="alias-refused", line=line)
    if isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent) and event.tag is not None:
        yield Trouble(code="tag-refused", line=line)


def _value(event: yaml.Event, line: int, stack: list[_Open]) -> Tree | None:
    """The value that this event ends, if it ends one."""
    if isinstance(event, yaml.ScalarEvent):
        plain = not event.style
        stripped = event.value.strip()
        return Text(line, None if not stripped or (plain and stripped in _EMPTY) else stripped)
    if isinstance(event, yaml.AliasEvent):
        return Refused(line)
    if isinstance(event, yaml.CollectionEndEvent):
        return stack.pop().close()
    return None
