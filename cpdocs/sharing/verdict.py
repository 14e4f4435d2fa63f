"""What was decided about one place of a case for one reader, and why."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from cpdocs.model.paths import Path
from cpdocs.model.sharing import Sharing


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """Granted or withheld, by which rule and source; for passages also which agreed words."""

    granted: bool
    rule: str  # stable name, such as `part-not-theirs` or `adult's private: Other parent`
    source: str
    variant: int | None = None  # index into `wording_for`
    asked_by: str | None = None
    agreed_by_chair: date | None = None


def withheld(rule: str, source: str, block: Sharing | None = None) -> Verdict:
    """A place that the reader does not get."""
    return Verdict(
        granted=False,
        rule=rule,
        source=source,
        asked_by=block.asked_by if block else None,
        agreed_by_chair=block.agreed_by_chair if block else None,
    )


def granted(rule: str, source: str, variant: int | None = None) -> Verdict:
    """A place that the reader gets, in the full words or in an agreed variant."""
    return Verdict(granted=True, rule=rule, source=source, variant=variant)


AS_ITS_RECORD = granted("as its record", "policy")


@dataclass(frozen=True, kw_only=True)
class Labels:
    """Every place that one reader does not get, and how passages stand for them.

    `withheld` names fields and records; what lies inside one is withheld with it. `kept` gives, for
    a list of ids, those that are left. `gaps` are withheld passages that leave a mark.
    """

    withheld: dict[Path, Verdict] = field(default_factory=dict)
    variants: dict[Path, int] = field(default_factory=dict)
    gaps: frozenset[Path] = frozenset()
    # Passages that leave a mark where they are withheld: their block says so, and the reader gets
    # their part. Helpers are marked where each of their people would be.
    markable: frozenset[Path] = frozenset()
    kept: dict[Path, tuple[str, ...]] = field(default_factory=dict)
    narrowed: dict[Path, tuple[str, ...]] = field(default_factory=dict)  # lists cut by a decision
    plain: frozenset[Path] = frozenset()  # passages whose plain wording stands for the text
