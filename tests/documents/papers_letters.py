"""Papers of the same invented family that letters are about: endings, moves, changes and cover."""

from __future__ import annotations

from datetime import date, datetime

from cpdocs.model.conference import (
    CoreGroup,
    Decision,
    Exclusion,
    Invitation,
    Minutes,
    PlanOutcome,
)
from cpdocs.model.office import (
    Change,
    ChangeKind,
    Cover,
    Ending,
    EndingGround,
    StandDown,
    StandDownReason,
    Transfer,
    TransferKind,
)
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
from cpdocs.model.places import Address, Agency, AgencyKind, Household
from cpdocs.model.plans import CoreGroupMeeting
from cpdocs.model.view import Reader, ReaderKind, Records
from tests.documents.views import (
    AMINA,
    BABY,
    NADIA,
    RECORDS,
    minutes_with,
    passage,
)

OUTCOME = minutes_with(outcome_dated=date(2026, 11, 24))

# A sister who is old enough to be written to

ZARA = Child(
    id="zara",
    subject=True,
    name=PersonName(given="Zara", family="Yusuf"),
    born=date(2014, 6, 2),
    needs=Needs(other="a seat by the door"),
)
YOUNG_PERSON = Reader(
    id="zara",
    kind=ReaderKind.CHILD,
    name="Zara Yusuf",
    greeting="Zara",
    delivery=Delivery(by=DeliveryWay.HAND, through="sw"),
)
HERS = RECORDS.model_copy(
    update={
        "children": (ZARA,),
        "people": (
            NADIA.model_copy(
                update={"relations": (Relation(kind=RelationKind.MOTHER, of="zara"),)}
            ),
        ),
        "professionals": tuple(p for p in RECORDS.professionals if p.id in ("sw", "chair")),
    }
)


def decided_for_zara(outcome: PlanOutcome) -> Minutes:
    """What was decided for the young person, with reasons in words written for her."""
    return Minutes(
        outcome_dated=date(2026, 11, 24),
        decisions=(
            Decision(
                child="zara",
                plan=outcome,
                reasons=(passage("You have had to look after Mina too often."),),
                lead_worker="sw",
            ),
        ),
        core_groups=(
            CoreGroup(
                children=("zara",),
                members=("sw",),
                first_meeting=datetime(2026, 12, 1, 13, 30),
                place="Example Primary",
            ),
        ),
        review=datetime(2027, 2, 15, 12, 0),
    )


HER_CONFERENCE = {
    "children": ("zara",),
    "invitations": (Invitation(who="zara"), Invitation(who="nadia"), Invitation(who="sw")),
    "purpose": (passage("Mina was alone with you at night, and you were both scared."),),
}

# Exclusion

EXCLUSION = Exclusion(
    who="nadia",
    reason_told="Everybody must be able to talk calmly.\n\nOn 2 November that was not so.",
    views_by="Helen Marsh will ring you on 20 November to hear your views.",
    told_in_writing=date(2026, 11, 16),
)

STOOD_DOWN = StandDown(
    dated=date(2026, 11, 23),
    reasons=(StandDownReason.REPORTS_LATE, StandDownReason.NOT_QUORATE),
    explained=(passage("The health visitor’s report came on the morning of the conference."),),
    to_do=(passage("Jo Hartley sees Mina every second day, at home and at school."),),
    reconvened=datetime(2026, 11, 30, 10, 0),
)

# Meetings of the core group

MEETINGS = (
    CoreGroupMeeting(
        id="core-1",
        conference="initial-1",
        children=("amina",),
        starts=datetime(2026, 12, 1, 13, 30),
        place="Example Primary",
    ),
    CoreGroupMeeting(
        id="core-2",
        conference="initial-1",
        children=("amina",),
        starts=datetime(2027, 1, 12, 13, 30),
        moved_from=datetime(2027, 1, 5, 13, 30),
        next_meeting=datetime(2027, 2, 9, 13, 30),
    ),
)
WITH_MEETINGS = RECORDS.model_copy(update={"core_group_meetings": MEETINGS})

# An interpreter

SADIA = Professional(
    id="interpreter",
    name="Sadia Rahman",
    designation="interpreter",
    agency="language",
    role=Role.INTERPRETER,
    interprets_for=("nadia",),
)
INTERPRETER = Reader(
    id="interpreter",
    kind=ReaderKind.INTERPRETER,
    name="Sadia Rahman",
    greeting="Sadia Rahman",
    designation="interpreter",
    delivery=Delivery(by=DeliveryWay.SECURE_EMAIL),
    email="bookings@language.example",
)
BOOKED = RECORDS.model_copy(
    update={
        "professionals": (*RECORDS.professionals, SADIA),
        "agencies": (
            *RECORDS.agencies,
            Agency(id="language", name="Example Languages", kind=AgencyKind.OTHER),
        ),
    }
)

