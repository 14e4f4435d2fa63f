"""Drawn charts in finished files: at every size, in every format, read back to the last word."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from lxml import etree
from markupsafe import Markup
from pypdfium2 import raw

from cpdocs.documents.charts import drawing, genogram
from cpdocs.documents.charts.words import EM, Words
from cpdocs.documents.composed import Composed, Running
from cpdocs.editions import docx_check, docx_picture, figures, pdf, sheet
from cpdocs.editions.docx_zip import opened, packed
from cpdocs.editions.markup import parse_body
from cpdocs.editions.pagecheck import Run, check_pages, runs_of
from cpdocs.editions.render import read_back, render
from cpdocs.languages import Language, load_language
from cpdocs.model.people import RelationKind
from cpdocs.values import LARGE_PRINT_SIZES, Edition, Form, Format
from tests.documents.families import (
    EIGHT,
    SIXTEEN,
    THREE,
    TWELVE,
    TWENTY,
    charted,
    child,
    family_view,
    person,
)
from tests.documents.views import STYLE
from tests.languages.pseudo import make_language, words_of

FAMILIES = {
    "three": THREE,
    "eight": EIGHT,
    "twelve": TWELVE,
    "sixteen": SIXTEEN,
    "twenty": TWENTY,
}
K = RelationKind
SIZES = (12, *LARGE_PRINT_SIZES)
CANARY = "Zebedee Quillfeather"
_A4 = (595, 842)


def form_of(size: int, kind: Format = Format.PDF) -> Form:
    edition = Edition.STANDARD if size == 12 else Edition.LARGE_PRINT
    return Form(edition=edition, size=size, format=kind)


@cache
def composed(name: str, language: Language) -> Composed:
    return charted(family_view(FAMILIES[name]), language)


@cache
def made(name: str, size: int, kind: Format, language: Language) -> bytes:
    return render(composed(name, language), form_of(size, kind)).content


@pytest.fixture(scope="module")
def english() -> Language:
    return load_language("en")


@pytest.fixture(scope="module")
def right_to_left(tmp_path_factory: pytest.TempPathFactory) -> Language:
    folder = tmp_path_factory.mktemp("languages")
    return load_language("xr", make_language(folder, words_of(STYLE)))


def page_faults(content: bytes, size: int) -> set[str]:
    """What is wrong with the pages, save how these short reports happen to end."""
    return {finding.code for finding in check_pages(content, size)} - {"thin-last-page"}


def drawn_words(copy: Composed) -> list[str]:
    """The words of each box and each day, as they are read."""
    body = parse_body(copy)
    return [words for _, each in figures.charts(body) for words in figures.joined_words(each)]


def seen(content: bytes, kind: Format) -> str:
    """All that is read back, as one text with single spaces."""
    return " ".join(" ".join(found.text for found in read_back(content, kind)).split())


def with_words(copy: Composed, old: str, new: str) -> Composed:
    """The copy with something in its first drawing otherwise."""
    head, tail = copy.body.split("</svg>", maxsplit=1)
    assert old in head
    return replace(copy, body=f"{head.replace(old, new, 1)}</svg>{tail}")


# -- on paper ------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", FAMILIES)
def test_no_chart_is_cut_off_too_small_or_on_top_of_words(
    name: str, size: int, english: Language
) -> None:
    assert page_faults(made(name, size, Format.PDF, english), size) == set()


@pytest.mark.parametrize("size", [12, 18, 28])
@pytest.mark.parametrize("name", ["three", "eight", "twelve"])
def test_nor_is_one_that_is_read_from_the_right(
    name: str, size: int, right_to_left: Language
) -> None:
    assert page_faults(made(name, size, Format.PDF, right_to_left), size) == set()


def test_nor_is_one_in_letters_that_hang_on_a_slope(right_to_left: Language) -> None:
    nastaliq = {"tag": "ur", "fonts": ("Noto Nastaliq Urdu", "Noto Sans")}
    sloping = right_to_left.model_copy(update=nastaliq)
    for name in ("three", "eight"):
        content = made(name, 12, Format.PDF, sloping)
        assert page_faults(content, 12) == set()
        assert any("Nastaliq" in found.text for found in read_back(content, Format.PDF))


def how(copy: Composed, size: int) -> str:
    """How a family's chart stands: upright, on its side, in parts, or in words alone."""
    content = render(copy, form_of(size)).content
    with pikepdf.open(io.BytesIO(content)) as pdf:
        boxes = [[float(side) for side in page.mediabox] for page in pdf.pages]
        alts = [str(item.Alt) for item in tags(pdf) if "/Alt" in item]
    if any(alt.startswith("Chart ") for alt in alts):
        return "parts"
    if not any(alt.startswith("A chart of the family") for alt in alts):
        return "words"
    return "sideways" if any(box[2] > box[3] for box in boxes) else "upright"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("three", dict.fromkeys(SIZES, "upright")),
        (
            "eight",
            {12: "upright", 16: "sideways", 18: "upright", 20: "upright", 24: "parts", 28: "parts"},
        ),
        ("twelve", {12: "upright", **dict.fromkeys(LARGE_PRINT_SIZES, "parts")}),
        ("sixteen", {12: "upright", **dict.fromkeys(LARGE_PRINT_SIZES, "parts")}),
        ("twenty", dict.fromkeys(SIZES, "parts")),
    ],
)
def test_a_chart_stands_upright_then_on_its_side_then_in_parts_as_print_grows(
    name: str, expected: dict[int, str], english: Language
) -> None:
    assert {size: how(composed(name, english), size) for size in expected} == expected


