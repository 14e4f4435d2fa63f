"""Parents of the samples who read another language have every copy in it, and all its words."""

from __future__ import annotations

from contextlib import suppress
from functools import cache
from pathlib import Path

import pytest

from cpdocs.packs.copies import Job, NeedKind
from cpdocs.packs.planning import plan, prepare
from cpdocs.packs.run import in_words
from cpdocs.sharing import NothingToShare
from cpdocs.values import Format
from tests.meets import meets

CASES = Path(__file__).parents[2] / "data" / "cases"
READERS = (
    ("london-review", "mother-b", "bn"),
    ("rotherham-initial", "mother-n", "ur"),
    ("warwickshire-ending", "father-m", "pl"),
)


@cache
def planned(case: str) -> tuple[Job, ...]:
    """Every copy of a sample, in one format."""
    jobs = plan(prepare([CASES / case / "case.yaml"])[0], None)
    return tuple(job for job in jobs if job.errand.form.format is Format.PDF)


@meets("D01", "D04", "D08", "D10")
@pytest.mark.parametrize(("case", "reader", "code"), READERS)
def test_a_parent_of_a_sample_has_every_copy_in_their_language(
    case: str, reader: str, code: str
) -> None:
    jobs = [job for job in planned(case) if job.errand.reader == reader]
    documents = {job.errand.document for job in jobs}
    assert documents & {"social-work-report", "review-report"}
    assert documents & {"outline-plan", "detailed-plan"}
    assert "outcome-family" in documents
    for job in jobs:
        assert job.errand.language == code
        assert [need.met for need in job.needs if need.kind is NeedKind.LANGUAGE] == [True]
        with suppress(NothingToShare):  # what they may have nothing of
            in_words(job)  # raises where a passage has no translation


@meets("D04")
@pytest.mark.parametrize(("case", "reader", "code"), READERS)
def test_an_interpreter_is_booked_for_each_of_them(case: str, reader: str, code: str) -> None:
    told = planned(case)[0].prepared.case
    person = told.person(reader)
    assert person is not None and person.needs is not None and person.needs.interpreter == code
    booked = {
        job.errand.reader for job in planned(case) if job.errand.document == "interpreter-booking"
    }
    there_for = {each.id for each in told.professionals if reader in each.interprets_for}
    assert booked & there_for
