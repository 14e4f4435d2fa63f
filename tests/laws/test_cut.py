"""Laws 3b and 4 of the cut: the view is what the oracle says, and nothing withheld moves it."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from cpdocs.case.case import Case
from cpdocs.case.checks import RULES
from cpdocs.model.paths import records_in, walk
from cpdocs.model.ruling import Ruling
from cpdocs.model.sharing import Sharing, Variant
from cpdocs.model.view import Section, View
from cpdocs.sharing import NothingToShare, share
from tests.documents.views import STYLE
from tests.generators.cases import cases, random_case
from tests.generators.mutations import mutate
from tests.generators.words import canaries, canaries_in
from tests.meets import meets
from tests.oracle.rules import Expectation, sees

EVERY_SECTION = frozenset(Section)
QUICK = range(30)
QUICK_PAIRS = range(1_000, 1_015)
ALL = range(10_000)


def chance(seed: int) -> Random:
    return Random(seed)  # noqa: S311 not for secrets


def view_of(case: Case, reader: str) -> View | None:
    """The view of the case's first conference, or None where the reader has nothing."""
    try:
        return share(
            case=case,
            ruling=Ruling(),
            style=STYLE,
            reader=reader,
            conference=case.conferences[0].id,
            sections=EVERY_SECTION,
        ).view
    except NothingToShare:
        return None


def readers_of(case: Case) -> list[str]:
    people = [person.id for person in case.people]
    return [child.id for child in case.children] + people + [p.id for p in case.professionals]


def as_plain(value: object) -> Any:
    """Values that compare alike whether a list or a tuple held them."""
    if isinstance(value, dict):
        return {name: as_plain(inner) for name, inner in value.items()}
    if isinstance(value, list | tuple):
        return [as_plain(inner) for inner in value]
    return value


def differences(expected: Any, found: Any, path: str = "") -> Iterator[str]:
    """Places where two trees of plain values differ, and which of the two has more."""
    if isinstance(expected, dict) and isinstance(found, dict):
        for name in sorted({*expected, *found}):
            yield from differences(expected.get(name), found.get(name), f"{path}.{name}")
    elif isinstance(expected, list) and isinstance(found, list):
        if len(expected) == len(found):
            for position, pair in enumerate(zip(expected, found, strict=True)):
                yield from differences(*pair, f"{path}.{position}")
        else:
            lost = [one for one in expected if one not in found]
            leaked = [one for one in found if one not in expected]
            yield f"{path}: lost {lost}, leaked {leaked}"
    elif expected != found:
        yield f"{path}: expected {expected!r}, found {found!r}"


def own_words(case: Case, reader: str) -> set[str]:
    """Words of a reader's own record, which their copy is addressed with."""
    records = [case.child(reader), case.person(reader), case.professional(reader)]
    homes = [
        h for h in case.households if any(getattr(r, "lives_at", None) == h.id for r in records)
    ]
    agencies = [
        a for a in case.agencies if any(getattr(r, "agency", None) == a.id for r in records)
    ]
    return canaries_in("".join(it.model_dump_json() for it in (*records, *homes, *agencies) if it))


def assert_seen_as_expected(case: Case) -> None:
    held = _canaries_held(case)
    for reader in readers_of(case):
        expected = sees(case, reader, case.conferences[0].id)
        _assert_seen(case, reader, expected, view_of(case, reader), held)


def _canaries_held(case: Case) -> set[str]:
    return {word for words in canaries(case).values() for word in words}


def _assert_seen(
    case: Case, reader: str, expected: Expectation, view: View | None, held: set[str]
) -> None:
    assert (view is not None) == expected.view, reader
    if view is None:
        return
    found = as_plain(view.records.model_dump())
    assert not list(differences(as_plain(expected.records), found)), reader
    assert view.records.conferences == (view.conference,)
    may_hold = canaries_in(str(as_plain(expected.records))) | own_words(case, reader)
    assert canaries_in(view.model_dump_json()) <= may_hold & held, reader


def assert_not_moved_by_what_is_withheld(case: Case, rng: Random) -> int:
    """Compare each reader's view with that of a case that differs only out of their sight."""
    conference = case.conferences[0].id
    return sum(
        _unmoved(case, reader, sees(case, reader, conference), view_of(case, reader), rng)
        for reader in readers_of(case)
    )


def _unmoved(
    case: Case, reader: str, expected: Expectation, before: View | None, rng: Random
) -> int:
    """How many changes there were, none of which moved the view."""
    other, kept = mutate(case, reader, case.conferences[0].id, expected, rng)
    after = view_of(other, reader)
    assert before == after, reader
    if before is not None and after is not None:
        assert before.model_dump_json() == after.model_dump_json(), reader
    return kept


