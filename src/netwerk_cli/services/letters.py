"""Messages to those who do not know yet what is so: written, as files, with what belongs in their calendar."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from netwerk_cli.domain.events import Event, Session
from netwerk_cli.domain.groups import Group
from netwerk_cli.domain.mailing import number_of
from netwerk_cli.domain.registrations import Registration, Status
from netwerk_cli.domain.senders import Sender, sender_of
from netwerk_cli.domain.told import MessageKind, ToldSession
from netwerk_cli.domain.untold import Due
from netwerk_cli.services import mail
from netwerk_cli.services.caller import Caller
from netwerk_cli.services.mail import Wanted

if TYPE_CHECKING:
    from netwerk_cli import ical
    from netwerk_cli import mail as messages


class Office(NamedTuple):
    """Who writes, with which templates, and in which language about an event or to a group."""

    sender: Sender | None
    templates: Path
    language: Callable[[Event | Group], str]


class Written(NamedTuple):
    """One message as a file; `sender` None says that it is a draft which somebody else has to address.

    `id` is that of the message, as `kickoff.r17.2@store`.
    """

    event: Event
    due: Due
    sender: Sender | None
    letter: messages.Letter
    file: str
    data: bytes
    id: str


def written(caller: Caller, wanted: Wanted, office: Office) -> list[Written]:
    """Return a message for each who is to be told something. Nothing is recorded.

    Raises:
        BadTemplate: a template cannot be used; the rest as `mail.due`.
    """
    return Desk(caller, office).write(mail.due(caller, wanted))


class Desk:
    """Where messages are written: what that needs is fetched once."""

    def __init__(self, caller: Caller, office: Office) -> None:
        from netwerk_cli import mail as messages

        self.caller, self.office = caller, office
        self.store_id = caller.read().store_id
        self._templates = messages.Templates(office.templates)

    def write(self, found: Iterable[tuple[Event, Due]]) -> list[Written]:
        """Return a message for each of these. Raises `BadTemplate`."""
        seen, new = Counter[tuple[str, str]](), Counter[tuple[str, str]]()
        done = []
        for event, due in found:
            seen[key := (event.slug, due.registration.code)] += 1
            number = number_of(due)
            if number is None:
                new[key] += 1
                number = len(due.registration.messages) + new[key]
            again = f".{seen[key]}" if seen[key] > 1 else ""
            done.append(self.one(event, due, number, f"{'.'.join(key)}{again}.eml"))
        return done

    def one(self, event: Event, due: Due, number: int, file: str = "") -> Written:
        """Return one message, which is that of a `number` among those of its registration. Raises `BadTemplate`."""
        from netwerk_cli import ical
        from netwerk_cli import mail as messages

        sender, language = sender_of(event, self.office.sender), self.office.language(event)
        letter = self._templates.letter(messages.facts(event, due, sender, language), language)
        origin = ical.Origin(self.store_id, self.office.sender)
        enclosures = list(_calendars(event, due, origin, self.caller))
        envelope = self._envelope(event, due, number)._replace(sender=sender, language=language)
        data = messages.enclosed(envelope, letter, enclosures)
        return Written(event, due, sender, letter, file, data, envelope.id)

    def _envelope(self, event: Event, due: Due, number: int) -> messages.Envelope:
        """Return whom a message is for; its id counts the messages of a registration, and stays until it is sent."""
        from netwerk_cli import mail as messages

        ids = [message_id(event, due.registration, n, self.store_id) for n in range(1, number + 1)]
        earlier = zip(ids, due.registration.messages, strict=False)
        mine = [id for id, message in earlier if message.email == due.now.email]
        return messages.Envelope(
            email=due.now.email,
            name=due.now.name,
            sender=None,
            at=self.caller.act(event).at,
            id=ids[-1],
            first=mine[0] if mine else ids[-1],
            language="",
        )


def message_id(event: Event, registration: Registration, number: int, store_id: str) -> str:
    """Return what a message is known by; `mail.reports` reads it back."""
    return f"{event.slug}.{registration.code}.{number}@{store_id}"


# ----------------------------------------------------------------- calendars
def _calendars(event: Event, due: Due, origin: ical.Origin, caller: Caller) -> Iterator[messages.Calendar]:
    """Yield what changes in somebody's calendar: sessions that they have now, and those they have no more."""
    from netwerk_cli import ical
    from netwerk_cli import mail as messages

    if due.kind is MessageKind.REMINDER:
        return
    known = {} if due.before is None else _in_calendar(due.before.status, due.before.sessions)
    now = _in_calendar(due.now.status, due.now.sessions)
    person, sessions = _person(due), {s.id: s for s in event.sessions}
    for id, session in now.items():
        if session.starts_at is not None and session != known.get(id):
            data = ical.request(event, sessions[id], person, origin)
            yield messages.Calendar(f"{event.slug}.{id}.ics", "request", data)
    for id, session in known.items():
        if id in now or session.starts_at is None:
            continue
        gone = sessions.get(id) or _as_it_was(session, caller)
        if gone.starts_at is None:  # it is to be announced again
            gone = replace(gone, starts_at=session.starts_at, ends_at=session.ends_at)
        there = event if id in sessions else replace(event, sessions=(*event.sessions, gone))
        yield messages.Calendar(f"{event.slug}.{id}.ics", "cancel", ical.cancel(there, gone, person, origin))


def _in_calendar(status: str, sessions: tuple[ToldSession, ...]) -> dict[str, ToldSession]:
    """Return the sessions that stand in somebody's calendar: those in which they have a seat."""
    return {s.id: s for s in sessions if not s.waits} if status == Status.CONFIRMED else {}


def _person(due: Due) -> Registration:
    """Return the registration as that of who is told: of who was substituted it is cancelled."""
    r = due.registration
    if (due.now.name, due.now.email) == (r.name, r.email):
        return r
    return replace(r, name=due.now.name, email=due.now.email, status=Status.CANCELLED)


def _as_it_was(session: ToldSession, caller: Caller) -> Session:
    """Return a session that was taken out of its event, as one that is off."""
    return Session(
        id=session.id,
        starts_at=session.starts_at,
        ends_at=session.ends_at,
        location=session.location,
        online_url=session.online_url,
        cancelled_at=caller.now,
        sequence=session.sequence + 1,
    )
