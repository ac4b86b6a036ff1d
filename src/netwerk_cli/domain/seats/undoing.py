"""Taking a change back: an event and registrations as they were, if there are still seats for everybody."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping
from functools import partial

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
_LIMITS = frozenset({"capacity", "organisation_limit", "set_asides", "cancelled_at"})
"""Of an event and its sessions, the fields that say how many seats there are for whom."""
Counts = Callable[[Registration], bool]
"""Whether somebody takes up room of some kind."""


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
            the cap of then is below the seats of now. Who was beyond a cap or limit then may be so again, as long as
            these are the same, and nobody is there who was not.
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
    known = change if _limits_as_then(event, change) else None
    for refusal in _objections(Book(event, registrations, act.at), book, back, known):
        raise refusal
    outcome = settled(book, act, closing=False)
    moved = {r.number: r for r in outcome.changed}
    changed = [moved.get(n, r) for n, r in people.items() if n in moved or n in back]
    return replace(outcome, changed=tuple(r for r in changed if r is not registrations.get(r.number))), taken


def _limits_as_then(event: Event, change: int) -> bool:
    """Whether what limits seats is what it was after the change of a number: what was done to it since was put back."""
    then, now = dict[str, object](), dict[str, object]()
    since = (line.changes for line in event.history if line.change > change)
    for name, (old, new) in (pair for changes in since for pair in changes.items()):
        if name.rpartition(".")[2] in _LIMITS:
            then.setdefault(name, old)
            now[name] = new
    return then == now


def _objections(before: Book, after: Book, back: Back, change: int | None) -> Iterator[NetwerkError]:
    """Yield why people cannot be where they were: on the list again, too many of one organisation, no seat.

    More than there is room for may be there where all were before the `change` of a number; None says that there is
    less room since.
    """
    event = after.event
    for one in (r for n, r in after.people.items() if n in back and r.active):
        same = after.same_as(one.name, one.email, but=one.number)
        if same is not None and same.active:
            yield AlreadyRegistered(event=event.slug, registration=same.code, status=same.status)
    limit = event.organisation_limit
    for organisation, count in after.of_organisation.items() if limit is not None else ():
        most = max(limit or 0, before.of_organisation[organisation])
        if organisation and count > most and _is_new(after, partial(_is_of, organisation), change):
            yield OrganisationLimit(event=event.slug, limit=limit, count=count)
    for pool in after.ledger.caps:
        over = max(0, _over(before.ledger, pool))
        if _over(after.ledger, pool) > over and _is_new(
            after, partial(_has_seat, after.ledger, pool), change
        ):
            yield _no_room(before, after, pool)


def _is_of(organisation: str, r: Registration) -> bool:
    return r.counted and same_address(r.organisation or "") == organisation


def _has_seat(ledger: Ledger, pool: Pool, r: Registration) -> bool:
    return r.seated and ledger.is_in(pool, r)


def _is_new(book: Book, counts: Counts, change: int | None) -> bool:
    """Whether there is anybody who counts and did not before the change of a number."""
    people = [r for r in book.people.values() if counts(r)]
    return change is None or sum(map(counts, as_of_change(people, change - 1))) < len(people)


def _no_room(before: Book, after: Book, pool: Pool) -> Refused:
    """Return why a pool has no room: somebody else has the seat, or the cap of then is too low now."""
    event, cap, held = after.event, after.ledger.caps[pool], after.ledger.held[pool]
    if pool == OTHERS or cap >= before.ledger.caps.get(pool, math.inf):
        return no_seat(event, after.ledger, pool)
    if pool is None:
        return CapacityBelowSeats(event=event.slug, seats_held=held, capacity=int(cap))
    return SessionCapBelowSeats(event=event.slug, session=pool, seats_held=held, capacity=int(cap))


def _over(ledger: Ledger, pool: Pool) -> float:
    """Return by how many seats a pool is over its cap; below zero where some are free, or there is none."""
    return -ledger.free(pool) if pool in ledger.caps else -math.inf
