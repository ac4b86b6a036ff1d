"""A process that stops in the middle of a change keeps the lock; it is free as soon as the process has gone."""

from __future__ import annotations

from pathlib import Path

from tests.faults import holders
from tests.faults.calling_forked import POSIX

pytestmark = POSIX


def test_a_stopped_writer_makes_others_busy_in_time_and_loses_nothing(tmp_path: Path) -> None:
    tally = holders.run(tmp_path, ("write staged",))
    assert tally.violations == []
    assert tally.tried["ended"] == tally.tried["went on"] == 1
