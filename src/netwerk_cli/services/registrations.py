"""Registrations: add, list, show, edit, cancel, approve, decline, substitute."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from netwerk_cli import terms
from netwerk_cli.domain import attending, events, finding_people, memberships, past, people, seats
from netwerk_cli.domain.events import Event
from netwerk_cli.domain.history import Act
from netwerk_cli.domain.likeness import Familiar, Likeness
from netwerk_cli.domain.registrations import Registration, Registrations
from netwerk_cli.errors import BadValue
from netwerk_cli.errors.lookup import SessionNotFound
from netwerk_cli.services import questions, values
from netwerk_cli.services.caller import Caller
from netwerk_cli.store import View
from netwerk_cli.terms import Given
from netwerk_cli.wording import Wording

if TYPE_CHECKING:
    from netwerk_cli.services.choosing import Which


class Placed(NamedTuple):
    """A registration with its place on the waiting list, counted from 1; None for who does not wait.

    `recorded` are the sessions of which attendance was recorded, where that is known.
    """

    registration: Registration
    position: int | None
    recorded: frozenset[str] = frozenset()


class RegistrationResult(NamedTuple):
    """What a command did: the event and the registration afterwards, and who moved up.

    `dropped` are sessions that were asked for and are full, where nobody may wait for them; `closed` says that the
    event closed itself with this change. `warnings` tell of who and what looks like something on the list.
    """

    event: Event
    placed: Placed | None
    changed: bool
    promoted: tuple[Placed, ...] = ()
    free: int | None = None
    dropped: tuple[str, ...] = ()
    closed: bool = False
    warnings: tuple[Likeness, ...] = ()


def result(event: Event, book: seats.Book, outcome: seats.Outcome) -> RegistrationResult:
    """Return what `outcome` comes to, with queue positions as they are in the book afterwards."""
    subject = outcome.subject
    return RegistrationResult(
        event=outcome.event,
        placed=_placed(book, subject) if subject else None,
        changed=outcome.event != event or bool(outcome.changed),
        free=events.free_seats(outcome.event, book.held),
        promoted=tuple(_placed(book, r) for r in outcome.promoted),
        dropped=outcome.dropped,
        closed=outcome.event.closed_at != event.closed_at,
    )


def _placed(book: seats.Book, registration: Registration) -> Placed:
    return Placed(registration=registration, position=book.position(registration))


def find(event: Event, registrations: Registrations, person: str) -> Registration:
    """Return the registration that `person` names; see `domain.finding_people.find`."""
    return finding_people.find(
        registrations, person, event=event.slug, shared_addresses=event.shared_addresses
    )


def instant(text: str, event: Event, caller: Caller) -> datetime:
    """Read a typed moment that lies behind us, local to the event."""
    from netwerk_cli.dates import read_instant

    return read_instant(text, zone=event.timezone, now=caller.now)


def listing(
    caller: Caller, slug: str, which: Which, *, as_of: str | None = None
) -> tuple[Event, list[Placed]]:
    """Return who is on the list of an event by number, also as it was at an earlier moment."""
    which.check()
    view = caller.read()
    event, registrations = view.event(slug), view.registrations(slug)
    if as_of is not None:
        moment = instant(as_of, event, caller)
        if moment > caller.now:
            raise BadValue(field="--as-of", why=Wording("{at} lies in the future", at=moment))
        registrations = {r.number: r for r in past.as_of(registrations.values(), moment)}
    book = seats.Book(event, registrations, caller.now)
    if which.session is not None:
        chosen(event, (which.session,))
    recorded = attending.recorded_in(registrations)
    found = (_placed(book, r) for r in registrations.values() if which.takes(r))
    return event, [placed._replace(recorded=recorded) for placed in found]


def asked(caller: Caller, slug: str) -> terms.Terms:
    """Return a column for each question of an event, special or not: what can be asked for by name."""
    return terms.asked(caller.read().event(slug))


def show(caller: Caller, slug: str, person: str) -> tuple[Event, Placed]:
    """Return one registration."""
    view = caller.read()
    event, registrations = view.event(slug), view.registrations(slug)
    placed = _placed(seats.Book(event, registrations, caller.now), find(event, registrations, person))
    return event, placed._replace(recorded=attending.recorded_in(registrations))


def edit(
    caller: Caller,
    slug: str,
    who: str,
    given: Given,
    *,
    answers: Sequence[str] = (),
    force: bool = False,
    reason: str | None = None,
) -> RegistrationResult:
    """Correct somebody's particulars."""
    return _particulars(caller, slug, who, given, seats.edit, reason, answers=answers, force=force)


