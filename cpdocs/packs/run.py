"""Packs: every copy of every case, from load to manifest, in one flow."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from cpdocs.audit import inspect
from cpdocs.case.case import Case
from cpdocs.documents import catalogue
from cpdocs.documents.compose import compose, compose_bilingual
from cpdocs.documents.composed import Composed
from cpdocs.editions.render import render
from cpdocs.errors import MissingProgram, UsageError
from cpdocs.languages import load_language
from cpdocs.model.view import Section, View
from cpdocs.packs import holding, reports, store, workers
from cpdocs.packs.copies import Copy, Job, Outcome, Prepared
from cpdocs.packs.desk import desk_of
from cpdocs.packs.manifest import Manifest, entry
from cpdocs.packs.marked import NothingToMark, marked_view
from cpdocs.packs.needs import not_met
from cpdocs.packs.planning import plan, prepare, refuse_empty
from cpdocs.sharing import NothingToShare, Shared
from cpdocs.sharing.delivery import held_by_delivery
from cpdocs.sharing.narrow import holds
from cpdocs.sharing.schedule import with_schedule
from cpdocs.sharing.share import Wholes
from cpdocs.sharing.slips import slips
from cpdocs.sharing.timeliness import with_timeliness
from cpdocs.values import Edition, Showing

# Copies made in one go: a reader is decided on once or twice, and progress can be seen.
TOGETHER = 16
Progress = Callable[[int, int], None]  # copies finished, copies in all


@dataclass(frozen=True, kw_only=True)
class CaseReport:
    """What became of one case, or of a report over several: its manifest, and the folder where its
    pack lies."""

    folder: Path
    manifest: Manifest


@dataclass(frozen=True, kw_only=True)
class PackReport:
    """What became of a batch, in the order in which the cases were given."""

    cases: tuple[CaseReport, ...]
    over_cases: tuple[CaseReport, ...] = ()  # reports over them, by authority

    @property
    def exit_code(self) -> int:
        """0 where every copy was made, 1 where any is held."""
        made = (*self.cases, *self.over_cases)
        return int(any(each.manifest.with_outcome(Outcome.HELD) for each in made))


def pack(
    *,
    cases: Sequence[Path | Case],
    out: Path,
    stage: str | None = None,
    jobs: int | None = None,
    month: date | None = None,
    progress: Progress = lambda _done, _total: None,
) -> PackReport:
    """Make every copy of these cases and write a pack for each under `out`.

    `stage` names one stage; without it every stage that a case has something for is made. `jobs` is
    how many processes work at once: by default one for each core. A copy with a finding that holds
    it is written nowhere, and its finding stands in the operator's manifest.

    Several cases also make a timeliness report over them, one for each authority. `month`, by any
    of its days, makes it of the conferences of that month, and of a single case as well.

    Raises InputFaults with the faults of all cases, UsageError and MissingProgram. A case's pack is
    replaced whole, or left as it was.
    """
    if jobs is not None and jobs < 1:
        raise UsageError("The number of jobs must be 1 or more.")
    prepared = prepare(cases)
    plans = tuple(plan(each, stage) for each in prepared)
    refuse_empty(prepared, plans, stage)
    due = reports.reports_due(prepared, stage, month)
    with store.opened(out):
        for slug in (*(each.slug for each in prepared), *(each.slug for each in due)):
            store.check(out, slug)
        made = {
            case: write(prepared[case].slug, prepared[case].case.authority, stage, copies, out)
            for case, copies in _case_by_case(plans, jobs or workers.cores(), progress)
        }
        over_cases = tuple(
            write(each.slug, each.authority, stage, tuple(reports.copies(each)), out)
            for each in due
        )
    return PackReport(
        cases=tuple(report for _, report in sorted(made.items())), over_cases=over_cases
    )


def _case_by_case(
    plans: Sequence[tuple[Job, ...]], processes: int, progress: Progress
) -> Iterator[tuple[int, tuple[Copy, ...]]]:
    """Each case's position, and its copies in the order planned once the last is finished."""
    work = [(case, job) for case, planned in enumerate(plans) for job in planned]
    results: list[dict[int, Copy]] = [{} for _ in plans]
    finished = _each_made([job for _, job in work], processes)
    for done, (position, copy) in enumerate(finished, start=1):
        case = work[position][0]
        results[case][position] = copy
        progress(done, len(work))
        if len(results[case]) == len(plans[case]):
            yield case, tuple(copy for _, copy in sorted(results[case].items()))
            results[case].clear()


