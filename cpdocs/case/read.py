"""From the tree of a file to values that the model accepts, guided by the shape of its types."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from difflib import get_close_matches
from typing import Final

from cpdocs.case.notes import Given, Notes, Place, Used
from cpdocs.case.shape import (
    CLOCK,
    DAY,
    FLAGS,
    ID,
    LANGUAGE,
    NUMBER,
    REFERENCE,
    RELATION_KEYS,
    ByLanguage,
    Choice,
    Key,
    Many,
    One,
    Scalar,
    Shape,
    keys,
)
from cpdocs.case.tree import CONTROLS, Entry, Group, Items, Refused, Text, Tree
from cpdocs.model.base import Record, Ref
from cpdocs.model.people import Relation

FORMAT_VERSION: Final = 1

# Unicode's bidirectional controls, soft hyphen, zero-width space, word joiner, invisible operators,
# annotation marks and tags. Zero-width joiner and non-joiner stay: Urdu is spelt with them.
_HIDDEN = re.compile(
    "[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e"
    "\u2060-\u206f\ufff9-\ufffb\U000e0000-\U000e007f]"
)
_LANGUAGE_FIELDS: Final = frozenset({"preferred_language", "first_language", "interpreter"})


def read_record(record: type[Record], tree: Tree, place: Place, notes: Notes) -> dict[str, object]:
    """The fields of a record by their model names; what is faulty is noted and left out."""
    notes.mark(tree.line, place)
    if not isinstance(tree, Group):
        if not isinstance(tree, Refused):
            notes.fault("not-a-block", tree.line, place)
        return {}
    known = {key.name: key for key in keys(record)}
    entries = _entries(tree, tuple(known), place, notes, record)
    values: dict[str, object] = {}
    for name, entry in entries.items():
        if name in known:
            values |= _read_field(known[name], entry, place, notes, record)
    if record is Relation:
        values |= _read_relation(entries, tree, place, notes)
    for key in known.values():
        if key.required and not _is_present(entries.get(key.name)):
            notes.fault("missing-field", tree.line, place, name=key.name)
    return values


def _entries(
    tree: Group, known: tuple[str, ...], place: Place, notes: Notes, record: type[Record]
) -> dict[str, Entry]:
    names = (*RELATION_KEYS, *known) if record is Relation else known
    entries: dict[str, Entry] = {}
    for entry in tree.entries:
        if entry.name is None:
            notes.fault("field-name-not-text", entry.line, place)
        elif entry.name not in names:
            notes.fault("unknown-field", entry.line, place, suggestion=_suggest(entry.name, names))
        elif entry.name in entries:
            notes.fault("field-twice", entry.line, place.then(entry.name))
        else:
            entries[entry.name] = entry
    return entries


def _suggest(written: str, known: tuple[str, ...]) -> str:
    """A sentence of our own words only: the nearest known one, else all of them."""
    near = get_close_matches(_simple(written, "_"), known, n=1, cutoff=0.7)
    if near:
        return f"Did you mean `{near[0]}`?"
    return f"Write one of {_listed(known)}."


def _simple(written: str, joint: str) -> str:
    return written[:60].lower().replace(" ", joint)


def _listed(words: tuple[str, ...]) -> str:
    return ", ".join(f"`{word}`" for word in words)


def _is_present(entry: Entry | None) -> bool:
    return entry is not None and not (isinstance(entry.value, Text) and entry.value.text is None)


def _read_field(
    key: Key, entry: Entry, place: Place, notes: Notes, record: type[Record]
) -> dict[str, object]:
    if not _is_present(entry):
        return {}
    here = place.then(key.field, spelled=key.name)
    notes.mark(entry.line, here)
    value = _read(key.shape, entry.value, here, notes, key.ref)
    if isinstance(value, str) and key.ref is None:
        if key.field == "id":
            notes.given.append(Given(id=value, record=record, place=here, line=entry.line))
        _check_text(value, entry.line, here, notes)
    if key.field == "cpdocs" and isinstance(value, int) and value != FORMAT_VERSION:
        notes.fault("newer-format", entry.line, here)
    return {} if value is None else {key.field: value}


def _check_text(value: str, line: int, here: Place, notes: Notes) -> None:
    """Check the texts that have a shape of their own."""
    field = here.path[-1]
    if field == "id" and not ID.fullmatch(value):
        notes.fault("bad-id", line, here)
    elif here.path == ("case",) and not REFERENCE.fullmatch(value):
        notes.fault("bad-case-reference", line, here)
    elif here.path == ("authority",) and not ID.fullmatch(value):
        notes.fault("bad-authority", line, here)
    elif field in _LANGUAGE_FIELDS and not LANGUAGE.fullmatch(value):
        notes.fault("bad-language", line, here)


def _read_relation(
    entries: dict[str, Entry], tree: Group, place: Place, notes: Notes
) -> dict[str, object]:
    known = _listed(tuple(RELATION_KEYS))
    said = [name for name in entries if name in RELATION_KEYS and _is_present(entries[name])]
    if len(said) != 1:
        if len(entries) == len(tree.entries):  # else an unknown field has been noted
            notes.fault("relation-without-kind", tree.line, place, known=known)
        return {}
    (name,) = said
    here = place.then("of", spelled=name)
    notes.mark(entries[name].line, here)
    of = _read(Scalar.TEXT, entries[name].value, here, notes, Ref.PERSON)
    return {"kind": RELATION_KEYS[name], "of": of}


def _read(shape: Shape, tree: Tree, place: Place, notes: Notes, ref: Ref | None) -> object | None:
    """The value of one field; None where it is faulty, which has been noted."""
    if isinstance(tree, Refused):
        return None
    if isinstance(shape, One):
        return read_record(shape.record, tree, place, notes)
    if isinstance(shape, Many):
        return _read_items(shape, tree, place, notes, ref)
    if isinstance(shape, ByLanguage):
        return _read_by_language(tree, place, notes)
    text = _read_text(tree, place, notes)
    if text is None:
        return None
    if isinstance(shape, Choice):
        return _read_choice(shape, text, tree.line, place, notes)
    if ref is not None:
        notes.used.append(Used(id=text, ref=ref, place=place, line=tree.line))
    return _read_scalar(shape, text, tree.line, place, notes)


def _read_items(
    shape: Many, tree: Tree, place: Place, notes: Notes, ref: Ref | None
) -> tuple[object, ...] | None:
    if not isinstance(tree, Items):
        notes.fault("not-a-list", tree.line, place)
        return None
    values = []
    for position, item in enumerate(tree.items):
        here = place.then(str(position))
        notes.mark(item.line, here)
        if isinstance(item, Text) and item.text is None:
            notes.fault("empty-item", item.line, here)
        else:
            values.append(_read(shape.item, item, here, notes, ref))
    return tuple(values)


def _read_by_language(tree: Tree, place: Place, notes: Notes) -> dict[str, str] | None:
    if not isinstance(tree, Group):
        notes.fault("not-a-block", tree.line, place)
        return None
    values: dict[str, str] = {}
    for entry in tree.entries:
        if entry.name is None or not LANGUAGE.fullmatch(entry.name):
            notes.fault("bad-language", entry.line, place)
        elif entry.name in values:
            notes.fault("field-twice", entry.line, place)
        elif _is_present(entry):
            values[entry.name] = _read_text(entry.value, place, notes) or ""
    return values


def _read_text(tree: Tree, place: Place, notes: Notes) -> str | None:
    if isinstance(tree, Text):
        text = tree.text or ""
        if CONTROLS.search(text):
            notes.fault("control-character", tree.line, place)
        if _HIDDEN.search(text):
            notes.fault("hidden-character", tree.line, place)
        return text
    if not isinstance(tree, Refused):
        notes.fault("not-text", tree.line, place)
    return None


def _read_choice(shape: Choice, text: str, line: int, place: Place, notes: Notes) -> object | None:
    if text in shape.words:
        return shape.of(text)
    near = get_close_matches(_simple(text, "-"), shape.words, n=1, cutoff=0.7)
    suggestion = f"Write one of {_listed(shape.words)}."
    if near:
        suggestion = f"Did you mean `{near[0]}`? {suggestion}"
    notes.fault("not-a-choice", line, place, suggestion=suggestion)
    return None


def _read_scalar(shape: Scalar, text: str, line: int, place: Place, notes: Notes) -> object | None:
    try:
        return _convert(shape, text)
    except ValueError:
        notes.fault(_SCALAR_FAULTS[shape], line, place)
        return None


_SCALAR_FAULTS: Final = {
    Scalar.FLAG: "not-yes-or-no",
    Scalar.NUMBER: "not-a-number",
    Scalar.DAY: "not-a-date",
    Scalar.MOMENT: "not-a-date-and-time",
    Scalar.DAY_OR_MOMENT: "not-a-date",
    Scalar.CLOCK: "not-a-time",
}


def _convert(shape: Scalar, text: str) -> object:
    """The value that a text stands for; ValueError where it stands for none."""
    match shape:
        case Scalar.TEXT:
            return text
        case Scalar.FLAG:
            return _flag(text)
        case Scalar.NUMBER:
            return _number(text)
        case Scalar.DAY:
            return _day(text)
        case Scalar.CLOCK:
            return _clock(text)
        case Scalar.MOMENT:
            return _moment(text)
        case Scalar.DAY_OR_MOMENT:
            return _day(text) if DAY.fullmatch(text) else _moment(text)


def _flag(text: str) -> bool:
    try:
        return FLAGS[text.lower()]
    except KeyError:
        raise ValueError from None


def _number(text: str) -> int:
    if not NUMBER.fullmatch(text):
        raise ValueError
    return int(text)


def _day(text: str) -> date:
    if not DAY.fullmatch(text):
        raise ValueError
    return date.fromisoformat(text)


def _clock(text: str) -> time:
    if not CLOCK.fullmatch(text):
        raise ValueError
    return time.fromisoformat(text)


def _moment(text: str) -> datetime:
    day, _, clock = text.replace("T", " ", 1).partition(" ")
    return datetime.combine(_day(day), _clock(clock))
