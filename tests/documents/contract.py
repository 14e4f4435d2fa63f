"""Reads a composed body against the contract in `docs/architecture.md`."""

from __future__ import annotations

import itertools

from lxml import etree

from cpdocs.documents.composed import Composed

_ALLOWED: dict[str, frozenset[str]] = {
    "article": frozenset({"letter", "report"}),
    "header": frozenset({"letterhead"}),
    "section": frozenset({"callout", "decision", "list-people"}),
    "div": frozenset({"window", "meta", "passage", "run-in", "callout", "signature", "parts"}),
    "p": frozenset({"draft", "by", "says", "gap", "note", "key"}),
    "figure": frozenset({"chart"}),
    "table": frozenset({"facts", "people", "actions"}),
    "bdi": frozenset({"keep"}),
    "span": frozenset({"number", "kind"}),
    **dict.fromkeys(
        ("h1", "h2", "h3", "ul", "ol", "li", "strong", "br", "a", "caption", "thead", "tbody"),
        frozenset(),
    ),
    **dict.fromkeys(("tr", "th", "td"), frozenset()),
}
_MUST_HAVE_CLASS = frozenset({"article", "header", "section", "div", "span", "table", "figure"})
_INLINE = frozenset({"strong", "br", "a", "bdi", "span"})
_LEAVES = frozenset({"h1", "h2", "h3", "p", "li", "caption", "th", "td"})
_SVG = "{http://www.w3.org/2000/svg}"
_PLACES = "x y width height rx x1 y1 x2 y2 points cx cy r text-anchor direction"
_DRAWN: dict[str, frozenset[str]] = {
    "svg": frozenset(),
    "title": frozenset(),
    "g": frozenset(),
    "rect": frozenset({"ring", "member", "subject"}),
    "line": frozenset({"kin", "tie"}),
    "polygon": frozenset({"unborn"}),
    "circle": frozenset({"day"}),
    "text": frozenset({"name", "words"}),
}
_KINDS = frozenset(
    f"kind-{kind}" for kind in ("fact", "observation", "hearsay", "allegation", "opinion")
)


def breaches(composed: Composed) -> list[str]:
    """Everything in the body that the contract does not allow, in plain words."""
    root = etree.fromstring(composed.body)
    found = [words for element in root.iter() for words in _element(element)]
    found += _headings(root)
    for table in root.iter("table"):
        found += _table(table)
    if root.tag != "article" or root.get("lang") != composed.language:
        found.append("the article does not declare the copy's language")
    if root.get("dir") != composed.direction:
        found.append("the article does not declare the copy's direction")
    return found


def _element(element: etree._Element) -> list[str]:
    if not isinstance(element.tag, str):
        return ["a comment or processing instruction"]
    if element.tag.startswith(_SVG):
        return _drawn(element)
    if element.tag not in _ALLOWED:
        return [f"<{element.tag}> is not in the contract"]
    found = []
    classes = set((element.get("class") or "").split()) - _KINDS
    if not classes <= _ALLOWED[element.tag] or (element.tag in _MUST_HAVE_CLASS and not classes):
        found.append(f"<{element.tag}> has the classes {sorted(classes)}")
    allowed = {"class", "lang", "dir"} | {"a": {"href"}, "th": {"scope"}}.get(element.tag, set())
    if not set(element.attrib) <= allowed:
        found.append(f"<{element.tag}> has the attributes {sorted(element.attrib)}")
    if element.tag == "bdi" and element.get("dir") not in {"ltr", "rtl"}:
        found.append("<bdi> without dir")
    if element.tag == "a" and not (element.get("href") or "").startswith(("tel:", "mailto:", "#")):
        found.append("a link to elsewhere")
    if element.tag in _LEAVES:
        found += [f"<{c.tag}> in <{element.tag}>" for c in element if c.tag not in _INLINE]
        if not "".join(str(t) for t in element.itertext()).strip():
            found.append(f"an empty <{element.tag}>")
    elif element.tag not in _INLINE and (element.text or "").strip():
        found.append(f"words straight in <{element.tag}>")
    if element.tag == "figure" and (len(element) < 2 or element[0].tag != f"{_SVG}svg"):
        found.append("a figure is not a drawing and then the same in words")
    return found


def _drawn(element: etree._Element) -> list[str]:
    """What a drawing has that is neither geometry nor words."""
    name = str(element.tag).removeprefix(_SVG)
    if name not in _DRAWN:
        return [f"<{name}> in a drawing"]
    found = []
    if name == "svg":
        if element.get("role") != "img" or not (element.findtext(f"{_SVG}title") or "").strip():
            found.append("a drawing without a title in words")
    elif not set(element.attrib) <= {"class", *_PLACES.split()}:
        found.append(f"<{name}> of a drawing has the attributes {sorted(element.attrib)}")
    if _DRAWN[name] and element.get("class") not in _DRAWN[name]:
        found.append(f"<{name}> of a drawing has the class {element.get('class')}")
    if name not in {"text", "title"} and (element.text or "").strip():
        found.append(f"words straight in <{name}> of a drawing")
    return found


def _headings(root: etree._Element) -> list[str]:
    levels = [int(str(e.tag)[1]) for e in root.iter("h1", "h2", "h3")]
    if levels.count(1) != 1 or levels[:1] != [1]:
        return ["h1 must stand once, first"]
    steps = itertools.pairwise(levels)
    return [f"h{a} is followed by h{b}" for a, b in steps if b > a + 1]


def _table(table: etree._Element) -> list[str]:
    found = []
    facts = table.get("class") == "facts"
    parts = ["caption", "tbody"] if facts else ["caption", "thead", "tbody"]
    if [child.tag for child in table] != parts:
        found.append(f"a table of this class is not {', '.join(parts)}")
    if facts and any(len(row) != 2 for row in table.iter("tr")):
        found.append("a row of key facts is not what and value")
    if len({len(row) for row in table.iter("tr")}) != 1:
        found.append("rows of a table have unequal numbers of cells")
    if any(cell.get("scope") != "col" for head in table.iter("thead") for cell in head.iter("th")):
        found.append("a heading cell without its scope")
    for row in (row for body in table.iter("tbody") for row in body):
        kinds = [(cell.tag, cell.get("scope")) for cell in row]
        if kinds[:1] != [("th", "row")] or any(tag != "td" for tag, _ in kinds[1:]):
            found.append("a row does not begin with its heading")
    return found
