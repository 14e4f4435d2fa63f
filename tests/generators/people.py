"""Invented children, families, professionals, homes and places."""

from __future__ import annotations

from datetime import date

from cpdocs.model.people import (
    Child,
    Contact,
    Delivery,
    DeliveryWay,
    Needs,
    Person,
    PersonName,
    Professional,
    Relation,
    RelationKind,
    Role,
)
from cpdocs.model.places import Address, Agency, AgencyKind, Household, Place, PlaceKind
from cpdocs.model.sharing import Sharing
from tests.generators.chance import Chance
from tests.generators.words import Words

K = RelationKind
_PARENTS = (K.MOTHER, K.FATHER, K.STEPFATHER, K.CARER)
_WIDER = (K.GRANDMOTHER, K.AUNT, K.FOSTER_CARER, K.PARTNER, K.FRIEND)


def homes(chance: Chance, words: Words) -> tuple[Household, ...]:
    """Two to four households, some of them protected."""
    return tuple(
        Household(
            id=words.id("home"),
            address=_address(chance, words),
            landline=chance.maybe(words.number()),
            protected=chance.one_in(3),
        )
        for _ in range(chance.count(2, 4))
    )


def _address(chance: Chance, words: Words) -> Address:
    return Address(
        lines=tuple(words.text() for _ in range(chance.count(1, 3))), postcode=words.postcode()
    )


def agencies(chance: Chance, words: Words, households: tuple[Household, ...]) -> tuple[Agency, ...]:
    """One agency of each kind that matters; the voluntary one may give a home away."""
    guarded = [h.id for h in households if h.protected]
    kinds = ("childrens-social-care", "safeguarding-unit", "health", "police", "education")
    found = [
        Agency(
            id=words.id("agency"),
            name=words.name(),
            kind=AgencyKind(kind),
            address=chance.maybe(_address(chance, words)),
        )
        for kind in kinds
    ]
    reveals = tuple(guarded[:1]) if chance.one_in(2) else ()
    found.append(
        Agency(id=words.id("agency"), name=words.name(), kind=AgencyKind.VOLUNTARY, reveals=reveals)
    )
    return tuple(found)


def _name(chance: Chance, words: Words) -> PersonName:
    return PersonName(
        given=words.name(),
        family=words.name(),
        known_as=chance.maybe(words.name()),
        title=chance.pick(("Ms", "Mr", None)),
    )


def _contact(chance: Chance, words: Words) -> Contact:
    return Contact(
        mobile=words.number(),
        email=f"{words.word()}@example.org",
        safe_to_ring=chance.maybe(words.text()),
    )


def _needs(chance: Chance, words: Words) -> Needs:
    return Needs(
        preferred_language=chance.pick(("ur", "pl", None)),
        size=chance.pick((None, 16, 20)),
        other=chance.maybe(words.text()),
    )


def children(chance: Chance, words: Words, households: tuple[Household, ...]) -> tuple[Child, ...]:
    """One to four children, the first a subject; born or not."""
    found = []
    for position in range(chance.count(1, 4)):
        unborn = chance.one_in(6)
        found.append(
            Child(
                id=words.id("child"),
                subject=position == 0 or not chance.one_in(4),
                name=None if unborn else _name(chance, words),
                born=None if unborn else date(2008 + chance.count(0, 17), 1 + position, 9),
                due=date(2027, 2, 20) if unborn else None,
                lives_at=None if unborn else chance.pick(households).id,
                contact=None if unborn else chance.maybe(_contact(chance, words)),
                delivery=Delivery(by=DeliveryWay.COLLECT),
                needs=chance.maybe(_needs(chance, words)),
            )
        )
    return tuple(found)


def people(
    chance: Chance,
    words: Words,
    households: tuple[Household, ...],
    kids: tuple[Child, ...],
) -> tuple[Person, ...]:
    """Parents of some children or all, wider family, and those who stand by them."""
    found: list[Person] = []
    for _ in range(chance.count(1, 3)):
        mine = chance.some(kids) or (kids[0],)
        kind = chance.pick(_PARENTS)
        found.append(_person(chance, words, households, tuple((kind, kid.id) for kid in mine)))
    for _ in range(chance.count(0, 2)):
        kind = chance.pick(_WIDER)
        of = chance.pick(kids).id
        found.append(_person(chance, words, households, ((kind, of),)))
    kin = tuple(found)
    for _ in range(chance.count(0, 2)):
        helped = chance.pick([p.id for p in kin] + [k.id for k in kids])
        ties = [(chance.pick((K.SUPPORTER, K.ADVOCATE)), helped)]
        if chance.one_in(3):  # family as well
            ties.append((chance.pick(_WIDER), chance.pick(kids).id))
        if chance.one_in(6):  # of two people
            ties.append((K.SUPPORTER, chance.pick(kin).id))
        found.append(_person(chance, words, households, tuple(dict.fromkeys(ties))))
    return tuple(found)


