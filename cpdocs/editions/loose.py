"""Words among bytes that are no text: between the members of a zip, in a sound or a font."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from cpdocs.editions.rendition import Found

_PRINTED = re.compile(r"[^\x00-\x08\x0b-\x1f\x7f-\x9f\ufffd]{4,}")


def printed(content: bytes, place: str) -> Iterator[Found]:
    """Every printable stretch, in the encodings that office programs write."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        yield Found(place=place, text=content.decode("utf-16", "replace"))
    for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
        for stretch in _PRINTED.findall(content.decode(encoding, "replace")):
            if encoding == "utf-8" or stretch.isascii():
                yield Found(place=place, text=stretch)
