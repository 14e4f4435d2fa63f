"""One copy by itself, of a document that the authority sends to that reader."""

from __future__ import annotations

from dataclasses import dataclass, replace

from cpdocs.case.case import Case
from cpdocs.documents import catalogue
from cpdocs.errors import UsageError
from cpdocs.languages import known_languages, load_language
from cpdocs.model.conference import Conference
from cpdocs.packs import run
from cpdocs.packs.copies import Copy, Errand, Job, Need, NeedKind
from cpdocs.packs.marked import refuse_all_but_the_chair
from cpdocs.packs.needs import Fitting, fit
from cpdocs.packs.occasions import Due, conferences_about, copies_due, names_of
from cpdocs.packs.planning import prepared_as
from cpdocs.packs.readership import Readership, readership
from cpdocs.sharing.share import everybody
from cpdocs.values import LARGE_PRINT_SIZES, STANDARD_SIZE, Edition, Form, Format, Showing


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """How a copy is asked for. What is left out is as the reader's recorded needs say."""

    edition: Edition | None = None
    size: int | None = None  # points
    format: Format = Format.PDF
    language: str | None = None  # a code, such as `en`
    showing: Showing = Showing.OWN


def render_copy(
    case: Case, document: str, *, reader: str, about: str | None = None, wanted: Wanted = Wanted()
) -> Copy:
    """The copy of `document` for the person `reader`.

    `about` names the conference, the child or the paper where there are several. A copy that is
    held has findings and no rendition. Raises UsageError for a name that there is not, or for a
    document that the authority does not send to this reader; NothingToShare; CopyError.
    """
    known = catalogue.document(document)
    known_reader(case, reader)
    due: Due | Readership
    if wanted.showing is Showing.MARKED:
        due = readership(case, known.id, about)
        refuse_all_but_the_chair(due, reader)
    else:
        due = _due(case, known.id, reader, about)
    fitting = fit(case, due.conference, reader, tuple(map(load_language, known_languages())))
    language = wanted.language or fitting.language
    load_language(language)
    errand = Errand(
        conference=due.conference.id,
        about=due.about,
        stage=due.stage,
        document=known.id,
        reader=reader,
        language=language,
        form=_form(wanted, fitting),
        showing=wanted.showing,
    )
    return run.made(
        Job(
            prepared=prepared_as(case.case, case),
            errand=errand,
            needs=tuple(_weighed(need, errand, fitting) for need in fitting.needs),
        )
    )


def known_reader(case: Case, reader: str) -> None:
    """Raise UsageError, which lists the people of the case, where `reader` is none of them."""
    if reader not in everybody(case):
        people = ", ".join(everybody(case))
        raise UsageError(f"No person of this case has that id. Use one of: {people}.")


def conference_of(case: Case, about: str | None) -> Conference:
    """The conference that `about` names, itself or by a child or a paper of its, or the only one
    there is. Raises UsageError that lists them."""
    known = ", ".join(conference.id for conference in case.conferences)
    if not known:
        raise UsageError("This case has no conference yet. Record one under `conferences`.")
    named = conferences_about(case, about)
    if not named:
        raise UsageError(f"No conference of this case has that id. Use one of: {known}.")
    if len(named) > 1:
        raise UsageError(f"There is more than one conference. Name one with --about: {known}.")
    return named[0]


def _due(case: Case, document: str, reader: str, about: str | None) -> Due:
    """The one copy that is meant. A draft, for one, is not for everybody."""
    if about is not None and not conferences_about(case, about):
        conference_of(case, about)
    told = [
        due
        for conference in case.conferences
        for due in copies_due(case, conference)
        if due.sending.document == document
    ]
    mine = [due for due in told if due.sending.reader == reader]
    if not mine:
        readers = ", ".join(dict.fromkeys(due.sending.reader for due in told)) or "nobody yet"
        raise UsageError(
            f"The authority's procedures do not send {document} to this person as the case stands. "
            f"It is sent to: {readers}."
        )
    named = {_names(due): due for due in mine if about is None or about in names_of(case, due)}
    if len(named) == 1:
        return next(iter(named.values()))
    known = ", ".join(named or dict.fromkeys(map(_names, mine)))
    raise UsageError(f"There is more than one {document}. Name one with --about: {known}.")


def _names(due: Due) -> str:
    return due.about or due.conference.id


def _weighed(need: Need, errand: Errand, fitting: Fitting) -> Need:
    """A need, which is not met where less was asked for than the reader needs."""
    match need.kind:
        case NeedKind.SIZE:
            enough = errand.form.size >= fitting.forms[0].size
        case NeedKind.LANGUAGE:
            enough = errand.language == fitting.language
        case _:
            enough = True
    return replace(need, met=need.met and enough)


def _form(wanted: Wanted, fitting: Fitting) -> Form:
    needed = fitting.forms[0]
    edition, size = wanted.edition, wanted.size
    if edition is None and size is None:
        return Form(edition=needed.edition, size=needed.size, format=wanted.format)
    if edition is None:
        edition = Edition.STANDARD if size == STANDARD_SIZE else Edition.LARGE_PRINT
    if size is None:
        size = _size(edition, needed)
    try:
        return Form(edition=edition, size=size, format=wanted.format)
    except ValueError as error:
        raise UsageError(f"There is no such form: {error}. See `cpdocs editions`.") from None


def _size(edition: Edition, needed: Form) -> int:
    """The size that the reader needs where the edition has it, else the usual one."""
    if edition in {needed.edition, Edition.BILINGUAL}:
        return needed.size
    return STANDARD_SIZE if edition is Edition.STANDARD else LARGE_PRINT_SIZES[1]  # UKAAF G003
