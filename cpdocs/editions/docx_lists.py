"""Lists as Word numbers them: every list is one `w:num`, and every numbered one starts at 1."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from cpdocs.editions.docx_xml import Element, make

_ABSTRACT = {"ul": 0, "ol": 1}  # as in the house shells (`tools/make_shells.py`)
_BULLETS = 1  # bullets need no counter of their own, so all bulleted lists share one


@dataclass(kw_only=True)
class Lists:
    """The numbering part of one copy."""

    numbering: Element

    def number(self, kind: Literal["ul", "ol"]) -> int:
        """The id that a list's paragraphs carry."""
        if kind == "ul":
            return _BULLETS
        tag = make("w:num").tag
        number = 1 + sum(1 for child in self.numbering if child.tag == tag)
        made = make("w:num", numId=number)
        made.append(make("w:abstractNumId", val=_ABSTRACT[kind]))
        for depth in range(3):
            start = make("w:lvlOverride", ilvl=depth)
            start.append(make("w:startOverride", val=1))
            made.append(start)
        self.numbering.append(made)
        return number
