"""Counting: which pools of seats an event has, who holds seats in them, and what is free for whom.

A *pool* is something with seats: the event (key None), a session with a capacity of its own (key: its id), and,
while seats are set aside for an audience, what is left for everybody else (key `OTHERS`). Seats set aside are
taken first by their audience; what an audience needs beyond them comes out of `OTHERS`, which an event without a
cap does not have. A session that is off keeps the seats that are held in it, and gives none.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection
from datetime import datetime

from netwerk_cli.domain.attendance import Attending, attends
from netwerk_cli.domain.events import Event, Session
from netwerk_cli.domain.moments import start_of
from netwerk_cli.domain.people import same_address
from netwerk_cli.domain.registrations import Registration, Registrations

Pool = str | None
OTHERS = "*"
"""No session can have this id: ids are slugs."""

State = tuple[frozenset[Pool], frozenset[str]]


def seats_in(event: Event, registration: Registration) -> list[str]:
    """Return the sessions in which somebody on the list has a seat; those that are off have none."""
    on = (session.id for session in event.sessions if session.cancelled_at is None)
    return [session for session in on if attends(registration, session)]


def in_both(who: Registration, one: str, other: str) -> bool:
    """Whether somebody has a seat in two sessions."""
    return who.seated and attends(who, one) and attends(who, other)


def seats_held(registrations: Registrations, pool: Pool = None) -> int:
    """Return how many seats of the event, or of one session, are held."""
    return sum(1 for r in registrations.values() if r.seated and (pool is None or attends(r, pool)))


def given_until(event: Event, session: Session | None = None) -> datetime | None:
    """Return until when seats of a session, or of the event itself, are given; None when that is not known.

    Until the session starts, for the event its last dated one; until registration closes where that is later.
    """
    sessions = event.dated if session is None else [session]
    starts = [start_of(s.starts_at, event.timezone) for s in sessions if s.starts_at is not None]
    if not starts:
        return None
    return max(starts) if event.closes_at is None else max(*starts, event.closes_at)


class Ledger:
    """The seats of one event at a moment. Seating somebody in it changes the ledger, nothing else."""

    def __init__(self, event: Event, registrations: Registrations, now: datetime) -> None:
        self.now = now
        self._own: dict[Pool, float] = {s.id: s.capacity for s in event.sessions if s.capacity is not None}
        self.aside = {same_address(a.audience): a.seats for a in event.set_asides if now < a.until}
        cap = math.inf if event.capacity is None else event.capacity
        if event.capacity is None:
            self.aside = {}  # where there is no end of seats, none need keeping
        others: dict[Pool, float] = {OTHERS: cap - sum(self.aside.values())} if self.aside else {}
        self.caps: dict[Pool, float] = {None: cap, **others, **self._own}
        self.off = {s.id for s in event.sessions if s.cancelled_at is not None}
        self.held: Counter[Pool] = Counter()
        self._of_audience: Counter[str] = Counter()
        self._count([r for r in registrations.values() if r.seated], 1)

    def needs(self, who: Attending) -> list[Pool]:
        """Return the pools in which `who` needs a seat now, the event's first."""
        return [pool for pool in self._of(who) if pool not in self.off]

    def _of(self, who: Attending) -> list[Pool]:
        return [pool for pool in self.caps if self.is_in(pool, who)]

    def is_in(self, pool: Pool, who: Attending) -> bool:
        """Whether a seat of `who` is one of a pool, also of a session that is off."""
        if pool is None:
            return True
        if pool == OTHERS:
            audience = same_address(who.audience or "")
            return self._of_audience[audience] >= self.aside.get(audience, 0)
        return attends(who, pool)

    def lacks(self, who: Attending) -> list[Pool]:
        """Return the pools that `who` needs and that have no free seat."""
        return [pool for pool in self.needs(who) if self.free(pool) <= 0]

    def free(self, pool: Pool) -> float:
        """Return how many seats of a pool are free; below zero when it is over its cap."""
        return self.caps[pool] - self.held[pool]

    def is_full(self, pool: Pool) -> bool:
        """Whether there is no seat in a pool; a session without a cap is never full."""
        return pool in self.caps and self.free(pool) <= 0

    def for_others(self) -> int:
        """Return how many seats are free for who belongs to no audience that seats are set aside for."""
        return max(0, int(min(self.free(None), self.free(OTHERS)))) if OTHERS in self.caps else 0

    def seat(self, who: Attending) -> None:
        """Count a seat for `who` in every pool of theirs."""
        self._count((who,), 1)

    def unseat(self, who: Attending) -> None:
        """Take back what `seat` counted for `who`."""
        self._count((who,), -1)

    def _count(self, people: Collection[Attending], by: int) -> None:
        """Count the seats of people in every pool of theirs, or (`by` -1) take them back."""
        self.held[None] += by * len(people)
        for session in self._own:
            self.held[session] += by * sum(1 for who in people if self.is_in(session, who))
        if self.aside:
            for who in people:
                self._of_audience[same_address(who.audience or "")] += by
            used = sum(min(self._of_audience[audience], seats) for audience, seats in self.aside.items())
            self.held[OTHERS] = self.held[None] - used

    @property
    def state(self) -> State:
        """Which pools are full, and which audiences have taken the seats set aside for them: what claims hang on."""
        full = frozenset(pool for pool, cap in self.caps.items() if cap <= self.held[pool])
        return full, frozenset(a for a, seats in self.aside.items() if self._of_audience[a] >= seats)

    def claim(self, waiting: Registration) -> list[Pool]:
        """Return the pools that somebody waits for: those without a seat, or all needed when only told to wait.

        Who has a seat waits for single sessions only. Nobody has a claim to a session that is off.
        """
        if waiting.seated:
            return [session for session in waiting.waits_for if session not in self.off]
        return self.lacks(waiting) or self.needs(waiting)
