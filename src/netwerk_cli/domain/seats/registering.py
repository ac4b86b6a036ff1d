"""Registering: from a request to a seat, a place in the queue, or a refusal."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

from netwerk_cli.domain import lifecycle
from netwerk_cli.domain.events import ClosedBy, Event, WhenFull
from netwerk_cli.domain.history import Act
from netwerk_cli.domain.people import same_address
from netwerk_cli.domain.registrations import Registration, Registrations, Status, amended, queue, same_as
from netwerk_cli.domain.seats.gate import OVERRULABLE, Outcome, Request, admission, seat_status, settled
from netwerk_cli.domain.seats.ledger import Ledger, attends
from netwerk_cli.errors import (
    AlreadyRegistered,
    EventCancelled,
    EventClosed,
    EventIsDraft,
    EventNotOpen,
    InTheFuture,
    NotAMember,
    OrganisationLimit,
    ReasonNeeded,
    Refused,
    SessionCancelled,
    SessionsOverlap,
)


def objections(event: Event, registrations: Registrations, request: Request, act: Act) -> Iterator[Refused]:
    """Yield every rule that stands in the way of `request` before seats are looked at, in a fixed order."""
    if event.cancelled_at is not None:
        yield EventCancelled(event=event.slug, cancelled_at=event.cancelled_at)
    if event.draft:
        yield EventIsDraft(event=event.slug)
    if event.opens_at is not None and request.received_at < event.opens_at:
        yield EventNotOpen(event=event.slug, opens_at=event.opens_at)
    if event.closing is not None and event.closing <= request.received_at:
        full = event.closed_by is ClosedBy.FULL and next(
            admission(event, registrations, request, act.at), None
        )
        yield full or EventClosed(event=event.slug, closes_at=event.closing)
    if event.members_of is not None and not request.member:
        yield NotAMember(event=event.slug, group=event.members_of)
    yield from unfit_sessions(event, request.sessions)
    yield from organisation_limit(event, registrations, request)


def unfit_sessions(event: Event, chosen: tuple[str, ...]) -> Iterator[Refused]:
    """Yield why sessions cannot be chosen together: one is off, or two overlap (10-11 and 11-12 do not)."""
    sessions = [session for session in event.sessions if session.id in chosen]
    for session in sessions:
        if session.cancelled_at is not None:
            yield SessionCancelled(event=event.slug, session=session.id, cancelled_at=session.cancelled_at)
    for one, other in combinations(sessions, 2):
        if event.overlap(one, other):
            yield SessionsOverlap(event=event.slug, session=one.id, other=other.id)


def organisation_limit(
    event: Event, registrations: Registrations, request: Request | Registration
) -> Iterator[Refused]:
    """Yield that the organisation has as many registrations as it may."""
    if event.organisation_limit is None or not request.organisation:
        return
    name = same_address(request.organisation)
    count = sum(r.active and same_address(r.organisation or "") == name for r in registrations.values())
    if count >= event.organisation_limit:
        yield OrganisationLimit(event=event.slug, limit=event.organisation_limit, count=count)


def register(
    event: Event,
    registrations: Registrations,
    request: Request,
    act: Act,
    *,
    waiting_list: bool = True,
    partial: bool = False,
    force: bool = False,
) -> Outcome:
    """Return the registration that `request` leads to: confirmed, pending or waiting.

    With `partial`, somebody gets a seat in the chosen sessions that have one, and waits for the rest; where
    nobody may wait, the rest is dropped.

    Raises, in this order:
        ReasonNeeded, InTheFuture: the call is off.
        EventCancelled; AlreadyRegistered; EventIsDraft, EventNotOpen, EventClosed, NotAMember, SessionCancelled,
        SessionsOverlap, OrganisationLimit.
        EventFull, SeatsSetAside, SessionFull, SeatsClaimed: no seat, and the terms or the caller say not to wait.
    """
    if force and not act.why:
        raise ReasonNeeded
    if request.received_at > act.at:
        raise InTheFuture(received_at=request.received_at)
    lifecycle.refuse_cancelled(event)
    earlier = same_as(registrations, request.name, request.email, shared_addresses=event.shared_addresses)
    if earlier is not None and earlier.active:
        raise AlreadyRegistered(event=event.slug, registration=earlier.code, status=earlier.status)
    overruled = overrule(objections(event, registrations, request, act), force=force)
    may_wait = waiting_list and event.when_full is WhenFull.WAITING_LIST
    if partial and not force:
        request = _whatever_is_free(event, registrations, request, act, may_wait=may_wait)
    obstacle = next(admission(event, registrations, request, act.at), None)
    if obstacle is not None and not force and not may_wait:
        raise obstacle
    waits = obstacle is not None and not force
    overruled |= obstacle is not None and force
    status = Status.WAITING if waits else seat_status(event)
    request = replace(request, waits_for=()) if waits else request
    subject = _requested(
        registrations, earlier, request, status, act, override=act.why if overruled else None
    )
    return settled(event, registrations, act, subject)


def overrule(refusals: Iterator[Refused], *, force: bool) -> bool:
    """Raise the first refusal that is not set aside; return whether any was."""
    overruled = False
    for refusal in refusals:
        if not (force and isinstance(refusal, OVERRULABLE)):
            raise refusal
        overruled = True
    return overruled


def _whatever_is_free(
    event: Event, registrations: Registrations, request: Request, act: Act, *, may_wait: bool
) -> Request:
    """Return `request` without the sessions that have no seat for it, unless it would be left with none."""
    ledger = Ledger(event, registrations, act.at)
    claimed = {pool for waiting in queue(registrations, also_partly=True) for pool in waits(ledger, waiting)}
    wanted = tuple(s.id for s in event.sessions if attends(request, s.id) and s.cancelled_at is None)
    full = tuple(s for s in wanted if s in ledger.caps and (ledger.free(s) <= 0 or s in claimed))
    if not full or len(full) == len(wanted):
        return request
    if may_wait:
        return replace(request, sessions=request.sessions and wanted, waits_for=full)
    return replace(request, sessions=tuple(s for s in wanted if s not in full))


def waits(ledger: Ledger, waiting: Registration) -> set[str]:
    """Return the sessions that somebody waits for, with or without a seat elsewhere."""
    return {pool for pool in ledger.claim(waiting) if pool is not None}


def _requested(
    registrations: Registrations,
    earlier: Registration | None,
    request: Request,
    status: Status,
    act: Act,
    *,
    override: str | None,
) -> Registration:
    """Return a new registration, or the earlier one revived at the end of the queue."""
    turn = max((r.turn for r in registrations.values()), default=0) + 1
    asked = ("name", "email", "organisation", "role", "audience", "note", "sessions", "waits_for")
    given = {name: getattr(request, name) for name in asked}
    if earlier is None:
        number = max(registrations, default=0) + 1
        entry = act.entry("registered", {"status": (None, status)})
        return Registration(
            number=number,
            turn=turn,
            status=status,
            received_at=request.received_at,
            override=override,
            history=(entry,),
            **given,
        )
    last = max((w.received_at for w in queue(registrations, also_partly=True)), default=request.received_at)
    received_at = max(request.received_at, last)
    return amended(
        earlier, act, "revived", status=status, turn=turn, override=override, received_at=received_at, **given
    )
