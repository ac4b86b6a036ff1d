"""The way of a typed date from text to moments: tokens, phrase, days and times; one error at the border."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from typing import NamedTuple

from netwerk_cli.dates.before import count_back, lead_of, read_before
from netwerk_cli.dates.calendar_days import Near, has_year, near_to
from netwerk_cli.dates.complaints import undecided
from netwerk_cli.dates.grammar import finish, read_phrase
from netwerk_cli.dates.periods import read_period
from netwerk_cli.dates.phrases import Phrase, RightNow
from netwerk_cli.dates.reasons import Refusal, bad_date
from netwerk_cli.dates.resolve import checked_instant, resolve
from netwerk_cli.dates.tokens import Cursor
from netwerk_cli.domain import moments
from netwerk_cli.domain.leads import Lead
from netwerk_cli.domain.moments import Moment
from netwerk_cli.errors import BadDate, BadDay

LIMIT = 200  # characters of a typed date
_STAMP = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}T(?:[01][0-9]|2[0-3]):[0-9]{2}:[0-9]{2}(?:Z|[+-](?:0[0-9]|1[01]):[0-5][0-9])"
)


def read_span(text: str, zone: str, now: datetime) -> tuple[Moment, Moment | None]:
    """Return the start, and the end when the text is a span."""
    with _border(text, zone):
        return _span(_cursor(text), zone, now)


def read_moment(text: str, zone: str, now: datetime, near: Near | None = None) -> Moment:
    """Return the one day or instant that the text is; without a year, the one that is `near`."""
    with _border(text, zone):
        return _one(_cursor(text), zone, now, near)


def read_instant(text: str, zone: str, now: datetime, near: Near | None = None) -> datetime:
    """Return the one instant that the text is; without a year, the one that is `near`."""
    with _border(text, zone):
        return _stamped(text, zone) or _with_time(_one(_cursor(text), zone, now, near))


def _stamped(text: str, zone: str) -> datetime | None:
    """Return the instant of a time stamp (RFC 3339 §5.6), which the grammar reads too, at forty times the cost."""
    if not _STAMP.fullmatch(text):
        return None
    try:
        return checked_instant(moments.in_zone(datetime.fromisoformat(text), zone))
    except (ValueError, OverflowError, Refusal):
        return None  # the grammar says what is wrong with it


def read_day(text: str, zone: str, now: datetime) -> date:
    """Return the one day that the text is."""
    with _border_of_days(text, zone):
        return _day(_cursor(text), zone, now)


def read_due(text: str, zone: str, now: datetime) -> tuple[date, str | None]:
    """Return the one day that the text is, or the last day of a period with the period's name."""
    with _border_of_days(text, zone):
        cursor = _cursor(text)
        period = read_period(cursor.text, moments.in_zone(now, zone).date())
        return (_day(cursor, zone, now), None) if period is None else period


class Bound(NamedTuple):
    """By when something has to be that is typed without a year, if that is known, and what it may be none the less."""

    by: Moment | None = None
    known: datetime | None = None


def read_deadline(
    text: str, zone: str, now: datetime, start: Moment | None, bound: Bound
) -> tuple[datetime, Lead | None]:
    """Return the one instant that the text is; or that it counts back to from `start`, and that count."""
    with _border(text, zone):
        cursor = _cursor(text)
        before = read_before(cursor)
        if before is None:
            return _bounded(cursor, zone, now, bound), None
        finish(cursor)
        found = count_back(before, start, zone)
        return found, None if start is None else lead_of(before, found, start, zone)


def read_lead(text: str) -> Lead | None:
    """Return the count back from a start that the text is; None where it is none."""
    with _border(text, _ANY_ZONE):
        cursor = _cursor(text)
        before = read_before(cursor)
        if before is None:
            return None
        finish(cursor)
        return lead_of(before, count_back(before, _ANY_START, _ANY_ZONE), _ANY_START, _ANY_ZONE)


_ANY_ZONE, _ANY_START = "UTC", datetime(2024, 1, 15, 12, tzinfo=UTC)
"""A start to count back from; the count that comes out is the same from every other."""


def _bounded(cursor: Cursor, zone: str, now: datetime, bound: Bound) -> datetime:
    """Return the one instant that the text is. Without a year it is no surprise: up to its bound, and not past."""
    phrase = read_phrase(cursor)
    near = None if bound.by is None else near_to(bound.by, zone, back=True)
    found = _with_time(_alone(_resolved(phrase, zone, now, near)))
    if isinstance(phrase, RightNow) or has_year(phrase.first.day) or found == bound.known:
        return found
    late = bound.by is not None and found > moments.end_of(bound.by, zone)
    if late or found < now:
        local = moments.in_zone(found, zone)
        clock = local.isoformat(timespec="minutes")[11:16]
        raise Refusal("after_start" if late else "passed", on=local.date().isoformat(), clock=clock)
    return found


@contextmanager
def _border(text: str, zone: str) -> Iterator[None]:
    moments.zone(zone)
    try:
        yield
    except Refusal as refusal:
        raise bad_date(text, refusal) from refusal


@contextmanager
def _border_of_days(text: str, zone: str) -> Iterator[None]:
    try:
        with _border(text, zone):
            yield
    except BadDate as err:
        raise BadDay(**err.facts) from err


def _cursor(text: str) -> Cursor:
    if len(text) > LIMIT:
        raise Refusal("too_long", limit=LIMIT)
    cursor = Cursor(text)
    if cursor.done:
        raise Refusal("empty")
    if undecided(cursor.text):
        raise Refusal("to_be_announced")
    return cursor


def _span(cursor: Cursor, zone: str, now: datetime, near: Near | None = None) -> tuple[Moment, Moment | None]:
    if read_before(cursor):
        raise Refusal("before_here")
    return _resolved(read_phrase(cursor), zone, now, near)


def _resolved(
    phrase: Phrase | RightNow, zone: str, now: datetime, near: Near | None
) -> tuple[Moment, Moment | None]:
    if isinstance(phrase, RightNow):
        return checked_instant(moments.in_zone(now, zone)), None
    return resolve(phrase, zone, now, near)


def _one(cursor: Cursor, zone: str, now: datetime, near: Near | None = None) -> Moment:
    return _alone(_span(cursor, zone, now, near))


def _alone(found: tuple[Moment, Moment | None]) -> Moment:
    start, end = found
    if end is not None:
        raise Refusal("one_moment")
    return start


def _day(cursor: Cursor, zone: str, now: datetime) -> date:
    found = _one(cursor, zone, now)
    if isinstance(found, datetime):
        raise Refusal("day_only")
    return found


def _with_time(found: Moment) -> datetime:
    if not isinstance(found, datetime):
        raise Refusal("no_time")
    return found
