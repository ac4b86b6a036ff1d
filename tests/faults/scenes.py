"""The data file that faults meet: a full event with a queue, an open one, and events whose closing comes due."""

from __future__ import annotations

import atexit
import json
import shutil
import tempfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from tests.faults.calling_forked import Ended, Place

BASE = datetime.fromisoformat("2024-01-10T09:00:00+01:00")
DUE = 16
"""Events whose closings come due one after the other: `due-0` at `BASE` and five hours, `due-1` at ten, and so on."""

Command = tuple[str, ...]
Tree = dict[str, dict[str, Any]]


@dataclass
class Tally:
    """What came of a part of the campaign: how often each thing was tried, and what should not have been."""

    name: str
    tried: Counter[str] = field(default_factory=Counter)
    violations: list[str] = field(default_factory=list)
    skipped: list[str] = field(default_factory=list)

    def require(self, holds: object, *facts: object) -> bool:
        """Note a violation unless `holds`."""
        if not holds:
            self.violations.append(" | ".join(str(fact)[:600] for fact in facts))
        return bool(holds)

    def sound(self, ended: Ended, *facts: object, debug: bool = False) -> bool:
        """Note a violation when a call ended as no call may."""
        unsound = ended.unsound(debug=debug)
        return self.require(not unsound, unsound, *facts, ended)


def at(hours: float) -> str:
    """Return a moment so many hours after `BASE`."""
    return (BASE + timedelta(hours=hours)).isoformat()


def add(who: str, event: str = "kickoff") -> Command:
    return (
        "registration",
        "add",
        event,
        "--name",
        f"{who} Voorbeeld",
        "--email",
        f"{who}@example.org",
        "--json",
    )


def cancel(who: str, event: str = "kickoff") -> Command:
    return ("registration", "cancel", event, who, "--json")


def lines(prefix: str, count: int) -> bytes:
    """Return a file of requests for `registration add --from`."""
    rows = ({"name": f"{prefix}{n} Voorbeeld", "email": f"{prefix}{n}@example.org"} for n in range(count))
    return b"".join(json.dumps(row).encode() + b"\n" for row in rows)


@cache
def _model() -> Place:
    """Return the scene, made once by the program itself."""
    folder = Path(tempfile.mkdtemp(prefix="netwerk-scene-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    place = Place(folder)
    made: list[tuple[Command, bytes]] = [(("init",), b"")]
    when = ("--starts", "26/01/2030 9u30", "--duration", "3u")
    made.append(
        (("event", "add", "kickoff", "--title", "Kick-off ’s Gravenhage", *when, "--capacity", "8"), b"")
    )
    made.append((("event", "add", "talk", "--title", "Talk", *when), b""))
    for number in range(DUE):
        closes = ("--closes", at(5 * number + 5))
        made.append((("event", "add", f"due-{number}", "--title", f"Due {number}", *when, *closes), b""))
        made.append((("registration", "add", f"due-{number}", "--from", "-"), lines(f"d{number}-", 2)))
    made.append((("registration", "add", "kickoff", "--from", "-"), lines("early", 12)))
    made.append((("registration", "add", "talk", "--from", "-"), lines("guest", 40)))
    made.append((cancel("r3"), b""))
    for command, stdin in made:
        ended = place.call(*command, now=at(0), stdin=stdin)
        if ended.code:
            raise RuntimeError(f"{command}: {ended}")
    (folder / "out").mkdir()
    return place


def scene(folder: Path) -> Place:
    """Return a fresh copy of the scene."""
    return _model().copy(folder)


def people(tree: Tree, event: str = "kickoff") -> dict[str, dict[str, Any]]:
    """Return the registrations of an event by number."""
    return tree.get(f"registrations:{event}", {})


def statuses(tree: Tree, event: str = "kickoff") -> dict[str, str]:
    """Return the state of everybody on a list by address."""
    return {r["email"]: r["status"] for r in people(tree, event).values()}


def told(ended: Ended) -> list[tuple[str, str, str]]:
    """Return event, code and status of every registration that an answer of a change tells of."""
    answers = [json.loads(line) for line in ended.out.splitlines()]
    rows = [
        row for a in answers if "registration" in a for row in (a["registration"], *a.get("promoted", ()))
    ]
    return [(row["event"], row["code"], row["status"]) for row in rows]


def holds(tree: Tree, rows: Sequence[tuple[str, str, str]]) -> bool:
    """Return whether every registration of an answer is in the file, in that state."""
    return all(
        people(tree, event).get(code.removeprefix("r"), {}).get("status") == status
        for event, code, status in rows
    )


def well(place: Place, tally: Tally, who: str, now: str, *facts: object) -> None:
    """Require that the next change succeeds, sweeps, and leaves nothing for doctor to find."""
    again = place.call(*add(who, "talk"), now=now)
    if not tally.sound(again, "next change", *facts):
        return
    if not tally.require(again.code == 0, "the next change fails", *facts, again):
        return
    tally.require(
        statuses(place.tree(), "talk").get(f"{who}@example.org") == "confirmed", "it is not there", *facts
    )
    left = [name for name in place.leftovers() if "/" not in name or "generations" in name]
    tally.require(not left, "left over", left, *facts)
    doctor = place.call("doctor", "--json", now=now)
    if tally.require(doctor.code == 0, "doctor", *facts, doctor):
        tally.require(doctor.json == {"findings": []}, "doctor finds", *facts, doctor)