def boxed(content: bytes, kind: Format, size: int) -> list[str]:
    """The words in each box of the drawings of a finished file."""
    if kind is Format.PDF:
        runs = [run for run in lines(content) if run.size >= size]
        return [
            " ".join(
                run.words.strip()
                for run in runs
                if run.page == page
                and left < run.left < run.right < right
                and bottom < run.bottom < run.top < top
            )
            for page, (left, bottom, right, top) in shapes(content)
            if top - bottom > size
        ]
    if kind is Format.DOCX:
        members = opened(content).members
        roots = [etree.fromstring(m.content) for m in members if m.name.endswith(".svg")]
    else:
        roots = list(etree.HTML(content.decode()).iter("svg"))
    return [words for root in roots for words in figures.joined_words(root)]


@pytest.mark.parametrize("kind", Format)
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", FAMILIES)
def test_everybody_is_drawn_at_every_size_in_every_format(
    name: str, size: int, kind: Format, english: Language
) -> None:
    """Each given name, in a box, in letters no smaller than the body's."""
    told = boxed(made(name, size, kind, english), kind, size)
    children, people = FAMILIES[name]
    names = [each.name.given for each in children if each.name]
    names += [each.name.given for each in people]
    assert [who for who in names if not any(who in words.split() for words in told)] == []
    unborn = any(each.is_unborn for each in children)
    assert any("unborn baby" in words for words in told) is unborn


@pytest.mark.parametrize("size", [16, 20, 24, 28])
@pytest.mark.parametrize("name", ["eight", "sixteen", "twenty"])
def test_drawings_from_the_right_hold_everybody_and_are_not_cut_off(
    name: str, size: int, right_to_left: Language
) -> None:
    content = made(name, size, Format.PDF, right_to_left)
    assert page_faults(content, size) == set()
    told = boxed(content, Format.PDF, size)
    _, people = FAMILIES[name]
    given = [each.name.given for each in people]
    assert [who for who in given if not any(who in words.split() for words in told)] == []


@pytest.mark.parametrize("kind", [Format.PDF, Format.DOCX])
def test_where_two_boxes_fit_no_page_the_words_stand_alone(kind: Format, english: Language) -> None:
    long = "Aleksandrapetrovnaekaterinovskaya"
    family = (
        (child("ana", long, long, THREE[0][0].born, "h1"),),
        (person("liz", f"{long} {long}", "h1", (K.MOTHER, "ana")),),
    )
    copy = charted(family_view(family), english)
    assert "A heavy box" in seen(render(copy, form_of(12, kind)).content, kind)
    alone = seen(render(copy, form_of(28, kind)).content, kind)
    assert "A heavy box" not in alone
    assert f"Mother of {long} {long}" in alone.replace("\ufffe", "").replace("- ", "-")


