"""Narrow: a view with no more than its document covers, and of papers those that it is about."""

from __future__ import annotations

from types import MappingProxyType
from typing import TypeVar

from cpdocs.errors import CpdocsError
from cpdocs.model.base import Record
from cpdocs.model.conference import Conference
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
# What one section alone brings of a record that others bring as well: of the minutes what was said
# and is to be done, of a core group's meeting more than when it is and who is in it.
_SAID = (Section.MINUTES, frozenset({"contributions", "actions"}))
_NOTES = (Section.CORE_GROUPS, frozenset({"notes", "actions", "disagreements"}))


def only(view: View, sections: frozenset[Section]) -> View:
    """The view with no more than `sections`, and with the papers that go with what it is about.

    Raises `NothingToShare` where the view holds nothing of what it is to be about.
    """
    here = ("conferences", view.conference.id)
    told = {
        name: getattr(view.conference, name)
        for name in Conference.model_fields
        if covered(sections, (*here, name))
    }
    if told.get("minutes") is not None:
        told["minutes"] = _without(told["minutes"], _left_out(sections, _SAID))
    if Section.EXCLUSION not in sections and "exclusions" in told:
        # Minutes tell them with their grounds, to who may have those; a letter tells its reader.
        told["exclusions"] = tuple(row for row in told["exclusions"] if row.ground is not None)
    conference = Conference.model_construct(**told)
    papers = {
        name: _papers(view, name) if covered(sections, (name,)) else tuple[Paper, ...]()
        for name in PAPERS
    }
    papers["core_group_meetings"] = tuple(
        _without(meeting, _left_out(sections, _NOTES)) for meeting in papers["core_group_meetings"]
    )
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
    match place:
        case ("conferences", _, "minutes", field, *_) if field in _left_out(sections, _SAID):
            return False
        case ("core_group_meetings", _, field, *_) if field in _left_out(sections, _NOTES):
            return False
        case ("conferences", _, field, *_) if field in _FIELDS:
            return field in brought
        case (holder, *_) if holder in PAPERS:
            return holder in brought
        case _:
            return True


def _left_out(
    sections: frozenset[Section], inner: tuple[Section, frozenset[str]]
) -> frozenset[str]:
    """The fields that a document without their section goes without."""
    section, fields = inner
    return frozenset() if section in sections else fields


R = TypeVar("R", bound=Record)


def _without(record: R, fields: frozenset[str]) -> R:
    """The record with lists of it left empty."""
    return record.model_copy(update=dict.fromkeys(fields, ())) if fields else record


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
