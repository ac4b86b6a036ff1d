"""What every command that touches an event or a registration says of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from netwerk_cli.cli import answering
from netwerk_cli.cli.call import Call
from netwerk_cli.cli.cautions import careful
from netwerk_cli.cli.clocks import speak_of
from netwerk_cli.cli.language import left, sentence
from netwerk_cli.domain import events, questions
from netwerk_cli.domain.events import ClosedBy, Event
from netwerk_cli.domain.registrations import Mark, Registration, Status, Tally, overruled
from netwerk_cli.errors import NetwerkError
from netwerk_cli.errors.seats import OldNews
from netwerk_cli.exchange.shapes import registration_shape
from netwerk_cli.wording import Wording

if TYPE_CHECKING:
    from netwerk_cli.services.registrations import Placed, RegistrationResult
    from netwerk_cli.services.several import Answer

_MANY = 8


def tell_event(call: Call, event: Event, tally: Tally) -> None:
    """Say whether registration is open and until when, and how many seats are left."""
    speak_of(event.timezone)
    held = tally.held
    free = events.free_seats(event, held)
    state = events.status(event, call.now, free=free)
    _tell_registration(call, event, state)
    if event.capacity is not None and held > event.capacity:
        call.warn(
            "{held:seat is|seats are} held under a cap of {capacity}: {over} over.",
            held=held,
            capacity=event.capacity,
            over=held - event.capacity,
        )
    elif event.capacity is not None:
        call.say(
            "{held} of {capacity:seat is|seats are} held; {free} free, {waiting} waiting.",
            held=held,
            free=free,
            capacity=event.capacity,
            waiting=tally[Status.WAITING],
        )
    if tally.no_seat:
        call.say("{count:person is|people are} on the list without taking a seat.", count=tally.no_seat)


def _tell_registration(call: Call, event: Event, state: events.Status) -> None:
    match state:
        case events.Status.OPEN | events.Status.FULL if event.closing is not None:
            call.say(
                "Registration is open until {closes_at} ({left} left).",
                closes_at=event.closing,
                left=left(event.closing - call.now, call.language),
            )
        case events.Status.OPEN | events.Status.FULL:
            call.say("Registration is open; it has no closing time.")
        case events.Status.UPCOMING:
            call.say("Registration opens on {opens_at}.", opens_at=event.opens_at)
        case events.Status.DRAFT:
            call.say("It is a draft: publish it with 'netwerk event open {event}'.", event=event.slug)
        case events.Status.CLOSED:
            by_default = event.closes_at is None and event.closing == event.deadline
            call.say(
                "Registration closed on {closes_at}, at the start: no closing was given."
                if by_default
                else "Registration closed on {closes_at}.",
                closes_at=event.closing,
            )
        case events.Status.CANCELLED:
            call.say("It was cancelled on {cancelled_at}.", cancelled_at=event.cancelled_at)
        case events.Status.PAST:
            call.say("It is over.")


def tell_promoted(call: Call, event: Event, promoted: Sequence[Registration]) -> None:
    """Say who moved up from the waiting list."""
    for registration in promoted:
        call.say(
            "{name} ({registration}) moved up from the waiting list.",
            name=registration.name,
            registration=registration.code,
            event=event.slug,
        )


def _stands(status: Status) -> str:
    match status:
        case Status.CONFIRMED:
            return "{name} ({registration}) has a seat at '{event}'."
        case Status.PENDING:
            return "{name} ({registration}) holds a seat at '{event}' and awaits approval."
        case Status.WAITING:
            return "{name} ({registration}) is number {position} on the waiting list of '{event}'."
        case Status.CANCELLED:
            return "{name} ({registration}) is cancelled for '{event}'."
        case Status.DECLINED:
            return "{name} ({registration}) is declined for '{event}'."


def placed(event: Event, where: Placed) -> Wording:
    """Return where somebody stands."""
    one = where.registration
    facts = {"name": one.name, "registration": one.code, "event": event.slug, "position": where.position}
    if one.active and one.no_seat:
        return Wording("{name} ({registration}) is on the list of '{event}' and takes no seat.", **facts)
    return Wording(_stands(one.status), **facts)


def tell_placed(call: Call, event: Event, where: Placed) -> None:
    """Say where somebody stands."""
    registration, said = where.registration, placed(event, where)
    call.say(said.template, **said.facts)
    if Mark.LATE in registration.marks:
        call.say("That is late: it had started.")
    if registration.waits_for:
        call.say(
            "{name} waits for a seat in: {sessions}.",
            name=registration.name,
            sessions=", ".join(registration.waits_for),
        )


def tell_registration(
    call: Call, action: str, result: RegistrationResult, *, free: int | None = None
) -> None:
    """Say where somebody stands now, who moved up and how many seats are free; with --json the result object."""
    tell_outcome(call, result)
    if action == "registration.add":
        _tell_sessions(call, result)
    if free is not None:
        call.say("{free:seat is|seats are} free.", free=free)
    call.result(action, changed=result.changed, **_shapes(result))


def tell_particulars(call: Call, action: str, result: RegistrationResult) -> None:
    """Say what was changed about somebody, old and new, and in whose place a substitute comes."""
    from netwerk_cli.cli.changes import entry_changes, tell_entry

    tell_outcome(call, result)
    changes: list[dict[str, object]] = []
    if result.changed and result.placed is not None:
        registration = result.placed.registration
        entry = questions.told(result.event.questions, registration.history[-1])
        before = entry.changes.get("name", (registration.name,))[0]
        if entry.what == "substituted":
            call.say("{name} comes in place of {before}.", name=registration.name, before=before)
        tell_entry(call, registration.code, entry)
        changes = entry_changes(entry)
    call.result(action, changed=result.changed, **_shapes(result), changes=changes)


def _tell_sessions(call: Call, result: RegistrationResult) -> None:
    """Say which sessions of a series somebody has a seat in."""
    who = result.placed.registration if result.placed else None
    if who is None or not who.seated or not result.event.multi:
        return
    from netwerk_cli.domain.seats.ledger import seats_in

    taken = seats_in(result.event, who)
    call.say("Sessions: {sessions}.", sessions=", ".join(taken[:_MANY] + ["…"] * (len(taken) > _MANY)))


def _tell_still_closed(call: Call, result: RegistrationResult) -> None:
    """Say that a seat is free in an event that closed when it was full, and how to give it to somebody."""
    event, who = result.event, result.placed
    left = who is not None and result.changed and not who.registration.active
    due = event.deadline is not None and event.deadline <= call.now
    if left and result.free and event.closed_by is ClosedBy.FULL and event.cancelled_at is None and not due:
        call.say(
            "{free:seat is|seats are} free; registration stays closed. Reopen with 'netwerk event reopen {event}'.",
            free=result.free,
            event=event.slug,
        )


def tell_outcome(call: Call, result: RegistrationResult) -> None:
    """Say where somebody stands now and who moved up."""
    assert result.placed is not None  # noqa: S101 (every command here is about one person)
    if not result.changed:
        call.say("Nothing changed.")
    registration = result.placed.registration
    tell_placed(call, result.event, result.placed)
    if result.changed and overruled(registration):
        call.say("A rule was set aside: {reason}", reason=registration.override)
    tell_promoted(call, result.event, [p.registration for p in result.promoted])
    if result.dropped:
        call.warn("Not in what is full: {sessions}.", sessions=", ".join(result.dropped))
    careful(call, result.warnings)
    if result.closed:
        call.warn("That was the last seat: registration is closed.")
    _tell_still_closed(call, result)


def tell_several(
    call: Call,
    action: str,
    answered: tuple[Event, list[Answer]],
    *,
    nothing: str = "Nobody awaits approval.",
    **more: object,
) -> None:
    """Say of each of several people where they stand now, or why nothing was decided; with --json the result object."""
    event, answers = answered
    results = []
    for person, outcome in answers:
        shape = {"person": person, "changed": False, "registration": None, "promoted": []}
        if isinstance(outcome, NetwerkError):
            message = sentence(outcome, call.language)
            call.say("{person}: {message}", person=person, message=message)
            error = None if isinstance(outcome, OldNews) else outcome.code
            results.append({**shape, "error": error, "message": message})
        else:
            if outcome.changed or "counts" not in more:  # of a whole group only who is new
                tell_outcome(call, outcome)
            shape |= {"changed": outcome.changed, **_shapes(outcome)}
            results.append({**shape, "error": None, "message": None})
    if not answers:
        call.say(nothing)
    answering.answer(call, action, results, event=event.slug, **more)


def _shapes(result: RegistrationResult) -> dict[str, object]:
    placed = result.placed
    assert placed is not None  # noqa: S101 (as above)
    return {
        "registration": registration_shape(result.event, placed.registration, placed.position),
        "promoted": [registration_shape(result.event, p.registration, p.position) for p in result.promoted],
    }
