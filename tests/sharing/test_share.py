"""Who gets what of a small family, claim by claim."""

from __future__ import annotations

from typing import Annotated

import pytest

from cpdocs.errors import UsageError
from cpdocs.model.base import Record
from cpdocs.model.sharing import Gap
from cpdocs.model.view import Section
from cpdocs.sharing import NothingToShare
from cpdocs.sharing.cut import cut
from cpdocs.sharing.decide import decide
from cpdocs.sharing.facts import Facts
from tests.meets import meets, meets_in_cases
from tests.sharing.small import Spec, case, said, shared, spec, texts

MINA = "Mina joined in at the group and chose the paints herself."
ZAYN = "Zayn is slow to speak and has seen a speech therapist."
MOOD = "Ms Yusuf is taking medicine for her low mood."
PARK = "Mina enjoys Saturdays in the park with her father."
DRINK = "Mr Mahmood has stopped drinking since August."
CLOSED = "Officers expect to interview a witness on Thursday."
WELCOME = "The chair welcomed everybody and set out the agenda."
MOVE = "Ms Yusuf moved with Mina, and they use Ferncliffe Surgery."
MOVED = "Ms Yusuf and Mina have moved."

WHO_READS_WHAT = [
    ("chair", (MINA, ZAYN, MOOD, PARK, DRINK, CLOSED, WELCOME, MOVE)),
    ("sw", (MINA, ZAYN, MOOD, PARK, DRINK, CLOSED, WELCOME, MOVE)),
    ("hv", (MINA, ZAYN, MOOD, PARK, DRINK, CLOSED, WELCOME, MOVE)),
    ("pc", (MINA, ZAYN, MOOD, PARK, DRINK, CLOSED, WELCOME, MOVE)),
    ("refuge", (MINA, ZAYN, MOOD, PARK, DRINK, WELCOME, MOVE)),
    ("gp", (WELCOME,)),
    ("nadia", (MINA, ZAYN, MOOD, WELCOME)),
    ("joan", (MINA, ZAYN, MOOD, WELCOME)),
    ("tariq", (PARK, DRINK, MOVED)),
    ("callum", (ZAYN, WELCOME)),
]


@meets_in_cases(C01=("nadia",), C02=("tariq",), C13=("callum",), C15=("callum",), H092=("callum",))
@pytest.mark.parametrize(("reader", "expected"), WHO_READS_WHAT)
def test_each_reader_gets_their_passages_and_all_of_them(
    reader: str, expected: tuple[str, ...]
) -> None:
    if reader == "gp":
        tree = spec()
        tree["conferences"][0]["invitations"].append({"who": "gp"})
        tree["professionals"][5]["routine"] = True
        assert set(texts(shared("gp", tree))) >= set(expected)
    else:
        assert texts(shared(reader)) == expected


@meets("C01")
def test_the_mothers_copy_lacks_the_confidential_section() -> None:
    view = shared("nadia").view
    assert "closed" not in [part.id for part in view.conference.parts]


@meets("C02", "C15", "C26")
def test_a_father_kept_from_a_part_does_not_know_of_it() -> None:
    view = shared("tariq").view
    assert [part.id for part in view.conference.parts] == ["his"]
    assert view.records.child("zayn") is None


def test_what_a_father_is_told_of_his_exclusion_is_not_its_ground_nor_from_what() -> None:
    told = shared("tariq").view.conference.exclusions
    assert [(row.who, row.reason_told) for row in told] == [
        ("tariq", "So that everybody can speak freely.")
    ]
    assert (told[0].ground, told[0].parts, told[0].agreed_by_chair) == (None, (), None)
    assert shared("nadia").view.conference.exclusions == ()


@meets("C16", "H087")
def test_nothing_in_a_fathers_view_tells_where_the_mother_lives() -> None:
    view = shared("tariq").view
    assert [home.id for home in view.records.households] == ["old-home"]
    assert view.records.places == ()
    told = view.model_dump_json()
    for trace in ("Larkspur", "3WZ", "Hilltop", "Elmtree", "Whitlock", "Refuge", "142"):
        assert trace not in told


def test_the_mother_sees_who_works_at_her_refuge() -> None:
    assert shared("nadia").view.records.professional("refuge") is not None


@meets("C23")
@pytest.mark.parametrize("reader", ["dean"])
def test_somebody_who_is_not_told_has_no_view(reader: str) -> None:
    with pytest.raises(NothingToShare):
        shared(reader)


