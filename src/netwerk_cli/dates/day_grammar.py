"""The grammar of days: `dinsdag 16 januari 2024`, `16/01/2024`, `2024-01-16`, `morgen`, `over 2 weken`.

Numbers stand in the order year-month-day when the year comes first, and day-month-year otherwise;
nothing is swapped. Readers return `None` and leave the cursor alone when no day stands there.
"""

from __future__ import annotations

from netwerk_cli.dates.clock_grammar import read_clock, read_until
from netwerk_cli.dates.phrases import CalendarDay, Day, DaysAhead, WeekdayOnly
from netwerk_cli.dates.reasons import Refusal
from netwerk_cli.dates.tokens import Cursor
from netwerk_cli.dates.words import (
    COMING,
    COUNTS,
    DAY_UNITS,
    IN,
    MONTHS,
    NEXT_WEEK,
    ORDINALS,
    RELATIVE_DAYS,
    THE,
    WEEK_UNITS,
    WEEKDAYS,
)
from netwerk_cli.records import replace


def read_day(cursor: Cursor) -> Day | None:
    """Read a day in any of its forms."""
    began = cursor.at
    weekday = _read_weekday(cursor)
    after_weekday = cursor.at
    cursor.word(THE)
    day = _read_numeric(cursor) or _read_named(cursor) or _read_month_first(cursor, weekday)
    if day:
        return replace(day, weekday=weekday)
    cursor.at = after_weekday
    if weekday is not None:
        return WeekdayOnly(weekday=weekday, weeks_ahead=_read_which_week(cursor))
    cursor.at = began
    return _read_relative(cursor)


def read_day_span(cursor: Cursor) -> tuple[CalendarDay, CalendarDay] | None:
    """Read two days that share a month: `29-30 oktober 2020`, `do 29 t/m za 31 oktober`."""
    began = cursor.at
    weekday = _read_weekday(cursor)
    number = cursor.number(1, 2)
    if number is not None and read_until(cursor):
        last_weekday = _read_weekday(cursor)
        last = _read_named(cursor)
        if last:
            first = replace(last, day=number, weekday=weekday)
            return first, replace(last, weekday=last_weekday)
    cursor.at = began
    return None


def read_calendar_day(cursor: Cursor) -> CalendarDay | None:
    """Read a day of a calendar, its weekday included; no weekday alone and nothing counted from today."""
    began = cursor.at
    weekday = _read_weekday(cursor)
    cursor.word(THE)
    day = _read_numeric(cursor) or _read_named(cursor)
    if day is None:
        cursor.at = began
        return None
    return replace(day, weekday=weekday)


def _read_weekday(cursor: Cursor) -> int | None:
    name = cursor.word(WEEKDAYS)
    if name is None:
        return None
    cursor.sign(".", glued=True)
    cursor.sign(",")
    return WEEKDAYS[name]


# ---------------------------------------------------------- days of a calendar
def _read_numeric(cursor: Cursor) -> CalendarDay | None:
    if not cursor.is_number(1, 4) or not cursor.is_sign("/-.", ahead=1):
        return None
    sign = cursor.peek(1).text
    if not cursor.is_number(1, 2, ahead=2, glued=True):
        return None
    three = cursor.is_sign(sign, ahead=3) and cursor.is_number(1, 4, ahead=4, glued=True)
    first, month, last = cursor.peek(0).text, int(cursor.peek(2).text), cursor.peek(4).text if three else ""
    if len(first) == 4 and len(last) in (1, 2):
        day = CalendarDay(day=int(last), month=month, year=int(first))
    elif len(first) <= 2 and len(last) in (2, 4):
        day = CalendarDay(day=int(first), month=month, year=_full_year(last))
    elif len(first) <= 2 and not three and sign == "/" and not cursor.is_sign("/-.:", ahead=3):
        day = CalendarDay(day=int(first), month=month)
    else:
        return None
    if not 1 <= month <= 12:
        swapped = 12 < month <= 31 and day.day <= 12 and len(first) <= 2
        raise Refusal("day_first" if swapped else "no_such_month", number=month)
    cursor.at += 5 if three else 3
    return day


