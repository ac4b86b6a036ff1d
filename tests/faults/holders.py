"""A process that stops while it holds the lock, in the middle of a change: others are told in time."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

from tests.faults.calling_forked import Running
from tests.faults.injection import Fault
from tests.faults.scenes import Tally, add, at, cancel, lines, scene, statuses, well

NOW = at(6)
WAIT_S = 0.1
SLACK_S = 5.0
"""How much longer than asked an answer may take on a busy machine."""

MOMENTS = (
    "io.open file",
    "open staged",
    "write staged",
    "fsync staged",
    "link file",
    "replace staged",
    "fsync folder",
)


def run(folder: Path, moments: tuple[str, ...] = MOMENTS) -> Tally:
    """Stop a writer at each of its steps; meet its lock; end it, or let it go on."""
    tally = Tally("stopped holder")
    for step in moments:
        for end in (signal.SIGKILL, signal.SIGCONT):
            _one(tally, folder, step, end)
    return tally


def _one(tally: Tally, folder: Path, step: str, end: signal.Signals) -> None:
    place = scene(folder / "place")
    (place.folder / "lines.json").write_bytes(lines("many", 3))
    before = place.data()
    holder: Running = place.begin(*add("holder", "talk"), now=NOW, fault=Fault("stop", 0, only=step))
    if not tally.require(holder.stopped(), "it does not stop", step):
        return
    seen = place.data()
    for command in (
        add("other", "talk"),
        cancel("guest0@example.org", "talk"),
        ("event", "edit", "talk", "--title", "Other", "--json"),
        ("registration", "add", "talk", "--from", "lines.json", "--json"),
        ("close-due", "--json"),
        ("restore", "1", "--yes", "--json"),
    ):
        began = time.monotonic()
        ended = place.call(*command, "--lock-timeout", str(WAIT_S), now=NOW)
        took_s = time.monotonic() - began
        tally.tried["a change meanwhile"] += 1
        tally.sound(ended, step, command)
        if command[0] == "restore" and ended.code == 3:
            continue  # that generation was let go of long ago
        tally.require((ended.code, ended.error) == (7, "store_busy"), "another answer", step, command, ended)
        tally.require(WAIT_S <= took_s < WAIT_S + SLACK_S, f"after {took_s:.2f} s", step, command)
    for command in (
        ("event", "list"),
        ("registration", "list", "talk"),
        (*add("other", "talk"), "--dry-run"),
    ):
        ended = place.call(*command, now=NOW)
        tally.tried["a look meanwhile"] += 1
        tally.require(ended.code == 0, "it cannot be read meanwhile", step, command, ended)
    tally.require(place.data() == seen, "changed in spite of the lock", step)
    os.kill(holder.pid, end)
    done = holder.wait()
    there = "holder@example.org" in statuses(place.tree(), "talk")
    if end is signal.SIGCONT:
        tally.require(done.code == 0 and there, "it went on and did not finish", step, done)
    else:
        tally.require(there is (step == "fsync folder"), "neither the old nor the new state", step, done)
        tally.require(there or place.data() == before, "neither the old nor the new state", step, done)
    tally.tried["ended" if end is signal.SIGKILL else "went on"] += 1
    well(place, tally, "next", NOW, step, end.name)
