"""Small cases of an invented family, built in Python, for the procedures' tests."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from cpdocs.case.case import Case

STARTS = datetime(2026, 11, 23, 10, 0)  # a Monday

CHILD = {"id": "child-a", "subject": True, "born": "2018-03-09"}
BABY = {"id": "baby", "subject": True, "due": "2027-02-20"}

AGENCIES = (
    {"id": "csc", "name": "Children's Social Care", "kind": "childrens-social-care"},
    {"id": "unit", "name": "Safeguarding Unit", "kind": "safeguarding-unit"},
    {"id": "clinic", "name": "Example Clinic", "kind": "health"},
    {"id": "hospital", "name": "Example Hospital", "kind": "health"},
    {"id": "primary", "name": "Example Primary", "kind": "education"},
    {"id": "force", "name": "Example Police", "kind": "police"},
    {"id": "club-1", "name": "Example Boxing Club", "kind": "other"},
    {"id": "club-2", "name": "Example Chess Club", "kind": "other"},
)


def worker(person_id: str, agency: str, **more: Any) -> dict[str, Any]:
    """A professional."""
    told = {"id": person_id, "name": "Jo Hartley", "designation": "Worker", "agency": agency}
    return {**told, **more}


def family(person_id: str, *relations: tuple[str, str]) -> dict[str, Any]:
    """A family member or helper, related as (kind, id)."""
    name = {"given": "Kim", "family": "Example"}
    related = [{"kind": kind, "of": of} for kind, of in relations]
    return {"id": person_id, "name": name, "relations": related}


def meeting(**more: Any) -> dict[str, Any]:
    """A conference about child-a with one open part and one confidential one."""
    return {
        "id": "c-1",
        "type": "initial",
        "children": ["child-a"],
        "starts": STARTS,
        "place": {"form": "face-to-face"},
        "chair": "chair",
        "minute_taker": "minutes",
        "parts": [
            {"id": "open", "title": "Information"},
            {"id": "closed", "title": "Confidential section", "confidential": True},
        ],
        **more,
    }


def strategy(dated: str, *children: str, decided: bool = False) -> dict[str, Any]:
    """A strategy discussion about children, child-a where none is named."""
    return {
        "what": "strategy-discussion",
        "dated": dated,
        "about": children or ("child-a",),
        "decided_section_47": decided,
    }


def case(*conferences: dict[str, Any], **more: Any) -> Case:
    """A case with these conferences, one where none is given."""
    return Case.model_validate(
        {
            "cpdocs": 1,
            "case": "CP-1",
            "authority": "rotherham",
            "children": [CHILD],
            "agencies": AGENCIES,
            "conferences": conferences or (meeting(),),
            **more,
        }
    )
