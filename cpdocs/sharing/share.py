"""Share: from a case to one reader's view and the ledger of what was withheld from them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from cpdocs.case.case import Case
from cpdocs.errors import UsageError
from cpdocs.model.authority import HouseStyle
from cpdocs.model.base import specs
from cpdocs.model.conference import Conference
from cpdocs.model.paths import spell
from cpdocs.model.people import CARERS, Delivery, DeliveryWay, Professional, Role
from cpdocs.model.places import Agency
from cpdocs.model.ruling import Ruling
from cpdocs.model.view import Reader, ReaderKind, Records, Section, View
from cpdocs.sharing.close import close
from cpdocs.sharing.cut import cut
from cpdocs.sharing.decide import decide
from cpdocs.sharing.facts import Facts, Sort
from cpdocs.sharing.ledger import Ledger, Withheld
from cpdocs.sharing.narrow import NothingToShare, covered, only
from cpdocs.sharing.needles import needles
from cpdocs.sharing.released import release
from cpdocs.sharing.verdict import Labels


@dataclass(frozen=True, kw_only=True)
class Whole:
    """All that one reader may have of a conference, whatever the document: decided once."""

    view: View
    facts: Facts = field(repr=False)
    labels: Labels = field(repr=False)

    def told(self, sections: frozenset[Section], about: str | None = None) -> Shared:
        """What one document is told. Raises `NothingToShare` where that is nothing of `about`."""
        named = self.view.model_copy(update={"about": about})
        return Shared(view=only(named, sections), sections=sections, whole=self)

    @cached_property
    def ledger(self) -> Ledger:
        """What was withheld from the reader, and what their files are searched for."""
        withheld = (
            Withheld(
                path=spell(path),
                rule=verdict.rule,
                source=verdict.source,
                asked_by=verdict.asked_by,
                agreed_by_chair=verdict.agreed_by_chair,
            )
            for path, verdict in self.labels.withheld.items()
        )
        return Ledger(
            reader=self.view.reader.id,
            withheld=tuple(sorted(withheld, key=lambda entry: entry.path)),
            needles=needles(self.facts, self.labels, self.view),
        )


# What a person may have of the conference in hand, or `NothingToShare`.
Wholes = Callable[[str], Whole]


@dataclass(frozen=True, kw_only=True)
class Shared:
    """What one reader's document is told, and what was withheld from them."""

    view: View
    sections: frozenset[Section]
    whole: Whole = field(repr=False)

    @property
    def ledger(self) -> Ledger:
        """What was withheld from the reader, whatever the document."""
        return self.whole.ledger

    def holds(self, place: str) -> bool:
        """Whether the document tells its reader of a place of the case."""
        path = tuple(place.split("."))
        withheld = self.whole.labels.withheld
        gone = any(path[:end] in withheld for end in range(1, len(path) + 1))
        return covered(self.sections, path) and not gone


def share_whole(
    *, case: Case, ruling: Ruling, style: HouseStyle, reader: str, conference: str
) -> Whole:
    """Decide and cut all that the person `reader` may have of `conference`.

    Raises `UsageError` for an unknown person or conference, and `NothingToShare` where the reader
    may have nothing (not told, an observer, a child who is not invited).
    """
    facts = Facts(case=case, conference=find_conference(case, conference))
    labels = labels_for(facts, reader)
    records = cut(_records(facts), (), labels)
    view = View(
        reader=reader_of(facts, reader),
        style=style,
        records=records,
        conference=records.conferences[0],
        ruled=release(facts, reader, ruling, labels),
    )
    return Whole(view=view, facts=facts, labels=labels)


def share(
    *,
    case: Case,
    ruling: Ruling,
    style: HouseStyle,
    reader: str,
    conference: str,
    sections: frozenset[Section],
    about: str | None = None,
) -> Shared:
    """Cut the view of `conference` for the person `reader`, with only the sections asked for.

    `about` is the id of the child or paper that the document is about, where it is about one.
    Raises what `share_whole` raises, and `NothingToShare` where the reader may have nothing of
    `about`.
    """
    whole = share_whole(case=case, ruling=ruling, style=style, reader=reader, conference=conference)
    return whole.told(sections, about)


