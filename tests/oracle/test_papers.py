"""What the oracle says of papers, against tables worked out by hand from `docs/sharing.md`."""

from __future__ import annotations

from typing import Any

import pytest

from cpdocs.model.sharing import Sharing
from cpdocs.model.view import PAPERS
from tests.oracle.little import AGREED, little_case
from tests.oracle.rules import Expectation, sees
from tests.oracle.telling import Plain

READERS = (
    *("chair", "lead", "nurse", "pc", "refuge", "gp", "away"),
    *("mum", "dad", "half", "gran", "mina"),
)
DAY = "2026-11-25"
AT = "2026-11-25T10:00:00"


def paper(name: str, /, *children: str, **more: Any) -> dict[str, list[Plain]]:
    """One paper for these children, as a case file would hold it."""
    words = [{"text": "words"}]
    topic = {"reports": "summary", "birth_arrangements": "labour"}.get(name, "needs")
    sections = [{"topic": topic, "passages": words}]
    both: Plain = {"children": list(children), "dated": DAY}
    one: Plain = {"child": (*children, None)[0], "dated": DAY}
    made: dict[str, Plain] = {
        "reports": {**one, "kind": "agency", "by": "nurse", "sections": sections},
        "chronology": {"text": "words", "about": list(children), "dated": DAY, "by": "lead"},
        "visits": {"child": one["child"], "made": AT, "by": "lead", "seen": "seen"},
        "plans": {**one, "kind": "outline", "sections": sections},
        "core_group_meetings": {"children": list(children), "starts": AT},
        "birth_arrangements": {"child": one["child"], "begun": DAY, "sections": sections},
        "endings": {**one, "ground": "no-longer-at-risk"},
        "transfers": {**both, "kind": "out", "other_authority": "elsewhere", "to": "away"}
        | {"known": DAY},
        "changes": {**both, "kind": "away", "happened": DAY, "told_by": "lead", "says": words},
        "covers": {**both, "worker": "lead", "cover": "nurse", "starts": DAY},
        "distributions": {**one, "what": "Plan", "who": "mum", "how": "post"},
    }
    named = {} if name in ("chronology", "distributions") else {"id": "paper"}
    return {name: [{"conference": "c1", **named, **made[name], **more}]}


def told(reader: str, papers: dict[str, list[Plain]], **meeting: Any) -> list[Plain]:
    """What a reader has of the one list of papers."""
    (kind,) = papers
    found: list[Plain] = expected(reader, papers, **meeting).records[kind]
    return found


def expected(reader: str, papers: dict[str, list[Plain]] | None, **meeting: Any) -> Expectation:
    return sees(little_case([], papers, **meeting), reader, "c1")


def group(*members: str, children: tuple[str, ...] = ("mina",)) -> Plain:
    """Minutes that name a core group."""
    return {"core_groups": [{"children": list(children), "members": list(members)}]}


def agreed_with(*readers: str) -> Plain:
    """The chair's recorded decision to share."""
    return {"share_with": list(readers), "agreed_by_chair": AGREED}


