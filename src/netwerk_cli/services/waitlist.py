"""The waiting list: who is on it, and promoting by hand."""

from __future__ import annotations

from netwerk_cli.domain import people, seats
from netwerk_cli.domain import registrations as rules
from netwerk_cli.domain.events import Event
from netwerk_cli.services.caller import Caller
from netwerk_cli.services.registrations import Placed, RegistrationResult, result


def listing(caller: Caller, slug: str) -> tuple[Event, list[Placed]]:
    """Return who waits, in the order in which they move up.

    Who has a seat and waits for one more session stands in the same order, without a place of their own.
    """
    view = caller.read()
    event, registrations = view.event(slug), view.registrations(slug)
    places = {r.number: place for place, r in enumerate(rules.queue(registrations), 1)}
    waiting = rules.queue(registrations, also_partly=True)
    return event, [Placed(registration=r, position=places.get(r.number)) for r in waiting]


def promote(
    caller: Caller,
    slug: str,
    person: str | None = None,
    *,
    count: int = 1,
    force: bool = False,
    reason: str | None = None,
) -> RegistrationResult:
    """Promote the first `count` people, or one person by name; past the queue only by force and with a reason."""
    why = people.line(reason, field="--reason") if reason is not None else None
    with caller.change() as transaction:
        event, registrations = transaction.event(slug), transaction.registrations(slug)
        subject = None if person is None else rules.find(registrations, person, event=slug)
        outcome = seats.promote(
            event, registrations, caller.act(event, why), subject=subject, count=count, force=force
        )
        if outcome.changed or outcome.event != event:
            transaction.keep(outcome.event, outcome.changed)
    return result(event, registrations, outcome)
