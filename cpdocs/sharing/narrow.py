"""Narrow: a view with no more than its document covers, and of papers those that it is about."""

from __future__ import annotations

from types import MappingProxyType

from cpdocs.errors import CpdocsError
from cpdocs.model.base import Record
from cpdocs.model.conference import Conference, Minutes
from cpdocs.model.paths import Path
from cpdocs.model.view import PAPERS, Paper, Records, Section, View


class NothingToShare(CpdocsError):
    """This reader has no view of the conference, or of what the document is about."""

    exit_code = 1


# What each section brings beside the conference's facts: fields of the conference, and papers.
_BRINGS: MappingProxyType[Section, frozenset[str]] = MappingProxyType(
    {
        Section.CONFERENCE: frozenset(),
        Section.INVITATION: frozenset({"invitations", "purpose"}),
        Section.AGENDA: frozenset(),
        Section.ATTENDANCE: frozenset({"attendance"}),
        Section.EXCLUSION: frozenset({"exclusions"}),
        Section.BOOKING: frozenset({"booking"}),
        Section.STAND_DOWN: frozenset({"stood_down"}),
        Section.DECISION: frozenset({"minutes"}),
        Section.MINUTES: frozenset({"minutes", "attendance", "exclusions"}),
        Section.REPORTS: frozenset({"reports"}),
        Section.CHRONOLOGY: frozenset({"chronology"}),
        Section.VISITS: frozenset({"visits"}),
        Section.PLANS: frozenset({"plans"}),
        Section.CORE_GROUPS: frozenset({"core_group_meetings", "minutes"}),
        Section.CORE_GROUP_DATES: frozenset({"core_group_meetings", "minutes"}),
        Section.BIRTH: frozenset({"birth_arrangements"}),
        Section.ENDINGS: frozenset({"endings"}),
        Section.TRANSFERS: frozenset({"transfers"}),
        Section.CHANGES: frozenset({"changes"}),
        Section.COVERS: frozenset({"covers"}),
        Section.DISTRIBUTION: frozenset({"distributions"}),
        Section.SCHEDULE: frozenset(),
        Section.TIMELINESS: frozenset(),
    }
)
_FIELDS = frozenset().union(*_BRINGS.values()) - frozenset(PAPERS)  # of the conference


def only(view: View, sections: frozenset[Section]) -> View:
    """The view with no more than `sections`, and with the papers that go with what it is about.

    Raises `NothingToShare` where the view holds nothing of what it is to be about.
    """
    brought = frozenset().union(*(_BRINGS[section] for section in sections))
    told = {
        name: getattr(view.conference, name)
        for name in Conference.model_fields
        if name in brought or name not in _FIELDS
    }
    if Section.MINUTES not in sections and told.get("minutes") is not None:
        told["minutes"] = _decisions_alone(told["minutes"])
    if Section.EXCLUSION not in sections and "exclusions" in told:
        # Minutes tell them with their grounds, to who may have those; a letter tells its reader.
        told["exclusions"] = tuple(row for row in told["exclusions"] if row.ground is not None)
    conference = Conference.model_construct(**told)
    papers = {
        name: _papers(view, name) if name in brought else tuple[Paper, ...]() for name in PAPERS
    }
    if Section.CORE_GROUPS not in sections:
        papers["core_group_meetings"] = tuple(map(_dates_alone, papers["core_group_meetings"]))
    records = view.records.model_copy(update={**papers, "conferences": (conference,)})
    if not _holds(records, view.about):
        raise NothingToShare(
            "This person may have nothing of what this document is about. Nothing was made."
        )
    ruled = tuple(it for it in view.ruled if it.about is None or _holds(records, it.about))
    return view.model_copy(update={"conference": conference, "records": records, "ruled": ruled})


def holds(section: Section, conference: Conference, records: Records) -> bool:
    """Whether there is anything of a section, in a case or in a view of it."""
    minutes = conference.minutes
    match section:
        case Section.CONFERENCE | Section.AGENDA | Section.SCHEDULE | Section.TIMELINESS:
            return True
        case Section.DECISION:
            return minutes is not None and bool(minutes.decisions)
        case Section.MINUTES:
            return minutes is not None
        case Section.CORE_GROUPS | Section.CORE_GROUP_DATES:
            named = minutes.core_groups if minutes else ()
            return bool(named or records.core_group_meetings)
        case _:
            fields = ((records if f in PAPERS else conference, f) for f in _BRINGS[section])
            return any(bool(getattr(holder, field)) for holder, field in fields)


def covered(sections: frozenset[Section], place: Path) -> bool:
    """Whether a document with these sections is told of a place of the case at all."""
    brought = frozenset().union(*(_BRINGS[section] for section in sections))
    holder, *inner = place
    if holder in PAPERS:
        return holder in brought
    if holder != "conferences" or len(inner) < 2:
        return True
    return inner[1] in brought or inner[1] not in _FIELDS


def _decisions_alone(minutes: Minutes) -> Minutes:
    """What was decided and comes next, without what was said."""
    return minutes.model_copy(update={"contributions": (), "actions": ()})


def _dates_alone(meeting: Paper) -> Paper:
    """When a core group meets and who is in it, without its notes."""
    return meeting.model_copy(update={"notes": (), "actions": (), "disagreements": ()})


def _holds(records: Records, about: str | None) -> bool:
    if about is None or records.child(about) is not None:
        return True
    return records.paper(about) is not None


def _papers(view: View, name: str) -> tuple[Paper, ...]:
    """The papers of one list that go with what the view is about: itself, or of its children."""
    papers: tuple[Paper, ...] = getattr(view.records, name)
    if view.about is None:
        return papers
    itself = tuple(paper for paper in papers if getattr(paper, "id", None) == view.about)
    if itself:
        return itself
    mine, children = _children_of(view), {child.id for child in view.records.children}
    return tuple(paper for paper in papers if _goes_with(paper, mine, children))


def _children_of(view: View) -> set[str]:
    """The children whom the view's document is about."""
    if view.paper is None:
        return {view.about} if view.about else set()
    return set(view.paper.subjects or ())


def _goes_with(paper: Record, mine: set[str], children: set[str]) -> bool:
    """Whether a paper is about one of these children, or about no child at all."""
    about = set(paper.subjects or ()) & children
    return not about or bool(about & mine)
