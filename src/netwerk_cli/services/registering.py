"""Registering: one person, or one a line."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from netwerk_cli.domain import memberships, seats
from netwerk_cli.domain.events import Event
from netwerk_cli.domain.groups import Membership
from netwerk_cli.domain.history import Act
from netwerk_cli.domain.likeness import Familiar, Likeness
from netwerk_cli.domain.memberships import Memberships
from netwerk_cli.domain.registrations import Registration, Registrations
from netwerk_cli.errors import BadDate, BadValue, Conflict, NetwerkError, NotFound, Refused, Usage, Wording
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
from netwerk_cli.services.several import Answer
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
    asked = _typed(given, sessions)
    seen: list[Likeness] = []

    def ask(event: Event, registrations: Registrations, act: Act, view: View) -> seats.Outcome:
        members = member_addresses(view, event)
        received = instant(received_at, event, caller) if received_at is not None else act.at
        known = Familiar(registrations.values(), event.audiences)
        request, likenesses = _familiar(known, asked(event, members, received))
        seen.extend(likenesses)
        return seats.register(event, registrations, request, act, **terms._asdict())

    return change(caller, slug, ask, reason)._replace(warnings=tuple(seen))


def _familiar(known: Familiar, request: seats.Request) -> tuple[seats.Request, tuple[Likeness, ...]]:
    """Return a request with organisation and audience as they are written on the list, and what looks like what."""
    typed = {"organisation": request.organisation, "audience": request.audience}
    found = (*known.person(request.name, request.email), *known.terms(typed))
    return replace(request, **known.adopted(typed)), found  # type: ignore[arg-type]


def _typed(
    given: Given, sessions: tuple[str, ...], *, dated: bool = True
) -> Callable[[Event, frozenset[str] | None, datetime], seats.Request]:
    """Return what makes the request that was typed, for an event, those it is for, and when it was received.

    The person is checked now.
    """
    person = dict.fromkeys((term.field for term in PERSON), None) | values.fields(PERSON, given, None)
    seen: dict[str, Any] = {name: person.pop(name) for name in _SEEN}

    def request(event: Event, members: frozenset[str] | None, received: datetime) -> seats.Request:
        return seats.Request(
            received_at=received,
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
        known = Familiar(registrations.values(), event.audiences, many=True)
        received = [_received(line, event, caller, act.at) for _, line in lines]
        for index in sorted(range(len(lines)), key=lambda one: _turn(received[one], act.at)):
            before, line = book.event, lines[index][1]
            try:
                request = _asked(line, received[index], event, members)
                same = book.same_as(request.name, request.email)
                if same is not None and _is_unchanged(same, request, registrations):
                    results[index] = result(before, book, seats.Outcome(event=before, subject=same))
                    continue
                request, likenesses = _familiar(known, request)
                outcome = seats.enter(book, request, act, **terms._asdict())
            except (Usage, NotFound, Conflict, Refused) as refusal:
                results[index] = _without_cell(refusal, line)
                continue
            results[index] = result(before, book, outcome)._replace(warnings=likenesses)
            if outcome.subject is not None:
                known.put(outcome.subject)
            touched |= {r.number: r for r in outcome.changed}
        if touched or book.event != event:
            transaction.keep(book.event, touched.values())
    return [results[index] for index in range(len(lines))]


def add_members(caller: Caller, slug: str, terms: Terms = AS_USUAL) -> tuple[Event, list[Answer]]:
    """Register everybody in the group that an event is for, in one step; who is on the list already stays so."""
    event, known = _members(caller, slug)
    lines = [(m.number, particulars(m)) for m in known.values() if m.joined]
    results = add_lines(caller, slug, lines, terms)
    return event, [Answer(f"m{number}", one) for (number, _), one in zip(lines, results, strict=True)]


def member(caller: Caller, slug: str, person: str) -> dict[str, str]:
    """Return what the group that an event is for knows of one of its people, as if it had been typed."""
    event, known = _members(caller, slug)
    return particulars(memberships.find(known, person, group=str(event.members_of)))


def _members(caller: Caller, slug: str) -> tuple[Event, Memberships]:
    view = caller.read()
    event = view.event(slug)
    if event.members_of is None:
        raise BadValue(field="--member", why=Wording("the event is not for the members of a group"))
    return event, view.memberships(view.group(event.members_of).slug)


def particulars(membership: Membership) -> dict[str, str]:
    """Return the particulars that a membership shares with a registration; those that say nothing are left out."""
    shared = {name: getattr(membership, name) for name in ("name", "email", "organisation", "role")}
    return {name: value for name, value in shared.items() if value}


def _asked(
    line: Mapping[str, str], received: datetime | Usage, event: Event, members: frozenset[str] | None
) -> seats.Request:
    asked = _typed(_person(line), _listed(line), dated=bool(line.get("received_at")))
    if isinstance(received, Usage):
        raise received  # after what is wrong with the person
    return asked(event, members, received)


def _without_cell(refusal: NetwerkError, line: Mapping[str, str]) -> NetwerkError:
    """Return the refusal of a line without a cell that is no date at all: columns may have shifted."""
    from netwerk_cli.dates import unquoted

    dated = any(sign.isdigit() for sign in line.get("received_at", ""))
    return unquoted(refusal) if isinstance(refusal, BadDate) and not dated else refusal


def _is_unchanged(same: Registration, request: seats.Request, before: Registrations) -> bool:
    """Whether a line says again what an earlier list said: the person is on it since, and asked at that moment."""
    known = same.active and same.number in before and same.name == request.name
    return known and (not request.dated or same.received_at == request.received_at)


def _received(line: Mapping[str, str], event: Event, caller: Caller, now: datetime) -> datetime | Usage:
    """Return when a line's request was received, `now` where it does not say; or what is wrong with what it says."""
    text = line.get("received_at")
    try:
        return instant(text, event, caller) if text else now
    except Usage as refusal:
        return refusal


def _turn(received: datetime | Usage, now: datetime) -> datetime:
    """Return what lines are sorted by; one that does not say properly when it was received counts as received now."""
    return now if isinstance(received, Usage) else received


def _person(line: Mapping[str, str]) -> Given:
    """Return what a line says about somebody; a name and an address are never left out."""
    blank = {term.typed: "" for term in PERSON if term.needed}
    return blank | {term.typed: line[term.column] for term in PERSON if term.column in line}


def _listed(line: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(filter(None, (part.strip() for part in line.get("sessions", "").split(","))))
