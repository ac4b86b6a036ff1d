"""Events as iCalendar (RFC 5545, RFC 5546 and RFC 7986); the only importer of `icalendar`.

    calendars   a file of many events
    vevents     one session as a VEVENT
    timezones   our own VTIMEZONE, and which moments may lean on it
    values      text and addresses as they go into a property

What the library gets wrong is put right here: time zones, text with a backslash before an N,
control characters, the parameters of CONFERENCE.
"""

from netwerk_cli.ical.calendars import calendar

__all__ = ["calendar"]
