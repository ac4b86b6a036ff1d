"""A server that lets somebody in or not: what a person is told at its door, in one sentence and a hint."""

from __future__ import annotations

import contextlib
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from datetime import datetime, timedelta, tzinfo
from pathlib import Path
from typing import Any

import pytest
import trustme

from netwerk_cli.store import store_at
from tests import servers
from tests.builders import act
from tests.cli.calling import KICKOFF, PROGRAM, Ended, Netwerk
from tests.servers import Server
from tests.stores import Database

SECRET = "zeer/geheim"
PASSWORD = "zeer%2Fgeheim"
WRONG = "ook%2Fgeheim"


class Door(Server):
    """A server with a password for Ans and for somebody who may do nothing, and a certificate for `localhost`."""

    def __init__(self, installed: Path) -> None:
        super().__init__(installed)
        self.known, self.other = trustme.CA(), trustme.CA()
        for name, authority in (("known", self.known), ("other", self.other)):
            authority.cert_pem.write_to_path(self.folder / f"{name}.pem")
        self.give(self.known.issue_cert("localhost"))
        self.start(ssl="on", ssl_cert_file=str(self.folder / "cert"), ssl_key_file=str(self.folder / "key"))
        self.database = Database(self.address, "kantoor")
        self.run = self.database.run
        self.run(
            f"create role ans login password '{SECRET}'; create role niets login password '{SECRET}';"
            "create role gast login; create role vol login connection limit 0; create role dicht nologin;"
            "grant create on database kantoor to ans"
        )
        self.guard(
            "host all ans,niets all scram-sha-256", "host all weg all reject", "host all all all trust"
        )

    def stop(self) -> None:
        """End it in order."""
        self.database.close()
        super().stop()

    def place(self, user: str, host: str = "127.0.0.1", database: str = "kantoor", more: str = "") -> str:
        """Return the address for somebody."""
        return f"postgresql://{user}@{host}:{self.port}/{database}{more}"


@pytest.fixture(scope="module")
def door() -> Iterator[Door]:
    """Give a server of our own, with a lock on its door."""
    installed = servers.programs()
    if installed is None:
        pytest.skip("there is no PostgreSQL server here")
    found = Door(installed)
    yield found
    found.close()


@pytest.fixture
def desk(fresh: Netwerk, door: Door) -> Netwerk:
    """The program as Ans, with a kick-off in the database."""
    fresh.patch.delenv("PGUSER", raising=False)
    door.run("drop schema if exists netwerk cascade")
    fresh.patch.setenv("NETWERK_DB", door.place(f"ans:{PASSWORD}"))
    return fresh.done("init").done("event", "add", *KICKOFF)


def refused(netwerk: Netwerk, place: str, *words: str) -> tuple[str, int, str]:
    """Return the code, the exit code and the sentence of what is refused, in which nothing secret stands."""
    ended = netwerk("--db", place, *(words or ("event", "list")))
    assert (ended.out, len(ended.err.splitlines())) == ("", 2), ended
    error = netwerk.error("--db", place, *(words or ("event", "list")))
    assert "geheim" not in ended.err + str(error)
    assert ended.code == error["exit_code"]
    return error["code"], error["exit_code"], error["message"]


# ------------------------------------------------------------------ who it is
@pytest.mark.parametrize(
    ("user", "code", "exit_code", "why"),
    [
        pytest.param(
            f"ans:{WRONG}", "store_not_permitted", 6, "the user or the password is not right", id="password"
        ),
        pytest.param(
            "ans", "store_not_permitted", 6, "the user or the password is not right", id="no password"
        ),
        pytest.param("wie", "store_not_permitted", 6, "there is no such user", id="user"),
        pytest.param("weg", "store_not_permitted", 6, "the server lets nobody in from here", id="rejected"),
        pytest.param("dicht", "store_not_permitted", 6, "this user may not log in", id="no login"),
        pytest.param("vol", "server_busy", 7, "the server has no room for one more", id="full"),
        pytest.param("gast", "store_not_permitted", 6, "this user may not do that", id="no rights"),
    ],
)
def test_who_is_not_let_in_is_told_why(
    desk: Netwerk, door: Door, user: str, code: str, exit_code: int, why: str
) -> None:
    found = refused(desk, door.place(user), "event", "list")
    assert found[:2] == (code, exit_code)
    assert why in found[2]


