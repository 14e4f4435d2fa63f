"""A finished file in memory, and the strings read back from one."""

from __future__ import annotations

from dataclasses import dataclass

from cpdocs.values import Form


@dataclass(frozen=True, kw_only=True)
class Rendition:
    """One copy, finished: its bytes and the neutral name that its file has."""

    name: str  # `<document>[-<about>]-<language>-<form>.<ext>`
    form: Form
    language: str
    content: bytes


@dataclass(frozen=True, kw_only=True, order=True)
class Found:
    """One string in a finished file, and where it stands (`page 3 text`, `comment`)."""

    place: str
    text: str
