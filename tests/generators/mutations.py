"""Cases that differ from a given one only in what one reader may not see, as the oracle has it."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any

from cpdocs.case.case import Case
from tests.oracle.rules import Expectation, sees

Tree = dict[str, Any]
Change = Callable[[Random, Tree, Tree], None]  # (chance, case, its conference), changed in place

_NEW = "zzq new words of another length"


def mutate(
    case: Case, reader: str, conference: str, expected: Expectation, rng: Random, tries: int = 6
) -> tuple[Case, int]:
    """A case that the reader must not be able to tell from this one, and how many changes it holds.

    A change after which the oracle expects anything else for the reader is dropped.
    """
    changed, kept = case, 0
    for _ in range(tries):
        tree = changed.model_dump()
        meeting = next(c for c in tree["conferences"] if c["id"] == conference)
        change = rng.choice(CHANGES)
        change(rng, tree, meeting)
        candidate = Case.model_validate(tree)
        if candidate == changed or not _valid_for(candidate, conference):
            continue
        if _own(candidate, reader) != _own(case, reader):
            continue
        if sees(candidate, reader, conference).records != expected.records:
            continue
        changed, kept = candidate, kept + 1
    return changed, kept


def _own(case: Case, reader: str) -> list[object]:
    """What a reader's copy is addressed with: their own record, home and agency."""
    child, person = case.child(reader), case.person(reader)
    professional = case.professional(reader)
    lives_at = child.lives_at if child else person.lives_at if person else None
    own: list[object] = [child, person, professional, case.household(lives_at or "")]
    return [*own, case.agency(professional.agency if professional else "")]


def _valid_for(case: Case, conference: str) -> bool:
    meeting = next(c for c in case.conferences if c.id == conference)
    return any(not part.confidential and not part.legal_advice for part in meeting.parts)


def _passages(meeting: Tree) -> list[list[Tree]]:
    """Every list of passages of a conference."""
    said = meeting["minutes"] or {"contributions": (), "decisions": ()}
    lists = [(meeting, "purpose"), (said, "contributions")]
    lists += [(decision, "reasons") for decision in said["decisions"]]
    for holder, name in lists:
        holder[name] = list(holder[name])
    return [holder[name] for holder, name in lists if holder[name]]


def _passage(rng: Random, meeting: Tree) -> Tree | None:
    lists = _passages(meeting)
    return rng.choice(rng.choice(lists)) if lists else None


def _people(tree: Tree) -> list[str]:
    return [it["id"] for kind in ("children", "people", "professionals") for it in tree[kind]]


def _reword(rng: Random, tree: Tree, meeting: Tree) -> None:
    passage = _passage(rng, meeting)
    if passage:
        passage["text"] = _NEW * rng.randint(1, 3)


def _replain(rng: Random, tree: Tree, meeting: Tree) -> None:
    passage = _passage(rng, meeting)
    if passage:
        passage["plain"] = rng.choice((None, _NEW))


def _retranslate(rng: Random, tree: Tree, meeting: Tree) -> None:
    passage = _passage(rng, meeting)
    if passage:
        passage["translations"] = rng.choice(({}, {"ur": _NEW}, {"ro": _NEW, "pl": _NEW}))


def _vary(rng: Random, tree: Tree, meeting: Tree) -> None:
    passage = _passage(rng, meeting)
    if passage:
        taken = {one for words in passage["wording_for"] for one in words["readers"]}
        free = [one for one in _people(tree) if one not in taken]
        if free:
            words = {
                "readers": (rng.choice(free),),
                "text": _NEW,
                "agreed_by_chair": "2026-11-20",
            }
            passage["wording_for"] = (*passage["wording_for"], words)


def _unvary(rng: Random, tree: Tree, meeting: Tree) -> None:
    passage = _passage(rng, meeting)
    if passage:
        passage["wording_for"] = passage["wording_for"][1:]


def _classify(rng: Random, tree: Tree, meeting: Tree) -> None:
    passage = _passage(rng, meeting)
    if passage:
        kinds = (None, "police", "criminal", "third-party", "adult-private", "child-private")
        passage["sensitivity"] = rng.choice(kinds)
        passage["about"] = tuple(rng.sample(_people(tree)[:4], 2 if len(_people(tree)) > 1 else 1))


def _take_out(rng: Random, tree: Tree, meeting: Tree) -> None:
    lists = _passages(meeting)
    if lists:
        chosen = rng.choice(lists)
        del chosen[rng.randrange(len(chosen))]


def _put_in(rng: Random, tree: Tree, meeting: Tree) -> None:
    lists = _passages(meeting)
    if lists:
        chosen = rng.choice(lists)
        new = {**rng.choice(chosen), "id": None, "text": _NEW}
        chosen.insert(rng.randrange(len(chosen) + 1), new)


def _reorder(rng: Random, tree: Tree, meeting: Tree) -> None:
    lists = _passages(meeting)
    if lists:
        chosen = rng.choice(lists)
        first, second = rng.randrange(len(chosen)), rng.randrange(len(chosen))
        chosen[first], chosen[second] = chosen[second], chosen[first]


def _blocks(tree: Tree) -> list[Tree]:
    """Every record that may carry a sharing block."""
    meetings = tree["conferences"]
    found = [*tree["children"], *tree["people"], *tree["professionals"], *tree["households"]]
    for meeting in meetings:
        found += [*meeting["parts"], *(p for passages in _passages(meeting) for p in passages)]
        if meeting["minutes"]:
            found += [*meeting["minutes"]["decisions"], *meeting["minutes"]["actions"]]
    return found


