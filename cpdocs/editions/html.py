"""One self-contained HTML file: it reflows to 320 pixels, asks for nothing, and runs nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from lxml import etree, html
from lxml.html import defs

from cpdocs.documents.composed import Composed
from cpdocs.editions import figures, relayout, sheet
from cpdocs.editions.markup import element, parse_body, text_of
from cpdocs.editions.rendition import Found
from cpdocs.editions.standard_names import HTML_ATTRIBUTES, HTML_ELEMENTS, HTML_VALUES
from cpdocs.resources import data_text
from cpdocs.values import LARGE_PRINT_SIZES, STANDARD_SIZE, Edition, Form

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_SPACES = re.compile(r"\s+")
_CSS_WORDS = re.compile(r"\"([^\"]*)\"|'([^']*)'|/\*(.*?)\*/|url\(([^)]*)\)", re.DOTALL)

_PRINT_SIZE = re.compile(r"font-size: (\d{1,2})pt; } }$")

_SCREEN_BASE = 1.125  # rem for 12 pt: 18 pixels, unless the reader's browser says otherwise


def write(composed: Composed, form: Form) -> bytes:
    """The finished page. Raises `CopyError` where the composed words are not well-formed."""
    body = relayout.lay_out(parse_body(composed), form, composed.document)
    for table in tuple(body.iter("table")):
        caption = table.find("caption")
        _let_scroll(table, text_of(caption) if caption is not None else text_of(table)[:40])
    _place_charts(body, form)
    for _, drawing in figures.charts(body):
        figures.dress(drawing)
        width, height = figures.ems(drawing)
        drawing.set("width", f"{width:.2f}em")
        drawing.set("height", f"{height:.2f}em")
        _let_scroll(drawing, figures.alt(drawing))
    root = element(
        "html", None, {"lang": composed.language, "dir": composed.direction, "class": form.look}
    )
    head = etree.SubElement(root, "head")
    etree.SubElement(head, "meta", {"charset": "utf-8"})
    head.append(element("title", composed.title))
    for name, value in (
        ("viewport", "width=device-width, initial-scale=1"),
        ("author", composed.author),
        ("robots", "noindex"),
        ("referrer", "no-referrer"),
    ):
        etree.SubElement(head, "meta", {"name": name, "content": value})
    head.append(element("style", _style(form.edition, form.size)))
    page = etree.SubElement(root, "body")
    page.append(_running(composed, "header", "running"))
    main = etree.SubElement(page, "main")
    main.append(body)
    page.append(_running(composed, "footer", "running running-foot"))
    text = etree.tostring(root, method="html", encoding="unicode")
    return f"<!DOCTYPE html>\n{text}\n".encode()


def _place_charts(body: etree._Element, form: Form) -> None:
    """Draw each chart in one, which scrolls; in large print, as a printed page would hold it."""
    room, _ = sheet.rooms(form, foot=0.0)
    for figure in tuple(body.iter("figure")):
        if form.size == STANDARD_SIZE or not figures.fit(figure, form.size, room):
            figures.keep_whole(figure)


@cache
def _style(edition: Edition, points: int) -> str:
    is_large = points in LARGE_PRINT_SIZES
    names = ["base", "large", "screen"] if is_large else ["base", "screen"]
    if edition is Edition.BILINGUAL:
        names.append("bilingual-large" if is_large else "bilingual")
    sheets = [data_text(f"styles/{name}.css") for name in names]
    if edition is Edition.BILINGUAL and not is_large:
        columns = data_text("styles/bilingual-columns.css")
        sheets.append(
            f"@media print, (min-width: 40rem) {{ body {{ max-width: 64rem }} {columns} }}"
        )
    size = _SCREEN_BASE * points / STANDARD_SIZE
    sheets.append(f"html {{ font-size: {size:g}rem; }}")
    sheets.append(f"@media print {{ html {{ font-size: {points}pt; }} }}")
    plain = _COMMENT.sub("", "\n".join(sheets))
    return _SPACES.sub(" ", plain).strip()


def _is_house_style(text: str) -> bool:
    """Whether a style is one of ours, letter for letter, and so tells nothing of any case."""
    sizes = _PRINT_SIZE.findall(text)
    return any(text == _style(edition, int(size)) for edition in Edition for size in sizes)


def _running(composed: Composed, tag: str, classes: str) -> etree._Element:
    running = element(tag, None, {"class": classes})
    running.append(element("p", composed.running.marking, {"class": "marking"}))
    place = etree.SubElement(running, "p")
    place.append(element("bdi", composed.running.reference, {"dir": "ltr"}))
    return running


def _let_scroll(wide: etree._Element, name: str) -> None:
    """A wide table or drawing scrolls on its own, by keyboard too, so that the page need not."""
    parent = wide.getparent()
    if parent is None:
        raise ValueError("a table or drawing stands inside the article")
    box = element("div", None, {"class": "scroll", "tabindex": "0", "role": "region"})
    box.set("aria-label", name)
    box.tail, wide.tail = wide.tail, None
    parent.replace(wide, box)
    box.append(wide)


def read_back(content: bytes) -> tuple[Found, ...]:
    """Every string in an HTML file and where it stands: words seen or hidden, every attribute,
    comments,
    scripts, and the words and addresses inside styles."""
    # The whole file, comments and processing instructions too, as HTML's own forgiving rules read
    # it.
    tree = _tree(content)
    found: set[Found] = set()
    for node in tree.getroottree().iter():
        found.update(_node(node))
    for sibling in (*tree.itersiblings(preceding=True), *tree.itersiblings()):
        found.update(_node(sibling))
    # Sentences run over inline elements: a block's words are also given whole.
    for block in tree.iter("p", "li", "th", "td", "caption", "h1", "h2", "h3", "title"):
        found.update(_found(f"{block.tag} text", text_of(block)))
    for words in figures.joined_words(tree):
        found.update(_found("words of a drawing", words))
    for said in _DOCTYPE.findall(_text(content)):
        found.update(_found("document type", said))
    return tuple(sorted(found))


def page_words(content: bytes) -> Found:
    """All words of a page in one string, where a name stands in two cells or two paragraphs."""
    tree = _tree(content)
    for quiet in tuple(tree.iter("script", "style", etree.Comment)):
        quiet.text = ""
    said = (text for text in tree.itertext() if isinstance(text, str))
    return Found(place="page", text=" ".join(" ".join(said).split()))


def unread(content: bytes) -> tuple[str, ...]:
    """Where a page holds or asks for a picture, film or sound, whose words nothing here reads."""
    tree = _tree(content)
    shown = {
        f"{node.tag} {number}"
        for number, node in enumerate(tree.iter(*_SHOWN), start=1)
        if not (node.tag == "object" and node.get("type", "").startswith("text/"))
    }
    if _PICTURE_IN_STYLE.search(etree.tostring(tree, encoding="unicode")):
        shown.add("style")
    return tuple(sorted(shown))


_SHOWN = ("img", "image", "picture", "video", "audio", "object", "embed", "iframe", "canvas")
_PICTURE_IN_STYLE = re.compile(r"url\([\s\"']*(?:&quot;)?data:(?:image|font)", re.IGNORECASE)


_DOCTYPE = re.compile(r"<!DOCTYPE\s+(?!html\s*>)(.*?\]\s*>|[^\[>]*>)", re.DOTALL | re.IGNORECASE)


def _tree(content: bytes) -> etree._Element:
    return html.document_fromstring(
        _text(content).encode(), parser=html.HTMLParser(encoding="utf-8")
    )


def _text(content: bytes) -> str:
    """The page in the encoding that its first bytes tell: UTF-8 with no mark of their own, or else
    Windows' Latin letters, in which every byte is a letter."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")