CHAIR_READER = Reader(
    id="chair",
    kind=ReaderKind.CHAIR,
    name="Helen Marsh",
    greeting="Helen Marsh",
    designation="conference chair",
    delivery=Delivery(by=DeliveryWay.SECURE_EMAIL),
    email="helen.marsh@exampleton.example",
)

# Endings


def ending(ground: EndingGround, **changes: object) -> Ending:
    """The end of Amina's plan, on one ground."""
    told = Ending(
        id="ending-1",
        conference="initial-1",
        child="amina",
        dated=date(2027, 8, 16),
        ground=ground,
        reasons=(passage("Mina is no longer left alone, and says that she feels safe."),),
        support=(passage("The family support worker goes on visiting until Christmas."),),
    )
    return told.model_copy(update=changes)


def with_ending(ground: EndingGround, **changes: object) -> Records:
    """The records, with that ending."""
    return RECORDS.model_copy(update={"endings": (ending(ground, **changes),)})


# Moves between areas

OTHER = Agency(
    id="otherton",
    name="Otherton Safeguarding Unit",
    kind=AgencyKind.SAFEGUARDING_UNIT,
    address=Address(lines=("9 Far Street", "Otherton"), postcode="ZZ98 1AA"),
)
PRIYA = Professional(
    id="otherton-unit",
    name="Priya Nair",
    designation="safeguarding manager",
    agency="otherton",
    role=Role.OUTSIDE_AUTHORITY,
)
OTHER_UNIT = Reader(
    id="otherton-unit",
    kind=ReaderKind.OUTSIDE_AUTHORITY,
    name="Priya Nair",
    greeting="Priya Nair",
    designation="safeguarding manager",
    agency="Otherton Safeguarding Unit",
    address=OTHER.address,
    delivery=Delivery(by=DeliveryWay.POST),
)
HOME = Household(id="home", address=Address(lines=("12 New Row", "Otherton"), postcode="ZZ98 4QQ"))


def transfer(kind: TransferKind, **changes: object) -> Transfer:
    """A move of Amina's, one way or the other."""
    told = Transfer(
        id="transfer-1",
        conference="initial-1",
        kind=kind,
        children=("amina",),
        other_authority="otherton",
        to="otherton-unit",
        dated=date(2027, 3, 4),
        known=date(2027, 3, 2),
        moved=date(2027, 3, 1),
        legal_status="No order. Ms Yusuf has parental responsibility.",
        reasons=(passage("Mina was often left alone & cold."),),
        arrangements=(passage("Jo Hartley visits every week until your worker has met Mina."),),
    )
    return told.model_copy(update=changes)


def with_transfer(kind: TransferKind, **changes: object) -> Records:
    """The records, with that move and with those on the other side."""
    return RECORDS.model_copy(
        update={
            "children": (AMINA.model_copy(update={"lives_at": "home"}), BABY),
            "households": (HOME,),
            "professionals": (*RECORDS.professionals, PRIYA),
            "agencies": (*RECORDS.agencies, OTHER),
            "transfers": (transfer(kind, **changes),),
        }
    )


# A change, and cover

SHAZIA = Person(
    id="shazia",
    name=PersonName(given="Shazia", family="Mahmood"),
    relations=(Relation(kind=RelationKind.AUNT, of="amina"),),
    lives_at="aunts",
)


def change(kind: ChangeKind, **changes: object) -> Change:
    """A change for Amina."""
    told = Change(
        id="change-1",
        conference="initial-1",
        kind=kind,
        children=("amina",),
        happened=date(2027, 1, 18),
        told_by="sw",
        dated=date(2027, 1, 20),
        says=(passage("Mina stays with her aunt while her mother is in hospital."),),
    )
    return told.model_copy(update=changes)


def with_change(kind: ChangeKind, **changes: object) -> Records:
    """The records, with that change, and the aunt with her home."""
    return RECORDS.model_copy(
        update={
            "people": (*RECORDS.people, SHAZIA),
            "households": (
                Household(
                    id="aunts",
                    address=Address(lines=("7 Orchard Way", "Exampleton"), postcode="ZZ99 6LM"),
                ),
            ),
            "changes": (change(kind, **changes),),
        }
    )


TOM = Professional(
    id="cover",
    name="Tom Adeyemi",
    designation="social worker",
    agency="care",
    contact=Contact(mobile="07700 900 155"),
)
COVER = Cover(
    id="cover-1",
    conference="initial-1",
    children=("amina",),
    worker="sw",
    cover="cover",
    starts=date(2027, 1, 4),
    ends=date(2027, 1, 15),
    dated=date(2026, 12, 18),
    says=(passage("Tom Adeyemi visits on 6 and 13 January, and sees Mina alone."),),
)


def with_cover(cover: Cover = COVER, worker: Professional = TOM) -> Records:
    """The records, with that cover."""
    return RECORDS.model_copy(
        update={"professionals": (*RECORDS.professionals, worker), "covers": (cover,)}
    )
