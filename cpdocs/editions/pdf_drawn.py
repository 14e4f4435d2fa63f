"""Words drawn outside the pages of a PDF, letter by letter from the maps of its fonts.

What a page draws is read from the page's text layer. Appearances of comments and fields, drawings
that no page uses and those that nothing points at have no such layer: in them words can stand as
numbers of glyphs alone, which a font's own map turns into letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

import pikepdf

from cpdocs.editions.rendition import Found

_CODESPACE = re.compile(rb"begincodespacerange\s*<([0-9A-Fa-f]+)>")
_SECTION = re.compile(rb"beginbf(char|range)(.*?)endbf", re.DOTALL)
_PAIR = re.compile(rb"<([0-9A-Fa-f\s]+)>\s*<([0-9A-Fa-f\s]*)>")
_RANGE = re.compile(
    rb"<([0-9A-Fa-f\s]+)>\s*<([0-9A-Fa-f\s]+)>\s*(?:<([0-9A-Fa-f\s]*)>|\[([^\]]*)\])"
)
_IN_LIST = re.compile(rb"<([0-9A-Fa-f\s]*)>")
_SHOWN = re.compile(rb"\bT[jJ]\b|[)>\]]\s*['\"]")
_WIDEST = 0xFFFF  # codes in one range of a map: more is no map of a font
_SPACE = -200  # thousandths of the type's size: a gap this wide parts words

Letters = dict[int, str]


def letters_of(data: bytes) -> Letters:
    """The letters that a font's map gives to its codes (ISO 32000-1, 9.10.3)."""
    letters: Letters = {}
    for kind, inner in _SECTION.findall(data):
        if kind == b"char":
            letters.update((_code(code), _utf16(value)) for code, value in _PAIR.findall(inner))
            continue
        for first, last, value, listed in _RANGE.findall(inner):
            codes = range(_code(first), min(_code(last), _code(first) + _WIDEST) + 1)
            if listed:
                letters.update(zip(codes, map(_utf16, _IN_LIST.findall(listed)), strict=False))
            elif start := _utf16(value):
                letters.update(
                    (code, start[:-1] + chr(min(ord(start[-1]) + step, 0x10FFFF)))
                    for step, code in enumerate(codes)
                )
    return letters


def _code(digits: bytes) -> int:
    return int(b"".join(digits.split()) or b"0", 16)


def _utf16(digits: bytes) -> str:
    compact = b"".join(digits.split()).decode("ascii")
    return bytes.fromhex(compact[: len(compact) // 2 * 2]).decode("utf-16-be", "replace")


class Fonts:
    """Every font map of a file by the names that its resources give it, read when first needed.

    A drawing that nothing points at names its fonts and brings no resources of its own, so a name
    stands for every font that is called so anywhere in the file.
    """

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self._pdf = pdf

    @cached_property
    def by_name(self) -> dict[str, tuple[tuple[int, Letters], ...]]:
        """Bytes in a code, and the letters, of each font of a name."""
        found: dict[str, list[tuple[int, Letters]]] = {}
        for fonts in _font_resources(self._pdf):
            for name, font in fonts.items():
                if not isinstance(font, pikepdf.Dictionary) or "/ToUnicode" not in font:
                    continue
                if not isinstance(font.ToUnicode, pikepdf.Stream):
                    continue
                data = font.ToUnicode.read_bytes()
                space = _CODESPACE.search(data)
                width = len(space[1]) // 2 if space else 2
                known = (max(width, 1), letters_of(data))
                if known not in found.setdefault(str(name), []):
                    found[str(name)].append(known)
        return {name: tuple(maps) for name, maps in found.items()}

    def words(self, data: bytes, place: str) -> Iterator[Found]:
        """The words that a drawing shows, whole: pieces of a line and its lines are joined."""
        if _SHOWN.search(data) is None:
            return
        for spoken in self._readings(data):
            for text in {" ".join(spoken), "".join(spoken)}:
                if text.strip():
                    yield Found(place=place, text=text.strip())

    def _readings(self, data: bytes) -> Iterator[list[str]]:
        """What the drawing says by each font of the names that it uses."""
        shown = tuple(_shown(data))
        most = max((len(self.by_name.get(name, ())) for name, _ in shown), default=0)
        for turn in range(max(most, 1)):
            said = []
            for name, pieces in shown:
                maps = self.by_name.get(name, ())
                known = maps[min(turn, len(maps) - 1)] if maps else None
                said.append("".join(_piece(piece, known) for piece in pieces))
            yield said


def _font_resources(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    for item in pdf.objects:
        if isinstance(item, (pikepdf.Dictionary, pikepdf.Stream)):
            yield from _named_fonts(item, depth=3)


def _named_fonts(item: pikepdf.Object, depth: int) -> Iterator[pikepdf.Object]:
    """Dictionaries of fonts in an object: under its own `/Font`, or of the resources within it."""
    entries = item.stream_dict if isinstance(item, pikepdf.Stream) else item
    for name, inner in entries.items():
        if not isinstance(inner, pikepdf.Dictionary):
            continue
        if name == "/Font":
            yield inner
        elif name in {"/Resources", "/DR"} and depth:
            yield from _named_fonts(inner, depth - 1)


def _shown(data: bytes) -> Iterator[tuple[str, list[bytes | float]]]:
    """Each showing of text: the font's name, and the strings and gaps of it."""
    font = ""
    with pikepdf.new() as scratch:
        try:
            drawing = pikepdf.parse_content_stream(scratch.make_stream(data))
        except pikepdf.PdfError:
            return  # no drawing, only bytes that look like one: they are searched as bytes
        for instruction in drawing:
            try:
                operator = str(instruction.operator)
            except UnicodeDecodeError:
                continue  # no operator of any drawing
            if operator == "Tf" and instruction.operands:
                font = str(instruction.operands[0])
            elif operator in {"Tj", "TJ", "'", '"'} and instruction.operands:
                shown = instruction.operands[-1]
                parts = list(shown) if isinstance(shown, pikepdf.Array) else [shown]
                yield font, [_part(part) for part in parts]


def _part(part: object) -> bytes | float:
    if isinstance(part, pikepdf.String):
        return bytes(part)
    try:
        return float(str(part))
    except ValueError:
        return 0.0


def _piece(piece: bytes | float, known: tuple[int, Letters] | None) -> str:
    if not isinstance(piece, bytes):
        return " " if piece < _SPACE else ""
    if known is None:
        return piece.decode("latin-1")
    width, letters = known
    codes = (int.from_bytes(piece[at : at + width]) for at in range(0, len(piece), width))
    return "".join(letters.get(code, "") for code in codes)
