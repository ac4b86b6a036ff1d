"""Desks that share a database: killed at every question, many at once, gone home, with clocks that differ."""

from __future__ import annotations

import itertools
import json
import os
import random
import signal
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from netwerk_cli.store import store_at
from tests.faults import crowd
from tests.faults.calling_forked import Ended
from tests.faults.offices import Office, all_at_once, office
from tests.faults.scenes import Command, Tally, Tree, add, cancel, lines, people, told

if TYPE_CHECKING:
    from netwerk_cli.store.postgres.link import Link


def _changes(tree: Tree) -> set[str]:
    return {number for name, table in tree.items() if name.startswith("changes:") for number in table}


# ------------------------------------------------------------- a desk that dies
def at_question(number: int, moment: str, how: str = "SIGKILL", log: str = "") -> Callable[[], None]:
    """Return what makes a process end itself before, within or after what it asks at that place; `log` gets all."""

    def prepare() -> None:
        from netwerk_cli.store.postgres.link import Link

        ask, seen = Link.ask, itertools.count()

        def asked(self: Link, statement: str, *values: object) -> Any:
            _log(log, statement)
            now = moment if next(seen) == number else ""
            if now == "before":
                os.kill(os.getpid(), signal.Signals[how])
            if now == "within":
                _end_once_sent(self, how)
            rows = ask(self, statement, *values)
            if now == "after":
                os.kill(os.getpid(), signal.Signals[how])
            return rows

        Link.ask = asked  # type: ignore[method-assign]

    return prepare


def _end_once_sent(link: Link, how: str) -> None:
    """End this process when the next question is sent, before its answer is read; who was only stopped goes on."""
    import psycopg2.extensions

    from netwerk_cli.store.postgres.link import _wait

    def sent(connection: Any) -> None:
        while connection.poll() == psycopg2.extensions.POLL_WRITE:
            pass
        psycopg2.extensions.set_wait_callback(_wait)
        os.kill(os.getpid(), signal.Signals[how])
        _wait(connection)

    _ = link.user  # connects, if it has to
    psycopg2.extensions.set_wait_callback(sent)


def _log(log: str, statement: str) -> None:
    if log:
        with Path(log).open("a", encoding="utf-8") as file:
            file.write(f"{statement[:20]!r}\n")


def _commands(office: Office, nth: int) -> dict[str, Command]:
    (office.place.folder / "lines.json").write_bytes(lines(f"many{nth}-", 5))
    return {
        "registration add": add(f"new{nth}"),
        "registration cancel": cancel(f"guest{nth % 40}@example.org", "talk"),
        "event edit": ("event", "edit", "kickoff", "--capacity", str(9 + nth), "--json"),
        "event add": (
            "event",
            "add",
            f"extra-{nth}",
            "--title",
            "X",
            "--starts",
            "2030-01-26 09:30",
            "--json",
        ),
        "registration add --from": ("registration", "add", "talk", "--from", "lines.json", "--json"),
        "undo": ("undo", "--json"),
        "restore": ("restore", str(office.place.db), "--yes", "--json"),
    }


def kills(folder: Path, count: int, *, seed: int = 1) -> Tally:
    """Kill desks at every question that they ask, before it, within it, and after its answer."""
    tally = Tally("database, desks killed")
    with office(folder) as here:
        points: dict[str, list[tuple[int, str, int]]] = {}
        chance = random.Random(seed)  # noqa: S311
        for name, command in _commands(here, 0).items():
            log = folder / "log"
            here.call(*command, prepare=at_question(-1, "", log=str(log)))
            asked = log.read_text().splitlines()
            log.unlink()
            last = max(n for n, text in enumerate(asked) if text == "'commit'")
            moments = ("before", "within", "after")
            points[name] = [(n, moment, last) for n in range(len(asked)) for moment in moments]
            chance.shuffle(points[name])
        here.reset()
        for nth in range(1, count + 1):
            turn, which = divmod(nth, len(points))
            name = [*points][which]
            _kill(here, tally, nth, name, *points[name][turn % len(points[name])])
        ended = here.call("doctor")
        tally.require(ended.code == 0, "doctor finds something", ended)
    return tally


