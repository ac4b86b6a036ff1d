"""Events as iCalendar (RFC 5545, RFC 5546 and RFC 7986); the only importer of `icalendar`.

    calendars   a file of many events, and what a feed says of itself
    messages    one session for one person, as iTIP has it
    reading     what files of others say
    vevents     one session as a VEVENT
    deadlines   registration deadlines and milestones as VEVENTs
    timezones   our own VTIMEZONE, and which moments may lean on it
    values      text and addresses as they go into a property

What the library gets wrong is put right here: time zones, text with a backslash before an N,
control characters, the parameters of CONFERENCE and REFRESH-INTERVAL.
"""

from icalendar import Event as VEvent

from netwerk_cli.ical.calendars import COLOURS, Feed, enclosed
from netwerk_cli.ical.deadlines import deadline_vevent, milestone_vevent
from netwerk_cli.ical.messages import Invitations, cancel, request
from netwerk_cli.ical.reading import Unusable, read
from netwerk_cli.ical.vevents import Origin, session_vevent

__all__ = [
    "COLOURS",
    "Feed",
    "Invitations",
    "Origin",
    "Unusable",
    "VEvent",
    "cancel",
    "deadline_vevent",
    "enclosed",
    "milestone_vevent",
    "read",
    "request",
    "session_vevent",
]
