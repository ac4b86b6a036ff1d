"""The data file as bytes, and the answers where it cannot be read or written."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
from collections.abc import Iterator
from pathlib import Path

from netwerk_cli.errors import InputOutput, NetwerkError
from netwerk_cli.errors.stores import StoreForbidden, StoreMissing
from netwerk_cli.store.file.source import Source, opened
from netwerk_cli.wording import Wording

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


@contextlib.contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turn a low-level error about the data file into the answer a person gets."""
    try:
        yield
    except OSError as err:
        raise _translate(path, err) from err


def _translate(path: Path, err: OSError) -> NetwerkError:
    from netwerk_cli import causes

    problem = causes.system(err)
    culprit = err.filename2 or err.filename
    if isinstance(culprit, str | os.PathLike) and Path(culprit) != path:
        problem = Wording("{problem} ({name})", problem=problem, name=Path(culprit).name)
    if isinstance(err, FileNotFoundError) and not os.path.exists(path):  # noqa: PTH110 (Path's may raise)
        return StoreMissing(path=str(path))
    if err.errno in _FORBIDDEN:
        return StoreForbidden(path=str(path), problem=problem)
    return InputOutput(path=str(path), problem=problem)


def require(path: Path) -> tuple[int, ...]:
    """Refuse a data file that is missing or is no file at all; return what tells it from whatever is there later.

    It does not tell what another program writes in place, as long as it was, before the clock of the disk ticks.

    Raises:
        StoreMissing, StoreForbidden.
    """
    with translated(path):
        seen = path.stat()
        if not stat.S_ISREG(seen.st_mode):  # a pipe or a device would keep us reading for ever
            raise StoreForbidden(path=str(path), problem=Wording("it is not a file"))
        return seen.st_dev, seen.st_ino, seen.st_size, seen.st_mtime_ns, seen.st_ctime_ns


def read(path: Path) -> Source:
    """Return the bytes of the data file as it is now; takes no lock. Of a large file, only what is wanted is read."""
    require(path)
    with translated(path):
        return opened(path)
