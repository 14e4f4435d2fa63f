"""Languages and directions in Word copies: which voice reads a word, and from which side."""

from __future__ import annotations

import pytest

from cpdocs.editions.docx import write
from cpdocs.editions.docx_xml import culture
from tests.editions import samples
from tests.editions.docx_files import NAMES, STANDARD, W, document, said, tree, with_body

URDU = samples.urdu_letter()


@pytest.mark.parametrize(
    "language, tag",
    [
        ("en", "en-GB"),
        ("en-GB", "en-GB"),
        ("ur", "ur-PK"),
        ("cy", "cy-GB"),
        ("pl", "pl-PL"),
        ("zz", "zz"),
    ],
)
def test_word_is_told_a_language_with_its_region(language: str, tag: str) -> None:
    assert culture(language) == tag


def test_the_document_says_its_language_in_the_defaults() -> None:
    english = tree(write(samples.letter_with(), STANDARD), "word/styles.xml")
    urdu = tree(write(URDU, STANDARD), "word/styles.xml")
    for sheet, side, tag in ((english, "val", "en-GB"), (urdu, "bidi", "ur-PK")):
        language = sheet.find("w:docDefaults/w:rPrDefault/w:rPr/w:lang", NAMES)
        assert language is not None and language.get(f"{{{W}}}{side}") == tag


def test_a_passage_in_another_language_is_read_in_its_own_voice() -> None:
    root = document(samples.letter_with())
    welsh = [
        run
        for run in root.iter(f"{{{W}}}r")
        if run.find("w:rPr/w:lang[@w:val='cy-GB']", NAMES) is not None
    ]
    assert [said(run) for run in welsh] == ["gwahoddiad i gynhadledd amddiffyn plant"]


def test_urdu_inside_english_runs_right_to_left_in_an_urdu_voice_and_type() -> None:
    root = document(samples.minutes_with(3))
    runs = [run for run in root.iter(f"{{{W}}}r") if run.find("w:rPr/w:rtl", NAMES) is not None]
    words = [run for run in runs if "مینا" in said(run)]
    assert len(words) == 1
    assert words[0].find("w:rPr/w:lang[@w:bidi='ur-PK']", NAMES) is not None
    assert words[0].find("w:rPr/w:rFonts[@w:cs='Noto Nastaliq Urdu']", NAMES) is not None


def test_an_urdu_letter_runs_right_to_left_but_for_its_address_and_date() -> None:
    from_the_left = [
        said(paragraph)
        for paragraph in document(URDU).iterfind(".//w:p", NAMES)
        if paragraph.find("w:pPr/w:bidi", NAMES) is None
    ]
    assert from_the_left[0] == "Exampleton Borough Council"  # the sender's block is English
    assert from_the_left[2].startswith("Ms Nadia Yusuf")
    assert [words.strip("\u200e\u200f") for words in from_the_left[3:]] == ["16 November 2026"]


def test_numbers_and_names_in_urdu_are_left_to_right_runs_between_marks() -> None:
    root = document(URDU)
    phone = [run for run in root.iter(f"{{{W}}}r") if "01632" in said(run)]
    assert len(phone) == 1
    assert phone[0].find("w:rPr/w:rtl", NAMES) is None
    paragraph = next(phone[0].iterancestors(f"{{{W}}}p"))
    assert "\u200e01632\u00a0960145\u200e\u200f" in said(paragraph)
    urdu = [run for run in root.iter(f"{{{W}}}r") if "فون" in said(run)]
    assert urdu[0].find("w:rPr/w:rtl", NAMES) is not None


def test_no_marks_are_put_where_nothing_turns() -> None:
    text = said(document(samples.letter_with()))
    assert "\u200e" not in text and "\u200f" not in text


def test_tables_header_and_footer_of_an_urdu_copy_run_right_to_left() -> None:
    copy = write(URDU, STANDARD)
    assert tree(copy).find(".//w:tbl/w:tblPr/w:bidiVisual", NAMES) is not None
    for paragraph in tree(copy, "word/footer1.xml").iter(f"{{{W}}}p"):
        assert paragraph.find("w:pPr/w:bidi", NAMES) is not None


def test_a_block_in_another_direction_turns_alone() -> None:
    root = document(with_body('<p>One.</p><p lang="ur" dir="rtl">دو</p><p>Three.</p>'))
    turned = [p.find("w:pPr/w:bidi", NAMES) is not None for p in root.iter(f"{{{W}}}p")]
    assert turned == [False, False, True, False]


def test_each_type_names_what_stands_in_for_it() -> None:
    fonts = tree(write(URDU, STANDARD), "word/fontTable.xml")
    instead = {
        font.get(f"{{{W}}}name"): font[0].get(f"{{{W}}}val") for font in fonts.iter(f"{{{W}}}font")
    }
    assert instead == {"Noto Sans": "Arial", "Noto Nastaliq Urdu": "Urdu Typesetting"}
