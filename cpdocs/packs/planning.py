"""What a batch has to do: cases loaded and ruled on, and one job for each copy that is sent."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from cpdocs.case.case import Case
from cpdocs.case.load import load
from cpdocs.documents.catalogue import About, document
from cpdocs.errors import InputFaults, UsageError
from cpdocs.findings import Effect, Fault
from cpdocs.languages import Language, known_languages, load_language
from cpdocs.packs.copies import Errand, Job, Prepared
from cpdocs.packs.marked import is_marked
from cpdocs.packs.needs import fit
from cpdocs.packs.occasions import Due, copies_due
from cpdocs.packs.readership import readerships
from cpdocs.procedures import load_authority, rule
from cpdocs.procedures.checks import check
from cpdocs.values import Showing, Stage


def prepare(cases: Sequence[Path | Case]) -> tuple[Prepared, ...]:
    """Load the cases and apply their authorities' procedures. Every fault of every case is told."""
    prepared: list[Prepared] = []
    faults: list[Fault] = []
    for given in cases:
        try:
            case = load(given) if isinstance(given, Path) else given
        except InputFaults as error:
            faults.extend(error.faults)
            continue
        prepared.append(prepared_as(slug_of(given, case), case))
    if faults:
        raise InputFaults(tuple(faults))
    slugs = [each.slug for each in prepared]
    twice = sorted({slug for slug in slugs if slugs.count(slug) > 1})
    if twice:
        raise UsageError(
            f"More than one case would be written to the same folder: {', '.join(twice)}. A pack "
            "is called after the folder of its case file: put each in a folder of its own."
        )
    return tuple(prepared)


def prepared_as(slug: str, case: Case) -> Prepared:
    """A case with what the procedures say of it. Whatever the day is: no copy depends on it."""
    found = check(case, on=max((it.starts.date() for it in case.conferences), default=date.min))
    return Prepared(
        slug=slug,
        case=case,
        ruling=rule(case, load_authority(case.authority)),
        holding=tuple(finding for finding in found if finding.effect is Effect.HOLDS),
    )


def slug_of(given: Path | Case, case: Case) -> str:
    """The name of a case's pack: the folder of its file, or the case's reference."""
    name = given.resolve().parent.name if isinstance(given, Path) else ""
    return _plain(name) or _plain(case.case) or "case"


def plan(prepared: Prepared, stage: str | None) -> tuple[Job, ...]:
    """One job for each copy: each document that is sent, to each reader, in each of their forms."""
    if stage is not None and stage not in tuple(Stage):
        raise UsageError(f"There is no such stage. The stages are: {', '.join(Stage)}.")
    languages = tuple(load_language(code) for code in known_languages())
    return (
        *_copies(prepared, stage, languages),
        *_marked(prepared, stage, languages),
    )


def _copies(
    prepared: Prepared, stage: str | None, languages: tuple[Language, ...]
) -> tuple[Job, ...]:
    """Every reader's own copies."""
    return tuple(
        Job(
            prepared=prepared,
            errand=Errand(
                conference=copy.conference.id,
                about=copy.about,
                stage=str(copy.sending.stage),
                document=copy.sending.document,
                reader=copy.sending.reader,
                language=fitting.language,
                form=form,
            ),
            needs=fitting.needs,
        )
        for copy in _each_guide_once(prepared.case)
        if stage in (None, copy.sending.stage)
        for fitting in (fit(prepared.case, copy.conference, copy.sending.reader, languages),)
        for form in fitting.forms
    )


def _marked(
    prepared: Prepared, stage: str | None, languages: tuple[Language, ...]
) -> tuple[Job, ...]:
    """The chair's marked copies of papers that others are sent, in the first form that they need.
    Whether anything of them is withheld from anybody is for whoever makes them."""
    return tuple(
        Job(
            prepared=prepared,
            errand=Errand(
                conference=conference.id,
                about=paper.about,
                stage=paper.stage,
                document=paper.document,
                reader=conference.chair,
                language=fitting.language,
                form=fitting.forms[0],
                showing=Showing.MARKED,
            ),
            needs=fitting.needs,
        )
        for conference in prepared.case.conferences
        for paper in readerships(prepared.case, conference)
        if is_marked(paper) and stage in (None, paper.stage)
        for fitting in (fit(prepared.case, conference, conference.chair, languages),)
    )


def _each_guide_once(case: Case) -> tuple[Due, ...]:
    """Every copy due. What is about nobody is one for all conferences, and goes with the last."""
    due = [copy for conference in case.conferences for copy in copies_due(case, conference)]
    last = {(copy.sending.document, copy.sending.reader): copy for copy in due}
    return tuple(
        copy
        for copy in due
        if document(copy.sending.document).about is not About.NONE
        or copy is last[copy.sending.document, copy.sending.reader]
    )


def refuse_empty(
    prepared: Sequence[Prepared], plans: Sequence[tuple[Job, ...]], stage: str | None
) -> None:
    """Raise UsageError for cases with nothing to send: an empty pack would replace a full one."""
    empty = [each.slug for each, jobs in zip(prepared, plans, strict=True) if not jobs]
    if not empty:
        return
    what = "to send yet" if stage is None else f"for the stage {stage} yet"
    raise UsageError(
        f"There is nothing {what} in: {', '.join(empty)}. Record the conference's invitations, and "
        "later its minutes and papers, in the case file, or leave this case out."
    )


def _plain(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")
