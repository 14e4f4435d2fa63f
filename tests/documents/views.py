"""Small views of one invented family, built by hand: what sharing would hand to `compose`."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

from cpdocs.model.authority import AgendaItem, HouseStyle, Leaflet, Letterhead, Point, Terms
from cpdocs.model.conference import (
    Action,
    Approval,
    Attendance,
    Category,
    Conference,
    ConferenceType,
    Contribution,
    CoreGroup,
    Decision,
    Dissent,
    Invitation,
    MeetingForm,
    Minutes,
    Part,
    PlanOutcome,
    Venue,
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
)
from cpdocs.model.places import Address, Agency, AgencyKind
from cpdocs.model.ruling import Ruled, RuledName
from cpdocs.model.sharing import Challenge, Gap, Passage
from cpdocs.model.view import Reader, ReaderKind, Records, View
from cpdocs.values import StatementKind

_AGENDA = (
    AgendaItem(title="Welcome", says="Everybody says who they are.", source="R 7.2.3"),
    AgendaItem(title="Views of the family", says="Family say what they think.", source="R 7.2.3"),
    AgendaItem(
        title="Decision", says="The professionals decide, child by child.", source="R 7.2.5"
    ),
)

STYLE = HouseStyle(
    slug="exampleton",
    name="Exampleton Council",
    terms=Terms(
        lead_worker="lead social worker",
        chair="conference chair",
        conference={kind: f"{kind.replace('-', ' ')} conference" for kind in ConferenceType},
        plan="child protection plan",
        core_group="core group",
        service="children’s social care",
        unit="safeguarding children unit",
        carers="parents and carers",
        supporter="a friend, relative or advocate",
        minutes="minutes",
        manager="team manager",
        board="safeguarding children board",
        assessment="core assessment",
        outline_plan="outline child protection plan",
        detailed_plan="detailed child protection plan",
        bridging_plan="bridging child protection plan",
        child_in_need_plan="child in need plan",
        record="record of the conference",
        ending="end of the child protection plan",
        dispute_route="dissent process",
        office="safeguarding office",
    ),
    letterhead=Letterhead(
        name="Exampleton Council",
        service="Safeguarding Children Unit",
        address=Address(lines=("Example Hall", "1 High Street", "Exampleton"), postcode="ZZ99 1AA"),
        telephone="01632 960 111",
        email="unit@exampleton.example",
        hours="Monday to Friday, office hours",
    ),
    marking="OFFICIAL: SENSITIVE",
    agenda=dict.fromkeys(ConferenceType, _AGENDA),
    family_leaflets=(Leaflet(title="A guide for parents & carers", source="N l.97"),),
    agency_leaflets=(Leaflet(title="Conferences: a guide for professionals", source="N l.109"),),
    reports_to="the lead social worker",
    criteria=(
        Point(
            title="Harm that has happened",
            says="A child needs a plan if the child has been harmed & is likely to be again.",
            source="R 7.3",
        ),
        Point(says="A child needs a plan if harm is likely.", source="R 7.3"),
    ),
    ending_criteria=(
        Point(says="A plan ends when the child is no longer at risk.", source="R 7.11 a"),
        Point(title="Other reasons", says="A plan ends at 18.", source="R 7.11 c"),
    ),
    categories={
        Category.PHYSICAL: Point(title="Physical abuse", says="A body is hurt.", source="R 7.3"),
        Category.EMOTIONAL: Point(title="Emotional abuse", says="Feelings are.", source="R 7.3"),
        Category.SEXUAL: Point(title="Sexual abuse", says="Sexual acts.", source="R 7.3"),
        Category.NEGLECT: Point(title="Neglect", says="A child goes without.", source="R 7.3"),
    },
    complaints=(
        Point(says="You have the right to complain.", source="R 7.9"),
        Point(title="How to begin", says="Ring, write or email us.", source="R 7.5.1 d"),
    ),
    disagreement=(
        Point(says="Say so at the conference, with your reasons.", source="R 7.2.5"),
        Point(title="After the conference", says="Tell your manager.", source="R 7.10.2"),
    ),
)

AMINA = Child(
    id="amina",
    subject=True,
    name=PersonName(given="Amina", family="Yusuf", known_as="Mina"),
    born=date(2018, 3, 9),
)
BABY = Child(id="baby", subject=True, due=date(2027, 2, 20))


def _relation(kind: RelationKind, of: str) -> Relation:
    return Relation(kind=kind, of=of)


NADIA = Person(
    id="nadia",
    name=PersonName(given="Nadia", family="Yusuf", title="Ms"),
    relations=(
        _relation(RelationKind.MOTHER, "amina"),
        _relation(RelationKind.MOTHER, "baby"),
    ),
    needs=Needs(interpreter="ur", other="a room without stairs"),
)
RUKHSANA = Person(
    id="rukhsana",
    name=PersonName(given="Rukhsana", family="Bibi", title="Mrs"),
    relations=(
        _relation(RelationKind.GRANDMOTHER, "amina"),
        _relation(RelationKind.SUPPORTER, "nadia"),
    ),
)
WORKER = Professional(
    id="sw",
    name="Jo Hartley",
    designation="social worker",
    agency="care",
    lead_worker_for=("amina", "baby"),
    contact=Contact(mobile="07700 900 142", email="jo.hartley@exampleton.example"),
)
VISITOR = Professional(id="hv", name="Grace Okafor", designation="health visitor", agency="health")
TEACHER = Professional(id="ht", name="Alan Pike", designation="head teacher", agency="school")
CHAIR = Professional(
    id="chair",
    name="Helen Marsh",
    designation="conference chair",
    agency="unit",
    contact=Contact(landline="01632 960 222"),
)

RECORDS = Records(
    case="CP-2026-0412",
    children=(AMINA, BABY),
    people=(NADIA, RUKHSANA),
    professionals=(WORKER, VISITOR, TEACHER, CHAIR),
    agencies=(
        Agency(id="care", name="Children’s Social Care", kind=AgencyKind.SOCIAL_CARE),
        Agency(id="health", name="Exampleton Health", kind=AgencyKind.HEALTH),
        Agency(id="school", name="Example Primary", kind=AgencyKind.EDUCATION),
        Agency(id="unit", name="Safeguarding Unit", kind=AgencyKind.SAFEGUARDING_UNIT),
    ),
)


def passage(text: str, **more: Any) -> Passage:
    """A passage, with the invented language's translation beside it."""
    return Passage(text=text, translations={"xr": TRANSLATED}, **more)


