"""What a report shows: registration over time against the cap and the closing, bars of groups, two editions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from math import ceil
from typing import NamedTuple

from netwerk_cli.domain.moments import in_zone
from netwerk_cli.domain.over_time import Beside, Point
from netwerk_cli.domain.reports import Division, Group, Told
from netwerk_cli.exchange.reports.speaking import Words, same_time
from netwerk_cli.exchange.reports.svg import Picture, box, label, line, path, shortened

WIDTH = 720
_LEFT, _RIGHT, _TOP, _HIGH, _BELOW = 44, 24, 56, 220, 34
_NAME, _ROW, _BAR = 280, 26, 16
_MOST_BARS = 25
"""How many groups a picture shows; the table beside it has all of them."""


def over_time(told: Told, words: Words, *, named: bool) -> Picture | None:
    """Return how many had asked by each day, against the cap and the closing; None where there is nothing to see.

    Its heading is the event's where it is to be `named`: it stands beside those of others.
    """
    event, points = told.event, told.points
    if not points:
        return None
    closing = None if event.closing is None else in_zone(event.closing, event.timezone).date()
    days = [points[0].on, points[-1].on, *([] if closing is None else [closing])]
    first, last = min(days), max(days)
    highest = max(points[-1].registered, event.capacity or 0, 1)
    step = _step(highest)
    axes = _Axes(first, max((last - first).days, 1), step * ceil(highest / step))
    head = shortened(event.title, 50) if named else words("Registrations over time")
    parts = [label(0, 20, head, kind="h"), *_key(words)]
    parts += _grid(axes, step)
    parts += _curves(axes, points, last)
    if event.capacity is not None:
        y = axes.y(event.capacity)
        parts += [line(_LEFT, y, WIDTH - _RIGHT, y, "c")]
        parts += [label(_LEFT + 4, y - 5, words("cap {count}", count=event.capacity), kind="s ct")]
    if closing is not None:
        x = axes.x(closing)
        parts += [line(x, _TOP, x, _TOP + _HIGH, "d")]
        side = "end" if x > WIDTH / 2 else "start"
        parts += [
            label(x - 5 if side == "end" else x + 5, _TOP - 6, words("closing"), kind="s dt", anchor=side)
        ]
    parts += _days(axes, sorted({first, last, *([] if closing is None else [closing])}))
    says = words(
        "{registered} had registered by {on}, {on_list} were on the list then.",
        registered=points[-1].registered,
        on=points[-1].on,
        on_list=points[-1].on_list,
    )
    title = words("Registrations over time: {event}", event=event.title)
    return Picture(WIDTH, _TOP + _HIGH + _BELOW, title, says, parts)


class _Axes(NamedTuple):
    """Where a day and a number are."""

    first: date
    days: int
    highest: int

    def x(self, day: date) -> float:
        return _LEFT + (WIDTH - _LEFT - _RIGHT) * (day - self.first).days / self.days

    def y(self, count: float) -> float:
        return _TOP + _HIGH * (1 - count / self.highest)


def _step(highest: int) -> int:
    """Return what the lines of the grid count by: at most six, by a number that people count by."""
    power = 1
    while True:
        for step in (power, 2 * power, 5 * power):
            if highest <= 6 * step:
                return step
        power *= 10


def _key(words: Words) -> list[str]:
    asked, listed = words("registered in all"), words("on the list")
    x = WIDTH - _RIGHT - 8 * (len(asked) + len(listed)) - 76
    return [
        line(x, 15, x + 24, 15, "l"),
        label(x + 30, 20, asked, kind="s"),
        line(x + 44 + 8 * len(asked), 15, x + 68 + 8 * len(asked), 15, "m"),
        label(x + 74 + 8 * len(asked), 20, listed, kind="s"),
    ]


def _grid(axes: _Axes, step: int) -> Iterator[str]:
    for count in range(0, axes.highest + 1, step):
        y = axes.y(count)
        yield line(_LEFT, y, WIDTH - _RIGHT, y, "g")
        yield label(_LEFT - 6, y + 4, str(count), kind="s", anchor="end")


def _curves(axes: _Axes, points: Sequence[Point], last: date) -> list[str]:
    """Return how many had asked, above how many were on the list: a count holds until the next one."""
    asked = _steps(axes, [(one.on, one.registered) for one in points], last)
    listed = _steps(axes, [(one.on, one.on_list) for one in points], last)
    floor = axes.y(0)
    area = [(asked[0][0], floor), *asked, (asked[-1][0], floor)]
    return [path(area, "f", closed=True), path(listed, "m"), path(asked, "l")]


def _steps(axes: _Axes, counts: Sequence[tuple[date, int]], last: date) -> list[tuple[float, float]]:
    found = [(axes.x(counts[0][0]), axes.y(0))]
    for day, count in counts:
        found += [(axes.x(day), found[-1][1]), (axes.x(day), axes.y(count))]
    return [*found[1:], *([(axes.x(last), found[-1][1])] if last > counts[-1][0] else [])]


def _days(axes: _Axes, days: Sequence[date]) -> Iterator[str]:
    """Yield days under the picture, as many as there is room for: the first and the last go first."""
    taken: list[float] = []
    for day in [days[0], days[-1], *days[1:-1]]:
        x = axes.x(day)
        if all(abs(x - other) > 70 for other in taken):
            taken.append(x)
            side = "start" if x < _LEFT + 30 else "end" if x > WIDTH - _RIGHT - 30 else "middle"
            yield label(x, _TOP + _HIGH + 18, f"{day.day}/{day.month}/{day.year}", kind="s", anchor=side)


# ------------------------------------------------------------------------ bars
class Bar(NamedTuple):
    """A bar: its name, how long it is, how much of that is filled darker, and what stands behind it.

    `length` None is a hidden one. Beyond the `mark` it is over the cap.
    """

    name: str
    length: int | None
    filled: int
    said: str
    mark: int | None = None


def bars(title: str, found: Sequence[Bar], words: Words, key: str = "") -> Picture | None:
    """Return bars below each other, all to one scale; None where there are none."""
    if not found:
        return None
    shown = found[:_MOST_BARS]
    longest = max((max(one.length or 0, one.mark or 0) for one in shown), default=0) or 1
    room = WIDTH - _NAME - 110
    parts = [label(0, 20, title, kind="h")]
    if key:
        parts.append(label(WIDTH, 20, key, kind="s", anchor="end"))
    for at, one in enumerate(shown):
        y = 40 + at * _ROW
        parts.append(label(_NAME - 10, y + 13, shortened(one.name, 31), anchor="end"))
        parts.append(box(_NAME, y, room * (one.mark or longest) / longest, _BAR, "r"))
        over = one.mark is not None and (one.length or 0) > one.mark
        parts.append(box(_NAME, y, room * (one.length or 0) / longest, _BAR, "o" if over else "b"))
        parts.append(box(_NAME, y, room * one.filled / longest, _BAR, "a"))
        end = _NAME + room * max(one.length or 0, one.mark or longest) / longest
        parts.append(label(end + 8, y + 13, one.said))
    if len(found) > len(shown):
        more = words("and {count} more", count=len(found) - len(shown))
        parts.append(label(_NAME, 40 + len(shown) * _ROW + 12, more, kind="s"))
    says = "; ".join(f"{one.name}: {one.said}" for one in shown)
    height = 40 + (len(shown) + (len(found) > len(shown))) * _ROW + 10
    return Picture(WIDTH, height, title, says, [part for part in parts if part])


def of_groups(
    division: Division, title: str, names: Sequence[str], least: int, words: Words
) -> Picture | None:
    """Return a bar for each group: all who asked, and of them who has a seat."""
    found = [_bar(one, name, least) for one, name in zip(division.groups, names, strict=True)]
    return bars(title, found, words, words("dark: with a seat; light: registered"))


def _bar(group: Group, name: str, least: int) -> Bar:
    counted = group.figures
    if group.veil is not None:
        few = counted.registered < least
        return Bar(name, None, 0, f"< {least}" if few else f"≥ {least}")
    return Bar(name, counted.registered, counted.seats_held, f"{counted.seats_held}/{counted.registered}")


def of_events(events: Sequence[Told], least: int, words: Words) -> Picture | None:
    """Return a bar for each event: its seats against its cap."""
    found = []
    for one in events:
        held, cap = one.figures.seats_held, one.event.capacity
        if one.veil is not None:
            few = one.figures.registered < least
            found.append(Bar(one.event.title, None, 0, f"< {least}" if few else f"≥ {least}", cap))
        else:
            filled = held if cap is None else min(held, cap)
            found.append(
                Bar(one.event.title, held, filled, str(held) if cap is None else f"{held}/{cap}", cap)
            )
    return bars(words("Seats and caps"), found, words)


def of_editions(told: Told, beside: Beside, words: Words) -> Picture | None:
    """Return this edition and the one before it, both as long before their closing."""
    found = [
        Bar(event.title, point.registered, point.on_list, f"{point.on_list}/{point.registered}")
        for event, point in ((told.event, beside.here), (beside.event, beside.there))
    ]
    return bars(same_time(beside, words), found, words, words("dark: on the list; light: registered"))
