"""Recording who was there. It changes no seat: whoever has none in a session is not recorded in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import timedelta
from typing import NamedTuple

from netwerk_cli.domain import lifecycle
from netwerk_cli.domain.attendance import TOLD, Attendance, Source, State, Stay, attends, block, whole_minutes
from netwerk_cli.domain.events import Event, Session
from netwerk_cli.domain.history import Act
from netwerk_cli.domain.moments import in_zone
from netwerk_cli.domain.registrations import Registration, Registrations, amended
from netwerk_cli.errors import BadValue
from netwerk_cli.errors.lookup import SessionNotFound
from netwerk_cli.errors.seats import NoSeatInSession, SessionCancelled, SessionNotNamed
from netwerk_cli.wording import Wording

WHAT = {
    State.PRESENT: "present",
    State.ABSENT: "absent",
    State.EXCUSED: "excused",
    State.UNKNOWN: "attendance taken back",
}
"""What history calls it that somebody was recorded so."""


class Said(NamedTuple):
    """What is recorded of somebody: a state, for how long they were there, and by what that is known."""

    state: State
    minutes: int | None = None
    source: str = Source.HAND


def session_of(event: Event, typed: str | None, act: Act) -> Session:
    """Return the session that attendance is recorded of: the one that was named, the only one, or that of today.

    Raises:
        EventCancelled, SessionNotFound, SessionCancelled.
        SessionNotNamed: there are several, and it does not say itself which is meant.
    """
    lifecycle.refuse_cancelled(event)
    known = ", ".join(session.id for session in event.sessions) or "-"
    found = [s for s in event.sessions if typed in (None, s.id)]
    if not found:
        raise SessionNotFound(event=event.slug, session=typed or "-", known=known)
    if typed is None and len(found) > 1:
        today = in_zone(act.at, event.timezone).date()
        blocks = ((s, block(event, s)) for s in event.dated)
        found = [s for s, when in blocks if when is not None and when[0].date() == today]
        if len(found) != 1:
            raise SessionNotNamed(event=event.slug, known=known)
    if found[0].cancelled_at is not None:
        raise SessionCancelled(event=event.slug, session=found[0].id, cancelled_at=found[0].cancelled_at)
    return found[0]


def is_expected(registration: Registration, session: str) -> bool:
    """Whether somebody can be recorded in a session: with a seat in it, or on its list without taking one."""
    r = registration
    return (r.seated or (r.active and r.no_seat)) and attends(r, session)


def record(event: Event, registration: Registration, session: Session, said: Said, act: Act) -> Registration:
    """Return the registration with what was said of its attendance; the same one where that is known already.

    Raises:
        NoSeatInSession: nobody is recorded where they have no place. BadValue: more minutes than the session has.
    """
    if not is_expected(registration, session.id) and said.state is not State.UNKNOWN:
        raise NoSeatInSession(
            event=event.slug, registration=registration.code, session=session.id, status=registration.status
        )
    when = block(event, session)
    if said.minutes is not None and session.ends_at is not None and when is not None:
        most = whole_minutes(when[1] - when[0])
        if said.minutes > most:
            why = Wording("the session has {count:minute|minutes}", count=most)
            raise BadValue(field="--minutes", why=why)
    before = registration.attendance
    after = {name: one for name, one in before.items() if name != session.id}
    if said.state is not State.UNKNOWN:
        after[session.id] = Attendance(
            state=said.state, at=act.at, by=act.by, minutes=said.minutes, source=said.source
        )
        if after[session.id].says(before.get(session.id)):
            return registration
    if after.keys() == before.keys() and said.state is State.UNKNOWN:
        return registration
    return amended(registration, act, WHAT[said.state], attendance=after)


def judged(inside: timedelta, when: Stay, needed: timedelta, source: str) -> Said:
    """Return whether somebody was there who spent so long, of the time of the session, in it."""
    inside = min(inside, when[1] - when[0])
    there = inside >= needed and inside > timedelta()
    return Said(State.PRESENT if there else State.ABSENT, whole_minutes(inside), source)


def stands(registration: Registration, session: str, said: Said, *, named: bool) -> bool:
    """Whether what is known of somebody goes before a report: it takes nobody's presence that is known otherwise.

    Nor is who said that they would not come absent, or anybody absent twice.
    """
    before = registration.attendance.get(session)
    if before is None or said.state is State.PRESENT:
        return False
    if before.state is State.ABSENT:
        return not named
    return before.state is State.EXCUSED or before.source != said.source


def recorded_in(registrations: Registrations) -> frozenset[str]:
    """Return the sessions of which attendance was recorded: of anybody, that they were there or were not."""
    return frozenset(
        session for r in registrations.values() for session, one in r.attendance.items() if one.state in TOLD
    )


def state_of(registration: Registration, session: str) -> State:
    """Return what is known of somebody in a session."""
    one = registration.attendance.get(session)
    return State.UNKNOWN if one is None else one.state


def summary(event: Event, registration: Registration) -> str:
    """Return the states of somebody: of an event with several sessions each behind its session, `dag-1: present`."""
    told = [(s.id, state_of(registration, s.id)) for s in event.sessions if s.id in registration.attendance]
    return ", ".join(f"{session}: {state}" if event.multi else str(state) for session, state in told)


def is_no_show(registration: Registration, session: str, recorded: Iterable[str]) -> bool:
    """Whether somebody with a seat was not there and had not said so, once attendance was recorded."""
    return (
        session in recorded
        and registration.seated
        and attends(registration, session)
        and state_of(registration, session) not in (State.PRESENT, State.EXCUSED)
    )


def no_shows(event: Event, registration: Registration, recorded: Iterable[str]) -> tuple[str, ...]:
    """Return the sessions that somebody with a seat stayed away from, in the order of the event."""
    on = (s.id for s in event.sessions if s.cancelled_at is None)
    return tuple(session for session in on if is_no_show(registration, session, recorded))


def listed(registrations: Registrations, session: str) -> Iterator[Registration]:
    """Yield who belongs on the attendance list of a session: who is expected, and of whom anything was recorded."""
    for registration in registrations.values():
        if is_expected(registration, session) or session in registration.attendance:
            yield registration


def to_come(registrations: Registrations, session: str) -> list[Registration]:
    """Return who is still expected in a session: not there yet, and neither excused nor recorded as absent."""
    return [
        r
        for r in listed(registrations, session)
        if is_expected(r, session) and state_of(r, session) is State.UNKNOWN
    ]


def counts(registrations: Registrations, session: str) -> Mapping[str, int]:
    """Return how many of the list of a session are in each state, and how many did not show up."""
    found = {str(state): 0 for state in State} | {"no_show": 0}
    recorded = recorded_in(registrations)
    for one in listed(registrations, session):
        found[state_of(one, session)] += 1
        found["no_show"] += is_no_show(one, session, recorded)
    return found
