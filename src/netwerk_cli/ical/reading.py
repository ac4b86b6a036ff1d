"""Calendar files as they come in: what Outlook, Google, Apple and others write, as entries of ours.

What an entry says that we have no use for is passed over. Of what cannot be read in one entry, that entry says why;
the others are read.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import Any, NamedTuple

from icalendar import Calendar
from icalendar import Event as VEvent
from icalendar.error import BrokenCalendarProperty

from netwerk_cli.domain import moments, texts
from netwerk_cli.domain.calendar_entries import Entry
from netwerk_cli.domain.moments import Moment
from netwerk_cli.errors import BadValue, UnknownZone
from netwerk_cli.errors.files import BadFile
from netwerk_cli.wording import Wording

_BROKEN = (
    ValueError, KeyError, IndexError, TypeError, AttributeError, RecursionError, OverflowError,
)  # fmt: skip
"""What the library raises on what is no calendar."""
_ONLINE = (
    "CONFERENCE", "X-GOOGLE-CONFERENCE", "X-MICROSOFT-SKYPETEAMSMEETINGURL", "X-MICROSOFT-ONLINEMEETINGEXTERNALLINK",
)  # fmt: skip
_LINK = re.compile(r"https?://\S+")
_IANA = re.compile(r"(?:^|/)([A-Z][A-Za-z]+/[A-Za-z_]+(?:/[A-Za-z_]+)?)$")
_DAY = timedelta(days=1)
_MOST_LINES = 400_000
MOST_ENTRIES = 5_000
"""How many entries one file may have."""


class Unusable(NamedTuple):
    """An entry that cannot be read, and why not."""

    uid: str
    title: str
    why: BadValue


class _Time(NamedTuple):
    """A moment, the zone in which it is told, and the clock on which it was written."""

    at: Moment
    zone: str
    clock: tzinfo


def read(text: str, source: str, *, zone: str) -> list[Entry | Unusable]:
    """Return the entries of a calendar file in its order. `zone` is that of times without one.

    Raises:
        BadFile: it is no calendar, has no entry, or more than `MOST_ENTRIES`.
    """
    if "BEGIN:VCALENDAR" not in text[:65_536].upper():
        raise BadFile(path=source, why=Wording("it is no calendar (.ics)"))
    if text.upper().count("BEGIN:VEVENT") > MOST_ENTRIES or text.count("\n") > _MOST_LINES:
        raise BadFile(path=source, why=Wording("it has more than {count} entries", count=MOST_ENTRIES))
    if text.upper().count("END:VCALENDAR") < text.upper().count("BEGIN:VCALENDAR"):
        raise BadFile(path=source, why=Wording("it breaks off before its end"))
    try:
        with warnings.catch_warnings(action="ignore"):  # of zones that it guesses at; we look for ourselves
            calendars: list[Any] = Calendar.from_ical(text, multiple=True)
        found = [(one, entry) for one in calendars for entry in one.walk("VEVENT")]
    except _BROKEN as err:
        raise BadFile(path=source, why=Wording("it is a calendar that cannot be read")) from err
    if not found:
        raise BadFile(path=source, why=Wording("there is no event in it"))
    readers = ((_Reader(calendar, zone), one) for calendar, one in found)
    return [reader.entry(one) for reader, one in readers if not reader.is_reminder(one)]


class _Reader:
    """A calendar of which an entry is read."""

    def __init__(self, calendar: Calendar, zone: str) -> None:
        self.zone = _known(str(calendar.get("X-WR-TIMEZONE", ""))) or zone
        self.ours = "-//netwerk//" in str(calendar.get("PRODID", ""))

    def is_reminder(self, vevent: VEvent) -> bool:
        """Whether an entry of ours is a closing or a milestone, which takes up no time."""
        return self.ours and _text(vevent, "TRANSP").upper() == "TRANSPARENT"

    def entry(self, vevent: VEvent) -> Entry | Unusable:
        """Return one entry, or why it cannot be read."""
        uid, title = _text(vevent, "UID")[: texts.MAX_LINE], _line(vevent, "SUMMARY")
        try:
            return self._entry(vevent, uid, title)
        except BadValue as err:
            return Unusable(uid, title, err)
        except UnknownZone as err:
            return Unusable(uid, title, BadValue(field="DTSTART", why=_zoneless(str(err.facts["zone"]))))
        except (BrokenCalendarProperty, *_BROKEN):
            return Unusable(uid, title, BadValue(field="VEVENT", why=Wording("it cannot be read")))

    def _entry(self, vevent: VEvent, uid: str, title: str) -> Entry:
        if not title:
            raise BadValue(field="SUMMARY", why=Wording("it has no title"))
        start = self._time(vevent.get("DTSTART"))
        if start is None:
            raise BadValue(field="DTSTART", why=Wording("it has no start"))
        place, description = _line(vevent, "LOCATION"), _text(vevent, "DESCRIPTION")
        link = next(filter(None, (_link(vevent, name) for name in _ONLINE)), None)
        if (own := _LINK.fullmatch(place)) is not None:
            place, link = "", link or own[0]
        if self.ours and link:  # which our own calendars say there once more
            description = description.removesuffix(f"Online: {link}").strip()
        repeated = self._time(vevent.get("RECURRENCE-ID"))
        return Entry(
            uid=uid or f"{title} {start.at.isoformat()}",
            title=title,
            starts=start.at,
            ends=self._end(vevent, start),
            zone=start.zone,
            clock=start.clock,
            location=place or None,
            online_url=link,
            description=description[: texts.MAX_TEXT] or None,
            theme=_theme(vevent),
            organiser=_organiser(vevent),
            cancelled=_text(vevent, "STATUS").upper() == "CANCELLED",
            attendees=len(_all(vevent, "ATTENDEE")),
            rule=_rule(vevent),
            more=tuple(self._times(vevent, "RDATE")),
            without=tuple(self._times(vevent, "EXDATE")),
            original=None if repeated is None else repeated.at,
        )

    def _end(self, vevent: VEvent, start: _Time) -> Moment | None:
        """Return the end; the last day of what lasts whole days, for which DTEND is the day behind (§3.8.2.2)."""
        end, length = self._time(vevent.get("DTEND")), getattr(vevent.get("DURATION"), "dt", None)
        if not isinstance(start.at, datetime):
            if isinstance(length, timedelta):
                last = start.at + length - _DAY
            else:
                last = start.at if end is None or isinstance(end.at, datetime) else end.at - _DAY
            return last if last > start.at else None
        if isinstance(length, timedelta):
            return moments.in_zone(start.at.astimezone(UTC) + length, start.zone) if length else None
        if end is None or not isinstance(end.at, datetime) or end.at == start.at:
            return None
        if end.at < start.at:
            raise BadValue(field="DTEND", why=Wording("it ends before it starts"))
        return moments.in_zone(end.at, start.zone)

    def _times(self, vevent: VEvent, name: str) -> Iterator[Moment]:
        for dates in _all(vevent, name):
            for one in dates.dts:
                found = self._time(one)
                if found is not None:
                    yield found.at

    def _time(self, value: Any) -> _Time | None:
        """Return the moment of a property; of a period its start. Raises `BadValue` on a zone that is not known."""
        if value is None:
            return None
        at, name = value.dt, str(value.params.get("TZID", ""))
        at = at[0] if isinstance(at, tuple) else at
        if not isinstance(at, datetime):
            return _Time(at, self.zone, UTC) if isinstance(at, date) else None
        if at.tzinfo is None and name and _known(name) is None:
            raise BadValue(field="DTSTART", why=_zoneless(name))
        zone, clock = self._clock(at, name)
        aware = at.replace(tzinfo=clock)
        return _Time(moments.in_zone(aware.astimezone(UTC), zone), zone, clock)

    def _clock(self, at: datetime, name: str) -> tuple[str, tzinfo]:
        """Return the zone in which a time is told, and the clock on which it was written.

        What Windows calls its zones stands for several: where the usual one has the same clock, it is that one.
        """
        if at.tzinfo is not None and at.tzinfo.utcoffset(None) == timedelta() and not name:
            return self.zone, UTC
        if (known := _known(name)) is not None:
            return known, moments.zone(known)
        usual = moments.zone(self.zone)
        if at.tzinfo is None or _agree(at, usual):
            return self.zone, usual
        key = _known(getattr(at.tzinfo, "key", ""))
        return (key, moments.zone(key)) if key else (self.zone, at.tzinfo)


def _agree(at: datetime, usual: tzinfo) -> bool:
    """Whether two clocks show the same in winter and in summer."""
    days = (at.replace(month=1, day=15), at.replace(month=7, day=15), at)
    return all(day.utcoffset() == day.replace(tzinfo=usual).utcoffset() for day in days)


def _known(name: str) -> str | None:
    """Return the IANA name in the name of a zone: `Europe/Brussels`, `/citadel.org/20240101_1/Europe/Brussels`."""
    found = _IANA.search(name.strip().strip('"'))
    if found is None:
        return None
    try:
        return str(moments.zone(found[1]).key)
    except UnknownZone:
        return None


def _zoneless(name: str) -> Wording:
    return Wording("the time zone '{zone}' is not known", zone=" ".join(name.split())[:80])


# ------------------------------------------------------------------ properties
def _all(vevent: VEvent, name: str) -> list[Any]:
    found = vevent.get(name)
    return [] if found is None else found if isinstance(found, list) else [found]


def _text(vevent: VEvent, name: str) -> str:
    """Return a text without what no text may hold; empty where there is none."""
    return texts.text(str(next(iter(_all(vevent, name)), ""))[: texts.MAX_TEXT], field=name)


def _line(vevent: VEvent, name: str) -> str:
    return " ".join(_text(vevent, name).split())[: texts.MAX_LINE]


def _link(vevent: VEvent, name: str) -> str | None:
    found = _LINK.fullmatch(_line(vevent, name))
    return None if found is None else found[0]


def _theme(vevent: VEvent) -> str | None:
    cats = getattr(next(iter(_all(vevent, "CATEGORIES")), None), "cats", ())
    return " ".join(str(cats[0]).split())[: texts.MAX_LINE] or None if cats else None


def _organiser(vevent: VEvent) -> str | None:
    """Return the name of who organises; an address alone is nobody's name."""
    params = getattr(vevent.get("ORGANIZER"), "params", {})
    name = " ".join(str(params.get("CN", "")).split())[: texts.MAX_LINE]
    return None if not name or "@" in name else name


def _rule(vevent: VEvent) -> str | None:
    """Return the rule as it was written. Raises `BadValue` where there are several."""
    rules = _all(vevent, "RRULE")
    if len(rules) > 1:
        raise BadValue(field="RRULE", why=Wording("it repeats by several rules"))
    return str(rules[0].to_ical().decode()) if rules else None
