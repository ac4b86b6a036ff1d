"""Putting bytes on disk so that a file is the old one or the new one, whatever happens.

Written beside the target under a name of its own, flushed to disk, then renamed over it, and the folder flushed.
Every step is a function of `os`, so that tests can make each of them fail.
"""

from __future__ import annotations

import contextlib
import errno
import os
import signal
import stat
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Protocol

from netwerk_cli.rights import take_after

if sys.platform != "win32":
    import fcntl

LARGE = 1 << 22
"""From how many bytes on a file is written bit by bit, so that the disk begins before the end is there."""
NO_LINKS = {errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EXDEV, errno.EMLINK}
"""What a file system without hard links answers."""
_NO_FOLDER_FLUSH = {errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS}
_CLOSED = getattr(os, "O_CLOEXEC", 0)
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | _CLOSED
_HEX = frozenset("0123456789abcdef")


class _Portioned(Protocol):
    def __len__(self) -> int: ...
    def portions(self) -> Iterator[memoryview]:
        """Return the bytes in portions, each of which may be overwritten by the next."""


Piece = bytes | memoryview | _Portioned


# ---------------------------------------------------------------- staging
@contextlib.contextmanager
def staged(target: Path, *pieces: Piece, like: Path | None = None, readable: bool = False) -> Iterator[Path]:
    """Give a new file beside `target` that holds `pieces`, flushed to disk; one that stays there is taken away.

    It is for its owner only, or `readable` for everybody, or has the rights of `like`. What a killed writer left is
    swept first.
    """
    sweep(*beside(target))
    path, descriptor = _own(target)
    try:
        if like is not None:
            with contextlib.suppress(FileNotFoundError):
                take_after(descriptor, like)
        elif readable and sys.platform != "win32":
            os.fchmod(descriptor, 0o644)
        _pour(descriptor, pieces)
        os.fsync(descriptor)
        if sys.platform == "win32":  # renames no file that is open
            os.close(descriptor)
        yield path
    finally:
        with contextlib.suppress(OSError):  # what it says of the bytes, fsync has said
            os.close(descriptor)
        with contextlib.suppress(OSError):
            path.unlink(missing_ok=True)


def _own(target: Path) -> tuple[Path, int]:
    """Make an empty file of a name that nobody else uses, and claim it for as long as this process lives."""
    while True:
        path = target.with_name(f".{target.name}.{os.urandom(6).hex()}.new")
        descriptor = os.open(path, _NEW, 0o600)
        ours = False
        try:
            ours = _claimed(descriptor) and names(path, descriptor)  # no sweep came between
        finally:
            if not ours:
                os.close(descriptor)
                path.unlink(missing_ok=True)
        if ours:
            return path, descriptor


def names(path: Path, descriptor: int) -> bool:
    """Whether `path` is still the name of the open file: another may have taken its place.

    On Windows an open file can be neither removed nor replaced, and not every file system there numbers its files.
    """
    if sys.platform == "win32":
        return True
    try:
        return os.path.samestat(path.lstat(), os.fstat(descriptor))
    except FileNotFoundError:
        return False


def _claimed(descriptor: int, *, unsure: bool = True) -> bool:
    """Claim a file against sweeps; `unsure` is the answer of a file system that knows no claims.

    A lock, unlike the number of a process, says who lives in another container too. On Windows an open file cannot
    be removed anyway.
    """
    if sys.platform == "win32":
        return True
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return unsure
    return True


def beside(target: Path) -> list[Path]:
    """Return what is written, or was, to become `target`."""
    try:
        return [path for path in target.parent.iterdir() if is_staged(path.name, target.name)]
    except OSError:
        return []


def is_staged(name: str, target: str) -> bool:
    """Whether a file of this name is written to become `target`."""
    middle = name.removeprefix(f".{target}.").removesuffix(".new")
    return name == f".{target}.{middle}.new" and len(middle) == 12 and _HEX.issuperset(middle)


def sweep(*staged: Path) -> None:
    """Take away what killed writers left; whoever still writes keeps their own."""
    for path in staged:
        with contextlib.suppress(OSError), _abandoned(path) as gone:
            if gone:
                path.unlink(missing_ok=True)


