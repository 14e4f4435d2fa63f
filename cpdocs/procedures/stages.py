"""Who is sent what at which stage, as an authority's file says it."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from cpdocs.model.base import Value
from cpdocs.model.conference import ConferenceType
from cpdocs.procedures.timescales import Text


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
    HELPERS = "helpers"  # supporters and advocates who are nothing else: guides, never papers
    INTERPRETERS = "interpreters"
    OUTSIDE = "outside"  # workers of other authorities
    EXCLUDED = "excluded"  # by the chair, from a part or from the whole
    CORE_GROUP = "core-group"  # family and professionals named for a core group
    CORE_GROUP_PROFESSIONALS = "core-group-professionals"  # of those, the professionals
    EARLIER = "earlier"  # professionals who were invited when a plan began that ends here
    COVER = "cover"  # stands in for a lead worker
    REPORT_MISSING = "report-missing"  # asked for a report that has not come


class Among(StrEnum):
    """Whom of an audience a document goes to."""

    INVITED = "invited"
    INVITED_OR_ATTENDED = "invited-or-attended"
    INVITED_OR_OLD_ENOUGH = "invited-or-old-enough"  # of children: to read a letter
    ATTENDED_OR_APOLOGIES = "attended-or-apologies"
    ANYONE = "anyone"  # whether or not they were invited or came


class Life(StrEnum):
    """Whether a paper is a draft still, for those who work on it, or approved."""

    DRAFT = "draft"
    APPROVED = "approved"


class Audiences(Value):
    """Audiences, and where it is said that they are the ones."""

    to: Annotated[tuple[Audience, ...], Field(min_length=1)]
    source: Text


class Sent(Audiences):
    """Who is sent one document. `draft`: who alone has it until it is approved."""

    among: Among
    types: Annotated[tuple[ConferenceType, ...], Field(min_length=1)] = tuple(ConferenceType)
    draft: Audiences | None = None
