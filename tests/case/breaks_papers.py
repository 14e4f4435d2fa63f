"""What breaks each rule about papers, and the ids in them.

A row: the code, the field, what stands in the whole case, what is written instead, and a text that
stands on the line that is told.
"""

from __future__ import annotations

BREAKS: tuple[tuple[str, str, str, str, str], ...] = (
    (
        "paper-for-another-child",
        "reports.1.child",
        "child: baby\n    by: hv",
        "child: child-c\n    by: hv",
        "child: child-c",
    ),
    (
        "paper-for-another-child",
        "core_group_meetings.0.children.1",
        "children: [child-a]\n    starts",
        "children: [child-a, child-c]\n    starts",
        "[child-a, child-c]",
    ),
    (
        "paper-for-no-child",
        "core_group_meetings.0.children",
        "children: [child-a]\n    starts",
        "children: []\n    starts",
        "children: []",
    ),
    (
        "paper-for-no-child",
        "covers.0.children",
        "children: [child-a], worker",
        "children: [], worker",
        "cover-1",
    ),
    (
        "excluded-without-ground",
        "conferences.0.exclusions.0",
        "ground: violence, ",
        "",
        "reason_told",
    ),
    (
        "report-without-author",
        "reports.0",
        "    by: sw\n    dated: 2026-11-17",
        "    dated: 2026-11-17",
        "report-1",
    ),
    (
        "not-by-a-professional",
        "reports.1.by",
        "by: hv\n    dated",
        "by: helper\n    dated",
        "by: helper",
    ),
    (
        "not-by-a-professional",
        "visits.1.by",
        "by: sw, seen: not-seen",
        "by: helper, seen: not-seen",
        "seen: not-seen",
    ),
    (
        "not-by-a-professional",
        "plans.0.lead_worker",
        "lead_worker: hv",
        "lead_worker: parent-1",
        "lead_worker: parent-1",
    ),
    ("not-by-a-professional", "covers.0.cover", "cover: hv", "cover: helper", "cover: helper"),
    (
        "not-by-a-professional",
        "conferences.0.booking.asked_by",
        "asked_by: sw",
        "asked_by: helper",
        "asked_by: helper",
    ),
    (
        "review-without-answers",
        "reports.1",
        "answers: [{point: Book the midwife, done: partly, text: She has been once., "
        "about: [parent-1]}]",
        "answers: []",
        "report-2",
    ),
    (
        "not-seen-without-reason",
        "visits.1",
        "\n     because: She was at a friend's., sharing",
        "\n     sharing",
        "visit-2",
    ),
    (
        "dates-out-of-order",
        "chronology.0.until",
        "until: 2026-05-04",
        "until: 2026-04-30",
        "2026-04-30",
    ),
    ("dates-out-of-order", "covers.0.ends", "ends: 2027-01-04", "ends: 2026-12-20", "cover-1"),
    (
        "dates-out-of-order",
        "transfers.0.dated",
        "dated: 2027-02-03, known",
        "dated: 2027-02-01, known",
        "known: 2027-02-02",
    ),
    (
        "dates-out-of-order",
        "transfers.0.until",
        "until: 2027-08-01",
        "until: 2027-01-31",
        "2027-01-31",
    ),
    (
        "dates-out-of-order",
        "core_group_meetings.0.next_meeting",
        "next_meeting: 2027-01-28",
        "next_meeting: 2026-01-28",
        "next_meeting",
    ),
    (
        "dates-out-of-order",
        "core_group_meetings.0.circulated",
        "circulated: 2026-12-14",
        "circulated: 2026-12-09",
        "circulated",
    ),
    (
        "dates-out-of-order",
        "plans.0.detailed_by",
        "detailed_by: 2026-12-07",
        "detailed_by: 2026-12-01",
        "detailed_by",
    ),
    (
        "dates-out-of-order",
        "plans.0.review",
        "    review: 2027-02-15 10:00\n    signatures",
        "    review: 2026-02-15 10:00\n    signatures",
        "review: 2026",
    ),
    (
        "dates-out-of-order",
        "birth_arrangements.0.forwarded_by",
        "forwarded_by: 2026-12-01",
        "forwarded_by: 2026-11-01",
        "forwarded_by",
    ),
    (
        "approved-before-written",
        "plans.0.approved.dated",
        "approved: {dated: 2026-12-05",
        "approved: {dated: 2026-12-02",
        "approved: {dated",
    ),
    (
        "approved-before-written",
        "birth_arrangements.0.agreed.dated",
        "agreed: {by: lead, dated: 2026-11-23}",
        "agreed: {by: lead, dated: 2026-11-19}",
        "dated: 2026-11-19",
    ),
    (
        "approved-before-written",
        "core_group_meetings.0.countersigned.dated",
        "countersigned: {by: lead, dated: 2026-12-11}",
        "countersigned: {by: lead, dated: 2026-12-09}",
        "countersigned",
    ),
    (
        "approved-by-nobody",
        "core_group_meetings.0.countersigned",
        "countersigned: {by: lead, dated: 2026-12-11}",
        "countersigned: {dated: 2026-12-11}",
        "countersigned",
    ),
    (
        "signed-without-date",
        "plans.0.signatures.0",
        "how: by-email, dated: 2026-12-06",
        "how: by-email",
        "how: by-email",
    ),
    (
        "dated-without-signing",
        "plans.0.signatures.0",
        "how: by-email, dated: 2026-12-06",
        "dated: 2026-12-06",
        "signatures",
    ),
    (
        "every-nought",
        "plans.0.visit_every.count",
        "{count: 2, unit",
        "{count: 0, unit",
        "count: 0",
    ),
    (
        "there-and-not-there",
        "core_group_meetings.0.apologies.0",
        "apologies: [pc]",
        "apologies: [hv]",
        "apologies: [hv]",
    ),
    (
        "ended-twice",
        "endings.1.child",
        "transfers:\n",
        "  - {id: ending-2, conference: initial-1, child: child-a, dated: 2027-04-01,\n"
        "     ground: died}\ntransfers:\n",
        "ending-2",
    ),
    (
        "ended-against-decision",
        "endings.0.ground",
        "ground: moved",
        "ground: no-longer-at-risk",
        "no-longer-at-risk",
    ),
    ("transfer-to-another-agency", "transfers.0.to", "to: their-sw", "to: sw", "transfer-1"),
    (
        "transfer-to-another-agency",
        "transfers.0.to",
        "to: their-sw",
        "to: parent-1",
        "transfer-1",
    ),
    (
        "stood-down-without-reason",
        "conferences.0.stood_down.reasons",
        "reasons: [not-quorate]",
        "reasons: []",
        "reasons: []",
    ),
    (
        "late-without-authority",
        "conferences.0.booking.late.authorised_by",
        "authorised_by: [lead]",
        "authorised_by: []",
        "authorised_by: []",
    ),
)

