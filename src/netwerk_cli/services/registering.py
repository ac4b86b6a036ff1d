"""Registering: one person, or one a line."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from netwerk_cli.domain import moments, seats
from netwerk_cli.domain.events import Event
from netwerk_cli.domain.history import Act
from netwerk_cli.domain.registrations import Registration, Registrations
from netwerk_cli.errors import BadDate, Conflict, NetwerkError, NotFound, Refused, Usage
from netwerk_cli.services import values
from netwerk_cli.services.caller import Caller
from netwerk_cli.services.registrations import (
    RegistrationResult,
    change,
    chosen,
    instant,
    is_member,
    member_addresses,
    result,
)
from netwerk_cli.store import View
from netwerk_cli.terms import PERSON, Given

if TYPE_CHECKING:
    from netwerk_cli.exchange.requests import Line


class Terms(NamedTuple):
    """On what terms somebody asks: may wait, takes whatever sessions are free, overrules with a reason.

    With `revive`, a request that is older than the cancellation of that person counts.
    """

    waiting_list: bool = True
    partial: bool = False
    force: bool = False
    revive: bool = False


AS_USUAL = Terms()
_SEEN = ("name", "email", "organisation", "audience")
"""The particulars of a person that rules look at."""


def add(
    caller: Caller,
    slug: str,
    given: Given,
    *,
    sessions: tuple[str, ...] = (),
    received_at: str | None = None,
    terms: Terms = AS_USUAL,
    reason: str | None = None,
) -> RegistrationResult:
    """Register somebody: a seat, a place in the queue, or a refusal that says why."""
    asked = _typed(caller, given, sessions=sessions, received_at=received_at)

    def ask(event: Event, registrations: Registrations, act: Act, view: View) -> seats.Outcome:
        request = asked(event, member_addresses(view, event))
        return seats.register(event, registrations, request, act, **terms._asdict())

    return change(caller, slug, ask, reason)


def _typed(
    caller: Caller,
    given: Given,
    *,
    sessions: tuple[str, ...],
    received_at: str | None,
    dated: bool = True,
) -> Callable[[Event, frozenset[str] | None], seats.Request]:
    """Return what makes the request that was typed, for an event and those it is for; the person is checked now."""
    person = dict.fromkeys((term.field for term in PERSON), None) | values.fields(PERSON, given, None)
    seen: dict[str, Any] = {name: person.pop(name) for name in _SEEN}

    def request(event: Event, members: frozenset[str] | None) -> seats.Request:
        received = caller.now if received_at is None else instant(received_at, event, caller)
        return seats.Request(
            received_at=moments.in_zone(received, event.timezone),
            sessions=chosen(event, sessions),
            member=is_member(str(seen["email"]), members),
            dated=dated,
            more=person,
            **seen,
        )

    return request


def add_lines(
    caller: Caller, slug: str, lines: Sequence[Line], terms: Terms = AS_USUAL
) -> list[RegistrationResult | NetwerkError]:
    """Register one person a line, in one step; return a result or a refusal for each, in the order of the lines.

    Who asked first goes first, wherever the line stands. One that is refused stops no other.
    """
    results: dict[int, RegistrationResult | NetwerkError] = {}
    with caller.change() as transaction:
        event, registrations = transaction.event(slug), transaction.registrations(slug)
        members, act = member_addresses(transaction, event), caller.act(event)
        book, touched = seats.Book(event, registrations, act.at), dict[int, Registration]()
        ordered = sorted(enumerate(line for _, line in lines), key=lambda one: _moment(one[1], event, caller))
        for index, line in ordered:
            before = book.event
            try:
                request = _asked(caller, line)(event, members)
                same = book.same_as(request.name, request.email)
                if same is not None and _is_unchanged(same, request, registrations):
                    results[index] = result(before, book, seats.Outcome(event=before, subject=same))
                    continue
                outcome = seats.enter(book, request, act, **terms._asdict())
            except (Usage, NotFound, Conflict, Refused) as refusal:
                results[index] = _without_cell(refusal, line)
                continue
            results[index] = result(before, book, outcome)
            touched |= {r.number: r for r in outcome.changed}
        if touched or book.event != event:
            transaction.keep(book.event, touched.values())
    return [results[index] for index in range(len(lines))]


def _asked(
    caller: Caller, line: Mapping[str, str]
) -> Callable[[Event, frozenset[str] | None], seats.Request]:
    received_at = line.get("received_at") or None
    dated = received_at is not None
    return _typed(caller, _person(line), sessions=_listed(line), received_at=received_at, dated=dated)


def _without_cell(refusal: NetwerkError, line: Mapping[str, str]) -> NetwerkError:
    """Return the refusal of a line without a cell that is no date at all: columns may have shifted."""
    from netwerk_cli.dates import unquoted

    dated = any(sign.isdigit() for sign in line.get("received_at", ""))
    return unquoted(refusal) if isinstance(refusal, BadDate) and not dated else refusal


def _is_unchanged(same: Registration, request: seats.Request, before: Registrations) -> bool:
    """Whether a line says again what an earlier list said: the person is on it since, and asked at that moment."""
    known = same.active and same.number in before and same.name == request.name
    return known and (not request.dated or same.received_at == request.received_at)


def _moment(line: Mapping[str, str], event: Event, caller: Caller) -> datetime:
    """Return when a line's request was received; a line that does not say so properly counts as received now."""
    try:
        return instant(line["received_at"], event, caller) if line.get("received_at") else caller.now
    except Usage:
        return caller.now


def _person(line: Mapping[str, str]) -> Given:
    """Return what a line says about somebody; a name and an address are never left out."""
    blank = {term.typed: "" for term in PERSON if term.needed}
    return blank | {term.typed: line[term.column] for term in PERSON if term.column in line}


def _listed(line: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(filter(None, (part.strip() for part in line.get("sessions", "").split(","))))
