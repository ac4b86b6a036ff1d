"""Meetings that a text states by a rule: each Wednesday of a span of days, each first Monday of the month.

Both are only read between a first and a last day or month that are stated, and not where the text makes exceptions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from netwerk_cli import dates
from netwerk_cli.announce.mentions import Days
from netwerk_cli.announce.page import Block, Page
from netwerk_cli.announce.years import Years
from netwerk_cli.dates import DUTCH

_WEEKDAYS = {name: number for number, name in enumerate(DUTCH.days)}
_MONTHS = {name: number for number, name in enumerate(DUTCH.months, 1)}
_TURNS = {"eerste": 0, "tweede": 1, "derde": 2, "vierde": 3, "laatste": -1}
_DAY = rf"(?P<day>{'|'.join(_WEEKDAYS)})(?:avond|middag|ochtend|voormiddag|namiddag|morgen)?"
_WEEKLY = re.compile(
    rf"\b(?:(?:elke|iedere|wekelijks op)\s{_DAY}\b|{_DAY.replace('day', 'days')}en\b)", re.IGNORECASE
)
_FORTNIGHTLY = re.compile(
    r"\b(?:om de (?:twee|2) weken|tweewekelijks\w*|om de andere week|tweemaal per maand)\b", re.I
)
_MONTHLY = re.compile(
    rf"\b(?P<turn>{'|'.join(_TURNS)})\s{_DAY}\s(?:van|in|per)\s(?:de|elke|iedere|een)?\s?maand\b",
    re.IGNORECASE,
)
_MONTH = rf"{'|'.join(_MONTHS)}"
_MONTHS_BETWEEN = re.compile(
    rf"\b(?:van|vanaf|tussen)\s(?P<first>{_MONTH})(?:\s(?P<first_year>20\d\d))?\s"
    rf"(?:tot(?:\sen\smet)?|t/m|en)\s(?P<last>{_MONTH})(?:\s(?P<last_year>20\d\d))?\b",
    re.IGNORECASE,
)
_EXCEPT = re.compile(
    r"\b(?:behalve|uitgezonderd|met uitzondering|m\.?u\.?v\b|niet (?:in|op|tijdens)|vakantie\w*)", re.I
)
_LONGEST = timedelta(days=370)
_LONGEST_BLOCK = 600
_BEFORE = 80  # characters before a span of days in which it is said on which weekday


class _Bounds(NamedTuple):
    first: date
    last: date
    inferred: bool


class Rule(NamedTuple):
    """The days on which something is held, and where that is said."""

    days: tuple[date, ...]
    at: tuple[int, int]
    block: int
    inferred: bool


def weekly(page: Page, mention: Days, first: date, last: date) -> tuple[date, ...]:
    """Return the days of a span that are of the weekday which is named with it; nothing where none is."""
    block = page.blocks[mention.block]
    said = page.text[max(block.start, mention.start - _BEFORE) : mention.start]
    found = _WEEKLY.search(said)
    if found is None or last - first > _LONGEST or _excepts(block) or _FORTNIGHTLY.search(block.text):
        return ()
    weekday = _WEEKDAYS[(found["day"] or found["days"]).casefold()]
    return tuple(day for day in _each_day(first, last) if day.weekday() == weekday)


def monthly(page: Page, days: tuple[Days, ...], years: Years) -> Rule | None:
    """Return the days of a text that says: each first Monday of the month, from September 2025 to June 2026."""
    for number, block in enumerate(page.blocks):
        match = _MONTHLY.search(block.text[:_LONGEST_BLOCK])
        if match is None or _excepts(block):
            continue
        bounds = _months(block, years) or _span(number, days, years)
        if bounds is None or not timedelta() < bounds.last - bounds.first <= _LONGEST:
            continue
        weekday, turn = _WEEKDAYS[match["day"].casefold()], _TURNS[match["turn"].casefold()]
        found = tuple(
            day for day in _each_day(bounds.first, bounds.last) if day == _of_month(day, weekday, turn)
        )
        if found:
            return Rule(
                found, (block.start + match.start(), block.start + match.end()), number, bounds.inferred
            )
    return None


def _months(block: Block, years: Years) -> _Bounds | None:
    """Return the first and last day of the months that a paragraph states; the first takes the year of the last."""
    match = _MONTHS_BETWEEN.search(block.text[:_LONGEST_BLOCK])
    if match is None:
        return None
    first, last = _MONTHS[match["first"].casefold()], _MONTHS[match["last"].casefold()]
    last_year, first_year = match["last_year"], match["first_year"]
    named = next(dates.mentions(f"1 {match['last']} {last_year or ''}"), None)
    end = years.date_of(named.days[0].first) if isinstance(named, dates.DayMention) else None
    if end is None:
        return None
    year = int(first_year) if first_year else end.day.year - (first > last)
    after = end.day.replace(day=28) + timedelta(days=4)
    return _Bounds(date(year, first, 1), after - timedelta(days=after.day), end.inferred)


def _span(number: int, days: tuple[Days, ...], years: Years) -> _Bounds | None:
    """Return the span of days that a paragraph states."""
    for mention in days:
        first, last = mention.days[0]
        if mention.block == number and last is not None:
            begin, end = years.date_of(first), years.date_of(last)
            return _Bounds(begin.day, end.day, begin.inferred) if begin and end else None
    return None


def _of_month(day: date, weekday: int, turn: int) -> date:
    """Return the so-many-th weekday of the month of a day."""
    first = day.replace(day=1)
    same = [one for one in _each_day(first, first + timedelta(days=30)) if one.month == day.month]
    return [one for one in same if one.weekday() == weekday][turn]


def _each_day(first: date, last: date) -> Iterator[date]:
    return (first + timedelta(days=step) for step in range((last - first).days + 1))


def _excepts(block: Block) -> bool:
    return _EXCEPT.search(block.text[:_LONGEST_BLOCK]) is not None
