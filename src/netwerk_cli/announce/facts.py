"""What an announcement says: each fact with the place in the text where it was found."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Generic, TypeVar

from netwerk_cli.domain.groups import Access
from netwerk_cli.domain.materials import MaterialKind
from netwerk_cli.domain.moments import Moment
from netwerk_cli.records import record

Value = TypeVar("Value", covariant=True)


class Kind(StrEnum):
    """What is announced."""

    EVENT = "event"
    SERIES = "series"
    GROUP = "group"
    DOCUMENT = "document"


class Warning(StrEnum):
    """What somebody has to look at."""

    WEEKDAY_MISMATCH = "weekday-mismatch"
    YEAR_MISSING = "year-missing"
    END_MISSING = "end-missing"
    TIME_MISSING = "time-missing"
    DATE_MISSING = "date-missing"


class Note(StrEnum):
    """What the text says of the state of registration or of the event."""

    FULL = "full"
    POSTPONED = "postponed"
    REGISTRATION_CLOSED = "registration-closed"


@dataclass(frozen=True, slots=True)
class Found(Generic[Value]):
    """A fact and the characters of the page that state it; what is not `sure` is for a person to decide."""

    value: Value
    start: int
    end: int
    sure: bool = True


@record
class Session:
    """One dated meeting: a moment or a bare day, and where it was found."""

    start: Moment
    end: Moment | None
    at: tuple[int, int]
    title: str | None = None
    weekday_differs: bool = False
    year_inferred: bool = False


@record
class Material:
    """A document that the text is about, or points to."""

    title: str
    kind: MaterialKind = MaterialKind.DOCUMENT
    url: str | None = None


@record
class Announcement:
    """All facts of one text, in its order; without a kind it has none, and what it does not state is None or empty."""

    text: str
    kind: Kind | None
    timezone: Found[str]
    title: Found[str] | None = None
    published: Found[date] | None = None
    sessions: tuple[Session, ...] = ()
    location: Found[str] | None = None
    online: Found[bool] | None = None
    capacity: Found[int] | None = None
    closes: Found[Moment] | None = None
    closes_when_full: Found[bool] | None = None
    audiences: tuple[Found[str], ...] = ()
    organisers: tuple[Found[str], ...] = ()
    cost: Found[str] | None = None
    signup: Found[bool] | None = None
    access: Found[Access] | None = None
    materials: tuple[Found[Material], ...] = ()
    notes: tuple[Found[Note], ...] = ()
    warnings: tuple[Warning, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether nothing was found that a dossier could be made of."""
        return self.kind is None
