"""The main sample case's papers, made by hand: which of them each reader has, and nobody else."""

from __future__ import annotations

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
}
