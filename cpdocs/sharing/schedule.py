"""The sharing schedule of a conference, for its chair (S 7.5, 7.7; R 7.1.9; N l.51)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from cpdocs.errors import UsageError
from cpdocs.model.base import Record
from cpdocs.model.conference import Attendance, Exclusion, Invitation, Part
from cpdocs.model.paths import Path, records_in, spell, walk
from cpdocs.model.schedule import (
    Kept,
    ReaderLine,
    Restriction,
    RestrictionKind,
    Schedule,
    Sought,
    SoughtKind,
)
from cpdocs.model.sharing import Passage, Sharing, Variant
from cpdocs.model.view import View
from cpdocs.sharing.facts import Facts
from cpdocs.sharing.heads import known_by
from cpdocs.sharing.ledger import Needle
from cpdocs.sharing.narrow import NothingToShare
from cpdocs.sharing.share import Shared, Wholes, everybody

# The lists of a case whose names, dates and numbers are searched for; all else is words.
_FROM = {
    **dict.fromkeys(("children", "people", "professionals"), SoughtKind.PEOPLE),
    **dict.fromkeys(("agencies", "households", "places"), SoughtKind.PLACES),
}


def with_schedule(shared: Shared, wholes: Wholes) -> View:
    """The chair's view with the schedule in it; `wholes` says what every other reader may have.

    Raises `UsageError` for any other reader: it tells what is kept from whom, and why.
    """
    facts = shared.whole.facts
    if shared.view.reader.id != facts.conference.chair:
        raise UsageError("The sharing schedule is for the chair of the conference alone.")
    made = Schedule(
        restrictions=tuple(_restrictions(facts)),
        readers=tuple(_line(facts, reader, wholes) for reader in everybody(facts.case)),
    )
    return shared.view.model_copy(update={"schedule": made})


def _line(facts: Facts, reader: str, wholes: Wholes) -> ReaderLine:
    """What the rules keep from one reader, the most frequent first."""
    name = _name(facts, reader)
    try:
        ledger = wholes(reader).ledger
    except NothingToShare:
        return ReaderLine(reader=name, gets_nothing=True)
    counted = Counter(withheld.rule for withheld in ledger.withheld)
    ordered = sorted(counted.items(), key=lambda item: (-item[1], item[0]))
    return ReaderLine(
        reader=name,
        kept=tuple(Kept(rule=rule, places=places) for rule, places in ordered),
        sought=tuple(_sought(ledger.needles)),
    )


def _sought(needles: Sequence[Needle]) -> Iterator[Sought]:
    counted = Counter(_FROM.get(it.path.partition(".")[0], SoughtKind.WORDS) for it in needles)
    yield from (Sought(kind=kind, count=counted[kind]) for kind in SoughtKind if counted[kind])


def _restrictions(facts: Facts) -> Iterator[Restriction]:
    """Every decision on record, in the order of the case file."""
    for node in walk(facts.scoped):
        for path, record in records_in(node):
            yield from _of_record(facts, path, record)


def _of_record(facts: Facts, path: Path, record: Record) -> Iterator[Restriction]:
    match record:
        case Invitation() if not (record.invited and record.told):
            kind = RestrictionKind.NOT_INVITED if record.told else RestrictionKind.NOT_TOLD
            yield _row(facts, path, record, kind, record.reason)
        case Exclusion():
            yield _row(facts, path, record, RestrictionKind.EXCLUDED, record.ground)
        case Attendance() if record.asked_to_leave:
            yield _row(facts, path, record, RestrictionKind.EXCLUDED, None)
        case Part() if record.confidential or record.legal_advice:
            yield Restriction(
                kind=RestrictionKind.PART,
                place=spell(path),
                what=record.title,
                readers=(),
                reason=record.reason,
                requested=_name(facts, record.asked_by) if record.asked_by else None,
                agreed=record.agreed_by_chair,
            )
        case _:
            pass
    block = getattr(record, "sharing", None)
    if isinstance(block, Sharing):
        yield from _of_block(facts, path, record, block)
    if isinstance(record, Passage):
        yield from (_of_variant(facts, path, record, variant) for variant in record.wording_for)


def _row(
    facts: Facts,
    path: Path,
    record: Invitation | Exclusion | Attendance,
    kind: RestrictionKind,
    reason: str | None,
) -> Restriction:
    return Restriction(
        kind=kind,
        place=spell(path),
        what=_parts(facts, record),
        readers=(_name(facts, record.who),),
        reason=reason,
        agreed=None if isinstance(record, Attendance) else record.agreed_by_chair,
    )


def _of_block(facts: Facts, path: Path, record: Record, block: Sharing) -> Iterator[Restriction]:
    kinds = (
        (RestrictionKind.WITHHELD, block.withhold_from),
        (RestrictionKind.SHARED, block.share_with),
        (RestrictionKind.STANDS, block.may_stand),
    )
    for kind, readers in kinds:
        if readers:
            yield Restriction(
                kind=kind,
                place=spell(path),
                what=known_by(record),
                readers=tuple(_name(facts, reader) for reader in readers),
                reason=block.reason,
                requested=_name(facts, block.asked_by) if block.asked_by else None,
                agreed=block.agreed_by_chair,
                in_writing=block.in_writing,
            )


def _of_variant(facts: Facts, path: Path, record: Passage, variant: Variant) -> Restriction:
    block = record.sharing
    return Restriction(
        kind=RestrictionKind.REWORDED,
        place=spell(path),
        what=known_by(record),
        readers=tuple(_name(facts, reader) for reader in variant.readers),
        reason=block.reason if block else None,
        requested=_name(facts, block.asked_by) if block and block.asked_by else None,
        agreed=variant.agreed_by_chair,
    )


def _parts(facts: Facts, record: Invitation | Exclusion | Attendance) -> str:
    """The titles of the parts that it is about; none: the whole conference."""
    match record:
        case Exclusion():
            ids = record.parts
        case Attendance():
            ids = record.asked_to_leave
        case _:
            ids = ()
    return ", ".join(part.title for part in facts.conference.parts if part.id in ids)


def _name(facts: Facts, person: str) -> str:
    """A name in full, or for an unborn child the id."""
    record = facts.case.child(person) or facts.case.person(person)
    worker = facts.case.professional(person)
    if worker is not None:
        return worker.name
    name = record.name if record is not None else None
    return person if name is None else name.full