def test_a_database_that_is_not_there_is_said_so(desk: Netwerk, door: Door) -> None:
    code, _, said = refused(desk, door.place(f"ans:{PASSWORD}", database="nergens"))
    assert (code, said.endswith("there is no such database.")) == ("store_unreachable", True)


def test_a_password_may_come_from_elsewhere(desk: Netwerk, door: Door) -> None:
    desk.patch.setenv("PGPASSWORD", SECRET)
    assert desk("--db", door.place("ans"), "event", "list").code == 0


def test_history_names_the_user_of_the_database_and_nobody_else(desk: Netwerk, door: Door) -> None:
    desk.patch.setenv("NETWERK_USER", "iemand anders")
    desk.done("event", "edit", "kickoff", "--capacity", "9")
    desk.patch.setenv("PGUSER", "ans")
    desk.patch.setenv("PGPASSWORD", SECRET)
    desk.done(
        "--db", f"postgresql://127.0.0.1:{door.port}/kantoor", "event", "edit", "kickoff", "--capacity", "8"
    )
    assert {row["by"] for row in desk("log", "--json").json} == {"ans"}


def test_no_password_is_in_what_anybody_can_see(desk: Netwerk) -> None:
    for words in (["config"], ["config", "--json"], ["doctor", "--json"], ["log", "--json"], ["init"]):
        ended = desk(*words)
        assert "geheim" not in ended.out + ended.err


# ------------------------------------------------------------ certificates
def test_a_certificate_has_to_be_known_and_of_that_name(desk: Netwerk, door: Door) -> None:
    def asked(host: str, root: str) -> tuple[str, int, str]:
        more = f"?sslmode=verify-full&sslrootcert={door.folder / root}"
        return refused(desk, door.place(f"ans:{PASSWORD}", host, more=more))

    right = door.place(
        f"ans:{PASSWORD}", "localhost", more=f"?sslmode=verify-full&sslrootcert={door.folder}/known.pem"
    )
    assert desk("--db", right, "event", "list").code == 0
    wrong = "the certificate is not that of the server, or nobody known signed it"
    for host, root in (("127.0.0.1", "known.pem"), ("localhost", "other.pem")):
        code, _, said = asked(host, root)
        assert (code, said.endswith(f"{wrong}.")) == ("store_unreachable", True)
    assert asked("localhost", "none.pem")[2].endswith("the root certificate is not there.")


def test_a_server_without_a_certificate_is_refused(fresh: Netwerk, server: str) -> None:
    code, _, said = refused(fresh, f"{server}/netwerk?sslmode=verify-full")
    assert (code, said.endswith("the server has no certificate, and it is not this machine.")) == (
        "store_unreachable",
        True,
    )


