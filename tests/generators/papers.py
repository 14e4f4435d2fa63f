"""Invented papers of a conference: reports, plans, visits, and what passes between offices."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any, TypeVar

from cpdocs.model.conference import (
    Action,
    Approval,
    Conference,
    Dissent,
    Invitation,
    PlanOutcome,
    WhyAsked,
)
from cpdocs.model.office import (
    Availability,
    Booking,
    Change,
    ChangeKind,
    Cover,
    Distribution,
    Ending,
    EndingGround,
    Lateness,
    StandDown,
    StandDownReason,
    Transfer,
    TransferKind,
)
from cpdocs.model.people import Child, DeliveryWay, Person, Professional, Role
from cpdocs.model.plans import (
    Accepted,
    BirthArrangements,
    BirthSection,
    BirthTopic,
    CoreGroupMeeting,
    Every,
    Plan,
    PlanKind,
    PlannedOutcome,
    PlanningMeeting,
    PlanSection,
    PlanTopic,
    Refusal,
    Signature,
    Term,
    Unit,
)
from cpdocs.model.reports import (
    ChronologyEntry,
    Done,
    PlanAnswer,
    Report,
    ReportKind,
    ReportSection,
    ReportTopic,
    Seen,
    Validation,
    Visit,
)
from cpdocs.model.sharing import Passage, Said, Sharing
from tests.generators.chance import Chance
from tests.generators.minutes import action, worded
from tests.generators.people import with_block
from tests.generators.words import Words

P = TypeVar("P")


@dataclass(frozen=True)
class Desk:
    """All that the papers of one conference are made from."""

    chance: Chance
    words: Words
    meeting: Conference
    kids: tuple[Child, ...]
    family: tuple[Person, ...]
    staff: tuple[Professional, ...]

    @property
    def kin(self) -> list[str]:
        return [*(kid.id for kid in self.kids), *(person.id for person in self.family)]

    @property
    def everyone(self) -> list[str]:
        return [*self.kin, *(one.id for one in self.staff)]

    @property
    def blockable(self) -> list[str]:
        chair, taker = self.staff[0].id, self.staff[1].id
        return [one for one in self.everyone if one not in (chair, taker)]

    def child(self) -> str:
        return self.chance.pick(self.meeting.children)

    def children(self) -> tuple[str, ...]:
        about = self.meeting.children
        return self.chance.some(about) or (self.chance.pick(about),)

    def pro(self) -> str:
        return self.chance.pick(self.staff).id

    def anyone(self) -> str:
        return self.chance.pick(self.everyone)

    def said(self) -> dict[str, Any]:
        """The fields of a passage, with all that bears on who may have it."""
        return worded(self.chance, self.words, self.kids, self.family, self.blockable)

    def passages(self, least: int, most: int) -> tuple[Passage, ...]:
        return tuple(Passage(**self.said()) for _ in range(self.chance.count(least, most)))

    def text(self) -> str:
        return self.words.text()

    def moment(self) -> datetime:
        return datetime.combine(self.chance.day(), time(self.chance.count(8, 17), 30))

    def after(self, day: date) -> date:
        return day + timedelta(days=self.chance.count(0, 40))

    def approval(self, day: date) -> Approval | None:
        return self.chance.maybe(Approval(by=self.pro(), dated=self.after(day)))

    def block(self, rarely: int = 5) -> Sharing | None:
        if not self.chance.one_in(rarely):
            return None
        return with_block(self.chance, self.words, self.blockable)

    def actions(self, most: int, children: tuple[str, ...]) -> tuple[Action, ...]:
        return tuple(self._action(children) for _ in range(self.chance.count(0, most)))

    def _action(self, children: tuple[str, ...]) -> Action:
        adults = [person.id for person in self.family]
        made = action(self.chance, self.words, children, self.everyone, adults, self.blockable)
        when = {"due": None, "by_when": self.text()} if self.chance.one_in(4) else {}
        urgent, fixed = self.chance.one_in(6), self.chance.one_in(6)
        return made.model_copy(update={"immediate": urgent, "non_negotiable": fixed, **when})

    def dissent(self) -> tuple[Dissent, ...]:
        one_in_five = self.chance.one_in(5)
        return (Dissent(by=self.pro(), reason=self.text()),) if one_in_five else ()

    def ids(self, kind: str) -> dict[str, Any]:
        """The fields that nearly every paper has."""
        return {
            "id": self.words.id(kind),
            "conference": self.meeting.id,
            "sharing": self.block(),
        }


def _report(desk: Desk) -> Report:
    kind = desk.chance.pick(tuple(ReportKind))
    dated = desk.chance.day()
    answers = desk.chance.count(1, 2) if kind is ReportKind.REVIEW else 0
    return Report(
        **desk.ids("report"),
        kind=kind,
        child=desk.child(),
        by=desk.pro(),
        dated=dated,
        validated=desk.chance.maybe(Validation(by=desk.pro(), dated=desk.after(dated))),
        shared_with_family=desk.chance.maybe(desk.after(dated)),
        sections=tuple(
            ReportSection(
                topic=desk.chance.pick(tuple(ReportTopic)),
                passages=desk.passages(1, 2),
            )
            for _ in range(desk.chance.count(1, 2))
        ),
        answers=tuple(
            PlanAnswer(**desk.said(), point=desk.text(), done=desk.chance.pick(tuple(Done)))
            for _ in range(answers)
        ),
    )


def _entry(desk: Desk) -> ChronologyEntry:
    dated = desk.chance.day()
    return ChronologyEntry(
        **desk.said(),
        conference=desk.meeting.id,
        by=desk.chance.maybe(desk.anyone()),
        dated=dated,
        until=desk.chance.maybe(desk.after(dated)),
        outcome=desk.chance.maybe(desk.text()),
        conflicts=desk.chance.maybe(desk.text()),
    )


def _visit(desk: Desk) -> Visit:
    seen = desk.chance.pick(tuple(Seen))
    because = desk.text()
    return Visit(
        **desk.ids("visit"),
        child=desk.child(),
        made=desk.moment(),
        by=desk.pro(),
        seen=seen,
        place=desk.chance.maybe(desk.text()),
        present=desk.chance.few(desk.everyone) if desk.chance.one_in(2) else (),
        bedroom_seen=desk.chance.one_in(2),
        because=because if seen is Seen.NOT_SEEN else desk.chance.maybe(because),
        notes=desk.passages(0, 2),
    )


def _plan(desk: Desk) -> Plan:
    return _plan_for(desk, desk.child(), desk.chance.pick(tuple(PlanKind)))


def _own_plans(desk: Desk) -> tuple[Plan, ...]:
    """Now and then a child who was not asked has a plan of their own, approved or not."""
    asked = {row.who for row in desk.meeting.invitations if row.invited}
    away = [child for child in desk.meeting.children if child not in asked]
    given = [child for child in away if desk.chance.one_in(4)]
    return tuple(_plan_for(desk, child, PlanKind.CHILD) for child in given)


def _plan_for(desk: Desk, child: str, kind: PlanKind) -> Plan:
    dated = desk.chance.day()
    own = kind is PlanKind.CHILD  # written for the child throughout
    return Plan(
        **desk.ids("plan"),
        kind=kind,
        child=child,
        dated=dated,
        approved=desk.approval(dated),
        lead_worker=desk.chance.maybe(desk.staff[2].id),
        lead_worker_qualified=desk.chance.one_in(2),
        sections=tuple(
            PlanSection(
                topic=desk.chance.pick(tuple(PlanTopic)),
                passages=_for_the_child(desk, desk.passages(1, 2), own),
            )
            for _ in range(desk.chance.count(1, 2))
        ),
        outcomes=_for_the_child(desk, _outcomes(desk, child), own),
        assessments=desk.actions(1, (child,)) if desk.chance.one_in(3) else (),
        refused=_for_the_child(desk, _refusals(desk), own),
        disagreements=desk.dissent(),
        visit_every=desk.chance.maybe(Every(count=2, unit=desk.chance.pick(tuple(Unit)))),
        core_group_every=Every(count=6, unit=Unit.WEEKS) if desk.chance.one_in(3) else None,
        detailed_by=desk.after(dated) if kind is PlanKind.OUTLINE else None,
        review=desk.chance.maybe(datetime(2027, 2, 1, 10)),
        signatures=_signatures(desk, dated),
    )


Wordy = TypeVar("Wordy", bound=Passage)


def _for_the_child(desk: Desk, passages: tuple[Wordy, ...], own: bool) -> tuple[Wordy, ...]:
    if not own:
        return passages
    return tuple(
        one if one.plain else one.model_copy(update={"plain": desk.text()}) for one in passages
    )


def _outcomes(desk: Desk, child: str) -> tuple[PlannedOutcome, ...]:
    return tuple(
        PlannedOutcome(
            **desk.said(),
            term=desk.chance.maybe(desk.chance.pick(tuple(Term))),
            measure=desk.chance.maybe(desk.text()),
            actions=desk.actions(2, (child,)),
        )
        for _ in range(desk.chance.count(0, 1))
    )


def _refusals(desk: Desk) -> tuple[Refusal, ...]:
    if not desk.chance.one_in(4):
        return ()
    return (Refusal(**desk.said(), why_not=desk.chance.maybe(desk.text())),)


def _signatures(desk: Desk, day: date) -> tuple[Signature, ...]:
    who = desk.chance.few(desk.everyone) if desk.chance.one_in(2) else ()
    return tuple(
        Signature(who=one)
        if desk.chance.one_in(3)
        else Signature(who=one, how=desk.chance.pick(tuple(Accepted)), dated=desk.after(day))
        for one in who
    )


def _core_group_meeting(desk: Desk) -> CoreGroupMeeting:
    children, starts = desk.children(), desk.moment()
    present = desk.chance.few(desk.everyone)
    away = [one for one in desk.everyone if one not in present]
    return CoreGroupMeeting(
        **desk.ids("core-group"),
        children=children,
        starts=starts,
        place=desk.chance.maybe(desk.text()),
        chaired_by=desk.chance.maybe(desk.staff[2].id),
        present=present,
        apologies=desk.chance.few(away) if desk.chance.one_in(3) else (),
        moved_from=starts - timedelta(days=3) if desk.chance.one_in(4) else None,
        notes=tuple(
            Said(**desk.said(), by=desk.chance.maybe(desk.anyone()))
            for _ in range(desk.chance.count(0, 2))
        ),
        actions=desk.actions(2, children),
        disagreements=desk.dissent(),
        next_meeting=desk.chance.maybe(starts + timedelta(days=40)),
        later_because=desk.text() if desk.chance.one_in(4) else None,
        countersigned=desk.approval(starts.date()),
        circulated=desk.chance.maybe(desk.after(starts.date())),
    )


def _birth(desk: Desk) -> BirthArrangements:
    begun = desk.chance.day()
    return BirthArrangements(
        **desk.ids("birth"),
        child=desk.child(),
        begun=begun,
        agreed=desk.approval(begun),
        sections=(
            BirthSection(
                topic=desk.chance.pick(tuple(BirthTopic)),
                passages=desk.passages(1, 2),
            ),
        ),
        meetings=(
            (PlanningMeeting(starts=desk.moment(), members=desk.chance.few(desk.everyone)),)
            if desk.chance.one_in(2)
            else ()
        ),
        forwards_to_gp=desk.chance.maybe(desk.pro()),
        forwarded_by=desk.chance.maybe(desk.after(begun)),
    )


def _ending(desk: Desk) -> Ending:
    child, dated = desk.child(), desk.chance.day()
    said = desk.meeting.minutes
    kept = {PlanOutcome.MADE, PlanOutcome.CONTINUED}
    planned = [one.child for one in said.decisions if one.plan in kept] if said else []
    grounds = tuple(EndingGround)
    return Ending(
        **desk.ids("ending"),
        child=child,
        dated=dated,
        ground=desk.chance.pick(grounds[1:] if child in planned else grounds),
        reasons=desk.passages(0, 2),
        support=desk.passages(0, 1),
        agreed_with=desk.chance.maybe(desk.pro()),
        outcome_received=desk.chance.maybe(desk.after(dated)),
    )


def _transfer(desk: Desk) -> Transfer:
    known = desk.chance.day()
    moved = desk.after(known)
    outside = [one for one in desk.staff if one.role is Role.OUTSIDE_AUTHORITY]
    to = desk.chance.pick(outside or desk.staff)
    return Transfer(
        **desk.ids("transfer"),
        kind=desk.chance.pick(tuple(TransferKind)),
        children=desk.children(),
        other_authority=to.agency,
        to=to.id,
        dated=desk.after(known),
        known=known,
        moved=desk.chance.maybe(moved),
        until=desk.after(moved) if desk.chance.one_in(3) else None,
        legal_status=desk.chance.maybe(desk.text()),
        reasons=desk.passages(0, 1),
        arrangements=desk.passages(0, 1),
        listed=desk.chance.maybe(desk.after(known)),
        accepted=desk.chance.maybe(desk.after(known)),
    )


def _change(desk: Desk) -> Change:
    happened = desk.chance.day()
    return Change(
        **desk.ids("change"),
        kind=desk.chance.pick(tuple(ChangeKind)),
        children=desk.children(),
        happened=happened,
        told_by=desk.pro(),
        dated=desk.after(happened),
        says=desk.passages(1, 2),
        caregiver=desk.chance.maybe(desk.chance.pick(desk.kin)),
    )


def _cover(desk: Desk) -> Cover:
    starts = desk.chance.day()
    return Cover(
        **desk.ids("cover"),
        children=desk.children(),
        worker=desk.staff[2].id,
        cover=desk.pro(),
        starts=starts,
        ends=desk.chance.maybe(desk.after(starts)),
        dated=desk.chance.day(),
        says=desk.passages(0, 1),
    )


def _distribution(desk: Desk) -> Distribution:
    return Distribution(
        conference=desk.meeting.id,
        child=desk.child(),
        what=desk.text(),
        who=desk.anyone(),
        how=desk.chance.pick(tuple(DeliveryWay)),
        dated=desk.chance.day(),
    )


def _several(desk: Desk, make: Callable[[Desk], P], most: int, rarely: int) -> tuple[P, ...]:
    if not desk.chance.one_in(rarely):
        return ()
    return tuple(make(desk) for _ in range(desk.chance.count(1, most)))


def papers(desk: Desk) -> dict[str, tuple[Any, ...]]:
    """The papers of one conference, by their lists in the case: a few of most kinds."""
    return {
        "reports": _several(desk, _report, 2, 2),
        "chronology": _several(desk, _entry, 3, 2),
        "visits": _several(desk, _visit, 2, 2),
        "plans": (*_several(desk, _plan, 2, 2), *_own_plans(desk)),
        "core_group_meetings": _several(desk, _core_group_meeting, 1, 2),
        "birth_arrangements": _several(desk, _birth, 1, 4),
        "endings": _several(desk, _ending, 1, 2),
        "transfers": _several(desk, _transfer, 1, 4),
        "changes": _several(desk, _change, 1, 4),
        "covers": _several(desk, _cover, 1, 3),
        "distributions": _several(desk, _distribution, 3, 2),
    }


def booked(desk: Desk) -> Conference:
    """The conference with its booking, its standing down, and why professionals were asked."""
    chance, meeting = desk.chance, desk.meeting
    return meeting.model_copy(
        update={
            "booking": _booking(desk) if chance.one_in(2) else None,
            "stood_down": _stood_down(desk) if chance.one_in(5) else None,
            "invitations": tuple(_asked(desk, row) for row in meeting.invitations),
        }
    )


def _booking(desk: Desk) -> Booking:
    asked = desk.chance.day()
    late = Lateness(
        reason=desk.text(), authorised_by=(desk.pro(),), dated=desk.after(desk.chance.day())
    )
    return Booking(
        asked_by=desk.staff[2].id,
        asked=asked,
        agreed_by=desk.chance.maybe(desk.staff[3].id),
        agreed=desk.chance.maybe(desk.after(asked)),
        availability=(Availability(who=desk.anyone(), says=desk.text()),),
        risks=desk.passages(0, 1),
        for_the_chair=desk.passages(0, 1),
        late=late if desk.chance.one_in(3) else None,
    )


def _stood_down(desk: Desk) -> StandDown:
    return StandDown(
        dated=desk.chance.day(),
        reasons=(desk.chance.pick(tuple(StandDownReason)),),
        explained=desk.passages(0, 1),
        to_do=desk.passages(0, 1),
        reconvened=desk.chance.maybe(desk.moment()),
    )


def _asked(desk: Desk, row: Invitation) -> Invitation:
    one = next((it for it in desk.staff if it.id == row.who), None)
    if one is None or not row.invited:
        return row
    observes = one.role is Role.OBSERVER
    return row.model_copy(
        update={
            "because": desk.chance.maybe(desk.chance.pick(tuple(WhyAsked))),
            "observer_agreed_by": desk.chance.few(desk.kin) if observes else (),
        }
    )
