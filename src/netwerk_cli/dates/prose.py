"""Days and hours in running text: where they stand and what they say, before anybody asks which year is meant.

    days    =  day { ("," | "en" | until) day }         10, 17 en 24 maart 2022; 29 oktober - 3 november
    hours   =  [opener] time [until time]               van 9 tot 12 uur, tussen 13.00u en 17.00u, tot 16 uur
    time    =  clock [part of the day]                  20u, 19.30 uur, half acht 's avonds

The clocks and calendar days are those of the typed grammar; a running text says more around them and is never refused:
what is no day and no time is passed by. Positions count characters of the text that was given, which has to be NFC
and free of invisible marks, so that cleaning keeps every place.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TypeVar

from netwerk_cli.dates.clock_grammar import read_clock, read_until
from netwerk_cli.dates.day_grammar import read_calendar_day
from netwerk_cli.dates.mentioned import DayMention, DaySpan, HourMention
from netwerk_cli.dates.phrases import CalendarDay, ClockTime
from netwerk_cli.dates.reasons import Refusal
from netwerk_cli.dates.tokens import Cursor, Kind
from netwerk_cli.dates.words import (
    ABOUT,
    AND,
    COUNTS,
    DAY_PART_HOURS,
    HOUR_MARKS,
    MONEY,
    MONTHS,
    PROSE_OPENERS,
    SOON,
    UNTIL,
    WEEKDAYS,
)
from netwerk_cli.records import replace

_Read = TypeVar("_Read")
_LONGEST_ASIDE = 12  # tokens between brackets that may stand between a start and its end
_DIGIT = re.compile("[0-9]")
_MOST_DAYS = 60  # days of one list


Mention = DayMention | HourMention


def mentions(text: str) -> Iterator[Mention]:
    """Yield the days and hours that one line or paragraph names, in its order."""
    if not _DIGIT.search(text):
        return
    cursor = Cursor(text)
    while not cursor.done:
        found = _at(cursor)
        if found is None:
            cursor.at += 1
        else:
            yield found


def _at(cursor: Cursor) -> Mention | None:
    """Read the days or hours that begin at the cursor; leave it where it is when there are none."""
    token = cursor.peek()
    if token.kind is Kind.NUMBER:
        if len(token.text) > 4 or _mid_number(cursor):
            return None
    elif token.kind is not Kind.WORD or not (
        token.text in PROSE_OPENERS or token.text == "half" or _weekday_of(token.text) is not None
    ):
        return None
    return _tried(cursor, _days) or _tried(cursor, _hours)


def _tried(cursor: Cursor, read: Callable[[Cursor], _Read | None]) -> _Read | None:
    began = cursor.at
    try:
        found = read(cursor)
    except Refusal:
        found = None
    if found is None:
        cursor.at = began
    return found


def _mid_number(cursor: Cursor) -> bool:
    """Whether the number at the cursor is the rest of a longer one, as in 2.10.30 or 06-12345678."""
    before, here = cursor.peek(-1), cursor.peek()
    if cursor.at == 0 or here.spaced:
        return False
    return before.text in tuple(".:/,") and cursor.peek(-2).kind is Kind.NUMBER and cursor.at > 1


# ------------------------------------------------------------------------ days
def _days(cursor: Cursor) -> DayMention | None:
    start = cursor.peek().start
    items: list[tuple[CalendarDay | None, int, int | None, bool]] = []
    whole = 0
    after = cursor.at
    joined_by_until = False
    while len(items) < _MOST_DAYS:
        item = _item(cursor)
        if item is None:
            break
        items.append((*item, joined_by_until))
        if item[0] is not None:
            whole, after = len(items), cursor.at
        joined_by_until = _tried(cursor, lambda c: read_until(c) or None) is not None
        if not joined_by_until and not _list_joint(cursor):
            break
    cursor.at = after
    if not whole:
        return None
    days = _filled_in(items[:whole])
    return None if days is None else DayMention(start, cursor.peek(-1).end, days)


def _item(cursor: Cursor) -> tuple[CalendarDay | None, int, int | None] | None:
    """Read a day, or the bare number of one whose month follows later: the day, its number, its weekday."""
    began = cursor.at
    weekday = _weekday(cursor)
    day = _tried(cursor, read_calendar_day)
    if day is not None and not _goes_on(cursor):
        cursor.word(SOON)
        return replace(day, weekday=weekday if day.weekday is None else day.weekday), day.day, weekday
    cursor.at = began
    weekday = _weekday(cursor)
    number = cursor.number(1, 2)
    slash = cursor.is_sign("/") and cursor.peek(2).text in MONTHS  # 9/10 maart
    if (
        number is None
        or not 1 <= number <= 31
        or (cursor.is_sign(".:/") and not slash)
        or cursor.peek().text in HOUR_MARKS
    ):
        cursor.at = began
        return None
    return None, number, weekday


def _weekday(cursor: Cursor) -> int | None:
    """Read a weekday with the part of the day that may be written on to it: woensdagmiddag."""
    found = _weekday_of(cursor.peek().text)
    if found is None or cursor.peek().kind is not Kind.WORD:
        return None
    cursor.at += 1
    cursor.sign(".", glued=True)
    cursor.sign(",")
    cursor.word(("de",))
    return found


def _weekday_of(word: str) -> int | None:
    if word in WEEKDAYS:
        return WEEKDAYS[word]
    name, day, part = word.partition("dag")
    return WEEKDAYS.get(name + day) if part in DAY_PART_HOURS else None


def _goes_on(cursor: Cursor) -> bool:
    """Whether what was read as a day is the beginning of a longer number, or of 9/10 maart."""
    longer = cursor.is_sign("./-") and cursor.is_number(1, 4, ahead=1, glued=True)
    return longer or (cursor.peek(-2).text == "/" and cursor.peek().text in MONTHS)


def _list_joint(cursor: Cursor) -> bool:
    comma = cursor.sign(",;/")
    return bool(cursor.word(AND) or comma)


def _filled_in(items: list[tuple[CalendarDay | None, int, int | None, bool]]) -> tuple[DaySpan, ...] | None:
    """Return the days with the month and year that a later one states for them too; the last one is whole."""
    spans: list[DaySpan] = []
    later: CalendarDay | None = None
    last: CalendarDay | None = None
    for day, number, weekday, ends in reversed(items):
        if day is None:
            if later is None or number >= later.day:
                return None  # 7, 8 and 12 May is a list; 20, 8 and 12 May is something else
            day = replace(later, day=number, weekday=weekday)
        elif day.year is None and later is not None and later.year is not None:
            back = (day.month, day.day) > (later.month, later.day)
            day = replace(day, year=later.year - back)
        if ends:
            last = day
        else:
            spans.append(DaySpan(day, last))
            last = None
        later = day
    return tuple(reversed(spans))


# ----------------------------------------------------------------------- hours
def _hours(cursor: Cursor) -> HourMention | None:
    start, before = cursor.peek().start, cursor.at
    opener = cursor.word(PROSE_OPENERS) or ""
    cursor.word(ABOUT)
    cursor.sign(".", glued=True)
    if _is_money(cursor):
        return None
    first, bare = _time(cursor), None
    if first is None:
        bare = _bare_hour(cursor)
    if first is None and bare is None:
        return None
    after = cursor.at
    last = _end_of_hours(cursor, opener)
    if last is None:
        cursor.at = after
        if first is None:
            return None
    begin = first or bare
    if last is None and opener in UNTIL:
        begin, last = None, begin
    begin, last = _on_the_same_half(begin, last, _part_of_day(cursor))
    if before == cursor.at:
        return None
    return HourMention(start, cursor.peek(-1).end, begin, last, opener)


def _end_of_hours(cursor: Cursor, opener: str) -> ClockTime | None:
    if cursor.is_sign("(") or cursor.peek().text == "(":
        _pass_aside(cursor)
    joined = read_until(cursor) or (opener == "tussen" and cursor.word(AND))
    if not joined:
        return None
    cursor.word(ABOUT)
    cursor.sign(".", glued=True)
    last = _time(cursor)
    return None if last is not None and _is_day(cursor) else last


def _is_day(cursor: Cursor) -> bool:
    """Whether the number before the cursor is no hour but the beginning of a date: 10:00 - 12/05/2025."""
    slashed = cursor.is_sign("/-") and cursor.is_number(1, 4, ahead=1, glued=True)
    return slashed or cursor.peek().text in MONTHS


def _pass_aside(cursor: Cursor) -> None:
    for ahead in range(1, _LONGEST_ASIDE):
        if cursor.peek(ahead).text == ")":
            cursor.at += ahead + 1
            return


def _time(cursor: Cursor) -> ClockTime | None:
    """Read a time that is marked as one, or that is said in words with the part of the day."""
    clock = _tried(cursor, read_clock)
    if clock is not None:
        return None if _is_money(cursor) else clock
    return _tried(cursor, _spoken)


def _spoken(cursor: Cursor) -> ClockTime | None:
    """Read `half acht 's avonds`: only with the part of the day does it say which half of the day."""
    if not cursor.word(("half",)):
        return None
    hour = cursor.number(1, 2)
    if hour is None and (word := cursor.word(COUNTS)):
        hour = COUNTS[word]
    part = _part_of_day(cursor)
    if hour is None or not 1 <= hour <= 12 or part is None:
        return None
    return _moved_on(ClockTime(hour=hour - 1, minute=30), part)


def _bare_hour(cursor: Cursor) -> ClockTime | None:
    hour = cursor.number(1, 2)
    return ClockTime(hour=hour) if hour is not None and hour < 24 else None


def _part_of_day(cursor: Cursor) -> int | None:
    """Read `'s avonds`, and return the first hour that it can mean."""
    began = cursor.at
    cursor.sign("'")
    if cursor.word(("s",)) and (part := cursor.word(DAY_PART_HOURS)):
        return DAY_PART_HOURS[part]
    cursor.at = began
    return None


def _on_the_same_half(
    first: ClockTime | None, last: ClockTime | None, part: int | None
) -> tuple[ClockTime | None, ClockTime | None]:
    return _moved_on(first, part), _moved_on(last, part)


def _moved_on(clock: ClockTime | None, part: int | None) -> ClockTime | None:
    """Return a time of a clock face in that part of the day."""
    if clock is None or part is None or clock.hour >= 12 or part < 12:
        return clock
    return replace(clock, hour=clock.hour + 12)


def _is_money(cursor: Cursor) -> bool:
    return cursor.peek(-1).text in MONEY or cursor.peek().text in MONEY
