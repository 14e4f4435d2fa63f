"""The timeliness report over the cases of a batch (S 1.4): one for each authority, in a pack of its
own beside theirs, for the operator to hand to the manager of the authority's chairs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from cpdocs.audit import inspect
from cpdocs.case.case import Case
from cpdocs.documents import catalogue
from cpdocs.documents.catalogue import About, Document
from cpdocs.documents.compose import compose
from cpdocs.editions.render import render
from cpdocs.editions.rendition import Rendition
from cpdocs.errors import MissingProgram
from cpdocs.findings import Finding
from cpdocs.languages import load_language
from cpdocs.languages.language import SOURCE
from cpdocs.packs import holding
from cpdocs.packs.copies import SEVERAL, Copy, Errand, Job, Prepared
from cpdocs.procedures import load_authority, rule
from cpdocs.sharing import Ledger
from cpdocs.sharing.timeliness import MANAGER, RuledCase, ledger_over, over_cases
from cpdocs.values import Form, Format

_FORMS = (Form(format=Format.PDF), Form(format=Format.DOCX))  # one to read, one to work on
_MEND = (
    "The report names no family, and a reason recorded for lateness does, or says where they live. "
    "Write the reason without that."
)


@dataclass(frozen=True, kw_only=True)
class Reporting:
    """One report that is to be made: on which cases, and of which month."""

    authority: str
    cases: tuple[Prepared, ...]
    month: date | None  # any day of it; None: whatever the cases hold

    @property
    def slug(self) -> str:
        """The folder of its pack. No case's folder begins with that stroke."""
        return (
            f"_{self.authority}" if self.month is None else f"_{self.authority}-{self.month:%Y-%m}"
        )


def reports_due(
    prepared: Sequence[Prepared], stage: str | None, month: date | None
) -> tuple[Reporting, ...]:
    """The reports of a batch, by authority: where there are several cases, or a month is named."""
    if stage not in (None, _document().stage) or (len(prepared) < 2 and month is None):
        return ()
    return tuple(
        Reporting(
            authority=authority,
            cases=tuple(each for each in prepared if each.case.authority == authority),
            month=month,
        )
        for authority in sorted({each.case.authority for each in prepared})
    )


def copies(reporting: Reporting) -> Iterator[Copy]:
    """The report in each of its forms, or why it is held. Raises MissingProgram."""
    for form in _FORMS:
        job = Job(
            prepared=reporting.cases[0],  # all of one authority, and nothing else is read of it
            errand=Errand(
                conference=SEVERAL,
                about=None,
                stage=_document().stage,
                document=_document().id,
                reader=MANAGER,
                language=SOURCE,
                form=form,
            ),
        )
        try:
            yield _made(reporting, job)
        except MissingProgram:
            raise
        except Exception as error:  # an unknown error holds this one copy
            yield holding.stopped(job, error)


def ledger_of_report(case: Case) -> Ledger:
    """What a report over several cases is searched for of one of them."""
    authority = load_authority(case.authority)
    told = (RuledCase(name=case.case, case=case, ruling=rule(case, authority)),)
    return ledger_over(told, over_cases(told, authority.style, None))


def _names_found(rendition: Rendition, ledger: Ledger) -> Iterator[Finding]:
    """What a finished report tells of a family that it must not name."""
    for finding in inspect(rendition, ledger):
        place, _, _ = finding.says.partition(". ")
        yield replace(finding, says=f"{place}. {_MEND}", source=_document().source)


def _made(reporting: Reporting, job: Job) -> Copy:
    """One copy. Raises what the stages raise."""
    cases = tuple(
        RuledCase(name=each.slug, case=each.case, ruling=each.ruling) for each in reporting.cases
    )
    view = over_cases(cases, load_authority(reporting.authority).style, reporting.month)
    composed = compose(_document(), view, load_language(job.errand.language))
    rendition = render(composed, job.errand.form)
    return holding.weighed(job, rendition, tuple(_names_found(rendition, ledger_over(cases, view))))


def _document() -> Document:
    """The one document that is about several cases."""
    return next(each for each in catalogue.catalogue() if each.about is About.CASES)
