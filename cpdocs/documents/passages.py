"""The passages of minutes as they are laid out: by part, numbered over the reader's own copy."""

from __future__ import annotations

from dataclasses import dataclass

from cpdocs.errors import CopyError
from cpdocs.model.conference import Conference, Contribution, Part


@dataclass(frozen=True, kw_only=True)
class Spoken:
    """One line of the minutes: a passage with its number in this copy, or the mark of a gap."""

    number: int | None  # from 1; a gap has none
    passage: Contribution | None


@dataclass(frozen=True, kw_only=True)
class SpokenPart:
    """What was said in one part, in the order said."""

    part: Part
    lines: tuple[Spoken, ...]


def by_part(conference: Conference) -> tuple[SpokenPart, ...]:
    """The parts in which something is held, in their order.

    A part without words is not among them. Raises `CopyError` for words of a part that the view
    lacks, which would otherwise be lost without a sign.
    """
    told = conference.minutes.contributions if conference.minutes else ()
    if any(conference.part(line.part) is None for line in told):
        raise CopyError(
            f"conferences.{conference.id}.parts: a passage belongs to a part that the view does "
            "not hold. Name the part in the case file."
        )
    spoken: list[SpokenPart] = []
    number = 0
    for part in conference.parts:
        lines: list[Spoken] = []
        for line in (line for line in told if line.part == part.id):
            if isinstance(line, Contribution):
                number += 1
                lines.append(Spoken(number=number, passage=line))
            else:
                lines.append(Spoken(number=None, passage=None))
        if lines:
            spoken.append(SpokenPart(part=part, lines=tuple(lines)))
    return tuple(spoken)


def last_number(spoken: tuple[SpokenPart, ...]) -> int:
    """The number of the last passage in a part: reasons are numbered on from it."""
    numbers = (line.number for held in spoken for line in held.lines if line.number is not None)
    return max(numbers, default=0)
