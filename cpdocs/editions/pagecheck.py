"""Measures a finished PDF: nothing cut off, nothing on top of something else, nothing too small."""

from __future__ import annotations

import ctypes
import io
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

import pikepdf

from cpdocs.findings import Effect, Finding, Severity
from cpdocs.values import STANDARD_SIZE

_CLEAR = (
    5 / 25.4 * 72
)  # points: the least that a printer and the post leave at an edge (field notes)
_LAST_PAGE_LINES = 3
_SAME = 0.5  # points: a rounding's worth


@dataclass(frozen=True, kw_only=True, order=True)
class Run:
    """One run of text on a page: its box in points from the page's foot, its size, and what it
    is."""

    page: int  # from 1
    left: float
    bottom: float
    right: float
    top: float
    size: float  # points
    mark: (
        int  # the marked content that it is drawn in; -1 for what the structure tree does not hold
    )
    artifact: bool  # the foot of a page, not part of the words
    words: str


def check_pages(content: bytes, least: float = STANDARD_SIZE) -> tuple[Finding, ...]:
    """What is wrong with the pages of a PDF. `least` is the smallest size in points that it may
    use.

    Findings name pages and codes: `cut-off`, `past-margin`, `overlap`, `too-small`,
    `lonely-heading`, `thin-last-page`.
    """
    runs, boxes = _runs(content)
    found = [
        *_cut_off(runs, boxes),
        *_past_margin(runs, boxes),
        *_overlaps(runs),
        *_too_small(runs, least),
        *_thin_last_page(runs, len(boxes)),
        *_lonely_headings(content),
    ]
    return tuple(sorted(set(found)))


def runs_of(content: bytes) -> tuple[Run, ...]:
    """Every run of text in a PDF with its place and size, hidden and off-page ones too."""
    return _runs(content)[0]


def _runs(content: bytes) -> tuple[tuple[Run, ...], tuple[tuple[float, float], ...]]:
    import pypdfium2
    from pypdfium2 import raw

    document = pypdfium2.PdfDocument(content)
    runs: list[Run] = []
    boxes: list[tuple[float, float]] = []
    try:
        for number in range(len(document)):
            page = document[number]
            boxes.append(page.get_size())
            text_page = page.get_textpage()
            for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT], textpage=text_page):
                left, bottom, right, top = item.get_bounds()
                words = item.extract()
                if not words.strip() and right - left < _SAME:
                    continue
                runs.append(
                    Run(
                        page=number + 1,
                        left=left,
                        bottom=bottom,
                        right=right,
                        top=top,
                        size=_size(item),
                        mark=raw.FPDFPageObj_GetMarkedContentID(item),
                        artifact=_is_artifact(item, raw),
                        words=words,
                    )
                )
    finally:
        document.close()
    return tuple(runs), tuple(boxes)


def _size(item: Any) -> float:
    """The size that a run is seen at: its font's, scaled by where it is drawn."""
    size: float = item.get_font_size()
    matrix = item.get_matrix()
    scale: float = abs(matrix.d or matrix.b)
    return round(size * scale, 2)


def _is_artifact(item: Any, raw: Any) -> bool:
    count = raw.FPDFPageObj_CountMarks(item)
    name = ctypes.create_string_buffer(64)
    length = ctypes.c_ulong()
    for index in range(count):
        mark = raw.FPDFPageObj_GetMark(item, index)
        buffer = ctypes.cast(name, ctypes.POINTER(ctypes.c_ushort))
        raw.FPDFPageObjMark_GetName(mark, buffer, 64, length)
        if name.raw[: max(length.value - 2, 0)].decode("utf-16-le") == "Artifact":
            return True
    return False


def _finding(code: str, page: int, says: str, source: str) -> Finding:
    return Finding(
        code=code,
        effect=Effect.TELLS,
        severity=Severity.ERROR,
        place=f"page {page}",
        says=says,
        source=source,
    )


def _cut_off(runs: tuple[Run, ...], boxes: tuple[tuple[float, float], ...]) -> Iterator[Finding]:
    for run in runs:
        width, height = boxes[run.page - 1]
        inside = (
            run.left >= _CLEAR
            and run.bottom >= _CLEAR
            and run.right <= width - _CLEAR
            and run.top <= height - _CLEAR
        )
        if not inside:
            yield _finding(
                "cut-off",
                run.page,
                "Words run over the edge of the page, or closer to it than 5 mm.",
                "UK mail: 5 mm clear at top and bottom",
            )


