"""Invented minutes: passages, with all that bears on who may have them, and what follows."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from cpdocs.model.conference import (
    Action,
    Category,
    Contribution,
    CoreGroup,
    Decision,
    Dissent,
    Minutes,
    Part,
    PlanOutcome,
)
from cpdocs.model.people import Child, Person, Professional
from cpdocs.model.sharing import Challenge, Passage, Variant
from cpdocs.values import Sensitivity, StatementKind
from tests.generators.chance import Chance
from tests.generators.people import with_block, with_block_of_words
from tests.generators.words import Words

S = Sensitivity
_SENSITIVITIES = (
    S.CHILD_PRIVATE,
    S.ADULT_PRIVATE,
    S.CHILD_CONFIDED,
    S.KEPT_FROM_CHILD,
    S.POLICE,
    S.CRIMINAL,
    S.THIRD_PARTY,
    S.LEGAL_ADVICE,
    S.CONFIDENTIAL_SECTION,
)


def minutes(
    chance: Chance,
    words: Words,
    about: tuple[str, ...],
    kids: tuple[Child, ...],
    family: tuple[Person, ...],
    staff: tuple[Professional, ...],
    parts: tuple[Part, ...],
    blockable: list[str],
) -> Minutes:
    """Minutes of some passages, a decision for each child, and what follows."""
    everyone = [k.id for k in kids] + [p.id for p in family] + [p.id for p in staff]
    said = []
    for _ in range(chance.count(2, 9)):
        said.append(
            Contribution(
                **worded(chance, words, kids, family, blockable),
                part=chance.pick(parts).id,
                by=chance.maybe(chance.pick(everyone)),
                noted=(
                    (
                        Challenge(
                            by=chance.maybe(chance.pick(everyone)),
                            dated=chance.day(),
                            says=words.text(),
                        ),
                    )
                    if chance.one_in(8)
                    else ()
                ),
            )
        )
    decisions = tuple(
        _decision(chance, words, child, kids, family, staff, blockable)
        for child in about
        if not chance.one_in(5)
    )
    return Minutes(
        outcome_dated=chance.maybe(chance.day()),
        contributions=tuple(said),
        decisions=decisions,
        core_groups=tuple(
            CoreGroup(
                children=chance.some(about) or about[:1],
                members=chance.some(everyone),
                first_meeting=chance.maybe(datetime(2026, 12, 1, 10)),
                place=chance.maybe(words.text()),
            )
            for _ in range(chance.count(0, 2))
        ),
        actions=tuple(
            action(chance, words, about, everyone, [p.id for p in family], blockable)
            for _ in range(chance.count(0, 3))
        ),
        review=chance.maybe(datetime(2027, 2, 1, 10)),
    )


def action(
    chance: Chance,
    words: Words,
    about: tuple[str, ...],
    everyone: list[str],
    adults: list[str],
    blockable: list[str],
) -> Action:
    """Something to be done for some of these children, by anybody."""
    return Action(
        id=words.id("action") if chance.one_in(2) else None,
        what=words.text(),
        children=chance.some(about) or about[:1],
        owners=chance.few(everyone),
        due=chance.day(),
        measure=chance.maybe(words.text()),
        checker=chance.maybe(chance.pick(everyone)),
        about=chance.few(adults) if chance.one_in(3) else (),
        sharing=with_block_of_words(chance, words, blockable) if chance.one_in(4) else None,
    )


def passages(
    chance: Chance,
    words: Words,
    kids: tuple[Child, ...],
    family: tuple[Person, ...],
    blockable: list[str],
    number: int,
) -> tuple[Passage, ...]:
    """Passages that are in no part."""
    return tuple(Passage(**worded(chance, words, kids, family, blockable)) for _ in range(number))


def worded(
    chance: Chance,
    words: Words,
    kids: tuple[Child, ...],
    family: tuple[Person, ...],
    blockable: list[str],
) -> dict[str, Any]:
    """The fields of a passage, with all that bears on who may have it."""
    people = 2 * [kid.id for kid in kids] + [p.id for p in family]
    free = list(blockable)
    variants = []
    while chance.one_in(4) and free:
        readers = chance.few(free)
        free = [one for one in free if one not in readers]
        variants.append(
            Variant(
                readers=readers,
                text=words.text(),
                plain=chance.maybe(words.text()),
                translations={"ur": words.text()} if chance.one_in(2) else {},
                agreed_by_chair=chance.day(),
            )
        )
    return {
        "id": words.id("passage") if chance.one_in(3) else None,
        "text": words.text(),
        "kind": chance.pick(tuple(StatementKind)),
        "about": () if chance.one_in(3) else chance.few(people),
        "sensitivity": chance.pick(_SENSITIVITIES) if chance.one_in(3) else None,
        "plain": chance.maybe(words.text()),
        "translations": {"pl": words.text()} if chance.one_in(3) else {},
        "wording_for": tuple(variants),
        "sharing": with_block_of_words(chance, words, blockable) if chance.one_in(3) else None,
    }


def _decision(
    chance: Chance,
    words: Words,
    child: str,
    kids: tuple[Child, ...],
    family: tuple[Person, ...],
    staff: tuple[Professional, ...],
    blockable: list[str],
) -> Decision:
    plan = chance.pick(tuple(PlanOutcome))
    planned = plan in (PlanOutcome.MADE, PlanOutcome.CONTINUED)
    reasons = passages(chance, words, kids, family, blockable, chance.count(0, 1))
    return Decision(
        child=child,
        plan=plan,
        categories=(chance.pick(tuple(Category)),) if planned else (),
        reasons=(Passage(text=words.text(), plain=chance.maybe(words.text())), *reasons),
        basis_without_consensus=chance.maybe(words.text()),
        dissent=(
            (Dissent(by=chance.pick(staff).id, reason=words.text()),) if chance.one_in(4) else ()
        ),
        lead_worker=chance.maybe(staff[2].id),
        sharing=with_block(chance, words, blockable) if chance.one_in(6) else None,
    )
