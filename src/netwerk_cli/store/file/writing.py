"""Putting a new state in the place of the data file, keeping the old one, copying it away."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import sys
from collections.abc import Callable
from pathlib import Path

from netwerk_cli import causes, disk
from netwerk_cli.errors import InputOutput, TargetExists
from netwerk_cli.errors.stores import NotDurable
from netwerk_cli.rights import of_folder, take_after
from netwerk_cli.store.file import places
from netwerk_cli.store.file.files import translated
from netwerk_cli.store.file.places import generation_path, generations_folder, numbers
from netwerk_cli.store.file.source import Piece


def replace(path: Path, *pieces: Piece, keep_as: int | None, check: Callable[[], None]) -> None:
    """Make `pieces`, one after the other, the content of `path`; the old state is kept as generation `keep_as`.

    The caller holds the lock; `check` raises where it was lost, and is asked as late as can be. The mode and, where
    allowed, the owner of an existing file survive; a new one is for its owner only.

    Raises:
        StoreForbidden, InputOutput: nothing was changed.
        NotDurable: the new state is in place, but flushing the folder failed.
    """
    with translated(path):
        if places.staged_path(path).exists():
            disk.sweep(places.staged_path(path))
        with disk.staged(path, *pieces, like=path) as new, disk.uninterrupted():
            check()  # the kept state may be that of who holds the lock now
            with contextlib.ExitStack() as undo:
                if keep_as is not None:
                    undo.callback(_keep(path, keep_as).unlink, missing_ok=True)
                check()
                disk.rename(new, path)
                undo.pop_all()
            _settle(path)


def _keep(path: Path, number: int) -> Path:
    """Keep the present state of `path` as a hard link, or as a copy where the file system has no links."""
    kept = generation_path(path, number)
    with contextlib.suppress(FileExistsError):
        kept.parent.mkdir(mode=0o700)
    _share(path)
    if kept.exists():  # left by a writer that was killed; `next_number` saw that it is this very state
        return kept
    try:
        os.link(path, kept)
    except OSError as err:
        if err.errno not in disk.NO_LINKS:
            raise
        found = path.stat()
        with disk.staged(kept, path.read_bytes(), like=path) as copy:
            os.utime(copy, ns=(found.st_atime_ns, found.st_mtime_ns))  # by which `next_number` knows it again
            disk.rename(copy, kept)
    return kept


def _share(path: Path) -> None:
    """Let the earlier states be for whom `path` is for now, as far as they are ours; no link is followed."""
    if sys.platform == "win32":
        return
    folder, flags = generations_folder(path), os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
    owner = path.stat().st_uid
    for kept in (folder, *(generation_path(path, number) for number in numbers(path))):
        with contextlib.suppress(OSError):
            descriptor = os.open(kept, flags)
            try:
                found = os.fstat(descriptor)
                if found.st_uid in (owner, os.geteuid()):
                    take_after(descriptor, path, of_folder if stat.S_ISDIR(found.st_mode) else None)
            finally:
                os.close(descriptor)


def _settle(path: Path) -> None:
    """Make the rename and the kept state last, and let go of the generations that outlived their use."""
    try:
        with contextlib.suppress(FileNotFoundError):
            disk.flush_folder(generations_folder(path))
        disk.flush_folder(path.parent)
    except OSError as err:
        raise NotDurable(path=str(path), problem=causes.system(err)) from err
    finally:
        with contextlib.suppress(OSError):
            for number in places.outlived(path):
                generation_path(path, number).unlink(missing_ok=True)


def place(target: Path, data: Piece) -> None:
    """Write a new file, mode 600, whole or not at all, and never over another one.

    Raises:
        TargetExists: there is something of that name.
        InputOutput: it could not be written; nothing is left of it.
    """
    try:
        with disk.staged(target, data) as new:
            _name(new, target)
        disk.flush_folder(target.parent)
    except FileExistsError as err:
        raise TargetExists(path=str(target)) from err
    except OSError as err:
        raise InputOutput(path=str(target), problem=causes.system(err)) from err


def _name(new: Path, target: Path) -> None:
    """Give a file its name: by a link, which never replaces, or by renaming it where the file system has no links."""
    try:
        os.link(new, target)
    except OSError as err:
        if err.errno not in disk.NO_LINKS:
            raise
        if os.path.lexists(target):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(target)) from err
        disk.rename(new, target)
