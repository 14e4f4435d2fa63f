"""Words behind a common encoding: read as they stand, and once more as a program would read them.

A name in the address of a link is `Anne%20Other`; in a page within an attribute it is broken by
tags; in a picture's address or a script it can be base64. Nothing here breaks a cipher: it undoes
what ordinary software does to words.
"""

from __future__ import annotations

import base64
import binascii
import html
import quopri
import re
from collections.abc import Callable, Iterable, Iterator
from urllib.parse import unquote_plus

from cpdocs.editions.rendition import Found

_PERCENT = re.compile(r"%[0-9A-Fa-f]{2}")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z]\w{1,30});")
_TAG = re.compile(r"<[A-Za-z/!?][^<>]{0,2000}>")
_ESCAPE = re.compile(r"\\(?:u\{([0-9A-Fa-f]{1,6})\}|u([0-9A-Fa-f]{4})|x([0-9A-Fa-f]{2}))")
_QUOTED = re.compile(r"=[0-9A-F]{2}")
_BASE64 = re.compile(r"[A-Za-z0-9+/_-]{12,}={0,2}")
_HEX = re.compile(r"\b(?:[0-9A-Fa-f]{2}){6,}\b")
_DEPTH = 3  # of encodings within encodings
_PRINTED = 0.9  # of what bytes say, to be words


def decoded(found: Iterable[Found]) -> Iterator[Found]:
    """What the strings say behind their encodings, each where its string stands."""
    for string in found:
        for text in _readings(string.text, _DEPTH):
            yield Found(place=f"{string.place}, decoded", text=text)


def _readings(text: str, depth: int) -> Iterator[str]:
    if depth == 0:
        return
    for read in (_percent, _entities, _tags, _escapes, _quoted, _base64, _hex):
        for again in read(text):
            if again != text:
                yield again
                yield from _readings(again, depth - 1)


def _percent(text: str) -> Iterator[str]:
    if _PERCENT.search(text):
        yield unquote_plus(text)


def _entities(text: str) -> Iterator[str]:
    if _ENTITY.search(text):
        yield html.unescape(text)


def _tags(text: str) -> Iterator[str]:
    """A page within a string: with its tags gone, both as breaks and as nothing."""
    if _TAG.search(text):
        yield _TAG.sub(" ", text)
        yield _TAG.sub("", text)


def _escapes(text: str) -> Iterator[str]:
    if _ESCAPE.search(text):
        yield _ESCAPE.sub(_letter, text)


def _letter(match: re.Match[str]) -> str:
    code = int(match[1] or match[2] or match[3], 16)
    return chr(code) if code <= 0x10FFFF else ""


def _quoted(text: str) -> Iterator[str]:
    if _QUOTED.search(text):
        yield from _words(quopri.decodestring(text.encode("utf-8", "replace")))


def _base64(text: str) -> Iterator[str]:
    def bytes_of(run: str) -> bytes:
        kept = run.rstrip("=").translate({ord("-"): "+", ord("_"): "/"})
        return base64.b64decode(kept + "=" * (-len(kept) % 4))

    yield from _of_runs(_BASE64, text, bytes_of)


def _hex(text: str) -> Iterator[str]:
    yield from _of_runs(_HEX, text, bytes.fromhex)


def _of_runs(
    pattern: re.Pattern[str], text: str, bytes_of: Callable[[str], bytes]
) -> Iterator[str]:
    for match in pattern.finditer(text):
        try:
            yield from _words(bytes_of(match[0]))
        except (binascii.Error, ValueError):
            continue  # a long word, and no encoding of one


def _words(content: bytes) -> Iterator[str]:
    """What bytes say, where they say words at all."""
    for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
        if encoding != "utf-8" and b"\0" not in content:
            continue
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        printed = sum(sign.isprintable() or sign.isspace() for sign in text)
        if text and printed >= _PRINTED * len(text):
            yield text
