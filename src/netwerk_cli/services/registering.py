"""Registering: one person, or one a line."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from netwerk_cli.domain import moments, people, seats
from netwerk_cli.domain.events import Event
from netwerk_cli.domain.history import Act
from netwerk_cli.domain.registrations import Registration, Registrations
from netwerk_cli.errors import Conflict, NetwerkError, NotFound, Refused, Usage
from netwerk_cli.services.caller import Caller
from netwerk_cli.services.registrations import (
    Person,
    RegistrationResult,
    change,
    chosen,
    instant,
    is_member,
    member_addresses,
    result,
)
from netwerk_cli.store import View

if TYPE_CHECKING:
    from netwerk_cli.exchange.requests import Line


class Terms(NamedTuple):
    """On what terms somebody asks: may wait, takes whatever sessions are free, overrules with a reason."""

    waiting_list: bool = True
    partial: bool = False
    force: bool = False


AS_USUAL = Terms()


def add(
    caller: Caller,
    slug: str,
    person: Person,
    *,
    sessions: tuple[str, ...] = (),
    received_at: str | None = None,
    terms: Terms = AS_USUAL,
    reason: str | None = None,
) -> RegistrationResult:
    """Register somebody: a seat, a place in the queue, or a refusal that says why."""
    why = people.line(reason, field="--reason") if reason is not None else None
    ask = _asking(caller, person, sessions=sessions, received_at=received_at, terms=terms)

    def look_and_ask(event: Event, registrations: Registrations, act: Act, view: View) -> seats.Outcome:
        return ask(event, registrations, act, member_addresses(view, event))

    return change(caller, slug, look_and_ask, why)


def _asking(
    caller: Caller,
    person: Person,
    *,
    sessions: tuple[str, ...],
    received_at: str | None,
    terms: Terms,
) -> Callable[[Event, Registrations, Act, frozenset[str] | None], seats.Outcome]:
    """Return the question whether `person` can have a seat; what was typed is checked now.

    The last thing it is asked with is whom the event is for, as `member_addresses` has it.
    """
    given = person.fields()

    def ask(
        event: Event, registrations: Registrations, act: Act, members: frozenset[str] | None
    ) -> seats.Outcome:
        received = caller.now if received_at is None else instant(received_at, event, caller)
        request = seats.Request(
            received_at=moments.in_zone(received, event.timezone),
            sessions=chosen(event, sessions),
            member=is_member(given["email"], members),
            **given,
        )
        return seats.register(event, registrations, request, act, **terms._asdict())

    return ask


def add_lines(
    caller: Caller, slug: str, lines: Sequence[Line], terms: Terms = AS_USUAL
) -> list[RegistrationResult | NetwerkError]:
    """Register one person a line, in one step; return a result or a refusal for each, in the order of the lines.

    Who asked first goes first, wherever the line stands. One that is refused stops no other.
    """
    results: dict[int, RegistrationResult | NetwerkError] = {}
    with caller.change() as transaction:
        event, registrations = transaction.event(slug), transaction.registrations(slug)
        members = member_addresses(transaction, event)
        before, touched = event, dict[int, Registration]()
        for index, line in sorted(
            enumerate(line for _, line in lines), key=lambda one: _moment(one[1], event, caller)
        ):
            try:
                ask = _asking(
                    caller,
                    _person(line),
                    sessions=_listed(line),
                    received_at=line.get("received_at") or None,
                    terms=terms,
                )
                outcome = ask(event, registrations, caller.act(event), members)
            except (Usage, NotFound, Conflict, Refused) as refusal:
                results[index] = refusal
                continue
            results[index] = result(event, registrations, outcome)
            event = outcome.event
            touched |= {r.number: r for r in outcome.changed}
            registrations |= {r.number: r for r in outcome.changed}
        if touched or event != before:
            transaction.keep(event, touched.values())
    return [results[index] for index in range(len(lines))]


def _moment(line: Mapping[str, str], event: Event, caller: Caller) -> datetime:
    """Return when a line's request was received; a line that does not say so properly counts as received now."""
    try:
        return instant(line["received_at"], event, caller) if line.get("received_at") else caller.now
    except Usage:
        return caller.now


def _person(line: Mapping[str, str]) -> Person:
    return Person(
        name=line.get("name", ""),
        email=line.get("email", ""),
        **{field: line[field] for field in ("organisation", "role", "audience", "note") if field in line},
    )


def _listed(line: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(filter(None, (part.strip() for part in line.get("sessions", "").split(","))))
