"""A few ways to ask chance for something."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from random import Random
from typing import TypeVar

T = TypeVar("T")


class Chance:
    """A source of chance: `random.Random`, or one that hypothesis steers."""

    def __init__(self, rng: Random) -> None:
        self.rng = rng

    def one_in(self, number: int) -> bool:
        """True once in so many times."""
        return self.rng.randrange(number) == number - 1

    def count(self, least: int, most: int) -> int:
        """A number of things."""
        return self.rng.randint(least, most)

    def pick(self, items: Sequence[T]) -> T:
        """One of some things."""
        return items[self.rng.randrange(len(items))]

    def some(self, items: Sequence[T], most: int = 99) -> tuple[T, ...]:
        """Some of them, in their order; perhaps none."""
        return tuple(item for item in items if self.rng.random() < 0.4)[:most]

    def few(self, items: Sequence[T]) -> tuple[T, ...]:
        """One or two of them, or none where there are none."""
        if not items:
            return ()
        return tuple(dict.fromkeys(self.pick(items) for _ in range(self.count(1, 2))))

    def maybe(self, item: T) -> T | None:
        """The thing, or nothing."""
        return None if self.one_in(3) else item

    def day(self) -> date:
        """A day about the time of the conference."""
        return date(2026, 9, 1) + timedelta(days=self.rng.randrange(120))
