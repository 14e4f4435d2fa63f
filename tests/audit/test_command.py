"""`cpdocs audit` on any file: what it finds, what it could not read, and what it ends with."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pikepdf
import pytest

from cpdocs import cli
from cpdocs.editions.docx_zip import packed
from tests.audit import foreign
from tests.packs.cases import CANARY, TINY, case_file

# The father may not know where the mother and the child live.
APART = TINY.replace(
    "professionals:\n",
    "  - id: dad\n    name: {given: Lee, family: Other}\n    is: [{father_of: kid}]\n"
    "    lives_at: flat\nprofessionals:\n",
).replace(
    "address: {lines: [1 Example Close, Exampleton], postcode: ZZ99 3WZ}\n",
    "address: {lines: [7 Quarmby Fold, Wrenfield], postcode: ZZ99 7QF}\n    protected: true\n"
    "  - id: flat\n    address: {lines: [1 Example Close, Exampleton], postcode: ZZ99 3WZ}\n",
)
READER = "dad"
HIDDEN = "7 Quarmby Fold"
WORDS = f"<p>Write to {HIDDEN}, Wrenfield, ZZ99 7QF.</p>"
PLACE = "households.home.address"


def _pdf(words: str) -> bytes:
    out = io.BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.docinfo["/Keywords"] = words
        pdf.save(out)
    return out.getvalue()


FILES: dict[str, bytes] = {
    "PDF": _pdf(f"Write to {HIDDEN}"),
    "page": f"<html>{WORDS}".encode(),
    "e-book": foreign.epub(OEBPS__a_xhtml=f"<html>{WORDS}"),
    "Word": packed(
        {
            "[Content_Types].xml": b"<Types/>",
            "word/document.xml": f"<d>{HIDDEN}, Wrenfield, ZZ99 7QF</d>".encode(),
        }
    ),
    "braille": foreign.brf(
        [
            foreign.wrapped(cells)
            for cells in foreign.braille([f"Write to {HIDDEN}, Wrenfield."], "en-ueb-g2.ctb")
        ]
    ),
}


@pytest.fixture
def apart(tmp_path: Path) -> Path:
    """The case as a file."""
    return case_file(tmp_path / "tiny", APART)


@pytest.mark.parametrize("suffix", ["pdf", "docx", "bin", ""])
@pytest.mark.parametrize("kind", FILES)
def test_a_leak_is_found_in_any_kind_of_file_whatever_its_name_says(
    apart: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], kind: str, suffix: str
) -> None:
    file = tmp_path / f"copy.{suffix}".rstrip(".")
    file.write_bytes(FILES[kind])
    assert cli.main(["audit", str(file), "--case", str(apart), "--for", READER]) == 1
    said = capsys.readouterr()
    assert "leak-found" in said.out
    assert PLACE in said.out
    assert not any(word in said.out + said.err for word in ("Quarmby", "7QF", "Wrenfield", CANARY))


def _run(file: Path, case: Path, *more: str) -> int:
    return cli.main(["audit", str(file), "--case", str(case), "--for", READER, *more])


def test_a_file_that_tells_nothing_is_clean(
    apart: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "a"
    file.write_bytes(b"<html><p>You are asked to come.</p>")
    assert _run(file, apart) == 0
    assert capsys.readouterr().out == "Nothing that is withheld from this reader was found.\n"


def test_a_name_in_the_file_s_own_name_is_found(apart: Path, tmp_path: Path) -> None:
    file = tmp_path / "7-quarmby-fold.html"
    file.write_bytes(b"<html><p>You are asked to come.</p>")
    assert _run(file, apart) == 1


def test_a_picture_is_told_as_not_read_and_is_no_leak(
    apart: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "a"
    file.write_bytes(b"<html><p>See <img src='a.png' alt='the room'></p>")
    assert _run(file, apart) == 0
    said = capsys.readouterr().out
    assert said.startswith("img 1: not-read: ")
    assert said.endswith("was found in what could be read.\n")
    assert _run(file, apart, "--json") == 0
    (told,) = json.loads(capsys.readouterr().out)
    assert (told["code"], told["effect"], told["place"]) == ("not-read", "tells", "img 1")


def test_a_leak_beside_a_picture_ends_with_1(
    apart: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "a"
    file.write_bytes(f"<html><img src='a.png' alt='{HIDDEN}'>".encode())
    assert _run(file, apart, "--json") == 1
    codes = {each["code"] for each in json.loads(capsys.readouterr().out)}
    assert codes == {"leak-found", "not-read"}


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"\xd0\xcf\x11\xe0 an old Word file", "PDF, DOCX, HTML, EPUB, BRF, PEF"),
        (b"%PDF-1.7 no more", "damaged"),
        (FILES["Word"][:200], "no file that can be read back"),
        (packed({"word/document.xml": b"<open>"}), "not well-formed"),
    ],
)
def test_a_file_that_cannot_be_searched_ends_with_2_and_says_why(
    apart: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], content: bytes, says: str
) -> None:
    file = tmp_path / "a.docx"
    file.write_bytes(content)
    assert _run(file, apart) == 2
    said = capsys.readouterr()
    assert said.err.startswith(str(file))
    assert says in said.err
    assert "Nothing" not in said.out


def test_a_reader_who_is_not_of_the_case_ends_with_2(
    apart: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "a"
    file.write_bytes(FILES["page"])
    assert cli.main(["audit", str(file), "--case", str(apart), "--for", "nobody"]) == 2
    assert "mum" in capsys.readouterr().err


def test_braille_without_liblouis_ends_with_3(
    apart: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    file = tmp_path / "a.brf"
    file.write_bytes(FILES["braille"])
    monkeypatch.setattr("shutil.which", lambda _: None)
    assert _run(file, apart) == 3
    assert "liblouis-bin" in capsys.readouterr().err
