"""Who is to be told what, recording that they were, and which messages there were."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from netwerk_cli.domain import mailing, news, untold
from netwerk_cli.domain.events import Event
from netwerk_cli.domain.groups import Group
from netwerk_cli.domain.registrations import Registration
from netwerk_cli.domain.told import How, Message, MessageKind
from netwerk_cli.domain.untold import Due
from netwerk_cli.records import record
from netwerk_cli.services.caller import Caller
from netwerk_cli.services.owners import Owner
from netwerk_cli.store import View

SENT = "mailed"
"""What a change is called in which mail was sent: it is not undone."""


@record
class Wanted:
    """Of whom it is asked: of an event or of all, some people or all, one kind of message or all."""

    slug: str | None = None
    persons: tuple[str, ...] = ()
    kind: str | None = None

    def of(self, event: Event, view: View, now: datetime) -> list[Due]:
        """Return who of an event is to be told something. Raises `PersonNotFound`, `Ambiguous`, `BadValue`."""
        return self.among(untold.due(event, view.registrations(event.slug), now), event, view)

    def among(self, found: list[Due], event: Event, view: View) -> list[Due]:
        """Return those of an event that are meant. Raises as `of`."""
        if self.persons:
            from netwerk_cli.services.registrations import find  # which reads lists, too

            registrations = view.registrations(event.slug)
            numbers = {find(event, registrations, person).number for person in self.persons}
            found = [one for one in found if one.registration.number in numbers]
        kind = self.message_kind
        return found if kind is None else [one for one in found if one.kind is kind]

    @property
    def message_kind(self) -> MessageKind | None:
        """The one kind of message that is meant. Raises `BadValue`."""
        if self.kind is None:
            return None
        from netwerk_cli.services.values import choice

        return choice(self.kind, MessageKind, field="--kind")


def due(view: View, wanted: Wanted, now: datetime) -> Iterator[tuple[Event, Due]]:
    """Yield who is to be told what, event by event in the order in which they were made; of a group, see `news`.

    Raises, while one goes through them, as `Wanted.of`, and `EventNotFound`.
    """
    for event in _events(view, wanted):
        for one in wanted.of(event, view, now):
            yield event, one


def uncertain(view: View, wanted: Wanted, now: datetime) -> Iterator[tuple[Event, Due]]:
    """Yield what to say to those of whom it is uncertain whether they were told, as if they had not been.

    Of a group, see `news`.
    """
    for event in _events(view, wanted):
        for one in wanted.among(_unsure(event, view, now), event, view):
            yield event, one


def _events(view: View, wanted: Wanted) -> Iterator[Event]:
    """Yield the events that are meant; what was read of the people of one is let go of before the next."""
    if wanted.slug is not None and view.is_group(wanted.slug):
        return
    for event in view.events() if wanted.slug is None else [view.event(wanted.slug)]:
        yield event
        view.let_go(event.slug)


def _unsure(event: Event, view: View, now: datetime) -> list[Due]:
    if unsure_of(event, view, now) == 0:
        return []
    return mailing.again(event, view.registrations(event.slug), now)


def unsure_of(owner: Owner, view: View, now: datetime) -> int:
    """Return of how many messages about an event, not over, or to a group it is uncertain whether they arrived."""
    if isinstance(owner, Group):
        return len(news.again(owner, view.memberships(owner.slug)))
    if owner.over_at is not None and owner.over_at <= now:
        return 0
    return sum(len(mailing.uncertain(r)) for r in view.registrations(owner.slug).values())


def told(caller: Caller, wanted: Wanted) -> tuple[Event, list[Due]]:
    """Record that people know now what is so; who knows it for certain is left as they are."""
    with caller.change(wanted.slug) as transaction:
        event = transaction.event(str(wanted.slug))
        found = wanted.of(event, transaction, caller.now)
        certain = {(one.registration.number, one.email) for one in found}
        unsure = wanted.among(_unsure(event, transaction, caller.now), event, transaction)
        found += [one for one in unsure if (one.registration.number, one.email) not in certain]
        if found:
            transaction.keep(event, untold.tell(found, caller.act(event), How.HAND))
    return event, found


def listing(view: View, slug: str | None = None) -> Iterator[tuple[Event, Registration, Message]]:
    """Yield every message about one event or all, person by person."""
    for event in _events(view, Wanted(slug=slug)):
        for r in view.registrations(event.slug).values():
            yield from ((event, r, message) for message in r.messages)
