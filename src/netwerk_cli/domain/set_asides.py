"""Seats that are kept for an audience."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from netwerk_cli.domain.people import same_address
from netwerk_cli.records import record


@record
class SetAside:
    """Seats kept for an audience until a moment; from then on they are for everybody."""

    audience: str
    seats: int
    until: datetime

    def __str__(self) -> str:
        return f"{self.audience}={self.seats} until {self.until.isoformat()}"


def strangers(set_asides: Iterable[SetAside], audiences: Iterable[str]) -> list[str]:
    """Return the audiences that seats are set aside for, and that an event does not list."""
    listed = {same_address(audience) for audience in audiences}
    return [one.audience for one in set_asides if same_address(one.audience) not in listed]
