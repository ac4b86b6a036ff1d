"""Repeating a session by a rule (RFC 5545 §3.3.10): the same time of the day, whatever the clocks do in between."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

from dateutil import rrule

from netwerk_cli.domain.events import Session
from netwerk_cli.domain.moments import Moment, localise
from netwerk_cli.errors import BadValue, Wording

MOST = 200
"""How many sessions one rule may make."""

_EVERY = re.compile(
    r"(?:(\d{1,3})\s*)?(d|day|days|dag|dagen|w|week|weeks|weken|m|month|months|maand|maanden)", re.IGNORECASE
)
_FREQUENCY = {"d": "DAILY", "w": "WEEKLY", "m": "MONTHLY"}

Span = tuple[Moment, Moment | None]


def rule_of(every: str) -> str:
    """Return the RRULE of `week`, `2 weeks`, `maand`. Raises `BadValue`."""
    match = _EVERY.fullmatch(every.strip())
    if match is None or match[1] == "0":
        raise BadValue(
            field="--every",
            why=Wording("'{text}' is not a rhythm such as week, 2 weeks or month", text=every[:40]),
        )
    return f"FREQ={_FREQUENCY[match[2][0].lower()]};INTERVAL={match[1] or 1}"


def spans(first: Session, zone: str, *, rule: str, count: int | None, until: Moment | None) -> list[Span]:
    """Return when each session starts and ends, the first one included, earliest first.

    The rule runs on the wall clock of `zone`, so weekly at 10:00 stays 10:00 across a clock change.

    Raises:
        BadValue: a rule that is none, has no end, or makes none or more than `MOST` sessions.
        BadDate: a start that does not exist, or exists twice, in a clock change.
    """
    start = first.starts_at
    if start is None:
        raise BadValue(field="--starts", why=Wording("a repetition needs the first start"))
    wall = (
        start.replace(tzinfo=None)
        if isinstance(start, datetime)
        else datetime(start.year, start.month, start.day)  # noqa: DTZ001 (the wall clock has no zone)
    )
    found = [_moment(naive, start, zone) for naive in _walls(rule, wall, count, until)]
    if not 0 < len(found) <= MOST:
        raise BadValue(
            field="--rule",
            why=Wording("it makes {count} sessions; 1 to {most} fit", count=len(found), most=MOST),
        )
    return [(moment, _end(first, moment, zone)) for moment in found]


def _walls(rule: str, wall: datetime, count: int | None, until: Moment | None) -> list[datetime]:
    text = rule.strip().upper().removeprefix("RRULE:")
    if "COUNT=" not in text and "UNTIL=" not in text and count is None and until is None:
        raise BadValue(field="--count", why=Wording("say how often with --count, or until when with --until"))
    try:
        made = rrule.rrulestr(text, dtstart=wall, ignoretz=True)
    except (ValueError, KeyError, TypeError, AttributeError) as err:
        raise BadValue(
            field="--rule", why=Wording("'{text}' is not a recurrence rule of RFC 5545", text=rule[:60])
        ) from err
    found: list[datetime] = []
    for naive in made:
        if (count is not None and len(found) >= count) or (until is not None and naive.date() > _day(until)):
            break
        found.append(naive)
        if len(found) > MOST:
            break
    return found


def _day(moment: date) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def _moment(naive: datetime, like: Moment, zone: str) -> Moment:
    if not isinstance(like, datetime):
        return naive.date()
    return localise(naive, zone, text=naive.isoformat(sep=" ", timespec="minutes"))


def _end(first: Session, start: Moment, zone: str) -> Moment | None:
    """Return the end, as far from the start on the wall clock as that of the first session."""
    if first.ends_at is None or first.starts_at is None:
        return None
    if (
        not isinstance(start, datetime)
        or not isinstance(first.ends_at, datetime)
        or not isinstance(first.starts_at, datetime)
    ):
        return start + (_day(first.ends_at) - _day(first.starts_at))
    length: timedelta = first.ends_at.replace(tzinfo=None) - first.starts_at.replace(tzinfo=None)
    naive = start.replace(tzinfo=None) + length
    return localise(naive, zone, text=naive.isoformat(sep=" ", timespec="minutes"))
