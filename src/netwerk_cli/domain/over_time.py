"""How registration for an event went over time, and how the edition before it stood as long before its closing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from itertools import accumulate
from typing import NamedTuple

from netwerk_cli.domain.events import Event
from netwerk_cli.domain.moments import in_zone
from netwerk_cli.domain.report_figures import Attendee, Figures, figures


class Point(NamedTuple):
    """How an event stood at the end of a day, or at a moment: how many had asked, and how many were on the list."""

    on: date
    days_before_closing: int | None
    registered: int
    on_list: int


class Beside(NamedTuple):
    """How the edition before stood at the same time before its closing, and what became of it since."""

    event: Event
    here: Point
    there: Point
    figures: Figures


def points(event: Event, people: Sequence[Attendee], now: datetime) -> tuple[Point, ...]:
    """Return how an event stood at the end of each day on which that changed, and of the day on which it closed."""
    came, listed = Counter[date](), Counter[date]()
    for one in people:
        asked_at = one.life.asked_at
        asked_on = _day(event, asked_at)
        came[asked_on] += 1
        for at, turn in one.life.turns():
            listed[asked_on if at == asked_at else _day(event, at)] += turn
    days = {*came, *listed} - {day for day in listed if not listed[day] and not came[day]}
    if event.closing is not None and event.closing <= now and days:
        days.add(_day(event, event.closing))
    ordered = sorted(days)
    asked, on_list = ([*accumulate(map(counted.__getitem__, ordered))] for counted in (came, listed))
    return tuple(
        Point(day, _left(event, day), *counts) for day, *counts in zip(ordered, asked, on_list, strict=True)
    )


def standing(event: Event, people: Iterable[Attendee], at: datetime) -> Point:
    """Return how an event stood at a moment."""
    found = [one.life for one in people if one.life.asked_at <= at]
    day = _day(event, at)
    return Point(day, _left(event, day), len(found), sum(life.on_list(at) for life in found))


def _day(event: Event, at: datetime) -> date:
    return in_zone(at, event.timezone).date()


def _left(event: Event, day: date) -> int | None:
    return None if event.closing is None else (_day(event, event.closing) - day).days


# ------------------------------------------------------------ the edition before
def edition_before(event: Event, others: Iterable[Event]) -> Event | None:
    """Return the last event before this one whose name differs from its in numbers only: kickoff-2023, kickoff-2024."""
    name, begin = _series(event), event.started_at
    if not name or begin is None:
        return None
    earlier = [
        (other.started_at, other.slug, other)
        for other in others
        if other.slug != event.slug
        and _series(other) == name
        and other.started_at is not None
        and other.started_at < begin
    ]
    return max(earlier)[2] if earlier else None


def _series(event: Event) -> str:
    return "-".join(part for part in event.slug.split("-") if not part.isdigit())


def beside(
    event: Event, people: Sequence[Attendee], other: Event, others: Sequence[Attendee], now: datetime
) -> Beside | None:
    """Return how another event stood as long before its closing as this one is now; None where one has no closing."""
    if event.closing is None or other.closing is None:
        return None
    here = min(now, event.closing)
    there = other.closing - (event.closing - here)
    then = standing(other, others, there)
    # an hour of summer time is no day
    then = then._replace(days_before_closing=_left(event, _day(event, here)))
    return Beside(other, standing(event, people, here), then, figures(others))
