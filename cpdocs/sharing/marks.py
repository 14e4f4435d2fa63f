"""Marks: a chair's view that knows whose copies lack each of its passages, or word it otherwise."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from cpdocs.errors import UsageError
from cpdocs.model.base import Record
from cpdocs.model.marks import Mark, Marks, Numbering, OtherWords, Run
from cpdocs.model.paths import Path, spell
from cpdocs.model.view import View
from cpdocs.sharing.placed import placed
from cpdocs.sharing.share import Shared, reader_of


@dataclass(frozen=True, kw_only=True)
class Paragraph:
    """A passage or action in one copy: its place in the case, itself as it is there, its number."""

    path: Path
    record: Record
    words: str | None
    number: int | None


# What a copy says, with the numbers of its passages, in its order: known to whoever makes copies.
Said = tuple[Record, str | None, int | None]  # what is said, in which words, by which number
Saying = Callable[[View], Sequence[Said]]


def with_marks(shared: Shared, others: dict[str, Shared | None], saying: Saying) -> View:
    """The chair's view of a document with its marks; `others` are those who are sent it too, and
    what they are told of it, None where that is nothing.

    Raises `UsageError` for any other reader: it tells what is kept from whom.
    """
    facts = shared.whole.facts
    if shared.view.reader.id != facts.conference.chair:
        raise UsageError("A marked copy is for the chair of the conference alone.")
    mine = _paragraphs(shared, saying)
    theirs = tuple(
        (told.view.reader.name, {each.path: each for each in _paragraphs(told, saying)})
        for told in others.values()
        if told is not None
    )
    marks = Marks(
        readers=tuple(name for name, _ in theirs),
        without_copy=tuple(
            reader_of(facts, reader).name for reader, told in others.items() if told is None
        ),
        marks=tuple(mark for each in mine if (mark := _mark(each, theirs)) is not None),
        numberings=tuple(_numberings(mine, theirs)),
    )
    return shared.view.model_copy(update={"marks": marks})


Copies = Sequence[tuple[str, dict[Path, Paragraph]]]  # with their readers' names


def _paragraphs(shared: Shared, saying: Saying) -> tuple[Paragraph, ...]:
    homes = placed(shared.whole)
    return tuple(
        Paragraph(path=homes[id(record)], record=record, words=words, number=number)
        for record, words, number in saying(shared.view)
    )


def _mark(mine: Paragraph, theirs: Copies) -> Mark | None:
    """The mark of a passage; None where every copy has it as it stands here."""
    lacking = tuple(name for name, copy in theirs if mine.path not in copy)
    worded: dict[str, list[str]] = {}
    for name, copy in theirs:
        told = copy.get(mine.path)
        if told is not None and told.words is not None and told.words != mine.words:
            worded.setdefault(told.words, []).append(name)
    if not (lacking or worded):
        return None
    return Mark(
        record=mine.record,
        place=spell(mine.path),
        not_for=lacking,
        other_words=tuple(
            OtherWords(readers=tuple(names), words=words) for words, names in worded.items()
        ),
    )


def _numberings(mine: Sequence[Paragraph], theirs: Copies) -> Iterator[Numbering]:
    """The numbers of each copy beside this one's; copies that are numbered alike go together."""
    numbered = {each.path: each.number for each in mine if each.number is not None}
    alike: dict[tuple[tuple[int, int], ...], list[str]] = {}
    for name, copy in theirs:
        pairs = tuple(
            (number, there)
            for path, number in numbered.items()
            if path in copy and (there := copy[path].number) is not None
        )
        alike.setdefault(pairs, []).append(name)
    for pairs, names in alike.items() if numbered else ():
        same = len(pairs) == len(numbered) and all(here == there for here, there in pairs)
        yield Numbering(readers=tuple(names), same=same, runs=tuple(_runs(pairs)))


def _runs(pairs: Sequence[tuple[int, int]]) -> Iterator[Run]:
    """Neighbours that keep their distance in one line."""
    run: Run | None = None
    for here, there in pairs:
        if run and here == run.last + 1 and there == run.theirs + here - run.first:
            run = run.model_copy(update={"last": here})
            continue
        if run:
            yield run
        run = Run(first=here, last=here, theirs=there)
    if run:
        yield run