def substitute(
    caller: Caller,
    slug: str,
    who: str,
    given: Given,
    *,
    answers: Sequence[str] = (),
    force: bool = False,
    reason: str | None = None,
) -> RegistrationResult:
    """Hand a seat, or a place in the queue, to somebody else.

    Organisation and audience stay unless others are given; the rest, such as role, note and answers, is that of the
    substitute, or none.
    """
    own = (term for term in terms.PERSON if not (term.stays or term.needed))
    whole = {term.typed: "" for term in own} | dict(given)
    return _particulars(caller, slug, who, whole, seats.substitute, reason, answers=answers, force=force)


def reinstate(
    caller: Caller, slug: str, who: str, *, force: bool = False, reason: str | None = None
) -> RegistrationResult:
    """Take a cancellation or a refusal back."""

    def move(event: Event, registrations: Registrations, subject: Registration, act: Act) -> seats.Outcome:
        return seats.reinstate(event, registrations, subject, act, force=force)

    return _about(caller, slug, who, move, reason)


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


def choose(
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
        return seats.choose(event, registrations, subject, act, wanted, partial=partial, force=force)

    return _about(caller, slug, who, move, reason)


def excuse(
    caller: Caller, slug: str, who: str, sessions: tuple[str, ...], *, reason: str | None = None
) -> RegistrationResult:
    """Excuse somebody from sessions, which frees those seats only. Raises `BadValue` when none would be left."""

    def move(event: Event, registrations: Registrations, subject: Registration, act: Act) -> seats.Outcome:
        return seats.excuse(event, registrations, subject, act, chosen(event, sessions))

    return _about(caller, slug, who, move, reason)


def _about(
    caller: Caller,
    slug: str,
    who: str,
    move: Callable[[Event, Registrations, Registration, Act], seats.Outcome],
    reason: str | None = None,
) -> RegistrationResult:
    def ask(event: Event, registrations: Registrations, act: Act, _: View) -> seats.Outcome:
        return move(event, registrations, find(event, registrations, who), act)

    return change(caller, slug, ask, reason)


def _particulars(
    caller: Caller,
    slug: str,
    who: str,
    given: Given,
    move: Callable[..., seats.Outcome],
    reason: str | None,
    *,
    answers: Sequence[str],
    force: bool,
) -> RegistrationResult:
    found = values.fields(terms.PERSON, given, None)
    seen: list[Likeness] = []

    def ask(event: Event, registrations: Registrations, act: Act, view: View) -> seats.Outcome:
        subject = find(event, registrations, who)
        member = is_member(str(found.get("email", subject.email)), member_addresses(view, event))
        known = Familiar((r for r in registrations.values() if r is not subject), event.audiences)
        fields = known.adopted(found)
        if move is seats.edit and "organisation" in found:
            fields["organisation"] = found["organisation"]  # who corrects a spelling means it
        seen.extend(_noticed(known, subject, found, fields))
        said = questions.answers(event, answers)
        if move is seats.substitute or said:
            fields["answers"] = questions.merged(subject.answers if move is seats.edit else {}, said)
        return move(event, registrations, subject, act, member=member, force=force, **fields)

    return change(caller, slug, ask, reason)._replace(warnings=tuple(seen))


def _noticed(
    known: Familiar, subject: Registration, typed: Mapping[str, object], fields: Mapping[str, object]
) -> Iterator[Likeness]:
    """Yield what is odd about particulars that differ from those somebody has."""
    new = {name: value for name, value in typed.items() if value != getattr(subject, name)}
    if new.keys() & {"name", "email"}:
        yield from known.person(*(str(typed.get(name, getattr(subject, name))) for name in ("name", "email")))
    as_typed = fields.get("organisation") == typed.get("organisation")
    yield from (one for one in known.terms(new) if not (as_typed and one.code == "organisation_written"))


def change(
    caller: Caller,
    slug: str,
    ask: Callable[[Event, Registrations, Act, View], seats.Outcome],
    reason: str | None = None,
) -> RegistrationResult:
    """Ask the rules about an event as it is now, and keep what comes of it."""
    with caller.change(slug) as transaction:
        event, registrations = transaction.event(slug), transaction.registrations(slug)
        outcome = ask(event, registrations, caller.act(event, reason), transaction)
        if outcome.changed or outcome.event != event:
            transaction.keep(outcome.event, outcome.changed)
    after = registrations | {r.number: r for r in outcome.changed}
    return result(event, seats.Book(outcome.event, after, caller.now), outcome)


def member_addresses(view: View, event: Event) -> frozenset[str] | None:
    """Return the addresses of those an event is for, each as `people.same_address` has it; None for everybody."""
    return None if event.members_of is None else memberships.addresses(view.memberships(event.members_of))


def is_member(email: str, members: frozenset[str] | None) -> bool:
    """Whether somebody with this address is among those an event is for."""
    return members is None or people.same_address(email) in members
