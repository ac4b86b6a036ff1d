"""Calendars as tests make them: of events, at a moment, from a store of their own."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

from netwerk_cli import ical
from netwerk_cli.domain.events import Event
from netwerk_cli.domain.invitations import shown
from netwerk_cli.domain.senders import Sender

EARLY = datetime(2020, 1, 1, tzinfo=UTC)
"""Before anything was called off four weeks ago."""


def calendar(
    events: Iterable[Event], *, store_id: str, now: datetime = EARLY, sender: Sender | None = None
) -> bytes:
    """Return the published calendar of some events."""
    origin = ical.Origin(store_id, sender)
    return ical.enclosed([ical.session_vevent(e, s, origin) for e in events for s in shown(e, now)])
