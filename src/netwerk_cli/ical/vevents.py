"""One session as a VEVENT (RFC 5545 §3.6.1).

Where we know no address of who organises it there is no ORGANIZER, which takes one (§3.8.4.3): replies would go to
what we made up. Each organiser is a CONTACT (§3.8.4.2).
"""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from icalendar import Event as VEvent
from icalendar import vCalAddress, vUri

from netwerk_cli.domain.events import Event, Session, off_at
from netwerk_cli.domain.groups import Group
from netwerk_cli.domain.history import Entry
from netwerk_cli.domain.materials import Owner
from netwerk_cli.domain.moments import end_of
from netwerk_cli.domain.senders import Sender, sender_of
from netwerk_cli.ical.timezones import wire_time
from netwerk_cli.ical.values import Text, address, plain, uri

_DAY, _SECOND = timedelta(days=1), timedelta(seconds=1)
_UNDATED = datetime(1970, 1, 1, tzinfo=UTC)
_NOBODY = "invalid:nomail"
"""The address of an organiser who has none: it is one (RFC 3986), and no mail goes there."""


class Origin(NamedTuple):
    """Where calendars come from: the store, which makes UIDs unique in the world, and whose address is in them."""

    store_id: str
    sender: Sender | None = None


# ----------------------------------------------------------------- sessions


def session_uid(event: Event, session: Session, store_id: str) -> str:
    """Return the UID that a session keeps for life (RFC 5545 §3.8.4.7, RFC 7986 §5.3)."""
    return f"{session.id}.{event.slug}@{store_id}"


def session_vevent(
    event: Event,
    session: Session,
    origin: Origin,
    *,
    scheduling: bool = False,
) -> VEvent:
    """Return a dated session as a VEVENT; its SEQUENCE is the stored one (RFC 5546 §2.1.4).

    With `scheduling` there is an ORGANIZER, which iTIP asks for, whether or not we know an address.
    """
    uid = session_uid(event, session, origin.store_id)
    vevent = dated_vevent(event, uid, _summary(event, session))
    vevent.add("STATUS", Text(_status(event, session)))
    vevent.add("SEQUENCE", session.sequence)
    vevent.add("TRANSP", Text("OPAQUE"))
    add_organisers(vevent, event, origin, scheduling=scheduling)
    if event.theme:
        vevent.add("CATEGORIES", Text(event.theme))
    _add_span(vevent, event, session)
    _add_place(vevent, event, session)
    _add_materials(vevent, event)
    first = next((s for s in event.sessions if s.starts_at is not None), session)
    if session.id != first.id:
        related = Text(session_uid(event, first, origin.store_id), params={"RELTYPE": "SIBLING"})
        vevent.add("RELATED-TO", related)
    return vevent


def _summary(event: Event, session: Session) -> str:
    if event.multi and session.title and session.title != event.title:
        return f"{event.title}: {session.title}"
    return event.title


def _status(event: Event, session: Session) -> str:
    """Return the STATUS of a session (§3.8.1.11)."""
    if off_at(event, session) is not None:
        return "CANCELLED"
    return "TENTATIVE" if event.is_draft else "CONFIRMED"


def add_organisers(vevent: VEvent, owner: Event | Group, origin: Origin, *, scheduling: bool) -> None:
    """Add ORGANIZER, where we know an address or iTIP asks for one, and CONTACT."""
    sender = sender_of(owner, origin.sender)
    if sender is not None:
        vevent.add("ORGANIZER", address(sender.email, sender.name))
    elif scheduling:
        name = next(iter(owner.organisers), owner.title)
        vevent.add("ORGANIZER", vCalAddress(_NOBODY, params={"CN": plain(name)}))
    for organiser in owner.organisers:
        vevent.add("CONTACT", Text(organiser))


def _add_span(vevent: VEvent, event: Event, session: Session) -> None:
    """Add DTSTART and DTEND.

    DTEND is the first moment after the session (§3.8.2.2), of the same type as DTSTART: for a day it is the
    next day. A session that starts at a time and whose end is not known has none, so that it ends as it
    starts (§3.6.1): we invent no length.
    """
    start, end = session.starts_at, session.ends_at
    if isinstance(start, datetime):
        vevent.add("DTSTART", wire_time(start, event.timezone))
        if end is not None:
            vevent.add("DTEND", wire_time(end_of(end, event.timezone), event.timezone))
    elif start is not None:
        vevent.add("DTSTART", start)
        vevent.add("DTEND", (end or start) + _DAY)


def _add_place(vevent: VEvent, event: Event, session: Session) -> None:
    """Add LOCATION, DESCRIPTION, URL and CONFERENCE (RFC 7986 §5.11).

    Few calendars show a CONFERENCE, and some a URL, so the address is in the DESCRIPTION too, and is the LOCATION of
    a session that has no place.
    """
    place, online = session.location or event.location, session.online_url or event.online_url
    own = session.description if session.description != event.description else None
    texts = [text for text in (own, event.description) if text]
    if online:
        texts.append(f"Online: {online}")
        if (link := uri(online)) is not None:
            vevent.add("CONFERENCE", link)
            vevent.add("URL", vUri(link))
    if place or online:
        vevent.add("LOCATION", Text(place or online or ""))
    if texts:
        vevent.add("DESCRIPTION", Text("\n\n".join(texts)))


def _add_materials(vevent: VEvent, event: Event) -> None:
    """Add an ATTACH (§3.8.1.1) for each material that has an address; a URI is its default type."""
    for material in event.materials:
        if material.url is not None and (link := uri(material.url)) is not None:
            vevent.add("ATTACH", vUri(link))


# ------------------------------------------------------------------- common


def dated_vevent(owner: Owner, uid: str, summary: str) -> VEvent:
    """Return what all VEVENTs share."""
    vevent = VEvent()
    vevent.add("UID", Text(uid))
    add_dates(vevent, owner)
    vevent.add("SUMMARY", Text(summary))
    return vevent


def add_dates(vevent: VEvent, owner: Owner, told: Iterable[Entry] = ()) -> None:
    """Add the dates of the history of what a VEVENT belongs to, which begins with its creation.

    What is sent to somebody is dated by what was `told` of them, too. Without a history it is dated before every
    later change.
    """
    history = _rising(entry.at for entry in _together(owner.history, tuple(told)))
    vevent.add("DTSTAMP", history[-1] if history else _UNDATED)
    if history:
        vevent.add("CREATED", history[0])
        vevent.add("LAST-MODIFIED", history[-1])


def _together(history: Sequence[Entry], told: Sequence[Entry]) -> list[Entry]:
    """Return the lines of two histories in the order in which they were written, whatever the clock said.

    Of what one change wrote the first line is enough.
    """
    if not told:
        return [*history]
    lines = sorted((*history, *told), key=lambda entry: (entry.change, entry.at))
    before = (0, *(line.change for line in lines))
    return [line for line, last in zip(lines, before, strict=False) if not line.change or line.change != last]


def _rising(moments: Iterable[datetime]) -> list[datetime]:
    """Return moments of which each is later than the one before: a second later where the clock was put back.

    Of two versions with one SEQUENCE, a calendar keeps the one with the later DTSTAMP (RFC 5546 §2.1.5).
    """
    rising: list[datetime] = []
    for moment in (moment.astimezone(UTC) for moment in moments):
        rising.append(max(moment, rising[-1] + _SECOND) if rising else moment)
    return rising
