"""The timeliness of a case's conferences, for whoever reports on it (S 1.4)."""

from __future__ import annotations

from datetime import date, datetime

from cpdocs.case.case import Case
from cpdocs.errors import UsageError
from cpdocs.model.conference import Conference
from cpdocs.model.ruling import RuledName, Ruling
from cpdocs.model.timeliness import Step, Timeliness
from cpdocs.model.view import View
from cpdocs.sharing.share import Shared


def with_timeliness(shared: Shared, ruling: Ruling) -> View:
    """The chair's view with how timely every conference of the case was.

    Raises `UsageError` for any other reader: it tells of every conference, and why one was late.
    """
    facts = shared.whole.facts
    if shared.view.reader.id != facts.conference.chair:
        raise UsageError("The timeliness report is for the chair of the conference alone.")
    lines = tuple(_line(facts.case, it, ruling) for it in facts.case.conferences)
    return shared.view.model_copy(update={"timeliness": lines})


def _line(case: Case, conference: Conference, ruling: Ruling) -> Timeliness:
    minutes = conference.minutes
    late = conference.booking.late if conference.booking else None
    held = None if conference.stood_down else conference.starts
    approved = minutes.approved.dated if minutes and minutes.approved else None
    return Timeliness(
        case=case.case,
        conference=conference.id,
        type=conference.type,
        held=_step(RuledName.CONFERENCE_DUE, conference, ruling, held),
        decision=_step(
            RuledName.DECISION_DUE, conference, ruling, minutes.outcome_dated if minutes else None
        ),
        minutes=_step(RuledName.MINUTES_DUE, conference, ruling, approved),
        reason=late.reason if late else None,
        authorised_by=tuple(_name(case, one) for one in late.authorised_by) if late else (),
        authorised=late.dated if late else None,
    )


def _step(
    name: RuledName, conference: Conference, ruling: Ruling, done: date | datetime | None
) -> Step:
    ruled = next(
        (it for it in ruling.values if it.name is name and it.conference == conference.id), None
    )
    if ruled is None or isinstance(ruled.value, bool):
        return Step(done=done)
    return Step(due=ruled.value, not_set=ruled.not_set, done=done)


def _name(case: Case, person: str) -> str:
    worker = case.professional(person)
    return person if worker is None else worker.name
