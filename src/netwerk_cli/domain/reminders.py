"""When it is time to remind somebody of a session that they have a seat in."""

from __future__ import annotations

from datetime import datetime, timedelta

from netwerk_cli.domain.events import Event
from netwerk_cli.domain.moments import start_of
from netwerk_cli.domain.registrations import Status
from netwerk_cli.domain.told import Told, ToldSession
from netwerk_cli.errors import BadDate


def reminded(event: Event, before: Told, truth: Told) -> datetime | None:
    """Return when it was time to remind somebody of a session that is still to come, and nothing was said since."""
    if event.remind_before is None or truth.status != Status.CONFIRMED:
        return None
    moments = [
        at
        for s in truth.sessions
        if s.starts_at is not None
        and not s.waits
        and before.at < (at := remind_at(event, s)) <= truth.at < start_of(s.starts_at, event.timezone)
    ]
    return min(moments, default=None)


def remind_at(event: Event, session: ToldSession) -> datetime:
    """Return when to remind of a session with a date. A day counts from its midnight, a skipped hour as if there."""
    assert session.starts_at is not None  # noqa: S101 (callers pass dated sessions only)
    assert event.remind_before is not None  # noqa: S101 (and events that remind)
    start, lead = start_of(session.starts_at, event.timezone), event.remind_before
    try:
        return lead.before(start, event.timezone)
    except BadDate:
        return start - timedelta(days=lead.days, minutes=lead.minutes)
