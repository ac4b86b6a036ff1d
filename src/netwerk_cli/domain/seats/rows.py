"""A row of a list that is read in: what it says, on what terms it asks, and what it comes to."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from enum import StrEnum
from typing import NamedTuple

from netwerk_cli.domain.registrations import Registration
from netwerk_cli.domain.seats.gate import Outcome, Request
from netwerk_cli.errors import NetwerkError
from netwerk_cli.records import field, record


class Kind(StrEnum):
    """What a row comes to. Those who get a place are told apart at the end, when everybody has moved up."""

    CONFIRMED = "confirmed"
    PENDING = "pending"
    WAITING = "waiting"
    NO_SEAT = "no_seat"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    CANCELLED = "cancelled"
    LATE = "late"
    DUPLICATE = "duplicate"
    OTHER_NAME = "same_address_other_name"
    NO_ADDRESS = "no_address"
    BAD_ADDRESS = "bad_address"
    REFUSED = "refused"


REJECTED = frozenset({Kind.LATE, Kind.OTHER_NAME, Kind.NO_ADDRESS, Kind.BAD_ADDRESS, Kind.REFUSED})
"""What somebody has to look at."""


@record
class Line:
    """A row: what it asks for, the particulars that it holds, how exactly it says when, and whether it is off.

    `number` is that of the registration, where the list says it; `sessions` are None where the list has none.
    """

    row: int
    request: Request
    fields: Mapping[str, object] = field(default_factory=dict)
    exact: timedelta = timedelta(microseconds=1)
    number: int | None = None
    withdrawn: bool = False
    sessions: tuple[str, ...] | None = None


class Taken(NamedTuple):
    """What a row came to: the registration that it is about, what was changed, and why not, if not."""

    kind: Kind
    number: int | None = None
    outcome: Outcome | None = None
    refusal: NetwerkError | None = None
    before: Registration | None = None


@record
class Ways:
    """On what terms the rows ask; see `enter`."""

    waiting_list: bool = True
    partial: bool = False
    revive: bool = False
