"""A calendar file: the sessions of any number of events."""

from collections.abc import Iterable
from datetime import datetime

from icalendar import Calendar
from icalendar import Event as VEvent

from netwerk_cli.domain.events import Event
from netwerk_cli.domain.moments import start_of
from netwerk_cli.ical.timezones import CLOCKS, vtimezone
from netwerk_cli.ical.values import Text
from netwerk_cli.ical.vevents import session_uid, session_vevent

PRODID = "-//netwerk//netwerk//EN"
"""RFC 5545 §3.7.3, without our version: a release must not change a single byte of a calendar."""


def calendar(events: Iterable[Event], *, store_id: str) -> bytes:
    """Return a calendar of all sessions of `events` that have a date.

    It has no METHOD: with PUBLISH, RFC 5546 §3.2.1 wants an ORGANIZER, which is an address that we do not have.
    Sorted by start, then UID; the same events give the same bytes. `store_id` makes the UIDs unique in the
    world.

    Milestones are left out: they would be VTODOs, which Outlook and Google Calendar ignore.

    Without any dated session the calendar has no component, which RFC 5545 §3.6 does not allow: callers
    decide whether to keep it.
    """
    dated = [entry for event in events for entry in _entries(event, store_id)]
    vevents = [vevent for *_, vevent in sorted(dated, key=lambda entry: entry[:2])]
    result = Calendar()
    result.add("VERSION", Text("2.0"))
    result.add("PRODID", Text(PRODID))
    for zone_name in _zones(vevents):
        result.add_component(vtimezone(zone_name))
    for vevent in vevents:
        result.add_component(vevent)
    return bytes(result.to_ical())


def _entries(event: Event, store_id: str) -> Iterable[tuple[datetime, str, VEvent]]:
    for session in event.sessions:
        if session.starts_at is not None:
            start = start_of(session.starts_at, event.timezone)
            yield start, session_uid(event, session, store_id), session_vevent(event, session, store_id)


def _zones(vevents: Iterable[VEvent]) -> list[str]:
    stamps = (vevent[name] for vevent in vevents for name in ("DTSTART", "DTEND") if name in vevent)
    return sorted({stamp.params.get("TZID") for stamp in stamps} & CLOCKS.keys())