def _past_margin(
    runs: tuple[Run, ...], boxes: tuple[tuple[float, float], ...]
) -> Iterator[Finding]:
    """Words outside the sides that the foot keeps to: a table too wide for its page."""
    feet = [run for run in runs if run.artifact and run.words.strip()]
    if not feet:
        return
    side = min(min(run.left, boxes[run.page - 1][0] - run.right) for run in feet)
    for run in runs:
        width = boxes[run.page - 1][0]
        lean = 0.35 * run.size  # letters lean out of their boxes, in Nastaliq most
        if run.words.strip() and (run.left < side - lean or run.right > width - side + lean):
            yield _finding(
                "past-margin", run.page, "Words run into the margin of the page.", "Clear print"
            )


def _overlaps(runs: tuple[Run, ...]) -> Iterator[Finding]:
    """Pieces of text that share more than a descender's worth of their boxes.

    One piece of marked content is one line of one element, drawn in several runs where its script
    slopes: those lean over each other as they should. So do the runs in the foot, which flow as
    one.
    """
    pieces: dict[tuple[int, int], Run] = {}
    for run in runs:
        if not run.words.strip():
            continue
        key = (run.page, run.mark if run.mark >= 0 else -2 - len(pieces))
        pieces[key] = _together(pieces[key], run) if key in pieces else run
    on_page: dict[int, list[Run]] = {}
    for piece in pieces.values():
        on_page.setdefault(piece.page, []).append(piece)
    for page, here in on_page.items():
        here.sort(key=lambda run: -run.top)
        for number, upper in enumerate(here):
            for lower in here[number + 1 :]:
                if lower.top <= upper.bottom:
                    break
                if _cover(upper, lower):
                    yield _finding(
                        "overlap", page, "Words stand on top of other words.", "Clear print"
                    )


def _together(one: Run, other: Run) -> Run:
    return replace(
        one,
        left=min(one.left, other.left),
        bottom=min(one.bottom, other.bottom),
        right=max(one.right, other.right),
        top=max(one.top, other.top),
        words=one.words + other.words,
    )


def _cover(one: Run, other: Run) -> bool:
    across = min(one.right, other.right) - max(one.left, other.left)
    down = min(one.top, other.top) - max(one.bottom, other.bottom)
    height = min(one.top - one.bottom, other.top - other.bottom)
    if one.artifact and other.artifact:
        return False
    # Letters lean over the space that parts them, in Nastaliq by a third of their size.
    lean = 0.35 * max(one.size, other.size)
    return across > lean and height > 0 and down > 0.4 * height


def _too_small(runs: tuple[Run, ...], least: float) -> Iterator[Finding]:
    for run in runs:
        if run.words.strip() and run.size < least - 0.05:
            yield _finding(
                "too-small",
                run.page,
                f"Words are set at {run.size:g} pt; this form allows {least:g} pt and up.",
                "Clear print: 12 pt at least; UKAAF G003: 16 pt at least",
            )


def _thin_last_page(runs: tuple[Run, ...], pages: int) -> Iterator[Finding]:
    last = [run for run in runs if run.page == pages and not run.artifact and run.words.strip()]
    baselines = sorted({round(run.bottom + (run.top - run.bottom) / 2) for run in last})
    lines = 1 + sum(b - a > 6 for a, b in pairwise(baselines)) if baselines else 0
    if pages > 1 and lines < _LAST_PAGE_LINES:
        yield _finding(
            "thin-last-page",
            pages,
            f"The last page holds {lines} of the copy's lines, which a reader can miss.",
            "Clear print",
        )


def _lonely_headings(content: bytes) -> Iterator[Finding]:
    """A heading at the foot of a page whose own words start on the next, read from the structure
    tree."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        if "/StructTreeRoot" not in pdf.Root:
            return
        numbers: dict[Any, int] = {
            page.obj.objgen: number for number, page in enumerate(pdf.pages, start=1)
        }
        leaves = tuple(_leaves(pdf.Root.StructTreeRoot, numbers, heading=False))
    for (was_heading, page), (is_heading, next_page) in pairwise(leaves):
        if was_heading and not is_heading and next_page > page:
            yield _finding(
                "lonely-heading",
                page,
                "A heading stands at the foot of the page, and its words start on the next.",
                "Clear print",
            )


def _leaves(
    item: pikepdf.Object, numbers: dict[Any, int], *, heading: bool
) -> Iterator[tuple[bool, int]]:
    """Pieces of content in reading order: whether it is a heading, and its page."""
    role = str(item.get("/S", ""))
    heading = heading or (role.startswith("/H") and role[2:].isdigit())
    kids = item.get("/K", pikepdf.Array())
    page = item.get("/Pg")
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary):
            if kid.get("/Type") != "/OBJR":
                yield from _leaves(kid, numbers, heading=heading)
        elif page is not None:
            yield heading, numbers[page.objgen]
