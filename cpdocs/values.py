"""Small words shared by every stage: sensitivities, statement kinds, and forms of a copy."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Sensitivity(StrEnum):
    """What kind of thing a field tells. Every field of the model declares one (law 1)."""

    IDENTITY = "identity"
    RELATIONSHIP = "relationship"
    ADDRESS = "address"
    CONTACT = "contact"
    HEALTH = "health"
    ADULT_PRIVATE = "adult-private"
    CHILD_PRIVATE = "child-private"
    CHILD_CONFIDED = "child-confided"  # what a child asked not to be told on
    KEPT_FROM_CHILD = "kept-from-child"  # what parents do not want the child to know (C12)
    POLICE = "police"
    CRIMINAL = "criminal"
    THIRD_PARTY = "third-party"
    LEGAL_ADVICE = "legal-advice"
    CONFIDENTIAL_SECTION = "confidential-section"
    CASE_NOTE = "case-note"  # what a worker wrote down of a visit
    OFFICE = "office"  # between the lead worker, the office and another authority
    PROCESS = "process"
    PUBLIC = "public"


class StatementKind(StrEnum):
    """How a passage is known (R 7.1.10.2). Nottinghamshire and Sunderland do not list hearsay."""

    FACT = "fact"
    OBSERVATION = "observation"
    HEARSAY = "hearsay"
    ALLEGATION = "allegation"
    OPINION = "opinion"


class Wording(StrEnum):
    """Which authored wording a reader needs."""

    STANDARD = "standard"
    EASY_READ = "easy-read"
    CHILD_5_8 = "child-5-8"
    CHILD_9_12 = "child-9-12"
    CHILD_13 = "child-13"


class Medium(StrEnum):
    """What a reader reads with, where print alone will not do."""

    PRINT = "print"
    SCREEN = "screen"
    BRAILLE = "braille"
    AUDIO = "audio"


class Edition(StrEnum):
    """A named preset of a form."""

    STANDARD = "standard"
    LARGE_PRINT = "large-print"
    BILINGUAL = "bilingual"  # the reader's language and English, passage by passage


class Format(StrEnum):
    """A file format that copies are written in."""

    PDF = "pdf"
    DOCX = "docx"
    HTML = "html"


class Showing(StrEnum):
    """What a copy shows of its document."""

    OWN = "own"  # what its reader may have
    MARKED = "marked"  # the chair's, in which what others may not have is marked


LARGE_PRINT_SIZES = (16, 18, 20, 24, 28)  # points; UKAAF G003: 16 at least, 18 is better
STANDARD_SIZE = 12  # points; clear print: 12 at least
SIZES = {
    Edition.STANDARD: (STANDARD_SIZE,),
    Edition.LARGE_PRINT: LARGE_PRINT_SIZES,
    Edition.BILINGUAL: (STANDARD_SIZE, *LARGE_PRINT_SIZES),
}


@dataclass(frozen=True, kw_only=True)
class Form:
    """How a copy is set: its edition, its size in points and its file format."""

    edition: Edition = Edition.STANDARD
    size: int = STANDARD_SIZE
    format: Format = Format.PDF

    def __post_init__(self) -> None:
        if self.size not in SIZES[self.edition]:
            sizes = ", ".join(str(size) for size in SIZES[self.edition])
            raise ValueError(f"{self.edition} comes in {sizes} points")

    @property
    def name(self) -> str:
        """The form's part of a file name, such as `standard` or `large-print-20`."""
        is_plain = self.size == STANDARD_SIZE
        return self.edition if is_plain else f"{self.edition}-{self.size}"

    @property
    def is_large(self) -> bool:
        """Whether the rules of large print apply."""
        return self.size in LARGE_PRINT_SIZES

    @property
    def look(self) -> str:
        """The classes by which stylesheets know the form."""
        print_ = Edition.LARGE_PRINT if self.is_large else Edition.STANDARD
        return f"{print_} {self.edition}" if self.edition is Edition.BILINGUAL else print_


class Stage(StrEnum):
    """A moment in the life of a conference at which documents go out, in order."""

    BOOKING = "booking"
    INVITATION = "invitation"
    REPORTS = "reports"
    CONFERENCE = "conference"
    DECISION = "decision"
    MINUTES = "minutes"
    CORE_GROUP = "core-group"
    REVIEW = "review"
    ENDING = "ending"
    TRANSFER = "transfer"
