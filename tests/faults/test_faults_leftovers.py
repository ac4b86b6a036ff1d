"""What a killed writer of a result left is taken away by the next one; a writer that still runs keeps its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from netwerk_cli.exchange.files import sweep, write
from tests.faults.calling_forked import POSIX
from tests.faults.injection import Fault
from tests.faults.scenes import Command, at, scene

pytestmark = POSIX


def dead() -> int:
    """Return the number of a process that has ended."""
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    return process.pid


def test_only_what_dead_writers_of_this_very_file_left_is_swept(tmp_path: Path) -> None:
    gone, parent = dead(), os.getppid()
    mine = [f".list.csv.{gone}.new", f".list.csv.{os.getpid()}.new"]
    others = [
        f".list.csv.{parent}.new",
        f".other.csv.{gone}.new",
        ".list.csv..new",
        ".list.csv.x1.new",
        "list.csv",
    ]
    for name in (*mine, *others):
        (tmp_path / name).write_text("An Voorbeeld")
    sweep(tmp_path / "list.csv")
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(others)
    write(tmp_path / "list.csv", b"name\n")
    assert (tmp_path / "list.csv").read_bytes() == b"name\n"


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
