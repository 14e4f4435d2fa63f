"""Decide: a verdict for every place of a case and one reader. Deny overrides, most specific first.

The order is set out in `docs/sharing.md`; each step below names its rule and source.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from cpdocs.model.base import Record
from cpdocs.model.conference import (
    Action,
    Attendance,
    Conference,
    Contribution,
    CoreGroup,
    Decision,
    Invitation,
    Part,
)
from cpdocs.model.office import Cover, Ending
from cpdocs.model.paths import Node, Path, fields_of, records_in
from cpdocs.model.people import Child, Person, Professional
from cpdocs.model.places import Agency, Event, Household, Place
from cpdocs.model.plans import CoreGroupMeeting
from cpdocs.model.reports import Report, Visit
from cpdocs.model.sharing import Passage, Said, Sharing
from cpdocs.sharing.cells import GRANTS, Question, Scope, same_agency, widened
from cpdocs.sharing.facts import Facts, Sort
from cpdocs.sharing.helpers import agreed_words, for_helper
from cpdocs.sharing.papers import OWNED, Shared, comes_with, question_of
from cpdocs.sharing.policy import POLICY, SOURCES, Cell, Matter
from cpdocs.sharing.questions import (
    field_questions,
    part_question,
    passage_questions,
    record_questions,
)
from cpdocs.sharing.standing import columns
from cpdocs.sharing.verdict import AS_ITS_RECORD, Labels, Verdict, granted, withheld
from cpdocs.values import Sensitivity

_OWNERS = (Child, Person, Professional, Agency, Household, Place, Decision)


@dataclass
class _Notes:
    """What a walk has found so far."""

    withheld: dict[Path, Verdict] = field(default_factory=dict)
    variants: dict[Path, int] = field(default_factory=dict)
    gaps: set[Path] = field(default_factory=set)
    markable: set[Path] = field(default_factory=set)
    plain: set[Path] = field(default_factory=set)
    narrowed: dict[Path, tuple[str, ...]] = field(default_factory=dict)

    def labels(self) -> Labels:
        return Labels(
            withheld=self.withheld,
            variants=self.variants,
            gaps=frozenset(self.gaps),
            markable=frozenset(self.markable),
            plain=frozenset(self.plain),
            narrowed=self.narrowed,
        )


def decide(facts: Facts, reader: str, behind: frozenset[str] = frozenset()) -> Labels:
    """What `reader` does not get of the case, before references are closed.

    Supporters, advocates and interpreters get at most what each of their people gets, and at most
    what they would get as family (R 7.2.4; C24).
    """
    helped = facts.helps(reader)
    if not helped:
        return _walk(facts, reader)
    if reader in behind:  # helpers in a circle see nothing
        path = ("conferences", facts.conference.id)
        return Labels(withheld={path: withheld("helpers-in-a-circle", "R 7.2.4")})
    labels = [decide(facts, person, behind | {reader}) for person in helped]
    if not facts.is_only_helper(reader):
        labels.append(_walk(facts, reader))
    return for_helper(facts, reader, labels)


def _walk(facts: Facts, reader: str) -> Labels:
    notes = _Notes()
    _record(facts.scoped, (), Scope(facts=facts, reader=reader), notes)
    return notes.labels()


def _record(record: Record, path: Path, scope: Scope, notes: _Notes) -> None:
    """Decide the fields of a record that is itself granted, and the records inside it."""
    for node in fields_of(record, path):
        verdict = _field(node, scope)
        if not verdict.granted:
            notes.withheld[node.path] = verdict
        elif node.spec.sensitivity is None:
            notes.withheld[node.path] = withheld("no-sensitivity", "law 1")
        else:
            _inside(node, scope, notes)


_NOT_FOR_THE_EXCLUDED = (Sensitivity.CHILD_PRIVATE, Sensitivity.HEALTH, Sensitivity.ADDRESS)


def _field(node: Node, scope: Scope) -> Verdict:
    """The verdict on one field of a granted record."""
    facts, reader, owner = scope.facts, scope.reader, scope.owner
    is_others = isinstance(owner, Child | Person) and owner.id != reader
    is_private = node.spec.sensitivity in _NOT_FOR_THE_EXCLUDED
    if is_others and is_private and facts.is_excluded_from_all(reader):
        return withheld("excluded-from-whole", "R 7.1.9")
    return _ask_all(field_questions(node, scope), scope)


def _inside(node: Node, scope: Scope, notes: _Notes) -> None:
    for path, inner in records_in(node):
        deeper = _scope(inner, scope)
        verdict = _judge(inner, deeper)
        if isinstance(inner, Contribution) and leaves_gap(inner, deeper):
            notes.markable.add(path)
        if verdict.granted:
            _mark_words(inner, path, verdict, deeper, notes)
            if isinstance(inner, Shared):
                notes.narrowed[(*path, "children")] = _children_told(inner, deeper)
            _record(inner, path, deeper, notes)
        else:
            notes.withheld[path] = verdict
            if path in notes.markable:
                notes.gaps.add(path)


def _scope(record: Record, scope: Scope) -> Scope:
    return replace(
        scope,
        subjects=scope.subjects if record.subjects is None else record.subjects,
        part=record.part if isinstance(record, Contribution) else scope.part,
        owner=record if isinstance(record, _OWNERS) else scope.owner,
        **(_of_paper(record, scope) if isinstance(record, OWNED) else {}),  # type: ignore[arg-type]
    )


def _of_paper(record: Record, scope: Scope) -> dict[str, object]:
    """What a paper settles for all that is in it."""
    told: tuple[str, ...] = ()
    if isinstance(record, Shared):
        told = tuple(child for child in _children_told(record, scope) if _is_known(child, scope))
    by = record.by if isinstance(record, Report | Visit) else None
    return {"paper": record, "covered": comes_with(record, told), "by": by}


def _judge(record: Record, scope: Scope) -> Verdict:
    """The verdict on a whole record."""
    stop = _stopped(record, scope)
    if stop is not None:
        return stop
    match record:
        case Passage():
            return passage(record, scope)
        case Part():
            return _part(record, scope)
        case CoreGroup() | CoreGroupMeeting() | Cover():
            return _shared(record, scope)
        case Report() if _own_agency(record.by, scope):
            return granted("own-agency", "policy")
        case Action() if scope.reader in record.owners:
            return granted("own-action", "policy")
        case Invitation() | Attendance():
            return _row(record, scope)
        case _:
            return _ask_all(record_questions(record, scope), scope)


def _stopped(record: Record, scope: Scope) -> Verdict | None:
    """Steps 1 and 2: not told, no standing, excluded from the whole, withheld by name."""
    facts, reader = scope.facts, scope.reader
    if isinstance(record, Conference):
        if not facts.is_told(reader):
            return withheld("not-told", "R 7.1.8 b")
    elif not columns(facts, reader, None, scope.part):
        return withheld("no-standing", "policy")
    block = getattr(record, "sharing", None)
    if isinstance(block, Sharing) and reader in block.withhold_from:
        return withheld("withheld-by-name", "S 7.5", block)
    if facts.sort(reader) is not Sort.PROFESSIONAL and facts.is_excluded_from_all(reader):
        return _excluded(record, scope)
    return None


def _excluded(record: Record, scope: Scope) -> Verdict | None:
    """What somebody excluded from the whole is not sent, whatever their column grants (R 7.1.9)."""
    facts, reader = scope.facts, scope.reader
    decisions = facts.may_have_decisions(reader)
    something = decisions or facts.may_have_parts(reader)
    match record:
        case Decision() | CoreGroup() if decisions:
            return None
        case Contribution():
            return None  # its part decides
        case Ending() | Cover() if decisions:
            return None
        case Passage() if decisions and isinstance(scope.owner, Decision):
            return None
        case Passage() if decisions and isinstance(scope.paper, Ending | Cover):
            return None
        case Decision() | CoreGroup() | Action() | Event() | Passage():
            return withheld("excluded-from-whole", "R 7.1.9")
        case _ if isinstance(record, OWNED):
            return withheld("excluded-from-whole", "R 7.1.9")
        case Professional() if record.id == facts.conference.chair:
            return None  # a conference fact
        case Child() | Person() | Professional() if not something and record.id != reader:
            return withheld("excluded-from-whole", "R 7.1.9")
        case _:
            return None


def _part(part: Part, scope: Scope) -> Verdict:
    """Whether a reader may know that a part exists."""
    facts, reader = scope.facts, scope.reader
    if facts.sort(reader) is not Sort.PROFESSIONAL:
        if part.id in facts.knows_of(reader):
            return granted("part-theirs", "R 7.2.2 g")
        return withheld("part-not-theirs", "R 7.2.2 g", part.sharing)
    if reader not in facts.attendance and part.id in facts.invited_to(reader):
        return granted("part-theirs", "R 7.2.4")
    inside = replace(scope, part=part.id)
    return _ask_all((part_question(part, inside),), inside)


def part_verdict(part: Part | None, scope: Scope, block: Sharing | None = None) -> Verdict:
    """Step 3: whether a reader is sent the passages of a part.

    A passage's own `block` counts for an open part alone: minutes that the chair agrees a child may
    have (C34). A confidential or legal-advice part is passed by its own block and nothing else.
    """
    if part is None:
        return withheld("no-such-part", "R 7.2.2 g")
    by_profession = scope.facts.sort(scope.reader) is Sort.PROFESSIONAL
    if not (by_profession or part.id in scope.facts.gets(scope.reader)):
        return withheld("part-not-theirs", "R 7.2.2 g", part.sharing)
    matter, asked = part_question(part, scope)
    if matter is Matter.OPEN_PART and widened(block, scope.reader):
        asked = replace(asked, blocks=(block,))
    return _ask_all(((matter, asked),), scope)


def _was_theirs(record: Contribution, scope: Scope) -> bool:
    """Whether wider family or a child were in an open part: agreed words may reach them there."""
    family = scope.facts.sort(scope.reader) is not Sort.PROFESSIONAL
    return family and record.part in scope.facts.gets(scope.reader)


def passage(record: Passage, scope: Scope) -> Verdict:
    """Steps 3 to 6 for a passage, in a part or in none."""
    facts, reader = scope.facts, scope.reader
    by = (record.by if isinstance(record, Said) else None) or scope.by
    of_part = AS_ITS_RECORD
    if isinstance(record, Contribution):
        of_part = part_verdict(facts.parts.get(record.part), scope, record.sharing)
        if not (of_part.granted or _was_theirs(record, scope)):
            return of_part
    words = agreed_words(record, reader)
    if words is not None:
        return granted("agreed-words", "S 7.6", words)
    if not of_part.granted:
        return of_part
    if _own_agency(by, scope):
        return granted("own-agency", "policy")
    return _ask_all(passage_questions(record, by, scope), scope)


def _own_agency(by: str | None, scope: Scope) -> bool:
    """Whether a professional with any standing is of the agency that gave the words."""
    stands = columns(scope.facts, scope.reader, None, scope.part)
    return bool(stands) and same_agency(scope.facts, scope.reader, by)


def leaves_gap(record: Contribution, scope: Scope) -> bool:
    """Whether a passage leaves the one constant mark where it is withheld: in a part that the
    reader gets."""
    part = scope.facts.parts.get(record.part)
    shown = record.sharing is not None and record.sharing.show_gap
    if not shown or part is None or not part_verdict(part, scope, record.sharing).granted:
        return False
    return _judge(part, replace(scope, part=None)).granted  # its own block may withhold it


def _shared(record: Shared, scope: Scope) -> Verdict:
    """A core group, its meeting or cover is seen by whoever sees it for any of its children."""
    if _children_told(record, scope):
        return granted("for-one-of-its-children", "R 7.4, 7.8")
    return withheld("for-none-of-its-children", "R 7.4, 7.8")


def _children_told(record: Shared, scope: Scope) -> tuple[str, ...]:
    """Its children for whom the reader is granted it."""
    return tuple(
        child
        for child in record.children
        if _ask_all((question_of(record, child, scope),), scope).granted
    )


def _is_known(child: str, scope: Scope) -> bool:
    """Whether the reader is told of a child at all."""
    record = scope.facts.children[child]
    return _judge(record, _scope(record, Scope(facts=scope.facts, reader=scope.reader))).granted


def _row(row: Invitation | Attendance, scope: Scope) -> Verdict:
    """Family and children see a row only where they have a part in common with its person."""
    facts, reader = scope.facts, scope.reader
    verdict = _ask_all(record_questions(row, scope), scope)
    if not verdict.granted or facts.sort(reader) is Sort.PROFESSIONAL or row.who == reader:
        return verdict
    if isinstance(row, Invitation):
        shared = facts.has_to_do_with(row.who)
    else:
        free = facts.invited_to(row.who) if row.apologies else frozenset[str]()
        shared = facts.was_in(row.who) | frozenset(row.free_to_attend) | free
    if shared & facts.knows_of(reader):
        return granted("part-in-common", "R 7.2.2 g")
    return withheld("no-part-in-common", "R 7.2.2 g")


def _ask_all(questions: Iterable[Question], scope: Scope) -> Verdict:
    """Step 6: every matter, in every column of the reader, must be granted."""
    last = AS_ITS_RECORD
    for matter, asked in questions:
        stands = columns(scope.facts, scope.reader, asked.subject, scope.part)
        if not stands:
            return withheld("no-standing", "policy")
        for column in sorted(stands):
            cell = POLICY[matter][column]
            rule = f"{matter}: {column}: {cell}"
            if not GRANTS[cell](asked):
                return withheld(rule, SOURCES[matter], asked.blocks[0] if asked.blocks else None)
            last = granted(rule, SOURCES[matter])
    return last


def _mark_words(record: Record, path: Path, verdict: Verdict, scope: Scope, notes: _Notes) -> None:
    """Note which words of a granted passage the reader gets."""
    if not isinstance(record, Passage):
        return
    if verdict.variant is not None:
        notes.variants[path] = verdict.variant
    elif _reads_plain(record, scope):
        notes.plain.add(path)


def _reads_plain(record: Passage, scope: Scope) -> bool:
    """Whether a child gets the passage in plain wording alone (policy: in their wording)."""
    if scope.facts.sort(scope.reader) is not Sort.CHILD:
        return False
    return any(
        POLICY[matter][column] is Cell.IN_THEIR_WORDING
        for matter, asked in passage_questions(record, None, scope)
        for column in columns(scope.facts, scope.reader, asked.subject, scope.part)
    )
