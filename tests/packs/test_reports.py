"""The timeliness report over a batch: one for each authority, in a pack of its own."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from cpdocs import cli
from cpdocs.case.case import Case
from cpdocs.editions.render import read_back
from cpdocs.errors import UsageError
from cpdocs.findings import Effect
from cpdocs.packs import reports, run
from cpdocs.packs.copies import Outcome
from cpdocs.packs.planning import prepare
from cpdocs.packs.verify import verify
from cpdocs.values import Format
from tests.meets import meets
from tests.packs.cases import CANARY, TINY, case, case_file, fake, tree

SECOND = TINY.replace("CP-2026-0077", "CP-2026-0078").replace(CANARY, "Quillfeather")
ELSEWHERE = TINY.replace("CP-2026-0077", "CP-2026-0079").replace("rotherham", "sunderland")
PDF = "operator/manager/timeliness-report-rotherham-en-standard.pdf"
LATE = """\
    booking:
      asked_by: worker
      asked: 2026-11-02
      late: {reason: "REASON", authorised_by: [head], dated: 2026-11-16}
    invitations:
"""


@pytest.fixture(autouse=True)
def copies_in_no_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """The cases' own copies are not what is tested here."""
    monkeypatch.setattr(run, "made", fake)


def late(reason: str) -> Case:
    return case(TINY.replace("    invitations:\n", LATE.replace("REASON", reason)))


def packed(out: Path, *cases: Case, month: date | None = None, stage: str | None = None) -> Path:
    run.pack(cases=cases, out=out, jobs=1, month=month, stage=stage)
    return out


def said(path: Path) -> str:
    return " ".join(found.text for found in read_back(path.read_bytes(), Format.PDF))


@meets("A100", "B67")
def test_several_cases_make_one_report_in_a_pack_of_its_own(tmp_path: Path) -> None:
    out = packed(tmp_path, late("No room could be had."), case(SECOND))
    folder = out / "_rotherham"
    assert set(tree(folder)) == {
        "operator/manifest.json",
        PDF,
        PDF.replace(".pdf", ".docx"),
    }
    assert {path.name for path in folder.iterdir()} == {"operator"}
    words = said(folder / PDF)
    for told in ("CP-2026-0077", "CP-2026-0078", "No room could be had.", "Chris Specimen"):
        assert told in words
    for name in (CANARY, "Quillfeather", "Example Close", "Jo Sample"):
        assert name not in words


def test_each_authority_has_a_report_of_its_own_cases(tmp_path: Path) -> None:
    out = packed(tmp_path, case(TINY), case(SECOND), case(ELSEWHERE))
    ours, theirs = (
        said(out / "_rotherham" / PDF),
        said(out / "_sunderland" / PDF.replace("rotherham", "sunderland")),
    )
    assert ("CP-2026-0078" in ours, "CP-2026-0079" in ours) == (True, False)
    assert ("CP-2026-0078" in theirs, "CP-2026-0079" in theirs) == (False, True)


def test_the_report_is_the_same_whatever_order_the_cases_are_given_in(tmp_path: Path) -> None:
    one = packed(tmp_path / "one", case(TINY), case(SECOND))
    other = packed(tmp_path / "other", case(SECOND), case(TINY))
    assert tree(one / "_rotherham") == tree(other / "_rotherham")


def test_a_month_has_a_report_beside_that_of_all(tmp_path: Path) -> None:
    packed(tmp_path, case(TINY), case(SECOND))
    packed(tmp_path, case(TINY), case(SECOND), month=date(2026, 10, 1))
    folder = tmp_path / "_rotherham-2026-10"
    words = said(folder / PDF.replace("rotherham", "rotherham-2026-10"))
    assert "1 October 2026" in words
    assert "31 October 2026" in words
    assert "CP-2026-0077" not in words  # held in November
    assert (tmp_path / "_rotherham" / PDF).is_file()


