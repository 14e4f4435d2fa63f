"""A batch: every copy in its reader's folder, held copies in none, the same bytes every time."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from cpdocs.case.case import Case
from cpdocs.editions.rendition import Rendition
from cpdocs.errors import CopyError, InputFaults, MissingProgram, UsageError
from cpdocs.findings import Effect
from cpdocs.packs import holding, run
from cpdocs.packs.copies import Copy, Job, Outcome
from cpdocs.packs.manifest import MANIFEST
from cpdocs.packs.verify import verify
from cpdocs.sharing import NothingToShare
from tests.meets import meets
from tests.packs.cases import CANARY, TINY, case, case_file, fake, finding, held_for_mum, tree


@pytest.fixture
def making(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[Job], Copy]], None]:
    """Put something in place of the stages between a job and its copy."""
    return lambda made: monkeypatch.setattr(run, "made", made)


Making = Callable[[Callable[[Job], Copy]], None]


def pack_one(folder: Path, **options: str) -> run.PackReport:
    """The tiny case packed in this process."""
    path = folder / "tiny" / "case.yaml"
    if not path.exists():
        case_file(folder / "tiny")
    return run.pack(cases=[path], out=folder / "out", jobs=1, **options)  # type: ignore[arg-type]


@meets("H205")
def test_each_copy_lies_in_the_folder_of_its_reader_and_nowhere_else(
    tmp_path: Path, making: Making
) -> None:
    making(fake)
    report = pack_one(tmp_path)
    assert report.exit_code == 0
    lying = tree(tmp_path / "out" / "tiny")
    del lying["operator/manifest.json"]
    assert {
        "readers/head/agenda-initial-1-standard.docx",
        "readers/mum/agenda-initial-1-large-print-18.pdf",
        "readers/mum/invitation-family-initial-1-large-print-18.pdf",
        "readers/worker/invitation-agency-initial-1-standard.pdf",
    } <= set(lying)
    for path, content in lying.items():
        _, folder, name = path.split("/")
        assert content.decode() == f"{folder} {name}"


def test_what_is_for_the_chair_alone_lies_with_the_operator(tmp_path: Path, making: Making) -> None:
    making(fake)
    pack_one(tmp_path)
    lying = [path.split("/") for path in tree(tmp_path / "out" / "tiny")]
    schedule = {tuple(place[:2]) for place in lying if place[-1].startswith("sharing-schedule")}
    assert schedule == {("operator", "head")}


def test_nothing_of_a_reader_whose_copies_are_held_is_in_readers(
    tmp_path: Path, making: Making
) -> None:
    making(fake)
    pack_one(tmp_path)
    making(held_for_mum)
    report = pack_one(tmp_path)
    pack = tmp_path / "out" / "tiny"
    assert report.exit_code == 1
    assert not (pack / "readers" / "mum").exists()
    assert (pack / "readers" / "worker").is_dir()
    told = json.loads((pack / "operator" / "manifest.json").read_bytes())
    held = [copy for copy in told["copies"] if copy["outcome"] == "held"]
    assert {copy["errand"]["reader"] for copy in held} == {"mum"}
    assert all(copy["name"] is None and copy["sha256"] is None for copy in held)
    assert {found["code"] for copy in held for found in copy["findings"]} == {"leak-found"}


def test_a_reader_s_folder_says_nothing_of_other_readers(tmp_path: Path, making: Making) -> None:
    making(fake)
    pack_one(tmp_path)
    for path, content in tree(tmp_path / "out" / "tiny" / "readers").items():
        others = {"mum", "worker", "head"} - {path.split("/")[0]}
        assert not any(other in path or other.encode() in content for other in others)


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (CopyError("minutes: the date is missing. Record it."), "copy-not-made"),
        (KeyError(CANARY), "unexpected-error"),
        (RuntimeError(f"about {CANARY}"), "unexpected-error"),
    ],
)
def test_an_error_holds_its_own_copy_and_quotes_nothing_of_the_case(
    tmp_path: Path, making: Making, error: Exception, code: str
) -> None:
    def failing(job: Job) -> Copy:
        if job.errand.reader == "mum":
            raise error
        return fake(job)

    making(failing)
    report = pack_one(tmp_path)
    held = report.cases[0].manifest.with_outcome(Outcome.HELD)
    holds = {f.code for entry in held for f in entry.findings if f.effect is Effect.HOLDS}
    assert ({entry.errand.reader for entry in held}, holds) == ({"mum"}, {code})
    assert not any(CANARY.encode() in content for content in tree(tmp_path / "out").values())


def test_an_unexpected_error_is_told_by_its_kind_and_its_place_in_the_code(
    tmp_path: Path, making: Making
) -> None:
    def failing(job: Job) -> Copy:
        return {"x": fake(job)}[CANARY]

    making(failing)
    held = pack_one(tmp_path).cases[0].manifest.with_outcome(Outcome.HELD)
    (told,) = {f for entry in held for f in entry.findings if f.effect is Effect.HOLDS}
    assert "KeyError" in told.says
    assert "cpdocs/packs/run.py:" in told.place
    assert "tests/packs/test_run.py:" in told.place
    assert str(Path.cwd()) not in told.place


def test_a_missing_program_ends_the_run_and_writes_nothing(tmp_path: Path, making: Making) -> None:
    def failing(job: Job) -> Copy:
        raise MissingProgram("Install fonts-noto-core.")

    making(failing)
    with pytest.raises(MissingProgram, match="fonts-noto-core"):
        pack_one(tmp_path)
    assert tree(tmp_path / "out") == {}


def test_whoever_may_see_nothing_gets_nothing_and_the_operator_is_told(
    tmp_path: Path, making: Making
) -> None:
    def none_for_mum(job: Job) -> Copy:
        if job.errand.reader == "mum":
            raise NothingToShare("Nothing was made.")
        return fake(job)

    making(none_for_mum)
    report = pack_one(tmp_path)
    assert report.exit_code == 0
    assert not (tmp_path / "out" / "tiny" / "readers" / "mum").exists()
    nothing = report.cases[0].manifest.with_outcome(Outcome.NOTHING_TO_SHARE)
    assert {entry.errand.reader for entry in nothing} == {"mum"}


def test_two_copies_of_one_name_hold_each_other(tmp_path: Path, making: Making) -> None:
    def same(job: Job) -> Copy:
        rendition = Rendition(name="same.pdf", form=job.errand.form, language="en", content=b"x")
        return holding.weighed(job, rendition, ())

    making(same)
    manifest = pack_one(tmp_path).cases[0].manifest
    assert manifest.paths == {}
    assert all("same-name" in {found.code for found in entry.findings} for entry in manifest.copies)


def test_a_run_that_stops_while_copies_are_made_leaves_the_old_pack(
    tmp_path: Path, making: Making
) -> None:
    making(fake)
    pack_one(tmp_path)
    before = tree(tmp_path / "out")

    def interrupted(job: Job) -> Copy:
        raise KeyboardInterrupt

    making(interrupted)
    with pytest.raises(KeyboardInterrupt):
        pack_one(tmp_path)
    assert tree(tmp_path / "out") == before


def test_a_later_run_leaves_no_stale_file(tmp_path: Path, making: Making) -> None:
    making(fake)
    pack_one(tmp_path)
    path = tmp_path / "tiny" / "case.yaml"
    path.write_text(TINY.replace("      - {who: mum}\n", ""), encoding="utf-8")
    pack_one(tmp_path)
    assert not (tmp_path / "out" / "tiny" / "readers" / "mum").exists()


def test_a_need_not_met_is_told_and_stops_nothing(tmp_path: Path) -> None:
    job = next(job for job in jobs_of(case()) if job.errand.reader == "mum")
    copy = run.make(job)
    assert copy.outcome is Outcome.MADE
    assert "need-not-met" in {told.code for told in copy.findings}
    assert {(need.kind, need.met) for need in copy.needs} == {("language", False), ("size", True)}


def jobs_of(whole: Case) -> tuple[Job, ...]:
    """The jobs of one case."""
    from cpdocs.packs.planning import plan, prepare

    return plan(prepare([whole])[0], None)


@pytest.mark.parametrize("effect", list(Effect))
def test_only_a_finding_that_holds_holds(effect: Effect) -> None:
    job = jobs_of(case())[0]
    rendition = Rendition(name="a.pdf", form=job.errand.form, language="en", content=b"a")
    copy = holding.weighed(job, rendition, (finding(effect),))
    assert (copy.rendition is None) == (effect is Effect.HOLDS)
    assert copy.findings == (finding(effect),)


def test_every_fault_of_every_case_is_told_at_once(tmp_path: Path) -> None:
    one = case_file(tmp_path / "one", TINY.replace("who: mum", "who: nobody"))
    two = case_file(tmp_path / "two", TINY.replace("born:", "borne:"))
    with pytest.raises(InputFaults) as raised:
        run.pack(cases=[one, two], out=tmp_path / "out")
    assert {fault.code for fault in raised.value.faults} >= {"unknown-id"}
    assert len(raised.value.faults) >= 2
    assert not (tmp_path / "out").exists()


def test_two_cases_never_share_a_folder(tmp_path: Path) -> None:
    path = case_file(tmp_path / "one")
    with pytest.raises(UsageError, match="folder of its own"):
        run.pack(cases=[path, path], out=tmp_path / "out")


def test_a_case_without_a_file_is_called_after_its_reference(
    tmp_path: Path, making: Making
) -> None:
    making(fake)
    report = run.pack(cases=[case()], out=tmp_path, jobs=1)
    assert report.cases[0].folder == tmp_path / "cp-2026-0077"


def test_a_stage_with_nothing_to_send_replaces_no_pack(tmp_path: Path, making: Making) -> None:
    making(fake)
    pack_one(tmp_path)
    before = tree(tmp_path / "out")
    with pytest.raises(UsageError, match="tiny"):
        pack_one(tmp_path, stage="minutes")
    assert tree(tmp_path / "out") == before


def test_an_unknown_stage_lists_the_known_ones(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="invitation, reports, conference"):
        pack_one(tmp_path, stage="invitations")


def test_jobs_must_be_a_number_that_makes_sense(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="1 or more"):
        run.pack(cases=[case()], out=tmp_path, jobs=0)


def test_progress_counts_every_copy_once(tmp_path: Path, making: Making) -> None:
    making(fake)
    told: list[tuple[int, int]] = []
    run.pack(cases=[case()], out=tmp_path, jobs=1, progress=lambda *counts: told.append(counts))
    whole = len(told)
    assert whole > 0
    assert told == [(number, whole) for number in range(1, whole + 1)]


def test_a_pack_is_the_same_alone_or_in_a_batch_in_any_order_with_any_number_of_workers(
    tmp_path: Path,
) -> None:
    small = TINY.replace("      - {who: worker}\n", "")
    other = small.replace("Robin", "Ash").replace("CP-2026-0077", "CP-2026-0078")
    one, two = case_file(tmp_path / "one", small), case_file(tmp_path / "two", other)
    run.pack(cases=[two, one], out=tmp_path / "both", jobs=2)
    run.pack(cases=[one], out=tmp_path / "alone", jobs=1)
    assert tree(tmp_path / "both" / "one") == tree(tmp_path / "alone" / "one")
    assert verify(tmp_path / "both" / "two", case(other)) == ()
    assert CANARY.encode() not in (tmp_path / "both" / "one" / MANIFEST).read_bytes()


def test_the_manifest_holds_no_case_text(tmp_path: Path, making: Making) -> None:
    making(fake)
    pack_one(tmp_path)
    told = (tmp_path / "out" / "tiny" / MANIFEST).read_text(encoding="utf-8")
    for text in (CANARY, "Robin", "Alex", "Example Close", "ZZ99", "2019", "01632", '"so"'):
        assert text not in told
