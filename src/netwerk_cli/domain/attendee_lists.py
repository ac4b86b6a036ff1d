"""What lists of people can be divided and counted by, and what they say happened to somebody since a moment."""

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


class OnFull(StrEnum):
    """What becomes of those on a list for whom there is no seat: what the event's terms say, or a refusal."""

    WAIT = "wait"
    REJECT = "reject"


class By(StrEnum):
    """What people are counted by. A question is named by its id, as in `question:diet`."""

    AUDIENCE = "audience"
    ORGANISATION = "organisation"
    ROLE = "role"
    SESSION = "session"
    QUESTION = "question"
