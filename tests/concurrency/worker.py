"""A process of its own that works on a data file: python worker.py TASK FILE [ARGUMENTS]; reports line by line.

It imports little, so that many can be started in a test.
"""

from __future__ import annotations

import contextlib
import os
import signal
import stat
import sys
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from netwerk_cli.domain import lifecycle, seats
from netwerk_cli.domain.history import Act
from netwerk_cli.domain.seats import Request
from netwerk_cli.errors import NetwerkError
from netwerk_cli.store import FileStore
from netwerk_cli.store.file import lock

ACT = Act(at=datetime(2024, 1, 10, 9, tzinfo=UTC), by="organiser")


def say(line: str) -> None:
    print(line, flush=True)  # noqa: T201 (the parent reads it)


def register(path: str, prefix: str, count: str, pause_s: str = "0") -> None:
    """Register `count` people, each in a change of its own, and report every one that was acknowledged."""
    kept = FileStore(Path(path), lock_timeout_s=60)
    say("ready")
    sys.stdin.readline()
    for number in range(int(count)):
        try:
            with kept.change(ACT) as transaction:
                event, people = transaction.event("kickoff"), transaction.registrations("kickoff")
                name = f"{prefix}{number}"
                request = Request(name=name, email=f"{name}@example.org", received_at=ACT.at)
                outcome = seats.register(event, people, request, ACT)
                time.sleep(float(pause_s))
                transaction.keep(outcome.event, outcome.changed)
        except NetwerkError as err:
            say(f"refused {err.code}")
        else:
            say(f"registered {request.email}")


def register_unlocked(path: str, prefix: str, count: str, pause_s: str) -> None:
    """Do the same without a lock."""

    @contextlib.contextmanager
    def unlocked(*_: object, **__: object) -> Iterator[Callable[[], None]]:
        yield lambda: None

    lock.locked = unlocked
    register(path, prefix, count, pause_s)


def hold(path: str) -> None:
    """Hold the lock until somebody ends this process."""
    with FileStore(Path(path)).change(ACT):
        say("held")
        while True:
            time.sleep(60)


def decide(path: str, email: str) -> None:
    """Register somebody, and wait between reading and writing until the parent says go on."""
    try:
        with FileStore(Path(path)).change(ACT) as transaction:
            event, people = transaction.event("kickoff"), transaction.registrations("kickoff")
            request = Request(name=email, email=email, received_at=ACT.at)
            outcome = seats.register(event, people, request, ACT)
            transaction.keep(outcome.event, outcome.changed)
            say("ready")
            sys.stdin.readline()
    except NetwerkError as err:
        say(f"refused {err.code}")
    else:
        say(f"registered {email}")


def die(path: str, step: str, moment: str) -> None:
    """Be killed just before or just after one system call of a change."""
    name, _, about = step.partition(" ")
    real: Callable[..., Any] = getattr(os, name)

    def fatal(first: Any, *rest: Any, **options: Any) -> Any:
        meant = _describe(first) == about
        if meant and moment == "before":
            os.kill(os.getpid(), signal.SIGKILL)
        result = real(first, *rest, **options)
        if meant:
            os.kill(os.getpid(), signal.SIGKILL)
        return result

    setattr(os, name, fatal)
    with FileStore(Path(path)).change(ACT) as transaction:
        transaction.keep(lifecycle.amend(transaction.event("kickoff"), ACT, title="Another title"))


def _describe(first: Any) -> str:
    """Say what a system call is about: the data file, the staged one, a generation, or a folder."""
    if isinstance(first, int):
        return "folder" if stat.S_ISDIR(os.fstat(first).st_mode) else "staged"
    name = Path(first).name
    if name.endswith(".new"):
        return "staged"
    return "generation" if name.startswith("0000") else "file"


def undo(path: str, count: str) -> None:
    """Take back the last change that stands, again and again, and report each one that was."""
    from netwerk_cli.services import undoing
    from netwerk_cli.services.caller import Caller

    kept = FileStore(Path(path), lock_timeout_s=60)
    say("ready")
    sys.stdin.readline()
    for _ in range(int(count)):
        try:
            done = undoing.undo(Caller(store=kept, now=ACT.at, by=ACT.by, zone="Europe/Brussels"))
        except NetwerkError as err:
            say(f"refused {err.code}")
        else:
            say(f"undone {done.change.code}")


def outgrow(path: str) -> None:
    """Try to write a file that the system does not let grow so large."""
    import resource

    resource.setrlimit(resource.RLIMIT_FSIZE, (500, 500))
    try:
        with FileStore(Path(path)).change(ACT) as transaction:
            event = lifecycle.amend(transaction.event("kickoff"), ACT, description="long " * 1000)
            transaction.keep(event)
    except NetwerkError as err:
        say(f"{type(err).__name__} {err.facts['problem']}")


if __name__ == "__main__":
    tasks: list[Callable[..., None]] = [register, register_unlocked, hold, decide, die, undo, outgrow]
    {task.__name__: task for task in tasks}[sys.argv[1]](*sys.argv[2:])
