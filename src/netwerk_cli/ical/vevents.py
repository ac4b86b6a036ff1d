"""One session as a VEVENT (RFC 5545 §3.6.1).

There is no ORGANIZER: it takes an address (§3.8.4.3), and of organisers we know only the name. RFC 5546
§3.2.1 asks for one in what is published; calendars do without, and replies would go to an address that we
made up. Each organiser is a CONTACT (§3.8.4.2).
"""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from icalendar import Event as VEvent
from icalendar import vUri

from netwerk_cli.domain.events import Event, Session
from netwerk_cli.domain.moments import end_of
from netwerk_cli.ical.timezones import wire_time
from netwerk_cli.ical.values import Text, uri

_DAY, _SECOND = timedelta(days=1), timedelta(seconds=1)
_UNDATED = datetime(1970, 1, 1, tzinfo=UTC)


# ----------------------------------------------------------------- sessions


def session_uid(event: Event, session: Session, store_id: str) -> str:
    """Return the UID that a session keeps for life (RFC 5545 §3.8.4.7, RFC 7986 §5.3)."""
    return f"{session.id}.{event.slug}@{store_id}"


def session_vevent(event: Event, session: Session, store_id: str) -> VEvent:
    """Return a dated session as a VEVENT; its SEQUENCE is the stored one (RFC 5546 §2.1.4)."""
    vevent = _vevent(event, session_uid(event, session, store_id), _summary(event, session))
    if session.cancelled_at is not None:
        vevent["STATUS"] = Text("CANCELLED")
    vevent.add("SEQUENCE", session.sequence)
    vevent.add("TRANSP", Text("OPAQUE"))
    _add_span(vevent, event, session)
    _add_place(vevent, event, session)
    _add_materials(vevent, event)
    first = next(s for s in event.sessions if s.starts_at is not None)
    if session is not first:
        vevent.add("RELATED-TO", Text(session_uid(event, first, store_id), params={"RELTYPE": "SIBLING"}))
    return vevent


def _summary(event: Event, session: Session) -> str:
    if event.multi and session.title and session.title != event.title:
        return f"{event.title}: {session.title}"
    return event.title


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
    """Add LOCATION, DESCRIPTION and CONFERENCE (RFC 7986 §5.11).

    Few calendars show a CONFERENCE, so the address is in the DESCRIPTION too, and is the LOCATION of a
    session that has no place.
    """
    place, online = session.location or event.location, session.online_url or event.online_url
    texts = [event.description] if event.description else []
    if online:
        texts.append(f"Online: {online}")
        if (address := uri(online)) is not None:
            vevent.add("CONFERENCE", address)
    if place or online:
        vevent.add("LOCATION", Text(place or online or ""))
    if texts:
        vevent.add("DESCRIPTION", Text("\n\n".join(texts)))


def _add_materials(vevent: VEvent, event: Event) -> None:
    """Add an ATTACH (§3.8.1.1) for each material that has an address; a URI is its default type."""
    for material in event.materials:
        if material.url is not None and (address := uri(material.url)) is not None:
            vevent.add("ATTACH", vUri(address))


# ------------------------------------------------------------------- common


def _vevent(event: Event, uid: str, summary: str) -> VEvent:
    """Return what all VEVENTs of an event share, dated by its history, which begins with its creation.

    Without a history it is dated before every later change.
    """
    history = _rising(entry.at.astimezone(UTC) for entry in event.history)
    vevent = VEvent()
    vevent.add("UID", Text(uid))
    vevent.add("DTSTAMP", history[-1] if history else _UNDATED)
    if history:
        vevent.add("CREATED", history[0])
        vevent.add("LAST-MODIFIED", history[-1])
    vevent.add("SUMMARY", Text(summary))
    vevent.add("STATUS", Text(_status(event)))
    for organiser in event.organisers:
        vevent.add("CONTACT", Text(organiser))
    if event.theme:
        vevent.add("CATEGORIES", Text(event.theme))
    return vevent


def _rising(moments: Iterable[datetime]) -> list[datetime]:
    """Return moments of which each is later than the one before: a second later where the clock was put back.

    Of two versions with one SEQUENCE, a calendar keeps the one with the later DTSTAMP (RFC 5546 §2.1.5).
    """
    rising: list[datetime] = []
    for moment in moments:
        rising.append(max(moment, rising[-1] + _SECOND) if rising else moment)
    return rising


def _status(event: Event) -> str:
    """Return the STATUS of the event's sessions (§3.8.1.11)."""
    if event.cancelled_at is not None:
        return "CANCELLED"
    return "TENTATIVE" if event.is_draft else "CONFIRMED"
