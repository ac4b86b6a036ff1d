"""Dates as people type them, in Dutch and English, into moments: one border, one error.

Year-month-day first, then day-month-year, then words. Nothing is swapped or guessed to make a value fit:
what can mean two things is refused with the reason. There is no clock here; `now` comes in from outside.
A time without an offset is local to `zone`. Every refusal is a `BadDate` with `text` and `why`, and with
`reason` (a key of `REASONS`) and `reason_facts`, from which `explain` words it in another language.

The grammar is loaded when the first date is read: many commands only need the names of days and months.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import TYPE_CHECKING

from netwerk_cli.dates.mentioned import DayMention, DaySpan, HourMention
from netwerk_cli.dates.reasons import REASONS, explain, unquoted
from netwerk_cli.dates.saying import in_words
from netwerk_cli.dates.words import DUTCH, ENGLISH, WEEKDAYS
from netwerk_cli.domain.leads import Lead
from netwerk_cli.domain.moments import Moment
from netwerk_cli.errors import BadValue
from netwerk_cli.records import record
from netwerk_cli.wording import Wording

if TYPE_CHECKING:
    from netwerk_cli.dates.phrases import CalendarDay, ClockTime

__all__ = [
    "DUTCH",
    "ENGLISH",
    "REASONS",
    "CalendarDay",
    "ClockTime",
    "DayMention",
    "DaySpan",
    "Deadline",
    "Due",
    "HourMention",
    "When",
    "explain",
    "in_words",
    "mentions",
    "read_day",
    "read_deadline",
    "read_due",
    "read_instant",
    "read_moment",
    "read_past_moment",
    "read_when",
    "unquoted",
    "weekday",
]


@record
class When:
    """What was typed: a start, and an end when the text states a span.

    An instant has the offset of the zone, written out; a day without a time is a date. The end of a span
    of dates is its last day.
    """

    start: Moment
    end: Moment | None = None


@record
class Deadline:
    """A moment with a time; `before` where it was typed as a count back from a start, with which it moves along."""

    at: datetime
    before: Lead | None = None


@record
class Due:
    """The last day on which something is in time, and the name of the period that it ends, if one was typed."""

    on: date
    period: str | None = None


def weekday(name: str) -> int | None:
    """Return the number of a weekday, 0 for Monday, by its name or a short form of it."""
    return WEEKDAYS.get(name.lower())


def read_when(text: str, *, zone: str, now: datetime) -> When:
    """Read a day, a moment or a span.

    Raises:
        BadDate: the text is not understood, not true, or can mean two things.
        UnknownZone: `zone` is not an IANA zone.
    """
    from netwerk_cli.dates import reading

    start, end = reading.read_span(text, zone, now)
    return When(start=start, end=end)


def read_moment(text: str, *, zone: str, now: datetime, since: Moment | None = None) -> Moment:
    """Read a day or a moment; a span is refused. Raises as `read_when` does.

    Without a year it is the next such day, or the first from `since` on.
    """
    from netwerk_cli.dates import calendar_days, reading

    return reading.read_moment(text, zone, now, None if since is None else calendar_days.near_to(since, zone))


def read_past_moment(text: str, *, zone: str, now: datetime) -> Moment:
    """Read as `read_moment` does what looks back: without a year it is the last such day, today included."""
    from netwerk_cli.dates import calendar_days, reading

    return reading.read_moment(text, zone, now, calendar_days.near_to(now, zone, back=True))


def read_instant(text: str, *, zone: str, now: datetime) -> datetime:
    """Read a moment with a time that something happened at; a day alone and a span are refused.

    Without a year it is on the last such day, today included, so it may still lie ahead: whether that can be is for
    who asks. Raises as `read_when` does.
    """
    from netwerk_cli.dates import calendar_days, reading

    return reading.read_instant(text, zone, now, calendar_days.near_to(now, zone, back=True))


def read_day(text: str, *, zone: str, now: datetime) -> date:
    """Read a day; a time and a span are refused. Raises `BadDay`, `UnknownZone`."""
    from netwerk_cli.dates import reading

    return reading.read_day(text, zone, now)


def read_due(text: str, *, zone: str, now: datetime) -> Due:
    """Read a day, or a period that ends on one: `najaar 2021`, `Q3 2021`, `eind 2021`. Raises as `read_day` does."""
    from netwerk_cli.dates import reading

    day, period = reading.read_due(text, zone, now)
    return Due(on=day, period=period)


def read_lead(text: str, *, field: str) -> Lead:
    """Read how long before a start something happens: `2 days before`, `1 week voor aanvang`, `2 dagen voor 12u`.

    Raises:
        BadValue: it is something else. BadDate: it is nearly that.
    """
    from netwerk_cli.dates import reading

    found = reading.read_lead(text)
    if found is None:
        raise BadValue(field=field, why=Wording("write it as '2 days before', or '2 days before 12:00'"))
    return found


def read_deadline(
    text: str,
    *,
    zone: str,
    now: datetime,
    start: Moment | None,
    by: Moment | None = None,
    known: datetime | None = None,
) -> Deadline:
    """Read a moment with a time, or a count back from `start` such as `7 days before 16:00`.

    Without a year it is on the last such day up to `by`, and neither after that nor past, unless it is what is `known`
    already. Without a time of its own, a count in days keeps the wall time of the start. Raises as `read_when` does,
    and `BadDate` when the text counts back from a start that is `None` or has no time.
    """
    from netwerk_cli.dates import reading

    at, before = reading.read_deadline(text, zone, now, start, reading.Bound(by, known))
    return Deadline(at=at, before=before)


def mentions(text: str) -> Iterator[DayMention | HourMention]:
    """Yield the days and hours that a line or paragraph of running text names, in its order; nothing is refused."""
    from netwerk_cli.dates import prose

    return prose.mentions(text)
