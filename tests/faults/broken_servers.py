"""A server that dies under load, a line that breaks at each statement, a disk that is full: nothing told is lost."""

from __future__ import annotations

import contextlib
import itertools
import random
import signal
import tempfile
import threading
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from tests.faults.calling_forked import Ended, imported
from tests.faults.disks import small_disk
from tests.faults.offices import Office, Report, all_at_once, hold_to_it, office
from tests.faults.postgres import relayed
from tests.faults.scenes import Command, Tally, add
from tests.servers import Server

_PAGES = 30_000
"""Of 4 KiB: what a server needs, and some more."""
REFUSED = 5
STATEMENTS = (b"rollback; begin", b"nextval", b"insert into netwerk.person", b"commit\0")


# ---------------------------------------------------------- a server that dies
def servers_killed(folder: Path, times: int, *, desks: int = 6, seed: int = 1) -> Tally:
    """Kill the server, or stop it at once, while desks register people, and start it again."""
    tally = Tally("database, servers killed")
    chance = random.Random(seed)  # noqa: S311
    with office(folder) as here:
        stop = here.place.folder / "stop"

        def harm() -> None:
            for _ in range(times):
                time.sleep(chance.uniform(0.3, 1.5))
                how = chance.choice((signal.SIGKILL, signal.SIGQUIT, signal.SIGINT))
                assert here.server.process is not None
                here.server.process.send_signal(how)
                here.server.process.wait()
                time.sleep(chance.choice((0, 0, 0.5)))
                _start_again(here.server)
                tally.tried[f"server ended by {how.name}"] += 1
            time.sleep(0.5)
            stop.touch()

        harming = threading.Thread(target=harm)
        imported()
        harming.start()
        answers = all_at_once(here, desks, partial(_until, stop=stop))
        harming.join()
        hold_to_it(tally, here, answers)
    return tally


def _start_again(server: Server) -> None:
    """Start it as soon as what is left of the earlier one is gone."""
    until = time.monotonic() + 30
    while True:
        try:
            server.start(fsync="on")
        except RuntimeError:
            if time.monotonic() > until:
                raise
            time.sleep(0.05)
        else:
            return


def _until(here: Office, who: int, report: Callable[[Command, Ended], None], stop: Path) -> None:
    for number in itertools.count():
        if stop.exists():
            return
        command = add(f"w{who}n{number}", ("kickoff", "talk", "due-1")[who % 3])
        ended = here.call(*command, "--lock-timeout", "5")
        report(command, ended)
        if ended.code:
            time.sleep(0.1)


# --------------------------------------------------------- a line that breaks
def lines_cut(folder: Path, times: int, *, seed: int = 1) -> Tally:
    """Cut the line at each statement, before it arrives or before its answer does; now and then the server dies too."""
    tally = Tally("database, lines cut")
    chance = random.Random(seed)  # noqa: S311
    with office(folder) as here:
        answers: Report = []

        def renew() -> None:
            here.server.kill()
            _start_again(here.server)

        for number in range(times):
            word = STATEMENTS[3] if chance.random() < 0.6 else chance.choice(STATEMENTS)
            reaches, dies = chance.random() < 0.5, chance.random() < 0.1
            with relayed(
                here.server.port, reaches=reaches, meanwhile=renew if dies else None, word=word
            ) as relay:
                where = f"postgresql://tester@{relay.address}/{here.name}"
                command = add(f"n{number}", "talk")
                ended = here.call(*command, "--lock-timeout", "5", address=where)
                recovers = ended.error == "server_busy"  # from the kill before
                tally.require(relay.cut or recovers, "the line was not cut", word, ended)
            answers.append((command, ended.code, ended.out.decode(), ended.err.decode()))
            said = word.decode().strip("\0").split()[0]
            tally.tried[
                f"cut at {said}, {'its answer' if reaches else 'itself'} lost{', server killed' * dies}"
            ] += 1
        hold_to_it(tally, here, answers)
    return tally


# ------------------------------------------------------------------ a full disk
def disk_full(folder: Path, rounds: int = 5) -> Tally:
    """Fill the disk of a server until it refuses, make room, and go on."""
    tally = Tally("database, disk full")
    place, before = Path(tempfile.mkdtemp()), tempfile.tempdir
    place.chmod(0o711)  # the server runs as somebody else
    try:
        with small_disk(place, _PAGES) as disk:
            disk.chmod(0o711)
            tempfile.tempdir = str(disk)
            with office(folder, max_wal_size="32MB", min_wal_size="32MB") as here:
                answers = [one for turn in range(rounds) for one in _fill_up(here, tally, turn)]
                hold_to_it(tally, here, answers)
    except OSError as err:
        tally.skipped.append(str(err))
    finally:
        tempfile.tempdir = before
        place.rmdir()
    return tally


def _fill_up(here: Office, tally: Tally, turn: int) -> Report:
    ballast, answers = here.server.folder / "ballast", list[tuple[Command, int, str, str]]()
    with ballast.open("wb") as file, contextlib.suppress(OSError):
        while True:
            file.write(bytes(65_536))
            file.flush()
    while sum(bool(code) for _, code, _, _ in answers) < REFUSED:
        command = (*add(f"t{turn}n{len(answers)}", "talk"), "--note", "x" * 1500)
        ended = here.call(*command, "--lock-timeout", "2")
        answers.append((command, ended.code, ended.out.decode(), ended.err.decode()))
        if not tally.require(len(answers) < 3000, "the disk never fills up"):
            break
    ballast.unlink()
    assert here.server.process is not None
    if here.server.process.poll() is not None:
        tally.tried["server gave up, and was started again"] += 1
        _start_again(here.server)
    until = time.monotonic() + 30
    while not here.server.answers() and time.monotonic() < until:
        time.sleep(0.1)
    ended = here.call(*add(f"after{turn}", "talk"))
    tally.require(ended.code == 0, "it does not go on", ended)
    return answers
