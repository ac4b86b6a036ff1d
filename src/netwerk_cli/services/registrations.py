"""Registrations: add, list, show, edit, cancel, approve, decline, substitute."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any, NamedTuple

from netwerk_cli.domain import events, memberships, people, seats
from netwerk_cli.domain import registrations as rules
from netwerk_cli.domain.events import Event
from netwerk_cli.domain.history import Act
from netwerk_cli.domain.registrations import Registration, Registrations, Status, position_of
from netwerk_cli.errors import (
    BadValue,
    SessionNotFound,
    Wording,
)
from netwerk_cli.services.caller import Caller
from netwerk_cli.store import View


class Person(NamedTuple):
    """What was typed about somebody. None: not given. Empty: no longer set (name and e-mail cannot be)."""

    name: str | None = None
    email: str | None = None
    organisation: str | None = None
    role: str | None = None
    audience: str | None = None
    note: str | None = None

    def fields(self) -> dict[str, Any]:
        """Return the fields that were given, trimmed and checked."""
        found: dict[str, Any] = {}
        if self.name is not None:
            found["name"] = people.line(self.name, field="--name")
        if self.email is not None:
            found["email"] = people.email(self.email)
        for field in ("organisation", "role", "audience"):
            text = getattr(self, field)
            if text is not None:
                found[field] = people.line(text, field=f"--{field}") if text.strip() else None
        if self.note is not None:
            found["note"] = people.text(self.note, field="--note") or None
        return found


class Placed(NamedTuple):
    """A registration with its place on the waiting list, counted from 1; None for who does not wait."""

    registration: Registration
    position: int | None


class RegistrationResult(NamedTuple):
    """What a command did: the event and the registration afterwards, and who moved up."""

    event: Event
    placed: Placed | None
    changed: bool
    promoted: tuple[Placed, ...] = ()
    free: int | None = None
    held: int = 0


def result(event: Event, registrations: Registrations, outcome: seats.Outcome) -> RegistrationResult:
    """Return what `outcome` comes to, with queue positions as they are afterwards."""
    after = {**registrations, **{r.number: r for r in outcome.changed}}
    held = seats.seats_held(after)
    subject = outcome.subject
    return RegistrationResult(
        event=outcome.event,
        placed=placed(after, subject) if subject else None,
        held=held,
        changed=outcome.event != event or bool(outcome.changed),
        free=events.free_seats(outcome.event, held),
        promoted=tuple(placed(after, r) for r in outcome.promoted),
    )


def placed(registrations: Registrations, registration: Registration) -> Placed:
    """Return a registration with its place on the waiting list."""
    return Placed(registration=registration, position=position_of(registrations, registration))


def instant(text: str, event: Event, caller: Caller) -> datetime:
    """Read a typed moment, local to the event."""
    from netwerk_cli.dates import read_instant

    return read_instant(text, zone=event.timezone, now=caller.now)


def listing(
    caller: Caller,
    slug: str,
    *,
    status: tuple[str, ...] = (),
    session: str | None = None,
    organisation: str | None = None,
    as_of: str | None = None,
) -> tuple[Event, list[Placed]]:
    """Return the registrations of an event by number, also as they were at an earlier moment."""
    unknown = set(status) - {str(s) for s in Status}
    if unknown:
        raise BadValue(field="--status", why=Wording("choose from {known}", known=", ".join(Status)))
    view = caller.read()
    event, registrations = view.event(slug), view.registrations(slug)
    if as_of is not None:
        moment = instant(as_of, event, caller)
        registrations = {r.number: r for r in rules.as_of(registrations.values(), moment)}
    places = {r.number: i for i, r in enumerate(rules.queue(registrations), 1)}
    if session is not None:
        chosen(event, (session,))
    return event, [
        Placed(registration=r, position=places.get(r.number))
        for r in registrations.values()
        if (not status or r.status in status)
        and (session is None or seats.attends(r, session))
        and (organisation is None or (r.organisation or "").casefold() == organisation.strip().casefold())
    ]


def show(caller: Caller, slug: str, person: str) -> tuple[Event, Placed]:
    """Return one registration."""
    view = caller.read()
    event, registrations = view.event(slug), view.registrations(slug)
    return event, placed(registrations, rules.find(registrations, person, event=slug))


def edit(
    caller: Caller, slug: str, who: str, person: Person, *, reason: str | None = None
) -> RegistrationResult:
    """Correct somebody's particulars."""

    def move(
        event: Event, registrations: Registrations, subject: Registration, act: Act, _: View, **given: object
    ) -> Registration:
        return rules.edit(event, registrations, subject, act, **given)

    return _particulars(caller, slug, who, person, move, reason)


