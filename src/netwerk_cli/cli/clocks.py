"""Which moment a call is told that it is, and whose clock a time on a screen is of.

That is said where it is not the reader's own clock, or where a clock shows a time twice. The zones are those
of one call of the program; before there is one, nothing is said.
"""

from __future__ import annotations

import os
from contextvars import ContextVar
from datetime import datetime
from typing import NamedTuple

from netwerk_cli.domain import moments
from netwerk_cli.errors import BadValue, UnknownZone, Wording


class Zones(NamedTuple):
    """The zone that the reader goes by, and that of the event which is spoken of."""

    home: str
    event: str | None = None


_ZONES: ContextVar[Zones | None] = ContextVar("zones", default=None)


def fixed(zone: str) -> datetime | None:
    """Return the moment that `NETWERK_NOW` says it is, read in `zone` where it names no offset. Raises `BadValue`."""
    text = os.environ.get("NETWERK_NOW")
    if not text:
        return None
    try:
        moment = datetime.fromisoformat(text)
        if not 2 < moment.year < 9998:  # no zone may lead beyond the years that can be stored
            raise ValueError(text)
    except ValueError as err:
        raise BadValue(
            field="NETWERK_NOW", why=Wording("it is not a moment such as 2024-01-16T15:59:59+01:00")
        ) from err
    return moments.localise(moment, zone, text=text) if moment.tzinfo is None else moment


def go_by(home: str) -> str:
    """Let times be those of the reader's zone, which is returned, and say so of all others."""
    _ZONES.set(Zones(home))
    return home


def speak_of(event: str | None) -> None:
    """Name this zone beside times of it, where its clocks differ from the reader's."""
    zones = _ZONES.get()
    if zones is not None:
        _ZONES.set(zones._replace(event=event))


def beside(moment: datetime) -> str:
    """Return what stands behind a time: ` (Europe/London)`, ` (+02:00)`, or nothing."""
    zones = _ZONES.get()
    if zones is None:
        return ""
    offset = moment.isoformat(timespec="seconds")[19:]
    if _is_of(moment, zones.home):
        return f" ({offset})" if moments.is_doubled(moment, zones.home) else ""
    if zones.event is None or not _is_of(moment, zones.event):
        return f" ({offset})"
    return f" ({zones.event}, {offset})" if moments.is_doubled(moment, zones.event) else f" ({zones.event})"


def _is_of(moment: datetime, zone: str) -> bool:
    try:
        return moments.in_zone(moment, zone).utcoffset() == moment.utcoffset()
    except UnknownZone:  # of the settings: it is complained of where a time is read, not where one is told
        return False
