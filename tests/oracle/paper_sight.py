"""Which papers somebody sees, for one pair of eyes.

A paper is what is written, planned or told for one conference: a report, a visit, a plan.
"""

from __future__ import annotations

from cpdocs.model.office import Change, Cover, Distribution, Ending, Transfer
from cpdocs.model.plans import BirthArrangements, CoreGroupMeeting, Plan, PlanKind
from cpdocs.model.reports import ChronologyEntry, Report, Visit
from cpdocs.model.sharing import Passage, Sharing
from tests.oracle import sight
from tests.oracle.eyes import Eyes
from tests.oracle.sight import Among, Asked, Outcome, Says, Where, asks


def _granted(eyes: Eyes, matter: str, child: str | None, block: Sharing | None) -> bool:
    return asks(eyes, matter, Asked(about=child, block=block)) is not Says.NO


def _kept_from(eyes: Eyes, block: Sharing | None) -> bool:
    """No paper comes to somebody excluded from the whole, or whom its block names."""
    return eyes.out_of_all or eyes.named_out(block)


def own_agency(eyes: Eyes, by: str | None) -> bool:
    """Somebody of the reader's own agency gave it."""
    author = eyes.professionals.get(by or "")
    me = eyes.professional
    return me is not None and author is not None and author.agency == me.agency


def report(eyes: Eyes, it: Report) -> bool:
    """A report: for its child, and always for the agency that wrote it."""
    if _kept_from(eyes, it.sharing):
        return False
    if own_agency(eyes, it.by) and eyes.columns(it.child):
        return True
    return _granted(eyes, "report", it.child, it.sharing)


def visit(eyes: Eyes, it: Visit) -> bool:
    """That a child was visited, when, and whether they were seen."""
    return not _kept_from(eyes, it.sharing) and _granted(eyes, "visit", it.child, it.sharing)


def visit_notes(eyes: Eyes, it: Visit) -> bool:
    """What the worker wrote down of the visit."""
    return visit(eyes, it) and _granted(eyes, "visit-notes", it.child, it.sharing)


def plan(eyes: Eyes, it: Plan) -> bool:
    """A plan for one child."""
    matter = "childs-own-plan" if it.kind is PlanKind.CHILD else "plan"
    return not _kept_from(eyes, it.sharing) and _granted(eyes, matter, it.child, it.sharing)


def birth(eyes: Eyes, it: BirthArrangements) -> bool:
    """What is arranged round a birth."""
    return not _kept_from(eyes, it.sharing) and _granted(eyes, "plan", it.child, it.sharing)


def met_about(eyes: Eyes, it: CoreGroupMeeting, child: str) -> bool:
    """That the core group met about this child; of a child unknown to them nobody is told."""
    known = sight.child(eyes, eyes.children[child])
    return known and not _kept_from(eyes, it.sharing) and _granted(eyes, "plan", child, it.sharing)


def ending(eyes: Eyes, it: Ending) -> bool:
    """The end of a plan goes with the decisions for its child."""
    return not eyes.named_out(it.sharing) and sight.decision(eyes, it.child, it.sharing)


def covered(eyes: Eyes, it: Cover, child: str) -> bool:
    """That somebody stands in for this child's lead worker."""
    return not eyes.named_out(it.sharing) and sight.decision(eyes, child, it.sharing)


def moved(eyes: Eyes, it: Transfer | Change) -> bool:
    """A transfer or a change of circumstances."""
    if eyes.named_out(it.sharing):
        return False
    return all(sight.between_offices(eyes, child) for child in it.children)


def sent_out(eyes: Eyes, it: Distribution) -> bool:
    """A line of the distribution record."""
    return sight.between_offices(eyes, it.child)


# Words in papers


def entry(eyes: Eyes, it: ChronologyEntry) -> Outcome:
    """An entry of the chronology: a report for each child that it is about, and words."""
    children = [who for who in it.about if who in eyes.children]
    matters = tuple(("report", child) for child in children) or (("report", None),)
    return sight.passage(eyes, it, Where(among=Among.PAPER, by=it.by, matters=matters))


def words_of_report(eyes: Eyes, it: Passage, of: Report) -> Outcome:
    """A passage of a report."""
    return sight.passage(eyes, it, Where(among=Among.PAPER, by=of.by, children=(of.child,)))


def words_of_visit(eyes: Eyes, it: Passage, of: Visit) -> Outcome:
    """A note of a visit."""
    if not visit_notes(eyes, of):
        return sight.WITHHELD
    return sight.passage(eyes, it, Where(among=Among.PAPER, by=of.by, children=(of.child,)))


def words_of_plan(eyes: Eyes, it: Passage, of: Plan | BirthArrangements) -> Outcome:
    """A passage of a plan: what it says of its own child comes with it."""
    own = frozenset((of.child,))
    where = Where(among=Among.PAPER, children=(of.child,), with_paper=own)
    return sight.passage(eyes, it, where)


def words_of_meeting(eyes: Eyes, it: Passage, by: str | None, of: CoreGroupMeeting) -> Outcome:
    """A note of a core group's meeting: what it says of a child told of there comes with it."""
    told = frozenset(child for child in of.children if met_about(eyes, of, child))
    where = Where(among=Among.PAPER, by=by, children=of.children, with_paper=told)
    return sight.passage(eyes, it, where)


def words_of_ending(eyes: Eyes, it: Passage, children: tuple[str, ...]) -> Outcome:
    """A passage of the end of a plan, or of a cover."""
    return sight.passage(eyes, it, Where(among=Among.ENDING, children=children))


def words_of_move(eyes: Eyes, it: Passage, children: tuple[str, ...]) -> Outcome:
    """A passage of a transfer or a change."""
    return sight.passage(eyes, it, Where(among=Among.PAPER, children=children))