def _reblock(rng: Random, tree: Tree, meeting: Tree) -> None:
    record = rng.choice(_blocks(tree))
    people = [
        one for one in _people(tree) if one not in (meeting["chair"], meeting["minute_taker"])
    ]
    names = rng.sample(people, min(2, len(people)))
    record["sharing"] = rng.choice(
        (
            None,
            {"withhold_from": names, "reason": _NEW, "asked_by": rng.choice(people)},
            {"share_with": names, "reason": _NEW, "agreed_by_chair": "2026-11-20"},
            {"withhold_from": names[:1], "reason": _NEW, "show_gap": True},
        )
    )


def _rereason(rng: Random, tree: Tree, meeting: Tree) -> None:
    carrying = [record for record in _blocks(tree) if record["sharing"]]
    if carrying:
        rng.choice(carrying)["sharing"]["reason"] = _NEW * rng.randint(1, 3)


def _move(rng: Random, tree: Tree, meeting: Tree) -> None:
    home = rng.choice(tree["households"])
    home["landline"] = "07700900999"
    home["address"] = {"lines": ("9 Other Street",) * rng.randint(1, 3), "postcode": "ZZ9 9ZZ"}


def _rename(rng: Random, tree: Tree, meeting: Tree) -> None:
    record = rng.choice([*tree["people"], *tree["children"], *tree["places"], *tree["agencies"]])
    record["name"] = (
        _NEW if "kind" in record else {"given": "Zzqother", "family": "Zzqname of any length"}
    )


def _ring(rng: Random, tree: Tree, meeting: Tree) -> None:
    record = rng.choice([*tree["people"], *tree["children"], *tree["professionals"]])
    record["contact"] = rng.choice((None, {"mobile": "07700900998", "safe_to_ring": _NEW}))
    record["needs"] = rng.choice((None, {"other": _NEW, "preferred_language": "ro"}))


def _add_person(rng: Random, tree: Tree, meeting: Tree) -> None:
    of = rng.choice(tree["children"])["id"]
    person = {
        "id": f"zzq-{len(tree['people'])}",
        "name": {"given": "Zzqadded", "family": "Zzqperson"},
        "relations": ({"kind": "father", "of": of},),
    }
    tree["people"] = [*tree["people"], person]
    if rng.random() < 0.5:
        row = {"who": person["id"], "invited": False, "told": False, "reason": _NEW}
        meeting["invitations"] = [*meeting["invitations"], {**row, "agreed_by_chair": "2026-11-20"}]


def _add_part(rng: Random, tree: Tree, meeting: Tree) -> None:
    part = {
        "id": f"zzq-part-{len(meeting['parts'])}",
        "title": _NEW,
        "confidential": True,
        "asked_by": meeting["chair"],
        "agreed_by_chair": "2026-11-20",
        "reason": _NEW,
    }
    where = rng.randrange(len(meeting["parts"]) + 1)
    parts = list(meeting["parts"])
    parts.insert(where, part)
    meeting["parts"] = parts
    if meeting["minutes"]:
        said = list(meeting["minutes"]["contributions"])
        passage = {"text": _NEW, "kind": "fact", "part": part["id"]}
        said.insert(rng.randrange(len(said) + 1), passage)
        meeting["minutes"]["contributions"] = said


def _retitle(rng: Random, tree: Tree, meeting: Tree) -> None:
    rng.choice(meeting["parts"])["title"] = _NEW


def _reattend(rng: Random, tree: Tree, meeting: Tree) -> None:
    if meeting["attendance"]:
        row = rng.choice(meeting["attendance"])
        part = rng.choice(meeting["parts"])["id"]
        name = rng.choice(("asked_to_leave", "attended"))
        others = ("free_to_attend", "left") if name == "asked_to_leave" else ("free_to_attend",)
        if not any(part in row[other] for other in others) and part not in row[name]:
            row[name] = (*row[name], part)


def _unexclude(rng: Random, tree: Tree, meeting: Tree) -> None:
    if meeting["exclusions"]:
        out = rng.choice(meeting["exclusions"])
        out["reason_told"], out["ground"] = _NEW, "violence"


def _redecide(rng: Random, tree: Tree, meeting: Tree) -> None:
    said = meeting["minutes"]
    if said and said["decisions"]:
        decision = rng.choice(said["decisions"])
        decision["plan"], decision["categories"] = "made", ("neglect",)
        decision["basis_without_consensus"] = _NEW


def _undecide(rng: Random, tree: Tree, meeting: Tree) -> None:
    said = meeting["minutes"]
    if said:
        kind = rng.choice(("decisions", "actions", "core_groups"))
        said[kind] = list(said[kind])[1:]


def _react(rng: Random, tree: Tree, meeting: Tree) -> None:
    said = meeting["minutes"]
    if said and said["actions"]:
        action = {**rng.choice(said["actions"]), "id": None, "what": _NEW}
        said["actions"] = [action, *said["actions"]]


CHANGES: tuple[Change, ...] = (
    *(_reword, _replain, _retranslate, _vary, _unvary, _classify, _take_out, _put_in, _reorder),
    *(_reblock, _rereason, _move, _rename, _ring, _add_person, _add_part, _retitle, _reattend),
    *(_unexclude, _redecide, _undecide, _react),
)
