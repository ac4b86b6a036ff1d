"""A clock that is set back, far or to an odd moment, and two machines that live in different zones."""

from __future__ import annotations

import random
from datetime import datetime
from pathlib import Path

from tests.faults.calling_forked import CODES, Ended, Place, ended
from tests.faults.disks import READS
from tests.faults.scenes import Command, Tally, add, at, cancel, people, scene

ZONES = ("UTC", "Asia/Tokyo", "America/New_York", "Pacific/Kiritimati", "Europe/Brussels")
ODD = (
    "0001-01-01T00:00:00+00:00",
    "0001-01-01T00:00:00+23:59",
    "0002-01-01T00:00:00-12:00",
    "1970-01-01T00:00:00+00:00",
    "2024-02-29T23:59:59.999999-11:00",
    "2024-03-31T02:30:00",
    "2024-10-27T02:30:00",
    "2030-01-26T09:30:00+01:00",
    "9998-12-31T23:59:59+00:00",
    "9999-12-31T23:59:59+00:00",
    "9999-12-31T23:59:59-23:59",
    "2024-01-10",
    "20240110T090000Z",
    "2024-W02-3",
    "now",
)
"""Clocks at the ends of the calendar, in a clock change, and what is no clock at all."""

STORY: tuple[Command, ...] = (
    add("first"),
    ("event", "edit", "kickoff", "--capacity", "12", "--json"),
    cancel("early1@example.org"),
    ("event", "close", "kickoff", "--json"),
    ("close-due", "--json"),
    ("event", "reopen", "kickoff", "--closes", "2030-01-01 12:00", "--json"),
    add("early1"),
    ("registration", "edit", "kickoff", "r2", "--name", "Iemand Anders", "--json"),
    (
        "registration",
        "substitute",
        "kickoff",
        "r5",
        "--name",
        "Nog Iemand",
        "--email",
        "nog@example.org",
        "--json",
    ),
    ("event", "copy", "kickoff", "again", "--json"),
    ("event", "cancel", "due-3", "--yes", "--json"),
    ("waitlist", "promote", "kickoff", "--json"),
    add("last", "talk"),
)
ALLOWED = {0, 4, 5}


def set_back(folder: Path, *, rounds: int = 1, seed: int = 1) -> Tally:
    """Let the clock go back with every change, or jump; everything stays readable, and makes sense."""
    tally, chance = Tally("clock set back"), random.Random(seed)  # noqa: S311
    for number in range(rounds):
        place, story = scene(folder / "place"), list(STORY)
        if number:
            chance.shuffle(story)
        for turn, command in enumerate(story):
            now = at(100 - 40 * turn) if not number else at(chance.uniform(-9000, 9000))
            done = place.call(*command, now=now)
            tally.tried["a change with the clock behind"] += 1
            tally.sound(done, now, command)
            tally.require(done.code in ALLOWED, "another exit code", now, command, done)
        for now in (at(-5000), at(0), at(9000)):
            _readable(tally, place, now)
    return tally


def odd(folder: Path, *, every: int = 1) -> Tally:
    """Set the clock to the ends of the calendar and to what is no moment; `every` thins the commands out."""
    tally = Tally("odd clocks")
    for number, now in enumerate(ODD):
        for command in (*READS, *STORY)[number % every :: every]:
            place = scene(folder / "place")
            before = place.data()
            done = place.call(*command, now=now)
            tally.tried[now] += 1
            tally.sound(done, now, command)
            tally.require(done.code in CODES - {6, 7}, "another exit code", now, command, done)
            tally.require(
                done.code == 0 or place.data() == before, "refused, and written", now, command, done
            )
            again = place.call("registration", "list", "kickoff", "--all", now=at(6))
            tally.require(again.code == 0, "it cannot be read afterwards", now, command, again)
    return tally


def _readable(tally: Tally, place: Place, now: str) -> None:
    for command in READS:
        tally.tried["a look afterwards"] += 1
        done = place.call(*command, now=now)
        tally.sound(done, now, command)
        tally.require(
            done.code in {0, 8} if command[0] == "doctor" else done.code == 0,
            "unreadable",
            now,
            command,
            done,
        )
        if command[0] == "doctor":
            tally.require(done.code == 0, "doctor finds", now, done)
    everybody = {f"r{number}" for number in people(place.tree())}
    seen: set[str] = set()
    ahead = False
    for hours in (-9500, -100, 0, 50, 9500):
        done = place.call("registration", "list", "kickoff", "--as-of", at(hours), "--all", "--json", now=now)
        tally.tried["a look at an earlier list"] += 1
        ahead = datetime.fromisoformat(at(hours)) > datetime.fromisoformat(now)
        if (
            not tally.require(done.code == (2 if ahead else 0), "no list as of then", now, hours, done)
            or ahead
        ):
            continue
        then = {row["code"] for row in done.json}
        tally.require(then <= everybody and seen <= then, "as of then, somebody has gone", now, hours, then)
        seen = then
    if not ahead:
        tally.require(seen == everybody, "as of the end, somebody is missing", now, everybody - seen)


def zones(folder: Path, names: tuple[str, ...] = ZONES, *, afresh: bool = True) -> Tally:
    """Do the same on machines in different zones; the files, the closings and the answers are the same."""
    tally = Tally("zones")
    outcomes: dict[str, tuple[bytes, list[Ended], bytes]] = {}
    story = (*STORY, ("close-due", "--export-dir", "out", "--json"), *READS[:-1])
    for name in names:
        place = scene(folder / "machine")
        answers = [place.call(*c, now=at(12.5 + n), env={"TZ": name}) for n, c in enumerate(story)]
        if afresh:
            more = (add("fresh", "talk"), ("close-due", "--json"), ("event", "show", "due-5"))
            answers += [ended(place.start(*c, now=at(40), env={"TZ": name})) for c in more]
        lists = b"".join(path.read_bytes() for path in sorted((place.folder / "out").iterdir()))
        tally.tried[name] += len(answers)
        answers = [
            a._replace(out=b"") if c[0] == "backup" else a
            for c, a in zip((*story, *story), answers, strict=False)
        ]
        outcomes[name] = (place.data(), answers, lists)
    first = outcomes[names[0]]
    for name, (data, answers, lists) in outcomes.items():
        tally.require(data == first[0], "another file", name)
        tally.require(lists == first[2] and lists, "other lists", name)
        for one, other in zip(first[1], answers, strict=True):
            tally.sound(other, name)
            tally.require(one == other, "another answer", name, one, other)
    return tally
