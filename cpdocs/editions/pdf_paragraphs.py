"""Whole paragraphs of a PDF whose words stand line by line in its structure tree.

A block with Arabic script is written beside its drawing piece by piece, so that six words of a
sentence can stand in two strings. Here they are joined again, over lines and pages.
"""

from __future__ import annotations

from collections.abc import Iterator
from operator import itemgetter
from typing import Any

import pikepdf

from cpdocs.editions.rendition import Found

_BLOCKS = frozenset({"/P", "/LBody", "/TD", "/TH", "/Caption", *(f"/H{n}" for n in range(1, 7))})
_Drawn = dict[tuple[int, int], str]  # page from 1, marked content: its words


def paragraphs(pdf: pikepdf.Pdf, content: bytes) -> Iterator[Found]:
    """Each paragraph, heading, item and cell of a tagged PDF, whole.

    Nothing where no words are written beside the drawing: then the text of each page is whole.
    """
    if "/StructTreeRoot" not in pdf.Root:
        return
    root = pdf.Root.StructTreeRoot
    if not any("/ActualText" in element for element in _elements(root)):
        return
    drawn = _drawn(content)
    numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages, start=1)}
    for element in _elements(root):
        if str(element.get("/S", "")) in _BLOCKS:
            words = " ".join("".join(_words(element, drawn, numbers)).split())
            if words:
                yield Found(place="paragraph read aloud", text=words)


def _drawn(content: bytes) -> _Drawn:
    """What stands in each piece of marked content, which is one line of one element, from the left.

    By where each letter is drawn: the reader of text turns Latin words round that stand in a line
    of Arabic script.
    """
    import pypdfium2
    from pypdfium2 import raw

    letters: dict[tuple[int, int], list[tuple[float, str]]] = {}
    document = pypdfium2.PdfDocument(content)
    try:
        for number in range(len(document)):
            text_page = document[number].get_textpage()
            for index in range(text_page.count_chars()):
                holder = raw.FPDFText_GetTextObject(text_page, index)
                code = raw.FPDFText_GetUnicode(text_page, index)
                if holder and code:
                    mark = raw.FPDFPageObj_GetMarkedContentID(holder)
                    left = text_page.get_charbox(index, loose=True)[0]
                    letters.setdefault((number + 1, mark), []).append((left, chr(code)))
    finally:
        document.close()
    return {
        key: "".join(letter for _, letter in sorted(here, key=itemgetter(0)))
        for key, here in letters.items()
    }


def _kids(element: pikepdf.Object) -> Iterator[Any]:
    kids = element.get("/K", pikepdf.Array())
    yield from kids if isinstance(kids, pikepdf.Array) else [kids]


def _elements(element: pikepdf.Object) -> Iterator[pikepdf.Object]:
    for kid in _kids(element):
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from _elements(kid)


def _words(
    element: pikepdf.Object, drawn: _Drawn, numbers: dict[tuple[int, int], int]
) -> Iterator[str]:
    if "/ActualText" in element:
        yield str(element.ActualText)
        return
    for kid in _kids(element):
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield from _words(kid, drawn, numbers)
            continue
        marked = kid.get("/MCID") if isinstance(kid, pikepdf.Dictionary) else kid
        page = kid.get("/Pg") if isinstance(kid, pikepdf.Dictionary) else None
        page = page if page is not None else element.get("/Pg")
        if marked is not None and page is not None:  # else it points at a link's rectangle
            yield f"{drawn.get((numbers[page.objgen], int(marked)), '')} "  # it may end a line
