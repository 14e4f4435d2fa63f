"""The same invented family before a conference and after it: what the office and the chair keep."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

from cpdocs.model.conference import (
    Action,
    Approval,
    Attendance,
    Dissent,
    Exclusion,
    ExclusionGround,
    Invitation,
    Part,
    WhyAsked,
)
from cpdocs.model.office import Availability, Booking, Distribution, Lateness
from cpdocs.model.people import (
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
from cpdocs.model.plans import CoreGroupMeeting, Every, Plan, PlanKind, Unit
from cpdocs.model.reports import (
    Report,
    ReportKind,
    ReportSection,
    ReportTopic,
    Seen,
    Validation,
    Visit,
)
from cpdocs.model.ruling import Ruled, RuledName
from cpdocs.model.sharing import Said
from cpdocs.model.view import Reader, ReaderKind
from cpdocs.values import StatementKind
from tests.documents.views import (
    AMINA,
    BABY,
    CHAIR,
    CONFERENCE,
    MINUTES,
    NADIA,
    RECORDS,
    RUKHSANA,
    RULED,
    TEACHER,
    TRANSLATED,
    VISITOR,
    WORKER,
    minutes_with,
    passage,
    ruled,
    said,
)

CHAIR_READER = Reader(
    id="chair",
    kind=ReaderKind.CHAIR,
    name="Helen Marsh",
    greeting="Helen Marsh",
    designation="conference chair",
)
MINUTE_TAKER = Reader(
    id="notes",
    kind=ReaderKind.MINUTE_TAKER,
    name="Pat Doyle",
    greeting="Pat Doyle",
    designation="minute-taker",
)
LEAD_WORKER = Reader(
    id="sw",
    kind=ReaderKind.PROFESSIONAL,
    name="Jo Hartley",
    greeting="Jo Hartley",
    designation="social worker",
    agency="Children’s Social Care",
)

# Those whom the small views do not have: a father who lives elsewhere, a manager, police, helpers.

TARIQ = Person(
    id="tariq",
    name=PersonName(given="Tariq", family="Aziz", title="Mr"),
    relations=(
        Relation(kind=RelationKind.FATHER, of="amina", parental_responsibility=True),
        Relation(kind=RelationKind.FORMER_PARTNER, of="nadia"),
    ),
    lives_at="flat",
    contact=Contact(mobile="07700 900 187", safe_to_ring="after 5pm"),
    delivery=Delivery(by=DeliveryWay.HAND, through="sw"),
    needs=Needs(preferred_language="pl", size=18),
)
NADIA_AT_HOME = NADIA.model_copy(
    update={"lives_at": "home", "delivery": Delivery(by=DeliveryWay.POST)}
)
HOMES = (
    Household(
        id="home", address=Address(lines=("4 Example Close", "Exampleton"), postcode="ZZ99 3WZ")
    ),
    Household(id="flat", address=Address(lines=("Flat 2", "60 Mill Road"), postcode="ZZ99 7QT")),
)
WORKERS = (
    WORKER,
    VISITOR.model_copy(
        update={
            "contact": Contact(email="g.okafor@health.example", secure=True),
            "direct_contact_with": ("amina", "baby"),
        }
    ),
    TEACHER.model_copy(
        update={
            "contact": Contact(email="head@primary.example"),
            "direct_contact_with": ("amina",),
        }
    ),
    CHAIR,
    Professional(
        id="tm", name="Ruth Amadi", designation="team manager", agency="care", manages=("sw",)
    ),
    Professional(
        id="notes",
        name="Pat Doyle",
        designation="minute-taker",
        agency="unit",
        role=Role.MINUTE_TAKER,
    ),
    Professional(id="pc", name="Lee Brandt", designation="detective constable", agency="police"),
    Professional(
        id="interpreter",
        name="Sadia Rahman",
        designation="interpreter",
        agency="language",
        role=Role.INTERPRETER,
        interprets_for=("nadia",),
    ),
    Professional(
        id="student",
        name="Ben Osei",
        designation="student social worker",
        agency="care",
        role=Role.OBSERVER,
    ),
)
BEFORE = RECORDS.model_copy(
    update={
        "people": (NADIA_AT_HOME, RUKHSANA, TARIQ),
        "professionals": WORKERS,
        "households": HOMES,
        "agencies": (
            *RECORDS.agencies,
            Agency(
                id="police",
                name="Example Police",
                kind=AgencyKind.POLICE,
                address=Address(lines=("Station House", "Exampleton"), postcode="ZZ99 9PC"),
            ),
            Agency(id="language", name="Example Languages", kind=AgencyKind.OTHER),
        ),
    }
)
PARTS = (
    *CONFERENCE.parts,
    Part(
        id="police",
        title="Police matters",
        confidential=True,
        asked_by="pc",
        agreed_by_chair=date(2026, 11, 18),
        reason="An enquiry is going on, and what is said could harm it.",
    ),
)
INVITED = (
    Invitation(who="nadia", to=("shared", "later")),
    Invitation(who="rukhsana", to=("shared",)),
    Invitation(who="tariq", to=("later",), arrive=time(11, 30)),
    Invitation(who="sw", because=WhyAsked.INVOLVED),
    Invitation(who="tm", because=WhyAsked.INVOLVED),
    Invitation(who="hv", because=WhyAsked.INVOLVED),
    Invitation(who="ht", because=WhyAsked.TO_HELP),
    Invitation(who="pc", to=("shared", "police"), because=WhyAsked.KNOWLEDGE),
    Invitation(who="interpreter"),
    Invitation(who="student", observer_agreed_by=("chair", "nadia")),
    Invitation(who="chair"),
    Invitation(who="notes"),
)
NOT_INVITED = Invitation(
    who="amina",
    invited=False,
    reason="She is eight and does not want to come. Her teacher brings her drawings and words.",
    agreed_by_chair=date(2026, 11, 16),
)
BOOKING = Booking(
    asked_by="sw",
    asked=date(2026, 11, 9),
    agreed_by="tm",
    agreed=date(2026, 11, 9),
    availability=(
        Availability(who="nadia", says="not on Fridays, and not before 9.30am"),
        Availability(who="ht", says="mornings only"),
    ),
    risks=(passage("Mr Aziz shouted at the worker on 2 November & blocked the door."),),
    for_the_chair=(
        passage("Ms Yusuf and Mr Aziz may not meet: she comes and leaves first."),
        passage("Amina’s drawings are shown without saying which of them she chose to keep back."),
    ),
    late=Lateness(
        reason="The only day on which an interpreter could come.",
        authorised_by=("tm",),
        dated=date(2026, 11, 10),
    ),
)
BEFORE_IT: dict[str, Any] = {
    "records": BEFORE,
    "booking": BOOKING,
    "parts": PARTS,
    "invitations": (*INVITED, NOT_INVITED),
    "minute_taker": "notes",
    "minutes": None,
    "attendance": (),
}
DUE = (
    *RULED,
    ruled(RuledName.CONFERENCE_DUE, date(2026, 11, 20)),
    ruled(RuledName.BOOKING_DUE, date(2026, 11, 9)),
    ruled(RuledName.INVITATION_LIST_DUE, date(2026, 11, 11)),
    ruled(RuledName.FAMILY_INVITATION_DUE, date(2026, 11, 13)),
    ruled(RuledName.OUTLINE_PLAN_DUE, date(2026, 11, 24)),
    ruled(RuledName.CORE_GROUP_DUE, date(2026, 12, 7)),
    ruled(RuledName.DETAILED_PLAN_DUE, None, "as soon as possible"),
)
EVERY_TEN_DAYS = Every(count=10, unit=Unit.WORKING_DAYS)
OFTEN = tuple(
    Ruled(name=name, conference="initial-1", value=every, rests_on=(), source="R 7.7")
    for name, every in (
        (RuledName.CORE_GROUP_EVERY, Every(count=1, unit=Unit.MONTHS)),
        (RuledName.VISITS_EVERY, EVERY_TEN_DAYS),
        (RuledName.SEEN_ALONE_EVERY, Every(count=14, unit=Unit.WORKING_DAYS)),
    )
)
EXCLUSION = Exclusion(
    who="tariq",
    parts=("shared",),
    ground=ExclusionGround.VIOLENCE,
    reason_told="So that everybody can speak calmly.",
    views_by="Helen Marsh rings him on 20 November.",
    told_in_writing=date(2026, 11, 16),
    agreed_by_chair=date(2026, 11, 14),
    may_have_parts=("later",),
)
REPORTS = (
    Report(
        id="report-1",
        conference="initial-1",
        kind=ReportKind.SOCIAL_WORK,
        child="amina",
        by="sw",
        dated=date(2026, 11, 18),
        validated=Validation(by="tm", dated=date(2026, 11, 18)),
        shared_with_family=date(2026, 11, 19),
        sections=(
            ReportSection(
                topic=ReportTopic.SUMMARY,
                passages=(passage("Mina has been left alone at night."),),
            ),
        ),
    ),
    Report(
        id="report-2",
        conference="initial-1",
        kind=ReportKind.AGENCY,
        child="baby",
        by="hv",
        dated=date(2026, 11, 19),
        sections=(),
    ),
)
RECEIVED = (
    Attendance(who="ht", apologies=True, report_received=date(2026, 11, 20)),
    Attendance(who="pc"),
)

# After it

WITH_CHILDS_WORDS = minutes_with(
    contributions=(
        *MINUTES.contributions,
        said("shared", "amina", StatementKind.OPINION, "I like it when Nani is there."),
        said("shared", "hv", StatementKind.OPINION, "A plan would help."),
    )
)
POLICE_MATTERS: dict[str, Any] = {
    "parts": PARTS,
    "records": BEFORE,
    "minutes": minutes_with(
        approved=None,
        contributions=(
            *WITH_CHILDS_WORDS.contributions,
            said("shared", "ht", StatementKind.HEARSAY, "A friend says that Mina stays up alone."),
            said("police", "pc", StatementKind.ALLEGATION, "A man was seen in the flat."),
        ),
    ),
}
AT_SCHOOL = Said(
    text="Mina has been at school every day since 30 November, and eats breakfast there.",
    kind=StatementKind.FACT,
    by="ht",
    translations={"xr": TRANSLATED},
)
MEETING = CoreGroupMeeting(
    id="core-1",
    conference="initial-1",
    children=("amina",),
    starts=datetime(2026, 12, 1, 13, 30),
    place="Example Primary",
    chaired_by="tm",
    present=("sw", "tm", "hv", "nadia"),
    apologies=("ht",),
    moved_from=datetime(2026, 11, 30, 13, 30),
    notes=(
        AT_SCHOOL,
        Said(
            text="The group agreed to go on with weekly visits, as there is no bed at home yet.",
            by="tm",
            translations={"xr": TRANSLATED},
        ),
        Said(
            text="I want somebody to come with me to the housing office.",
            kind=StatementKind.OPINION,
            by="nadia",
            translations={"xr": TRANSLATED},
        ),
    ),
    actions=(
        Action(
            what="Go with Ms Yusuf to the housing office.",
            children=("amina",),
            owners=("hv",),
            due=date(2026, 12, 11),
            measure="The application has been made",
            checker="sw",
        ),
        Action(
            what="Ring Jo Hartley before a night shift.",
            children=("amina",),
            owners=("nadia",),
            by_when="every time",
            non_negotiable=True,
        ),
    ),
    disagreements=(
        Dissent(
            by="hv",
            reason="Weekly visits would be better until the spring, as nights are long and cold.",
        ),
    ),
    next_meeting=datetime(2027, 1, 12, 13, 30),
    later_because="Schools are closed at the new year, and Mina’s teacher must be there.",
    countersigned=Approval(by="tm", dated=date(2026, 12, 2)),
    circulated=date(2026, 12, 4),
)
GROUP = BEFORE.model_copy(update={"core_group_meetings": (MEETING,)})
FAMILYS_GROUP = RECORDS.model_copy(
    update={
        "professionals": WORKERS[:5],
        "core_group_meetings": (
            MEETING.model_copy(update={"later_because": None, "countersigned": None}),
        ),
    }
)
WITHOUT_WORKER = BEFORE.model_copy(
    update={
        "core_group_meetings": (
            MEETING.model_copy(
                update={
                    "chaired_by": "ht",
                    "present": ("ht", "hv", "nadia"),
                    "apologies": ("sw",),
                    "later_because": None,
                    "countersigned": None,
                }
            ),
        )
    }
)


def of_the_meeting(name: RuledName, value: date) -> Ruled:
    """A computed value of the meeting of the core group."""
    return ruled(name, value).model_copy(update={"about": "core-1"})


AFTER_MEETING = (
    of_the_meeting(RuledName.NEXT_CORE_GROUP_DUE, date(2027, 1, 1)),
    of_the_meeting(RuledName.CORE_GROUP_NOTES_DUE, date(2026, 12, 8)),
)

PLAN = Plan(
    id="plan-1",
    conference="initial-1",
    kind=PlanKind.OUTLINE,
    child="amina",
    dated=date(2026, 11, 23),
    lead_worker="sw",
    sections=(),
    visit_every=Every(count=1, unit=Unit.WEEKS),
)


def visit(number: int, made: datetime, seen: Seen, **more: object) -> Visit:
    """One visit to Amina."""
    told = Visit(
        id=f"visit-{number}", conference="initial-1", child="amina", made=made, by="sw", seen=seen
    )
    return told.model_copy(update=more)


VISITS = (
    visit(
        2,
        datetime(2026, 12, 3, 9, 15),
        Seen.NOT_SEEN,
        because="Nobody came to the door. A neighbour had seen them leave at 9am.",
    ),
    visit(
        1,
        datetime(2026, 11, 26, 15, 40),
        Seen.ALONE,
        place="At home",
        present=("nadia", "rukhsana"),
        bedroom_seen=True,
        notes=(
            passage(
                "Mina showed her room. There was bedding and it was warm.",
                kind=StatementKind.OBSERVATION,
            ),
        ),
    ),
    visit(
        3,
        datetime(2026, 12, 4, 15, 30),
        Seen.SEEN,
        place="Example Primary",
        because="The deputy head stayed in the room, as Mina asked.",
    ),
)
SEEN = BEFORE.model_copy(
    update={"children": (AMINA, BABY), "plans": (PLAN,), "visits": VISITS},
)
SEEN_BY_FAMILY = RECORDS.model_copy(
    update={
        "visits": tuple(
            each.model_copy(
                update={
                    "place": None,
                    "present": (),
                    "bedroom_seen": False,
                    "because": None,
                    "notes": (),
                }
            )
            for each in VISITS
        ),
        "plans": (PLAN,),
    }
)


def given(
    who: str, how: DeliveryWay, dated: date, child: str = "amina", what: str | None = None
) -> Distribution:
    """One document given to one person."""
    return Distribution(
        conference="initial-1",
        child=child,
        what=what or "Detailed child protection plan",
        who=who,
        how=how,
        dated=dated,
    )


GIVEN = BEFORE.model_copy(
    update={
        "distributions": (
            given("hv", DeliveryWay.SECURE_EMAIL, date(2026, 12, 8)),
            given("nadia", DeliveryWay.HAND, date(2026, 12, 7)),
            given("ht", DeliveryWay.POST, date(2026, 12, 8)),
            given(
                "nadia",
                DeliveryWay.COLLECT,
                date(2026, 12, 9),
                child="baby",
                what="Child in need plan",
            ),
        )
    }
)
