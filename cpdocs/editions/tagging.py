"""Mends the structure tree that the renderer builds, so that a listener hears what a reader sees.

The renderer passes the machine rules of PDF/UA-1 and still leaves out the language of passages,
the scope of header cells, list numbering and words for links; it leaves the foot of each page
unmarked and makes a table over three pages three tables. All of it is put right here, through the
public `finisher` hook.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from types import TracebackType
from typing import Any

from cpdocs.editions.figures import LABELS

_REFERENCE = re.compile(rb"^(\d+) 0 R$")
_FOOT = {"Type": "/Pagination", "Subtype": "/Footer"}
_REPEATED = {"Type": "/Pagination"}

# Scripts whose glyphs do not map back to their letters one by one: their words are written beside
# them. Beside the drawing for scripts read from the left; in the structure tree for Arabic script,
# which text extractors would turn round a second time if it stood in the drawing (measured with
# PDFium and poppler). There all words of the page are written, Latin ones too, with the space
# that a line's end stands for: joined as they come, they are the sentence, letter for letter.
_SHAPED = re.compile("[\u0900-\u0dff]")
_CLOSE = re.compile(r"\S+")
_ARABIC = re.compile("[\u0600-\u06ff\u0750-\u077f]")


_SEAM = 8  # letters on each side of a line's end, by which it is found in the words
_SPELLS = frozenset(("/Span", "/Link"))
_PIXEL = 0.75  # points; the renderer leaves a figure's box in pixels from the top of its page
_BLOCKS = frozenset(
    ("/Table", "/TBody", "/TR", "/TD", "/TH", "/L", "/LI", "/LBody", "/P", "/Div", "/Sect", "/Art")
)


class Tagging:
    """Remembers which HTML element each structure element came from while a PDF is written, then
    mends.

    The structure elements do not say where they came from, so the renderer's own builder is
    wrapped for the length of one `with` block. The versions in the lock file are the ones this was
    written against.
    """

    def __init__(self) -> None:
        self.families: frozenset[str] = frozenset()
        self._made: dict[int, tuple[Any, Any]] = {}  # number: structure element, HTML element
        # Page and marked content: its words as written beside its drawing, or in the tree.
        self._beside: dict[tuple[int, int], str] = {}
        self._spelt: dict[tuple[int, int], str] = {}
        self._foot: set[tuple[int, int]] = set()  # page, marked content

    def __enter__(self) -> Tagging:
        from weasyprint.pdf import tags

        self._builder: Callable[..., Iterator[Any]] = tags._build_box_tree
        tags._build_box_tree = self._remember
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        from weasyprint.pdf import tags

        tags._build_box_tree = self._builder

    def _remember(
        self, box: Any, parent: Any, pdf: Any, page: int, nums: Any, annotations: Any, marks: Any
    ) -> Iterator[Any]:
        from weasyprint.formatting_structure import boxes

        if isinstance(box, boxes.PageBox):
            for told, pieces in ((self._beside, _beside(box)), (self._spelt, _spelt_out(box))):
                told.update(((page, marks[p]["mcid"]), w) for p, w in pieces if p in marks)
        left_before = {mark["mcid"] for mark in marks.values()}
        for made in self._builder(box, parent, pdf, page, nums, annotations, marks):
            source = getattr(box, "_box", box).element
            self._made.setdefault(made.number, (made, source))
            yield made
        if isinstance(box, boxes.MarginBox):
            taken = left_before - {mark["mcid"] for mark in marks.values()}
            self._foot.update((page, mcid) for mcid in taken)

    def finish(self, document: Any, pdf: Any) -> None:
        """The renderer's hook: called when the PDF is built and not yet written."""
        self.families = frozenset(font.family for font in document.fonts.values())
        language = pdf.catalog["Lang"].string
        for made, source in self._made.values():
            if source is not None:
                _mend_one(made, source, language, pdf)
        streams = [_object(pdf, page["Contents"]) for page in _pages(pdf)]
        self._put_words_in_figures(pdf)
        repeated = self._join_pieces(pdf)
        _set_aside(
            pdf, streams, dict.fromkeys(self._foot, _FOOT) | dict.fromkeys(repeated, _REPEATED)
        )
        self._write_words(pdf, streams)
        _leave_out_what_hangs_on_nothing(pdf)

    def _put_words_in_figures(self, pdf: Any) -> None:
        """Make the words set over a drawing part of its figure, whose alternative text stands for
        them: read on their own, one after another, they would tell nothing of the lines between.
        """
        from pydyf import Array

        labels = {
            made["P"]: made
            for made, source in self._made.values()
            if source is not None and source.get("class") == LABELS
        }
        for made, _ in self._made.values():
            if made["S"] != "/Figure":
                continue
            _, _, _, page_height = _object(pdf, made["Pg"])["MediaBox"]
            left, top, right, bottom = (side * _PIXEL for side in made["A"]["BBox"])
            made["A"]["BBox"] = Array((left, page_height - bottom, right, page_height - top))
            words = labels.get(made["P"])
            if words is not None:
                _object(pdf, words["P"])["K"].remove(words.reference)
                words["P"] = made.reference
                made["K"].append(words.reference)

    def _write_words(self, pdf: Any, streams: list[Any]) -> None:
        from pydyf import String

        holders = _holders(pdf)
        for page, stream in enumerate(streams):
            for _, properties in _marks(stream):
                mcid = properties["MCID"]
                if (page, mcid) in self._beside:
                    properties["ActualText"] = String(self._beside[page, mcid])
                if (page, mcid) in self._spelt:
                    holder = _object(pdf, holders[page][mcid])
                    if holder["S"] in _SPELLS:
                        before = holder["ActualText"].string if "ActualText" in holder else ""
                        holder["ActualText"] = String(before + self._spelt[page, mcid])

    def _join_pieces(self, pdf: Any) -> set[tuple[int, int]]:
        """Make the pieces of a paragraph, list or table over several pages one again.

        Gives back the marked content of the header rows that repeat on later pages.
        """
        first: dict[Any, Any] = {}
        repeated: set[tuple[int, int]] = set()
        inside: set[int] = set()
        standing = _standing(pdf)
        pieces = [
            (made, source)
            for number, (made, source) in self._made.items()
            if source is not None and number in standing
        ]
        for made, source in pieces:
            if made["S"] == "/THead" and first.setdefault((source, "/THead"), made) is not made:
                repeated |= _marks_under(pdf, made)
                inside |= _numbers_under(pdf, made)
                _object(pdf, made["P"])["K"].remove(made.reference)
        keys: dict[Any, Any] = {}  # header cell: its id in the first piece
        for made, source in pieces:
            if made["S"] == "/TH" and made.number not in inside:
                keys.setdefault(source, made.get("ID"))
            if made["S"] not in _BLOCKS or made.number in inside or self._is_inner(made, source):
                continue
            whole = first.setdefault((source, made["S"]), made)
            if whole is not made:
                for reference in made["K"]:
                    _object(pdf, reference)["P"] = whole.reference
                whole["K"].extend(made["K"])
                _object(pdf, made["P"])["K"].remove(made.reference)
        self._name_headers(keys)
        return repeated

    def _is_inner(self, made: Any, source: Any) -> bool:
        """Whether a structure element stands in another of the same HTML element, as the boxes of
        a `div` that is laid out as a table do."""
        around = self._made.get(_number(made["P"]))
        return around is not None and around[1] is source and around[0]["S"] == made["S"]

    def _name_headers(self, keys: dict[Any, Any]) -> None:
        """Point every cell at the header cells of the first piece, each under a name of its own.

        The renderer's names are bare numbers (`640-0-1`), which a search for a withheld sum finds.
        """
        from pydyf import Array, String

        standing = {
            made["ID"].string: keys[source]
            for made, source in self._made.values()
            if made["S"] == "/TH" and source is not None and "ID" in made
        }
        names: dict[str, Any] = {}
        for made, _ in self._made.values():
            if "ID" in made:
                made["ID"] = names.setdefault(made["ID"].string, String(f"cell{len(names) + 1}"))
        for made, _ in self._made.values():
            if made["S"] == "/TD" and "Headers" in made.get("A", {}):
                headers = [standing.get(key.string, key) for key in made["A"]["Headers"]]
                made["A"]["Headers"] = Array([names[key.string] for key in headers])