def _read_named(cursor: Cursor) -> CalendarDay | None:
    began = cursor.at
    number = cursor.number(1, 2)
    if number is None:
        return None
    if not cursor.peek().spaced:
        cursor.word(ORDINALS)
    joint = cursor.sign("-/", glued=True)
    if not joint:
        cursor.word(("of",))
    apart = joint and cursor.peek().spaced
    month = None if apart else cursor.word(MONTHS)
    if month is None:
        cursor.at = began
        return None
    year = _read_joined_year(cursor, joint) if joint else _read_year(cursor)
    return CalendarDay(day=number, month=MONTHS[month], year=year)


def _read_month_first(cursor: Cursor, weekday: int | None) -> CalendarDay | None:
    began = cursor.at
    month = cursor.word(MONTHS)
    if month is None:
        return None
    cursor.sign(".", glued=True)
    before_number = cursor.at
    a_time = read_clock(cursor) is not None
    cursor.at = before_number
    number = None if a_time else cursor.number(1, 2)
    if number is None:
        cursor.at = began
        return None
    ordinal = None if cursor.peek().spaced else cursor.word(ORDINALS)
    year = _read_year(cursor)
    if year is None and weekday is None and not ordinal:
        raise Refusal("month_first", piece=cursor.piece(began))
    return CalendarDay(day=number, month=MONTHS[month], year=year)


def _read_year(cursor: Cursor) -> int | None:
    """Read a year of four digits, or two after an apostrophe, after the name of a month."""
    cursor.sign(".", glued=True)
    began = cursor.at
    cursor.sign(",")
    if cursor.is_number(4, 4):
        return cursor.number(4, 4)
    if cursor.sign("'") and cursor.is_number(2, 2, glued=True):
        cursor.at += 1
        return _full_year(cursor.peek(-1).text)
    cursor.at = began
    return None


def _read_joined_year(cursor: Cursor, joint: str) -> int | None:
    """Read the year of `16-jan-2024` or `16-jan-24`."""
    for digits in (2, 4):
        if cursor.is_sign(joint) and cursor.is_number(digits, digits, ahead=1, glued=True):
            cursor.at += 2
            return _full_year(cursor.peek(-1).text)
    return None


def _full_year(digits: str) -> int:
    return int(digits) + (2000 if len(digits) == 2 else 0)


# ------------------------------------------------------ days counted from today
def _read_relative(cursor: Cursor) -> Day | None:
    if name := cursor.word(RELATIVE_DAYS):
        return DaysAhead(days=RELATIVE_DAYS[name])
    if cursor.sequence("the", "day", "after", "tomorrow") or cursor.sequence("day", "after", "tomorrow"):
        return DaysAhead(days=2)
    return _read_days_ahead(cursor) or _read_week_first(cursor)


def _read_days_ahead(cursor: Cursor) -> DaysAhead | None:
    began = cursor.at
    count = read_count(cursor) if cursor.word(IN) else None
    if count is None:
        cursor.at = began
        return None
    if cursor.word(DAY_UNITS):
        return DaysAhead(days=count)
    if cursor.word(WEEK_UNITS):
        return DaysAhead(days=7 * count)
    cursor.at += not cursor.done
    raise Refusal("other_unit", piece=cursor.piece(began))


def read_count(cursor: Cursor) -> int | None:
    """Read how many: a number of up to four digits, or a word up to ten."""
    if (count := cursor.number(1, 4)) is not None:
        return count
    word = cursor.word(COUNTS)
    return COUNTS[word] if word else None


def _read_week_first(cursor: Cursor) -> WeekdayOnly | None:
    began = cursor.at
    word = cursor.word(COMING)
    if word is None:
        return None
    if cursor.word(WEEKDAYS):
        raise Refusal("which_week", piece=cursor.piece(began))
    cursor.at = began
    weeks = _read_which_week(cursor)
    if weeks is None:
        return None
    weekday = _read_weekday(cursor)
    if weekday is None:
        raise Refusal("which_day", piece=cursor.piece(began))
    return WeekdayOnly(weekday=weekday, weeks_ahead=weeks)


def _read_which_week(cursor: Cursor) -> int | None:
    for name, weeks in NEXT_WEEK.items():
        if cursor.sequence(name, "week"):
            return weeks
    return None
