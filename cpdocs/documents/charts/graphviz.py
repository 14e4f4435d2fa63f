"""Graphviz's `dot`, run as a program: it finds an order of boxes with few crossing lines.

It is given numbers alone (`n0`, widths and heights), never a name, reads nothing but its input, and
answers with places. Debian's package is `graphviz` (Eclipse Public License, run as a program).
"""

from __future__ import annotations

import shutil
import subprocess
from functools import lru_cache

from cpdocs.errors import MissingProgram

_SECONDS = 30
_POINTS = 72.0  # to the inch, which is dot's unit


@lru_cache(maxsize=256)
def places(graph: str) -> dict[str, float]:
    """How far from the left, in points, `dot` puts the middle of each node of a graph.

    Raises `MissingProgram` where Graphviz is not installed or fails.
    """
    program = shutil.which("dot")
    if program is None:
        raise MissingProgram(
            "Graphviz, which lays out charts, is not installed. Install it (Debian: graphviz)."
        )
    try:
        answer = subprocess.run(
            [program, "-Tplain"],
            input=graph,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=_SECONDS,
            check=True,
            env={"LC_ALL": "C", "PATH": ""},
        ).stdout
    except (subprocess.SubprocessError, OSError):  # what it says may quote its input
        raise MissingProgram(
            "Graphviz did not lay out a chart. Install it afresh (Debian: graphviz)."
        ) from None
    rows = (line.split() for line in answer.splitlines())
    return {row[1]: float(row[2]) * _POINTS for row in rows if row[:1] == ["node"]}