def _kill(here: Office, tally: Tally, nth: int, name: str, number: int, moment: str, last: int) -> None:
    if nth % 60 == 0:
        here.reset()
    command = _commands(here, nth)[name]
    ready = here.call(*add(f"ready{nth}", "due-3"))  # so that there is something to undo
    tally.require(ready.code == 0, "it cannot be changed before", ready)
    before = here.tree()
    ended = here.call(*command, prepare=at_question(number, moment))
    tally.require(ended.code == -signal.SIGKILL, "it was not killed", name, number, moment, ended)
    _settle(here)
    after = here.tree()
    old, facts = after == before, (name, number, moment)
    if (number, moment) == (last, "within"):
        tally.tried[f"{name}, within COMMIT: {'not done' if old else 'done'}"] += 1
    elif number > last or (number, moment) == (last, "after"):
        tally.require(not old, "it was committed and is not there", *facts)
        tally.tried[f"{name}, after COMMIT"] += 1
    else:
        tally.require(old, "it was not committed and something changed", *facts)
        tally.tried[f"{name}, before COMMIT"] += 1
    if not old and name != "restore":
        tally.require(len(_changes(after) - _changes(before)) == 1, "not one change", *facts)
    following = here.call(*add(f"next{nth}", "due-2"))
    tally.require(following.code == 0, "the next change fails", *facts, following)


def _settle(here: Office) -> None:
    """Wait until the server noticed that somebody is gone."""
    store = store_at(here.address)
    link = store.link  # type: ignore[attr-defined]
    question = (
        "select count(*) from pg_stat_activity where application_name = 'netwerk' and pid <> pg_backend_pid()"
    )
    until = time.monotonic() + 10
    while link.ask(question)[0][0] and time.monotonic() < until:
        time.sleep(0.005)
    store.close()


# ------------------------------------------------------------------ many at once
def at_once(folder: Path, processes: int, calls: int, *, events: int, seed: int = 1) -> Tally:
    """Let so many processes make so many calls each, all about one event, or each about one of several."""
    tally = Tally(f"database, {processes} desks on {'one event' if events == 1 else f'{events} events'}")
    with office(folder) as here:
        answers = all_at_once(here, processes, partial(_visit, calls=calls, events=events, seed=seed))
        tree, told_changes = here.tree(), []
        for command, code, out, err in answers:
            ended = Ended(code, out.encode(), err.encode())
            tally.sound(ended, command)
            tally.require(code in crowd.CODES, "it ended otherwise", command, ended)
            tally.tried[f"({' '.join(command[:2])}: exit {code})"] += 1
            if code == 0:
                told_changes += [json.loads(out)["change"]] if json.loads(out)["changed"] else []
                for event, number, _ in told(ended):
                    there = number.removeprefix("r") in people(tree, event)
                    tally.require(there, "told, and not there", command, ended)
        tally.tried["changes told"] += len(told_changes)
        tally.require(len(told_changes) == len({*told_changes}), "two changes have one number")
        lacking = {*told_changes} - {f"c{number}" for number in _changes(tree)}
        tally.require(not lacking, "changes told that nobody knows of", lacking)
        tally.require(max(here.everybody().values()) == 1, "somebody is there twice")
        ended = here.call("doctor")
        tally.require(ended.code == 0, "doctor finds something", ended)
    return tally


def _visit(
    here: Office, who: int, report: Callable[[Command, Ended], None], calls: int, events: int, seed: int
) -> None:
    chance = random.Random(f"{seed}-{who}")  # noqa: S311
    for number in range(calls):
        event = f"due-{who % events}"
        command = (
            crowd.some_command(chance, f"w{who}", number) if events == 1 else add(f"w{who}n{number}", event)
        )
        report(command, here.call(*command, "--lock-timeout", "120"))


