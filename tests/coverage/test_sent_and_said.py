"""Rows on who is sent a paper and what a review's papers say, in every authority."""

from __future__ import annotations

import pytest
from lxml import etree

from cpdocs.documents.catalogue import document
from cpdocs.documents.compose import compose
from cpdocs.languages import load_language
from cpdocs.model.conference import ConferenceType
from cpdocs.model.view import Reader
from cpdocs.procedures import authority_slugs, load_authority, recipients
from cpdocs.procedures.stages import Life
from tests.documents.views import MOTHER, view_for
from tests.meets import meets
from tests.procedures.cases import case, family, meeting, worker

EVERY_AUTHORITY = pytest.mark.parametrize("slug", authority_slugs())
REPORTS = ("social-work-report", "review-report", "agency-report", "chronology")


def sent(slug: str) -> set[tuple[str, str]]:
    """Each document with each reader of it, of a conference that has invited four."""
    told = case(
        meeting(invitations=[{"who": who} for who in ("mum", "hv", "sw", "chair")]),
        people=(family("mum", ("mother", "child-a")), family("dad", ("father", "child-a"))),
        professionals=(
            worker("sw", "csc", lead_worker_for=["child-a"]),
            worker("hv", "clinic"),
            worker("chair", "unit", role="chair"),
        ),
    )
    sendings = recipients(told, load_authority(slug), told.conferences[0])
    return {(each.document, each.reader) for each in sendings if each.life is not Life.DRAFT}


@meets("C32")
@EVERY_AUTHORITY
def test_parents_who_are_invited_are_sent_every_report(slug: str) -> None:
    assert {(report, "mum") for report in REPORTS} <= sent(slug)
    assert not {(report, "dad") for report in REPORTS} & sent(slug)  # who was not invited


@meets("A36", "A37", "C09", "C10")
@EVERY_AUTHORITY
def test_what_is_for_the_chair_alone_is_sent_to_nobody_else(slug: str) -> None:
    assert {reader for paper, reader in sent(slug) if paper == "confidential-addendum"} == {"chair"}


def body(document_id: str, reader: Reader, **changes: object) -> str:
    return compose(document(document_id), view_for(reader, **changes), load_language("en")).body


@meets("A51")
@EVERY_AUTHORITY
def test_the_agenda_of_a_review_has_the_items_of_a_review_in_their_order(slug: str) -> None:
    style = load_authority(slug).style
    items = style.agenda[ConferenceType.REVIEW]
    assert items != style.agenda[ConferenceType.INITIAL]
    copy = body("agenda", MOTHER, style=style, type=ConferenceType.REVIEW)
    headings = etree.fromstring(copy).iterfind(".//ol/li/strong")
    assert ["".join(map(str, each.itertext())) for each in headings] == [it.title for it in items]


@meets("A89")
def test_the_invitation_to_a_review_says_so_and_keeps_what_every_invitation_says() -> None:
    first = body("invitation-family", MOTHER)
    review = body("invitation-family", MOTHER, type=ConferenceType.REVIEW)
    assert "review conference" in review
    assert "initial conference" not in review
    for kept in ("Please arrive at", "somebody to support you", "how to complain", "list-people"):
        assert (kept in first, kept in review) == (True, True)
