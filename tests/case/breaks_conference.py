"""What breaks each rule about a conference.

A row: the code, the field, what stands in the whole case, what is written instead, and a text that
stands on the line that is told.
"""

from __future__ import annotations

PARENT_2_ROW = "{who: parent-2, left: [second], attended: [second]}"

BREAKS: tuple[tuple[str, str, str, str, str], ...] = (
    (
        "conference-child-not-subject",
        "conferences.0.children.1",
        "children: [child-a, baby]\n",
        "children: [child-a, child-c]\n",
        "children: [child-a, child-c]",
    ),
    (
        "conference-without-children",
        "conferences.0.children",
        "children: [child-a, baby]\n",
        "children: []\n",
        "children: []",
    ),
    (
        "not-run-by-a-professional",
        "conferences.0.chair",
        "chair: lead",
        "chair: helper",
        "chair: h",
    ),
    (
        "not-run-by-a-professional",
        "conferences.0.minute_taker",
        "chair: lead",
        "chair: lead\n    minute_taker: parent-2",
        "minute_taker",
    ),
    ("ends-before-it-starts", "conferences.0.expected_to_end", "12:30", "09:30", "09:30"),
    (
        "invited-twice",
        "conferences.0.invitations.3.who",
        "{who: hv}",
        "{who: helper, to: [second]}",
        "{who: helper, to",
    ),
    (
        "in-attendance-twice",
        "conferences.0.attendance.2.who",
        "{who: hv, attended: [opening, second, closed], report",
        "{who: parent-2, attended: [second], report",
        "report_received",
    ),
    (
        "attendance-contradicts-itself",
        "conferences.0.attendance.1",
        PARENT_2_ROW,
        "{who: parent-2, attended: [second], free_to_attend: [second]}",
        "free_to_attend",
    ),
    (
        "attendance-contradicts-itself",
        "conferences.0.attendance.1",
        PARENT_2_ROW,
        "{who: parent-2, left: [second], asked_to_leave: [second]}",
        "asked_to_leave",
    ),
    (
        "excluded-yet-in-attendance",
        "conferences.0.attendance.1",
        PARENT_2_ROW,
        "{who: parent-2, attended: [second, opening]}",
        "attended: [second, opening]",
    ),
    (
        "family-in-confidential-part",
        "conferences.0.attendance.0.attended",
        "{who: parent-1, attended: [opening]",
        "{who: parent-1, attended: [opening, closed]",
        "[opening, closed]",
    ),
    (
        "family-in-confidential-part",
        "conferences.0.invitations.2.to",
        "{who: helper}",
        "{who: helper, to: [closed]}",
        "to: [closed]",
    ),
    (
        "family-in-confidential-part",
        "conferences.0.exclusions.0.may_have_parts",
        "may_have: [decisions]",
        "may_have_parts: [closed]",
        "may_have_parts",
    ),
    (
        "attendance-not-said",
        "conferences.0.invitations.0",
        "{who: parent-1, to: [opening]}",
        "{who: parent-1}",
        "- {who: parent-1}",
    ),
    (
        "attendance-not-said",
        "conferences.0.invitations.1",
        PARENT_2_ROW,
        "{who: parent-2}",
        "arrive: 11:15",
    ),
    (
        "confidential-without-chair",
        "conferences.0.parts.2",
        "asked_by: pc, agreed_by_chair: 2026-11-20",
        "asked_by: pc",
        "id: closed",
    ),
    (
        "excluded-without-chair",
        "conferences.0.exclusions.0",
        "[decisions], agreed_by_chair: 2026-11-14",
        "[decisions]",
        "ground: violence",
    ),
    (
        "not-invited-without-reason",
        "conferences.0.invitations.4",
        "reason: Risk to the mother, ",
        "",
        "told: false",
    ),
    (
        "invited-but-not-told",
        "conferences.0.invitations.4",
        "invited: false, told",
        "told",
        "told: false",
    ),
    (
        "not-told-yet-in-attendance",
        "conferences.0.attendance.1",
        PARENT_2_ROW,
        "{who: parent-3, attended: [second]}",
        "{who: parent-3, attended",
    ),
    ("unborn-invited", "conferences.0.invitations.3", "{who: hv}", "{who: baby}", "{who: baby}"),
    (
        "supported-by-interpreter",
        "conferences.0.attendance.0.supported_by.0",
        "supported_by: [helper]",
        "supported_by: [interp]",
        "[interp]",
    ),
)
