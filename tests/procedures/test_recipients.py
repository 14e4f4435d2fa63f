"""Who is sent what: nobody who may not know of it, and everybody who should have papers."""

from __future__ import annotations

from typing import Any

import pytest

from cpdocs.case.case import Case
from cpdocs.procedures import load_authority, recipients
from cpdocs.procedures.stages import Among, Audience, Life, Sent
from cpdocs.values import Stage
from tests.meets import meets
from tests.procedures.cases import BABY, CHILD, case, family, meeting, worker

PEOPLE = (
    family("mum", ("mother", "child-a")),
    family("dad", ("father", "child-a")),
    family("gran", ("grandmother", "child-a")),
    family("aunt", ("aunt", "child-a"), ("supporter", "mum")),
    family("friend", ("supporter", "mum")),
    family("advocate", ("advocate", "child-a")),
)
WORKERS = (
    worker("sw", "csc", lead_worker_for=["child-a"]),
    worker("hv", "clinic"),
    worker("gp", "clinic", routine=True),
    worker("chair", "unit", role="chair"),
    worker("minutes", "unit", role="minute-taker"),
    worker("ob", "primary", role="observer"),
    worker("in", "club-1", role="interpreter", interprets_for=["mum"]),
    worker("away", "csc", role="outside-authority"),
)
EVERYBODY = tuple(p["id"] for p in (*PEOPLE, *WORKERS))
APPROVED = {"approved": {"by": "chair", "dated": "2026-12-04"}}


def _case(**conference: Any) -> Case:
    return case(meeting(**conference), children=[CHILD, BABY], people=PEOPLE, professionals=WORKERS)


def _invite(*people: str, **more: Any) -> list[dict[str, Any]]:
    return [{"who": person, **more} for person in people]


def _sent(
    told: Case, document: str, slug: str = "rotherham", life: Life = Life.APPROVED
) -> list[str]:
    """Who is sent a document, in one life of it where it has two."""
    sendings = recipients(told, load_authority(slug), told.conferences[0])
    return [s.reader for s in sendings if s.document == document and s.life in (None, life)]


BOTH = pytest.mark.parametrize("slug", ["rotherham", "nottinghamshire"])


@BOTH
def test_invitations_and_the_agenda_go_to_those_invited(slug: str) -> None:
    told = _case(invitations=_invite(*EVERYBODY))
    assert _sent(told, "invitation-family", slug) == ["mum", "dad", "gran", "aunt"]
    assert _sent(told, "invitation-agency", slug) == ["sw", "hv", "gp", "away"]
    agenda = ["mum", "dad", "gran", "aunt", "sw", "hv", "gp", "chair", "minutes", "away"]
    assert _sent(told, "agenda", slug) == agenda
    assert _sent(told, "minutes", slug) == []


@BOTH
def test_who_has_no_invitation_is_sent_none(slug: str) -> None:
    told = _case(invitations=_invite("mum", "hv"))
    assert _sent(told, "invitation-family", slug) == ["mum"]
    assert _sent(told, "invitation-agency", slug) == ["hv"]
    assert _sent(told, "agenda", slug) == ["mum", "hv", "chair", "minutes"]


def test_without_invitations_there_is_no_invitation_stage_and_without_minutes_no_minutes() -> None:
    told = _case()
    sendings = recipients(told, load_authority("rotherham"), told.conferences[0])
    waiting = {Stage.INVITATION, Stage.CONFERENCE, Stage.DECISION, Stage.MINUTES}
    assert not waiting & {s.stage for s in sendings}


@meets("C23")
@BOTH
@pytest.mark.parametrize(
    "veto", [{"invited": False}, {"told": False}, {"invited": False, "told": False}]
)
def test_who_is_not_invited_or_not_told_gets_no_invitation(
    slug: str, veto: dict[str, bool]
) -> None:
    told = _case(invitations=[*_invite("mum"), {"who": "dad", **veto}])
    assert _sent(told, "invitation-family", slug) == ["mum"]
    assert "dad" not in _sent(told, "agenda", slug)


