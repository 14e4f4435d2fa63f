"""Share: from a case to one reader's view and the ledger of what was withheld from them."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from cpdocs.case.case import Case
from cpdocs.errors import CpdocsError, UsageError
from cpdocs.model.authority import HouseStyle
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
from cpdocs.sharing.needles import needles
from cpdocs.sharing.released import release
from cpdocs.sharing.verdict import Labels

_SECTION_FIELDS = {
    Section.INVITATION: {"invitations", "purpose"},
    Section.AGENDA: set[str](),
    Section.MINUTES: {"minutes", "attendance"},
}


class NothingToShare(CpdocsError):
    """This reader has no view of the conference at all: nothing may be made for them."""

    exit_code = 1


@dataclass(frozen=True, kw_only=True)
class Shared:
    """What one reader's document is told, and what was withheld from them."""

    view: View
    whole: View = field(repr=False)  # before it was cut down to the document's sections
    facts: Facts = field(repr=False)
    labels: Labels = field(repr=False)

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
            needles=needles(self.facts, self.labels, self.whole),
        )


def share(
    *,
    case: Case,
    ruling: Ruling,
    style: HouseStyle,
    reader: str,
    conference: str,
    sections: frozenset[Section],
) -> Shared:
    """Cut the view of `conference` for the person `reader`, with only the sections asked for.

    Raises `UsageError` for an unknown person or conference, and `NothingToShare` where the reader
    may have nothing (not told, an observer, a child who is not invited).
    """
    facts = Facts(case=case, conference=find_conference(case, conference))
    labels = labels_for(facts, reader)
    records = cut(_records(facts), (), labels)
    whole = View(
        reader=reader_of(facts, reader),
        style=style,
        records=records,
        conference=records.conferences[0],
        ruled=release(facts, reader, ruling, labels),
    )
    return Shared(view=_only(whole, sections), whole=whole, facts=facts, labels=labels)


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
    """The case's records, with the one conference in hand."""
    values = {name: getattr(facts.case, name) for name in Records.model_fields}
    return Records.model_construct(**(values | {"conferences": (facts.conference,)}))


def _only(view: View, sections: frozenset[Section]) -> View:
    """The view with no more than its document covers."""
    left_out = set().union(
        *(names for section, names in _SECTION_FIELDS.items() if section not in sections)
    )
    told = {
        name: getattr(view.conference, name)
        for name in Conference.model_fields
        if name not in left_out
    }
    conference = Conference.model_construct(**told)
    records = view.records.model_copy(update={"conferences": (conference,)})
    return view.model_copy(update={"conference": conference, "records": records})


_ROLE_KINDS = {
    Role.PROFESSIONAL: ReaderKind.PROFESSIONAL,
    Role.CHAIR: ReaderKind.CHAIR,
    Role.MINUTE_TAKER: ReaderKind.MINUTE_TAKER,
    Role.OBSERVER: ReaderKind.OBSERVER,
    Role.INTERPRETER: ReaderKind.INTERPRETER,
    Role.OUTSIDE_AUTHORITY: ReaderKind.OUTSIDE_AUTHORITY,
}


def reader_of(facts: Facts, person: str) -> Reader:
    """The reader as their own copy addresses them: facts about themselves alone."""
    case, conference = facts.case, facts.conference
    home = facts.households.get(facts.home(person) or "")
    address = home.address if home else None
    match facts.sort(person):
        case Sort.PROFESSIONAL:
            worker = facts.professionals[person]
            agency = case.agency(worker.agency)
            kind = _ROLE_KINDS[worker.role]
            if person == conference.chair:
                kind = ReaderKind.CHAIR
            elif person == conference.minute_taker:
                kind = ReaderKind.MINUTE_TAKER
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


def _without_post(worker: Professional, agency: Agency | None) -> Delivery | None:
    """Secure e-mail, where no postal address is recorded and a secure address is (N l.87)."""
    contact = worker.contact
    posted = agency is not None and agency.address is not None
    if posted or contact is None or not (contact.email and contact.secure):
        return None
    return Delivery(by=DeliveryWay.SECURE_EMAIL)


def _family_kind(facts: Facts, person: str) -> ReaderKind:
    if facts.helps(person):
        return ReaderKind.HELPER
    mine = facts.people[person].related(CARERS)
    if set(mine) & set(facts.subject_children):
        return ReaderKind.PARENT
    return ReaderKind.FAMILY
