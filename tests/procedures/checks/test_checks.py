"""The checks as a whole: complete, honest about what they leave out, and silent about the case."""

from __future__ import annotations

import json
import re
from collections import Counter
from datetime import date
from itertools import chain
from pathlib import Path

import pytest

from cpdocs import cli, cli_check
from cpdocs.case.case import Case
from cpdocs.case.checks import RULES
from cpdocs.case.load import load
from cpdocs.case.words import WORDS
from cpdocs.findings import Effect, Finding, Severity
from cpdocs.model.base import Record
from cpdocs.model.paths import item_key
from cpdocs.procedures import authority_slugs
from cpdocs.procedures.checks import CHECKS, Check, check, texts, wording
from cpdocs.procedures.checks.describe import describe_checks, describe_elsewhere
from cpdocs.procedures.checks.elsewhere import ELSEWHERE, How
from cpdocs.procedures.checks.reports import WORDS_ON_A_SIDE
from cpdocs.procedures.checks.texts import Text, text_of
from tests.generators.cases import random_case
from tests.packs.cases import CANARY, TINY, case_file
from tests.procedures.cases import meeting
from tests.procedures.checks import (
    test_conference,
    test_dates,
    test_papers,
    test_people,
    test_plans,
    test_reports,
    test_rhythm,
    test_sharing,
    test_wording,
)
from tests.procedures.checks.rows import AFTER, Row, asked, case

ROOT = Path(__file__).parents[3]
GUIDE = ROOT / "docs" / "checks.md"
SAMPLES = sorted((ROOT / "data" / "cases").glob("*/case.yaml"))

ROWS: tuple[Row, ...] = tuple(
    chain.from_iterable(
        module.ROWS
        for module in (
            test_conference,
            test_dates,
            test_papers,
            test_people,
            test_plans,
            test_reports,
            test_rhythm,
            test_sharing,
            test_wording,
        )
    )
)

# Table H: the numbers of its rows, group by group.
_GROUPS = ((1, 38), (50, 74), (80, 103), (110, 128), (140, 163), (170, 194), (200, 212))
TABLE = {f"H{number:03}" for first, last in _GROUPS for number in range(first, last + 1)}

UNDECIDED = re.compile(r"This cannot be decided from the case file\. It does not say: [^.]+\.")


def test_every_check_has_a_case_that_it_finds_and_a_good_one_beside_it() -> None:
    shown = {(it.code, it.says) for row in ROWS for it in row.found}
    never = [it.what for it in CHECKS if (it.code, it.says) not in shown]
    # What this one finds is what the case leaves out: `test_dates.UNDECIDED` shows it.
    assert never == ["Whether a move into the area is for good is not said"]


def test_every_row_of_the_table_is_a_check_or_is_accounted_for() -> None:
    checked = {it.code for it in CHECKS}
    elsewhere = [it.code for it in ELSEWHERE]
    assert len(elsewhere) == len(set(elsewhere))
    assert checked.isdisjoint(elsewhere)
    assert {code for code in checked if code.startswith("H")} | set(elsewhere) == TABLE


def test_what_is_left_to_loading_is_a_fault_that_there_is() -> None:
    known = {*WORDS, *(rule.code for rule in RULES)}
    for row in ELSEWHERE:
        if row.how is How.LOADING:
            told = re.findall(r"`([a-z-]+)`", row.because)
            assert told, row.code
            assert set(told) <= known, row.code


@pytest.mark.parametrize("one", CHECKS, ids=lambda it: f"{it.code} {it.what[:30]}")
def test_a_check_says_what_is_wrong_in_whole_sentences_and_names_a_source(one: Check) -> None:
    assert re.fullmatch(r"[GHP]\d{3}", one.code)
    assert one.says.endswith(".")
    assert not one.what.endswith(".")
    assert one.sources
    assert len({it.text for it in one.sources}) == len(one.sources)
    assert all(it.where == "cpdocs" or it.where[:2] == f"{it.text} " for it in one.sources)


