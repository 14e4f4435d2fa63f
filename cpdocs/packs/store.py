"""Writes packs: whole or not at all, for the operator's eyes alone, over nothing not ours."""

from __future__ import annotations

import ctypes
import errno
import fcntl
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from cpdocs.errors import UsageError
from cpdocs.packs import manifest as manifests
from cpdocs.packs.manifest import MANIFEST, OPERATOR, READERS, Manifest

FILE_MODE = 0o600
FOLDER_MODE = 0o700

_MAKING = ".cpdocs-making-"  # a pack being written, or one just replaced
_BEFORE = ".cpdocs-before-"  # the pack that is giving way, where two folders cannot change places
_AT_CWD = -100  # AT_FDCWD, linux/fcntl.h
_EXCHANGE = 2  # RENAME_EXCHANGE, linux/fs.h


@contextmanager
def opened(out: Path) -> Iterator[Path]:
    """The folder of packs, made where it is missing, with leftovers of killed runs cleared away.

    One run at a time. Raises UsageError where it cannot be written to, or another run is writing.
    """
    _refuse_link(out)
    try:
        make_folder(out)
        handle = os.open(out, os.O_RDONLY | os.O_DIRECTORY)
    except OSError as error:
        raise UsageError(
            f"The folder {out} cannot be written to ({os.strerror(error.errno or 0)}). "
            "Name another one with -o."
        ) from None
    try:
        _lock(handle, out)
        _clear_leftovers(out)
        yield out
    finally:
        os.close(handle)


def check(out: Path, slug: str) -> None:
    """Raise UsageError where a new pack would replace anything that cpdocs did not make."""
    folder = out / slug
    _refuse_link(folder)
    if not folder.exists():
        return
    mend = "Move it elsewhere, or name another folder with -o."
    try:
        manifest = read_manifest(folder)
    except UsageError:
        raise UsageError(f"{folder} was not made by cpdocs, so it stays as it is. {mend}") from None
    place = next(strangers(folder, manifest), None)
    if place is not None:
        raise UsageError(
            f"{folder / place} is, or holds, something that cpdocs did not make or that was "
            f"changed since, so the pack stays as it is. {mend}"
        )


def put(out: Path, manifest: Manifest, contents: Mapping[str, bytes]) -> Path:
    """Write a case's pack in place of the one before, in one step. `contents` are by path."""
    making = out / f"{_MAKING}{manifest.case}"
    try:
        make_folder(making)
        make_folder(making / OPERATOR)
        write_file(making / MANIFEST, manifests.written(manifest))
        for path, content in sorted(contents.items()):
            make_folder((making / path).parent)
            write_file(making / path, content)
        check(out, manifest.case)
        _swap(making, out / manifest.case, out / f"{_BEFORE}{manifest.case}")
    except OSError as error:
        raise UsageError(
            f"The pack {out / manifest.case} could not be written "
            f"({os.strerror(error.errno or 0)}), so nothing of it has changed. "
            "Make room or name another folder with -o, then run this again."
        ) from None
    finally:
        if making.exists():
            shutil.rmtree(making)
    return out / manifest.case


def read_manifest(folder: Path) -> Manifest:
    """The manifest of a pack's folder. Raises UsageError where it has none that cpdocs made."""
    try:
        return manifests.read((folder / MANIFEST).read_bytes())
    except (OSError, ValueError):
        raise UsageError(
            f"{folder} is not a pack: it has no manifest that cpdocs made. "
            "Name the folder of one case's pack, such as build/packs/a-case."
        ) from None


def strangers(folder: Path, manifest: Manifest) -> Iterator[str]:
    """Where in a pack something is not as cpdocs made it.

    A changed copy is named; anything else is told by the folder of ours that it is in, for a file
    of somebody else's may be called by a person's name.
    """
    known = {MANIFEST: None} | manifest.paths
    folders = {str(Path(path).parent) for path in known} | {READERS, "."}
    for path in sorted(folder.rglob("*")):
        place = path.relative_to(folder)
        if not path.is_symlink() and path.is_dir() and str(place) in folders:
            continue
        entry = known.get(str(place))
        is_file = path.is_file() and not path.is_symlink()
        if str(place) == MANIFEST and is_file:
            continue
        if entry and is_file and manifests.digest(path.read_bytes()) == entry.sha256:
            continue
        nearest = next(str(up) for up in place.parents if str(up) in folders)
        yield str(place) if str(place) in known else nearest


def make_folder(folder: Path) -> None:
    """A folder of mode 0700, whatever the umask, with those above it. One that exists stays."""
    if folder.is_dir():
        return
    make_folder(folder.parent)
    folder.mkdir(mode=FOLDER_MODE)
    folder.chmod(FOLDER_MODE)


def write_file(path: Path, content: bytes) -> None:
    """A new file of mode 0600, whatever the umask. FileExistsError where there is one."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, FILE_MODE)
    with os.fdopen(handle, "wb") as file:
        os.fchmod(handle, FILE_MODE)
        file.write(content)
        file.flush()
        os.fsync(handle)


def replace_file(path: Path, content: bytes) -> None:
    """One file, whole or not at all, of mode 0600. Raises UsageError where it cannot be written."""
    _refuse_link(path)
    if path.exists() and not path.is_file():
        raise UsageError(f"{path} is not a file. Name a file to write with -o.")
    making = path.with_name(f".cpdocs-making-{path.name}")
    try:
        make_folder(path.parent)
        making.unlink(missing_ok=True)
        write_file(making, content)
        making.replace(path)
    except OSError as error:
        raise UsageError(
            f"{path} cannot be written ({os.strerror(error.errno or 0)}). Name another with -o."
        ) from None
    finally:
        making.unlink(missing_ok=True)


def _refuse_link(path: Path) -> None:
    if path.is_symlink():
        raise UsageError(
            f"{path} is a link to somewhere else, and a copy must not end up where nobody looks. "
            "Name the folder itself with -o."
        )


def _lock(handle: int, out: Path) -> None:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise UsageError(
            f"Another run is writing to {out}. Wait until it has finished, or name another "
            "folder with -o."
        ) from None


def _clear_leftovers(out: Path) -> None:
    """Put back a pack that was giving way when a run was killed; remove what was half made."""
    for before in sorted(out.glob(f"{_BEFORE}*")):
        home = out / before.name.removeprefix(_BEFORE)
        if not home.exists():
            before.rename(home)
    for pattern in (f"{_MAKING}*", f"{_BEFORE}*"):
        for leftover in sorted(out.glob(pattern)):
            _refuse_link(leftover)
            shutil.rmtree(leftover)


def _swap(new: Path, home: Path, before: Path) -> None:
    """Put `new` at `home`. A pack that is there is removed once the new one stands in its place."""
    if not home.exists():
        new.rename(home)
        return
    if not _exchanged(new, home):
        home.rename(before)  # a run killed here is mended by the next one: _clear_leftovers
        new.rename(home)
        shutil.rmtree(before)


def _exchanged(one: Path, other: Path) -> bool:
    """Let two folders change places in one step, where the machine can."""
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename is None:
        return False
    if rename(_AT_CWD, os.fsencode(one), _AT_CWD, os.fsencode(other), _EXCHANGE) == 0:
        return True
    failure = ctypes.get_errno()
    if failure in (errno.ENOSYS, errno.EINVAL, errno.ENOTSUP):
        return False
    raise OSError(failure, os.strerror(failure))
