"""One invented case where every sensitivity, about everybody, shared and not, is said.

Random cases seldom let two parents sit in one part while something criminal is said of one of them.
Here everybody who may attend attends, so that each cell of the policy decides something by itself.
"""

from __future__ import annotations

from itertools import product

from cpdocs.case.case import Case
from cpdocs.values import Sensitivity
from tests.sharing.small import Spec, case, conference, spec, worker

SAID_AS = (
    None,
    Sensitivity.CHILD_CONFIDED,
    Sensitivity.KEPT_FROM_CHILD,
    Sensitivity.POLICE,
    Sensitivity.CRIMINAL,
    Sensitivity.THIRD_PARTY,
    Sensitivity.LEGAL_ADVICE,
    Sensitivity.CONFIDENTIAL_SECTION,
    Sensitivity.CHILD_PRIVATE,
    Sensitivity.ADULT_PRIVATE,
)
ABOUT = ((), ("amina",), ("zayn",), ("nadia",), ("callum",), ("joan-b",), ("amina", "nadia"))
PARTS = ("all", "closed", "law")
NOT_ASKED = {  # to the conference of the case; the first two are in Zayn's core group
    "core-a": "has Amina's name from the chair, and works with her father",
    "core-b": "works with nobody",
    "began-a": "was asked to where Amina's and Zara's plans began, and works with both",
    "began-b": "was asked there, and works with nobody",
    "review": "was asked to a review before it alone",
    "put-off": "was asked to a conference that was put off",
    "after": "was asked to a conference after it",
    "refused": "was not asked to where the plans began, and a row says so",
    "unaware": "is not told of where the plans began",
}


def dense() -> Case:
    """The case."""
    tree = spec()
    everybody = _people(tree)
    meeting = conference()
    meeting["parts"] = [
        {"id": "all", "title": "Information"},
        {"id": "closed", "title": "Confidential section", "confidential": True},
        {"id": "law", "title": "Advice", "legal_advice": True},
        {
            "id": "apart",
            "title": "What nobody of the family was asked to",
            "sharing": _agreed_with("core-a"),
        },
        {"id": "missed", "title": "What some were asked to and did not come to"},
    ]
    family = ("nadia", "callum", "tariq", "amina", "zayn", "omar", "joan-b", "aunt")
    missed = {"nadia": ["missed"], "joan-b": ["missed"]}
    meeting["children"] = ["amina", "zayn", "zara", "noor"]
    present = ("sw", "hv", "pc", "refuge", "there")
    meeting["invitations"] = [
        *(
            {"who": who, "to": ["all", *missed.get(who, ())], "because": "involved-now"}
            for who in family
        ),
        *({"who": who} for who in (*present, "absent")),
    ]
    meeting["attendance"] = [
        *({"who": who, "attended": ["all"]} for who in family),
        *({"who": who, "attended": list(PARTS)} for who in present),
        {"who": "zara", "attended": ["all"]},  # though she was not asked
    ]
    meeting["exclusions"] = [
        {
            "who": who,
            "parts": ["apart"],
            "ground": "impedes-consideration",
            "reason_told": f"The chair's words to {who}.",
            "agreed_by_chair": "2026-11-02",
        }
        for who in ("nadia", "callum", "tariq", "joan-b", "amina", "there")
    ]
    meeting["booking"] = {"asked_by": "sw", "asked": "2026-11-02"}
    block = {
        "share_with": everybody,
        "reason": "Agreed.",
        "agreed_by_chair": "2026-11-02",
        "in_writing": True,
    }
    meeting["minutes"]["contributions"] = [*_said(block), *_worded_and_marked()]
    meeting["minutes"]["core_groups"] = [
        {"children": ["zayn"], "members": ["sw", "there", "aunt", "core-a", "core-b"]}
    ]
    meeting["minutes"]["decisions"].append(
        {"child": "zara", "plan": "not-made", "reasons": [{"text": "Why.", "plain": "Why."}]}
    )
    meeting["minutes"]["actions"] = [
        {"what": "Ring.", "children": [child], "owners": [owner], "by_when": "Soon"}
        for child, owner in product(("amina", "zayn"), ("sw", "callum", "tariq", "joan-b"))
    ]
    for decision in meeting["minutes"]["decisions"]:
        decision["reasons"] += [
            {"text": f"Reason {n} {plain}.", "about": about, "plain": plain}
            for n, (about, plain) in enumerate(product(ABOUT, (None, "In plain words.")))
        ]
    meeting["purpose"] = [
        {
            "text": f"Purpose {n}.",
            "about": about,
            "plain": plain,
            "sensitivity": kind,
            "sharing": shared,
        }
        for n, (about, plain, kind, shared) in enumerate(
            product(ABOUT[:4], (None, "In plain words."), SAID_AS, (None, block))
        )
    ]
    tree["conferences"] = [meeting, *_others()]
    papers = _papers(meeting["id"], block)
    one = {"conference": meeting["id"], "dated": "2026-11-20"}
    papers["endings"].append({"id": "end-zara", "ground": "moved", "child": "zara", **one})
    papers["plans"].append(  # a draft
        {
            "id": "plan-noor",
            "kind": "child",
            "child": "noor",
            "sections": [{"topic": "aim", "passages": [{"text": "Words.", "plain": "Words."}]}],
            **one,
        }
    )
    papers["visits"].append(  # of a child whom Amina's father knows, since she lives with him
        {"id": "visit-zara", "conference": meeting["id"], "child": "zara", "by": "sw"}
        | {"made": "2026-11-18 10:00", "seen": "seen"}
    )
    papers["chronology"].append(  # about nobody
        {"conference": meeting["id"], "text": "Event.", "dated": "2026-11-20", "by": "sw"}
    )
    return case({**tree, **papers})


