"""Who decides whether a child needs a plan is what each authority's own text says (BD22)."""

from __future__ import annotations

import pytest

from cpdocs.model.conference import ConferenceType
from cpdocs.procedures import load_authority
from tests.documents.copies import body, words
from tests.documents.examples_guides import EXAMPLES
from tests.documents.views import MOTHER, view_for
from tests.meets import meets, meets_in_cases

CHAIR = "The chair decides"
CRITERIA = next(example.view for example in EXAMPLES if example.document == "criteria")


def agenda(slug: str, kind: ConferenceType) -> str:
    """The agenda of a conference in an authority's own terms."""
    style = load_authority(slug).style
    return words(body("agenda", view_for(MOTHER, style=style, type=kind)))


@meets_in_cases(
    BD22=("nottinghamshire", "The chair decides whether each child needs a child protection plan")
)
@pytest.mark.parametrize(
    ("slug", "said"),
    [
        # R 7.2.5: the professionals between them; W l.81: the group who work with the family
        ("rotherham", "The conference decides whether each child needs a child protection plan"),
        ("warwickshire", "The conference decides whether each child needs a child protection plan"),
        # N l.204, 206, 215
        ("nottinghamshire", "The chair decides whether each child needs a child protection plan"),
        # S 4.26
        ("sunderland", "Every professional says whether each child should have a plan, and takes"),
    ],
)
def test_the_agenda_says_who_decides_as_the_authority_has_it(slug: str, said: str) -> None:
    assert said in agenda(slug, ConferenceType.INITIAL)


@meets("BD22")
@pytest.mark.parametrize("kind", [ConferenceType.INITIAL, ConferenceType.REVIEW])
@pytest.mark.parametrize("slug", ["rotherham", "nottinghamshire", "sunderland", "warwickshire"])
def test_no_agenda_but_nottinghamshires_leaves_the_decision_to_the_chair(
    slug: str, kind: ConferenceType
) -> None:
    assert (CHAIR in agenda(slug, kind)) is (slug == "nottinghamshire")


@pytest.mark.parametrize(("slug", "says"), [("nottinghamshire", True), ("rotherham", False)])
def test_the_criteria_say_it_where_the_authority_does(slug: str, says: bool) -> None:
    style = load_authority(slug).style
    told = words(body("criteria", CRITERIA.model_copy(update={"style": style})))
    assert ("hears everybody’s view, then decides and says why" in told) is says
