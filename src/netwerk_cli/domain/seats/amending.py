"""Changing an event: other terms, back on, open again; and who moves up because of it."""

from __future__ import annotations

import math
from collections.abc import Collection
from datetime import datetime

from netwerk_cli.domain import lifecycle
from netwerk_cli.domain.events import Event
from netwerk_cli.domain.history import Act
from netwerk_cli.domain.leads import Lead
from netwerk_cli.domain.people import same_address
from netwerk_cli.domain.questions import kept
from netwerk_cli.domain.registrations import Registration, Registrations, amended
from netwerk_cli.domain.seats.book import Book
from netwerk_cli.domain.seats.gate import Outcome
from netwerk_cli.domain.seats.ledger import Pool, given_until, seats_held
from netwerk_cli.domain.seats.moving import settled
from netwerk_cli.errors import BadValue, ReasonNeeded
from netwerk_cli.errors.planning import CapacityBelowSeats, QuestionAnswered, SessionCapBelowSeats
from netwerk_cli.records import replace
from netwerk_cli.wording import Wording


def amend(
    event: Event,
    registrations: Registrations,
    act: Act,
    *,
    what: str = "edited",
    force: bool = False,
    losing: bool = False,
    **fields: object,
) -> Outcome:
    """Return the event with other terms, and whoever moves up under them.

    With a question the answers to it go.

    Raises:
        QuestionAnswered: people have answered a question that is no longer asked, and nobody agreed to `losing` that.
        CapacityBelowSeats, SessionCapBelowSeats: a new cap is below the seats held, unless forced; then everybody
            keeps the seat.
    """
    if force and not act.why:
        raise ReasonNeeded
    after = lifecycle.amend(event, act, what=what, **fields)
    if event.shared_addresses and not after.shared_addresses:
        _refuse_sharing(registrations)
    before = _caps(event)
    for pool, cap in _caps(after).items():
        held = seats_held(registrations, pool)
        # Only a cap that is lowered now: what is over already can still be edited, and even raised a little.
        if cap < before.get(pool, math.inf) and held > cap and not force:
            if pool is None:
                raise CapacityBelowSeats(event=event.slug, seats_held=held, capacity=cap)
            raise SessionCapBelowSeats(event=event.slug, session=pool, seats_held=held, capacity=cap)
    left = _without_answers(event, after, registrations, act, losing=losing)
    outcome = settled(Book(after, {**registrations, **left}, act.at), act)
    changed = {**left, **{r.number: r for r in outcome.changed}}
    return replace(outcome, changed=tuple(changed[number] for number in sorted(changed)))


def _without_answers(
    event: Event, after: Event, registrations: Registrations, act: Act, *, losing: bool
) -> dict[int, Registration]:
    """Return the registrations without the answers to questions that are no longer asked."""
    gone = {one.id for one in event.questions} - {one.id for one in after.questions}
    lost = [r for r in registrations.values() if gone & r.answers.keys()]
    if lost and not losing:
        raise answered(event, lost, gone)
    return {r.number: amended(r, act, what="edited", answers=kept(after.questions, r.answers)) for r in lost}


def answered(event: Event, people: Collection[Registration], gone: Collection[str]) -> QuestionAnswered:
    """Return the refusal that says how many of these people answered the questions that would go."""
    named = [one.id for one in event.questions if one.id in gone and any(one.id in r.answers for r in people)]
    return QuestionAnswered(event=event.slug, question=", ".join(named), first=named[0], count=len(people))


def _refuse_sharing(registrations: Registrations) -> None:
    addresses = [same_address(r.email) for r in registrations.values() if r.active]
    if len(set(addresses)) < len(addresses):
        raise BadValue(field="--no-shared-addresses", why=Wording("people on the list share an address"))


def _caps(event: Event) -> dict[Pool, float]:
    """Return every cap; a session that is off keeps its seats, so that putting it back on is never refused."""
    own: dict[Pool, float] = {s.id: s.capacity for s in event.sessions if s.capacity is not None}
    return own if event.capacity is None else {None: event.capacity, **own}


def is_released(event: Event, now: datetime) -> bool:
    """Whether seats that were set aside are for everybody now, while the waiting list still moves."""
    end = given_until(event)
    return any(aside.until <= now for aside in event.set_asides) and (end is None or now < end)


def release(event: Event, registrations: Registrations, act: Act) -> Outcome:
    """Return whoever moves up because seats are no longer set aside; nothing changes when nobody can."""
    return settled(Book(event, registrations, act.at), act, closing=False)


def reopen(
    event: Event,
    registrations: Registrations,
    act: Act,
    closes_at: datetime | None = None,
    closes_before: Lead | None = None,
) -> Outcome:
    """Return the event open again, or back on, and whoever moves up; a full one waits for the next request to close."""
    after = lifecycle.reopen(event, act, closes_at, closes_before)
    return settled(Book(after, registrations, act.at), act, closing=False)