def test_a_part_is_kept_only_where_the_page_holds_all_of_them(english: Language) -> None:
    figure, whole = figures.charts(parse_body(composed("sixteen", english)))[0]
    small = sheet.rooms(form_of(28), 400.0)[0]
    assert not figures.fit(figure, 28, small)
    assert figure[0] is whole
    assert figures.fit(figure, 28, sheet.rooms(form_of(28), 151.0)[0])
    drawings = figure.findall(f"{figures.SVG}svg")
    assert len(drawings) > 1
    assert whole not in drawings
    assert figure.find("div") is None
    assert [key.get("class") for key in figure.findall("p")] == ["key"]


def test_the_key_of_drawings_in_parts_speaks_of_no_ring(english: Language) -> None:
    assert "A dotted line" in seen(made("three", 12, Format.PDF, english), Format.PDF)
    parts = seen(made("twelve", 24, Format.PDF, english), Format.PDF)
    assert "A heavy box" in parts
    assert "A dotted line" not in parts


def test_drawings_are_made_for_the_pages_that_copies_have(english: Language) -> None:
    """`genogram` restates what pages hold; a long marking is at the foot, as in every copy."""
    copy = replace(
        composed("three", english),
        running=Running(
            marking="OFFICIAL: SENSITIVE. This copy is for you alone. Please do not pass it on.",
            title="Charts",
            reference="CP-7K2F-9QXM",
            page_of="Page {page} of {pages}",
        ),
    )
    for size, (width, height) in zip(SIZES, genogram._SHEETS, strict=False):
        form = form_of(size)
        foot = pdf._foot_height(pdf._foot_html(copy, form), form)
        drawing = etree.Element("svg", {"viewBox": f"0 0 {width * EM} {height * EM}"})
        assert sheet.rooms(form, foot)[0].holds(drawing, size)


@pytest.mark.parametrize("size", [12, 16])
def test_a_heading_stands_on_the_page_of_its_chart(size: int, english: Language) -> None:
    runs = runs_of(made("eight", size, Format.PDF, english))
    [heading] = [run.page for run in runs if run.words.strip() == "The family in words"][:1]
    assert heading in {run.page for run in runs if "Halima" in run.words}


def shapes(content: bytes) -> Iterator[tuple[int, tuple[float, ...]]]:
    """Every box that is drawn in a PDF: its page, and its sides from the left and the foot."""
    document = pypdfium2.PdfDocument(content)
    try:
        for number in range(len(document)):
            for item in document[number].get_objects(filter=[raw.FPDF_PAGEOBJ_PATH]):
                yield number + 1, item.get_bounds()
    finally:
        document.close()


def lines(content: bytes) -> list[Run]:
    """Each piece of marked content, which is one line of one element, drawn in one run or more."""
    pieces: dict[tuple[int, int], Run] = {}
    for run in runs_of(content):
        key = (run.page, run.mark)
        if run.artifact or run.mark < 0:
            continue
        old = pieces.get(key, run)
        words = old.words + run.words if key in pieces else run.words
        pieces[key] = replace(
            run,
            left=min(old.left, run.left),
            right=max(old.right, run.right),
            bottom=min(old.bottom, run.bottom),
            top=max(old.top, run.top),
            words=words,
        )
    return list(pieces.values())


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
@pytest.mark.parametrize("size", [12, 24])
def test_every_name_is_drawn_inside_a_box(
    size: int, direction: str, english: Language, right_to_left: Language
) -> None:
    content = made("three", size, Format.PDF, english if direction == "ltr" else right_to_left)
    boxes = [(page, box) for page, box in shapes(content) if size < box[3] - box[1] < 12 * size]
    for name in ("Ana Reed", "Liz Reed", "Tom Hale"):
        runs = [run for run in lines(content) if run.words.strip() == name and run.size >= size]
        assert any(
            page == run.page
            and left < run.left
            and run.right < right
            and bottom < run.bottom
            and run.top < top
            for page, (left, bottom, right, top) in boxes
            for run in runs
        ), name


