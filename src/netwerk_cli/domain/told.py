"""What somebody was last told about an event, and which messages that came from."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum

from netwerk_cli.domain.moments import Moment
from netwerk_cli.domain.slugs import Slug
from netwerk_cli.records import record


class MessageKind(StrEnum):
    """What a message is about; of several things to say, the first of these gives it its name.

    The last is for members of a group, and stands alone.
    """

    CANCELLED = "cancelled"
    DECLINED = "declined"
    PROMOTED = "promoted"
    CONFIRMATION = "confirmation"
    PENDING = "pending"
    WAITING = "waiting"
    CHANGED = "changed"
    REMINDER = "reminder"
    MATERIAL = "material"


class Why(StrEnum):
    """In what the things somebody knows differ from those that are true; or that it is time to say them again.

    To a member of a group: that there is something new, or an answer.
    """

    STATUS = "status"
    POSITION = "position"
    SESSIONS = "sessions"
    PLACE = "place"
    REMINDER = "reminder"
    MATERIAL = "material"
    ANSWER = "answer"
    BOUNCED = "bounced"


class How(StrEnum):
    """How somebody was told: by a mail of ours, or by other means, which an organiser recorded."""

    MAIL = "mail"
    HAND = "hand"


class Outcome(StrEnum):
    """What became of a mail of ours.

    Of what is uncertain nobody knows whether the server took it. What was deferred goes again with the next sending;
    an address that was refused, and one from which it came back, waits for an organiser.
    """

    SENT = "sent"
    UNCERTAIN = "uncertain"
    DEFERRED = "deferred"
    REFUSED = "refused"
    BOUNCED = "bounced"


NOT_DELIVERED = frozenset({Outcome.DEFERRED, Outcome.REFUSED})
"""What a server never took."""
FAILED = NOT_DELIVERED | {Outcome.BOUNCED}
"""What its person never saw."""
HELD = FAILED - {Outcome.DEFERRED}
"""After which no mail goes to an address by itself."""


@record
class ToldSession:
    """A session as somebody knows it. `waits` says that they have no seat in it yet."""

    id: Slug
    sequence: int = 0
    starts_at: Moment | None = None
    ends_at: Moment | None = None
    location: str | None = None
    online_url: str | None = None
    waits: bool = False


@record
class Told:
    """What one person was last told, when: their state (one of `registrations.Status`), place in the queue, sessions.

    Name and address say whom: a registration may have gone to a substitute since. `outcome` is in doubt where the
    mail that said it is uncertain, or came back.
    """

    name: str
    email: str
    at: datetime
    status: str
    position: int | None = None
    sessions: tuple[ToldSession, ...] = ()
    outcome: Outcome = Outcome.SENT


@record
class Message:
    """One time that somebody was told something.

    Of a mail, `outcome` is what became of it and `reply` what the server said of it. As long as that is uncertain,
    `before` is what they knew without it. `changes` are the numbers of those changes of a group of which it told.
    """

    at: datetime
    kind: MessageKind
    how: How
    email: str
    outcome: Outcome | None = None
    reply: str | None = None
    before: Told | None = None
    changes: tuple[int, ...] = ()


def attempt(messages: Sequence[Message], email: str) -> Outcome | None:
    """Return how the last mail to an address failed; None where it did not."""
    last = next((message for message in reversed(messages) if message.email == email), None)
    return last.outcome if last is not None and last.outcome in FAILED else None
