"""What each reader needs of a copy, and the forms that meet it as nearly as can be.

A need that no form meets yet is never passed over in silence: the nearest form is made, and a
finding names the need.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from cpdocs.case.case import Case
from cpdocs.findings import Effect, Finding, Severity
from cpdocs.languages.language import SOURCE, Language
from cpdocs.model.conference import Conference
from cpdocs.model.people import Child, Needs, Person, Professional, Role
from cpdocs.packs.copies import Need, NeedKind
from cpdocs.values import (
    LARGE_PRINT_SIZES,
    STANDARD_SIZE,
    Edition,
    Form,
    Format,
    Medium,
    Wording,
)

_WHY = "R 7.1.10.2, 7.5.1"
_NEAREST = {
    NeedKind.LANGUAGE: "This reader's language is not available yet, so the copy is in English. "
    "Arrange a written translation, or for an interpreter to read it to them.",
    NeedKind.WORDING: "The wording that this reader needs is not available yet, so the copy is in "
    "the standard wording. Ask somebody whom they trust to go through it with them.",
    NeedKind.SIZE: "This reader needs larger print than this copy has. Make it in a larger size "
    "(28 points is the largest), or ask whether having it read aloud would help.",
    NeedKind.MEDIUM: "Braille and audio are not available yet, so the copy is in print. "
    "Arrange a braille or audio copy, or for somebody to read it to them.",
}


@dataclass(frozen=True, kw_only=True)
class Fitting:
    """The language and the forms in which a reader's copies are made, and the needs behind them."""

    language: str
    forms: tuple[Form, ...]
    needs: tuple[Need, ...]


def fit(
    case: Case, conference: Conference, reader: str, languages: tuple[Language, ...]
) -> Fitting:
    """How the copies of `reader` (an id of the case) are made.

    `languages` are those that the documents can be composed in.
    """
    record = case.child(reader) or case.person(reader) or case.professional(reader)
    if record is None:
        return Fitting(language=SOURCE, forms=(Form(),), needs=())
    needs = record.needs or Needs()
    place = f"{_holder(record)}.{reader}"
    language, met_language = _language(needs.preferred_language, languages)
    size, met_size = _size(needs.size)
    wording, wording_place = _wording(record, needs, conference.starts.date())
    asked = (
        (NeedKind.LANGUAGE, "needs.preferred_language", needs.preferred_language, met_language),
        (NeedKind.WORDING, wording_place, wording, wording is Wording.STANDARD),
        (NeedKind.SIZE, "needs.size", needs.size, met_size),
        (
            NeedKind.MEDIUM,
            "needs.medium",
            None if needs.medium is Medium.PRINT else needs.medium,
            needs.medium is Medium.SCREEN,
        ),
    )
    told = tuple(
        Need(kind=kind, place=f"{place}.{field}", met=met)
        for kind, field, what, met in asked
        if what is not None
    )
    edition = Edition.LARGE_PRINT if size in LARGE_PRINT_SIZES else Edition.STANDARD
    forms = tuple(
        Form(edition=edition, size=size, format=each)
        for each in _formats(record, needs.medium, conference)
    )
    return Fitting(language=language, forms=forms, needs=told)


def not_met(needs: tuple[Need, ...]) -> tuple[Finding, ...]:
    """A finding for each of the needs that is not met. It stops no copy."""
    return tuple(
        Finding(
            code="need-not-met",
            effect=Effect.TELLS,
            severity=Severity.WARNING,
            place=need.place,
            says=_NEAREST[need.kind],
            source=_WHY,
        )
        for need in needs
        if not need.met
    )


def _holder(record: Child | Person | Professional) -> str:
    match record:
        case Child():
            return "children"
        case Person():
            return "people"
        case Professional():
            return "professionals"


def _language(asked: str | None, available: tuple[Language, ...]) -> tuple[str, bool]:
    """The code of the language to compose in, and whether it is the one asked for."""
    if asked is None:
        return SOURCE, True
    for language in available:
        if asked.lower() in (language.code.lower(), language.tag.lower()):
            return language.code, True
    return SOURCE, False


def _size(asked: int | None) -> tuple[int, bool]:
    """The nearest size that is not smaller than `asked` points, else the largest there is."""
    if asked is None or asked <= STANDARD_SIZE:
        return STANDARD_SIZE, True
    large_enough = [size for size in LARGE_PRINT_SIZES if size >= asked]
    return (min(large_enough), True) if large_enough else (max(LARGE_PRINT_SIZES), False)


def _wording(
    record: Child | Person | Professional, needs: Needs, on: date
) -> tuple[Wording | None, str]:
    """The wording needed, and the field that says so: as recorded, else by a child's age."""
    if needs.wording is not None:
        return needs.wording, "needs.wording"
    age = record.age_on(on) if isinstance(record, Child) else None
    if age is None:
        return None, "needs.wording"
    bands = ((13, Wording.CHILD_13), (9, Wording.CHILD_9_12))
    return next((wording for least, wording in bands if age >= least), Wording.CHILD_5_8), "born"


def _formats(
    record: Child | Person | Professional, medium: Medium, conference: Conference
) -> tuple[Format, ...]:
    """PDF for all; HTML for those who read on a screen; DOCX for those who work on the text."""
    formats = [Format.PDF]
    if medium is Medium.SCREEN:
        formats.append(Format.HTML)
    if isinstance(record, Professional) and _works_on_the_text(record, conference):
        formats.append(Format.DOCX)
    return tuple(formats)


def _works_on_the_text(professional: Professional, conference: Conference) -> bool:
    return (
        professional.id in (conference.chair, conference.minute_taker)
        or professional.role in (Role.CHAIR, Role.MINUTE_TAKER)
        or bool(professional.lead_worker_for)
    )
