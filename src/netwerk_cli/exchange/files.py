"""Writing a result file: beside its target, then renamed over it, mode 600."""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path

from netwerk_cli.errors import InputOutput, Wording

_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


def write(target: Path, data: bytes) -> None:
    """Make `data` the content of `target`: the old file or the new one, never a part. Raises `InputOutput`."""
    if not target.name:
        raise InputOutput(path=str(target), problem=Wording("it is not a file"))
    staged = target.with_name(f".{target.name}.{os.getpid()}.new")
    sweep(target)
    try:
        try:
            descriptor = os.open(staged, _NEW, 0o600)
            with open(descriptor, "wb") as file:  # noqa: PTH123 (a descriptor, not a path)
                file.write(data)
                file.flush()
                os.fsync(descriptor)
            staged.replace(target.resolve() if target.is_symlink() else target)
        except BaseException:
            with contextlib.suppress(OSError):
                staged.unlink(missing_ok=True)
            raise
    except OSError as err:
        raise InputOutput(path=str(target), problem=err.strerror or type(err).__name__) from err


def require_folder(folder: Path) -> None:
    """Refuse a folder for results that is not there. Raises `InputOutput`."""
    try:
        if not folder.is_dir():
            raise InputOutput(path=str(folder), problem=Wording("there is no such folder"))
    except OSError as err:  # it cannot be looked at, or no name can be that long
        raise InputOutput(path=str(folder), problem=err.strerror or type(err).__name__) from err


def sweep(target: Path) -> None:
    """Take away what killed writers of `target` left beside it; one that still runs keeps its own."""
    head, tail = f".{target.name}.", ".new"
    with contextlib.suppress(OSError):
        for left in target.parent.iterdir():
            number = left.name.removeprefix(head).removesuffix(tail)
            ours = number.isascii() and number.isdigit() and left.name == f"{head}{number}{tail}"
            if ours and not _runs(int(number)):
                left.unlink(missing_ok=True)


def _runs(pid: int) -> bool:
    """Return whether there is another process of this number; Windows keeps a file that is open anyway."""
    if pid == os.getpid() or sys.platform == "win32":
        return False
    try:
        os.kill(pid, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:  # somebody else's
        return True
    return True
