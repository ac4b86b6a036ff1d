"""Why somebody has a seat, waits or is refused: the chain of rules, each with the facts it looked at.

The verdict comes from the gate itself (`seats.register` on a request received now), so it cannot drift from it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeAlias

from netwerk_cli.domain import events, seats
from netwerk_cli.domain.events import ClosedBy, Event, Promotion
from netwerk_cli.domain.history import Act
from netwerk_cli.domain.registrations import Registration, Registrations, Status, position_of, queue
from netwerk_cli.errors import Refused

Facts: TypeAlias = dict[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One link of the chain: the rule, whether it lets somebody through, and a sentence template over `facts`."""

    rule: str
    passed: bool
    sentence: str
    facts: Facts = field(default_factory=dict)


def explain_event(event: Event, registrations: Registrations, now: datetime) -> tuple[str, list[Step]]:
    """Return what somebody who asks now would get ("confirmed", "pending", "waiting" or an error code), and why."""
    steps = [
        *_state(event),
        *_opening(event, now),
        *_closing(event, now),
        *_members(event),
        *_seats(event, registrations, now),
        _waiting(event, registrations, now),
    ]
    verdict, last = _verdict(event, registrations, now)
    return verdict, [*steps, last]


def explain_person(
    event: Event, registrations: Registrations, subject: Registration, now: datetime
) -> tuple[str, list[Step]]:
    """Return the state of one registration, and why it is so and what would have to change."""
    steps = [*_state(event), *_closing(event, now), *_seats(event, registrations, now)]
    return str(subject.status), [*steps, *_person(event, registrations, subject, now)]


def _state(event: Event) -> Iterator[Step]:
    if event.cancelled_at is not None:
        yield Step(
            rule="cancelled",
            passed=False,
            sentence="The event was cancelled on {cancelled_at}.",
            facts={"cancelled_at": event.cancelled_at},
        )
    if event.draft:
        yield Step(rule="draft", passed=False, sentence="The event is a draft: registration is not open yet.")


def _opening(event: Event, now: datetime) -> Iterator[Step]:
    if event.opens_at is None:
        return
    opened = event.opens_at <= now
    sentence = "Registration opened on {opens_at}." if opened else "Registration opens on {opens_at}."
    yield Step(rule="opening", passed=opened, sentence=sentence, facts={"opens_at": event.opens_at})


_CLOSED = {
    ClosedBy.ORGANISER: "Registration was closed by the organiser on {closes_at}.",
    ClosedBy.FULL: "Registration closed itself when the last seat was taken, on {closes_at}.",
    ClosedBy.DUE: "Registration closed at its closing time, {closes_at}.",
}


def _closing(event: Event, now: datetime) -> Iterator[Step]:
    if event.closing is None:
        yield Step(rule="closing", passed=True, sentence="Registration has no closing time.")
        return
    facts: Facts = {"closes_at": event.closing}
    if now < event.closing:
        yield Step(
            rule="closing", passed=True, sentence="Registration is open until {closes_at}.", facts=facts
        )
        return
    yield Step(rule="closing", passed=False, sentence=_CLOSED[event.closed_by or ClosedBy.DUE], facts=facts)


def _members(event: Event) -> Iterator[Step]:
    if event.members_of is not None:
        yield Step(
            rule="members",
            passed=True,
            sentence="Only members of '{group}' can register; what follows is about one of them.",
            facts={"group": event.members_of},
        )


def _seats(event: Event, registrations: Registrations, now: datetime) -> Iterator[Step]:
    states = [r.status for r in registrations.values()]
    confirmed, pending = states.count(Status.CONFIRMED), states.count(Status.PENDING)
    held = seats.seats_held(registrations)
    facts: Facts = {"seats_held": held, "confirmed": confirmed, "pending": pending}
    free = events.free_seats(event, held)
    if free is None or event.capacity is None:
        yield Step(
            rule="seats",
            passed=True,
            facts=facts,
            sentence="There is no cap; {seats_held:seat is|seats are} held ({confirmed} confirmed, {pending} pending).",
        )
    else:
        facts |= {"capacity": event.capacity, "free": free, "over": max(0, held - event.capacity)}
        sentence = (
            "{seats_held} of {capacity:seat is|seats are} held ({confirmed} confirmed, {pending} pending); {free} free."
            if held <= event.capacity
            else "{seats_held:seat is|seats are} held under a cap of {capacity}: {over} over; nobody is promoted."
        )
        yield Step(rule="seats", passed=free > 0, sentence=sentence, facts=facts)
    yield from _aside(event, registrations, now)
    for session in event.sessions:
        if session.capacity is not None and session.cancelled_at is None:
            taken = seats.seats_held(registrations, session.id)
            yield Step(
                rule="session",
                passed=taken < session.capacity,
                sentence="Session {session}: {seats_held} of {capacity:seat is|seats are} held.",
                facts={"session": session.id, "seats_held": taken, "capacity": session.capacity},
            )


