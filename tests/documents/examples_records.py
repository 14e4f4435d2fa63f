"""The examples of records and of the chair's papers."""

from __future__ import annotations

from tests.documents.example import Example
from tests.documents.papers_records import (
    AFTER_MEETING,
    BEFORE,
    BEFORE_IT,
    CHAIR_READER,
    DUE,
    EXCLUSION,
    FAMILYS_GROUP,
    GIVEN,
    GROUP,
    LEAD_WORKER,
    MINUTE_TAKER,
    OFTEN,
    POLICE_MATTERS,
    RECEIVED,
    REPORTS,
    SEEN,
    SEEN_BY_FAMILY,
    WITH_CHILDS_WORDS,
    WITHOUT_WORKER,
)
from tests.documents.views import HEALTH_VISITOR, MOTHER, view_for

EXAMPLES = (
    Example(
        name="booking-form",
        document="booking-form",
        view=view_for(LEAD_WORKER, **BEFORE_IT, ruled=DUE),
    ),
    Example(
        name="invitation-checklist",
        document="invitation-checklist",
        view=view_for(CHAIR_READER, **BEFORE_IT, ruled=DUE),
    ),
    Example(
        name="attendance-sheet",
        document="attendance-sheet",
        view=view_for(MINUTE_TAKER, **BEFORE_IT),
    ),
    Example(
        name="chair-brief",
        document="chair-brief",
        view=view_for(
            CHAIR_READER,
            **{
                **BEFORE_IT,
                "records": BEFORE.model_copy(update={"reports": REPORTS}),
                "attendance": RECEIVED,
            },
            exclusions=(EXCLUSION,),
            ruled=(*DUE, *OFTEN),
        ),
    ),
    Example(
        name="conference-record",
        document="conference-record",
        view=view_for(HEALTH_VISITOR, **POLICE_MATTERS, ruled=(*DUE, *OFTEN)),
    ),
    Example(
        name="conference-record-parent",
        document="conference-record",
        view=view_for(MOTHER, minutes=WITH_CHILDS_WORDS, ruled=(*DUE, *OFTEN)),
    ),
    Example(
        name="core-group-notes",
        document="core-group-notes",
        view=view_for(LEAD_WORKER, records=GROUP, about="core-1", ruled=AFTER_MEETING),
    ),
    Example(
        name="core-group-notes-parent",
        document="core-group-notes",
        view=view_for(MOTHER, records=FAMILYS_GROUP, about="core-1"),
    ),
    Example(
        name="core-group-notes-without-worker",
        document="core-group-notes",
        view=view_for(HEALTH_VISITOR, records=WITHOUT_WORKER, about="core-1"),
    ),
    Example(
        name="visit-schedule",
        document="visit-schedule",
        view=view_for(LEAD_WORKER, records=SEEN, about="amina", ruled=OFTEN),
    ),
    Example(
        name="visit-schedule-parent",
        document="visit-schedule",
        view=view_for(MOTHER, records=SEEN_BY_FAMILY, about="amina", ruled=OFTEN),
    ),
    Example(
        name="distribution-record",
        document="distribution-record",
        view=view_for(LEAD_WORKER, records=GIVEN),
    ),
)
