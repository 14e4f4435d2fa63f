"""Rules about who asked for less or more to be seen, and who agreed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cpdocs.case.case import Case
from cpdocs.case.rules.base import Path, Rule, every
from cpdocs.model.base import Record
from cpdocs.model.conference import Action
from cpdocs.model.plans import CoreGroupMeeting
from cpdocs.model.reports import Visit
from cpdocs.model.sharing import Passage, Sharing, Variant
from cpdocs.values import Sensitivity

# docs/sharing.md, Matters: what a passage may be beside what its part and people make it.
_PASSAGE_SENSITIVITIES = (
    Sensitivity.CHILD_PRIVATE,
    Sensitivity.ADULT_PRIVATE,
    Sensitivity.CHILD_CONFIDED,
    Sensitivity.KEPT_FROM_CHILD,
    Sensitivity.POLICE,
    Sensitivity.CRIMINAL,
    Sensitivity.THIRD_PARTY,
    Sensitivity.LEGAL_ADVICE,
    Sensitivity.CONFIDENTIAL_SECTION,
)

# Records with words of their own, in which something may stand.
_WORDED = (Passage, Action, Visit, CoreGroupMeeting)


def _widened_alone(case: Case) -> Iterator[Path]:
    for path, block in every(case, Sharing):
        if block.share_with and not (block.agreed_by_chair and block.reason):
            yield (*path, "share_with")


def _stands_alone(case: Case) -> Iterator[Path]:
    for path, block in every(case, Sharing):
        if block.may_stand and not (block.agreed_by_chair and block.reason):
            yield (*path, "may_stand")


def _no_words_to_stand(case: Case) -> Iterator[Path]:
    for path, record in every(case, Record):
        block = getattr(record, "sharing", None)
        if isinstance(block, Sharing) and block.may_stand and not isinstance(record, _WORDED):
            yield (*path, "sharing", "may_stand")


def _withheld_without_reason(case: Case) -> Iterator[Path]:
    for path, block in every(case, Sharing):
        if block.withhold_from and not block.reason:  # S 7.5
            yield (*path, "withhold_from")


def _both_ways(case: Case) -> Iterator[Path]:
    for path, block in every(case, Sharing):
        if set(block.share_with) & set(block.withhold_from):
            yield path


def _wording_not_agreed(case: Case) -> Iterator[Path]:
    for path, variant in every(case, Variant):
        if variant.agreed_by_chair is None:
            yield path


def _wording_for_nobody(case: Case) -> Iterator[Path]:
    for path, variant in every(case, Variant):
        if not variant.readers:
            yield (*path, "readers")


def _two_wordings(case: Case) -> Iterator[Path]:
    for path, passage in every(case, Passage):
        taken: set[str] = set()
        for position, variant in enumerate(passage.wording_for):
            if taken & set(variant.readers):
                yield (*path, "wording_for", str(position), "readers")
            taken |= set(variant.readers)


def _odd_sensitivity(case: Case) -> Iterator[Path]:
    for path, passage in every(case, Passage):
        if passage.sensitivity is not None and passage.sensitivity not in _PASSAGE_SENSITIVITIES:
            yield (*path, "sensitivity")


RULES: Final = (
    Rule(
        code="shared-without-chair",
        wrong="More is shared here than the policy says, without the chair's date or a reason.",
        mend="Write `agreed_by_chair` with the date, and `reason`; or take `share_with` out.",
        find=_widened_alone,
    ),
    Rule(
        code="stands-without-chair",
        wrong="Words may stand here for somebody, without the chair's date or a reason.",
        mend="Write `agreed_by_chair` with the date, and `reason`; or take `may_stand` out.",
        find=_stands_alone,
    ),
    Rule(
        code="no-words-to-stand",
        wrong="There are no words here that may stand.",
        mend="Write `may_stand` in the sharing block of the passage, action, visit or meeting that "
        "has the words.",
        find=_no_words_to_stand,
    ),
    Rule(
        code="withheld-without-reason",
        wrong="Something is withheld here without a reason.",
        mend="Write `reason`: it is for the chair and minute-taker alone.",
        find=_withheld_without_reason,
    ),
    Rule(
        code="shared-and-withheld",
        wrong="The same person is under `share_with` and `withhold_from`.",
        mend="Keep the one that the chair decided.",
        find=_both_ways,
    ),
    Rule(
        code="wording-not-agreed",
        wrong="These words for a reader are not marked as agreed.",
        mend="Write `agreed_by_chair` with the date on which the chair agreed them.",
        find=_wording_not_agreed,
    ),
    Rule(
        code="wording-for-nobody",
        wrong="These words are for nobody.",
        mend="Write the ids of those who get them under `readers`, or take them out.",
        find=_wording_for_nobody,
    ),
    Rule(
        code="two-wordings-for-one",
        wrong="Somebody is to get two different wordings of this passage.",
        mend="Name each reader under one wording.",
        find=_two_wordings,
    ),
    Rule(
        code="sensitivity-not-for-passages",
        wrong="A passage is not marked with this word.",
        mend=f"Write one of {', '.join(f'`{s.value}`' for s in _PASSAGE_SENSITIVITIES)}, or leave "
        "it out.",
        find=_odd_sensitivity,
    ),
)
