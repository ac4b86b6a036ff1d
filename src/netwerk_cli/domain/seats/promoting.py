"""Promoting by hand: the first of the waiting list, or somebody by name."""

from __future__ import annotations

from netwerk_cli.domain import lifecycle
from netwerk_cli.domain.events import Event
from netwerk_cli.domain.history import Act
from netwerk_cli.domain.registrations import Registration, Registrations, Status
from netwerk_cli.domain.seats.book import Book
from netwerk_cli.domain.seats.gate import Outcome, admission, no_seat
from netwerk_cli.domain.seats.ledger import given_until
from netwerk_cli.domain.seats.moving import Promoter, close_when_full, line_up, seated
from netwerk_cli.errors import ReasonNeeded, Refused
from netwerk_cli.errors.lookup import SessionNotFound
from netwerk_cli.errors.seats import (
    EventStarted,
    NotNextInQueue,
    NotWaiting,
    SeatsClaimed,
    SessionCancelled,
    SessionsOverlap,
    SessionStarted,
)


def promote(
    event: Event,
    registrations: Registrations,
    act: Act,
    *,
    subject: Registration | None = None,
    count: int = 1,
    force: bool = False,
) -> Outcome:
    """Return the first `count` of the waiting list for whom there are seats, or `subject`, promoted by hand.

    Raises:
        EventCancelled, EventStarted: nobody is promoted any more; `force` does not change that. Nor does it for
            SessionCancelled, SessionStarted, SessionsOverlap: what they wait for is off, has begun, or coincides
            with what they have.
        NotWaiting, NotNextInQueue, EventFull, SessionFull: the subject does not wait, is not first, has no seat.
    """
    if force and not act.why:
        raise ReasonNeeded
    lifecycle.refuse_cancelled(event)
    book = Book(event, registrations, act.at)
    if all(ended(book, waiting) for waiting in book.line.values()) and book.is_over:
        raise EventStarted(event=event.slug, starts_at=given_until(event))
    promoted: tuple[Registration, ...]
    if subject is not None:
        promoted = (_promote_one(book, subject, act, force=force),)
    else:
        promoted = _promote_first(book, act, count, force=force)
    return Outcome(
        event=close_when_full(book, act),
        subject=promoted[0] if subject is not None else None,
        changed=tuple(sorted(promoted, key=lambda r: r.number)),
        promoted=promoted,
    )


def _promote_first(book: Book, act: Act, count: int, *, force: bool) -> tuple[Registration, ...]:
    before = Book(book.event, book.people, book.now)
    promoted = Promoter(book, act, count=count, force=force).run()
    if not promoted and count:
        for stand in line_up(before):
            obstacle = ended(before, before.people[stand.number]) or obstacle_of(
                before, before.people[stand.number]
            )
            if obstacle is not None:
                raise obstacle
    return promoted


def _promote_one(book: Book, subject: Registration, act: Act, *, force: bool) -> Registration:
    event = book.event
    if not subject.waits:
        raise NotWaiting(event=event.slug, registration=subject.code, status=subject.status)
    if (end := ended(book, subject)) is not None:
        raise end
    obstacle = obstacle_of(book, subject)
    if obstacle is None and (ahead := book.ahead(subject)):
        obstacle = NotNextInQueue(
            event=event.slug, registration=subject.code, position=ahead + 1, ahead=ahead
        )
    if obstacle is not None and not force:
        raise obstacle
    moved, passing = subject, obstacle is not None
    for session in subject.waits_for if subject.seated else (None,):
        moved = seated(book, moved, session, act, force=force, passing=passing)
        book.put(moved)
    return moved


def ended(book: Book, waiting: Registration) -> Refused | SessionNotFound | None:
    """Return why somebody can never be promoted as things stand: what they wait for is off, begun, or coincides.

    Or it is not there, in a file that was edited by hand.
    """
    event, sessions = book.event, {s.id: s for s in book.event.sessions}
    if waiting.status is Status.WAITING and book.is_over:
        return EventStarted(event=event.slug, starts_at=given_until(event))
    split = [
        (o.id, p.id)
        for o, p in book.overlapping
        if waiting.sessions and {o.id, p.id} <= set(waiting.sessions)
    ]
    if waiting.status is Status.WAITING and split:
        return SessionsOverlap(event=event.slug, session=split[0][0], other=split[0][1])
    chosen = waiting.sessions or tuple(sessions)
    wanted = waiting.waits_for if waiting.seated else [id for id in chosen if waiting.is_for(id)]
    found: Refused | SessionNotFound | None = None
    for id in wanted:
        if id not in sessions:
            found = SessionNotFound(event=event.slug, session=id, known=", ".join(sessions) or "-")
        elif id in book.ledger.off:
            cancelled_at = sessions[id].cancelled_at
            found = SessionCancelled(event=event.slug, session=id, cancelled_at=cancelled_at)
        elif id in book.gone:
            found = SessionStarted(event=event.slug, session=id, starts_at=given_until(event, sessions[id]))
        elif (other := book.clash(waiting, id)) is not None:
            found = SessionsOverlap(event=event.slug, session=id, other=other)
        else:
            return None
    return found


def obstacle_of(book: Book, waiting: Registration) -> Refused | None:
    """Return why somebody on the waiting list cannot have a seat, leaving the queue itself aside."""
    if waiting.seated:
        full = [s for s in waiting.waits_for if s in book.ledger.caps and book.ledger.free(s) <= 0]
        return no_seat(book.event, book.ledger, full[0]) if full else None
    found = admission(book, waiting)
    return next((obstacle for obstacle in found if not isinstance(obstacle, SeatsClaimed)), None)
