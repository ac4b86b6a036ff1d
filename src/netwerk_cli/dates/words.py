"""The Dutch and English words of dates: names for reading and writing, and the small words between.

The name lists start in January and on Monday. The lookup tables hold lower-case words without a dot.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

MONTHS_NL = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip
MONTHS_EN = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
MONTHS_NL_SHORT = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
MONTHS_EN_SHORT = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
DAYS_NL = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
DAYS_EN = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
DAYS_NL_SHORT = ("ma", "di", "wo", "do", "vr", "za", "zo")
DAYS_EN_SHORT = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


class Names(NamedTuple):
    """What a language calls days and months."""

    days: tuple[str, ...]
    days_short: tuple[str, ...]
    months: tuple[str, ...]
    months_short: tuple[str, ...]


DUTCH = Names(DAYS_NL, DAYS_NL_SHORT, MONTHS_NL, MONTHS_NL_SHORT)
ENGLISH = Names(DAYS_EN, DAYS_EN_SHORT, MONTHS_EN, MONTHS_EN_SHORT)


def _lookup(*lists: tuple[str, ...], more: dict[str, int], first: int) -> Mapping[str, int]:
    named = {name.lower(): number for names in lists for number, name in enumerate(names, first)}
    return named | more


MONTHS: Mapping[str, int] = _lookup(
    MONTHS_NL, MONTHS_EN, MONTHS_NL_SHORT, MONTHS_EN_SHORT, more={"febr": 2, "sept": 9}, first=1
)
"""Every month name, to 1..12."""

WEEKDAYS: Mapping[str, int] = _lookup(
    DAYS_NL, DAYS_EN, DAYS_NL_SHORT, DAYS_EN_SHORT,
    more={"tues": 1, "weds": 2, "thur": 3, "thurs": 3}, first=0,
)  # fmt: skip
"""Every weekday name, to 0 (Monday) .. 6."""

COUNTS: Mapping[str, int] = {
    "een": 1, "één": 1, "a": 1, "an": 1, "one": 1, "twee": 2, "two": 2, "drie": 3, "three": 3,
    "vier": 4, "four": 4, "vijf": 5, "five": 5, "zes": 6, "six": 6, "zeven": 7, "seven": 7,
    "acht": 8, "eight": 8, "negen": 9, "nine": 9, "tien": 10, "ten": 10,
}  # fmt: skip

RELATIVE_DAYS: Mapping[str, int] = {
    "eergisteren": -2, "gisteren": -1, "yesterday": -1, "vandaag": 0, "today": 0,
    "morgen": 1, "tomorrow": 1, "overmorgen": 2,
}  # fmt: skip

NOW = frozenset({"nu", "now"})
ON = frozenset({"op", "on"})
AT = frozenset({"om", "at", "@"})
FROM = frozenset({"van", "from"})
UNTIL = frozenset({"tot", "to", "until", "till", "through", "tem"})
IN = frozenset({"over", "in"})
THE = frozenset({"de", "the"})
ORDINALS = frozenset({"e", "de", "ste", "st", "nd", "rd", "th"})
BEFORE = frozenset({"voor", "vóór", "vooraf", "ervoor", "before", "beforehand"})

NEXT_WEEK: Mapping[str, int] = {"volgende": 1, "next": 1, "deze": 0, "this": 0}
COMING = frozenset({*NEXT_WEEK, "komende", "aanstaande", "aankomende", "coming"})

DAY_UNITS = frozenset({"dag", "dagen", "day", "days"})
WEEK_UNITS = frozenset({"week", "weken", "weeks"})
HOUR_UNITS = frozenset({"u", "uur", "uren", "h", "hour", "hours"})
MINUTE_UNITS = frozenset({"min", "minuut", "minuten", "minute", "minutes"})
HOUR_MARKS = frozenset({"u", "uur", "h"})
"""What makes a number an hour: 16u, 16 uur, 16h30."""

START_WORDS = frozenset({"evenement", "event", "start", "begin", "aanvang"})
START_ARTICLES = frozenset({"het", "de", "the"})

HALVES = frozenset({"half", "kwart", "quarter"})
DAY_PARTS = (
    "ochtend", "ochtends", "morgens", "middag", "middags", "avond", "avonds", "nacht", "nachts", "dagmorgen",
    "vanmorgen", "morning", "noon", "afternoon", "evening", "night", "midnight",
)  # fmt: skip
"""Endings of words that name a part of a day, never an exact time."""

UNDECIDED = frozenset({
    "ntb", "nnb", "nntb", "ntc", "tba", "tbd", "tbc", "nadertebepalen", "nogtebepalen", "tebepalen",
    "nognietbekend", "nogonbekend", "onbekend", "tobeannounced", "tobedetermined", "tobedecided",
    "tobeconfirmed", "unknown",
})  # fmt: skip
"""Ways to say that a date is not known yet, without dots and spaces."""

UTC_NAMES = frozenset({"z", "utc", "gmt"})
SEASONS: Mapping[str, int] = {"cet": 1, "cest": 2}
"""The two names of Brussels and Amsterdam time, to hours ahead of UTC."""

OTHER_ZONES = frozenset({
    "est", "edt", "cst", "cdt", "mst", "mdt", "pst", "pdt", "bst", "ist", "jst", "msk",
    "wet", "west", "eet", "eest", "mez", "mesz",
})  # fmt: skip
"""Abbreviations that are refused by name: several zones share them, or they are rare here."""

# ------------------------------------------------------------- running text
PROSE_OPENERS = frozenset({*AT, *FROM, "vanaf", "tussen", "tot", "rond", "omstreeks"})
"""Small words that a time in running text begins with."""

AND = frozenset({"en", "and", "&", "alsook"})
ABOUT = frozenset({"ca", "circa", "ongeveer", "rond", "omstreeks", "uiterlijk", "plusminus"})
SOON = frozenset({"aanstaande", "jongstleden"})
MONEY = frozenset({"€", "euro", "eur", "%", "miljoen", "procent"})
"""What makes a number with two decimals an amount and not a time."""

DAY_PART_HOURS: Mapping[str, int] = {
    "ochtend": 0, "ochtends": 0, "morgen": 0, "morgens": 0, "voormiddag": 0, "voormiddags": 0, "middag": 12,
    "middags": 12, "namiddag": 12, "namiddags": 12, "avond": 12, "avonds": 12, "nacht": 0, "nachts": 0,
}  # fmt: skip
"""Parts of a day, written behind a weekday or after 's, to the first hour that they can mean."""
