"""Cases that differ from a given one only in what one reader may not see, as the oracle has it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from random import Random
from typing import Any

from cpdocs.case.case import Case
from cpdocs.model.view import PAPERS
from tests.oracle.rules import Expectation, sees

Tree = dict[str, Any]
Change = Callable[[Random, Tree, Tree], None]  # (chance, case, its conference), changed in place

_NEW = "zzq new words of another length"
# Fields of papers, beside passages, that hold words and that name people.
_TOLD = ("outcome", "conflicts", "place", "because", "measure", "why_not", "point", "what")
_WHO = ("by", "present", "who", "told_by", "cover", "chaired_by")


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


def _papers(tree: Tree) -> Tree:
    """The papers of this conference and of others, by their lists."""
    return {name: _opened(tree, name) for name in PAPERS}


def _paper_lists(tree: Tree) -> list[list[Tree]]:
    """The lists of papers that hold any."""
    return [papers for papers in _papers(tree).values() if papers]


def _opened(holder: Tree, name: str) -> list[Tree]:
    """A list of a tree, made so that it can be changed in place."""
    if not isinstance(holder[name], list):
        holder[name] = list(holder[name])
    opened: list[Tree] = holder[name]
    return opened


def _every_list(record: Tree, mark: str) -> Iterator[list[Tree]]:
    """Every list, however deep, of records that have the field `mark`."""
    for name, value in record.items():
        if isinstance(value, dict):
            yield from _every_list(value, mark)
        elif isinstance(value, list | tuple) and value and isinstance(value[0], dict):
            inner = _opened(record, name)
            if mark in inner[0]:
                yield inner
            for item in inner:
                yield from _every_list(item, mark)


def _lists(rng: Random, tree: Tree, meeting: Tree, mark: str) -> list[list[Tree]]:
    """Lists of such records, of the conference or else of the papers: as often of each."""
    places = [list(_every_list(within, mark)) for within in (meeting, _papers(tree))]
    return rng.choice([lists for lists in places if lists] or [[]])


def _passages(rng: Random, tree: Tree, meeting: Tree) -> list[list[Tree]]:
    return _lists(rng, tree, meeting, "wording_for")


def _passage(rng: Random, tree: Tree, meeting: Tree) -> Tree | None:
    lists = _passages(rng, tree, meeting)
    return rng.choice(rng.choice(lists)) if lists else None


def _people(tree: Tree) -> list[str]:
    return [it["id"] for kind in ("children", "people", "professionals") for it in tree[kind]]


def _reword(rng: Random, tree: Tree, meeting: Tree) -> None:
    passage = _passage(rng, tree, meeting)
    if passage:
        passage["text"] = _NEW * rng.randint(1, 3)


def _replain(rng: Random, tree: Tree, meeting: Tree) -> None:
    passage = _passage(rng, tree, meeting)
    if passage:
        passage["plain"] = rng.choice((None, _NEW))


def _retranslate(rng: Random, tree: Tree, meeting: Tree) -> None:
    passage = _passage(rng, tree, meeting)
    if passage:
        passage["translations"] = rng.choice(({}, {"ur": _NEW}, {"ro": _NEW, "pl": _NEW}))


def _vary(rng: Random, tree: Tree, meeting: Tree) -> None:
    passage = _passage(rng, tree, meeting)
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
    passage = _passage(rng, tree, meeting)
    if passage:
        passage["wording_for"] = passage["wording_for"][1:]


def _classify(rng: Random, tree: Tree, meeting: Tree) -> None:
    passage = _passage(rng, tree, meeting)
    if passage:
        kinds = (None, "police", "criminal", "third-party", "adult-private", "child-private")
        passage["sensitivity"] = rng.choice(kinds)
        passage["about"] = tuple(rng.sample(_people(tree)[:4], 2 if len(_people(tree)) > 1 else 1))


def _take_out(rng: Random, tree: Tree, meeting: Tree) -> None:
    lists = _passages(rng, tree, meeting)
    if lists:
        chosen = rng.choice(lists)
        del chosen[rng.randrange(len(chosen))]


def _put_in(rng: Random, tree: Tree, meeting: Tree) -> None:
    lists = _passages(rng, tree, meeting)
    if lists:
        chosen = rng.choice(lists)
        new = {**rng.choice(chosen), "id": None, "text": _NEW}
        chosen.insert(rng.randrange(len(chosen) + 1), new)


def _reorder(rng: Random, tree: Tree, meeting: Tree) -> None:
    lists = _passages(rng, tree, meeting)
    if lists:
        chosen = rng.choice(lists)
        first, second = rng.randrange(len(chosen)), rng.randrange(len(chosen))
        chosen[first], chosen[second] = chosen[second], chosen[first]


def _blocks(rng: Random, tree: Tree) -> list[Tree]:
    """Records that may carry a sharing block: in papers, or else anywhere else."""
    others = [tree["children"], tree["people"], tree["professionals"], tree["households"]]
    rest = [*(record for records in others for record in records), *tree["conferences"]]
    return rng.choice(
        [list(_carriers(_papers(tree))) or list(_carriers(rest)), list(_carriers(rest))]
    )


def _carriers(value: object) -> Iterator[Tree]:
    if isinstance(value, dict):
        if "sharing" in value:
            yield value
        for inner in value.values():
            yield from _carriers(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _carriers(inner)


def _reblock(rng: Random, tree: Tree, meeting: Tree) -> None:
    record = rng.choice(_blocks(rng, tree))
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
    carrying = [record for record in _blocks(rng, tree) if record["sharing"]]
    if carrying:
        rng.choice(carrying)["sharing"]["reason"] = _NEW * rng.randint(1, 3)


def _move(rng: Random, tree: Tree, meeting: Tree) -> None:
    if tree["households"]:
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
    lists = _lists(rng, tree, meeting, "owners")
    if lists:
        actions = rng.choice(lists)
        actions.insert(0, {**rng.choice(actions), "id": None, "what": _NEW})


def _unact(rng: Random, tree: Tree, meeting: Tree) -> None:
    lists = _lists(rng, tree, meeting, "owners")
    if lists:
        del rng.choice(lists)[0]


def _retell(rng: Random, tree: Tree, meeting: Tree) -> None:
    """Words beside a paper's passages: what came of it, where, why not, how judged."""
    lists = [papers for name in _TOLD for papers in _every_list(_papers(tree), name)]
    if lists:
        record = rng.choice(rng.choice(lists))
        name = rng.choice([name for name in _TOLD if name in record])
        record[name] = _NEW * rng.randint(1, 3)


