"""No room, no rights, nobody to tell: the documented answer, the old state, and nothing left behind."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults import disks
from tests.faults.calling_forked import POSIX
from tests.faults.scenes import Tally

pytestmark = POSIX


def passed(tally: Tally) -> None:
    assert tally.violations == []
    if tally.skipped and not tally.tried:
        pytest.skip(tally.skipped[0])
    assert tally.tried


def test_a_full_disk_leaves_the_old_state(tmp_path: Path) -> None:
    passed(disks.full(tmp_path, every=7))


def test_a_file_that_may_not_grow_leaves_the_old_state(tmp_path: Path) -> None:
    passed(disks.limited(tmp_path, 20_000))


def test_an_output_that_is_full_is_no_crash_and_no_lost_change(tmp_path: Path) -> None:
    passed(disks.output(tmp_path))


def test_a_read_only_folder_can_be_read_and_refuses_every_change(tmp_path: Path) -> None:
    passed(disks.read_only(tmp_path))
