"""What a calendar file says of an event: its entries (RFC 5545 VEVENT), and the sessions that come of them."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import NamedTuple

from netwerk_cli.domain import recurrence_days, recurrence_rule
from netwerk_cli.domain.events import Session
from netwerk_cli.domain.moments import Moment, in_zone
from netwerk_cli.domain.recurrence_rule import MOST
from netwerk_cli.errors import BadValue
from netwerk_cli.records import defaults, record, replace
from netwerk_cli.wording import Wording

_YEAR = timedelta(days=366)
_LOOKED_AHEAD = timedelta(days=60 * 366)


@record
class Entry:
    """One VEVENT. Moments are on the clock of `zone`; `ends` is the last day of what lasts whole days.

    `rule` repeats it, `more` and `without` are single times of it. With `original` it says otherwise what
    takes place at that time of a repeated one. `clock` is what its times were written in.
    """

    uid: str
    title: str
    starts: Moment
    ends: Moment | None
    zone: str
    clock: tzinfo
    location: str | None = None
    online_url: str | None = None
    description: str | None = None
    theme: str | None = None
    organiser: str | None = None
    cancelled: bool = False
    attendees: int = 0
    rule: str | None = None
    more: tuple[Moment, ...] = ()
    without: tuple[Moment, ...] = ()
    original: Moment | None = None


class Planned(NamedTuple):
    """An event as a calendar has it; `limited` says that it has more sessions than were made."""

    entry: Entry
    sessions: tuple[Session, ...]
    attendees: int
    limited: bool
    digest: str


def planned(entries: Sequence[Entry], now: datetime) -> Planned:
    """Return the event of one UID: its entry, and those that say otherwise of single times of it.

    Of more than `recurrence_rule.MOST` times, those from today on are sessions; of those without an end, a year.

    Raises:
        BadValue: it repeats by no rule, or nothing of it is left.
    """
    main = next((one for one in entries if one.original is None), entries[0])
    changed = {_at(one.original): one for one in entries if one.original is not None and one is not main}
    times, limited = _times(main, now)
    sessions = [
        _session(main, start, changed.get(_at(start)))
        for start in times
        if not ((other := changed.get(_at(start))) is not None and other.cancelled)
    ]
    if not sessions:
        raise BadValue(field="RRULE", why=Wording("nothing of it takes place"))
    attendees = max(one.attendees for one in entries)
    return Planned(main, _named(sessions), attendees, limited, _digest(entries))


def _times(entry: Entry, now: datetime) -> tuple[list[Moment], bool]:
    """Return the starts of an entry, and whether there are more of them than sessions fit."""
    off = {_at(one) for one in entry.without}
    rule = None if entry.rule is None else recurrence_rule.parsed(entry.rule, typed_as="RRULE")
    found: dict[datetime, Moment] = {_at(entry.starts): entry.starts}
    if rule is not None:
        found |= {_at(one): one for one in _repeated(entry, rule, now)}
    found |= {_at(one): one for one in entry.more}
    times = [moment for at, moment in sorted(found.items()) if at not in off]
    endless = rule is not None and rule.count is None and rule.until is None
    if len(times) <= MOST and not endless:
        return times, False
    ahead = [one for one in times if _at(one) >= now - timedelta(days=1)]
    return (ahead or times[-MOST:])[:MOST], True


def _repeated(entry: Entry, rule: recurrence_rule.Rule, now: datetime) -> Iterator[Moment]:
    """Yield the times of a rule on the clock that they were written in."""
    whole_days = not isinstance(entry.starts, datetime)
    first = _wall(entry)
    endless = rule.count is None and rule.until is None
    last = max(first, now.replace(tzinfo=None)) + _YEAR if endless else first + _LOOKED_AHEAD
    counted_in = getattr(entry.clock, "key", "UTC" if entry.clock is UTC else entry.zone)
    for wall in recurrence_days.every(rule, first, counted_in, last=last.date()):
        if whole_days:
            yield wall.date()
        else:
            yield in_zone(wall.replace(tzinfo=entry.clock).astimezone(UTC), entry.zone)


def _wall(entry: Entry) -> datetime:
    if isinstance(entry.starts, datetime):
        return entry.starts.astimezone(entry.clock).replace(tzinfo=None)
    return datetime.combine(entry.starts, time())


def _at(moment: Moment | None) -> datetime:
    """Return what times are compared by; a day counts as its first moment in UTC, whatever the zone."""
    if isinstance(moment, datetime):
        return moment.astimezone(UTC)
    return datetime.combine(moment or date.min, time(), UTC)


def _session(main: Entry, start: Moment, other: Entry | None) -> tuple[Moment, Session]:
    """Return a session with the time that it has by the rule: that is what it is called after."""
    entry = main if other is None else other
    begins = start if other is None else other.starts
    title = entry.title if entry.title != main.title else None
    return start, Session(
        id="main",
        title=title,
        starts_at=begins,
        ends_at=_end(entry, begins),
        location=entry.location if entry.location != main.location else None,
        online_url=entry.online_url if entry.online_url != main.online_url else None,
    )


def _end(entry: Entry, start: Moment) -> Moment | None:
    """Return the end of what starts then: as far from it as that of the entry."""
    if entry.ends is None:
        return None
    if (
        isinstance(start, datetime)
        and isinstance(entry.starts, datetime)
        and isinstance(entry.ends, datetime)
    ):
        wall = start.astimezone(entry.clock).replace(tzinfo=None)
        length = entry.ends.astimezone(entry.clock).replace(tzinfo=None) - _wall(entry)
        return in_zone((wall + length).replace(tzinfo=entry.clock).astimezone(UTC), entry.zone)
    if isinstance(start, datetime) or isinstance(entry.starts, datetime) or isinstance(entry.ends, datetime):
        return None
    return start + (entry.ends - entry.starts)


def _named(found: Sequence[tuple[Moment, Session]]) -> tuple[Session, ...]:
    """Return sessions by their start, each called after its day; several of one day after the time too."""
    if len(found) == 1:
        return (found[0][1],)
    days = [f"{_day(start):%Y-%m-%d}" for start, _ in found]
    made = []
    for day, (start, session) in zip(days, found, strict=True):
        several = days.count(day) > 1 if len(days) <= MOST else False
        name = f"{day}-{start:%H%M}" if several and isinstance(start, datetime) else day
        made.append(replace(session, id=name))
    return tuple(made)


def _day(moment: Moment) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def _digest(entries: Sequence[Entry]) -> str:
    """Return what changes when a calendar says something else; who was invited is no part of it."""
    kept = [name for name in defaults(Entry) if name not in ("attendees", "clock")]
    told = sorted(repr([_plain(getattr(one, name)) for name in kept]) for one in entries)
    return hashlib.sha256("\n".join(told).encode(errors="backslashreplace")).hexdigest()[:16]


def _plain(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    return [_plain(one) for one in value] if isinstance(value, tuple) else value


def slug(title: str, start: Moment) -> str:
    """Return what an event of a calendar is called: its title and the day on which it starts."""
    plain = unicodedata.normalize("NFKD", title.casefold()).encode("ascii", "ignore").decode()
    words = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60].strip("-") or "bijeenkomst"
    return f"{words}-{_day(start):%Y-%m-%d}"
