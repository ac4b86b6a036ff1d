"""Periods by which something is due: a season, a quarter, a month or a year, into its last day.

Seasons are the meteorological ones, as KNMI and KMI use them: spring is March to May, summer June to August,
autumn September to November, winter December to February. So `najaar 2021` ends on 30 November 2021, and a
winter needs both of its years. Without a year it is the next such period that is not over.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from netwerk_cli.dates.calendar_days import check_year
from netwerk_cli.dates.reasons import Refusal
from netwerk_cli.dates.words import MONTHS

_SEASONS: Mapping[str, int] = {
    "lente": 5, "voorjaar": 5, "spring": 5, "zomer": 8, "summer": 8,
    "herfst": 11, "najaar": 11, "autumn": 11, "fall": 11,
}  # fmt: skip
"""Every name of a season within one year, to its last month."""

_ENDS: Mapping[str, int] = {**_SEASONS, **MONTHS, **{f"q{n}": 3 * n for n in range(1, 5)}}
_WINTER = "winter"
_FEBRUARY, _DECEMBER = 2, 12

_LEAD = r"(?:(?:in|tegen|by)\s+)?(?:(?:het|de|the)\s+)?"
_END_OF = r"(?:eind(?:e)?(?:\s+van)?|(?:the\s+)?end\s+of)\s+"
_ONE_YEAR = re.compile(
    rf"{_LEAD}(?P<end>{_END_OF})?(?:(?P<name>[a-z]+[1-4]?)\.?)?(?:\s*\b(?P<year>\d{{4}}))?"
)
_TWO_YEARS = re.compile(rf"{_LEAD}{_WINTER}\s+(?P<first>\d{{4}})\s*[-/]\s*(?P<second>\d{{4}}|\d{{2}})")


class Period(NamedTuple):
    """The last day of a period, and its name in the language it was typed in, with its year."""

    last_day: date
    name: str


def read_period(text: str, today: date) -> Period | None:
    """Return the period that `text` (one kind of dash and space) is; None when it is something else.

    Raises:
        Refusal: a winter without its two years, or a year out of range.
    """
    words = " ".join(text.casefold().split())
    if winter := _TWO_YEARS.fullmatch(words):
        return _winter(int(winter["first"]), winter["second"], words)
    found = _ONE_YEAR.fullmatch(words)
    if found is None:
        return None
    end, name, year = found["end"], found["name"], found["year"]
    if name == _WINTER:
        return _some_winter(year, words, today)
    if name is None:
        return None if year is None else _year(int(year), end)
    if name not in _ENDS:
        return None
    return _within_a_year(name, year, today)


def _year(year: int, end: str | None) -> Period:
    check_year(year)
    lead = "" if end is None else "eind " if end.startswith("eind") else "end of "
    return Period(date(year, _DECEMBER, 31), f"{lead}{year}")


def _within_a_year(name: str, typed_year: str | None, today: date) -> Period:
    month = _ENDS[name]
    year = today.year if typed_year is None else int(typed_year)
    if typed_year is None and month < today.month:
        year += 1
    check_year(year)
    shown = name.upper() if name[-1].isdigit() else name
    return Period(_last_of(year, month), f"{shown} {year}")


def _winter(first: int, second: str, words: str) -> Period:
    """Return the winter from `first` into the year after it."""
    if int(second) != (first + 1) % 10 ** len(second):
        raise Refusal("which_winter", piece=words)
    check_year(first + 1)
    return Period(_last_of(first + 1, _FEBRUARY), f"{_WINTER} {first}-{first + 1}")


def _some_winter(year: str | None, words: str, today: date) -> Period:
    if year is not None:
        raise Refusal("which_winter", piece=words)
    first = today.year - (today.month <= _FEBRUARY)
    return _winter(first, str(first + 1), words)


def _last_of(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])
