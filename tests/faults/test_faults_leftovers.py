"""What a killed writer of a result left is taken away by the next one; a writer that still runs keeps its own."""

from __future__ import annotations

import os
import signal
from pathlib import Path

from netwerk_cli.exchange.results import write
from tests.faults.calling_forked import POSIX
from tests.faults.injection import Fault
from tests.faults.scenes import Command, at, scene

pytestmark = POSIX


def test_only_what_killed_writers_of_this_very_file_left_is_swept(tmp_path: Path) -> None:
    mine = [".list.csv.0123456789ab.new", ".list.csv.ffffffffffff.new"]
    others = [
        ".other.csv.0123456789ab.new",
        ".list.csv..new",
        ".list.csv.new",
        ".list.csv.0123456789aX.new",
        ".list.csv.0123456789ab0.new",
        "list.csv",
    ]
    for name in (*mine, *others):
        (tmp_path / name).write_text("An Voorbeeld")
    (tmp_path / "elsewhere").write_text("mine")
    (tmp_path / ".list.csv.aaaaaaaaaaaa.new").symlink_to("elsewhere")
    write(tmp_path / "list.csv", b"name\n", lambda _: None)
    left = sorted([*others, "elsewhere", ".list.csv.aaaaaaaaaaaa.new"])
    assert sorted(path.name for path in tmp_path.iterdir()) == left
    assert (tmp_path / "list.csv").read_bytes() == b"name\n"


def test_a_writer_that_was_stopped_halfway_loses_nothing_to_the_sweep_of_another(tmp_path: Path) -> None:
    place, command = scene(tmp_path / "place"), ("export", "attendees", "talk", "-o", "list.csv")
    first = place.begin(*command, now=at(6), fault=Fault("stop", 0, only="fsync staged"))
    assert first.stopped()
    assert place.call(*command, now=at(6)).code == 0
    assert len(place.leftovers()) == 1
    os.kill(first.pid, signal.SIGCONT)
    assert first.wait().code == 0
    assert place.leftovers() == []


def test_results_of_killed_calls_are_swept_by_the_same_call(tmp_path: Path) -> None:
    commands: list[Command] = [
        ("export", "attendees", "talk", "-o", "list.csv"),
        ("close-due", "--export-dir", "out"),
        ("backup", "copy.json"),
    ]
    for command in commands:
        place = scene(tmp_path / "place")
        killed = place.call(*command, now=at(6), fault=Fault("kill", 0, only="fsync staged"))
        assert killed.code == -9
        assert len(place.leftovers()) == 1
        assert place.call(*command, now=at(6)).code == 0
        assert place.leftovers() == []
