"""How long a session is, and how long somebody was in it, without its breaks: what counts as hours of training."""

from __future__ import annotations

from datetime import datetime

from netwerk_cli.domain.attendance import Attendance, block, whole_minutes
from netwerk_cli.domain.events import Event, Session
from netwerk_cli.errors import BadValue
from netwerk_cli.wording import Wording


def break_minutes(event: Event, session: Session) -> int:
    """Return how many minutes of a session are breaks."""
    own = session.break_minutes if session.break_minutes is not None else event.break_minutes
    return own or 0


def net_minutes(event: Event, session: Session) -> int | None:
    """Return how many minutes of a session are no breaks; None where its hours are not known."""
    if not isinstance(session.starts_at, datetime) or session.ends_at is None:
        return None
    when = block(event, session)
    return None if when is None else max(0, whole_minutes(when[1] - when[0]) - break_minutes(event, session))


def counted_minutes(event: Event, session: Session, attendance: Attendance) -> int | None:
    """Return how many minutes of a session count for somebody who was there: never more than they were.

    Where nobody counted their minutes it is the whole session; None where its hours are not known either.
    """
    whole, there = net_minutes(event, session), attendance.minutes
    known = [minutes for minutes in (whole, there) if minutes is not None]
    return min(known, default=None)


def check(event: Event) -> None:
    """Refuse breaks that leave nothing of a session. Raises `BadValue`."""
    for session in event.sessions:
        if break_minutes(event, session) and net_minutes(event, session) == 0:
            why = Wording("the breaks are as long as session '{session}'", session=session.id)
            raise BadValue(field="--break-minutes", why=why)
