"""Putting bytes on disk so that the file is the old state or the new one, whatever happens.

Written beside the target, flushed to disk, the old state kept as a generation, then renamed over it, and the
folder flushed. Every step is a function of `os`, so that tests can make each of them fail.
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

from netwerk_cli.errors import (
    InputOutput,
    NetwerkError,
    NotDurable,
    StoreForbidden,
    StoreMissing,
    TargetExists,
    Wording,
)
from netwerk_cli.store.places import GENERATIONS_KEPT, generation_path, numbers, staged_path
from netwerk_cli.store.source import LARGE, Piece, Source, opened, portions

_FORBIDDEN = {
    errno.EACCES,
    errno.EPERM,
    errno.EROFS,
    errno.EISDIR,
    errno.ELOOP,
    errno.ENOTDIR,
    errno.EEXIST,
    errno.ENOTEMPTY,
}
_NO_LINKS = {errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EXDEV, errno.EMLINK}
_NO_FOLDER_FLUSH = {errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS}
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)


# ----------------------------------------------------------------- errors
@contextlib.contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turn a low-level error about the data file into the answer a person gets."""
    try:
        yield
    except OSError as err:
        raise _translate(path, err) from err


def _translate(path: Path, err: OSError) -> NetwerkError:
    problem = said(err)
    culprit = err.filename2 or err.filename
    if isinstance(culprit, str | os.PathLike) and Path(culprit) != path:
        problem += f" ({Path(culprit).name})"
    if isinstance(err, FileNotFoundError):
        return StoreMissing(path=str(path))
    if err.errno in _FORBIDDEN:
        return StoreForbidden(path=str(path), problem=problem)
    return InputOutput(path=str(path), problem=problem)


def said(err: OSError) -> str:
    """Return what the system said."""
    return err.strerror or type(err).__name__


# ---------------------------------------------------------------- reading
def require(path: Path) -> None:
    """Refuse a data file that is missing or is no file at all. Raises `StoreMissing`, `StoreForbidden`."""
    with translated(path):
        if not stat.S_ISREG(path.stat().st_mode):  # a pipe or a device would keep us reading for ever
            raise StoreForbidden(path=str(path), problem=Wording("it is not a file"))


def read(path: Path) -> Source:
    """Return the bytes of the data file as it is now; takes no lock. Of a large file, only what is wanted is read."""
    require(path)
    with translated(path):
        return opened(path)


# ---------------------------------------------------------------- writing
def replace(path: Path, *pieces: Piece, keep_as: int | None) -> None:
    """Make `pieces`, one after the other, the content of `path`; the old state is kept as generation `keep_as`.

    The caller holds the lock. The mode and, where allowed, the owner of an existing file survive; a new one
    is for its owner only.

    Raises:
        StoreForbidden, InputOutput: nothing was changed.
        NotDurable: the new state is in place, but flushing the folder failed.
    """
    staged = staged_path(path)
    with translated(path), _swept(staged):
        _write(staged, *pieces, like=path)
        with uninterrupted():
            with contextlib.ExitStack() as undo:
                if keep_as is not None:
                    undo.callback(_keep(path, keep_as).unlink, missing_ok=True)
                _rename(staged, path)
                undo.pop_all()
            _settle(path)


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


@contextlib.contextmanager
def _swept(staged: Path) -> Iterator[None]:
    """Take away what a killed writer left, and what we leave ourselves when a step fails."""
    staged.unlink(missing_ok=True)
    try:
        yield
    except BaseException:
        with contextlib.suppress(OSError):
            staged.unlink(missing_ok=True)
        raise


def _write(new: Path, *pieces: Piece, like: Path | None = None) -> None:
    """Write a new file, mode 600 or with the mode and owner of `like`, and flush it to disk."""
    descriptor = os.open(new, _NEW, 0o600)
    try:
        if like is not None:
            with contextlib.suppress(FileNotFoundError):
                take_after(descriptor, like.stat())
        _pour(descriptor, pieces)
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _pour(descriptor: int, pieces: Sequence[Piece]) -> None:
    """Write `pieces`: a small file in one go; the disk begins with a large one while the rest is written."""
    small = sum(map(len, pieces)) < LARGE
    parts = (portion for piece in pieces for portion in portions(piece))
    written = begun = 0
    for part in [memoryview(b"".join(parts))] if small else parts:
        rest = part
        while rest:
            count = os.write(descriptor, rest)
            written, rest = written + count, rest[count:]
        if written - begun >= LARGE:
            _begin(descriptor, begun, written - begun)
            begun = written