def said(part: str, by: str | None, kind: StatementKind, text: str, **more: Any) -> Contribution:
    """The same, said in a part."""
    told: dict[str, Any] = {"translations": {"xr": TRANSLATED}, **more}
    return Contribution(part=part, by=by, kind=kind, text=text, **told)


TRANSLATED = "ا 07700 900 143 ب 12 ج ZZ99 3WZ د"  # figures that must be isolated

MINUTES = Minutes(
    approved=Approval(by="chair", dated=date(2026, 12, 4)),
    contributions=(
        said(
            "shared",
            "hv",
            StatementKind.OBSERVATION,
            "Mina joined in at the group.\n\nShe went to her mother when she was unsure.",
            noted=(Challenge(by="nadia", dated=date(2026, 12, 9), says="It was a playgroup."),),
        ),
        Gap(part="shared"),
        said("shared", "nadia", StatementKind.OPINION, "We need more help at home."),
        said("later", None, StatementKind.FACT, "There is a place at the nursery."),
    ),
    decisions=(
        Decision(
            child="amina",
            plan=PlanOutcome.MADE,
            categories=(Category.EMOTIONAL, Category.NEGLECT),
            reasons=(passage("Mina has often been left alone & cold."),),
            basis_without_consensus="The agencies did not agree.\n\nThe chair weighed the risk.",
            dissent=(Dissent(by="ht", reason="Help without a plan would do."),),
            lead_worker="sw",
        ),
        Decision(
            child="baby",
            plan=PlanOutcome.NOT_MADE,
            reasons=(passage("There is time for help before the birth."),),
        ),
    ),
    core_groups=(
        CoreGroup(
            children=("amina",),
            members=("sw", "hv", "nadia"),
            first_meeting=datetime(2026, 12, 1, 13, 30),
            place="Example Primary",
        ),
    ),
    actions=(
        Action(
            what="Visit Mina at home and see her alone.",
            children=("amina",),
            owners=("sw",),
            by_when="every week",
            measure="The visits are in the record.",
            checker="chair",
        ),
        Action(
            what="Take Mina to the group.",
            children=("amina", "baby"),
            owners=("nadia", "hv"),
            due=date(2026, 12, 14),
        ),
    ),
    review=datetime(2027, 2, 15, 12, 0),
)

