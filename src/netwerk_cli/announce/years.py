"""Which year a day is in that is named without one, and whether the weekday agrees.

In this order: with another mention of the same day; in a heading or the school year over the list; the first such day
from the publication on; a year of the running text, corrected by the weekday. The current year is never assumed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from netwerk_cli.announce.labels import Meaning
from netwerk_cli.announce.mentions import Days
from netwerk_cli.announce.page import Block, Page, Role
from netwerk_cli.announce.roles import Role as Mentioned

if TYPE_CHECKING:
    from netwerk_cli.dates import CalendarDay

_YEAR = re.compile(r"(?<![\d.,/€-])(?<!€ )(19[89]\d|20[0-6]\d)(?![\d.,]?\d)")
_SCHOOL_YEAR = re.compile(r"\b(20[0-6]\d)\s?[-–/]\s?(20[0-6]\d|\d{2})\b")
_FIRST_MONTH = 8  # of a school year
_FURTHEST = 6  # years from one that is named


class Dated(NamedTuple):
    """A date, whether its year was worked out, and whether the weekday that was typed is another."""

    day: date
    inferred: bool = False
    weekday_differs: bool = False


@dataclass(frozen=True, slots=True)
class Years:
    """What a page says about the years that its days are in."""

    stated: dict[tuple[int, int], int] = field(default_factory=dict)
    school_year: tuple[int, int] | None = None
    heading: int | None = None
    published: date | None = None
    running: tuple[int, ...] = ()

    def date_of(self, day: CalendarDay) -> Dated | None:
        """Return the date that is meant; None where no year can be told, or there is no such day."""
        year, inferred = self._year(day)
        found = None if year is None else _date(year, day)
        if found is None:
            return None
        differs = day.weekday is not None and found.weekday() != day.weekday
        return Dated(found, inferred, differs)

    def _year(self, day: CalendarDay) -> tuple[int | None, bool]:
        if day.year is not None:
            return day.year, False
        if (day.day, day.month) in self.stated:
            return self.stated[day.day, day.month], False
        if self.school_year is not None:
            return self.school_year[day.month < _FIRST_MONTH], False
        if self.heading is not None:
            return self.heading, False
        if self.published is not None:
            found = _date(self.published.year, day)
            return self.published.year + (found is not None and found < self.published), True
        return _fitting(day, self.running), True


def years_of(page: Page, days: Sequence[Days], published: date | None) -> Years:
    """Return what a page says about years; `published` is when it came out, as far as that is known."""
    stated = {
        (one.day, one.month): one.year
        for mention in days
        for span in mention.days
        for one in (span.first, span.last)
        if one is not None and one.year is not None
    }
    headings = [
        block
        for number, block in enumerate(page.blocks)
        if (block.role is Role.HEADING or number == 0) and not _says_when_published(block)
    ]
    school = _found(_SCHOOL_YEAR.search(block.text) for block in page.blocks if len(block.text) < 200)
    dated = {(one.start, one.end) for one in days if one.role in (Mentioned.PUBLISHED, Mentioned.PAST)}
    heading = _found(
        match
        for block in headings
        if len(block.text) < 200
        for match in _YEAR.finditer(block.text)
        if not any(start <= block.start + match.start() < end for start, end in dated)
    )
    running = [int(match[1]) for block in page.blocks for match in _YEAR.finditer(block.text)]
    return Years(
        stated=stated,
        school_year=_school_year(school),
        heading=int(heading[1]) if heading else None,
        published=published,
        running=tuple(running),
    )


def _says_when_published(block: Block) -> bool:
    return any(Meaning.PUBLISHED in label.meanings for label in block.labels)


def _found(matches: Iterable[re.Match[str] | None]) -> re.Match[str] | None:
    return next((match for match in matches if match is not None), None)


def _school_year(match: re.Match[str] | None) -> tuple[int, int] | None:
    if match is None:
        return None
    first = int(match[1])
    second = int(match[2]) if len(match[2]) == 4 else first // 100 * 100 + int(match[2])
    return (first, second) if second == first + 1 else None


def _fitting(day: CalendarDay, running: Sequence[int]) -> int | None:
    """Return the year of the running text, or the nearest one in which the day has its weekday."""
    if not running:
        return None
    if day.weekday is None:
        return running[0]
    ranked = sorted(
        {year + step for year in running for step in range(-_FURTHEST, _FURTHEST + 1)},
        key=lambda year: (min(abs(year - said) for said in running), year),
    )
    for year in ranked:
        found = _date(year, day)
        if found is not None and found.weekday() == day.weekday:
            return year
    return None


def _date(year: int, day: CalendarDay) -> date | None:
    try:
        return date(year, day.month, day.day)
    except ValueError:
        return None


def last_before(day: CalendarDay, start: date) -> date | None:
    """Return the last such day before a start, the start itself included."""
    for year in (start.year, start.year - 1):
        found = _date(year, day)
        if found is not None and found <= start:
            return found
    return None


def span_days(first: date, last: date) -> int:
    """Return how many days a span has."""
    return (last - first) // timedelta(days=1) + 1
