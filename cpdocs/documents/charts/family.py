"""A family as a genogram tells it: who is drawn, in which generation, joined to whom.

Only people and relations that the view holds come into it. A helper or friend is no part of a
family's structure; they stand in the list of people.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from cpdocs.model.people import PARENTS, Child, Person, RelationKind
from cpdocs.model.view import View

K = RelationKind

# How many generations above the other person somebody stands.
_ABOVE = {
    K.MOTHER: 1,
    K.FATHER: 1,
    K.STEPMOTHER: 1,
    K.STEPFATHER: 1,
    K.CARER: 1,
    K.FOSTER_CARER: 1,
    K.AUNT: 1,
    K.UNCLE: 1,
    K.RELATIVE: 1,  # the generation is not recorded: beside the parents, with a line of its own
    K.GRANDMOTHER: 2,
    K.GRANDFATHER: 2,
    K.SISTER: 0,
    K.BROTHER: 0,
    K.PARTNER: 0,
    K.FORMER_PARTNER: 0,
}
_GRANDPARENTS = frozenset({K.GRANDMOTHER, K.GRANDFATHER})
_SIBLINGS = frozenset({K.SISTER, K.BROTHER})
_AUNTS = frozenset({K.AUNT, K.UNCLE})
_STEPPARENTS = frozenset({K.STEPMOTHER, K.STEPFATHER})
_COUPLES = frozenset({K.PARTNER, K.FORMER_PARTNER})


class Standing(StrEnum):
    """How a member of the family is drawn."""

    SUBJECT = "subject"  # a child whom the conference is about
    UNBORN_SUBJECT = "unborn-subject"
    CHILD = "child"
    UNBORN_CHILD = "unborn-child"
    ADULT = "adult"


HEAVY = frozenset({Standing.SUBJECT, Standing.UNBORN_SUBJECT})
UNBORN = frozenset({Standing.UNBORN_SUBJECT, Standing.UNBORN_CHILD})


class Line(StrEnum):
    """What a line of the chart says."""

    PARENTS = "parents"  # from parents to their children
    PARTNERS = "partners"
    FORMER_PARTNERS = "former-partners"
    OTHER = "other"  # any other relation, which the person's own box names


COUPLES = frozenset({Line.PARTNERS, Line.FORMER_PARTNERS})


@dataclass(frozen=True, kw_only=True)
class Member:
    """Somebody in the chart. Row 0 holds the eldest generation."""

    id: str
    standing: Standing
    row: int
    roles: tuple[RelationKind, ...]  # what the box says that they are
    household: str | None  # where the view holds it


@dataclass(frozen=True, kw_only=True)
class Tie:
    """A line: from those above (or at its left) to those below (or at its right)."""

    line: Line
    of: tuple[str, ...]
    to: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Family:
    """All that the chart draws."""

    members: tuple[Member, ...] = ()
    ties: tuple[Tie, ...] = ()

    @property
    def households(self) -> tuple[tuple[str, ...], ...]:
        """Ids of those who live together, home by home, where two or more of them are drawn."""
        homes: dict[str, list[str]] = {}
        for member in self.members:
            if member.household:
                homes.setdefault(member.household, []).append(member.id)
        return tuple(tuple(ids) for ids in homes.values() if len(ids) > 1)

    def member(self, member_id: str) -> Member | None:
        """The member of that id."""
        return next((m for m in self.members if m.id == member_id), None)

    @property
    def has_subject(self) -> bool:
        """Whether a box is heavy."""
        return any(member.standing in HEAVY for member in self.members)

    @property
    def has_unborn(self) -> bool:
        """Whether a triangle is drawn."""
        return any(member.standing in UNBORN for member in self.members)

    def has(self, line: Line) -> bool:
        """Whether a line of that kind is drawn."""
        return any(tie.line == line for tie in self.ties)


@dataclass(frozen=True, kw_only=True)
class _Relation:
    who: str
    kind: RelationKind
    of: str


def family_of(view: View) -> Family:
    """The family of the children of the conference, as far as the view holds it."""
    records = view.records
    held: dict[str, Child | Person] = {c.id: c for c in sorted(records.children, key=_eldest_first)}
    held |= {person.id: person for person in records.people}
    told = [
        _Relation(who=person.id, kind=relation.kind, of=relation.of)
        for person in records.people
        for relation in person.relations
        if relation.kind in _ABOVE and relation.of in held
    ]
    subjects = tuple(i for i in held if i in view.conference.children and records.child(i))
    levels = _levels(subjects, told)
    homes = {household.id for household in records.households}
    top = min(levels.values(), default=0)
    others = _others(told)
    members = tuple(
        Member(
            id=each.id,
            standing=_standing(each, subjects),
            row=levels[each.id] - top,
            roles=_roles(each.id, subjects, told, others),
            household=each.lives_at if each.lives_at in homes else None,
        )
        for each in held.values()
        if each.id in levels
    )
    drawn = [relation for relation in told if relation.who in levels]
    return Family(members=members, ties=tuple(_ties(drawn, tuple(held), levels)))


def _eldest_first(child: Child) -> tuple[bool, int]:
    return child.is_unborn, child.born.toordinal() if child.born else 0


def _standing(each: Child | Person, subjects: tuple[str, ...]) -> Standing:
    if isinstance(each, Person):
        return Standing.ADULT
    if each.id in subjects:
        return Standing.UNBORN_SUBJECT if each.is_unborn else Standing.SUBJECT
    return Standing.UNBORN_CHILD if each.is_unborn else Standing.CHILD


def _levels(subjects: tuple[str, ...], told: list[_Relation]) -> dict[str, int]:
    """The generation of everybody whom relations join to a child of the conference, from 0 down.

    Parents and partners settle it before looser relations: a grandmother who is also an aunt by
    marriage stands where her own child puts her.
    """
    order = sorted(told, key=lambda r: (r.kind not in PARENTS, r.kind not in _COUPLES))
    levels = dict.fromkeys(subjects, 0)
    while True:
        step = next(_next_levels(levels, order), None)
        if step is None:
            return levels
        levels[step[0]] = step[1]


def _next_levels(levels: dict[str, int], order: list[_Relation]) -> Iterator[tuple[str, int]]:
    for relation in order:
        above = _ABOVE[relation.kind]
        if relation.of in levels and relation.who not in levels:
            yield relation.who, levels[relation.of] - above
        elif relation.who in levels and relation.of not in levels:
            yield relation.of, levels[relation.who] + above


def _roles(
    who: str, subjects: tuple[str, ...], told: list[_Relation], others: list[_Relation]
) -> tuple[RelationKind, ...]:
    """What somebody is to the children of the conference, else what a broken line stands for."""
    close = [r.kind for r in told if r.who == who and r.of in subjects and r.kind not in _COUPLES]
    return tuple(dict.fromkeys(close or [r.kind for r in others if r.who == who]))


def _ties(told: list[_Relation], order: tuple[str, ...], levels: dict[str, int]) -> Iterator[Tie]:
    families: dict[tuple[str, ...], list[str]] = {}
    parents = _parents(told)
    for child in sorted(parents, key=order.index):
        families.setdefault(tuple(sorted(parents[child], key=order.index)), []).append(child)
    for of, to in families.items():
        yield Tie(line=Line.PARENTS, of=of, to=tuple(to))
    yield from _couples(told)
    rows: dict[tuple[str, int], list[str]] = {}
    for relation in _others(told):
        rows.setdefault((relation.who, levels[relation.of]), []).append(relation.of)
    for (who, _), others in rows.items():
        yield Tie(line=Line.OTHER, of=(who,), to=tuple(dict.fromkeys(others)))


def _parents(told: list[_Relation]) -> dict[str, list[str]]:
    parents: dict[str, list[str]] = {}
    for relation in told:
        if relation.kind in PARENTS:
            parents.setdefault(relation.of, []).append(relation.who)
    return parents


def _couples(told: list[_Relation]) -> Iterator[Tie]:
    """Each couple once, though both may say so. Who parted and came back is together."""
    lines: dict[tuple[str, str], Line] = {}
    for relation in told:
        if relation.kind in _COUPLES:
            pair = (min(relation.who, relation.of), max(relation.who, relation.of))
            parted = relation.kind is K.FORMER_PARTNER
            line = Line.FORMER_PARTNERS if parted else Line.PARTNERS
            lines[pair] = Line.PARTNERS if Line.PARTNERS in (line, lines.get(pair)) else line
    for (one, other), line in lines.items():
        yield Tie(line=line, of=(one,), to=(other,))


def _others(told: list[_Relation]) -> list[_Relation]:
    """Relations that no line of parents or partners tells already."""
    parents = _parents(told)
    siblings = _pairs(told, _SIBLINGS)
    partners = _pairs(told, frozenset({K.PARTNER}))
    found: list[_Relation] = []
    for relation in told:
        mine, theirs = parents.get(relation.who, []), parents.get(relation.of, [])
        if relation.kind in PARENTS | _COUPLES or relation.who in theirs:
            continue
        if relation.kind in _SIBLINGS:
            said = any(r.who == relation.of and r.of == relation.who for r in found)
            is_told = said or bool(set(mine) & set(theirs))
        elif relation.kind in _GRANDPARENTS:
            is_told = any(relation.who in parents.get(parent, ()) for parent in theirs)
        elif relation.kind in _AUNTS:
            is_told = any(
                frozenset((relation.who, parent)) in siblings
                or set(mine) & set(parents.get(parent, ()))
                for parent in theirs
            )
        elif relation.kind in _STEPPARENTS:
            is_told = any(frozenset((relation.who, parent)) in partners for parent in theirs)
        else:
            is_told = False
        if not is_told:
            found.append(relation)
    return found


def _pairs(told: list[_Relation], kinds: frozenset[RelationKind]) -> frozenset[frozenset[str]]:
    return frozenset(frozenset((r.who, r.of)) for r in told if r.kind in kinds)