def _agreed_with(*readers: str) -> Spec:
    return {"share_with": readers, "reason": "Agreed.", "agreed_by_chair": "2026-11-02"}


def _others() -> list[Spec]:
    """Conferences of which one began plans that end at the conference of the case."""
    began = {
        "type": "initial",
        "children": ["amina", "zara"],
        "starts": "2026-03-02 10:00",
        "place": {"form": "video"},
        "chair": "chair",
        "parts": [{"id": "part", "title": "All of it"}],
    }
    why = {"reason": "Agreed.", "agreed_by_chair": "2026-02-20"}
    asked: list[Spec] = [{"who": "began-a"}, {"who": "began-b"}]
    asked.append({"who": "refused", "invited": False, **why})
    asked.append({"who": "unaware", "invited": False, "told": False, **why})
    put_off = {"stood_down": {"dated": "2026-03-02", "reasons": ["no-report"]}}
    return [
        {**began, "id": "began", "invitations": asked},
        {**began, "id": "review-1", "type": "review", "invitations": [{"who": "review"}]},
        {**began, "id": "put-off", "invitations": [{"who": "put-off"}], **put_off},
        {**began, "id": "after", "invitations": [{"who": "after"}], "starts": "2027-03-02 10:00"},
    ]


def _papers(meeting: str, block: Spec) -> dict[str, list[Spec]]:
    """A paper of every kind for each of two children, as the policy has it and shared with all."""
    found: dict[str, list[Spec]] = {
        name: []
        for name in (
            "reports",
            "chronology",
            "visits",
            "plans",
            "core_group_meetings",
            "birth_arrangements",
            "endings",
            "transfers",
            "changes",
            "covers",
            "distributions",
        )
    }
    for n, (child, shared) in enumerate(product(("amina", "zayn"), (None, block))):
        passages = [
            {"text": f"Written {n} {about} {plain}.", "about": about, "plain": plain}
            for about, plain in product(ABOUT[:4], (None, "In plain words."))
        ]
        one = {"conference": meeting, "child": child, "sharing": shared}
        several = {"conference": meeting, "children": [child], "sharing": shared}
        dated = {"dated": "2026-11-20"}
        found["reports"].append(
            {
                "id": f"report-{n}",
                "kind": "agency",
                "by": "there",
                "sections": [{"topic": "health", "passages": passages}],
                **one,
                **dated,
            }
        )
        found["chronology"].append(
            {"conference": meeting, "about": [child], "text": f"Event {n}.", **dated}
            | {"by": "there", "sharing": shared}
        )
        found["visits"].append(
            {
                "id": f"visit-{n}",
                "made": "2026-11-18 10:00",
                "by": "sw",
                "seen": "seen",
                "place": f"Room {n}",
                "notes": passages,
                **one,
            }
        )
        found["plans"] += [
            {
                "id": f"plan-{kind}-{n}",
                "kind": kind,
                "sections": [{"topic": "aim", "passages": passages}],
                **one,
                **dated,
            }
            for kind in ("outline", "child")
        ]
        found["core_group_meetings"].append(
            {"id": f"met-{n}", "starts": "2026-12-01 10:00", "notes": passages, **several}
        )
        found["birth_arrangements"].append(
            {
                "id": f"birth-{n}",
                "begun": "2026-11-20",
                "sections": [{"topic": "labour", "passages": passages}],
                **one,
            }
        )
        found["endings"].append(
            {"id": f"end-{n}", "ground": "moved", "reasons": passages, **one, **dated}
        )
        found["transfers"].append(
            {
                "id": f"move-{n}",
                "kind": "out",
                "other_authority": "other-council",
                "to": "away",
                "known": "2026-11-18",
                **several,
                **dated,
            }
        )
        found["changes"].append(
            {
                "id": f"change-{n}",
                "kind": "household",
                "happened": "2026-11-18",
                "told_by": "sw",
                "says": passages,
                **several,
                **dated,
            }
        )
        found["covers"].append(
            {
                "id": f"cover-{n}",
                "worker": "sw",
                "cover": "hv",
                "starts": "2026-12-18",
                "says": passages,
                **several,
                **dated,
            }
        )
        found["distributions"].append(
            {"what": f"Plan {n}", "who": "sw", "how": "hand", "child": child, **dated}
            | {"conference": meeting}
        )
    return found


