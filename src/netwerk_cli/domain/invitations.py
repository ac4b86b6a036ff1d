"""Which sessions stand in whose calendar: what a published one shows, what somebody is invited to, what has to go."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import pairwise

from netwerk_cli.domain.events import Event, Session, off_at
from netwerk_cli.domain.past import restored
from netwerk_cli.domain.registrations import ACTIVE, Registration
from netwerk_cli.records import replace

KEPT = timedelta(weeks=4)
"""How long a published calendar says of a session that it is off: those who look once a month see it, too."""


class Method(StrEnum):
    """What a calendar is for: to look at, to be accepted, to be taken out (RFC 5546 §1.4)."""

    PUBLISH = "publish"
    REQUEST = "request"
    CANCEL = "cancel"


def shown(event: Event, now: datetime) -> list[Session]:
    """Return the sessions that a published calendar shows: with a date, and not off for longer than `KEPT`."""
    found = ((s, off_at(event, s)) for s in event.sessions if s.starts_at is not None)
    return [session for session, off in found if off is None or now < off + KEPT]


def invited(event: Event, registration: Registration) -> list[Session]:
    """Return the sessions that somebody is to have in the calendar: with a date, on, and asked for."""
    return [
        s
        for s in event.sessions
        if s.starts_at is not None and off_at(event, s) is None and _has(registration, s)
    ]


def withdrawn(event: Event, registration: Registration) -> list[Session]:
    """Return the sessions that somebody may have in the calendar, and that are not to be there any more."""
    past = list(_states(registration))
    to_stay = {s.id for s in invited(event, registration)}
    return [
        s
        for s in event.sessions
        if s.starts_at is not None and s.id not in to_stay and any(_has(state, s) for state in past)
    ]


def turns(registration: Registration, session: Session) -> int:
    """Return how often somebody left a session or came back to it.

    What is sent to them says so in its SEQUENCE, on top of that of the session: an invitation after a withdrawal is
    newer than it, and the SEQUENCE of the session itself moves for nobody else (RFC 5546 §2.1.4). A substitute counts
    as well: what takes the session out for who was there before is newer than what put it in.
    """
    has = [_has(state, session) for state in _states(registration)]
    handed = sum(entry.what == "substituted" for entry in registration.history)
    return handed + sum(one != other for one, other in pairwise(has))


def _has(registration: Registration, session: Session) -> bool:
    return registration.status in ACTIVE and registration.is_for(session.id)


def _states(registration: Registration) -> Iterator[Registration]:
    """Yield a registration as it is and as it was before each line of its history, back to the first."""
    yield registration
    for entry in reversed(registration.history[1:]):
        before = {name: old for name, (old, _) in entry.changes.items()}
        registration = replace(registration, **restored(before))  # type: ignore[arg-type]
        yield registration