# One row a paper; S sees it, in the order of READERS.
#                              chair lead nurse pc refuge gp away mum dad half gran mina
TABLE: tuple[tuple[dict[str, list[Plain]], str], ...] = (
    (paper("reports", "mina"), "S S S S S . S S S . . ."),
    (paper("reports", "omar"), "S S S S S . S S . S . ."),
    (paper("reports", "mina", by="gp"), "S S S S S S S S S . . ."),
    (paper("chronology"), "S S S S S . S S S S . ."),
    (paper("chronology", "mina"), "S S S S S . S S S . . ."),
    (paper("chronology", "mina", "omar"), "S S S S S . S S . . . ."),
    (paper("chronology", "mum"), "S S S S S . S S . . . ."),
    (paper("chronology", "mina", by="gp"), "S S S S S S S S S . . ."),
    (paper("visits", "mina"), "S S . . . . S S S . . S"),
    (paper("visits", "omar"), "S S . . . . S S . S . ."),
    (paper("plans", "mina"), "S S S S . . S S S . . ."),
    (paper("plans", "mina", kind="child"), "S S S S . . S S S . . S"),
    (paper("plans", "omar", kind="child"), "S S S S . . S S . S . ."),
    (paper("core_group_meetings", "mina"), "S S S S . . S S S . . ."),
    (paper("core_group_meetings", "mina", "omar"), "S S S S . . S S S S . ."),
    (paper("birth_arrangements", "mina"), "S S S S . . S S S . . ."),
    (paper("endings", "mina"), "S S S S S S S S S . . S"),
    (paper("endings", "omar"), "S S S S S . S S . S . ."),  # the surgery knows Mina alone
    (paper("covers", "mina"), "S S S S S S S S S . . ."),  # Mina knows no nurse
    (paper("covers", "mina", cover="chair"), "S S S S S S S S S . . S"),
    (paper("transfers", "mina"), "S S . . . . S . . . . ."),
    (paper("changes", "mina", "omar"), "S S . . . . S . . . . ."),
    (paper("distributions", "mina"), "S S . . . . S . . . . ."),
)


@pytest.mark.parametrize(("papers", "row"), TABLE)
def test_each_reader_sees_the_papers_of_the_hand_written_table(
    papers: dict[str, list[Plain]], row: str
) -> None:
    assert " ".join("S" if told(reader, papers) else "." for reader in READERS) == row


def words_for(reader: str, name: str, passage: Plain, **more: Any) -> str:
    """F in full, P plain, V agreed words, W withheld, - without the paper."""
    topic = "summary" if name == "reports" else "needs"
    sections = [{"topic": topic, "passages": [{"text": "words", **passage}]}]
    found = told(reader, paper(name, "mina", sections=sections, **more))
    if not found:
        return "-"
    (section,) = found[0]["sections"]
    (it,) = section["passages"] or [{"text": None}]
    return {"words": "F", "plain": "P", "agreed": "V", None: "W"}[it["text"]]


OWN = {"kind": "child"}
CONFIDED = {"sensitivity": "child-confided"}
KEPT = {"sensitivity": "kept-from-child"}
THIRD = {"sensitivity": "third-party"}

# One row a passage of a paper for Mina; the report is the nurse's.
#                                chair lead nurse pc refuge gp away mum dad half gran mina
WORDS: tuple[tuple[str, Plain, Plain, str], ...] = (
    ("reports", {}, {}, "F F F F F - F F F - - -"),
    ("reports", {"about": ["omar"]}, {}, "F F F F F - F F W - - -"),
    ("reports", {"about": ["mum"]}, {}, "F F F F F - F F W - - -"),
    ("reports", CONFIDED, {}, "F F F F W - F W W - - -"),
    ("reports", THIRD, {}, "F W F W W - W W W - - -"),
    ("plans", {}, {}, "F F F F - - F F F - - -"),
    ("plans", {"about": ["omar"]}, {}, "F F F F - - F F W - - -"),
    ("plans", {"about": ["dad"]}, {}, "F F F F - - F W F - - -"),
    ("plans", THIRD, {}, "F W W W - - W W W - - -"),
    ("plans", {}, OWN, "F F F F - - F F F - - F"),
    ("plans", {"about": ["mina", "mum"]}, OWN, "F F F F - - F F W - - W"),
    ("plans", CONFIDED, OWN, "F F F F - - F W W - - F"),
    ("plans", KEPT, OWN, "F F F F - - F F F - - W"),
)


@pytest.mark.parametrize(("name", "passage", "more", "row"), WORDS)
def test_each_reader_gets_the_words_of_the_hand_written_table(
    name: str, passage: Plain, more: Plain, row: str
) -> None:
    got = [words_for(reader, name, passage, **more) for reader in READERS]
    assert " ".join(got) == row


