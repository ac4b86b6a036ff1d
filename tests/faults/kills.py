"""SIGKILL, spread over the write path of real commands: at random moments, and around and within every system call."""

from __future__ import annotations

import random
import time
from itertools import cycle
from pathlib import Path

from tests.faults.calling_forked import Ended, Place, ended
from tests.faults.injection import Fault
from tests.faults.scenes import Command, Tally, add, at, cancel, holds, lines, scene, told, well

ROUND = 60
"""Kills before the scene is made afresh."""


def commands(place: Place, nth: int) -> dict[str, Command]:
    """Return the commands under fire by name; the `nth` time in a round each still finds something to change."""
    kept = (path.stem for path in (place.folder / "netwerk.json.generations").glob("*.json"))
    newest = str(max(map(int, kept), default=1))
    (place.folder / "lines.json").write_bytes(lines(f"many{nth}-", 5))
    return {
        "registration add": add(f"new{nth}"),
        "registration cancel": cancel(f"guest{nth % 40}@example.org", "talk"),
        "event edit": ("event", "edit", "kickoff", "--capacity", str(9 + nth), "--json"),
        "close-due": ("close-due", "--json"),
        "restore": ("restore", newest, "--yes", "--json"),
        "close-due --export-dir": ("close-due", "--export-dir", "out", "--json"),
        "registration add --from": ("registration", "add", "talk", "--from", "lines.json", "--json"),
    }


def points(place: Place) -> list[tuple[str, Fault]]:
    """Return a kill before, after and, where it writes, within every system call of every command."""
    found: list[tuple[str, Fault]] = []
    for name, command in commands(place, 0).items():
        for number, step in enumerate(place.steps(*command, now=at(5))):
            found += [(name, Fault("kill", number, moment)) for moment in ("before", "after")]
            found += [(name, Fault("tear", number))] if step.startswith("write") else []
    return found


class Killing:
    """Kills one call after the other, and looks after each what became of the file."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.folder = folder
        self.chance = random.Random(seed)  # noqa: S311 (moments, not secrets)
        self.tally = Tally("kills")
        self.place = scene(folder / "place")
        self.days = self.killed = 0
        self.points = points(self.place)
        self.chance.shuffle(self.points)
        self.pool = cycle(self.points)
        self.names = cycle(commands(self.place, 0))

    def kill(self, number: int, *, exactly: bool, afresh: bool = False) -> None:
        """Kill one call: at a point of the list or at a random moment; `afresh` in an interpreter started for it."""
        if number % ROUND == 0:
            self.place, self.days = scene(self.folder / "place"), 0
        name, fault = next(self.pool) if exactly else (next(self.names), None)
        self.days += name.startswith("close-due")
        command, now = commands(self.place, number % ROUND)[name], at(5 * self.days)
        before = self.place.data()
        twin = self.place.copy(self.folder / "twin")
        began = time.monotonic()
        unharmed = twin.call(*command, now=now)
        took_s = time.monotonic() - began
        if not self.tally.require(unharmed.code == 0, "it fails without a fault", command, unharmed):
            return
        if afresh:
            killed = ended(self.place.start(*command, now=now, fault=fault))
        else:
            call = self.place.begin(*command, now=now, fault=fault)
            if fault is None:
                time.sleep(self.chance.uniform(0, 1.1 * took_s))
                call.kill()
            killed = call.wait()
        self._look(killed, before, twin, name, fault)
        well(self.place, self.tally, f"next{number}", now, name, fault)
        if list((self.place.folder / "out").glob(".*")):
            self.tally.tried["(half a list left behind)"] += 1
            again = self.place.call(*command, now=now)
            left = self.place.leftovers()
            self.tally.require(again.code == 0 and not left, "half a list is not swept", left, fault, again)

    def _look(self, killed: Ended, before: bytes, twin: Place, name: str, fault: Fault | None) -> None:
        data, after = self.place.data(), twin.data()
        acknowledged = killed.code == 0 or killed.out.strip() != b""
        self.tally.tried[
            f"{name}, killed" if killed.code == -9 else f"{name}, over before it was killed"
        ] += 1
        if fault is not None:
            self.tally.tried["(around a system call)"] += killed.code == -9
        self.tally.require(killed.code in (0, -9), "ended otherwise", name, fault, killed)
        self.tally.require(data in (before, after), "neither the old nor the new state", name, fault, killed)
        if acknowledged:
            self.tally.require(data == after, "acknowledged and lost", name, fault, killed)
            self.tally.require(holds(self.place.tree(), told(killed)), "answered otherwise", name, killed)
        if killed.code == -9:
            self.killed += 1
            self.tally.tried["(new state)" if data == after else "(old state)"] += 1
            self.tally.tried["(temporary file left behind)"] += bool(self.place.leftovers())


def run(folder: Path, count: int, *, seed: int = 1, afresh: int = 0) -> Tally:
    """Kill `count` forked calls, half of them around system calls, and `afresh` more in fresh interpreters.

    Calls that were over before they could be killed come on top.
    """
    killing = Killing(folder, seed)
    number = 0
    while number < 2 * count and killing.killed < count:
        killing.kill(number, exactly=number % 2 == 1)
        number += 1
    for more in range(number, number + afresh):
        killing.kill(more, exactly=True, afresh=True)
    return killing.tally
