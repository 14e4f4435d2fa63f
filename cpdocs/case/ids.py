"""Ids of a whole case: each given once, and each that is used names a record of the right kind."""

from __future__ import annotations

from typing import Final

from cpdocs.case.notes import Given, Notes
from cpdocs.model.base import Record, Ref
from cpdocs.model.conference import Conference, Part
from cpdocs.model.people import Child, Person, Professional
from cpdocs.model.places import Agency, Household, Place

_KINDS: Final[dict[Ref, tuple[str, str, frozenset[type[Record]]]]] = {
    Ref.PERSON: (
        "person",
        "children, people or professionals",
        frozenset({Child, Person, Professional}),
    ),
    Ref.CHILD: ("child", "children", frozenset({Child})),
    Ref.HOUSEHOLD: ("household", "households", frozenset({Household})),
    Ref.PLACE: ("place", "places", frozenset({Place})),
    Ref.AGENCY: ("agency", "agencies", frozenset({Agency})),
    Ref.CONFERENCE: ("conference", "conferences", frozenset({Conference})),
    Ref.PART: ("part", "this conference's parts", frozenset({Part})),
}


def check_ids(notes: Notes) -> None:
    """Note every id given twice and every id used that nothing has."""
    first: dict[str, Given] = {}
    parts: set[tuple[str | None, str]] = set()
    targets: set[tuple[type[Record], str]] = set()
    for given in notes.given:
        scoped = (given.place.conference, given.id)
        earlier = first.setdefault(given.id, given)
        # several conferences may each have a part of the same id
        both_parts = given.record is Part and earlier.record is Part
        if earlier is not given and (not both_parts or scoped in parts):
            notes.fault("id-twice", given.line, given.place)
        if given.record is Part:
            parts.add(scoped)
        targets.add((given.record, given.id))
    for used in notes.used:
        kind, where, records = _KINDS[used.ref]
        if used.ref is Ref.PART:
            found = (used.place.conference, used.id) in parts
        else:
            found = any((record, used.id) in targets for record in records)
        if not found:
            notes.fault("unknown-id", used.line, used.place, kind=kind, where=where)
