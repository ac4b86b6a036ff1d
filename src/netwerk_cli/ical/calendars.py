"""A calendar file: the sessions of any number of events."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, time, timedelta
from typing import NamedTuple

from icalendar import Calendar
from icalendar import Event as VEvent

from netwerk_cli.domain.moments import DEFAULT_ZONE
from netwerk_cli.ical.timezones import CLOCKS, vtimezone
from netwerk_cli.ical.values import Text

PRODID = "-//netwerk//netwerk//EN"
"""RFC 5545 §3.7.3, without our version: a release must not change a single byte of a calendar."""

COLOURS = {
    "aqua": "#00FFFF", "black": "#000000", "blue": "#0000FF", "darkgreen": "#006400", "fuchsia": "#FF00FF",
    "gray": "#808080", "green": "#008000", "lime": "#00FF00", "maroon": "#800000", "navy": "#000080",
    "olive": "#808000", "orange": "#FFA500", "purple": "#800080", "red": "#FF0000", "silver": "#C0C0C0",
    "steelblue": "#4682B4", "teal": "#008080", "white": "#FFFFFF", "yellow": "#FFFF00",
}  # fmt: skip
"""The colours of a feed: the names of HTML and a few of CSS (RFC 7986 §5.9), as Apple's calendar has them."""


class Feed(NamedTuple):
    """A calendar that people subscribe to (RFC 7986 §5): its UID for life, what it is called, and how it looks.

    `colour` is a name of CSS3; `refresh` is how long a calendar waits before it looks again.
    """

    uid: str
    name: str
    colour: str
    refresh: timedelta


def enclosed(entries: Sequence[VEvent], *, method: str | None = None, feed: Feed | None = None) -> bytes:
    """Return a calendar of `entries`, sorted by start, then UID: the same entries give the same bytes.

    A feed may be without any: the time zone in it is the component that RFC 5545 §3.6 asks for.
    """
    result = Calendar()
    result.add("VERSION", Text("2.0"))
    result.add("PRODID", Text(PRODID))
    if method is not None:
        result.add("METHOD", Text(method.upper()))
    if feed is not None:
        _add_feed(result, feed)
    for zone_name in _zones(entries) or ([] if entries else [DEFAULT_ZONE]):
        result.add_component(vtimezone(zone_name))
    for vevent in sorted(entries, key=_order):
        result.add_component(vevent)
    data = bytes(result.to_ical())
    return data if feed is None else _apart(data)


def _apart(data: bytes) -> bytes:
    """Return a feed with the name of its own UID in small letters, which are as good (RFC 5545 §3.1).

    vdirsyncer takes the first `UID` of each entry for that of the entry, and so all entries for one.
    """
    return data.replace(b"\r\nUID:", b"\r\nuid:", 1)


def _order(vevent: VEvent) -> tuple[datetime, str]:
    start = vevent.decoded("DTSTART")
    moment = start if isinstance(start, datetime) else datetime.combine(start, time(), UTC)
    return moment, str(vevent["UID"])


def _add_feed(result: Calendar, feed: Feed) -> None:
    """Add what a feed says of itself, with the names that Outlook, Apple and Google knew before there was a standard.

    REFRESH-INTERVAL has no default type (RFC 7986 §5.7), and the library leaves it out.
    """
    result.add("UID", Text(feed.uid))
    for name in ("NAME", "X-WR-CALNAME"):
        result.add(name, Text(feed.name))
    result.add("COLOR", Text(feed.colour))
    result.add("X-APPLE-CALENDAR-COLOR", Text(COLOURS[feed.colour]))
    hours, minutes = divmod(int(feed.refresh.total_seconds()) // 60, 60)
    interval = "PT" + f"{hours}H" * bool(hours) + f"{minutes}M" * bool(minutes)
    result.add("REFRESH-INTERVAL", Text(interval, params={"VALUE": "DURATION"}))
    result.add("X-PUBLISHED-TTL", Text(interval))


def _zones(entries: Iterable[VEvent]) -> list[str]:
    stamps = (entry[name] for entry in entries for name in ("DTSTART", "DTEND") if name in entry)
    return sorted({stamp.params.get("TZID") for stamp in stamps} & CLOCKS.keys())
