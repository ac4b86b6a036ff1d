"""The grammar of times: `16:00`, `16.30 uur`, `16u30`, `4 p.m. CET`, `van 9 tot 11 uur`.

A reader returns what stands at the cursor and passes it, or returns `None` and leaves the cursor alone.
It raises `Refusal` when a time stands there that cannot be true.
"""

from __future__ import annotations

from datetime import timedelta

from netwerk_cli.dates.phrases import ClockTime, Hours, Offset, Season, Timed, Zone, ZoneName
from netwerk_cli.dates.reasons import Refusal
from netwerk_cli.dates.tokens import Cursor, Kind
from netwerk_cli.dates.words import HOUR_MARKS, SEASONS, UNTIL, UTC_NAMES

_FURTHEST_EAST = timedelta(hours=14)
_FURTHEST_WEST = timedelta(hours=-12)


def read_hours(cursor: Cursor, *, after_t: bool = False) -> Hours | None:
    """Read one time, or two that span a part of a day; `after_t`: the T of ISO 8601 stands before it.

    In a span the first hour may be bare: `9 tot 11 uur`.
    """
    began = cursor.at
    first = read_timed(cursor, after_t=after_t)
    bare = None if first else _read_bare_hour(cursor)
    after = cursor.at
    last = read_timed(cursor) if read_until(cursor) else None
    if last is None:
        cursor.at = after if first else began
        return Hours(first=first) if first else None
    begin = first or bare
    if begin is None:
        cursor.at = began
        return None
    if begin.clock.halved != last.clock.halved:
        raise Refusal("am_pm_both")
    return Hours(first=begin, last=last)


def read_until(cursor: Cursor) -> bool:
    """Read a dash or a word that joins the ends of a span."""
    joined = cursor.sequence("t", "/", "m") or cursor.sequence("tot", "en", "met")
    joined = joined or cursor.sequence("t", ".", "e", ".", "m", ".")
    return joined or bool(cursor.sign("-") or cursor.word(UNTIL))


def _read_bare_hour(cursor: Cursor) -> Timed | None:
    began = cursor.at
    hour = cursor.number(1, 2)
    if hour is None:
        return None
    if hour > 23:
        cursor.at = began
        return None
    return Timed(clock=ClockTime(hour=hour))


def read_timed(cursor: Cursor, *, after_t: bool = False) -> Timed | None:
    """Read a time with the zone or offset that may follow it."""
    clock = read_clock(cursor)
    return Timed(clock=clock, zone=_read_zone(cursor, clock, after_t=after_t)) if clock else None


def read_clock(cursor: Cursor) -> ClockTime | None:
    """Read one time with something that marks it as a time: minutes, `u`, `uur`, `am` or `pm`."""
    began = cursor.at
    hour = cursor.number(1, 2)
    if hour is None:
        return None
    clock = _read_minutes(cursor, began, hour)
    if cursor.word(HOUR_MARKS):
        clock = clock or ClockTime(hour=hour, minute=_read_minutes_after_mark(cursor, began))
    half = _read_half(cursor)
    if clock is None and half is None:
        cursor.at = began
        return None
    clock = clock or ClockTime(hour=hour)
    return _checked(cursor, began, _on_24_hours(cursor, began, clock, half) if half else clock)


def _read_minutes(cursor: Cursor, began: int, hour: int) -> ClockTime | None:
    if cursor.sign(":", glued=True):
        minute = cursor.number(2, 2, glued=True)
        if minute is None:
            raise _no_such_time(cursor, began)
        second, microsecond = _read_seconds(cursor, began)
        return ClockTime(hour=hour, minute=minute, second=second, microsecond=microsecond)
    dotted = cursor.is_sign(".") and cursor.is_number(2, 2, ahead=1, glued=True)
    part_of_a_date = cursor.is_sign(".", ahead=2) and cursor.is_number(1, 4, ahead=3, glued=True)
    if not dotted or part_of_a_date:
        return None
    cursor.at += 1
    return ClockTime(hour=hour, minute=cursor.number(2, 2) or 0)


def _read_seconds(cursor: Cursor, began: int) -> tuple[int | None, int]:
    if not cursor.sign(":", glued=True):
        return None, 0
    second = cursor.number(2, 2, glued=True)
    if second is None:
        raise _no_such_time(cursor, began)
    if not (cursor.is_sign(".,") and cursor.is_number(1, 9, ahead=1, glued=True)):
        return second, 0
    fraction = cursor.peek(1).text
    cursor.at += 2
    return second, int(fraction[:6].ljust(6, "0"))


