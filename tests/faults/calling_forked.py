"""Calls of the shipped program in a process each: forked from this one, which has imported it, or started afresh."""

from __future__ import annotations

import codecs
import contextlib
import gc
import importlib
import json
import os
import pkgutil
import selectors
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple, NoReturn

import pytest

import netwerk_cli
from tests.faults import injection
from tests.faults.injection import Fault

POSIX = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork, signals and limits as POSIX has them")
CODES = frozenset({0, 1, 2, 3, 4, 5, 6, 7, 8, 130, 141})
"""Every exit code that is documented."""

NOBODY = 65534
PATIENCE_S = 60.0
_MISTAKES = (b"netwerk made a mistake", b"netwerk maakte een fout", b'"code": "internal"')


class Ended(NamedTuple):
    """How a call ended. `code` is minus the number of a signal that ended it."""

    code: int
    out: bytes
    err: bytes

    @property
    def error(self) -> str:
        """The code in the error object on standard error; empty when there is none."""
        for line in self.err.decode(errors="replace").splitlines():
            with contextlib.suppress(ValueError, KeyError, TypeError):
                return str(json.loads(line)["error"]["code"])
        return ""

    @property
    def json(self) -> Any:
        """The JSON on standard output."""
        return json.loads(self.out)

    def unsound(self, *, debug: bool = False) -> str:
        """Say what no call may do, whatever is the matter: crash, hang, end with another code, say half an answer."""
        if self.code not in CODES:
            return f"ended with {self.code}"
        if any(mistake in self.err for mistake in _MISTAKES):
            return "a mistake of ours"
        if b"Traceback (most recent" in self.err and not debug:
            return "a traceback"
        if self.code and self.out:
            return f"exit code {self.code} with standard output"
        return ""


class Running:
    """A call that goes on."""

    def __init__(self, pid: int, out: int, err: int) -> None:
        self.pid = pid
        self._streams = {out: bytearray(), err: bytearray()}

    def kill(self) -> None:
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)

    def wait(self, patience_s: float = PATIENCE_S) -> Ended:
        """Return how it ended; a call that takes too long is killed."""
        until = time.monotonic() + patience_s
        with selectors.DefaultSelector() as reading:
            for stream in self._streams:
                reading.register(stream, selectors.EVENT_READ)
            while reading.get_map():
                for key, _ in reading.select(max(0.0, until - time.monotonic())):
                    data = os.read(key.fd, 65536)
                    self._streams[key.fd] += data
                    if not data:
                        reading.unregister(key.fd)
                if time.monotonic() > until:
                    self.kill()
        _, status = os.waitpid(self.pid, 0)
        for stream in self._streams:
            os.close(stream)
        out, err = self._streams.values()
        return Ended(os.waitstatus_to_exitcode(status), bytes(out), bytes(err))

    def stopped(self) -> bool:
        """Wait until it is stopped; False when it ended instead."""
        _, status = os.waitpid(self.pid, os.WUNTRACED)
        return os.WIFSTOPPED(status)


@cache
def imported() -> None:
    """Import all of the program once, so that no forked call has to."""
    for found in pkgutil.walk_packages(netwerk_cli.__path__, "netwerk_cli."):
        if not found.name.endswith("__main__"):
            with contextlib.suppress(ImportError):  # a call that needs it says so itself
                importlib.import_module(found.name)
    for name in ("netwerk_cli.__main__", "typer.exceptions", "tomllib", "difflib", "getpass", "zoneinfo"):
        importlib.import_module(name)
    for codec in ("utf-8-sig", "utf-16", "cp1252", "idna", "unicode_escape", "raw_unicode_escape"):
        codecs.lookup(codec)
    gc.collect()
    gc.freeze()  # what is shared with the children stays shared


