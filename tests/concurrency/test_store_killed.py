"""A process that is killed, stopped or cut off in the middle of a change leaves a whole file and a free lock."""

from __future__ import annotations

import os
import random
import signal
import time
from pathlib import Path

import pytest

from netwerk_cli.errors import StoreBusy
from netwerk_cli.store import FileStore
from netwerk_cli.store.file.checking import structure
from tests.builders import Desk, act
from tests.concurrency.processes import POSIX, Process, an_empty_event, go, line, registered, start

ROUNDS = 20
"""Two processes are killed in each."""

STEPS = (
    "open staged",
    "write staged",
    "fsync staged",
    "link file",
    "replace staged",
    "fsync folder",
    "unlink generation",
)


def rename(store: FileStore, title: str) -> None:
    with store.change(act()) as transaction:
        desk = Desk()
        desk.event = transaction.event("kickoff")
        desk.amend(title=title)
        transaction.keep(desk.event)


def killed(worker: Process) -> list[str]:
    """Kill a worker; return whom it was told to have registered."""
    worker.kill()
    output = worker.communicate(timeout=30)[0]
    return registered(output[: output.rfind("\n") + 1])


@POSIX
def test_writers_killed_at_any_moment_leave_a_file_that_holds_all_they_acknowledged(tmp_path: Path) -> None:
    store = an_empty_event(tmp_path / "netwerk.json", None)
    chance = random.Random(2024)  # noqa: S311 (moments, not secrets)
    told: set[str] = set()
    for number in range(ROUNDS):
        workers = [start("register", store, f"{name}{number}-", "100000") for name in ("an", "bo")]
        for worker in workers:
            go(worker)
        for worker in workers:
            time.sleep(chance.uniform(0.001, 0.04))
            told |= set(killed(worker))
        kept = [r.email for r in store.read().registrations("kickoff").values()]
        assert len(kept) == len(set(kept))
        assert told <= set(kept)
        assert len(kept) <= len(told) + 2 * (number + 1)  # each may have been killed before it could say so
    assert told
    rename(store, "Another title")
    assert structure(store) == []


@POSIX
@pytest.mark.parametrize("moment", ["before", "after"])
@pytest.mark.parametrize("step", STEPS)
def test_a_writer_killed_around_a_system_call_leaves_the_old_state_or_the_new(
    tmp_path: Path, step: str, moment: str
) -> None:
    store = an_empty_event(tmp_path / "netwerk.json", None)
    for number in range(6):
        rename(store, f"Title {number}")
    worker = start("die", store, step, moment)
    worker.communicate(timeout=30)
    done = step in ("fsync folder", "unlink generation") or (step, moment) == ("replace staged", "after")
    assert worker.returncode == -signal.SIGKILL
    assert store.read().event("kickoff").title == ("Another title" if done else "Title 5")
    rename(store, "The last title")
    assert store.read().event("kickoff").title == "The last title"
    assert structure(store) == []


@POSIX
def test_a_lock_held_by_a_stopped_process_is_busy_and_free_once_it_is_killed(tmp_path: Path) -> None:
    store = an_empty_event(tmp_path / "netwerk.json", None)
    holder = start("hold", store)
    try:
        assert line(holder) == "held"
        os.kill(holder.pid, signal.SIGSTOP)
        with pytest.raises(StoreBusy), FileStore(store.path, lock_timeout_s=0.3).change(act()):
            pytest.fail("the lock was held")
        assert store.read().slugs() == ["kickoff"]
        with FileStore(store.path, lock_timeout_s=0.3).change(act(), dry_run=True) as transaction:
            assert transaction.slugs() == ["kickoff"]
    finally:
        holder.kill()
        holder.communicate(timeout=30)
    rename(FileStore(store.path, lock_timeout_s=1), "Another title")
    assert store.read().event("kickoff").title == "Another title"


@POSIX
def test_ctrl_c_ends_a_writer_and_leaves_all_it_acknowledged(tmp_path: Path) -> None:
    store = an_empty_event(tmp_path / "netwerk.json", None)
    worker = start("register", store, "an", "100000")
    go(worker)
    time.sleep(0.1)
    for _ in range(200):
        worker.send_signal(signal.SIGINT)  # a change that is being put in place lets it pass
        time.sleep(0.05)
        if worker.poll() is not None:
            break
    else:
        worker.kill()
        pytest.fail("Ctrl-C did not end it")
    told = registered(worker.communicate(timeout=30)[0])
    kept = [r.email for r in store.read().registrations("kickoff").values()]
    assert kept[: len(told)] == told
    rename(store, "Another title")
    assert structure(store) == []


@POSIX
def test_a_file_that_the_system_does_not_let_grow_keeps_its_old_state(tmp_path: Path) -> None:
    store = an_empty_event(tmp_path / "netwerk.json", None)
    before = store.path.read_bytes()
    worker = start("outgrow", store)
    assert worker.communicate(timeout=30)[0].strip() == "InputOutput the file would grow too large"
    assert store.path.read_bytes() == before
    assert structure(store) == []
