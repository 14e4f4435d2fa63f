"""Children, family, professionals, and how each is reached and what they need."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

from cpdocs.model.base import Record, Ref
from cpdocs.model.sharing import Sharing
from cpdocs.values import Medium, Sensitivity, Wording

S = Sensitivity


class PersonName(Record):
    """A name as its owner uses it. `title` (Ms, Mr, Dr) is used in letters where it is known."""

    given: Annotated[str, S.PUBLIC]
    family: Annotated[str, S.PUBLIC]
    known_as: Annotated[str | None, S.PUBLIC] = None
    title: Annotated[str | None, S.PUBLIC] = None

    @property
    def full(self) -> str:
        """Given and family name: `Nadia Yusuf`."""
        return f"{self.given} {self.family}"

    @property
    def formal(self) -> str:
        """As a letter greets: `Ms Yusuf`, or the full name where no title is known."""
        return f"{self.title} {self.family}" if self.title else self.full


class RelationKind(StrEnum):
    """What a person is to a child, or to the person whom they stand by."""

    MOTHER = "mother"
    FATHER = "father"
    STEPMOTHER = "stepmother"
    STEPFATHER = "stepfather"
    CARER = "carer"
    FOSTER_CARER = "foster-carer"
    GRANDMOTHER = "grandmother"
    GRANDFATHER = "grandfather"
    AUNT = "aunt"
    UNCLE = "uncle"
    SISTER = "sister"
    BROTHER = "brother"
    PARTNER = "partner"
    FORMER_PARTNER = "former-partner"
    RELATIVE = "relative"
    FRIEND = "friend"
    SUPPORTER = "supporter"
    ADVOCATE = "advocate"


PARENTS = frozenset({RelationKind.MOTHER, RelationKind.FATHER})
CARERS = PARENTS | {RelationKind.CARER, RelationKind.STEPMOTHER, RelationKind.STEPFATHER}
HELPERS = frozenset({RelationKind.SUPPORTER, RelationKind.ADVOCATE})


class Relation(Record):
    """`{mother_of: amina, parental_responsibility: true}` in the file; the kind and the id here."""

    kind: Annotated[RelationKind, S.RELATIONSHIP]
    of: Annotated[str, S.RELATIONSHIP, Ref.PERSON]
    parental_responsibility: Annotated[bool, S.RELATIONSHIP] = False


class Contact(Record):
    """How a person may be reached. `secure`: the e-mail address is a secure one (N l.87)."""

    mobile: Annotated[str | None, S.PUBLIC] = None
    landline: Annotated[str | None, S.PUBLIC] = None
    email: Annotated[str | None, S.PUBLIC] = None
    secure: Annotated[bool, S.PUBLIC] = False
    safe_to_ring: Annotated[str | None, S.PUBLIC] = None


class DeliveryWay(StrEnum):
    """How a copy reaches its reader."""

    POST = "post"
    HAND = "hand"  # given to the reader in person, by `through`
    SECURE_EMAIL = "secure-email"
    COLLECT = "collect"


class Delivery(Record):
    """The safe way to reach a person."""

    by: Annotated[DeliveryWay, S.PUBLIC]
    through: Annotated[str | None, S.PUBLIC, Ref.PERSON] = None


class Needs(Record):
    """What a person needs to read, hear and take part. Recorded once, met in every pack."""

    preferred_language: Annotated[str | None, S.PUBLIC] = None
    first_language: Annotated[str | None, S.PUBLIC] = None
    wording: Annotated[Wording | None, S.PUBLIC] = None
    size: Annotated[int | None, S.PUBLIC] = None  # points
    medium: Annotated[Medium, S.PUBLIC] = Medium.PRINT
    grade: Annotated[int | None, S.PUBLIC] = None  # braille, 1 or 2
    interpreter: Annotated[str | None, S.PUBLIC] = None  # a language
    signer: Annotated[bool, S.PUBLIC] = False
    other: Annotated[str | None, S.PUBLIC] = None  # step-free access, a break, a quiet room


class Child(Record):
    """A child of the case, born or not, subject of the conference or not."""

    id: Annotated[str, S.PUBLIC]
    subject: Annotated[bool, S.IDENTITY]
    name: Annotated[PersonName | None, S.IDENTITY] = None
    born: Annotated[date | None, S.CHILD_PRIVATE] = None
    due: Annotated[date | None, S.CHILD_PRIVATE] = None
    lives_at: Annotated[str | None, S.ADDRESS, Ref.HOUSEHOLD] = None
    school: Annotated[str | None, S.ADDRESS, Ref.PLACE] = None
    nursery: Annotated[str | None, S.ADDRESS, Ref.PLACE] = None
    surgery: Annotated[str | None, S.ADDRESS, Ref.PLACE] = None
    legal_status: Annotated[str | None, S.CHILD_PRIVATE] = None
    background: Annotated[str | None, S.CHILD_PRIVATE] = (
        None  # culture, faith, languages, disability, as the family says it
    )
    contact: Annotated[Contact | None, S.CONTACT] = None
    delivery: Annotated[Delivery | None, S.CONTACT] = None
    needs: Annotated[Needs | None, S.HEALTH] = None
    sharing: Annotated[Sharing | None, S.PROCESS] = None

    @property
    def subjects(self) -> tuple[str, ...]:
        return (self.id,)

    @property
    def places(self) -> tuple[str, ...]:
        """Ids of the places that the child goes to."""
        return tuple(place for place in (self.surgery, self.school, self.nursery) if place)

    @property
    def is_unborn(self) -> bool:
        """Not born yet, as far as the dates and names that are told say.

        A view may hold a born child without the birth date; such a child has a name.
        """
        return self.born is None and (self.due is not None or self.name is None)

    def age_on(self, day: date) -> int | None:
        """Whole years on `day`; None for an unborn child or where the birth date is not known."""
        if self.born is None:
            return None
        before_birthday = (day.month, day.day) < (self.born.month, self.born.day)
        return day.year - self.born.year - before_birthday


class Person(Record):
    """Family, and those who stand by them."""

    id: Annotated[str, S.PUBLIC]
    name: Annotated[PersonName, S.IDENTITY]
    relations: Annotated[tuple[Relation, ...], S.RELATIONSHIP] = ()  # `is` in the file
    lives_at: Annotated[str | None, S.ADDRESS, Ref.HOUSEHOLD] = None
    surgery: Annotated[str | None, S.ADDRESS, Ref.PLACE] = None
    contact: Annotated[Contact | None, S.CONTACT] = None
    delivery: Annotated[Delivery | None, S.CONTACT] = None
    needs: Annotated[Needs | None, S.HEALTH] = None
    sharing: Annotated[Sharing | None, S.PROCESS] = None

    @property
    def subjects(self) -> tuple[str, ...]:
        return (self.id,)

    def related(self, kinds: frozenset[RelationKind]) -> tuple[str, ...]:
        """Ids of those to whom this person is any of `kinds`."""
        return tuple(r.of for r in self.relations if r.kind in kinds)


class Role(StrEnum):
    """The part that a professional plays in the conference."""

    PROFESSIONAL = "professional"
    CHAIR = "chair"
    MINUTE_TAKER = "minute-taker"
    OBSERVER = "observer"
    INTERPRETER = "interpreter"
    OUTSIDE_AUTHORITY = "outside-authority"


class Professional(Record):
    """Somebody who takes part by profession."""

    id: Annotated[str, S.PUBLIC]
    name: Annotated[str, S.IDENTITY]
    designation: Annotated[str, S.IDENTITY]
    agency: Annotated[str, S.IDENTITY, Ref.AGENCY]
    role: Annotated[Role, S.IDENTITY] = Role.PROFESSIONAL
    contact: Annotated[Contact | None, S.CONTACT] = None
    delivery: Annotated[Delivery | None, S.CONTACT] = None
    needs: Annotated[Needs | None, S.HEALTH] = None
    lead_worker_for: Annotated[tuple[str, ...], S.IDENTITY, Ref.CHILD] = ()
    manages: Annotated[tuple[str, ...], S.IDENTITY, Ref.PERSON] = ()  # lead workers
    direct_contact_with: Annotated[tuple[str, ...], S.IDENTITY, Ref.PERSON] = ()
    interprets_for: Annotated[tuple[str, ...], S.IDENTITY, Ref.PERSON] = ()
    routine: Annotated[bool, S.PROCESS] = (
        False  # sent the minutes by rule, invited or not (R 7.6; N l.65)
    )
    reveals: Annotated[tuple[str, ...], S.PROCESS, Ref.HOUSEHOLD] = ()
    sharing: Annotated[Sharing | None, S.PROCESS] = None

    @property
    def subjects(self) -> tuple[str, ...]:
        return (self.id,)
