"""What a running text says of days and hours, and where: what the face of this package hands out."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from netwerk_cli.dates.phrases import CalendarDay, ClockTime


class DaySpan(NamedTuple):
    """One day, or with `last` the days from `first` to there."""

    first: CalendarDay
    last: CalendarDay | None = None


class DayMention(NamedTuple):
    """Days that are named in one breath, and where."""

    start: int
    end: int
    days: tuple[DaySpan, ...]


class HourMention(NamedTuple):
    """A start, an end, or both, and where; `opener` is the small word before it."""

    start: int
    end: int
    first: ClockTime | None
    last: ClockTime | None
    opener: str = ""
