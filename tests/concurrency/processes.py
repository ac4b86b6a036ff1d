"""Starting processes that work on one data file at the same time."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import netwerk_cli
from netwerk_cli.domain import lifecycle
from netwerk_cli.store import FileStore
from tests.builders import act, an_event

ROOT = Path(__file__).parents[2]
WORKER = Path(__file__).with_name("worker.py")
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")

Process = subprocess.Popen[str]


def start(task: str, store: FileStore, *arguments: str) -> Process:
    """Start a worker; wait for its first line, so that it has begun."""
    code = Path(netwerk_cli.__file__).parents[1]
    paths = os.pathsep.join([str(code), str(ROOT), os.environ.get("PYTHONPATH", "")])
    return subprocess.Popen(
        [sys.executable, str(WORKER), task, str(store.path), *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": paths},
    )


def line(process: Process) -> str:
    """Return the next line that a worker reports."""
    assert process.stdout is not None
    return process.stdout.readline().strip()


def go(process: Process) -> None:
    """Let a worker that said it was ready begin."""
    assert line(process) == "ready"
    assert process.stdin is not None
    process.stdin.write("go\n")
    process.stdin.flush()


def registered(output: str) -> list[str]:
    """Return the addresses that a worker reported as registered."""
    words = [reported.split() for reported in output.splitlines()]
    return [word[1] for word in words if len(word) == 2 and word[0] == "registered"]


def an_empty_event(path: Path, capacity: int | None) -> FileStore:
    store = FileStore(path, lock_timeout_s=30)
    store.create("test-store")
    with store.change(act()) as transaction:
        transaction.add(lifecycle.create(an_event(capacity=capacity), act()))
    return store
