"""One writer at a time: an advisory lock on a file beside the data file.

The lock file stays where it is: removing it would let two writers lock two different files of the same name. Who finds
it gone or replaced before writing writes nothing.

The operating system drops the lock when the process that holds it dies (flock(2); LockFileEx on Windows).
"""

from __future__ import annotations

import contextlib
import os
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from netwerk_cli.disk import names
from netwerk_cli.errors import StoreBusy
from netwerk_cli.errors.stores import LockLost
from netwerk_cli.rights import take_after
from netwerk_cli.store.file.places import lock_path

_PAUSE_S = 0.003

if sys.platform == "win32":
    import msvcrt

    def _try(descriptor: int) -> bool:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _try(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


@contextlib.contextmanager
def locked(
    path: Path, *, timeout_s: float, lock: Callable[[Path], Path] = lock_path
) -> Iterator[Callable[[], None]]:
    """Hold the lock of data file `path`, or another one beside it; give a check, raising `LockLost`, that it is ours.

    Raises:
        StoreBusy: another process held it for `timeout_s` seconds.
        OSError: the lock file cannot be opened.
    """
    beside, until = lock(path), time.monotonic() + timeout_s
    while (descriptor := _held(path, beside, until)) is None:
        if time.monotonic() >= until:
            raise StoreBusy(path=str(path), seconds=f"{timeout_s:g}")
        time.sleep(_PAUSE_S)
    try:
        yield lambda: _require(path, beside, descriptor)
    finally:
        _let_go(descriptor)


def _require(path: Path, lock: Path, descriptor: int) -> None:
    if not names(lock, descriptor):
        raise LockLost(path=str(path), lock=lock.name)


def _held(path: Path, lock: Path, until: float) -> int | None:
    """Return the open lock file once it is ours; None when the time is over, or another file took its place."""
    flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NOFOLLOW", 0)
    descriptor = os.open(lock, flags, 0o600)
    try:
        with contextlib.suppress(OSError):  # no data file yet, or a lock file of somebody else
            take_after(descriptor, path, _of_lock, owner=6)
        while not _try(descriptor):
            if time.monotonic() >= until:
                _let_go(descriptor)
                return None
            time.sleep(_PAUSE_S)
        if names(lock, descriptor):  # else the next writer would lock another file
            return descriptor
    except BaseException:
        _let_go(descriptor)
        raise
    _let_go(descriptor)
    return None


def _of_lock(bits: int) -> int:
    """Return the rights to the lock: none for who may only read the data file, as who opens it can stop all writers."""
    return 6 if bits & 2 else 0


def _let_go(descriptor: int) -> None:
    with contextlib.suppress(OSError):  # closed all the same, and what was changed is on disk by now
        os.close(descriptor)
