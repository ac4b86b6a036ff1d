"""A data file that was cut off or has a byte flipped, met by commands that read it and by commands that write it."""

from __future__ import annotations

import contextlib
import json
import random
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from tests.faults.calling_forked import Ended, Place
from tests.faults.scenes import Command, Tally, add, at, people, scene

NOW = at(6)
READS: dict[str, Command] = {
    "event list": ("event", "list", "--all", "--json"),
    "registration list": ("registration", "list", "kickoff", "--json"),
}
SHOWS: dict[str, Command] = {
    "event show": ("event", "show", "kickoff"),
    "registration show": ("registration", "show", "kickoff", "r12"),
    "as of": ("registration", "list", "kickoff", "--as-of", at(1), "--json"),
    "explain": ("explain", "kickoff", "r12"),
    "log": ("log",),
    "status": ("status",),
    "waitlist list": ("waitlist", "list", "kickoff"),
    "export": ("export", "attendees", "kickoff"),
    "calendar": ("export", "ics", "--all"),
}
"""More that reads, for the large run."""


def truncated(folder: Path, places: int, *, seed: int = 1, more: bool = False) -> Tally:
    """Cut the file off at so many places."""
    tally, data = Tally("truncated file"), scene(folder / "model").data()
    for offset in _offsets(len(data) - 1, places, seed):
        _meet(tally, folder, data[:offset], f"cut off at {offset}", more=more)
    return tally


def flipped(folder: Path, places: int, *, seed: int = 2, more: bool = False) -> Tally:
    """Flip bits of one byte at so many places."""
    tally, data = Tally("flipped byte"), scene(folder / "model").data()
    chance = random.Random(seed)  # noqa: S311 (places, not secrets)
    for offset in _offsets(len(data), places, seed):
        mask = chance.choice([1 << chance.randrange(8), 0xFF, chance.randrange(1, 256)])
        spoilt = data[:offset] + bytes([data[offset] ^ mask]) + data[offset + 1 :]
        _meet(tally, folder, spoilt, f"{mask:#04x} at {offset}", more=more)
    return tally


def _offsets(length: int, places: int, seed: int) -> Iterable[int]:
    """Return places all over the file, a random one of each stretch."""
    chance = random.Random(seed)  # noqa: S311
    stretch = max(1, length // places)
    return [min(length - 1, begin + chance.randrange(stretch)) for begin in range(0, length, stretch)]


def _meet(tally: Tally, folder: Path, data: bytes, what: str, *, more: bool) -> None:
    place = scene(folder / "place")
    good = place.db.with_name("good.json")
    good.write_bytes(place.data())
    place.db.write_bytes(data)
    for name, command in {**READS, **(SHOWS if more else {})}.items():
        ended = place.call(*command, now=NOW)
        _read(tally, ended, {0, 3, 6}, name, what)
        tally.require(place.data() == data, "reading writes", name, what)
        if ended.code == 0 and "--json" in command:
            tally.require(isinstance(ended.json, list), "no answer", name, what, ended)
    _read(tally, place.call("doctor", "--json", now=NOW), {0, 8, 6}, "doctor", what)
    ended = place.call("backup", "copy.json", "--json", now=NOW)
    _read(tally, ended, {0, 6}, "backup", what)
    copied = (place.folder / "copy.json").exists()
    tally.require(copied is (ended.code == 0), "half a backup", what, ended)
    tally.require(not copied or (place.folder / "copy.json").read_bytes() == data, "another backup", what)
    _add(tally, place, data, what)
    _put_back(tally, place, data, what)


def _read(tally: Tally, ended: Ended, codes: set[int], name: str, what: str) -> None:
    tally.tried[f"{name}: exit {ended.code}"] += 1
    tally.sound(ended, name, what)
    tally.require(ended.code in codes, "another exit code", name, what, ended)


def _add(tally: Tally, place: Place, data: bytes, what: str) -> None:
    ended = place.call(*add("new"), now=NOW)
    _read(tally, ended, {0, 3, 4, 5, 6}, "registration add", what)
    if ended.code:
        tally.require(place.data() == data, "refused, and written", what, ended)
        return
    before, after = tables(data), tables(place.data())
    if not tally.require(before and after, "written over what cannot be read", what, ended):
        return
    tally.require(spared(before, after), "a write lost something", what, ended)
    mine = [r for r in after["registrations:kickoff"].values() if r["email"] == "new@example.org"]
    tally.require(len(mine) == 1, "acknowledged and lost", what, ended)


def tables(data: bytes) -> dict[str, Any]:
    """Return the tables in `data`, read by somebody else than netwerk: whole, else line by line.

    A table that cannot be decoded stands for itself, as text. Nothing where not even the lines can be made out.
    """
    with contextlib.suppress(ValueError):
        found = json.loads(data)
        return found if isinstance(found, dict) else {}
    found = {}
    for line in data.decode(errors="surrogateescape").removesuffix("\n}\n").removeprefix("{\n").split(",\n"):
        name, _, table = line.partition(": ")
        try:
            found[name.strip('"')] = json.loads(table)
        except ValueError:
            found[name.strip('"')] = table
    return found


def spared(before: Mapping[str, Any], after: Mapping[str, Any]) -> bool:
    """Return whether everything that was there is there, but for what a registration for the kick-off changes."""
    mine = ("meta", "event:kickoff", "registrations:kickoff")
    old, new = before.get("registrations:kickoff", {}), after["registrations:kickoff"]
    kept = (
        (
            isinstance(table, dict)
            and name.startswith("changes:")
            and table.items() <= after.get(name, {}).items()
        )
        or after.get(name) == table
        for name, table in before.items()
        if name not in mine
    )
    return all(kept) and all(_same(new.get(number), document) for number, document in old.items())


def _same(new: Any, old: Any) -> bool:
    """Return whether a registration is as it was; who waited may have moved up."""
    moved = {"status", "waits_for", "history"} if old.get("status") == "waiting" else set()
    return new is not None and all(new.get(name) == value for name, value in old.items() if name not in moved)


def _put_back(tally: Tally, place: Place, data: bytes, what: str) -> None:
    """Restore from the damaged file, and then over it."""
    other = place.db.with_name("spoilt.json")
    other.write_bytes(data)
    place.db.write_bytes(place.db.with_name("good.json").read_bytes())
    before = place.data()
    ended = place.call("restore", "spoilt.json", "--yes", "--json", now=NOW)
    _read(tally, ended, {0, 2, 6}, "restore it", what)
    tally.require(ended.code == 0 or place.data() == before, "refused, and written", what, ended)
    place.db.write_bytes(data)
    ended = place.call("restore", "good.json", "--yes", "--json", now=NOW)
    _read(tally, ended, {0, 6}, "restore over it", what)
    if ended.code == 0:
        kept = place.folder / "netwerk.json.generations" / f"{ended.json['kept_as']:08}.json"
        tally.require(kept.read_bytes() == data, "what was there is not kept", what, ended)
        guests = people(tables(before), "talk")
        tally.require(guests and people(place.tree(), "talk") == guests, "not restored", what)
    else:
        tally.require(ended.error == "store_newer", "no way back", what, ended)
