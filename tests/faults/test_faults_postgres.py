"""A server that dies, a line that breaks, a lock that is held, a clock that is wrong: nothing told is lost."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from netwerk_cli.errors import StoreBusy
from netwerk_cli.errors.databases import (
    ClockDiffers,
    ConnectionLost,
    DoneAndLost,
    OutcomeUnknown,
    StoreUnreachable,
)
from netwerk_cli.store import Store, store_at
from tests import servers
from tests.builders import Desk, act, an_event
from tests.faults import broken_servers, databases
from tests.faults.calling_forked import POSIX
from tests.faults.postgres import relayed
from tests.servers import Server
from tests.stores import Database

WORKER = Path(__file__).with_name("desk.py")


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    """Give a server of our own, which may be killed."""
    installed = servers.programs()
    if installed is None:
        pytest.skip("there is no PostgreSQL server here")
    found = Server(installed)
    yield found.start()
    found.close()


@pytest.fixture
def database(server: Server) -> Database:
    """Return a database with two events of six seats."""
    found = Database(server.address, "netwerk_faults")
    store = store_at(found.address)
    store.create("test-store")
    for slug in ("kickoff", "avond"):
        with store.change(act()) as transaction:
            transaction.add(an_event(slug=slug, capacity=6))
    store.close()
    return found


def register(store: Store, who: str, slug: str = "kickoff") -> None:
    with store.change(act(), slug) as transaction:
        desk = Desk()
        desk.event, desk.list = transaction.event(slug), transaction.registrations(slug)
        desk.register(who)
        transaction.keep(desk.event, desk.list.values())


def names(address: str, slug: str = "kickoff") -> list[str]:
    store = store_at(address)
    found = [one.name.partition(" ")[0] for one in store.read().registrations(slug).values()]
    assert store.check() == []
    store.close()
    return found


def through(relay: str, database: Database, seconds: float = 5) -> Store:
    return store_at(f"postgresql://tester@{relay}/{database.name}", lock_timeout_s=seconds)


# ---------------------------------------------------------- a line that breaks
def test_a_change_that_was_made_is_told_though_its_answer_was_lost(
    server: Server, database: Database
) -> None:
    with relayed(server.port, reaches=True) as relay:
        store = through(relay.address, database)
        register(store, "Ans")
        assert relay.cut
        register(store, "Bo")
        store.close()
    assert names(database.address) == ["Ans", "Bo"]


def test_a_change_that_was_not_made_is_said_not_to_be(server: Server, database: Database) -> None:
    with relayed(server.port, reaches=False) as relay:
        store = through(relay.address, database)
        with pytest.raises(ConnectionLost):
            register(store, "Ans")
        register(store, "Bo")
        store.close()
    assert names(database.address) == ["Bo"]


def test_what_nobody_can_find_out_is_said_so(server: Server, database: Database) -> None:
    with relayed(server.port, reaches=True, meanwhile=server.kill) as relay:
        store = through(relay.address, database, seconds=1)
        with pytest.raises(OutcomeUnknown):
            register(store, "Ans")
        with pytest.raises(StoreUnreachable):
            store.read()
    server.start()
    assert names(database.address) in ([], ["Ans"])


def test_a_server_that_was_started_anew_is_called_again(server: Server, database: Database) -> None:
    store = store_at(database.address)
    register(store, "Ans")
    server.kill()
    server.start()
    register(store, "Bo")
    store.close()
    assert names(database.address) == ["Ans", "Bo"]


def test_what_breaks_after_a_change_never_says_that_it_was_not_made(
    server: Server, database: Database
) -> None:
    store = store_at(database.address)
    register(store, "Ans")
    server.kill()
    with pytest.raises(DoneAndLost):
        store.read()
    with pytest.raises(StoreUnreachable):
        register(store, "Bo")
    server.start()
    assert names(database.address) == ["Ans"]


# ------------------------------------------------------------ locks and clocks
def test_who_holds_an_event_for_ever_stops_nobody_for_long(database: Database) -> None:
    held, other = store_at(database.address), store_at(database.address, lock_timeout_s=0.2)
    with held.change(act(), "kickoff"):
        with pytest.raises(StoreBusy):
            register(other, "Ans")
        register(other, "Bo", "avond")
        with pytest.raises(StoreBusy), other.change(act()):
            pass
        assert names(database.address, "avond") == ["Bo"]
    register(other, "Ans")
    other.close()
    held.close()
    assert names(database.address) == ["Ans"]


@pytest.mark.parametrize(
    ("apart", "refused"), [(timedelta(seconds=50), False), (timedelta(seconds=-70), True)]
)
def test_a_wrong_clock_decides_nothing(database: Database, apart: timedelta, refused: bool) -> None:
    store = store_at(database.address, clock=lambda: datetime.fromtimestamp(time.time(), UTC) + apart)
    if refused:
        with pytest.raises(ClockDiffers):
            register(store, "Ans")
        assert store.read().slugs() == ["kickoff", "avond"]
    else:
        register(store, "Ans")
    store.close()
    assert names(database.address) == ([] if refused else ["Ans"])


# --------------------------------------------------- the campaign, in small
@POSIX
@pytest.mark.usefixtures("server")
def test_a_desk_that_is_killed_leaves_all_of_its_change_or_nothing(tmp_path: Path) -> None:
    tally = databases.kills(tmp_path, int(os.environ.get("NETWERK_TEST_KILLS", "7")))
    assert tally.violations == []
    assert sum(tally.tried.values()) >= 7


@POSIX
@pytest.mark.usefixtures("server")
def test_a_server_whose_disk_is_full_refuses_and_goes_on_once_there_is_room(tmp_path: Path) -> None:
    tally = broken_servers.disk_full(tmp_path, rounds=1)
    if tally.skipped:
        pytest.skip(tally.skipped[0])
    assert tally.violations == []
    assert tally.tried["told store_unreachable"] >= broken_servers.REFUSED


# ------------------------------------------------------------------- a crowd
def crowd(address: str, desks: int, each: int, slugs: tuple[str, ...]) -> list[str]:
    """Let so many processes register so many people each, and return who was told that they are on the list."""
    started = [
        subprocess.Popen(
            [sys.executable, str(WORKER), address, slugs[number % len(slugs)], f"Desk{number}x", str(each)],
            stdout=subprocess.PIPE,
            text=True,
        )
        for number in range(desks)
    ]
    return [line for one in started for line in one.communicate()[0].splitlines()]


def test_desks_on_one_event_sell_no_seat_twice_and_lose_nobody(database: Database) -> None:
    told = crowd(database.address, 3, 4, ("kickoff",))
    found = store_at(database.address)
    people = found.read().registrations("kickoff").values()
    assert sorted(told) == sorted(one.name.partition(" ")[0] for one in people)
    assert len(told) == 12
    assert sum(one.status == "confirmed" for one in people) == 6
    numbers = [line.change for one in people for line in one.history]
    assert sorted(one.number for one in found.read().changes(3)) == sorted(
        {*numbers}, key=lambda number: number or 0
    )
    found.close()


def test_a_server_that_is_killed_under_load_loses_nothing_that_was_told(
    server: Server, database: Database
) -> None:
    told: list[str] = []
    worker = threading.Thread(
        target=lambda: told.extend(crowd(database.address, 3, 12, ("kickoff", "avond")))
    )
    worker.start()
    while not names(database.address):
        pass
    server.kill()
    server.start()
    worker.join(60)
    found = [*names(database.address), *names(database.address, "avond")]
    assert told
    assert set(told) <= set(found)
    assert len(found) == len(set(found))
    assert len(found) - len(told) <= 3  # of each desk one at most, which was not told yet