def assert_both_laws(case: Case, rng: Random) -> None:
    """Both laws of the cut, with each view and each expectation worked out once."""
    held = _canaries_held(case)
    for reader in readers_of(case):
        expected = sees(case, reader, case.conferences[0].id)
        view = view_of(case, reader)
        _assert_seen(case, reader, expected, view, held)
        _unmoved(case, reader, expected, view, rng)


@meets("C01", "C02", "C04", "C09", "C10", "C11", "C12", "C13", "C34", "C53")
@pytest.mark.parametrize("seed", QUICK)
def test_every_reader_gets_what_the_oracle_says_no_more_and_no_less(seed: int) -> None:
    assert_seen_as_expected(random_case(seed))


@meets("C16")
@pytest.mark.parametrize("seed", QUICK_PAIRS)
def test_nothing_withheld_from_a_reader_changes_their_view(seed: int) -> None:
    assert assert_not_moved_by_what_is_withheld(random_case(seed), chance(seed)) > 0


@pytest.mark.prove
@pytest.mark.parametrize("hundred", range(0, len(ALL), 100))
def test_both_laws_hold_for_ten_thousand_cases(hundred: int) -> None:
    for seed in ALL[hundred : hundred + 100]:
        assert_both_laws(random_case(seed), chance(seed))


@pytest.mark.prove
@given(case=cases())
@settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
def test_both_laws_hold_for_the_cases_that_hypothesis_finds(case: Case) -> None:
    assert_both_laws(case, chance(0))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_generated_cases_keep_the_rules_for_case_files(rule: Any) -> None:
    assert [path for seed in range(60) for path in rule.find(random_case(seed))] == []


def test_the_same_seed_makes_the_same_case() -> None:
    assert random_case(7) == random_case(7)
    assert random_case(7) != random_case(8)


def test_generated_cases_hold_every_kind_of_outcome() -> None:
    found = set()
    for seed in range(150):
        case = random_case(seed)
        for reader in readers_of(case):
            expected = sees(case, reader, case.conferences[0].id)
            found |= {outcome.split()[0] for outcome in expected.passages.values()}
            found.add("view" if expected.view else "no view")
    assert found == {"withheld", "full", "plain", "variant", "gap", "view", "no view"}


def words_in(view: View) -> set[str]:
    return canaries_in(view.records.model_dump_json())


def agreed_for(case: Case, reader: str) -> set[str]:
    """The words that were agreed for a reader by name."""
    return {
        canary
        for node in walk(case)
        for _, record in records_in(node)
        if isinstance(record, Variant) and reader in record.readers
        for canary in canaries_in(record.model_dump_json())
    }


@meets("C24")
def test_a_supporter_sees_no_more_than_whom_they_stand_by() -> None:
    compared = 0
    for seed in QUICK:
        case = random_case(seed)
        for person in case.people:
            helped = [r.of for r in person.relations if r.kind in ("supporter", "advocate")]
            view = view_of(case, person.id) if helped else None
            for other in helped:
                theirs = view_of(case, other)
                if view is None:
                    continue
                assert theirs is not None
                own = agreed_for(case, person.id)
                assert words_in(view) - own <= words_in(theirs), (seed, person.id)
                compared += 1
    assert compared > 5


def test_withholding_a_passage_from_a_reader_adds_nothing_to_their_view() -> None:
    compared = 0
    for seed in QUICK:
        case = random_case(seed)
        meeting = case.conferences[0]
        if meeting.minutes is None:
            continue
        for reader in (case.people[0].id, case.professionals[4].id):
            said = list(meeting.minutes.contributions)
            said[0] = said[0].model_copy(
                update={"sharing": Sharing(withhold_from=(reader,), reason="asked for")}
            )
            minutes = meeting.minutes.model_copy(update={"contributions": tuple(said)})
            changed = meeting.model_copy(update={"minutes": minutes})
            other = case.model_copy(update={"conferences": (changed, *case.conferences[1:])})
            before, after = view_of(case, reader), view_of(other, reader)
            assert (before is None) == (after is None)
            if before is not None and after is not None:
                assert words_in(after) <= words_in(before), (seed, reader)
                compared += 1
    assert compared > 20


def test_the_chair_sees_everything() -> None:
    for seed in QUICK:
        case = random_case(seed)
        meeting = case.conferences[0]
        view = view_of(case, meeting.chair)
        assert view is not None
        assert view.conference == meeting
        assert view.records.people == case.people
        assert view.records.children == case.children
        assert view.records.professionals == case.professionals
        assert view.records.households == case.households
        assert view.records.places == case.places


def test_somebody_who_is_not_told_gets_nothing() -> None:
    asked = 0
    for seed in range(120):
        case = random_case(seed)
        for row in case.conferences[0].invitations:
            if not row.told:
                assert view_of(case, row.who) is None, (seed, row.who)
                asked += 1
    assert asked > 5
