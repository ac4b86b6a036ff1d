"""Taking a change back: an event and registrations as they were, if there are still seats for everybody."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping

from netwerk_cli.domain import lifecycle
from netwerk_cli.domain.events import Event
from netwerk_cli.domain.history import Act, again
from netwerk_cli.domain.past import as_of_change
from netwerk_cli.domain.people import same_address
from netwerk_cli.domain.questions import kept
from netwerk_cli.domain.registrations import Registration, Registrations
from netwerk_cli.domain.seats.amending import answered
from netwerk_cli.domain.seats.book import Book
from netwerk_cli.domain.seats.gate import Outcome, no_seat
from netwerk_cli.domain.seats.ledger import OTHERS, Ledger, Pool
from netwerk_cli.domain.seats.moving import settled
from netwerk_cli.errors import NetwerkError, Refused
from netwerk_cli.errors.planning import CapacityBelowSeats, SessionCapBelowSeats
from netwerk_cli.errors.seats import AlreadyRegistered, OrganisationLimit
from netwerk_cli.records import replace

Back = Mapping[int, Registration | None]
"""Registrations as they were before a change, by number; None for those that it made."""


def undo(
    event: Event, registrations: Registrations, earlier: Event, back: Back, act: Act, *, change: int
) -> tuple[Outcome, tuple[int, ...]]:
    """Return what taking back the change of a number comes to, and the numbers of the registrations that it takes out.

    `earlier` is the event as it was before the change, or as it is where that was none of its doing. Who was on the
    list before is again, in the old place. A seat that became free since goes to who waits for it.

    Raises:
        QuestionAnswered: the change asked a question that people have answered since.
        AlreadyRegistered: somebody is on the list again, under another code.
        OrganisationLimit, EventFull, SeatsSetAside, SessionFull: what was given up then is somebody else's now, or
            the cap of then is below the seats of now, and somebody holds one who held none then.
    """
    taken = tuple(sorted(number for number, one in back.items() if one is None))
    after = lifecycle.undone(event, earlier, act, taken=max(taken, default=0))
    people = {number: r for number, r in registrations.items() if number not in back}
    gone = {one.id for one in event.questions} - {one.id for one in after.questions}
    if lost := [r for r in people.values() if gone & r.answers.keys()]:
        raise answered(event, lost, gone)
    people |= {
        # What was asked then need not be asked now.
        number: again(registrations.get(number), replace(r, answers=kept(after.questions, r.answers)), act)
        for number, r in back.items()
        if r is not None
    }
    book = Book(after, people, act.at)
    for refusal in _objections(Book(event, registrations, act.at), book, back, change):
        raise refusal
    outcome = settled(book, act, closing=False)
    moved = {r.number: r for r in outcome.changed}
    changed = [moved.get(n, r) for n, r in people.items() if n in moved or n in back]
    return replace(outcome, changed=tuple(r for r in changed if r is not registrations.get(r.number))), taken


def _objections(before: Book, after: Book, back: Back, change: int) -> Iterator[NetwerkError]:
    """Yield why people cannot be where they were: on the list again, too many of one organisation, no seat."""
    event, returned = after.event, [r for n, r in after.people.items() if n in back and r.active]
    for one in returned:
        same = after.same_as(one.name, one.email, but=one.number)
        if same is not None and same.active:
            yield AlreadyRegistered(event=event.slug, registration=same.code, status=same.status)
    limit = event.organisation_limit
    for organisation, count in after.of_organisation.items() if limit is not None else ():
        forced = sum(
            r.override is not None and same_address(r.organisation or "") == organisation for r in returned
        )
        if organisation and count > max(limit or 0, before.of_organisation[organisation]) + forced:
            yield OrganisationLimit(event=event.slug, limit=limit, count=count)
    yield from _overfull(before, after, returned, change)


def _overfull(before: Book, after: Book, returned: list[Registration], change: int) -> Iterator[Refused]:
    """Yield that a pool would be over its cap by more than it is, those aside who got a seat beyond it by force.

    A cap that was below the seats before, by force, is so again where the same people hold them.
    """
    event = after.event
    for pool, cap in after.ledger.caps.items():
        forced = sum(r.seated and r.override is not None and pool in after.ledger.needs(r) for r in returned)
        if -after.ledger.free(pool) <= max(0, _over(before.ledger, pool)) + forced:
            continue
        lowered = cap < before.ledger.caps.get(pool, math.inf)
        if lowered and _held_before(after, pool, change):
            continue
        held = after.ledger.held[pool]
        if pool == OTHERS or not lowered:
            yield no_seat(event, after.ledger, pool)
        elif pool is None:
            yield CapacityBelowSeats(event=event.slug, seats_held=held, capacity=int(cap))
        else:
            yield SessionCapBelowSeats(event=event.slug, session=pool, seats_held=held, capacity=int(cap))


def _held_before(book: Book, pool: Pool, change: int) -> bool:
    """Whether all who hold a seat in a pool held one before the change of a number."""
    holders = [r for r in book.people.values() if r.seated and pool in book.ledger.needs(r)]
    then = as_of_change(holders, change - 1)
    return sum(r.seated and pool in book.ledger.needs(r) for r in then) == len(holders)


def _over(ledger: Ledger, pool: Pool) -> float:
    """Return by how many seats a pool is over its cap; below zero where some are free, or there is none."""
    return -ledger.free(pool) if pool in ledger.caps else -math.inf
