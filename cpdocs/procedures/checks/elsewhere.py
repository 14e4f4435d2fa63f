"""The rows of table H that no check decides: who decides them instead, or why nobody can."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class How(StrEnum):
    """What becomes of a row that has no check."""

    LOADING = "loading"  # a case file that breaks it does not load: it has a fault
    FORMAT = "format"  # a case file cannot be written so that it breaks it
    COPIES = "copies"  # decided where copies are made, searched or sent
    NO_FIELD = "no field"  # the case file has no place for what would decide it


@dataclass(frozen=True, kw_only=True)
class Elsewhere:
    """One row, and what becomes of it."""

    code: str
    what: str
    how: How
    because: str  # the fault's code, the field, the stage, or what the case file does not hold


def _rows(how: How, *rows: tuple[str, str, str]) -> tuple[Elsewhere, ...]:
    return tuple(
        Elsewhere(code=c, what=what, how=how, because=because) for c, what, because in rows
    )


ELSEWHERE: Final[tuple[Elsewhere, ...]] = (
    *_rows(
        How.LOADING,
        ("H053", "An invited person without name or designation", "`missing-field`"),
        ("H065", "An interpreter who is also a supporter", "`supported-by-interpreter`"),
        ("H080", "Family in a confidential part", "`family-in-confidential-part`"),
        ("H081", "What family attended is not said, part by part", "`attendance-not-said`"),
        ("H082", "A restriction without a reason", "`withheld-without-reason`"),
        (
            "H083",
            "A confidential part without the chair’s agreement",
            "`confidential-without-chair`",
        ),
        (
            "H097",
            "A parent who is not asked, without the decision",
            "`not-invited-without-reason`; a parent in no list: H050, H051",
        ),
        ("H143", "A plan without a category", "`plan-without-category`"),
        ("H145", "A decision without reasons", "`decision-without-reasons`"),
        ("H147", "A dissent without its reason", "`missing-field`"),
        ("H172", "A professional without a designation", "`missing-field`"),
        ("H183", "A disagreement with a plan without its reason", "`missing-field`"),
    ),
    *_rows(
        How.FORMAT,
        (
            "H086",
            "Exclusion because somebody may be prosecuted",
            "`ground` has no such word (R 7.1.9)",
        ),
        ("H098", "One report for several children", "a report has one `child`"),
        ("H100", "A distribution without who, how or when", "each is needed in `distributions`"),
        ("H124", "A visit without time, or seen or not", "each is needed in `visits`"),
        ("H149", "A plan ended for want of co-operation", "`ground` has no such word (R 7.11)"),
        ("H159", "A parent recorded as voting", "votes are not recorded"),
        ("H185", "A plan that starts when it is signed", "a plan starts on its own `dated`"),
        ("H200", "Names that differ between papers", "a name is written once, and papers use it"),
    ),
    *_rows(
        How.COPIES,
        ("H064", "A leaflet missing from the enclosures", "the authority’s file, `leaflets`"),
        ("H087", "A protected address in a copy", "sharing, and the search of every copy"),
        ("H090", "A confidential police report among the family’s", "sharing"),
        ("H092", "A brother’s or sister’s matters in a child’s copy", "sharing"),
        ("H099", "Something withheld in a file name, index or chart", "the search of every copy"),
        ("H102", "A protected person’s name in a list of who is asked", "sharing"),
        ("H186", "No notice that the plan may be evidence", "the document `detailed-plan`"),
        ("H187", "No word of the right to complain", "the document `detailed-plan`"),
        (
            "H202",
            "A language or form that was asked for and not made",
            "the finding `need-not-met`",
        ),
        ("H203", "A translation older than its text", "translations"),
        ("H204", "A large or translated copy that tells more", "one view for every form of a copy"),
        ("H205", "A pack that lacks a document, or has another’s", "`cpdocs verify`"),
        ("H206", "English in a copy in another language", "a missing translation stops the copy"),
    ),
    *_rows(
        How.NO_FIELD,
        ("H013", "A review that was moved", "the day on which it was first to be held"),
        ("H018", "An assessment that is late", "when the assessment was finished"),
        ("H022", "An urgent conference’s late report not talked over", "whether it was urgent"),
        ("H052", "No efforts to find a father", "what was done to find him"),
        ("H057", "The emergency team not invited", "how the enquiries started, and earlier ones"),
        ("H060", "A child who comes and has not met the chair", "the meeting with the chair"),
        ("H069", "Violence at home, and attendance not split", "that violence is a concern"),
        (
            "H074",
            "An invitation list that is not up to date",
            "when the list was last gone through",
        ),
        ("H096", "Consent refused, and nothing decided to protect", "consent, given or refused"),
        ("H101", "A parent’s adult services do not hold the plan", "what other services hold"),
        ("H119", "Legal advice to the conference not agreed", "the senior manager’s agreement"),
        ("H128", "New worries about a brother or sister", "that the worries are new"),
        ("H160", "A looked-after child goes home without a conference", "a return that is planned"),
        ("H161", "A child joins a household with a plan", "who joined a household, and when"),
        ("H182", "An appointment on a religious festival", "which days a family keeps"),
        ("H193", "A point of the outline not taken up", "which point an outcome takes up"),
    ),
)
