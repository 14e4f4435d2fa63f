"""Files that cpdocs does not write, and places in them where words can hide.

Each is named for what is wrong with it.
"""

from __future__ import annotations

import io
import subprocess
import zipfile
from collections.abc import Callable

from cpdocs.audit.kinds import Kind
from cpdocs.editions.docx_zip import packed

_CONTAINER = (
    '<?xml version="1.0"?><container xmlns="urn:oasis:names:tc:opendocument:xmlns:container">'
    '<rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>'
)
_BOOK = (
    '<?xml version="1.0" encoding="utf-8"?><package xmlns="http://www.idpf.org/2007/opf" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata><dc:title>Minutes</dc:title></metadata>'
    '<manifest><item id="a" href="a.xhtml"/></manifest></package>'
)
_CHAPTER = (
    '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html>'
    '<html xmlns="http://www.w3.org/1999/xhtml"><head><title>Minutes</title></head>'
    "<body><p>Words.</p></body></html>"
)
_NCX = "<ncx><navMap><navPoint><navLabel><text>Start</text></navLabel></navPoint></navMap></ncx>"
_MEMBERS = {
    "mimetype": "application/epub+zip",
    "META-INF/container.xml": _CONTAINER,
    "OEBPS/book.opf": _BOOK,
    "OEBPS/a.xhtml": _CHAPTER,
    "OEBPS/toc.ncx": _NCX,
    "OEBPS/a.css": "p { margin: 0 }",
}
PNG = b"\x89PNG\r\n\x1a\n"


def epub(**changed: str | bytes) -> bytes:
    """An e-book; `changed` members are named with `_` for `.` and `__` for `/`."""
    named = {name.replace("__", "/").replace("_", "."): text for name, text in changed.items()}
    return packed(
        {
            name: text if isinstance(text, bytes) else text.encode()
            for name, text in {**_MEMBERS, **named}.items()
        }
    )


def _chapter(inner: str) -> bytes:
    return epub(OEBPS__a_xhtml=_CHAPTER.replace("<p>Words.</p>", f"<p>Words.</p>{inner}"))


def _book(inner: str) -> bytes:
    return epub(OEBPS__book_opf=_BOOK.replace("</metadata>", f"{inner}</metadata>"))


def _unlisted(words: str) -> bytes:
    """A book with a member that its directory no longer lists."""
    target = io.BytesIO(epub())
    with zipfile.ZipFile(target, "a") as archive:
        archive.writestr("OEBPS/old.txt", words)
        archive.filelist.pop()
        archive._didModify = True  # type: ignore[attr-defined]
    return target.getvalue()


def _entity(words: str) -> bytes:
    chapter = _CHAPTER.replace("<!DOCTYPE html>", f'<!DOCTYPE html [<!ENTITY who "{words}">]>')
    return epub(OEBPS__a_xhtml=chapter.replace("Words.", "&who;"))


EPUB: dict[str, Callable[[str], bytes]] = {
    "text": lambda words: _chapter(f"<p>{words}</p>"),
    "comment": lambda words: _chapter(f"<!-- {words} -->"),
    "alt text": lambda words: _chapter(f'<img alt="{words}" src="a.png"/>'),
    "data attribute": lambda words: _chapter(f'<p data-note="{words}">x</p>'),
    "hidden text": lambda words: _chapter(f"<p hidden='hidden'>{words}</p>"),
    "unread section": lambda words: _chapter(f"<p><![CDATA[{words}]]></p>"),
    "entity of the book's own": _entity,
    "attribute of another vocabulary": lambda words: _chapter(
        f'<p xmlns:z="urn:z" z:note="{words}">x</p>'
    ),
    "split over elements": lambda words: _chapter(f"<p>{words[:3]}<b>{words[3:]}</b></p>"),
    "split over paragraphs": lambda words: _chapter(
        "".join(f"<p>{word}</p>" for word in words.split())
    ),
    "title closed at once": lambda words: epub(
        OEBPS__a_xhtml=_CHAPTER.replace("<title>Minutes</title>", "<title/>").replace(
            "Words.", words
        )
    ),
    "title": lambda words: _book(f"<dc:title>{words}</dc:title>"),
    "author": lambda words: _book(f"<dc:creator>{words}</dc:creator>"),
    "own metadata": lambda words: _book(f'<meta name="case" content="{words}"/>'),
    "table of contents": lambda words: epub(OEBPS__toc_ncx=_NCX.replace("Start", words)),
    "style": lambda words: epub(OEBPS__a_css=f"/* {words} */"),
    "script": lambda words: epub(OEBPS__a_js=f"var who = '{words}'"),
    "chapter in no list": lambda words: epub(OEBPS__old_xhtml=_CHAPTER.replace("Words.", words)),
    "name of a member": lambda words: epub(**{f"OEBPS__{words}_xhtml": _CHAPTER}),
    "picture's own words": lambda words: epub(OEBPS__a_png=PNG + words.encode()),
    "member in no directory": _unlisted,
    "before the zip": lambda words: words.encode() + b" " + epub(),
    "behind the zip": lambda words: epub() + b" " + words.encode(),
}


