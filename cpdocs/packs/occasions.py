"""Occasions: what there is to make copies of, document by document, for one conference."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from cpdocs.case.case import Case
from cpdocs.documents.catalogue import CHILDREN, Document, document
from cpdocs.model.conference import Conference
from cpdocs.model.office import Transfer
from cpdocs.model.people import Role
from cpdocs.model.plans import BirthArrangements, CoreGroupMeeting, Plan
from cpdocs.model.view import PAPERS, Paper, Records, papers
from cpdocs.procedures import load_authority, recipients
from cpdocs.procedures.recipients import Sending
from cpdocs.procedures.stages import Life
from cpdocs.sharing.narrow import holds


@dataclass(frozen=True, kw_only=True)
class Due:
    """One copy that is to be made, whatever its form: of what, about what, to whom and why."""

    conference: Conference
    about: str | None  # a child or a paper; None: the conference
    sending: Sending

    @property
    def stage(self) -> str:
        """The stage at which it goes out."""
        return str(self.sending.stage)


def copies_due(case: Case, conference: Conference) -> tuple[Due, ...]:
    """Every copy that the authority's procedures ask for as the case stands, in their order."""
    return tuple(
        due
        for due in copies_in_time(case, conference)
        if due.sending.life in (None, _life(_paper(case, due.about), conference))
    )


def copies_in_time(case: Case, conference: Conference) -> tuple[Due, ...]:
    """The same, and what goes out once a draft is approved, or went out while it was one."""
    sendings = recipients(case, load_authority(case.authority), conference)
    about = {
        name: abouts(case, conference, document(name))
        for name in dict.fromkeys(sending.document for sending in sendings)
    }
    return tuple(
        Due(conference=conference, about=each, sending=sending)
        for sending in sendings
        for each in about[sending.document]
        if _is_addressed(sending.reader, _paper(case, each), case)
    )


def abouts(case: Case, conference: Conference, told: Document) -> tuple[str | None, ...]:
    """What there are copies of the document `told` about: children or papers by id, or the one
    conference (None). Empty where the case has nothing of it yet.
    """
    ours = _papers_of(case, conference)
    main = told.covers[0]
    if told.each is None:
        return (None,) if holds(main, conference, ours) else ()
    name, _, kind = told.each.partition(".")
    if name == CHILDREN:
        return tuple(
            child for child in conference.children if holds(main, conference, _about(ours, child))
        )
    if not holds(main, conference, ours):
        return ()
    return tuple(paper.id for paper in getattr(ours, name) if not kind or str(paper.kind) == kind)


def conferences_about(case: Case, about: str | None) -> tuple[Conference, ...]:
    """The conferences that an id names: their own, a child's of theirs or a paper's; None: all."""
    named = {paper.conference for _, paper in papers(case) if getattr(paper, "id", None) == about}
    return tuple(
        it
        for it in case.conferences
        if about is None or about == it.id or about in it.children or it.id in named
    )


class AboutSomething(Protocol):
    """Whatever is about a conference, or about something of it."""

    @property
    def conference(self) -> Conference: ...
    @property
    def about(self) -> str | None: ...


def names_of(case: Case, due: AboutSomething) -> frozenset[str]:
    """The ids that name a copy: of its conference, of what it is about, of the children of that."""
    paper = _paper(case, due.about)
    children = (paper.subjects or ()) if paper else ()
    return frozenset((due.conference.id, due.about or due.conference.id, *children))


def _paper(case: Case, about: str | None) -> Paper | None:
    return case.paper(about) if about else None


def _is_addressed(reader: str, paper: Paper | None, case: Case) -> bool:
    """A letter on a move goes to the one authority that it is written to, of those in the case."""
    worker = case.professional(reader)
    if not isinstance(paper, Transfer) or worker is None:
        return True
    return worker.role is not Role.OUTSIDE_AUTHORITY or worker.agency == paper.other_authority


def _life(paper: Paper | None, conference: Conference) -> Life:
    """Of what a document is about: a draft until somebody has approved it."""
    match paper:
        case Plan():
            approved = paper.approved
        case BirthArrangements():
            approved = paper.agreed
        case CoreGroupMeeting():
            approved = paper.countersigned
        case _:
            approved = conference.minutes.approved if conference.minutes else None
    return Life.DRAFT if approved is None else Life.APPROVED


def _papers_of(case: Case, conference: Conference) -> Records:
    """The papers of one conference."""
    ours = {
        name: tuple(it for it in getattr(case, name) if it.conference == conference.id)
        for name in PAPERS
    }
    return Records.model_validate({"case": case.case, **ours})


def _about(records: Records, child: str) -> Records:
    """Those of them that are about a child."""

    def is_about(paper: Paper) -> bool:
        return child in (paper.subjects or ())

    return records.model_copy(
        update={name: tuple(filter(is_about, getattr(records, name))) for name in PAPERS}
    )