def _aside(event: Event, registrations: Registrations, now: datetime) -> Iterator[Step]:
    free = seats.Ledger(event, registrations, now).for_others()
    for aside in event.set_asides:
        if now < aside.until:
            facts: Facts = {
                "seats": aside.seats,
                "audience": aside.audience,
                "until": aside.until,
                "free": free,
            }
            yield Step(
                rule="set aside",
                passed=free > 0,
                sentence="{seats:seat is|seats are} for {audience} until {until}; {free} free for others.",
                facts=facts,
            )


def _waiting(event: Event, registrations: Registrations, now: datetime) -> Step:
    waiting = len(queue(registrations))
    if event.cancelled_at is not None or event.started(now):
        sentence = "{waiting:person waits|people wait}; the waiting list no longer moves."
    elif event.promotion is Promotion.MANUAL:
        sentence = "{waiting:person waits|people wait}; they move up when the organiser promotes them."
    else:
        sentence = "{waiting:person waits|people wait}; they move up by themselves, in the order in which they asked."
    return Step(rule="queue", passed=waiting == 0, sentence=sentence, facts={"waiting": waiting})


def _verdict(event: Event, registrations: Registrations, now: datetime) -> tuple[str, Step]:
    newcomer = seats.Request(name="?", email="?", received_at=now)
    try:
        outcome = seats.register(event, registrations, newcomer, Act(at=now, by="?"))
    except Refused as refusal:
        return refusal.code, Step(
            rule="verdict", passed=False, sentence=refusal.sentence, facts=dict(refusal.facts)
        )
    subject = outcome.subject
    assert subject is not None  # noqa: S101 (a registration that is not refused has a subject)
    if subject.status is Status.WAITING:
        position = position_of({**registrations, subject.number: subject}, subject)
        return "waiting", Step(
            rule="verdict",
            passed=False,
            facts={"position": position},
            sentence="Somebody who asks now waits, as number {position}.",
        )
    sentence = (
        "Somebody who asks now gets a seat."
        if subject.status is Status.CONFIRMED
        else "Somebody who asks now gets a seat and awaits approval."
    )
    return str(subject.status), Step(rule="verdict", passed=True, sentence=sentence)


def _person(
    event: Event, registrations: Registrations, subject: Registration, now: datetime
) -> Iterator[Step]:
    facts: Facts = {"registration": subject.code, "received_at": subject.received_at}
    last = next((e for e in reversed(subject.history) if "status" in e.changes), None)
    facts["since"] = last.at if last else subject.received_at
    yield Step(
        rule="request", passed=True, sentence="{registration} was received on {received_at}.", facts=facts
    )
    if subject.override is not None:
        yield Step(
            rule="override",
            passed=True,
            sentence="A rule was set aside for {registration}: {reason}.",
            facts={**facts, "reason": subject.override.rstrip(".")},
        )
    if subject.waits_for:
        yield Step(
            rule="session",
            passed=False,
            sentence="{registration} waits for a seat in: {sessions}.",
            facts={**facts, "sessions": ", ".join(subject.waits_for)},
        )
    if subject.status is Status.WAITING:
        yield from _waits(event, registrations, subject, now)
        return
    sentence = {
        Status.CONFIRMED: "{registration} holds a seat, since {since}.",
        Status.PENDING: "{registration} holds a seat and awaits approval, since {since}.",
        Status.DECLINED: "{registration} was declined on {since}.",
        Status.CANCELLED: "{registration} was cancelled on {since}.",
    }[subject.status]
    yield Step(rule="verdict", passed=subject.seated, sentence=sentence, facts=facts)


def _waits(
    event: Event, registrations: Registrations, subject: Registration, now: datetime
) -> Iterator[Step]:
    position = position_of(registrations, subject) or 0
    facts: Facts = {
        "registration": subject.code,
        "position": position,
        "ahead": position - 1,
        "event": event.slug,
        "waiting": len(queue(registrations)),
    }
    yield Step(
        rule="queue",
        passed=False,
        facts=facts,
        sentence="{registration} is number {position} of {waiting} on the waiting list.",
    )
    if event.cancelled_at is not None or event.started(now):
        yield Step(rule="change", passed=False, sentence="The waiting list no longer moves.", facts=facts)
        return
    held = seats.seats_held(registrations)
    free = events.free_seats(event, held)
    if event.promotion is Promotion.MANUAL and (free is None or free >= position):
        yield Step(
            rule="change",
            passed=False,
            facts=facts,
            sentence="To move up: an organiser runs 'netwerk waitlist promote {event} --count {position}'.",
        )
    elif event.capacity is not None and free is not None and position > free:
        facts |= {"seats": held - event.capacity + position, "capacity": held + position}
        yield Step(
            rule="change",
            passed=False,
            facts=facts,
            sentence="To move up: {seats:seat|seats} must free, or the cap rise to {capacity}.",
        )
    else:
        yield Step(
            rule="change",
            passed=False,
            facts=facts,
            sentence="To move up: a seat must free in a full session.",
        )