def left(*staged: Path) -> list[Path]:
    """Return those that a sweep would take away, as far as it may."""
    found = []
    for path in staged:
        with _abandoned(path, unsure=True) as gone:
            found += [path] * gone
    return found


@contextlib.contextmanager
def _abandoned(path: Path, *, unsure: bool = False) -> Iterator[bool]:
    """Say whether the writer of a staged file is gone; nobody can claim it while that is looked at.

    `unsure` is the answer for a file of somebody else that we may not look at.
    """
    if sys.platform == "win32":
        yield path.exists()
        return
    try:
        descriptor = os.open(path, os.O_RDWR | os.O_NOFOLLOW | os.O_NONBLOCK | _CLOSED)
    except OSError as err:  # else it is not there, or no file
        yield unsure and isinstance(err, PermissionError)
        return
    try:
        yield stat.S_ISREG(os.fstat(descriptor).st_mode) and _claimed(descriptor, unsure=False)
    finally:
        os.close(descriptor)


def _pour(descriptor: int, pieces: Sequence[Piece]) -> None:
    """Write `pieces`: a small file in one go; the disk begins with a large one while the rest is written."""
    small = sum(map(len, pieces)) < LARGE
    parts = (portion for piece in pieces for portion in _portions(piece))
    written = begun = 0
    for part in [memoryview(b"".join(map(_whole, pieces)))] if small else parts:
        rest = part
        while rest:
            count = os.write(descriptor, rest)
            written, rest = written + count, rest[count:]
        if written - begun >= LARGE:
            _begin(descriptor, begun, written - begun)
            begun = written


def _whole(piece: Piece) -> bytes | memoryview:
    return piece if isinstance(piece, bytes | memoryview) else b"".join(map(bytes, piece.portions()))


def _portions(piece: Piece) -> Iterator[memoryview]:
    if isinstance(piece, bytes | memoryview):
        yield memoryview(piece)
    else:
        yield from piece.portions()


def _begin(descriptor: int, start: int, length: int) -> None:
    """Ask the disk to begin with a part of a file, so that there is less to wait for when it is flushed.

    Linux begins to write what posix_fadvise(2) says is not needed; what is on its way to the disk stays in memory.
    """
    if sys.platform == "linux":
        with contextlib.suppress(OSError):
            os.posix_fadvise(descriptor, start, length, os.POSIX_FADV_DONTNEED)


# --------------------------------------------------------- taking its place
@contextlib.contextmanager
def uninterrupted() -> Iterator[None]:
    """Let Ctrl-C do nothing for these few system calls, so that "nothing was changed" is true when said."""
    try:
        before = signal.signal(signal.SIGINT, lambda *_: None)
    except ValueError:  # not the main thread, which is the only one that Ctrl-C reaches
        yield
        return
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, signal.SIG_DFL if before is None else before)


def rename(new: Path, target: Path) -> None:
    """Rename, giving readers on Windows (which block it while they have the file open) a moment to finish."""
    for pause_s in (0.01, 0.05, 0.2, 0.5):
        try:
            os.replace(new, target)  # noqa: PTH105 (the name the tests make fail)
            return
        except PermissionError:
            if sys.platform != "win32":
                raise
            time.sleep(pause_s)
    os.replace(new, target)  # noqa: PTH105


def flush_folder(folder: Path) -> None:
    """Make a rename in `folder` survive a power cut: fsync(2) on the directory, where that exists."""
    if sys.platform == "win32":
        return
    try:
        descriptor = os.open(folder, os.O_RDONLY | _CLOSED)
    except PermissionError:  # we may write in it and not look into it
        os.sync()
        return
    try:
        os.fsync(descriptor)
    except OSError as err:
        if err.errno not in _NO_FOLDER_FLUSH:
            raise
    finally:
        os.close(descriptor)


def make_folder(folder: Path, mode: int = 0o700) -> None:
    """Make a folder and those it lies in, for their owner only or of this `mode`, so that they survive a power cut."""
    try:
        os.mkdir(folder, mode)  # noqa: PTH102 (the name the tests make fail)
    except FileNotFoundError:
        make_folder(folder.parent, mode)
        os.mkdir(folder, mode)  # noqa: PTH102
    except OSError:
        if folder.is_dir():
            return
        raise
    flush_folder(folder.parent)
