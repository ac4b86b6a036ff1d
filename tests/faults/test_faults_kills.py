"""Killed at any moment, the program leaves a whole file that holds all it acknowledged."""

from __future__ import annotations

from pathlib import Path

from tests.faults import kills
from tests.faults.calling_forked import POSIX
from tests.faults.scenes import at, scene

pytestmark = POSIX


def test_calls_killed_at_any_moment_leave_the_old_state_or_the_new(tmp_path: Path) -> None:
    tally = kills.run(tmp_path, 24)
    assert tally.violations == []
    assert tally.tried["(around a system call)"] > 6


def test_calls_killed_in_interpreters_of_their_own_leave_the_old_state_or_the_new(tmp_path: Path) -> None:
    tally = kills.run(tmp_path, 0, afresh=4, seed=2)
    assert tally.violations == []
    assert tally.tried["(around a system call)"] >= 1


def test_points_of_every_write_are_under_fire(tmp_path: Path) -> None:
    place = scene(tmp_path / "place")
    steps = set(place.steps(*kills.commands(place, 0)["registration add"], now=at(1)))
    assert {
        "flock lock",
        "open staged",
        "write staged",
        "fsync staged",
        "link file",
        "replace staged",
    } <= steps
    assert {"fsync folder", "unlink generation"} <= steps