def _mend_one(made: Any, source: Any, language: str, pdf: Any) -> None:
    from pydyf import Dictionary, String

    own = source.get("lang")
    if own and own != language:
        made["Lang"] = String(own)  # WCAG 3.1.2: a passage is read in its own voice
    tag = made["S"]
    if tag == "/TH" and source.tag == "th":
        made["A"]["Scope"] = "/Row" if source.get("scope") == "row" else "/Column"
    elif tag == "/L":
        numbering = "/Decimal" if source.tag == "ol" else "/Disc"
        made["A"] = Dictionary({"O": "/List", "ListNumbering": numbering})
    elif tag == "/Link":
        words = " ".join("".join(source.itertext()).split())
        for annotation in _annotations(pdf, made):
            annotation["Contents"] = String(words)  # else it says the raw address


def _spelt_out(page: Any) -> Iterator[tuple[Any, str]]:
    """The pieces of text of a page on which any block runs from the right, with their words."""
    blocks = list(_blocks(page))
    if not any(_runs_from_the_right(inside, lines) for inside, lines in blocks):
        return
    for inside, lines in blocks:
        source = " ".join("".join(_said(inside.element)).split())
        for line, after in zip(lines, [*lines[1:], []], strict=True):
            for piece in line:
                goes_on = piece is not line[-1] or _are_one_word(piece, after, source)
                yield piece, piece.text + ("" if goes_on else " ")


