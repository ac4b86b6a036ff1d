"""Who was there: record, check in, let in, list."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from netwerk_cli.domain import attending, seats
from netwerk_cli.domain.attendance import Source, State
from netwerk_cli.domain.attending import Said
from netwerk_cli.domain.events import Event, Session
from netwerk_cli.domain.history import Act
from netwerk_cli.domain.likeness import Familiar, Likeness
from netwerk_cli.domain.registrations import Registration, Registrations
from netwerk_cli.errors import BadValue, NetwerkError, NotFound, Refused
from netwerk_cli.errors.lookup import Ambiguous
from netwerk_cli.records import replace
from netwerk_cli.services import values
from netwerk_cli.services.caller import Caller
from netwerk_cli.services.registering import as_typed
from netwerk_cli.services.registrations import chosen, find, member_addresses
from netwerk_cli.store.transactions import Transaction
from netwerk_cli.terms import Given
from netwerk_cli.wording import Wording


class Stay(NamedTuple):
    """Somebody in one session; `recorded` are the sessions of which attendance was recorded."""

    registration: Registration
    session: str
    recorded: frozenset[str]


class Answer(NamedTuple):
    """What became of one of several people: where they stand, or why nothing was recorded."""

    person: str
    outcome: Registration | NetwerkError
    changed: bool


class Done(NamedTuple):
    """What was recorded of one session: an answer for each person, and how the session stands now.

    `excused` are those who stay so though everybody was meant. `warnings` tell of who looks like somebody on the list.
    """

    event: Event
    session: Session
    answers: list[Answer]
    people: Registrations
    excused: tuple[Registration, ...] = ()
    warnings: tuple[Likeness, ...] = ()

    @property
    def recorded(self) -> frozenset[str]:
        """The sessions of which attendance was recorded."""
        return attending.recorded_in(self.people)

    @property
    def to_come(self) -> list[Registration]:
        """Who is still expected."""
        return attending.to_come(self.people, self.session.id)

    @property
    def counts(self) -> Mapping[str, int]:
        """How many of the session are in each state."""
        return attending.counts(self.people, self.session.id)


def record(
    caller: Caller,
    slug: str,
    persons: Sequence[str],
    said: Said,
    *,
    session: str | None = None,
    all_but: bool = False,
) -> Done:
    """Record the same of several people of a session, or with `all_but` of everybody else who is expected in it.

    Who cannot be recorded stops no other; where everybody else is meant, one who is not found stops it all.
    """
    with caller.change(slug) as transaction:
        event, people = transaction.event(slug), transaction.registrations(slug)
        act = caller.act(event)
        where = attending.session_of(event, session, act)
        excused: tuple[Registration, ...] = ()
        named: list[tuple[str, Registration | NetwerkError]]
        if all_but:
            but = {find(event, people, person).number for person in persons}
            meant = [r for r in people.values() if attending.is_expected(r, where.id) and r.number not in but]
            excused = tuple(r for r in meant if attending.state_of(r, where.id) is State.EXCUSED)
            excused = () if said.state in (State.EXCUSED, State.UNKNOWN) else excused
            named = [(r.code, r) for r in meant if r not in excused]
        else:
            named = [(person, _found(event, people, person)) for person in persons]
        answers = _answers(event, people, named, where, said, act)
        after = _keep(transaction, event, people, answers)
    return Done(event, where, answers, after, excused)


def _found(event: Event, people: Registrations, person: str) -> Registration | NetwerkError:
    try:
        return find(event, people, person)
    except (NotFound, Ambiguous) as refusal:
        return refusal


def _answers(
    event: Event,
    people: Registrations,
    named: Sequence[tuple[str, Registration | NetwerkError]],
    where: Session,
    said: Said,
    act: Act,
) -> list[Answer]:
    """Return what becomes of each; who is named twice is recorded once."""
    now, answers = dict(people), list[Answer]()
    for person, subject in named:
        if isinstance(subject, NetwerkError):
            answers.append(Answer(person, subject, changed=False))
            continue
        before = now[subject.number]
        try:
            after = attending.record(event, before, where, said, act)
        except Refused as refusal:
            answers.append(Answer(person, refusal, changed=False))
            continue
        now[subject.number] = after
        answers.append(Answer(person, after, changed=after is not before))
    return answers


def _keep(
    transaction: Transaction, event: Event, people: Registrations, answers: Sequence[Answer]
) -> Registrations:
    """Keep who changed, and return everybody as they are then."""
    touched = {
        a.outcome.number: a.outcome for a in answers if a.changed and isinstance(a.outcome, Registration)
    }
    if touched:
        transaction.keep(event, touched.values())
    return {**people, **touched}


# ------------------------------------------------------------------ at the door
def expected(caller: Caller, slug: str, session: str | None = None) -> Done:
    """Return who is still expected in a session, before anybody is recorded."""
    view = caller.read()
    event, people = view.event(slug), view.registrations(slug)
    return Done(event, attending.session_of(event, session, caller.act(event)), [], people)


def check_in(caller: Caller, slug: str, person: str, session: str) -> Done:
    """Record one person as present.

    Raises:
        PersonNotFound, Ambiguous, NoSeatInSession.
    """
    said = Said(State.PRESENT, source=Source.CHECK_IN)
    done = record(caller, slug, [_scanned(slug, person)], said, session=session)
    outcome = done.answers[0].outcome
    if isinstance(outcome, NetwerkError):
        raise outcome
    return done


def _scanned(slug: str, text: str) -> str:
    """Return whom a line names: a badge says its event in front of the code, `kickoff/r17`.

    Raises:
        BadValue: it is the badge of another event.
    """
    event, _, code = text.strip().rpartition("/")
    if not event or not (code[:1] in "rR" and code[1:].isascii() and code[1:].isdigit()):
        return text
    if event.strip().lower() != slug:
        raise BadValue(field="PERSON", why=Wording("the badge is of another event"))
    return code


def walk_in(
    caller: Caller,
    slug: str,
    given: Given,
    said: Said,
    *,
    session: str | None = None,
    force: bool = False,
    reason: str | None = None,
) -> Done:
    """Register somebody who stands at the door, and record that they are there, in one step.

    Raises:
        As `seats.let_in`; a reason sets a rule aside.
    """
    seen: tuple[Likeness, ...] = ()
    with caller.change(slug) as transaction:
        event, people = transaction.event(slug), transaction.registrations(slug)
        act = caller.act(event, reason)
        where = attending.session_of(event, session, act)
        known = Familiar(people.values(), event.audiences)
        asked = as_typed(given, ())(event, member_addresses(transaction, event), act.at)
        typed = {"organisation": asked.organisation, "audience": asked.audience}
        book = seats.Book(event, people, act.at)
        if book.same_as(asked.name, asked.email) is None:
            seen = (*known.person(asked.name, asked.email), *known.terms(typed))
        request = replace(asked, must_answer=False, **known.adopted(typed))  # type: ignore[arg-type]
        outcome = seats.let_in(book, request, where.id, act, force=force or act.why is not None)
        assert outcome.subject is not None  # noqa: S101 (letting in is about one person)
        before = people.get(outcome.subject.number)
        after = attending.record(outcome.event, outcome.subject, where, said, act)
        touched = {r.number: r for r in (*outcome.changed, *([after] if after is not before else []))}
        if touched or outcome.event != event:
            transaction.keep(outcome.event, touched.values())
    answer = Answer(after.code, after, changed=after is not before)
    return Done(outcome.event, where, [answer], {**people, **touched}, warnings=seen)


# ---------------------------------------------------------------------- listing
def listing(
    caller: Caller, slug: str, *, session: str | None = None, states: Sequence[str] = ()
) -> tuple[Event, list[Stay]]:
    """Return who belongs to each session of an event, or to one, in the order of the event and of the registrations."""
    wanted = {values.choice(one, State, field="--as") for one in states}
    view = caller.read()
    event, people = view.event(slug), view.registrations(slug)
    if session is not None:
        chosen(event, (session,))
    return event, [one for one in _stays(event, people, session) if not wanted or state(one) in wanted]


def state(stay: Stay) -> State:
    """Return what is known of somebody in a session."""
    return attending.state_of(stay.registration, stay.session)


def _stays(event: Event, people: Registrations, only: str | None) -> Iterator[Stay]:
    recorded = attending.recorded_in(people)
    for session in event.sessions:
        if only == session.id or (only is None and session.cancelled_at is None):
            yield from (Stay(r, session.id, recorded) for r in attending.listed(people, session.id))
