"""The chair's marked copy of a document: every other copy of it is put into words first, so that
what the marks say is what the copies have."""

from __future__ import annotations

from cpdocs.documents import catalogue
from cpdocs.documents.catalogue import Shelf
from cpdocs.documents.said import said_in
from cpdocs.errors import UsageError
from cpdocs.model.view import ReaderKind, Section, View
from cpdocs.packs.copies import Errand
from cpdocs.packs.desk import Desk
from cpdocs.packs.readership import Readership, readerships, told_of
from cpdocs.sharing import NothingToShare, Shared
from cpdocs.sharing.marks import Said, with_marks

# What the papers of a conference that say passages cover first. Letters go without: what they say
# of the case is in these.
_PAPERS = frozenset(
    {
        Section.MINUTES,
        Section.REPORTS,
        Section.CHRONOLOGY,
        Section.PLANS,
        Section.CORE_GROUPS,
        Section.BIRTH,
    }
)


class NothingToMark(NothingToShare):
    """Everybody who is sent a document gets every passage of it alike."""


def is_marked(paper: Readership) -> bool:
    """Whether a pack has a marked copy of a document, where anything of it is withheld."""
    document = catalogue.document(paper.document)
    return (
        document.covers[0] in _PAPERS
        and document.shelf is Shelf.READERS
        and ReaderKind.CHAIR in document.audience
    )


def refuse_all_but_the_chair(paper: Readership, reader: str) -> None:
    """Raise UsageError for anybody else: a marked copy tells what is withheld, and from whom."""
    if reader != paper.conference.chair:
        raise UsageError(
            "Only the chair of the conference may have a marked copy: it shows what is withheld, "
            f"and from whom. The chair is {paper.conference.chair}."
        )


def marked_view(shared: Shared, desk: Desk, errand: Errand) -> View:
    """What the chair is told of the document, with the marks of everybody else's copies.

    Raises `NothingToMark`, and `UsageError` where the reader is not the chair.
    """
    document = catalogue.document(errand.document)
    paper = next(
        each
        for each in readerships(desk.prepared.case, shared.whole.facts.conference)
        if (each.document, each.about) == (errand.document, errand.about)
    )
    others = {
        reader: told_of(desk, paper, reader) for reader in paper.readers if reader != errand.reader
    }

    def saying(view: View) -> tuple[Said, ...]:
        return tuple((it.record, it.words, it.number) for it in said_in(document, view))

    view = with_marks(shared, others, saying)
    if view.marks is None or not (view.marks.marks or view.marks.without_copy):
        raise NothingToMark(
            "Everybody who is sent this document gets every passage of it, in the same words. "
            "There is nothing to mark, and nothing was made."
        )
    return view
