"""Compare: what one reader's document is told and another's is not, place by place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from cpdocs.model.base import Record
from cpdocs.model.paths import Path, records_in, spell, walk
from cpdocs.model.ruling import Ruling
from cpdocs.model.sharing import Passage
from cpdocs.sharing.explain import Explanation, explained
from cpdocs.sharing.heads import known_by
from cpdocs.sharing.placed import A_RECORD, RULED, Tells, placed, ruled_place, told
from cpdocs.sharing.share import Shared

NOT_BROUGHT = "not among what goes with this copy"
_PAGE = "docs/sharing.md"


class Who(StrEnum):
    """Which of two readers a place is told to."""

    FIRST = "first"
    SECOND = "second"
    BOTH = "both"  # in other words, or more of it


@dataclass(frozen=True, kw_only=True)
class Side:
    """One reader's side of a difference: what they get of the place, and by which decision."""

    decision: Explanation
    words: str | None = None  # of the case


@dataclass(frozen=True, kw_only=True)
class Difference:
    """One place that two readers' documents do not tell alike. What lies in it goes with it."""

    place: str
    told_to: Who
    first: Side
    second: Side

    @property
    def without_words(self) -> Difference:
        """The place and the decisions alone."""
        return replace(
            self,
            first=replace(self.first, words=None),
            second=replace(self.second, words=None),
        )


def differences(first: Shared, second: Shared, ruling: Ruling) -> tuple[Difference, ...]:
    """Every place that two readers' copies of one document do not tell alike, in the case's order.

    A place that lies in one that is listed for the same reader is not listed again.
    """
    case = first.whole.facts.scoped
    sides = _Sided(first, case, ruling), _Sided(second, case, ruling)
    told_to = {
        path: who
        for path in sides[0].tells.keys() | sides[1].tells.keys()
        if (who := _told_to(path, sides[0].tells, sides[1].tells)) is not None
    }
    order = {path: position for position, path in enumerate(_paths(case))}
    return tuple(
        Difference(
            place=spell(path), told_to=who, first=sides[0].side(path), second=sides[1].side(path)
        )
        for path, who in sorted(
            told_to.items(), key=lambda item: (order.get(item[0], len(order)), item[0])
        )
        if who is Who.BOTH or not any(told_to.get(path[:n]) is who for n in range(1, len(path)))
    )


class _Sided:
    """What one copy tells, by place, and why it tells no more."""

    def __init__(self, shared: Shared, case: Record, ruling: Ruling) -> None:
        self.tells = told(shared.view, placed(shared.whole))
        self._labels = shared.whole.labels
        self._records = {path: it for node in walk(case) for path, it in records_in(node)}
        self._rests = {ruled_place(it): it.rests_on for it in ruling.values}

    def side(self, path: Path) -> Side:
        if path[0] == RULED:
            decision = self._of_ruled(path)
        elif path in self._labels.kept:
            decision = _because(path, "some of it", "points-at-withheld")
        else:
            record = self._records.get(path)
            passage = record if isinstance(record, Passage) else None
            decision = explained(path, self._labels, passage)
        if path not in self.tells and decision.gets == "yes":
            decision = _because(path, "no", NOT_BROUGHT)
        return Side(decision=decision, words=self._words(path))

    def _words(self, path: Path) -> str | None:
        value = self.tells.get(path)
        if value is A_RECORD:
            return known_by(self._records[path])
        if isinstance(value, tuple):
            return ", ".join(map(str, value))
        return None if value is None else str(value)

    def _of_ruled(self, path: Path) -> Explanation:
        """A computed value goes, unless released, where anything that it rests on is withheld."""
        if path in self.tells:
            return _because(path, "yes", "released, or rests on nothing withheld")
        places = (tuple(place.split(".")) for place in self._rests.get(path, ()))
        reasons = (explained(place, self._labels, None) for place in places)
        why = next((reason for reason in reasons if reason.gets == "no"), None)
        return replace(why, place=spell(path)) if why else _because(path, "no", NOT_BROUGHT)


def _because(path: Path, gets: str, rule: str) -> Explanation:
    place = spell(path)
    return Explanation(place=place, decided_at=place, gets=gets, rule=rule, source=_PAGE)


def _told_to(path: Path, first: Tells, second: Tells) -> Who | None:
    if path not in second:
        return Who.FIRST
    if path not in first:
        return Who.SECOND
    return None if first[path] == second[path] else Who.BOTH


def _paths(record: Record) -> Iterator[Path]:
    for node in walk(record):
        yield node.path
        yield from (path for path, _ in records_in(node) if path != node.path)
