"""The moments that a list states: day and month in the order of the file as a whole, in the zone that is stated.

What a form writes is numbers, read here at once; whatever else people write goes through `dates`. Nothing is swapped
to make one value fit: the column says what its order is, or it is refused.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta, timezone
from typing import NamedTuple

from netwerk_cli.domain import moments
from netwerk_cli.errors import BadDate
from netwerk_cli.errors.files import DaysUndecided, TwoNotations
from netwerk_cli.wording import Wording

DAY_FIRST, MONTH_FIRST = "day-first", "month-first"
_DAY, _MINUTE, _SECOND = timedelta(days=1), timedelta(minutes=1), timedelta(seconds=1)
_NUMERIC = re.compile(
    r"(?:(?P<weekday>[a-z]{2,9})\.?,? )?(?P<a>\d{1,4})(?P<sign>[-/.])(?P<b>\d{1,2})(?P=sign)(?P<c>\d{4}|\d{2})"
    r"(?:(?:,? (?:- )?|T)(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?:[:.](?P<second>\d{2})(?:\.(?P<fraction>\d{1,9}))?)?)?"
    r"(?: ?(?P<half>[ap])\.?m\.?)?"
    r" ?(?P<zone>Z|UTC|GMT|CET|CEST|(?:UTC|GMT)?[+-]\d{1,2}(?::?\d\d)?)?",
    re.IGNORECASE,
)
_SERIAL = re.compile(r"([2-9]\d{4})(?:[.,](\d{1,12}))?")
"""A day as Excel counts them, 1954 to 2173, with the part of the day behind the point."""
_COUNTED = re.compile(r"1\d{9}(?:\d{3})?")
"""Seconds since 1970, 2001 to 2033, or thousandths of them."""
_EPOCH = datetime(1899, 12, 30)  # noqa: DTZ001 (the first day of Excel has no zone)


class Stamp(NamedTuple):
    """A moment, and how exactly it is known: it lies from `at` up to `at + exact`."""

    at: datetime
    exact: timedelta


class Notation(NamedTuple):
    """How a column writes moments: the zone of those without one, and the order of day and month."""

    zone: str
    order: str = DAY_FIRST


Values = Sequence[tuple[int, str]]
"""What stands in the column, by the number of its row; blank cells are left out."""


def order(values: Values, *, now: datetime, european: bool, column: str, source: str) -> str:
    """Return whether the day comes first in a column: one value that can be read in one way only decides for all.

    Where none does, the reading in which nothing lies in the future, then the one in which the rows stand in order,
    then the country of the program that wrote the file (`european`).

    Raises:
        TwoNotations: some values have the day first, others the month. DaysUndecided: nothing decides.
    """
    pairs = [(row, found) for row, text in values if (found := _NUMERIC.fullmatch(_plain(text)))]
    either = [(row, found) for row, found in pairs if len(found["a"]) < 3]
    days = next((row for row, found in either if int(found["a"]) > 12), None)
    months = next((row for row, found in either if int(found["b"]) > 12), None)
    if months is not None:
        # Excel turns the dates that it takes for its own into real ones, with day and month the wrong way round.
        days = days or next((row for row, found in pairs if len(found["a"]) == 4), None)
    if days is not None and months is not None:
        raise TwoNotations(path=source, column=column, day_first=days, month_first=months)
    if days is not None or months is not None or not either:
        return MONTH_FIRST if months is not None else DAY_FIRST
    if all(found["a"] == found["b"] for _, found in either):
        return DAY_FIRST
    return _by_evidence(either, now, european) or _undecided(column, source, either[0][0])


def _undecided(column: str, source: str, row: int) -> str:
    raise DaysUndecided(path=source, line=row, column=column)


def _by_evidence(either: Sequence[tuple[int, re.Match[str]]], now: datetime, european: bool) -> str | None:
    today = now.date() + _DAY
    readings = {way: [_day(found, way) for _, found in either] for way in (DAY_FIRST, MONTH_FIRST)}
    named = [way for way, days in readings.items() if all(map(_is_weekday, (f for _, f in either), days))]
    if len(named) == 1:
        return named[0]
    past = [way for way, days in readings.items() if all(day is not None and day <= today for day in days)]
    if len(past) == 1:
        return past[0]
    orderly = [way for way, days in readings.items() if len(set(days)) > 2 and _in_order(days)]
    if len(orderly) == 1:
        return orderly[0]
    return DAY_FIRST if european or any(found["sign"] != "/" for _, found in either) else None


def _is_weekday(found: re.Match[str], day: date | None) -> bool:
    """Whether a day is on the weekday that stands before it, if any."""
    if not found["weekday"] or day is None:
        return day is not None
    from netwerk_cli.dates import weekday

    return weekday(found["weekday"]) == day.weekday()


def _in_order(days: Sequence[date | None]) -> bool:
    stamps = [day for day in days if day is not None]
    return stamps in (sorted(stamps), sorted(stamps, reverse=True))


def _day(found: re.Match[str], way: str) -> date | None:
    """Return the day of a match, read one way; None where there is no such day."""
    a, b, c = int(found["a"]), int(found["b"]), int(found["c"])
    year, month, day = (a, b, c) if len(found["a"]) > 2 else (c if c > 99 else 2000 + c, b, a)
    if len(found["a"]) < 3 and way == MONTH_FIRST:
        month, day = day, month
    try:
        return date(year, month, day)
    except ValueError:
        return None


def read(text: str, notation: Notation, *, now: datetime) -> Stamp:
    """Return the moment that a cell states; a day without a time is the start of that day.

    Raises:
        BadDate: it is no moment, or the clocks skip it or show it twice.
    """
    plain = _plain(text)
    if found := _NUMERIC.fullmatch(plain):
        stamp = _numeric(found, notation, text)
        if stamp is not None:
            return stamp
    elif _COUNTED.fullmatch(plain):
        at = datetime.fromtimestamp(int(plain[:10]), UTC)
        return Stamp(moments.in_zone(at, notation.zone), _SECOND)
    elif serial := _SERIAL.fullmatch(plain):
        part = float(f"0.{serial[2] or 0}")
        naive = _EPOCH + timedelta(days=int(serial[1]), seconds=round(part * 86_400))
        exact = _SECOND if serial[2] else _DAY
        return Stamp(moments.localise(naive, notation.zone, text=text), exact)
    if notation.order == MONTH_FIRST and re.match(r"\d{1,2}[-/.]\d", plain):
        raise BadDate(text=text[:40], why=Wording("there is no such day when the month comes first"))
    return _in_words(text, notation, now)


def _in_words(text: str, notation: Notation, now: datetime) -> Stamp:
    from netwerk_cli.dates import read_past_moment

    found = read_past_moment(text, zone=notation.zone, now=now)
    if isinstance(found, datetime):
        return Stamp(found, _SECOND if found.second else _MINUTE)
    return Stamp(moments.start_of(found, notation.zone), _DAY)


def _numeric(found: re.Match[str], notation: Notation, text: str) -> Stamp | None:
    """Return the moment of a match; None where the grammar of `dates` has to say what is off."""
    day = _day(found, notation.order)
    if day is None or not 1900 < day.year < 2200 or (len(found["a"]) == 3) or not _is_time(found):
        return None
    if found["weekday"] and not _is_weekday(found, day):
        return None
    if found["hour"] is None:
        return Stamp(moments.start_of(day, notation.zone), _DAY)
    fraction = found["fraction"]
    naive = datetime(  # noqa: DTZ001 (it gets its zone below)
        day.year, day.month, day.day, _hour(found), int(found["minute"]), int(found["second"] or 0),
        int((fraction or "0").ljust(6, "0")[:6]),
    )  # fmt: skip
    exact = timedelta(microseconds=1) if fraction else _SECOND if found["second"] else _MINUTE
    if found["zone"] is None:
        return Stamp(moments.localise(naive, notation.zone, text=text), exact)
    at = _in_zone(naive, found["zone"].upper())
    return None if at is None else Stamp(moments.in_zone(at, notation.zone), exact)


def _is_time(found: re.Match[str]) -> bool:
    if found["hour"] is None:
        return found["half"] is None and found["zone"] is None
    hour, minute, second = int(found["hour"]), int(found["minute"]), int(found["second"] or 0)
    return minute < 60 and second < 60 and (0 < hour < 13 if found["half"] else hour < 24)


def _hour(found: re.Match[str]) -> int:
    hour = int(found["hour"])
    if not found["half"]:
        return hour
    return hour % 12 + (12 if found["half"].lower() == "p" else 0)


def _in_zone(naive: datetime, zone: str) -> datetime | None:
    """Return the instant in a zone that stands behind it; None where winter is said of a summer day."""
    if zone in ("CET", "CEST"):
        at = naive.replace(tzinfo=timezone(timedelta(hours=1 if zone == "CET" else 2)))
        return at if at.astimezone(moments.zone("Europe/Brussels")).tzname() == zone else None
    ahead = re.fullmatch(r"(?:UTC|GMT)?([+-])(\d{1,2}):?(\d\d)?", zone)
    if ahead is None:
        return naive.replace(tzinfo=UTC)
    span = timedelta(hours=int(ahead[2]), minutes=int(ahead[3] or 0))
    if span >= _DAY:
        return None
    return naive.replace(tzinfo=timezone(span if ahead[1] == "+" else -span))


def is_no_moment(stamp: Stamp) -> bool:
    """Whether this is what LimeSurvey writes for an answer without a name: the first moment of 1980."""
    return stamp.at.replace(tzinfo=None) == datetime(1980, 1, 1)  # noqa: DTZ001 (on its own clock)


def _plain(text: str) -> str:
    return " ".join(text.split())


def combined(day: str, time: str) -> str:
    """Return a moment of which day and time stand in two columns; a workbook's day has an hour that is none."""
    return f"{day.strip().removesuffix('T00:00:00')} {time.strip().rpartition('T')[2]}".strip()