def labels_for(facts: Facts, reader: str) -> Labels:
    """The closed labels of a reader, or `NothingToShare`."""
    if facts.sort(reader) is None:
        raise UsageError(
            "No person of this case has that id. Use one of: " + ", ".join(everybody(facts.case))
        )
    labels = close(facts, decide(facts, reader))
    told = all(facts.is_told(person) for person in (reader, *facts.helps(reader)))
    path = ("conferences", facts.conference.id)
    if not told or any(path[:n] in labels.withheld for n in (1, 2)):
        raise NothingToShare("This person may have nothing of this conference. Nothing was made.")
    return labels


def of_no_case(*, style: HouseStyle, reader: Reader, about: str) -> View:
    """A view that holds no record of any case: for what is told of several at once."""
    unknown: dict[str, Any] = {spec.name: None for spec in specs(Conference) if spec.required}
    return View(
        reader=reader,
        style=style,
        records=Records(case=""),
        conference=Conference.model_construct(**unknown),
        about=about,
    )


def everybody(case: Case) -> tuple[str, ...]:
    """The ids of everybody in the case, in the order of the file."""
    return tuple(p.id for group in (case.children, case.people, case.professionals) for p in group)


def find_conference(case: Case, conference: str) -> Conference:
    """The conference of that id, or a `UsageError` that lists those there are."""
    found = next((c for c in case.conferences if c.id == conference), None)
    if found is None:
        known = ", ".join(c.id for c in case.conferences)
        raise UsageError(f"No conference of this case has that id. Use one of: {known}")
    return found


def _records(facts: Facts) -> Records:
    """The records of the conference in hand."""
    return Records.model_construct(
        **{name: getattr(facts.scoped, name) for name in Records.model_fields}
    )


_ROLE_KINDS = {
    Role.OBSERVER: ReaderKind.OBSERVER,
    Role.INTERPRETER: ReaderKind.INTERPRETER,
    Role.OUTSIDE_AUTHORITY: ReaderKind.OUTSIDE_AUTHORITY,
}


def reader_of(facts: Facts, person: str) -> Reader:
    """The reader as their own copy addresses them: facts about themselves alone."""
    case = facts.case
    home = facts.households.get(facts.home(person) or "")
    address = home.address if home else None
    match facts.sort(person):
        case Sort.PROFESSIONAL:
            worker = facts.professionals[person]
            agency = case.agency(worker.agency)
            kind = _professional_kind(facts, worker)
            return Reader(
                id=person,
                kind=kind,
                name=worker.name,
                greeting=worker.name,
                designation=worker.designation,
                agency=agency.name if agency else None,
                address=agency.address if agency else None,
                delivery=worker.delivery or _without_post(worker, agency),
                email=worker.contact.email if worker.contact else None,
            )
        case Sort.CHILD:
            child = facts.children[person]
            name = child.name
            return Reader(
                id=person,
                kind=ReaderKind.CHILD,
                name=name.full if name else "",
                greeting=(name.known_as or name.given) if name else "",
                address=address,
                delivery=child.delivery,
            )
        case _:
            relative = facts.people[person]
            return Reader(
                id=person,
                kind=_family_kind(facts, person),
                name=f"{relative.name.title or ''} {relative.name.full}".strip(),
                greeting=relative.name.formal,
                address=address,
                delivery=relative.delivery,
                email=relative.contact.email if relative.contact else None,
            )


def _professional_kind(facts: Facts, worker: Professional) -> ReaderKind:
    """What a professional is at this conference; who chaired another one is nothing else here."""
    conference = facts.conference
    stands_in = conference.minute_taker is None and worker.role is Role.MINUTE_TAKER
    if worker.id == conference.chair:
        return ReaderKind.CHAIR
    if worker.id == conference.minute_taker or stands_in:
        return ReaderKind.MINUTE_TAKER
    return _ROLE_KINDS.get(worker.role, ReaderKind.PROFESSIONAL)


def _without_post(worker: Professional, agency: Agency | None) -> Delivery | None:
    """Secure e-mail, where no postal address is recorded and a secure address is (N l.87)."""
    contact = worker.contact
    posted = agency is not None and agency.address is not None
    if posted or contact is None or not (contact.email and contact.secure):
        return None
    return Delivery(by=DeliveryWay.SECURE_EMAIL)


def _family_kind(facts: Facts, person: str) -> ReaderKind:
    if facts.is_only_helper(person):
        return ReaderKind.HELPER
    mine = facts.people[person].related(CARERS)
    if set(mine) & set(facts.subject_children):
        return ReaderKind.PARENT
    return ReaderKind.FAMILY
