"""Word copies: nothing lost, real constructs, and the same bytes every time."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from dataclasses import replace

import pytest
from lxml import etree

from cpdocs.documents.composed import Composed
from cpdocs.editions.docx import write
from cpdocs.editions.docx_check import check
from cpdocs.editions.docx_read import plain, read_back
from cpdocs.editions.markup import under_heading
from cpdocs.errors import CopyError
from cpdocs.values import LARGE_PRINT_SIZES, Form
from tests.editions import samples
from tests.editions.docx_files import (
    NAMES,
    STANDARD,
    W,
    document,
    large,
    members,
    one,
    said,
    tree,
    value,
    with_body,
    with_running,
)

COPIES = (
    samples.letter_with(),
    samples.letter_with(samples.LONG_ADDRESS),
    samples.minutes_with(15),
    samples.urdu_letter(),
)
FORMS = (STANDARD, *(large(size) for size in LARGE_PRINT_SIZES))


def words_in(block: etree._Element) -> str:
    for line_end in block.iter("br"):
        line_end.tail = " " + (line_end.tail or "")
    return plain(" ".join("".join(str(text) for text in block.itertext()).split()))


def styles_of(root: etree._Element) -> list[tuple[str, str]]:
    return [
        (value(one(paragraph, "w:pPr/w:pStyle")), plain(said(paragraph)))
        for paragraph in root.iterfind(".//w:p", NAMES)
    ]


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
@pytest.mark.parametrize("composed", COPIES, ids=lambda each: each.document + each.language)
def test_every_word_of_the_composed_body_is_in_the_copy(composed: Composed, form: Form) -> None:
    root = etree.fromstring(composed.body)
    for table in root.iter("table"):  # a heading says what its caption would
        caption = table.find("caption")
        if caption is not None and under_heading(table):
            table.remove(caption)
    blocks = list(root.iter("h1", "h2", "h3", "p", "li", "th", "td", "caption"))
    copy = " ".join(
        " ".join(plain(said(each)).split())
        for each in document(composed, form).iterfind(".//w:p", NAMES)
    )
    lost = [words_in(block) for block in blocks if words_in(block) not in copy]
    assert lost == []


@pytest.mark.parametrize("form", (STANDARD, large(24)), ids=lambda form: form.name)
@pytest.mark.parametrize("composed", COPIES, ids=lambda each: each.document + each.language)
def test_every_copy_passes_our_own_structural_check(composed: Composed, form: Form) -> None:
    assert check(write(composed, form)) == ()


def test_a_copy_has_the_same_bytes_in_every_process_and_environment() -> None:
    code = (
        "import hashlib; from tests.editions import samples;"
        "from cpdocs.editions.docx import write;"
        "from tests.editions.docx_files import STANDARD;"
        "print(hashlib.sha256(write(samples.urdu_letter(), STANDARD)).hexdigest())"
    )
    here = hashlib.sha256(write(samples.urdu_letter(), STANDARD)).hexdigest()
    write(samples.minutes_with(3), large(20))  # what was made before does not matter
    again = hashlib.sha256(write(samples.urdu_letter(), STANDARD)).hexdigest()
    environment = {"PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo", "LANG": "C"}
    there = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True
    )
    assert {here, again} == {there.stdout.strip()}


def test_signs_of_markup_in_the_words_survive() -> None:
    composed = replace(
        with_body("<p>A &amp; B &lt;c&gt; {{ marking }} {% x %}</p>"), title="A & B <c>"
    )
    copy = write(composed, STANDARD)
    assert "A & B <c> {{ marking }} {% x %}" in said(tree(copy))
    assert "A & B <c>" in {found.text for found in read_back(copy)}


def test_signs_of_markup_in_the_running_words_survive() -> None:
    footer = tree(
        write(with_running(marking="A & B <c> {{ title }}"), STANDARD), "word/footer1.xml"
    )
    assert said(footer).startswith("A & B <c> {{ title }}")


def test_headings_lists_and_named_styles_are_those_of_word() -> None:
    composed = with_body(
        '<p class="draft">Draft.</p><h2>Two</h2><h3>Three</h3>'
        '<div class="passage"><p class="by"><span class="number">1</span> Jo '
        '<span class="kind kind-fact">fact</span></p><p class="says">Said.</p></div>'
        '<p class="gap">Gap.</p><p class="note">Note.</p>'
        '<section class="callout"><p>Do this.</p></section><ul><li>Point</li></ul>'
    )
    root = document(composed)
    assert styles_of(root) == [
        ("Heading1", "Sample"),
        ("CPDraft", "Draft."),
        ("Heading2", "Two"),
        ("Heading3", "Three"),
        ("CPPassageby", "1 Jo fact"),
        ("CPPassage", "Said."),
        ("CPGap", "Gap."),
        ("CPNote", "Note."),
        ("CPCallout", "Do this."),
        ("ListBullet", "Point"),
    ]
    mark = "w:rPr/w:rStyle[@w:val='CPStatementkind']"
    kinds = [run for run in root.iter(f"{{{W}}}r") if run.find(mark, NAMES) is not None]
    assert [said(run) for run in kinds] == ["fact"]


def test_every_style_that_a_copy_names_is_in_its_style_sheet() -> None:
    for composed in COPIES:
        copy = write(composed, STANDARD)
        known = {style.get(f"{{{W}}}styleId") for style in tree(copy, "word/styles.xml")}
        for tag in ("pStyle", "rStyle", "tblStyle"):
            used = {node.get(f"{{{W}}}val") for node in tree(copy).iter(f"{{{W}}}{tag}")}
            assert used <= known


def test_each_numbered_list_counts_from_one_and_lists_nest() -> None:
    items = "<ol><li>a<ul><li>b</li></ul></li></ol><p>Between.</p><ol><li>c</li></ol>"
    copy = write(with_body(items), STANDARD)
    places = [
        (
            value(one(node, "w:ilvl")),
            value(one(node, "w:numId")),
        )
        for node in tree(copy).iterfind(".//w:numPr", NAMES)
    ]
    assert places == [("0", "3"), ("1", "1"), ("0", "4")]
    starts = tree(copy, "word/numbering.xml").findall(
        ".//w:num[@w:numId='4']//w:startOverride", NAMES
    )
    assert {start.get(f"{{{W}}}val") for start in starts} == {"1"}


def test_a_table_repeats_its_header_and_has_a_name_for_screen_readers() -> None:
    root = document(samples.minutes_with(3))
    tables = root.findall(".//w:tbl", NAMES)
    assert len(tables) == 3
    facts, *others = tables
    assert facts.find(".//w:tblHeader", NAMES) is None
    assert value(one(facts, "w:tblPr/w:tblLook"), "firstColumn") == "1"
    for table in others:
        rows = table.findall("w:tr", NAMES)
        assert [row.find("w:trPr/w:tblHeader", NAMES) is not None for row in rows] == [
            True,
            *(False for _ in rows[1:]),
        ]
        assert all(row.find("w:trPr/w:cantSplit", NAMES) is not None for row in rows)
    captions = [value(one(table, "w:tblPr/w:tblCaption")) for table in tables]
    assert captions[1] == "People at the conference"
    assert "People at the conference" not in [words for _, words in styles_of(root)]
    described = value(one(tables[1], "w:tblPr/w:tblDescription"))
    assert described == "Name; Designation; Agency"


def test_columns_fill_the_width_of_the_page() -> None:
    root = document(samples.minutes_with(3))
    for table in root.findall(".//w:tbl", NAMES):
        columns = [int(value(column, "w")) for column in table.iter(f"{{{W}}}gridCol")]
        assert sum(columns) == 11906 - 2 * 1134
        assert min(columns) > 500


@pytest.mark.parametrize("size, tables", [(16, 3), (18, 0), (28, 0)])
def test_large_sizes_lay_tables_out_as_records(size: int, tables: int) -> None:
    assert len(document(samples.minutes_with(3), large(size)).findall(".//w:tbl", NAMES)) == tables


def test_links_are_telephone_numbers_and_addresses_or_places_in_the_copy() -> None:
    copy = write(
        with_body(
            '<p><a href="tel:+441632960123">01632 960123</a> <a href="mailto:a@b.example">a</a> '
            '<a href="#end">end</a></p><h2 id="end">End</h2><h2 id="unused">Other</h2>'
        ),
        STANDARD,
    )
    relations = tree(copy, "word/_rels/document.xml.rels")
    targets = {each.get("Target") for each in relations if each.get("TargetMode") == "External"}
    assert targets == {"tel:+441632960123", "mailto:a@b.example"}
    marks = tree(copy).findall(".//w:bookmarkStart", NAMES)
    assert [mark.get(f"{{{W}}}name") for mark in marks] == ["end"]


@pytest.mark.parametrize(
    "inner, code",
    [
        ('<p><a href="#nowhere">there</a></p>', "bad-link"),
        ("<blockquote>Hopwood</blockquote>", "unknown-element"),
        ("<div>Hopwood</div>", "loose-words"),
        ("<section><p>a</p>Hopwood</section>", "loose-words"),
    ],
)
def test_words_that_word_has_no_place_for_are_refused_and_not_repeated(
    inner: str, code: str
) -> None:
    with pytest.raises(CopyError, match=code) as refused:
        write(with_body(inner), STANDARD)
    assert "Hopwood" not in str(refused.value)


def test_page_words_without_both_numbers_are_refused() -> None:
    with pytest.raises(CopyError, match="page-words"):
        write(with_running(page_of="Page {page}"), STANDARD)


@pytest.mark.parametrize(
    "page_of, fields",
    [("Page {page} of {pages}", ["PAGE", "NUMPAGES"]), ("{pages}/{page}", ["NUMPAGES", "PAGE"])],
)
def test_the_foot_carries_marking_reference_and_counted_pages(
    page_of: str, fields: list[str]
) -> None:
    composed = with_running(page_of=page_of)
    footer = tree(write(composed, STANDARD), "word/footer1.xml")
    assert said(footer).startswith(composed.running.marking + composed.running.reference)
    found = [field.get(f"{{{W}}}instr") for field in footer.iter(f"{{{W}}}fldSimple")]
    assert found == fields


def test_properties_say_title_author_and_language_and_nothing_of_the_making() -> None:
    core = members(write(samples.letter_with(), STANDARD))["docProps/core.xml"].decode()
    for words in (
        "Invitation to a child protection conference",
        "Exampleton Borough Council",
        "<dc:language>en-GB</dc:language>",
        "<cp:revision>1</cp:revision>",
        "1900-01-01T00:00:00Z</dcterms:created>",
    ):
        assert words in core


def test_no_copy_says_what_made_it_or_speaks_american() -> None:
    for composed in COPIES:
        for name, content in members(write(composed, STANDARD)).items():
            for trace in (b"python-docx", b"en-US", b"docxtpl", b"thumbnail", b"{{"):
                assert trace not in content, f"{trace!r} in {name}"


def test_only_the_parts_that_a_copy_needs_are_in_it() -> None:
    assert list(members(write(samples.minutes_with(3), STANDARD))) == [
        "[Content_Types].xml",
        "_rels/.rels",
        "docProps/core.xml",
        "word/_rels/document.xml.rels",
        "word/document.xml",
        "word/fontTable.xml",
        "word/footer1.xml",
        "word/header1.xml",
        "word/numbering.xml",
        "word/settings.xml",
        "word/styles.xml",
    ]


def test_large_print_has_no_italics_underline_justification_or_hyphens() -> None:
    copy = write(samples.letter_with(), large(18))
    for name in ("word/styles.xml", "word/document.xml", "word/footer1.xml"):
        root = tree(copy, name)
        for tag in ("i", "iCs", "u", "caps", "smallCaps", "jc"):
            assert root.find(f".//w:{tag}", NAMES) is None, f"{tag} in {name}"
    hyphens = tree(copy, "word/settings.xml").find("w:autoHyphenation", NAMES)
    assert hyphens is not None and hyphens.get(f"{{{W}}}val") == "0"


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_no_style_is_smaller_than_the_size_asked_for(form: Form) -> None:
    sheet = tree(write(samples.minutes_with(3), form), "word/styles.xml")
    sizes = [int(value(size, "val")) for size in sheet.iter(f"{{{W}}}sz", f"{{{W}}}szCs")]
    default = sheet.find("w:docDefaults/w:rPrDefault/w:rPr/w:sz", NAMES)
    assert default is not None
    assert int(default.get(f"{{{W}}}val", "0")) == min(sizes) == 2 * form.size


def test_words_that_must_hold_together_do() -> None:
    root = document(with_body('<p><bdi dir="ltr" class="keep">01632 960-145</bdi></p>'))
    text = "".join(str(text) for text in one(root, ".//w:p[2]").itertext())
    assert text == "01632\u00a0960145"
    assert root.find(".//w:noBreakHyphen", NAMES) is not None


def test_white_space_between_words_is_one_space() -> None:
    root = document(
        with_body("<p>  Ring\n   <strong> Jo </strong>\n today <br/> or tomorrow. </p>")
    )
    assert said(root.findall(".//w:p", NAMES)[1]) == "Ring Jo today\nor tomorrow."


# ECMA-376, part 1: the order of what a paragraph, a run and a table say of themselves
SCHEMA = {
    "pPr": "pStyle keepNext keepLines framePr widowControl numPr pBdr suppressAutoHyphens bidi "
    "spacing ind jc outlineLvl",
    "rPr": "rStyle rFonts b bCs color sz szCs u shd rtl lang",
    "tblPr": "tblStyle bidiVisual tblW tblInd tblBorders tblLayout tblCellMar tblLook tblCaption "
    "tblDescription",
    "settings": "zoom removePersonalInformation defaultTabStop autoHyphenation doNotHyphenateCaps "
    "characterSpacingControl compat themeFontLang decimalSymbol listSeparator",
}


@pytest.mark.parametrize("form", (STANDARD, large(20)), ids=lambda form: form.name)
@pytest.mark.parametrize("composed", COPIES, ids=lambda each: each.document + each.language)
def test_properties_stand_in_the_order_that_strict_readers_ask_for(
    composed: Composed, form: Form
) -> None:
    for name, content in members(write(composed, form)).items():
        for tag, order in SCHEMA.items():
            ranks = {f"{{{W}}}{child}": rank for rank, child in enumerate(order.split())}
            for properties in etree.fromstring(content).iter(f"{{{W}}}{tag}"):
                placed = [ranks[str(child.tag)] for child in properties]
                assert placed == sorted(set(placed)), f"{tag} in {name}"


def test_a_column_that_holds_nothing_keeps_its_place() -> None:
    table = (
        '<table><caption>Sheet</caption><thead><tr><th scope="col"></th><th scope="col">Name</th>'
        '</tr></thead><tbody><tr><th scope="row"></th><td>Jo</td></tr></tbody></table>'
    )
    columns = document(with_body(table)).findall(".//w:gridCol", NAMES)
    assert [int(value(column, "w")) > 0 for column in columns] == [True, True]