@pytest.mark.parametrize(
    ("cases", "month", "stage", "made"),
    [
        (1, None, None, False),
        (1, date(2026, 11, 1), None, True),
        (2, None, None, True),
        (2, None, "invitation", False),
        (2, None, "review", True),
        (2, date(2026, 11, 1), "invitation", False),
    ],
)
def test_a_report_is_due_of_several_cases_or_of_a_month_and_with_its_stage(
    cases: int, month: date | None, stage: str | None, made: bool
) -> None:
    prepared = prepare([case(TINY), case(SECOND)][:cases])
    assert bool(reports.reports_due(prepared, stage, month)) is made


def test_a_report_in_which_a_reason_names_a_family_is_held_and_the_cases_are_not(
    tmp_path: Path,
) -> None:
    told = [late(f"Ms {CANARY} was ill."), case(SECOND)]
    report = run.pack(cases=told, out=tmp_path, jobs=1)
    (over,) = report.over_cases
    assert report.exit_code == 1
    assert tree(tmp_path / "_rotherham").keys() == {"operator/manifest.json"}
    held = over.manifest.with_outcome(Outcome.HELD)
    assert len(held) == len(over.manifest.copies) == 2
    says = {found.says for entry in held for found in entry.findings}
    assert any("`cp-2026-0077: people.mum.name`" in told for told in says)
    assert all(told.endswith("Write the reason without that.") for told in says)
    assert {f.effect for entry in held for f in entry.findings} == {Effect.HOLDS}
    assert CANARY not in (tmp_path / "_rotherham/operator/manifest.json").read_text("utf-8")
    assert all(not each.manifest.with_outcome(Outcome.HELD) for each in report.cases)


def test_an_error_holds_the_report_and_quotes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(*_: object) -> None:
        raise RuntimeError(CANARY)

    monkeypatch.setattr(reports, "render", failing)
    report = run.pack(cases=[case(TINY), case(SECOND)], out=tmp_path, jobs=1)
    held = report.over_cases[0].manifest.with_outcome(Outcome.HELD)
    assert {f.code for entry in held for f in entry.findings} == {"unexpected-error"}
    assert CANARY not in str(held)


def test_a_report_in_which_something_was_changed_is_never_replaced(tmp_path: Path) -> None:
    packed(tmp_path, case(TINY), case(SECOND))
    before = tree(tmp_path / "cp-2026-0077")
    (tmp_path / "_rotherham" / PDF).write_bytes(b"edited")
    with pytest.raises(UsageError, match="changed since"):
        packed(tmp_path, case(TINY), case(SECOND))
    assert tree(tmp_path / "cp-2026-0077") == before


def test_the_pack_of_a_report_is_verified_as_any_other_with_and_without_a_case(
    tmp_path: Path,
) -> None:
    folder = packed(tmp_path, case(TINY), case(SECOND)) / "_rotherham"
    assert verify(folder) == ()
    assert verify(folder, case(TINY)) == ()
    (folder / PDF).unlink()
    assert {found.code for found in verify(folder)} == {"file-missing"}


def test_verifying_a_report_with_a_case_finds_that_its_family_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reports, "_names_found", lambda _rendition, _ledger: ())
    told = late(f"Ms {CANARY} was ill.")
    folder = packed(tmp_path, told, case(SECOND)) / "_rotherham"
    assert "leak-found" in {found.code for found in verify(folder, told)}
    assert "leak-found" not in {found.code for found in verify(folder, case(SECOND))}


def test_the_command_line_makes_the_report_of_a_month_and_says_where_it_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = case_file(tmp_path / "tiny")
    options = ("--jobs", "1", "-o", str(tmp_path / "out"))
    assert cli.main(["pack", str(path), "--month", "2026-11", *options]) == 0
    made = tmp_path / "out" / "_rotherham-2026-11" / PDF.replace("rotherham", "rotherham-2026-11")
    assert made.is_file()
    assert f"Where: {made}" in capsys.readouterr().out
    assert cli.main(["pack", str(path), "--month", "2026-13", *options]) == 2