def test_a_core_group_has_the_plan_and_professionals_in_it_the_visits_too() -> None:
    minutes = group("refuge", "gran", "nurse")
    for reader, has_plan, has_visit in (
        ("refuge", True, False),  # asked and absent: visits by the chair's word alone
        ("nurse", True, True),
        ("pc", True, False),
        ("gp", False, False),
        ("gran", False, False),  # who is not told who the subjects are
    ):
        plans = told(reader, paper("plans", "mina"), minutes=minutes)
        visits = told(reader, paper("visits", "mina"), minutes=minutes)
        assert (bool(plans), bool(visits)) == (has_plan, has_visit), reader


def test_family_in_the_core_group_who_know_the_child_have_the_plan_with_the_childs_matters() -> (
    None
):
    papers = paper("plans", "mina")
    case = little_case([], papers, minutes=group("gran"))
    mina, omar = case.children
    known = mina.model_copy(update={"sharing": Sharing.model_validate(agreed_with("gran"))})
    case = case.model_copy(update={"children": (known, omar)})
    (plan,) = sees(case, "gran", "c1").records["plans"]
    assert [one["text"] for one in plan["sections"][0]["passages"]] == ["words"]


def test_the_chair_may_share_a_paper_where_the_table_leaves_it_to_the_chair() -> None:
    block = {"sharing": agreed_with("mina", "refuge", "gp", "half", "gran")}
    assert told("mina", paper("reports", "mina", **block))
    assert told("refuge", paper("visits", "mina", **block))
    assert told("gp", paper("plans", "mina", **block))
    for reader in ("gp", "half", "gran"):
        assert not told(reader, paper("reports", "mina", **block)), reader
    for reader in ("half", "gran", "mina"):
        assert not told(reader, paper("plans", "mina", **block)), reader


def test_a_child_given_a_report_reads_of_themselves_in_plain_words_alone() -> None:
    block = {"sharing": agreed_with("mina")}
    assert words_for("mina", "reports", {"plain": "plain"}, **block) == "P"
    assert words_for("mina", "reports", {}, **block) == "W"


def test_a_block_on_a_paper_withholds_the_whole_of_it_even_from_its_authors_agency() -> None:
    block = {"withhold_from": ["mum", "nurse"], "reason": "safety"}
    for name in ("reports", "visits", "plans", "endings", "birth_arrangements"):
        assert not told("mum", paper(name, "mina", sharing=block)), name
    assert not told("nurse", paper("reports", "mina", sharing=block))
    assert told("dad", paper("reports", "mina", sharing=block))


def test_family_learn_when_a_child_was_seen_and_nothing_that_the_worker_noted() -> None:
    noted = {"place": "home", "present": ["mum"], "bedroom_seen": True, "because": "asleep"}
    visits = paper("visits", "mina", notes=[{"text": "words"}], **noted)
    hidden: Plain = {
        "place": None,
        "present": [],
        "bedroom_seen": False,
        "because": None,
        "notes": [],
    }
    for reader in ("mum", "dad", "mina"):
        (visit,) = told(reader, visits)
        assert (visit["seen"], visit["by"]) == ("seen", "lead")
        assert {name: visit[name] for name in hidden} == hidden, reader
    (visit,) = told("lead", visits)
    assert {name: visit[name] for name in noted} == noted
    assert [one["text"] for one in visit["notes"]] == ["words"]


def test_a_meeting_tells_each_parent_of_their_own_children_alone() -> None:
    notes = [{"text": who, "about": [who]} for who in ("mina", "omar")]
    meeting = paper("core_group_meetings", "mina", "omar", notes=[{"text": "both"}, *notes])
    for reader, children, words in (
        ("mum", ["mina", "omar"], ["both", "mina", "omar"]),
        ("dad", ["mina"], ["mina"]),  # what names nobody is about both
        ("half", ["omar"], ["omar"]),
    ):
        (had,) = told(reader, meeting)
        assert had["children"] == children
        assert [one["text"] for one in had["notes"]] == words


