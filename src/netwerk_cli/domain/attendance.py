"""Who was there: the state of somebody in one session, and how long they were in it.

Being excused means one thing wherever it is said: not coming was announced. `registration excuse` records it and gives
the seat up; recording attendance changes no seat.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Protocol

from netwerk_cli.domain.events import Event, Session
from netwerk_cli.domain.history import Act, plain
from netwerk_cli.domain.moments import end_of, start_of
from netwerk_cli.domain.slugs import Slug
from netwerk_cli.records import record

MINUTE = timedelta(minutes=1)


class State(StrEnum):
    """Whether somebody was in a session; unknown while nothing was recorded."""

    PRESENT = "present"
    ABSENT = "absent"
    EXCUSED = "excused"
    UNKNOWN = "unknown"


class Source(StrEnum):
    """What attendance is known by, where that is no file."""

    HAND = "hand"
    CHECK_IN = "check-in"


TOLD = frozenset({State.PRESENT, State.ABSENT})
"""What is known only once a session took place: with the first of these its attendance counts as recorded."""


@record
class Attendance:
    """What was recorded of somebody in one session: by what (`source`, a `Source` or a file), when and by whom.

    `minutes` are those within the session, None where nobody counted them.
    """

    state: State
    at: datetime
    by: str
    minutes: int | None = None
    source: str = Source.HAND

    def plain(self) -> dict[str, object]:
        """Return it as a history holds it: what is not said is left out."""
        fields = ((name, getattr(self, name)) for name in self.__dataclass_fields__)
        return {name: plain(value) for name, value in fields if value is not None}

    def says(self, other: Attendance | None) -> bool:
        """Whether another record says the same of somebody, whoever said it and when."""
        return other is not None and (self.state, self.minutes) == (other.state, other.minutes)


def kept(said: Mapping[str, object]) -> Attendance:
    """Return what `Attendance.plain` wrote."""
    minutes = said.get("minutes")
    return Attendance(
        state=State(str(said["state"])),
        at=datetime.fromisoformat(str(said["at"])),
        by=str(said["by"]),
        minutes=minutes if isinstance(minutes, int) else None,
        source=str(said.get("source", Source.HAND)),
    )


class Attending(Protocol):
    """Who has, or asks for, a seat: a registration or a request."""

    @property
    def audience(self) -> str | None:
        """Return the audience the person belongs to."""

    @property
    def waits_for(self) -> tuple[str, ...]:
        """Return the sessions in which there is no seat yet."""

    def is_for(self, session: str) -> bool:
        """Whether somebody is for this session, chosen by name or as part of the whole event."""


def attends(who: Attending, session_id: str) -> bool:
    """Whether somebody is for this session and not waiting for it."""
    return who.is_for(session_id) and session_id not in who.waits_for


def coming(before: Mapping[Slug, Attendance], sessions: Iterable[str]) -> dict[Slug, Attendance]:
    """Return the attendance of somebody who is no longer excused from sessions: they come to them after all."""
    back = set(sessions)
    return {s: one for s, one in before.items() if s not in back or one.state is not State.EXCUSED}


def excused(before: Mapping[Slug, Attendance], sessions: Iterable[str], act: Act) -> dict[Slug, Attendance]:
    """Return the attendance of somebody who is excused from sessions; what was recorded of one stays."""
    one = Attendance(state=State.EXCUSED, at=act.at, by=act.by)
    return {**dict.fromkeys((s for s in sessions if s not in before), one), **before}


def handed_over(event: Event, before: Mapping[Slug, Attendance], at: datetime) -> dict[Slug, Attendance]:
    """Return what stays of somebody's attendance when another comes in their place: what had begun by then."""
    blocks = {session.id: block(event, session) for session in event.sessions}
    return {s: one for s, one in before.items() if (when := blocks.get(s)) is not None and when[0] <= at}


Stay = tuple[datetime, datetime]
"""From when to when somebody was there: half-open."""


def block(event: Event, session: Session) -> Stay | None:
    """Return the interval of a session; one without an end lasts until the end of its day. None without a date."""
    if session.starts_at is None:
        return None
    begin = start_of(session.starts_at, event.timezone)
    end = session.starts_at if session.ends_at is None else session.ends_at
    if session.ends_at is None and isinstance(end, datetime):
        end = begin.date()
    return begin, end_of(end, event.timezone)


def within(stays: Iterable[Stay], session: Stay) -> timedelta:
    """Return how long somebody was in a session: what overlaps, such as two devices at once, counts once."""
    begin, end = session
    inside = sorted((max(begin, came), min(end, left)) for came, left in stays)
    total, until = timedelta(), begin
    for came, left in inside:
        came = max(came, until)
        if left > came:
            total, until = total + (left - came), left
    return total


def whole_minutes(span: timedelta) -> int:
    """Return a length of time in whole minutes, rounded down."""
    return span // MINUTE