def substitute(
    caller: Caller, slug: str, who: str, person: Person, *, reason: str | None = None
) -> RegistrationResult:
    """Hand a seat, or a place in the queue, to somebody else.

    Organisation, role and note are those of the substitute, or none; the audience goes with the seat.
    """
    whole = person._replace(
        organisation=person.organisation or "", role=person.role or "", note=person.note or ""
    )

    def move(
        event: Event, registrations: Registrations, subject: Registration, act: Act, view: View, **given: Any
    ) -> Registration:
        member = is_member(given["email"], member_addresses(view, event))
        return rules.substitute(event, registrations, subject, act, member=member, **given)

    return _particulars(caller, slug, who, whole, move, reason)


def cancel(caller: Caller, slug: str, who: str, *, reason: str | None = None) -> RegistrationResult:
    """Withdraw somebody; whoever is first in the queue moves up in the same step."""
    return _about(caller, slug, who, seats.cancel, reason)


def approve(caller: Caller, slug: str, who: str) -> RegistrationResult:
    """Approve a pending registration."""
    return _about(caller, slug, who, seats.approve)


def decline(caller: Caller, slug: str, who: str, *, reason: str | None = None) -> RegistrationResult:
    """Decline a pending or waiting registration."""
    return _about(caller, slug, who, seats.decline, reason)


def chosen(event: Event, sessions: tuple[str, ...]) -> tuple[str, ...]:
    """Return the chosen sessions once each, in the order of the event. Raises `SessionNotFound`."""
    known = [session.id for session in event.sessions]
    for session in sessions:
        if session not in known:
            raise SessionNotFound(event=event.slug, session=session, known=", ".join(known) or "-")
    return tuple(session for session in known if session in sessions)


def attend(
    caller: Caller,
    slug: str,
    who: str,
    sessions: tuple[str, ...],
    *,
    partial: bool = False,
    force: bool = False,
    reason: str | None = None,
) -> RegistrationResult:
    """Choose other sessions for somebody; none means the whole event. New ones go through the gate."""

    def move(event: Event, registrations: Registrations, subject: Registration, act: Act) -> seats.Outcome:
        wanted = chosen(event, sessions)
        return seats.attend(event, registrations, subject, act, wanted, partial=partial, force=force)

    return _about(caller, slug, who, move, reason)


def excuse(
    caller: Caller, slug: str, who: str, sessions: tuple[str, ...], *, reason: str | None = None
) -> RegistrationResult:
    """Excuse somebody from sessions, which frees those seats only. Raises `BadValue` when none would be left."""

    def move(event: Event, registrations: Registrations, subject: Registration, act: Act) -> seats.Outcome:
        away = chosen(event, sessions)
        mine = (
            s
            for s in event.sessions
            if s.cancelled_at is None and (s.id in subject.sessions or not subject.sessions)
        )
        kept = tuple(s.id for s in mine if s.id not in away)
        if not kept or (subject.seated and set(kept) <= set(subject.waits_for)):
            raise BadValue(
                field="--session", why=Wording("no session would be left; cancel the registration instead")
            )
        return seats.attend(event, registrations, subject, act, kept)

    return _about(caller, slug, who, move, reason)


def _about(
    caller: Caller,
    slug: str,
    who: str,
    move: Callable[[Event, Registrations, Registration, Act], seats.Outcome],
    reason: str | None = None,
) -> RegistrationResult:
    def ask(event: Event, registrations: Registrations, act: Act, _: View) -> seats.Outcome:
        return move(event, registrations, rules.find(registrations, who, event=slug), act)

    return change(caller, slug, ask, reason)


def _particulars(
    caller: Caller, slug: str, who: str, person: Person, move: Callable[..., Registration], reason: str | None
) -> RegistrationResult:
    given = person.fields()

    def ask(event: Event, registrations: Registrations, act: Act, view: View) -> seats.Outcome:
        subject = rules.find(registrations, who, event=slug)
        after = move(event, registrations, subject, act, view, **given)
        if after is subject:
            return seats.Outcome(event=event, subject=subject)
        return seats.particulars(event, registrations, subject, after, act)

    return change(caller, slug, ask, reason)


def change(
    caller: Caller,
    slug: str,
    ask: Callable[[Event, Registrations, Act, View], seats.Outcome],
    reason: str | None = None,
) -> RegistrationResult:
    """Ask the rules about an event as it is now, and keep what comes of it."""
    with caller.change() as transaction:
        event, registrations = transaction.event(slug), transaction.registrations(slug)
        outcome = ask(event, registrations, caller.act(event, reason), transaction)
        if outcome.changed or outcome.event != event:
            transaction.keep(outcome.event, outcome.changed)
    return result(event, registrations, outcome)


def member_addresses(view: View, event: Event) -> frozenset[str] | None:
    """Return the addresses of those an event is for, each as `people.same_address` has it; None for everybody."""
    return None if event.members_of is None else memberships.addresses(view.memberships(event.members_of))


def is_member(email: str, members: frozenset[str] | None) -> bool:
    """Whether somebody with this address is among those an event is for."""
    return members is None or people.same_address(email) in members
