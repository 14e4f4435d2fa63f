"""How the command line shows what one reader's copy tells and another's does not."""

from __future__ import annotations

from dataclasses import replace

from cpdocs.case.case import Case
from cpdocs.cli_show import console, say_table, say_under
from cpdocs.errors import UsageError
from cpdocs.packs.comparing import Compared, Comparison, Standing, compare
from cpdocs.sharing.compare import Difference, Side, Who

_NO_COPY = {
    Standing.NOT_SENT: "the authority's procedures do not send it to them",
    Standing.NOTHING_TO_SHARE: "they may have nothing of it",
}


def compared(case: Case, document: str, readers: str, about: str | None) -> Comparison:
    """Two readers, as `A,B`. Raises UsageError for anything else, and what `compare` raises."""
    named = tuple(name.strip() for name in readers.split(",") if name.strip())
    if len(named) != 2:
        raise UsageError("Name two readers by their ids, with a comma between: --readers A,B.")
    return compare(case, document, (named[0], named[1]), about)


def without_words(told: Comparison) -> Comparison:
    """Places and rules alone."""
    return replace(told, differences=tuple(each.without_words for each in told.differences))


def say(told: Comparison) -> None:
    """What the first alone is told, what the second alone is told, and what they are told
    differently. The words follow their place where the comparison has any."""
    about = f" about {told.about}" if told.about else ""
    console().print(f"{told.document} of {told.conference}{about}")
    sides = (told.first, told.second)
    for each in sides:
        if each.standing is not Standing.SENT:
            console().print(f"{each.reader} gets no copy: {_NO_COPY[each.standing]}.")
    if any(each.standing is not Standing.SENT for each in sides):
        return
    _say_alone(told, Who.FIRST, told.first, told.second)
    _say_alone(told, Who.SECOND, told.second, told.first)
    _say_both(told)


def _say_alone(told: Comparison, who: Who, has: Compared, lacks: Compared) -> None:
    mine = [each for each in told.differences if each.told_to is who]
    console().print(f"\nTold to {has.reader} and not to {lacks.reader}: {len(mine)}")
    rows = [(each.place, *_why(_lacking(each))) for each in mine]
    if any(_has(each).words is not None for each in mine):
        for each, row in zip(mine, rows, strict=True):
            console().print(each.place)
            say_under(", ".join(filter(None, row[1:])))
            _say_words(_has(each))
    elif rows:
        say_table(("place", "withheld by", "source", "asked by", "chair agreed"), rows)


def _say_both(told: Comparison) -> None:
    both = [each for each in told.differences if each.told_to is Who.BOTH]
    console().print(f"\nTold to both, and not alike: {len(both)}")
    if any(each.first.words is not None for each in both):
        for each in both:
            console().print(each.place)
            for reader, side in ((told.first, each.first), (told.second, each.second)):
                say_under(f"{reader.reader}: {_gets(side)}")
                _say_words(side)
    elif both:
        rows = [(each.place, _gets(each.first), _gets(each.second)) for each in both]
        say_table(("place", told.first.reader, told.second.reader), rows)


def _say_words(side: Side) -> None:
    if side.words is not None:
        say_under(f"“{side.words}”", 4)


def _why(side: Side) -> tuple[str, str, str, str]:
    decision = side.decision
    asked, agreed = decision.asked_by or "", decision.agreed_by_chair or ""
    return decision.rule, decision.source, asked, agreed


def _gets(side: Side) -> str:
    return {"yes": "all of it"}.get(side.decision.gets, side.decision.gets)


def _lacking(each: Difference) -> Side:
    return each.second if each.told_to is Who.FIRST else each.first


def _has(each: Difference) -> Side:
    return each.first if each.told_to is Who.FIRST else each.second
