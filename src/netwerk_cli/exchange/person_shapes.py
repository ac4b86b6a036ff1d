"""All that is kept of one person as JSON."""

from __future__ import annotations

from typing import Any

from netwerk_cli.domain.events import Event
from netwerk_cli.domain.history import plain
from netwerk_cli.domain.registrations import Registration
from netwerk_cli.domain.told import Told
from netwerk_cli.exchange.owed_shapes import message_shape
from netwerk_cli.exchange.shapes import answered_shape, registration_shape

Shape = dict[str, Any]


def stay_shape(
    event: Event, registration: Registration, position: int | None, recorded: frozenset[str]
) -> Shape:
    """Return a registration with all that is kept of it: every answer, what was told and sent; not the history."""
    known = answered_shape(event, registration) | dict(registration.answers)
    return {
        **registration_shape(event, registration, position, recorded),
        "title": event.title,
        "starts_at": plain(event.starts_at),
        "ends_at": plain(event.ends_at),
        "answers": known,
        "questions": {one.id: one.text for one in event.questions},
        "sessions_attended": [
            {"session": session, **one.plain()} for session, one in registration.attendance.items()
        ],
        "told": [told_shape(one) for one in registration.told],
        "messages": [message_shape(event, registration, one) for one in registration.messages],
        "erased": [*registration.erased],
    }


def told_shape(told: Told) -> Shape:
    """Return what somebody was last told."""
    return {
        "at": plain(told.at),
        "name": told.name,
        "email": told.email,
        "status": told.status,
        "position": told.position,
        "sessions": [
            {
                "session": one.id,
                "starts_at": plain(one.starts_at),
                "ends_at": plain(one.ends_at),
                "location": one.location,
                "online_url": one.online_url,
                "waits": one.waits,
            }
            for one in told.sessions
        ],
    }
