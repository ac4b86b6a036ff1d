"""Events: add, list, show, edit, copy, open, close, reopen, cancel, remove."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from netwerk_cli import terms
from netwerk_cli.dates import read_moment
from netwerk_cli.domain import lifecycle, seats
from netwerk_cli.domain.cautions import cautions
from netwerk_cli.domain.events import ClosedBy, Event
from netwerk_cli.domain.history import Act
from netwerk_cli.domain.registrations import Registrations, Status, Tally
from netwerk_cli.domain.slugs import check_slug
from netwerk_cli.errors.planning import HasRegistrations, HeldWithin
from netwerk_cli.records import replace
from netwerk_cli.services import values
from netwerk_cli.services.agenda import held_within, show
from netwerk_cli.services.caller import Caller
from netwerk_cli.services.copying import copied
from netwerk_cli.services.event_fields import fields
from netwerk_cli.services.registrations import Placed
from netwerk_cli.store import View
from netwerk_cli.store.transactions import Transaction
from netwerk_cli.terms import Given
from netwerk_cli.wording import Wording


class EventResult(NamedTuple):
    """What a command did to an event, who moved up because of it, what the event was before, and what looks odd now."""

    event: Event
    tally: Tally
    changed: bool
    promoted: tuple[Placed, ...] = ()
    before: Event | None = None
    cautions: tuple[Wording, ...] = ()


def add(caller: Caller, slug: str, given: Given) -> EventResult:
    """Create an event; its name stands in for a title that was not given, and a group lends its members its zone."""
    check_slug(slug)
    blank = Event(slug=slug, title=slug, timezone=_zone(caller, given))
    event = lifecycle.create(replace(blank, **fields(given, blank, now=caller.now)), caller.act(blank))  # type: ignore[arg-type]
    with caller.change() as transaction:
        _require_group(transaction, event)
        transaction.add(event)
    return EventResult(event=event, tally=Tally(), changed=True, cautions=tuple(cautions(None, event, {})))


def _zone(caller: Caller, given: Given) -> str:
    """Return the zone that times are typed in where none is given: that of the group which the event is for."""
    if "members_of" not in given:
        return caller.zone
    groups = caller.read().groups()
    return next((group.timezone for group in groups if group.slug == given["members_of"]), caller.zone)


def _require_group(view: View, event: Event) -> None:
    """Raise `GroupNotFound` when the event is for members of a group that is not there."""
    if event.members_of is not None:
        view.group(event.members_of)


def edit(
    caller: Caller,
    slug: str,
    given: Given,
    *,
    force: bool = False,
    reason: str | None = None,
    losing: bool = False,
) -> EventResult:
    """Change terms; a raised cap moves people up, a cap below the seats held needs force and a reason.

    With a question the answers to it go, which takes `losing`.
    """

    def ask(event: Event, registrations: Registrations, act: Act, _: Transaction) -> seats.Outcome:
        found: dict[str, Any] = fields(given, event, now=caller.now)
        return seats.amend(event, registrations, act, force=force, losing=losing, **found)

    return change(caller, slug, ask, reason)


def copy(caller: Caller, slug: str, new: str, given: Given, *, starts: str | None) -> EventResult:
    """Create an event with the terms and sessions of another, as a draft, without its people."""
    with caller.change() as transaction:
        event = transaction.event(slug)
        start = None if starts is None else read_moment(starts, zone=event.timezone, now=caller.now)
        fresh = copied(event, new, start)
        found: dict[str, Any] = values.fields(terms.EVENT, given, fresh)
        fresh = replace(fresh, **found)
        fresh = lifecycle.create(fresh, caller.act(fresh))
        transaction.add(fresh)
    return EventResult(event=fresh, tally=Tally(), changed=True, cautions=tuple(cautions(None, fresh, {})))


def open_(caller: Caller, slug: str) -> EventResult:
    """Open registration now: publish a draft, bring a later opening forward."""
    return _simple(caller, slug, lifecycle.publish)


def close(caller: Caller, slug: str, *, reason: str | None) -> EventResult:
    """Close registration now."""
    return _simple(caller, slug, lambda event, act: lifecycle.close(event, act, ClosedBy.ORGANISER), reason)


def reopen(caller: Caller, slug: str, given: Given, *, reason: str | None) -> EventResult:
    """Open registration again, or put a cancelled event back on; people waiting move up if there is room."""

    def ask(event: Event, registrations: Registrations, act: Act, _: Transaction) -> seats.Outcome:
        found: dict[str, Any] = fields(given, event, now=caller.now)
        return seats.reopen(event, registrations, act, **found)

    return change(caller, slug, ask, reason)


def cancel(caller: Caller, slug: str, *, reason: str | None) -> EventResult:
    """Call the event off; the record and its people stay on file."""
    return _simple(caller, slug, lifecycle.cancel, reason)


def affected(caller: Caller, slug: str) -> int:
    """Return how many people hold a seat or wait: who would be hit by a cancellation that is still to come."""
    event, counts = show(caller, slug)
    if event.cancelled_at is not None:
        return 0
    return counts.active


def refuse_removal(view: View, slug: str) -> Event:
    """Return the event.

    Raises:
        HasRegistrations: people are on its list, or were declined.
        HeldWithin: sessions of other events take place within it.
    """
    event, counts = view.event(slug), view.tally(slug)
    count = counts.total() - counts[Status.CANCELLED]
    if count:
        raise HasRegistrations(event=slug, count=count)
    held = [f"{other.slug} {session.id}" for other, session in held_within(view, slug)]
    if held:
        raise HeldWithin(event=slug, count=len(held), sessions=", ".join(held), first=held[0])
    return event


def remove(caller: Caller, slug: str) -> EventResult:
    """Take out an event that nobody is registered for, with who cancelled; its name is never used again.

    The log of the file keeps that it was there.
    """
    with caller.change() as transaction:
        event = refuse_removal(transaction, slug)
        transaction.remove(slug)
        transaction.note(caller.act(event).entry("removed", {"event": (slug, None)}))
    return EventResult(event=event, tally=Tally(), changed=True)


def _simple(
    caller: Caller, slug: str, move: Callable[[Event, Act], Event], reason: str | None = None
) -> EventResult:
    return change(caller, slug, lambda event, _, act, __: seats.Outcome(event=move(event, act)), reason)


def change(
    caller: Caller,
    slug: str,
    ask: Callable[[Event, Registrations, Act, Transaction], seats.Outcome],
    reason: str | None = None,
) -> EventResult:
    """Ask the rules about an event as it is now, and keep what comes of it."""
    with caller.change(slug) as transaction:
        event, registrations = transaction.event(slug), transaction.registrations(slug)
        outcome = ask(event, registrations, caller.act(event, reason), transaction)
        changed = outcome.event != event or bool(outcome.changed)
        if outcome.event.members_of != event.members_of:
            _require_group(transaction, outcome.event)
        if changed:
            transaction.keep(outcome.event, outcome.changed)
    after = {**registrations, **{r.number: r for r in outcome.changed}}
    return EventResult(
        event=outcome.event,
        tally=Tally.of(after),
        changed=changed,
        promoted=tuple(Placed(registration=r, position=None) for r in outcome.promoted),
        before=event,
        cautions=tuple(cautions(event, outcome.event, after)),
    )
