"""The days and times that a recurrence rule gives (RFC 5545 §3.3.10).

A rule can ask for 30 February, or for a day that never comes in the years that its interval leaves. So no day is
looked for beyond `MOST_YEARS`: every day up to there is asked whether it is on.
"""

from __future__ import annotations

from calendar import isleap, monthrange
from collections.abc import Callable, Iterator
from datetime import date, datetime, time
from itertools import islice, product

from netwerk_cli.domain.moments import in_zone
from netwerk_cli.domain.recurrence_rule import CLOCK, MOST, Rule, refuse_odd_number
from netwerk_cli.errors import BadValue
from netwerk_cli.records import replace
from netwerk_cli.wording import Wording

MOST_YEARS = 10
"""How many years after the first start the last session may start."""
_LOT = 20_000
"""Most times of a rule that goes on for ever: every day for more than fifty years."""


def walls(rule: Rule, first: datetime, zone: str) -> list[datetime]:
    """Return the wall clock times at which sessions start, earliest first.

    Raises:
        BadValue: there are none or more than `MOST`, or the last one lies further than `MOST_YEARS` ahead.
    """
    first = first.replace(microsecond=0)
    rule = _completed(rule, first)
    last_day, ends_at = _bounds(rule, first, zone)
    found: list[datetime] = []
    for wall in _all(rule, first, last_day):
        if ends_at is not None and wall > ends_at:
            break
        found.append(wall)
        if len(found) == rule.count:
            return found
        if len(found) > MOST:
            break
    else:
        if found and (rule.count is not None or (ends_at is not None and ends_at.date() > last_day)):
            raise BadValue(
                field=rule.typed_as,
                why=Wording("the last session starts within {years} years", years=MOST_YEARS),
            )
    refuse_odd_number(len(found), rule.typed_as)
    return found


def every(rule: Rule, first: datetime, zone: str, *, last: date) -> Iterator[datetime]:
    """Yield the wall clock times of a rule, earliest first, up to a last day, its own end, and no more than a lot."""
    first = first.replace(microsecond=0)
    rule = _completed(rule, first)
    _, ends_at = _bounds(rule, first, zone)
    most = min(_LOT, _LOT if rule.count is None else rule.count)
    for wall in islice(_all(rule, first, last), most):
        if ends_at is not None and wall > ends_at:
            return
        yield wall


def _bounds(rule: Rule, first: datetime, zone: str) -> tuple[date, datetime | None]:
    """Return the last day that is looked at, and the last wall clock time that the rule itself allows."""
    year, last = first.year + MOST_YEARS, date.max
    if year <= date.max.year:
        last = date(year, first.month, min(first.day, monthrange(year, first.month)[1]))
    if rule.until is None:
        return last, None
    if not isinstance(rule.until, datetime):
        return last, datetime.combine(rule.until, time.max)
    until = rule.until
    # in the first and the last year that there are, the clock of another zone may show none
    if until.tzinfo is not None and 1 < until.year < date.max.year:
        until = in_zone(until, zone)
    return last, until.replace(tzinfo=None)


def _completed(rule: Rule, first: datetime) -> Rule:
    """Return the rule with what RFC 5545 takes from the first start where the rule leaves it open."""
    by = {"BYHOUR": (first.hour,), "BYMINUTE": (first.minute,), "BYSECOND": (first.second,), **rule.by}
    if rule.weekdays or by.keys() & {"BYMONTHDAY", "BYYEARDAY", "BYWEEKNO"}:
        return replace(rule, by=by)
    if rule.frequency == "WEEKLY":
        return replace(rule, by=by, weekdays=((0, first.weekday()),))
    if rule.frequency == "YEARLY":
        by.setdefault("BYMONTH", (first.month,))
    if rule.frequency != "DAILY":
        by["BYMONTHDAY"] = (first.day,)
    return replace(rule, by=by)


def _all(rule: Rule, first: datetime, last: date) -> Iterator[datetime]:
    times = [
        time(hour, minute, second)
        for hour, minute, second in product(*(sorted(set(rule.by[name])) for name in CLOCK))
    ]
    chosen = rule.by.get("BYSETPOS")
    for start, end in _periods(rule, first.date(), last):
        days = map(date.fromordinal, range(max(start, 1), min(end, date.max.toordinal() + 1)))
        here = (datetime.combine(day, clock) for day in days if _is_on(rule, day) for clock in times)
        if chosen:
            every = list(here)
            here = (
                wall for place, wall in enumerate(every, 1) if {place, place - len(every) - 1} & set(chosen)
            )
        yield from (wall for wall in here if wall >= first and wall.date() <= last)


def _periods(rule: Rule, first: date, last: date) -> Iterator[tuple[int, int]]:
    """Return the days, weeks, months or years that count, as half-open pairs of ordinals."""
    start, unit = first.toordinal(), 1
    if rule.frequency == "WEEKLY":
        start, unit = start - (first.weekday() - rule.week_starts) % 7, 7
    if rule.frequency in ("DAILY", "WEEKLY"):
        for day in range(start, last.toordinal() + 1, unit * rule.interval):
            yield day, day + unit
        return
    months = 1 if rule.frequency == "MONTHLY" else 12
    month = first.year * 12 + (first.month - 1 if months == 1 else 0)
    while month <= last.year * 12 + last.month - 1:
        begins = date(month // 12, month % 12 + 1, 1)
        yield begins.toordinal(), begins.toordinal() + _length(begins, months)
        month += months * rule.interval


def _length(begins: date, months: int) -> int:
    return monthrange(begins.year, begins.month)[1] if months == 1 else 365 + isleap(begins.year)


def _is_on(rule: Rule, day: date) -> bool:
    return all(_PLACES[name](rule, day) & set(rule.by[name]) for name in rule.by.keys() & _PLACES) and (
        not rule.weekdays or any(_is_weekday(rule, day, *one) for one in rule.weekdays)
    )


def _is_weekday(rule: Rule, day: date, number: int, weekday: int) -> bool:
    if day.weekday() != weekday or not number:
        return day.weekday() == weekday
    in_month = rule.frequency == "MONTHLY" or "BYMONTH" in rule.by
    forward, back = (_month_days if in_month else _year_days)(day)
    return number == ((forward - 1) // 7 + 1 if number > 0 else -((-back - 1) // 7 + 1))


def _month_days(day: date) -> tuple[int, int]:
    """Return which day of its month it is, counted from either end."""
    return day.day, day.day - monthrange(day.year, day.month)[1] - 1


def _year_days(day: date) -> tuple[int, int]:
    number = day.timetuple().tm_yday
    return number, number - 365 - isleap(day.year) - 1


def _weeks(rule: Rule, day: date) -> tuple[int, int]:
    """Return which week of its year it is in: that of the year in which most of its days lie."""
    middle = day.toordinal() - (day.weekday() - rule.week_starts) % 7 + 3
    if not 1 <= middle <= date.max.toordinal():  # the very first and last days that there are
        return 0, 0
    forward, back = _year_days(date.fromordinal(middle))
    number = (forward - 1) // 7 + 1
    return number, -((-back - 1) // 7 + 1)


_PLACES: dict[str, Callable[[Rule, date], set[int]]] = {
    "BYMONTH": lambda _, day: {day.month},
    "BYMONTHDAY": lambda _, day: set(_month_days(day)),
    "BYYEARDAY": lambda _, day: set(_year_days(day)),
    "BYWEEKNO": lambda rule, day: set(_weeks(rule, day)),
}
