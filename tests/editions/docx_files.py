"""Word files for tests: written from the samples, taken apart, changed and put together again."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from dataclasses import replace

from lxml import etree

from cpdocs.documents.composed import Composed, Running
from cpdocs.editions.docx import write
from cpdocs.editions.docx_zip import packed
from cpdocs.values import Edition, Form, Format
from tests.editions import samples

STANDARD = Form(format=Format.DOCX)
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMES = {"w": W, "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships"}
DOCUMENT = "word/document.xml"


def large(size: int) -> Form:
    """Large print as Word."""
    return Form(edition=Edition.LARGE_PRINT, size=size, format=Format.DOCX)


def members(content: bytes) -> dict[str, bytes]:
    """The members of a zip by name."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def tree(content: bytes, name: str = DOCUMENT) -> etree._Element:
    """One member as XML."""
    return etree.fromstring(members(content)[name])


def document(composed: Composed, form: Form = STANDARD) -> etree._Element:
    """The text of a copy as XML."""
    return tree(write(composed, form))


def one(root: etree._Element, path: str) -> etree._Element:
    """The element at a path, which has to be there."""
    found = root.find(path, NAMES)
    assert found is not None, path
    return found


def value(element: etree._Element, name: str = "val") -> str:
    """An attribute in Word's namespace."""
    return element.get(f"{{{W}}}{name}", "")


def with_body(
    inner: str, kind: str = "report", attributes: str = 'lang="en-GB" dir="ltr"'
) -> Composed:
    """A small document whose article holds `inner`."""
    return replace(
        samples.letter_with(),
        document="sample",
        body=f'<article class="{kind}" {attributes}><h1>Sample</h1>{inner}</article>',
    )


def with_running(**words: str) -> Composed:
    """A small document with other running words."""
    composed = with_body("<p>Words.</p>")
    running: Running = replace(composed.running, **words)
    return replace(composed, running=running)


def changed(content: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """The file with one member changed."""
    parts = members(content)
    return packed({**parts, name: change(parts[name])})


def added(content: bytes, name: str, new: bytes) -> bytes:
    """The file with a member more."""
    return packed({**members(content), name: new})


def said(element: etree._Element) -> str:
    """The words of an element, breaks and kept hyphens too."""
    signs = {f"{{{W}}}br": "\n", f"{{{W}}}noBreakHyphen": "-"}
    return "".join(
        signs.get(str(node.tag), node.text or "") for node in element.iter(f"{{{W}}}t", *signs)
    )
