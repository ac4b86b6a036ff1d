"""Repeating a session by a rule (RFC 5545 §3.3.10): the same time of the day, whatever the clocks do in between."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

from netwerk_cli.domain.events import Session
from netwerk_cli.domain.moments import Moment, localise
from netwerk_cli.domain.recurrence_days import walls
from netwerk_cli.domain.recurrence_rule import CLOCK, Rule
from netwerk_cli.errors import BadValue
from netwerk_cli.wording import Wording

_EVERY = re.compile(
    r"(?:([0-9]{1,3})\s?)?(d|day|days|dag|dagen|w|week|weeks|weken|m|month|months|maand|maanden)",
    re.IGNORECASE,
)
_FREQUENCY = {"d": "DAILY", "w": "WEEKLY", "m": "MONTHLY"}

Span = tuple[Moment, Moment | None]


def rule_of(every: str) -> str:
    """Return the RRULE of `week`, `2 weeks`, `maand`. Raises `BadValue`."""
    match = _EVERY.fullmatch(" ".join(every[:40].split()))
    if match is None or len(every) > 40 or (match[1] and int(match[1]) == 0):
        raise BadValue(
            field="--every",
            why=Wording("'{text}' is not a rhythm such as week, 2 weeks or month", text=every[:40]),
        )
    return f"FREQ={_FREQUENCY[match[2][0].lower()]};INTERVAL={int(match[1] or 1)}"


def spans(first: Session, zone: str, rule: Rule) -> list[Span]:
    """Return when each session starts and ends, the first one included, earliest first.

    The rule runs on the wall clock of `zone`, so weekly at 10:00 stays 10:00 across a clock change.

    Raises:
        BadValue: a rule that makes no session, or too many, or one too far ahead.
        BadDate: a start that does not exist, or exists twice, in a clock change.
    """
    start = first.starts_at
    if start is None:
        raise BadValue(field="--starts", why=Wording("a repetition needs the first start"))
    if isinstance(start, datetime):
        found: list[Moment] = [_moment(wall, zone) for wall in walls(rule, start.replace(tzinfo=None), zone)]
    elif rule.by.keys() & set(CLOCK):
        raise BadValue(field=rule.typed_as, why=Wording("a time of the day needs a start with a time"))
    else:
        midnight = datetime(start.year, start.month, start.day)  # noqa: DTZ001 (the wall clock has no zone)
        found = [wall.date() for wall in walls(rule, midnight, zone)]
    return [(moment, _end(first, moment, zone)) for moment in found]


def _day(moment: date) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def _moment(naive: datetime, zone: str) -> datetime:
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
    return _moment(start.replace(tzinfo=None) + length, zone)
