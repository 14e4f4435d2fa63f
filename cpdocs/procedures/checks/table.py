"""Every check, in one table."""

from __future__ import annotations

from typing import Final

from cpdocs.procedures.checks import (
    agreement,
    conference,
    counting,
    dates,
    papers,
    people,
    plans,
    reports,
    rhythm,
    sending,
    sharing,
    wording,
)
from cpdocs.procedures.checks.base import Check

CHECKS: Final[tuple[Check, ...]] = tuple(
    sorted(
        (
            *dates.CHECKS,
            *counting.CHECKS,
            *sending.CHECKS,
            *rhythm.CHECKS,
            *people.CHECKS,
            *sharing.CHECKS,
            *reports.CHECKS,
            *conference.CHECKS,
            *plans.CHECKS,
            *agreement.CHECKS,
            *papers.CHECKS,
            *wording.CHECKS,
        ),
        key=lambda check: check.code,
    )
)
