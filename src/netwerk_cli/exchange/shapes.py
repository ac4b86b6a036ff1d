"""Records as JSON objects: the shapes that scripts rely on. Keys may be added, never renamed or taken away."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from netwerk_cli.domain import events
from netwerk_cli.domain.events import Event, Session
from netwerk_cli.domain.history import Entry, plain
from netwerk_cli.domain.registrations import SEATED, Registration, Status

if TYPE_CHECKING:
    from netwerk_cli.domain.explaining import Step

Shape = dict[str, Any]


def event_shape(event: Event, tally: Mapping[Status, int], now: datetime) -> Shape:
    """Return an event as scripts see it; `tally` counts its registrations by state."""
    held = sum(tally.get(state, 0) for state in SEATED)
    free = events.free_seats(event, held)
    return {
        "slug": event.slug,
        "title": event.title,
        "kind": "series" if event.multi else "event",
        "status": str(events.status(event, now, free=free)),
        "starts_at": plain(event.starts_at),
        "ends_at": plain(event.ends_at),
        "timezone": event.timezone,
        "location": event.location,
        "online_url": event.online_url,
        "capacity": event.capacity,
        "seats_held": held,
        "confirmed": tally.get(Status.CONFIRMED, 0),
        "pending": tally.get(Status.PENDING, 0),
        "waiting": tally.get(Status.WAITING, 0),
        "free": free,
        "opens_at": plain(event.opens_at),
        "closes_at": plain(event.deadline),
        "closed_at": plain(event.closed_at),
        "closed_by": plain(event.closed_by),
        "cancelled_at": plain(event.cancelled_at),
        "when_full": str(event.when_full),
        "promote": str(event.promotion),
        "approval": event.approval,
        "members_of": event.members_of,
        "shared_addresses": event.shared_addresses,
        "audiences": list(event.audiences),
        "organisers": list(event.organisers),
        "cost": event.cost,
        "theme": event.theme,
        "language": event.language,
        "description": event.description,
        "sessions": [session_shape(session) for session in event.sessions],
    }


def session_shape(session: Session) -> Shape:
    """Return one session of an event."""
    return {
        "id": session.id,
        "title": session.title,
        "starts_at": plain(session.starts_at),
        "ends_at": plain(session.ends_at),
        "location": session.location,
        "online_url": session.online_url,
        "capacity": session.capacity,
        "within": session.within,
    }


def registration_shape(event: Event, registration: Registration, position: int | None) -> Shape:
    """Return a registration; `position` is its place on the waiting list, counted from 1."""
    return {
        "code": registration.code,
        "event": event.slug,
        "name": registration.name,
        "email": registration.email,
        "organisation": registration.organisation,
        "role": registration.role,
        "audience": registration.audience,
        "status": str(registration.status),
        "position": position,
        "sessions": list(registration.sessions),
        "received_at": plain(registration.received_at),
        "note": registration.note,
        "override": registration.override,
    }


def entry_shape(event: Event, registration: Registration | None, entry: Entry) -> Shape:
    """Return one line of history, of an event or of a registration."""
    return {
        "at": plain(entry.at),
        "by": entry.by,
        "event": event.slug,
        "registration": registration.code if registration else None,
        "what": entry.what,
        "why": entry.why,
        "changes": {name: list(pair) for name, pair in entry.changes.items()},
    }


def step_shape(step: Step, text: str) -> Shape:
    """Return one link of an explanation; `text` is its sentence in the reader's language."""
    facts = {name: plain(value) for name, value in step.facts.items()}
    return {"rule": step.rule, "passed": step.passed, "text": text, "facts": facts}


_NEVER = datetime.min.replace(tzinfo=UTC)

EVENT_KEYS = tuple(event_shape(Event(slug="", title=""), {}, _NEVER))
"""The keys of an event, in order."""

REGISTRATION_KEYS = tuple(
    registration_shape(
        Event(slug="", title=""),
        Registration(number=0, turn=0, name="", email="", status=Status.WAITING, received_at=_NEVER),
        None,
    )
)
"""The keys of a registration, in order."""
