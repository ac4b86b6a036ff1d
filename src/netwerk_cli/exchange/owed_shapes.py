"""What people are to be told, and were told, as scripts see it."""

from __future__ import annotations

from netwerk_cli.domain.events import Event
from netwerk_cli.domain.groups import Group, Membership
from netwerk_cli.domain.history import plain
from netwerk_cli.domain.mailing import Owed
from netwerk_cli.domain.news import News
from netwerk_cli.domain.registrations import Registration
from netwerk_cli.domain.told import Message
from netwerk_cli.domain.untold import Due
from netwerk_cli.exchange.shapes import Shape


def due_shape(event: Event, due: Due, *, whole: bool = True) -> Shape:
    """Return somebody who is to be told something: what it is called, in what it differs, and since when.

    One that is not `whole` has the columns that a listing of them usually shows.
    """
    shape: Shape = {
        "code": due.registration.code,
        "event": event.slug,
        "name": due.name,
        "email": due.email,
        "kind": str(due.kind),
        "why": [*map(str, due.why)],
        "since": due.since.isoformat(),
    }
    if not whole:
        return shape
    return shape | {
        "status": str(due.so.status),
        "position": due.so.position,
        "told_at": None if due.before is None else plain(due.before.at),
        "group": None,
        "materials": [],
        "attempt": None if due.attempt is None else str(due.attempt),
    }


def owed_shape(owner: Event | Group, owed: Owed, *, whole: bool = True) -> Shape:
    """Return somebody who is to be told something, of an event or in a group, as `due_shape`."""
    if isinstance(owner, Event) and isinstance(owed, Due):
        return due_shape(owner, owed, whole=whole)
    assert isinstance(owner, Group)  # noqa: S101 (a member hears of a group, who registered of an event)
    assert isinstance(owed, News)  # noqa: S101
    return news_shape(owner, owed)


def news_shape(group: Group, news: News) -> Shape:
    """Return a member who is to hear something new, as `due_shape` does; `event` is the name of the group."""
    member = news.membership
    return {
        "code": member.code,
        "event": group.slug,
        "name": member.name,
        "email": member.email,
        "kind": str(news.kind),
        "why": [str(one) for one in news.why],
        "since": plain(news.since),
        "status": str(member.status),
        "position": None,
        "told_at": plain(member.messages[-1].at) if member.messages else None,
        "group": group.slug,
        "materials": [one.id for one in news.materials],
        "attempt": None if news.attempt is None else str(news.attempt),
    }


def message_shape(event: Event | Group, registration: Registration | Membership, message: Message) -> Shape:
    """Return one time that somebody was told something, and how."""
    return {
        "at": plain(message.at),
        "event": event.slug,
        "code": registration.code,
        "email": message.email,
        "kind": str(message.kind),
        "how": str(message.how),
        "outcome": None if message.outcome is None else str(message.outcome),
        "reply": message.reply,
    }
