"""WordprocessingML by hand: elements, lengths, languages and the type that a script needs."""

from __future__ import annotations

from babel.core import get_global
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from lxml import etree

Element = etree._Element

# Complex scripts: the family that the house uses, and what Windows carries in its place.
COMPLEX_FONTS = {
    "ar": ("Noto Sans Arabic", "Arial"),
    "bn": ("Noto Sans Bengali", "Nirmala UI"),
    "ckb": ("Noto Sans Arabic", "Arial"),
    "fa": ("Noto Sans Arabic", "Arial"),
    "gu": ("Noto Sans Gujarati", "Nirmala UI"),
    "hi": ("Noto Sans Devanagari", "Nirmala UI"),
    "pa": ("Noto Sans Gurmukhi", "Nirmala UI"),
    "ps": ("Noto Sans Arabic", "Arial"),
    "ur": ("Noto Nastaliq Urdu", "Urdu Typesetting"),
}
LATIN_FONT = ("Noto Sans", "Arial")


def make(tag: str, **attributes: str | int) -> Element:
    """An element such as `make("w:ind", left=360)`; attributes are in the `w` namespace."""
    made: Element = OxmlElement(tag)
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), str(value))
    return made


def twips(millimetres: float) -> int:
    """Millimetres in twentieths of a point."""
    return round(millimetres * 1440 / 25.4)


def culture(language: str) -> str:
    """A language with its likely region (`ur-PK` for `ur`): Word picks a voice by both."""
    if "-" in language:
        return language
    if language == "en":
        return "en-GB"  # the likely region by numbers of speakers is another
    likely = get_global("likely_subtags").get(language)
    return f"{language}-{likely.rpartition('_')[2]}" if likely else language


def complex_font(language: str) -> tuple[str, str]:
    """The family for a language's complex script, and what stands in for it."""
    return COMPLEX_FONTS.get(language.split("-", maxsplit=1)[0].lower(), LATIN_FONT)
