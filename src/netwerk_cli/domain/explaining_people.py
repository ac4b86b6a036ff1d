"""Why one registration stands as it does, and what would have to change for it to move up."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from netwerk_cli.domain import attending, seats
from netwerk_cli.domain.attendance import Source, State
from netwerk_cli.domain.events import Event, Promotion
from netwerk_cli.domain.explaining import Facts, Step, closing_steps, seats_steps, state_steps
from netwerk_cli.domain.registrations import Mark, Registration, Registrations, Status, queue
from netwerk_cli.domain.seats.ledger import seats_in


def explain_person(
    event: Event, registrations: Registrations, subject: Registration, now: datetime
) -> tuple[str, list[Step]]:
    """Return the state of one registration, and why it is so and what would have to change."""
    book = seats.Book(event, registrations, now)
    steps = [*state_steps(event), *closing_steps(event, now), *seats_steps(book)]
    return str(subject.status), [*steps, *_person(book, subject)]


def _person(book: seats.Book, subject: Registration) -> Iterator[Step]:
    facts: Facts = {"registration": subject.code, "received_at": subject.received_at}
    last = next((e for e in reversed(subject.history) if "status" in e.changes), None)
    facts["since"] = last.at if last else subject.received_at
    declined = subject.declined
    if declined is not None and Mark.ASKED_AGAIN in subject.marks:
        yield Step(
            rule="declined",
            passed=False,
            sentence="{registration} was declined on {declined_at}, and asked again.",
            facts={**facts, "declined_at": declined.at},
        )
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
    yield from _sessions(book.event, subject, facts)
    if subject.waits_for:
        yield Step(
            rule="session",
            passed=False,
            sentence="{registration} waits for a seat in: {sessions}.",
            facts={**facts, "sessions": ", ".join(subject.waits_for)},
        )
    yield from _attended(book, subject)
    sentence = _stands(subject.status)
    apart = subject.active and subject.no_seat
    if apart:
        sentence = "{registration} is on the list since {since}, and takes no seat."
    if sentence is None:
        yield from _waits(book, subject)
    else:
        yield Step(
            rule="verdict",
            passed=subject.seated or apart,
            sentence=sentence,
            facts=facts,
        )


def _sessions(event: Event, subject: Registration, facts: Facts) -> Iterator[Step]:
    """Yield in which sessions somebody has a seat, and which of those that they chose do not take place."""
    if not (event.multi and subject.seated):
        return
    held = ", ".join(seats_in(event, subject))
    off = ", ".join(
        one.id for one in event.sessions if one.cancelled_at is not None and subject.is_for(one.id)
    )
    if held or not off:
        sentence = (
            "{registration} has a seat in: {sessions}."
            if held
            else "{registration} has a seat in no session."
        )
        yield Step(
            rule="sessions", passed=bool(held), sentence=sentence, facts={**facts, "sessions": held or "-"}
        )
    if off:
        sentence = "{registration} was to come to sessions that are off: {sessions}."
        yield Step(rule="sessions", passed=False, sentence=sentence, facts={**facts, "sessions": off})


def _stands(status: Status) -> str | None:
    match status:
        case Status.CONFIRMED:
            return "{registration} holds a seat, since {since}."
        case Status.PENDING:
            return "{registration} holds a seat and awaits approval, since {since}."
        case Status.WAITING:
            return None  # the queue has more to say
        case Status.DECLINED:
            return "{registration} was declined on {since}."
        case Status.CANCELLED:
            return "{registration} was cancelled on {since}."


def _attended(book: seats.Book, subject: Registration) -> Iterator[Step]:
    """Yield what is known of somebody in each session, and of which they stayed away."""
    recorded = attending.recorded_in(book.people)
    for session in book.event.sessions:
        one = subject.attendance.get(session.id)
        if one is not None:
            yield Step(
                rule="attendance",
                passed=one.state is State.PRESENT,
                sentence="{registration} was recorded in session {session} as {state}, from {source}."
                if one.minutes is None
                else "{registration} was recorded in session {session} as {state} "
                "({minutes:minute|minutes}), from {source}.",
                facts={
                    "registration": subject.code,
                    "session": session.id,
                    "state": one.state,
                    "minutes": one.minutes,
                    "source": Source(one.source) if one.source in tuple(Source) else one.source,
                    "recorded_at": one.at,
                    "by": one.by,
                },
            )
        if attending.is_no_show(subject, session.id, recorded):
            yield Step(
                rule="no_show",
                passed=False,
                sentence="{registration} is a no-show in session {session}: a seat, not excused and not present.",
                facts={"registration": subject.code, "session": session.id},
            )


def _waits(book: seats.Book, subject: Registration) -> Iterator[Step]:
    event, position = book.event, book.position(subject) or 1
    facts: Facts = {
        "registration": subject.code,
        "position": position,
        "ahead": position - 1,
        "event": event.slug,
        "waiting": max(position, len(queue(book.people))),
    }
    yield Step(
        rule="queue",
        passed=False,
        facts=facts,
        sentence="{registration} is number {position} of {waiting} on the waiting list.",
    )
    ended = seats.ended(book, subject)
    if event.cancelled_at is not None:
        yield Step(rule="change", passed=False, sentence="The waiting list no longer moves.", facts=facts)
    elif ended is not None:
        yield Step(rule="change", passed=False, sentence=ended.sentence, facts={**facts, **ended.facts})
    else:
        yield from _way_up(book, subject, facts)


def _way_up(book: seats.Book, subject: Registration, facts: Facts) -> Iterator[Step]:
    """Yield what has to happen for somebody to move up, for the first of the pools that has no seat for them."""
    event, ledger, position = book.event, book.ledger, book.position(subject) or 1
    lacks = ledger.lacks(subject)
    if lacks:
        pool = lacks[0]
        short = int(ledger.held[pool] - ledger.caps[pool]) + position
        if pool is None:
            yield Step(
                rule="change",
                passed=False,
                facts={**facts, "seats": short, "capacity": ledger.held[None] + position},
                sentence="To move up: {seats:seat|seats} must free, or the cap rise to {capacity}.",
            )
        elif pool == seats.OTHERS:
            kept = [aside for aside in event.set_asides if book.now < aside.until]
            audiences, until = ", ".join(a.audience for a in kept), min(a.until for a in kept)
            yield Step(
                rule="change",
                passed=False,
                facts={**facts, "audiences": audiences, "until": until},
                sentence="To move up: the free seats are for {audiences} until {until}.",
            )
        else:
            yield Step(
                rule="change",
                passed=False,
                facts={**facts, "seats": short, "session": pool},
                sentence="To move up: {seats:seat|seats} must free in session {session}.",
            )
    if event.promotion is Promotion.MANUAL:
        yield Step(
            rule="change",
            passed=False,
            facts=facts,
            sentence="To move up: an organiser runs 'netwerk waitlist promote {event} --count {position}'.",
        )
    elif not lacks:
        yield Step(
            rule="change", passed=False, facts=facts, sentence="To move up: those who asked earlier go first."
        )
