"""Reading a calendar file in, and what is said of each event in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from netwerk_cli.cli import changes, language
from netwerk_cli.cli.call import Call
from netwerk_cli.cli.importing import source_name
from netwerk_cli.cli.rows_telling import answer
from netwerk_cli.domain.recurrence_rule import MOST
from netwerk_cli.errors import BadValue
from netwerk_cli.exchange import tables
from netwerk_cli.services import importing_events
from netwerk_cli.services.importing_events import Done, Kind, Read

_COUNTED: Mapping[Kind, str] = {
    Kind.CREATED: "{count:draft|drafts} made",
    Kind.UPDATED: "{count} corrected",
    Kind.UNCHANGED: "{count} unchanged",
    Kind.DIFFERS: "{count} told otherwise",
    Kind.CANCELLED: "{count} cancelled",
    Kind.REFUSED: "{count} refused",
}


def events(call: Call, source: str) -> None:
    """Read a calendar file in, and tell what became of it."""
    data = call.input(source, tables.LARGEST + 1)
    done = importing_events.events(call.caller(), data, source_name(source))
    for row in done.rows:
        _tell(call, row)
    counted = Counter(row.kind for row in done.rows)
    parts = [call.words(_COUNTED[kind], count=counted[kind]) for kind in Kind if counted[kind]]
    call.say("{read:event|events} read: {parts}.", read=len(done.rows), parts=", ".join(parts))
    if counted[Kind.CREATED] and not call.dry_run:
        call.say("Publish a draft with 'netwerk event open EVENT'.")
    answer(call, _shape(call, done, counted))


def _tell(call: Call, row: Read) -> None:
    """Say what an event of the file came to, where that is worth a line."""
    event = row.event
    if row.kind is Kind.CREATED and event is not None:
        facts = {"event": event.slug, "title": event.title, "starts": event.starts_at}
        if event.multi:
            call.say(
                "'{event}': {title}, {count:session|sessions} from {starts}.",
                count=len(event.sessions),
                **facts,
            )
        else:
            call.say("'{event}': {title}, {starts}.", **facts)
        if row.limited:
            call.say(
                "It goes on: of more than {most} sessions, or without an end, those until {last} were made.",
                most=MOST,
                last=event.last.starts_at if event.last else None,
            )
        if row.attendees:
            call.say(
                "{count:person is|people are} invited in it; nobody is registered by that.",
                count=row.attendees,
            )
    elif message := _message(call, row):
        name = event.slug if event is not None else row.title or "–"
        call.say("Event {number} ({name}): {message}", number=row.number, name=name, message=message)
    elif row.kind is Kind.UPDATED and event is not None:
        call.say("'{event}' is as the calendar has it now.", event=event.slug)
    for change in row.changes:
        call.say("{name}: {old} → {new}", **changes.told(call, change))


def _message(call: Call, row: Read) -> str | None:
    """Return why an event was not made or changed."""
    if isinstance(row.refusal, BadValue):
        return call.words("{name}: {why}.", name=row.refusal.facts["field"], why=row.refusal.facts["why"])
    if row.refusal is not None:
        return language.sentence(row.refusal, call.language)
    if row.note is not None:
        return call.words(row.note.template, **row.note.facts)
    return call.words("The calendar says that it is off.") if row.kind is Kind.CANCELLED else None


def _shape(call: Call, done: Done, counted: Counter[Kind]) -> dict[str, Any]:
    """Return the result object; events that say nothing new are only counted."""
    return {
        "action": "import.events",
        "changed": done.changed,
        "dry_run": call.dry_run,
        "read": len(done.rows),
        "counts": {str(kind): counted[kind] for kind in Kind},
        "rows": [
            {
                "row": row.number,
                "outcome": str(row.kind),
                "event": None if row.event is None else row.event.slug,
                "title": row.title or None,
                "sessions": 0 if row.event is None else len(row.event.sessions),
                "limited": row.limited,
                "attendees": row.attendees,
                "message": _message(call, row),
                "changes": [change._asdict() for change in row.changes],
            }
            for row in done.rows
            if row.kind is not Kind.UNCHANGED or row.note is not None
        ],
        "warnings": call.warnings,
        "change": call.change_code() if done.changed else None,
    }
