"""What attendee lists can be divided by, and what they say happened to somebody since a moment."""

from __future__ import annotations

from enum import StrEnum


class Split(StrEnum):
    """What each of several files is of."""

    SESSION = "session"
    ORGANISATION = "organisation"


class Difference(StrEnum):
    """What happened to somebody on a list since a moment."""

    ADDED = "added"
    CHANGED = "changed"
    CANCELLED = "cancelled"
