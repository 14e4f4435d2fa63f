"""The root of a case file: the records that a view is cut from, and what only the case knows."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from cpdocs.model.places import Event
from cpdocs.model.view import Records
from cpdocs.values import Sensitivity


class Case(Records):
    """One family's case, valid and whole."""

    cpdocs: Annotated[int, Sensitivity.PROCESS, Field(ge=1, le=1)]  # version of the case format
    authority: Annotated[str, Sensitivity.PUBLIC]  # slug of data/authorities/<slug>.yaml
    events: Annotated[tuple[Event, ...], Sensitivity.PUBLIC] = ()