def _people(tree: Spec) -> list[str]:
    """Add the rest of the cast, and return everybody's id."""
    tree["people"] += [
        {
            "id": who,
            "name": {"given": given, "family": "Bibi"},
            "relations": [{"kind": kind, "of": "zayn"}],
        }
        for who, given, kind in (("joan-b", "Ruby", "grandmother"), ("aunt", "Saima", "aunt"))
    ]
    omar = {"given": "Omar", "family": "Mahmood"}
    tree["children"].append({"id": "omar", "subject": False, "name": omar, "born": "2015-01-02"})
    tree["children"] += [
        {
            "id": who,
            "subject": True,
            "name": {"given": who.title(), "family": "Mahmood"},
            "born": born,
            "lives_at": "old-home",
            "contact": {"mobile": mobile},
        }
        for who, born, mobile in (
            ("zara", "2012-01-02", "07700 900143"),
            ("noor", "2013-01-02", "07700 900144"),
        )
    ]
    tree["children"][0]["sharing"] = _agreed_with("core-a")
    tree["children"][1]["sharing"] = _agreed_with("aunt")
    tree["households"][0]["sharing"] = _agreed_with("core-a")
    tree["professionals"] += [
        worker("there", "Una Pike", "School nurse", "nurses", direct_contact_with=["zayn"]),
        worker("absent", "Ivo Crane", "Teacher", "school"),
        worker("routine", "Ada Finch", "Doctor", "doctors-b", routine=True),
        worker("away", "Max Orr", "Social worker", "other-council", role="outside-authority"),
        worker("watching", "Pam Ives", "Student", "csc", role="observer"),
    ]
    tree["professionals"][-3]["direct_contact_with"] = ["amina", "nadia"]
    contacts = {"core-a": ["tariq"], "began-a": ["amina", "zara"]}
    for n, who in enumerate(NOT_ASKED):
        works_with = {"direct_contact_with": contacts.get(who, [])}
        tree["professionals"].append(
            worker(who, f"Worker {n}", "Teacher", f"office-{n}", **works_with)
        )
    tree["professionals"][0]["contact"] = {"email": "chair@example.org"}
    tree["agencies"][-1]["name"] = "Valley Doctors"  # no place of the case bears its name
    offices = [f"office-{n}" for n in range(len(NOT_ASKED))]
    tree["agencies"] += [
        {"id": agency, "name": agency.title(), "kind": "other"}
        for agency in ("nurses", "school", "doctors-b", "other-council", *offices)
    ]
    groups = ("children", "people", "professionals")
    return [person["id"] for group in groups for person in tree[group]]


def _worded_and_marked() -> list[Spec]:
    """Agreed words in a part that is theirs and in one that is not, and marks beside each other."""
    words = {"readers": ["joan-b"], "text": "Agreed.", "agreed_by_chair": "2026-11-02"}
    hidden = {"withhold_from": ["callum"], "reason": "Safety.", "show_gap": True}
    said = {"kind": "fact", "by": "there"}
    return [
        *(
            {"part": it, "text": "Full.", "wording_for": [words], **said}
            for it in ("all", "missed")
        ),
        *({"part": "all", "text": text, "sharing": hidden, **said} for text in ("One.", "Two.")),
    ]


def _said(block: Spec) -> list[Spec]:
    everything: list[tuple[str, tuple[str, ...], Sensitivity | None, str | None]]
    everything = [("all", about, kind, "Plain.") for about, kind in product(ABOUT, SAID_AS)]
    everything += [("all", ("amina",), kind, None) for kind in SAID_AS]
    everything += [(part, about, None, "Plain.") for part in PARTS[1:] for about in ABOUT[:4]]
    return [
        {
            "part": part,
            "text": f"Words {number}.",
            "plain": plain,
            "about": about,
            "sensitivity": kind,
            "kind": "fact",
            "by": "there",
            "sharing": shared,
        }
        for number, ((part, about, kind, plain), shared) in enumerate(
            product(everything, (None, block))
        )
    ]
