"""An event for search engines: schema.org Event as JSON-LD, without the link to take part."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from netwerk_cli.domain import public
from netwerk_cli.domain.events import Event, Session, off_at
from netwerk_cli.domain.moments import Moment, in_zone
from netwerk_cli.exchange.site.meetings import Agenda, Meeting
from netwerk_cli.exchange.site.wording import language_code

_SCHEMA = "https://schema.org/"
_AVAILABLE = {"open": "InStock", "upcoming": "PreOrder", "waiting": "SoldOut", "full": "SoldOut"}

Linked = dict[str, Any]


def linked_data(agenda: Agenda, meeting: Meeting) -> Linked:
    """Return an event; what is not known is left out. A series has its sessions as events within it."""
    event, page = meeting.event, agenda.link(meeting.page)
    starts, ends = _span(event)
    places = meeting.offer.places
    found: Linked = {
        "@context": "https://schema.org",
        "@type": "Event",
        "name": event.title,
        "url": page,
        "description": event.description,
        "startDate": _wire(starts, event),
        "endDate": _wire(ends, event),
        "eventStatus": _status(off=meeting.is_off),
        "eventAttendanceMode": _mode(_ways(event)),
        "location": _locations(event, event.sessions, page),
        "organizer": [{"@type": "Organization", "name": name} for name in event.organisers],
        "audience": [{"@type": "Audience", "audienceType": name} for name in event.audiences],
        "inLanguage": language_code(event.language),
        "about": event.theme,
        "isAccessibleForFree": True if public.is_free(event.cost) else None,
        "maximumAttendeeCapacity": event.capacity,
        "remainingAttendeeCapacity": places if meeting.state in ("open", "waiting", "full") else None,
        "offers": _offer(meeting, page),
        "subEvent": [_session(event, one, page) for one in event.sessions] if event.multi else None,
    }
    return {key: value for key, value in found.items() if value not in (None, [], "")}


def _span(event: Event) -> tuple[Moment | None, Moment | None]:
    """Return when an event begins and ends; of one that is off, when it was to."""
    if event.dated:
        return event.starts_at, event.ends_at
    planned = [s for s in event.sessions if s.starts_at is not None]
    first = min(planned, key=event.starts, default=None)
    last = max(planned, key=event.starts, default=None)
    return (first.starts_at if first else None), (last.ends_at if last else None)


def _wire(moment: Moment | None, event: Event) -> str | None:
    if moment is None:
        return None
    local = in_zone(moment, event.timezone) if isinstance(moment, datetime) else moment
    return local.isoformat()


def _status(*, off: bool) -> str:
    return f"{_SCHEMA}{'EventCancelled' if off else 'EventScheduled'}"


def _ways(event: Event) -> set[bool]:
    """Return whether one can take part from afar, on the spot, or both: True and False, in a set."""
    found: set[bool] = set()
    for session in event.sessions:
        found |= _ways_of(event, session)
    return found or ({False} if event.location else set())


def _ways_of(event: Event, session: Session) -> set[bool]:
    online, place = public.is_online(event, session), public.place(event, session)
    return {way for way, there in ((True, online), (False, place is not None)) if there}


def _mode(ways: set[bool]) -> str | None:
    if not ways:
        return None
    kind = "Mixed" if len(ways) > 1 else "Online" if True in ways else "Offline"
    return f"{_SCHEMA}{kind}EventAttendanceMode"


def _locations(event: Event, sessions: tuple[Session, ...], page: str) -> list[Linked]:
    """Return each place once; who takes part from afar finds how on the page."""
    names = dict.fromkeys(public.place(event, one) for one in sessions) or {event.location: None}
    found: list[Linked] = [{"@type": "Place", "name": n, "address": n} for n in names if n]
    if any(public.is_online(event, one) for one in sessions):
        found.append({"@type": "VirtualLocation", "url": page})
    return found


def _offer(meeting: Meeting, page: str) -> Linked | None:
    """Return whether one can register, from when until when; nothing where registration is over."""
    event = meeting.event
    if meeting.state not in _AVAILABLE:
        return None
    free = {"price": "0", "priceCurrency": "EUR"} if public.is_free(event.cost) else {}
    opens, closes = _wire(event.opens_at, event), _wire(event.closing, event)
    ends = {"validFrom": opens, "validThrough": closes}
    return {
        "@type": "Offer",
        "url": page,
        "availability": f"{_SCHEMA}{_AVAILABLE[meeting.state]}",
        **free,
        **{key: value for key, value in ends.items() if value is not None},
    }


def _session(event: Event, session: Session, page: str) -> Linked:
    found: Linked = {
        "@type": "Event",
        "name": session.title or event.title,
        "startDate": _wire(session.starts_at, event),
        "endDate": _wire(session.ends_at, event),
        "eventStatus": _status(off=off_at(event, session) is not None),
        "eventAttendanceMode": _mode(_ways_of(event, session)),
        "location": _locations(event, (session,), page),
        "maximumAttendeeCapacity": session.capacity,
    }
    return {key: value for key, value in found.items() if value not in (None, [])}
