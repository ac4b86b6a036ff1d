"""Why somebody has a seat, waits or is refused: the chain of rules, each with the facts it looked at.

The verdict comes from the gate itself (`seats.register` on a request received now), so it cannot drift from it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple, TypeAlias

from netwerk_cli.domain import events, matching, seats
from netwerk_cli.domain.events import ClosedBy, Event, Promotion
from netwerk_cli.domain.groups import Membership
from netwerk_cli.domain.history import Act
from netwerk_cli.domain.registrations import Registrations, Status, Tally, queue
from netwerk_cli.errors import Refused
from netwerk_cli.records import field, record

Facts: TypeAlias = dict[str, object]


@record
class Step:
    """One link of the chain: the rule, whether it lets somebody through, and a sentence template over `facts`."""

    rule: str
    passed: bool
    sentence: str
    facts: Facts = field(default_factory=dict)


class Asker(NamedTuple):
    """Somebody who is not on the list: the address, and the membership of the group that the event is for."""

    email: str
    membership: Membership | None


def explain_event(
    event: Event, registrations: Registrations, now: datetime, asker: Asker | None = None
) -> tuple[str, list[Step]]:
    """Return what somebody who asks now would get ("confirmed", "pending", "waiting" or an error code), and why.

    Without an asker it is about anybody, and for members of a group about one of them.
    """
    book = seats.Book(event, registrations, now)
    steps = [
        *state_steps(event),
        *_opening(event, now),
        *closing_steps(event, now),
        *(_members(event) if asker is None else _asker(event, registrations, asker)),
        *_choice(event),
        *seats_steps(book),
        _waiting(book),
        *_due(book),
    ]
    verdict, last = _verdict(book, asker)
    return verdict, [*steps, last]


def state_steps(event: Event) -> Iterator[Step]:
    """Yield that the event is off or a draft, where it is."""
    if event.cancelled_at is not None:
        yield Step(
            rule="cancelled",
            passed=False,
            sentence="The event was cancelled on {cancelled_at}.",
            facts={"cancelled_at": event.cancelled_at},
        )
    if event.is_draft:
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


def closing_steps(event: Event, now: datetime) -> Iterator[Step]:
    """Yield until when registration is open, or when and why it closed."""
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


def _choice(event: Event) -> Iterator[Step]:
    if event.choosing:
        known = ", ".join(s.id for s in event.sessions if s.cancelled_at is None)
        yield Step(
            rule="sessions",
            passed=True,
            sentence="Who registers chooses sessions: {known}.",
            facts={"known": known},
        )


def _joined(asker: Asker) -> bool:
    return asker.membership is not None and asker.membership.joined


def _asker(event: Event, registrations: Registrations, asker: Asker) -> Iterator[Step]:
    """Yield that somebody is not on the list, who is on it with nearly this address, and where the group has them."""
    yield Step(rule="registration", passed=False, sentence="Nobody is registered with this address.")
    for one in matching.near(registrations.values(), asker.email):
        facts: Facts = {"registration": one.code}
        yield Step(rule="near", passed=False, sentence="{registration} has nearly this address.", facts=facts)
    if event.members_of is not None:
        membership = asker.membership
        sentence = "The person is not a member of '{group}'."
        if membership is not None and membership.joined:
            sentence = "The person is a member of '{group}', as {membership}."
        elif membership is not None and membership.active:
            sentence = "The person is not a member of '{group}' yet: {membership} awaits approval."
        facts = {"group": event.members_of, "membership": membership.code if membership else None}
        yield Step(rule="members", passed=_joined(asker), sentence=sentence, facts=facts)


def seats_steps(book: seats.Book) -> Iterator[Step]:
    """Yield how many seats are held and free, in the event and in each session with a cap."""
    event, ledger = book.event, book.ledger
    tally = Tally.of(book.people)
    held = tally.held
    facts: Facts = {
        "seats_held": held,
        "confirmed": tally[Status.CONFIRMED],
        "pending": tally[Status.PENDING],
    }
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
    if tally.no_seat:
        yield Step(
            rule="no seat",
            passed=True,
            sentence="{count:person is|people are} on the list without taking a seat.",
            facts={"count": tally.no_seat},
        )
    yield from _aside(book)
    for session in event.sessions:
        if session.capacity is not None and session.cancelled_at is None:
            taken = ledger.held[session.id]
            yield Step(
                rule="session",
                passed=taken < session.capacity,
                sentence="Session {session}: {seats_held} of {capacity:seat is|seats are} held.",
                facts={"session": session.id, "seats_held": taken, "capacity": session.capacity},
            )


def _aside(book: seats.Book) -> Iterator[Step]:
    free = book.ledger.for_others()
    for aside in book.event.set_asides if book.ledger.aside else ():
        if book.now < aside.until:
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


def _waiting(book: seats.Book) -> Step:
    event, waiting = book.event, len(queue(book.people))
    if event.cancelled_at is not None or book.is_over:
        sentence = "{waiting:person waits|people wait}; the waiting list no longer moves."
    elif event.promotion is Promotion.MANUAL:
        sentence = "{waiting:person waits|people wait}; they move up when the organiser promotes them."
    else:
        sentence = "{waiting:person waits|people wait}; they move up by themselves, in the order in which they asked."
    return Step(rule="queue", passed=waiting == 0, sentence=sentence, facts={"waiting": waiting})


def _due(book: seats.Book) -> Iterator[Step]:
    """Say that people can move up who have not, because nothing has changed since seats were released."""
    count = len(seats.settle(book.event, book.people, Act(at=book.now, by="?")))
    if count:
        yield Step(
            rule="released",
            passed=True,
            sentence="{count:person|people} can move up; 'netwerk close-due' or the next change does it.",
            facts={"count": count},
        )


def _verdict(book: seats.Book, asker: Asker | None) -> tuple[str, Step]:
    email, member = ("?", True) if asker is None else (asker.email, _joined(asker))
    newcomer = seats.Request(name="?", email=email, received_at=book.now, member=member, must_answer=False)
    try:
        outcome = seats.enter(book, newcomer, Act(at=book.now, by="?"))
    except Refused as refusal:
        return refusal.code, Step(
            rule="verdict", passed=False, sentence=refusal.sentence, facts=dict(refusal.facts)
        )
    subject = outcome.subject
    assert subject is not None  # noqa: S101 (a registration that is not refused has a subject)
    if subject.status is Status.WAITING:
        position = book.position(subject)
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
