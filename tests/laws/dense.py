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


def dense() -> Case:
    """The case."""
    tree = spec()
    everybody = _people(tree)
    meeting = conference()
    meeting["parts"] = [
        {"id": "all", "title": "Information"},
        {"id": "closed", "title": "Confidential section", "confidential": True},
        {"id": "law", "title": "Advice", "legal_advice": True},
    ]
    family = ("nadia", "callum", "tariq", "amina", "zayn", "omar", "joan-b")
    present = ("sw", "hv", "pc", "refuge", "there")
    meeting["invitations"] = [
        *({"who": who, "to": ["all"]} for who in family),
        *({"who": who} for who in (*present, "absent")),
    ]
    meeting["attendance"] = [
        *({"who": who, "attended": ["all"]} for who in family),
        *({"who": who, "attended": list(PARTS)} for who in present),
    ]
    meeting["exclusions"] = []
    block = {
        "share_with": everybody,
        "reason": "Agreed.",
        "agreed_by_chair": "2026-11-02",
        "in_writing": True,
    }
    meeting["minutes"]["contributions"] = _said(block)
    meeting["minutes"]["core_groups"] = [{"children": ["zayn"], "members": ["sw", "aunt"]}]
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
    tree["conferences"] = [meeting]
    return case(tree)


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
    tree["professionals"] += [
        worker("there", "Una Pike", "School nurse", "nurses", direct_contact_with=["zayn"]),
        worker("absent", "Ivo Crane", "Teacher", "school"),
        worker("routine", "Ada Finch", "Doctor", "doctors-b", routine=True),
        worker("away", "Max Orr", "Social worker", "other-council", role="outside-authority"),
        worker("watching", "Pam Ives", "Student", "csc", role="observer"),
    ]
    tree["professionals"][-3]["direct_contact_with"] = ["amina", "nadia"]
    tree["agencies"][-1]["name"] = "Valley Doctors"  # no place of the case bears its name
    tree["agencies"] += [
        {"id": agency, "name": agency.title(), "kind": "other"}
        for agency in ("nurses", "school", "doctors-b", "other-council")
    ]
    groups = ("children", "people", "professionals")
    return [person["id"] for group in groups for person in tree[group]]


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
