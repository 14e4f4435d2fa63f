"""The desk of one case: what each of its readers may have, decided once for all of their copies."""

from __future__ import annotations

from cpdocs.packs.copies import Prepared
from cpdocs.procedures import load_authority
from cpdocs.sharing import NothingToShare, Whole, share_whole


class Desk:
    """Remembers what readers may have of the conferences of one case. It changes no result."""

    def __init__(self, prepared: Prepared) -> None:
        self.prepared = prepared
        self._wholes: dict[tuple[str, str], Whole | NothingToShare] = {}

    def whole(self, reader: str, conference: str) -> Whole:
        """All that a reader may have of a conference. Raises `NothingToShare`."""
        key = (reader, conference)
        if key not in self._wholes:
            self._wholes[key] = self._shared(reader, conference)
        found = self._wholes[key]
        if isinstance(found, NothingToShare):
            raise found
        return found

    def _shared(self, reader: str, conference: str) -> Whole | NothingToShare:
        case = self.prepared.case
        try:
            return share_whole(
                case=case,
                ruling=self.prepared.ruling,
                style=load_authority(case.authority).style,
                reader=reader,
                conference=conference,
            )
        except NothingToShare as nothing:
            return nothing


_OPEN: list[Desk] = []  # the desk of the case in hand, and no other


def desk_of(prepared: Prepared) -> Desk:
    """The desk of a case: the one that is open, where it is that case's."""
    if not _OPEN or _OPEN[0].prepared is not prepared:
        _OPEN[:] = [Desk(prepared)]
    return _OPEN[0]
