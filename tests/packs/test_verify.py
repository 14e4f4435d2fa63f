"""A pack that is not as it was made is told, by code and by place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from cpdocs.errors import UsageError
from cpdocs.findings import Finding
from cpdocs.packs import run, verify
from tests.meets import meets
from tests.packs.cases import TINY, case, case_file, fake

AGENDA = "readers/mum/agenda-initial-1-large-print-18.pdf"


@pytest.fixture
def pack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A pack of the tiny case, made without the stages."""
    monkeypatch.setattr(run, "made", fake)
    path = case_file(tmp_path / "tiny")
    return run.pack(cases=[path], out=tmp_path / "out", jobs=1).cases[0].folder


def told(findings: tuple[Finding, ...]) -> set[tuple[str, str]]:
    """Codes and places."""
    return {(found.code, found.place) for found in findings}


def _change(pack: Path) -> None:
    (pack / AGENDA).write_bytes(b"edited")


def _lose(pack: Path) -> None:
    (pack / AGENDA).unlink()


def _add(pack: Path) -> None:
    extra = pack / "readers" / "mum" / "Alex.docx"
    extra.write_bytes(b"by hand")
    extra.chmod(0o600)


def _add_a_folder(pack: Path) -> None:
    (pack / "readers" / "aunt").mkdir()


def _open_a_file(pack: Path) -> None:
    (pack / AGENDA).chmod(0o640)


def _open_the_manifest(pack: Path) -> None:
    (pack / "operator" / "manifest.json").chmod(0o644)


def _open_a_folder(pack: Path) -> None:
    (pack / "readers" / "mum").chmod(0o755)


def _link(pack: Path) -> None:
    (pack / AGENDA).rename(pack.parent / "moved.pdf")
    (pack / AGENDA).symlink_to(pack.parent / "moved.pdf")


@meets("H205")
@pytest.mark.parametrize(
    ("spoil", "code", "place"),
    [
        (_change, "file-changed", AGENDA),
        (_lose, "file-missing", AGENDA),
        (_add, "file-extra", "readers/mum"),
        (_add_a_folder, "file-extra", "readers"),
        (_open_a_file, "file-mode", AGENDA),
        (_open_the_manifest, "file-mode", "operator/manifest.json"),
        (_open_a_folder, "folder-mode", "readers/mum"),
        (_link, "file-changed", AGENDA),
    ],
)
def test_what_was_done_to_a_pack_is_told(
    pack: Path, spoil: Callable[[Path], None], code: str, place: str
) -> None:
    assert verify.verify(pack) == ()
    spoil(pack)
    assert told(verify.verify(pack)) == {(code, place)}


def test_a_folder_that_is_no_pack_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="not a pack"):
        verify.verify(tmp_path)


def test_with_the_case_every_copy_is_searched_again(tmp_path: Path) -> None:
    small = TINY.replace("      - {who: worker}\n", "")
    path = case_file(tmp_path / "tiny", small)
    made = run.pack(cases=[path], out=tmp_path / "out", jobs=1).cases[0].folder
    assert verify.verify(made, case(small)) == ()
    # The chair now withholds the purpose from the mother, whose invitation has told it.
    withheld = small.replace(
        "safe., about: [kid]}",
        "safe., about: [kid], sharing: "
        "{withhold_from: [mum], reason: Risk, asked_by: worker, agreed_by_chair: 2026-11-11}}",
    )
    found = verify.verify(made, case(withheld))
    assert found
    assert {finding.code for finding in found} == {"leak-found"}
    assert all(finding.place.startswith("readers/mum/invitation-family") for finding in found)
    assert not any("keep Robin safe" in finding.says for finding in found)


def test_a_damaged_copy_is_told_when_it_is_searched_again(pack: Path) -> None:
    assert ("file-unreadable", AGENDA) in told(verify.verify(pack, case(TINY)))