class Place:
    """A folder with a data file of its own, and ways to call the program on it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder.resolve()
        self.db = self.folder / "netwerk.json"

    # ------------------------------------------------------------- what is there
    def data(self) -> bytes:
        return self.db.read_bytes()

    def tree(self) -> dict[str, dict[str, Any]]:
        """Return the tables of the data file, read by somebody else than netwerk."""
        found: dict[str, dict[str, Any]] = json.loads(self.data())
        return found

    def leftovers(self) -> list[str]:
        """Return the files that were written on the way to another one, from this folder."""
        found = (path for path in self.folder.rglob("*") if path.name.endswith((".new", ".part")))
        return sorted(str(path.relative_to(self.folder)) for path in found)

    def copy(self, folder: Path) -> Place:
        """Return a copy of this place, in which links to one file are links to one file again."""
        shutil.rmtree(folder, ignore_errors=True)
        inodes: dict[int, Path] = {}
        for path in (self.folder, *sorted(self.folder.rglob("*"))):
            target, seen = folder / path.relative_to(self.folder), path.lstat()
            if path.is_dir():
                target.mkdir(mode=0o700)
            elif seen.st_ino in inodes:
                target.hardlink_to(inodes[seen.st_ino])
            else:
                shutil.copy2(path, target)
                inodes[seen.st_ino] = target
        return Place(folder)

    # -------------------------------------------------------------------- calls
    def environment(self, now: str = "", **more: str) -> dict[str, str]:
        return {
            **{
                name: os.environ[name]
                for name in ("PATH", "PYTHONPATH", "PYTHONPYCACHEPREFIX")
                if name in os.environ
            },
            "HOME": str(self.folder),
            "NETWERK_DB": str(self.db),
            "NETWERK_CONFIG": str(self.folder / "config.toml"),
            "NETWERK_USER": "ans",
            "NETWERK_LANG": "en",
            "TZ": "UTC",
            **({"NETWERK_NOW": now} if now else {}),
            **more,
        }

    def begin(
        self,
        *arguments: str,
        now: str = "",
        stdin: bytes = b"",
        stdout: str = "",
        stderr: str = "",
        env: Mapping[str, str] | None = None,
        fault: Fault | None = None,
        prepare: Callable[[], None] | None = None,
    ) -> Running:
        """Begin a call in a forked process. `prepare` is called there first; streams may go to a named file."""
        imported()
        given = self.environment(now, **(env or {}))
        out, out_end = os.pipe()
        err, err_end = os.pipe()
        sys.stdout.flush()
        sys.stderr.flush()
        pid = os.fork()
        if pid == 0:
            _be_called(
                self.folder, arguments, given, (stdin, out_end, err_end), (stdout, stderr), fault, prepare
            )
        os.close(out_end)
        os.close(err_end)
        return Running(pid, out, err)

    def call(self, *arguments: str, **options: Any) -> Ended:
        """Call in a forked process, and wait."""
        return self.begin(*arguments, **options).wait()

    def steps(self, *arguments: str, **options: Any) -> list[str]:
        """Return the system calls about this folder that a call makes, on a copy of it as deep in the tree."""
        with tempfile.TemporaryDirectory() as beside:
            log = Path(beside, "log")
            twin = self.copy(self.folder.with_name(f"{self.folder.name}-twin"))
            twin.call(*arguments, **options, fault=Fault(log=str(log)))
            shutil.rmtree(twin.folder)
            return log.read_text().splitlines() if log.exists() else []

    def start(
        self, *arguments: str, now: str = "", fault: Fault | None = None, env: Mapping[str, str] | None = None
    ) -> subprocess.Popen[bytes]:
        """Start `python -m netwerk_cli` afresh; a fault reaches it through `sitecustomize`."""
        given = self.environment(now, **(env or {}))
        code = str(Path(netwerk_cli.__file__).parents[1])
        paths = [code, given.get("PYTHONPATH", "")]
        if fault is not None:
            paths.insert(0, str(_site()))
            given |= {"FAULT": json.dumps(fault._asdict()), "FAULT_FOLDER": str(self.folder)}
        given["PYTHONPATH"] = os.pathsep.join(filter(None, paths))
        return subprocess.Popen(
            [sys.executable, "-m", "netwerk_cli", *arguments],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=given,
            cwd=self.folder,
        )


def ended(process: subprocess.Popen[bytes]) -> Ended:
    """Return how a started call ended."""
    out, err = process.communicate(timeout=PATIENCE_S)
    return Ended(process.returncode, out, err)


@cache
def _site() -> Path:
    """Return a folder in which the faults lie as `sitecustomize.py`."""
    folder = Path(tempfile.mkdtemp(prefix="netwerk-faults-"))
    shutil.copy(injection.__file__, folder / "sitecustomize.py")
    return folder


def _be_called(
    folder: Path,
    arguments: Sequence[str],
    env: Mapping[str, str],
    streams: tuple[bytes, int, int],
    files: tuple[str, str],
    fault: Fault | None,
    prepare: Callable[[], None] | None,
) -> NoReturn:
    """Be a process that somebody started as `netwerk ARGUMENTS`; never come back."""
    try:
        _connect(streams, files)
        os.environ.clear()
        os.environ.update(env)
        time.tzset()
        os.chdir(folder)
        signal.signal(signal.SIGINT, signal.default_int_handler)
        sys.argv = ["netwerk", *arguments]
        if prepare is not None:
            prepare()
        if fault is not None:
            injection.arm(fault, str(folder))
        from netwerk_cli.__main__ import main

        main()
        os._exit(0)
    except BaseException:
        os.write(2, traceback.format_exc().encode(errors="replace"))
        os._exit(99)


def _connect(streams: tuple[bytes, int, int], files: tuple[str, str]) -> None:
    stdin, *ends = streams
    with tempfile.TemporaryFile() as typed:
        typed.write(stdin)
        typed.seek(0)
        os.dup2(typed.fileno(), 0)
    for number, (end, name) in enumerate(zip(ends, files, strict=True), 1):
        os.dup2(os.open(name, os.O_WRONLY) if name else end, number)
        os.close(end)
    sys.stdin = open(0, encoding="utf-8", errors="surrogateescape", closefd=False)  # noqa: SIM115
    sys.stdout = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
    sys.stderr = open(2, "w", 1, "utf-8", "backslashreplace", closefd=False)  # noqa: SIM115