SCRIPTS = (
    "Wilhelmina Mwangi-Ogunbanjo",
    "GRANDMOTHER AND MWAMI",
    "Llanfairpwllgwyngyll",
    "14 March 2027",
    "یاسمین محمود کی نانی",
    "مصطفى عبد الرحمن",
    "ਗੁਰਪ੍ਰੀਤ ਕੌਰ ਦੀ ਨਾਨੀ",
    "সুমাইয়া আক্তারের নানী",
    "ገብረ ሥላሴ",
    "Świętosława Wójcik",
)


@pytest.mark.parametrize("bold", [True, False])
@pytest.mark.parametrize("text", SCRIPTS)
def test_words_are_no_wider_than_a_box_is_made_for(
    text: str, bold: bool, english: Language
) -> None:
    line = Words(text=text, bold=bold)
    parts = [drawing.group((drawing.lines([line], 200.0, 0.0, 26.0, "middle"),))]
    svg = drawing.svg(400.0, 30.0, "Alt", parts)
    body = f'<article class="report" lang="en-GB" dir="ltr"><h1>Chart</h1><figure class="chart">{svg}<p>Words.</p></figure></article>'  # noqa: E501
    copy = replace(composed("three", english), body=body)
    runs = runs_of(render(copy, form_of(12)).content)
    alone = [
        run for run in runs if not run.artifact and run.words.strip() not in {"Chart", "Words."}
    ]
    width = max(run.right for run in alone) - min(run.left for run in alone)
    assert width <= line.width * EM + 1


def tags(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Dictionary]:
    """Every structure element of a PDF, in reading order."""

    def below(item: pikepdf.Object) -> Iterator[pikepdf.Dictionary]:
        kids = item.get("/K", pikepdf.Array())
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
                yield kid
                yield from below(kid)

    yield from below(pdf.Root.StructTreeRoot)


@pytest.mark.parametrize("size", [12, 16])
def test_a_listener_hears_what_a_chart_is_and_then_its_words(size: int, english: Language) -> None:
    """The words over a drawing are part of its figure, so its alternative text stands for them."""
    with pikepdf.open(io.BytesIO(made("eight", size, Format.PDF, english))) as pdf:
        kinds = [str(item.S) for item in tags(pdf)]
        found = [item for item in tags(pdf) if item.S == "/Figure"]
        assert [str(item.Alt)[:7] for item in found] == ["A chart", "A line "]
        for item in found:
            labels = [kid for kid in item.K if isinstance(kid, pikepdf.Dictionary)]
            assert len(labels) == 1
            assert labels[0].P.objgen == item.objgen
            assert len(labels[0].K) >= 5
            page = item.Pg.MediaBox
            left, bottom, right, top = (float(side) for side in item.A.BBox)
            assert 0 <= left < right <= float(page[2])
            assert 0 <= bottom < top <= float(page[3])
        assert kinds.index("/Figure") < kinds.index("/Table")


# -- read back -----------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", Format)
@pytest.mark.parametrize(("name", "size"), [("twenty", 12), ("twelve", 20), ("eight", 24)])
def test_every_part_is_read_back_with_its_alternative_text(
    name: str, size: int, kind: Format, english: Language
) -> None:
    if (name, size, kind) == ("twenty", 12, Format.HTML):
        return  # there it is in one, which scrolls
    body = parse_body(composed(name, english))
    room = sheet.rooms(form_of(size), 0.0 if kind is Format.HTML else 30.0)[0]
    assert all(figures.fit(figure, size, room) for figure in tuple(body.iter("figure")))
    told = seen(made(name, size, kind, english), kind)
    whole = told.replace("\ufffe", "-").replace("- ", "-")
    drawings = [each for _, each in figures.charts(body)]
    assert len(drawings) > 2
    for each in drawings:
        assert figures.alt(each) in told
        for words in figures.joined_words(each):
            assert words in whole


