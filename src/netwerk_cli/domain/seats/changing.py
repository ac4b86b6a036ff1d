"""What happens to a registration after it was made: withdrawing, approving, putting back, choosing sessions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta

from netwerk_cli.domain import attendance, lifecycle
from netwerk_cli.domain.events import Event
from netwerk_cli.domain.history import Act, Change
from netwerk_cli.domain.moments import end_of
from netwerk_cli.domain.past import restored
from netwerk_cli.domain.registrations import LATE, Registration, Registrations, Status, amended
from netwerk_cli.domain.seats.book import Book
from netwerk_cli.domain.seats.gate import Outcome, full_when_back, no_seat
from netwerk_cli.domain.seats.moving import settled
from netwerk_cli.domain.seats.registering import (
    full_sessions,
    not_chosen,
    off_sessions,
    overrule,
    started_sessions,
    unfit_sessions,
)
from netwerk_cli.errors import BadValue, ReasonNeeded, Refused
from netwerk_cli.errors.seats import AlreadyRegistered, EventClosed, NotActive, NotPending, StillActive
from netwerk_cli.wording import Wording

_INSTANT = timedelta(microseconds=1)
_UNKNOWN: Mapping[str, Change] = {"status": (Status.WAITING, None)}
"""What is taken back where the history does not say it: a place in the queue, which moves up if there is a seat."""


def cancel(event: Event, registrations: Registrations, subject: Registration, act: Act) -> Outcome:
    """Return the registration withdrawn and whoever moves up; nothing changed when it was withdrawn before."""
    return withdraw(Book(event, registrations, act.at), subject, act)


def withdraw(book: Book, subject: Registration, act: Act) -> Outcome:
    """Withdraw somebody in the book; see `cancel`.

    Who gives up a seat after the start is late, whatever becomes of the start: it stands in the history.
    """
    if not subject.active:
        return Outcome(event=book.event, subject=subject)
    what = LATE if subject.seated and _has_begun(book.event, subject, act.at) else "cancelled"
    return settled(book, act, amended(subject, act, what, status=Status.CANCELLED, waits_for=()))


def _has_begun(event: Event, subject: Registration, at: datetime) -> bool:
    """Whether a session that somebody comes to has started; one without a time when its day is over."""
    starts = [s.starts_at for s in event.dated if s.starts_at is not None and subject.is_for(s.id)]
    return event.cancelled_at is None and any(end_of(start, event.timezone) <= at for start in starts)


def approve(event: Event, registrations: Registrations, subject: Registration, act: Act) -> Outcome:
    """Return a pending registration confirmed; it keeps the seat it holds."""
    lifecycle.refuse_cancelled(event)
    _refuse_unless_pending(event, subject)
    approved = amended(subject, act, "approved", status=Status.CONFIRMED)
    return settled(Book(event, registrations, act.at), act, approved)


def decline(event: Event, registrations: Registrations, subject: Registration, act: Act) -> Outcome:
    """Return a pending or waiting registration declined, and whoever moves up."""
    if subject.status is not Status.WAITING:
        _refuse_unless_pending(event, subject)
    gone = amended(subject, act, "declined", status=Status.DECLINED, waits_for=())
    return settled(Book(event, registrations, act.at), act, gone)


def _refuse_unless_pending(event: Event, subject: Registration) -> None:
    if subject.status is not Status.PENDING:
        raise NotPending(event=event.slug, registration=subject.code, status=subject.status)


def reinstate(
    event: Event, registrations: Registrations, subject: Registration, act: Act, *, force: bool = False
) -> Outcome:
    """Return a registration whose cancellation or refusal is taken back: as it was, in its old place in the queue.

    Raises:
        ReasonNeeded, EventCancelled, StillActive.
        AlreadyRegistered: the person is on the list under another code.
        EventFull, SeatsSetAside, SessionFull: the seat it held has been given to somebody else; can be forced.
    """
    if force and not act.why:
        raise ReasonNeeded
    lifecycle.refuse_cancelled(event)
    if subject.active:
        raise StillActive(event=event.slug, registration=subject.code, status=subject.status)
    book = Book(event, registrations, act.at)
    same = book.same_as(subject.name, subject.email)
    if same is not None and same.active:
        raise AlreadyRegistered(event=event.slug, registration=same.code, status=same.status)
    left = next((e.changes for e in reversed(subject.history) if "status" in e.changes), _UNKNOWN)
    kept = ("status", "waits_for", "waits_since")  # all that leaving took away
    fields = restored({name: left[name][0] for name in kept if name in left})
    back = amended(subject, act, "reinstated", **fields)
    # The gate asks for no seat in a session that is off. One that filled meanwhile is waited for, in the old place.
    if back.seated:
        sessions = [s.id for s in event.sessions if back.is_for(s.id) and s.id not in back.waits_for]
        fields["waits_for"] = (*back.waits_for, *full_when_back(book, sessions, newcomer=False))
        back = amended(subject, act, "reinstated", **fields)
    lacking = book.ledger.lacks(back) if back.seated else []
    if overrule(iter([no_seat(event, book.ledger, pool) for pool in lacking]), force=force):
        back = amended(subject, act, "reinstated", **fields, override=act.why)
    return settled(book, act, back)


# --------------------------------------------------------- choosing sessions
def choose(
    event: Event,
    registrations: Registrations,
    subject: Registration,
    act: Act,
    sessions: tuple[str, ...],
    *,
    partial: bool = False,
    force: bool = False,
) -> Outcome:
    """Return the registration for other sessions. Seats it keeps are not given up; those it leaves free at once.

    New sessions go through the gate, all or none. With `partial`, somebody waits for the full ones, as one who asks
    now: behind those who wait for them already. The place in the queue of a session that stays is kept.

    Raises:
        ReasonNeeded, EventCancelled, NotActive, SessionCancelled, SessionsOverlap.
        SessionsNotChosen: the terms ask for a choice, and none was made.
        EventClosed, SessionStarted, SessionFull: no seat is given any more, or there is none. These can be forced.
    """
    if not sessions and event.choosing and not subject.no_seat:
        raise not_chosen(Book(event, registrations, act.at))
    return _chosen(event, registrations, subject, act, sessions, (), partial=partial, force=force)


def excuse(
    event: Event, registrations: Registrations, subject: Registration, act: Act, away: tuple[str, ...]
) -> Outcome:
    """Return somebody excused from sessions, which frees those seats only; attendance has it too.

    Whoever is registered for the whole event stays so, but for those sessions.

    Raises:
        BadValue: no session would be left. The rest as for `choose`.
    """
    kept = [s.id for s in event.sessions if subject.is_for(s.id) and s.id not in away]
    left = [s.id for s in event.sessions if s.id in kept and s.cancelled_at is None]
    # A seat in the event with a seat in none of its sessions would keep somebody else out for nothing.
    if set(left) <= set(subject.waits_for):
        raise BadValue(
            field="--session", why=Wording("no session would be left; cancel the registration instead")
        )
    if subject.sessions:
        return _chosen(event, registrations, subject, act, tuple(kept), (), away=away)
    without = tuple(s.id for s in event.sessions if s.id in subject.without or s.id in away)
    return _chosen(event, registrations, subject, act, (), without, away=away)


def _chosen(
    event: Event,
    registrations: Registrations,
    subject: Registration,
    act: Act,
    sessions: tuple[str, ...],
    without: tuple[str, ...],
    *,
    partial: bool = False,
    force: bool = False,
    away: tuple[str, ...] = (),
) -> Outcome:
    if force and not act.why:
        raise ReasonNeeded
    lifecycle.refuse_cancelled(event)
    if not subject.active:
        raise NotActive(event=event.slug, registration=subject.code, status=subject.status)
    added = tuple(
        s.id for s in event.sessions if (s.id in sessions or not sessions) and not subject.is_for(s.id)
    )
    book = Book(event, registrations, act.at)
    if not sessions:  # the whole event does not begin again: what is over is not asked for anew
        without = tuple(
            s.id for s in event.sessions if s.id in without or s.id in book.gone.intersection(added)
        )
        added = tuple(s for s in added if s not in without)
    fields: dict[str, object] = {"sessions": sessions, "without": without}
    here = attendance.coming(subject.attendance, added)
    fields["attendance"] = attendance.excused(here, filter(subject.is_for, away), act)
    if subject.no_seat:
        overrule(off_sessions(event, added if sessions else ()), force=force)
        return settled(book, act, amended(subject, act, "moved", **fields))
    _refuse_unfit(event, sessions, added)
    # Who has no seat yet asks for none: the queue gives them all they chose in one step.
    full = full_sessions(book, tuple(s for s in added if s not in book.ledger.off)) if subject.seated else ()
    if overrule(_against(book, act, added, () if partial else full), force=force):
        full, fields["override"] = (), act.why
    asked = (*full, *full_when_back(book, added)) if subject.seated else added
    if subject.seated:
        waits_for = {s for s in subject.waits_for if (s in sessions or not sessions) and s not in without}
        fields["waits_for"] = tuple(s.id for s in event.sessions if s.id in waits_for.union(asked))
    fields["waits_since"] = {**subject.waits_since, **_asked_now(book, subject, act, asked)}
    return settled(book, act, amended(subject, act, "moved", **fields))


def _refuse_unfit(event: Event, sessions: tuple[str, ...], added: tuple[str, ...]) -> None:
    """Refuse sessions that are off, or that overlap, where one of them was not chosen before."""
    fresh = set(added)
    for refusal in unfit_sessions(event, sessions):
        if fresh & {refusal.facts.get("session"), refusal.facts.get("other")}:
            raise refusal


def _against(book: Book, act: Act, new: tuple[str, ...], full: tuple[str, ...]) -> Iterator[Refused]:
    """Yield why somebody cannot have new sessions: registration is over, one has started, or one is full."""
    event = book.event
    if new and event.closing is not None and event.closing <= act.at:  # giving seats up is never too late
        yield EventClosed(event=event.slug, closes_at=event.closing)
    yield from started_sessions(event, new, act.at)
    for session in full:
        yield no_seat(event, book.ledger, session)


def _asked_now(book: Book, subject: Registration, act: Act, sessions: tuple[str, ...]) -> dict[str, datetime]:
    """Return since when somebody waits for sessions who asks for them now: behind everybody who waits for them."""
    found = {}
    for session in sessions:
        last = book.last_asked(session)
        found[session] = act.at if last is None or last < act.at else last + _INSTANT
    return {
        s: at for s, at in found.items() if at != subject.received_at
    }  # that is when they asked, as it is
