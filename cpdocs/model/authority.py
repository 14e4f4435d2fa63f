"""What an authority's documents say in its own terms: nothing here comes from a case."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import StringConstraints

from cpdocs.model.base import Value
from cpdocs.model.conference import Category, ConferenceType
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
    manager: Text  # the lead worker's
    board: Text
    assessment: Text
    outline_plan: Text
    detailed_plan: Text
    bridging_plan: Text  # until a conference that was put off is held
    child_in_need_plan: Text
    record: Text
    ending: Text
    dispute_route: Text
    office: Text  # which is told of changes


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


class Point(Value):
    """One thing that the authority says on a matter, as a sentence or two that stand alone."""

    title: Text | None = None
    says: Text
    source: Text


class Topic(StrEnum):
    """A matter on which an authority's text may say nothing."""

    CRITERIA = "criteria"
    ENDING_CRITERIA = "ending_criteria"
    COMPLAINTS = "complaints"
    DISAGREEMENT = "disagreement"


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
    criteria: tuple[Point, ...] = ()  # when a child needs a plan (E13-E15)
    ending_criteria: tuple[Point, ...] = ()  # when a plan may end (E16)
    categories: dict[Category, Point] = {}  # kinds of harm, in plain words (E3)
    complaints: tuple[Point, ...] = ()  # how to complain about a conference, step by step
    disagreement: tuple[Point, ...] = ()  # what to do with a disagreement, step by step (E4)
    said_instead: dict[Topic, Text] = {}  # a sentence for each matter above that has no points
