"""What an authority's documents say in its own terms: nothing here comes from a case."""

from __future__ import annotations

from typing import Annotated

from pydantic import StringConstraints

from cpdocs.model.base import Value
from cpdocs.model.conference import ConferenceType
from cpdocs.model.places import Address

Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]


class Terms(Value):
    """The authority's words for the field's concepts (table F)."""

    lead_worker: Text
    chair: Text
    conference: dict[ConferenceType, Text]
    plan: Text
    core_group: Text
    service: Text
    unit: Text
    carers: Text
    supporter: Text
    minutes: Text


class Letterhead(Value):
    """The sender's block, and how to get in touch."""

    name: Text
    service: Text
    address: Address
    telephone: Text
    email: Text
    hours: Text


class AgendaItem(Value):
    """One item of the agenda, in the authority's order (E5)."""

    title: Text
    says: Text  # what happens in it, in plain words
    source: Text


class Leaflet(Value):
    """An enclosure, by title."""

    title: Text
    source: Text


class HouseStyle(Value):
    """How an authority speaks and signs: what templates may ask about it."""

    slug: Text
    name: Text
    terms: Terms
    letterhead: Letterhead
    marking: Text  # protective marking on every copy
    agenda: dict[ConferenceType, tuple[AgendaItem, ...]]
    family_leaflets: tuple[Leaflet, ...]
    agency_leaflets: tuple[Leaflet, ...]
    reports_to: Text | None = None  # to whom professionals send reports, as `the social worker`
