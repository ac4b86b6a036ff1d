"""Faults at the n-th system call that concerns one folder: be killed, be stopped, fail, or only be counted.

The functions of `os` are replaced by ones that count. Forked children arm themselves; a started interpreter does when
this file lies on its path as `sitecustomize.py` and `FAULT` is set. Standard library only, and nothing of netwerk.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import signal
from collections.abc import Callable
from typing import Any, NamedTuple

CALLS = (
    *("open", "read", "write", "writev", "pwrite", "fsync", "fdatasync", "close", "ftruncate", "truncate"),
    *("replace", "rename", "link", "symlink", "unlink", "remove", "mkdir", "rmdir", "listdir", "scandir"),
    *("stat", "lstat", "fstat", "chmod", "fchmod", "chown", "fchown", "utime", "sendfile", "copy_file_range"),
)
WRITES = frozenset({"write", "writev", "pwrite"})


class Fault(NamedTuple):
    """What happens at call number `at`, from 0: `kill`, `stop`, `tear` (write half, then be killed), `fail`.

    `fail` raises `errno`; with `only` the number counts calls of that name and that object alone ("fsync folder"), and
    with `ever` every later one fails as well. `log` names a file that gets a line for each call; `archive` a folder
    that gets a link to every state that is put in place. `at` below 0: nothing happens.
    """

    do: str = "trace"
    at: int = -1
    moment: str = "before"
    errno: int = 0
    only: str = ""
    ever: bool = False
    log: str = ""
    archive: str = ""


class _Armed:
    def __init__(self, fault: Fault, folder: str) -> None:
        self.fault, self.folder = fault, folder
        self.seen = 0
        self.descriptors: dict[int, str] = {}
        self.write, self.link = os.write, os.link
        self.log = os.open(fault.log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600) if fault.log else -1

    def about(self, first: Any) -> str | None:
        """Say what a call is about; None when it is outside the folder."""
        if isinstance(first, int):
            return self.descriptors.get(first)
        try:
            path = os.path.abspath(os.fsdecode(first))  # noqa: PTH100 (no Path: its calls would be counted)
        except (TypeError, ValueError):
            return None
        inside = path == self.folder or path.startswith(f"{self.folder}/")
        return _kind(path, self.folder) if inside else None

    def replaced(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(first: Any = ".", *rest: Any, **options: Any) -> Any:
            about = self.about(first)
            if about is None:
                return real(first, *rest, **options)
            due = self._due(name, about)
            if due and self.fault.moment == "before":
                self._strike(name, first, rest)
            if name == "replace" and about == "staged" and self.fault.archive:
                known = len(os.listdir(self.fault.archive))  # noqa: PTH208
                self.link(first, f"{self.fault.archive}/{known:06}.json")
            result = real(first, *rest, **options)
            if name == "open":
                self.descriptors[result] = about
            elif name == "close":
                self.descriptors.pop(first, None)
            if due and self.fault.moment == "after":
                self._strike(name, first, ())
            return result

        return call

    def _due(self, name: str, about: str) -> bool:
        if self.fault.only not in ("", f"{name} {about}", name):
            return False
        number, self.seen = self.seen, self.seen + 1
        if self.log >= 0:
            self.write(self.log, f"{name} {about}\n".encode())
        return number == self.fault.at or (self.fault.ever and 0 <= self.fault.at < number)

    def _strike(self, name: str, first: Any, rest: tuple[Any, ...]) -> None:
        match self.fault.do:
            case "kill":
                os.kill(os.getpid(), signal.SIGKILL)
            case "stop":
                os.kill(os.getpid(), signal.SIGSTOP)
            case "tear":
                if name in WRITES and rest and isinstance(first, int):
                    self.write(first, bytes(rest[0])[: len(rest[0]) // 2])
                os.kill(os.getpid(), signal.SIGKILL)
            case "fail":
                raise OSError(self.fault.errno, os.strerror(self.fault.errno), *_named(first))


def _named(first: Any) -> tuple[str, ...]:
    return () if isinstance(first, int) else (os.fsdecode(first),)


def _kind(path: str, folder: str) -> str:
    name = os.path.basename(path)  # noqa: PTH119
    if path == folder:
        return "folder"
    for ending, kind in (
        (".lock", "lock"),
        (".new", "staged"),
        (".generations", "generations"),
    ):
        if name.endswith(ending):
            return kind
    if ".generations/" in path:
        return "generation"
    return "file" if name == "netwerk.json" else "other"


def arm(fault: Fault, folder: str) -> None:
    """Let `fault` strike from now on, in this process."""
    armed = _Armed(fault, folder)
    for name in CALLS:
        if hasattr(os, name):
            setattr(os, name, armed.replaced(name, getattr(os, name)))
    io.open = armed.replaced("io.open", io.open)
    with contextlib.suppress(ImportError):
        import fcntl

        fcntl.flock = armed.replaced("flock", fcntl.flock)


if __name__ == "sitecustomize" and os.environ.get("FAULT"):
    arm(Fault(**json.loads(os.environ["FAULT"])), os.environ["FAULT_FOLDER"])
