"""The papers of sample cases, by hand: which of them each reader has, and no other."""

from __future__ import annotations

from dataclasses import dataclass

A = frozenset(
    {
        "report-a-social-work",
        "report-a-first-school",
        "report-a-nurse",
        "report-a-police",
        "report-a-doctor",
    }
)
A_NOW = frozenset({"report-a-school-now"})  # it tells where she goes to school now
Z = frozenset({"report-z-social-work", "report-z-health-visitor", "report-z-nursery"})
B = frozenset({"report-b-social-work", "report-b-maternity"})

A_VISITS = frozenset(f"visit-a-{number}" for number in range(1, 5))
Z_VISITS = frozenset(f"visit-z-{number}" for number in range(1, 5))

A_PLANS = frozenset({"outline-a", "detailed-a", "own-plan-a", "group-a-1"})
Z_PLANS = frozenset({"outline-z", "detailed-z", "group-z-1"})
B_PLANS = frozenset({"outline-b", "detailed-b", "group-b-1"})

COVER = frozenset({"cover-christmas"})
EVERY_REPORT = A | A_NOW | Z | B
EVERY_PLAN = A_PLANS | Z_PLANS | B_PLANS

PAPERS_OF: dict[str, frozenset[str]] = {
    "mother-n": EVERY_REPORT | A_VISITS | Z_VISITS | EVERY_PLAN | COVER,
    "father-t": A | A_VISITS | A_PLANS | COVER,
    "father-c": Z | Z_VISITS | Z_PLANS | COVER,
    # In the core group of each of the children; reports and visits are not for wider family.
    "gran-r": EVERY_PLAN | COVER,
    "aunt-s": frozenset(),
    # In contact with Zayn, and in his core group: his visits alone.
    "hv-1": EVERY_REPORT | Z_VISITS | EVERY_PLAN | COVER,
    "head-2": EVERY_REPORT | A_VISITS | EVERY_PLAN | COVER,
    "pc-1": EVERY_REPORT | EVERY_PLAN | COVER,
    # Sent the minutes by rule: the report that the practice wrote itself.
    "gp-1": frozenset({"report-a-doctor"}) | COVER,
    "chair-1": EVERY_REPORT | A_VISITS | Z_VISITS | EVERY_PLAN | COVER,
    "sw-1": EVERY_REPORT | A_VISITS | Z_VISITS | EVERY_PLAN | COVER,
    # Not asked to come, and something was decided about each. The manager who stands in for the
    # social worker is nobody whom they are told of.
    "child-a": A_VISITS | {"own-plan-a"},
    "child-z": Z_VISITS,
}


@dataclass(frozen=True, kw_only=True)
class Has:
    """What somebody who was not asked has of a conference, in ids of the case file."""

    papers: frozenset[str] = frozenset()
    children: frozenset[str] = frozenset()  # whose names, and whose decisions
    people: frozenset[str] = frozenset()
    view: bool = True


def _ids(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


NOTHING = Has(view=False)

# `data/cases/nottinghamshire-transfer`: a conference at which plans began, and a review at which
# the plan of the youngest ended.
BEGAN_AND_ENDED = "nottinghamshire-transfer"
EVERYBODY = _ids("mother-b father-h father-x aunt-h gran-m")
NOT_ASKED: dict[tuple[str, str], Has] = {
    # Brother and sister: their own visits, plan, and end of the plan.
    ("transfer-1", "child-r"): Has(papers=_ids("vr1 vr2"), children=_ids("child-r")),
    ("transfer-1", "child-c"): Has(papers=_ids("vc1 vc2"), children=_ids("child-c")),
    ("review-1", "child-r"): Has(papers=_ids("own-r"), children=_ids("child-r")),
    ("review-1", "child-c"): Has(papers=_ids("end-c"), children=_ids("child-c")),
    ("review-1", "child-d"): NOTHING,  # no longer a child of the conference
    # In the core group of the younger two, and at no conference until the review.
    ("transfer-1", "play-4"): Has(
        papers=_ids("vr1 vr2 vc1 vc2 plan-r plan-c cg-rc cover-4"),
        children=_ids("child-r child-c"),
        people=EVERYBODY,
    ),
    # At the conference where plans began, and no more.
    ("review-1", "police-4"): Has(papers=_ids("end-c"), children=_ids("child-c")),
    ("review-1", "year-s"): Has(papers=_ids("end-c"), children=_ids("child-c")),
    # At neither.
    ("review-1", "duty-4"): NOTHING,
    ("transfer-1", "father-x"): NOTHING,
    ("review-1", "father-x"): NOTHING,
}
