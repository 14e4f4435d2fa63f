"""The examples of the letters: decisions, exclusion, dates, bookings, endings and moves."""

from __future__ import annotations

from datetime import date

from cpdocs.model.conference import Attendance, PlanOutcome
from cpdocs.model.office import ChangeKind, EndingGround, TransferKind
from cpdocs.model.ruling import RuledName
from tests.documents.example import Example
from tests.documents.papers_letters import (
    BOOKED,
    CHAIR_READER,
    EXCLUSION,
    HER_CONFERENCE,
    HERS,
    INTERPRETER,
    OTHER_UNIT,
    OUTCOME,
    STOOD_DOWN,
    WITH_MEETINGS,
    YOUNG_PERSON,
    decided_for_zara,
    with_change,
    with_cover,
    with_ending,
    with_transfer,
)
from tests.documents.views import (
    GRANDMOTHER,
    HEALTH_VISITOR,
    MOTHER,
    RECORDS,
    RULED,
    ruled,
    view_for,
)

AFTER_IT = (*RULED, ruled(RuledName.CORE_GROUP_DUE, date(2026, 12, 7)))

EXAMPLES = (
    Example(
        name="decision-notice",
        document="decision-notice",
        view=view_for(HEALTH_VISITOR, minutes=OUTCOME),
    ),
    Example(
        name="outcome-family-parent",
        document="outcome-family",
        view=view_for(MOTHER, minutes=OUTCOME),
    ),
    Example(
        name="outcome-family-grandmother",
        document="outcome-family",
        view=view_for(
            GRANDMOTHER,
            minutes=OUTCOME.model_copy(update={"decisions": OUTCOME.decisions[:1]}),
            ruled=(),
        ),
    ),
    *(
        Example(
            name=f"outcome-young-person-{outcome}",
            document="outcome-young-person",
            view=view_for(YOUNG_PERSON, records=HERS, minutes=decided_for_zara(outcome)),
        )
        for outcome in PlanOutcome
    ),
    Example(
        name="exclusion",
        document="exclusion",
        view=view_for(
            MOTHER,
            exclusions=(EXCLUSION,),
            parts=(),
            records=RECORDS.model_copy(
                update={
                    "children": (),
                    "people": (),
                    "professionals": tuple(p for p in RECORDS.professionals if p.id == "chair"),
                }
            ),
        ),
    ),
    Example(
        name="exclusion-from-a-part",
        document="exclusion",
        view=view_for(
            YOUNG_PERSON,
            records=HERS,
            exclusions=(EXCLUSION.model_copy(update={"who": "zara", "views_by": None}),),
        ),
    ),
    Example(
        name="stand-down-parent",
        document="stand-down",
        view=view_for(MOTHER, stood_down=STOOD_DOWN),
    ),
    Example(
        name="stand-down-professional",
        document="stand-down",
        view=view_for(HEALTH_VISITOR, stood_down=STOOD_DOWN),
    ),
    Example(
        name="core-group-dates-parent",
        document="core-group-dates",
        view=view_for(MOTHER, records=WITH_MEETINGS, minutes=OUTCOME, ruled=AFTER_IT),
    ),
    Example(
        name="core-group-dates-professional",
        document="core-group-dates",
        view=view_for(HEALTH_VISITOR, minutes=OUTCOME, ruled=AFTER_IT),
    ),
    Example(
        name="invitation-young-person",
        document="invitation-young-person",
        view=view_for(YOUNG_PERSON, records=HERS, **HER_CONFERENCE),
    ),
    Example(
        name="report-reminder",
        document="report-reminder",
        view=view_for(HEALTH_VISITOR, reminders_dated=date(2026, 11, 20), attendance=()),
    ),
    Example(
        name="report-reminder-received",
        document="report-reminder",
        view=view_for(
            HEALTH_VISITOR,
            reminders_dated=date(2026, 11, 20),
            attendance=(Attendance(who="hv", report_received=date(2026, 11, 19)),),
        ),
    ),
    Example(
        name="interpreter-booking",
        document="interpreter-booking",
        view=view_for(INTERPRETER, records=BOOKED),
    ),
    Example(
        name="plan-ended",
        document="plan-ended",
        view=view_for(
            HEALTH_VISITOR,
            records=with_ending(EndingGround.LOOKED_AFTER, agreed_with="ht"),
            about="ending-1",
        ),
    ),
    Example(
        name="plan-ended-family",
        document="plan-ended-family",
        view=view_for(
            MOTHER, records=with_ending(EndingGround.NO_LONGER_AT_RISK), about="ending-1"
        ),
    ),
    Example(
        name="plan-ended-family-died",
        document="plan-ended-family",
        view=view_for(
            MOTHER,
            records=with_ending(EndingGround.DIED, reasons=(), support=()),
            about="ending-1",
        ),
    ),
    Example(
        name="change-of-circumstances",
        document="change-of-circumstances",
        view=view_for(
            CHAIR_READER,
            records=with_change(ChangeKind.CAREGIVER, caregiver="shazia"),
            about="change-1",
        ),
    ),
    Example(
        name="lead-worker-cover-parent",
        document="lead-worker-cover",
        view=view_for(MOTHER, records=with_cover(), about="cover-1"),
    ),
    Example(
        name="lead-worker-cover-professional",
        document="lead-worker-cover",
        view=view_for(HEALTH_VISITOR, records=with_cover(), about="cover-1"),
    ),
    Example(
        name="transfer-out",
        document="transfer-out",
        view=view_for(OTHER_UNIT, records=with_transfer(TransferKind.OUT), about="transfer-1"),
    ),
    Example(
        name="transfer-in-request",
        document="transfer-in-request",
        view=view_for(
            OTHER_UNIT,
            records=with_transfer(TransferKind.IN, listed=date(2027, 3, 3)),
            about="transfer-1",
        ),
    ),
    Example(
        name="transfer-in-outcome",
        document="transfer-in-outcome",
        view=view_for(
            OTHER_UNIT,
            records=with_transfer(TransferKind.IN, accepted=date(2027, 3, 24)),
            minutes=OUTCOME,
            about="transfer-1",
        ),
    ),
    Example(
        name="temporary-stay",
        document="temporary-stay",
        view=view_for(
            OTHER_UNIT,
            records=with_transfer(TransferKind.TEMPORARY, until=date(2027, 4, 11)),
            about="transfer-1",
        ),
    ),
)
