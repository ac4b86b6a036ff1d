"""Ways to call the program as people do: inside this process, as a process, and on a terminal."""

from __future__ import annotations

import io
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import IO, Any, NamedTuple

import pytest

from netwerk_cli.cli import gate
from netwerk_cli.store import store_at
from tests.stores import Database, Left

NOW = "2024-01-10T09:00:00+01:00"
CLOSES = "2024-01-16T16:00:00+01:00"
STORE_ID = "00000000000000000000000000000001.netwerk"
PROGRAM = (sys.executable, "-m", "netwerk_cli")
PERSONAL = (
    "NETWERK_",
    "LC_",
    "LANG",
    "TZ",
    "NO_COLOR",
    "FORCE_COLOR",
    "TERM",
    "COLUMNS",
    "LINES",
    "XDG_",
    "PAGER",
    "LESS",
)


class Ended(NamedTuple):
    """How a call ended: the exit code and what stands on the two streams, without the line about the clock."""

    code: int
    out: str = ""
    err: str = ""

    @property
    def json(self) -> Any:
        """The one line of JSON on standard output."""
        assert (self.code, self.err) == (0, "")
        assert self.out.count("\n") == 1
        return json.loads(self.out)

    @property
    def lines(self) -> list[list[str]]:
        """Standard output as the values of tab-separated lines."""
        return [line.split("\t") for line in self.out.splitlines()]

    @property
    def error(self) -> Any:
        """The one line of JSON on standard error; nothing stands on standard output."""
        assert self.out == ""
        assert self.err.count("\n") == 1
        body = json.loads(self.err)
        assert list(body) == ["error"]
        assert list(body["error"]) == ["code", "exit_code", "message", "hint", "details"]
        assert body["error"]["exit_code"] == self.code
        return body["error"]


def said(*sentences: str) -> str:
    """Return lines as they stand on a stream."""
    return "".join(f"{sentence}\n" for sentence in sentences)


_UNTOLD = re.compile(
    r"^\d+ (person doesn't|people don't|persoon weet|mensen weten)\s[^:]*:\s+netwerk\s+mail\s+due\s+[a-z0-9-]+\n",
    re.MULTILINE,
)
"""What every change ends with where somebody is to hear of it: `test_cli_mail` asks for it, and nobody else."""


def without_clock(err: str, now: str, *, untold: bool = False) -> str:
    """Return what a call said beside its own affairs; with `untold` who does not know yet, too."""
    said = err.removeprefix(f"NETWERK_NOW: {now}\n")
    return said if untold else _UNTOLD.sub("", said)


class Netwerk:
    """The program with a data file of its own, a fixed clock and a fixed user, called inside this process."""

    def __init__(self, folder: Path, patch: pytest.MonkeyPatch, database: Database | None = None) -> None:
        self.folder, self.patch, self.database = folder, patch, database
        self.place = str(folder / "netwerk.json") if database is None else database.address
        for name in [name for name in os.environ if name.startswith(PERSONAL)]:
            patch.delenv(name)
        for name, value in {
            "NETWERK_DB": self.place,
            "NETWERK_CONFIG": str(folder / "config.toml"),
            "TZ": "UTC",
        }.items():
            patch.setenv(name, value)
        self.signing_as("ans").at(NOW)
        if database is not None:
            patch.chdir(folder)  # where backups lie unless somebody says so

    @property
    def db(self) -> Path:
        """The data file; a test that looks into it says nothing of a database."""
        if self.database is not None:
            pytest.skip("it is about the data file")
        return self.folder / "netwerk.json"

    def signing_as(self, user: str) -> Netwerk:
        """Be somebody: by the name that is set, and in a database by a role of that name."""
        self.patch.setenv("NETWERK_USER", user)
        if self.database is not None:
            self.patch.setenv("PGUSER", self.database.role(user))
        return self

    def at(self, now: str) -> Netwerk:
        """Set the clock."""
        self.now = now
        self.patch.setenv("NETWERK_NOW", now)
        return self

    def raw(self, *arguments: str, stdin: bytes = b"") -> tuple[int, bytes, bytes]:
        out, err = io.BytesIO(), io.BytesIO()
        with self.patch.context() as streams:
            streams.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
            streams.setattr("sys.stdout", io.TextIOWrapper(out, encoding="utf-8", write_through=True))
            told = io.TextIOWrapper(err, encoding="utf-8", errors="backslashreplace", write_through=True)
            streams.setattr("sys.stderr", told)
            code = gate.run(list(arguments))
            sys.stdout.flush()
            return code, out.getvalue(), err.getvalue()

    def __call__(self, *arguments: str, stdin: str = "") -> Ended:
        code, out, err = self.raw(*arguments, stdin=stdin.encode())
        return Ended(code, out.decode(), without_clock(err.decode(), self.now))

    def done(self, *arguments: str) -> Netwerk:
        """Call for the sake of what it does; it has to succeed."""
        ended = self(*arguments)
        assert ended.code == 0, ended
        return self

    def error(self, *arguments: str) -> Any:
        """Return the error object of a call that has to fail, with --json."""
        return self(*arguments, "--json").error

    def register(self, *names: str, event: str = "kickoff") -> Netwerk:
        """Register people one after the other."""
        for name in names:
            self.done("registration", "add", event, "--name", f"{name} Voorbeeld", "--email", address(name))
        return self

    def statuses(self, event: str = "kickoff") -> dict[str, str]:
        """Return the state of every registration by code."""
        rows = self("registration", "list", event, "--all", "--json").json
        return {row["code"]: row["status"] for row in rows}

    def environment(self, **more: str) -> dict[str, str]:
        return {**os.environ, "PYTHONUTF8": "1", **more}

    def process(
        self,
        *arguments: str | bytes,
        stdin: bytes = b"",
        stdout: int | IO[bytes] = subprocess.PIPE,
        before: tuple[str, ...] = (),
        env: Mapping[str, str] | None = None,
    ) -> Ended:
        """Call as a process of its own."""
        done = subprocess.run(
            [*before, *PROGRAM, *arguments],
            input=stdin,
            stdout=stdout,
            stderr=subprocess.PIPE,
            env=self.environment(**(env or {})),
            cwd=self.folder,
            timeout=60,
            check=False,
        )
        err = without_clock(done.stderr.decode(), self.now)
        return Ended(done.returncode, (done.stdout or b"").decode(), err)

    def files(self) -> dict[str, tuple[int, int, bytes]]:
        """Return every file of the folder with its mode, the moment it was written, and its bytes."""
        found = {}
        for path in sorted(self.folder.rglob("*")):
            seen = path.lstat()
            data = path.read_bytes() if path.is_file() else b""
            found[str(path.relative_to(self.folder))] = (seen.st_mode, seen.st_mtime_ns, data)
        return found

    def stored(self) -> object:
        """Return the data file as it is, or the rows of the database, but for what was written elsewhere."""
        if self.database is None:
            return self.db.read_bytes()
        left = self.database.left()
        return left and [
            (name, [row for row in rows if row[0] != "written"]) for name, rows in left.rows.items()
        ]

    def kept(self) -> object:
        """Return all that is kept, in files and in a database."""
        return self.files(), self.database and self.database.left()

    def everywhere(self) -> str:
        """Return all that lies in data files and their earlier states, and in a database."""
        found = [path.read_text(encoding="utf-8") for path in self.folder.rglob("*.json")]
        if self.database is not None:
            store = store_at(self.place)
            found += [data.decode() for _, data in store.copies()]
            store.close()
        return "\n".join(found)


