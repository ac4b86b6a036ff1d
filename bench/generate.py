"""Make the data of the benchmark, the same at every run: FOLDER SIZE…, where a size is EVENTSxREGISTRATIONS.

    python generate.py FOLDER 40x5000 400x100000

Runs in the environment where netwerk is installed, and writes FOLDER/SIZE/pristine.json: records that netwerk's own
rules made, as its own codec writes them. With `--peers` it also writes what the other programs read: an iCalendar
file for each event, JSON lines of events and registrations, and a TinyDB of registrations.
"""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from netwerk_cli.domain import lifecycle, seats
from netwerk_cli.domain.events import Event, Session
from netwerk_cli.domain.history import Act
from netwerk_cli.domain.registrations import Registration
from netwerk_cli.store import codec, schema

NOW = datetime(2030, 1, 10, 8, 0, tzinfo=UTC)
Document = dict[str, Any]
FIRST_NAMES = ("Ans", "Bo", "Cas", "Dirkje", "Eef", "Farid", "Griet", "Hüseyin", "Ilse", "Jörg", "Karel")
LAST_NAMES = ("de Vries", "Peeters", "van den Berg", "Özdemir", "Janssens", "'t Hooft", "El Amrani")
ORGANISATIONS = ("Gemeente Voorbeeld", "Hogeschool Voorbeeld", "Stichting Voorbeeld", "Voorbeeld & Zonen")


def main(arguments: list[str]) -> None:
    """Write every size that is asked for."""
    folder, *sizes = [word for word in arguments if not word.startswith("--")]
    for size in sizes:
        events, registrations = (int(number) for number in size.split("x"))
        place = Path(folder) / size
        place.mkdir(parents=True)
        generate(place, events, registrations // events, peers="--peers" in arguments)


def generate(folder: Path, events: int, each: int, *, peers: bool) -> None:
    """Write a data file of `events` events with `each` registrations."""
    meta = {"1": {"schema": schema.version(), "store_id": "bench", "generation": 1}}
    lines = [_line("meta", meta)]
    for number in range(1, events + 1):
        event = an_event(number)
        people = [a_registration(event, position, number) for position in range(1, each + 1)]
        table = {str(person.number): codec.encode(person) for person in people}
        lines.append(_line(f"event:{event.slug}", {"1": codec.encode(event)}))
        lines.append(_line(f"registrations:{event.slug}", table))
        if peers:
            _for_peers(folder, event, table)
    if peers:
        _for_tinydb(folder)
    with (folder / "pristine.json").open("wb") as file:
        file.write(b"{\n")
        file.writelines([lines[0], *(b",\n" + line for line in lines[1:])])
        file.write(b"\n}\n")


def an_event(number: int) -> Event:
    """Return an event without a cap, in 2030 or 2031, for which registration is open."""
    starts_at = datetime(2030, 3, 1, 13, 0, tzinfo=UTC) + timedelta(days=number % 600)
    session = Session(id="main", starts_at=starts_at, ends_at=starts_at + timedelta(hours=3))
    slug = f"event-{number:04}"
    event = Event(slug=slug, title=f"Netwerkmiddag {number}", location="Zaal 3", sessions=(session,))
    return lifecycle.create(event, Act(at=NOW - timedelta(days=9), by="bench", why=None))


def a_registration(event: Event, position: int, seed: int) -> Registration:
    """Return what registering somebody makes of it, without going over everybody before them."""
    chosen = position * 7 + seed * 13
    name = f"{FIRST_NAMES[chosen % len(FIRST_NAMES)]} {LAST_NAMES[chosen % len(LAST_NAMES)]}"
    received_at = NOW - timedelta(days=8) + timedelta(minutes=position)
    request = seats.Request(
        name=name,
        email=f"persoon.{position}@{event.slug}.example.org",
        received_at=received_at,
        organisation=ORGANISATIONS[chosen % len(ORGANISATIONS)],
    )
    made = seats.register(event, {}, request, Act(at=received_at, by="bench", why=None)).changed[0]
    return replace(made, number=position, turn=position)


def _line(name: str, table: dict[str, Document]) -> bytes:
    """Return one table as netwerk's layout has it."""
    text = json.dumps(table, ensure_ascii=False, separators=(",", ":"))
    return f'"{name}": {text}'.encode()


def _for_peers(folder: Path, event: Event, table: dict[str, Document]) -> None:
    starts_at, ends_at = (f"{moment:%Y%m%dT%H%M%SZ}" for moment in _span(event))
    calendar = folder / "calendar"
    calendar.mkdir(exist_ok=True)
    lines = (
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//netwerk//bench//EN", "BEGIN:VEVENT",
        f"UID:{event.slug}@example.org", f"DTSTAMP:{NOW:%Y%m%dT%H%M%SZ}", f"DTSTART:{starts_at}",
        f"DTEND:{ends_at}", f"SUMMARY:{event.title}", f"LOCATION:{event.location}", "END:VEVENT", "END:VCALENDAR",
    )  # fmt: skip
    (calendar / f"{event.slug}.ics").write_bytes("".join(f"{line}\r\n" for line in lines).encode())
    shown = {
        "slug": event.slug, "title": event.title, "status": "open", "starts_at": starts_at, "capacity": None,
        "seats_held": len(table), "waiting": 0, "closes_at": starts_at,
    }  # fmt: skip
    with (folder / "events.jsonl").open("a", encoding="utf-8") as lines_of_events:
        lines_of_events.write(json.dumps(shown) + "\n")
    with (folder / "registrations.jsonl").open("a", encoding="utf-8") as lines_of_people:
        for document in table.values():
            lines_of_people.write(json.dumps({"event": event.slug, **document}, ensure_ascii=False) + "\n")


def _for_tinydb(folder: Path) -> None:
    """Write all registrations as one table, as the ten-line script has them."""
    with (folder / "registrations.jsonl").open(encoding="utf-8") as lines:
        table = {str(number): json.loads(line) for number, line in enumerate(lines, 1)}
    (folder / "tinydb.json").write_text(json.dumps({"registrations": table}), "utf-8")


def _span(event: Event) -> tuple[datetime, datetime]:
    starts_at, ends_at = event.sessions[0].starts_at, event.sessions[0].ends_at
    if not isinstance(starts_at, datetime) or not isinstance(ends_at, datetime):
        raise TypeError("an event of ours has times")
    return starts_at, ends_at


if __name__ == "__main__":
    main(sys.argv[1:])