def test_no_two_checks_of_a_code_say_the_same() -> None:
    told = [(it.code, it.says) for it in CHECKS]
    assert len(told) == len(set(told))


def _resolves(case_: Case, place: str) -> bool:
    """Every step of a place is a field, or an item of a list, as far as there is something."""
    at: object = case_
    for step in place.split("."):
        if isinstance(at, Record):
            if step not in type(at).model_fields:
                return False
            at = getattr(at, step)
        elif isinstance(at, tuple):
            named = {item_key(item, position): item for position, item in enumerate(at)}
            if step not in named:
                return False
            at = named[step]
        else:
            return at is None
    return True


def _sound(found: tuple[Finding, ...], case_: Case) -> None:
    fixed = {it.says for it in CHECKS}
    for finding in found:
        assert finding.says in fixed or UNDECIDED.fullmatch(finding.says), finding.code
        assert _resolves(case_, finding.place), (finding.code, finding.place)


@pytest.mark.parametrize("slug", authority_slugs())
@pytest.mark.parametrize("seed", range(6))
def test_any_valid_case_is_checked_and_every_finding_has_a_place_and_fixed_words(
    seed: int, slug: str
) -> None:
    built = random_case(seed).model_copy(update={"authority": slug})
    for on in (date(2026, 1, 1), date(2031, 1, 1)):
        _sound(check(built, on=on), built)


@pytest.mark.parametrize("path", [*SAMPLES, ROOT / "tests" / "case" / "whole.yaml"], ids=str)
def test_the_samples_are_checked(path: Path) -> None:
    loaded = load(path)
    _sound(check(loaded, on=date(2027, 6, 1)), loaded)


def test_a_place_that_leads_nowhere_would_be_seen() -> None:
    built = case()
    assert _resolves(built, "conferences.c-1.starts")
    assert not _resolves(built, "conferences.c-1.start")
    assert not _resolves(built, "conferences.c-7.starts")


def test_all_findings_come_at_once_errors_first_and_the_tenth_after_the_ninth() -> None:
    invitations = [{"who": "hv"}, *({"who": f"x-{n}"} for n in range(8)), *asked("sw", "tm")]
    found = check(case(meeting(invitations=invitations)), on=AFTER)
    severities = [tuple(Severity).index(it.severity) for it in found]
    assert severities == sorted(severities)
    rows = [it.place for it in found if it.code == "H071"]
    assert rows == [f"conferences.c-1.invitations.{n}.because" for n in (0, 9, 10)]


def test_the_order_of_a_case_changes_no_finding() -> None:
    built = random_case(3)
    turned = built.model_copy(
        update={"professionals": built.professionals[::-1], "people": built.people[::-1]}
    )
    on = date(2031, 1, 1)
    told = (built, turned)
    first, second = (check(it.model_copy(update={"authority": "rotherham"}), on=on) for it in told)
    assert first == second


def test_an_authority_laid_over_another_follows_its_text(monkeypatch: pytest.MonkeyPatch) -> None:
    files = {
        "authorities/example.yaml": "extends: sunderland",
        "authorities/sunderland.yaml": "extends: _common",
        "authorities/alone.yaml": "extends: _common",
        "authorities/_common.yaml": "terms: {}",
        "authorities/circle.yaml": "extends: circle",
    }
    monkeypatch.setattr(texts, "data_text", files.__getitem__)
    text_of.cache_clear()
    assert text_of("example") is Text.S
    assert text_of("alone") is None
    assert text_of("circle") is None
    text_of.cache_clear()


def test_every_authority_that_ships_follows_a_text() -> None:
    assert {slug: text_of(slug) for slug in authority_slugs()} == {
        "london-style": Text.L,
        "nottinghamshire": Text.N,
        "rotherham": Text.R,
        "sunderland": Text.S,
        "warwickshire": Text.W,
    }


