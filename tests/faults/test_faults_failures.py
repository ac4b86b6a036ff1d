"""Whatever system call fails, and however: the documented answer, and the old state or the new."""

from __future__ import annotations

import errno
from pathlib import Path

from tests.faults import failures
from tests.faults.calling_forked import POSIX

pytestmark = POSIX


def test_each_step_of_a_write_that_fails_has_its_documented_answer(tmp_path: Path) -> None:
    tally = failures.documented(tmp_path, ["registration add"])
    assert tally.violations == []
    assert sum(tally.tried.values()) == len(failures.STEPS)


def test_any_system_call_that_fails_is_answered_or_does_no_harm(tmp_path: Path) -> None:
    tally = failures.every_call(tmp_path, ["close-due --export-dir"], [errno.EIO], every=2)
    assert tally.violations == []
    assert tally.tried["(answered with an error)"] > 10
