"""Registrations: add, list, show, edit, cancel, approve, decline, substitute."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from netwerk_cli.domain import events, moments, people, seats
from netwerk_cli.domain import registrations as rules
from netwerk_cli.domain.events import Event
from netwerk_cli.domain.history import Act
from netwerk_cli.domain.registrations import Registration, Registrations, Status, position_of
from netwerk_cli.errors import (
    BadValue,
    Conflict,
    NetwerkError,
    NotFound,
    Refused,
    SessionNotFound,
    Usage,
    Wording,
)
from netwerk_cli.services.caller import Caller

if TYPE_CHECKING:
    from netwerk_cli.exchange.requests import Line


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


def add(
    caller: Caller,
    slug: str,
    person: Person,
    *,
    sessions: tuple[str, ...] = (),
    received_at: str | None = None,
    waiting_list: bool = True,
    force: bool = False,
    reason: str | None = None,
) -> RegistrationResult:
    """Register somebody: a seat, a place in the queue, or a refusal that says why."""
    why = people.line(reason, field="--reason") if reason is not None else None
    ask = _asking(
        caller, person, sessions=sessions, received_at=received_at, waiting_list=waiting_list, force=force
    )
    return _change(caller, slug, ask, why)


def _asking(
    caller: Caller,
    person: Person,
    *,
    sessions: tuple[str, ...],
    received_at: str | None,
    waiting_list: bool,
    force: bool,
) -> Callable[[Event, Registrations, Act], seats.Outcome]:
    """Return the question whether `person` can have a seat; what was typed is checked now."""
    given = person.fields()

    def ask(event: Event, registrations: Registrations, act: Act) -> seats.Outcome:
        received = caller.now if received_at is None else _instant(received_at, event, caller)
        request = seats.Request(
            received_at=moments.in_zone(received, event.timezone), sessions=_chosen(event, sessions), **given
        )
        return seats.register(event, registrations, request, act, waiting_list=waiting_list, force=force)

    return ask


def _instant(text: str, event: Event, caller: Caller) -> datetime:
    from netwerk_cli.dates import read_instant

    return read_instant(text, zone=event.timezone, now=caller.now)


def add_lines(
    caller: Caller, slug: str, lines: Sequence[Line], *, waiting_list: bool = True
) -> list[RegistrationResult | NetwerkError]:
    """Register one person a line, in the order of the lines, in one step; return a result or a refusal for each.

    The lines stand by themselves: one that is refused stops no other.
    """
    results: list[RegistrationResult | NetwerkError] = []
    with caller.change() as transaction:
        event, registrations = transaction.event(slug), transaction.registrations(slug)
        before, touched = event, dict[int, Registration]()
        for _, line in lines:
            try:
                ask = _asking(
                    caller,
                    _person(line),
                    sessions=_listed(line),
                    received_at=line.get("received_at") or None,
                    waiting_list=waiting_list,
                    force=False,
                )
                outcome = ask(event, registrations, caller.act(event))
            except (Usage, NotFound, Conflict, Refused) as refusal:
                results.append(refusal)
                continue
            results.append(result(event, registrations, outcome))
            event = outcome.event
            touched |= {r.number: r for r in outcome.changed}
            registrations |= {r.number: r for r in outcome.changed}
        if touched or event != before:
            transaction.keep(event, touched.values())
    return results


def _person(line: Mapping[str, str]) -> Person:
    return Person(
        name=line.get("name", ""),
        email=line.get("email", ""),
        **{field: line[field] for field in ("organisation", "role", "audience", "note") if field in line},
    )


def _listed(line: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(filter(None, (part.strip() for part in line.get("sessions", "").split(","))))


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
        moment = _instant(as_of, event, caller)
        registrations = {r.number: r for r in rules.as_of(registrations.values(), moment)}
    places = {r.number: i for i, r in enumerate(rules.queue(registrations), 1)}
    if session is not None:
        _chosen(event, (session,))
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
    return _particulars(caller, slug, who, person, rules.edit, reason)


def substitute(
    caller: Caller, slug: str, who: str, person: Person, *, reason: str | None = None
) -> RegistrationResult:
    """Hand a seat, or a place in the queue, to somebody else. What is not given is not carried over."""
    whole = person._replace(organisation=person.organisation or "", role=person.role or "", note=person.note)
    return _particulars(caller, slug, who, whole, rules.substitute, reason)


def cancel(caller: Caller, slug: str, who: str, *, reason: str | None = None) -> RegistrationResult:
    """Withdraw somebody; whoever is first in the queue moves up in the same step."""
    return _about(caller, slug, who, seats.cancel, reason)


def approve(caller: Caller, slug: str, who: str) -> RegistrationResult:
    """Approve a pending registration."""
    return _about(caller, slug, who, seats.approve)


def decline(caller: Caller, slug: str, who: str, *, reason: str | None = None) -> RegistrationResult:
    """Decline a pending or waiting registration."""
    return _about(caller, slug, who, seats.decline, reason)


def _chosen(event: Event, sessions: tuple[str, ...]) -> tuple[str, ...]:
    """Return the chosen sessions once each, in the order of the event. Raises `SessionNotFound`."""
    known = [session.id for session in event.sessions]
    for session in sessions:
        if session not in known:
            raise SessionNotFound(event=event.slug, session=session, known=", ".join(known) or "-")
    return tuple(session for session in known if session in sessions)


def _about(
    caller: Caller,
    slug: str,
    who: str,
    move: Callable[[Event, Registrations, Registration, Act], seats.Outcome],
    reason: str | None = None,
) -> RegistrationResult:
    def ask(event: Event, registrations: Registrations, act: Act) -> seats.Outcome:
        return move(event, registrations, rules.find(registrations, who, event=slug), act)

    return _change(caller, slug, ask, reason)


def _particulars(
    caller: Caller, slug: str, who: str, person: Person, move: Callable[..., Registration], reason: str | None
) -> RegistrationResult:
    given = person.fields()

    def ask(event: Event, registrations: Registrations, act: Act) -> seats.Outcome:
        subject = rules.find(registrations, who, event=slug)
        after = move(event, registrations, subject, act, **given)
        return seats.Outcome(event=event, subject=after, changed=() if after is subject else (after,))

    return _change(caller, slug, ask, reason)


def _change(
    caller: Caller,
    slug: str,
    ask: Callable[[Event, Registrations, Act], seats.Outcome],
    reason: str | None = None,
) -> RegistrationResult:
    with caller.change() as transaction:
        event, registrations = transaction.event(slug), transaction.registrations(slug)
        outcome = ask(event, registrations, caller.act(event, reason))
        if outcome.changed or outcome.event != event:
            transaction.keep(outcome.event, outcome.changed)
    return result(event, registrations, outcome)
