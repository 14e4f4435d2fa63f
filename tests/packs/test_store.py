"""Packs appear whole or not at all, for the operator alone, and replace nothing not ours."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from pathlib import Path
from stat import S_IMODE

import pytest

from cpdocs.editions.rendition import Rendition
from cpdocs.errors import UsageError
from cpdocs.packs import store
from cpdocs.packs.copies import Copy, Errand, Outcome
from cpdocs.packs.manifest import Manifest, entry
from cpdocs.values import Form
from tests.packs.cases import tree


def pack_of(*files: tuple[str, str, bytes]) -> tuple[Manifest, dict[str, bytes]]:
    """A manifest with copies (reader, name, content), and their contents by path."""
    copies = [
        entry(
            Copy(
                errand=Errand(
                    about=None,
                    conference="initial-1",
                    stage="minutes",
                    document="minutes",
                    reader=reader,
                    language="en",
                    form=Form(),
                ),
                outcome=Outcome.MADE,
                rendition=Rendition(name=name, form=Form(), language="en", content=content),
            )
        )
        for reader, name, content in files
    ]
    manifest = Manifest(case="a-case", authority="rotherham", stage=None, copies=tuple(copies))
    return manifest, {f"readers/{reader}/{name}": content for reader, name, content in files}


OLD = pack_of(("mum", "a.pdf", b"old"), ("dad", "a.pdf", b"old too"))
NEW = pack_of(("mum", "b.pdf", b"new"))


@pytest.fixture
def out(tmp_path: Path) -> Iterator[Path]:
    """A folder of packs that holds one pack."""
    with store.opened(tmp_path / "deep" / "packs") as folder:
        store.put(folder, *OLD)
        yield folder


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o077, 0o277])
def test_files_are_0600_and_folders_0700_whatever_the_umask(tmp_path: Path, umask: int) -> None:
    before = os.umask(umask)
    try:
        with store.opened(tmp_path / "packs") as folder:
            store.put(folder, *OLD)
    finally:
        os.umask(before)
    for path in [tmp_path / "packs", *(tmp_path / "packs").rglob("*")]:
        assert S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600), path


@pytest.mark.parametrize("can_exchange", [True, False])
def test_a_new_pack_leaves_nothing_of_the_old_one(
    out: Path, can_exchange: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not can_exchange:
        monkeypatch.setattr(store, "_exchanged", lambda _one, _other: False)
    store.put(out, *NEW)
    assert set(tree(out)) == {"a-case/operator/manifest.json", "a-case/readers/mum/b.pdf"}
    assert [path.name for path in out.iterdir()] == ["a-case"]


@pytest.mark.parametrize("at", ["readers/mum/b.pdf", "operator/manifest.json"])
def test_a_run_that_fails_while_writing_leaves_the_old_pack(
    out: Path, at: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = tree(out)
    real = store.write_file

    def failing(path: Path, content: bytes) -> None:
        if path.as_posix().endswith(at):
            raise OSError(28, "No space left on device")
        real(path, content)

    monkeypatch.setattr(store, "write_file", failing)
    with pytest.raises(UsageError, match="No space left"):
        store.put(out, *NEW)
    assert tree(out) == before
    assert [path.name for path in out.iterdir()] == ["a-case"]


def test_what_a_killed_run_left_half_made_is_cleared_away(tmp_path: Path) -> None:
    with store.opened(tmp_path) as folder:
        store.put(folder, *OLD)
    before = tree(tmp_path / "a-case")
    half = tmp_path / ".cpdocs-making-other" / "readers"
    half.mkdir(parents=True)
    (half / "half.pdf").write_bytes(b"half")
    with store.opened(tmp_path):
        assert [path.name for path in tmp_path.iterdir()] == ["a-case"]
    assert tree(tmp_path / "a-case") == before


def test_a_pack_that_was_giving_way_when_a_run_was_killed_is_put_back(tmp_path: Path) -> None:
    with store.opened(tmp_path) as folder:
        store.put(folder, *OLD)
    before = tree(tmp_path / "a-case")
    (tmp_path / "a-case").rename(tmp_path / ".cpdocs-before-a-case")
    with store.opened(tmp_path):
        assert tree(tmp_path / "a-case") == before
    assert [path.name for path in tmp_path.iterdir()] == ["a-case"]


def _add_a_file(folder: Path) -> None:
    (folder / "readers" / "mum" / "letter to Ms Yusuf.docx").write_bytes(b"by hand")


def _change_a_copy(folder: Path) -> None:
    (folder / "readers" / "mum" / "a.pdf").write_bytes(b"edited")


def _lose_the_manifest(folder: Path) -> None:
    (folder / "operator" / "manifest.json").unlink()


def _break_the_manifest(folder: Path) -> None:
    (folder / "operator" / "manifest.json").write_text('{"made_by": "somebody"}')


def _add_a_link(folder: Path) -> None:
    (folder / "readers" / "aunt").symlink_to(folder.parent)


@pytest.mark.parametrize(
    "spoil", [_add_a_file, _change_a_copy, _lose_the_manifest, _break_the_manifest, _add_a_link]
)
def test_what_cpdocs_did_not_make_is_never_replaced(out: Path, spoil: object) -> None:
    assert callable(spoil)
    spoil(out / "a-case")
    before = tree(out)
    for refused in (lambda: store.check(out, "a-case"), lambda: store.put(out, *NEW)):
        with pytest.raises(UsageError, match="Move it elsewhere") as raised:
            refused()
        assert "Yusuf" not in str(raised.value)
    assert tree(out) == before


def test_copies_that_were_moved_out_to_be_sent_do_not_stand_in_the_way(out: Path) -> None:
    (out / "a-case" / "readers" / "dad" / "a.pdf").unlink()
    store.put(out, *NEW)
    assert "a-case/readers/mum/b.pdf" in tree(out)


def test_a_link_in_the_way_is_refused(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (tmp_path / "packs").symlink_to(elsewhere)
    with pytest.raises(UsageError, match="link"), store.opened(tmp_path / "packs"):
        pass
    with store.opened(tmp_path / "real") as folder:
        (folder / "a-case").symlink_to(elsewhere)
        with pytest.raises(UsageError, match="link"):
            store.put(folder, *NEW)
    assert list(elsewhere.iterdir()) == []


def test_two_runs_do_not_write_to_one_folder_at_once(tmp_path: Path) -> None:
    handle = os.open(tmp_path, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        with pytest.raises(UsageError, match="Another run"), store.opened(tmp_path):
            pass
    finally:
        os.close(handle)


def test_one_file_is_replaced_whole_and_a_link_is_not_followed(tmp_path: Path) -> None:
    store.replace_file(tmp_path / "new" / "copy.pdf", b"first")
    store.replace_file(tmp_path / "new" / "copy.pdf", b"second")
    assert tree(tmp_path) == {"new/copy.pdf": b"second"}
    assert S_IMODE((tmp_path / "new" / "copy.pdf").stat().st_mode) == 0o600
    (tmp_path / "link.pdf").symlink_to(tmp_path / "new" / "copy.pdf")
    with pytest.raises(UsageError, match="link"):
        store.replace_file(tmp_path / "link.pdf", b"third")
    assert tree(tmp_path)["new/copy.pdf"] == b"second"


def test_a_folder_that_cannot_be_made_is_told_kindly(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(UsageError, match="cannot be written"), store.opened(tmp_path / "file"):
        pass
