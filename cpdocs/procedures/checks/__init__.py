"""Checks of a case against its authority's procedures (table H), each with its source."""

from cpdocs.procedures.checks.base import Check
from cpdocs.procedures.checks.run import check
from cpdocs.procedures.checks.table import CHECKS

__all__ = ["CHECKS", "Check", "check"]
