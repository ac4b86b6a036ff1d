"""Many processes at once on one event: they register, cancel, change the cap, close, reopen and promote.

Every state that is put in place is kept aside by a hard link, so that the whole sequence can be looked at afterwards:
each state by the program's own rules, and each step between two states by a recount from the plain JSON.
"""

from __future__ import annotations

import contextlib
import json
import os
import random
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

from netwerk_cli.domain.findings import audit
from netwerk_cli.store.file.documents import FileDocuments
from netwerk_cli.store.views import View
from tests.faults.calling_forked import Ended, Place, imported
from tests.faults.injection import Fault
from tests.faults.scenes import BASE, Command, Tally, Tree, add, cancel, holds, people, scene, told

SEATED = ("confirmed", "pending")
CODES = {0, 3, 4, 5}
"""How a call may end: done, nobody of that name, there already, refused by a rule."""


class Call(NamedTuple):
    """A call and how it ended."""

    command: Command
    ended: Ended


def some_command(chance: random.Random, who: str, number: int) -> Command:
    person = f"p{chance.randrange(40)}"
    kickoff = ("kickoff", "--json")
    return chance.choices(
        [
            add(f"{who}n{number}"),
            add(person),
            cancel(f"{person}@example.org"),
            cancel(f"r{chance.randrange(1, 60)}"),
            ("event", "edit", *kickoff, "--capacity", str(chance.randrange(4, 30))),
            ("event", "close", *kickoff),
            ("event", "reopen", *kickoff, "--closes", "2030-01-01 12:00"),
            ("waitlist", "promote", *kickoff, "--count", str(chance.randrange(1, 4))),
            (*add(f"{who}f{number}"), "--force", "--reason", "the speaker"),
            ("event", "edit", *kickoff, "--promote", chance.choice(("auto", "manual"))),
            (
                "registration",
                "substitute",
                "kickoff",
                f"r{chance.randrange(1, 30)}",
                "--name",
                f"{who} Nieuw",
                "--email",
                f"{who}s{number}@example.org",
                "--json",
            ),
        ],
        weights=(20, 14, 14, 8, 8, 3, 7, 5, 2, 2, 3),
    )[0]


def unlocked() -> None:
    """Take the lock out of the program that is about to be called."""
    from netwerk_cli.store.file import lock

    lock.locked = lambda *_, **__: contextlib.nullcontext(lambda: None)  # type: ignore[assignment]


def _work(
    place: Place,
    archive: str,
    report: int,
    who: str,
    calls: int,
    seed: str,
    prepare: Callable[[], None] | None,
) -> None:
    """Make calls one after the other, and report how each ended as a line of JSON."""
    chance = random.Random(seed)  # noqa: S311
    for number in range(calls):
        command = some_command(chance, who, number)
        now = (BASE + timedelta(seconds=time.monotonic() % 10**6)).isoformat()
        ended = place.call(
            *command, "--lock-timeout", "60", now=now, fault=Fault(archive=archive), prepare=prepare
        )
        line = json.dumps([command, ended.code, ended.out.decode(), ended.err.decode()])
        os.write(report, line.encode() + b"\n")
        if chance.random() < 0.3:
            time.sleep(chance.random() * 0.02)


