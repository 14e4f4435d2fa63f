"""How hard the sample families' copies are to read: `python -m tests.documents.reading_page` writes
`docs/reading-age.md`."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from statistics import mean

from cpdocs.packs.planning import plan, prepare
from cpdocs.packs.run import in_words
from cpdocs.sharing import NothingToShare
from tests.documents.reading import reading_age, sentence_length

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "reading-age.md"
HEAD = """\
# How hard copies are to read

Measured over every copy that family and children get in the sample cases, with the authority's
words and the case's own: `python -m tests.documents.reading_page` wrote this page. The reading age
is Flesch-Kincaid's grade and five years, with syllables counted by rule, so it is near and not
exact; names, numbers, addresses and headings are left out. Free text counts as it was recorded.

| document | copies | reading age | highest | words a sentence |
|---|---:|---:|---:|---:|
"""


def measured() -> dict[str, list[tuple[float, float]]]:
    """The reading age and the words a sentence of each family copy, by document."""
    found: dict[str, list[tuple[float, float]]] = {}
    seen = set()
    for prepared in prepare(sorted(ROOT.glob("data/cases/*/case.yaml"))):
        case = prepared.case
        family = {it.id for it in case.people} | {it.id for it in case.children}
        for job in plan(prepared, None):
            errand = job.errand
            key = (case.case, errand.document, errand.reader, errand.about, errand.conference)
            if errand.reader not in family or key in seen:
                continue
            seen.add(key)
            with suppress(NothingToShare):
                body = in_words(job)[1].body
                told = (reading_age(body), sentence_length(body))
                found.setdefault(errand.document, []).append(told)
    return found


def page() -> str:
    """The whole page."""
    rows = [
        f"| {name} | {len(told)} | {mean(age for age, _ in told):.1f} "
        f"| {max(age for age, _ in told):.1f} | {mean(length for _, length in told):.1f} |"
        for name, told in sorted(measured().items())
    ]
    return HEAD + "\n".join(rows) + "\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
