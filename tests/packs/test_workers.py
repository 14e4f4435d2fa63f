"""Work over several processes gives what one process gives, and one crash spoils one result."""

from __future__ import annotations

import os

import pytest

from cpdocs.errors import MissingProgram
from cpdocs.packs import workers


def double(number: int) -> int:
    """Twice a number; 13 brings the process down, and 99 finds a program missing."""
    if number == 13:
        os._exit(1)
    if number == 99:
        raise MissingProgram("Install it.")
    return 2 * number


def minus(number: int) -> int:
    """What stands for a task whose process died."""
    return -number


@pytest.mark.parametrize("processes", [1, 2, 5])
def test_every_task_has_its_own_result_however_many_processes_work(processes: int) -> None:
    done = dict(workers.each(double, [3, 1, 2], crashed=minus, processes=processes))
    assert done == {0: 6, 1: 2, 2: 4}


def test_a_task_that_brings_its_process_down_spoils_no_other() -> None:
    done = dict(workers.each(double, [1, 13, 2, 3], crashed=minus, processes=2))
    assert done == {0: 2, 1: -13, 2: 4, 3: 6}


@pytest.mark.parametrize("processes", [1, 2])
def test_a_missing_program_ends_the_run(processes: int) -> None:
    with pytest.raises(MissingProgram, match="Install it"):
        dict(workers.each(double, [1, 99, 2], crashed=minus, processes=processes))


def test_no_task_is_no_work() -> None:
    assert list(workers.each(double, [], crashed=minus, processes=2)) == []
