"""Calendars: what is published, and what is sent to one person at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from netwerk_cli import causes, disk
from netwerk_cli.domain import invitations, moments
from netwerk_cli.domain.erasing import is_nobody
from netwerk_cli.domain.events import Event
from netwerk_cli.domain.groups import Group
from netwerk_cli.domain.invitations import Method
from netwerk_cli.domain.registrations import SEATED, Registration
from netwerk_cli.domain.senders import Sender
from netwerk_cli.errors import BadValue, InputOutput
from netwerk_cli.errors.lookup import PersonNotFound
from netwerk_cli.errors.mail import NothingWithdrawn, NotInvited
from netwerk_cli.errors.planning import NothingDated
from netwerk_cli.errors.seats import EventCancelled
from netwerk_cli.services import exports
from netwerk_cli.services.caller import Caller
from netwerk_cli.services.registrations import find
from netwerk_cli.store import View
from netwerk_cli.wording import Wording, listed

if TYPE_CHECKING:
    from netwerk_cli import ical

Says = Callable[[Event], str]


class Chosen(NamedTuple):
    """Which events a calendar is of: those named, those of a group, or all; of the latter two, drafts on request."""

    slugs: tuple[str, ...] = ()
    group: str | None = None
    drafts: bool = False

    def events(self, view: View) -> list[Event]:
        """Return the events. Raises `EventNotFound`, `GroupNotFound`."""
        if self.slugs:
            return [view.event(slug) for slug in dict.fromkeys(self.slugs)]
        group = None if self.group is None else view.group(self.group).slug
        every = (event for event in view.events() if group is None or event.members_of == group)
        return [event for event in every if self.drafts or not event.is_draft]

    @property
    def scope(self) -> str:
        """What a feed of these is known by, for ever."""
        if self.slugs:
            return "+".join(sorted(set(self.slugs)))
        return "all" if self.group is None else f"group.{self.group}"


class Look(NamedTuple):
    """What a feed says of itself, as it was typed; without a name it has that of its group or its only event."""

    usual: str
    name: str | None = None
    colour: str = "teal"
    refresh: str = "12h"


class Wanted(NamedTuple):
    """What is asked of a published calendar. `deadlines` says what the closing of an event is called; None: not there.

    `person` narrows it to the sessions that somebody has.
    """

    method: Method | None = None
    person: str | None = None
    deadlines: Says | None = None
    milestones: bool = False
    feed: Look | None = None


class Message(NamedTuple):
    """A calendar file for one person, about one session, and what it is called."""

    file: str
    data: bytes


def published(caller: Caller, chosen: Chosen, wanted: Wanted, sender: Sender | None) -> bytes:
    """Return events as one iCalendar file.

    Raises:
        NothingDated: there is nothing to show; a calendar without an entry is none (RFC 5545 §3.6), but a feed is.
    """
    from netwerk_cli import ical

    view = caller.read()
    events, origin = chosen.events(view), ical.Origin(view.store_id, sender)
    scheduling = wanted.method is not None
    feed = None if wanted.feed is None else _feed(view, chosen, events, wanted.feed)
    entries: list[ical.VEvent | None] = []
    for event, person in _with(view, events, wanted.person):
        sessions = invitations.shown(event, caller.now)
        if person is not None:
            sessions = [s for s in sessions if person.active and person.is_for(s.id)]
        entries += [ical.session_vevent(event, s, origin, scheduling=scheduling) for s in sessions]
        if wanted.deadlines is not None:
            entries.append(
                ical.deadline_vevent(event, wanted.deadlines(event), origin, scheduling=scheduling)
            )
    owners: list[Event | Group] = [*([view.group(chosen.group)] if chosen.group else []), *events]
    entries += [
        ical.milestone_vevent(owner, milestone, origin, scheduling=scheduling)
        for owner in owners
        for milestone in (owner.milestones if wanted.milestones else ())
    ]
    present = [entry for entry in entries if entry is not None]
    if not present and feed is None:
        raise NothingDated
    return ical.enclosed(present, method=wanted.method, feed=feed)


def _feed(view: View, chosen: Chosen, events: Sequence[Event], look: Look) -> ical.Feed:
    from netwerk_cli import ical

    if look.colour not in ical.COLOURS:
        raise BadValue(field="--colour", why=Wording("choose from {known}", known=listed(ical.COLOURS)))
    refresh = moments.duration(look.refresh, field="--refresh")
    if not timedelta(minutes=15) <= refresh <= timedelta(days=31):
        raise BadValue(field="--refresh", why=Wording("it lies between 15m and 31d"))
    own = view.group(chosen.group).title if chosen.group else look.usual
    if len(chosen.slugs) == 1:
        own = events[0].title
    return ical.Feed(f"feed.{chosen.scope}@{view.store_id}", look.name or own, look.colour, refresh)


def for_person(
    caller: Caller, chosen: Chosen, person: str, method: Method, sender: Sender | None
) -> list[Message]:
    """Return what is to be sent to one person: a message for each session.

    Raises:
        PersonNotFound: nobody answers to it in any of the events. Ambiguous.
        NotInvited, NothingWithdrawn, EventCancelled, NothingDated: there is nothing to send.
    """
    view = caller.read()
    subjects = list(_with(view, chosen.events(view), person))
    written = _invitations(view, sender)
    messages = [
        message for event, r in subjects if r is not None for message in _messages(written, event, r, method)
    ]
    for event, r in subjects[:1] if not messages else ():
        raise _refusal(event, r, method)
    if not messages:
        raise NothingDated
    return messages


def _refusal(event: Event, r: Registration | None, method: Method) -> Exception:
    if r is None:
        return NothingDated()
    if method is Method.CANCEL:
        return NothingWithdrawn(event=event.slug, registration=r.code)
    if not r.active:
        return NotInvited(event=event.slug, registration=r.code, status=r.status)
    if event.cancelled_at is not None:
        return EventCancelled(event=event.slug, cancelled_at=event.cancelled_at)
    return NothingDated()


def for_everybody(caller: Caller, chosen: Chosen, method: Method, sender: Sender | None) -> list[Message]:
    """Return what is to be sent to all who have a seat, or who are to lose what stands in their calendar."""
    view = caller.read()
    written = _invitations(view, sender)
    return [
        message
        for event in chosen.events(view)
        for r in view.registrations(event.slug).values()
        if not is_nobody(r)
        if method is Method.CANCEL or r.status in SEATED
        for message in _messages(written, event, r, method)
    ]


def _invitations(view: View, sender: Sender | None) -> ical.Invitations:
    from netwerk_cli import ical

    return ical.Invitations(ical.Origin(view.store_id, sender))


def _messages(
    written: ical.Invitations, event: Event, person: Registration, method: Method
) -> Iterator[Message]:
    sessions, write = (
        (invitations.withdrawn(event, person), written.cancel)
        if method is Method.CANCEL
        else (invitations.invited(event, person), written.request)
    )
    for session in sessions:
        yield Message(f"{event.slug}.{person.code}.{session.id}.ics", write(event, session, person))


def _with(
    view: View, events: Sequence[Event], person: str | None
) -> Iterator[tuple[Event, Registration | None]]:
    """Yield events, with the registration of a person where one is asked for: then only those that have it."""
    if person is None:
        yield from ((event, None) for event in events)
        return
    missing: PersonNotFound | None = None
    found = False
    for event in events:
        try:
            registration = find(event, view.registrations(event.slug), person)
        except PersonNotFound as err:
            missing = missing or err
        else:
            found = True
            yield event, registration
    if missing is not None and not found:
        raise missing


def put_all(caller: Caller, folder: Path, messages: Sequence[Message]) -> int:
    """Write messages to a folder, which is made where it is not there; return how many of them are new or differ.

    Raises:
        InputOutput: the folder cannot be made or written.
    """
    try:
        if not caller.dry_run:
            disk.make_folder(folder)
    except OSError as err:
        raise InputOutput(path=str(folder), problem=causes.system(err)) from err
    return sum(exports.put_changed(caller, folder / one.file, one.data) for one in messages)
