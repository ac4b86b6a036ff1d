"""The waiting list: who is on it, and promoting by hand."""

from __future__ import annotations

from netwerk_cli.domain import registrations as rules
from netwerk_cli.domain import seats
from netwerk_cli.domain.events import Event
from netwerk_cli.domain.history import Act
from netwerk_cli.domain.registrations import Registrations
from netwerk_cli.services.caller import Caller
from netwerk_cli.services.registrations import Placed, RegistrationResult, change, find
from netwerk_cli.store import View


def listing(caller: Caller, slug: str) -> tuple[Event, list[Placed]]:
    """Return who waits, in the order in which they move up.

    Who has a seat and waits for one more session stands in the same order, without a place of their own.
    """
    view = caller.read()
    event, registrations = view.event(slug), view.registrations(slug)
    book = seats.Book(event, registrations, caller.now)
    waiting = rules.queue(registrations, also_partly=True)
    return event, [Placed(registration=r, position=book.position(r)) for r in waiting]


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

    def ask(event: Event, registrations: Registrations, act: Act, _: View) -> seats.Outcome:
        subject = None if person is None else find(event, registrations, person)
        return seats.promote(event, registrations, act, subject=subject, count=count, force=force)

    return change(caller, slug, ask, reason)
