"""Where a text holds what somebody may not have: needles found, and the words round each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from cpdocs.matching import everyday_words, near, numbers, unbroken, words, written
from cpdocs.sharing.ledger import Needle, NeedleKind, Standing

BESIDE = 3  # words on either side by which words that may stand are known again
_LONG = 5  # letters: shorter words stand one letter from too many others
_LEAST = 2  # words round a needle, in all: fewer stand round too many others
_ENDS = ".!?:;\u2022|\n\u201c\u2018\"'(\u2013\u2014"  # after these a capital tells nothing
# Words that begin a sentence before somebody's name.
_OPENERS = frozenset(
    words(
        "after although and as because before both but did does either for from has if in like "
        "neither once only or since so that then though to when where whether while with without"
    )
)


class Where(StrEnum):
    """What is searched: words of the case by themselves, or what a finished file says."""

    CASE = "case"  # sentences as somebody wrote them
    FILE = "file"  # with headings, cells and page numbers among them


@dataclass(frozen=True)
class Hit:
    """A needle in a text, with the words before and after it."""

    needle: Needle
    before: tuple[str, ...]
    after: tuple[str, ...]

    def may_stand(self) -> bool:
        """Whether the chair decided that the needle may stand among these words."""
        return any(self._stands(each) for each in self.needle.stands)

    def _stands(self, standing: Standing) -> bool:
        left = min(len(self.before), len(standing.before))
        right = min(len(self.after), len(standing.after))
        return (
            left + right >= _LEAST
            and self.before[len(self.before) - left :]
            == standing.before[len(standing.before) - left :]
            and self.after[:right] == standing.after[:right]
        )


class Searcher:
    """Needles sorted once, for many texts."""

    def __init__(self, needles: Iterable[Needle]) -> None:
        sought = tuple(needles)
        self._digits = tuple(n for n in sought if n.kind is NeedleKind.DIGITS)
        self._alone = {n.text: n for n in sought if n.kind is NeedleKind.ALONE}
        self._runs = {
            tuple(n.text.split()): n
            for n in sought
            if n.kind in (NeedleKind.WORDS, NeedleKind.BESIDE)
        }
        self._near: dict[str, list[Needle]] = {}
        for needle in sought:
            if needle.kind is NeedleKind.NEAR:
                for key in _shortened(needle.text):
                    self._near.setdefault(key, []).append(needle)
        self._lengths: dict[str, set[int]] = {}
        for run in self._runs:
            self._lengths.setdefault(run[0], set()).add(len(run))

    def hits(self, text: str, where: Where = Where.FILE) -> Iterator[Hit]:
        """Each needle in a text, those that may stand included."""
        joined = unbroken(text)
        for reading in (text,) if joined == text else (text, joined):
            yield from self._in(reading)
        if where is Where.CASE:
            yield from self._names_alone(text) if self._alone else ()
            yield from self._names_near(text) if self._near else ()

    def _in(self, text: str) -> Iterator[Hit]:
        told = written(text)
        said = tuple(word.casefold() for word in told)
        for start, first in enumerate(said):
            for length in self._lengths.get(first, ()):
                needle = self._runs.get(said[start : start + length])
                if needle is None or not _reads_as(needle, told[start : start + length]):
                    continue
                yield _hit(needle, said, start, start + length)
        for number in numbers(text) if self._digits else ():
            for needle in self._digits:
                if needle.text.removeprefix("0") in number:
                    yield _number_hit(needle, said)

    def _names_alone(self, text: str) -> Iterator[Hit]:
        """Everyday words that stand as a name: with a capital inside a sentence, and no name or
        number beside them, for `Hope Street` is nobody's name."""
        pieces = text.split()
        told = [written(piece) for piece in pieces]
        said = words(text)
        for at in range(1, len(pieces)):
            needle = self._alone.get(told[at][0].casefold()) if len(told[at]) == 1 else None
            if needle is None or not told[at][0].istitle() or not _inside(pieces, at):
                continue
            start = sum(map(len, told[:at]))
            yield _hit(needle, said, start, start + 1)

    def _names_near(self, text: str) -> Iterator[Hit]:
        """Names with one letter wrong."""
        told = written(text)
        said = tuple(word.casefold() for word in told)
        for at, word in enumerate(said):
            if len(word) < _LONG or not told[at][0].isupper() or word in everyday_words():
                continue
            for needle in {n for key in _shortened(word) for n in self._near.get(key, ())}:
                if near(word, needle.text):
                    yield _hit(needle, said, at, at + 1)


def _shortened(word: str) -> set[str]:
    """A word, and with each letter left out: words with one letter wrong share one of these."""
    return {word, *(word[:n] + word[n + 1 :] for n in range(len(word)))}


def _inside(pieces: list[str], at: int) -> bool:
    """Whether a word stands inside a sentence and outside a longer name."""
    before, own = pieces[at - 1], pieces[at]
    if before[-1] in _ENDS or not own[0].isalpha():
        return False
    if before[-1].isalnum() and before[0].isupper() and not _opens(pieces, at - 1):
        return False
    after = pieces[at + 1] if at + 1 < len(pieces) and own[-1].isalnum() else " "
    return not (after[0].isupper() or after[0].isdigit())


def _opens(pieces: list[str], at: int) -> bool:
    """Whether a word has its capital because it begins a sentence, or is `I`."""
    begins = at == 0 or pieces[at - 1][-1] in _ENDS
    return pieces[at] == "I" or (begins and pieces[at].casefold() in _OPENERS)


def _reads_as(needle: Needle, told: tuple[str, ...]) -> bool:
    """Whether words read as the needle: `Rose may` is not `Rose May`, `rose may` and `ROSE MAY`
    are."""
    if needle.kind is not NeedleKind.BESIDE:
        return True
    return len({word[0].isupper() for word in told if word[0].isalpha()}) <= 1


def _hit(needle: Needle, said: tuple[str, ...], start: int, end: int) -> Hit:
    return Hit(needle, said[max(0, start - BESIDE) : start], said[end : end + BESIDE])


def _number_hit(needle: Needle, said: tuple[str, ...]) -> Hit:
    """A number among the words before and after its digits."""
    sought = needle.text.removeprefix("0")
    for start in range(len(said)):
        digits = ""
        for end in range(start, len(said)):
            if not said[end].isdigit():
                break
            digits += said[end]
            if sought in digits:
                last = next(
                    n for n in range(end, start - 1, -1) if sought in "".join(said[n : end + 1])
                )
                return _hit(needle, said, last, end + 1)
    return Hit(needle, (), ())


def standing(searcher: Searcher, texts: Iterable[str]) -> dict[Needle, tuple[Standing, ...]]:
    """For each needle in texts that may stand, the words it stands among."""
    found: dict[Needle, tuple[Standing, ...]] = {}
    for text in texts:
        for hit in searcher.hits(text, Where.CASE):
            among = Standing(before=hit.before, after=hit.after)
            found[hit.needle] = (*found.get(hit.needle, ()), among)
    return found
