"""Killed at any moment, erasing somebody was not begun, or the next change finishes it."""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest

from tests.faults.calling_forked import POSIX, Place
from tests.faults.injection import Fault
from tests.faults.scenes import at, scene

pytestmark = POSIX
KILLS = int(os.environ.get("NETWERK_TEST_KILLS", "10"))
WHO = "guest1@example.org"
NAME = b"guest1 Voorbeeld"
ERASE = ("privacy", "erase", WHO, "--yes", "--json")
PURGE = ("privacy", "purge", "--yes", "--json")


def found(place: Place, now: str) -> int:
    """Return the exit code of looking for them: 8 where they are found."""
    return place.call("privacy", "check", "--for", WHO, now=now).code


def points(place: Place, words: tuple[str, ...], now: str) -> list[Fault]:
    """Return a kill before, after and, where it writes, within every system call of a command."""
    faults: list[Fault] = []
    for number, step in enumerate(place.steps(*words, now=now)):
        faults += [Fault("kill", number, moment) for moment in ("before", "after")]
        faults += [Fault("tear", number)] if step.startswith("write") else []
    return faults


@pytest.mark.parametrize(
    ("words", "now"), [(ERASE, at(1)), (PURGE, at(9 * 366 * 24))], ids=["erase", "purge"]
)
def test_erasing_killed_at_any_moment_was_not_begun_or_is_finished_by_the_next_change(
    tmp_path: Path, words: tuple[str, ...], now: str
) -> None:
    model = scene(tmp_path / "model")
    for number in range(3):  # a few earlier states hold them
        assert model.call("event", "edit", "kickoff", "--title", f"Titel {number}", now=now).code == 0
    assert found(model, now) == 8
    chance = random.Random(2024)  # noqa: S311 (moments, not secrets)
    faults = points(model.copy(tmp_path / "counted"), words, now)
    begun = 0
    for fault in chance.sample(faults, min(KILLS, len(faults))):
        place = model.copy(tmp_path / "place")
        before = place.data()
        place.call(*words, now=now, fault=fault)
        if NAME in place.data() and b'"erasing"' not in place.data():
            assert place.data() == before
            assert place.call(*words, now=now).code == 0
        else:
            begun += 1
            doctor = place.call("doctor", "--json", now=now)
            assert doctor.code == 0 or b"erasure_unfinished" in doctor.err or b"staged_left" in doctor.err
            assert place.call("event", "edit", "kickoff", "--title", "Verder", now=now).code == 0
        assert found(place, now) == 0, (fault, place.call("privacy", "check", "--for", WHO, now=now).err)
        assert place.call("doctor", now=now).code == 0
    assert begun
