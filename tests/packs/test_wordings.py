"""Everybody whom an authority sends a document finds it written for them."""

from __future__ import annotations

import pytest

from cpdocs.documents.catalogue import catalogue, document
from cpdocs.model.view import ReaderKind
from cpdocs.procedures import load_authority
from cpdocs.procedures.authority import authority_slugs
from cpdocs.procedures.stages import Audience

K = ReaderKind
# A worker of another authority is a professional like others; one of family may be in a core group.
_WORKERS = {K.PROFESSIONAL, K.OUTSIDE_AUTHORITY}
READS_AS: dict[Audience, set[ReaderKind]] = {
    Audience.PARENTS: {K.PARENT},
    Audience.FAMILY: {K.FAMILY},
    Audience.CHILDREN: {K.CHILD},
    Audience.PROFESSIONALS: _WORKERS,
    Audience.LEAD_WORKER: {K.PROFESSIONAL},
    Audience.ROUTINE: _WORKERS,
    Audience.CHAIR: {K.CHAIR},
    Audience.MINUTE_TAKER: {K.MINUTE_TAKER},
    Audience.HELPERS: {K.HELPER},
    Audience.INTERPRETERS: {K.INTERPRETER},
    Audience.OUTSIDE: {K.OUTSIDE_AUTHORITY},
    Audience.EXCLUDED: {K.PARENT, K.FAMILY, K.CHILD},
    Audience.CORE_GROUP: {K.PARENT, K.FAMILY, *_WORKERS},
    Audience.CORE_GROUP_PROFESSIONALS: _WORKERS,
    Audience.EARLIER: _WORKERS,
    Audience.COVER: _WORKERS,
    Audience.REPORT_MISSING: _WORKERS,
}


def test_every_audience_is_one_of_the_kinds_of_reader() -> None:
    assert set(READS_AS) == set(Audience)


@pytest.mark.parametrize("slug", authority_slugs())
def test_each_document_is_written_for_everybody_whom_it_is_sent_to(slug: str) -> None:
    unwritten = [
        (name, audience, sorted(READS_AS[audience] - set(document(name).audience)))
        for documents in load_authority(slug).stages.values()
        for name, sent in documents.items()
        for audience in (*sent.to, *(sent.draft.to if sent.draft else ()))
        if not READS_AS[audience] <= set(document(name).audience)
    ]
    assert unwritten == []


@pytest.mark.parametrize("slug", authority_slugs())
def test_a_document_stands_at_the_stage_that_its_front_matter_names(slug: str) -> None:
    placed = {
        name: stage
        for stage, documents in load_authority(slug).stages.items()
        for name in documents
    }
    elsewhere = [(name, stage) for name, stage in placed.items() if document(name).stage != stage]
    assert elsewhere == []


def test_every_document_is_sent_by_some_authority() -> None:
    sent = {
        name
        for slug in authority_slugs()
        for documents in load_authority(slug).stages.values()
        for name in documents
    }
    assert {each.id for each in catalogue()} - sent == set()
