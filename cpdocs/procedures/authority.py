"""An authority: how it speaks, when things are due, who is sent what."""

from __future__ import annotations

from functools import cache

from cpdocs.errors import UsageError
from cpdocs.model.authority import AgendaItem, HouseStyle, Letterhead, Point, Terms, Topic
from cpdocs.model.base import Value
from cpdocs.model.conference import ConferenceType, MeetingForm
from cpdocs.model.places import Address
from cpdocs.model.ruling import RuledName
from cpdocs.procedures import sources
from cpdocs.procedures.schema import (
    AgendaSpec,
    AuthorityFile,
    LetterheadSpec,
    Points,
    Quorum,
    TermsSpec,
)
from cpdocs.procedures.stages import Sent
from cpdocs.procedures.timescales import Arrival, DayOneStated, NotSet, Timescales
from cpdocs.values import Stage


class Authority(Value):
    """What one authority requires, and how its documents look and speak."""

    slug: str
    style: HouseStyle
    day_1: DayOneStated  # of a period of working days, where a timescale says nothing else
    timescales: dict[RuledName, dict[ConferenceType, Timescales]]
    arrival: dict[MeetingForm, Arrival]
    quorum: dict[ConferenceType, Quorum]
    stages: dict[Stage, dict[str, Sent]]


def authority_slugs() -> tuple[str, ...]:
    """The authorities that have a file, sorted. A name that starts with `_` is shared ground."""
    return tuple(name for name in sources.names() if not name.startswith("_"))


@cache
def load_authority(slug: str) -> Authority:
    """The authority of that slug, from `data/authorities/<slug>.yaml` and what it extends.

    Raises `UsageError` where there is no such file, and `InputFaults` with every fault of the file.
    """
    if slug not in authority_slugs():
        known = ", ".join(authority_slugs())
        raise UsageError(f"There is no authority of that name. The known ones are: {known}.")
    told = sources.read(slug)
    return Authority(
        slug=slug,
        style=_style(slug, told),
        day_1=told.day_1,
        timescales=told.timescales,
        arrival=told.arrival,
        quorum=told.quorum,
        stages=told.stages,
    )


def _style(slug: str, told: AuthorityFile) -> HouseStyle:
    topics: dict[Topic, Points] = {topic: getattr(told, topic) for topic in Topic}
    return HouseStyle(
        slug=slug,
        name=told.name.value,
        terms=_terms(told.terms),
        letterhead=_letterhead(told.letterhead),
        marking=told.marking.value,
        agenda={kind: _items(told.agenda, kind) for kind in ConferenceType},
        family_leaflets=told.leaflets.family.value,
        agency_leaflets=told.leaflets.agency.value,
        reports_to=told.reports_to.value,
        criteria=_points(told.criteria),
        ending_criteria=_points(told.ending_criteria),
        categories=told.categories,
        complaints=_points(told.complaints),
        disagreement=_points(told.disagreement),
        said_instead={t: said.not_set for t, said in topics.items() if isinstance(said, NotSet)},
    )


def _points(said: Points) -> tuple[Point, ...]:
    return () if isinstance(said, NotSet) else said.points


def _terms(told: TermsSpec) -> Terms:
    return Terms(
        lead_worker=told.lead_worker.value,
        chair=told.chair.value,
        conference={kind: stated.value for kind, stated in told.conference.items()},
        plan=told.plan.value,
        core_group=told.core_group.value,
        service=told.service.value,
        unit=told.unit.value,
        carers=told.carers.value,
        supporter=told.supporter.value,
        minutes=told.minutes.value,
        manager=told.manager.value,
        board=told.board.value,
        assessment=told.assessment.value,
        outline_plan=told.outline_plan.value,
        detailed_plan=told.detailed_plan.value,
        bridging_plan=told.bridging_plan.value,
        child_in_need_plan=told.child_in_need_plan.value,
        record=told.record.value,
        ending=told.ending.value,
        dispute_route=told.dispute_route.value,
        office=told.office.value,
    )


def _letterhead(told: LetterheadSpec) -> Letterhead:
    return Letterhead(
        name=told.name.value,
        service=told.service.value,
        address=Address(lines=told.address.lines, postcode=told.address.postcode),
        telephone=told.telephone.value,
        email=told.email.value,
        hours=told.hours.value,
    )


def _items(
    agenda: dict[ConferenceType, AgendaSpec], kind: ConferenceType
) -> tuple[AgendaItem, ...]:
    """The items of one agenda: those of the type that it is like, then its own."""
    like = agenda[kind].like
    return (*(agenda[like].items if like else ()), *agenda[kind].items)
