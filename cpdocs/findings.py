"""What is wrong with an input (a fault) or with a result (a finding), without case text."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, kw_only=True, order=True)
class Fault:
    """One thing wrong in an input file. Nothing is made until every fault is mended."""

    file: str
    line: int  # from 1; 0 where the whole file is meant
    field: str  # dotted place in the file, such as `people.2.lives_at`
    code: str  # stable, such as `unknown-id`
    wrong: str  # a plain sentence; never a value from the case
    mend: str  # what to write instead


class Effect(StrEnum):
    """What a finding does: hold the copies concerned, or tell the operator and stop nothing."""

    HOLDS = "holds"
    TELLS = "tells"


class Severity(StrEnum):
    """How grave a finding is. A grave one may hold nothing: late invitations still go."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, kw_only=True, order=True)
class Finding:
    """One thing to tell about a case or a copy."""

    code: str  # stable, such as `need-not-met` or `leak-found`
    effect: Effect
    severity: Severity
    place: str  # a case path, or a place in a finished file
    says: str  # a plain sentence without case text
    source: str  # the procedure or standard behind it, such as `R 7.6`
