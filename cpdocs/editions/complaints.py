"""Makes whatever the renderer warns of an error, and passes on nothing but its class."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from cpdocs.errors import CopyError

# How the renderer's own messages begin, and our code for each. Its messages can quote the copy, so
# nothing of them but this class (and a character's code point) is passed on.
_COMPLAINTS = (
    (".notdef glyph", "missing-glyph", "Set the words in letters that the packaged fonts have."),
    ("Failed to load image", "missing-picture", "Add the picture to the packaged files."),
    ('Image "%s" has no required alt', "missing-alt", "Say in words what the picture shows."),
    ("Missing required", "missing-language", "Give the document its language and title."),
    (
        "Relative URI",
        "bad-link",
        "Use a telephone number, an e-mail address or a place in the copy.",
    ),
    ("No anchor", "bad-link", "Point the link at a place that is in the copy."),
    ("Ignored", "bad-style", "Mend the stylesheet."),
    ("Invalid", "bad-style", "Mend the stylesheet."),
)
_OTHER = ("renderer-warning", "Render the document's sample to see what the renderer complains of.")


class _Complaints(logging.Handler):
    """Keeps the class of each warning, and not its words."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.heard: set[tuple[str, str]] = set()

    def emit(self, record: logging.LogRecord) -> None:
        told = str(record.msg)
        code, mend = next((rest for start, *rest in _COMPLAINTS if told.startswith(start)), _OTHER)
        if code == "missing-glyph" and isinstance(record.args, tuple):
            code = f"{code} U+{record.args[1]:04X}"
        self.heard.add((code, mend))


@contextmanager
def watched(document: str) -> Iterator[None]:
    """Make every warning of the renderer and its font tools a `CopyError`, and keep its words from
    any log."""
    complaints = _Complaints()
    loggers = [logging.getLogger(name) for name in ("weasyprint", "fontTools")]
    before = [logger.propagate for logger in loggers]
    for logger in loggers:
        logger.addHandler(complaints)
        logger.propagate = False
    try:
        yield
    finally:
        for logger, propagate in zip(loggers, before, strict=True):
            logger.removeHandler(complaints)
            logger.propagate = propagate
    if complaints.heard:
        told = " ".join(f"{code}: {mend}" for code, mend in sorted(complaints.heard))
        raise CopyError(f"{document}: the PDF cannot be made as it should be. {told}")
