"""The stylesheets of a printed copy, parsed once, and the few lengths that a size decides."""

from __future__ import annotations

from functools import cache
from typing import Any

from cpdocs.editions.complaints import watched
from cpdocs.editions.figures import Room
from cpdocs.resources import data_bytes, data_text
from cpdocs.values import Edition, Form

# Side margins in mm. A line at 12 pt holds about 80 characters; at 28 pt there are 15 mm left to
# give, the least that the post allows.
_SIDES = {12: 20, 16: 20, 18: 20, 20: 18, 24: 15, 28: 15}

_SENDER = 125.5  # mm from the left: the sender's block, right of the envelope's window
_CORNER = 24  # points: a long word fits it no larger; at the letter's end it stands at full size

_A4 = (210, 297)  # mm
_POINTS = 72 / 25.4  # to the millimetre
_HEAD = 18  # mm above the words of a page (`data/styles/print.css`)
_FOOT_GAP = 4  # mm between the words and the foot
_FOOT_CLEAR = 8  # mm below the foot; the post asks for 5


@cache
def fonts() -> Any:
    """The one font configuration of this process (it halves the time of a short letter)."""
    from weasyprint.text.fonts import FontConfiguration

    return FontConfiguration()


def packaged_only() -> Any:
    """A fetcher that serves `packaged:<name under data/>` and refuses every other address."""
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    class PackagedFiles(URLFetcher):  # type: ignore[misc]
        def fetch(self, url: str, headers: object = None) -> Any:  # noqa: ARG002 (the renderer's call)
            scheme, _, name = url.partition(":")
            if scheme != "packaged":
                raise PermissionError("only packaged files are served")
            return URLFetcherResponse(url, data_bytes(name))

    return PackagedFiles(fail_on_errors=True)


def parsed(text: str) -> Any:
    """One stylesheet, ready for the renderer."""
    from weasyprint import CSS

    with watched("styles"):  # here, so that a sheet with a fault is never kept for the next copy
        return CSS(string=text, font_config=fonts(), url_fetcher=packaged_only())


@cache
def _shared(edition: Edition, *, is_large: bool) -> tuple[Any, ...]:
    names = ["base.css", "print.css"]
    if is_large:
        names.append("large.css")
    if edition is Edition.BILINGUAL:
        names += ["bilingual-large.css"] if is_large else ["bilingual.css", "bilingual-columns.css"]
    return tuple(parsed(data_text(f"styles/{name}")) for name in names)


@cache
def _sized(size: int) -> Any:
    side = _SIDES[size]
    rules = f"""
        html {{ font-size: {size}pt }}
        @page {{ margin-left: {side}mm; margin-right: {side}mm }}
        .window {{ left: {24.9 - side:.1f}mm }}
        .letterhead {{ left: {_SENDER - side:.1f}mm; width: {210 - _SENDER - side:.1f}mm }}
        .large-print .letterhead {{ font-size: {min(size, _CORNER)}pt }}
    """
    return parsed(rules)


def stylesheets(form: Form) -> tuple[Any, ...]:
    """The sheets of a form, in the order they apply."""
    return (*_shared(form.edition, is_large=form.is_large), _sized(form.size))


def rooms(form: Form, foot: float) -> tuple[Room, Room]:
    """What a page has for words, upright and on its side, above a foot of `foot` points."""
    edges = 2 * _SIDES[form.size], _HEAD + _FOOT_GAP + _FOOT_CLEAR
    upright, sideways = (
        Room(width=(width - edges[0]) * _POINTS, height=(height - edges[1]) * _POINTS - foot)
        for width, height in (_A4, _A4[::-1])
    )
    return upright, sideways


@cache
def foot_room(height: float) -> Any:
    """The sheet that gives the foot of each page its room. `height` in points, as measured."""
    # Whole points, so that copies with feet of one height share one sheet.
    bottom = f"calc({_FOOT_GAP + _FOOT_CLEAR}mm + {height:.0f}pt)"
    return parsed(
        f"@page {{ margin-bottom: {bottom}; @bottom-left {{ padding-top: {_FOOT_GAP}mm }} }}"
    )
