"""What an organiser typed about an event, turned into fields of the domain. Times are local to the event."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import NamedTuple, TypeVar

from netwerk_cli.dates import read_deadline, read_moment, read_when
from netwerk_cli.domain import lifecycle, moments, people
from netwerk_cli.domain.events import Event, Promotion, Session, SetAside, WhenFull
from netwerk_cli.domain.moments import Moment
from netwerk_cli.errors import BadValue, EditSession, Wording
from netwerk_cli.services import lists

MAIN = "main"
Fields = dict[str, object]
Choice = TypeVar("Choice", bound=StrEnum)


class Typed(NamedTuple):
    """The options of `event add` and `event edit` as typed. None: not given. Empty or `none`: no longer set."""

    title: str | None = None
    starts: str | None = None
    ends: str | None = None
    duration: str | None = None
    location: str | None = None
    online: str | None = None
    capacity: str | None = None
    opens: str | None = None
    closes: str | None = None
    when_full: str | None = None
    promote: str | None = None
    organisation_limit: str | None = None
    set_aside: tuple[str, ...] = ()
    approval: bool | None = None
    members_of: str | None = None
    shared_addresses: bool | None = None
    audience: tuple[str, ...] = ()
    add_audience: tuple[str, ...] = ()
    remove_audience: tuple[str, ...] = ()
    organiser: tuple[str, ...] = ()
    add_organiser: tuple[str, ...] = ()
    remove_organiser: tuple[str, ...] = ()
    cost: str | None = None
    theme: str | None = None
    language: str | None = None
    timezone: str | None = None
    description: str | None = None
    draft: bool | None = None


def fields(typed: Typed, event: Event, *, now: datetime) -> Fields:
    """Return the fields of `event` that `typed` sets.

    Raises:
        Usage: the first thing that is off, in the order of the options.
    """
    zone = _zone(typed.timezone) or event.timezone
    found: Fields = {} if typed.timezone is None else {"timezone": zone}
    if zone != event.timezone:
        event = lifecycle.rezoned(event, zone)
        found |= {name: getattr(event, name) for name in ("sessions", "opens_at", "closes_at", "set_asides")}
    found |= _texts(typed) | lists.fields(typed, event)
    if typed.capacity is not None:
        found["capacity"] = capacity(typed.capacity)
    sessions = _sessions(typed, event, zone, now)
    if sessions is not None:
        found["sessions"] = sessions
    first = replace(event, timezone=zone, sessions=sessions or event.sessions).starts_at
    for name, text in (("opens_at", typed.opens), ("closes_at", typed.closes)):
        if text is not None:
            cleared = _empty(text) and (
                bool(event.history) or bool(text.strip())
            )  # a new event has nothing to clear
            found[name] = None if cleared else read_deadline(text, zone=zone, now=now, start=first)
    return found | _choices(typed) | _limits(typed, zone, now)


def _limits(typed: Typed, zone: str, now: datetime) -> Fields:
    found: Fields = {}
    if typed.organisation_limit is not None:
        found["organisation_limit"] = capacity(typed.organisation_limit, field="--organisation-limit")
    if typed.set_aside:
        given = [text for text in typed.set_aside if not _empty(text)]
        found["set_asides"] = tuple(set_aside(text, zone=zone, now=now) for text in given)
    return found


def set_aside(text: str, *, zone: str, now: datetime) -> SetAside:
    """Read seats kept for an audience: `CLB's=20 until 2024-01-10 12:00`, also with `tot`. Raises `BadValue`."""
    audience, sign, rest = text.rpartition("=")
    seats, *until = rest.split(maxsplit=2) or [""]
    if not sign or len(until) != 2 or until[0].lower() not in ("until", "tot"):
        why = Wording("write it as AUDIENCE=SEATS until WHEN")
        raise BadValue(field="--set-aside", why=why)
    count = capacity(seats, field="--set-aside")
    if count is None:
        raise BadValue(field="--set-aside", why=Wording("write it as AUDIENCE=SEATS until WHEN"))
    moment = read_deadline(until[1], zone=zone, now=now, start=None)
    return SetAside(audience=people.line(audience, field="--set-aside"), seats=count, until=moment)


def _texts(typed: Typed) -> Fields:
    found: Fields = {}
    if typed.title is not None:
        found["title"] = people.line(typed.title, field="--title")
    for name in ("location", "cost", "theme", "language"):
        text = getattr(typed, name)
        if text is not None:
            found[name] = people.line(text, field=f"--{name}") if text.strip() else None
    if typed.online is not None:
        found["online_url"] = link(typed.online) if typed.online.strip() else None
    if typed.description is not None:
        found["description"] = people.text(typed.description, field="--description") or None
    return found


def _choices(typed: Typed) -> Fields:
    found: Fields = {}
    if typed.members_of is not None:
        found["members_of"] = None if _empty(typed.members_of) else typed.members_of.strip()
    if typed.when_full is not None:
        found["when_full"] = choice(typed.when_full, WhenFull, field="--when-full")
    if typed.promote is not None:
        found["promotion"] = choice(typed.promote, Promotion, field="--promote")
    for name in ("approval", "shared_addresses", "draft"):
        if getattr(typed, name) is not None:
            found[name] = getattr(typed, name)
    return found


def _sessions(typed: Typed, event: Event, zone: str, now: datetime) -> tuple[Session, ...] | None:
    """Return the sessions with the time that was typed, or None when none was."""
    if typed.starts is None and typed.ends is None and typed.duration is None:
        return None
    if event.multi:
        raise EditSession(event=event.slug, count=len(event.sessions))
    session = event.sessions[0] if event.sessions else Session(id=MAIN)
    start, end = span(typed, session, zone, now)
    return (replace(session, starts_at=start, ends_at=end),)


def span(typed: Typed, session: Session, zone: str, now: datetime) -> tuple[Moment, Moment | None]:
    """Return start and end as typed; a session that moves keeps its length unless told otherwise."""
    if typed.ends is not None and typed.duration is not None:
        raise BadValue(field="--duration", why=Wording("give either --ends or --duration"))
    start, end = session.starts_at, session.ends_at
    if typed.starts is not None:
        when = read_when(typed.starts, zone=zone, now=now)
        start = _with_hours(session, when.start, zone)
        end = when.end or _moved_end(session, start, zone)
        if when.end is not None and (typed.ends or typed.duration):
            raise BadValue(
                field="--starts", why=Wording("it states an end already; leave --ends and --duration out")
            )
    if typed.ends is not None:
        end = None if _empty(typed.ends) else read_moment(typed.ends, zone=zone, now=now)
    if typed.duration is not None:
        if not isinstance(start, datetime):
            raise BadValue(field="--duration", why=Wording("a length needs a start with a time"))
        end = _lasting(start, typed.duration, zone)
    if start is None:
        raise BadValue(field="--ends", why=Wording("an end needs a start"))
    return start, end


def _lasting(start: datetime, duration: str, zone: str) -> datetime:
    """Return the end of what lasts as long as typed: days by the calendar, hours by the clock."""
    length = moments.duration(duration)
    days = timedelta(days=length.days) if "d" in duration.lower() else timedelta()
    return moments.in_zone(moments.moved(start, days, zone) + (length - days), zone)


def _with_hours(session: Session, start: Moment, zone: str) -> Moment:
    """Return the start of a session that moves; the hours stay when only a day is typed."""
    old = session.starts_at
    if isinstance(start, datetime) or not isinstance(old, datetime):
        return start
    local = moments.in_zone(old, zone)
    return moments.moved(old, timedelta(days=(start - local.date()).days), zone)


def _moved_end(session: Session, start: Moment, zone: str) -> Moment | None:
    """Return the end of a session that moves to `start`: as many days and hours later on the clock as it was."""
    before, end = session.starts_at, session.ends_at
    if before is None or end is None:
        return None
    if isinstance(before, datetime) and isinstance(end, datetime) and isinstance(start, datetime):
        moves = _wall(start, zone) - _wall(before, zone)
        return moments.moved(end, moves, zone)
    if isinstance(start, datetime):
        return None  # a day that takes an hour has no end that could be derived
    return end + (start - before)


def _wall(moment: datetime, zone: str) -> datetime:
    return moments.in_zone(moment, zone).replace(tzinfo=None)


def capacity(text: str, *, field: str = "--capacity") -> int | None:
    """Read a cap: a whole number from 0, or `none`."""
    if text.strip().lower() in ("none", "geen"):
        return None
    if not (text.strip().isascii() and text.strip().isdigit() and len(text.strip()) < 20):
        raise BadValue(
            field=field, why=Wording("'{text}' is not a whole number from 0, or none", text=text[:40])
        )
    number = int(text)
    lifecycle.check_capacity(number)
    return number


def link(text: str, *, field: str = "--online") -> str:
    """Return a web address as given. Raises `BadValue` without `http://` or `https://`."""
    address = people.line(text, field=field)
    if not address.startswith(("https://", "http://")) or any(c.isspace() for c in address):
        raise BadValue(field=field, why=Wording("it is not a link such as https://example.org/room"))
    return address


def choice(text: str, kind: type[Choice], *, field: str) -> Choice:
    """Return the member of `kind` that `text` names."""
    try:
        return kind(text)
    except ValueError as err:
        raise BadValue(field=field, why=Wording("choose from {known}", known=", ".join(kind))) from err


def _zone(name: str | None) -> str | None:
    return None if name is None else str(moments.zone(name).key)


def _empty(text: str) -> bool:
    return text.strip().lower() in ("", "none", "geen")