CONFERENCE = Conference(
    id="initial-1",
    type=ConferenceType.INITIAL,
    children=("amina", "baby"),
    starts=datetime(2026, 11, 23, 10, 0),
    expected_to_end=time(12, 30),
    place=Venue(
        form=MeetingForm.FACE_TO_FACE,
        venue="Riverside House",
        room="3",
        address=Address(lines=("Riverside House", "2 Quay Lane"), postcode="ZZ99 2BB"),
        access="The lift is by the east door.",
    ),
    chair="chair",
    letters_dated=date(2026, 11, 12),
    purpose=(passage("Mina was found alone at home <twice>.", kind=StatementKind.FACT),),
    parts=(
        Part(id="shared", title="Information and views"),
        Part(id="later", title="Help to come"),
    ),
    invitations=(
        Invitation(who="nadia"),
        Invitation(who="rukhsana"),
        Invitation(who="sw"),
        Invitation(who="hv"),
        Invitation(who="ht"),
        Invitation(who="chair"),
    ),
    attendance=(
        Attendance(who="nadia", attended=("shared",), supported_by=("rukhsana",)),
        Attendance(who="sw", attended=("shared", "later")),
        Attendance(who="hv", attended=("shared",), left=("later",)),
        Attendance(who="ht", apologies=True, report_received=date(2026, 11, 20)),
    ),
    minutes=MINUTES,
)


def ruled(
    name: RuledName, value: datetime | date | bool | None, not_set: str | None = None
) -> Ruled:
    """A computed value of the one conference."""
    return Ruled(
        name=name, conference="initial-1", value=value, not_set=not_set, rests_on=(), source="R 7.6"
    )


RULED = (
    ruled(RuledName.ARRIVE_BY, datetime(2026, 11, 23, 9, 40)),
    ruled(RuledName.REPORTS_DUE, date(2026, 11, 19)),
    ruled(RuledName.REPORT_TO_FAMILY_DUE, date(2026, 11, 19)),
    ruled(RuledName.DECISION_DUE, date(2026, 11, 24)),
    ruled(RuledName.MINUTES_DUE, None, "as soon as possible"),
    ruled(RuledName.REVIEW_DUE, date(2027, 2, 22)),
    ruled(RuledName.QUORATE, True),
)

MOTHER = Reader(
    id="nadia",
    kind=ReaderKind.PARENT,
    name="Nadia Yusuf",
    greeting="Ms Yusuf",
    address=Address(lines=("4 Example Close", "Exampleton"), postcode="ZZ99 3WZ"),
    delivery=Delivery(by=DeliveryWay.POST),
)
GRANDMOTHER = Reader(
    id="rukhsana",
    kind=ReaderKind.FAMILY,
    name="Rukhsana Bibi",
    greeting="Mrs Bibi",
    delivery=Delivery(by=DeliveryWay.HAND),
)
HEALTH_VISITOR = Reader(
    id="hv",
    kind=ReaderKind.PROFESSIONAL,
    name="Grace Okafor",
    greeting="Grace Okafor",
    designation="health visitor",
    agency="Exampleton Health",
    delivery=Delivery(by=DeliveryWay.SECURE_EMAIL),
    email="g.okafor@health.example",
)


def view_for(reader: Reader = MOTHER, **changes: Any) -> View:
    """What that reader is told; `changes` are to the conference, or to fields of the view."""
    of_view = {name: changes.pop(name) for name in tuple(changes) if name in View.model_fields}
    conference = CONFERENCE.model_copy(update=changes)
    told: dict[str, Any] = {
        "reader": reader,
        "style": STYLE,
        "records": RECORDS,
        "conference": conference,
        "ruled": RULED,
        **of_view,
    }
    return View(**told)


def minutes_with(**changes: Any) -> Minutes:
    """The minutes, with something in them otherwise."""
    return MINUTES.model_copy(update=changes)
