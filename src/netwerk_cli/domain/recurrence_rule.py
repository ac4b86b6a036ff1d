"""Recurrence rules (RFC 5545 §3.3.10) as typed: read within bounds, so that none can make anybody wait."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from math import prod

from netwerk_cli.errors import BadValue
from netwerk_cli.records import field, record, replace
from netwerk_cli.wording import Wording

MOST = 200
"""How many sessions one rule may make."""

CLOCK = ("BYHOUR", "BYMINUTE", "BYSECOND")
"""The parts that say when in the day."""

_LONGEST = 1000  # characters; a rule that names every day of a month has fewer than 200
_FREQUENCIES = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")
_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_BETWEEN = {
    "BYMONTH": (1, 12), "BYMONTHDAY": (-31, 31), "BYYEARDAY": (-366, 366), "BYWEEKNO": (-53, 53),
    "BYSETPOS": (-366, 366), "BYHOUR": (0, 23), "BYMINUTE": (0, 59), "BYSECOND": (0, 59),
}  # fmt: skip
_NUMBER = re.compile(r"[+-]?[0-9]{1,3}")
_ONE = re.compile(r"[0-9]{1,9}")
_WEEKDAY = re.compile(r"([+-]?[0-9]{1,2})?(MO|TU|WE|TH|FR|SA|SU)")
_UNTIL = re.compile(r"[0-9]{8}(T[0-9]{6}Z?)?")

Numbers = tuple[int, ...]


@record
class Rule:
    """A rule that was checked: it has an end, and nothing in it can make it run for long.

    `until` is the last day, or the last moment: on the wall clock, or an instant. `weekdays` are pairs of a number,
    0 for every one, and a weekday, 0 for Monday. `typed_as` is the option that an error names.
    """

    typed_as: str
    frequency: str
    interval: int = 1
    count: int | None = None
    until: date | None = None
    week_starts: int = 0
    by: Mapping[str, Numbers] = field(default_factory=dict)
    weekdays: tuple[tuple[int, int], ...] = ()


def read(text: str, *, typed_as: str, count: int | None = None, until: date | None = None) -> Rule:
    """Return the rule in `text`, ended by itself, by `count` or by `until`: by exactly one of the three.

    Raises:
        BadValue: as `parsed`, or it is one without an end, with two, or with more than `MOST` sessions.
    """
    return _ended(parsed(text, typed_as=typed_as), count, until)


def parsed(text: str, *, typed_as: str) -> Rule:
    """Return the rule in `text`, which may go on for ever.

    Raises:
        BadValue: it is no rule of RFC 5545, or one that repeats oftener than daily.
    """
    shown = text.strip()[:60]
    none = BadValue(field=typed_as, why=Wording("'{text}' is not a recurrence rule of RFC 5545", text=shown))
    parts: dict[str, str] = {}
    for part in text[: _LONGEST + 1].strip().upper().removeprefix("RRULE:").split(";"):
        name, _, value = part.partition("=")
        if name in parts or len(text) > _LONGEST:
            raise none
        parts[name] = value
    if parts.get("FREQ") in ("SECONDLY", "MINUTELY", "HOURLY"):
        raise BadValue(field=typed_as, why=Wording("sessions repeat daily at most"))
    try:
        rule = _rule(parts, typed_as)
    except (ValueError, KeyError) as err:
        raise none from err
    refuse_odd_number(prod(len(set(rule.by.get(name, (0,)))) for name in CLOCK), typed_as)
    return rule


def _rule(parts: dict[str, str], typed_as: str) -> Rule:
    """Return the rule of its parts. Raises `ValueError` or `KeyError` on what is not allowed."""
    ones = {name: int(_fits(_ONE, parts.pop(name, fallback))) for name, fallback in _ONES.items()}
    frequency = _FREQUENCIES[_FREQUENCIES.index(parts.pop("FREQ"))]
    until = parts.pop("UNTIL", None)
    starts = _DAYS.index(parts.pop("WKST", "MO"))
    weekdays = tuple(_weekday(day) for day in parts.pop("BYDAY").split(",")) if "BYDAY" in parts else ()
    most = 0 if frequency in ("DAILY", "WEEKLY") else 5 if frequency == "MONTHLY" else 53
    if any(abs(number) > most for number, _ in weekdays) or not 1 <= ones["INTERVAL"] <= 9999:
        raise ValueError(parts)
    return Rule(
        typed_as=typed_as,
        frequency=frequency,
        interval=ones["INTERVAL"],
        count=ones["COUNT"] if ones["COUNT"] != _NO_COUNT else None,
        until=None if until is None else _until(until),
        week_starts=starts,
        by={name: tuple(_number(name, one) for one in value.split(",")) for name, value in parts.items()},
        weekdays=weekdays,
    )


_NO_COUNT = 999_999_999
_ONES = {"INTERVAL": "1", "COUNT": str(_NO_COUNT)}


def _fits(pattern: re.Pattern[str], text: str) -> str:
    if pattern.fullmatch(text) is None:
        raise ValueError(text)
    return text


def _number(name: str, text: str) -> int:
    least, most = _BETWEEN[name]
    number = int(_fits(_NUMBER, text))
    if not least <= number <= most or (least < 0 and number == 0):
        raise ValueError(text)
    return number


def _weekday(text: str) -> tuple[int, int]:
    match = _WEEKDAY.fullmatch(text)
    if match is None or (match[1] is not None and int(match[1]) == 0):
        raise ValueError(text)
    return int(match[1] or 0), _DAYS.index(match[2])


def _until(text: str) -> date:
    _fits(_UNTIL, text)
    return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)


def _ended(rule: Rule, count: int | None, until: date | None) -> Rule:
    ends = [end for end in (rule.count, rule.until, count, until) if end is not None]
    if not ends:
        raise BadValue(field="--count", why=Wording("say how often with --count, or until when with --until"))
    if len(ends) > 1:
        raise BadValue(
            field="--until" if until is not None else "--count" if count is not None else rule.typed_as,
            why=Wording("a rule ends once: after a number of sessions, or on a day"),
        )
    rule = replace(rule, count=rule.count if count is None else count, until=rule.until or until)
    if rule.count is not None:
        refuse_odd_number(rule.count, rule.typed_as if count is None else "--count")
    return rule


def refuse_odd_number(count: int, typed_as: str) -> None:
    """Raise `BadValue` unless so many sessions can be made."""
    if not 0 < count <= MOST:
        raise BadValue(
            field=typed_as,
            why=Wording("it makes {count:session|sessions}; 1 to {most} fit", count=count, most=MOST),
        )
