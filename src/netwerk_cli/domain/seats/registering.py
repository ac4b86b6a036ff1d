"""Registering: from a request to a seat, a place in the queue, or a refusal."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from itertools import combinations

from netwerk_cli.domain import attendance, lifecycle
from netwerk_cli.domain.attendance import attends
from netwerk_cli.domain.events import ClosedBy, Event, WhenFull
from netwerk_cli.domain.history import Act
from netwerk_cli.domain.people import same_address
from netwerk_cli.domain.registrations import Registration, Registrations, Status, amended, left_at
from netwerk_cli.domain.seats.book import Book
from netwerk_cli.domain.seats.gate import (
    OVERRULABLE,
    Outcome,
    Request,
    admission,
    seat_status,
    sessions_given,
    unanswered,
)
from netwerk_cli.domain.seats.ledger import given_until
from netwerk_cli.domain.seats.moving import settled
from netwerk_cli.errors import ReasonNeeded, Refused
from netwerk_cli.errors.seats import (
    AlreadyRegistered,
    EventCancelled,
    EventClosed,
    EventFullForGood,
    EventIsDraft,
    EventNotOpen,
    InTheFuture,
    NotAMember,
    OldNews,
    OrganisationLimit,
    SessionCancelled,
    SessionsNotChosen,
    SessionsOverlap,
    SessionStarted,
)
from netwerk_cli.records import replace
from netwerk_cli.wording import Wording

_BY_NOW = (EventNotOpen, EventClosed, SessionStarted, EventFullForGood)
"""What does not keep anybody out who stands at the door: registration is not open, or closed itself; seats do."""


def objections(book: Book, request: Request) -> Iterator[Refused]:
    """Yield every rule that stands in the way of `request` before seats are looked at, in a fixed order.

    Openings, closings, members and limits are about seats: who takes none is put on the list at any time.
    """
    event = book.event
    if event.cancelled_at is not None:
        yield EventCancelled(event=event.slug, cancelled_at=event.cancelled_at)
    if request.no_seat:
        yield from off_sessions(event, request.sessions)
        return
    if event.is_draft:
        yield EventIsDraft(event=event.slug)
    if event.opens_at is not None and request.received_at < event.opens_at:
        yield EventNotOpen(event=event.slug, opens_at=event.opens_at)
    closing = book.closing
    if closing is not None and closing <= request.received_at:
        # Who comes after the last seat is told that it is full: then there is something to do about it.
        full = event.closed_by is ClosedBy.FULL and next(admission(book, request), None)
        yield full or EventClosed(event=event.slug, closes_at=closing)
    yield from _about_who_asks(book, request)


def _about_who_asks(book: Book, request: Request) -> Iterator[Refused]:
    """Yield what is wrong with a request at any time."""
    event = book.event
    if event.members_of is not None and not request.member:
        yield NotAMember(event=event.slug, group=event.members_of)
    if book.choosing and not request.sessions:
        yield not_chosen(book)
    yield from unfit_sessions(event, request.sessions)
    yield from started_sessions(event, request.sessions, request.received_at)
    yield from organisation_limit(book, request)
    if request.must_answer:
        yield from unanswered(event, request.answers)


def not_chosen(book: Book) -> Refused:
    """Return the refusal that says which sessions there are to choose from."""
    shut = book.gone | book.ledger.off
    known = [s.id for s in book.event.sessions if s.id not in shut] or [s.id for s in book.event.sessions]
    return SessionsNotChosen(event=book.event.slug, known=", ".join(known))


def off_sessions(event: Event, chosen: tuple[str, ...]) -> Iterator[Refused]:
    """Yield that a chosen session is off."""
    for session in event.sessions:
        if session.id in chosen and session.cancelled_at is not None:
            yield SessionCancelled(event=event.slug, session=session.id, cancelled_at=session.cancelled_at)


def unfit_sessions(event: Event, chosen: tuple[str, ...]) -> Iterator[Refused]:
    """Yield why sessions cannot be chosen together: one is off, or two overlap (10-11 and 11-12 do not)."""
    yield from off_sessions(event, chosen)
    sessions = [session for session in event.sessions if session.id in chosen]
    for one, other in combinations(sessions, 2):
        if event.overlap(one, other):
            yield SessionsOverlap(event=event.slug, session=one.id, other=other.id)


def started_sessions(event: Event, chosen: tuple[str, ...], at: datetime) -> Iterator[Refused]:
    """Yield that no seat is given any more, `at` that moment, in a chosen session."""
    for session in event.sessions:
        end = given_until(event, session) if session.id in chosen else None
        if end is not None and end <= at:
            yield SessionStarted(event=event.slug, session=session.id, starts_at=end)


def organisation_limit(book: Book, who: Request | Registration) -> Iterator[Refused]:
    """Yield that the organisation of somebody who is not of it yet has as many registrations as it may."""
    limit = book.event.organisation_limit
    if limit is None or not who.organisation:
        return
    count = book.of_organisation[same_address(who.organisation)]
    if count >= limit:
        yield OrganisationLimit(event=book.event.slug, limit=limit, count=count)


def register(
    event: Event,
    registrations: Registrations,
    request: Request,
    act: Act,
    *,
    waiting_list: bool = True,
    partial: bool = False,
    force: bool = False,
    revive: bool = False,
) -> Outcome:
    """Return the registration that `request` leads to: confirmed, pending or waiting; see `enter`."""
    book = Book(event, registrations, act.at)
    return enter(book, request, act, waiting_list=waiting_list, partial=partial, force=force, revive=revive)


def enter(
    book: Book,
    request: Request,
    act: Act,
    *,
    waiting_list: bool = True,
    partial: bool = False,
    force: bool = False,
    revive: bool = False,
    door: bool = False,
) -> Outcome:
    """Put the registration that `request` leads to into the book, and return what that comes to.

    With `partial`, somebody gets a seat in the chosen sessions that have one, and waits for the rest; where
    nobody may wait, the rest is dropped. With `revive`, a request that is older than the cancellation counts.
    Who stands at the `door` needs no open registration, has whatever has begun, and waits for nothing.

    Raises, in this order:
        ReasonNeeded, InTheFuture: the call is off.
        EventCancelled; AlreadyRegistered, OldNews; EventIsDraft, EventNotOpen, EventClosed, NotAMember,
        SessionsNotChosen, SessionCancelled, SessionsOverlap, SessionStarted, OrganisationLimit, AnswerMissing.
        EventFull, SeatsSetAside, SessionFull, SeatsClaimed: no seat, and the terms or the caller say not to wait.
    """
    event = book.event
    if force and not act.why:
        raise ReasonNeeded
    if request.received_at > act.at:
        raise InTheFuture(received_at=request.received_at)
    lifecycle.refuse_cancelled(event)
    earlier = _earlier(book, request, revive=revive)
    if earlier is not None:  # who comes back is not asked everything again
        request = replace(request, answers={**earlier.answers, **request.answers})
    against = (r for r in objections(book, request) if not (door and isinstance(r, _BY_NOW)))
    overruled = overrule(against, force=force)
    if request.no_seat:
        return settled(book, act, _requested(book, earlier, request, Status.CONFIRMED, act, override=None))
    may_wait = waiting_list and not door and event.when_full is WhenFull.WAITING_LIST
    dropped: tuple[str, ...] = ()
    asked_at = None if force or door else request.received_at  # by force also into what has begun
    request = replace(request, **sessions_given(book, request, asked_at))  # type: ignore[arg-type]
    if partial and not force:
        request, dropped = _whatever_is_free(book, request, may_wait=may_wait)
    obstacle = next(admission(book, request, door=door), None)
    if obstacle is not None and not force and not may_wait:
        raise obstacle
    waits = obstacle is not None and not force
    overruled |= obstacle is not None and force
    admitted = Status.CONFIRMED if door else seat_status(event)  # whoever lets them in approves
    status = Status.WAITING if waits else admitted
    # That is for who has a seat.
    request = replace(request, waits_for=()) if waits and request.waits_for else request
    subject = _requested(book, earlier, request, status, act, override=act.why if overruled else None)
    outcome = settled(book, act, subject)
    return replace(outcome, dropped=dropped) if dropped else outcome


def _earlier(book: Book, request: Request, *, revive: bool) -> Registration | None:
    """Return the registration that `request` revives, if it is of somebody who was on the list.

    What was asked before somebody was cancelled, declined, corrected or substituted is old news; so is what does not
    say when it was asked. Otherwise reading the same list twice would bring people back.
    """
    event, slug = book.event, book.event.slug
    earlier = book.same_as(request.name, request.email)
    if earlier is not None and earlier.active:
        raise book.occupied(earlier, request.name)
    if revive:
        return earlier
    if earlier is not None and (request.received_at < left_at(earlier) or not request.dated):
        raise OldNews(event=slug, registration=earlier.code, status=earlier.status, since=left_at(earlier))
    former = book.formerly(request.name, request.email)
    if former is None or (request.dated and request.received_at >= former.entry.at):
        return earlier
    if former.entry.what == "substituted":
        raise OldNews(
            event=event.slug, registration=former.code, status=Wording("substituted"), since=former.entry.at
        )
    now = book.people[former.number]
    if now.active:
        raise AlreadyRegistered(event=slug, registration=now.code, status=now.status)
    raise OldNews(event=slug, registration=now.code, status=now.status, since=left_at(now))


def overrule(refusals: Iterator[Refused], *, force: bool) -> bool:
    """Raise the first refusal that is not set aside; return whether any was."""
    overruled = False
    for refusal in refusals:
        if not (force and isinstance(refusal, OVERRULABLE)):
            raise refusal
        overruled = True
    return overruled


def _whatever_is_free(book: Book, request: Request, *, may_wait: bool) -> tuple[Request, tuple[str, ...]]:
    """Return `request` without the sessions that have no seat for it, and those that nobody may wait for.

    It stays as it is where it would be left with none.
    """
    wanted = tuple(s.id for s in book.event.sessions if attends(request, s.id) and s.cancelled_at is None)
    full = full_sessions(book, wanted)
    if len(full) == len(wanted):
        return request, ()
    if may_wait:
        return replace(request, waits_for=(*request.waits_for, *full)), ()
    if request.sessions:
        return replace(request, sessions=tuple(s for s in request.sessions if s not in full)), full
    return replace(request, without=(*request.without, *full)), full


def full_sessions(book: Book, wanted: tuple[str, ...]) -> tuple[str, ...]:
    """Return those of the wanted sessions that have no seat, or none that nobody waits for."""
    caps, queues = book.ledger.caps, book.queues()
    return tuple(s for s in wanted if book.ledger.is_full(s) or (s in caps and queues.get(s)))


def _requested(
    book: Book,
    earlier: Registration | None,
    request: Request,
    status: Status,
    act: Act,
    *,
    override: str | None,
) -> Registration:
    """Return a new registration, or the earlier one revived at the end of every queue."""
    turn = book.turn + 1
    asked = (
        "name",
        "email",
        "organisation",
        "audience",
        "sessions",
        "without",
        "waits_for",
        "no_seat",
        "answers",
    )
    given = {name: getattr(request, name) for name in asked} | dict(request.more)
    if earlier is None:
        entry = act.entry("registered", {"status": (None, status)})
        return Registration(
            number=book.highest + 1,
            turn=turn,
            status=status,
            received_at=request.received_at,
            override=override,
            history=(entry,),
            **given,
        )
    # A queue goes by the moment, then by the turn: no clock puts a revival before somebody who waits already.
    received_at = max(request.received_at, book.last_asked() or request.received_at)
    coming = attendance.coming(earlier.attendance, filter(request.is_for, earlier.attendance))
    given |= {"turn": turn, "received_at": received_at, "attendance": coming}
    return amended(earlier, act, "revived", status=status, override=override, **given)
