"""Several organisers register people at the same moment: nobody is lost, and nobody gets a seat too many."""

from __future__ import annotations

import subprocess
from pathlib import Path

from netwerk_cli.domain.registrations import Status
from netwerk_cli.store import FileStore
from netwerk_cli.store.file.checking import structure
from netwerk_cli.store.file.places import lock_path
from tests.concurrency.processes import POSIX, an_empty_event, go, line, registered, start

ORGANISERS = ("an", "bo", "cas", "dirk")
EACH = 15
CAPACITY = 40


def race(store: FileStore, task: str, pause_s: float) -> dict[str, list[str]]:
    """Let all organisers work at once; return whom each of them was told to have registered."""
    workers = {name: start(task, store, name, str(EACH), str(pause_s)) for name in ORGANISERS}
    for worker in workers.values():
        go(worker)
    return {name: registered(worker.communicate(timeout=60)[0]) for name, worker in workers.items()}


def test_four_organisers_at_once_lose_nobody_and_seat_nobody_too_many(tmp_path: Path) -> None:
    store = an_empty_event(tmp_path / "netwerk.json", CAPACITY)
    told = race(store, "register", 0)
    view = store.read()
    people = view.registrations("kickoff")
    asked = len(ORGANISERS) * EACH
    assert (
        [r.number for r in people.values()] == [r.turn for r in people.values()] == list(range(1, asked + 1))
    )
    assert {name: [r.email for r in people.values() if r.email.startswith(name)] for name in told} == told
    assert [r.status for r in people.values()] == (
        [Status.CONFIRMED] * CAPACITY + [Status.WAITING] * (asked - CAPACITY)
    )
    assert view.generation == 2 + asked
    assert structure(store) == []


@POSIX
def test_a_lock_that_is_removed_while_it_is_held_loses_nobody_who_was_acknowledged(tmp_path: Path) -> None:
    store = an_empty_event(tmp_path / "netwerk.json", CAPACITY)
    first = start("decide", store, "first@example.org")
    assert line(first) == "ready"
    subprocess.run(["rm", lock_path(store.path)], check=True)
    third = start("decide", store, "third@example.org")
    go(third)
    assert registered(third.communicate(timeout=30)[0]) == ["third@example.org"]
    assert first.communicate("go\n", timeout=30)[0].split() == ["refused", "lock_lost"]
    view = store.read()
    assert [r.email for r in view.registrations("kickoff").values()] == ["third@example.org"]
    assert structure(store) == []


@POSIX
def test_neither_of_two_holders_writes_over_the_other(tmp_path: Path) -> None:
    store = an_empty_event(tmp_path / "netwerk.json", CAPACITY)
    first = start("decide", store, "first@example.org")
    assert line(first) == "ready"
    lock_path(store.path).unlink()
    third = start("decide", store, "third@example.org")
    assert line(third) == "ready"
    assert first.communicate("go\n", timeout=30)[0].split() == ["refused", "lock_lost"]
    assert third.communicate("go\n", timeout=30)[0].split() == ["registered", "third@example.org"]
    assert [r.email for r in store.read().registrations("kickoff").values()] == ["third@example.org"]


def test_without_the_lock_the_same_race_loses_registrations(tmp_path: Path) -> None:
    store = an_empty_event(tmp_path / "netwerk.json", CAPACITY)
    told = race(store, "register_unlocked", 0.01)
    kept = {r.email for r in store.read().registrations("kickoff").values()}
    lost = {email for emails in told.values() for email in emails} - kept
    assert lost
