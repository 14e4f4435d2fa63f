"""Packs: every copy of every case, from load to manifest, in one flow."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from cpdocs.audit import inspect
from cpdocs.case.case import Case
from cpdocs.documents import catalogue
from cpdocs.documents.compose import compose
from cpdocs.editions.render import render
from cpdocs.errors import MissingProgram, UsageError
from cpdocs.languages import load_language
from cpdocs.packs import holding, store, workers
from cpdocs.packs.copies import Copy, Job, Outcome, Prepared
from cpdocs.packs.manifest import Manifest, entry
from cpdocs.packs.needs import not_met
from cpdocs.packs.planning import plan, prepare, refuse_empty
from cpdocs.procedures import load_authority
from cpdocs.sharing import NothingToShare, share
from cpdocs.sharing.delivery import held_by_delivery

Progress = Callable[[int, int], None]  # copies finished, copies in all


@dataclass(frozen=True, kw_only=True)
class CaseReport:
    """What became of one case: its manifest, and the folder where its pack lies."""

    folder: Path
    manifest: Manifest


@dataclass(frozen=True, kw_only=True)
class PackReport:
    """What became of a batch, in the order in which the cases were given."""

    cases: tuple[CaseReport, ...]

    @property
    def exit_code(self) -> int:
        """0 where every copy was made, 1 where any is held."""
        return int(any(case.manifest.with_outcome(Outcome.HELD) for case in self.cases))


def pack(
    *,
    cases: Sequence[Path | Case],
    out: Path,
    stage: str | None = None,
    jobs: int | None = None,
    progress: Progress = lambda _done, _total: None,
) -> PackReport:
    """Make every copy of these cases and write a pack for each under `out`.

    `stage` names one stage; without it every stage that a case has something for is made. `jobs` is
    how many processes work at once: by default one for each core. A copy with a finding that holds
    it is written nowhere, and its finding stands in the operator's manifest.

    Raises InputFaults with the faults of all cases, UsageError and MissingProgram. A case's pack is
    replaced whole, or left as it was.
    """
    if jobs is not None and jobs < 1:
        raise UsageError("The number of jobs must be 1 or more.")
    prepared = prepare(cases)
    plans = tuple(plan(each, stage) for each in prepared)
    refuse_empty(prepared, plans, stage)
    with store.opened(out):
        for each in prepared:
            store.check(out, each.slug)
        reports = {
            case: write(prepared[case], stage, copies, out)
            for case, copies in _case_by_case(plans, jobs or workers.cores(), progress)
        }
    return PackReport(cases=tuple(report for _, report in sorted(reports.items())))


def _case_by_case(
    plans: Sequence[tuple[Job, ...]], processes: int, progress: Progress
) -> Iterator[tuple[int, tuple[Copy, ...]]]:
    """Each case's position, and its copies in the order planned once the last is finished."""
    work = [(case, job) for case, planned in enumerate(plans) for job in planned]
    results: list[dict[int, Copy]] = [{} for _ in plans]
    finished = workers.each(
        make, [job for _, job in work], crashed=holding.crashed, processes=processes
    )
    for done, (position, copy) in enumerate(finished, start=1):
        case = work[position][0]
        results[case][position] = copy
        progress(done, len(work))
        if len(results[case]) == len(plans[case]):
            yield case, tuple(copy for _, copy in sorted(results[case].items()))
            results[case].clear()


def make(job: Job) -> Copy:
    """One copy, or why it is held. Raises MissingProgram, which no other copy could do without."""
    try:
        return made(job)
    except MissingProgram:
        raise
    except NothingToShare:
        return holding.nothing_to_share(job)
    except Exception as error:  # an unknown error holds this one copy
        return holding.stopped(job, error)


def made(job: Job) -> Copy:
    """One copy, or the findings that hold it. Raises what the stages raise."""
    case, errand = job.prepared.case, job.errand
    document = catalogue.document(errand.document)
    sections = frozenset(document.covers)
    shared = share(
        case=case,
        ruling=job.prepared.ruling,
        style=load_authority(case.authority).style,
        reader=errand.reader,
        conference=errand.conference,
        sections=sections,
    )
    composed = compose(document, shared.view, load_language(errand.language))
    rendition = render(composed, errand.form)
    findings = (
        *held_by_delivery(case=case, view=shared.view, reader=errand.reader, sections=sections),
        *inspect(rendition, shared.ledger),
        *not_met(job.needs),
    )
    return holding.weighed(job, rendition, findings)


def write(prepared: Prepared, stage: str | None, copies: Sequence[Copy], out: Path) -> CaseReport:
    """Write one case's pack: what may go to each reader's folder, and the operator's manifest."""
    kept = holding.one_copy_a_name(copies)
    contents: dict[str, bytes] = {}
    entries = []
    for copy in kept:
        told = entry(copy)
        entries.append(told)
        if told.path is not None and copy.rendition is not None:
            contents[told.path] = copy.rendition.content
    manifest = Manifest(
        case=prepared.slug,
        authority=prepared.case.authority,
        stage=stage,
        copies=tuple(entries),
    )
    return CaseReport(folder=store.put(out, manifest, contents), manifest=manifest)
