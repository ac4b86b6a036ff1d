"""A clock that goes back and a machine elsewhere change nothing in what is kept."""

from __future__ import annotations

from pathlib import Path

from tests.faults import clocks
from tests.faults.calling_forked import POSIX

pytestmark = POSIX


def test_a_clock_that_is_set_back_leaves_everything_readable(tmp_path: Path) -> None:
    tally = clocks.set_back(tmp_path, rounds=1)
    assert tally.violations == []
    assert tally.tried["a change with the clock behind"] == len(clocks.STORY)


def test_a_clock_at_the_ends_of_the_calendar_is_no_crash(tmp_path: Path) -> None:
    assert clocks.odd(tmp_path, every=13).violations == []


def test_machines_in_different_zones_write_the_same_file(tmp_path: Path) -> None:
    tally = clocks.zones(tmp_path, ("Asia/Tokyo", "America/New_York"), afresh=False)
    assert tally.violations == []