def test_a_meeting_shared_with_a_surgery_tells_it_of_its_own_patient_alone() -> None:
    notes = [{"text": who, "about": [who]} for who in ("mina", "omar")]
    block = {"sharing": agreed_with("gp")}
    (had,) = told("gp", paper("core_group_meetings", "mina", "omar", notes=notes, **block))
    assert had["children"] == ["mina"]
    assert [one["text"] for one in had["notes"]] == ["mina"]


def test_actions_in_a_plan_are_judged_each_as_an_action() -> None:
    def do(*children: str, **more: Any) -> Plain:
        return {"what": " ".join(children), "children": children, "owners": ["lead"], **more}

    todo = [do("mina"), do("omar"), do("mina", about=["mum"]), do("omar", owners=["dad"])]
    plan = paper("plans", "mina", assessments=todo, outcomes=[{"text": "aim", "actions": todo}])
    for reader, whats in (
        ("mum", ["mina", "omar", "mina", "omar"]),
        ("dad", ["mina", "omar"]),  # his own action, and his child's that tells nothing of her
    ):
        (had,) = told(reader, plan)
        for actions in (had["assessments"], had["outcomes"][0]["actions"]):
            assert [action["what"] for action in actions] == whats


AGREED_WORDS = {"readers": ["dad", "gran"], "text": "agreed", "agreed_by_chair": AGREED}


def test_agreed_words_stand_without_what_would_tell_the_rest_again() -> None:
    words = {"text": "words", "wording_for": [AGREED_WORDS]}
    outcomes = [{**words, "measure": "how", "term": "short"}]
    plan = paper("plans", "mina", outcomes=outcomes, refused=[{**words, "why_not": "why"}])
    entry = paper("chronology", "mina", outcome="what", conflicts="says", **words)
    for reader, text, left in (("mum", "words", True), ("dad", "agreed", False)):
        (had,), (event,) = told(reader, plan), told(reader, entry)
        (outcome,), (refusal,) = had["outcomes"], had["refused"]
        assert {outcome["text"], refusal["text"], event["text"]} == {text}
        assert outcome["term"] == "short"
        retold = (outcome["measure"], refusal["why_not"], event["outcome"], event["conflicts"])
        assert retold == (("how", "why", "what", "says") if left else (None,) * 4)


def test_words_agreed_for_wider_family_give_them_an_entry_but_no_paper_around_it() -> None:
    words = {"text": "words", "wording_for": [AGREED_WORDS]}
    assert [one["text"] for one in told("gran", paper("chronology", "mina", **words))] == ["agreed"]
    assert words_for("gran", "reports", words) == "-"


OUT = {"who": "dad", "ground": "violence", "reason_told": "told", "agreed_by_chair": AGREED}


def test_who_is_excluded_from_all_has_no_paper_but_endings_and_covers_with_the_decisions() -> None:
    with_decisions = {**OUT, "may_have": ["decisions"]}
    for name in PAPERS:
        papers = paper(name, "mina")
        assert not told("dad", papers, exclusions=[OUT]), name
        had = told("dad", papers, exclusions=[with_decisions])
        assert bool(had) == (name in ("endings", "covers")), name
    reasons = paper("endings", "mina", reasons=[{"text": "words"}, {"text": "w", "about": ["mum"]}])
    (ending,) = told("dad", reasons, exclusions=[with_decisions])
    assert [one["text"] for one in ending["reasons"]] == ["words"]


def conference(reader: str, **meeting: Any) -> Plain:
    found: Plain = expected(reader, None, **meeting).records["conferences"][0]
    return found


def test_somebody_excluded_reads_what_they_are_told_of_it_and_never_why() -> None:
    written = {"views_by": "a letter", "told_in_writing": DAY, "may_have_parts": ["dads"]}
    out = {**OUT, **written, "parts": ["open"]}
    for reader in ("chair", "dad", "helper"):
        (had,) = conference(reader, exclusions=[out])["exclusions"]
        assert (had["reason_told"], had["views_by"]) == ("told", "a letter")
        assert had["may_have_parts"] == ["dads"]
        process = (had["parts"], had["ground"], bool(had["agreed_by_chair"]))
        assert process == ((["open"], "violence", True) if reader == "chair" else ([], None, False))
    for reader in ("lead", "nurse", "gp", "away", "mum", "half", "gran", "mina"):
        assert conference(reader, exclusions=[out])["exclusions"] == [], reader
    assert conference("dad", exclusions=[OUT])["exclusions"][0]["reason_told"] == "told"


