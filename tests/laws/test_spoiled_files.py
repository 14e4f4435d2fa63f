"""A case file with something wrong in it gives findings or clean errors: never a traceback, and
never a document with a hole in it."""

from __future__ import annotations

import re
from collections import Counter
from random import Random

import pytest

from cpdocs.case.case import Case
from cpdocs.case.load import load_text
from cpdocs.errors import CpdocsError, InputFaults
from cpdocs.packs.copies import Job
from cpdocs.packs.planning import plan, prepare
from cpdocs.packs.run import in_words
from tests.documents.contract import breaches
from tests.generators.spoiled import spoiled

QUICK = range(2_000)
ALL = range(100_000, 120_000)
COPIES = 2  # of one reader, composed of each file that can be read
HOLE = re.compile(r">\s*(None|nan|\[\]|\(\))\s*<|Undefined|\{\{|%\(")


def outcome(seed: int) -> str:
    """What becomes of one file: `refused`, or how far its copies came. Other errors are raised."""
    text = spoiled(seed)
    try:
        case = load_text(text.encode(), f"spoiled-{seed}.yaml")
    except InputFaults as error:
        assert error.faults
        assert all(each.code and each.wrong and each.mend for each in error.faults)
        return "refused"
    return _composed(case, Random(seed), text)  # noqa: S311 not for secrets


def _composed(case: Case, chance: Random, text: str) -> str:
    try:
        (prepared,) = prepare([case])
    except CpdocsError:  # no such authority
        return "held"
    jobs = plan(prepared, None)
    reader = chance.choice([job.errand.reader for job in jobs] or [""])
    mine = [job for job in jobs if job.errand.reader == reader]
    told = [_of(job, text) for job in chance.sample(mine, min(COPIES, len(mine)))]
    return min(told, default="nothing due")  # held, where any is


def _of(job: Job, text: str) -> str:
    try:
        _, copy = in_words(job)
    except CpdocsError:
        return "held"
    assert breaches(copy) == [], (job.errand.document, job.errand.reader)
    holes = [found.group() for found in HOLE.finditer(copy.body) if found.group() not in text]
    assert holes == [], (job.errand.document, job.errand.reader)
    return "made"


@pytest.mark.parametrize("fifty", range(0, len(QUICK), 50))
def test_two_thousand_spoiled_files_end_cleanly(fifty: int) -> None:
    for seed in QUICK[fifty : fifty + 50]:
        assert outcome(seed) in {"refused", "held", "made", "nothing due"}, seed


@pytest.mark.prove
@pytest.mark.parametrize("hundred", range(0, len(ALL), 100))
def test_twenty_thousand_spoiled_files_end_cleanly(hundred: int) -> None:
    for seed in ALL[hundred : hundred + 100]:
        assert outcome(seed) in {"refused", "held", "made", "nothing due"}, seed


def test_spoiled_files_come_to_every_end() -> None:
    ends = Counter(outcome(seed) for seed in range(60))
    assert set(ends) >= {"refused", "held", "made"}
    assert ends["refused"] < 60 * 0.9


def test_a_hole_would_be_seen() -> None:
    assert HOLE.search("<td>None</td>")
    assert HOLE.search("<p>Dear %(name)s</p>")
    assert not HOLE.search("<p>None of them came.</p>")
