"""A span with a day and a time at both its ends: van 12 mei 10.00 uur tot 13 mei 16.00 uur."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from netwerk_cli.announce.mentions import Days, Hours, Mentions
from netwerk_cli.announce.page import Page

if TYPE_CHECKING:
    from netwerk_cli.dates import CalendarDay, ClockTime

_BEFORE_HOUR = re.compile(r"[\s,|(–—-]{0,6}(?:(?:om|vanaf|van|start)\s)?\s?", re.IGNORECASE)
_BETWEEN = re.compile(
    r"[ \t]?(?:uur|u\.?|h)?[ \t,)]{0,6}(?:(?:tot(?:\sen\smet)?|t/m|[–—-])[ \t]|\s{0,3}(?:eind\w{0,12}|tot)\s?:)"
    r"[ \t]{0,3}(?:op\s)?",
    re.IGNORECASE,
)
_FURTHEST = 40  # characters between a day and what belongs to it


class Span(NamedTuple):
    """The day and time at which something begins, those at which it ends, and where both are stated."""

    first: CalendarDay
    begins: ClockTime
    last: CalendarDay
    ends: ClockTime
    at: tuple[int, int]


def spans(page: Page, mentions: Mentions, chosen: Sequence[Days]) -> list[Span]:
    """Return the spans of a text that has no other meetings than those; else nothing."""
    found: list[Span] = []
    covered: set[int] = set()
    for one, other in zip(mentions.days, mentions.days[1:], strict=False):
        if one not in chosen or one.start in covered or not (one.lone and other.lone):
            continue
        for span in _span(page, mentions, one, other):
            found.append(span)
            covered |= {one.start, other.start}
    return found if all(one.start in covered for one in chosen) else []


def _span(page: Page, mentions: Mentions, one: Days, other: Days) -> Iterator[Span]:
    if other.start - one.end > 2 * _FURTHEST:
        return
    begin = _lone(mentions.hours_within(one.end, other.start))
    end = _lone(mentions.hours_within(other.end, other.end + _FURTHEST)[:1])
    if begin is None or begin.first is None or end is None:
        return
    ends = end.first or end.last
    before, between = page.text[one.end : begin.start], page.text[begin.end : other.start]
    behind = page.text[other.end : end.start]
    if (
        ends
        and _BEFORE_HOUR.fullmatch(before)
        and _BETWEEN.fullmatch(between)
        and _BEFORE_HOUR.fullmatch(behind)
    ):
        yield Span(one.days[0].first, begin.first, other.days[0].first, ends, (one.start, end.end))


def _lone(hours: Sequence[Hours]) -> Hours | None:
    """Return the only time of a stretch, where it is no span itself."""
    lone = len(hours) == 1 and not (hours[0].first and hours[0].last)
    return hours[0] if lone else None
