"""Writing a result file: beside its target, then renamed over it, mode 600."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from netwerk_cli.errors import InputOutput

_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


def write(target: Path, data: bytes) -> None:
    """Make `data` the content of `target`: the old file or the new one, never a part. Raises `InputOutput`."""
    staged = target.with_name(f".{target.name}.{os.getpid()}.new")
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