def test_one_row_that_says_no_outweighs_another() -> None:
    rows = [*_invite("dad", "mum"), {"who": "dad", "invited": False}]
    assert _sent(_case(invitations=rows), "invitation-family") == ["mum"]


@meets("C30")
@BOTH
def test_approved_minutes_go_to_invited_or_attended_and_by_rule(slug: str) -> None:
    told = _case(
        invitations=_invite("mum", "friend", "hv", "in", "ob"),
        attendance=[{"who": "gran", "left": ["open"]}, {"who": "away", "attended": ["open"]}],
        minutes=APPROVED,
    )
    expected = ["mum", "gran", "sw", "hv", "gp", "chair", "minutes", "away"]
    assert _sent(told, "minutes", slug) == expected


@BOTH
def test_draft_minutes_go_to_chair_minute_taker_and_lead_worker_alone(slug: str) -> None:
    told = _case(invitations=_invite(*EVERYBODY), minutes={})
    assert _sent(told, "minutes", slug, Life.DRAFT) == ["sw", "chair", "minutes"]


@meets("C23", "C45")
@pytest.mark.parametrize(
    ("invitation", "attended", "gets"),
    [
        ({"invited": True}, False, True),
        ({"invited": False}, False, False),
        ({"invited": False}, True, True),
        ({"invited": False, "told": False}, False, False),
        ({"invited": False, "told": False}, True, False),
        ({"told": False}, True, False),
    ],
)
def test_minutes_reach_a_parent_who_was_invited_or_came_and_never_one_who_was_not_told(
    invitation: dict[str, bool], attended: bool, gets: bool
) -> None:
    told = _case(
        invitations=[{"who": "dad", **invitation}],
        attendance=[{"who": "dad", "attended": ["open"]}] if attended else [],
        minutes=APPROVED,
    )
    assert ("dad" in _sent(told, "minutes")) is gets


def _exclusion(**more: Any) -> dict[str, Any]:
    told = "The chair has decided on two meetings."
    return {"who": "dad", "ground": "violence", "reason_told": told, **more}


@meets("C19")
@pytest.mark.parametrize(
    ("exclusion", "invited", "minutes"),
    [
        ({}, False, False),
        ({"may_have": ["decisions"]}, False, True),
        ({"may_have_parts": ["open"]}, False, True),
        # Every part that he could have come to, one by one, is the whole.
        ({"parts": ["open", "second"]}, False, False),
        ({"parts": ["open", "second", "closed"], "may_have": ["decisions"]}, False, True),
        ({"parts": ["open"]}, True, True),
        ({"parts": ["closed"]}, True, True),
    ],
)
def test_who_is_excluded_gets_what_the_chair_decided_and_is_invited_to_what_is_left(
    exclusion: dict[str, Any], invited: bool, minutes: bool
) -> None:
    told = _case(
        parts=[
            {"id": "open", "title": "Information"},
            {"id": "second", "title": "Views"},
            {"id": "closed", "title": "Confidential section", "confidential": True},
        ],
        invitations=_invite("mum", "dad"),
        exclusions=[_exclusion(**exclusion)],
        minutes=APPROVED,
    )
    assert ("dad" in _sent(told, "invitation-family")) is invited
    assert ("dad" in _sent(told, "agenda")) is invited
    assert ("dad" in _sent(told, "minutes")) is minutes
    assert "mum" in _sent(told, "invitation-family")


def test_who_is_asked_to_one_part_and_excluded_from_it_is_shut_out() -> None:
    rows = [{"who": "dad", "to": ["open"]}]
    told = _case(invitations=rows, exclusions=[_exclusion(parts=["open"])], minutes=APPROVED)
    assert _sent(told, "invitation-family") == []
    assert "dad" not in _sent(told, "minutes")


def test_who_chairs_another_conference_has_no_office_at_this_one() -> None:
    told = _case(chair="hv", minutes=APPROVED, invitations=_invite("mum"))
    assert _sent(told, "agenda") == ["mum", "hv", "minutes"]
    assert "chair" not in _sent(told, "minutes")