def test_a_booking_and_why_somebody_is_asked_stay_between_offices() -> None:
    risks = [{"text": "risk"}, {"text": "third", "sensitivity": "third-party"}]
    booking = {"asked_by": "lead", "asked": DAY, "risks": risks}
    asked = {"because": "involved-now", "observer_agreed_by": ["mum"]}
    rows = [{"who": who} for who in ("nurse", "pc", "refuge", "mum", "dad", "half", "gran", "mina")]
    meeting = {"booking": booking, "invitations": [{**row, **asked} for row in rows]}
    for reader in READERS:
        had = conference(reader, **meeting)
        office = reader in ("chair", "lead", "away")
        assert bool(had["booking"]) == office, reader
        assert {row["because"] for row in had["invitations"]} == {
            asked["because"] if office else None
        }
        agreed = ["mum"] if office else []
        assert all(row["observer_agreed_by"] == agreed for row in had["invitations"]), reader
    risk = {
        reader: conference(reader, **meeting)["booking"]["risks"] for reader in ("chair", "lead")
    }
    assert {reader: len(words) for reader, words in risk.items()} == {"chair": 2, "lead": 1}


def test_a_stand_down_goes_with_the_conference_and_its_words_as_the_purpose() -> None:
    explained = [{"text": "all"}, {"text": "hers", "about": ["mum"]}]
    down = {"dated": DAY, "reasons": ["no-report"], "explained": explained}
    for reader, words in (
        ("chair", ["all", "hers"]),
        ("gp", ["all"]),
        ("mum", ["all", "hers"]),
        ("dad", ["all"]),
        ("gran", ["all"]),
    ):
        had = conference(reader, stood_down=down)["stood_down"]
        assert had["reasons"] == ["no-report"]
        assert [one["text"] for one in had["explained"]] == words, reader
    had = conference("dad", stood_down=down, exclusions=[OUT])["stood_down"]
    assert (had["dated"].isoformat(), had["explained"]) == (DAY, [])


@pytest.mark.parametrize(
    ("reader", "told_of"),
    [
        ("nurse", ["mina", "omar"]),
        ("gp", ["mina"]),
        ("mum", ["mina", "omar"]),
        ("dad", ["mina"]),
        ("half", ["omar"]),
        ("gran", []),
        ("mina", ["mina"]),
    ],
)
def test_legal_status_and_background_go_with_a_childs_private_matters(
    reader: str, told_of: list[str]
) -> None:
    case = little_case([])
    private = {"legal_status": "accommodated", "background": "speaks Urdu at home"}
    children = tuple(child.model_copy(update=private) for child in case.children)
    case = case.model_copy(update={"children": children})
    seen = sees(case, reader, "c1").records["children"]
    for name, said in private.items():
        assert [child["id"] for child in seen if child[name] == said] == told_of


def test_papers_of_another_conference_are_told_to_nobody_here() -> None:
    for name in PAPERS:
        assert not told("chair", paper(name, "mina", conference="c0")), name


def test_the_other_authority_is_told_of_only_with_the_transfer() -> None:
    def agencies(reader: str) -> set[str]:
        case = little_case([], paper("transfers", "mina"))
        nobody_there = tuple(
            one.model_copy(update={"agency": "unit"}) if one.id == "away" else one
            for one in case.professionals
        )
        case = case.model_copy(update={"professionals": nobody_there})
        return {agency["id"] for agency in sees(case, reader, "c1").records["agencies"]}

    assert "elsewhere" in agencies("lead")
    assert "elsewhere" not in agencies("mum")