# ----------------------------------------------------- servers that are not well
@contextlib.contextmanager
def answering(data: bytes | None) -> Iterator[int]:
    """Give the port of something that answers so to whoever comes, or not at all."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        held: list[socket.socket] = []

        def answer() -> None:
            with contextlib.suppress(OSError):
                while True:
                    caller, _ = listening.accept()
                    held.append(caller)
                    if data is not None:
                        caller.recv(1000)
                        caller.sendall(data)
                        caller.close()

        threading.Thread(target=answer, daemon=True).start()
        yield listening.getsockname()[1]
        listening.shutdown(socket.SHUT_RDWR)
        for one in held:
            one.close()


def complaint(code: str, text: str) -> bytes:
    """Return an ErrorResponse (PostgreSQL, message formats)."""
    fields = b"".join(
        key + value.encode() + b"\0" for key, value in ((b"S", "FATAL"), (b"C", code), (b"M", text))
    )
    return b"E" + (len(fields) + 5).to_bytes(4, "big") + fields + b"\0"


@pytest.mark.parametrize(
    ("data", "code", "exit_code", "why"),
    [
        pytest.param(
            complaint("57P03", "the database system is starting up"),
            "server_busy",
            7,
            "the server is starting or stopping",
            id="starting",
        ),
        pytest.param(
            complaint("53300", "sorry, too many clients already"),
            "server_busy",
            7,
            "the server has no room for one more",
            id="full",
        ),
        pytest.param(
            complaint("28000", "geen toegang"),
            "store_unreachable",
            6,
            "the server refuses; its log says why",
            id="Dutch",
        ),
        pytest.param(
            b"HTTP/1.1 400 Bad Request\r\n\r\n",
            "store_unreachable",
            6,
            "it does not answer as a PostgreSQL server does",
            id="the web",
        ),
        pytest.param(None, "store_unreachable", 6, "it does not answer", id="silence"),
    ],
)
def test_what_answers_in_its_place_is_told_from_it(
    fresh: Netwerk, data: bytes | None, code: str, exit_code: int, why: str
) -> None:
    with answering(data) as port:
        more = "?connect_timeout=1&sslmode=disable"
        found = refused(fresh, f"postgresql://ans@127.0.0.1:{port}/netwerk{more}")
    assert (found[:2], found[2].endswith(f"{why}.")) == ((code, exit_code), True)


def test_a_copy_that_only_reads_is_read_and_not_changed(desk: Netwerk, door: Door) -> None:
    door.stop()
    (door.data / "standby.signal").touch()
    try:
        door.start()
        assert desk("event", "list").code == 0
        for words in (
            ("event", "edit", "kickoff", "--capacity", "9"),
            ("event", "remove", "kickoff", "--yes"),
        ):
            code, exit_code, said = refused(desk, door.place(f"ans:{PASSWORD}"), *words)
            assert (code, exit_code, said.endswith("the server only reads.")) == (
                "store_not_permitted",
                6,
                True,
            )
    finally:
        door.stop()
        (door.data / "standby.signal").unlink()
        door.start()
    desk.done("event", "edit", "kickoff", "--capacity", "9")


def test_without_the_driver_it_says_how_to_get_it(fresh: Netwerk) -> None:
    script = "import sys; sys.modules['psycopg2'] = None; from netwerk_cli.__main__ import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", script, "--db", "postgresql://ans@db.example.org/netwerk", "event", "list"],
        env=fresh.environment(NETWERK_LANG="en"),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr.splitlines()[-2:]) == (
        6,
        "",
        [
            "Error: What netwerk needs to speak to PostgreSQL is not installed.",
            "Install it: pip install 'netwerk-cli[postgresql]'.",
        ],
    )


# ------------------------------------------------------------ waiting, and clocks
@contextlib.contextmanager
def held(door: Door) -> Iterator[None]:
    """Hold the kick-off, as somebody does who went home in the middle of a change."""
    other = store_at(door.place("tester"))
    with other.change(act(), "kickoff"):
        yield
    other.close()


EDIT = ("event", "edit", "kickoff", "--capacity", "9")


def test_who_waits_too_long_is_told_so(desk: Netwerk, door: Door) -> None:
    with held(door):
        code, exit_code, said = refused(desk, door.place(f"ans:{PASSWORD}"), *EDIT, "--lock-timeout", "0.1")
        assert desk("event", "list").code == 0
    assert (code, exit_code) == ("store_busy", 7)
    assert said.endswith("for more than 0.1 s.")
    desk.done(*EDIT)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGINT to send")
def test_ctrl_c_is_heard_while_somebody_waits(desk: Netwerk, door: Door) -> None:
    with held(door):
        waiting = subprocess.Popen(
            [*PROGRAM, *EDIT], stderr=subprocess.PIPE, env=desk.environment(), text=True
        )
        waits = "select count(*) from pg_stat_activity where wait_event_type = 'Lock'"
        until = time.monotonic() + 20
        while door.run(waits) == [(0,)] and time.monotonic() < until:
            time.sleep(0.02)
        began = time.monotonic()
        waiting.send_signal(signal.SIGINT)
        _, err = waiting.communicate(timeout=20)
        assert (waiting.returncode, time.monotonic() - began < 2) == (130, True)
    assert "Error: Interrupted; nothing was changed.\n" in err
    assert desk("event", "show", "kickoff", "--json").json["capacity"] is None


@pytest.mark.parametrize(
    ("apart_s", "fixed", "refuses"), [(50, False, False), (-70, False, True), (-70, True, False)]
)
def test_a_wrong_clock_is_refused_unless_it_is_set_on_purpose(
    desk: Netwerk, apart_s: int, fixed: bool, refuses: bool
) -> None:
    class Clock(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> Any:
            return datetime.fromtimestamp(time.time(), tz) + timedelta(seconds=apart_s)

    desk.patch.setattr("netwerk_cli.cli.call.datetime", Clock)
    if not fixed:
        desk.patch.delenv("NETWERK_NOW")
    ended = desk(*EDIT, "--json")
    if not refuses:
        assert ended.code == 0
        return
    assert (ended.error["code"], ended.code) == ("clock_differs", 6)
    assert ended.error["hint"] == "Nothing was changed. Set the clock: it decides what is in time."
    assert desk("event", "list") == Ended(0, desk("event", "list").out)
