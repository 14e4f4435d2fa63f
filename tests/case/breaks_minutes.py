"""What breaks each rule about minutes and sharing.

A row: the code, the field, what stands in the whole case, what is written instead, and a text that
stands on the line that is told.
"""

from __future__ import annotations

_WORDS_FOR_2 = "- {readers: [parent-2], text: Ms Yusuf and Mina have moved., agreed"

BREAKS: tuple[tuple[str, str, str, str, str], ...] = (
    (
        "statement-without-kind",
        "conferences.0.minutes.contributions.0",
        "          kind: observation\n",
        "",
        "- part: opening",
    ),
    (
        "approved-by-another",
        "conferences.0.minutes.approved.by",
        "approved: {by: lead",
        "approved: {by: sw",
        "approved: {by: sw",
    ),
    (
        "plan-without-category",
        "conferences.0.minutes.decisions.0",
        "          categories: [emotional-abuse]\n",
        "",
        "- child: child-a",
    ),
    (
        "category-without-plan",
        "conferences.0.minutes.decisions.1.categories",
        "plan: not-made",
        "plan: not-made, categories: [neglect]",
        "[neglect]",
    ),
    (
        "decision-without-reasons",
        "conferences.0.minutes.decisions.1.reasons",
        "[{text: A child in need plan will do.}]",
        "[]",
        "reasons: []",
    ),
    (
        "decided-twice",
        "conferences.0.minutes.decisions.1",
        "{child: baby, plan",
        "{child: child-a, plan",
        "plan: not-made",
    ),
    (
        "decision-for-another-child",
        "conferences.0.minutes.decisions.1.child",
        "{child: baby, plan",
        "{child: child-c, plan",
        "plan: not-made",
    ),
    (
        "lead-worker-not-professional",
        "conferences.0.minutes.decisions.0.lead_worker",
        "lead_worker: sw",
        "lead_worker: helper",
        "lead_worker: helper",
    ),
    (
        "action-without-date",
        "conferences.0.minutes.actions.1",
        "due: 2026-12-10, ",
        "",
        "Weigh Mina",
    ),
    (
        "action-without-owner",
        "conferences.0.minutes.actions.1.owners",
        "owners: [hv]",
        "owners: []",
        "owners: []",
    ),
    (
        "for-no-child",
        "conferences.0.minutes.core_groups.0.children",
        "[{children: [child-a], members",
        "[{children: [], members",
        "first_meeting",
    ),
    (
        "for-no-child",
        "conferences.0.minutes.actions.0.children",
        "Visit each week, children: [child-a]",
        "Visit each week, children: []",
        "Visit each week",
    ),
    (
        "shared-without-chair",
        "households.0.sharing.share_with",
        ", agreed_by_chair: 2026-11-10",
        "",
        "at weekends",
    ),
    (
        "shared-without-chair",
        "households.0.sharing.share_with",
        "reason: She lives with them at weekends, ",
        "",
        "{share_with: [helper], asked_by",
    ),
    (
        "stands-without-chair",
        "visits.1.sharing.may_stand",
        "show_gap: yes, agreed_by_chair: 2026-11-13",
        "show_gap: yes",
        "may_stand: [parent-1]",
    ),
    (
        "no-words-to-stand",
        "households.0.sharing.may_stand",
        "{share_with: [helper]",
        "{may_stand: [helper], share_with: [helper]",
        "{may_stand: [helper]",
    ),
    (
        "withheld-without-reason",
        "conferences.0.minutes.contributions.1.sharing.withhold_from",
        ", reason: Ms Yusuf asked",
        "",
        "{withhold_from: [helper]}",
    ),
    (
        "shared-and-withheld",
        "households.0.sharing",
        "{share_with: [helper]",
        "{share_with: [helper], withhold_from: [parent-2, helper]",
        "withhold_from: [parent-2, helper]",
    ),
    (
        "wording-not-agreed",
        "conferences.0.minutes.contributions.1.wording_for.0",
        "have moved., agreed_by_chair: 2026-11-23}",
        "have moved.}",
        "have moved.}",
    ),
    (
        "wording-for-nobody",
        "conferences.0.minutes.contributions.1.wording_for.0.readers",
        "readers: [parent-2]",
        "readers: []",
        "readers: []",
    ),
    (
        "two-wordings-for-one",
        "conferences.0.minutes.contributions.1.wording_for.1.readers",
        _WORDS_FOR_2,
        "- {readers: [hv, parent-2], text: a, agreed_by_chair: 2026-11-23}\n            "
        + _WORDS_FOR_2,
        "Ms Yusuf and Mina",
    ),
    (
        "sensitivity-not-for-passages",
        "conferences.0.minutes.contributions.1.sensitivity",
        "sensitivity: adult-private",
        "sensitivity: process",
        "sensitivity: process",
    ),
)
