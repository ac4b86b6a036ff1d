"""The time zones a calendar carries along, and which moments may lean on them.

Since 1996 the clocks of the European Union and its neighbours change together, at 01:00 UTC on the last
Sunday of March and of October. Two rules say it all, so a VTIMEZONE of ours has one DAYLIGHT and one
STANDARD part, each with an RRULE (RFC 5545 §3.6.5). Moments that these rules do not fit go in UTC.
"""

from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

from netwerk_cli.domain.moments import zone
from netwerk_cli.ical.values import Text


class Clock(NamedTuple):
    """What the clocks of a zone show: hours ahead of UTC in winter, and the two abbreviations."""

    hours: int
    winter: str
    summer: str


_ZONES = {
    Clock(0, "GMT", "BST"): "Europe/Belfast Europe/Guernsey Europe/Isle_of_Man Europe/Jersey Europe/London",
    Clock(0, "GMT", "IST"): "Europe/Dublin",
    Clock(0, "WET", "WEST"): "Atlantic/Canary Atlantic/Faroe Atlantic/Madeira Europe/Lisbon",
    Clock(1, "CET", "CEST"): """
        Africa/Ceuta Arctic/Longyearbyen Europe/Amsterdam Europe/Andorra Europe/Belgrade Europe/Berlin
        Europe/Bratislava Europe/Brussels Europe/Budapest Europe/Busingen Europe/Copenhagen Europe/Gibraltar
        Europe/Ljubljana Europe/Luxembourg Europe/Madrid Europe/Malta Europe/Monaco Europe/Oslo Europe/Paris
        Europe/Podgorica Europe/Prague Europe/Rome Europe/San_Marino Europe/Sarajevo Europe/Skopje
        Europe/Stockholm Europe/Tirane Europe/Vaduz Europe/Vatican Europe/Vienna Europe/Warsaw Europe/Zagreb
        Europe/Zurich""",
    Clock(2, "EET", "EEST"): """
        Asia/Nicosia Europe/Athens Europe/Bucharest Europe/Helsinki Europe/Kiev Europe/Kyiv Europe/Mariehamn
        Europe/Nicosia Europe/Riga Europe/Sofia Europe/Tallinn Europe/Vilnius""",
}
CLOCKS = {name: clock for clock, names in _ZONES.items() for name in names.split()}
"""The zones that are written with their name; all others are written in UTC."""

_MARCH, _OCTOBER = 3, 10
_SINCE = datetime(1996, 3, 31, 1, tzinfo=UTC)
_Part = TimezoneDaylight | TimezoneStandard


def wire_time(moment: datetime, zone_name: str) -> datetime:
    """Return the same instant as it is written in a calendar: in its zone, or in UTC.

    It is in its zone where our VTIMEZONE gives the offset that the zone database gives. The hour that is
    repeated in autumn is in UTC: a local time means the first one (RFC 5545 §3.3.5), but not to every reader.
    """
    utc = moment.astimezone(UTC)
    clock = CLOCKS.get(zone_name)
    if clock is None or utc < _SINCE:
        return utc
    local = utc.astimezone(zone(zone_name))
    repeated = local.replace(fold=0).utcoffset() != local.replace(fold=1).utcoffset()
    return local if local.utcoffset() == _offset(utc, clock) and not repeated else utc


def vtimezone(zone_name: str) -> Timezone:
    """Return the VTIMEZONE of one of `CLOCKS` (RFC 5545 §3.6.5)."""
    clock = CLOCKS[zone_name]
    winter, summer = timedelta(hours=clock.hours), timedelta(hours=clock.hours + 1)
    result = Timezone()
    result.add("TZID", Text(zone_name))
    result.add_component(_rule(TimezoneDaylight(), clock.summer, _MARCH, winter, summer))
    result.add_component(_rule(TimezoneStandard(), clock.winter, _OCTOBER, summer, winter))
    return result


def _rule(part: _Part, name: str, month: int, before: timedelta, after: timedelta) -> _Part:
    """Fill in one part: from its DTSTART in 1996, in the local time before the change, every year."""
    part.add("DTSTART", (_change(_SINCE.year, month) + before).replace(tzinfo=None))
    part.add("RRULE", {"FREQ": "YEARLY", "BYMONTH": month, "BYDAY": "-1SU"})
    part.add("TZOFFSETFROM", before)
    part.add("TZOFFSETTO", after)
    part.add("TZNAME", Text(name))
    return part


def _offset(utc: datetime, clock: Clock) -> timedelta:
    march, october = (_change(utc.year, month) for month in (_MARCH, _OCTOBER))
    return timedelta(hours=clock.hours + (march <= utc < october))


def _change(year: int, month: int) -> datetime:
    """Return 01:00 UTC on the last Sunday of a month of 31 days."""
    last = datetime(year, month, 31, 1, tzinfo=UTC)
    return last - timedelta(days=last.isoweekday() % 7)