def test_a_lead_worker_for_no_child_of_the_conference_is_a_professional_like_others() -> None:
    told = _case(children=["baby"], minutes={}, invitations=_invite("sw"))
    assert "sw" not in _sent(told, "minutes", life=Life.DRAFT)
    assert _sent(told, "invitation-agency") == ["sw"]


def test_an_authority_may_send_papers_to_children_and_never_to_an_unborn_one() -> None:
    authority = load_authority("rotherham")
    sent = Sent(to=(Audience.CHILDREN,), among=Among.INVITED, source="R 7.1.7")
    changed = authority.model_copy(update={"stages": {Stage.INVITATION: {"agenda": sent}}})
    told = _case(children=["child-a", "baby"], invitations=_invite("child-a", "baby", "mum"))
    sendings = recipients(told, changed, told.conferences[0])
    assert [s.reader for s in sendings] == ["child-a"]


def test_nobody_is_sent_one_document_twice_and_each_sending_says_why() -> None:
    told = _case(
        invitations=_invite(*EVERYBODY, "mum"),
        attendance=[{"who": who, "attended": ["open"]} for who in EVERYBODY],
        minutes=APPROVED,
    )
    sendings = recipients(told, load_authority("rotherham"), told.conferences[0])
    keys = [(s.stage, s.document, s.reader, s.life) for s in sendings]
    assert len(keys) == len(set(keys))
    assert all(s.source for s in sendings)
    stages = [s.stage for s in sendings]
    assert stages == sorted(stages, key=list(Stage).index)


@meets("BD12")
def test_a_decision_goes_in_sunderland_to_those_who_came_or_sent_apologies() -> None:
    decided = {"decisions": [{"child": "child-a", "plan": "not-made", "reasons": [{"text": "x"}]}]}
    told = _case(
        invitations=_invite("hv", "gp", "away"),
        attendance=[{"who": "hv", "attended": ["open"]}, {"who": "away", "apologies": True}],
        minutes={**APPROVED, **decided},
    )
    assert _sent(told, "decision-notice", "sunderland") == ["hv", "away"]
    assert "gp" in _sent(told, "decision-notice", "rotherham")


@meets("BD14")
def test_a_nottinghamshire_review_has_a_record_in_place_of_minutes() -> None:
    told = _case(type="review", invitations=_invite("mum"), minutes=APPROVED)
    assert _sent(told, "minutes", "nottinghamshire") == []
    assert "mum" in _sent(told, "conference-record", "nottinghamshire")
    first = _case(invitations=_invite("mum"), minutes=APPROVED)
    assert "mum" in _sent(first, "minutes", "nottinghamshire")


_REVIEW = {"id": "c-2", "type": "review", "starts": "2027-02-22T10:00"}
_ENDED = {"conference": "c-2", "dated": "2027-02-22", "ground": "no-longer-at-risk"}


def _told_of_the_end(slug: str, *, first: dict[str, Any], review: dict[str, Any]) -> list[str]:
    """Who is sent the notice that child-a's plan ended at a review, after a first conference."""
    told = case(
        meeting(**{"type": "initial", **first}),
        meeting(**{**_REVIEW, **review}),
        children=[CHILD, BABY],
        people=PEOPLE,
        professionals=WORKERS,
        endings=[{"id": "e-1", "child": "child-a", **_ENDED}],
    )
    sendings = recipients(told, load_authority(slug), told.conferences[1])
    return [it.reader for it in sendings if it.document == "plan-ended"]


@meets("BD24")
@pytest.mark.parametrize(
    ("slug", "says"),
    [
        ("rotherham", "R 7.11"),  # as a minimum, who was invited to the initial conference
        ("nottinghamshire", "N l.360"),  # all relevant professionals; those are to be considered
    ],
)
def test_the_end_of_a_plan_is_told_to_those_who_were_invited_when_it_began(
    slug: str, says: str
) -> None:
    group = {"children": ["child-a"], "members": ["away", "mum"]}
    review = {"invitations": _invite("sw"), "minutes": {"core_groups": [group]}}
    sent = _told_of_the_end(slug, first={"invitations": _invite("hv", "mum")}, review=review)
    # The invited, the GP by rule, the core group's professional, and hv, who was there at first.
    assert sent == ["sw", "hv", "gp", "chair", "away"]
    none = _told_of_the_end(slug, first={"invitations": _invite("mum")}, review=review)
    assert none == ["sw", "gp", "chair", "away"]
    source = load_authority(slug).stages[Stage.ENDING]["plan-ended"].source
    assert says.rsplit(maxsplit=1)[-1] in source


