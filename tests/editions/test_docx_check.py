"""The structural check of Word files: each fault is found in a file that has it, by its code."""

from __future__ import annotations

import pytest

from cpdocs.editions.docx import write
from cpdocs.editions.docx_check import check
from cpdocs.errors import CopyError
from tests.editions import samples
from tests.editions.docx_files import DOCUMENT, STANDARD, changed, members

COPY = write(samples.minutes_with(3), STANDARD)
STYLES, CORE = "word/styles.xml", "docProps/core.xml"
PICTURE = (
    '<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/'
    'wordprocessingDrawing"><wp:docPr id="1" name="x" descr=""/></wp:inline></w:drawing></w:r>'
    "</w:p>"
)
BOX = (
    '<w:p><w:r><w:t>a</w:t><w:pict><v:textbox xmlns:v="urn:schemas-microsoft-com:vml"/></w:pict>'
    "</w:r></w:p>"
)
EMPTY_HEADING = '<w:p><w:pPr><w:pStyle w:val="Heading2"/></w:pPr></w:p>'
END = "<w:sectPr"

BAD = [
    (STYLES, '<w:lang w:val="en-GB"', '<w:lang w:val=""', {"docx-no-language"}),
    (CORE, "Minutes of the initial child protection conference", " ", {"docx-no-title"}),
    (DOCUMENT, '"Heading2"', '"Heading3"', {"docx-heading-order"}),
    (DOCUMENT, '"Heading1"', '"Normal"', {"docx-heading-order"}),
    (DOCUMENT, '"Heading', '"Not', {"docx-no-heading"}),
    (DOCUMENT, "<w:tblHeader/>", "", {"docx-table-no-header"}),
    (DOCUMENT, 'w:firstRow="0"', 'w:firstRow="1"', {"docx-table-no-header"}),
    (DOCUMENT, "w:tblCaption", "w:tblOther", {"docx-table-no-caption"}),
    (DOCUMENT, END, f"<w:p/>{END}", {"docx-empty-paragraph"}),
    (DOCUMENT, END, f"{EMPTY_HEADING}{END}", {"docx-empty-heading", "docx-empty-paragraph"}),
    (DOCUMENT, END, f"<w:p><w:r><w:t>a    b</w:t></w:r></w:p>{END}", {"docx-spaces"}),
    (DOCUMENT, END, f"<w:p><w:r><w:t>a</w:t><w:tab/><w:tab/></w:r></w:p>{END}", {"docx-spaces"}),
    (DOCUMENT, END, f"{PICTURE}{END}", {"docx-no-alt-text"}),
    (DOCUMENT, END, f"{BOX}{END}", {"docx-text-box"}),
]


@pytest.mark.parametrize("name, old, new, codes", BAD)
def test_a_fault_of_structure_is_found(name: str, old: str, new: str, codes: set[str]) -> None:
    bad = changed(COPY, name, lambda xml: xml.replace(old.encode(), new.encode()))
    assert bad != COPY
    assert {finding.code for finding in check(bad)} == codes


def test_a_copy_of_ours_has_no_fault() -> None:
    assert check(COPY) == ()


def test_a_picture_with_words_that_stand_for_it_is_no_fault() -> None:
    described = PICTURE.replace('descr=""', 'descr="Three generations"')
    good = changed(
        COPY, DOCUMENT, lambda xml: xml.replace(END.encode(), f"{described}{END}".encode())
    )
    assert good != COPY and check(good) == ()


def test_findings_hold_no_words_of_the_file() -> None:
    bad = changed(COPY, DOCUMENT, lambda xml: xml.replace(b'"Heading2"', b'"Heading3"'))
    for finding in check(bad):
        assert "Mina" not in finding.says + finding.place


def test_a_file_that_is_no_word_document_is_refused() -> None:
    from cpdocs.editions.docx_zip import packed

    parts = {name: content for name, content in members(COPY).items() if name != STYLES}
    with pytest.raises(CopyError, match="not a whole Word document"):
        check(packed(parts))
