"""The zip under a Word file: written the same every time, opened with limits."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass

from cpdocs.errors import CopyError

EPOCH = (
    1980,
    1,
    1,
    0,
    0,
    0,
)  # the earliest date that a zip can hold; a copy has no date of its own
MAX_MEMBERS = 2_000
MAX_BYTES = 64 * 1024 * 1024  # unpacked, all members together
_FIRST = "[Content_Types].xml"  # Word and `file` look for it first
_KNOWN_MEMBER = re.compile(
    r"(\[Content_Types\]|_rels/|docProps/(core|app|custom)|word/(_rels/)?"
    r"(document|styles|settings|numbering|fontTable|webSettings|footnotes|endnotes|comments"
    r"|(header|footer)\d{1,3})|word/theme/theme\d{1,2}|word/media/chart\d{1,2}|customXml/(item|itemProps)\d{1,3})"
    r"[.a-z]{0,12}"
)


@dataclass(frozen=True, kw_only=True)
class Member:
    """One member of a zip, unpacked. `place` names it without the words that a name could hold."""

    place: str
    name: str
    content: bytes
    remarks: tuple[bytes, ...] = ()  # the member's comment and extra field


@dataclass(frozen=True, kw_only=True)
class Opened:
    """A zip: its members, and the bytes that belong to none of them (comment, gaps, ends)."""

    members: tuple[Member, ...]
    stray: tuple[bytes, ...]


def packed(members: Mapping[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip of `members` that depends on nothing but them: fixed dates, sorted names."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name in sorted(members, key=lambda name: (name != _FIRST, name)):
            info = zipfile.ZipInfo(name, date_time=EPOCH)
            info.compress_type = compression
            info.create_system = 0  # the same on every operating system
            archive.writestr(info, members[name])
    return target.getvalue()


def opened(content: bytes, budget: int = MAX_BYTES) -> Opened:
    """Unpack `content` within `budget` bytes.

    Raises `CopyError` where it is no zip, is damaged or locked, or unpacks to more than the budget.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            infos = archive.infolist()
            if len(infos) > MAX_MEMBERS:
                raise CopyError(
                    f"The Word file has more than {MAX_MEMBERS} members and was not opened. "
                    "Save it again in Word and try once more."
                )
            members = []
            for number, info in enumerate(infos, start=1):
                member = _unpacked(archive, info, number, budget)
                budget -= len(member.content)
                members.append(member)
            stray = (archive.comment, *_outside(content, infos, archive.start_dir))
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError) as error:
        raise CopyError(
            "The file is not a whole Word document: its zip is damaged. Save it again in Word."
        ) from error
    return Opened(members=tuple(members), stray=tuple(part for part in stray if part))


def place_of(name: str, number: int) -> str:
    """A name for a member that is safe to print: its own where Word fixes it, else a number."""
    return name if _KNOWN_MEMBER.fullmatch(name) else f"member {number}"


def _unpacked(archive: zipfile.ZipFile, info: zipfile.ZipInfo, number: int, budget: int) -> Member:
    place = place_of(info.filename, number)
    if info.flag_bits & 0x1:
        raise CopyError(f"{place}: this part is locked with a password. Take the lock off first.")
    with archive.open(info) as stream:  # what a header claims of a size is not believed
        content = stream.read(budget + 1)
    if len(content) > budget:
        raise CopyError(
            f"{place}: the Word file unpacks to more than {MAX_BYTES // 1024**2} MB and was not "
            "searched. Take out large pictures or embedded files."
        )
    return Member(
        place=place, name=info.filename, content=content, remarks=(info.comment, info.extra)
    )


def _outside(content: bytes, infos: list[zipfile.ZipInfo], directory: int) -> tuple[bytes, ...]:
    """Bytes before, between and behind the members: an earlier version can lie there unlisted."""
    gaps, end = [], 0
    for info in sorted(infos, key=lambda info: info.header_offset):
        gaps.append(content[end : info.header_offset])
        at = info.header_offset + 26  # lengths of the name and the extra field
        name, extra = (int.from_bytes(content[at + i : at + i + 2], "little") for i in (0, 2))
        header = content[at + 4 : at + 4 + name + extra]
        if header != info.orig_filename.encode():  # a local header can say more than the directory
            gaps.append(header)
        end = at + 4 + name + extra + info.compress_size
    gaps.append(content[end:directory])
    gaps.append(content[content.rfind(b"PK\x05\x06") + 22 :])  # behind the end record
    return tuple(gaps)
