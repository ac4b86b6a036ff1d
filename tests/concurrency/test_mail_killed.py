"""Sending that is killed at any moment: nobody gets two mails by itself, and of each it is known how it stands."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
import warnings
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from netwerk_cli.cli import gate
from netwerk_cli.domain import groups, lifecycle, materials, memberships, news, untold
from netwerk_cli.domain.groups import Group, Membership
from netwerk_cli.domain.materials import MaterialKind
from netwerk_cli.domain.memberships import Applicant
from netwerk_cli.domain.registrations import Registration
from netwerk_cli.domain.told import Outcome
from netwerk_cli.store import FileStore
from tests.builders import NOW, Desk, act, an_event
from tests.concurrency.processes import POSIX
from tests.mail_server import MailServer, Postbox

KILLS = int(os.environ.get("NETWERK_TEST_KILLS", "3"))
PEOPLE = 300 if KILLS > 100 else 16
TOGETHER = 50


@pytest.fixture
def postbox() -> Postbox:
    return Postbox()


@pytest.fixture
def store(tmp_path: Path, postbox: Postbox, request: pytest.FixtureRequest) -> Iterator[FileStore]:
    """Return an event or group of which everybody is to hear, and settings with which mail goes to a server."""
    store = FileStore(tmp_path / "netwerk.json", lock_timeout_s=30)
    store.create("test-store")
    (a_group if getattr(request, "param", "event") == "group" else an_open_event)(store)
    with MailServer(postbox) as server:
        (tmp_path / "config.toml").write_text(
            f'mail_from = "n@example.org"\nmail_host = "127.0.0.1"\nmail_port = {server.port}\n'
            'mail_security = "none"\nmail_per_minute = 0\n'
        )
        yield store


def an_open_event(store: FileStore) -> None:
    """Keep an event with people who were told nothing."""
    desk = Desk(an_event(capacity=None)).fill(*(f"P{number}" for number in range(PEOPLE)))
    with store.change(act()) as transaction:
        transaction.add(lifecycle.create(an_event(capacity=None), act()))
        transaction.keep(desk.event, desk.list.values())


def a_group(store: FileStore) -> None:
    """Keep a group with members, and a document that came later."""
    group, people = groups.create(Group(slug="wg", title="Werkgroep"), act()), dict[int, Membership]()
    for number in range(PEOPLE):
        who = Applicant(name=f"P{number} Proef", email=f"p{number}@example.org", received_at=NOW)
        member = memberships.admit(group, people, who, act())
        people[member.number] = member
    with store.change(act()) as transaction:
        transaction.add_group(group)
        transaction.keep_group(group, people.values())
    with store.change(act()) as transaction:
        group = transaction.group("wg")
        added = materials.add_material(group, act(), kind=MaterialKind.DOCUMENT, title="Verslag")
        transaction.keep_group(added)


def environment(store: FileStore) -> dict[str, str]:
    return {
        "NETWERK_DB": str(store.path),
        "NETWERK_CONFIG": str(store.path.with_name("config.toml")),
        "NETWERK_NOW": NOW.isoformat(),
    }


def start(store: FileStore, verb: str = "send") -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "netwerk_cli", "mail", verb, "--yes"],
        env=os.environ | environment(store),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


class Forked:
    """A call in a copy of this process: the program is loaded already, so that many can be killed."""

    def __init__(self, store: FileStore, verb: str) -> None:
        sys.stdout.flush()
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)  # the thread of the server stays behind
            self.pid = os.fork()
        if self.pid == 0:
            os.environ |= environment(store)
            os.dup2(os.open(os.devnull, os.O_RDWR), 2)
            os._exit(gate.run(["mail", verb, "--yes", "--quiet"]))
        self.status: int | None = None

    def poll(self) -> int | None:
        """Return how it ended, None while it goes on."""
        if self.status is None:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            self.status = os.waitstatus_to_exitcode(status) if pid else None
        return self.status

    def kill(self) -> int:
        """Kill it, and return how it ended."""
        if self.poll() is None:
            os.kill(self.pid, signal.SIGKILL)
            self.status = os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])
        return int(self.status or 0)


def stands(store: FileStore) -> dict[str, str]:
    """Return how it stands with each address: sent, due or uncertain, and never two of these."""
    view, people = store.read(), dict[int, Registration | Membership]()
    if "wg" in view.group_slugs():
        members = view.memberships("wg")
        people |= members
        due = {one.membership.number for one in news.due(view.group("wg"), members)}
    else:
        event, registrations = view.event("kickoff"), view.registrations("kickoff")
        people |= registrations
        due = {one.registration.number for one in untold.due(event, registrations, NOW)}
    found = {}
    for number, r in people.items():
        outcomes = [message.outcome for message in r.messages]
        assert len(outcomes) <= 1
        if number in due:
            assert Outcome.SENT not in outcomes
            assert Outcome.UNCERTAIN not in outcomes
            found[r.email] = "due"
        else:
            found[r.email] = str(outcomes[0])
    return found


def check(store: FileStore, postbox: Postbox) -> Counter[str]:
    """Nobody has two; whoever is sent has one; whoever is due has none."""
    found, count = stands(store), postbox.count
    assert max(count.values(), default=0) <= 1
    assert {email for email, how in found.items() if how == "sent"} <= set(count)
    assert not {email for email, how in found.items() if how == "due"} & set(count)
    assert set(found.values()) <= {"sent", "due", "uncertain"}
    return Counter(found.values())


def load(store: FileStore) -> None:
    """Load the program, by trying what is to come."""
    with pytest.MonkeyPatch.context() as patch:
        for name, value in environment(store).items():
            patch.setenv(name, value)
        assert gate.run(["mail", "send", "--dry-run", "--quiet"]) == 0


@POSIX
@pytest.mark.parametrize("store", ["event", "group"], indirect=True)
def test_sending_killed_at_any_moment_sends_nothing_twice_and_loses_nobody(
    store: FileStore, postbox: Postbox
) -> None:
    chance, killed, uncertain = random.Random(2024), 0, 0  # noqa: S311 (moments, not secrets)
    load(store)
    postbox.slow_s = 0.02 if KILLS > 100 else 0.01
    for _ in range(KILLS):
        process, before = Forked(store, "send"), len(postbox.got)
        until = time.monotonic() + 30
        while len(postbox.got) == before and process.poll() is None and time.monotonic() < until:
            time.sleep(0.002)  # so that most are killed while mail goes out, and not while Python begins
        time.sleep(chance.uniform(0, 0.03))
        killed += process.kill() == -signal.SIGKILL
        time.sleep(0.05)  # what was on its way arrives
        now = check(store, postbox)["uncertain"]
        assert now - uncertain <= TOGETHER
        uncertain = now
    assert start(store).wait(120) == 0
    counts = check(store, postbox)
    assert (killed > 0, counts["due"]) == (True, 0)
    assert counts["sent"] + counts["uncertain"] == PEOPLE
    lost = counts["uncertain"] - (len(postbox.got) - counts["sent"])
    print(f"killed {killed}, {dict(counts)}, arrived {len(postbox.got)}, uncertain and not arrived {lost}")  # noqa: T201
    assert start(store, "retry").wait(120) == 0
    assert set(stands(store).values()) == {"sent"}
    assert set(postbox.count) == set(stands(store))
    assert max(postbox.count.values()) <= 2


@POSIX
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM], ids=["Ctrl-C", "a request to end"])
def test_sending_that_is_asked_to_stop_ends_behind_a_message_and_leaves_nothing_uncertain(
    store: FileStore, postbox: Postbox, number: signal.Signals
) -> None:
    postbox.slow_s = 0.02
    process = start(store)
    until = time.monotonic() + 30
    while len(postbox.got) < 3 and time.monotonic() < until:
        time.sleep(0.002)
    process.send_signal(number)
    assert process.wait(30) == 130
    counts = check(store, postbox)
    assert counts == {"sent": len(postbox.got), "due": PEOPLE - len(postbox.got)}
    assert start(store).wait(60) == 0
    assert check(store, postbox) == {"sent": PEOPLE}


@POSIX
def test_two_that_send_at_once_send_each_message_once(store: FileStore, postbox: Postbox) -> None:
    both = [start(store), start(store)]
    assert [one.wait(60) for one in both] == [0, 0]
    assert check(store, postbox) == {"sent": PEOPLE}
