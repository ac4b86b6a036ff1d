"""Counting back from a start: `7 days before 16:00`, `1 week voor aanvang`, `2 uur voor`.

Days and weeks are counted in the local calendar, so the wall time stays across a clock change; hours and
minutes are counted by the clock.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from netwerk_cli.dates.calendar_days import days_after
from netwerk_cli.dates.clock_grammar import read_timed
from netwerk_cli.dates.complaints import complaint
from netwerk_cli.dates.day_grammar import read_count
from netwerk_cli.dates.phrases import Before
from netwerk_cli.dates.reasons import Refusal
from netwerk_cli.dates.resolve import checked_instant, instant_on, wall_instant
from netwerk_cli.dates.tokens import Cursor
from netwerk_cli.dates.words import (
    AT,
    BEFORE,
    DAY_UNITS,
    HOUR_UNITS,
    MINUTE_UNITS,
    START_ARTICLES,
    START_WORDS,
    WEEK_UNITS,
)
from netwerk_cli.domain.leads import Lead
from netwerk_cli.domain.moments import Moment, in_zone


def read_before(cursor: Cursor) -> Before | None:
    """Read a count back from a start; leave the cursor alone when there is none."""
    began = cursor.at
    count = read_count(cursor)
    unit = None if count is None else cursor.word(DAY_UNITS | WEEK_UNITS | HOUR_UNITS | MINUTE_UNITS)
    if count is None or unit is None or not _read_before_word(cursor):
        cursor.at = began
        return None
    opener = cursor.word(AT)
    time = read_timed(cursor)
    if opener and time is None:
        raise complaint(cursor)
    if unit in HOUR_UNITS:
        return Before(length=timedelta(hours=count), time=time)
    if unit in MINUTE_UNITS:
        return Before(length=timedelta(minutes=count), time=time)
    return Before(days=count * (7 if unit in WEEK_UNITS else 1), time=time)


def _read_before_word(cursor: Cursor) -> bool:
    if not cursor.sequence("van", "tevoren") and not cursor.word(BEFORE):
        return False
    after = cursor.at
    cursor.word(START_ARTICLES)
    if not cursor.word(START_WORDS):
        cursor.at = after
    return True


def count_back(before: Before, start: Moment | None, zone: str) -> datetime:
    """Return the instant that lies `before` the `start` of an event in `zone`.

    Raises:
        Refusal: there is no start, or it has no time where one is needed.
    """
    if start is None:
        raise Refusal("no_start")
    if before.length is not None:
        return _hours_back(before.length, before, start, zone)
    local = in_zone(start, zone) if isinstance(start, datetime) else None
    first_day: date = local.date() if local else start
    day = days_after(first_day, -before.days)
    if before.time:
        return instant_on(day, before.time, zone)
    if local is None:
        raise Refusal("start_without_time")
    return wall_instant(datetime.combine(day, local.time()), zone)


def lead_of(before: Before, found: datetime, start: Moment, zone: str) -> Lead:
    """Return what moves along with a start: the count that led from `start` to `found`, its time on the local clock."""
    if before.length is not None:
        return Lead(minutes=before.length // timedelta(minutes=1))
    if before.time is None:
        return Lead(days=before.days)
    first_day = in_zone(start, zone).date() if isinstance(start, datetime) else start
    midnight = datetime.combine(days_after(first_day, -before.days), time())
    into = in_zone(found, zone).replace(tzinfo=None) - midnight
    early = int(into < timedelta())  # a zone that was typed with the time may show it on the day before
    clock_s = int(into.total_seconds()) + early * 24 * 3600
    return Lead(days=before.days + early, clock_s=clock_s)


def _hours_back(length: timedelta, before: Before, start: Moment, zone: str) -> datetime:
    if before.time:
        raise Refusal("hours_and_time")
    if not isinstance(start, datetime):
        raise Refusal("start_without_time")
    return checked_instant(in_zone(start - length, zone))
