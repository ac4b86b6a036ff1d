"""Everything else that moves seats: withdrawing, approving, choosing sessions, promoting by hand, changing terms."""

from __future__ import annotations

import math
from collections.abc import Iterator
from datetime import datetime
from itertools import takewhile

from netwerk_cli.domain import lifecycle
from netwerk_cli.domain.events import Event
from netwerk_cli.domain.history import Act
from netwerk_cli.domain.people import same_address
from netwerk_cli.domain.registrations import (
    Registration,
    Registrations,
    Status,
    amended,
    place_of,
    position_of,
    queue,
)
from netwerk_cli.domain.seats.gate import Outcome, admission, close_when_full, no_seat, seated, settled
from netwerk_cli.domain.seats.ledger import OTHERS, Ledger, Pool, attends, seats_held
from netwerk_cli.domain.seats.registering import organisation_limit, overrule, unfit_sessions
from netwerk_cli.errors import (
    BadValue,
    CapacityBelowSeats,
    EventClosed,
    EventStarted,
    NotActive,
    NotNextInQueue,
    NotPending,
    NotWaiting,
    ReasonNeeded,
    Refused,
    SeatsClaimed,
    Wording,
)


def cancel(event: Event, registrations: Registrations, subject: Registration, act: Act) -> Outcome:
    """Return the registration withdrawn and whoever moves up; nothing changed when it was withdrawn before."""
    if subject.status in (Status.CANCELLED, Status.DECLINED):
        return Outcome(event=event, subject=subject)
    gone = amended(subject, act, "cancelled", status=Status.CANCELLED, waits_for=())
    return settled(event, registrations, act, gone)


def approve(event: Event, registrations: Registrations, subject: Registration, act: Act) -> Outcome:
    """Return a pending registration confirmed; it keeps the seat it holds."""
    lifecycle.refuse_cancelled(event)
    _refuse_unless_pending(event, subject)
    return settled(event, registrations, act, amended(subject, act, "approved", status=Status.CONFIRMED))


def decline(event: Event, registrations: Registrations, subject: Registration, act: Act) -> Outcome:
    """Return a pending or waiting registration declined, and whoever moves up."""
    if subject.status is not Status.WAITING:
        _refuse_unless_pending(event, subject)
    gone = amended(subject, act, "declined", status=Status.DECLINED, waits_for=())
    return settled(event, registrations, act, gone)


def _refuse_unless_pending(event: Event, subject: Registration) -> None:
    if subject.status is not Status.PENDING:
        raise NotPending(event=event.slug, registration=subject.code, status=subject.status)


