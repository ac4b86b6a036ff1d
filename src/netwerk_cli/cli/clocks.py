"""Which moment a call is told that it is, and whose clock a time on a screen is of.

That is said where it is not the reader's own clock, or where a clock shows a time twice. The zones are those
of one call of the program; before there is one, nothing is said.
"""

from __future__ import annotations

import os
from datetime import datetime

from netwerk_cli.domain import moments
from netwerk_cli.errors import BadValue, UnknownZone
from netwerk_cli.wording import Wording


class _Zones:
    """The zone that the reader goes by, and that of the event which is spoken of."""

    home: str | None = None
    event: str | None = None


_zones = _Zones()


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
    _zones.home, _zones.event = home, None
    return home


def speak_of(event: str | None) -> None:
    """Name this zone beside times of it, where its clocks differ from the reader's."""
    if _zones.home is not None:
        _zones.event = event


def beside(moment: datetime) -> str:
    """Return what stands behind a time: ` (Europe/London)`, ` (+02:00)`, or nothing."""
    if _zones.home is None:
        return ""
    offset = moment.isoformat(timespec="seconds")[19:]
    if _is_of(moment, _zones.home):
        return f" ({offset})" if moments.is_doubled(moment, _zones.home) else ""
    if _zones.event is None or not _is_of(moment, _zones.event):
        return f" ({offset})"
    return (
        f" ({_zones.event}, {offset})" if moments.is_doubled(moment, _zones.event) else f" ({_zones.event})"
    )


def _is_of(moment: datetime, zone: str) -> bool:
    try:
        return moments.in_zone(moment, zone).utcoffset() == moment.utcoffset()
    except UnknownZone:  # of the settings: it is complained of where a time is read, not where one is told
        return False
