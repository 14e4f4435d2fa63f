"""Rules about a conference: its people, its parts, who was asked and who came."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cpdocs.case.case import Case
from cpdocs.case.rules.base import (
    Path,
    Rule,
    conferences,
    every,
    is_family,
    is_helper_only,
    open_parts,
    repeated,
)
from cpdocs.model.conference import Attendance, Conference, Exclusion, Invitation, Part
from cpdocs.model.people import Role

# Pairs that cannot both be true of one part. Coming and then leaving, or being told to leave, can.
_CONTRADICTIONS: Final = (
    ("attended", "free_to_attend"),  # free to attend means: did not
    ("left", "free_to_attend"),
    ("asked_to_leave", "free_to_attend"),
    ("left", "asked_to_leave"),  # by choice, or told to: C24 keeps them apart
)

# Where a conference names the parts that somebody was, or may be, in.
_PART_LISTS: Final = (
    ("invitations", "to"),
    ("attendance", "attended"),
    ("attendance", "free_to_attend"),
    ("attendance", "left"),
    ("exclusions", "may_have_parts"),
)


def _not_subjects(case: Case) -> Iterator[Path]:
    for path, conference in conferences(case):
        for position, child_id in enumerate(conference.children):
            child = case.child(child_id)
            if child is not None and not child.subject:
                yield (*path, "children", str(position))


def _without_children(case: Case) -> Iterator[Path]:
    for path, conference in conferences(case):
        if not conference.children:
            yield (*path, "children")


def _without_parts(case: Case) -> Iterator[Path]:
    for path, conference in conferences(case):
        if not open_parts(conference):
            yield (*path, "parts")


def _not_run_by_professionals(case: Case) -> Iterator[Path]:
    for path, conference in conferences(case):
        for field in ("chair", "minute_taker"):
            person_id = getattr(conference, field)
            if person_id is not None and case.professional(person_id) is None:
                yield (*path, field)


def _ends_early(case: Case) -> Iterator[Path]:
    for path, conference in conferences(case):
        ends = conference.expected_to_end
        if ends is not None and ends <= conference.starts.time():
            yield (*path, "expected_to_end")


def _invited_twice(case: Case) -> Iterator[Path]:
    for path, conference in conferences(case):
        for position in repeated(tuple(row.who for row in conference.invitations)):
            yield (*path, "invitations", str(position), "who")


def _in_attendance_twice(case: Case) -> Iterator[Path]:
    for path, conference in conferences(case):
        for position in repeated(tuple(row.who for row in conference.attendance)):
            yield (*path, "attendance", str(position), "who")


def _contradictions(case: Case) -> Iterator[Path]:
    for path, row in every(case, Attendance):
        if any(set(getattr(row, a)) & set(getattr(row, b)) for a, b in _CONTRADICTIONS):
            yield path


def _excluded_yet_there(case: Case) -> Iterator[Path]:
    for path, conference in conferences(case):
        for position, row in enumerate(conference.attendance):
            there = {*row.attended, *row.free_to_attend, *row.left}
            if there & _excluded_from(conference, row.who):
                yield (*path, "attendance", str(position))


def _excluded_from(conference: Conference, person_id: str) -> frozenset[str]:
    excluded: set[str] = set()
    for exclusion in conference.exclusions:
        if exclusion.who == person_id:
            excluded |= set(exclusion.parts) or {part.id for part in conference.parts}
    return frozenset(excluded)


def _family_in_confidential_parts(case: Case) -> Iterator[Path]:
    for path, conference in conferences(case):
        for list_name, field in _PART_LISTS:
            for position, row in enumerate(getattr(conference, list_name)):
                named = set(getattr(row, field))
                if is_family(case, row.who) and named - open_parts(conference):
                    yield (*path, list_name, str(position), field)


def _attendance_not_said(case: Case) -> Iterator[Path]:
    """Family whose copy of the minutes would be cut too far, or too wide, by silence."""
    for path, conference in conferences(case):
        if conference.minutes is None:
            continue
        for position, invitation in enumerate(conference.invitations):
            family = is_family(case, invitation.who) and not is_helper_only(case, invitation.who)
            invited_to = set(invitation.to) or open_parts(conference)
            missing = invited_to & open_parts(conference) - _said(conference, invitation.who)
            if family and invitation.invited and missing:
                yield (*path, "invitations", str(position))


def _said(conference: Conference, person_id: str) -> frozenset[str]:
    said = set(_excluded_from(conference, person_id))
    for row in conference.attendance:
        if row.who == person_id:
            said |= {*row.attended, *row.free_to_attend, *row.left, *row.asked_to_leave}
    return frozenset(said)


def _confidential_without_chair(case: Case) -> Iterator[Path]:
    for path, part in every(case, Part):
        if part.confidential and not (part.asked_by and part.reason and part.agreed_by_chair):
            yield path


def _excluded_without_chair(case: Case) -> Iterator[Path]:
    for path, exclusion in every(case, Exclusion):
        if exclusion.agreed_by_chair is None:
            yield path


def _not_invited_without_reason(case: Case) -> Iterator[Path]:
    for path, row in every(case, Invitation):
        if not row.invited and not (row.reason and row.agreed_by_chair):
            yield path


def _invited_but_not_told(case: Case) -> Iterator[Path]:
    for path, row in every(case, Invitation):
        if row.invited and not row.told:
            yield path


def _not_told_yet_there(case: Case) -> Iterator[Path]:
    for path, conference in conferences(case):
        not_told = {row.who for row in conference.invitations if not row.told}
        for position, row in enumerate(conference.attendance):
            if row.who in not_told:
                yield (*path, "attendance", str(position))


def _unborn_invited(case: Case) -> Iterator[Path]:
    for path, row in every(case, Invitation):
        child = case.child(row.who)
        if row.invited and child is not None and child.is_unborn:
            yield path


def _supported_by_interpreter(case: Case) -> Iterator[Path]:
    for path, row in every(case, Attendance):
        for position, person_id in enumerate(row.supported_by):
            professional = case.professional(person_id)
            if professional is not None and professional.role is Role.INTERPRETER:
                yield (*path, "supported_by", str(position))


RULES: Final = (
    Rule(
        code="conference-child-not-subject",
        wrong="The conference is about a child who is not marked as a subject.",
        mend="Write `subject: true` for that child, or take them off this list.",
        find=_not_subjects,
    ),
    Rule(
        code="conference-without-children",
        wrong="The conference is about no child.",
        mend="Write the ids of the children it is about.",
        find=_without_children,
    ),
    Rule(
        code="conference-without-parts",
        wrong="The conference has no part that family can be in.",
        mend="Write at least one part that is neither confidential nor legal advice.",
        find=_without_parts,
    ),
    Rule(
        code="not-run-by-a-professional",
        wrong="The chair and the minute-taker are professionals, and this is nobody of those.",
        mend="Write the id of one under professionals.",
        find=_not_run_by_professionals,
    ),
    Rule(
        code="ends-before-it-starts",
        wrong="The conference is expected to end before it starts.",
        mend="Correct `starts` or `expected_to_end`; both are in UK time by the 24-hour clock.",
        find=_ends_early,
    ),
    Rule(
        code="invited-twice",
        wrong="This person stands in the invitations already.",
        mend="Keep one row for each person.",
        find=_invited_twice,
    ),
    Rule(
        code="in-attendance-twice",
        wrong="This person stands in the attendance already.",
        mend="Keep one row for each person.",
        find=_in_attendance_twice,
    ),
    Rule(
        code="attendance-contradicts-itself",
        wrong="This row says two things of one part that cannot both be true.",
        mend="Keep one: `free_to_attend` is for who did not come; `left` is by choice, "
        "`asked_to_leave` is not.",
        find=_contradictions,
    ),
    Rule(
        code="excluded-yet-in-attendance",
        wrong="This row has the person in a part that they were excluded from.",
        mend="Correct the row or the exclusion; somebody told to go in the meeting goes under "
        "`asked_to_leave`.",
        find=_excluded_yet_there,
    ),
    Rule(
        code="family-in-confidential-part",  # R 7.2.4, 7.6
        wrong="Family and those who stand by them are in no confidential or legal-advice part.",
        mend="Take that part out of this list.",
        find=_family_in_confidential_parts,
    ),
    Rule(
        code="attendance-not-said",  # R 7.2.2 g; C24
        wrong="There are minutes, and for some part that this person was invited to nothing says "
        "whether they were in it. Their copy would hold too much or too little.",
        mend="In their row under `attendance`, put every such part under `attended`, "
        "`free_to_attend`, `left` or `asked_to_leave`.",
        find=_attendance_not_said,
    ),
    Rule(
        code="confidential-without-chair",  # R 7.2.4; H083
        wrong="A confidential part needs who asked for it, why, and when the chair agreed.",
        mend="Write `asked_by`, `reason` and `agreed_by_chair`.",
        find=_confidential_without_chair,
    ),
    Rule(
        code="excluded-without-chair",  # R 7.1.9
        wrong="Only the chair excludes, and no date of the chair's decision is given.",
        mend="Write `agreed_by_chair` with the date.",
        find=_excluded_without_chair,
    ),
    Rule(
        code="not-invited-without-reason",  # N l.51; R 7.1.8; H050
        wrong="Somebody is not invited, without a reason or without the chair's agreement.",
        mend="Write `reason` and `agreed_by_chair`.",
        find=_not_invited_without_reason,
    ),
    Rule(
        code="invited-but-not-told",  # R 7.1.8; C23
        wrong="Somebody who is not to be told of the conference is down as invited.",
        mend="Write `invited: false`, or take `told: false` out.",
        find=_invited_but_not_told,
    ),
    Rule(
        code="not-told-yet-in-attendance",  # R 7.1.8; C23
        wrong="Somebody who is not to be told of the conference has a row of attendance.",
        mend="Take the row out, or correct `told` in their invitation.",
        find=_not_told_yet_there,
    ),
    Rule(
        code="unborn-invited",
        wrong="An unborn baby is down as invited.",
        mend="Take the row out.",
        find=_unborn_invited,
    ),
    Rule(
        code="supported-by-interpreter",  # R 7.1.8(h); H065
        wrong="An interpreter is down as somebody's supporter.",
        mend="Name a supporter who does not interpret.",
        find=_supported_by_interpreter,
    ),
)
