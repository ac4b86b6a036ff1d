"""The grammar of a whole typed date: a day and a time in either order, or a span of them.

    phrase  =  now | [van | op] day [separator] [hours] [until day [hours]] | hours [op] day
    hours   =  time [zone] [until time [zone]]

`read_phrase` reads a whole text or raises `Refusal`; `read_phrase_here` reads one phrase and stays there.
"""

from __future__ import annotations

from netwerk_cli.dates.clock_grammar import read_hours, read_until
from netwerk_cli.dates.complaints import complaint
from netwerk_cli.dates.day_grammar import read_day, read_day_span
from netwerk_cli.dates.phrases import Day, Hours, Phrase, Point, RightNow
from netwerk_cli.dates.reasons import Refusal
from netwerk_cli.dates.tokens import Cursor
from netwerk_cli.dates.words import AT, FROM, NOW, ON


def read_phrase(cursor: Cursor) -> Phrase | RightNow:
    """Read the one phrase that the whole text is.

    Raises:
        Refusal: it is no date, or more than one.
    """
    phrase = read_phrase_here(cursor)
    if phrase is None:
        raise complaint(cursor)
    finish(cursor)
    return phrase


def finish(cursor: Cursor) -> None:
    """Allow a closing full stop, and refuse anything else that is left."""
    cursor.sign(".")
    if not cursor.done:
        raise complaint(cursor)


def read_phrase_here(cursor: Cursor) -> Phrase | RightNow | None:
    """Read the phrase that begins at the cursor, and leave the cursor after it."""
    if cursor.word(NOW):
        return RightNow()
    began = cursor.at
    opener = cursor.word(FROM | ON | AT)
    phrase = None if opener in AT else _read_day_first(cursor)
    phrase = phrase or _read_hours_first(cursor)
    if phrase is None:
        cursor.at = began
        return None
    if opener in FROM and phrase.last is None:
        raise Refusal("no_end", piece=opener or "")
    return phrase


def _read_day_first(cursor: Cursor) -> Phrase | None:
    if days := read_day_span(cursor):
        return Phrase(first=Point(day=days[0]), last=Point(day=days[1]))
    day = read_day(cursor)
    if day is None:
        return None
    hours = _read_hours_after_day(cursor)
    if hours and hours.last:
        return _on_one_day(day, hours)
    first = Point(day=day, time=hours.first if hours else None)
    if not read_until(cursor):
        return Phrase(first=first)
    last_day = read_day(cursor)
    if last_day is None:
        raise complaint(cursor)
    last_hours = _read_hours_after_day(cursor)
    if last_hours and last_hours.last:
        raise Refusal("half_span")
    return Phrase(first=first, last=Point(day=last_day, time=last_hours.first if last_hours else None))


def _read_hours_after_day(cursor: Cursor) -> Hours | None:
    began = cursor.at
    t_before = not cursor.peek().spaced and cursor.sequence("t")
    if not t_before:
        cursor.sign(",")
        cursor.sign("-")  # 16 januari 2024 - 16 uur
    opener = cursor.word(AT | FROM)
    hours = read_hours(cursor, after_t=t_before)
    if hours is None:
        if opener or t_before:
            raise complaint(cursor)
        cursor.at = began
    elif opener in FROM and hours.last is None:
        raise Refusal("no_end", piece=opener or "")
    return hours


def _read_hours_first(cursor: Cursor) -> Phrase | None:
    hours = read_hours(cursor)
    if hours is None:
        return None
    cursor.sign(",")
    cursor.word(ON)
    day = read_day(cursor)
    if day is None:
        raise Refusal("no_date") if cursor.done else complaint(cursor)
    return _on_one_day(day, hours)


def _on_one_day(day: Day, hours: Hours) -> Phrase:
    last = Point(day=day, time=hours.last) if hours.last else None
    return Phrase(first=Point(day=day, time=hours.first), last=last)
