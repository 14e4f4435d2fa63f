"""The rules over a whole, well-shaped case, in one table, and the faults that they find."""

from __future__ import annotations

from typing import Final

from cpdocs.case.case import Case
from cpdocs.case.notes import Notes
from cpdocs.case.rules import conference, minutes, papers, people, sharing
from cpdocs.case.rules.base import Rule
from cpdocs.findings import Fault

RULES: Final[tuple[Rule, ...]] = (
    *people.RULES,
    *conference.RULES,
    *minutes.RULES,
    *sharing.RULES,
    *papers.RULES,
)


def check(case: Case, notes: Notes) -> tuple[Fault, ...]:
    """Every place that breaks a rule, with its line from the notes of the reading."""
    return tuple(
        Fault(
            file=notes.file,
            line=notes.find(path).line,
            field=notes.find(path).field,
            code=rule.code,
            wrong=rule.wrong,
            mend=rule.mend,
        )
        for rule in RULES
        for path in dict.fromkeys(rule.find(case))
    )
