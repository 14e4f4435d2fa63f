"""Law 3a: a reader's file is the same bytes alone, in any batch, process, place and on any day."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from functools import cache
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from cpdocs.case.load import load
from cpdocs.documents import catalogue
from cpdocs.packs import run
from cpdocs.packs.one import Wanted, render_copy
from cpdocs.values import Format
from tests.packs.cases import tree

DATA = Path(__file__).parents[2] / "data"
STARTER = DATA / "starter" / "case.yaml"
SAMPLES = tuple(sorted((DATA / "cases").glob("*/case.yaml")))

_ELSEWHERE = """
import json, sys
from hashlib import sha256
from pathlib import Path
from cpdocs.packs import run
from tests.packs.cases import tree
out = Path(sys.argv[1])
run.pack(cases=[Path(p) for p in sys.argv[4:]], out=out, stage=sys.argv[2] or None,
         jobs=int(sys.argv[3]))
print(json.dumps({path: sha256(data).hexdigest() for path, data in tree(out).items()}))
"""


def digests(folder: Path) -> dict[str, str]:
    """Each file under a folder by its path, in short."""
    return {path: sha256(content).hexdigest() for path, content in tree(folder).items()}


def packed(cases: tuple[Path, ...], stage: str | None, jobs: int) -> dict[str, str]:
    """The files of a batch packed from this process."""
    with TemporaryDirectory() as folder:
        out = Path(folder)
        run.pack(cases=list(cases), out=out, stage=stage, jobs=jobs)
        return digests(out)


def packed_elsewhere(
    cases: tuple[Path, ...], stage: str | None, jobs: int, **environment: str
) -> dict[str, str]:
    """The files of a batch packed from another process with another environment."""
    with TemporaryDirectory() as folder:
        command = [sys.executable, "-c", _ELSEWHERE, folder, stage or "", str(jobs)]
        done = subprocess.run(
            [*command, *map(str, cases)],
            env={**os.environ, **environment},
            cwd=DATA.parent,
            capture_output=True,
            text=True,
            check=True,
        )
    found: dict[str, str] = json.loads(done.stdout)
    return found


@cache
def made_alone() -> tuple[int, dict[str, bytes]]:
    """The starter's pack, made by itself in one process: its exit code and files."""
    with TemporaryDirectory() as folder:
        report = run.pack(cases=[STARTER], out=Path(folder), stage="invitation", jobs=1)
        return report.exit_code, tree(Path(folder))


def alone() -> dict[str, str]:
    """The files of that pack, in short."""
    return {path: sha256(content).hexdigest() for path, content in made_alone()[1].items()}


def test_the_starter_packs_with_nothing_held() -> None:
    assert made_alone()[0] == 0


@pytest.mark.parametrize("reader", ["father", "social-worker"])
def test_a_copy_made_alone_is_the_file_in_the_batch(reader: str) -> None:
    folder = f"/readers/{reader}/"
    batch = {path: data for path, data in made_alone()[1].items() if folder in path}
    assert batch
    case = load(STARTER)
    for path, content in batch.items():
        name = path.rsplit("/", maxsplit=1)[-1]
        document = next(known.id for known in catalogue.catalogue() if name.startswith(known.id))
        wanted = Wanted(format=Format(name.rsplit(".", maxsplit=1)[-1]))
        copy = render_copy(case, document, reader=reader, wanted=wanted)
        assert copy.rendition is not None
        assert copy.rendition.content == content


@pytest.mark.parametrize(
    ("hash_seed", "zone", "locale"), [("7", "Pacific/Kiritimati", "tr_TR.UTF-8")]
)
def test_a_pack_is_the_same_in_another_process_zone_and_locale(
    hash_seed: str, zone: str, locale: str
) -> None:
    elsewhere = packed_elsewhere(
        (STARTER,), "invitation", 2, PYTHONHASHSEED=hash_seed, TZ=zone, LC_ALL=locale, LANG=locale
    )
    assert elsewhere == alone()


def test_a_pack_is_the_same_on_another_day(monkeypatch: pytest.MonkeyPatch) -> None:
    then = time.time() + 400 * 24 * 3600
    monkeypatch.setattr(time, "time", lambda: then)
    monkeypatch.setattr(time, "localtime", lambda *_: time.gmtime(then))
    assert packed((STARTER,), "invitation", 1) == alone()


@pytest.mark.prove
@pytest.mark.parametrize("jobs", [1, 2])
def test_the_samples_in_full_are_the_same_in_any_order_and_process(jobs: int) -> None:
    together = packed(SAMPLES, None, 2)
    elsewhere = packed_elsewhere(
        tuple(reversed(SAMPLES)), None, jobs, PYTHONHASHSEED="3", TZ="Asia/Kolkata", LC_ALL="C"
    )
    assert elsewhere == together
    for path in SAMPLES:
        own = {
            name: told for name, told in together.items() if name.split("/")[0] == path.parts[-2]
        }
        assert packed((path,), None, jobs) == own
