"""What a typed date says, before anybody asks what day it is today.

The grammar makes these; `resolve` turns them into moments. A weekday is 0 (Monday) to 6.
"""

from __future__ import annotations

from datetime import timedelta

from netwerk_cli.records import record


@record
class CalendarDay:
    """A day and a month, with the year and the weekday when they were typed; not checked yet."""

    day: int
    month: int
    year: int | None = None
    weekday: int | None = None


@record
class WeekdayOnly:
    """A weekday: of the week `weeks_ahead` of this one, or the next such day, today included."""

    weekday: int
    weeks_ahead: int | None = None


@record
class DaysAhead:
    """So many days after today."""

    days: int


Day = CalendarDay | WeekdayOnly | DaysAhead


@record
class ClockTime:
    """A time on the 24-hour clock, 24:00 included; `halved` when am or pm was typed."""

    hour: int
    minute: int = 0
    second: int | None = None
    microsecond: int = 0
    halved: bool = False


@record
class Offset:
    """A typed distance from UTC."""

    ahead: timedelta


@record
class Season:
    """CET or CEST: the time of Brussels and Amsterdam, with half of the year named."""

    name: str
    ahead: timedelta


@record
class ZoneName:
    """An IANA name."""

    name: str


Zone = Offset | Season | ZoneName


@record
class Timed:
    """A time and the zone typed with it."""

    clock: ClockTime
    zone: Zone | None = None


@record
class Hours:
    """A time of one day, or two that span a part of it."""

    first: Timed
    last: Timed | None = None


@record
class Point:
    """A day, with a time when one was typed."""

    day: Day
    time: Timed | None = None


@record
class Phrase:
    """One point, or the two ends of a span."""

    first: Point
    last: Point | None = None


@record
class RightNow:
    """The word now."""


@record
class Before:
    """So long before a start: `days` by the calendar, with `time` on that day, or `length` by the clock."""

    days: int = 0
    length: timedelta | None = None
    time: Timed | None = None
