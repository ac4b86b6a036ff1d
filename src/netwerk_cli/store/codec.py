"""Records ↔ documents of the data file. A field that holds its default is left out of the document.

Reading is strict: a field that is unknown, missing or of the wrong type raises `KeyError`, `TypeError` or
`ValueError`, which the store turns into one answer. So no rule meets what no rule can have made.
"""

from __future__ import annotations

import re
from collections import Counter

from netwerk_cli.domain.events import ClosedBy, Event, Promotion, WhenFull
from netwerk_cli.domain.registrations import Registration, Status
from netwerk_cli.store import values
from netwerk_cli.store.shapes import (
    ENTRY,
    MATERIAL,
    MILESTONE,
    SESSION,
    SET_ASIDE,
    Document,
    Shape,
    check_distinct,
)

_STATUS = re.compile(rb'"[1-9][0-9]*":\{"status":"([a-z]+)",')
_REQUEST = b'"received_at":"'


_EVENT = Shape(
    Event,
    {
        "slug": values.slug,
        "title": values.text,
        "timezone": values.timezone,
        "location": values.text,
        "online_url": values.text,
        "capacity": values.count,
        "opens_at": values.instant,
        "closes_at": values.instant,
        "when_full": WhenFull,
        "promotion": Promotion,
        "approval": values.flag,
        "members_of": values.slug,
        "organisation_limit": values.count,
        "set_asides": values.list_of(SET_ASIDE.read),
        "shared_addresses": values.flag,
        "audiences": values.list_of(values.text),
        "organisers": values.list_of(values.text),
        "cost": values.text,
        "theme": values.text,
        "language": values.text,
        "description": values.text,
        "materials": values.list_of(MATERIAL.read),
        "milestones": values.list_of(MILESTONE.read),
        "draft": values.flag,
        "closed_at": values.instant,
        "closed_by": ClosedBy,
        "cancelled_at": values.instant,
        "sessions": values.list_of(SESSION.read),
        "history": values.list_of(ENTRY.read),
    },
)

_REGISTRATION = Shape(
    Registration,
    {
        "status": Status,
        "name": values.text,
        "email": values.text,
        "received_at": values.instant,
        "turn": values.count,
        "organisation": values.text,
        "role": values.text,
        "audience": values.text,
        "sessions": values.list_of(values.slug),
        "without": values.list_of(values.slug),
        "waits_for": values.list_of(values.slug),
        "waits_since": values.instants,
        "note": values.text,
        "override": values.text,
        "history": values.list_of(ENTRY.read),
    },
)
"""`status` comes first: `tally` counts on it."""


# ------------------------------------------------------------------ records
def encode_event(event: Event) -> Document:
    """Return the document of an event with its sessions and history."""
    return _EVENT.write(event)


def decode_event(document: object) -> Event:
    """Return the event that `encode_event` wrote."""
    event = _EVENT.read(document)
    for parts in (event.sessions, event.materials, event.milestones):
        check_distinct([part.id for part in parts])
    return event


def encode_registration(registration: Registration) -> Document:
    """Return the document of a registration, its number left out: that is the document's id."""
    return _REGISTRATION.write(registration)


def decode_registration(number: int, document: object) -> Registration:
    """Return the registration that `encode_registration` wrote under `number`."""
    registration = _REGISTRATION.read(document, number=values.count(number))
    for entry in registration.history[1:]:
        for name, pair in entry.changes.items():
            _check_undoable(name, pair)
    return registration


def _check_undoable(name: str, pair: tuple[object, object]) -> None:
    """Refuse a change that `as_of` could not take back."""
    if name == "history":
        raise ValueError("a history that changes itself")
    for value in pair:
        if value is not None or _REGISTRATION.defaults[name] is not None:
            _REGISTRATION.readers[name](value)


def encode_retired(slug: str) -> Document:
    """Return the document of a name that is never used again."""
    return {"slug": slug}


def decode_retired(document: Document) -> str:
    """Return the name in what `encode_retired` wrote."""
    return values.slug(document["slug"])


def tally(table: bytes) -> Counter[Status] | None:
    """Count the states in a registrations table without decoding it; None when it is not as we write it.

    Quotes within texts are escaped in JSON, so what is looked for cannot be part of a name or a note.
    """
    states = Counter(_STATUS.findall(table))
    if states.total() != table.count(_REQUEST) or (not states and table != b"{}"):
        return None
    return Counter({Status(state.decode()): count for state, count in states.items()})
