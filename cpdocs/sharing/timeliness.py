"""How timely conferences were, for whoever reports on it (S 1.4): those of one case for its chair,
or those of several for the manager of the authority's chairs."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from cpdocs.case.case import Case
from cpdocs.errors import UsageError
from cpdocs.model.authority import HouseStyle
from cpdocs.model.conference import Conference
from cpdocs.model.ruling import RuledName, Ruling
from cpdocs.model.timeliness import Step, Timeliness, TimelinessReport
from cpdocs.model.view import Reader, ReaderKind, View
from cpdocs.sharing.facts import Facts
from cpdocs.sharing.ledger import Ledger, Needle
from cpdocs.sharing.needles import needles
from cpdocs.sharing.share import Shared, of_no_case
from cpdocs.sharing.verdict import Labels, withheld

MANAGER = "manager"  # of the chairs: nobody in any case, so by no person's id
_FAMILY = ("children", "people", "households")  # a report over cases names none of them


@dataclass(frozen=True, kw_only=True)
class RuledCase:
    """A case, what it is called, and what the procedures say of it."""

    name: str
    case: Case
    ruling: Ruling


def with_timeliness(shared: Shared, ruling: Ruling) -> View:
    """The chair's view with how timely every conference of the case was.

    Raises `UsageError` for any other reader: it tells of every conference, and why one was late.
    """
    facts = shared.whole.facts
    if shared.view.reader.id != facts.conference.chair:
        raise UsageError("The timeliness report is for the chair of the conference alone.")
    lines = tuple(_line(facts.case, it, ruling) for it in facts.case.conferences)
    return shared.view.model_copy(update={"timeliness": TimelinessReport(lines=lines)})


def over_cases(cases: Sequence[RuledCase], style: HouseStyle, month: date | None) -> View:
    """A view of how timely the conferences of several cases were, whatever the cases' order.

    `style` is that of their one authority. `month`, by any of its days, leaves out the conferences
    of other months. The view holds no record of any case.
    """
    first, last = (None, None) if month is None else _days_of(month)
    held = sorted(
        (
            (each, conference)
            for each in cases
            for conference in each.case.conferences
            if first is None or last is None or first <= conference.starts.date() <= last
        ),
        key=lambda it: (it[0].case.case, it[0].name, it[1].starts, it[1].id),
    )
    lines = tuple(_line(each.case, conference, each.ruling) for each, conference in held)
    report = TimelinessReport(lines=lines, first_day=first, last_day=last)
    reader = Reader(id=MANAGER, kind=ReaderKind.CHAIR, name=style.terms.unit, greeting="")
    about = style.slug if month is None else f"{style.slug}-{month:%Y-%m}"
    view = of_no_case(style=style, reader=reader, about=about)
    return view.model_copy(update={"timeliness": report})


def ledger_over(cases: Sequence[RuledCase], view: View) -> Ledger:
    """What a report over these cases is searched for: who the families are and where they live.

    It names none of them, and its reasons are somebody's own words, which could.
    """
    found = (needle for each in cases for needle in _names_in(each, view))
    return Ledger(reader=MANAGER, withheld=(), needles=tuple(found))


def _names_in(told: RuledCase, view: View) -> Iterator[Needle]:
    """Names, addresses and numbers. No days of birth: a report tells other days."""
    report = view.timeliness
    lines = report.lines if report else ()
    silent = tuple(line.model_copy(update={"reason": None}) for line in lines)
    without_reasons = view.model_copy(update={"timeliness": TimelinessReport(lines=silent)})
    kept = Labels(withheld={(name,): withheld("no-family-named", "S 1.4") for name in _FAMILY})
    for conference in told.case.conferences[:1]:  # every conference has the same people
        for needle in needles(Facts(told.case, conference), kept, without_reasons):
            if not needle.path.endswith((".born", ".due")):
                yield Needle(kind=needle.kind, text=needle.text, path=f"{told.name}: {needle.path}")


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
        stood_down=conference.stood_down.reasons if conference.stood_down else (),
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


def _days_of(month: date) -> tuple[date, date]:
    """The first and last day of a month."""
    _, last = monthrange(month.year, month.month)
    return month.replace(day=1), month.replace(day=last)
