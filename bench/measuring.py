"""Running a process and saying how long it took and how much memory it had; pairs of them, and their ratio."""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

WARM_UP = 2
"""Pairs that run before those that count."""


_NOTHING = Path(os.devnull)


class Failed(Exception):
    """A measured program did not do what it is measured for."""


class Skipped(Exception):
    """Something that a row needs is not to be had here."""


class Run(NamedTuple):
    """One measured thing: wall-clock time, the largest resident memory of a process in it, and what it printed.

    Of several at once `slowest_s` is the time of the slowest; `trips` is how often a server was asked something.
    """

    seconds: float
    peak_bytes: int
    output: bytes = b""
    slowest_s: float = 0.0
    trips: int = 0


class Pairs(NamedTuple):
    """The counted runs of A and of B, in the order in which they took turns."""

    a: list[Run]
    b: list[Run]

    @property
    def ratios(self) -> list[float]:
        """A over B, pair by pair, lowest first."""
        return sorted(a.seconds / b.seconds for a, b in zip(self.a, self.b, strict=True))

    @property
    def ratio(self) -> float:
        """The median of the ratios."""
        return statistics.median(self.ratios)


def take_turns(a: Callable[[], Run], b: Callable[[], Run], count: int, *, warm_up: int = WARM_UP) -> Pairs:
    """Run A, B, A, B, … and return the last `count` of each."""
    pairs = [(a(), b()) for _ in range(warm_up + count)][warm_up:]
    return Pairs([one for one, _ in pairs], [other for _, other in pairs])


def median_s(runs: Sequence[Run]) -> float:
    """Return the median time of `runs`, in seconds."""
    return statistics.median(run.seconds for run in runs)


def process(arguments: Sequence[str], environment: Mapping[str, str], *, stdin: Path | None = None) -> Run:
    """Run one process with its standard output in a pipe, from before it exists until it is gone.

    What it writes to standard error goes into a file. posix_spawn(3) keeps the cost of starting it the same,
    whatever the memory of this program; its peak memory counts as the child's until that has more of its own.

    Raises:
        Failed: it did not exit with 0.
    """
    if sys.platform == "win32":
        raise Failed("This needs posix_spawn and wait4.")
    reading, writing = os.pipe()
    with tempfile.TemporaryFile() as complaints, (stdin or _NOTHING).open("rb") as source:
        actions = [
            (os.POSIX_SPAWN_DUP2, source.fileno(), 0),
            (os.POSIX_SPAWN_DUP2, writing, 1),
            (os.POSIX_SPAWN_DUP2, complaints.fileno(), 2),
        ]
        started = time.perf_counter()
        number = os.posix_spawn(arguments[0], list(arguments), environment, file_actions=actions)
        os.close(writing)
        with os.fdopen(reading, "rb") as pipe:
            output = pipe.read()
        _, status, usage = os.wait4(number, 0)
        seconds = time.perf_counter() - started
        if status:
            complaints.seek(0)
            raise Failed(f"{arguments}: {complaints.read().decode(errors='replace')}")
    return Run(seconds, usage.ru_maxrss * 1024, output)


def together(workers: Sequence[Callable[[], Sequence[Run]]]) -> Run:
    """Run all workers at once and return how long it took until the last was done."""
    with ThreadPoolExecutor(len(workers)) as pool:
        started = time.perf_counter()
        runs = [run for done in pool.map(lambda worker: worker(), workers) for run in done]
        took = time.perf_counter() - started
        return Run(took, max(run.peak_bytes for run in runs), slowest_s=max(run.seconds for run in runs))


def in_a_row(calls: Sequence[Callable[[], Run]]) -> Run:
    """Run all calls one after the other and return how long it took."""
    started = time.perf_counter()
    runs = [call() for call in calls]
    return Run(time.perf_counter() - started, max(run.peak_bytes for run in runs))