def _redate(rng: Random, tree: Tree, meeting: Tree) -> None:
    lists = list(_every_list(_papers(tree), "dated"))
    if lists:
        rng.choice(rng.choice(lists))["dated"] = "2026-10-31"


def _rewho(rng: Random, tree: Tree, meeting: Tree) -> None:
    """Somebody else wrote it, was there, took it or signs it."""
    lists = [papers for name in _WHO for papers in _every_list(_papers(tree), name)]
    if lists:
        record = rng.choice(rng.choice(lists))
        name = rng.choice([name for name in _WHO if name in record])
        who = rng.choice(_people(tree) if name in ("who", "present") else _staff(tree))
        record[name] = (*record[name], who) if name == "present" else who


def _staff(tree: Tree) -> list[str]:
    return [one["id"] for one in tree["professionals"]]


def _take_out_paper(rng: Random, tree: Tree, meeting: Tree) -> None:
    lists = _paper_lists(tree)
    if lists:
        chosen = rng.choice(lists)
        del chosen[rng.randrange(len(chosen))]


def _reapprove(rng: Random, tree: Tree, meeting: Tree) -> None:
    """A draft is approved, or what was approved is a draft again."""
    lists = list(_every_list(_papers(tree), "approved"))
    if lists:
        record = rng.choice(rng.choice(lists))
        approval = {"by": meeting["chair"], "dated": "2026-12-20"}
        record["approved"] = None if record["approved"] else approval


def _reinvite(rng: Random, tree: Tree, meeting: Tree) -> None:
    """Others were asked to another conference of the case."""
    others = [it for it in tree["conferences"] if it["id"] != meeting["id"]]
    if others:
        other = rng.choice(others)
        who = rng.choice(_people(tree))
        kept = [row for row in other["invitations"] if row["who"] != who]
        asked = len(kept) == len(other["invitations"])
        other["invitations"] = [*kept, {"who": who}] if asked else kept


def _put_in_paper(rng: Random, tree: Tree, meeting: Tree) -> None:
    """One more paper, a copy of another with ids and words of its own."""
    lists = _paper_lists(tree)
    if lists:
        chosen = rng.choice(lists)
        new = _copied(rng.choice(chosen))
        if "text" in new:  # an entry of the chronology is a passage, and has no id of its own
            new.update(id=None, text=_NEW)
        elif "id" in new:
            new["id"] = f"zzq-paper-{rng.randrange(10**6)}"
        chosen.insert(rng.randrange(len(chosen) + 1), new)


def _copied(value: Any) -> Any:
    """The same records, without the ids that only one record may have."""
    if isinstance(value, dict):
        copied = {name: _copied(inner) for name, inner in value.items()}
        inside = "sharing" in value and "conference" not in value  # a passage or an action
        return {**copied, "id": None} if inside else copied
    return [_copied(inner) for inner in value] if isinstance(value, list | tuple) else value


def _reorder_papers(rng: Random, tree: Tree, meeting: Tree) -> None:
    lists = _paper_lists(tree)
    if lists:
        chosen = rng.choice(lists)
        first, second = rng.randrange(len(chosen)), rng.randrange(len(chosen))
        chosen[first], chosen[second] = chosen[second], chosen[first]


def _rebook(rng: Random, tree: Tree, meeting: Tree) -> None:
    if meeting["booking"]:
        meeting["booking"]["availability"] = ({"who": rng.choice(_people(tree)), "says": _NEW},)
        meeting["booking"]["late"] = None
    else:
        meeting["booking"] = {"asked_by": rng.choice(_staff(tree)), "asked": "2026-10-30"}


def _reask(rng: Random, tree: Tree, meeting: Tree) -> None:
    asked = [row for row in meeting["invitations"] if row["who"] in _staff(tree)]
    if asked:
        rng.choice(asked)["because"] = rng.choice((None, "involved-now", "specialist-knowledge"))


def _redescribe(rng: Random, tree: Tree, meeting: Tree) -> None:
    child = rng.choice(tree["children"])
    child[rng.choice(("legal_status", "background"))] = rng.choice((None, _NEW, _NEW * 2))


CHANGES: tuple[Change, ...] = (
    *(_reword, _replain, _retranslate, _vary, _unvary, _classify, _take_out, _put_in, _reorder),
    *(_reblock, _rereason, _move, _rename, _ring, _add_person, _add_part, _retitle, _reattend),
    *(_unexclude, _redecide, _undecide, _react, _unact, _retell, _redate, _rewho, _take_out_paper),
    *(_put_in_paper, _reorder_papers, _rebook, _reask, _redescribe, _reapprove, _reinvite),
)
