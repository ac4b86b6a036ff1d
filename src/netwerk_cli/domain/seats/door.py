"""Letting in who stands at the door: through the same gate as anybody, though registration is not open."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from netwerk_cli.domain import lifecycle
from netwerk_cli.domain.attendance import attends
from netwerk_cli.domain.events import Event
from netwerk_cli.domain.history import Act
from netwerk_cli.domain.registrations import Registration, Status, amended
from netwerk_cli.domain.seats.book import Book
from netwerk_cli.domain.seats.gate import Outcome, Request, no_seat
from netwerk_cli.domain.seats.moving import settled
from netwerk_cli.domain.seats.registering import enter, overrule, unfit_sessions
from netwerk_cli.errors import ReasonNeeded, Refused
from netwerk_cli.errors.seats import NotNextInQueue
from netwerk_cli.records import replace


def let_in(book: Book, request: Request, session: str, act: Act, *, force: bool = False) -> Outcome:
    """Return somebody with a seat in a session, now: who has one keeps it, who waits or is new gets one.

    Raises:
        ReasonNeeded, EventCancelled.
        EventFull, SeatsSetAside, SessionFull, NotNextInQueue: there is no seat, or others asked for it earlier; can be
            forced. For who is new, whatever `enter` refuses but that registration is not open.
    """
    if force and not act.why:
        raise ReasonNeeded
    lifecycle.refuse_cancelled(book.event)
    here = book.same_as(request.name, request.email)
    if here is None or not here.active:
        asked = replace(request, sessions=(session,) if book.event.multi or book.choosing else ())
        return enter(book, asked, act, force=force, revive=True, door=True)
    if (here.seated or here.no_seat) and attends(here, session):
        return Outcome(event=book.event, subject=here)
    fields = _with_a_seat(book.event, here, session)
    if overrule(_against(book, here, replace(here, **fields), session), force=force):  # type: ignore[arg-type]
        fields = {**fields, "override": act.why}
    return settled(book, act, amended(here, act, "promoted", **fields))


def _with_a_seat(event: Event, here: Registration, session: str) -> Mapping[str, object]:
    """Return the fields of somebody who gets a seat in a session; for the others they wait on, in their old place."""
    chosen = tuple(
        s.id for s in event.sessions if here.sessions and (s.id in here.sessions or s.id == session)
    )
    waited = here.waits_for if here.seated else tuple(s.id for s in event.sessions if here.is_for(s.id))
    return {
        "status": here.status if here.seated or here.no_seat else Status.CONFIRMED,
        "sessions": chosen,
        "without": tuple(s for s in here.without if s != session),
        "waits_for": () if here.no_seat else tuple(s for s in waited if s != session),
    }


def _against(book: Book, here: Registration, after: Registration, session: str) -> Iterator[Refused]:
    """Yield why somebody on the list has no claim to a seat in a session now."""
    event, ledger = book.event, book.ledger
    if session not in here.sessions:
        yield from (one for one in unfit_sessions(event, after.sessions) if session in one.facts.values())
    if here.no_seat:
        return
    wanted = [pool for pool in ledger.needs(after) if not here.seated or pool == session]
    for pool in wanted:
        if ledger.free(pool) <= 0:
            yield no_seat(event, ledger, pool, door=True)
    ahead = book.ahead(here) if here.waits else book.claimed(wanted) if wanted else 0
    if ahead:
        yield NotNextInQueue(event=event.slug, registration=here.code, position=ahead + 1, ahead=ahead)
