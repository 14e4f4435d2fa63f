"""What is noted while a case file is read: faults, lines of places, ids given and ids used."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from cpdocs.case.words import WORDS
from cpdocs.errors import InputFaults
from cpdocs.findings import Fault
from cpdocs.model.base import Record, Ref

Path = tuple[str, ...]

MOST_FAULTS: Final = 1000  # more is no case file, and nobody reads on


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where a value is: in the model (`path`, items by position) and as the file spells it.

    Positions stand for items, never ids: an id is the writer's word, and a fault holds none.
    """

    path: Path = ()
    spelled: Path = ()

    def then(self, step: str, *, spelled: str | None = None) -> Place:
        """A step further in."""
        return Place(path=(*self.path, step), spelled=(*self.spelled, spelled or step))

    @property
    def conference(self) -> str | None:
        """The position of the conference that this place is in."""
        return self.path[1] if len(self.path) > 1 and self.path[0] == "conferences" else None


@dataclass(frozen=True, kw_only=True)
class Mark:
    """The line and the spelling of a place."""

    line: int
    field: str


@dataclass(frozen=True, kw_only=True)
class Given:
    """An id that a record gives itself."""

    id: str
    record: type[Record]
    place: Place
    line: int


@dataclass(frozen=True, kw_only=True)
class Used:
    """An id by which a field names another record."""

    id: str
    ref: Ref
    place: Place
    line: int


@dataclass(kw_only=True)
class Notes:
    """Gathered while reading one file; read once at its end."""

    file: str
    faults: list[Fault] = field(default_factory=list)
    marks: dict[Path, Mark] = field(default_factory=dict)
    given: list[Given] = field(default_factory=list)
    used: list[Used] = field(default_factory=list)

    def fault(self, code: str, line: int, place: Place, **slots: object) -> None:
        """Note one fault in the words of its code. Raises InputFaults where there are too many."""
        words = WORDS[code]
        self.faults.append(
            Fault(
                file=self.file,
                line=line,
                field=".".join(place.spelled),
                code=code,
                wrong=words.wrong.format(**slots),
                mend=words.mend.format(**slots),
            )
        )
        if len(self.faults) == MOST_FAULTS:
            self.fault("too-many-faults", 0, Place(), limit=MOST_FAULTS)
            raise InputFaults(tuple(self.faults))

    def mark(self, line: int, place: Place) -> None:
        """Note where a place stands in the file."""
        self.marks[place.path] = Mark(line=line, field=".".join(place.spelled))

    def find(self, path: Path) -> Mark:
        """The mark of a place, or of the nearest place that holds it."""
        while path and path not in self.marks:
            path = path[:-1]
        return self.marks.get(path, Mark(line=1, field=""))
