"""Whether enough of the right people came for a conference to decide (table E1)."""

from __future__ import annotations

from collections.abc import Iterator

from cpdocs.case.case import Case
from cpdocs.model.conference import Attendance, Conference
from cpdocs.model.people import Professional, Role
from cpdocs.model.places import Agency, AgencyKind
from cpdocs.model.ruling import Ruled, RuledName
from cpdocs.procedures.schema import Quorum
from cpdocs.procedures.timescales import NotSet

# The chair's unit runs the conference: it is neither social care nor one of the others (R 7.1.6).
_NEVER_COUNTED = frozenset({AgencyKind.SAFEGUARDING_UNIT, AgencyKind.SOCIAL_CARE})


def quorate(case: Case, quorum: Quorum, conference: Conference) -> Iterator[Ruled]:
    """Yes or no, once it is on record who came; nothing before.

    Yes means that the number is met for every child of the conference. Whether it may go ahead
    where the number is not met is for the chair (R 7.1.6, 7.10.3).
    """
    if not conference.attendance:
        return
    if isinstance(quorum, NotSet):
        yield Ruled(
            name=RuledName.QUORATE,
            conference=conference.id,
            value=None,
            not_set=quorum.not_set,
            rests_on=(),
            source=quorum.source,
        )
        return
    present = tuple(_present(case, conference))
    yield Ruled(
        name=RuledName.QUORATE,
        conference=conference.id,
        value=all(
            _enough(child, present, quorum.social_care_and_others) for child in conference.children
        ),
        rests_on=tuple(_rests_on(conference, present)),
        source=quorum.source,
    )


def _enough(child: str, present: tuple[tuple[Professional, Agency], ...], others: int) -> bool:
    social_care = any(agency.kind is AgencyKind.SOCIAL_CARE for _, agency in present)
    groups = {
        _group(agency)
        for professional, agency in present
        if child in professional.direct_contact_with and agency.kind not in _NEVER_COUNTED
    }
    return social_care and len(groups) >= others


def _group(agency: Agency) -> str:
    """The professional group of an agency. `other` is no group: each such agency is its own."""
    return agency.id if agency.kind is AgencyKind.OTHER else agency.kind.value


def _came(row: Attendance) -> bool:
    return bool(row.attended or row.left)


def _present(case: Case, conference: Conference) -> Iterator[tuple[Professional, Agency]]:
    """Professionals who came in that role: not chair, minute-taker, observers or interpreters."""
    for row in conference.attendance:
        professional = case.professional(row.who)
        if professional is None or professional.role is not Role.PROFESSIONAL or not _came(row):
            continue
        if professional.id in (conference.chair, conference.minute_taker):
            continue
        agency = case.agency(professional.agency)
        if agency is not None:
            yield professional, agency


def _rests_on(
    conference: Conference, present: tuple[tuple[Professional, Agency], ...]
) -> Iterator[str]:
    for position in range(len(conference.attendance)):
        for field in ("who", "attended", "left"):
            yield f"conferences.{conference.id}.attendance.{position}.{field}"
    for professional, _ in present:
        for field in ("agency", "role", "direct_contact_with"):
            yield f"professionals.{professional.id}.{field}"
    yield from dict.fromkeys(f"agencies.{agency.id}.kind" for _, agency in present)
