"""Makers of domain records for tests: one event, one morning, and a desk at which people register."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from typing import Any

import pytest

from netwerk_cli.domain import lifecycle, registrations, seats
from netwerk_cli.domain.events import Event, Session
from netwerk_cli.domain.history import Act
from netwerk_cli.domain.registrations import Registration, Status
from netwerk_cli.domain.seats import Outcome, Request
from netwerk_cli.errors import NetwerkError

WINTER = timezone(timedelta(hours=1))
NOW = datetime(2024, 1, 10, 9, 0, tzinfo=WINTER)
CLOSES_AT = datetime(2024, 1, 16, 16, 0, tzinfo=WINTER)
STARTS_AT = datetime(2024, 1, 26, 9, 30, tzinfo=WINTER)
ENDS_AT = datetime(2024, 1, 26, 16, 0, tzinfo=WINTER)
INSTANT = timedelta(microseconds=1)


def hours(number: float) -> timedelta:
    return timedelta(hours=number)


def act(at: datetime = NOW, why: str | None = None, *, by: str = "organiser") -> Act:
    return Act(at=at, by=by, why=why)


def a_session(id: str = "main", **fields: object) -> Session:
    times: dict[str, object] = {"starts_at": STARTS_AT, "ends_at": ENDS_AT}
    return Session(id=id, **(times | fields))  # type: ignore[arg-type]


def an_event(**fields: object) -> Event:
    """Return an event of one session, without a cap, open until `CLOSES_AT`."""
    given = {"slug": "kickoff", "title": "Kick-off", "sessions": (a_session(),), "closes_at": CLOSES_AT}
    return Event(**(given | fields))  # type: ignore[arg-type]


def a_request(who: str = "Ans", received_at: datetime = NOW, **fields: object) -> Request:
    email = f"{who.lower()}@example.org"
    given = {"name": f"{who} Voorbeeld", "email": email, "received_at": received_at}
    more = {name: fields.pop(name) for name in ("role", "note") if name in fields}
    return Request(**(given | fields), more=more)  # type: ignore[arg-type]


def refused(ask: Callable[[], object]) -> tuple[type[NetwerkError], dict[str, object]]:
    """Return which refusal `ask` meets, and its facts."""
    with pytest.raises(NetwerkError) as caught:
        ask()
    return type(caught.value), dict(caught.value.facts)


class Desk:
    """An event and its list, kept up to date with the outcome of every rule that is asked."""

    def __init__(self, event: Event | None = None, *, now: datetime = NOW) -> None:
        self.event = lifecycle.create(event or an_event(), act(NOW))
        self.list: dict[int, Registration] = {}
        self.now = now

    def __getitem__(self, number: int) -> Registration:
        return self.list[number]

    def act(self, why: str | None = None) -> Act:
        return act(self.now, why)

    def keep(self, outcome: Outcome) -> Outcome:
        self.event = outcome.event
        self.list |= {r.number: r for r in outcome.changed}
        return outcome

    def keep_one(self, registration: Registration) -> Registration:
        self.list[registration.number] = registration
        return registration

    def kept(self, outcome: Outcome) -> Registration:
        """Keep the outcome of a change to one registration, and return that."""
        subject = self.keep(outcome).subject
        assert subject is not None
        return subject

    def register(
        self,
        who: str,
        *,
        why: str | None = None,
        force: bool = False,
        waiting_list: bool = True,
        partial: bool = False,
        revive: bool = False,
        **fields: object,
    ) -> Outcome:
        request = a_request(who, **({"received_at": self.now} | fields))  # type: ignore[arg-type]
        signed = self.act(why)
        return self.keep(
            seats.register(
                self.event,
                self.list,
                request,
                signed,
                waiting_list=waiting_list,
                partial=partial,
                force=force,
                revive=revive,
            )
        )

    def fill(self, *names: str) -> Desk:
        """Register everybody, a minute apart."""
        for name in names:
            self.register(name)
            self.now += timedelta(minutes=1)
        return self

    def _about(
        self, move: Callable[[Event, dict[int, Registration], Registration, Act], Outcome], number: int
    ) -> Outcome:
        return self.keep(move(self.event, self.list, self.list[number], self.act()))

    def cancel(self, number: int) -> Outcome:
        return self._about(seats.cancel, number)

    def approve(self, number: int) -> Outcome:
        return self._about(seats.approve, number)

    def decline(self, number: int) -> Outcome:
        return self._about(seats.decline, number)

    def substitute(self, number: int, name: str) -> Registration:
        fields: dict[str, Any] = {"name": f"{name} Voorbeeld", "email": f"{name.lower()}@example.org"}
        subject = self.list[number]
        return self.kept(seats.substitute(self.event, self.list, subject, self.act(), **fields))

    def edit(self, number: int, **fields: Any) -> Registration:
        return self.kept(seats.edit(self.event, self.list, self.list[number], self.act(), **fields))

    def edit_by_force(self, number: int, why: str, **fields: Any) -> Outcome:
        return seats.edit(self.event, self.list, self.list[number], self.act(why), force=True, **fields)

    def promote(
        self, number: int | None = None, *, count: int = 1, why: str | None = None, force: bool = False
    ) -> Outcome:
        subject = None if number is None else self.list[number]
        signed = self.act(why)
        return self.keep(
            seats.promote(self.event, self.list, signed, subject=subject, count=count, force=force)
        )

    def amend(self, *, why: str | None = None, force: bool = False, **fields: Any) -> Outcome:
        return self.keep(seats.amend(self.event, self.list, self.act(why), force=force, **fields))

    def choose(
        self, number: int, *sessions: str, partial: bool = False, force: bool = False, why: str | None = None
    ) -> Outcome:
        """Choose other sessions for one registration."""
        subject, signed = self.list[number], self.act(why)
        return self.keep(
            seats.choose(self.event, self.list, subject, signed, sessions, partial=partial, force=force)
        )

    def excuse(self, number: int, *sessions: str) -> Outcome:
        return self.keep(seats.excuse(self.event, self.list, self.list[number], self.act(), sessions))

    def reinstate(self, number: int, *, why: str | None = None, force: bool = False) -> Outcome:
        signed = self.act(why)
        return self.keep(seats.reinstate(self.event, self.list, self.list[number], signed, force=force))

    def release(self) -> Outcome:
        """Let the waiting list have the seats that are no longer set aside."""
        return self.keep(seats.release(self.event, self.list, self.act()))

    def cap(self, session_id: str, capacity: int | None) -> Outcome:
        """Change the cap of one session."""
        sessions = (replace(s, capacity=capacity) if s.id == session_id else s for s in self.event.sessions)
        return self.amend(sessions=tuple(sessions))

    def reopen(self, closes_at: datetime | None = None) -> Outcome:
        return self.keep(seats.reopen(self.event, self.list, self.act(), closes_at))

    def statuses(self) -> dict[int, Status]:
        return {number: r.status for number, r in self.list.items()}

    def queue(self) -> list[int]:
        """Return the numbers on the waiting list, in order."""
        return [r.number for r in registrations.queue(self.list)]


def evenings(*caps: int | None, **fields: object) -> Event:
    """Return a series of evenings d1, d2, …, a day apart, each with its cap."""
    sessions = (
        a_session(f"d{n}", starts_at=NOW + hours(24 * n), ends_at=NOW + hours(24 * n + 1), capacity=cap)
        for n, cap in enumerate(caps, 1)
    )
    return an_event(**({"sessions": tuple(sessions), "closes_at": None} | fields))


def turned(desk: Desk, session_id: str) -> None:
    """Call a session off, or put it back on."""
    sessions = (
        replace(s, cancelled_at=None if s.cancelled_at else desk.now) if s.id == session_id else s
        for s in desk.event.sessions
    )
    desk.amend(sessions=tuple(sessions))


def partly(desk: Desk, *names: str, sessions: tuple[str, ...] = ()) -> Desk:
    """Register everybody for whatever is free, an hour apart."""
    for name in names:
        desk.register(name, sessions=sessions, partial=True)
        desk.now += hours(1)
    return desk


def at_the_time_of(one: Session, *others: Session) -> tuple[Session, ...]:
    """Return the other sessions, moved onto one."""
    return tuple(replace(other, starts_at=one.starts_at, ends_at=one.ends_at) for other in others)