def test_what_cannot_be_decided_stops_nothing() -> None:
    found = [it for it in check(case(), on=AFTER) if UNDECIDED.fullmatch(it.says)]
    assert found
    assert {(it.effect, it.severity) for it in found} == {(Effect.TELLS, Severity.NOTE)}


def test_the_guide_lists_every_check_and_every_row_without_one() -> None:
    told = GUIDE.read_text(encoding="utf-8")
    assert describe_checks() in told, "paste what `describe_checks()` gives"
    assert describe_elsewhere() in told, "paste what `describe_elsewhere()` gives"


def test_the_guide_counts_rows_and_limits_right() -> None:
    told = " ".join(GUIDE.read_text(encoding="utf-8").split())
    checked = len({it.code for it in CHECKS if it.code.startswith("H")})
    left = Counter(it.how for it in ELSEWHERE)
    assert f"Of the {len(TABLE)} rows: | rows | what becomes of them |" in told
    for count, says in (
        (checked, "a check decides them"),
        (left[How.LOADING], "a case that breaks them does not load"),
        (left[How.FORMAT], "a case cannot be written so"),
        (left[How.COPIES], "they are decided where copies are made"),
        (left[How.NO_FIELD], "nothing can decide them"),
    ):
        assert f"| {count} | {says}" in told
    for says in (
        f"at most {wording.LONGEST} words, in plain wording {wording.LONGEST_PLAIN}",
        f"with {wording.ENOUGH} words or more has a reading age of at most {wording.HARDEST}",
        f"its plain wording of {wording.HARDEST_PLAIN}",
        f"H113 counts {WORDS_ON_A_SIDE} words",
        f"## The checks ({len(CHECKS)})",
        f"## Rows without a check ({len(ELSEWHERE)})",
    ):
        assert says in told


# --- the command ---------------------------------------------------------------------------------

NO_ERROR = TINY.replace("preferred_language: so", "preferred_language: en")
WITH_ERROR = TINY.replace("      - {who: mum}\n", "")


@pytest.mark.parametrize(
    ("text", "code"),
    [(NO_ERROR, 0), (WITH_ERROR, 1), (TINY.replace("type: initial", "type: final"), 2)],
    ids=["warnings alone", "an error", "no case"],
)
def test_the_exit_code_says_whether_anything_is_an_error(
    text: str, code: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = str(case_file(tmp_path / "tiny", text))
    assert cli.main(["check", path, "--on", "2026-11-20"]) == code
    said = capsys.readouterr()
    assert CANARY not in said.out + said.err
    assert ("error H050" in said.out) is (code == 1)


def test_json_is_the_same_each_time_and_holds_no_word_of_the_case(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = str(case_file(tmp_path / "tiny"))
    told = []
    for _ in range(2):
        cli.main(["check", path, "--on", "2027-06-01", "--json"])
        told.append(capsys.readouterr().out)
    assert told[0] == told[1]
    assert CANARY not in told[0]
    found = json.loads(told[0])
    assert [list(it) for it in found] == [
        ["code", "effect", "severity", "place", "says", "source"]
    ] * len(found)
    assert len(found) > 3


def test_without_a_day_it_is_today_in_london(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(cli_check, "day_in_london", lambda: date(2026, 11, 21))
    cli.main(["check", str(case_file(tmp_path / "tiny"))])
    assert "On 2026-11-21:" in capsys.readouterr().out


def test_a_trouble_is_said_once_with_each_place_that_has_it(
    capsys: pytest.CaptureFixture[str],
) -> None:
    built = case(meeting(invitations=[{"who": "hv"}, {"who": "sw"}]))
    cli_check.say(check(built, on=AFTER), AFTER)
    said = capsys.readouterr().out
    assert said.count("H071") == 1
    assert said.count(".because\n") == 2


def test_a_day_that_is_none_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["check", str(SAMPLES[0]), "--on", "2026-13-01"]) == 2
    assert "--on" in capsys.readouterr().err
