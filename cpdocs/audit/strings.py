"""What was read of a file: its strings, and the places of what could not be read."""

from __future__ import annotations

from dataclasses import dataclass

from cpdocs.editions.rendition import Found


@dataclass(frozen=True, kw_only=True)
class Strings:
    """Every string of a file, and where it holds what no search of words can read."""

    found: frozenset[Found] = frozenset()
    unread: frozenset[str] = frozenset()

    def within(self, place: str) -> Strings:
        """The same, of a file that lies at a place of another."""
        return Strings(
            found=frozenset(Found(place=f"{place}, {f.place}", text=f.text) for f in self.found),
            unread=frozenset(f"{place}, {each}" for each in self.unread),
        )

    def __or__(self, other: Strings) -> Strings:
        return Strings(found=self.found | other.found, unread=self.unread | other.unread)
