"""What a batch has to do: cases loaded and ruled on, and one job for each copy that is sent."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from cpdocs.case.case import Case
from cpdocs.case.load import load
from cpdocs.errors import InputFaults, UsageError
from cpdocs.findings import Fault
from cpdocs.languages import known_languages, load_language
from cpdocs.packs.copies import Errand, Job, Prepared
from cpdocs.packs.needs import fit
from cpdocs.procedures import load_authority, recipients, rule
from cpdocs.procedures.stages import Stage


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
        ruling = rule(case, load_authority(case.authority))
        prepared.append(Prepared(slug=slug_of(given, case), case=case, ruling=ruling))
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


def slug_of(given: Path | Case, case: Case) -> str:
    """The name of a case's pack: the folder of its file, or the case's reference."""
    name = given.resolve().parent.name if isinstance(given, Path) else ""
    return _plain(name) or _plain(case.case) or "case"


def plan(prepared: Prepared, stage: str | None) -> tuple[Job, ...]:
    """One job for each copy: each document that is sent, to each reader, in each of their forms."""
    if stage is not None and stage not in tuple(Stage):
        raise UsageError(f"There is no such stage. The stages are: {', '.join(Stage)}.")
    case, jobs = prepared.case, []
    authority = load_authority(case.authority)
    languages = tuple(load_language(code) for code in known_languages())
    for conference in case.conferences:
        for sending in recipients(case, authority, conference):
            if stage is not None and sending.stage != stage:
                continue
            fitting = fit(case, conference, sending.reader, languages)
            for form in fitting.forms:
                errand = Errand(
                    conference=conference.id,
                    stage=str(sending.stage),
                    document=sending.document,
                    reader=sending.reader,
                    language=fitting.language,
                    form=form,
                )
                jobs.append(Job(prepared=prepared, errand=errand, needs=fitting.needs))
    return tuple(jobs)


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
        "later its minutes, in the case file, or leave this case out."
    )


def _plain(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")