def _read_minutes_after_mark(cursor: Cursor, began: int) -> int:
    if not cursor.is_number(1, 200, glued=True):
        return 0
    minute = cursor.number(2, 2)
    if minute is None:
        raise _no_such_time(cursor, began)
    return minute


def _read_half(cursor: Cursor) -> str | None:
    if half := cursor.word(("am", "pm")):
        return half
    for letter in "ap":
        if cursor.sequence(letter, ".", "m"):
            cursor.sign(".", glued=True)
            return f"{letter}m"
    return None


def _on_24_hours(cursor: Cursor, began: int, clock: ClockTime, half: str) -> ClockTime:
    if not 1 <= clock.hour <= 12:
        raise _no_such_time(cursor, began)
    hour = clock.hour % 12 + (12 if half == "pm" else 0)
    return ClockTime(
        hour=hour, minute=clock.minute, second=clock.second, microsecond=clock.microsecond, halved=True
    )


def _checked(cursor: Cursor, began: int, clock: ClockTime) -> ClockTime:
    second = clock.second or 0
    past_midnight = clock.hour == 24 and (clock.minute or second or clock.microsecond)
    if clock.hour > 24 or clock.minute > 59 or second > 59 or past_midnight:
        raise _no_such_time(cursor, began)
    return clock


def _no_such_time(cursor: Cursor, began: int) -> Refusal:
    passed, cursor.at = cursor.at, began
    whole = cursor.piece()
    cursor.at = passed
    return Refusal("no_such_time", piece=max(whole, cursor.piece(began), key=len))


# ------------------------------------------------------------------- zones
def _read_zone(cursor: Cursor, clock: ClockTime, *, after_t: bool) -> Zone | None:
    began = cursor.at
    opened = cursor.sign("(")
    zone = _read_offset(cursor, clock, after_t=after_t) or _read_zone_name(cursor)
    if zone is None or (opened and not cursor.sign(")")):
        cursor.at = began
        return None
    return zone


def _read_zone_name(cursor: Cursor) -> Zone | None:
    token = cursor.peek()
    if token.kind is Kind.ZONE:
        cursor.at += 1
        return ZoneName(name=cursor.text[token.start : token.end])
    if cursor.word(UTC_NAMES):
        follows = cursor.is_sign("+-") and cursor.is_number(1, 4, ahead=1, glued=True)
        return _read_distance(cursor) if follows and token.text != "z" else Offset(ahead=timedelta())
    if name := cursor.word(SEASONS):
        return Season(name=name.upper(), ahead=timedelta(hours=SEASONS[name]))
    return None


def _read_offset(cursor: Cursor, clock: ClockTime, *, after_t: bool) -> Offset | None:
    sign = cursor.peek()
    if sign.text not in ("+", "-") or not cursor.is_number(1, 4, ahead=1, glued=True):
        return None
    as_in_mail = sign.spaced and cursor.is_number(4, 4, ahead=1)  # 16:00 -0500
    if sign.text == "+" or as_in_mail or (after_t and not sign.spaced):
        return _read_distance(cursor)
    looks_like_offset = cursor.is_number(2, 2, ahead=1) and cursor.is_sign(":", ahead=2)
    if looks_like_offset and not cursor.is_sign(":", ahead=4) and (sign.spaced or clock.second is not None):
        raise Refusal("offset_or_end", piece=cursor.piece())
    return None


def _read_distance(cursor: Cursor) -> Offset:
    piece = cursor.piece()
    east = cursor.sign("+-") == "+"
    digits = cursor.peek().text
    hours, minutes = int(digits[:-2] or 0), int(digits[-2:])
    if len(digits) <= 2:
        hours, minutes = int(digits), 0
    cursor.at += 1
    if len(digits) <= 2 and cursor.is_sign(":") and cursor.is_number(2, 2, ahead=1, glued=True):
        cursor.at += 1
        minutes = cursor.number(2, 2) or 0
    ahead = timedelta(hours=hours, minutes=minutes) * (1 if east else -1)
    if minutes > 59 or not _FURTHEST_WEST <= ahead <= _FURTHEST_EAST:
        raise Refusal("offset_range", piece=piece)
    return Offset(ahead=ahead)