@pytest.mark.parametrize("kind", Format)
@pytest.mark.parametrize("name", ["three", "eight", "twelve", "sixteen"])
def test_every_word_of_a_drawing_and_its_alternative_text_is_read_back(
    name: str, kind: Format, english: Language
) -> None:
    copy = composed(name, english)
    told = seen(made(name, 12, kind, english), kind)
    whole = told.replace("\ufffe", "-").replace("- ", "-")  # PDFium's sign for a broken word
    for words in drawn_words(copy):
        assert words in whole
    for _, each in figures.charts(parse_body(copy)):
        assert figures.alt(each) in told


@pytest.mark.parametrize("kind", [Format.HTML, Format.DOCX])
def test_a_name_on_two_lines_is_read_back_as_one(kind: Format, english: Language) -> None:
    found = {each.text for each in read_back(made("twelve", 12, kind, english), kind)}
    assert "Diamond Achebe-Fitzwilliam 23 months" in found


@pytest.mark.parametrize(
    ("kind", "old", "new"),
    [
        *((kind, ">Ana Reed</text>", f">{CANARY}</text>") for kind in Format),
        *((kind, "A chart of", f"{CANARY} of") for kind in Format),
        (Format.HTML, 'class="kin"', f'class="{CANARY}"'),
        (Format.HTML, "<g>", f'<g id="{CANARY}">'),
        (Format.HTML, "<g>", f"<g><desc>{CANARY}</desc>"),
        (Format.HTML, "<g>", f"<g><!-- {CANARY} -->"),
        (Format.DOCX, 'class="kin"', f'class="{CANARY}"'),
        (Format.DOCX, "<g>", f'<g id="{CANARY}">'),
        (Format.DOCX, "<g>", f"<g><desc>{CANARY}</desc>"),
        (Format.DOCX, "<g>", f"<g><!-- {CANARY} -->"),
    ],
)
def test_a_name_hidden_in_a_drawing_is_found(
    kind: Format, old: str, new: str, english: Language
) -> None:
    copy = with_words(composed("three", english), old, new)
    told = seen(render(copy, form_of(12, kind)).content, kind)
    assert CANARY in told.replace("- ", "-")
    assert CANARY not in seen(made("three", 12, kind, english), kind)


@pytest.mark.parametrize("kind", [Format.HTML, Format.DOCX])
@pytest.mark.parametrize("number", ["01632960145", "20180309"])
def test_a_number_is_no_length_where_it_is_too_long_for_one(
    kind: Format, number: str, english: Language
) -> None:
    copy = with_words(
        composed("three", english), '<line class="kin" x1="', f'<line y1="{number}" x2="'
    )
    body = copy.body.replace(f'y1="{number}" x2="', f'class="kin" x1="{number}" data-x="', 1)
    told = seen(render(replace(copy, body=body), form_of(12, kind)).content, kind)
    assert number in told


# -- Word ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", [12, 18])
def test_a_word_copy_has_the_drawing_and_a_picture_of_it(size: int, english: Language) -> None:
    content = made("three", size, Format.DOCX, english)
    assert docx_check.check(content) == ()
    members = {member.name: member.content for member in opened(content).members}
    assert {name for name in members if "media" in name} == {
        f"word/media/chart{number}.{ending}" for number in (1, 2) for ending in ("png", "svg")
    }
    root = etree.fromstring(members["word/document.xml"])
    named = {"wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"}
    extent = root.find(".//wp:extent", named)
    assert extent is not None
    width = float(etree.fromstring(members["word/media/chart1.svg"]).get("width", "").strip("pt"))
    assert abs(int(extent.get("cx", "0")) / 12700 - width) < 1
    assert b"svgBlip" in members["word/document.xml"]


def test_the_picture_is_the_same_every_time(english: Language) -> None:
    first = made("twelve", 12, Format.DOCX, english)
    docx_picture.picture.cache_clear()
    assert render(composed("twelve", english), form_of(12, Format.DOCX)).content == first


@pytest.mark.parametrize("kind", Format)
def test_a_chart_gives_the_same_bytes_twice(
    kind: Format, english: Language, right_to_left: Language
) -> None:
    for language in (english, right_to_left):
        again = render(composed("three", language), form_of(12, kind)).content
        assert again == made("three", 12, kind, language)