def _blocks(box: Any) -> Iterator[tuple[Any, list[list[Any]]]]:
    """Every block in a box that holds lines of its own, with the pieces of text in each."""
    inside, lines = _lines(box)
    if lines:
        yield inside, lines
    else:
        for child in getattr(inside, "children", ()):
            yield from _blocks(child)


def _runs_from_the_right(block: Any, lines: list[list[Any]]) -> bool:
    texts = (piece.text for line in lines for piece in line)
    return block.style["direction"] == "rtl" or any(map(_ARABIC.search, texts))


def _are_one_word(last: Any, after: list[Any], source: str) -> bool:
    """Whether a line ends within a word: an address, or a word whose next part is a link."""
    seam = last.text[-_SEAM:] + "".join(piece.text for piece in after)[:_SEAM]
    return bool(after) and last.text[-1:] not in {"", " "} and seam in source


def _said(element: Any) -> Iterator[str]:
    """The words of an element; a space for the end of a line."""
    yield element.text or ""
    for child in element:
        yield from (" ",) if child.tag == "br" else _said(child)
        yield child.tail or ""


def _beside(page: Any) -> Iterator[tuple[Any, str]]:
    """The pieces of text in each line that are written beside its drawing, with their words.

    What stands close behind such a piece, were it a space, is written with it: where a piece is
    drawn in two fonts, PDFium loses the place of its end, and may put in a space or leave one out.
    """
    for line in (line for _, lines in _blocks(page) for line in lines):
        words = [piece.text for piece in line]
        written = {number for number, text in enumerate(words) if _SHAPED.search(text)}
        for number in range(1, len(words)):
            close = _CLOSE.match(words[number])
            if number - 1 in written and not words[number - 1].endswith(" "):
                words[number - 1] += close[0] if close else " "
                if close:
                    words[number] = words[number][close.end() :] or " "
                    written.add(number)
        words[-1:] = [f"{last} " for last in words[-1:]]  # else it runs into the next column
        yield from ((line[number], words[number]) for number in sorted(written))


def _lines(box: Any) -> tuple[Any, list[list[Any]]]:
    """A box, and the pieces of text in each line that it holds itself."""
    from weasyprint.formatting_structure import boxes

    inside = getattr(box, "_box", box)
    children = inside.children if isinstance(inside, boxes.ParentBox) else ()
    return inside, [list(_texts(child)) for child in children if isinstance(child, boxes.LineBox)]


