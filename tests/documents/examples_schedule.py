"""The examples of what only the chair gets: the sharing schedule and the timeliness report."""

from __future__ import annotations

from datetime import date, datetime

from cpdocs.model.conference import ConferenceType
from cpdocs.model.office import StandDownReason
from cpdocs.model.schedule import (
    Kept,
    ReaderLine,
    Restriction,
    RestrictionKind,
    Schedule,
    Sought,
    SoughtKind,
)
from cpdocs.model.timeliness import Step, Timeliness, TimelinessReport
from cpdocs.model.view import Reader, ReaderKind
from tests.documents.example import Example
from tests.documents.views import view_for

CHAIR_READS = Reader(id="chair", kind=ReaderKind.CHAIR, name="Helen Marsh", greeting="Helen Marsh")
SCHEDULE = Schedule(
    restrictions=(
        Restriction(
            kind=RestrictionKind.WITHHELD,
            place="conferences.initial-1.minutes.contributions.3",
            what="Nadia told the health visitor where she would go if",
            readers=("Tariq Aziz",),
            reason="He could find her by it.",
            requested="Grace Okafor",
            agreed=date(2026, 11, 20),
            in_writing=True,
        ),
        Restriction(
            kind=RestrictionKind.EXCLUDED,
            place="conferences.initial-1.exclusions.0",
            what="",
            readers=("Tariq Aziz",),
        ),
        Restriction(
            kind=RestrictionKind.PART,
            place="conferences.initial-1.parts.police",
            what="Police information",
            readers=(),
            reason="An enquiry is going on.",
            agreed=date(2026, 11, 20),
        ),
    ),
    readers=(
        ReaderLine(reader="Helen Marsh"),
        ReaderLine(
            reader="Tariq Aziz",
            kept=(
                Kept(rule="part-not-theirs", places=14),
                Kept(rule="adult's private: Other parent: both in the part", places=3),
            ),
            sought=(
                Sought(kind=SoughtKind.PEOPLE, count=12),
                Sought(kind=SoughtKind.WORDS, count=200),
            ),
        ),
        ReaderLine(reader="Zoe Page", gets_nothing=True),
    ),
)

TIMELINESS = (
    Timeliness(
        case="CP-2026-0412",
        conference="initial-1",
        type=ConferenceType.INITIAL,
        held=Step(due=date(2026, 11, 19), done=datetime(2026, 11, 23, 10, 0)),
        decision=Step(due=date(2026, 11, 24), done=date(2026, 11, 24)),
        minutes=Step(not_set="as soon as possible", done=date(2026, 12, 4)),
        reason="The only day on which an interpreter could come.",
        authorised_by=("Pat Lowe",),
        authorised=date(2026, 11, 17),
    ),
    Timeliness(
        case="CP-2026-0412",
        conference="review-1",
        type=ConferenceType.REVIEW,
        held=Step(due=date(2027, 2, 22)),
        decision=Step(),
        minutes=Step(not_set="as soon as possible"),
        stood_down=(StandDownReason.REPORTS_LATE, StandDownReason.NOT_QUORATE),
    ),
)

EXAMPLES = (
    Example(
        name="sharing-schedule",
        document="sharing-schedule",
        view=view_for(CHAIR_READS, schedule=SCHEDULE),
    ),
    Example(
        name="timeliness-report",
        document="timeliness-report",
        view=view_for(CHAIR_READS, timeliness=TimelinessReport(lines=TIMELINESS)),
    ),
)