class Once:
    """Stories told once: each test that begins with one has a copy of the folder that it left."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.left: dict[Callable[[Netwerk], Netwerk], tuple[Path, Left | None]] = {}

    def __call__(self, fresh: Netwerk, story: Callable[[Netwerk], Netwerk]) -> Netwerk:
        """Return the program as it is after `story`."""
        if story in self.left:
            files, rows = self.left[story]
            shutil.copytree(files, fresh.folder, dirs_exist_ok=True)
            if fresh.database is not None:
                fresh.database.put(rows)
        else:
            story(fresh)
            files = Path(shutil.copytree(fresh.folder, self.folder / str(len(self.left))))
            self.left[story] = files, None if fresh.database is None else fresh.database.left()
        return fresh


def opened(fresh: Netwerk) -> Netwerk:
    """Make the data file."""
    return fresh.done("init")


def kicked_off(fresh: Netwerk) -> Netwerk:
    """Make the data file, with a kick-off of three places and a waiting list."""
    return opened(fresh).done("event", "add", *KICKOFF, "--capacity", "3")


def address(name: str) -> str:
    return f"{name.lower()}@example.org"


def registration(code: str, name: str, **more: object) -> dict[str, object]:
    """Return a registration as JSON shows it: of the kick-off, by name, confirmed at the usual moment."""
    usual: dict[str, object] = {
        "code": code,
        "event": "kickoff",
        "name": f"{name} Voorbeeld",
        "email": address(name),
        "organisation": None,
        "role": None,
        "audience": None,
        "status": "confirmed",
        "no_seat": False,
        "position": None,
        "sessions": [],
        "without": [],
        "waits_for": [],
        "received_at": NOW,
        "note": None,
        "answers": {},
        "override": None,
        "marks": [],
        "attendance": None,
        "minutes": None,
        "no_show": False,
    }
    return usual | more


def event(**more: object) -> dict[str, object]:
    """Return the kick-off as JSON shows it, before anybody registered."""
    usual: dict[str, object] = {
        "slug": "kickoff",
        "title": "Kick-off",
        "kind": "event",
        "status": "open",
        "starts_at": "2024-01-26T09:30:00+01:00",
        "ends_at": "2024-01-26T16:00:00+01:00",
        "timezone": "Europe/Brussels",
        "location": None,
        "online_url": None,
        "capacity": 3,
        "seats_held": 0,
        "confirmed": 0,
        "pending": 0,
        "waiting": 0,
        "no_seat": 0,
        "free": 3,
        "opens_at": None,
        "closes_at": CLOSES,
        "opens_before": None,
        "closes_before": None,
        "closed_at": None,
        "closed_by": None,
        "cancelled_at": None,
        "when_full": "waiting-list",
        "promote": "auto",
        "session_choice": None,
        "approval": False,
        "members_of": None,
        "organisation_limit": None,
        "set_asides": [],
        "remind_before": None,
        "shared_addresses": False,
        "audiences": [],
        "organisers": [],
        "cost": None,
        "accreditations": [],
        "break_minutes": None,
        "theme": None,
        "language": None,
        "description": None,
        "sessions": [
            {
                "id": "main",
                "title": None,
                "starts_at": "2024-01-26T09:30:00+01:00",
                "ends_at": "2024-01-26T16:00:00+01:00",
                "location": None,
                "online_url": None,
                "capacity": None,
                "within": None,
                "description": None,
                "cancelled_at": None,
                "break_minutes": None,
            }
        ],
        "questions": [],
        "materials": [],
        "milestones": [],
    }
    return usual | more


KICKOFF = (
    "kickoff",
    "--title",
    "Kick-off",
    "--starts",
    "26/01/2024 9u30",
    "--duration",
    "6u30",
    "--closes",
    "dinsdag 16 januari 2024 om 16 uur",
)
OPEN = "Registration is open until Tuesday 16 January 2024 at 16:00 (6 days, 7 hours left)."
