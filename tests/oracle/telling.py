"""How anything is told to one reader: ids that stay, sharing blocks, passages and actions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

from cpdocs.case.case import Case
from cpdocs.model.conference import Action, Approval, Conference, Dissent
from cpdocs.model.paths import item_key
from cpdocs.model.sharing import Passage, Sharing
from tests.oracle import sight
from tests.oracle.eyes import Eyes
from tests.oracle.sight import FULL, PLAIN, WITHHELD, Outcome

Plain = dict[str, Any]  # a record as plain values, field by field
P = TypeVar("P", bound=Passage)


class Telling:
    """One telling to one reader, and what they know of who there is."""

    def __init__(self, case: Case, conference: Conference, eyes: list[Eyes], reader: str) -> None:
        self.case = case
        self.conference = conference
        self.eyes = eyes
        self.reader = reader
        self.path = f"conferences.{conference.id}"
        self.passages: dict[str, str] = {}
        self.texts: dict[str, str] = {}
        self.is_chair = all(one.is_chair for one in eyes)
        self.agencies = {a.id for a in case.agencies if all(sight.agency(one, a) for one in eyes)}
        self.children = {c.id for c in case.children if all(sight.child(o, c) for o in eyes)}
        self.people = {p.id for p in case.people if all(sight.person(o, p) for o in eyes)}
        self.professionals = {
            p.id
            for p in case.professionals
            if p.agency in self.agencies and all(sight.professional(o, p.id) for o in eyes)
        }
        self.persons = self.children | self.people | self.professionals
        self.parts = {p.id for p in conference.parts if all(o.may_know_part(p) for o in eyes)}
        self.homes = {
            h.id for h in case.households if not any(o.named_out(h.sharing) for o in eyes)
        }
        self.places = {p.id for p in case.places if all(sight.place(o, p) for o in eyes)}

    # Ids

    def _left(self, ids: Iterable[str], known: set[str]) -> list[str]:
        return [one for one in ids if one in known]

    def _known(self, one: str | None) -> str | None:
        return one if one in self.persons else None

    def _approval(self, it: Approval | None) -> Plain | None:
        return {"by": self._known(it.by), "dated": it.dated} if it else None

    def _dissent(self, items: Iterable[Dissent]) -> list[Plain]:
        return [{"by": it.by, "reason": it.reason} for it in items if it.by in self.persons]

    # Process: for the chair, and for a professional what they asked for themselves

    def _asked(self, asked_by: str | None, part: str | None = None) -> bool:
        if self.is_chair:
            return True
        return asked_by == self.reader and all(
            one.columns(None, part) in ({"lead"}, {"present"}) for one in self.eyes
        )

    def _block(self, it: Sharing | None, part: str | None = None) -> Plain | None:
        if it is None or not self._asked(it.asked_by, part):
            return None
        return {
            **it.model_dump(),
            "withhold_from": self._left(it.withhold_from, self.persons),
            "share_with": self._left(it.share_with, self.persons),
            "may_stand": self._left(it.may_stand, self.persons),
        }

    # Passages and actions

    def _all_passages(
        self, items: Sequence[P], path: str, judge: Callable[[Eyes, P], Outcome]
    ) -> list[Plain]:
        """The passages of a list that are left, each as `judge` has it for every pair of eyes."""
        told = []
        for position, it in enumerate(items):
            words = self._judged(it, f"{path}.{item_key(it, position)}", judge)
            if words is not None:
                told.append(words)
        return told

    def _judged(self, it: P, place: str, judge: Callable[[Eyes, P], Outcome]) -> Plain | None:
        outcome = narrowest([judge(one, it) for one in self.eyes])
        if outcome.how == "withheld":
            self.passages[place] = "withheld"
            return None
        return self._passage(it, outcome, place, None)

    def _in_full(self, place: str) -> bool:
        """The words at this place are the passage's own, neither agreed words nor plain ones."""
        return self.passages[place] == "full"

    def _passage(self, it: Passage, outcome: Outcome, place: str, part: str | None) -> Plain:
        if outcome.variant is not None:
            words = it.wording_for[outcome.variant]
            text, plain, translations = words.text, words.plain, dict(words.translations)
            self.passages[place] = f"variant {outcome.variant}"
        elif outcome.how == "plain":
            text, plain, translations = it.plain or "", it.plain, {}
            self.passages[place] = "plain"
        else:
            text, plain, translations = it.text, it.plain, dict(it.translations)
            self.passages[place] = "full"
        self.texts[place] = text
        return {
            "id": it.id if self.is_chair else None,
            "text": text,
            "kind": it.kind,
            "about": self._left(it.about, self.persons),
            "sensitivity": it.sensitivity if self.is_chair else None,
            "plain": plain,
            "translations": translations,
            "wording_for": [dump(words) for words in it.wording_for] if self.is_chair else [],
            "sharing": self._block(it.sharing, part),
        }

    def _actions(self, items: Sequence[Action], path: str, own: str | None = None) -> list[Plain]:
        told = []
        for position, one in enumerate(items):
            if not all(sight.action(eyes, one, own) for eyes in self.eyes):
                continue
            self.texts[f"{path}.{item_key(one, position)}"] = one.what
            told.append(
                {
                    "id": one.id if self.is_chair else None,
                    "what": one.what,
                    "children": self._left(one.children, self.children),
                    "owners": self._left(one.owners, self.persons),
                    "due": one.due,
                    "by_when": one.by_when,
                    "measure": one.measure,
                    "checker": self._known(one.checker),
                    "about": self._left(one.about, self.persons),
                    "immediate": one.immediate,
                    "non_negotiable": one.non_negotiable,
                    "sharing": self._block(one.sharing),
                }
            )
        return told


def narrowest(outcomes: list[Outcome]) -> Outcome:
    """What is left when several pairs of eyes must agree."""
    if WITHHELD in outcomes:
        return WITHHELD
    variants = {outcome for outcome in outcomes if outcome.how == "variant"}
    if len(variants) > 1:
        return WITHHELD
    if variants:
        return variants.pop()
    return PLAIN if PLAIN in outcomes else FULL


def dump(record: Any) -> Plain | None:
    """A record as plain values."""
    return record.model_dump() if record is not None else None
