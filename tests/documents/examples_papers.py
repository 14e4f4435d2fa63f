"""The examples of reports and plans, in the words for the family and for professionals."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from cpdocs.model.conference import ConferenceType
from cpdocs.model.office import StandDown, StandDownReason
from cpdocs.model.people import Professional
from cpdocs.model.places import Address, Household, Place, PlaceKind
from cpdocs.model.plans import Every, Unit
from cpdocs.model.ruling import Ruled, RuledName
from cpdocs.model.view import Reader, ReaderKind, View
from tests.documents.example import Example
from tests.documents.papers_papers import (
    AGENCY_REPORT,
    BIRTH,
    BRIDGING,
    CHILDS_OWN,
    CHRONOLOGY,
    DETAILED,
    GUARDED_ENTRY,
    GUARDED_REPORT,
    IN_NEED,
    MEETINGS,
    OUTLINE,
    REVIEW_REPORT,
    SOCIAL_WORK_REPORT,
    VISITS,
)
from tests.documents.views import (
    AMINA,
    BABY,
    HEALTH_VISITOR,
    MINUTES,
    MOTHER,
    NADIA,
    RECORDS,
    RUKHSANA,
    RULED,
    ruled,
    view_for,
)

CHAIR_READS = Reader(id="chair", kind=ReaderKind.CHAIR, name="Helen Marsh", greeting="Helen Marsh")
DAUGHTER = Reader(id="amina", kind=ReaderKind.CHILD, name="Amina Yusuf", greeting="Mina")

MANAGER = Professional(
    id="tm", name="Ruth Adeyemi", designation="team manager", agency="care", manages=("sw",)
)
HOME = Household(
    id="home", address=Address(lines=("4 Example Close", "Exampleton"), postcode="ZZ99 3WZ")
)
AT_HOME = RECORDS.model_copy(
    update={
        "children": (
            AMINA.model_copy(
                update={
                    "lives_at": "home",
                    "school": "example-primary",
                    "legal_status": "Lives with her mother, who has parental responsibility",
                    "background": "British Pakistani, Muslim, speaks English and Urdu",
                }
            ),
            BABY,
        ),
        "people": (NADIA.model_copy(update={"lives_at": "home"}), RUKHSANA),
        "professionals": (*RECORDS.professionals, MANAGER),
        "households": (HOME,),
        "places": (Place(id="example-primary", kind=PlaceKind.SCHOOL, name="Example Primary"),),
    }
)


def every(name: RuledName, count: int, unit: Unit) -> Ruled:
    """An interval that the procedures ask for."""
    return ruled(name, None).model_copy(update={"value": Every(count=count, unit=unit)})


INTERVALS = (
    *RULED,
    every(RuledName.VISITS_EVERY, 10, Unit.WORKING_DAYS),
    every(RuledName.CORE_GROUP_EVERY, 6, Unit.WEEKS),
    every(RuledName.CHILD_IN_NEED_REVIEW_EVERY, 6, Unit.MONTHS),
)


def holding(
    reader: Reader, about: str | None, conference: dict[str, Any] | None = None, **papers: Any
) -> View:
    """What that reader is told of a paper, with the other papers that go with it."""
    records = AT_HOME.model_copy(update=papers)
    told = {"minutes": None, **(conference or {})}
    return view_for(reader, records=records, about=about, ruled=INTERVALS, **told)


MINUTES_OF_DECISION = MINUTES.model_copy(update={"contributions": (), "actions": ()})
OF_AMINA = tuple(entry for entry in CHRONOLOGY if "amina" in entry.about)
STOOD_DOWN = StandDown(
    dated=date(2026, 11, 23),
    reasons=(StandDownReason.NOT_QUORATE,),
    reconvened=datetime(2026, 11, 30, 10, 0),
)


def social_work(reader: Reader) -> View:
    """The report of the lead social worker, with chronology and visits."""
    papers: dict[str, Any] = {
        "reports": (SOCIAL_WORK_REPORT,),
        "chronology": OF_AMINA,
        "visits": VISITS,
    }
    return holding(reader, SOCIAL_WORK_REPORT.id, **papers)


def outline(reader: Reader) -> View:
    """The outline plan, with the decision."""
    decided = {"minutes": MINUTES_OF_DECISION}
    return holding(reader, OUTLINE.id, conference=decided, plans=(OUTLINE,))


def bridging(reader: Reader) -> View:
    """The plan until a conference that was put off is held."""
    put_off = {"stood_down": STOOD_DOWN}
    return holding(reader, BRIDGING.id, conference=put_off, plans=(BRIDGING,))


def review(reader: Reader) -> View:
    """The report to a review, with visits and the core group's meetings."""
    papers: dict[str, Any] = {
        "reports": (REVIEW_REPORT,),
        "visits": VISITS,
        "core_group_meetings": MEETINGS,
    }
    of_review = {"type": ConferenceType.REVIEW}
    return holding(reader, REVIEW_REPORT.id, conference=of_review, **papers)


def addendum() -> View:
    """All reports and the whole chronology, as the chair holds them."""
    chronology = (*CHRONOLOGY, GUARDED_ENTRY)
    return holding(CHAIR_READS, None, reports=(GUARDED_REPORT,), chronology=chronology)


def _examples(document: str, **views: View) -> tuple[Example, ...]:
    return tuple(
        Example(name=f"{document}-{reader}", document=document, view=view)
        for reader, view in views.items()
    )


EXAMPLES = (
    *_examples(
        "social-work-report", parent=social_work(MOTHER), professional=social_work(HEALTH_VISITOR)
    ),
    *_examples("outline-plan", parent=outline(MOTHER), professional=outline(HEALTH_VISITOR)),
    *_examples(
        "detailed-plan",
        parent=holding(MOTHER, DETAILED.id, plans=(DETAILED,)),
        professional=holding(HEALTH_VISITOR, DETAILED.id, plans=(DETAILED,)),
    ),
    *_examples(
        "child-plan",
        parent=holding(MOTHER, CHILDS_OWN.id, plans=(CHILDS_OWN,)),
        child=holding(DAUGHTER, CHILDS_OWN.id, plans=(CHILDS_OWN,)),
    ),
    *_examples("bridging-plan", parent=bridging(MOTHER), professional=bridging(HEALTH_VISITOR)),
    *_examples(
        "child-in-need-plan",
        parent=holding(MOTHER, IN_NEED.id, plans=(IN_NEED,)),
        professional=holding(HEALTH_VISITOR, IN_NEED.id, plans=(IN_NEED,)),
    ),
    *_examples(
        "birth-arrangements",
        parent=holding(MOTHER, BIRTH.id, birth_arrangements=(BIRTH,)),
        professional=holding(HEALTH_VISITOR, BIRTH.id, birth_arrangements=(BIRTH,)),
    ),
    *_examples("review-report", parent=review(MOTHER), professional=review(HEALTH_VISITOR)),
    *_examples(
        "agency-report",
        parent=holding(MOTHER, AGENCY_REPORT.id, reports=(AGENCY_REPORT,), chronology=OF_AMINA),
        professional=holding(
            HEALTH_VISITOR, AGENCY_REPORT.id, reports=(AGENCY_REPORT,), chronology=OF_AMINA
        ),
    ),
    *_examples(
        "chronology",
        parent=holding(MOTHER, None, chronology=CHRONOLOGY),
        professional=holding(HEALTH_VISITOR, None, chronology=CHRONOLOGY),
    ),
    *_examples("confidential-addendum", chair=addendum()),
)