@pytest.mark.parametrize(
    "first",
    [
        {"invitations": [{"who": "hv", "invited": False}]},
        {"invitations": [{"who": "hv", "told": False}]},
        {"invitations": [*_invite("hv"), {"who": "hv", "invited": False}]},
        {"invitations": _invite("hv"), "children": ["baby"]},
        {"invitations": _invite("hv"), "type": "review"},
        {"invitations": _invite("hv"), "starts": "2027-03-22T10:00"},
        {
            "invitations": _invite("hv"),
            "stood_down": {"dated": "2026-11-20", "reasons": ["not-quorate"]},
        },
    ],
    ids=["not-invited", "not-told", "one-no", "other-child", "no-first", "later", "stood-down"],
)
def test_who_was_not_invited_when_the_plan_began_is_not_told_of_its_end(
    first: dict[str, Any],
) -> None:
    sent = _told_of_the_end("rotherham", first=first, review={"invitations": _invite("sw")})
    assert sent == ["sw", "gp", "chair"]


def test_who_may_not_know_of_the_review_is_not_told_that_the_plan_ended_there() -> None:
    rows = [*_invite("sw"), {"who": "hv", "invited": False, "told": False}]
    sent = _told_of_the_end(
        "rotherham", first={"invitations": _invite("hv")}, review={"invitations": rows}
    )
    assert "hv" not in sent


DECIDED = {
    "decisions": [{"child": "child-a", "plan": "not-made", "reasons": [{"text": "x"}]}],
    "core_groups": [{"children": ["child-a"], "members": ["hv", "gran", "in", "ob"]}],
}


@pytest.mark.parametrize("document", ["decision-notice", "outline-plan"])
@BOTH
def test_a_professional_of_the_core_group_has_the_decision_and_the_outline_though_not_invited(
    slug: str, document: str
) -> None:
    told = _case(invitations=_invite("mum"), minutes={**APPROVED, **DECIDED})
    sent = _sent(told, document, slug)
    assert "hv" in sent
    assert not {"gran", "in", "ob"} & set(sent)
    without = {**APPROVED, **DECIDED, "core_groups": []}
    assert "hv" not in _sent(_case(invitations=_invite("mum"), minutes=without), document, slug)


@pytest.mark.parametrize(
    ("child", "invited", "sent"),
    [
        ({"born": "2021-11-23"}, False, True),  # five on the day of the conference
        ({"born": "2021-11-24"}, False, False),
        ({"born": "2021-11-24"}, True, True),
        ({"born": "2021-11-24", "needs": {"wording": "child-5-8"}}, False, True),
        ({"born": "2021-11-24", "needs": {"size": 20}}, False, False),
        ({"born": None, "due": "2027-02-20"}, True, False),
        ({"born": None, "name": {"given": "A", "family": "B"}}, False, False),
    ],
)
def test_a_child_is_sent_the_outcome_who_was_invited_or_can_read_it(
    child: dict[str, Any], invited: bool, sent: bool
) -> None:
    told = case(
        meeting(
            invitations=_invite("mum", *(["child-a"] if invited else [])),
            minutes={**APPROVED, **DECIDED},
        ),
        children=[{**CHILD, **child}, {"id": "other", "subject": False, "born": "2012-01-01"}],
        people=PEOPLE,
        professionals=WORKERS,
    )
    assert _sent(told, "outcome-young-person") == (["child-a"] if sent else [])
    assert _sent(told, "invitation-young-person") == (
        ["child-a"] if invited and "due" not in child else []
    )