def _person(
    chance: Chance,
    words: Words,
    households: tuple[Household, ...],
    ties: tuple[tuple[RelationKind, str], ...],
) -> Person:
    return Person(
        id=words.id("person"),
        name=_name(chance, words),
        relations=tuple(Relation(kind=kind, of=of) for kind, of in ties),
        lives_at=chance.maybe(chance.pick(households).id),
        contact=chance.maybe(_contact(chance, words)),
        delivery=Delivery(by=DeliveryWay.COLLECT),
        needs=chance.maybe(_needs(chance, words)),
    )


def places(chance: Chance, words: Words, households: tuple[Household, ...]) -> tuple[Place, ...]:
    """Schools, nurseries and surgeries, some of which give a home away."""
    guarded = [h.id for h in households if h.protected]
    kinds = (PlaceKind.SCHOOL, PlaceKind.SCHOOL, PlaceKind.NURSERY, PlaceKind.SURGERY)
    return tuple(
        Place(
            id=words.id("place"),
            kind=kind,
            name=words.name(),
            address=chance.maybe(_address(chance, words)),
            reveals=tuple(guarded[:1]) if chance.one_in(4) else (),
        )
        for kind in (*kinds, PlaceKind.SURGERY)
    )


def professionals(
    chance: Chance,
    words: Words,
    offices: tuple[Agency, ...],
    kids: tuple[Child, ...],
    family: tuple[Person, ...],
    households: tuple[Household, ...],
) -> tuple[Professional, ...]:
    """Chair, minute-taker, lead worker, manager, police, health, and now and then others."""
    social, unit, health, police, education, voluntary = (a.id for a in offices)
    ours = [kid.id for kid in kids]
    everyone = [*ours, *(p.id for p in family)]
    lead_for = chance.some(ours) or (ours[0],)
    lead = _professional(chance, words, social, lead_worker_for=lead_for)
    found = [
        _professional(chance, words, unit, role=Role.CHAIR),
        _professional(chance, words, unit, role=Role.MINUTE_TAKER),
        lead,
        _professional(chance, words, social, manages=(lead.id,)),
        _professional(chance, words, police),
        _professional(chance, words, police),
        _professional(chance, words, health, direct_contact_with=chance.some(everyone)),
        _professional(
            chance, words, health, routine=True, direct_contact_with=chance.some(everyone)
        ),
        _professional(
            chance,
            words,
            education,
            routine=chance.one_in(2),
            direct_contact_with=chance.some(ours),
        ),
    ]
    if chance.one_in(2):
        reveals = chance.some([h.id for h in households if h.protected])
        found.append(_professional(chance, words, voluntary, reveals=reveals))
    if chance.one_in(3):
        found.append(_professional(chance, words, social, role=Role.OBSERVER))
    if chance.one_in(3):
        found.append(_professional(chance, words, social, role=Role.OUTSIDE_AUTHORITY))
    if chance.one_in(3):
        helped = {K.SUPPORTER, K.ADVOCATE}
        kin = [p.id for p in family if not any(r.kind in helped for r in p.relations)]
        talks = chance.few([*ours, *kin])
        found.append(
            _professional(chance, words, voluntary, role=Role.INTERPRETER, interprets_for=talks)
        )
    return tuple(found)


def _professional(  # noqa: PLR0913 as many as the record has
    chance: Chance,
    words: Words,
    agency: str,
    *,
    role: Role = Role.PROFESSIONAL,
    lead_worker_for: tuple[str, ...] = (),
    manages: tuple[str, ...] = (),
    direct_contact_with: tuple[str, ...] = (),
    interprets_for: tuple[str, ...] = (),
    routine: bool = False,
    reveals: tuple[str, ...] = (),
) -> Professional:
    return Professional(
        id=words.id("pro"),
        name=words.name(),
        designation=words.text(),
        agency=agency,
        role=role,
        contact=chance.maybe(_contact(chance, words)),
        needs=_needs(chance, words) if chance.one_in(6) else None,
        lead_worker_for=lead_worker_for,
        manages=manages,
        direct_contact_with=direct_contact_with,
        interprets_for=interprets_for,
        routine=routine,
        reveals=reveals,
    )


def with_block(chance: Chance, words: Words, everyone: list[str]) -> Sharing:
    """A sharing block: who gets less, who more, agreed how, and with a mark or none."""
    less = chance.some(everyone, most=3)
    more = tuple(one for one in chance.some(everyone, most=4) if one not in less)
    return Sharing(
        withhold_from=less,
        share_with=more,
        reason=words.text(),
        asked_by=chance.maybe(chance.pick(everyone)),
        agreed_by_chair=chance.day(),
        in_writing=chance.one_in(2),
        show_gap=chance.one_in(2),
    )


def with_block_of_words(chance: Chance, words: Words, everyone: list[str]) -> Sharing:
    """The block of something said or to be done, which the chair may let stand for some readers."""
    block = with_block(chance, words, everyone)
    stands = chance.few(everyone) if chance.one_in(4) else ()
    return block.model_copy(update={"may_stand": stands})
