"""One session sent to one person: an invitation, or its withdrawal (iTIP, RFC 5546 §3.2.2 and §3.2.5).

Each message holds one VEVENT: Outlook looks at the first only, and iTIP wants one UID in a message.
"""

import re
from typing import Any, NamedTuple

from icalendar import Event as VEvent
from icalendar.parser import Contentline

from netwerk_cli.domain.events import Event, Session, off_at
from netwerk_cli.domain.invitations import Method, turns
from netwerk_cli.domain.registrations import Registration, Status
from netwerk_cli.ical.calendars import enclosed
from netwerk_cli.ical.values import address
from netwerk_cli.ical.vevents import Origin, add_dates, session_vevent

_PERSONAL = ("ATTENDEE", "CREATED", "DTSTAMP", "LAST-MODIFIED", "SEQUENCE")
_LINE = re.compile(rb"(?m)^((?:%b)[;:].*\r\n(?:[ \t].*\r\n)*)" % "|".join(_PERSONAL).encode())
"""A property of one person with the lines it is folded over (RFC 5545 §3.1)."""
_SHORT = 70
"""Bytes that surely fit on a line, with a colon (RFC 5545 §3.1)."""


def partstat(status: Status) -> str:
    """Return how somebody takes part (RFC 5545 §3.2.12): who asked for a seat wants to come, with or without one."""
    match status:
        case Status.CONFIRMED:
            return "ACCEPTED"
        case Status.PENDING | Status.WAITING:
            return "TENTATIVE"
        case Status.DECLINED | Status.CANCELLED:
            return "DECLINED"


def request(event: Event, session: Session, person: Registration, origin: Origin) -> bytes:
    """Return an invitation of one person to a session."""
    return Invitations(origin).request(event, session, person)


def cancel(event: Event, session: Session, person: Registration, origin: Origin) -> bytes:
    """Return what takes a session out of somebody's calendar, as `Invitations.cancel`."""
    return Invitations(origin).cancel(event, session, person)


class _Sheet(NamedTuple):
    """A message about a session as it is now, cut before and behind each property of a person; each part begins so."""

    event: Event
    session: Session
    parts: list[tuple[str, bytes]]


class Invitations:
    """Messages from one place: what is the same for all people of a session is written once, by the first of them."""

    def __init__(self, origin: Origin) -> None:
        self.origin = origin
        self._sheets: dict[tuple[object, ...], _Sheet] = {}

    def request(self, event: Event, session: Session, person: Registration) -> bytes:
        """Return an invitation of one person to a session."""
        return self._filled(Method.REQUEST, event, session, person)

    def cancel(self, event: Event, session: Session, person: Registration) -> bytes:
        """Return what takes a session out of somebody's calendar.

        Of a session that is on it takes out this person only, and says nothing of its STATUS (RFC 5546 §3.2.5).
        """
        return self._filled(Method.CANCEL, event, session, person)

    def _filled(self, method: Method, event: Event, session: Session, person: Registration) -> bytes:
        vevent = _personal(event, session, person)
        key = (method, event.slug, session.id, *vevent)
        sheet = self._sheets.get(key)
        if sheet is None or (sheet.event, sheet.session) != (event, session):
            parts = _LINE.split(self._whole(method, event, session, person))
            named = [(re.split(rb"[;:]", part, maxsplit=1)[0].decode(), part) for part in parts]
            sheet = self._sheets[key] = _Sheet(event, session, named)
        mine = {name: _written(name, value) for name, value in vevent.items()}
        return b"".join(mine.get(name, part) for name, part in sheet.parts)

    def _whole(self, method: Method, event: Event, session: Session, person: Registration) -> bytes:
        vevent = session_vevent(event, session, self.origin, scheduling=True)
        if method is Method.CANCEL and off_at(event, session) is None:
            del vevent["STATUS"]
        vevent.update(_personal(event, session, person))
        return enclosed([vevent], method=method)


def _written(name: str, value: Any) -> bytes:
    """Return a property as the library writes it within a VEVENT, with the end of its last line."""
    written: bytes = value.to_ical()
    if (
        not value.params and len(name) + len(written) < _SHORT
    ):  # a third of the time: there is nothing to fold
        return b"%b:%b\r\n" % (name.encode(), written)
    return bytes(Contentline.from_parts(name, value.params, written).to_ical()) + b"\r\n"


def _personal(event: Event, session: Session, person: Registration) -> VEvent:
    """Return what a VEVENT says of one person only: dated by their history, too, and numbered by their own turns."""
    vevent = VEvent()
    add_dates(vevent, event, person.history)
    vevent.add("SEQUENCE", session.sequence + turns(person, session))
    partly = person.status is Status.CONFIRMED and person.awaits(session.id)
    attendee = address(
        person.email,
        person.name,
        ROLE="REQ-PARTICIPANT",
        PARTSTAT=partstat(Status.WAITING if partly else person.status),
        RSVP="FALSE",
        CUTYPE="INDIVIDUAL",
    )
    vevent.add("ATTENDEE", attendee)
    return vevent
