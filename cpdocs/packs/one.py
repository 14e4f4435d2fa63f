"""One copy by itself, of a document that the authority sends to that reader."""

from __future__ import annotations

from dataclasses import dataclass, replace

from cpdocs.case.case import Case
from cpdocs.documents import catalogue
from cpdocs.errors import UsageError
from cpdocs.languages import known_languages, load_language
from cpdocs.model.conference import Conference
from cpdocs.packs import run
from cpdocs.packs.copies import Copy, Errand, Job, Need, NeedKind, Prepared
from cpdocs.packs.needs import Fitting, fit
from cpdocs.procedures import load_authority, recipients, rule
from cpdocs.procedures.recipients import Sending
from cpdocs.sharing.share import everybody
from cpdocs.values import LARGE_PRINT_SIZES, STANDARD_SIZE, Edition, Form, Format


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """How a copy is asked for. What is left out is as the reader's recorded needs say."""

    edition: Edition | None = None
    size: int | None = None  # points
    format: Format = Format.PDF
    language: str | None = None  # a code, such as `en`


def render_copy(
    case: Case, document: str, *, reader: str, about: str | None = None, wanted: Wanted = Wanted()
) -> Copy:
    """The copy of `document` for the person `reader`.

    `about` names the conference where there are several. A copy that is held has findings and no
    rendition. Raises UsageError for a name that there is not, or a document that the authority does
    not send to this reader; NothingToShare; CopyError.
    """
    known = catalogue.document(document)
    known_reader(case, reader)
    conference = conference_of(case, about)
    sending = _sending(case, conference, known.id, reader)
    fitting = fit(case, conference, reader, tuple(map(load_language, known_languages())))
    language = wanted.language or fitting.language
    load_language(language)
    errand = Errand(
        conference=conference.id,
        stage=str(sending.stage),
        document=known.id,
        reader=reader,
        language=language,
        form=_form(wanted, fitting),
    )
    ruling = rule(case, load_authority(case.authority))
    return run.made(
        Job(
            prepared=Prepared(slug=case.case, case=case, ruling=ruling),
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
    """The conference of that id, or the only one there is. Raises UsageError that lists them."""
    known = ", ".join(conference.id for conference in case.conferences)
    if not known:
        raise UsageError("This case has no conference yet. Record one under `conferences`.")
    if about is None and len(case.conferences) > 1:
        raise UsageError(f"There is more than one conference. Name one with --about: {known}.")
    for conference in case.conferences:
        if about in (None, conference.id):
            return conference
    raise UsageError(f"No conference of this case has that id. Use one of: {known}.")


def _sending(case: Case, conference: Conference, document: str, reader: str) -> Sending:
    """Why this reader is sent this document. A draft, for one, is not for everybody."""
    sendings = recipients(case, load_authority(case.authority), conference)
    sent = [sending for sending in sendings if sending.document == document]
    for sending in sent:
        if sending.reader == reader:
            return sending
    readers = ", ".join(dict.fromkeys(sending.reader for sending in sent)) or "nobody yet"
    raise UsageError(
        f"The authority's procedures do not send {document} to this person as the case stands. "
        f"It is sent to: {readers}."
    )


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
    if edition is needed.edition:
        return needed.size
    return STANDARD_SIZE if edition is Edition.STANDARD else LARGE_PRINT_SIZES[1]  # UKAAF G003
