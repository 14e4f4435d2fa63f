"""Check a case: every finding at once, sorted, without a word of the case."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from cpdocs.case.case import Case
from cpdocs.findings import Effect, Finding, Severity
from cpdocs.procedures.authority import load_authority
from cpdocs.procedures.checks.base import Check, Facts, Source, Undecided
from cpdocs.procedures.checks.table import CHECKS
from cpdocs.procedures.checks.texts import text_of
from cpdocs.procedures.rule import rule

_ORDER = tuple(Severity)  # errors first


def check(case: Case, *, on: date) -> tuple[Finding, ...]:
    """What is wrong with a case on a day, by its authority's procedures; errors first.

    Raises what `load_authority` raises.
    """
    authority = load_authority(case.authority)
    ruling = rule(case, authority)
    text = text_of(authority.slug)
    found = {
        finding
        for conference in case.conferences
        for finding in _found(
            Facts(
                case=case,
                authority=authority,
                text=text,
                ruling=ruling,
                conference=conference,
                on=on,
            )
        )
    }
    return tuple(sorted(found, key=_order))


def _order(finding: Finding) -> tuple[object, ...]:
    """By how grave it is, by code, then by place, where the tenth comes after the ninth."""
    steps = tuple((int(it) if it.isdecimal() else -1, it) for it in finding.place.split("."))
    return _ORDER.index(finding.severity), finding.code, steps, finding.says


def _found(facts: Facts) -> Iterator[Finding]:
    for each in CHECKS:
        source = each.source(facts.text)
        if source is not None:
            yield from (_finding(each, source, it) for it in each.find(facts))


def _finding(checked: Check, source: Source, found: str | Undecided) -> Finding:
    if isinstance(found, Undecided):
        return Finding(
            code=checked.code,
            effect=Effect.TELLS,
            severity=Severity.NOTE,
            place=found.place,
            says=f"This cannot be decided from the case file. It does not say: {found.missing}.",
            source=source.where,
        )
    return Finding(
        code=checked.code,
        effect=checked.effect,
        severity=source.severity,
        place=found,
        says=checked.says,
        source=source.where,
    )
