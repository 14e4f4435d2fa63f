"""Where a letter's sender and address stand: paragraphs in frames, which are text like any other.

A frame (`w:framePr`) is a property of a paragraph. Unlike a text box it stays in the reading order,
is read out, and is searched like the rest.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from cpdocs.editions.docx_runs import BREAK, Voice, pieces
from cpdocs.editions.docx_xml import Element, make, twips
from cpdocs.errors import CopyError

# Royal Mail's DL window shows 24.6 to 120 mm from the left and 39.5 to 66.3 mm from the top.
WINDOW = {"left": 25.0, "top": 40.0, "width": 94.0, "height": 26.0}
# The sender stands right of 125 mm and above 95 mm, where the body starts; 15 mm stay clear.
SENDER = {"left": 126.0, "top": 12.0, "width": 69.0, "height": 82.5}
LEAST_SENDER = 16  # points: large print is never smaller (UKAAF G003)
LEAST_ADDRESS = 8.5  # points: seven lines in the window, still read by the post's machines
_PITCH = 1.2  # of a line, to its type size
_CHARACTER = 0.6  # width of an average character of Noto Sans, to its size; a little generous
_POINTS = 72 / 25.4  # to the millimetre


@dataclass(frozen=True, kw_only=True)
class Frame:
    """A place on the page, and the type that fits it."""

    left: float  # mm, as are the next three
    top: float
    width: float
    height: float
    rule: str  # `exact`, or `atLeast` where it may grow and push the letter down
    size: float  # points

    def properties(self) -> tuple[Element, ...]:
        """The paragraph properties: the frame, and a line that fits its type."""
        frame = make(
            "w:framePr",
            w=twips(self.width),
            h=twips(self.height),
            hRule=self.rule,
            wrap="notBeside",
            vAnchor="page",
            hAnchor="page",
            x=twips(self.left),
            y=twips(self.top),
        )
        line = round(self.size * _PITCH * 20)
        return frame, make("w:spacing", before=0, after=0, line=line, lineRule="exact")

    def size_run(self, run: Element) -> None:
        """Set a run in the frame's size."""
        properties = run.find(make("w:rPr").tag)
        if properties is None:
            properties = make("w:rPr")
            run.insert(0, properties)
        at = sum(1 for child in properties if child.tag in _BEFORE_SIZE)
        half_points = int(self.size * 2)
        properties.insert(at, make("w:sz", val=half_points))
        properties.insert(at + 1, make("w:szCs", val=half_points))


_BEFORE_SIZE = frozenset(make(f"w:{name}").tag for name in ("rStyle", "rFonts", "b", "bCs"))


def window_frame(element: Element, size: int, document: str) -> Frame:
    """The address in its window. At large sizes it is as large as the window lets it be.

    Raises `CopyError` where it would be too small for the post.
    """
    fitting = _fitting(_lines(element), WINDOW, size)
    if fitting < LEAST_ADDRESS:
        raise CopyError(
            f"{document}: address-too-long: the address does not fit the envelope's window. "
            "Write it in at most seven lines, the last of them the postcode."
        )
    return Frame(**WINDOW, rule="exact", size=fitting)


def letterhead_frame(element: Element, size: int) -> Frame:
    """The sender's block. Never below large print's least size: it grows downwards instead."""
    fitting = _fitting(_lines(element), SENDER, size)
    return Frame(**SENDER, rule="atLeast", size=max(fitting, min(size, LEAST_SENDER)))


def _lines(element: Element) -> list[str]:
    voice = Voice(language="en", direction="ltr")  # only the number of characters matters here
    paragraphs = element.iter("p", "h1", "h2", "h3")
    texts = ("".join(piece.text for piece in pieces(node, voice)) for node in paragraphs)
    return [line for text in texts for line in text.split(BREAK)]


def _fitting(lines: list[str], room: dict[str, float], size: int) -> float:
    """The largest type, in half points and at most `size`, in which `lines` fit `room`."""
    for half_points in range(size * 2, 0, -1):
        points = half_points / 2
        across = max(1, int(room["width"] * _POINTS / (points * _CHARACTER)))
        rows = sum(max(1, ceil(len(line) / across)) for line in lines)
        if rows * points * _PITCH <= room["height"] * _POINTS:
            return points
    return 0.5
