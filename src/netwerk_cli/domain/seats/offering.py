"""What there is to be had for a newcomer: what may be said of seats to anybody, without saying who has them."""

from __future__ import annotations

import math
from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple

from netwerk_cli.domain.events import Event, Session
from netwerk_cli.domain.registrations import Registrations
from netwerk_cli.domain.seats.book import Book
from netwerk_cli.domain.seats.ledger import OTHERS, Pool


class Offer(NamedTuple):
    """How many seats a newcomer can have, in the event and in each session with a cap of its own; None: no cap.

    Seats set aside for an audience are not for everybody, and those that somebody waits for are for nobody new.
    """

    places: int | None
    sessions: Mapping[str, int]


def offer(event: Event, registrations: Registrations, now: datetime) -> Offer:
    """Return what a newcomer can have; where sessions are not chosen, a seat in the fullest of them decides."""
    book = Book(event, registrations, now)
    queues, gone = book.queues(), book.gone | book.ledger.off

    def left(pool: Pool) -> float:
        return 0 if queues.get(pool) else max(0, book.ledger.free(pool))

    own = {s.id: int(left(s.id)) for s in event.sessions if s.capacity is not None}
    needed: list[float] = [left(None), *([left(OTHERS)] if OTHERS in book.ledger.caps else [])]
    given = [own.get(s.id, math.inf) for s in event.sessions if s.id not in gone]
    if given:
        needed.append(max(given) if event.choosing else min(given))
    fewest = min(needed)
    return Offer(None if fewest == math.inf else int(fewest), own)


def is_full(session: Session, offered: Offer) -> bool:
    """Whether a newcomer can have no seat in a session."""
    return offered.sessions.get(session.id) == 0
