"""The structure tree says to a listener what the page shows a reader."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Any

import pikepdf
import pytest

from cpdocs.values import Format

Made = Callable[[str, int, Format], bytes]


def _walk(item: pikepdf.Object) -> Iterator[pikepdf.Object]:
    yield item
    kids = item.get("/K", pikepdf.Array())
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield from _walk(kid)


def _drawn(page: pikepdf.Page) -> Iterator[tuple[Any, Any]]:
    for instruction in pikepdf.parse_content_stream(page):
        yield instruction.operands, instruction.operator


@pytest.fixture(params=[12, 20])
def minutes(made: Made, request: pytest.FixtureRequest) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(io.BytesIO(made("minutes", request.param, Format.PDF))) as pdf:
        yield pdf


@pytest.fixture
def tables(made: Made) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(io.BytesIO(made("minutes", 12, Format.PDF))) as pdf:
        yield pdf


def _of(pdf: pikepdf.Pdf, role: str) -> list[pikepdf.Object]:
    return [item for item in _walk(pdf.Root.StructTreeRoot.K[0]) if str(item.S) == role]


def test_headings_start_at_one_and_skip_no_level(minutes: pikepdf.Pdf) -> None:
    levels = [
        int(str(item.S)[2:])
        for item in _walk(minutes.Root.StructTreeRoot.K[0])
        if str(item.S) in {"/H1", "/H2", "/H3"}
    ]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_every_header_cell_says_what_it_heads(tables: pikepdf.Pdf) -> None:
    scopes = [str(cell.A.Scope) for cell in _of(tables, "/TH")]
    assert set(scopes) == {"/Row", "/Column"}
    assert scopes.count("/Column") == 3 + 4  # key facts have none
    assert scopes.count("/Row") == 4 + 5 + 18


def test_a_table_over_several_pages_is_one_table_with_one_head(tables: pikepdf.Pdf) -> None:
    found = _of(tables, "/Table")
    assert len(found) == 3
    actions = found[-1]
    rows = [item for item in _walk(actions) if str(item.S) == "/TR"]
    assert len(rows) == 1 + 18
    assert len([item for item in _walk(actions) if str(item.S) == "/THead"]) == 1


def test_every_cell_names_header_cells_that_are_in_its_table(tables: pikepdf.Pdf) -> None:
    for table in _of(tables, "/Table"):
        ids = {str(item.ID) for item in _walk(table) if "/ID" in item}
        cells = [item for item in _walk(table) if str(item.S) == "/TD"]
        assert cells
        for cell in cells:
            named = {str(key) for key in cell.A.Headers}
            assert named
            assert named <= ids
        assert all(name.startswith("cell") for name in ids)  # a bare number would be searched for


def test_a_passage_in_another_language_says_so(made: Made) -> None:
    for sample, size, language in (
        ("letter", 12, "cy"),
        ("minutes", 20, "ur"),
        ("urdu", 12, "en-GB"),
    ):
        with pikepdf.open(io.BytesIO(made(sample, size, Format.PDF))) as pdf:
            spoken = {
                str(item.Lang) for item in _walk(pdf.Root.StructTreeRoot.K[0]) if "/Lang" in item
            }
            assert spoken == {language}


def test_lists_say_how_they_are_numbered(minutes: pikepdf.Pdf) -> None:
    assert [str(item.A.ListNumbering) for item in _of(minutes, "/L")] == ["/Decimal"]


def test_a_link_says_its_words_and_not_its_address(made: Made) -> None:
    with pikepdf.open(io.BytesIO(made("letter", 12, Format.PDF))) as pdf:
        said = {str(note.Contents) for page in pdf.pages for note in page.get("/Annots", [])}
    assert said == {"01632 960123", "conferences@exampleton.example", "01632 960145"}


def test_the_foot_of_each_page_is_no_part_of_the_words(minutes: pikepdf.Pdf) -> None:
    for page in minutes.pages:
        inside: list[str] = []
        shown = 0
        for operands, operator in _drawn(page):
            if str(operator) in {"BDC", "BMC"}:
                inside.append(str(operands[0]))
            elif str(operator) == "EMC":
                inside.pop()
            elif str(operator) in {"Tj", "TJ"}:
                assert inside, "words outside any mark"
                shown += inside[-1] == "/Artifact"
        assert shown >= 3  # marking, reference, page number


def test_every_mark_is_answered_for_in_the_tree_and_nothing_hangs_outside_it(
    minutes: pikepdf.Pdf,
) -> None:
    held = {item.objgen for item in _walk(minutes.Root.StructTreeRoot.K[0])}
    numbers = minutes.Root.StructTreeRoot.ParentTree.Nums
    parents = {int(numbers[i]): numbers[i + 1] for i in range(0, len(numbers), 2)}
    for page in minutes.pages:
        answers = parents[int(page.StructParents)]
        for operands, operator in _drawn(page):
            if str(operator) == "BDC" and "/MCID" in operands[1]:
                assert answers[int(operands[1].MCID)].objgen in held
    loose = [
        item
        for item in minutes.objects
        if isinstance(item, pikepdf.Dictionary)
        and item.get("/Type") == "/StructElem"
        and item.objgen not in held
    ]
    assert not loose


def test_words_in_arabic_script_stand_letter_for_letter_in_the_tree(made: Made) -> None:
    with pikepdf.open(io.BytesIO(made("urdu", 12, Format.PDF))) as pdf:
        words = " ".join(
            str(item.ActualText)
            for item in _walk(pdf.Root.StructTreeRoot.K[0])
            if "/ActualText" in item
        )
    for sentence in ("ہم چاہتے ہیں کہ آپ آئیں۔", "کسی کو اپنے ساتھ لائیں۔", "کانفرنس کی صدر"):
        assert sentence in " ".join(words.split())
