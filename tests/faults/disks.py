"""No room and no rights: a full disk at every page, a limit on the size of files, a full output, a read-only folder."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.faults.calling_forked import NOBODY, Ended, Place
from tests.faults.scenes import Command, Tally, add, at, cancel, lines, scene, well

NOW = at(6)
PAGE = 4096
REQUESTS = "lines.json"


def changes(place: Place) -> dict[str, Command]:
    """Return commands that write, by name."""
    (place.folder / REQUESTS).write_bytes(lines("many", 20))
    return {
        "registration add": add("new"),
        "registration cancel": cancel("early0@example.org"),
        "registration add --from": ("registration", "add", "talk", "--from", REQUESTS, "--json"),
        "event edit": ("event", "edit", "kickoff", "--description", "lang " * 400, "--json"),
        "event add": ("event", "add", "new", "--title", "New", "--json"),
        "close-due": ("close-due", "--json"),
        "close-due --export-dir": ("close-due", "--export-dir", "out", "--json"),
        "restore": ("restore", "1", "--yes", "--json"),
        "backup": ("backup", "copy.json", "--json"),
        "export attendees": ("export", "attendees", "talk", "-o", "list.csv"),
        "export ics": ("export", "ics", "--all", "-o", "all.ics"),
    }


def filled(command: Command, place: Place) -> Command:
    """Return a command with the number of a generation that is kept."""
    kept = min(int(path.stem) for path in (place.folder / "netwerk.json.generations").glob("*.json"))
    return tuple(str(kept) if word == "1" and command[0] == "restore" else word for word in command)


def refused(
    tally: Tally, place: Place, before: bytes, ended: Ended, codes: dict[int, set[str]], *facts: object
) -> None:
    """Require a documented failure that changed nothing and left nothing behind."""
    if not tally.sound(ended, *facts):
        return
    tally.require(ended.code in codes, "another exit code", *facts, ended)
    if ended.error:
        tally.require(ended.error in codes.get(ended.code, ()), "another error code", *facts, ended)
    tally.require(place.data() == before, "the file is not as it was", *facts, ended)
    tally.require(not place.leftovers(), "left over", place.leftovers(), *facts, ended)
    made = [name for name in ("copy.json", "list.csv", "all.ics") if (place.folder / name).exists()]
    tally.require(not made, "a part of a result", made, *facts)


# --------------------------------------------------------------- no room
def limited(folder: Path, step: int) -> Tally:
    """Let no file grow beyond a limit that rises by `step` bytes, until the command succeeds (RLIMIT_FSIZE)."""
    import resource

    tally = Tally("file size limit")
    for name in changes(scene(folder / "place")):
        limit = 0
        while True:
            place = scene(folder / "place")
            command, before = filled(changes(place)[name], place), place.data()

            def restrain(limit: int = limit) -> None:
                resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

            ended = place.call(*command, now=NOW, prepare=restrain)
            tally.tried[name] += 1
            if ended.code == 0 or limit > 10**6:
                tally.require(ended.code == 0, "it never succeeds", name, ended)
                break
            refused(tally, place, before, ended, {1: {"io"}}, name, limit)
            limit += step
        well(place, tally, "next", NOW, name)
    return tally


@contextmanager
def small_disk(folder: Path, pages: int) -> Iterator[Path]:
    """Mount a small disk of our own. Raises `OSError` where we may not."""
    folder.mkdir(exist_ok=True)
    mount = shutil.which("mount")
    done = mount and subprocess.run(
        [mount, "-t", "tmpfs", "-o", f"size={pages * PAGE},mode=700", "tmpfs", str(folder)],
        capture_output=True,
    )
    if not done or done.returncode:
        raise OSError("no disk of its own: mounting is not permitted here")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


def full(folder: Path, *, every: int = 1) -> Tally:
    """Fill a small disk up to so many free pages, more and more of them, until each command succeeds."""
    tally = Tally("disk full")
    try:
        with small_disk(folder / "disk", 200) as disk:
            for name in changes(scene(folder / "model")):
                _fill_up(tally, disk, folder / "model", name, every)
    except OSError as err:
        tally.skipped.append(str(err))
    return tally


def _fill_up(tally: Tally, disk: Path, model: Path, name: str, every: int) -> None:
    free = 0
    while True:
        place = scene(model).copy(disk / "place")
        command, before = filled(changes(place)[name], place), place.data()
        ballast = disk / "ballast"
        room = os.statvfs(disk).f_bavail - free
        ballast.write_bytes(bytes(max(0, room) * PAGE))
        ended = place.call(*command, now=NOW)
        ballast.unlink()
        tally.tried[name] += 1
        if ended.code == 0 or not tally.require(free < 100, "it never succeeds", name, ended):
            break
        refused(tally, place, before, ended, {1: {"io"}}, name, f"{free} pages free")
        free += every
    well(place, tally, "next", NOW, name)


# -------------------------------------------------------------- full output
READS: tuple[Command, ...] = (
    ("event", "list"),
    ("event", "show", "kickoff", "--json"),
    ("registration", "list", "talk"),
    ("export", "attendees", "talk"),
    ("export", "ics", "--all"),
    ("explain", "kickoff", "r12"),
    ("log", "kickoff"),
    ("status",),
    ("config",),
    ("--help",),
    ("--version",),
    ("doctor", "--json"),
    ("backup", "--list"),
    ("completion", "bash"),
)


def output(folder: Path) -> Tally:
    """Write answers, and complaints, to a device that is always full."""
    tally = Tally("output full")
    if not Path("/dev/full").exists():
        tally.skipped.append("there is no /dev/full here")
        return tally
    place = scene(folder / "place")
    for command in READS:
        ended = place.call(*command, now=NOW, stdout="/dev/full")
        tally.tried["standard output of what only reads"] += 1
        tally.sound(ended, command)
        tally.require(ended.code == 1, "another exit code", command, ended)
    for name in changes(place):
        if name.startswith("export"):
            continue
        place = scene(folder / "place")
        command, before = filled(changes(place)[name], place), place.data()
        ended = place.call(*command, now=NOW, stdout="/dev/full")
        tally.tried["standard output of a change"] += 1
        tally.sound(ended, name)
        tally.require((ended.code, ended.error) == (1, "io"), "another answer", name, ended)
        changed = place.data() != before or (place.folder / "copy.json").exists()
        tally.require(changed and b"was made" in ended.err, "it is not said that it was changed", name, ended)
        place = scene(folder / "place")
        changes(place)
        ended = place.call(*command, now=NOW, stderr="/dev/full")
        tally.tried["standard error of a change"] += 1
        tally.sound(ended, name)
        tally.require(ended.code == 0, "it fails for want of somebody to tell", name, ended)
    return tally


# -------------------------------------------------------------- no rights
def read_only(folder: Path) -> Tally:
    """Call as somebody who may read the folder and not write in it."""
    tally = Tally("read-only folder")
    if os.geteuid() != 0:
        _read_only(tally, folder, None)
        return tally
    with tempfile.TemporaryDirectory() as reachable:  # pytest's own folders are for their owner only
        Path(reachable).chmod(0o755)
        if all(above.stat().st_mode & 0o001 for above in Path(reachable).parents):
            _read_only(tally, Path(reachable), _somebody_else)
        else:
            tally.skipped.append("nobody but root can reach the folder for temporary files")
    return tally


def _read_only(tally: Tally, folder: Path, prepare: Callable[[], None] | None) -> None:
    place = scene(folder / "place")
    for name in changes(place):
        command, before = filled(changes(place)[name], place), place.data()
        with _closed(place, readable=True):
            ended = place.call(*command, now=NOW, prepare=prepare)
        tally.tried[name] += 1
        results = name.startswith(("export", "backup"))
        codes = {1: {"io"}} if results else {6: {"store_not_permitted"}}
        refused(tally, place, before, ended, codes, name)
    with _closed(place, readable=True):
        for read in READS:
            answer = place.call(*read, now=NOW, prepare=prepare)
            tally.tried["a look"] += 1
            expected = 8 if read[0] == "doctor" else 0  # others may read this file, which doctor tells
            tally.require(answer.code == expected, "it cannot be read", read, answer)
    _unreadable(tally, folder, prepare)


def _unreadable(tally: Tally, folder: Path, prepare: Callable[[], None] | None) -> None:
    place = scene(folder / "place")
    for command in (*changes(place).values(), ("event", "list", "--json"), ("doctor", "--json")):
        before = place.data()
        with _closed(place, readable=False):
            ended = place.call(*filled(command, place), now=NOW, prepare=prepare)
        tally.tried["unreadable file"] += 1
        codes = {6: {"store_not_permitted"}, 1: {"io"}, 8: {"findings"}}
        refused(tally, place, before, ended, codes, "unreadable", command)


def _somebody_else() -> None:
    os.setgroups([])
    os.setgid(NOBODY)
    os.setuid(NOBODY)


@contextmanager
def _closed(place: Place, *, readable: bool) -> Iterator[None]:
    """Take away the right to write in a place; for root's file, that of anybody else."""
    paths: list[Path] = [place.folder, *place.folder.rglob("*")]
    modes: dict[Path, Any] = {path: path.stat().st_mode for path in paths}
    for path in paths:
        path.chmod(0o555 if path.is_dir() else 0o444)
    if not readable:
        place.db.chmod(0)
    try:
        yield
    finally:
        for path, mode in modes.items():
            path.chmod(mode)