def run(
    folder: Path, processes: int, calls: int, *, seed: int = 1, prepare: Callable[[], None] | None = None
) -> Tally:
    """Let so many processes make so many calls each, and check what came of it."""
    tally = Tally("crowd")
    place = scene(folder / "place")
    archive = folder / "archive"
    archive.mkdir()
    os.link(place.db, archive / "000000.json")
    imported()
    working = []
    for number in range(processes):
        report = folder / f"report-{number}"
        pid = os.fork()
        if pid == 0:
            try:
                descriptor = os.open(report, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
                _work(place, str(archive), descriptor, f"w{number}", calls, f"{seed}-{number}", prepare)
            finally:
                os._exit(0)
        working.append((pid, report))
    made: list[Call] = []
    for pid, report in working:
        os.waitpid(pid, 0)
        for line in report.read_text().splitlines():
            command, code, out, err = json.loads(line)
            made.append(Call(tuple(command), Ended(code, out.encode(), err.encode())))
    tally.require(len(made) == processes * calls, "calls are missing", len(made))
    check(tally, place, [path.read_bytes() for path in sorted(archive.iterdir())], made)
    return tally


def check(tally: Tally, place: Place, written: list[bytes], made: list[Call]) -> None:
    """Check all states in their order, and every answer that was given."""
    states: list[Tree] = []
    for data in written:
        try:
            states.append(json.loads(data))
        except ValueError:
            tally.require(False, "a state that is not whole", data[:80])
            return
    changes = 0
    for command, ended in made:
        tally.tried[f"{command[0]} {command[1]}: exit {ended.code}"] += 1
        if tally.sound(ended, command):
            tally.require(ended.code in CODES, "another exit code", command, ended)
        changes += ended.code == 0 and bool(ended.json["changed"])
    tally.require(place.data() == written[-1], "the last state is not the file")
    tally.require(changes == len(states) - 1, "changes told and states written", changes, len(states) - 1)
    for before, after in pairwise(states):
        step(tally, before, after)
    now = datetime.fromisoformat("2024-02-01T00:00:00+01:00")
    for number, data in enumerate(written):
        view = View(FileDocuments(place.db, data))
        found = audit(view.event("kickoff"), view.registrations("kickoff"), now)
        tally.require(not found, "the audit finds", number, found)
    _answers(tally, states, made)
    tally.tried["states written and checked"] += len(states) - 1


def step(tally: Tally, before: Tree, after: Tree) -> None:
    """Check one change: nobody vanishes, the cap holds, the queue is served in order."""
    generation = before["meta"]["1"]["generation"]
    tally.require(after["meta"]["1"]["generation"] == generation + 1, "a generation is missing", generation)
    old, new = people(before), people(after)
    tally.require(set(old) <= set(new), "somebody vanished", generation, set(old) - set(new))
    tally.require(
        all(
            after.get(n) == t or (n.startswith("changes:") and t.items() <= after[n].items())
            for n, t in before.items()
            if not n.endswith("kickoff") and n != "meta"
        ),
        "other tables",
    )
    cap = after["event:kickoff"]["1"].get("capacity")
    was, seated = _seated(old), _seated(new)
    ruled = [number for number in seated if "override" not in new[number]]
    tally.require(
        cap is None or len(ruled) <= cap or set(seated) <= set(was), "over the cap", generation, cap
    )
    waited = [number for number in _queue(old) if number in new]
    came_in = [n for n in seated if n not in was]
    moved = [n for n in waited if n in came_in]
    left = {n for n in waited if new[n]["status"] not in ("waiting", *SEATED)}
    head = [n for n in waited if n not in left][: len(moved)]
    tally.require(moved == head, "the queue is not served in order", generation, moved, head)
    newcomers = [n for n in came_in if n not in waited and "override" not in new[n]]
    stays = [n for n in waited if new[n]["status"] == "waiting"]
    tally.require(not (newcomers and stays), "a newcomer overtakes the queue", generation, newcomers, stays)


def _seated(registrations: dict[str, Any]) -> list[str]:
    return [number for number, r in registrations.items() if r["status"] in SEATED]


def _queue(registrations: dict[str, Any]) -> list[str]:
    """Return who waits, in the order of the rulebook: when it was received, then the turn of the request."""
    waiting = [number for number, r in registrations.items() if r["status"] == "waiting"]
    return sorted(
        waiting,
        key=lambda n: (datetime.fromisoformat(registrations[n]["received_at"]), registrations[n]["turn"]),
    )


def _answers(tally: Tally, states: list[Tree], made: list[Call]) -> None:
    """Require that each answer is what one state holds, and that whoever was registered is still in the last."""
    last = {r["email"] for r in people(states[-1]).values()}
    last |= {
        str(old)
        for r in people(states[-1]).values()
        for entry in r["history"]
        for old in entry.get("changes", {}).get("email", ())
    }
    for command, ended in made:
        if ended.code or command[0] != "registration":
            continue
        rows = told(ended)
        tally.require(
            any(holds(state, rows) for state in states), "an answer that no state holds", command, ended
        )
        if command[1] == "add":
            email = command[command.index("--email") + 1]
            tally.require(email in last, "acknowledged and lost", command)
