"""Rows that no check looks for, because a case file cannot say what they forbid."""

from __future__ import annotations

import pytest

from cpdocs.model.conference import ExclusionGround
from tests.case.samples import WHOLE, changed, faults_of
from tests.meets import meets, meets_in_cases

# The row, what stands in the whole case, what is written instead, and how the file is refused.
REFUSED: tuple[tuple[str, str, str, str, str], ...] = (
    ("H053", "name: Grace Okafor, ", "", "missing-field", "professionals.1"),
    ("H172", "designation: Health visitor, ", "", "missing-field", "professionals.1"),
    (
        "H086",
        "ground: violence",
        "ground: may-be-prosecuted",
        "not-a-choice",
        "conferences.0.exclusions.0.ground",
    ),
    (
        "H098",
        "child: child-a\n    by: sw",
        "child: [child-a, baby]\n    by: sw",
        "not-text",
        "reports.0.child",
    ),
    ("H100", "who: parent-1, how: hand, ", "how: hand, ", "missing-field", "distributions.0"),
    ("H100", "who: parent-1, how: hand, ", "who: parent-1, ", "missing-field", "distributions.0"),
    ("H100", "how: hand, dated: 2026-12-07", "how: hand", "missing-field", "distributions.0"),
    ("H124", "made: 2026-11-10 15:40, ", "", "missing-field", "visits.0"),
    ("H124", "seen: seen-alone, ", "", "missing-field", "visits.0"),
    (
        "H147",
        "{by: hv, reason: Support was enough.}",
        "{by: hv}",
        "missing-field",
        "conferences.0.minutes.decisions.0.dissent.0",
    ),
    (
        "H149",
        "ground: moved",
        "ground: did-not-co-operate",
        "not-a-choice",
        "endings.0.ground",
    ),
    (
        "H159",
        "{who: parent-1, attended: [opening],",
        "{who: parent-1, voted: yes, attended: [opening],",
        "unknown-field",
        "conferences.0.attendance.0",
    ),
    (
        "H183",
        "{by: pc, reason: Contact is too early.}",
        "{by: pc}",
        "missing-field",
        "plans.0.disagreements.0",
    ),
    ("H185", "child: child-a\n    dated: 2026-12-03", "child: child-a", "missing-field", "plans.0"),
    (
        "H200",
        "by: sw\n    dated: 2026-11-17",
        "by: Jo Hartly\n    dated: 2026-11-17",
        "unknown-id",
        "reports.0.by",
    ),
)


@meets_in_cases(
    H053=("H053",),
    H086=("H086",),
    H098=("H098",),
    H100=("H100",),
    H124=("H124",),
    H147=("H147",),
    H149=("H149",),
    H159=("H159",),
    H172=("H172",),
    H183=("H183",),
    H185=("H185",),
    H200=("H200",),
)
@pytest.mark.parametrize(("row", "old", "new", "code", "field"), REFUSED)
def test_a_case_file_cannot_say_it(row: str, old: str, new: str, code: str, field: str) -> None:
    found = {(fault.code, fault.field) for fault in faults_of(changed(old, new))}
    assert (code, field) in found


@meets("C20", "C21", "H086")
def test_the_grounds_of_an_exclusion_are_those_of_the_texts_and_no_prosecution() -> None:
    assert {ground.value for ground in ExclusionGround} == {
        "violence",  # R 7.1.9
        "impedes-consideration",  # R 7.1.9
        "detailed-consideration-of-allegation",  # R 7.1.9
        "ongoing-investigation",  # W l.32
        "legal-advice",  # W l.32; R 7.1.9
    }


def test_the_file_in_which_they_are_tried_is_a_case() -> None:
    assert faults_of(WHOLE) == ()
