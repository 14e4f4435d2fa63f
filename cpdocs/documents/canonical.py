"""One way to write a composed body: well-formed, one block to a line, no stray white space."""

from __future__ import annotations

import re

from lxml import etree

from cpdocs.errors import CopyError

_SVG = "{http://www.w3.org/2000/svg}svg"
_LEAVES = frozenset({"h1", "h2", "h3", "p", "li", "caption", "th", "td", _SVG})
_WHITE = re.compile(r"[ \t\r\n]+")  # not the no-break space
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True)


def canonical(body: str, document_id: str) -> etree._Element:
    """The body's tree, without white space that means nothing. `CopyError` where it is no XML."""
    try:
        root = etree.fromstring(body.encode("utf-8"), _PARSER)
    except (etree.XMLSyntaxError, UnicodeEncodeError) as error:
        code = getattr(error, "code", 0)
        raise CopyError(
            f"{document_id}: the words do not make well-formed XML (code {code}). Look for control "
            "characters in the case's text, and for unclosed elements in the template."
        ) from None
    for element in root.iter():
        if element.tag in _LEAVES:
            _tidy_leaf(element)
        elif not any(parent.tag in _LEAVES for parent in element.iterancestors()):
            _tidy_container(element, document_id)
    return root


def written(root: etree._Element, depth: int = 0) -> str:
    """A tidied tree as text, one block to a line."""
    indent = "  " * depth
    if root.tag in _LEAVES:
        return indent + str(etree.tostring(root, encoding="unicode", with_tail=False))
    attributes = "".join(
        f' {name}="{_quoted(root.get(name, ""))}"' for name in map(str, root.keys())
    )
    lines = [f"{indent}<{root.tag}{attributes}>"]
    lines += [written(child, depth + 1) for child in root]
    return "\n".join([*lines, f"{indent}</{root.tag}>"])


def first_heading(root: etree._Element) -> str:
    """The words of the copy's `h1`: its title."""
    return "".join(str(text) for heading in root.iter("h1") for text in heading.itertext())


def _tidy_leaf(leaf: etree._Element) -> None:
    for element in leaf.iter():
        element.text = _WHITE.sub(" ", element.text) if element.text else None
        if element is not leaf:
            element.tail = _WHITE.sub(" ", element.tail) if element.tail else None
    leaf.text = leaf.text.lstrip(" ") if leaf.text else None
    if len(leaf) and leaf[-1].tail:
        leaf[-1].tail = leaf[-1].tail.rstrip(" ")
    elif not len(leaf) and leaf.text:
        leaf.text = leaf.text.rstrip(" ")
    leaf.tail = leaf.tail if leaf.tail and leaf.tail.strip() else None


def _tidy_container(element: etree._Element, document_id: str) -> None:
    for words in (element.text, *(child.tail for child in element)):
        if words and words.strip():
            raise CopyError(f"{document_id}: the template has words outside any paragraph.")
    element.text = None
    for child in element:
        child.tail = None


def _quoted(value: str) -> str:
    return value.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")
