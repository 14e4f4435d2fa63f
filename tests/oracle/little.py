"""One little case that the oracle is tried on, small enough to be worked out by hand."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from cpdocs.case.case import Case

AGREED = date(2026, 11, 20)


def little_case(
    contributions: list[dict[str, Any]], papers: dict[str, Any] | None = None, **meeting: Any
) -> Case:
    """Mina and Omar live with their mother in a protected home, and each father apart."""
    professional = {"designation": "Worker", "role": "professional"}
    return Case.model_validate(
        {
            "cpdocs": 1,
            "case": "CP-1",
            "authority": "exampleton",
            "children": [
                _child("mina", "safe", school="school"),
                _child("omar", "safe"),
            ],
            "people": [
                _adult("mum", "safe", ("mother", "mina"), ("mother", "omar")),
                _adult("dad", "other", ("father", "mina")),
                _adult("half", None, ("father", "omar")),
                _adult("gran", "gran-home", ("grandmother", "mina")),
                _adult("helper", None, ("supporter", "dad")),
                _adult("unseen", None, ("father", "omar")),
            ],
            "professionals": [
                {"id": "chair", "name": "C", "agency": "unit", **professional, "role": "chair"},
                {"id": "lead", "name": "L", "agency": "care", **professional}
                | {"lead_worker_for": ["mina"]},
                {"id": "nurse", "name": "N", "agency": "health", **professional},
                {"id": "pc", "name": "P", "agency": "police", **professional},
                {"id": "gp", "name": "G", "agency": "surgery", "routine": True, **professional}
                | {"direct_contact_with": ["mina"]},
                {"id": "refuge", "name": "R", "agency": "care", "reveals": ["safe"]} | professional,
                {"id": "watcher", "name": "W", "agency": "care", **professional}
                | {"role": "observer"},
                {"id": "colleague", "name": "K", "agency": "college", **professional},
                {"id": "former", "name": "F", "agency": "clinic", **professional},
                {"id": "away", "name": "A", "agency": "elsewhere", **professional}
                | {"role": "outside-authority"},
            ],
            "agencies": [
                {"id": name, "name": name, "kind": kind}
                for name, kind in (
                    ("unit", "safeguarding-unit"),
                    ("care", "childrens-social-care"),
                    ("health", "health"),
                    ("surgery", "health"),
                    ("police", "police"),
                    ("college", "education"),
                    ("clinic", "health"),
                    ("elsewhere", "childrens-social-care"),
                )
            ],
            "households": [
                {"id": "safe", "protected": True, "address": {"lines": ["1 Safe Street"]}},
                {"id": "other", "address": {"lines": ["2 Other Street"]}},
                {"id": "gran-home", "address": {"lines": ["3 Gran Street"]}},
            ],
            "places": [{"id": "school", "kind": "school", "name": "School"}],
            "conferences": [_meeting(contributions) | meeting],
            **(papers or {}),
        }
    )


def _child(name: str, home: str, **more: Any) -> dict[str, Any]:
    names = {"given": name, "family": "Example"}
    return {
        "id": name,
        "subject": True,
        "name": names,
        "born": "2014-01-01",
        "lives_at": home,
    } | more


def _adult(name: str, home: str | None, *ties: tuple[str, str]) -> dict[str, Any]:
    return {
        "id": name,
        "name": {"given": name, "family": "Example"},
        "relations": [{"kind": kind, "of": of} for kind, of in ties],
        "lives_at": home,
    }


def _meeting(contributions: list[dict[str, Any]]) -> dict[str, Any]:
    came = {"mum": ["open"], "dad": ["dads"], "half": ["open"], "gran": ["open"], "mina": ["open"]}
    staff = {"nurse": ["open", "shut"], "pc": ["open"], "lead": ["open"]}
    rows = [{"who": who, "attended": parts} for who, parts in (came | staff).items()]
    return {
        "id": "c1",
        "type": "initial",
        "children": ["mina", "omar"],
        "starts": datetime(2026, 11, 23, 10),
        "place": {"form": "video"},
        "chair": "chair",
        "parts": [
            {"id": "open", "title": "Views"},
            {"id": "dads", "title": "Father's views"},
            {"id": "shut", "title": "Section", "confidential": True, "asked_by": "pc"}
            | {"reason": "open", "agreed_by_chair": AGREED},
        ],
        "invitations": [
            *({"who": who} for who in ("chair", "nurse", "pc", "lead", "refuge", "watcher")),
            *({"who": who} for who in ("mum", "half", "gran", "mina", "helper")),
            {"who": "dad", "to": ["dads"]},
            {"who": "unseen", "invited": False, "told": False, "reason": "safety"}
            | {"agreed_by_chair": AGREED},
        ],
        "attendance": rows,
        "minutes": {"contributions": [{"kind": "fact", **one} for one in contributions]},
    }
