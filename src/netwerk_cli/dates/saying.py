"""Moments in words, for messages and pages that people read: on a day, from one time to another, over several days."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from netwerk_cli.dates.words import DUTCH, ENGLISH, Names
from netwerk_cli.domain.moments import Moment, in_zone


class Manner(NamedTuple):
    """How one language says a moment (`clocks`), a part of a day (`span`) and what lasts for days (`over_days`)."""

    names: Names
    span: str
    over_days: str
    clocks: str


MANNERS = {
    "nl": Manner(DUTCH, "{day} van {start} tot {end}", "van {start} tot {end}", "{day} om {start}"),
    "en": Manner(ENGLISH, "{day}, {start} to {end}", "{start} to {end}", "{day} at {start}"),
}


def in_words(start: Moment, end: Moment | None, zone: str, language: str) -> str:
    """Return when something is, in words, in one of the languages `nl` and `en`."""
    manner = MANNERS[language]
    first = _local(start, zone)
    last = None if end is None else _local(end, zone)
    day = _day(first, manner)
    if not isinstance(first, datetime):
        if last is None or last == first:
            return day
        return manner.over_days.format(start=day, end=_day(last, manner))
    at = f"{first:%H:%M}"
    if not isinstance(last, datetime):
        return manner.clocks.format(day=day, start=at)
    if last.date() == first.date():
        return manner.span.format(day=day, start=at, end=f"{last:%H:%M}")
    ends = manner.clocks.format(day=_day(last, manner), start=f"{last:%H:%M}")
    return manner.over_days.format(start=manner.clocks.format(day=day, start=at), end=ends)


def _local(moment: Moment, zone: str) -> Moment:
    return in_zone(moment, zone) if isinstance(moment, datetime) else moment


def _day(day: Moment, manner: Manner) -> str:
    names = manner.names
    return f"{names.days[day.weekday()]} {day.day} {names.months[day.month - 1]} {day.year}"
