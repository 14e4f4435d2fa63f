"""Law 7: whatever a real copy could leak by, and however it is hidden, the inspection finds it."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from importlib import import_module
from pathlib import Path

import pikepdf
import pytest

from cpdocs.audit import inspect, inspect_any
from cpdocs.documents import catalogue
from cpdocs.documents.composed import Composed
from cpdocs.editions import html
from cpdocs.editions.render import render
from cpdocs.editions.rendition import Rendition
from cpdocs.findings import Effect, Finding
from cpdocs.packs import run
from cpdocs.packs.copies import Job, Outcome, Prepared
from cpdocs.packs.planning import plan
from cpdocs.sharing.ledger import Ledger, NeedleKind
from cpdocs.values import Form, Format
from tests.audit import foreign
from tests.editions import planted, planted_docx
from tests.laws import sample
from tests.meets import meets
from tests.packs.cases import tree

READER, DOCUMENT = "father-t", "agenda"


@cache
def clean(kind: Format) -> Rendition:
    """A real copy of one reader, as it is sent."""
    return sample.copy(sample.case(), READER, DOCUMENT, Form(format=kind))


@cache
def ledger() -> Ledger:
    """What that reader may not have."""
    covers = frozenset(catalogue.document(DOCUMENT).covers)
    return sample.shared(sample.case(), READER, covers).ledger


@cache
def secret() -> str:
    """Somebody's name in two words, or a line of an address, withheld from that reader."""
    return next(
        needle.text
        for needle in ledger().needles
        if needle.kind is NeedleKind.WORDS
        and needle.text.replace(" ", "").isalpha()
        and len(needle.text.split()) == 2
        and all(len(word) > 4 for word in needle.text.split())
    )


def findings(content: bytes, kind: Format, name: str | None = None) -> tuple[Finding, ...]:
    """What the inspection tells of that content in the place of the real copy's."""
    copy = clean(kind)
    return inspect(replace(copy, content=content, name=name or copy.name), ledger())


def told(found: tuple[Finding, ...]) -> bool:
    """Whether the leak is found, holds the copy, and is told without a word of the case."""
    said = " ".join(f"{each.place} {each.says}" for each in found).casefold()
    assert secret() not in said
    return {each.code for each in found} == {"leak-found"} and all(
        each.effect is Effect.HOLDS for each in found
    )


@pytest.mark.parametrize("kind", list(Format))
def test_the_copy_as_it_is_sent_has_no_finding(kind: Format) -> None:
    assert findings(clean(kind).content, kind) == ()


def _with_link(content: bytes) -> bytes:
    """The PDF with an ordinary link to change: the agenda has none of its own."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(content)) as pdf:
        link = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot,
            Subtype=pikepdf.Name.Link,
            Rect=pikepdf.Array([0, 0, 9, 9]),
            A=pikepdf.Dictionary(S=pikepdf.Name.URI, URI=pikepdf.String("https://example.org/")),
        )
        pdf.pages[0].Annots = pikepdf.Array([pdf.make_indirect(link)])
        pdf.save(out)
    assert findings(out.getvalue(), Format.PDF) == ()
    return out.getvalue()


@meets("H087", "H099")
@pytest.mark.parametrize("name", planted.PDF)
def test_a_leak_in_a_pdf_is_found(name: str) -> None:
    content = clean(Format.PDF).content
    if name == "link":
        content = _with_link(content)
    assert told(findings(planted.in_pdf(content, name, secret()), Format.PDF))


@pytest.mark.parametrize("name", planted.LOOSE)
def test_a_leak_left_lying_in_a_pdf_is_found(name: str) -> None:
    content = planted.LOOSE[name](clean(Format.PDF).content, secret())
    assert told(findings(content, Format.PDF))


def test_letters_of_a_removed_name_left_in_a_font_are_found() -> None:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(clean(Format.PDF).content)) as pdf:
        codes = (f"<{n:04X}> <{ord(c):04X}>" for n, c in enumerate(secret(), start=9000))
        added = "\n".join(("", f"{len(secret())} beginbfchar", *codes, "endbfchar", "")).encode()
        fonts = [o for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and "/ToUnicode" in o]
        letters = fonts[0].ToUnicode
        letters.write(letters.read_bytes().replace(b"endcmap", added + b"endcmap"))
        pdf.save(out)
    assert told(findings(out.getvalue(), Format.PDF))


WORD = sorted(planted_docx.hidden(clean(Format.DOCX).content, "Anne Other"))


@cache
def _word() -> dict[str, bytes]:
    return planted_docx.hidden(clean(Format.DOCX).content, secret())


@meets("H087", "H099")
@pytest.mark.parametrize("name", WORD)
def test_a_leak_in_a_word_file_is_found(name: str) -> None:
    assert told(findings(_word()[name], Format.DOCX))


@pytest.mark.parametrize("name", planted_docx.LOOSE)
def test_a_leak_between_the_members_of_a_word_file_is_found(name: str) -> None:
    content = planted_docx.LOOSE[name](clean(Format.DOCX).content, f" {secret()} ")
    assert told(findings(content, Format.DOCX))


@pytest.mark.parametrize("name", [*planted.HTML, *planted.ENCODED])
def test_a_leak_in_a_page_is_found(name: str) -> None:
    content = planted.in_page(clean(Format.HTML).content, name, secret())
    assert told(findings(content, Format.HTML))


def _as_epub(page: bytes) -> bytes:
    """The real copy as a stranger's e-book."""
    return foreign.epub(OEBPS__a_xhtml=page)