def _found(place: str, text: str | None) -> Iterator[Found]:
    words = (text or "").strip()
    if words:
        yield Found(place=place, text=words)


def _node(node: etree._Element) -> Iterator[Found]:
    yield from _found("text after an element", node.tail)
    if not isinstance(node.tag, str):
        place = "comment" if node.tag is etree.Comment else "processing instruction"
        yield from _found(place, node.text)
        return
    if not (node.tag == "style" and _is_house_style(node.text or "")):
        yield from _found(f"{_element(node.tag)} text", node.text)
    if node.tag not in HTML_ELEMENTS:
        yield from _found("element name", node.tag)
    for key, value in node.items():
        name = str(key)
        if node.tag in figures.ELEMENTS and figures.is_own_word(name, str(value)):
            continue
        if name not in HTML_ATTRIBUTES and name not in figures.ATTRIBUTES:
            yield from _found("attribute name", name)
        if not set(str(value).split()) <= HTML_VALUES.get(name, frozenset()):
            place = f"{_attribute(name)} of {_element(node.tag)}"
            yield from _found(place, str(value))
        if name == "style":
            yield from _css(str(value))
    if node.tag == "style":
        yield from _css(node.text or "")


def _element(name: str) -> str:
    """An element, as a place says it: a name that HTML does not have could be somebody's."""
    return name if name in _STANDARD else "unknown element"


def _attribute(name: str) -> str:
    """The same of an attribute. What follows `data-` is made up by whoever writes it."""
    if name.startswith("data-"):
        return "attribute data-"
    return f"attribute {name}" if name in _STANDARD else "unknown attribute"


_STANDARD = defs.tags | defs.safe_attrs | defs.event_attrs | HTML_ATTRIBUTES | HTML_ELEMENTS
_STANDARD |= {"style", "srcdoc", "content", "poster", "srcset", "template", "xmlns"}


def _css(text: str) -> Iterator[Found]:
    for groups in _CSS_WORDS.findall(text):
        for words in groups:
            yield from _found(
                "words in a style", re.sub(r"\\([0-9a-fA-F]{1,6})\s?", _escaped, words)
            )


def _escaped(match: re.Match[str]) -> str:
    code = int(match[1], 16)
    return chr(code) if 0 < code <= 0x10FFFF else ""