def _begin(descriptor: int, start: int, length: int) -> None:
    """Ask the disk to begin with a part of a file, so that there is less to wait for when it is flushed.

    Linux begins to write what posix_fadvise(2) says is not needed; what is on its way to the disk stays in memory.
    """
    if sys.platform == "linux":
        with contextlib.suppress(OSError):
            os.posix_fadvise(descriptor, start, length, os.POSIX_FADV_DONTNEED)


def take_after(target: Path | int, found: os.stat_result) -> None:
    """Give a file or folder of ours the mode and, where allowed, the owner of the data file (POSIX).

    So that a file which several people share, or which root wrote once, stays usable for all of them.
    """
    if sys.platform == "win32":
        return
    mine, mode = os.stat(target), stat.S_IMODE(found.st_mode) & 0o777  # noqa: PTH116 (may be a descriptor)
    if (mine.st_uid, mine.st_gid) != (found.st_uid, found.st_gid):
        try:
            os.chown(target, found.st_uid if os.geteuid() == 0 else -1, found.st_gid)
        except OSError:
            mode &= ~0o070  # those rights were meant for another group
    if stat.S_ISDIR(mine.st_mode):
        mode |= (mode & 0o444) >> 2
    if stat.S_IMODE(mine.st_mode) != mode:
        os.chmod(target, mode)  # noqa: PTH101 (may be a descriptor)


def _keep(path: Path, number: int) -> Path:
    """Keep the present state of `path` as a hard link, or as a copy where the file system has no links."""
    kept = generation_path(path, number)
    with contextlib.suppress(FileExistsError):
        kept.parent.mkdir(mode=0o700)
        take_after(kept.parent, path.stat())
    if kept.exists():  # left by a writer that was killed; `next_number` saw that it is this very state
        return kept
    try:
        os.link(path, kept)
    except OSError as err:
        if err.errno not in _NO_LINKS:
            raise
        part = kept.with_name(".part")
        with _swept(part):
            _write(part, path.read_bytes(), like=path)
            os.replace(part, kept)  # noqa: PTH105 (the name the tests make fail)
    return kept


def _rename(staged: Path, path: Path) -> None:
    """Rename, giving readers on Windows (which block it while they have the file open) a moment to finish."""
    for pause_s in (0.01, 0.05, 0.2, 0.5):
        try:
            os.replace(staged, path)  # noqa: PTH105
            return
        except PermissionError:
            if sys.platform != "win32":
                raise
            time.sleep(pause_s)
    os.replace(staged, path)  # noqa: PTH105


def _settle(path: Path) -> None:
    """Make the rename last, and let go of the generations beyond the last five."""
    try:
        flush_folder(path.parent)
    except OSError as err:
        raise NotDurable(path=str(path), problem=said(err)) from err
    finally:
        with contextlib.suppress(OSError):
            for number in numbers(path)[:-GENERATIONS_KEPT]:
                generation_path(path, number).unlink(missing_ok=True)


def flush_folder(folder: Path) -> None:
    """Make a rename in `folder` survive a power cut: fsync(2) on the directory, where that exists."""
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as err:
        if err.errno not in _NO_FOLDER_FLUSH:
            raise
    finally:
        os.close(descriptor)


def place(target: Path, data: Piece) -> None:
    """Write a new file, mode 600, whole or not at all, and never over another one.

    Raises:
        TargetExists: there is something of that name.
        InputOutput: it could not be written; nothing is left of it.
    """
    staged = target.with_name(f".{target.name}.{os.getpid()}.new")
    try:
        with _swept(staged):
            _write(staged, data)
            _link_or_write(staged, target, data)
            staged.unlink()
        flush_folder(target.parent)
    except FileExistsError as err:
        raise TargetExists(path=str(target)) from err
    except OSError as err:
        raise InputOutput(path=str(target), problem=said(err)) from err


def _link_or_write(staged: Path, target: Path, data: Piece) -> None:
    try:
        os.link(staged, target)
    except OSError as err:
        if err.errno not in _NO_LINKS:
            raise
        _write(target, data)