def _as_braille(page: bytes, more: str = "") -> bytes:
    """The real copy in contracted braille, as a transcriber would send it."""
    words = f"{html.page_words(page).text} {more}".split()
    lines = [" ".join(words[at : at + 40]) for at in range(0, len(words), 40)]
    cells = foreign.wrapped("\u2800".join(foreign.braille(lines, "en-ueb-g2.ctb")))
    return foreign.brf([cells[at : at + 27] for at in range(0, len(cells), 27)])


def any_findings(content: bytes, name: str = "agenda.bin") -> tuple[Finding, ...]:
    """What the inspection tells of any file, whoever made it and whatever it is called."""
    return inspect_any(content, name, ledger())


def test_a_stranger_s_file_that_tells_nothing_has_no_finding() -> None:
    page = clean(Format.HTML).content
    assert any_findings(_as_epub(page)) == ()
    assert any_findings(_as_braille(page)) == ()
    for kind in Format:
        assert any_findings(clean(kind).content) == ()


@meets("H099")
def test_a_leak_in_an_e_book_or_in_braille_is_found() -> None:
    page = clean(Format.HTML).content
    planted_page = page.replace(b"</main>", f"<p>{secret()}</p></main>".encode())
    assert told(any_findings(_as_epub(planted_page)))
    assert told(any_findings(_as_braille(page, secret().title())))


@pytest.mark.parametrize("name", foreign.EPUB)
def test_a_leak_hidden_in_an_e_book_is_found(name: str) -> None:
    found = any_findings(foreign.EPUB[name](secret().title()))
    assert told(tuple(each for each in found if each.code != "not-read"))


@pytest.mark.parametrize("name", foreign.BRAILLE)
def test_a_leak_hidden_in_braille_is_found(name: str) -> None:
    assert told(any_findings(foreign.BRAILLE[name](secret().title())))


@pytest.mark.parametrize("name", planted.ENCODED)
def test_a_leak_behind_an_encoding_is_found_by_undoing_it(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = planted.in_page(clean(Format.HTML).content, name, secret())
    assert told(findings(content, Format.HTML))
    read_plainly = {"letters by number", "a style's own escapes", "plus signs in a link"}
    monkeypatch.setattr(import_module("cpdocs.audit.inspect"), "decoded", lambda _: ())
    assert bool(findings(content, Format.HTML)) == (name in read_plainly)


@meets("H099")
@pytest.mark.parametrize("kind", list(Format))
def test_a_leak_in_a_file_name_is_found(kind: Format) -> None:
    name = f"agenda-{secret().replace(' ', '-')}.{kind}"
    assert told(findings(clean(kind).content, kind, name))


def _leaking(honest: Callable[[Composed, Form], Rendition]) -> Callable[..., Rendition]:
    def leaky(composed: Composed, form: Form) -> Rendition:
        made = honest(composed, form)
        return replace(made, content=planted.in_pdf(made.content, "xmp", secret()))

    return leaky


@pytest.mark.parametrize("leaks", ["leaking", "clean"])
def test_a_copy_with_a_leak_reaches_no_reader_s_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, leaks: str
) -> None:
    if leaks == "leaking":
        monkeypatch.setattr(run, "render", _leaking(render))

    def only(prepared: Prepared, stage: str | None) -> tuple[Job, ...]:
        wanted = (job for job in plan(prepared, stage) if job.errand.reader == READER)
        return tuple(job for job in wanted if job.errand.document == DOCUMENT)

    monkeypatch.setattr(run, "plan", only)
    report = run.pack(cases=[sample.case()], out=tmp_path, stage="invitation", jobs=1)
    written = [path for path in tree(tmp_path) if "/readers/" in path]
    (entry,) = report.cases[0].manifest.copies
    codes = {each.code for each in entry.findings}
    if leaks == "leaking":
        assert written == []
        assert entry.outcome is Outcome.HELD
        assert "leak-found" in codes
        assert report.exit_code == 1
        assert secret() not in b"".join(tree(tmp_path).values()).decode().casefold()
    else:
        assert len(written) == 1
        assert "leak-found" not in codes
        assert report.exit_code == 0
