"""The gate: why somebody cannot have a seat now, and who moves up when one frees."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from netwerk_cli.domain import events, lifecycle
from netwerk_cli.domain.events import ClosedBy, Event, Promotion, WhenFull
from netwerk_cli.domain.history import Act
from netwerk_cli.domain.registrations import Registration, Registrations, Status, amended, queue
from netwerk_cli.domain.seats.ledger import OTHERS, Ledger, Pool, attends, seats_held
from netwerk_cli.errors import (
    EventClosed,
    EventFull,
    EventIsDraft,
    EventNotOpen,
    NotAMember,
    OrganisationLimit,
    Refused,
    SeatsClaimed,
    SeatsSetAside,
    SessionFull,
)

OVERRULABLE = (
    EventNotOpen, EventIsDraft, EventClosed, NotAMember, OrganisationLimit, EventFull, SeatsSetAside, SeatsClaimed,
    SessionFull,
)  # fmt: skip
"""What `--force` with a reason can set aside; a cancelled event and a double registration it cannot."""

__all__ = ["OVERRULABLE", "Outcome", "Request", "admission", "attends", "seat_status", "settle", "settled"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What somebody asks for. `received_at` is when the request reached the organiser."""

    name: str
    email: str
    received_at: datetime
    organisation: str | None = None
    role: str | None = None
    audience: str | None = None
    sessions: tuple[str, ...] = ()
    waits_for: tuple[str, ...] = ()
    note: str | None = None
    member: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a change comes to: the event and registrations to keep, the subject first, and who moved up."""

    event: Event
    subject: Registration | None = None
    changed: tuple[Registration, ...] = ()
    promoted: tuple[Registration, ...] = ()


def admission(
    event: Event, registrations: Registrations, who: Registration | Request, now: datetime
) -> Iterator[Refused]:
    """Yield why `who` cannot have a seat now: pools without a free seat, then pools others queue for."""
    ledger = Ledger(event, registrations, now)
    for pool in ledger.lacks(who):
        yield no_seat(event, ledger, pool)
    needs = set(ledger.needs(who))
    line = queue(registrations, also_partly=True)
    ahead = [waiting for waiting in line if needs & ledger.claim(waiting)]
    if ahead:
        yield SeatsClaimed(event=event.slug, waiting=len(ahead))


def no_seat(event: Event, ledger: Ledger, pool: Pool) -> Refused:
    """Return the refusal that says that a pool has no free seat."""
    held, cap = ledger.held[pool], int(ledger.caps[pool])
    if pool is None:
        return EventFull(event=event.slug, seats_held=held, capacity=cap)
    if pool == OTHERS:
        kept = [aside for aside in event.set_asides if ledger.now < aside.until]
        audiences, until = ", ".join(aside.audience for aside in kept), min(aside.until for aside in kept)
        return SeatsSetAside(event=event.slug, audiences=audiences, until=until)
    return SessionFull(event=event.slug, session=pool, seats_held=held, capacity=cap)


def settle(event: Event, registrations: Registrations, act: Act) -> tuple[Registration, ...]:
    """Return who moves up from the waiting list now, in order, as promoted registrations.

    Nobody does while promotion is manual, the event is off or has started. Whoever cannot have every seat
    they need holds nobody up who can do without the ones they lack. Who has a seat and waits for one more
    session takes part in the same order.
    """
    if event.promotion is Promotion.MANUAL or event.cancelled_at is not None or event.started(act.at):
        return ()
    ledger, promoted = Ledger(event, registrations, act.at), []
    for waiting in queue(registrations, also_partly=True):
        moved = seated(event, ledger, waiting, act)
        if moved is not waiting:
            promoted.append(moved)
    return tuple(promoted)


def seated(
    event: Event,
    ledger: Ledger,
    waiting: Registration,
    act: Act,
    *,
    force: bool = False,
    passing: bool = False,
) -> Registration:
    """Return somebody from the queue with the seats there are for them; the same registration when there are none.

    All the seats they need or none; who has a seat already gets one in every session that has one. With `force`
    they get everything. A cap or (`passing`) a queue that was set aside for it leaves its reason behind.
    """
    if waiting.seated:
        return _partly(ledger, waiting, act, force=force, passing=passing)
    lacking = bool(ledger.lacks(waiting))
    if lacking and not force:
        return waiting
    ledger.seat(waiting)
    override = act.why if lacking or passing else waiting.override
    return amended(waiting, act, "promoted", status=seat_status(event), override=override)


def _partly(ledger: Ledger, waiting: Registration, act: Act, *, force: bool, passing: bool) -> Registration:
    full = tuple(session for session in waiting.waits_for if ledger.is_full(session))
    still = () if force else full
    for session in set(waiting.waits_for) - set(still):
        ledger.held[session] += 1
    override = act.why if (force and full) or passing else waiting.override
    return amended(waiting, act, "promoted", waits_for=still, override=override)


def seat_status(event: Event) -> Status:
    """Return the state of somebody who gets a seat under the terms of the event."""
    return Status.PENDING if event.approval else Status.CONFIRMED


def settled(
    event: Event,
    registrations: Registrations,
    act: Act,
    subject: Registration | None = None,
    *,
    closing: bool = True,
) -> Outcome:
    """Return the outcome once the waiting list has moved up and a full event has closed itself."""
    after = dict(registrations) | ({subject.number: subject} if subject else {})
    promoted = settle(event, after, Act(at=act.at, by=act.by))
    after |= {r.number: r for r in promoted}
    subject = after[subject.number] if subject else None
    touched = tuple(r for r in after.values() if registrations.get(r.number) != r)
    event = close_when_full(event, after, act) if closing else event
    return Outcome(event=event, subject=subject, changed=touched, promoted=promoted)


def close_when_full(event: Event, registrations: Registrations, act: Act) -> Event:
    """Return the event closed, when its terms say that it closes itself once no seat is free."""
    if event.when_full is not WhenFull.CLOSE or events.free_seats(event, seats_held(registrations)) != 0:
        return event
    if events.status(event, act.at, free=0) is not events.Status.FULL:
        return event
    return lifecycle.close(event, Act(at=act.at, by=act.by), ClosedBy.FULL)
