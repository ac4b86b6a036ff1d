"""A damaged file is never a crash, and never a reason to write over what others registered."""

from __future__ import annotations

from pathlib import Path

from tests.faults import damage
from tests.faults.calling_forked import POSIX

pytestmark = POSIX


def test_a_file_that_was_cut_off_is_refused_and_can_be_restored(tmp_path: Path) -> None:
    tally = damage.truncated(tmp_path, 6)
    assert tally.violations == []
    assert tally.tried["registration add: exit 6"] >= 6


def test_a_flipped_byte_is_noticed_or_harms_nobody_else(tmp_path: Path) -> None:
    tally = damage.flipped(tmp_path, 14)
    assert tally.violations == []
    assert tally.tried["registration add: exit 0"]
    assert tally.tried["event list: exit 6"]


def test_a_write_that_would_lose_somebody_is_noticed() -> None:
    before = {
        "event:kickoff": {},
        "registrations:kickoff": {"1": {"name": "An"}},
        "registrations:talk": {"1": {}},
    }
    after = {**before, "registrations:kickoff": {"1": {"name": "An"}, "2": {"name": "Bo"}}}
    assert damage.spared(before, after)
    assert not damage.spared(before, {**after, "registrations:talk": {}})
    assert not damage.spared(before, {**after, "registrations:kickoff": {"2": {"name": "Bo"}}})
    assert not damage.spared(before, {**after, "registrations:kickoff": {"1": {"name": "Bo"}}})
