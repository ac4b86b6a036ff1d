"""What was written elsewhere since the last change: lines of a file beside the data file, which the next change takes.

So who only reads changes nothing, and waits for nobody. Lines are appended whole; one that was torn is passed over.
"""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from netwerk_cli.store import codec
from netwerk_cli.store.file import places
from netwerk_cli.store.written import Written

_APPENDING = (
    os.O_WRONLY | os.O_APPEND | os.O_CREAT | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NOFOLLOW", 0)
)


def note(path: Path, written: Iterable[Written]) -> None:
    """Note what was written elsewhere, beside data file `path`. Raises `OSError`."""
    lines = [json.dumps(codec.encode(one), ensure_ascii=False) for one in written]
    descriptor = os.open(places.noted_path(path), _APPENDING, 0o600)
    try:
        os.write(descriptor, "".join(f"{line}\n" for line in lines).encode("utf-8", "surrogateescape"))
    finally:
        os.close(descriptor)


def noted(path: Path) -> list[Written]:
    """Return what was noted since the last change."""
    found: list[Written] = []
    for one in places.noted_path(path), places.taken_path(path):
        with contextlib.suppress(OSError):
            found += _read(one.read_bytes())
    return found


def _read(data: bytes) -> Iterator[Written]:
    for line in data.splitlines():
        with contextlib.suppress(ValueError, TypeError, KeyError, RecursionError):
            yield codec.decode(Written, json.loads(line))


def take(path: Path) -> list[Written]:
    """Return what was noted, for a change that keeps it; what is noted from now on waits for the next one."""
    noted, taken = places.noted_path(path), places.taken_path(path)
    with contextlib.suppress(OSError):
        if noted.exists() and not taken.exists():  # else a change was killed before it could let go of it
            noted.rename(taken)
        if taken.exists():
            return [*_read(taken.read_bytes())]
    return []


def let_go(path: Path) -> None:
    """Take away what was taken, once a change has kept it."""
    with contextlib.suppress(OSError):
        places.taken_path(path).unlink(missing_ok=True)
