"""When people came and left by a report: its moments in the order of day and month that its day settles.

`4/12/24` is 12 April or 4 December: a report is of the day of its session, so that day decides, for all of its rows.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import NamedTuple

from netwerk_cli.dates import DUTCH, ENGLISH
from netwerk_cli.domain import moments
from netwerk_cli.domain.attendance import Stay
from netwerk_cli.errors import BadDate
from netwerk_cli.exchange import stamps
from netwerk_cli.exchange.attendance_headings import CLOCK, plain
from netwerk_cli.exchange.attendance_reports import Report, Seen
from netwerk_cli.exchange.stamps import DAY_FIRST, MONTH_FIRST, Notation

_WORDED = re.compile(r"(?P<day>\d{1,2}) (?P<month>[^\W\d]+)\.? (?P<year>\d{4}),?(?P<rest>.*)", re.DOTALL)
_MONTH_FIRST = re.compile(
    r"(?P<month>[^\W\d]+)\.? (?P<day>\d{1,2}),? (?P<year>\d{4}),?(?P<rest>.*)", re.DOTALL
)
_HALF = re.compile(r"[ap]\.?m\.?$", re.IGNORECASE)
_LEFT = re.compile(r"left|leave|verlat|verliet|vertrok|weg|uit|out", re.IGNORECASE)
_CAME = re.compile(r"join|deel|toe|binnen|in\b", re.IGNORECASE)
_PARTS = re.compile(r"(\d+(?:[.,]\d+)?) ?([^\W\d]*)")
_CLOCKED = re.compile(r"(\d{1,3}):(\d\d)(?::(\d\d))?")
_DAY = timedelta(days=1)
_MONTHS = {
    name.casefold(): number
    for said in (DUTCH, ENGLISH)
    for names in (said.months, said.months_short)
    for number, name in enumerate(names, 1)
}


class Timed(NamedTuple):
    """The moments of a report by what was written, and what was assumed about them.

    `days` are those on which somebody was there; none where the report has totals only. `month_first` is None where
    only one order is possible. `until` is the last moment of all: who had not left by then was still there.
    """

    at: Mapping[str, datetime]
    days: tuple[date, ...]
    month_first: bool | None
    until: datetime | None


def timed(report: Report, days: Sequence[date], zone: str, now: datetime) -> Timed:
    """Return the moments of a report about something on one of some days."""
    both = (text for one in report.rows for text in (one.came, one.left))
    written = list(dict.fromkeys(text for text in both if re.search(r"\d", text)))
    timeless = [text for text in written if days and CLOCK.fullmatch(text)]
    clocks = {text: f"{days[0].isoformat()} {text.replace('u', ':')}" for text in timeless}
    ways = {way: _read(written, clocks, Notation(zone, way), now) for way in (DAY_FIRST, MONTH_FIRST)}
    first = MONTH_FIRST if any(_HALF.search(text) and "/" in text for text in written) else DAY_FIRST

    def fit(way: str) -> tuple[bool, int, bool]:
        found = ways[way].values()
        return any(at.date() in days for at in found), len(found), way == first

    best = max(ways, key=fit)
    found = ways[best]
    return Timed(
        at=found,
        days=tuple(sorted({at.date() for at in found.values()})),
        month_first=None if not _is_ambiguous(*ways.values()) else best == MONTH_FIRST,
        until=max(found.values(), default=None),
    )


def _is_ambiguous(one: Mapping[str, datetime], other: Mapping[str, datetime]) -> bool:
    """Whether all that is written can be read in two orders, and differs."""
    return one.keys() == other.keys() and one != other


def _read(
    written: Iterable[str], clocks: Mapping[str, str], notation: Notation, now: datetime
) -> dict[str, datetime]:
    """Return the moments that can be read in one order; the rest of what is written says none."""
    found: dict[str, datetime] = {}
    for text in written:
        try:
            stamp = stamps.read(_numbered(clocks.get(text, text)), notation, now=now)
        except BadDate:
            continue
        if stamp.exact < _DAY:
            found[text] = moments.in_zone(stamp.at, notation.zone)
    return found


def _numbered(text: str) -> str:
    """Return a moment with its month as a number: `Apr 12, 2024 09:00:00 AM`."""
    worded = _WORDED.fullmatch(text) or _MONTH_FIRST.fullmatch(text)
    month = _MONTHS.get(worded["month"].casefold()) if worded else None
    if worded is None or month is None:
        return text
    return f"{worded['year']}-{month:02}-{int(worded['day']):02} {worded['rest'].strip(' ,')}"


def stays(rows: Sequence[Seen], times: Timed) -> list[Stay]:
    """Return from when to when one person was there, by all the rows about them.

    Where each row is an action, somebody is there from when the first of their devices joins until the last leaves.
    """
    acted = [(times.at[one.came], one) for one in rows if one.action and one.came in times.at]
    if acted:
        return _between(acted, rows, times.until)
    found = []
    for one in rows:
        came, left = times.at.get(one.came), times.at.get(one.left) or times.until
        if came is not None and left is not None and came < left:
            found.append((came, left))
    return found


def _between(
    acted: Sequence[tuple[datetime, Seen]], rows: Sequence[Seen], until: datetime | None
) -> list[Stay]:
    joining = rows[0].action  # nobody begins by leaving
    found, there, since = list[Stay](), 0, acted[0][0]
    for at, one in sorted(acted, key=lambda pair: pair[0]):
        if _is_leaving(one.action, joining):
            there -= 1
            if there == 0:
                found.append((since, at))
            there = max(0, there)
        else:
            since = at if there == 0 else since
            there += 1
    if there and until is not None and since < until:
        found.append((since, until))
    return found


def _is_leaving(action: str, joining: str) -> bool:
    if _LEFT.search(action):
        return True
    return not (_CAME.search(action) or action.startswith(joining) or joining.startswith(action))


def still_there(report: Report, times: Timed) -> int:
    """Return how many people had not left when the report was made."""
    by_name: dict[str, list[Seen]] = defaultdict(list)
    for one in report.rows:
        by_name[one.email or one.name].append(one)
    return sum(_never_left(rows, times) for rows in by_name.values())


def _never_left(rows: Sequence[Seen], times: Timed) -> bool:
    if any(one.action for one in rows):
        return sum(-1 if _is_leaving(one.action, rows[0].action) else 1 for one in rows) > 0
    return any(one.came in times.at and one.left not in times.at for one in rows)


def lasted(rows: Sequence[Seen]) -> timedelta | None:
    """Return how long somebody was there by what is stated, all rows together; None where nothing is."""
    found = [length for one in rows if (length := span(one.lasted)) is not None]
    return sum(found, timedelta()) if found else None


def span(text: str) -> timedelta | None:
    """Return a length of time: `2h 27m 20s`, `2 uur 27 min. 20 sek.`, `01:45:00`; a number alone is minutes.

    Three numbers are hours, minutes and seconds in any language; of fewer the first letters of their units tell.
    """
    if clocked := _CLOCKED.fullmatch(plain(text)):
        hours, minutes, seconds = (int(part or 0) for part in clocked.groups())
        return timedelta(hours=hours, minutes=minutes, seconds=seconds)
    parts = _PARTS.findall(text.removeprefix("PT"))
    if not parts:
        return None
    if len(parts) == 1 and not parts[0][1]:
        return timedelta(minutes=float(parts[0][0].replace(",", ".")))
    units = ["hours", "minutes", "seconds"] if len(parts) == 3 else [_unit(unit) for _, unit in parts]
    if any(unit is None for unit in units):
        return None
    counted = zip(units, (float(number.replace(",", ".")) for number, _ in parts), strict=True)
    return sum((timedelta(**{str(unit): number}) for unit, number in counted), timedelta())


def _unit(word: str) -> str | None:
    word = word.casefold()
    if word.startswith(("h", "u", "g", "st")):
        return "hours"
    return "minutes" if word.startswith("m") else "seconds" if word.startswith("s") else None
