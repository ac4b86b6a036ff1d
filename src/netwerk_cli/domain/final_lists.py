"""The final list of who comes: which closing has one in a file, and which still lacks it."""

from __future__ import annotations

from datetime import datetime

from netwerk_cli.domain.events import Event
from netwerk_cli.domain.history import Act, Entry
from netwerk_cli.domain.moments import from_text
from netwerk_cli.records import replace


def is_lacking(event: Event, now: datetime) -> bool:
    """Whether registration is over, however it closed, and nobody has recorded its final list yet."""
    if event.cancelled_at is not None or event.is_draft or event.closing is None or event.closing > now:
        return False
    return not any(_lists(entry, event.closing) for entry in event.history)


def recorded(event: Event, act: Act, file: str) -> Event:
    """Record that the final list is in a file of this name; one that closes anew later gets another."""
    entry = act.entry("final list written", {"file": (None, file), "closed_at": (None, event.closing)})
    return replace(event, history=(*event.history, entry))


def _lists(entry: Entry, closing: datetime) -> bool:
    """Whether an entry records the list of the closing at this instant, whatever the zone it was written in."""
    if entry.what != "final list written":
        return False
    _, closed_at = entry.changes.get("closed_at", (None, None))
    return isinstance(closed_at, str) and from_text(closed_at) == closing