def _texts(box: Any) -> Iterator[Any]:
    """The pieces of text in a box, in the order of the words."""
    from weasyprint.formatting_structure import boxes

    inside = getattr(box, "_box", box)
    if isinstance(inside, boxes.TextBox):
        yield inside
    elif isinstance(inside, boxes.ParentBox):
        for child in inside.children:
            yield from _texts(child)


def _annotations(pdf: Any, made: Any) -> Iterator[Any]:
    """The links drawn for a structure element and for all in it."""
    for kid in made["K"]:
        child = _object(pdf, kid) if isinstance(kid, bytes) else {}
        if child.get("Type") == "/OBJR":
            yield _object(pdf, child["Obj"])
        elif "K" in child:
            yield from _annotations(pdf, child)


def _number(reference: bytes) -> int:
    match = _REFERENCE.match(reference)
    if match is None:
        raise ValueError("not a reference")
    return int(match[1])


def _object(pdf: Any, reference: bytes) -> Any:
    return pdf.objects[_number(reference)]


def _pages(pdf: Any) -> list[Any]:
    return [_object(pdf, reference) for reference in pdf.page_references]


def _holders(pdf: Any) -> dict[int, Any]:
    """For each page, the structure elements that answer for its marked content, by number."""
    root = _object(pdf, pdf.catalog["StructTreeRoot"])
    numbers = _object(pdf, root["ParentTree"])["Nums"]
    return {numbers[i]: numbers[i + 1] for i in range(0, len(numbers), 2)}


def _marks(stream: Any) -> list[tuple[int, Any]]:
    """The property lists of marked content in a drawing that the structure tree answers for, with
    their places."""
    return [
        (place, item)
        for place, item in enumerate(stream.stream)
        if isinstance(item, dict) and "MCID" in item
    ]


def _marks_under(pdf: Any, made: Any) -> set[tuple[int, int]]:
    """Page and number of all marked content in a structure element."""
    pages = {reference: number for number, reference in enumerate(pdf.page_references)}
    found: set[tuple[int, int]] = set()
    for kid in made["K"]:
        if isinstance(kid, int):
            found.add((pages[made["Pg"]], kid))
        else:
            child = _object(pdf, kid)
            if "S" in child:
                found |= _marks_under(pdf, child)
    return found


def _numbers_under(pdf: Any, made: Any) -> set[int]:
    """Numbers of a structure element and of all in it."""
    found = {made.number}
    for kid in made["K"]:
        child = _object(pdf, kid) if isinstance(kid, bytes) else {}
        if "S" in child:
            found |= _numbers_under(pdf, child)
    return found


def _set_aside(pdf: Any, streams: list[Any], marks: dict[tuple[int, int], dict[str, str]]) -> None:
    """Mark content as artifacts, and let nothing in the structure tree answer for it."""
    holders = _holders(pdf)
    for page, stream in enumerate(streams):
        for place, properties in _marks(stream):
            artifact = marks.get((page, properties["MCID"]))
            if artifact:
                stream.stream[place - 1] = "/Artifact"
                properties.clear()
                properties.update(artifact)
    for page, mcid in marks:
        holders[page][mcid] = "null"


def _standing(pdf: Any) -> set[int]:
    """Numbers of all that the structure tree holds."""
    found: set[int] = set()
    waiting = [_object(pdf, pdf.catalog["StructTreeRoot"])]
    while waiting:
        made = waiting.pop()
        found.add(made.number)
        waiting.extend(_object(pdf, kid) for kid in made.get("K", ()) if isinstance(kid, bytes))
    return found


def _leave_out_what_hangs_on_nothing(pdf: Any) -> None:
    """Leave nothing of structure elements that are no part of the tree in the file.

    Their numbers stay, each an empty dictionary: a number set free is still counted by the writer's
    list of objects, and PDFium then finds nothing of the tree from there on.
    """
    standing = _standing(pdf)
    for made in pdf.objects:
        kind = made.get("Type") if hasattr(made, "get") else None
        if kind == "/StructElem" and made.number not in standing:
            made.clear()
