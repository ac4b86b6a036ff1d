"""Instants, dates, zones and half-open intervals.

A *moment* is an aware `datetime`, or a `date` where no time was given. Moments are stored as RFC 3339
text with an offset and compared as instants; a bare date starts at its local midnight.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Annotated

from netwerk_cli.errors import BadDate, BadValue, UnknownZone
from netwerk_cli.wording import Wording

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

DEFAULT_ZONE = "Europe/Brussels"
Moment = datetime | date

_DURATION = (  # compiled when one is read, as all patterns that only reading what was typed needs
    r"(?:(\d{1,4}) ?(?:d|dagen|dag|days|day))? ?(?:(\d{1,4}) ?(?:h|u|uur|hours|hour))? ?"
    r"(?:(\d{1,5}) ?(?:m|min|minuten|minutes)?)?"
)
_LONGEST = 40  # characters of a length of time


@lru_cache(maxsize=64)
def zone(name: str) -> ZoneInfo:
    """Return the IANA time zone `name`.

    Raises:
        UnknownZone: no such zone in the system's or tzdata's database.
    """
    from zoneinfo import ZoneInfo

    try:
        return ZoneInfo(name)
    except (OSError, ValueError, KeyError) as err:  # a name may be a folder, empty, or hold a NUL
        raise UnknownZone(zone=name) from err


def check_zone(name: str) -> None:
    """Refuse a name that is no zone; the default one is not looked up. Raises `UnknownZone`."""
    if name != DEFAULT_ZONE:
        zone(name)


ZoneName = Annotated[str, check_zone]
"""The name of an IANA time zone."""


def localise(naive: datetime, zone_name: str, *, text: str) -> datetime:
    """Give a wall-clock time its offset in `zone_name`; `text` is what was typed, for the error.

    Raises:
        BadDate: the time does not exist (spring change) or exists twice (autumn change).
    """
    tz = zone(zone_name)
    first, second = naive.replace(tzinfo=tz, fold=0), naive.replace(tzinfo=tz, fold=1)
    if first.utcoffset() == second.utcoffset():
        return fixed(first)
    if first.astimezone(UTC).astimezone(tz).replace(tzinfo=None) != naive:
        raise BadDate(text=text, why=Wording("the clocks skip that time in {zone}", zone=zone_name))
    raise BadDate(
        text=text,
        why=Wording(
            "the clocks show that time twice in {zone}; add the offset, as in {earlier} or {later}",
            zone=zone_name,
            earlier=first.isoformat(timespec="minutes"),
            later=second.isoformat(timespec="minutes"),
        ),
    )


def is_doubled(moment: datetime, zone_name: str) -> bool:
    """Whether the clocks of a zone show the time of this moment twice, as they do in autumn."""
    tz = zone(zone_name)
    naive = moment.astimezone(tz).replace(tzinfo=None)
    first, second = naive.replace(tzinfo=tz, fold=0), naive.replace(tzinfo=tz, fold=1)
    return first.utcoffset() != second.utcoffset()


def fixed(moment: datetime) -> datetime:
    """Return the same instant with its offset written out, free of the zone database."""
    return datetime.fromisoformat(moment.isoformat())


def in_zone(moment: datetime, zone_name: str) -> datetime:
    """Return the same instant as the clocks of `zone_name` show it."""
    return fixed(moment.astimezone(zone(zone_name)))


def start_of(moment: Moment, zone_name: str) -> datetime:
    """Return the instant at which `moment` begins; a date begins at local midnight."""
    if isinstance(moment, datetime):
        return moment
    return fixed(datetime.combine(moment, time(), zone(zone_name)))


def end_of(moment: Moment, zone_name: str) -> datetime:
    """Return the first instant after `moment`; a date ends at the next local midnight."""
    if isinstance(moment, datetime):
        return moment
    return start_of(moment + timedelta(days=1), zone_name)


def moved(moment: datetime, by: timedelta, zone_name: str) -> datetime:
    """Return the moment `by` later on the clocks of a zone: 10:00 stays 10:00 across a clock change.

    Raises:
        BadDate: the clocks skip the time that comes out, or show it twice.
    """
    naive = in_zone(moment, zone_name).replace(tzinfo=None) + by
    return localise(naive, zone_name, text=naive.isoformat(sep=" ", timespec="minutes"))


def rezoned(moment: datetime, before: str, after: str) -> datetime:
    """Return the moment at which the clocks of zone `after` show what those of `before` show at `moment`."""
    naive = in_zone(moment, before).replace(tzinfo=None)
    return localise(naive, after, text=naive.isoformat(sep=" ", timespec="minutes"))


@lru_cache(maxsize=10_000)  # the people of an event know the same few moments
def from_text(text: str) -> Moment:
    """Read a moment as it is kept: RFC 3339 with an offset, or a date. Raises `ValueError` on anything else."""
    if len(text) == 10:  # YYYY-MM-DD
        return date.fromisoformat(text)
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError(f"no offset: {text!r}")
    return moment


def duration(text: str, *, field: str = "--duration") -> timedelta:
    """Read a length of time: `3h`, `3u`, `90m`, `1u30`, `1h30m`, `2d`.

    Raises:
        BadValue: anything else, or nothing at all.
    """
    words = " ".join(text.split())
    match = re.fullmatch(_DURATION, words, re.IGNORECASE) if len(words) <= _LONGEST else None
    if not match or not any(match.groups()) or words.isdigit():
        raise BadValue(
            field=field,
            why=Wording("'{text}' is not a length of time such as 3h, 3u, 90m or 1u30", text=text[:40]),
        )
    days, hours, minutes = (int(part or 0) for part in match.groups())
    length = timedelta(days=days, hours=hours, minutes=minutes)
    if not length:
        raise BadValue(field=field, why=Wording("the length must be more than nothing"))
    return length
