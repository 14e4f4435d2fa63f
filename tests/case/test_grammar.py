"""Files that are no readable YAML or JSON are refused kindly, whatever their bytes."""

from __future__ import annotations

import json

import pytest

from cpdocs.case.load import load_text
from cpdocs.case.tree import MOST_BYTES
from tests.case.samples import STARTER, WHOLE, changed, faults_of

BROKEN: tuple[tuple[str, int, bytes], ...] = (
    ("file-too-large", 0, b"#" * (MOST_BYTES + 1)),
    ("not-utf-8", 1, WHOLE.encode("utf-16")),
    ("not-utf-8", 3, b"cpdocs: 1\ncase: CP-1\nauthority: caf\xe9\n"),
    ("control-character", 2, b"cpdocs: 1\ncase: CP\x00-1\n"),
    ("control-character", 1, "cpdocs: 1\x85case: CP-1\n".encode()),
    ("control-character", 2, "cpdocs: 1\ncase: CP\u2028-1\n".encode()),
    ("control-character", 2, b"cpdocs: 1\r\ncase: \x1b[31m\r\n"),
    ("empty-file", 0, b""),
    ("empty-file", 0, b"\xef\xbb\xbf"),
    ("empty-file", 0, b"# notes alone\n"),
    ("empty-file", 0, b"~\n"),
    ("not-yaml", 2, b"cpdocs: 1\nchildren: [{id: a}\n"[:-1]),
    ("not-yaml", 2, b"cpdocs: 1\n\tcase: CP-1\n"),
    ("not-yaml", 1, b'{"case": "\\ud800"}'),
    ("not-yaml", 1, b"@case\n"),
    ("several-documents", 2, b"cpdocs: 1\n---\ncpdocs: 1\n"),
    ("not-a-block", 1, b"- cpdocs\n"),
    ("not-a-block", 1, b"a case\n"),
    ("too-deep", 1, b"case: " + b"[" * 100),
    ("too-deep", 31, b"\n".join(b" " * n + b"a:" for n in range(40))),
    ("too-many-values", 1, b"case: [" + b"a," * 200_001 + b"]"),
    ("too-many-faults", 0, b"".join(b"x%d: 1\n" % n for n in range(1100))),
    ("too-many-faults", 0, b"\x01\n" * 1100),
)


@pytest.mark.parametrize(("code", "line", "data"), BROKEN)
def test_an_unreadable_file_is_refused_at_its_line(code: str, line: int, data: bytes) -> None:
    found = {(fault.code, fault.line) for fault in faults_of(data)}
    assert (code, line) in found


@pytest.mark.parametrize(
    ("code", "line", "data"),
    [
        row
        for row in BROKEN
        if row[0] not in {"not-a-block", "several-documents", "too-many-faults"}
    ],
)
def test_an_unreadable_file_has_that_one_fault(code: str, line: int, data: bytes) -> None:
    assert [fault.code for fault in faults_of(data)] == [code]


def test_aliases_are_refused_where_they_stand() -> None:
    text = changed("known_as: Mina}", "known_as: &who Mina}").replace("given: Bilal", "given: *who")
    assert {fault.code for fault in faults_of(text)} == {"alias-refused"}
    assert len(faults_of(text)) == 2


def test_an_alias_bomb_is_refused_at_once() -> None:
    bomb = ["a0: &a0 [x, x]"] + [f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 25)]
    assert "alias-refused" in {fault.code for fault in faults_of("\n".join(bomb))}


@pytest.mark.parametrize("tag", ["!!python/object/apply:os.system", "!!str", "!mine", "!"])
def test_tags_are_refused(tag: str) -> None:
    text = changed("given: Bilal", f"given: {tag} Bilal")
    assert [fault.code for fault in faults_of(text)] == ["tag-refused"]


def test_a_byte_order_mark_and_windows_line_ends_are_fine() -> None:
    plain = load_text(WHOLE.encode(), "case.yaml")
    assert load_text(b"\xef\xbb\xbf" + WHOLE.encode(), "case.yaml") == plain
    assert load_text(WHOLE.replace("\n", "\r\n").encode(), "case.yaml") == plain


def test_nothing_is_guessed_from_how_a_scalar_looks() -> None:
    for look in ("no", "1_000", "0x1F", "12:30:45", "1e3", "2026-11-23", "on", ".inf", "007"):
        case = load_text(changed("given: Bilal", f"given: {look}").encode(), "case.yaml")
        assert case.children[2].name is not None
        assert case.children[2].name.given == look


def test_empty_is_absent_and_null_in_quotation_marks_is_a_name() -> None:
    for nothing in ("~", "null", "", '""'):
        case = load_text(changed(", known_as: Mina", f", known_as: {nothing}").encode(), "x")
        assert case.children[0].name is not None
        assert case.children[0].name.known_as is None
    case = load_text(changed(", known_as: Mina", ', known_as: "Null"').encode(), "x")
    assert case.children[0].name is not None
    assert case.children[0].name.known_as == "Null"


def test_json_may_be_written_in_any_of_its_ways() -> None:
    from cpdocs.case.dump import dump

    case = load_text(WHOLE.replace("Bilal", "Bilal 🙂 \\/").encode(), "case.yaml")
    values = json.loads(dump(case))
    ways = (
        json.dumps(values),
        json.dumps(values, separators=(",", ":"), ensure_ascii=False),
        json.dumps(values, indent="\t"),
        "\n\n " + json.dumps(values, indent=8),
    )
    for way in ways:
        assert load_text(way.encode(), "case.json") == case


def test_a_backslash_before_an_escape_in_json_stays_a_backslash() -> None:
    from cpdocs.case.dump import dump

    written = dump(load_text(WHOLE.encode(), "x")).replace('"Bilal"', '"a\\\\ud83d\\\\ude00"')
    name = load_text(written.encode(), "x").children[2].name
    assert name is not None
    assert name.given == "a\\ud83d\\ude00"


def test_faults_of_json_have_their_lines() -> None:
    text = '{\n  "cpdocs": 1,\n  "case": "CP-1",\n  "authority": "rotherham",\n  "events": 3\n}\n'
    assert [(f.code, f.line) for f in faults_of(text)] == [("not-a-list", 5)]


def test_the_starter_file_is_a_case() -> None:
    assert faults_of(STARTER) == ()


def test_the_part_of_the_starter_that_waits_for_the_conference_is_right_too() -> None:
    lines = STARTER.splitlines()
    start = next(n for n, line in enumerate(lines) if line.strip() == "# attendance:")
    rest = [line for line in lines[start:] if not line.startswith("# Before and after")]
    assert len(lines[start:]) - len(rest) == 1
    filled = [*lines[:start], *(line.replace("# ", "", 1) for line in rest)]
    case = load_text("\n".join(filled).encode(), "case.yaml")
    assert case.conferences[0].minutes is not None
    assert case.reports
    assert case.plans
    assert case.visits
