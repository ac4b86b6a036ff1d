"""Sessions: add, list, edit, cancel, put back, remove, and make many by a recurrence rule."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from netwerk_cli import terms
from netwerk_cli.domain import recurrence, recurrence_rule, seats
from netwerk_cli.domain import registrations as people_on_it
from netwerk_cli.domain.events import Event, Session, free_seats
from netwerk_cli.domain.history import Act
from netwerk_cli.domain.registrations import Registrations
from netwerk_cli.domain.slugs import check_slug
from netwerk_cli.errors import BadValue
from netwerk_cli.errors.lookup import SessionNotFound
from netwerk_cli.errors.planning import SessionExists, SessionTaken
from netwerk_cli.records import replace
from netwerk_cli.services import values
from netwerk_cli.services.caller import Caller
from netwerk_cli.services.event_fields import TIMES, span
from netwerk_cli.services.events import EventResult, change
from netwerk_cli.store.transactions import Transaction
from netwerk_cli.terms import Given
from netwerk_cli.wording import Wording

Sessions = tuple[Session, ...]


class Seats(NamedTuple):
    """A session of an event and its seats; `free` is None where the session has no cap of its own."""

    event: Event
    session: Session
    held: int
    waiting: int
    free: int | None


def add(caller: Caller, slug: str, session_id: str, given: Given) -> EventResult:
    """Add a session to an event."""
    check_slug(session_id, field="SESSION")

    def move(event: Event, transaction: Transaction) -> Sessions:
        if any(session.id == session_id for session in event.sessions):
            raise SessionExists(event=slug, session=session_id)
        return (*event.sessions, _typed(caller, event, Session(id=session_id), given, transaction))

    return _change(caller, slug, move, what="session added")


def repeat(
    caller: Caller,
    slug: str,
    prefix: str,
    given: Given,
    *,
    every: str | None,
    rule: str | None,
    count: int | None,
    until: str | None,
) -> EventResult:
    """Add sessions `prefix-1`, `prefix-2`, … at the times that a rule gives, at the same time of the day each."""
    check_slug(prefix, field="--prefix")
    if (every is None) == (rule is None):
        raise BadValue(field="--every", why=Wording("give either --every or --rule"))
    text = recurrence.rule_of(every) if every is not None else str(rule)
    repeated = recurrence_rule.read(  # before the lock: whoever waits for it waits for nobody's rule
        text,
        typed_as="--rule" if every is None else "--every",
        count=count,
        until=None if until is None else _last_day(caller, slug, until),
    )

    def move(event: Event, transaction: Transaction) -> Sessions:
        first = _typed(caller, event, Session(id=prefix), given, transaction)
        spans = recurrence.spans(first, event.timezone, repeated)
        taken = {session.id for session in event.sessions}
        names = [f"{prefix}-{number}" for number in range(1, len(spans) + 1)]
        for name in names:
            if name in taken:
                raise SessionExists(event=slug, session=name)
        made = (
            replace(first, id=name, starts_at=s, ends_at=e) for name, (s, e) in zip(names, spans, strict=True)
        )
        return (*event.sessions, *made)

    return _change(caller, slug, move, what="session added")


def edit(
    caller: Caller, slug: str, session_id: str, given: Given, *, force: bool, reason: str | None
) -> EventResult:
    """Change a session; one still to be announced gets its date this way."""

    def move(event: Event, transaction: Transaction) -> Sessions:
        before = find(event, session_id)
        return _with(event, _typed(caller, event, before, given, transaction))

    return _change(caller, slug, move, what="edited", force=force, reason=reason)


def cancel(caller: Caller, slug: str, session_id: str, *, reason: str | None) -> EventResult:
    """Call one session off; it stays on record, and those who chose it keep their other seats."""

    def move(event: Event, _: Transaction) -> Sessions:
        session = find(event, session_id)
        return _with(event, replace(session, cancelled_at=session.cancelled_at or caller.act(event).at))

    return _change(caller, slug, move, what="session cancelled", reason=reason)


def reopen(
    caller: Caller, slug: str, session_id: str, *, force: bool = False, reason: str | None = None
) -> EventResult:
    """Put a cancelled session back on. Its cap holds: more people than seats needs force and a reason."""
    return _change(
        caller,
        slug,
        lambda event, _: _with(event, replace(find(event, session_id), cancelled_at=None)),
        what="session restored",
        force=force,
        reason=reason,
    )


def remove(caller: Caller, slug: str, session_id: str) -> EventResult:
    """Take out a session that nobody chose by name."""

    def move(event: Event, transaction: Transaction) -> Sessions:
        find(event, session_id)
        refuse_taken(event, session_id, transaction.registrations(slug))
        return tuple(session for session in event.sessions if session.id != session_id)

    return _change(caller, slug, move, what="session removed")


def refuse_taken(event: Event, session_id: str, registrations: Registrations) -> None:
    """Raise `SessionTaken` when somebody chose the session by name, waits for a seat in it, or was excused from it."""
    chosen = sum(session_id in (*r.sessions, *r.waits_for, *r.without) for r in registrations.values())
    if chosen:
        raise SessionTaken(event=event.slug, session=session_id, count=chosen)


def listing(caller: Caller, slug: str) -> list[Seats]:
    """Return the sessions of an event with their seats, in the order of their start; undated ones last."""
    view = caller.read()
    event, registrations = view.event(slug), view.registrations(slug)
    ordered = sorted(event.sessions, key=lambda s: (s.starts_at is None, event.starts(s), s.id))
    return [_seats(event, session, registrations) for session in ordered]


def _seats(event: Event, session: Session, registrations: Registrations) -> Seats:
    held = seats.seats_held(registrations, session.id)
    waiting = sum(r.awaits(session.id) for r in people_on_it.queue(registrations, also_partly=True))
    free = free_seats(session, held)
    return Seats(event=event, session=session, held=held, waiting=waiting, free=free)


def find(event: Event, session_id: str) -> Session:
    """Return one session. Raises `SessionNotFound`."""
    for session in event.sessions:
        if session.id == session_id:
            return session
    known = ", ".join(session.id for session in event.sessions)
    raise SessionNotFound(event=event.slug, session=session_id, known=known or "-")


def _with(event: Event, changed: Session) -> Sessions:
    return tuple(changed if session.id == changed.id else session for session in event.sessions)


def _typed(caller: Caller, event: Event, session: Session, given: Given, transaction: Transaction) -> Session:
    """Return `session` with what was typed about it."""
    found = values.fields(terms.SESSION, given, session)
    if "within" in given:
        found["within"] = transaction.event(given["within"]).slug if given["within"].strip() else None
    return replace(session, **found, **_times(caller, event, session, given))  # type: ignore[arg-type]


def _times(caller: Caller, event: Event, session: Session, given: Given) -> dict[str, object]:
    timed = any(name in given for name in TIMES)
    if given.get("to_be_announced") and timed:
        raise BadValue(field="--to-be-announced", why=Wording("it goes without a time"))
    if given.get("to_be_announced"):
        return {"starts_at": None, "ends_at": None}
    if not timed:
        if session.starts_at is None and session not in event.sessions:
            raise BadValue(field="--starts", why=Wording("give a start, or --to-be-announced"))
        return {}
    start, end = span(given, session, event.timezone, caller.now)
    return {"starts_at": start, "ends_at": end}


def _last_day(caller: Caller, slug: str, text: str) -> date:
    from netwerk_cli.dates import read_day

    return read_day(text, zone=caller.read().event(slug).timezone, now=caller.now)


def _change(
    caller: Caller,
    slug: str,
    move: Callable[[Event, Transaction], Sessions],
    *,
    what: str,
    force: bool = False,
    reason: str | None = None,
) -> EventResult:
    """Put other sessions in the place of an event's; whoever can move up does."""

    def ask(event: Event, registrations: Registrations, act: Act, transaction: Transaction) -> seats.Outcome:
        return seats.amend(
            event, registrations, act, what=what, force=force, sessions=move(event, transaction)
        )

    return change(caller, slug, ask, reason)
