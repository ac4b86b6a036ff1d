"""Changing an event: other terms, back on, open again; and who moves up because of it."""

from __future__ import annotations

import math
from datetime import datetime

from netwerk_cli.domain import lifecycle
from netwerk_cli.domain.events import Event
from netwerk_cli.domain.history import Act
from netwerk_cli.domain.leads import Lead
from netwerk_cli.domain.people import same_address
from netwerk_cli.domain.registrations import Registrations
from netwerk_cli.domain.seats.book import Book
from netwerk_cli.domain.seats.gate import Outcome
from netwerk_cli.domain.seats.ledger import Pool, given_until, seats_held
from netwerk_cli.domain.seats.moving import settled
from netwerk_cli.errors import BadValue, CapacityBelowSeats, ReasonNeeded, SessionCapBelowSeats, Wording


def amend(
    event: Event,
    registrations: Registrations,
    act: Act,
    *,
    what: str = "edited",
    force: bool = False,
    **fields: object,
) -> Outcome:
    """Return the event with other terms, and whoever moves up under them.

    Raises:
        CapacityBelowSeats, SessionCapBelowSeats: a new cap is below the seats held, unless forced; then everybody
            keeps the seat.
    """
    if force and not act.why:
        raise ReasonNeeded
    after = lifecycle.amend(event, act, what=what, **fields)
    if event.shared_addresses and not after.shared_addresses:
        _refuse_sharing(registrations)
    before = _caps(event)
    for pool, cap in _caps(after).items():
        held = seats_held(registrations, pool)
        # Only a cap that is lowered now: what is over already can still be edited, and even raised a little.
        if cap < before.get(pool, math.inf) and held > cap and not force:
            if pool is None:
                raise CapacityBelowSeats(event=event.slug, seats_held=held, capacity=cap)
            raise SessionCapBelowSeats(event=event.slug, session=pool, seats_held=held, capacity=cap)
    return settled(Book(after, registrations, act.at), act)


def _refuse_sharing(registrations: Registrations) -> None:
    addresses = [same_address(r.email) for r in registrations.values() if r.active]
    if len(set(addresses)) < len(addresses):
        raise BadValue(field="--no-shared-addresses", why=Wording("people on the list share an address"))


def _caps(event: Event) -> dict[Pool, float]:
    """Return every cap; a session that is off keeps its seats, so that putting it back on is never refused."""
    own: dict[Pool, float] = {s.id: s.capacity for s in event.sessions if s.capacity is not None}
    return own if event.capacity is None else {None: event.capacity, **own}


def is_released(event: Event, now: datetime) -> bool:
    """Whether seats that were set aside are for everybody now, while the waiting list still moves."""
    end = given_until(event)
    return any(aside.until <= now for aside in event.set_asides) and (end is None or now < end)


def release(event: Event, registrations: Registrations, act: Act) -> Outcome:
    """Return whoever moves up because seats are no longer set aside; nothing changes when nobody can."""
    return settled(Book(event, registrations, act.at), act, closing=False)


def reopen(
    event: Event,
    registrations: Registrations,
    act: Act,
    closes_at: datetime | None = None,
    closes_before: Lead | None = None,
) -> Outcome:
    """Return the event open again, or back on, and whoever moves up; a full one waits for the next request to close."""
    after = lifecycle.reopen(event, act, closes_at, closes_before)
    return settled(Book(after, registrations, act.at), act, closing=False)