def braille(lines: list[str], table: str) -> list[str]:
    """Lines in braille, as cells of Unicode."""
    done = subprocess.run(
        ["lou_translate", "--forward", f"unicode.dis,{table}"],  # noqa: S607 (as cpdocs finds it)
        input="".join(f"{line}\n" for line in lines),
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return done.stdout.splitlines()


_ASCII = " a1b'k2l@cif/msp\"e3h9o6r~djg>ntq,*5<-u8v.%{$+x!&;:4|0z7(_?w}#y)="


def brf(pages: list[list[str]]) -> bytes:
    """A BRF file of lines of cells."""
    said = ("\r\n".join(lines) for lines in pages)
    text = "\r\n\f".join(said).replace(" ", "\u2800")
    return "".join(
        _ASCII[ord(sign) - 0x2800] if "\u2800" <= sign <= "\u283f" else sign for sign in text
    ).encode("ascii")


def pef(pages: list[list[str]], title: str = "Minutes", extra: str = "") -> bytes:
    """A PEF file of lines of cells."""
    inner = "".join(
        f"<page>{''.join(f'<row>{line}</row>' for line in lines)}</page>" for lines in pages
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?><pef version="2008-1" '
        'xmlns="http://www.daisy.org/ns/2008/pef"><head><meta '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{title}</dc:title></meta></head>'
        f"<body><volume><section>{inner}</section></volume></body>{extra}</pef>"
    ).encode()


def wrapped(cells: str, width: int = 32) -> list[str]:
    """Cells in lines of a page's width."""
    lines = [""]
    for word in cells.replace(" ", "\u2800").split("\u2800"):
        joined = f"{lines[-1]}\u2800{word}" if lines[-1] else word
        if len(joined) <= width:
            lines[-1] = joined
        else:
            lines.append(word)
    return lines


def cut(cells: str, width: int = 32) -> list[str]:
    """Cells in lines that end anywhere."""
    return [cells[at : at + width] for at in range(0, len(cells), width)]


def _told(words: str, table: str, kind: Kind) -> bytes:
    (cells,) = braille([f"It was said that {words} came too and stayed for an hour."], table)
    pages = [wrapped(cells)]
    return brf(pages) if kind is Kind.BRF else pef(pages)


def _over_pages(words: str) -> bytes:
    first, _, last = words.partition(" ")
    before, after, head, foot = braille(
        [f"Seen by {first}", f"{last} today.", "minutes", "page"], "en-ueb-g2.ctb"
    )
    return brf([[head, *wrapped(before), foot], [head, *wrapped(after), foot]])


def _parted(words: str) -> bytes:
    (cells,) = braille([words], "en-ueb-g1.ctb")
    return brf([[cells[:3] + "\u2824", cells[3:]]])


BRAILLE: dict[str, Callable[[str], bytes]] = {
    "contracted": lambda words: _told(words, "en-ueb-g2.ctb", Kind.BRF),
    "uncontracted": lambda words: _told(words, "en-ueb-g1.ctb", Kind.BRF),
    "contracted Welsh": lambda words: _told(words, "cy-cy-g2.ctb", Kind.BRF),
    "in capital letters": lambda words: _told(words, "en-ueb-g2.ctb", Kind.BRF).upper(),
    "over a turn of the page": _over_pages,
    "parted by a hyphen": _parted,
    "typed in print": lambda words: f"seen by {words}\r\n".encode(),
    "in cells of Unicode": lambda words: "\n".join(
        wrapped(braille([words], "en-ueb-g2.ctb")[0])
    ).encode(),
    "PEF": lambda words: _told(words, "en-ueb-g2.ctb", Kind.PEF),
    "PEF's title": lambda words: pef([["\u2813"]], title=words),
    "PEF's comment": lambda words: pef([["\u2813"]], extra=f"<!-- {words} -->"),
    "PEF in print": lambda words: pef([[words]]),
}
