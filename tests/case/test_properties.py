"""Whatever the bytes: a case or faults, no other error, and no fault repeats what the file says."""

from __future__ import annotations

import dataclasses
import pickle
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cpdocs.case.load import load, load_text
from cpdocs.errors import InputFaults, UsageError
from tests.case.samples import STARTER, WHOLE, faults_of

CANARY = "Zqxanary"
_MODEST = settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)


@st.composite
def _mutated(draw: st.DrawFn) -> str:
    """The starter or the whole case with a few slices cut, moved, doubled or overwritten."""
    text = draw(st.sampled_from((STARTER, WHOLE)))
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(0, 60)))
        put = draw(
            st.one_of(
                st.just(""),
                st.just(text[start:end] * 2),
                st.just(CANARY),
                st.text(alphabet="{}[]:,-#&*!|>'\"%@`\n\t ~a1\u202e\x00", max_size=6),
            )
        )
        text = text[:start] + put + text[end:]
    return text


@_MODEST
@given(st.binary(max_size=400))
def test_random_bytes_end_in_faults(data: bytes) -> None:
    assert faults_of(data)


@_MODEST
@given(_mutated())
def test_a_spoilt_file_is_a_case_or_has_faults_without_its_words(text: str) -> None:
    for fault in faults_of(text):
        assert CANARY not in repr(dataclasses.astuple(fault))
        assert 0 <= fault.line <= text.count("\n") + 1


def _scalar_spans(text: str) -> list[tuple[int, int]]:
    tokens = yaml.scan(text, Loader=yaml.SafeLoader)
    return [
        (token.start_mark.index, token.end_mark.index)
        for token in tokens
        if isinstance(token, yaml.ScalarToken) and token.style != "|"
    ]


@pytest.mark.parametrize(
    ("wreck", "turn"), [(CANARY, 0), (f"[{CANARY}]", 1), (f"{{{CANARY}: {CANARY}}}", 0)]
)
def test_no_fault_repeats_a_value_or_a_field_name_of_the_file(wreck: str, turn: int) -> None:
    refused = 0
    for start, end in _scalar_spans(WHOLE)[turn::2]:
        faults = faults_of(WHOLE[:start] + wreck + WHOLE[end:])
        refused += bool(faults)
        assert CANARY.lower() not in repr([dataclasses.astuple(f) for f in faults]).lower()
    assert refused > 100  # the rest are free texts, which may be anything


def test_no_fault_repeats_a_name_of_the_case() -> None:
    without_words = re.sub(r"(?m)^(\s*)(born|due|starts|type): .*$", r"\1\2: [x]", WHOLE)
    said = repr([dataclasses.astuple(fault) for fault in faults_of(without_words)])
    assert said != "[]"
    for word in ("Nadia", "Yusuf", "Mahmood", "Riverside", "07700", "ZZ99", "parent-1", "child-a"):
        assert word not in said


def test_an_error_holds_its_faults_in_file_order_and_travels_between_processes() -> None:
    text = WHOLE.replace("subject: false", "subject: x").replace("size: 20", "size: x")
    with pytest.raises(InputFaults) as caught:
        load_text(text.encode(), "case.yaml")
    lines = [fault.line for fault in caught.value.faults]
    assert len(lines) == 2
    assert lines == sorted(lines)
    assert pickle.loads(pickle.dumps(caught.value)).faults == caught.value.faults  # noqa: S301
    assert caught.value.__cause__ is None


def test_a_file_is_named_as_it_was_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    path.write_text("cpdocs: 1\n", encoding="utf-8")
    with pytest.raises(InputFaults) as caught:
        load(path)
    assert {fault.file for fault in caught.value.faults} == {str(path)}
    path.write_text(WHOLE, encoding="utf-8")
    assert load(path) == load_text(WHOLE.encode(), "anything")


def test_a_file_that_is_not_there_is_an_error_of_use(tmp_path: Path) -> None:
    for path in (tmp_path / "none.yaml", tmp_path):
        with pytest.raises(UsageError, match="cannot be opened"):
            load(path)


def test_importing_the_package_loads_no_parser_and_no_model() -> None:
    asked = "import sys, cpdocs.case; sys.exit(any(m in sys.modules for m in ('yaml', 'pydantic')))"
    assert subprocess.run([sys.executable, "-c", asked], check=False).returncode == 0
