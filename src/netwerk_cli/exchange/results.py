"""Writing a result: whole or not at all where it is a file; a device or pipe is written to, and stays what it is."""

from __future__ import annotations

import errno
import os
import stat
import sys
import time
from collections.abc import Callable
from pathlib import Path

from netwerk_cli import causes, disk
from netwerk_cli.errors import InputOutput
from netwerk_cli.errors.stores import NotDurable
from netwerk_cli.wording import Wording

Guard = Callable[[Path], None]
"""Raises when a result may not be written there: every writer has to say which places those are."""

_READER_S = 5.0
"""How long a pipe may take to have a reader; the lock of the data file may be held meanwhile."""
_MOST_LINKS = 40
_OPEN = os.O_WRONLY | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NOCTTY", 0) | getattr(os, "O_NONBLOCK", 0)
_OTHERS_WRITE, _ANYBODY_WRITES = 0o022, 0o002


def write(target: Path, data: bytes, guard: Guard, *, readable: bool = False) -> None:
    """Make `data` the content of `target`: the old file or the new one, never a part.

    A file that was there keeps its mode; a new one is for its owner only, or `readable` for everybody. Links are
    followed, but not one that somebody else put where others may write.

    Raises:
        InputOutput: nothing was changed.
        NotDurable: it is in place, but flushing the folder failed.
    """
    guard(target)
    try:
        place = _followed(target)
        if isinstance(place, int):
            _fill(os.dup(place), data)
        elif (found := _found(place)) is None or stat.S_ISREG(found.st_mode):
            _replace(place, data, exists=found is not None, readable=readable)
        else:
            _refuse_planted(place, _ANYBODY_WRITES)
            _fill(_opened(place, patient=stat.S_ISFIFO(found.st_mode)), data)
    except BrokenPipeError:
        raise
    except OSError as err:
        raise InputOutput(path=str(target), problem=causes.system(err)) from err


def _followed(target: Path) -> Path | int:
    """Return the file that `target` leads to, or the open file of ours that it stands for, as /dev/stdout does."""
    for _ in range(_MOST_LINKS):
        if target.name.isdecimal() and os.path.realpath(target.parent) in (
            "/dev/fd",
            f"/proc/{os.getpid()}/fd",
        ):
            return int(target.name)
        if not target.is_symlink():
            return target
        _refuse_planted(target, _OTHERS_WRITE)
        target = target.parent / target.readlink()
    raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))


def _refuse_planted(path: Path, shared: int) -> None:
    """Refuse what somebody else put in a folder where others may write: it would lead to where they choose."""
    if not _mine(path, shared):
        why = Wording("somebody else put it there, in a folder where others may write")
        raise InputOutput(path=str(path), problem=why)


def _mine(path: Path, shared: int) -> bool:
    """Whether what lies at `path` is ours or root's, or lies in a folder of that kind with no mode bit of `shared`."""
    if sys.platform == "win32":
        return True
    us, folder = (os.geteuid(), 0), path.parent.stat()
    return path.lstat().st_uid in us or not (folder.st_mode & shared or folder.st_uid not in us)


def _found(path: Path) -> os.stat_result | None:
    try:
        return path.lstat()
    except FileNotFoundError:
        return None


def _replace(target: Path, data: bytes, *, exists: bool, readable: bool) -> None:
    like = target if exists and _mine(target, _ANYBODY_WRITES) else None
    with disk.staged(target, data, like=like, readable=readable) as new:
        disk.rename(new, target)
    try:
        disk.flush_folder(target.parent)
    except OSError as err:
        raise NotDurable(path=str(target), problem=causes.system(err)) from err


def _opened(target: Path, *, patient: bool) -> int:
    """Open a device or pipe; wait a while for a pipe to have a reader."""
    until = time.monotonic() + _READER_S * patient
    while True:
        try:
            descriptor = os.open(target, _OPEN)
        except OSError as err:
            if err.errno != errno.ENXIO or time.monotonic() >= until:
                raise
            time.sleep(0.02)
        else:
            if sys.platform != "win32":
                os.set_blocking(descriptor, True)
            return descriptor


def _fill(descriptor: int, data: bytes) -> None:
    with open(descriptor, "wb") as file:
        file.write(data)


def require_folder(folder: Path) -> None:
    """Refuse a folder for results that is not there. Raises `InputOutput`."""
    try:
        if not folder.is_dir():
            raise InputOutput(path=str(folder), problem=Wording("there is no such folder"))
    except OSError as err:  # it cannot be looked at, or no name can be that long
        raise InputOutput(path=str(folder), problem=causes.system(err)) from err
