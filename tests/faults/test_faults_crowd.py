"""Sixteen processes at once on one event keep to the rules in every state that was ever written."""

from __future__ import annotations

from pathlib import Path

from tests.faults import crowd
from tests.faults.calling_forked import POSIX

pytestmark = POSIX


def test_a_crowd_loses_nobody_oversells_nothing_and_keeps_the_queue(tmp_path: Path) -> None:
    tally = crowd.run(tmp_path, 16, 6)
    assert tally.violations == []
    assert tally.tried["states written and checked"] > 20


def test_without_the_lock_the_same_crowd_is_found_out(tmp_path: Path) -> None:
    assert crowd.run(tmp_path, 16, 6, prepare=crowd.unlocked).violations
