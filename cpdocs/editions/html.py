"""One self-contained HTML file: it reflows to 320 pixels, asks for nothing, and runs nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from lxml import etree, html

from cpdocs.documents.composed import Composed
from cpdocs.editions import figures, relayout
from cpdocs.editions.markup import element, parse_body, text_of
from cpdocs.editions.rendition import Found
from cpdocs.editions.standard_names import HTML_ATTRIBUTES, HTML_ELEMENTS, HTML_VALUES
from cpdocs.resources import data_text
from cpdocs.values import STANDARD_SIZE, Edition, Form

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
    for _, drawing in figures.charts(body):
        figures.dress(drawing)
        width, height = figures.ems(drawing)
        drawing.set("width", f"{width:.2f}em")
        drawing.set("height", f"{height:.2f}em")
        _let_scroll(drawing, figures.alt(drawing))
    root = element(
        "html", None, {"lang": composed.language, "dir": composed.direction, "class": form.edition}
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


@cache
def _style(edition: Edition, points: int) -> str:
    names = ["base", "large"] if edition is Edition.LARGE_PRINT else ["base"]
    sheets = [data_text(f"styles/{name}.css") for name in (*names, "screen")]
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
    tree = html.document_fromstring(content, parser=html.HTMLParser(encoding="utf-8"))
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
    return tuple(sorted(found))


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
        yield from _found(f"{node.tag!s} text", node.text)
    if node.tag not in HTML_ELEMENTS:
        yield from _found("element name", node.tag)
    for key, value in node.items():
        name = str(key)
        if node.tag in figures.ELEMENTS and figures.is_own_word(name, str(value)):
            continue
        if name not in HTML_ATTRIBUTES and name not in figures.ATTRIBUTES:
            yield from _found("attribute name", name)
        if not set(str(value).split()) <= HTML_VALUES.get(name, frozenset()):
            yield from _found(f"attribute {name} of {node.tag}", str(value))
        if name == "style":
            yield from _css(str(value))
    if node.tag == "style":
        yield from _css(node.text or "")


def _css(text: str) -> Iterator[Found]:
    for groups in _CSS_WORDS.findall(text):
        for words in groups:
            yield from _found(
                "words in a style", re.sub(r"\\([0-9a-fA-F]{1,6})\s?", _escaped, words)
            )


def _escaped(match: re.Match[str]) -> str:
    code = int(match[1], 16)
    return chr(code) if 0 < code <= 0x10FFFF else ""