def attend(
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
    now: behind those who wait for them already.

    Raises:
        ReasonNeeded, EventCancelled, NotActive, SessionCancelled, SessionsOverlap.
        EventClosed: a new session after the closing. SessionFull: no seat. Both can be forced.
    """
    if force and not act.why:
        raise ReasonNeeded
    lifecycle.refuse_cancelled(event)
    if not subject.active:
        raise NotActive(event=event.slug, registration=subject.code, status=subject.status)
    overrule(unfit_sessions(event, sessions), force=False)
    full: tuple[str, ...] = ()
    asked: dict[str, object] = {}
    if subject.seated:
        others = {number: r for number, r in registrations.items() if number != subject.number}
        new = [
            s.id for s in event.sessions if (not sessions or s.id in sessions) and not attends(subject, s.id)
        ]
        full = _full_sessions(event, others, act, new)
        if overrule(_against(event, others, act, new, () if partial else full), force=force):
            full, asked = (), {"override": act.why}
    if set(full) - set(subject.waits_for) or (not subject.seated and _wants_more(event, subject, sessions)):
        asked = _asked_now(registrations, act)
    moved = amended(subject, act, "moved", sessions=sessions, waits_for=full, **asked)
    return settled(event, registrations, act, moved)


def _against(
    event: Event, others: Registrations, act: Act, new: list[str], full: tuple[str, ...]
) -> Iterator[Refused]:
    """Yield why somebody with a seat cannot have new sessions: registration is over, or one is full."""
    if new and event.closing is not None and event.closing <= act.at:
        yield EventClosed(event=event.slug, closes_at=event.closing)
    if full:
        yield no_seat(event, Ledger(event, others, act.at), full[0])


def _wants_more(event: Event, waiting: Registration, sessions: tuple[str, ...]) -> bool:
    everything = {session.id for session in event.sessions}
    return not (set(sessions) or everything) <= (set(waiting.sessions) or everything)


def _asked_now(registrations: Registrations, act: Act) -> dict[str, object]:
    """Return the place of somebody who asks now: at the end of the queue."""
    waits_since = max((act.at, *(place_of(w)[0] for w in queue(registrations, also_partly=True))))
    return {"waits_since": waits_since, "turn": max(r.turn for r in registrations.values()) + 1}


def _full_sessions(event: Event, others: Registrations, act: Act, wanted: list[str]) -> tuple[str, ...]:
    """Return those of the wanted sessions that have no seat, or none that nobody waits for."""
    ledger = Ledger(event, others, act.at)
    claimed = {pool for waiting in queue(others, also_partly=True) for pool in ledger.claim(waiting)}
    return tuple(s for s in wanted if s in ledger.caps and (ledger.is_full(s) or s in claimed))


def particulars(
    event: Event, registrations: Registrations, subject: Registration, after: Registration, act: Act
) -> Outcome:
    """Return the outcome of correcting somebody, or handing over a seat: the limits still hold.

    Raises:
        OrganisationLimit: the other organisation has as many registrations as it may.
        SeatsSetAside: the seat is kept for the audience that the person no longer belongs to.
    """
    others = {number: r for number, r in registrations.items() if number != subject.number}
    if after.active and same_address(after.organisation or "") != same_address(subject.organisation or ""):
        overrule(organisation_limit(event, others, after), force=False)
    ledger = Ledger(event, others, act.at)
    if after.seated and after.audience != subject.audience and OTHERS in ledger.lacks(after):
        raise no_seat(event, ledger, OTHERS)
    return settled(event, registrations, act, after)


# ----------------------------------------------------------- the waiting list
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
        EventCancelled, EventStarted: nobody is promoted any more; `force` does not change that.
        NotWaiting, NotNextInQueue, EventFull, SessionFull: the subject does not wait, is not first, has no seat.
    """
    if force and not act.why:
        raise ReasonNeeded
    lifecycle.refuse_cancelled(event)
    if event.started(act.at):
        raise EventStarted(event=event.slug, starts_at=event.started_at)
    if subject is not None:
        return _promote_one(event, registrations, subject, act, force=force)
    ledger, promoted = Ledger(event, registrations, act.at), list[Registration]()
    obstacle: Refused | None = None
    for waiting in queue(registrations, also_partly=True):
        if len(promoted) >= count:
            break
        moved = seated(event, ledger, waiting, act, force=force)
        if moved is waiting:
            obstacle = obstacle or _obstacle(event, registrations, waiting, act)
        else:
            promoted.append(moved)
    if obstacle is not None and not promoted:
        raise obstacle
    after = {**registrations, **{r.number: r for r in promoted}}
    return Outcome(
        event=close_when_full(event, after, act), changed=tuple(promoted), promoted=tuple(promoted)
    )


def _promote_one(
    event: Event, registrations: Registrations, subject: Registration, act: Act, *, force: bool
) -> Outcome:
    if subject.status is not Status.WAITING and not (subject.seated and subject.waits_for):
        raise NotWaiting(event=event.slug, registration=subject.code, status=subject.status)
    obstacle: Refused | None = _obstacle(event, registrations, subject, act)
    if obstacle is None and (ahead := _ahead(event, registrations, subject, act)):
        position = position_of(registrations, subject)
        obstacle = NotNextInQueue(event=event.slug, registration=subject.code, position=position, ahead=ahead)
    if obstacle is not None and not force:
        raise obstacle
    ledger = Ledger(event, registrations, act.at)
    moved = seated(event, ledger, subject, act, force=force, passing=obstacle is not None)
    after = {**registrations, moved.number: moved}
    event = close_when_full(event, after, act)
    return Outcome(event=event, subject=moved, changed=(moved,), promoted=(moved,))


def _obstacle(event: Event, registrations: Registrations, waiting: Registration, act: Act) -> Refused | None:
    """Return why somebody on the waiting list cannot have a seat, leaving the queue itself aside."""
    if waiting.seated:
        ledger = Ledger(event, registrations, act.at)
        return next((no_seat(event, ledger, s) for s in waiting.waits_for if ledger.is_full(s)), None)
    found = admission(event, registrations, waiting, act.at)
    return next((obstacle for obstacle in found if not isinstance(obstacle, SeatsClaimed)), None)


def _ahead(event: Event, registrations: Registrations, subject: Registration, act: Act) -> int:
    """Return how many who asked earlier wait for a seat that the subject needs."""
    ledger = Ledger(event, registrations, act.at)
    needs = set(ledger.needs(subject))
    line = queue(registrations, also_partly=True)
    earlier = takewhile(lambda waiting: waiting.number != subject.number, line)
    return sum(1 for waiting in earlier if needs & ledger.claim(waiting))


# ------------------------------------------------------------ changing an event
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
        CapacityBelowSeats: a new cap, of the event or of a session, is below the seats held, unless forced;
            then everybody keeps the seat.
    """
    if force and not act.why:
        raise ReasonNeeded
    after = lifecycle.amend(event, act, what=what, **fields)
    if event.shared_addresses and not after.shared_addresses:
        _refuse_sharing(registrations)
    before = _caps(event)
    for pool, cap in _caps(after).items():
        held = seats_held(registrations, pool)
        if cap < before.get(pool, math.inf) and held > cap and not force:
            raise CapacityBelowSeats(event=event.slug, session=pool, seats_held=held, capacity=cap)
    return settled(after, registrations, act)


def _refuse_sharing(registrations: Registrations) -> None:
    addresses = [same_address(r.email) for r in registrations.values() if r.active]
    if len(set(addresses)) < len(addresses):
        raise BadValue(field="--no-shared-addresses", why=Wording("people on the list share an address"))


def _caps(event: Event) -> dict[Pool, float]:
    on = (s for s in event.sessions if s.cancelled_at is None)
    own: dict[Pool, float] = {s.id: s.capacity for s in on if s.capacity is not None}
    return own if event.capacity is None else {None: event.capacity, **own}


def is_released(event: Event, now: datetime) -> bool:
    """Whether seats that were set aside are for everybody now, while the waiting list still moves."""
    return any(aside.until <= now for aside in event.set_asides) and not event.started(now)


def release(event: Event, registrations: Registrations, act: Act) -> Outcome:
    """Return whoever moves up because seats are no longer set aside; nothing changes when nobody can."""
    return settled(event, registrations, act, closing=False)


def reopen(
    event: Event, registrations: Registrations, act: Act, closes_at: datetime | None = None
) -> Outcome:
    """Return the event open again, or back on, and whoever moves up; a full one waits for the next request to close."""
    return settled(lifecycle.reopen(event, act, closes_at), registrations, act, closing=False)
