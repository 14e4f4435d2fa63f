"""Law 3: a copy does not change by one byte when something out of its reader's sight changes.

Each change is made to the main sample, and the copies of a reader who may not see it are made
again: numbering, page totals, bookmarks, properties, references and all.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from cpdocs.values import Edition, Form, Format
from tests.laws.sample import Tree, case, copy, from_tree, tree
from tests.meets import meets
from tests.oracle.sample_tables import CONFERENCE

Change = Callable[[Tree], None]
LARGE = Form(edition=Edition.LARGE_PRINT, size=20)


def meeting(of: Tree) -> Tree:
    """The conference in a tree."""
    (found,) = [c for c in of["conferences"] if c["id"] == CONFERENCE]
    return found  # type: ignore[no-any-return]


def said(of: Tree, name: str) -> Tree:
    """A passage by its id."""
    (found,) = [p for p in meeting(of)["minutes"]["contributions"] if p["id"] == name]
    return found  # type: ignore[no-any-return]


def more_is_said_in_the_confidential_section(of: Tree) -> None:
    rows = meeting(of)["minutes"]["contributions"]
    row = said(of, "k01")
    place = rows.index(row)
    rows[place:place] = [{**row, "id": f"kx{n}", "text": f"{row['text']} {n}."} for n in range(9)]


def nothing_is_said_in_the_confidential_section(of: Tree) -> None:
    rows = meeting(of)["minutes"]["contributions"]
    rows[:] = [row for row in rows if row["part"] != "part-police"]


def there_was_no_confidential_section(of: Tree) -> None:
    nothing_is_said_in_the_confidential_section(of)
    meeting(of)["parts"] = [p for p in meeting(of)["parts"] if p["id"] != "part-police"]
    rows = meeting(of)["invitations"]
    rows[:] = [row for row in rows if row["to"] != ["part-police"]]  # none named would mean all
    for row in (*rows, *meeting(of)["attendance"]):
        for name in ("to", "attended", "asked_to_leave"):
            if name in row:
                row[name] = [part for part in row[name] if part != "part-police"]


def the_mother_moves(of: Tree) -> None:
    (home,) = [h for h in of["households"] if h["id"] == "home-n"]
    lines = ["Cobblers Yard", "Farthing Lane", "Netherby"]
    home["address"] = {"lines": lines, "postcode": "ZZ99 8XX"}
    for place in of["places"]:
        place["name"] = f"St Winifred's {place['kind'].title()}"


def the_father_who_is_not_told_was_never_recorded(of: Tree) -> None:
    of["people"] = [p for p in of["people"] if p["id"] != "father-d"]
    rows = meeting(of)["invitations"]
    rows[:] = [row for row in rows if row["who"] != "father-d"]
    minutes = meeting(of)["minutes"]
    for name in ("contributions", "actions"):
        minutes[name] = [row for row in minutes[name] if "father-d" not in row["about"]]
    for decision in minutes["decisions"]:
        kept = [reason for reason in decision["reasons"] if "father-d" not in reason["about"]]
        decision["reasons"] = kept


def the_other_childs_matters_change(of: Tree) -> None:
    for passage in meeting(of)["minutes"]["contributions"]:
        if passage["about"] == ["child-z"]:
            passage["text"] = "Something else altogether was said here, and at some length. " * 3


def reasons_for_withholding_change(of: Tree) -> None:
    for passage in meeting(of)["minutes"]["contributions"]:
        if passage["sharing"]:
            passage["sharing"]["reason"] = "Another reason."
            passage["sharing"]["asked_by"] = "tm-1"


def withheld_passages_change_places(of: Tree) -> None:
    rows = meeting(of)["minutes"]["contributions"]
    hidden = [row for row in rows if row["part"] in ("part-police", "part-legal")]
    rows[:] = [*hidden[::-1], *(row for row in rows if row not in hidden)]


CASES: list[tuple[str, Change]] = [
    ("mother-n", more_is_said_in_the_confidential_section),
    ("mother-n", nothing_is_said_in_the_confidential_section),
    ("mother-n", there_was_no_confidential_section),
    ("mother-n", reasons_for_withholding_change),
    ("mother-n", withheld_passages_change_places),
    ("father-t", more_is_said_in_the_confidential_section),
    ("father-t", there_was_no_confidential_section),
    ("father-t", the_mother_moves),
    ("father-t", the_father_who_is_not_told_was_never_recorded),
    ("father-t", the_other_childs_matters_change),
    ("father-t", reasons_for_withholding_change),
    ("father-c", the_mother_moves),
    ("father-c", the_father_who_is_not_told_was_never_recorded),
    ("gran-r", the_mother_moves),
    ("gran-r", the_other_childs_matters_change),
]
DOCUMENTS = ("invitation-family", "agenda", "minutes")


def files(of: Tree, reader: str, form: Form) -> list[bytes]:
    """Every document of a reader."""
    changed = from_tree(of)
    return [copy(changed, reader, document, form).content for document in DOCUMENTS]


def before(reader: str, form: Form) -> list[bytes]:
    """The same, of the sample as it stands."""
    return [copy(case(), reader, document, form).content for document in DOCUMENTS]


@meets("H099")
@pytest.mark.parametrize(("reader", "change"), CASES, ids=lambda v: getattr(v, "__name__", v))
def test_web_copies_do_not_change_when_something_out_of_sight_does(
    reader: str, change: Change
) -> None:
    of = tree()
    change(of)
    assert of != tree()
    assert files(of, reader, Form(format=Format.HTML)) == before(reader, Form(format=Format.HTML))


@meets("H099", "H204")
@pytest.mark.parametrize(
    ("reader", "change", "form"),
    [
        ("mother-n", there_was_no_confidential_section, Form(format=Format.PDF)),
        ("father-t", the_mother_moves, Form(format=Format.PDF)),
        ("gran-r", the_mother_moves, LARGE),
        ("father-t", more_is_said_in_the_confidential_section, Form(format=Format.DOCX)),
    ],
    ids=lambda v: getattr(v, "__name__", None) or getattr(v, "name", v),
)
def test_printed_copies_do_not_change_when_something_out_of_sight_does(
    reader: str, change: Change, form: Form
) -> None:
    of = tree()
    change(of)
    assert files(of, reader, form) == before(reader, form)


def test_a_change_in_sight_changes_the_copy() -> None:
    of = tree()
    said(of, "f01")["text"] = "Something else was said."
    assert files(of, "father-t", Form(format=Format.HTML)) != before(
        "father-t", Form(format=Format.HTML)
    )
