"""Finished files are read back and searched for what their reader may not see."""

from cpdocs.audit.inspect import inspect, inspect_any
from cpdocs.audit.search import search

__all__ = ["inspect", "inspect_any", "search"]
