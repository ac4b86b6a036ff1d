"""Who is to be told what, recording that they were, and which messages there were."""

from __future__ import annotations

from typing import NamedTuple

from netwerk_cli.domain import mailing, news, untold
from netwerk_cli.domain.events import Event
from netwerk_cli.domain.groups import Group
from netwerk_cli.domain.registrations import Registration
from netwerk_cli.domain.told import How, Message, MessageKind
from netwerk_cli.domain.untold import Due
from netwerk_cli.services.caller import Caller
from netwerk_cli.services.owners import Owner
from netwerk_cli.services.values import choice
from netwerk_cli.store import View

SENT = "mailed"
"""What a change is called in which mail was sent: it is not undone."""


class Wanted(NamedTuple):
    """Of whom it is asked: of an event or of all, some people or all, one kind of message or all."""

    slug: str | None = None
    persons: tuple[str, ...] = ()
    kind: str | None = None

    def of(self, event: Event, view: View, caller: Caller) -> list[Due]:
        """Return who of an event is to be told something. Raises `PersonNotFound`, `Ambiguous`, `BadValue`."""
        return self.among(untold.due(event, view.registrations(event.slug), caller.now), event, view)

    def among(self, found: list[Due], event: Event, view: View) -> list[Due]:
        """Return those of an event that are meant. Raises as `of`."""
        if self.persons:
            from netwerk_cli.services.registrations import find  # which reads lists, too

            registrations = view.registrations(event.slug)
            numbers = {find(event, registrations, person).number for person in self.persons}
            found = [one for one in found if one.registration.number in numbers]
        if self.kind is not None:
            kind = choice(self.kind, MessageKind, field="--kind")
            found = [one for one in found if one.kind is kind]
        return found


class ToldResult(NamedTuple):
    """Whom an organiser told about an event."""

    event: Event
    told: list[Due]


def due(caller: Caller, wanted: Wanted) -> list[tuple[Event, Due]]:
    """Return who is to be told what, event by event in the order in which they were made; of a group, see `news`."""
    view = caller.read()
    if wanted.slug is not None and wanted.slug in view.group_slugs():
        return []
    events = view.events() if wanted.slug is None else [view.event(wanted.slug)]
    return [(event, one) for event in events for one in wanted.of(event, view, caller)]


def uncertain(caller: Caller, wanted: Wanted) -> list[tuple[Event, Due]]:
    """Return what to say to those of whom it is uncertain whether they were told, as if they had not been.

    Of a group, see `news`.
    """
    view = caller.read()
    if wanted.slug is not None and wanted.slug in view.group_slugs():
        return []
    events = view.events() if wanted.slug is None else [view.event(wanted.slug)]
    return [
        (event, one) for event in events for one in wanted.among(_unsure(event, view, caller), event, view)
    ]


def _unsure(event: Event, view: View, caller: Caller) -> list[Due]:
    if unsure_of(event, view, caller) == 0:
        return []
    return mailing.again(event, view.registrations(event.slug), caller.now)


def unsure_of(owner: Owner, view: View, caller: Caller) -> int:
    """Return of how many messages about an event, not over, or to a group it is uncertain whether they arrived."""
    if isinstance(owner, Group):
        return len(news.again(owner, view.memberships(owner.slug)))
    if owner.over_at is not None and owner.over_at <= caller.now:
        return 0
    return sum(len(mailing.uncertain(r)) for r in view.registrations(owner.slug).values())


def told(caller: Caller, wanted: Wanted) -> ToldResult:
    """Record that people know now what is so; who knows it for certain is left as they are."""
    with caller.change(wanted.slug) as transaction:
        event = transaction.event(str(wanted.slug))
        found = wanted.of(event, transaction, caller)
        certain = {(one.registration.number, one.now.email) for one in found}
        unsure = wanted.among(_unsure(event, transaction, caller), event, transaction)
        found += [one for one in unsure if (one.registration.number, one.now.email) not in certain]
        if found:
            transaction.keep(event, untold.tell(found, caller.act(event), How.HAND))
    return ToldResult(event, found)


def listing(caller: Caller, slug: str | None = None) -> list[tuple[Event, Registration, Message]]:
    """Return every message, the oldest first."""
    view = caller.read()
    if slug is not None and slug in view.group_slugs():
        return []
    events = view.events() if slug is None else [view.event(slug)]
    found = [
        (event, r, message)
        for event in events
        for r in view.registrations(event.slug).values()
        for message in r.messages
    ]
    return sorted(found, key=lambda one: one[2].at)
