"""A register in a database with a server of its own, calls of the program on it, and what has to hold afterwards."""

from __future__ import annotations

import contextlib
import json
import os
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from netwerk_cli.store import store_at
from tests import servers
from tests.faults.calling_forked import Ended, Running, imported
from tests.faults.scenes import Command, Tally, Tree, at, people, scene
from tests.servers import Server
from tests.stores import Database

NOW = at(1)
NOT_DONE = {"connection_lost", "store_unreachable", "server_busy", "store_busy", "clock_differs"}
"""Who is answered so may rely on it that nothing was changed."""
DONE = {"", "answer_lost"}
EITHER = {"outcome_unknown"}


class Office:
    """A database with the scene in it, and calls of the program on it."""

    def __init__(self, server: Server, folder: Path, name: str = "netwerk_campaign") -> None:
        self.server, self.name = server, name
        self.address = Database(server.address, name).address
        self.place = scene(folder / "place")
        self.reset()

    def reset(self) -> None:
        ended = self.call("restore", str(self.place.db), "--yes")
        if ended.code:
            raise RuntimeError(ended)

    def begin(
        self, *command: str, address: str = "", prepare: Callable[[], None] | None = None, now: str = NOW
    ) -> Running:
        env = {"NETWERK_DB": address or self.address, "NETWERK_LOCK_TIMEOUT": "10"}
        return self.place.begin(*command, now=now, env=env, prepare=prepare)

    def call(self, *command: str, **more: Any) -> Ended:
        return self.begin(*command, **more).wait()

    def tree(self) -> Tree:
        """Return all that is kept, as a data file. Raises where it breaks a rule."""
        store = store_at(self.address)
        try:
            found: Tree = json.loads(store.copy())
        finally:
            store.close()
        return found

    def everybody(self) -> Counter[str]:
        """Return how often every address is on a list, with the event."""
        tree = self.tree()
        slugs = [name.removeprefix("registrations:") for name in tree if name.startswith("registrations:")]
        return Counter(f"{r['email']} {slug}" for slug in slugs for r in people(tree, slug).values())


@contextlib.contextmanager
def office(folder: Path, **settings: str) -> Iterator[Office]:
    """Give an office with a server of its own, which flushes as servers do. Raises `OSError` where there is none."""
    installed = servers.programs()
    if installed is None:
        raise OSError("there is no PostgreSQL server here")
    server = Server(installed)
    try:
        server.start(fsync="on", **settings)
        yield Office(server, folder)
    finally:
        server.close()


Report = list[tuple[Command, int, str, str]]
"""Of every call its words, its exit code and what it wrote."""


def all_at_once(here: Office, processes: int, work: Callable[..., None]) -> Report:
    """Let processes work at once, and return how their calls ended."""
    imported()
    working = []
    for number in range(processes):
        path = Path(tempfile.mkstemp(dir=here.place.folder, prefix="report-")[1])
        pid = os.fork()
        if pid == 0:
            try:
                with path.open("a") as file:

                    def report(command: Command, ended: Ended) -> None:
                        said = [ended.out.decode(), ended.err.decode()]
                        file.write(json.dumps([command, ended.code, *said]) + "\n")
                        file.flush()

                    work(here, number, report)
            finally:
                os._exit(0)
        working.append((pid, path))
    found: Report = []
    for pid, path in working:
        os.waitpid(pid, 0)
        found += [tuple(json.loads(line)) for line in path.read_text().splitlines()]
        path.unlink()
    return found


def hold_to_it(tally: Tally, here: Office, answers: Report) -> None:
    """Require that everybody who was told to be on a list is, and who was told not to be is not."""
    there = here.everybody()
    tally.require(max(there.values()) == 1, "somebody is there twice", there.most_common(3))
    for command, code, out, err in answers:
        ended = Ended(code, out.encode(), err.encode())
        tally.sound(ended, command)
        count = there[f"{command[command.index('--email') + 1]} {command[2]}"]
        answer = ended.error
        tally.tried[f"told {answer or 'done'}{', and it was' * bool(answer in EITHER and count)}"] += 1
        tally.require(answer in DONE | NOT_DONE | EITHER, "another answer", ended)
        tally.require(not (answer in DONE and not count), "TOLD AS DONE, AND LOST", command, ended)
        tally.require(not (answer in NOT_DONE and count), "TOLD AS NOT DONE, AND THERE", command, ended)
    ended = here.call("doctor")
    tally.require(ended.code == 0, "doctor finds something", ended)
