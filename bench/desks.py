"""Several desks that stay, begun at one moment."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Sequence

from bench import environments
from bench.desk import Desk
from bench.measuring import Failed, Run


def stay(desk: Desk, place: str, events: Sequence[str], each: int, name: str) -> Run:
    """Let a process for each of `events` register so many people there; it takes until the last is done.

    Raises:
        Failed: one of them could not.
    """
    script = str(environments.ROOT / "bench" / "staying.py")
    started = [
        subprocess.Popen(
            [str(desk.ours / "python"), script, place, event, str(each), f"{name}.{number}"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=desk.environment,
        )
        for number, event in enumerate(events)
    ]
    for one in started:
        _says(one)
    begun = time.perf_counter()
    for one in started:
        if one.stdin is not None:
            one.stdin.write("go\n")
            one.stdin.flush()
    slowest = [float(_says(one)) for one in started]
    took = time.perf_counter() - begun
    if any([one.wait() for one in started]):
        raise Failed("A desk that stays did not end well.")
    return Run(took, 0, slowest_s=max(slowest))


def _says(one: subprocess.Popen[str]) -> str:
    """Return the next line of a desk."""
    line = one.stdout.readline().strip() if one.stdout is not None else ""
    if not line:
        raise Failed("A desk that stays could not register somebody.")
    return line
