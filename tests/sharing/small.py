"""A small family for tests of sharing: two fathers, a protected home, three parts."""

from __future__ import annotations

from typing import Any

from cpdocs.case.case import Case
from cpdocs.model.authority import HouseStyle, Letterhead, Terms
from cpdocs.model.conference import ConferenceType
from cpdocs.model.places import Address
from cpdocs.model.ruling import Ruling
from cpdocs.model.view import Section
from cpdocs.sharing import Shared, share

STYLE = HouseStyle(
    slug="exampleshire",
    name="Exampleshire Council",
    terms=Terms(
        lead_worker="lead social worker",
        chair="chair",
        conference={ConferenceType.INITIAL: "initial conference"},
        plan="child protection plan",
        core_group="core group",
        service="children's services",
        unit="safeguarding unit",
        carers="parents and carers",
        supporter="supporter",
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
        name="Exampleshire Council",
        service="Children's services",
        address=Address(lines=("1 Civic Square", "Exampleton"), postcode="ZZ99 9AA"),
        telephone="01632 960000",
        email="conferences@exampleshire.example",
        hours="Monday to Friday, 9am to 5pm",
    ),
    marking="Confidential",
    agenda={},
    family_leaflets=(),
    agency_leaflets=(),
)

Spec = dict[str, Any]


def name(given: str, family: str, **more: str) -> Spec:
    """A name as the file gives it."""
    return {"given": given, "family": family, **more}


def said(part: str, text: str, *about: str, by: str = "hv", **more: Any) -> Spec:
    """A passage of the minutes."""
    return {"part": part, "text": text, "about": about, "by": by, "kind": "fact", **more}


def spec() -> Spec:
    """The family as a plain tree, for a test to change before `case`."""
    return {
        "cpdocs": 1,
        "case": "CP-1",
        "authority": "rotherham",
        "children": [
            {
                "id": "amina",
                "subject": True,
                "name": name("Amina", "Yusuf", known_as="Mina"),
                "born": "2018-03-09",
                "lives_at": "new-home",
                "surgery": "doctors",
                "school": "hilltop",
            },
            {
                "id": "zayn",
                "subject": True,
                "name": name("Zayn", "Yusuf"),
                "born": "2022-05-17",
                "lives_at": "new-home",
            },
        ],
        "people": [
            {
                "id": "nadia",
                "name": name("Nadia", "Yusuf", title="Ms"),
                "relations": [
                    {"kind": "mother", "of": "amina"},
                    {"kind": "mother", "of": "zayn"},
                ],
                "lives_at": "new-home",
                "contact": {"mobile": "07700 900142"},
                "delivery": {"by": "hand", "through": "sw"},
            },
            {
                "id": "tariq",
                "name": name("Tariq", "Mahmood", title="Mr"),
                "relations": [{"kind": "father", "of": "amina"}],
                "lives_at": "old-home",
            },
            {
                "id": "callum",
                "name": name("Callum", "Prescott", title="Mr"),
                "relations": [{"kind": "father", "of": "zayn"}],
            },
            {
                "id": "joan",
                "name": name("Joan", "Tindall"),
                "relations": [{"kind": "supporter", "of": "nadia"}],
            },
            {
                "id": "dean",
                "name": name("Dean", "Holroyd"),
                "relations": [{"kind": "partner", "of": "nadia"}],
            },
        ],
        "professionals": [
            worker("chair", "Helen Marsh", "Conference chair", "unit", role="chair"),
            worker("sw", "Jo Hartley", "Social worker", "csc", lead_worker_for=["amina", "zayn"]),
            worker("hv", "Grace Okafor", "Health visitor", "health"),
            worker("pc", "Sam Reid", "Police constable", "police"),
            worker("refuge", "Lena Whitlock", "Refuge support worker", "haven"),
            worker("gp", "Iris Vale", "General practitioner", "surgery", routine=True),
        ],
        "agencies": [
            {"id": "unit", "name": "Safeguarding Unit", "kind": "safeguarding-unit"},
            {"id": "csc", "name": "Children's Services", "kind": "childrens-social-care"},
            {"id": "health", "name": "Community Health", "kind": "health"},
            {"id": "police", "name": "Exampleshire Police", "kind": "police"},
            {"id": "haven", "name": "Elmtree Haven", "kind": "voluntary", "reveals": ["new-home"]},
            {"id": "surgery", "name": "Ferncliffe Surgery", "kind": "health"},
        ],
        "households": [
            {
                "id": "new-home",
                "protected": True,
                "address": {"lines": ["4 Larkspur Close"], "postcode": "ZZ99 3WZ"},
            },
            {"id": "old-home", "address": {"lines": ["12 Station Road"], "postcode": "ZZ99 3VZ"}},
        ],
        "places": [
            {"id": "hilltop", "kind": "school", "name": "Hilltop Primary School"},
            {"id": "doctors", "kind": "surgery", "name": "Ferncliffe Surgery"},
        ],
        "conferences": [conference()],
    }


