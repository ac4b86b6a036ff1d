"""From a typed day to a date: which year is meant, does the day exist, is the weekday right."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, datetime, timedelta
from typing import NamedTuple

from netwerk_cli.dates.phrases import CalendarDay, Day, DaysAhead, WeekdayOnly
from netwerk_cli.dates.reasons import Refusal
from netwerk_cli.domain.moments import Moment, in_zone
from netwerk_cli.records import replace

FIRST_YEAR = 1900
LAST_YEAR = 2200
_LEAP_YEAR = 2000
_LONGEST_WAIT = 8  # years from one 29 February to the next, across 2100


class Near(NamedTuple):
    """Which of the days with one name is meant: the first from `day` on, or (`back`) the last up to it."""

    day: date
    back: bool = False


def near_to(moment: Moment, zone: str, *, back: bool = False) -> Near:
    """Return the day of a moment, as the calendar of `zone` has it, as what is meant from there on or up to there."""
    return Near(in_zone(moment, zone).date() if isinstance(moment, datetime) else moment, back)


def has_year(day: Day) -> bool:
    """Whether the year was typed with a day."""
    return isinstance(day, CalendarDay) and day.year is not None


def settle(day: Day, today: date, near: Near | None = None) -> date:
    """Return the date that `day` means today.

    Without a year it is the next such date, today included, or the one that is `near`. A weekday alone likewise,
    where the next one does not lie beyond that.

    Raises:
        Refusal: there is no such date, or it is not on the typed weekday.
    """
    match day:
        case CalendarDay():
            return _settle_calendar_day(day, near or Near(today))
        case WeekdayOnly(weekday=weekday, weeks_ahead=None):
            return _settle_weekday(weekday, today, near or Near(today))
        case WeekdayOnly(weekday=weekday, weeks_ahead=weeks):
            return days_after(today, weekday - today.weekday() + 7 * (weeks or 0))
        case DaysAhead(days=days):
            return days_after(today, days)


def settle_span(first: Day, last: Day, today: date, near: Near | None = None) -> tuple[date, date]:
    """Return the dates of both ends of a span; `near` goes for the first.

    A year typed at the end holds for both; an end without a year, or a bare weekday, follows the first day.

    Raises:
        Refusal: the ends are days of two kinds (`di - 12 januari`), or one of them is refused by itself.
    """
    if type(first) is not type(last):
        raise Refusal("mixed_span")
    if isinstance(first, CalendarDay) and isinstance(last, CalendarDay) and first.year is None:
        first = replace(first, year=last.year)
    begin = settle(first, today, near)
    counted = isinstance(last, DaysAhead) or (isinstance(last, WeekdayOnly) and last.weeks_ahead is not None)
    return begin, settle(last, today if counted else begin)


def check_year(year: int) -> None:
    """Refuse a year outside the range that is taken for a typing error."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise Refusal("year_range", first=FIRST_YEAR, last=LAST_YEAR)


def _settle_weekday(weekday: int, today: date, near: Near) -> date:
    found = days_after(today, (weekday - today.weekday()) % 7)
    if near.back and found > near.day:
        return days_after(near.day, -((near.day.weekday() - weekday) % 7))
    if not near.back and found < near.day:
        return days_after(near.day, (weekday - near.day.weekday()) % 7)
    return found


def _settle_calendar_day(day: CalendarDay, near: Near) -> date:
    if not 1 <= day.day <= monthrange(_LEAP_YEAR, day.month)[1]:
        most = monthrange(_LEAP_YEAR, day.month)[1]
        raise Refusal("never_such_day", month=day.month, days=most)
    found = _such(day, near) if day.year is None else _in_year(day, day.year)
    if day.weekday is not None and found.weekday() != day.weekday:
        raise Refusal("wrong_weekday", on=found.isoformat(), typed_weekday=day.weekday)
    return found


def _in_year(day: CalendarDay, year: int) -> date:
    check_year(year)
    days = monthrange(year, day.month)[1]
    if day.day > days:
        raise Refusal("no_such_day", month=day.month, year=year, days=days)
    return date(year, day.month, day.day)


def _such(day: CalendarDay, near: Near) -> date:
    step = -1 if near.back else 1
    for year in range(near.day.year, near.day.year + step * (_LONGEST_WAIT + 1), step):
        check_year(year)
        if day.day <= monthrange(year, day.month)[1]:
            found = date(year, day.month, day.day)
            if found <= near.day if near.back else found >= near.day:
                return found
    raise Refusal("year_range", first=FIRST_YEAR, last=LAST_YEAR)  # pragma: no cover  # never so long a wait


def days_after(day: date, days: int) -> date:
    """Return the date so many days on, or back when `days` is negative; refuse a year out of range."""
    try:
        found = day + timedelta(days=days)
    except OverflowError as err:
        raise Refusal("year_range", first=FIRST_YEAR, last=LAST_YEAR) from err
    check_year(found.year)
    return found
