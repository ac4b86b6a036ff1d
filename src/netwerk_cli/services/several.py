"""Deciding on several people of one event in one step, with an answer for each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from netwerk_cli.domain import seats
from netwerk_cli.domain.events import Event
from netwerk_cli.domain.history import Act
from netwerk_cli.domain.registrations import Registration, Registrations, Status
from netwerk_cli.errors import NetwerkError, NotFound, Refused
from netwerk_cli.errors.lookup import Ambiguous
from netwerk_cli.services.caller import Caller
from netwerk_cli.services.registrations import RegistrationResult, find, result

Move = Callable[[Event, Registrations, Registration, Act], seats.Outcome]


class Answer(NamedTuple):
    """What became of one of several people: where they stand, or why nothing was decided."""

    person: str
    outcome: RegistrationResult | NetwerkError


def cancel(
    caller: Caller, slug: str, persons: Sequence[str], *, reason: str | None = None
) -> tuple[Event, list[Answer]]:
    """Withdraw several people; nobody of them moves up on the way out."""
    return _decide(caller, slug, persons, seats.cancel, reason)


def approve(caller: Caller, slug: str, persons: Sequence[str]) -> tuple[Event, list[Answer]]:
    """Approve several registrations; with nobody named, all that await approval."""
    return _decide(caller, slug, persons, seats.approve, None)


def decline(
    caller: Caller, slug: str, persons: Sequence[str], *, reason: str | None = None
) -> tuple[Event, list[Answer]]:
    """Decline several registrations; with nobody named, all that await approval."""
    return _decide(caller, slug, persons, seats.decline, reason)


def _decide(
    caller: Caller, slug: str, persons: Sequence[str], move: Move, reason: str | None
) -> tuple[Event, list[Answer]]:
    """Decide on each, who waits before who has a seat; who cannot be decided on stops no other."""
    answers: dict[int, Answer] = {}
    with caller.change(slug) as transaction:
        event, before = transaction.event(slug), transaction.registrations(slug)
        now, people, act = event, dict(before), caller.act(event, reason)
        subjects = _subjects(event, people, persons)
        for index, (person, subject) in sorted(enumerate(subjects), key=lambda one: _turn(one[1][1])):
            try:
                if isinstance(subject, NetwerkError):
                    raise subject
                outcome = move(now, people, people[subject.number], act)
            except (NotFound, Ambiguous, Refused) as refusal:
                answers[index] = Answer(person, refusal)
                continue
            people |= {r.number: r for r in outcome.changed}
            book = seats.Book(outcome.event, people, caller.now)
            answers[index] = Answer(person, result(now, book, outcome))
            now = outcome.event
        touched = [r for number, r in people.items() if r is not before[number]]
        if touched or now != event:
            transaction.keep(now, touched)
    return now, [answers[index] for index in range(len(answers))]


def _subjects(
    event: Event, people: Registrations, persons: Sequence[str]
) -> list[tuple[str, Registration | NetwerkError]]:
    """Return whom each word names, or why it names nobody; with no words, everybody who awaits approval."""
    if not persons:
        pending = (r for r in people.values() if r.status is Status.PENDING)
        return [(r.code, r) for r in sorted(pending, key=lambda r: r.place())]
    found: list[tuple[str, Registration | NetwerkError]] = []
    for person in persons:
        try:
            found.append((person, find(event, people, person)))
        except (NotFound, Ambiguous) as refusal:
            found.append((person, refusal))
    return found


def _turn(subject: Registration | NetwerkError) -> bool:
    """Return the key by which who waits comes first: a seat that frees is not for somebody who leaves as well."""
    return not (isinstance(subject, Registration) and subject.status is Status.WAITING)