Numbered = tuple[tuple[int, Job], ...]  # jobs with their positions in the batch


def _each_made(jobs: Sequence[Job], processes: int) -> Iterator[tuple[int, Copy]]:
    """Each job's position and its copy, as they are finished: a reader's copies go together, so
    that what the reader may have is decided once. Where a process died over several copies, they
    are tried again one by one."""
    left: list[tuple[int, Job]] = []
    bundles = _bundles(jobs)
    for position, copies in workers.each(
        make_together, bundles, crashed=lambda _: (), processes=processes
    ):
        yield from copies
        left += () if copies else bundles[position]
    again = workers.each(
        make, [job for _, job in left], crashed=holding.crashed, processes=processes
    )
    yield from ((left[number][0], copy) for number, copy in again)


def _bundles(jobs: Sequence[Job]) -> list[Numbered]:
    """The jobs by case and reader, in their order, and no more than `TOGETHER` of them at once."""
    by_reader: dict[tuple[int, str], list[tuple[int, Job]]] = {}
    for position, job in enumerate(jobs):
        by_reader.setdefault((id(job.prepared), job.errand.reader), []).append((position, job))
    return [
        tuple(mine[start : start + TOGETHER])
        for mine in by_reader.values()
        for start in range(0, len(mine), TOGETHER)
    ]


def make_together(numbered: Numbered) -> tuple[tuple[int, Copy], ...]:
    """The copies of several jobs of one reader, each with its position."""
    return tuple((position, make(job)) for position, job in numbered)


def make(job: Job) -> Copy:
    """One copy, or why it is held. Raises MissingProgram, which no other copy could do without."""
    try:
        return made(job)
    except MissingProgram:
        raise
    except NothingToMark:
        return holding.not_needed(job)
    except NothingToShare:
        return holding.nothing_to_share(job)
    except Exception as error:  # an unknown error holds this one copy
        return holding.stopped(job, error)


def made(job: Job) -> Copy:
    """One copy, or the findings that hold it. Raises what the stages raise."""
    errand = job.errand
    shared, composed = in_words(job)
    rendition = render(composed, errand.form)
    findings = (
        *(it for it in job.prepared.holding if shared.holds(it.place)),
        *held_by_delivery(shared, _wholes(job.prepared, shared)),
        *slips(shared),
        *inspect(rendition, shared.ledger),
        *not_met(job.needs),
    )
    return holding.weighed(job, rendition, findings)


def in_words(job: Job) -> tuple[Shared, Composed]:
    """What the reader is told, and the document that it makes. Raises what the stages raise."""
    errand = job.errand
    document = catalogue.document(errand.document)
    whole = desk_of(job.prepared).whole(errand.reader, errand.conference)
    shared = whole.told(frozenset(document.covers), errand.about)
    if not holds(document.covers[0], shared.view.conference, shared.view.records):
        raise NothingToShare("This person may have nothing that this document tells.")
    view = _for_the_chair(shared, job)
    is_bilingual = errand.form.edition is Edition.BILINGUAL
    composed = compose_bilingual if is_bilingual else compose
    return shared, composed(document, view, load_language(errand.language))


def _for_the_chair(shared: Shared, job: Job) -> View:
    """The view, with what only the chair's own papers tell."""
    if job.errand.showing is Showing.MARKED:
        return marked_view(shared, desk_of(job.prepared), job.errand)
    if Section.SCHEDULE in shared.sections:
        return with_schedule(shared, _wholes(job.prepared, shared))
    if Section.TIMELINESS in shared.sections:
        return with_timeliness(shared, job.prepared.ruling)
    return shared.view


def _wholes(prepared: Prepared, shared: Shared) -> Wholes:
    """What anybody may have of the conference that is told, decided once for all of its copies."""
    desk, conference = desk_of(prepared), shared.view.conference.id
    return lambda person: desk.whole(person, conference)


def write(
    slug: str, authority: str, stage: str | None, copies: Sequence[Copy], out: Path
) -> CaseReport:
    """Write one pack: what may go to each reader's folder, and the operator's manifest."""
    kept = holding.one_copy_a_name(copies)
    contents: dict[str, bytes] = {}
    entries = []
    for copy in kept:
        told = entry(copy)
        entries.append(told)
        if told.path is not None and copy.rendition is not None:
            contents[told.path] = copy.rendition.content
    manifest = Manifest(case=slug, authority=authority, stage=stage, copies=tuple(entries))
    return CaseReport(folder=store.put(out, manifest, contents), manifest=manifest)