# ------------------------------------------------ somebody who went home; clocks
def gone_home(folder: Path) -> Tally:
    """Stop a desk at each question; the others wait for that event only, until it dies or is given up by the server."""
    tally = Tally("database, somebody went home")
    with office(folder) as here:
        for number, moment in itertools.product(range(1, 4), ("before", "within")):
            stopped = here.begin(
                *add(f"held{number}{moment}"), prepare=at_question(number, moment, "SIGSTOP")
            )
            tally.require(stopped.stopped(), "it did not stop", number, moment)
            committed = (number, moment) == (3, "within")
            same = here.call(*add(f"same{number}{moment}"), "--lock-timeout", "0.3")
            wanted = "" if committed else "store_busy"
            tally.require(same.error == wanted, "whoever waits is not told so", number, moment, same)
            for command in (add(f"other{number}{moment}", "talk"), ("event", "list")):
                ended = here.call(*command, "--lock-timeout", "0.3")
                tally.require(ended.code == 0, "somebody else waits", number, moment, command, ended)
            if number % 2:
                stopped.kill()
                stopped.wait()
            else:
                os.kill(stopped.pid, signal.SIGCONT)
                ended = stopped.wait()
                tally.require(ended.code == 0, "it cannot go on", ended)
            ended = here.call(*add(f"then{number}{moment}"))
            tally.require(ended.code == 0, "what it held is not let go of", number, moment, ended)
            tally.tried[f"stopped {moment} question {number}"] += 1
        _given_up(here, tally)
    return tally


def _given_up(here: Office, tally: Tally) -> None:
    """The server gives up who holds an event and says nothing: here after a second, otherwise after ten minutes."""

    def soon() -> None:
        from netwerk_cli.store.postgres import link

        link._SETTINGS["options"] = link._SETTINGS["options"].replace("600000", "1000")
        at_question(2, "before", "SIGSTOP")()

    stopped = here.begin(*add("sleeper"), prepare=soon)
    tally.require(stopped.stopped(), "it did not stop")
    ended = here.call(*add("patient"), "--lock-timeout", "10")
    tally.require(ended.code == 0, "it is not given up", ended)
    os.kill(stopped.pid, signal.SIGCONT)
    ended = stopped.wait()
    tally.require(ended.error == "connection_lost", "it is not told so", ended)
    there = here.everybody()
    tally.require(not there["sleeper@example.org kickoff"], "who was given up is there all the same")
    tally.tried["given up by the server"] += 1


def clocks_differ(
    folder: Path, seconds: tuple[int, ...] = (-86400, -3600, -62, -58, 0, 58, 62, 3600)
) -> Tally:
    """Register people on machines whose clocks differ from the server's by so many seconds."""
    tally = Tally("database, clocks differ")
    with office(folder) as here:
        for apart in seconds:

            def shift(apart: int = apart) -> None:
                from netwerk_cli.cli import call

                class Shifted(datetime):
                    @classmethod
                    def now(cls, tz: Any = None) -> Any:
                        return datetime.now(tz) + timedelta(seconds=apart)  # noqa: TID251

                call.datetime = Shifted  # type: ignore[attr-defined]

            ended = here.call(*add(f"at{apart}"), now="", prepare=shift)
            wanted = "clock_differs" if abs(apart) > 60 else ""
            tally.require(ended.error == wanted, "the clock is taken otherwise", apart, ended)
            tally.require(
                here.everybody()[f"at{apart}@example.org kickoff"] == (not wanted),
                "and something is changed",
                apart,
            )
            read = here.call("event", "list", now="", prepare=shift)
            tally.require(read.code == 0, "reading is refused", apart, read)
            tally.tried["clocks refused" if wanted else "clocks taken"] += 1
    return tally
