"""Each thing that can be wrong with a page is found where it is wrong, and nowhere else."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from cpdocs.editions.pagecheck import check_pages
from cpdocs.values import Format

Made = Callable[[str, int, Format], bytes]
_STYLE = "@page {{ size: A4; margin: 25mm }} html {{ font: 12pt/1.45 'Noto Sans' }} {css}"


def _pdf(body: str, css: str = "") -> bytes:
    from weasyprint import HTML

    style = _STYLE.format(css=css)
    text = f"<html lang=en><title>T</title><style>{style}</style><body>{body}"
    content: bytes = HTML(string=text).write_pdf(pdf_variant="pdf/ua-1", pdf_tags=True)
    return content


def _codes(content: bytes, least: float = 12) -> list[str]:
    return [finding.code for finding in check_pages(content, least)]


@pytest.mark.parametrize(
    ("body", "css", "codes"),
    [
        ("<h1>Title</h1><p>Words</p>", "", []),
        (
            "<h1>Title</h1><p>Wordswordswords</p>",
            "p { margin-left: 160mm; white-space: nowrap }",
            ["cut-off"],
        ),
        (
            "<h1>Title</h1><p>Words</p>",
            "p { position: absolute; top: -24mm; margin: 0 }",
            ["cut-off"],
        ),
        (
            "<h1>Title</h1><p>Words that stand here</p><p>Words that stand there</p>",
            "p + p { margin-top: -2.1em }",
            ["overlap"],
        ),
        ("<h1>Title</h1><p>Words</p>", "p { font-size: 11pt }", ["too-small"]),
    ],
)
def test_a_fault_is_found_by_its_code(body: str, css: str, codes: list[str]) -> None:
    assert _codes(_pdf(body, css)) == codes


def test_words_past_the_sides_that_the_foot_keeps_to_are_found(made: Made) -> None:
    assert _codes(made("minutes", 12, Format.PDF)) == []
    running = "@page { @bottom-left { content: element(foot); width: 100% } }"
    css = f"{running} .foot {{ position: running(foot) }} table {{ margin-left: -15mm }}"
    foot = "<div class=foot><p>The foot goes from side to side of the page, as the words do."
    table = "<table><tr><th scope=col>Who</th></tr><tr><td>Somebody</td></tr></table>"
    assert _with_foot(f"{foot}</div><h1>Title</h1>{table}", css) == ["past-margin"]
    assert _with_foot(f"{foot}</div><h1>Title</h1>{table}", css.replace("-15mm", "0")) == []


def _with_foot(body: str, css: str) -> list[str]:
    """The findings where the foot is marked as no part of the words, as in finished copies."""
    from weasyprint import HTML

    from cpdocs.editions.tagging import Tagging

    text = f"<html lang=en><title>T</title><style>{_STYLE.format(css=css)}</style><body>{body}"
    with Tagging() as tagging:
        content: bytes = HTML(string=text).write_pdf(
            finisher=tagging.finish, pdf_variant="pdf/ua-1", pdf_tags=True
        )
    return _codes(content)


def test_a_last_page_of_a_line_is_found() -> None:
    body = "<h1>Title</h1><p>Words</p><p style='break-before: page'>One line more</p>"
    assert _codes(_pdf(body)) == ["thin-last-page"]
    body = "<h1>Title</h1><p>Words</p><p style='break-before: page'>One<br>two<br>three lines</p>"
    assert _codes(_pdf(body)) == []


def test_a_heading_parted_from_its_words_is_found() -> None:
    body = "<h1>Title</h1><p>Words</p><h2>Next</h2><p class=b>One<br>two<br>three lines</p>"
    assert _codes(_pdf(body, ".b { break-before: page } h2 { break-after: auto }")) == [
        "lonely-heading"
    ]
    assert _codes(_pdf(body, "h2 { break-before: page }")) == []


def test_the_least_size_is_the_form_s(made: Made) -> None:
    assert "too-small" in _codes(made("minutes", 12, Format.PDF), least=16)
    assert _codes(made("minutes", 16, Format.PDF), least=16) == []


def test_a_finding_holds_no_words_of_the_copy() -> None:
    for finding in check_pages(_pdf("<h1>Title</h1><p>Wrenfield</p>", "p { font-size: 9pt }")):
        assert "Wrenfield" not in f"{finding}"
