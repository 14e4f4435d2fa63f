"""Who is sent what at which stage, as an authority's file says it."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from cpdocs.model.base import Value
from cpdocs.procedures.timescales import Text


class Stage(StrEnum):
    """A moment in the life of a conference at which documents go out, in order."""

    INVITATION = "invitation"
    MINUTES = "minutes"


class Audience(StrEnum):
    """What somebody is to one conference, as far as being sent things goes."""

    PARENTS = "parents"  # and carers, of a child of the conference
    FAMILY = "family"  # other family
    CHILDREN = "children"
    PROFESSIONALS = "professionals"
    LEAD_WORKER = "lead-worker"  # for a child of the conference
    ROUTINE = "routine"  # sent the minutes by rule (R 7.6; N l.65)
    CHAIR = "chair"
    MINUTE_TAKER = "minute-taker"


class Among(StrEnum):
    """Whom of an audience a document goes to."""

    INVITED = "invited"
    INVITED_OR_ATTENDED = "invited-or-attended"


class Audiences(Value):
    """Audiences, and where it is said that they are the ones."""

    to: Annotated[tuple[Audience, ...], Field(min_length=1)]
    source: Text


class Sent(Audiences):
    """Who is sent one document. `draft`: who alone has it until it is approved."""

    among: Among
    draft: Audiences | None = None
