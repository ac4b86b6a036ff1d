"""Registering one person, or all members of a group."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from netwerk_cli.domain import memberships, seats
from netwerk_cli.domain.events import Event
from netwerk_cli.domain.groups import Membership, Memberships
from netwerk_cli.domain.history import Act
from netwerk_cli.domain.likeness import Familiar, Likeness
from netwerk_cli.domain.questions import missing
from netwerk_cli.domain.registrations import Registration, Registrations
from netwerk_cli.errors import BadValue, Conflict, NotFound, Refused, Usage
from netwerk_cli.records import replace
from netwerk_cli.services import questions, values
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
from netwerk_cli.wording import Wording

if TYPE_CHECKING:
    from netwerk_cli.services.several import Answer


class Terms(NamedTuple):
    """On what terms somebody asks: may wait, takes whatever sessions are free, overrules with a reason.

    With `revive`, a request that is older than the cancellation of that person counts.
    """

    waiting_list: bool = True
    partial: bool = False
    force: bool = False
    revive: bool = False


AS_USUAL = Terms()
_SEEN = ("name", "email", "organisation", "audience", "no_seat")
"""The particulars of a person that rules look at."""


def add(
    caller: Caller,
    slug: str,
    given: Given,
    *,
    sessions: tuple[str, ...] = (),
    answers: Sequence[str] = (),
    received_at: str | None = None,
    terms: Terms = AS_USUAL,
    reason: str | None = None,
) -> RegistrationResult:
    """Register somebody: a seat, a place in the queue, or a refusal that says why."""
    asked = as_typed(given, sessions)
    seen: list[Likeness] = []

    def ask(event: Event, registrations: Registrations, act: Act, view: View) -> seats.Outcome:
        members = member_addresses(view, event)
        received = instant(received_at, event, caller) if received_at is not None else act.at
        known = Familiar(registrations.values(), event.audiences)
        request, likenesses = _familiar(known, asked(event, members, received))
        request = replace(request, answers=questions.merged({}, questions.answers(event, answers)))
        seen.extend((*likenesses, *_left_open(event, request)))
        return seats.register(event, registrations, request, act, **terms._asdict())

    return change(caller, slug, ask, reason)._replace(warnings=tuple(seen))


def _familiar(known: Familiar, request: seats.Request) -> tuple[seats.Request, tuple[Likeness, ...]]:
    """Return a request with organisation and audience as they are written on the list, and what looks like what."""
    typed = {"organisation": request.organisation, "audience": request.audience}
    found = (*known.person(request.name, request.email), *known.terms(typed))
    return replace(request, **known.adopted(typed)), found  # type: ignore[arg-type]


def _left_open(event: Event, request: seats.Request) -> list[Likeness]:
    """Return what is not answered and should be, by somebody whom that does not keep off the list."""
    if request.must_answer and not request.no_seat:
        return []
    return [questions.left_open(one) for one in missing(event.questions, request.answers)]


def as_typed(
    given: Given, sessions: tuple[str, ...], *, dated: bool = True
) -> Callable[[Event, frozenset[str] | None, datetime], seats.Request]:
    """Return what makes the request that was typed, for an event, those it is for, and when it was received.

    The person is checked now.
    """
    person = dict.fromkeys((term.field for term in PERSON), None) | values.fields(PERSON, given, None)
    seen: dict[str, Any] = {name: person.pop(name) for name in _SEEN}
    seen["no_seat"] = bool(seen["no_seat"])

    def request(event: Event, members: frozenset[str] | None, received: datetime) -> seats.Request:
        return seats.Request(
            received_at=received,
            sessions=chosen(event, sessions),
            member=is_member(str(seen["email"]), members),
            must_answer=dated,  # who is put on the list with a whole group was asked nothing yet
            dated=dated,
            more=person,
            **seen,
        )

    return request


def add_members(
    caller: Caller,
    slug: str,
    group: str,
    terms: Terms = AS_USUAL,
    *,
    sessions: tuple[str, ...] = (),
    no_seat: bool = False,
) -> tuple[Event, list[Answer]]:
    """Register everybody in a group, without a name in the one that the event is for, in one step.

    One who is refused stops no other; who is on the list already stays so, and who was cancelled too.
    """
    from netwerk_cli.services.several import Answer

    answers: list[Answer] = []
    with caller.change(slug) as transaction:
        event, registrations = transaction.event(slug), transaction.registrations(slug)
        joined = [m for m in _members(transaction, event, group).values() if m.joined]
        members, act = member_addresses(transaction, event), caller.act(event)
        book, touched = seats.Book(event, registrations, act.at), dict[int, Registration]()
        known = Familiar(registrations.values(), event.audiences, many=True)
        for membership in joined:
            before = book.event
            try:
                asked = as_typed({**particulars(membership), "no_seat": no_seat}, sessions, dated=False)(
                    event, members, act.at
                )
                request, likenesses = _familiar(known, asked)
                same = book.same_as(request.name, request.email)
                if same is not None and same.active:
                    outcome = seats.Outcome(event=before, subject=same)
                else:
                    outcome = seats.enter(book, request, act, **terms._asdict())
            except (Usage, NotFound, Conflict, Refused) as refusal:
                answers.append(Answer(membership.code, refusal))
                continue
            told = (*likenesses, *_left_open(event, request)) if outcome.changed else ()
            answers.append(Answer(membership.code, result(before, book, outcome)._replace(warnings=told)))
            if outcome.subject is not None:
                known.put(outcome.subject)
            touched |= {r.number: r for r in outcome.changed}
        if touched or book.event != event:
            transaction.keep(book.event, touched.values())
    return book.event, answers


def member(caller: Caller, slug: str, person: str) -> dict[str, str]:
    """Return what the group that an event is for knows of one of its people, as if it had been typed."""
    view = caller.read()
    event = view.event(slug)
    return particulars(memberships.find(_members(view, event), person, group=str(event.members_of)))


def _members(view: View, event: Event, group: str = "") -> Memberships:
    slug = group or event.members_of
    if slug is None:
        raise BadValue(field="--members", why=Wording("the event is not for a group; name one"))
    return view.memberships(view.group(slug).slug)


def particulars(membership: Membership) -> dict[str, str]:
    """Return the particulars that a membership shares with a registration; those that say nothing are left out."""
    shared = {name: getattr(membership, name) for name in ("name", "email", "organisation", "role")}
    return {name: value for name, value in shared.items() if value}
