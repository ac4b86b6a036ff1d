"""Whose clock a time on a screen is of: it says so where that is not the reader's own, or where a clock shows it twice.

The zones are those of one call of the program; before there is one, nothing is said.
"""

from __future__ import annotations

from contextvars import ContextVar
from datetime import datetime
from typing import NamedTuple

from netwerk_cli.domain import moments
from netwerk_cli.errors import UnknownZone


class Zones(NamedTuple):
    """The zone that the reader goes by, and that of the event which is spoken of."""

    home: str
    event: str | None = None


_ZONES: ContextVar[Zones | None] = ContextVar("zones", default=None)


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
