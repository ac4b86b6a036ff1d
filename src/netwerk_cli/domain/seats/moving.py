"""Moving up: who gets a seat when one frees, in which order, and a full event that closes itself."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import NamedTuple

from netwerk_cli.domain import events, lifecycle
from netwerk_cli.domain.events import ClosedBy, Event, Promotion, WhenFull
from netwerk_cli.domain.history import Act
from netwerk_cli.domain.registrations import Place, Registration, Registrations, Status, amended
from netwerk_cli.domain.seats.book import Book
from netwerk_cli.domain.seats.gate import Outcome, seat_status, sessions_given


class Stand(NamedTuple):
    """Where somebody stands: waiting for a seat, or (with a seat) for one more session."""

    place: Place
    number: int
    session: str | None


def line_up(book: Book) -> list[Stand]:
    """Return where everybody stands who waits, the first in front."""
    found = []
    for number, r in book.line.items():
        if r.status is Status.WAITING:
            found.append(Stand(r.place(), number, None))
        else:
            found += [Stand(r.place(session), number, session) for session in r.waits_for]
    return sorted(found)


class Promoter:
    """Moves the waiting list of a book up, in order. `promoted` are those who did, as they are now."""

    def __init__(self, book: Book, act: Act, *, count: float = math.inf, force: bool = False) -> None:
        self.book, self.act, self.count, self.force = book, act, count, force
        self.stands = line_up(book)
        self.before: dict[int, Registration] = {}
        self._served: set[tuple[int, str | None]] = set()

    @property
    def promoted(self) -> tuple[Registration, ...]:
        """Who moved up, in order."""
        return tuple(self.book.people[number] for number in self.before)

    def run(self) -> tuple[Registration, ...]:
        """Let everybody move up who can, and return them."""
        for stand in self.stands:
            if stand.session is None and not self.force and self.book.ledger.free(None) <= 0:
                continue  # most of a long queue; who has a seat and wants one more session stands behind it
            self._serve(stand)
        return self.promoted

    def _serve(self, stand: Stand) -> None:
        if (stand.number, stand.session) in self._served:
            return
        # Noted before looking further: two people may each have asked first for what the other wants too.
        self._served.add((stand.number, stand.session))
        waiting = self.book.people[stand.number]
        for other in self._before(stand, waiting):
            self._serve(other)
        if len(self.before) >= self.count:
            return
        moved = seated(self.book, waiting, stand.session, self.act, force=self.force)
        if moved is not waiting:
            original = self.before.setdefault(stand.number, waiting)
            if original is not waiting:  # one more session in the same step: one line of history
                moved = amended(
                    original, self.act, "promoted", waits_for=moved.waits_for, override=moved.override
                )
            self.book.put(moved)

    def _before(self, stand: Stand, waiting: Registration) -> Iterator[Stand]:
        """Yield who asked earlier for a session that somebody who waits since longer asked for later."""
        if stand.session is not None or not waiting.waits_since:
            return
        for other in self.stands:
            if other.place > stand.place and other.number != stand.number:
                rival = self.book.people[other.number]
                claim = {other.session} if other.session else set(self.book.ledger.claim(rival))
                if any(s in claim and rival.place(s) < waiting.place(s) for s in waiting.waits_since):
                    yield other


def seated(
    book: Book,
    waiting: Registration,
    session: str | None,
    act: Act,
    *,
    force: bool = False,
    passing: bool = False,
) -> Registration:
    """Return somebody from the queue with a seat, or one in `session`; the same registration when there is none.

    All the seats they need or none. With `force` they get everything. A cap or (`passing`) a queue that was set
    aside for it leaves its reason behind.
    """
    if session is not None:
        return _seated_in(book, waiting, session, act, force=force, passing=passing)
    lacking = bool(book.ledger.lacks(waiting))
    if not book.may_move(waiting) or _is_split(book, waiting) or (lacking and not force):
        return waiting
    override = act.why if lacking or passing else waiting.override
    fields = sessions_given(book, waiting, book.now)
    return amended(waiting, act, "promoted", status=seat_status(book.event), override=override, **fields)


def _is_split(book: Book, waiting: Registration) -> bool:
    """Whether somebody chose by name two sessions that have come to take place at the same time."""
    chosen = set(waiting.sessions)
    return bool(chosen) and any({one.id, other.id} <= chosen for one, other in book.overlapping)


def _seated_in(
    book: Book, waiting: Registration, session: str, act: Act, *, force: bool, passing: bool
) -> Registration:
    full = book.ledger.is_full(session)
    shut = session in book.gone or session in book.ledger.off or book.clash(waiting, session) is not None
    unknown = all(session != s.id for s in book.event.sessions)
    if shut or unknown or (full and not force):
        return waiting
    override = act.why if full or passing else waiting.override
    still = tuple(one for one in waiting.waits_for if one != session)
    return amended(waiting, act, "promoted", waits_for=still, override=override)


def move_up(book: Book, act: Act) -> tuple[Registration, ...]:
    """Let the waiting list move up by itself, and return who did, in order, as they are now.

    Nobody does while promotion is manual or the event is off. Whoever cannot have every seat they need holds
    nobody up who can do without the ones they lack. Who has a seat and waits for one more session takes part in
    the same order.
    """
    event = book.event
    if event.promotion is Promotion.MANUAL or event.cancelled_at is not None or not book.unsettled:
        return ()
    promoted = Promoter(book, Act(at=act.at, by=act.by)).run()  # why a seat freed is not why they have it
    book.unsettled = False
    return promoted


def settle(event: Event, registrations: Registrations, act: Act) -> tuple[Registration, ...]:
    """Return who moves up from the waiting list of an event now."""
    return move_up(Book(event, registrations, act.at), act)


def settled(book: Book, act: Act, subject: Registration | None = None, *, closing: bool = True) -> Outcome:
    """Return the outcome of putting `subject` in: the waiting list moves up, and a full event closes itself."""
    before: dict[int, Registration | None] = {}
    if subject is not None:
        before[subject.number] = book.people.get(subject.number)
        book.put(subject)
    promoted = move_up(book, act)
    touched = {**before, **dict.fromkeys(r.number for r in promoted)}
    if closing:
        book.become(close_when_full(book, act))
    changed = (book.people[number] for number in sorted(touched))
    return Outcome(
        event=book.event,
        subject=book.people[subject.number] if subject else None,
        changed=tuple(r for r in changed if before.get(r.number) is not r),
        promoted=promoted,
    )


def close_when_full(book: Book, act: Act) -> Event:
    """Return the event closed, when its terms say that it closes itself once no seat is free."""
    event = book.event
    if event.when_full is not WhenFull.CLOSE or events.free_seats(event, book.ledger.held[None]) != 0:
        return event
    # With no seat free, "full" says that registration is open: what is a draft, closed, off or over closes no more.
    if events.status(event, act.at, free=0) is not events.Status.FULL:
        return event
    return lifecycle.close(event, Act(at=act.at, by=act.by), ClosedBy.FULL)
