"""Checks of words: letters that need explaining, hard sentences, the authority's own terms.

H112 and H201 are rows of table H. The P codes are this project's own, since no text gives a
number: how long a sentence and how high a reading age is too much for what family are given.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from cpdocs.findings import Severity
from cpdocs.model.base import Record
from cpdocs.model.conference import Conference
from cpdocs.model.plans import CoreGroupMeeting, Plan
from cpdocs.model.reports import ChronologyEntry, Report, Visit
from cpdocs.model.sharing import Passage
from cpdocs.procedures.checks import reading
from cpdocs.procedures.checks.base import Check, Facts, Found, by, for_all, passages

W, N = Severity.WARNING, Severity.NOTE

LONGEST = 35  # words in one sentence that family are given
LONGEST_PLAIN = 20  # words in one sentence of plain wording
HARDEST = 13  # years: reading age of one paper
HARDEST_PLAIN = 10  # years: reading age of a paper's plain wording
ENOUGH = 100  # words: a reading age of less says nothing

# Words for the lead worker in the five texts (table F). An authority's papers use its own.
_LEAD_WORKERS = ("key worker", "keyworker", "lead social worker", "lead professional")
_REGISTER = re.compile(r"\b(?:at risk|child protection) register\b|\bde-?regist", re.IGNORECASE)


def _papers(facts: Facts) -> Iterator[tuple[str, Record]]:
    """The papers that are read as one text each: a conference, a report, a plan, a meeting."""
    yield facts.at, facts.conference
    yield from facts.of(Report)
    yield from facts.of(Plan)
    yield from facts.of(CoreGroupMeeting)


def _given_to_family(facts: Facts) -> Iterator[tuple[str, list[tuple[str, Passage]]]]:
    """The papers, each with its passages."""
    for place, paper in _papers(facts):
        yield place, list(passages(paper, place))


def _chronology(facts: Facts) -> list[tuple[str, Passage]]:
    return list(facts.of(ChronologyEntry))


def _unexplained(facts: Facts) -> Found:
    papers = [told for _, told in _given_to_family(facts)]
    visits = [list(passages(visit, place)) for place, visit in facts.of(Visit)]
    for told in (*papers, _chronology(facts), *visits):
        for position in reading.unexplained([passage.text for _, passage in told]):
            yield told[position][0]


def _plain_unexplained(facts: Facts) -> Found:
    """Plain wording explains its letters in itself: its reader has nothing else."""
    for _, told in _given_to_family(facts):
        for place, passage in told:
            if passage.plain is not None and reading.unexplained([passage.plain]):
                yield f"{place}.plain"


def _longest(text: str) -> int:
    return max((len(reading.words(said)) for said in reading.sentences(text)), default=0)


def _long_sentence(facts: Facts) -> Found:
    for _, told in _given_to_family(facts):
        yield from (place for place, passage in told if _longest(passage.text) > LONGEST)


def _long_plain_sentence(facts: Facts) -> Found:
    for _, told in _given_to_family(facts):
        for place, passage in told:
            if passage.plain is not None and _longest(passage.plain) > LONGEST_PLAIN:
                yield f"{place}.plain"


def _is_harder(texts: list[str], age: int) -> bool:
    said = [sentence for text in texts for sentence in reading.sentences(text)]
    enough = sum(len(reading.words(sentence)) for sentence in said) >= ENOUGH
    return enough and reading.reading_age(said) > age


def _hard(facts: Facts) -> Found:
    for place, told in _given_to_family(facts):
        if _is_harder([passage.text for _, passage in told], HARDEST):
            yield place


def _hard_plain(facts: Facts) -> Found:
    for place, told in _given_to_family(facts):
        plain = [passage.plain for _, passage in told if passage.plain is not None]
        if _is_harder(plain, HARDEST_PLAIN):
            yield place


def _others_terms(facts: Facts) -> Found:
    own = facts.authority.style.terms.lead_worker.casefold()
    others = [term for term in _LEAD_WORKERS if term not in own]
    for _, told in _given_to_family(facts):
        for place, passage in told:
            text = passage.text.casefold()
            if any(re.search(rf"\b{term}s?\b", text) for term in others):
                yield place


def _old_terms(facts: Facts) -> Found:
    if facts.text == "R":  # its text speaks of a list or register, and of de-registration
        return
    for _, told in _given_to_family(facts):
        yield from (place for place, passage in told if _REGISTER.search(passage.text))


def _titles(facts: Facts) -> Found:
    conference: Conference = facts.conference
    for position, part in enumerate(conference.parts):
        if reading.unexplained([part.title]):
            yield f"{facts.at}.parts.{part.id or position}.title"


CHECKS: Final = (
    Check(
        code="H112",
        what="Letters such as an abbreviation that are not explained where they first stand",
        says="Capital letters stand here for something that is not said. Write it in full, or "
        "explain it where it first stands in this paper.",
        sources=by(W, N="l.153") + for_all(N),
        find=_unexplained,
    ),
    Check(
        code="H112",
        what="Plain wording with letters that are not explained",
        says="Plain wording uses capital letters that it does not explain. Write it in full.",
        sources=for_all(W),
        find=_plain_unexplained,
    ),
    Check(
        code="H112",
        what="The title of a part with letters that are not explained",
        says="The part’s title uses capital letters for something. Write it in full.",
        sources=for_all(W),
        find=_titles,
    ),
    Check(
        code="H201",
        what="Another authority’s word for the lead worker",
        says="This is not this authority’s word for the lead worker. Use its own.",
        sources=for_all(W),
        find=_others_terms,
    ),
    Check(
        code="H201",
        what="A register of children at risk, which there is no longer",
        says="There is a plan, not a register. Write of the plan.",
        sources=for_all(W),
        find=_old_terms,
    ),
    Check(
        code="P001",
        what=f"A sentence of more than {LONGEST} words",
        says=f"A sentence here has more than {LONGEST} words. Make two of it.",
        sources=for_all(N),
        find=_long_sentence,
    ),
    Check(
        code="P002",
        what=f"A sentence of plain wording with more than {LONGEST_PLAIN} words",
        says=f"A sentence of plain wording has more than {LONGEST_PLAIN} words. Make two of it.",
        sources=for_all(W),
        find=_long_plain_sentence,
    ),
    Check(
        code="P003",
        what=f"A paper whose reading age is over {HARDEST}, in {ENOUGH} words or more",
        says=f"Taken together these passages have a reading age over {HARDEST}. Use shorter words "
        "and sentences.",
        sources=for_all(N),
        find=_hard,
    ),
    Check(
        code="P004",
        what=f"Plain wording whose reading age is over {HARDEST_PLAIN}",
        says=f"Taken together the plain wording here has a reading age over {HARDEST_PLAIN}. Use "
        "shorter words and sentences.",
        sources=for_all(W),
        find=_hard_plain,
    ),
)