def picture_with(change: str, content: bytes) -> bytes:
    """A Word copy with words hidden in its picture, one way or another."""
    members = {member.name: member.content for member in opened(content).members}
    png = members["word/media/chart1.png"]
    end = png.index(b"IEND") - 4
    hidden = CANARY.encode()
    if change == "behind the end":
        png += hidden
    elif change == "in a text chunk":
        data = b"Comment\x00" + hidden
        crc = zlib.crc32(b"tEXt" + data).to_bytes(4, "big")
        png = png[:end] + len(data).to_bytes(4, "big") + b"tEXt" + data + crc + png[end:]
    else:
        crc = zlib.crc32(b"IDAT" + hidden).to_bytes(4, "big")
        png = png[:end] + len(hidden).to_bytes(4, "big") + b"IDAT" + hidden + crc + png[end:]
    return packed({**members, "word/media/chart1.png": png})


@pytest.mark.parametrize("change", ["behind the end", "in a text chunk", "behind the points"])
def test_words_hidden_in_a_picture_are_found_though_its_points_are_not_read(
    change: str, english: Language
) -> None:
    content = made("three", 12, Format.DOCX, english)
    assert CANARY in seen(picture_with(change, content), Format.DOCX)
    png = [
        f for f in read_back(content, Format.DOCX) if f.place.startswith("word/media/chart1.png")
    ]
    assert sum(len(found.text) for found in png) < 40


def test_a_word_copy_is_a_whole_zip(english: Language) -> None:
    with zipfile.ZipFile(io.BytesIO(made("twelve", 12, Format.DOCX, english))) as archive:
        assert archive.testzip() is None


# -- the web -------------------------------------------------------------------------------------


def test_a_drawing_on_the_web_is_named_once_grows_with_the_words_and_scrolls(
    english: Language,
) -> None:
    page = etree.HTML(made("twelve", 12, Format.HTML, english).decode())
    for drawn in page.iter("svg"):
        assert drawn.get("role") == "img"
        assert drawn.findtext("title")
        assert drawn.get("width", "").endswith("em")
        holder = drawn.getparent()
        assert holder is not None
        assert (holder.get("class"), holder.get("tabindex")) == ("scroll", "0")
        assert drawn.get("style") is None


def test_shapes_differ_in_more_than_colour() -> None:
    """WCAG 1.4.1: a heavy box by its edge, a ring and a broken line by their dashes."""
    look = figures._LOOK
    assert look["subject"]["stroke-width"] != look["member"]["stroke-width"]
    assert "stroke-dasharray" not in look["kin"]
    assert look["tie"]["stroke-dasharray"] != look["ring"]["stroke-dasharray"]


def test_a_page_holds_what_the_stylesheets_say_it_does(tmp_path: Path, english: Language) -> None:
    """`sheet.rooms` restates margins that the stylesheets set: a drawing as large as it may be
    fits."""
    for size in SIZES:
        upright, sideways = sheet.rooms(form_of(size), 40.0)
        for room in (upright, sideways):
            width, height = room.width / size * EM * 0.99, room.height / size * EM * 0.8
            box = drawing.box("member", 1, 1, width - 2, height - 2)
            svg = drawing.svg(width, height, "Alt", [box])
            body = Markup(
                '<article class="report" lang="en-GB" dir="ltr"><h1>C</h1><p>Words.</p><h2>D</h2>'
                '<figure class="chart">{}<p>Words one.</p><p>Two.</p><p>Three.</p></figure>'
                "</article>"
            ).format(svg)
            copy = replace(composed("three", english), body=str(body))
            content = render(copy, form_of(size)).content
            assert page_faults(content, size) == set()
            for page, (left, bottom, right, top) in shapes(content):
                with pikepdf.open(io.BytesIO(content)) as opened_pdf:
                    media = [float(side) for side in opened_pdf.pages[page - 1].mediabox]
                assert left > 20
                assert bottom > 20
                assert right < media[2] - 20
                assert top < media[3] - 20