def worker(person: str, called: str, designation: str, agency: str, **more: Any) -> Spec:
    """A professional as the file gives one."""
    return {"id": person, "name": called, "designation": designation, "agency": agency, **more}


def conference() -> Spec:
    """The one conference: the mother in one part, Amina's father in another, police in a third."""
    return {
        "id": "c1",
        "type": "initial",
        "children": ["amina", "zayn"],
        "starts": "2026-11-23 10:00",
        "place": {"form": "face-to-face", "venue": "Riverside House"},
        "chair": "chair",
        "parts": [
            {"id": "news", "title": "Information and views"},
            {"id": "his", "title": "Mr Mahmood's views"},
            {
                "id": "closed",
                "title": "Confidential section",
                "confidential": True,
                "asked_by": "pc",
                "reason": "Live investigation",
                "agreed_by_chair": "2026-11-20",
            },
        ],
        "invitations": [
            {"who": "nadia", "to": ["news"]},
            {"who": "tariq", "to": ["his"]},
            {"who": "callum", "to": ["news"]},
            {"who": "joan", "to": ["news"]},
            {
                "who": "dean",
                "invited": False,
                "told": False,
                "reason": "Not safe",
                "agreed_by_chair": "2026-11-12",
            },
            *({"who": who} for who in ("sw", "hv", "pc", "refuge")),
        ],
        "attendance": [
            {"who": "nadia", "attended": ["news"], "supported_by": ["joan"]},
            {"who": "tariq", "attended": ["his"]},
            {"who": "callum", "free_to_attend": ["news"], "apologies": True},
            {"who": "sw", "attended": ["news", "his", "closed"]},
            {"who": "hv", "attended": ["news", "his", "closed"]},
            {"who": "pc", "attended": ["news", "closed"]},
            {"who": "refuge", "attended": ["news"]},
        ],
        "exclusions": [
            {
                "who": "tariq",
                "parts": ["news"],
                "ground": "violence",
                "reason_told": "So that everybody can speak freely.",
                "agreed_by_chair": "2026-11-12",
            }
        ],
        "minutes": {
            "approved": {"by": "chair", "dated": "2026-12-04"},
            "contributions": [
                said("news", "Mina joined in at the group and chose the paints herself.", "amina"),
                said("news", "Zayn is slow to speak and has seen a speech therapist.", "zayn"),
                said("news", "Ms Yusuf is taking medicine for her low mood.", "nadia"),
                said("his", "Mina enjoys Saturdays in the park with her father.", "amina"),
                said("his", "Mr Mahmood has stopped drinking since August.", "tariq", by="tariq"),
                said("closed", "Officers expect to interview a witness on Thursday.", by="pc"),
                said("news", "The chair welcomed everybody and set out the agenda.", by="chair"),
                said(
                    "his",
                    "Ms Yusuf moved with Mina, and they use Ferncliffe Surgery.",
                    "nadia",
                    "amina",
                    by="sw",
                    wording_for=[
                        {
                            "readers": ["tariq"],
                            "text": "Ms Yusuf and Mina have moved.",
                            "agreed_by_chair": "2026-11-23",
                        }
                    ],
                ),
            ],
            "decisions": [
                {
                    "child": child,
                    "plan": "made",
                    "categories": ["emotional-abuse"],
                    "reasons": [{"text": "The child has been frightened at home."}],
                    "lead_worker": "sw",
                }
                for child in ("amina", "zayn")
            ],
        },
    }


def case(tree: Spec | None = None) -> Case:
    """The family as a case."""
    return Case.model_validate(tree or spec())


def shared(reader: str, tree: Spec | None = None) -> Shared:
    """What one reader gets of the family, every section."""
    return share(
        case=case(tree),
        ruling=Ruling(),
        style=STYLE,
        reader=reader,
        conference="c1",
        sections=frozenset(Section),
    )


def texts(found: Shared) -> tuple[str, ...]:
    """The words of the passages that a reader gets."""
    minutes = found.view.conference.minutes
    assert minutes is not None
    return tuple(getattr(passage, "text", "(gap)") for passage in minutes.contributions)