@meets("C17", "H102")
@pytest.mark.parametrize("reader", ["nadia", "tariq", "callum", "joan"])
def test_somebody_who_is_not_told_leaves_no_trace_in_family_copies(reader: str) -> None:
    told = shared(reader).view.model_dump_json().casefold()
    assert "dean" not in told
    assert "holroyd" not in told


def test_an_unknown_reader_is_an_error_that_lists_who_there_is() -> None:
    with pytest.raises(UsageError, match="amina, zayn, nadia"):
        shared("nobody")


def test_agreed_words_stand_alone() -> None:
    told = shared("tariq").view.model_dump_json()
    assert MOVED in told
    assert "Ferncliffe" not in told


def with_sharing(block: Spec) -> Spec:
    tree = spec()
    tree["conferences"][0]["minutes"]["contributions"][0]["sharing"] = block
    return tree


def test_withholding_by_name_overrides_everything() -> None:
    block = {"withhold_from": ["nadia"], "reason": "x", "show_gap": False}
    assert MINA not in texts(shared("nadia", with_sharing(block)))


def test_a_gap_is_shown_only_where_the_chair_agreed_and_cannot_be_counted() -> None:
    tree = with_sharing({"withhold_from": ["nadia"], "reason": "x", "show_gap": True})
    rows = tree["conferences"][0]["minutes"]["contributions"]
    rows[1]["sharing"] = {"withhold_from": ["nadia"], "reason": "y", "show_gap": True}
    rows.insert(1, said("his", "Something between them in another part.", "tariq"))
    assert texts(shared("nadia", tree)) == ("(gap)", MOOD, WELCOME)
    assert texts(shared("callum", tree)) == ("(gap)", ZAYN, WELCOME)


def test_a_gap_says_nothing_but_its_part() -> None:
    assert set(Gap.model_fields) == {"part"}


@meets("C01")
def test_what_policy_does_not_let_the_chair_widen_stays_withheld() -> None:
    tree = spec()
    tree["conferences"][0]["minutes"]["contributions"][5]["sharing"] = {
        "share_with": ["nadia"],
        "reason": "x",
        "agreed_by_chair": "2026-11-20",
    }
    assert CLOSED not in texts(shared("nadia", tree))


@pytest.mark.parametrize(
    ("agreed", "seen"), [({}, False), ({"agreed_by_chair": "2026-11-20"}, True)]
)
def test_widening_needs_the_chairs_date(agreed: Spec, seen: bool) -> None:
    tree = spec()
    row = said("his", "Ms Yusuf says she is sleeping better.", "nadia", by="sw")
    row["sharing"] = {"share_with": ["tariq"], "reason": "x", **agreed}
    tree["conferences"][0]["minutes"]["contributions"].append(row)
    assert ("Ms Yusuf says she is sleeping better." in texts(shared("tariq", tree))) is seen


def test_a_field_without_a_sensitivity_is_withheld() -> None:
    class Untold(Record):
        told: str | None = None
        also: Annotated[str | None, "not a sensitivity"] = None

    facts = Facts(case=case(), conference=case().conferences[0])
    labels = decide(facts, "chair")
    from cpdocs.sharing.cells import Scope
    from cpdocs.sharing.decide import _Notes, _record

    notes = _Notes()
    record = Untold(told="s", also="t")
    _record(record, ("untold",), Scope(facts=facts, reader="chair"), notes)
    assert cut(record, ("untold",), type(labels)(withheld=notes.withheld)) == Untold()


@pytest.mark.parametrize(
    ("reader", "place", "sections", "held"),
    [
        ("nadia", "conferences.c1.minutes.contributions.0", {Section.MINUTES}, True),
        ("nadia", "conferences.c1.minutes.contributions.0", {Section.AGENDA}, False),
        ("nadia", "conferences.c1.parts.closed", {Section.MINUTES}, False),
        ("chair", "conferences.c1.parts.closed", {Section.MINUTES}, True),
        ("chair", "reports.r1", {Section.MINUTES}, False),
        ("chair", "reports.r1", {Section.REPORTS}, True),
        ("tariq", "people.nadia.lives_at", {Section.MINUTES}, False),
        ("chair", "people.nadia.lives_at", {Section.MINUTES}, True),
    ],
)
def test_a_copy_is_concerned_by_a_place_that_its_reader_is_told_of(
    reader: str, place: str, sections: set[Section], held: bool
) -> None:
    assert shared(reader).whole.told(frozenset(sections)).holds(place) is held
