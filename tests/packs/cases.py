"""A tiny case, and copies made without the stages, for tests of what becomes of copies."""

from __future__ import annotations

from pathlib import Path

from cpdocs.case.case import Case
from cpdocs.case.load import load_text
from cpdocs.editions.rendition import Rendition
from cpdocs.findings import Effect, Finding, Severity
from cpdocs.packs import holding
from cpdocs.packs.copies import Copy, Job
from cpdocs.values import Showing

CANARY = "Zanzibarová"  # a family name that nothing but the case file may hold

TINY = f"""\
cpdocs: 1
case: CP-2026-0077
authority: rotherham
children:
  - id: kid
    subject: true
    name: {{given: Robin, family: {CANARY}}}
    born: 2019-04-12
    lives_at: home
people:
  - id: mum
    name: {{given: Alex, family: {CANARY}, title: Ms}}
    is: [{{mother_of: kid, parental_responsibility: true}}]
    lives_at: home
    needs: {{preferred_language: so, size: 18}}
professionals:
  - id: worker
    name: Jo Sample
    designation: Social worker
    agency: care
    lead_worker_for: [kid]
    contact: {{landline: 01632 960101, email: jo.sample@council.example, secure: true}}
  - {{id: head, name: Chris Specimen, designation: Conference chair, agency: care, role: chair}}
agencies:
  - id: care
    name: Social care
    kind: childrens-social-care
    address: {{lines: [1 Civic Square, Exampleton], postcode: ZZ99 9AA}}
households:
  - id: home
    address: {{lines: [1 Example Close, Exampleton], postcode: ZZ99 3WZ}}
conferences:
  - id: initial-1
    type: initial
    children: [kid]
    starts: 2026-11-23 10:00
    expected_to_end: 12:00
    place: {{form: face-to-face, venue: Example House, room: "2", access: Step-free}}
    chair: head
    letters_dated: 2026-11-12
    purpose:
      - {{text: To agree together what will keep Robin safe., about: [kid]}}
    parts:
      - {{id: together, title: Information and views}}
    invitations:
      - {{who: mum}}
      - {{who: worker}}
"""


def case(text: str = TINY) -> Case:
    """The tiny case."""
    return load_text(text.encode(), "case.yaml")


def case_file(folder: Path, text: str = TINY) -> Path:
    """The tiny case as a file in a folder of its own."""
    folder.mkdir(parents=True)
    path = folder / "case.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def finding(effect: Effect = Effect.HOLDS, code: str = "leak-found") -> Finding:
    """A finding without case text."""
    return Finding(
        code=code,
        effect=effect,
        severity=Severity.ERROR,
        place="page 1 text",
        says="Something is there.",
        source="R 7.6",
    )


def fake(job: Job) -> Copy:
    """A copy made of its errand alone, in no time."""
    errand = job.errand
    whose = "" if errand.showing is Showing.OWN else f"{errand.showing}-"
    name = f"{errand.document}-{errand.conference}-{whose}{errand.form.name}.{errand.form.format}"
    rendition = Rendition(
        name=name,
        form=errand.form,
        language=errand.language,
        content=f"{errand.reader} {name}".encode(),
    )
    return holding.weighed(job, rendition, ())


def held_for_mum(job: Job) -> Copy:
    """As `fake`, but everything of one reader's is held."""
    if job.errand.reader == "mum":
        return holding.weighed(
            job,
            Rendition(name="x.pdf", form=job.errand.form, language="en", content=b"x"),
            (finding(),),
        )
    return fake(job)


def tree(folder: Path) -> dict[str, bytes]:
    """Every file under a folder, by its path there."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}