# What may be written, though a rule looks at it.
FINE: tuple[tuple[str, str], ...] = (
    # the family went first, and it became known after
    ("moved: 2027-02-01", "moved: 2026-12-24"),
    # a stay elsewhere, told before it begins
    ("happened: 2027-01-05", "happened: 2027-02-05"),
    # a report that came late is a report all the same
    ("    by: hv\n    dated: 2026-11-16", "    by: hv\n    dated: 2026-11-25"),
    # a review answered in a section, not point by point
    (
        "sections: []\n    answers: [{point: Book the midwife, done: partly, "
        "text: She has been once., about: [parent-1]}]",
        "sections: [{topic: progress, passages: [{text: She has been once.}]}]",
    ),
    # a plan that no conference ended, because the child died, turned eighteen or went away
    ("ground: moved", "ground: left-uk"),
    # refused, on a day
    ("how: by-email", "how: declined"),
    # the day itself
    ("ends: 2027-01-04", "ends: 2026-12-21"),
)

# Where a paper names another record: the field, what stands there, and what has no such record.
STRAY: tuple[tuple[str, str, str], ...] = (
    ("reports.0.conference", "reports:\n  - id: report-1\n    conference: initial-1", "review-9"),
    ("reports.0.child", "kind: social-work\n    child: child-a", "parent-1"),
    ("reports.0.by", "child: child-a\n    by: sw", "nobody"),
    ("reports.0.validated.by", "validated: {by: lead", "nobody"),
    ("reports.1.answers.0.about.0", "She has been once., about: [parent-1", "nobody"),
    ("chronology.0.by", "until: 2026-05-04, by: pc", "nobody"),
    ("chronology.0.about.0", "by: pc, about: [child-a", "nobody"),
    ("visits.0.present.0", "present: [parent-1", "nobody"),
    ("plans.0.child", "kind: detailed\n    child: child-a", "parent-1"),
    ("plans.0.approved.by", "approved: {dated: 2026-12-05, by: lead", "nobody"),
    ("plans.0.lead_worker", "lead_worker: hv", "nobody"),
    (
        "plans.0.outcomes.0.actions.0.owners.0",
        "bedtime, children: [child-a], owners: [parent-1",
        "nobody",
    ),
    ("plans.0.disagreements.0.by", "disagreements: [{by: pc", "nobody"),
    ("plans.0.signatures.0.who", "signatures: [{who: parent-1", "nobody"),
    ("core_group_meetings.0.chaired_by", "chaired_by: sw", "nobody"),
    ("core_group_meetings.0.present.0", "present: [sw", "nobody"),
    ("core_group_meetings.0.apologies.0", "apologies: [pc", "nobody"),
    ("core_group_meetings.0.notes.0.by", "notes: [{by: hv", "nobody"),
    ("core_group_meetings.0.countersigned.by", "countersigned: {by: lead", "nobody"),
    ("birth_arrangements.0.meetings.0.members.2", "10:00, members: [sw, hv, parent-1", "nobody"),
    ("birth_arrangements.0.forwards_to_gp", "forwards_to_gp: hv", "nobody"),
    ("endings.0.agreed_with", "agreed_with: hv", "nobody"),
    ("transfers.0.children.0", "kind: out, children: [child-a", "parent-1"),
    ("transfers.0.other_authority", "other_authority: other-la", "home-1"),
    ("transfers.0.to", "to: their-sw", "nobody"),
    ("changes.0.told_by", "told_by: hv", "nobody"),
    ("changes.0.caregiver", "caregiver: parent-2", "nobody"),
    ("covers.0.worker", "[child-a], worker: sw", "nobody"),
    ("covers.0.cover", "cover: hv", "nobody"),
    ("distributions.0.who", "what: Detailed plan, who: parent-1", "nobody"),
    ("conferences.0.booking.asked_by", "asked_by: sw", "nobody"),
    ("conferences.0.booking.agreed_by", "agreed_by: lead", "nobody"),
    ("conferences.0.booking.availability.0.who", "availability: [{who: hv", "nobody"),
    ("conferences.0.booking.late.authorised_by.0", "authorised_by: [lead", "nobody"),
    ("conferences.0.invitations.5.observer_agreed_by.1", "agreed_by: [parent-1, lead", "nobody"),
)

# An id of a paper that something else has: what stands in the whole case, and the other's id.
TAKEN: tuple[tuple[str, str, str], ...] = (
    ("reports.1.id", "id: report-2", "report-1"),
    ("visits.0.id", "id: visit-1", "report-1"),
    ("visits.1.id", "id: visit-2", "child-c"),
    ("plans.0.id", "id: plan-1", "report-2"),
    ("plans.0.outcomes.0.actions.0.id", "id: bedtime", "report-2"),
    ("core_group_meetings.0.id", "id: group-1", "sw"),
    ("birth_arrangements.0.id", "id: birth-1", "school-1"),
    ("endings.0.id", "id: ending-1", "home-1"),
    ("transfers.0.id", "id: transfer-1", "csc"),
    ("changes.0.id", "id: change-1", "transfer-1"),
    ("covers.0.id", "id: cover-1", "change-1"),
    ("conferences.0.id", "id: initial-1", "report-1"),
)
