"""Rules about children, family, professionals, and how each is reached."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from cpdocs.case.case import Case
from cpdocs.case.rules.base import Path, Rule, every, is_family
from cpdocs.model.people import (
    HELPERS,
    Child,
    Contact,
    Delivery,
    DeliveryWay,
    Needs,
    Person,
    Professional,
    Role,
)
from cpdocs.model.places import Address, Household
from cpdocs.values import LARGE_PRINT_SIZES, STANDARD_SIZE

# The shape of a UK postcode, with the space: outward code, then digit and two letters.
_POSTCODE = re.compile(r"(GIR 0AA|[A-Z]{1,2}[0-9][0-9A-Z]? [0-9][A-Z]{2})")
_EMAIL = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@([A-Za-z0-9-]+\.)+[A-Za-z]{2,}")
_TELEPHONE = re.compile(r"\+?[0-9][0-9 ]{4,18}[0-9]")
_MOST_ADDRESS_LINES = (
    6  # with the postcode, seven fit a DL window (field notes: Letters in the post)
)
_SIZES = (STANDARD_SIZE, *LARGE_PRINT_SIZES)
_GRADES = (1, 2)  # uncontracted and contracted braille


def _without_dates(case: Case) -> Iterator[Path]:
    for path, child in every(case, Child):
        if child.born is None and child.due is None:
            yield path


def _born_without_name(case: Case) -> Iterator[Path]:
    for path, child in every(case, Child):
        if child.born is not None and child.name is None:
            yield path


def _no_subject(case: Case) -> Iterator[Path]:
    if not any(child.subject for child in case.children):
        yield ("children",)


def _related_to_self(case: Case) -> Iterator[Path]:
    for path, person in every(case, Person):
        for position, relation in enumerate(person.relations):
            if relation.of == person.id:
                yield (*path, "relations", str(position))


def _related_to_professionals(case: Case) -> Iterator[Path]:
    # A supporter sees at most what their person sees: of a professional, that is far too much.
    for path, person in every(case, Person):
        for position, relation in enumerate(person.relations):
            if not is_family(case, relation.of):
                yield (*path, "relations", str(position))


def _helping_in_circles(case: Case) -> Iterator[Path]:
    # What a helper may see is read off their people: in a circle there is nothing to read it off.
    helped = {person.id: person.related(HELPERS) for person in case.people}
    helped |= {worker.id: worker.interprets_for for worker in case.professionals}
    ids = {
        "people": tuple(person.id for person in case.people),
        "professionals": tuple(worker.id for worker in case.professionals),
    }
    for name, members in ids.items():
        for position, person_id in enumerate(members):
            if person_id in _helped_at_last(person_id, helped):
                yield (name, str(position))


def _helped_at_last(person_id: str, helped: dict[str, tuple[str, ...]]) -> frozenset[str]:
    reached: set[str] = set()
    waiting = list(helped[person_id])
    while waiting:
        other = waiting.pop()
        if other not in reached:
            reached.add(other)
            waiting.extend(helped.get(other, ()))
    return frozenset(reached)


def _postcodes(case: Case) -> Iterator[Path]:
    for path, address in every(case, Address):
        if address.postcode is not None and not _POSTCODE.fullmatch(address.postcode):
            yield (*path, "postcode")


def _address_lines(case: Case) -> Iterator[Path]:
    for path, address in every(case, Address):
        if not 1 <= len(address.lines) <= _MOST_ADDRESS_LINES:
            yield (*path, "lines")


def _emails(case: Case) -> Iterator[Path]:
    for path, contact in every(case, Contact):
        if contact.email is not None and not _EMAIL.fullmatch(contact.email):
            yield (*path, "email")


def _telephones(case: Case) -> Iterator[Path]:
    for path, contact in every(case, Contact):
        for name in ("mobile", "landline"):
            number = getattr(contact, name)
            if number is not None and not _TELEPHONE.fullmatch(number):
                yield (*path, name)
    for path, household in every(case, Household):
        if household.landline is not None and not _TELEPHONE.fullmatch(household.landline):
            yield (*path, "landline")


def _sizes(case: Case) -> Iterator[Path]:
    for path, needs in every(case, Needs):
        if needs.size is not None and needs.size not in _SIZES:
            yield (*path, "size")


def _grades(case: Case) -> Iterator[Path]:
    for path, needs in every(case, Needs):
        if needs.grade is not None and needs.grade not in _GRADES:
            yield (*path, "grade")


def _through(case: Case) -> Iterator[Path]:
    for path, delivery in every(case, Delivery):
        if delivery.through is not None and case.professional(delivery.through) is None:
            yield (*path, "through")


def _hand_through_nobody(case: Case) -> Iterator[Path]:
    for path, delivery in every(case, Delivery):
        if delivery.by is DeliveryWay.HAND and delivery.through is None:
            yield path


def _interpreters_for_nobody(case: Case) -> Iterator[Path]:
    # An interpreter sees at most what each of their people sees: with nobody named, no limit.
    for path, professional in every(case, Professional):
        if professional.role is Role.INTERPRETER and not professional.interprets_for:
            yield path


def _interprets_in_another_role(case: Case) -> Iterator[Path]:
    for path, professional in every(case, Professional):
        if professional.interprets_for and professional.role is not Role.INTERPRETER:
            yield (*path, "interprets_for")


def _unreachable(case: Case) -> Iterator[Path]:
    """Family who are invited and cannot be sent their invitation."""
    for conference in case.conferences:
        for invitation in conference.invitations:
            if invitation.invited and is_family(case, invitation.who):
                yield from _unreachable_person(case, invitation.who)


def _unreachable_person(case: Case, person_id: str) -> Iterator[Path]:
    for position, child in enumerate(case.children):
        if child.id == person_id and not _can_be_reached(case, child):
            yield ("children", str(position))
    for position, person in enumerate(case.people):
        if person.id == person_id and not _can_be_reached(case, person):
            yield ("people", str(position))


def _can_be_reached(case: Case, person: Child | Person) -> bool:
    way = person.delivery.by if person.delivery else DeliveryWay.POST
    if way is DeliveryWay.POST:
        household = case.household(person.lives_at) if person.lives_at else None
        return household is not None and household.address is not None
    if way is DeliveryWay.SECURE_EMAIL:
        return person.contact is not None and person.contact.email is not None
    return True


RULES: Final = (
    Rule(
        code="child-without-dates",
        wrong="This child has neither a date of birth nor a due date.",
        mend="Write `born`, or for an unborn baby `due`.",
        find=_without_dates,
    ),
    Rule(
        code="child-without-name",
        wrong="This child has a date of birth and no name.",
        mend="Write `name: {given: ..., family: ...}`.",
        find=_born_without_name,
    ),
    Rule(
        code="no-subject-child",
        wrong="No child of this case is a subject of the conference.",
        mend="Write `subject: true` for each child whom the conference is about.",
        find=_no_subject,
    ),
    Rule(
        code="related-to-self",
        wrong="This person is said to be a relation of their own.",
        mend="Write the id of the child, or of the person whom they stand by.",
        find=_related_to_self,
    ),
    Rule(
        code="related-to-a-professional",
        wrong="A relation is to a child or to family, and this is to a professional.",
        mend="Write the id of a child, or of somebody under people.",
        find=_related_to_professionals,
    ),
    Rule(
        code="helping-in-a-circle",
        wrong="This person stands by, or interprets for, somebody who in the end does so for them.",
        mend="Keep the one relation that is true.",
        find=_helping_in_circles,
    ),
    Rule(
        code="bad-postcode",
        wrong="This is not written as a UK postcode.",
        mend="Write it in capitals with its space, as on an envelope, or leave it out.",
        find=_postcodes,
    ),
    Rule(
        code="address-lines",
        wrong="An address has one to six lines before its postcode.",
        mend="Join or leave out lines, so that it fits the window of an envelope.",
        find=_address_lines,
    ),
    Rule(
        code="bad-email",
        wrong="This is not written as an e-mail address.",
        mend="Write one address, without spaces or brackets, or leave it out.",
        find=_emails,
    ),
    Rule(
        code="bad-telephone",
        wrong="A telephone number is digits and spaces alone.",
        mend="Write one number; remarks go in `safe_to_ring`.",
        find=_telephones,
    ),
    Rule(
        code="size-not-made",
        wrong="Copies are not made in this size.",
        mend=f"Write one of {', '.join(str(size) for size in _SIZES)} (points).",
        find=_sizes,
    ),
    Rule(
        code="braille-grade",
        wrong="Braille has grades 1 and 2.",
        mend="Write 1 (uncontracted) or 2 (contracted).",
        find=_grades,
    ),
    Rule(
        code="through-not-professional",
        wrong="Copies are handed over by a professional of the case, and this is nobody of those.",
        mend="Write the id of one under professionals.",
        find=_through,
    ),
    Rule(
        code="hand-through-nobody",
        wrong="A copy goes by hand, and nobody is named to take it.",
        mend="Write `through` with the id of a professional.",
        find=_hand_through_nobody,
    ),
    Rule(
        code="interpreter-for-nobody",
        wrong="This interpreter is down for nobody, so what they may see is not limited.",
        mend="Write `interprets_for` with the ids of the people they interpret for.",
        find=_interpreters_for_nobody,
    ),
    Rule(
        code="interprets-in-another-role",
        wrong="This person interprets for somebody and is also here in another role.",
        mend="Write `role: interpreter`, or name an interpreter who has no other role.",
        find=_interprets_in_another_role,
    ),
    Rule(
        code="no-way-to-reach",
        wrong="This person is invited, and the file does not say how a letter reaches them.",
        mend="Write `delivery`, such as `{by: hand, through: ...}` with a professional's id, or "
        "give their household an address; `secure-email` needs an e-mail address under `contact`.",
        find=_unreachable,
    ),
)
