"""Why a reader gets, or does not get, one place of a case: for the operator alone."""

from __future__ import annotations

from dataclasses import dataclass, replace

from cpdocs.case.case import Case
from cpdocs.errors import UsageError
from cpdocs.model.base import Record
from cpdocs.model.paths import Path, fields_of, item_key, records_in, spell, walk
from cpdocs.model.sharing import Passage
from cpdocs.sharing.close import close
from cpdocs.sharing.decide import decide
from cpdocs.sharing.facts import Facts
from cpdocs.sharing.share import find_conference
from cpdocs.sharing.verdict import Labels, Verdict


@dataclass(frozen=True, kw_only=True)
class Explanation:
    """One place, and the decision that settled it: its own, or that of what holds it."""

    place: str
    decided_at: str
    gets: str  # `yes`, `no`, `agreed words`, `plain wording` or `a mark`
    rule: str
    source: str
    asked_by: str | None = None
    agreed_by_chair: str | None = None


def explain(case: Case, conference: str, reader: str, place: str) -> tuple[Explanation, ...]:
    """The decision on `place` (a path, or the id of a record, a passage or an action).

    Raises `UsageError` where the case has no such place. Several explanations where an id names
    several places.
    """
    facts = Facts(case=case, conference=find_conference(case, conference))
    labels = close(facts, decide(facts, reader))
    paths = [path for path in _places(facts.scoped, ()) if place in (spell(path), path[-1])]
    if not paths:
        raise UsageError(
            "The case has no place of that name. Give an id, or a path such as "
            "`conferences.<id>.minutes.contributions.3`."
        )
    passages = {
        path: record
        for node in walk(facts.scoped)
        for path, record in records_in(node)
        if isinstance(record, Passage)
    }
    return tuple(explained(path, labels, passages.get(path)) for path in paths)


def _places(record: Record, path: Path) -> tuple[Path, ...]:
    found: list[Path] = []
    for node in fields_of(record, path):
        found.append(node.path)
        if isinstance(node.value, tuple):
            keys = {(*node.path, item_key(item, n)) for n, item in enumerate(node.value)}
            found += sorted(keys - {inner for inner, _ in records_in(node)})
        for inner_path, inner in records_in(node):
            if inner_path != node.path:
                found.append(inner_path)
            found += _places(inner, inner_path)
    return tuple(found)


def explained(path: Path, labels: Labels, passage: Passage | None) -> Explanation:
    """The decision that settled one place; `passage`: what the case has there."""
    for length in range(1, len(path) + 1):
        verdict = labels.withheld.get(path[:length])
        if verdict is not None:
            gets = "a mark" if path[:length] in labels.gaps else "no"
            return _because(path, path[:length], gets, verdict)
    if path in labels.variants and passage is not None:
        agreed = passage.wording_for[labels.variants[path]].agreed_by_chair
        words = _granted(path, "agreed words", "agreed words for this reader")
        return replace(words, agreed_by_chair=str(agreed))
    if path in labels.plain:
        return _granted(path, "plain wording", "in their wording")
    return _granted(path, "yes", "every matter is granted in every column of this reader")


def _granted(path: Path, gets: str, rule: str) -> Explanation:
    return Explanation(
        place=spell(path), decided_at=spell(path), gets=gets, rule=rule, source="docs/sharing.md"
    )


def _because(path: Path, at: Path, gets: str, verdict: Verdict) -> Explanation:
    return Explanation(
        place=spell(path),
        decided_at=spell(at),
        gets=gets,
        rule=verdict.rule,
        source=verdict.source,
        asked_by=verdict.asked_by,
        agreed_by_chair=str(verdict.agreed_by_chair) if verdict.agreed_by_chair else None,
    )
