"""Messages to those who do not know yet what is so: written, as files, with what belongs in their calendar."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from netwerk_cli.domain.events import Event, Session
from netwerk_cli.domain.mailing import Owed, number_of
from netwerk_cli.domain.news import News
from netwerk_cli.domain.registrations import Registration, Status
from netwerk_cli.domain.senders import Sender, sender_of
from netwerk_cli.domain.told import Message, MessageKind, ToldSession
from netwerk_cli.domain.untold import Due
from netwerk_cli.records import record, replace
from netwerk_cli.services import mail, news
from netwerk_cli.services.caller import Caller
from netwerk_cli.services.mail import Wanted
from netwerk_cli.services.owners import Owner, Person

if TYPE_CHECKING:
    from netwerk_cli import ical
    from netwerk_cli import mail as messages


@record
class Office:
    """Who writes, with which templates, and in which language about an event or to a group."""

    sender: Sender | None
    templates: Path
    language: Callable[[Owner], str]


@record
class Written:
    """One message as a file; `sender` None says that it is a draft which somebody else has to address.

    `id` is that of the message, as `kickoff.r17.2@store`; `mail.reports` reads it back.
    """

    owner: Owner
    due: Owed
    sender: Sender | None
    letter: messages.Letter
    file: str
    data: bytes
    id: str


def written(caller: Caller, wanted: Wanted, office: Office) -> list[Written]:
    """Return a message for each who is to be told something, then those to members of groups. Nothing is recorded.

    Raises:
        BadTemplate: a template cannot be used; the rest as `due`.
    """
    return Desk(caller, office).write(due(caller, wanted))


def due(caller: Caller, wanted: Wanted) -> Iterator[tuple[Owner, Owed]]:
    """Yield who is to be told what, of events and then of groups.

    Raises, while one goes through them, as `mail.due` and `news.due`.
    """
    view = caller.read()
    yield from mail.due(view, wanted, caller.now)
    yield from news.due(view, wanted)


def uncertain(caller: Caller, wanted: Wanted) -> Iterator[tuple[Owner, Owed]]:
    """Yield what to say again to those of whom it is uncertain whether they heard it. Raises as `due`."""
    view = caller.read()
    yield from mail.uncertain(view, wanted, caller.now)
    yield from news.uncertain(view, wanted)


def listing(caller: Caller, slug: str | None = None) -> list[tuple[Owner, Person, Message]]:
    """Return every message, of one event or group or of all, the oldest first."""
    view = caller.read()
    return sorted([*mail.listing(view, slug), *news.listing(view, slug)], key=lambda one: one[2].at)


class Desk:
    """Where messages are written: what that needs is fetched once."""

    def __init__(self, caller: Caller, office: Office) -> None:
        from netwerk_cli import mail as messages

        self.caller, self.office = caller, office
        self.store_id = caller.read().store_id
        self._templates = messages.Templates(office.templates)

    @cached_property
    def _invitations(self) -> ical.Invitations:
        """What goes into calendars: members of groups need none."""
        from netwerk_cli import ical

        return ical.Invitations(ical.Origin(self.store_id, self.office.sender))

    def write(self, found: Iterable[tuple[Owner, Owed]]) -> list[Written]:
        """Return a message for each of these. Raises `BadTemplate`."""
        seen, new = Counter[tuple[str, str]](), Counter[tuple[str, str]]()
        done = []
        for owner, due in found:
            seen[key := (owner.slug, due.record.code)] += 1
            number = number_of(due)
            if number is None:
                new[key] += 1
                number = len(due.record.messages) + new[key]
            again = f".{seen[key]}" if seen[key] > 1 else ""
            done.append(self.one(owner, due, number, f"{'.'.join(key)}{again}.eml"))
        return done

    def one(self, owner: Owner, due: Owed, number: int, file: str = "") -> Written:
        """Return one message, which is that of a `number` among those of its person. Raises `BadTemplate`."""
        from netwerk_cli import mail as messages

        sender, language = sender_of(owner, self.office.sender), self.office.language(owner)
        facts, enclosures = self._content(owner, due, sender, language)
        letter = self._templates.letter(facts, language)
        envelope = self._envelope(owner, due, number)._replace(sender=sender, language=language)
        data = messages.enclosed(envelope, letter, enclosures)
        return Written(
            owner=owner, due=due, sender=sender, letter=letter, file=file, data=data, id=envelope.id
        )

    def _content(
        self, owner: Owner, due: Owed, sender: Sender | None, language: str
    ) -> tuple[messages.Facts, list[messages.Calendar]]:
        """Return what there is to say, and what goes along for a calendar."""
        from netwerk_cli import mail as messages

        if isinstance(owner, Event) and isinstance(due, Due):
            facts = messages.facts(owner, due, sender, language)
            return facts, list(_calendars(owner, due, self._invitations, self.caller))
        assert isinstance(due, News)  # noqa: S101 (a member hears of a group, who registered of an event)
        assert not isinstance(owner, Event)  # noqa: S101
        return messages.news_facts(owner, due, sender, language), []

    def _envelope(self, owner: Owner, due: Owed, number: int) -> messages.Envelope:
        """Return whom a message is for; its id counts the messages of its person, and stays until it is sent."""
        from netwerk_cli import mail as messages

        ids = [f"{owner.slug}.{due.record.code}.{n}@{self.store_id}" for n in range(1, number + 1)]
        earlier = zip(ids, due.record.messages, strict=False)
        mine = [id for id, message in earlier if message.email == due.email]
        return messages.Envelope(
            email=due.email,
            name=due.name,
            sender=None,
            at=self.caller.act(owner).at,
            id=ids[-1],
            first=mine[0] if mine else ids[-1],
            language="",
        )


# ----------------------------------------------------------------- calendars
def _calendars(
    event: Event, due: Due, invitations: ical.Invitations, caller: Caller
) -> Iterator[messages.Calendar]:
    """Yield what changes in somebody's calendar: sessions that they have now, and those they have no more."""
    from netwerk_cli import mail as messages

    if due.kind is MessageKind.REMINDER:
        return
    known = {} if due.before is None else _in_calendar(due.before.status, due.before.sessions)
    now = _in_calendar(due.now.status, due.now.sessions)
    person, sessions = _person(due), {s.id: s for s in event.sessions}
    for id, session in now.items():
        if session.starts_at is not None and session != known.get(id):
            data = invitations.request(event, sessions[id], person)
            yield messages.Calendar(f"{event.slug}.{id}.ics", "request", data)
    for id, session in known.items():
        if id in now or session.starts_at is None:
            continue
        gone = sessions.get(id) or _as_it_was(session, caller)
        if gone.starts_at is None:  # it is to be announced again
            gone = replace(gone, starts_at=session.starts_at, ends_at=session.ends_at)
        there = event if id in sessions else replace(event, sessions=(*event.sessions, gone))
        yield messages.Calendar(f"{event.slug}.{id}.ics", "cancel", invitations.cancel(there, gone, person))


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
