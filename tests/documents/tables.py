"""The rows of a copy's tables as bare words: what tests of records read."""

from __future__ import annotations

import re

from tests.documents.copies import words

_ROW = re.compile(r'<th scope="row">(.*?)</th>(.*?)</tr>', re.DOTALL)


def rows_of(copy: str) -> list[tuple[str, str]]:
    """The head of each row of every table, and the rest of the row."""
    return [(words(head), words(rest)) for head, rest in _ROW.findall(copy)]


def row(copy: str, head: str) -> str:
    """The rest of the first row of that head."""
    return next(rest for found, rest in rows_of(copy) if found == head)
